"""What an office is, whatever words name it: `US Secretary of State`, `госсекретарь США`, `глава американской дипломатии`."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from verbale.lang import languages, load
from verbale.names import letters
from verbale.people.countries import countries


class Office(NamedTuple):
    """An office as it can be compared over words and languages."""

    group: str
    """Its group in `titles.toml`."""
    country: str
    past: bool = False
    """Whether the words say that it is held no longer."""

    @property
    def sole(self) -> bool:
        """Whether one person at a time holds it: the group is such, and the country is known."""
        return bool(self.country) and self.group in _data()["one"]["groups"]

    def __str__(self) -> str:
        return f"{self.group} ({self.country})" if self.country else self.group


@lru_cache(maxsize=200_000)
def office(role: str, language: str) -> Office | None:
    """The office that the words of a role name; None where no group holds them or they name an aide to it."""
    if language not in languages():
        return None
    words = [w for w in re.split(r"[\s-]+", letters(role.replace("-", " - "))) if w]
    found = _headed(words, language)
    if found is None:
        return None
    group, at = found
    before = set(words[:at])
    if {*before, *words[at + 1 : at + 2]} & _words("below") or (language != "en" and before & _nouns(language)):
        return None
    named = countries(role, language)
    country = named[0] if named else _data()["implied"].get(group, "")
    return Office(_data()["called"].get(f"{group} {country}", group), country, bool(before & _words("past")))


def _headed(words: list[str], language: str) -> tuple[str, int] | None:
    """The group whose words head the phrase, and where they begin. English phrases are headed by their last noun."""
    found = [(at, len(form), group) for group, form in _forms(language) for at in _places(form, words)]
    if language == "en":
        stop = next((n for n, w in enumerate(words) if w in {"for", "to", "at", "in", "from", "of"} and n), len(words))
        found = [f for f in found if f[0] < stop]
        best = max(found, key=lambda f: (f[0] + f[1], f[1], f[2]), default=None)
    else:
        best = min(found, key=lambda f: (f[0], -f[1], f[2]), default=None)
    return (best[2], best[0]) if best else None


def _places(form: tuple[str, ...], words: list[str]) -> list[int]:
    """Where the words of an office stand in the role, in their order, with at most two others between them."""
    return [at for at, word in enumerate(words) if word == form[0] and _follow(form[1:], words[at + 1 :])]


def _follow(form: tuple[str, ...], words: list[str]) -> bool:
    for word in form:
        if word not in words[:3]:
            return False
        words = words[words.index(word) + 1 :]
    return True


@cache
def _forms(language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Every group of offices with each of its forms, as words. Groups of many offices are told from no other and left out."""
    groups = load(language).titles.get("offices", {})
    return tuple((name, tuple(_split(form))) for name, forms in groups.items() for form in forms)


def _split(form: str) -> list[str]:
    return [w for w in re.split(r"[\s-]+", letters(form.replace("-", " - "))) if w]


@cache
def _nouns(language: str) -> frozenset[str]:
    """Nouns that name a person; one before an office heads the phrase in its stead: `пресс-секретарь президента`."""
    words = load(language).titles["persons"]["words"]
    return frozenset(letters(w) for w in words if "-" not in w) - _words("past")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(letters(w) for w in _data()["before"][key])


@cache
def _data() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files(__package__).joinpath("offices.toml").read_text("utf-8"))
