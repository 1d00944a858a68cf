"""The same tests against the other store: what a test opens as a file then lies in a schema of its own on a PostgreSQL server.

`VERBALE_TEST_STORE=postgresql://…` names a database that is there for nothing else. The path is still made, as an empty file, and
told in words; only what is kept goes elsewhere.
"""

from __future__ import annotations

import os
from collections import Counter
from itertools import count
from pathlib import Path
from urllib.parse import quote

from verbale.model import digest
from verbale.place import Place, Server
from verbale.store import record
from verbale.store.file import File
from verbale.store.opening import open_place

URL = os.environ.get("VERBALE_TEST_STORE", "")
_TABLES = "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'verbale'"
_free: list[File] = []
_fresh = count()
_made: Counter[str] = Counter()


def take_over() -> None:
    """From now on records are opened on the server."""
    record.open_place = opened  # type: ignore[attr-defined]


def opened(where: Place, *, readonly: bool) -> File:
    if isinstance(where, Server):
        return open_place(where, readonly=readonly)
    if str(where) == ":memory:":
        return _passing(where)
    file = open_place(_server(where), readonly=readonly)
    file.path = where
    return file


class _Passing(File):
    """A record that lasts until it is closed; the schema is swept and used again, for to make one takes long."""

    def close(self) -> None:
        if not self.connection.in_transaction and self not in _free:
            tables = [row["name"] for row in self.connection.execute(_TABLES)]
            self.connection.execute(f"TRUNCATE {', '.join(tables)} RESTART IDENTITY")
            _free.append(self)


def _passing(where: Path) -> File:
    if not _free:
        _free.append(open_place(new_server(), readonly=False))
    file = _free.pop()
    return _Passing(where, file.connection, file.dialect)


def new_server() -> Server:
    """An empty schema on the server."""
    return schema(f"t{os.getpid()}_{next(_fresh)}")


def _server(path: Path) -> Server:
    name = str(path.absolute())
    if not path.exists():  # none yet, or no longer
        _made[name] += 1
        path.touch()
    return schema(f"t{os.getpid()}_{digest('f', name, str(_made[name]))}")


def schema(name: str) -> Server:
    import psycopg

    with psycopg.connect(URL, autocommit=True) as server:
        server.execute(f"CREATE SCHEMA IF NOT EXISTS {name}".encode())
    return Server(f"{URL}{'&' if '?' in URL else '?'}options={quote(f'-csearch_path={name}')}")
