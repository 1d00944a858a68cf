"""Which statements of a pool are worth comparing: those that share enough rare words."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from verbale.same.alike import MEANT
from verbale.same.table import Numbers, Table, Words

LIMIT, BESIDE = 24, 6
"""Of so many statements with a word in common all are compared; of more, each with so many beside it once they stand in order,
so that cost grows with the statements and not with their square."""
WORDS, FEW, MANY = 8, 2, 4
"""So many of its words, the rarest in the pool, look for others like a statement. Two in common are enough, one where it has few;
where two persons are known to have said them, so many are asked for."""
NEAREST, ROWS = 5, 1_000
"""So many neighbours in meaning are looked at, for so many statements at once."""


def candidates(pool: Table) -> tuple[Numbers, Numbers]:
    """Pairs of statements, by their places in the pool, that share enough rare words to be worth a look; in order.

    A statement is looked for by each word in its language, and by each word that its speaker uses; where there are several
    languages also by each that can be known again in any of them, and by each of these that its speaker uses.
    """
    order = _order(pool)
    ways = [(pool.keys, pool.language), (pool.keys, pool.person)]
    if pool.language.any():
        ways += [(pool.signs, np.zeros_like(pool.language)), (pool.signs, pool.person)]
    met = [_met(pool, words, within, order) for words, within in ways]
    return _parted(np.unique(np.concatenate([*met, np.array(sorted(_meanings(pool)), np.int64)])), pool)


def _parted(pairs: Numbers, pool: Table) -> tuple[Numbers, Numbers]:
    """The two places of pairs that are told as one number each."""
    ones, twos = np.divmod(pairs, max(1, len(pool.sayings)))
    return ones, twos


def _order(pool: Table) -> Numbers:
    """How the statements stand by their words in order: those that begin alike are next to each other."""
    ordered = sorted(range(len(pool.sayings)), key=lambda n: (pool.sayings[n].order, n))
    places = np.empty(len(ordered), np.int64)
    places[ordered] = np.arange(len(ordered))
    return places


# ---------------------------------------------------------------- by words


def _met(pool: Table, words: Words, within: Numbers, order: Numbers) -> Numbers:
    """Pairs that share enough of their rarest words within a language or a speaker; each as one number."""
    owners = words.owners
    kept = within[owners] >= 0
    owners, words_of = owners[kept], words.words[kept]
    _, places, often = np.unique(within[owners] * words.known + words_of, return_inverse=True, return_counts=True)
    used = np.zeros(len(often), bool)
    used[places[_rarest(owners, words_of, often[places])]] = True
    kept = used[places]
    pairs = [np.empty(0, np.int64), *_pairs(owners[kept], places[kept], order)]
    found, times = np.unique(np.concatenate(pairs), return_counts=True)
    ones, twos = _parted(found, pool)
    enough: Numbers = found[times >= _asked(pool, ones, twos)]
    return enough


def _rarest(owners: Numbers, words: Numbers, often: Numbers) -> Numbers:
    """Where the rarest words of each statement stand, those that nobody shares left out; of words as rare the first."""
    (shared,) = np.nonzero(often > 1)
    ordered = shared[np.lexsort((words[shared], often[shared], owners[shared]))]
    mine = owners[ordered]
    rank = np.arange(len(mine)) - np.searchsorted(mine, mine)
    return ordered[rank < WORDS]


def _pairs(owners: Numbers, places: Numbers, order: Numbers) -> Iterator[Numbers]:
    """The pairs of statements of each place that are compared, each as one number; places of one size go together."""
    ordered = np.lexsort((owners, places))
    owners, places = owners[ordered], places[ordered]
    _, begins, sizes = np.unique(places, return_index=True, return_counts=True)
    for size in np.unique(sizes[sizes <= LIMIT]).tolist():
        members = owners[begins[sizes == size][:, None] + np.arange(size)]
        ones, twos = np.triu_indices(size, 1)
        yield (members[:, ones] * len(order) + members[:, twos]).ravel()
    many = np.repeat(sizes > LIMIT, sizes)
    yield from _beside(owners[many], places[many], order)


def _beside(owners: Numbers, places: Numbers, order: Numbers) -> Iterator[Numbers]:
    """Each with the few that stand next to it."""
    ordered = np.lexsort((order[owners], places))
    owners, places = owners[ordered], places[ordered]
    for step in range(1, BESIDE + 1):
        (at,) = np.nonzero(places[:-step] == places[step:])
        one, two = owners[at], owners[at + step]
        yield np.minimum(one, two) * len(order) + np.maximum(one, two)


def _asked(pool: Table, ones: Numbers, twos: Numbers) -> Numbers:
    """How many words pairs must share to be compared."""
    short = np.diff(pool.keys.begins) <= FEW
    others = pool.named[ones] & pool.named[twos] & (pool.person[ones] != pool.person[twos])
    return np.where(others, MANY, np.where(short[ones] | short[twos], 1, 2))


# ---------------------------------------------------------------- by meaning


def _meanings(pool: Table) -> set[int]:
    """Pairs of one speaker's statements that an encoder finds near each other, each as one number."""
    by: dict[int, list[int]] = {}
    for n, (saying, person) in enumerate(zip(pool.sayings, pool.person.tolist(), strict=True)):
        if person >= 0 and saying.meaning is not None:
            by.setdefault(person, []).append(n)
    return {pair for some in by.values() if len(some) > 1 for pair in _neighbours(some, pool)}


def _neighbours(some: list[int], pool: Table) -> Iterator[int]:
    """Each with the few that are nearest to it in meaning, those that are near enough."""
    vectors = np.array([pool.sayings[n].meaning for n in some], np.float32)
    for start in range(0, len(some), ROWS):
        likes = vectors[start : start + ROWS] @ vectors.T
        nearest = np.argsort(-likes, axis=1, kind="stable")[:, : NEAREST + 1]
        for row, others in enumerate(nearest.tolist(), start):
            for other in others:
                if other != row and likes[row - start, other] >= MEANT:
                    a, b = sorted((some[row], some[other]))
                    yield a * len(pool.sayings) + b
