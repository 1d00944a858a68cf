"""What joining sees of an article: each phrase that names or describes somebody, with all that stands around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from verbale.model import Kind, Mention, Reading, Speaker
from verbale.people.bodies import names_nobody
from verbale.people.form import is_joint


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
"""Kinds of those whom several articles can name. A document or an official without a name is another one in each."""
SPEAKING = JOINED | {Kind.PLACE}
"""Kinds of speakers that are joined: where a place speaks, its authorities do."""


class Head(NamedTuple):
    """What joining needs of an article beside its mentions."""

    article: str
    language: str
    published: str | None
    outlet: str | None


def sightings(reading: Reading) -> Iterator[Sighting]:
    """All of a reading that can be joined: its mentions, and the speakers of its statements."""
    article = reading.article
    head = Head(article.id, article.language, article.published, article.outlet)
    found = (
        *(of_mention(head, n, mention) for n, mention in enumerate(reading.mentions)),
        *(of_speaker(head, n, s.speaker) for n, s in enumerate(reading.statements) if s.speaker),
    )
    yield from (sighting for sighting in found if sighting)


def of_mention(head: Head, n: int, mention: Mention) -> Sighting | None:
    """Mention `n` of an article; None if it cannot be joined."""
    if mention.kind not in JOINED or _several(mention) or _nameless(mention.kind, mention.name):
        return None
    return _sighting(head, n, mention.kind, mention.name, mention.role, mention.gender)


def of_speaker(head: Head, n: int, speaker: Speaker) -> Sighting | None:
    """The speaker of statement `n`, numbered `spoken(n)`. One described by a bare office may be known by it."""
    if speaker.kind is Kind.PERSON and is_joint(speaker.name):
        return None
    if _nameless(speaker.kind, speaker.name):
        return None
    if speaker.kind in SPEAKING:
        return _sighting(head, spoken(n), speaker.kind, speaker.name, speaker.role or "", "")
    return _sighting(head, spoken(n), Kind.PERSON, "", speaker.name, "") if speaker.kind is Kind.UNNAMED else None


def spoken(n: int) -> int:
    """The number under which the speaker of statement `n` is sighted: below those of mentions."""
    return -1 - n


def _several(mention: Mention) -> bool:
    """Two persons named in one phrase: `Анна Реес и Петр Лан`."""
    return mention.kind is Kind.PERSON and ((mention.number == "Plur" and " " in mention.name) or is_joint(mention.name))


def _nameless(kind: Kind, name: str) -> bool:
    """A medium that is not named, another one in each article: `газета`."""
    return kind is Kind.ORGANISATION and names_nobody(name)


def _sighting(head: Head, n: int, kind: Kind, name: str, role: str, gender: str) -> Sighting:
    return Sighting(head.article, n, kind, name, role, gender, head.language, (head.published or "")[:10], head.outlet or "")
