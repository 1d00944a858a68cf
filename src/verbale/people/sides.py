"""For which country or union somebody speaks: by office, by the name of a body, or being that country."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from babel import Locale

from verbale.lang import languages
from verbale.model import Kind
from verbale.people.countries import countries, country
from verbale.people.person import Person
from verbale.people.stems import stems

OPENING = 7
"""So many words of a statement may name whose deed it tells."""
TWICE = 2
"""So many statements at least must tell what a country will do."""
MOSTLY = 0.8
"""So large a share of them must tell it of one country."""


class Side(NamedTuple):
    """A country or union as one that is spoken for."""

    code: str
    """Two letters of the country, or EU, UN or NATO."""
    why: str


def side(person: Person) -> Side | None:
    """The side that a person, body or country speaks for; None where no office and no name tells."""
    if person.kind is Kind.COUNTRY:
        return next((Side(code, f"“{s.name}” is its name.") for s in person.names if (code := side_called(s.name))), None)
    if person.kind is Kind.ORGANISATION:
        return next((Side(code, f"“{s.name}” speaks for it.") for s in person.names if (code := _of_body(s.name))), None)
    if person.kind is Kind.PERSON:
        return next(
            (Side(code, f"As {t.role} one speaks for it.") for t in person.tenures if (code := _of_office(t.role))), None
        )
    return None


def side_by_words(person: Person, told: Sequence[str]) -> Side | None:
    """The side of one who holds a country's office while no article says which country's, out of what he binds his side to
    (`Moscow will always be ready`, said the foreign minister); None where fewer than TWICE tell, or they tell of several.
    """
    role = next((t.role for t in person.tenures if _is_national(t.role)), "") if person.kind is Kind.PERSON else ""
    named = Counter(code for words in told if (code := _opening(words))) if role else Counter[str]()
    code, times = min(named.items(), key=lambda one: (-one[1], one[0]), default=("", 0))
    if times < TWICE or times < MOSTLY * named.total():
        return None
    return Side(code, f"As {role} one speaks for a country, and {times} times it is told what {side_name(code)} will do.")


def side_called(name: str) -> str:
    """The code of the side that a whole name is, in any language: `US` for `США` and `Washington`; empty for none."""
    told = _names().get(tuple(s for s in stems(name) if s != "the"))
    return told or next((code for language in languages() if (code := country(name, language))), "")


def side_name(code: str) -> str:
    """The English name of a side."""
    return str(_data()["called"].get(code) or Locale.parse("en").territories.get(code, code))


# ---------------------------------------------------------------- by words


def _is_national(role: str) -> bool:
    spoken = tuple(stems(role))
    return _any(spoken, "national") and not _any(spoken, "never")


def _opening(words: str) -> str:
    """The side that stands within the first words of what was said."""
    first = " ".join(words.split()[:OPENING])
    return _side_in(first, tuple(stems(first)))


@lru_cache(maxsize=50_000)
def _of_office(role: str) -> str:
    """The side for which the holder of an office speaks."""
    spoken = tuple(stems(role))
    if not _any(spoken, "offices") or _any(spoken, "never"):
        return ""
    return _side_in(role, spoken)


@lru_cache(maxsize=50_000)
def _of_body(name: str) -> str:
    """The side for which a body speaks: its own name stands for one, or it is a ministry of a country."""
    spoken = tuple(s for s in stems(name) if s != "the")
    if spoken in _names():
        return _names()[spoken]
    return _side_in(name, spoken) if _any(spoken, "bodies") and not _any(spoken, "never") else ""


def _side_in(words: str, spoken: tuple[str, ...]) -> str:
    """The side that words name: a country before a seat, for `British ambassador to Moscow` is no Russian."""
    named = [code for language in languages() for code in countries(words, language)[:1]]
    seats = [code for found, code in _names().items() if _stands(found, spoken)]
    return next(iter((*named, *seats)), "")


def _any(spoken: tuple[str, ...], key: str) -> bool:
    return any(_stands(found, spoken) for found in _words(key))


def _stands(found: tuple[str, ...], spoken: tuple[str, ...]) -> bool:
    """Whether words follow each other in others."""
    return any(spoken[at : at + len(found)] == found for at in range(len(spoken) - len(found) + 1))


@cache
def _words(key: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(stems(word)) for word in _data()["speaks"][key])


@cache
def _names() -> dict[tuple[str, ...], str]:
    return dict(_named())


def _named() -> Iterator[tuple[tuple[str, ...], str]]:
    for code, names in _data()["names"].items():
        yield from ((tuple(stems(name)), code) for name in names)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("sides.toml").read_text("utf-8"))
