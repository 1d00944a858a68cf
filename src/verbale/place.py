"""Where a record lies: in a file, or in a database of a PostgreSQL server."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

_SCHEMES = ("postgresql://", "postgres://")
_SECRETS = frozenset({"password", "sslpassword"})


@dataclass(frozen=True, slots=True)
class Server:
    """The address of a database, as PostgreSQL's own programs take it. Written out, it shows no password."""

    url: str = field(repr=False)

    def __str__(self) -> str:
        parts = urlsplit(self.url)
        user, at, host = parts.netloc.rpartition("@")
        given = [(name, value) for name, value in parse_qsl(parts.query) if name not in _SECRETS]
        query = f"?{urlencode(given, safe='/')}" if given else ""
        return f"{parts.scheme}://{user.partition(':')[0]}{at}{host}{parts.path}{query}"

    @property
    def name(self) -> str:
        """Of the database; that of the server where the address names none."""
        parts = urlsplit(self.url)
        return parts.path.strip("/") or parts.netloc.rpartition("@")[2] or "postgresql"

    stem = name
    """As a file's: what the name of an export may begin with."""


Place = Path | Server


def place(where: str | os.PathLike[str] | Server) -> Place:
    """The place of a record as a user names it: `talks.db`, `postgresql://host/talks`."""
    if isinstance(where, Server):
        return where
    return Server(where) if isinstance(where, str) and where.startswith(_SCHEMES) else Path(where)
