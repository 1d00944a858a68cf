"""Many rows in one message: a question that adds a row, turned into one that adds all rows of a JSON list.

Row by row, the server is asked hundreds of times for an article, and most of the time goes into asking.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import inf, isfinite
from typing import Any

import psycopg

from verbale.store.file import Values

_INSERT = re.compile(
    r"(?:\s*--.*\n)*\s*INSERT INTO (?P<table>\w+) \((?P<columns>[\w\s,]+)\)\s*VALUES \((?P<values>[\w\s,%()]+)\)"
    r"(?P<else>\s*ON CONFLICT [^;]*DO NOTHING)?\s*"
)
_VALUE = re.compile(r"%\((\w+)\)s")


@dataclass(frozen=True, slots=True)
class Many:
    """A question that adds many rows."""

    sql: str
    """It takes one value, the JSON list."""
    columns: tuple[tuple[str, str], ...]
    """Each column, and the name of its value among those of a row."""

    def rows(self, some: Iterable[Values]) -> str:
        """The JSON list of some rows. Raises `UnicodeEncodeError` for what no text of PostgreSQL's holds."""
        cells = ({column: _cell(row[name]) for column, name in self.columns} for row in some)
        return json.dumps(list(cells), ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=512)
def many(sql: str) -> Many | None:
    """The question turned so; None where it does more than add a row."""
    found = _INSERT.fullmatch(sql)
    if found is None:
        return None
    columns, values = (tuple(_parted(found[name])) for name in ("columns", "values"))
    names = tuple(held[1] if (held := _VALUE.fullmatch(value)) else "" for value in values)
    if not all(names):
        return None
    listed = ", ".join(columns)
    turned = (
        f"INSERT INTO {found['table']} ({listed}) SELECT {listed} "  # noqa: S608 - words of our own queries
        f"FROM json_populate_recordset(CAST(NULL AS {found['table']}), %s){found['else'] or ''}"
    )
    return Many(turned, tuple(zip(columns, names, strict=True)))


def _parted(listed: str) -> Iterator[str]:
    return (one.strip() for one in listed.split(","))


_LIMITLESS = {inf: "Infinity", -inf: "-Infinity"}
"""Numbers that JSON has no sign for; PostgreSQL takes them from words."""


def _cell(value: Any) -> Any:
    """A value as the tables take it: yes and no are 1 and 0, and no number is none, which they refuse."""
    if isinstance(value, str):
        if "\0" in value:
            raise UnicodeEncodeError("utf-8", "\0", 0, 1, "no text of PostgreSQL's holds this character")
        return value
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, float):
        return value if isfinite(value) else _LIMITLESS.get(value)
    if isinstance(value, bytes):
        return f"\\x{value.hex()}"
    if value is None or isinstance(value, int):
        return value
    raise psycopg.ProgrammingError(f"no column takes a {type(value).__name__}")
