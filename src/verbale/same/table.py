"""The sayings of a pool as tables of numbers, so that many are compared at once."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from verbale.same.alike import NAMELESS
from verbale.same.sayings import Saying
from verbale.same.stems import RARE

Numbers = NDArray[np.int64]
Truths = NDArray[np.bool_]


class Words(NamedTuple):
    """Words of many sayings, those of a saying next to each other and in the order of the alphabet."""

    begins: Numbers
    """Where the words of each saying begin, and behind the last where they end."""
    words: Numbers
    """A number for each word, in the order of the alphabet."""
    weights: Numbers
    own: Truths
    """Whether the word is no name."""
    known: int
    """How many different words there are."""

    @property
    def owners(self) -> Numbers:
        """The saying of each word."""
        return np.repeat(np.arange(len(self.begins) - 1), np.diff(self.begins))

    def shared(self, ones: Numbers, twos: Numbers) -> tuple[Numbers, Truths, Truths]:
        """The weight of the words that each pair of sayings has in common, as the first weighs them; whether one of them is
        a name in neither; and whether one is rare."""
        counts = np.diff(self.begins)[ones]
        pair = np.repeat(np.arange(len(ones)), counts)
        at = np.arange(len(pair)) + np.repeat(self.begins[ones] - np.cumsum(counts) + counts, counts)
        held = self.owners * self.known + self.words  # in order, since both parts are
        wanted = np.repeat(twos, counts) * self.known + self.words[at]
        found = np.minimum(np.searchsorted(held, wanted), len(held) - 1)
        (hit,) = np.nonzero(held[found] == wanted) if len(held) else (np.zeros(0, np.int64),)
        own = self.own[at[hit]] & self.own[found[hit]]
        weights = np.bincount(pair[hit], self.weights[at[hit]], len(ones))
        rare = self.weights[at[hit]] >= RARE
        told, telling = (np.bincount(pair[hit], some, len(ones)) > 0 for some in (own, rare))
        return weights.astype(np.int64), told, telling


@dataclass(frozen=True, slots=True)
class Table:
    """Sayings in order, and what matters of each for comparing it, at its place."""

    sayings: Sequence[Saying]
    keys: Words
    signs: Words
    figures: Words
    """The numbers they tell, each with a weight of 1."""
    weight: Numbers
    sign_weight: Numbers
    language: Numbers
    person: Numbers
    """A number for each speaker; -1 where none is known."""
    named: Truths
    told: Truths
    """Whether it is told who the speaker is."""
    article: Numbers
    headline: Truths
    nested: Truths
    """Whether it is told within another."""
    inside: Numbers
    """The place of that other; -1 where it is not among them."""
    days: Numbers
    """First and last day of each, -1 where nothing tells."""

    @property
    def half(self) -> Numbers:
        """A number for each half of an article, its headline or its text."""
        return self.article * 2 + self.headline


def table(sayings: Sequence[Saying]) -> Table:
    """Sayings as tables."""
    heards = [s.heard for s in sayings]
    places = {heard.id: n for n, heard in enumerate(heards)}
    return Table(
        sayings,
        _words([s.keys for s in sayings], [s.own for s in sayings]),
        _words([s.signs for s in sayings], [s.own for s in sayings]),
        _words([dict.fromkeys(s.numbers, 1) for s in sayings], [s.numbers for s in sayings]),
        np.array([s.weight for s in sayings], np.int64),
        np.array([s.sign_weight for s in sayings], np.int64),
        _numbered(h.language for h in heards),
        _numbered(h.person for h in heards),
        np.array([s.named for s in sayings], bool),
        np.array([h.speaker not in NAMELESS for h in heards], bool),
        _numbered(h.article for h in heards),
        np.array([h.headline for h in heards], bool),
        np.array([h.inside is not None for h in heards], bool),
        np.array([places.get(h.inside or "", -1) for h in heards], np.int64),
        np.array([s.days or (-1, -1) for s in sayings], np.int64).reshape(-1, 2),
    )


def _words(bags: Sequence[Mapping[str, int]], owns: Sequence[Collection[str]]) -> Words:
    number = {word: n for n, word in enumerate(sorted(set().union(*bags)))}
    begins = np.cumsum([0, *map(len, bags)])
    words = np.array([number[word] for bag in bags for word in bag], np.int64)
    weights = np.array([weight for bag in bags for weight in bag.values()], np.int64)
    own = np.array([word in mine for bag, mine in zip(bags, owns, strict=True) for word in bag], bool)
    ordered = np.lexsort((words, np.repeat(np.arange(len(bags)), np.diff(begins))))
    return Words(begins, words[ordered], weights[ordered], own[ordered], len(number))


def _numbered(values: Iterable[Hashable]) -> Numbers:
    """A number for each value, equal for equal ones; -1 for None."""
    known: dict[Hashable, int] = {}
    return np.array([-1 if value is None else known.setdefault(value, len(known)) for value in values], np.int64)
