"""What joining sees of an article: each phrase that names or describes somebody, with all that stands around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verbale.model import Kind, Mention, Reading, Statement


@dataclass(frozen=True, slots=True)
class Sighting:
    """A mention with its context. An article's sightings are numbered; the same numbers come back with the persons."""

    article: str
    """Id of the article."""
    n: int
    """Place among the mentions of the article. Speakers that are no mention of it have negative numbers."""
    kind: Kind
    name: str = ""
    """The name in its basic form; empty for a bare office."""
    role: str = ""
    """The office beside the name, or the office alone."""
    gender: str = ""
    language: str = ""
    published: str = ""
    """Date of the article, as an ISO prefix; empty if unknown."""
    outlet: str = ""


JOINED = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.COUNTRY})
"""Kinds of those whom several articles can name."""


def sightings(reading: Reading) -> Iterator[Sighting]:
    """All of a reading that can be joined: its mentions, and its speakers as statement `-1 - n`."""
    for n, mention in enumerate(reading.mentions):
        if mention.kind in JOINED and not _several(mention):
            yield _sighting(reading, n, mention.kind, mention.name, mention.role, mention.gender)
    for n, statement in enumerate(reading.statements):
        if found := _spoken(reading, -1 - n, statement):
            yield found


def _several(mention: Mention) -> bool:
    """Two persons named in one phrase: `Анна Реес и Петр Лан`."""
    return mention.kind is Kind.PERSON and mention.number == "Plur" and " " in mention.name


def _spoken(reading: Reading, n: int, statement: Statement) -> Sighting | None:
    """The speaker of a statement. One described by a bare office may be known by it."""
    speaker = statement.speaker
    if speaker is None:
        return None
    if speaker.kind in JOINED:
        return _sighting(reading, n, speaker.kind, speaker.name, speaker.role or "", "")
    return _sighting(reading, n, Kind.PERSON, "", speaker.name, "") if speaker.kind is Kind.UNNAMED else None


def _sighting(reading: Reading, n: int, kind: Kind, name: str, role: str, gender: str) -> Sighting:
    a = reading.article
    return Sighting(a.id, n, kind, name, role, gender, a.language, (a.published or "")[:10], a.outlet or "")
