"""A connection to PostgreSQL that answers as one to SQLite does: rows by name and by place, every fault in one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from enum import StrEnum
from functools import lru_cache
from itertools import islice
from typing import Any, NoReturn

import psycopg
from psycopg import errors
from psycopg.adapt import Dumper
from psycopg.pq import TransactionStatus
from psycopg.types.numeric import FloatDumper, Int8Dumper
from psycopg.types.string import StrDumperUnknown

from verbale.errors import RecordError
from verbale.place import Server
from verbale.store.file import RowError, Values
from verbale.store.postgresql.dialect import BEGIN
from verbale.store.postgresql.many import many

AT_ONCE = 2000
"""So many rows are sent at once."""
_OPTIONS: dict[str, Any] = {
    "autocommit": True,  # transactions are told in words, as to SQLite
    "application_name": "verbale",
    "client_encoding": "utf-8",
    "connect_timeout": 10,
}
_FAULTS: tuple[tuple[type[psycopg.Error], str], ...] = (
    (errors.LockNotAvailable, "is being written by another program; try again when that is done"),
    (errors.ReadOnlySqlTransaction, "cannot be written: it is open for reading only"),
    (errors.InsufficientPrivilege, "may not be read or written by this user"),
    (errors.DiskFull, "cannot grow: the disk of the server is full"),
)


class Row(tuple[Any, ...]):
    """The cells of a row, by place or by name."""

    __slots__ = ()
    places: Mapping[str, int] = {}

    def keys(self) -> Iterable[str]:
        return self.places.keys()

    def __getitem__(self, key: Any) -> Any:
        return tuple.__getitem__(self, self.places[key] if isinstance(key, str) else key)


class Connection:
    """What `File` asks of a connection. Raises `RecordError` and never an error of psycopg.

    Where the server has gone away in the meantime, the next question outside a transaction looks for it again.
    """

    def __init__(self, server: Server, *, readonly: bool) -> None:
        self._server = server
        self._readonly = readonly
        self._raw = self._connect()
        self._left: list[tuple[bytes, str]] = []
        """Questions that wait for the next one, each with its rows."""

    @property
    def in_transaction(self) -> bool:
        return self._raw.info.transaction_status not in {TransactionStatus.IDLE, TransactionStatus.UNKNOWN}

    @property
    def version(self) -> int:
        """Of the server: 150004 for 15.4."""
        return self._raw.info.server_version

    def execute(self, sql: str, values: Values | None = None) -> psycopg.Cursor[Any]:
        """Ask one question, or several without values."""
        if self._raw.broken:
            self._raw = self._connect()
        begins = sql == "BEGIN IMMEDIATE"
        left, self._left = [] if sql == "ROLLBACK" else self._left, []
        with self._telling(begun=begins), self._raw.pipeline() if left else nullcontext():
            for earlier, rows in left:
                self._raw.execute(earlier, [rows])
            return self._raw.execute((BEGIN if begins else sql).encode(), values and _fit(values))

    def leave(self, sql: str, rows: Iterable[Values]) -> None:
        """Add rows as `executemany` does, but with the next question of the transaction, so that nobody waits for it twice."""
        together = many(sql)
        if together is None:
            self.executemany(sql, rows)
        elif page := list(rows):
            with self._telling():
                words = together.rows(page)
            words.encode()  # what is no text is told now
            self._left.append((together.sql.encode(), words))

    def executemany(self, sql: str, rows: Iterable[Values]) -> Counted:
        """Run one query for each of some rows; what adds rows adds them all at once."""
        if self._left:
            self.execute("SELECT 1")
        together = many(sql)
        rows, changed = iter(rows), 0
        while page := list(islice(rows, AT_ONCE)):  # whoever makes the rows may ask this connection meanwhile
            with self._telling(), self._raw.cursor() as cursor:
                if together:
                    cursor.execute(together.sql.encode(), [together.rows(page)])
                else:
                    cursor.executemany(sql.encode(), page)
                changed += max(0, cursor.rowcount)
        return Counted(changed)

    def close(self) -> None:
        self._raw.close()

    def _connect(self) -> psycopg.Connection[Any]:
        try:
            raw = psycopg.connect(self._server.url, **_OPTIONS, row_factory=_rows)
        except (psycopg.Error, ValueError) as error:
            raise RecordError(f"{self._server} cannot be reached: {_words(error)}") from error
        for kind, dumper in _DUMPERS.items():
            raw.adapters.register_dumper(kind, dumper)
        raw.prepared_max = 400
        # A plan for the values at hand: a rare word and a frequent one are not found in the same way.
        raw.execute("SET plan_cache_mode = force_custom_plan")
        raw.execute("SET jit = off")  # to compile a question takes longer than to answer it
        raw.execute(f"SET default_transaction_read_only = {'on' if self._readonly else 'off'}")
        return raw

    @contextmanager
    def _telling(self, *, begun: bool = False) -> Iterator[None]:
        """Turn any error into a `RecordError` of one line; a transaction that did not begin well is none."""
        try:
            yield
        except psycopg.Error as error:
            if begun and self.in_transaction:
                self._raw.rollback()
            self._tell(error)

    def _tell(self, error: psycopg.Error) -> NoReturn:
        words = _words(error)
        if "(0x00)" in words:  # no text of PostgreSQL's holds this character
            raise UnicodeEncodeError("utf-8", "\0", 0, 1, words) from error
        if isinstance(error, psycopg.IntegrityError | psycopg.DataError | errors.ProgramLimitExceeded):
            raise RowError(f"{self._server} does not take a row: {words}") from error
        known = next((told for kind, told in _FAULTS if isinstance(error, kind)), None)
        raise RecordError(f"{self._server} {known or f'cannot be used: {words}'}") from error


class Counted:
    """What is told of rows that were written."""

    __slots__ = ("rowcount",)

    def __init__(self, rowcount: int) -> None:
        self.rowcount = rowcount


def _rows(cursor: psycopg.Cursor[Any]) -> Any:
    return _row_of(tuple(column.name for column in cursor.description or ()))


@lru_cache(maxsize=512)
def _row_of(names: tuple[str, ...]) -> type[Row]:
    return type("Row", (Row,), {"__slots__": (), "places": {name: n for n, name in enumerate(names)}})


def _fit(values: Values) -> Values:
    """Values to ask for; what no text can hold is found nowhere."""
    return {name: value.replace("\0", "\ufffd") if isinstance(value, str) else value for name, value in values.items()}


def _words(error: Exception) -> str:
    """What the server says, on one line."""
    return " ".join(str(error).split())


# ---------------------------------------------------------------- values as the tables take them


class _Bool(Dumper):
    """Yes and no are 1 and 0."""

    oid = Int8Dumper.oid

    def dump(self, obj: Any) -> bytes:
        return b"1" if obj else b"0"


class _Float(FloatDumper):
    """No number is none, which the tables refuse."""

    def dump(self, obj: Any) -> Any:
        return super().dump(obj) if obj == obj else None  # noqa: PLR0124 - NaN alone is not itself


class _List(Dumper):
    """No column holds a list; psycopg would write one as words."""

    def dump(self, obj: Any) -> NoReturn:
        raise psycopg.ProgrammingError(f"no column takes a {type(obj).__name__}")


_DUMPERS: dict[type, type[Any]] = {bool: _Bool, int: Int8Dumper, float: _Float, StrEnum: StrDumperUnknown, list: _List}
