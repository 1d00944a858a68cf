"""A reading as a row: the fields of its article, where that comes from, and all in one line; or a problem where there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from verbale.errors import Code
from verbale.model import Origin, Problem, Reading
from verbale.scale.origins import cells, of_cells
from verbale.scale.wire import line, record

_TOLD = ("id", "path", "sha256", "url", "outlet", "title", "author", "language", "published", "published_basis", "text")
READ: Mapping[str, str] = {**dict.fromkeys(_TOLD, "string"), "statements": "int64", "reading": "string"}
"""Columns that come of reading, with their types: the fields of an article, the number of its statements and all in the form of
`scale.wire`."""
BESIDE: Mapping[str, str] = {"form": "string", "raw": "binary", "given": "string", "problem": "string", "reader": "string"}
"""The others: where the article comes from, the problem where there is no article, and the version of Verbale that read it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it is read back: a reading with where its article comes from, or a problem; and the version that read it."""

    found: Reading | Problem
    origin: Origin
    reader: str


def told(reading: Reading | None) -> dict[str, Any]:
    """The columns that come of reading; empty ones where there is no article."""
    if reading is None:
        return dict.fromkeys(READ)
    article = {name: getattr(reading.article, name) for name in _TOLD}
    article = {name: _whole(value) for name, value in article.items()}
    return {**article, "statements": len(reading.statements), "reading": line(reading)}


def beside(origin: Origin | None, problem: Problem | None, reader: str) -> dict[str, Any]:
    """The other columns."""
    from_where = cells(origin) if origin else {"form": None, "raw": None, "given": None}
    return {**from_where, "problem": line(problem) if problem else None, "reader": reader}


def of_row(row: Mapping[str, Any], name: str) -> Row:
    """The row as it was; `name` is that of its file."""
    try:
        found = record(Problem, row["problem"]) if row["reading"] is None else record(Reading, row["reading"])
        return Row(found, of_cells(row), row["reader"] or "")
    except (ValueError, TypeError, LookupError) as error:
        return fault(Code.UNREADABLE, f"a row of another Verbale: {error}", name)


def fault(code: Code, words: str, path: str) -> Row:
    """A row that tells what is wrong with a file."""
    return Row(Problem(code, "sources", words[:200], path=path), Origin(), "")


def _whole(value: str | None) -> str | None:
    """No table holds half characters; the reading itself does."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
