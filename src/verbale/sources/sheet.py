"""Tables with an article a row: CSV with a header, and Parquet. The columns are called as the keys of JSON lines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import IO, Any

from verbale.errors import Code
from verbale.model import Problem
from verbale.sources.charset import decode
from verbale.sources.jsonl import article
from verbale.sources.opening import DOCUMENT, too_large
from verbale.sources.terms import Found, Terms, first_or, without

_ROWS = 256


def sheet(stream: IO[bytes], path: str, terms: Terms) -> Found:
    """The article of each row of a CSV file, `path#2` for the second row below the header.

    Comma, semicolon or tab part the columns, whichever the header has most of.
    """
    most = DOCUMENT * terms.limit
    data = stream.read(most + 1)
    decoded = decode(data[:most], torn=len(data) > most, path=path)
    if isinstance(decoded, Problem):
        yield decoded
        return
    yield from decoded.problems
    csv.field_size_limit(max(terms.limit, 131_072))
    head = decoded.text[:10_000].partition("\n")[0]
    rows = csv.DictReader(io.StringIO(decoded.text, newline=""), delimiter=max(",;\t", key=head.count))
    try:
        yield from _rows(rows, path, terms)
    except csv.Error as error:
        yield Problem(Code.UNREADABLE, "sources", f"row {rows.line_num}: {error}", path=path)
    if len(data) > most:
        yield too_large(most, path)


def parquet(stream: IO[bytes], path: str, terms: Terms) -> Found:
    """The article of each row of a Parquet file; rows are fetched a few at a time."""
    try:
        from pyarrow import ArrowException  # noqa: PLC0415  (an extra)
        from pyarrow.parquet import ParquetFile  # noqa: PLC0415
    except ImportError:
        yield without("exchange", path)
        return
    try:
        file = ParquetFile(io.BytesIO(stream.read()))
        yield from _rows((row for batch in file.iter_batches(_ROWS) for row in batch.to_pylist()), path, terms)
    except (ArrowException, OSError, ValueError) as error:
        yield Problem(Code.UNREADABLE, "sources", f"no Parquet: {error}"[:200], path=path)


def _rows(rows: Iterator[Mapping[str, Any]] | Any, path: str, terms: Terms) -> Found:
    first = next(iter(rows), None)
    if first is not None and not {"text", "body", "event_text"} & set(map(str, first)):
        yield Problem(Code.NO_TEXT, "sources", "no column `text`, `body` or `event_text`", path=path)
        return
    nothing = Problem(Code.EMPTY, "sources", path=path)
    some = enumerate(chain([first] if first is not None else [], rows), 1)
    yield from first_or(nothing, (_row(row, f"{path}#{n}", terms) for n, row in some))


def _row(row: Mapping[str, Any], path: str, terms: Terms) -> Any:
    told = {str(key): value for key, value in row.items() if key is not None}
    told = {
        key: value if isinstance(value, str | int | float | list | dict) else str(value or "") for key, value in told.items()
    }
    data = json.dumps(told, ensure_ascii=False, sort_keys=True, default=str).encode("utf-8", "replace")
    if len(data) > terms.limit:
        return too_large(terms.limit, path)
    return article(told, data, path=path, given=terms.given, received=terms.received)
