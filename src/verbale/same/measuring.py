"""Many pairs of sayings compared at once: as `alike.compared` does one, and with the same outcome to the last bit."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from verbale.same.alike import (
    ABROAD,
    FULL,
    HEADING,
    KNOWN,
    LESS,
    LEVEL,
    LONG,
    MOST,
    NEVER,
    NUMBERS,
    OPEN,
    OPEN_SHARED,
    OTHER,
    OTHER_SHARED,
    PLAIN,
    SOON,
    STRANGE,
    VERBATIM,
    WINDOW,
    compared,
)
from verbale.same.table import Numbers, Table, Truths

PAIRS = 50_000
"""So many pairs are compared at once, so that what is held for them stays small."""
Shares = NDArray[np.float64]


class Measured(NamedTuple):
    """How alike the two of each pair are, and how alike they must be."""

    likeness: Shares
    asked: Shares


def measured(pool: Table, ones: Numbers, twos: Numbers) -> Measured:
    """Likeness and what is asked for of pairs, by their places in the pool."""
    parts = [_by_words(pool, ones[at : at + PAIRS], twos[at : at + PAIRS]) for at in range(0, len(ones), PAIRS)]
    if not parts:
        return Measured(np.zeros(0), np.zeros(0))
    found = Measured(*map(np.concatenate, zip(*parts, strict=True)))
    for at in np.flatnonzero(_meant(pool, ones, twos) & (found.likeness < found.asked)).tolist():
        told = compared(pool.sayings[ones[at]], pool.sayings[twos[at]])
        found.likeness[at], found.asked[at] = told.likeness, told.asked
    return found


def _meant(pool: Table, ones: Numbers, twos: Numbers) -> Truths:
    """Whether an encoder knows the two of each pair, and one speaker says both."""
    known = np.array([s.meaning is not None for s in pool.sayings], bool)
    both: Truths = known[ones] & known[twos]
    return both & _one_speaker(pool, ones, twos)


def _by_words(pool: Table, ones: Numbers, twos: Numbers) -> Measured:
    abroad = pool.language[ones] != pool.language[twos]
    shared, own, rare = _shared(pool, abroad, ones, twos)
    weights = [np.where(abroad, pool.sign_weight[some], pool.weight[some]) for some in (ones, twos)]
    like = _likeness(shared, *weights, whole=~_may_be_cut(pool, ones, twos))
    possible = own & ~_part(pool, ones, twos) & ~_nested(pool, ones, twos)
    possible &= _near(pool, ones, twos) | _verbatim(pool, ones, twos, like)
    wanted = _wanted(pool, ones, twos, shared, LESS * np.minimum(shared, MOST) + ABROAD * abroad)
    wanted += PLAIN * (~rare & ~abroad & _one_speaker(pool, ones, twos))
    return Measured(like, np.where(possible, wanted + NUMBERS * _numbers_differ(pool, ones, twos), NEVER))


def _shared(pool: Table, abroad: Truths, ones: Numbers, twos: Numbers) -> tuple[Numbers, Truths, Truths]:
    """The weight of what pairs share, whether it says something, and whether a word of it is rare: keys within a language, signs
    over languages."""
    shared, own, rare = np.zeros(len(ones), np.int64), np.zeros(len(ones), bool), np.zeros(len(ones), bool)
    for words, those in ((pool.keys, ~abroad), (pool.signs, abroad)):
        shared[those], own[those], rare[those] = words.shared(ones[those], twos[those])
    return shared, own, rare


def _likeness(shared: Numbers, a: Numbers, b: Numbers, *, whole: Truths) -> Shares:
    """As `alike` has it, of the weights of what is shared and of all words of the one and the other."""
    some = shared > 0
    within = shared / np.where(some, np.minimum(a, b), 1)
    both = shared / np.where(some, a + b - shared, 1)
    return np.minimum(1.0, np.maximum(both, np.where(whole, 0.0, within * within * np.minimum(1.0, shared / FULL))))


def _wanted(pool: Table, ones: Numbers, twos: Numbers, shared: Numbers, less: Shares) -> Shares:
    levels = pool.nested[ones] != pool.nested[twos]
    mine = KNOWN - SOON * _at_once(pool, ones, twos) - HEADING * _heading(pool, ones, twos) + LEVEL * levels - less
    strange = np.where(shared >= OPEN_SHARED, STRANGE, NEVER)
    others = np.where(shared >= OTHER_SHARED, OTHER - less, NEVER)
    open_ = np.where(shared >= OPEN_SHARED, OPEN - less, NEVER)
    which = [_one_speaker(pool, ones, twos), pool.named[ones] != pool.named[twos], pool.named[ones] | levels]
    return np.select(which, [mine, strange, others], open_)


def _part(pool: Table, ones: Numbers, twos: Numbers) -> Truths:
    """Whether a single word stands beside more."""
    counts = np.diff(pool.keys.begins)
    least, most = np.minimum(counts[ones], counts[twos]), np.maximum(counts[ones], counts[twos])
    part: Truths = (least == 1) & (most > 1)
    return part


def _may_be_cut(pool: Table, ones: Numbers, twos: Numbers) -> Truths:
    told: Truths = pool.told[ones] & pool.told[twos]
    alike: Truths = pool.named[ones] == pool.named[twos]
    return _one_speaker(pool, ones, twos) | (told & alike)


def _heading(pool: Table, ones: Numbers, twos: Numbers) -> Truths:
    within: Truths = pool.article[ones] == pool.article[twos]
    halves: Truths = pool.headline[ones] != pool.headline[twos]
    return within & halves


def _at_once(pool: Table, ones: Numbers, twos: Numbers) -> Truths:
    first, last = pool.days[:, 0], pool.days[:, 1]
    dated: Truths = (last[ones] >= 0) & (last[twos] >= 0)
    met: Truths = (first[ones] <= last[twos]) & (first[twos] <= last[ones])
    return dated & met


def _one_speaker(pool: Table, ones: Numbers, twos: Numbers) -> Truths:
    same: Truths = pool.person[ones] == pool.person[twos]
    return same & (pool.person[ones] >= 0)


def _nested(pool: Table, ones: Numbers, twos: Numbers) -> Truths:
    one: Truths = pool.inside[ones] == twos
    two: Truths = pool.inside[twos] == ones
    return one | two


def _near(pool: Table, ones: Numbers, twos: Numbers) -> Truths:
    first, last = pool.days[:, 0], pool.days[:, 1]
    undated: Truths = (last[ones] < 0) | (last[twos] < 0)
    apart: Numbers = np.maximum(first[ones], first[twos]) - np.minimum(last[ones], last[twos])
    near: Truths = apart <= WINDOW
    return undated | near


def _verbatim(pool: Table, ones: Numbers, twos: Numbers, like: Shares) -> Truths:
    long: Truths = np.minimum(pool.weight[ones], pool.weight[twos]) >= LONG
    return long & (like >= VERBATIM)


def _numbers_differ(pool: Table, ones: Numbers, twos: Numbers) -> Truths:
    tells = np.diff(pool.figures.begins) > 0
    differ: Truths = tells[ones] & tells[twos]
    differ[differ] = pool.figures.shared(ones[differ], twos[differ])[0] == 0
    return differ
