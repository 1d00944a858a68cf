"""Open a record: a file or a server. Of a file, find out what it is, refuse what is no record, bring older ones up to date."""

from __future__ import annotations

import sqlite3
import time
from importlib import import_module
from pathlib import Path
from typing import Any

from verbale.errors import RecordError
from verbale.place import Place
from verbale.store.file import File, telling
from verbale.store.migrations import LATEST, migrate
from verbale.store.search import folded, named

APPLICATION = 0x56657262  # "Verb", at byte 68 of the file: how `file` and Datasette can tell a record from other SQLite
SMALLEST = 512  # bytes of the smallest page of SQLite
PATIENCE = 60.0  # seconds to wait for another writer
OLDEST = (3, 37, 0)  # the first SQLite with STRICT tables


def open_place(where: Place, *, readonly: bool) -> File:
    """The record there, made if absent. Raises `RecordError` if it cannot be opened in the way asked for."""
    if isinstance(where, Path):
        return open_file(where, readonly=readonly)
    file: File = _servers(where).open_server(where, readonly=readonly)
    return file


def is_at(where: Place) -> bool:
    """Whether anything lies there; raises `RecordError` where a server cannot be asked."""
    return where.exists() if isinstance(where, Path) else bool(_servers(where).is_at(where))


def _servers(where: Place) -> Any:
    """What opens records on servers, which needs parts that are there only where they are wanted."""
    try:
        return import_module("verbale.store.postgresql.opening")
    except ImportError as error:
        missing = f'the parts for PostgreSQL are not installed ({error.name}): pip install "verbale[postgresql]"'
        raise RecordError(f"{where} cannot be opened: {missing}") from error


def open_file(path: Path, *, readonly: bool) -> File:
    """The record at `path`, made if absent; an empty file is taken as a new record.

    Raises `RecordError` if it is no record, was written by a newer Verbale, or cannot be opened in the way asked for.
    """
    _look(path, readonly=readonly)
    return _reading(path) if readonly else _writing(path)


def _look(path: Path, *, readonly: bool) -> None:
    """Refuse what can be refused before SQLite touches it."""
    if sqlite3.sqlite_version_info < OLDEST:
        wanted = ".".join(map(str, OLDEST))
        raise RecordError(f"Verbale needs SQLite {wanted} or newer; this Python brings {sqlite3.sqlite_version}")
    try:
        fault = _fault(path, readonly=readonly)
    except (OSError, ValueError) as error:
        raise RecordError(f"{path} cannot be opened: {error}") from error
    if fault:
        raise RecordError(f"{path} {fault}")


def _fault(path: Path, *, readonly: bool) -> str | None:
    # No look inside: to close a file drops the locks of all in this process who have it open (POSIX), SQLite's too.
    if path.is_dir():
        return "is a folder, not a record"
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        return _fault_of_absent(path, readonly=readonly)
    if size == 0:
        return "is empty, not a record" if readonly else None
    return "is not a record" if size < SMALLEST else None  # SQLite would write over a file of one byte


def _fault_of_absent(path: Path, *, readonly: bool) -> str | None:
    if readonly:
        return "does not exist"
    return None if path.parent.is_dir() else "cannot be made: its folder does not exist"


def _reading(path: Path) -> File:
    try:
        # Not mode=ro, which would leave the files of the log behind; PRAGMA query_only refuses to write as well.
        return _read_only(path, "mode=rw")
    except RecordError as error:
        if not _is_unreachable(error) or _has_journal(path):
            raise
        # A folder that may not be written has no room for the shared memory of a write-ahead log.
        # With no log to be read, nobody is writing, and SQLite may take the file as it stands.
        return _read_only(path, "mode=ro&immutable=1")


def _read_only(path: Path, how: str) -> File:
    with telling(path):
        file = _opened(path, f"{path.absolute().as_uri()}?{how}", uri=True)
    try:
        with telling(path):
            _equip(file.connection)
            file.connection.execute("PRAGMA query_only = ON")
            version = _version(file)
        if version != LATEST:
            raise RecordError(f"{path} was written by an older Verbale; open it once for writing to bring it up to date")
    except BaseException:
        file.close()
        raise
    return file


def _opened(path: Path, address: str | Path, *, uri: bool = False) -> File:
    connection = sqlite3.connect(address, uri=uri, timeout=PATIENCE, isolation_level=None)
    connection.row_factory = sqlite3.Row
    return File(path, connection)


def _is_unreachable(error: RecordError) -> bool:
    code = getattr(error.__cause__, "sqlite_errorcode", 0) & 0xFF
    return code in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}


def _has_journal(path: Path) -> bool:
    journal = path.with_name(path.name + "-wal")
    return journal.exists() and journal.stat().st_size > 0


def _writing(path: Path) -> File:
    with telling(path):
        file = _opened(path, path)
    try:
        with telling(path):
            _equip(file.connection)
            _version(file)  # before anything is written into a file of somebody else
            _write_ahead(file.connection)
        with file.transaction():
            _bring_up_to_date(file)
    except BaseException:
        file.close()
        raise
    return file


def _equip(connection: sqlite3.Connection) -> None:
    """What holds for a connection only and is not kept in the file."""
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")  # with a write-ahead log, a power cut costs the last rows at most
    connection.create_function("folded", 1, folded, deterministic=True)
    connection.create_function("named", 2, named, deterministic=True)


def _version(file: File) -> int:
    """The version of the record; 0 for a file without anything in it."""
    (application,) = file.connection.execute("PRAGMA application_id").fetchone()
    (version,) = file.connection.execute("PRAGMA user_version").fetchone()
    (tables,) = file.connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != APPLICATION and (application or version or tables):
        raise RecordError(f"{file.path} is an SQLite file of another program, not a record")
    if version > LATEST:
        versions = f"record version {version}; this one knows {LATEST}"
        raise RecordError(f"{file.path} was written by a newer Verbale ({versions}): please upgrade")
    return int(version)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch to a write-ahead log, so that readers and a writer do not wait for each other.

    SQLite gives up at once when somebody else is at the file, whatever the timeout, so the patience is here.
    """
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return


def _bring_up_to_date(file: File) -> None:
    version = _version(file)  # again, now that nobody else can write: another program may just have made the record
    if version == LATEST:
        file.put("try_writing", [{}])  # SQLite opens what may only be read without a word
    else:
        migrate(file.connection, version)
        file.connection.execute(f"PRAGMA application_id = {APPLICATION}")
        file.connection.execute(f"PRAGMA user_version = {LATEST}")
