"""What a name sounds like, whatever language spelled it: Зеленский, Zelensky, Selenskyj, Zelenszkij."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from anyascii import anyascii

VOWELS = frozenset("aeiou")


@cache
def _data() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files(__package__).joinpath("sounds.toml").read_text("utf-8"))


@cache
def _spellings() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_data()["spellings"], key=len, reverse=True)))


@lru_cache(maxsize=200_000)
def latin(word: str) -> str:
    """The word in small Latin letters a to z."""
    letters = _data()["letters"]
    small = unicodedata.normalize("NFC", word.casefold())
    return re.sub(r"[^a-z]", "", anyascii("".join(letters.get(c, c) for c in small)).lower())


@lru_cache(maxsize=200_000)
def sound(word: str) -> str:
    """The sounds of a word, a sign each (see `sounds.toml`). Words that many languages would spell so share it."""
    spellings = _data()["spellings"]
    plain = re.sub(r"^x", "z", latin(word))
    plain = _spellings().sub(lambda found: spellings[found[0]], plain)
    plain = re.sub(r"c(?=[eiy])", "C", plain).replace("c", "k").replace("w", "v")
    plain = re.sub(r"(?<=n)g$", "", re.sub(r"(?<=[aeiouy])j(?![aeiouy])", "i", plain)).replace("j", "J").replace("y", "i")
    return re.sub(r"(.)\1+", r"\1", re.sub(r"^u(?=[aeio])", "v", plain))


def rough(word: str) -> str:
    """The sounds of a word without the difference of s and z, which spellings of one name mix up most."""
    return re.sub(r"[zS]", "s", sound(word))


# ---------------------------------------------------------------- how far two are apart


@cache
def _costs() -> tuple[dict[str, dict[str, float]], dict[str, float]]:
    """What it costs to hear each sound as others, and to leave it out."""
    near, silent = _data()["near"], _data()["silent"]
    heard: dict[str, dict[str, float]] = {v: dict.fromkeys(VOWELS, near["vowels"]) for v in VOWELS}
    for pair, cost in near.items():
        if len(pair) == 2:
            heard.setdefault(pair[0], {})[pair[1]] = cost
            heard.setdefault(pair[1], {})[pair[0]] = cost
    left = dict.fromkeys(VOWELS, silent["vowels"]) | {s: c for s, c in silent.items() if len(s) == 1}
    return heard, left


@lru_cache(maxsize=50_000)
def closeness(one: str, two: str) -> float:
    """How close two sounds are, from 0 to 1."""
    if one == two:
        return 1.0
    heaviest = max(_weight(one), _weight(two))
    return max(0.0, 1 - _distance(one, two) / heaviest) if heaviest else 0.0


def _weight(signs: str) -> float:
    """Letters of the word; a vowel counts half."""
    return len(signs) - sum(s in VOWELS for s in signs) / 2


def _distance(one: str, two: str) -> float:
    """The cheapest way to turn one into the other. Written out, since joining spends most of its time here."""
    heard, left = _costs()
    dropped = [left.get(s, 1.0) for s in two]
    row = [0.0]
    for cost in dropped:
        row.append(row[-1] + cost)
    for x in one:
        near, drop, diagonal = heard.get(x, {}), left.get(x, 1.0), row[0]
        here = row[0] = diagonal + drop
        for j, y in enumerate(two):
            best = diagonal + (0.0 if x == y else near.get(y, 1.1))
            diagonal = row[j + 1]
            best = min(best, here + dropped[j])
            here = row[j + 1] = min(best, diagonal + drop)
    return row[-1]


# ---------------------------------------------------------------- skeletons


@cache
def _classes() -> dict[str, str]:
    return {sign: name for name, signs in _data()["classes"].items() for sign in signs}


@lru_cache(maxsize=200_000)
def skeletons(signs: str) -> tuple[str, ...]:
    """The bare consonants of a sound, in coarse classes; two of them where a sign may be one of two sounds."""
    found = [_skeleton(signs)]
    if "J" in signs:
        found.append(_skeleton(signs.replace("J", "i")))
    if "Q" in signs:
        found.append(_skeleton(signs.replace("Q", "k")))
    return tuple(dict.fromkeys(found))


def _skeleton(signs: str) -> str:
    return re.sub(r"(.)\1+", r"\1", "".join(_classes().get(s, "") for s in signs))


@lru_cache(maxsize=200_000)
def heads(signs: str) -> tuple[str, ...]:
    """Coarse classes of the first sound: `A` for a vowel, both where it may be one of two."""
    first = signs[:1]
    if first == "J":
        return ("S", "A", "K")
    if first == "Q":
        return ("S", "K")
    return ("K",) if first == "h" else (_classes().get(first, "A"),)
