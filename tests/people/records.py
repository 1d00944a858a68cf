"""Small records to join: invented people, an article a line."""

from __future__ import annotations

from collections.abc import Iterable

from verbale.model import Kind
from verbale.people import People, Sighting, people


def article(id_: str, *names: str, date: str = "2031-05-09", language: str = "en") -> list[Sighting]:
    """An article that names these persons. `Foreign Minister of Italy: Ana Reyes` has an office, `Premier of Italy:` no name."""
    return [_sighting(id_, n, name, date, language) for n, name in enumerate(names)]


def _sighting(id_: str, n: int, name: str, date: str, language: str) -> Sighting:
    role, colon, bare = name.partition(":")
    return Sighting(
        id_, n, Kind.PERSON, bare.strip() if colon else name, role if colon else "", language=language, published=date
    )


def body(id_: str, *names: str, kind: Kind = Kind.ORGANISATION, language: str = "en") -> list[Sighting]:
    """An article that names these bodies, or countries."""
    return [Sighting(id_, n, kind, name, language=language, published="2031-05-09") for n, name in enumerate(names)]


def elsewhere(count: int = 60) -> list[Sighting]:
    """Articles about something else, so that whom an article names tells something."""
    return [s for n in range(count) for s in body(f"elsewhere {n}", f"Body {n}")]


def joined(*articles: Iterable[Sighting]) -> People:
    return people(s for sightings in articles for s in sightings)


def same(people_: People, one: tuple[str, int], two: tuple[str, int]) -> bool:
    """Whether two sightings are one person's."""
    first, second = people_.person(*one), people_.person(*two)
    return first is not None and first == second


def told(people_: People) -> set[tuple[str, frozenset[tuple[str, int]]]]:
    """Every person with his sightings: what must not depend on the order in which they come."""
    found: dict[str, set[tuple[str, int]]] = {}
    for id_, numbers in people_.of.items():
        for n in numbers:
            person = people_.person(id_, n)
            assert person
            found.setdefault(person.id, set()).add((id_, n))
    return {(id_, frozenset(sightings)) for id_, sightings in found.items()}
