"""Open a record on a server: find out what is there, refuse what is no record, make and mend as with a file."""

from __future__ import annotations

import re
from importlib.resources import files

from verbale.errors import RecordError
from verbale.place import Server
from verbale.store.file import Dialect, File
from verbale.store.migrations import LATEST, schema, statements, step
from verbale.store.postgresql import dialect
from verbale.store.postgresql.connection import Connection

OLDEST = 14
"""The first PostgreSQL that binds the body of a function to what it speaks of, which an index over words needs."""
_UNFIT = re.compile("[\0\ud800-\udfff]+")
_TABLE = """CREATE TABLE verbale (
  version bigint NOT NULL, -- which tables these are, as the user_version of a file
  writes bigint NOT NULL -- how often the record was written
); INSERT INTO verbale VALUES (0, 0)"""
_SNAPSHOT = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
_LOCK = 0x56657262
"""Held while a record is made, as there is nothing to lock yet; any number will do that other programs do not use."""


def open_server(server: Server, *, readonly: bool) -> File:
    """The record in the database at that address, in the first schema of its search path; made if absent unless `readonly`.

    Raises `RecordError` where there is another program's data, a newer Verbale's record, or none.
    """
    connection = Connection(server, readonly=readonly)
    try:
        if connection.version < OLDEST * 10000:
            raise RecordError(f"{server} is older than Verbale needs: PostgreSQL {OLDEST} or newer")
        (_check if readonly else _bring_up_to_date)(connection, server)
    except BaseException:
        connection.close()
        raise
    return File(server, connection, Dialect(dialect.question, _UNFIT, dialect.query, _SNAPSHOT))


def is_at(server: Server) -> bool:
    """Whether a record lies there; raises `RecordError` for what another program or a newer Verbale put there."""
    connection = Connection(server, readonly=True)
    try:
        return _version(connection, server) > 0
    finally:
        connection.close()


def _check(connection: Connection, server: Server) -> None:
    version = _version(connection, server)
    if version == 0:
        raise RecordError(f"{server} holds no record")
    if version != LATEST:
        raise RecordError(f"{server} was written by an older Verbale; open it once for writing to bring it up to date")


def _bring_up_to_date(connection: Connection, server: Server) -> None:
    if _version(connection, server) == LATEST:
        connection.execute("BEGIN IMMEDIATE")  # where it may only be read, that is told now
        connection.execute("ROLLBACK")
        return
    connection.execute(f"BEGIN; SELECT pg_advisory_xact_lock({_LOCK})")
    try:
        _migrate(connection, _version(connection, server))  # again: another program may just have made the record
        connection.execute("UPDATE verbale SET version = %(version)s", {"version": LATEST})
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _version(connection: Connection, server: Server) -> int:
    """The version of the record; 0 where nothing is yet."""
    asked = "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()"
    tables = {row["name"] for row in connection.execute(asked)}
    if "verbale" not in tables:
        if tables:
            raise RecordError(f"{server} holds tables of another program, not a record")
        return 0
    (version,) = (row["version"] for row in connection.execute("SELECT version FROM verbale"))
    if version > LATEST:
        versions = f"record version {version}; this one knows {LATEST}"
        raise RecordError(f"{server} was written by a newer Verbale ({versions}): please upgrade")
    return int(version)


def _migrate(connection: Connection, version: int) -> None:
    if version == LATEST:
        return
    if version == 0:
        _run(connection, schema())
        connection.execute(files(__package__).joinpath("search.sql").read_text(encoding="utf-8"))
        connection.execute(_TABLE)
        return
    for number in range(version, LATEST):
        _run(connection, step(number, dialect="postgresql"))


def _run(connection: Connection, script: str) -> None:
    for statement in statements(script):
        if turned := dialect.schema(statement):
            connection.execute(turned)
