"""JSON: an article a line (`jsonl`), or a document (`document`) that holds one, a list of them, or several in a row.

Keys are those of the exchange format; the text stays exactly as given. Each article is told by its file, `#` and its
number from 1: the line in `news.jsonl#17`, the place in the list in `news.json#3`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import IO

from verbale.errors import Code
from verbale.model import Given, Problem, Raw, Source
from verbale.sources.charset import decode, mended
from verbale.sources.metadata import UNKNOWN, metadata, stated
from verbale.sources.opening import DOCUMENT, LIMIT, sha256, too_large

_TEXT = ("text", "body", "event_text")
_BETWEEN = re.compile(r"[\s,]*")
# In limits: how far the end of an endless line is looked for.
_PATIENCE = 100


def jsonl(
    stream: IO[bytes],
    *,
    path: str | None = None,
    given: Given = UNKNOWN,
    received: str | None = None,
    limit: int = LIMIT,
) -> Iterator[Source | Problem]:
    """The article of each line, or a Problem where a line holds none; never more than one line is in memory.

    Lines of more than `limit` bytes are passed over with `TOO_LARGE`, empty ones without a word. `sha256` is that of
    the bytes of the line. Raises only what reading `stream` raises.
    """
    empty = True
    for number, line in enumerate(_lines(stream, limit), 1):
        place = f"{path or ''}#{number}"
        if isinstance(line, str):
            yield Problem(Code.TOO_LARGE, "sources", f"line {number}: {line}", path=place)
        elif line.strip():
            found = _line(line, path=place, given=given, received=received)
            yield replace(found, words=f"line {number}: {found.words}") if isinstance(found, Problem) else found
        empty = empty and not line.strip()
    if empty:
        yield Problem(Code.EMPTY, "sources", path=path)


def document(
    data: bytes,
    *,
    path: str | None = None,
    given: Given = UNKNOWN,
    received: str | None = None,
    limit: int = LIMIT,
) -> Iterator[Source | Problem]:
    """The articles of a JSON document in order, or Problems; those before broken JSON are given all the same.

    `limit` is for one article; of the document twenty times as much is read. `sha256` is that of the object's own words
    in UTF-8. Never raises.
    """
    cut = len(data) > DOCUMENT * limit
    decoded = decode(data[: DOCUMENT * limit], torn=cut, path=path)
    if isinstance(decoded, Problem) or not decoded.text.strip():
        yield decoded if isinstance(decoded, Problem) else Problem(Code.EMPTY, "sources", path=path)
        return
    yield from decoded.problems
    number = 0
    try:
        for number, (value, words, alone) in enumerate(_values(decoded.text), 1):
            place = path if alone else f"{path or ''}#{number}"
            fits = len(words) <= limit
            yield article(value, words, path=place, given=given, received=received) if fits else too_large(limit, place)
    except (ValueError, RecursionError) as error:
        code = Code.TOO_LARGE if cut else Code.BROKEN_JSON
        yield Problem(code, "sources", f"{error}; articles before it: {number}", path=path)


def _lines(stream: IO[bytes], limit: int) -> Iterator[bytes | str]:
    """Lines without their ends, or words for a line that is too long."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line.rstrip(b"\r\n")
        elif _passed_over(stream, _PATIENCE * limit):
            yield f"longer than {limit} bytes"
        else:
            yield f"longer than {_PATIENCE * limit} bytes; the rest of the file was not read"
            return


def _passed_over(stream: IO[bytes], most: int) -> bool:
    """Whether the end of the line came within `most` bytes."""
    step = 1 << 20
    for _ in range(0, most, step):
        more = stream.readline(step)
        if len(more) < step or more.endswith(b"\n"):
            return True
    return False


def _line(line: bytes, *, path: str, given: Given, received: str | None) -> Source | Problem:
    decoded = decode(line, path=path)
    if isinstance(decoded, Problem):
        return Problem(Code.BROKEN_JSON, "sources", "its bytes are no text", path=path)
    try:
        value = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        return Problem(Code.BROKEN_JSON, "sources", str(error), path=path)
    found = article(value, line, path=path, given=given, received=received)
    return found if isinstance(found, Problem) else replace(found, problems=(*decoded.problems, *found.problems))


def _values(text: str) -> Iterator[tuple[object, bytes, bool]]:
    """Each value of the list that `text` is, or each of several in a row, with its own bytes; and whether it is alone.

    Raises ValueError or RecursionError where the JSON breaks off.
    """
    decoder = json.JSONDecoder()
    listed = text.lstrip().startswith("[")
    at = _BETWEEN.match(text, text.index("[") + 1 if listed else 0).end()  # type: ignore[union-attr]
    if at == len(text) and not listed:
        raise ValueError("commas alone")
    while at < len(text) and not (listed and text[at] == "]"):
        value, stop = decoder.raw_decode(text, at)
        after = _BETWEEN.match(text, stop).end()  # type: ignore[union-attr]
        yield value, text[at:stop].encode(), after == len(text) and not text[:at].strip()
        at = after
    if listed and text[at:].strip() != "]":
        raise ValueError("the list is not closed" if at == len(text) else "something follows the list")


def article(
    value: object, data: bytes, *, path: str | None = None, given: Given = UNKNOWN, received: str | None = None
) -> Source | Problem:
    """The article that a JSON `value` tells, written as `data`; a Problem alone where it is none. Never raises."""
    if not isinstance(value, dict):
        return Problem(Code.BROKEN_JSON, "sources", "not an object", path=path)
    text = next((value[key] for key in _TEXT if value.get(key)), None)
    if not isinstance(text, str) or not text.strip():
        words = "no text under `text`, `body` or `event_text`"
        return Problem(Code.NO_TEXT, "sources", words, path=path)
    found, problems = metadata(value, received=received, path=path)
    if broken := sum(mended(words)[1] for words in value.values() if isinstance(words, str)):
        words = f"{broken} half surrogates or NULs"
        problems = (Problem(Code.BROKEN_BYTES, "sources", words, path=path), *problems)
    days = stated(value, received=received)
    return Source(mended(text)[0], path, sha256(data), given, found, received, problems, dates=days, raw=Raw("json", data))
