"""Which statements of a pool are tied to each other: those worth comparing, compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from verbale.same.measuring import Measured, Shares, measured
from verbale.same.meeting import candidates
from verbale.same.sayings import Saying
from verbale.same.table import Numbers, Table, Truths, table

BEST, CLEAR, SOME = 0.125, 0.6, 0.15
"""Two statements of one speaker in one language ask for so much less likeness if each is the other's best match in its article,
the second best being no more than this share of it, and if they are somewhat alike at least."""


class Tie(NamedTuple):
    """Two statements, by their ids, that may be one saying."""

    one: str
    two: str
    margin: float
    """How much more alike they are than was asked for."""


class Ties(NamedTuple):
    """Ties of a pool, by the places of both statements in it."""

    ones: Numbers
    twos: Numbers
    margins: Shares


def ties(sayings: Iterable[Saying]) -> list[Tie]:
    """The ties of the statements of a pool, in the order of ids; they depend on what is given alone, not on its order."""
    pool = sorted(sayings, key=lambda s: s.heard.id)
    found = (column.tolist() for column in tied(pool))
    return [Tie(pool[one].heard.id, pool[two].heard.id, margin) for one, two, margin in zip(*found, strict=True)]


def tied(sayings: Sequence[Saying]) -> Ties:
    """As `ties`, of statements in the order of ids."""
    pool = table(sayings)
    ones, twos = candidates(pool)
    found = measured(pool, ones, twos)
    margins = found.likeness - found.asked + BEST * _best(pool, ones, twos, found)
    kept = margins >= 0
    return Ties(ones[kept], twos[kept], margins[kept])


# ---------------------------------------------------------------- who is whose best match


def _best(pool: Table, ones: Numbers, twos: Numbers, found: Measured) -> Truths:
    """Pairs of one speaker's statements that clearly match each other and nothing else, each in the article of the other."""
    one_speaker = (pool.person[ones] >= 0) & (pool.person[ones] == pool.person[twos])
    fit = one_speaker & (pool.language[ones] == pool.language[twos]) & (pool.half[ones] != pool.half[twos])
    (at,) = np.nonzero(fit & (found.likeness >= CLEAR * SOME) & (found.asked < 1))
    best = np.zeros(len(ones), bool)
    best[at] = _favourite(pool, ones[at], twos[at], found.likeness[at])
    return best


def _favourite(pool: Table, ones: Numbers, twos: Numbers, likes: Shares) -> Truths:
    """Whether the two of each pair are each other's best in the half of an article where they stand, and clearly so."""
    some, others, both = np.r_[ones, twos], np.r_[twos, ones], np.r_[likes, likes]
    place = some * 2 * len(pool.sayings) + pool.half[others]
    ordered = np.lexsort((others, both, place))
    place, both = place[ordered], both[ordered]
    last = np.r_[place[1:] != place[:-1], True]
    second = np.where(np.r_[False, place[1:] == place[:-1]], np.r_[0.0, both[:-1]], -1.0)
    clear = np.empty(len(some), bool)
    clear[ordered] = last & (both >= SOME) & (second < CLEAR * both)
    return clear[: len(ones)] & clear[len(ones) :]
