"""Countries by their names, adjectives and capitals in the languages served, from CLDR as Babel carries it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from babel import Locale
from babel.core import get_global

from verbale.lang import languages, load
from verbale.people.stems import stem, stems


@lru_cache(maxsize=100_000)
def countries(words: str, language: str) -> tuple[str, ...]:
    """Codes of the countries that a phrase names, in its order: `UA` for `президент Украины`; capitals stand for them."""
    known = _with_seats(language)
    spoken = stems(words)
    found: list[str] = []
    at = 0
    while at < len(spoken):
        size = next((n for n in (4, 3, 2, 1) if tuple(spoken[at : at + n]) in known), 0)
        if size:
            found.append(known[tuple(spoken[at : at + size])])
        at += size or 1
    return tuple(dict.fromkeys(code for code in found if code))


@lru_cache(maxsize=100_000)
def country(name: str, language: str) -> str:
    """The code of the country that a whole name is, empty where it is none: `RU` for `Российская Федерация`. Moscow is a city."""
    return _known(language).get(tuple(s for s in stems(name) if s != "the"), "")


@cache
def _known(language: str) -> dict[tuple[str, ...], str]:
    """Stems of all that names a country in a language, with its code. What stands first in the list below wins."""
    found: dict[tuple[str, ...], str] = {}
    for words, code in (*_own(language), *_names(language), *_adjectives(language)):
        if code and (key := tuple(stems(words))):
            found.setdefault(key, code)
    return found


def _own(language: str) -> Iterator[tuple[str, str]]:
    for code, words in _data()["names"].get(language, {}).items():
        yield from ((word, code) for word in words.split(", "))


def _names(language: str) -> Iterator[tuple[str, str]]:
    for code, name in sorted(_locale(language).territories.items()):
        if len(code) == 2 and code not in {"EZ", "QO", "XA", "XB", "ZZ"}:
            yield re.sub(r"\s*\([^)]*\)", "", name), code


def _adjectives(language: str) -> Iterator[tuple[str, str]]:
    """`украинский` is a language, and what is Ukrainian; `британский английский` begins with what is British."""
    likely = get_global("likely_subtags")
    for code, name in sorted(_locale(language).languages.items()):
        if code in _data()["ambiguous"]["languages"]:
            continue
        if "_" in code and len(code.split("_")[1]) == 2 and " " in name:
            yield name.split()[0], code.split("_")[1]
        elif code in likely and " " not in name:
            yield name, likely[code].split("_")[-1]


@cache
def _with_seats(language: str) -> dict[tuple[str, ...], str]:
    """With capitals and other seats that stand for a country, as the language files name them."""
    seats = load(language).titles.get("seats", {}) if language in languages() else {}
    return {(stem(seat),): country(name, language) for seat, name in seats.items()} | _known(language)


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language if language in {"en", "ru", "uk"} else "en")


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("countries.toml").read_text("utf-8"))
