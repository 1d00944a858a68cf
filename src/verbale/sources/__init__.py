"""Articles from files, folders and standard input: bytes become `Source` records, the unreadable `Problem` rows.

One file a format or a family of them: `plain`, `html`, `jsonl`, `feed`, `mail`, `sheet` (CSV, Parquet), `archive` (WARC, WACZ),
`papers` (PDF, DOCX, EPUB). Around them `finding` (which files), `opening` (bytes, gzip, which format), `charset` (bytes to text),
`metadata` and `moment` (what is known beside the text), `table` (`articles.csv`); for the web `addresses` (where they may lead),
`fetching` (politely) and `visiting` (pages and feeds). `anew` makes articles again from bytes that were kept.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from importlib import import_module
from itertools import chain, groupby
from pathlib import Path
from typing import IO

from verbale import plugins
from verbale.model import Given, Problem, Source
from verbale.sources.charset import decode
from verbale.sources.finding import files
from verbale.sources.jsonl import document, jsonl
from verbale.sources.metadata import UNKNOWN, checked, metadata
from verbale.sources.opening import (
    BROKEN,
    DOCUMENT,
    LIMIT,
    STDIN,
    Format,
    Readable,
    ending,
    format_of,
    is_address,
    label,
    opened,
    unpacked,
    unreadable,
)
from verbale.sources.plain import plain
from verbale.sources.table import Table, table
from verbale.sources.terms import Reader, Terms, Web

__all__ = ["LIMIT", "Web", "inside", "walk"]

READERS: Mapping[Format, str] = {
    Format.FEED: "feed.feed",
    Format.LETTER: "mail.letter",
    Format.MBOX: "mail.mbox",
    Format.SHEET: "sheet.sheet",
    Format.PARQUET: "sheet.parquet",
    Format.WARC: "archive.warc",
    Format.WACZ: "archive.wacz",
    Format.PDF: "papers.pdf",
    Format.DOCX: "papers.docx",
    Format.EPUB: "papers.epub",
}
"""File and function of this room that read a format; loaded when the first such file comes."""


def walk(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    given: Given = UNKNOWN,
    received: str | None = None,
    limit: int = LIMIT,
    web: Web | None = None,
    raws: bool = False,
) -> Iterator[Source | Problem]:
    """Every article behind `paths`, and a Problem for each thing that could not be read; the rest goes on.

    A path is a file, a folder (with all below it, in order of name), a pattern such as `news/**/*.html`, `-` for
    standard input, or, where there is a way to the `web`, the address of a page or a feed. Files may be packed with gzip.
    Plain text and HTML hold one article and take what `articles.csv` beside them says; JSON, tables, feeds, mailboxes and
    web archives hold many, told by `news.jsonl#17` (line) or `news.json#3` (place).

    `given` is known of all articles and counts before `articles.csv`, which counts before what a file says of itself
    (`Source.found`). `received` is the ISO day of reading, today unless given: later dates are left out. `limit` is in
    bytes of one article, unpacked. Problems that leave something to read stand in `Source.problems`. With `raws` each
    source has the bytes it was made of.

    Never more than one file's bytes are in memory, of JSON lines one line. Raises ValueError for a `received` that is
    no ISO day, and nothing else.
    """
    received = date.fromisoformat(received[:10] if received else date.today().isoformat()).isoformat()
    given, problems = checked(given, received=received)
    named = [paths] if isinstance(paths, str | os.PathLike) else paths
    found = _all((os.fspath(path) for path in named), Terms(given, received, limit), web)
    return chain(problems, found if raws else map(_without_raw, found))


def inside(
    stream: Readable, name: str, *, given: Given = UNKNOWN, received: str, raws: bool = False
) -> Iterator[Source | Problem]:
    """Every article of a file that is open already, wherever it lies, as `walk` reads it; `received` is the ISO day of reading.

    Raises nothing.
    """
    try:
        head, rest = unpacked(stream)
        found = _articles(name, head, rest, Table({}), Terms(given, received, LIMIT))
        yield from found if raws else map(_without_raw, found)
    except BROKEN as error:
        yield unreadable(name, error)


def _without_raw(found: Source | Problem) -> Source | Problem:
    return replace(found, raw=None) if isinstance(found, Source) else found


def _all(paths: Iterable[str], terms: Terms, web: Web | None) -> Iterator[Source | Problem]:
    for at_once, some in groupby(paths, is_address):
        if at_once:
            yield from chain.from_iterable(_address(address, terms, web) for address in some)
            continue
        for found in _with_tables(file for path in some for file in files(path)):
            if isinstance(found, Problem):
                yield found
            else:
                yield from _file(*found, terms)


def _address(address: str, terms: Terms, web: Web | None) -> Iterator[Source | Problem]:
    def articles(name: str, head: bytes, stream: IO[bytes]) -> Iterator[Source | Problem]:
        return _articles(name, head, stream, Table({}), terms)

    if web is None:
        yield unreadable(address, "an address, where only files are read")
    else:
        from verbale.sources.visiting import visit  # noqa: PLC0415  (what the web needs takes long to load)

        yield from visit(address, web, terms, articles)


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


def _file(path: str, beside: Table, terms: Terms) -> Iterator[Source | Problem]:
    try:
        with opened(path) as (head, stream):
            yield from _articles(path, head, stream, beside, terms)
    except BROKEN as error:
        yield unreadable(path, error)


def _articles(path: str, head: bytes, stream: IO[bytes], beside: Table, terms: Terms) -> Iterator[Source | Problem]:
    form, name, limit = format_of(path, head), label(path), terms.limit
    if added := plugins.sources().get(ending(path)):
        yield from added(stream, name, terms)
    elif form is Format.LINES and isinstance(found := decode(head, torn=True, path=name), Problem):
        yield found
    elif form is Format.LINES:
        yield from jsonl(stream, path=name, given=terms.given, received=terms.received, limit=limit)
    elif form in READERS:
        yield from _reader(form)(stream, name, terms)
    elif form is Format.DOCUMENT:
        data = stream.read(DOCUMENT * limit + 1)
        yield from document(data, path=name, given=terms.given, received=terms.received, limit=limit)
    else:
        yield _single(stream.read(limit + 1), name, form, beside.row(Path(path).name), terms)


def _single(data: bytes, name: str, form: Format, row: Mapping[str, str], terms: Terms) -> Source | Problem:
    """The one article of a file; what its row in `articles.csv` has wrong is a problem of the article."""
    beside, problems = metadata(row, received=terms.received, path=name)
    read = _html() if form is Format.HTML else plain
    given = terms.given.over(beside)
    found = read(data, path=name, given=given, received=terms.received, limit=terms.limit)
    return found if isinstance(found, Problem) else replace(found, problems=(*found.problems, *problems))


def _reader(form: Format) -> Reader:
    module, _, name = READERS[form].partition(".")
    reader: Reader = getattr(import_module(f"{__name__}.{module}"), name)
    return reader


def _html() -> Callable[..., Source | Problem]:
    """The reader of HTML, loaded when the first page comes: it takes longer than most commands run."""
    from verbale.sources.html import html  # noqa: PLC0415

    return html
