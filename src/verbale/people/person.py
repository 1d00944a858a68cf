"""Who the persons of a record are: a row each, with the names, offices and dates that the articles give."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.model import Kind
from verbale.people.judgements import Anchor


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way in which the articles write the name."""

    name: str
    times: int


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office with the first and last month in which articles give it."""

    role: str
    """In the words used most."""
    first: str
    last: str
    times: int
    office: str = ""
    """What it is over languages: `state (US)`; empty where it cannot be told."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody over all articles; also a body or a country."""

    id: str
    name: str
    kind: Kind
    names: tuple[Spelling, ...] = ()
    """All spellings, the commonest first."""
    tenures: tuple[Tenure, ...] = ()
    gender: str = ""
    first: str = ""
    """Month of the first article that names it, `2022-03`; empty where undated."""
    last: str = ""
    articles: int = 0
    ids: tuple[str, ...] = ()
    """Ids in knowledge from outside: `wikidata:Q…`."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two names that may be one person's: worth a look."""

    one: Anchor
    two: Anchor
    score: float
    times: int
    """How many sightings hang on it."""
    why: tuple[str, ...]
