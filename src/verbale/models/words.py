"""The words of a text with their dictionary forms, without grammar: quick enough for every statement of a record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from verbale.lang import load
from verbale.models.morphology import known, readings
from verbale.phrases import Word, plain

_WORD = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+)*|[.,?!;:]")
_LIKELY = 0.02
"""Readings of the dictionary that are rarer are left out."""


def words(text: str, language: str) -> tuple[Word, ...]:
    """The words of a text and the marks that end its sentences, in order; a dictionary form for each that it may have."""
    return tuple(word(found, language) for found in _WORD.findall(text))


@lru_cache(maxsize=200_000)
def word(text: str, language: str) -> Word:
    """One word with all that it may be a form of."""
    small = plain(text)
    inflected = language in {"ru", "uk"} and not small.isascii()
    return Word(small, frozenset({small, *(_inflected(small, language) if inflected else _english(small))}))


def _inflected(word: str, language: str) -> Iterator[str]:
    """Dictionary forms; of a word that the dictionary has not, what is left without a usual ending: `дронами`, `бэкстопа`."""
    if known(word, language):
        yield from (plain(reading.lemma) for reading in readings(word, language) if reading.score >= _LIKELY)
        return
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 3:
            yield word.removesuffix(ending)


_ENDINGS = (
    "ами",
    "ями",
    "ого",
    "ому",
    "ах",
    "ях",
    "ам",
    "ям",
    "ом",
    "ем",
    "ов",
    "ів",
    "ев",
    "їв",
    "ою",
    "а",
    "у",
    "ы",
    "и",
    "і",
    "е",
    "я",
    "ю",
)


def _english(word: str) -> list[str]:
    """What a word may be a form of by its ending alone; too many rather than too few, for no phrase names what is no word."""
    out = [_irregular()[word]] if word in _irregular() else []
    for ending in ("'s", "s", "ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            bare = word[: -len(ending)]
            out += [bare, bare + "e"] if ending in {"ed", "ing"} else [bare]
            out += [bare[:-1]] if ending in {"ed", "ing"} and bare[-1:] == bare[-2:-1] else []
    for ending, bare in (("ies", "y"), ("ied", "y"), ("es", "")):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            out.append(word[: -len(ending)] + bare)
    return out


@cache
def _irregular() -> dict[str, str]:
    """The dictionary form of each form that no rule gives."""
    return {form: verb for verb, forms in load("en").cues["irregular"].items() for form in forms.split()}
