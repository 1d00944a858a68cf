"""How a record is served."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.place import Place

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})


@dataclass(frozen=True, slots=True)
class Settings:
    """Which record is shown, to whom, and whether they may judge."""

    path: Place
    edit: bool = False
    by: str = ""
    """Who judges."""
    token: str = ""
    """What a reader must show; empty where nobody but this machine is answered."""
    hosts: frozenset[str] = LOOPBACK
    """The names under which the reader is asked for; empty for any. A page of somebody else's that lets its own name point
    at this machine asks under that name."""
