"""What an actor holds on a topic, asked of the record."""

from __future__ import annotations

import json
from typing import NamedTuple

from verbale.errors import UnknownError
from verbale.people.sides import side_called, side_name
from verbale.positions import Held, Position, position
from verbale.store import fetch
from verbale.store.file import File
from verbale.store.search import first_day, folded, last_day
from verbale.store.topics import topic_called


class Days(NamedTuple):
    """From when to when; None is open."""

    since: str | None = None
    until: str | None = None


EVER = Days()


class _Actor(NamedTuple):
    name: str
    persons: tuple[str, ...]
    """Ids of all who speak for it."""


def positions(file: File, actor: str, about: str, when: Days = EVER, *, unclear: bool = False) -> Position:
    """What a country, body or person holds on a topic; raises `UnknownError` where there is no such actor or topic."""
    topic = topic_called(file, about)
    if topic is None:
        raise UnknownError(f"“{about}” is no topic: `verbale topics` lists them, `verbale topics import` brings in others")
    one = _actor(file, actor)
    since, until = (day and to(day) for day, to in ((when.since, first_day), (when.until, last_day)))
    rows = file.ask("held", persons=json.dumps(one.persons), topic=topic.id, since=since, until=until)
    said = fetch.entries(file, [row["number"] for row in rows])
    held = (Held(entry, row["first_day"] or row["last_day"], row["last_day"]) for row, entry in zip(rows, said, strict=True))
    return position(one.name, topic.id, held, unclear=unclear)


def _actor(file: File, name: str) -> _Actor:
    """A country or union with all who speak for it, else the person or body named most under that name."""
    code = side_called(name)
    if code:
        return _Actor(side_name(code), tuple(row["person"] for row in file.ask("sided", code=code)))
    id_ = name if name.startswith("p_") else None
    rows = file.ask("persons", id=id_, name=None if id_ else folded(name), kind=None, limit=1)
    if not rows:
        raise UnknownError(f"nobody here is called “{name}”: `verbale who` tells who is")
    return _Actor(rows[0]["name"], (rows[0]["id"],))
