"""Whether two words can be one name: in another case, by another language's rules, as an initial, or misspelled."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from rapidfuzz.distance import OSA, Levenshtein

from verbale.names import same_word
from verbale.people.form import is_initial, is_patronymic
from verbale.people.letters import is_cyrillic, plain
from verbale.people.sounds import closeness, heads, rough, sound


class Manner(StrEnum):
    """How two words are one name; the surest first."""

    SAME = "same"
    CASE = "case"
    SPELLING = "spelling"
    SOUND = "sound"
    NEAR = "near"
    INITIAL = "initial"


SENTENCES = {
    Manner.SAME: "{0} stands in both names.",
    Manner.CASE: "{0} and {1} are one word in two cases.",
    Manner.SPELLING: "{0} and {1} are known spellings of one name.",
    Manner.SOUND: "{0} and {1} sound alike, each as its language spells it.",
    Manner.NEAR: "{0} and {1} are close enough for a slip of spelling.",
    Manner.INITIAL: "{0} and {1} begin alike; one is an initial.",
}


SHORT = 3
"""Signs of a sound with which one vowel more or less makes another name: May and Mao."""


class Alike(NamedTuple):
    """How surely two words are one name, and in which manner."""

    score: float
    manner: Manner


@lru_cache(maxsize=300_000)
def alike(one: str, two: str, *, abroad: bool = False) -> Alike | None:
    """How two words of names are alike, None where they are not. Words as in `Form.words`.

    Within one language another letter is mostly another name; `abroad` says that two languages spelled them.
    """
    if is_initial(one) or is_initial(two):
        return Alike(0.7, Manner.INITIAL) if _begin_alike(one.rstrip("."), two.rstrip(".")) else None
    if plain(one) == plain(two):
        return Alike(1.0, Manner.SAME)
    abroad = abroad or is_cyrillic(one) != is_cyrillic(two)
    return (
        _in_case(one, two)
        or _same_sound(one, two)
        or _known(one, two, abroad)
        or _sounding(one, two, abroad)
        or (_slip(one, two))
    )


def _in_case(one: str, two: str) -> Alike | None:
    if plain(one)[:2] != plain(two)[:2] or not is_cyrillic(one) or not is_cyrillic(two):
        return None
    return Alike(0.97, Manner.CASE) if same_word(one, two) and is_patronymic(one) == is_patronymic(two) else None


def _same_sound(one: str, two: str) -> Alike | None:
    return Alike(0.95, Manner.SOUND) if sound(one) == sound(two) else None


def _known(one: str, two: str, abroad: bool) -> Alike | None:
    """Within one language two known spellings (Elena, Alena) are more often two names."""
    return Alike(0.93 if abroad else 0.84, Manner.SPELLING) if names_of(one) & names_of(two) else None


def _sounding(one: str, two: str, abroad: bool) -> Alike | None:
    a, b = sound(one), sound(two)
    if min(len(a), len(b)) < (2 if abroad else SHORT + 1) or Levenshtein.normalized_similarity(a, b, score_cutoff=0.5) == 0:
        return None
    close = closeness(a, b)
    if close >= (0.85 if min(len(a), len(b)) > SHORT else 0.95) and abroad:
        return Alike(close, Manner.SOUND)
    return Alike(min(0.84, close), Manner.NEAR) if close >= (0.75 if abroad else 0.9) else None


def _slip(one: str, two: str) -> Alike | None:
    """One letter put wrong, two in a long word; never the first of a short one."""
    a, b = plain(one), plain(two)
    shorter = min(len(a), len(b))
    slips = OSA.distance(a, b, score_cutoff=2)
    if slips > (2 if shorter >= 9 else 1) or shorter < 4 or (shorter < 6 and a[0] != b[0]):
        return None
    return Alike(0.8 if shorter > 5 else 0.7, Manner.NEAR)


def _begin_alike(one: str, two: str) -> bool:
    if is_cyrillic(one) == is_cyrillic(two):
        short, long = sorted((plain(one), plain(two)), key=len)
        return long.startswith(short)
    return bool(set(heads(sound(one))) & set(heads(sound(two))))


# ---------------------------------------------------------------- spellings that no rule of sound tells


@cache
def _spellings() -> dict[str, frozenset[int]]:
    """The names that a rough sound can be, by their lines in `spellings.txt`."""
    found: dict[str, set[int]] = defaultdict(set)
    lines = files(__package__).joinpath("spellings.txt").read_text("utf-8").splitlines()
    for number, line in enumerate(lines):
        for word in () if line.startswith("#") else line.split():
            found[rough(word)].add(number)
    return {signs: frozenset(numbers) for signs, numbers in found.items()}


@lru_cache(maxsize=200_000)
def names_of(word: str) -> frozenset[int]:
    """Lines of `spellings.txt` that hold the word, or one that sounds almost so."""
    return _spellings().get(rough(word), frozenset())
