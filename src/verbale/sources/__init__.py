"""Articles from files, folders and standard input: bytes become `Source` records, the unreadable `Problem` rows.

One file a format: `plain`, `html`, `jsonl`. Around them `finding` (which files), `opening` (bytes, gzip, which format),
`charset` (bytes to text), `metadata` and `moment` (what is known beside the text), `table` (`articles.csv`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import IO

from verbale.model import Given, Problem, Source
from verbale.sources.charset import decode
from verbale.sources.finding import files
from verbale.sources.jsonl import DOCUMENT, document, jsonl
from verbale.sources.metadata import UNKNOWN, checked, metadata
from verbale.sources.opening import BROKEN, LIMIT, STDIN, Format, format_of, label, opened, unreadable
from verbale.sources.plain import plain
from verbale.sources.table import Table, table

__all__ = ["LIMIT", "walk"]


def walk(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    given: Given = UNKNOWN,
    received: str | None = None,
    limit: int = LIMIT,
) -> Iterator[Source | Problem]:
    """Every article behind `paths`, and a Problem for each thing that could not be read; the rest goes on.

    A path is a file, a folder (with all below it, in order of name), a pattern such as `news/**/*.html`, or `-` for
    standard input. Files may be packed with gzip. Plain text and HTML hold one article and take what `articles.csv`
    beside them says; JSON holds many, told by `news.jsonl#17` (line) or `news.json#3` (place in the list).

    `given` is known of all articles and counts before `articles.csv`, which counts before what a file says of itself
    (`Source.found`). `received` is the ISO day of reading, today unless given: later dates are left out. `limit` is in
    bytes of one article, unpacked. Problems that leave something to read stand in `Source.problems`.

    Never more than one file's bytes are in memory, of JSON lines one line. Raises ValueError for a `received` that is
    no ISO day, and nothing else.
    """
    received = date.fromisoformat(received[:10] if received else date.today().isoformat()).isoformat()
    given, problems = checked(given, received=received)
    return _all([paths] if isinstance(paths, str | os.PathLike) else paths, _Terms(given, received, limit), problems)


@dataclass(frozen=True, slots=True)
class _Terms:
    """What holds for all articles of a walk."""

    given: Given
    received: str
    limit: int


def _all(paths: Iterable[str | os.PathLike[str]], terms: _Terms, problems: tuple[Problem, ...]) -> Iterator[Source | Problem]:
    yield from problems
    for found in _with_tables(file for path in paths for file in files(os.fspath(path))):
        if isinstance(found, Problem):
            yield found
        else:
            yield from _file(*found, terms)


def _with_tables(found: Iterable[str | Problem]) -> Iterator[tuple[str, Table] | Problem]:
    """Each file with the `articles.csv` of its folder, whose own problems come once."""
    folder, beside, told = None, Table({}), set[str]()
    for file in found:
        if isinstance(file, Problem):
            yield file
            continue
        if file != STDIN and str(Path(file).parent) != folder:
            folder = str(Path(file).parent)
            beside = table(folder)
            yield from () if folder in told else beside.problems
            told.add(folder)
        yield file, beside if file != STDIN else Table({})


def _file(path: str, beside: Table, terms: _Terms) -> Iterator[Source | Problem]:
    try:
        with opened(path) as (head, stream):
            yield from _articles(path, head, stream, beside, terms)
    except BROKEN as error:
        yield unreadable(path, error)


def _articles(path: str, head: bytes, stream: IO[bytes], beside: Table, terms: _Terms) -> Iterator[Source | Problem]:
    form, name, limit = format_of(path, head), label(path), terms.limit
    if form is Format.LINES and isinstance(found := decode(head, torn=True, path=name), Problem):
        yield found
    elif form is Format.LINES:
        yield from jsonl(stream, path=name, given=terms.given, received=terms.received, limit=limit)
    elif form is Format.DOCUMENT:
        data = stream.read(DOCUMENT * limit + 1)
        yield from document(data, path=name, given=terms.given, received=terms.received, limit=limit)
    else:
        yield _single(stream.read(limit + 1), name, form, beside.row(Path(path).name), terms)


def _single(data: bytes, name: str, form: Format, row: Mapping[str, str], terms: _Terms) -> Source | Problem:
    """The one article of a file; what its row in `articles.csv` has wrong is a problem of the article."""
    beside, problems = metadata(row, received=terms.received, path=name)
    read = _html() if form is Format.HTML else plain
    given = terms.given.over(beside)
    found = read(data, path=name, given=given, received=terms.received, limit=terms.limit)
    return found if isinstance(found, Problem) else replace(found, problems=(*found.problems, *problems))


def _html() -> Callable[..., Source | Problem]:
    """The reader of HTML, loaded when the first page comes: it takes longer than most commands run."""
    from verbale.sources.html import html  # noqa: PLC0415

    return html
