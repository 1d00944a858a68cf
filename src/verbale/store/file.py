"""A record as it lies open: questions asked by name, rows written by name, and every fault told in one line."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verbale.errors import RecordError
from verbale.place import Place
from verbale.store.queries import Question, sql

Row = sqlite3.Row
Values = Mapping[str, Any]

_FAULTS = {
    sqlite3.SQLITE_BUSY: "is being written by another program; try again when that is done",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened: the file or its folder may not be read or written",
    sqlite3.SQLITE_CORRUPT: "is damaged; restore it from a copy",
    sqlite3.SQLITE_FULL: "cannot grow: the disk is full",
    sqlite3.SQLITE_IOERR: "cannot be read or written: the disk fails or takes no more",
    sqlite3.SQLITE_NOTADB: "is not a record",
    sqlite3.SQLITE_READONLY: "cannot be written: the file or its folder is read-only",
}


class RowError(RecordError):
    """One row cannot be written; the file is well."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a store is asked."""

    question: Question
    unfit: re.Pattern[str]
    """Characters that no text in it can hold."""
    turned: Callable[[str], str]
    """A query in its words, of one in those of SQLite."""
    snapshot: str
    """What begins to read the record as it stands, whoever writes meanwhile."""


SQLITE = Dialect(sql, re.compile("[\ud800-\udfff]+"), str, "BEGIN")


class File:
    """An open record: a file of SQLite's, or whatever answers like one. Raises `RecordError` and never an error of the store."""

    __slots__ = ("connection", "dialect", "path")

    def __init__(self, path: Place, connection: Any, dialect: Dialect = SQLITE) -> None:
        self.path = path
        self.connection = connection
        self.dialect = dialect

    def ask(self, query: str, **given: Any) -> list[Row]:
        """The rows that the named query finds; conditions on values that are None fall away."""
        values = {name: fit(value) for name, value in given.items()}
        with telling(self.path):
            found: list[Row] = self.connection.execute(self.dialect.question(query, values), values).fetchall()
        return found

    def put(self, query: str, rows: Iterable[Values]) -> int:
        """Run the named query once for each of `rows`; returns how many rows it changed.

        Raises `RowError` for a row that breaks a constraint and `UnicodeEncodeError` for half a character.
        """
        with telling(self.path):
            changed: int = self.connection.executemany(self.dialect.question(query, {}), rows).rowcount
        return changed

    def leave(self, query: str, rows: Iterable[Values]) -> None:
        """As `put`, but what is wrong with a row may be told with a later question of the transaction, or at its end.

        A server takes what was left for it together with the next question: to be asked takes it longer than to write.
        """
        if self.dialect is SQLITE:
            self.put(query, rows)
            return
        with telling(self.path):
            self.connection.leave(self.dialect.question(query, {}), rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written within happens, or nothing of it; waits for other writers."""
        with telling(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:  # a full disk ends it by itself
                    self.connection.execute("ROLLBACK")
                raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is asked within is answered of one moment; nothing is to be written."""
        with telling(self.path):
            self.connection.execute(self.dialect.snapshot)
        try:
            yield
        finally:
            with telling(self.path):
                self.connection.execute("ROLLBACK")

    def state(self) -> tuple[tuple[int, ...], ...]:
        """What is another as soon as anybody has written the record, at little cost."""
        if isinstance(self.path, Path) and self.dialect is SQLITE:
            return _stat(self.path), _stat(self.path.with_name(self.path.name + "-wal"))
        return tuple(map(tuple, self.ask("state")))

    def close(self) -> None:
        with telling(self.path):
            self.connection.close()


@contextmanager
def telling(path: Place) -> Iterator[None]:
    """Turn any error of SQLite into a `RecordError` of one line."""
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.DataError, OverflowError) as error:
        raise RowError(f"{path} does not take a row: {error}") from error
    except sqlite3.Error as error:
        raise RecordError(f"{path} {told(error)}") from error


def told(error: sqlite3.Error) -> str:
    """What went wrong, for a user: the end of a sentence that begins with the name of the file."""
    primary = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte; the rest of the code refines it
    return _FAULTS.get(primary, f"cannot be used: {error}")


def fit(value: Any) -> Any:
    """The value in a form that SQLite takes: half characters, as in arguments of broken encoding, become "?"."""
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value


def _stat(path: Path) -> tuple[int, int, int]:
    try:
        found = path.stat()
    except OSError:
        return 0, 0, 0
    return found.st_ino, found.st_mtime_ns, found.st_size
