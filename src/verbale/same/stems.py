"""Words of a saying as they are compared: without endings, with a weight for how much they tell, and a sign over languages."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from anyascii import anyascii

from verbale.models.morphology import lemma

STEM = 6
"""So many letters of a dictionary form tell a word: `критический` and `критичный` are one."""
EVERYDAY, NAME, RARE = 6, 6, 10
"""Weights of an everyday word, of a name (it tells of whom is spoken, not what is said) and of any other word. They are whole
numbers, so that their sums are the same in whatever order they are taken."""
BONES = 3
"""A word with fewer consonants says nothing in another language."""
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_FOLDED = str.maketrans({"ё": "е", "ґ": "г", "ʼ": "'", "’": "'"})
_SOUND = re.compile(r"sch|sh|ch|kh|zh|ts|th|ph|ck|dzh")
_SOUNDS = {"sch": "s", "sh": "s", "ch": "k", "kh": "h", "zh": "j", "ts": "c", "th": "t", "ph": "f", "ck": "k", "dzh": "j"}
_SIGNS = str.maketrans({"z": "s", "c": "k", "w": "v", "q": "k", "x": "s", "g": "h"})


class Stem(NamedTuple):
    """One word of a saying."""

    key: str
    """Equal for words that are compared as one within a language: forms of a word, and everyday words of one meaning."""
    sign: str
    """Equal for words that mean or sound the same in any language; empty where that cannot be told."""
    weight: int
    name: bool = False
    """It is written with a capital, as names are, which tell of whom is spoken and not what is said."""


def stems(text: str, language: str) -> list[Stem]:
    """The words of a text that tell something, in order."""
    words = _WORD.findall(text)
    if not words:
        return []
    first = _stem(words[0], language, capital=_capital(words[0]) and not text.startswith(words[0]))
    return [stem for stem in (first, *(_inner(word, language) for word in words[1:])) if stem]


def spoken(text: str, language: str) -> Iterator[tuple[Stem, str]]:
    """As `stems`, each with the word as it stands."""
    for found in _WORD.finditer(text):
        if stem := _stem(found[0], language, capital=found.start() > 0 and _capital(found[0])):
            yield stem, found[0]


@lru_cache(maxsize=200_000)
def _inner(word: str, language: str) -> Stem | None:
    """A word that is not the first of its text, so that a capital letter tells something."""
    return _stem(word, language, capital=_capital(word))


def _capital(word: str) -> bool:
    return word[0].isupper()


@lru_cache(maxsize=200_000)
def _stem(word: str, language: str, *, capital: bool) -> Stem | None:
    if word[0].isdigit():
        number = word.replace(",", ".")
        return Stem(number, number, RARE)
    basic = basic_form(word, language)
    small = _small(language)
    if basic in small or word.lower() in small:
        return None
    meaning = _meanings(language).get(basic, "")
    weight = EVERYDAY if meaning else NAME if capital else RARE
    return Stem(meaning or basic[:STEM], meaning or bones(basic), weight, name=word[0].isupper())


@lru_cache(maxsize=200_000)
def basic_form(word: str, language: str) -> str:
    """The dictionary form in small letters, roughly so in English."""
    folded = unicodedata.normalize("NFC", word).lower().translate(_FOLDED)
    if language in {"ru", "uk"} and not folded.isascii():
        return lemma(folded, language).translate(_FOLDED)
    return _english(folded.removesuffix("'s"))


def _english(word: str) -> str:
    """An English word without the endings that only grammar gives it."""
    for ending, left in (
        ("ies", "y"),
        ("sses", "ss"),
        ("ing", ""),
        ("ied", "y"),
        ("ed", ""),
        ("es", "e"),
        ("s", ""),
        ("ly", ""),
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 4 and not (ending == "s" and word.endswith(("ss", "us", "is"))):
            word = word.removesuffix(ending) + left
            break
    return word[:-1] if len(word) > 5 and word.endswith("e") else word


@lru_cache(maxsize=200_000)
def bones(word: str) -> str:
    """The consonants of a word as they sound in any of the languages: `референдум` and `referendum` share them."""
    plain = anyascii(word.replace("дж", "ж")).lower()
    heard = _SOUND.sub(lambda m: _SOUNDS[m[0]], plain).translate(_SIGNS)
    bare = re.sub(r"[^b-df-hj-np-tv-z]", "", heard.replace("y", ""))
    return re.sub(r"(.)\1+", r"\1", bare)[:5] if len(bare) >= BONES else ""


@cache
def _small(language: str) -> frozenset[str]:
    """Words that tell nothing, as they stand and in their dictionary form."""
    words = _data("small.toml").get(language, "").split()
    return frozenset(words) | {basic_form(word, language) for word in words}


@cache
def _meanings(language: str) -> dict[str, str]:
    """Everyday words in their dictionary form, with the number of their meaning; of two the first."""
    columns = {"en": 0, "ru": 1, "uk": 2}
    rows = _data("concepts.toml")["meanings"] if language in columns else []
    found: dict[str, str] = {}
    for n, row in enumerate(rows):
        for word in row[columns[language]].split():
            found.setdefault(basic_form(word, language), f"#{n}")
    return found


@cache
def _data(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))
