"""A whole record taken elsewhere, table by table as it stands: ids, judgements, rulings and all that is derived.

Which tables there are is asked of the schema, so one that is added goes with the others.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from verbale.errors import RecordError
from verbale.store.file import File, Row, telling
from verbale.store.migrations import migrate

PAGE = 1000
"""So many rows are in memory at once."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a record."""

    name: str
    columns: tuple[tuple[str, str], ...]
    """Name and kind of each: TEXT, INTEGER, REAL or BLOB."""
    key: tuple[str, ...]
    """The columns that name a row, by which rows are in order."""


@cache
def tables() -> tuple[Table, ...]:
    """The tables of a record, each behind those that its rows point at; search indices are made of them and left out."""
    with closing(sqlite3.connect(":memory:")) as empty:
        migrate(empty, 0)
        plain = {name for _, name, kind, *_ in empty.execute("PRAGMA main.table_list") if kind == "table"}
        made = [name for (name,) in empty.execute("SELECT name FROM sqlite_master ORDER BY rowid") if name in plain]
        return tuple(_table(name, empty.execute(f"PRAGMA table_info({name})").fetchall()) for name in made)


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a record holds."""

    file: File

    @contextmanager
    def tables(self) -> Iterator[Iterator[tuple[Table, Iterator[list[Row]]]]]:
        """Each table with its rows, some at a time, as they stand when this begins."""
        with self.file.snapshot():
            yield ((table, pages(self.file, table)) for table in tables())

    def copy_to(self, other: Contents) -> dict[str, int]:
        """Copy all rows into a record that is empty, or none; how many of each table.

        Raises `RecordError` where the other one holds anything, or cannot hold what is to be copied.
        """
        with other.file.transaction(), self.tables() as found:
            if full := next((table.name for table in tables() if _first(other.file, table)), None):
                raise RecordError(f"{other.file.path} is not empty, it has rows of “{full}”: a record is copied into a new one")
            return {table.name: _add(other.file, table, rows) for table, rows in found}


def pages(file: File, table: Table) -> Iterator[list[Row]]:
    """The rows of a table in the order of their keys, some at a time."""
    listed, key = ", ".join(name for name, _ in table.columns), ", ".join(table.key)
    behind, after = ", ".join(f":{name}" for name in table.key), ""
    values: Mapping[str, Any] = {}
    while page := _asked(file, f"SELECT {listed} FROM {table.name} {after} ORDER BY {key} LIMIT {PAGE}", values):  # noqa: S608
        yield page
        after = f"WHERE ({key}) > ({behind})"
        values = {name: page[-1][name] for name in table.key}


def _add(file: File, table: Table, pages: Iterator[list[Row]]) -> int:
    names = [name for name, _ in table.columns]
    listed, values = ", ".join(names), ", ".join(f":{name}" for name in names)
    adding = file.dialect.turned(f"INSERT INTO {table.name} ({listed}) VALUES ({values})")  # noqa: S608
    added, last = 0, None
    for page in pages:
        _write(file, adding, table, [{name: row[name] for name in names} for row in page])
        added, last = added + len(page), page[-1]
    if last is not None and table.key == ("number",):
        file.ask("number_on", table=table.name, last=last["number"])
    return added


def _write(file: File, adding: str, table: Table, rows: list[dict[str, Any]]) -> None:
    try:
        with telling(file.path):
            file.connection.executemany(adding, rows)
    except UnicodeEncodeError as error:
        raise RecordError(f"{file.path} cannot hold a row of “{table.name}”: {error.reason}") from error


def _first(file: File, table: Table) -> list[Row]:
    return _asked(file, f"SELECT 1 FROM {table.name} LIMIT 1", {})  # noqa: S608 - names of our own schema


def _asked(file: File, sql: str, values: Mapping[str, Any]) -> list[Row]:
    with telling(file.path):
        found: list[Row] = file.connection.execute(file.dialect.turned(sql), values).fetchall()
    return found


def _table(name: str, columns: list[tuple[Any, ...]]) -> Table:
    key = sorted((place, column) for _, column, _, _, _, place in columns if place)
    return Table(name, tuple((column, kind) for _, column, kind, *_ in columns), tuple(column for _, column in key))
