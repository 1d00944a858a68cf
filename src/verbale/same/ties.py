"""Which statements of a pool are tied to each other: those worth comparing, compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from verbale.same.alike import MEANT, Compared, compared, same_speaker
from verbale.same.sayings import Saying

LIMIT, BESIDE = 24, 6
"""Of so many statements with a word in common all are compared; of more, each with so many beside it once they stand in order,
so that cost grows with the statements and not with their square."""
WORDS, FEW, MANY = 8, 2, 4
"""So many of its words, the rarest in the pool, look for others like a statement. Two in common are enough, one where it has few;
where two persons are known to have said them, so many are asked for."""
NEAREST, ROWS = 5, 1_000
"""So many neighbours in meaning are looked at, for so many statements at once."""
BEST, CLEAR, SOME = 0.1, 0.6, 0.15
"""Two statements of one speaker in one language ask for so much less likeness if each is the other's best match in its article,
the second best being no more than this share of it, and if they are somewhat alike at least."""
Pair = tuple[int, int]
Place = tuple[str, str]
"""A language or a speaker, and a word."""


class Tie(NamedTuple):
    """Two statements, by their ids, that may be one saying."""

    one: str
    two: str
    likeness: float
    margin: float
    """How much more alike they are than was asked for."""


def ties(sayings: Iterable[Saying]) -> list[Tie]:
    """The ties of the statements of a pool, in the order of ids; they depend on what is given alone, not on its order."""
    pool = sorted(sayings, key=lambda s: s.heard.id)
    found = {(a, b): compared(pool[a], pool[b]) for a, b in candidates(pool)}
    best = _best(pool, found)
    every = (
        Tie(pool[a].heard.id, pool[b].heard.id, told.likeness, told.margin + BEST * ((a, b) in best))
        for (a, b), told in found.items()
        if told.margin + BEST >= 0
    )
    return [tie for tie in every if tie.margin >= 0]


# ---------------------------------------------------------------- which to compare


def candidates(pool: Sequence[Saying]) -> list[Pair]:
    """Pairs of statements, by their places in the pool, that share enough rare words to be worth a look; in order."""
    mixed = len({s.heard.language for s in pool}) > 1
    kinds = _Kinds(np.array([len(s.keys) <= FEW for s in pool], bool), _speakers(pool))
    met = [_met(pool, places, kinds) for places in (_tongue, _speaker, *([_meant, _abroad] if mixed else []))]
    every = np.unique(np.concatenate([*met, np.array(sorted(_meanings(pool)), np.int64)]))
    ones, twos = np.divmod(every, max(1, len(pool)))
    return list(zip(ones.tolist(), twos.tolist(), strict=True))


def _tongue(saying: Saying) -> Iterator[Place]:
    """A statement is looked for by each word in its language,"""
    return ((saying.heard.language, key) for key in saying.keys)


def _speaker(saying: Saying) -> Iterator[Place]:
    """by each word that its speaker uses,"""
    person = saying.heard.person
    return ((person, key) for key in saying.keys) if person else iter(())


def _meant(saying: Saying) -> Iterator[Place]:
    """by each that can be known again in any language,"""
    return (("", sign) for sign in saying.signs)


def _abroad(saying: Saying) -> Iterator[Place]:
    """and by each of these that its speaker uses."""
    person = saying.heard.person
    return ((person, sign) for sign in saying.signs) if person else iter(())


def _meanings(pool: Sequence[Saying]) -> set[int]:
    """Pairs of one speaker's statements that an encoder finds near each other, each as one number."""
    by: dict[str, list[int]] = defaultdict(list)
    for n, saying in enumerate(pool):
        if saying.heard.person and saying.meaning is not None:
            by[saying.heard.person].append(n)
    return {pair for some in by.values() if len(some) > 1 for pair in _neighbours(some, pool)}


def _neighbours(some: Sequence[int], pool: Sequence[Saying]) -> Iterator[int]:
    """Each with the few that are nearest to it in meaning, those that are near enough."""
    vectors = np.array([pool[n].meaning for n in some], np.float32)
    for start in range(0, len(some), ROWS):
        likes = vectors[start : start + ROWS] @ vectors.T
        nearest = np.argsort(-likes, axis=1, kind="stable")[:, : NEAREST + 1]
        for row, others in enumerate(nearest.tolist(), start):
            for other in others:
                if other != row and likes[row - start, other] >= MEANT:
                    a, b = sorted((some[row], some[other]))
                    yield a * len(pool) + b


class _Kinds(NamedTuple):
    """What statements of a pool are, each at its place."""

    short: NDArray[np.bool_]
    speaker: NDArray[np.int64]
    """A number for each certain person; -1 where the speaker is none."""

    def asked(self, ones: NDArray[np.int64], twos: NDArray[np.int64]) -> NDArray[np.int64]:
        """How many places pairs must share to be compared."""
        a, b = self.speaker[ones], self.speaker[twos]
        return np.where((a >= 0) & (b >= 0) & (a != b), MANY, np.where(self.short[ones] | self.short[twos], 1, 2))


def _speakers(pool: Sequence[Saying]) -> NDArray[np.int64]:
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(s.heard.person or "", len(numbers)) if s.named else -1 for s in pool], np.int64)


def _met(pool: Sequence[Saying], places: Callable[[Saying], Iterator[Place]], kinds: _Kinds) -> NDArray[np.int64]:
    """Pairs that share enough of their rarest places; each as one number."""
    met: dict[Place, list[int]] = defaultdict(list)
    for n, saying in enumerate(pool):
        for place in places(saying):
            met[place].append(n)
    often = {place: len(some) for place, some in met.items() if len(some) > 1}
    used = {place for saying in pool for place in _rarest(places(saying), often)}
    pairs = [np.empty(0, np.int64), *_pairs([met[place] for place in used], pool)]
    found, times = np.unique(np.concatenate(pairs), return_counts=True)
    return found[times >= kinds.asked(*np.divmod(found, max(1, len(pool))))]


def _rarest(places: Iterable[Place], often: Mapping[Place, int]) -> list[Place]:
    """The places of a statement's rarest words, those that nobody shares left out."""
    found = [place for place in places if place in often]
    return sorted(found, key=lambda place: (often[place], place))[:WORDS] if len(found) > WORDS else found


def _pairs(every: Iterable[list[int]], pool: Sequence[Saying]) -> Iterator[NDArray[np.int64]]:
    """The pairs of statements of each place that are compared, each as one number; places of one size go together."""
    few: dict[int, list[list[int]]] = defaultdict(list)
    for some in every:
        if len(some) <= LIMIT:
            few[len(some)].append(some)
        else:
            yield _beside(np.array(sorted(some, key=lambda n: (pool[n].order, n)), np.int64), len(pool))
    for size, alike in few.items():
        table, (ones, twos) = np.array(alike, np.int64), np.triu_indices(size, 1)
        yield (table[:, ones] * len(pool) + table[:, twos]).ravel()


def _beside(ordered: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """Each with the few that stand next to it."""
    steps = [(ordered[:-n], ordered[n:]) for n in range(1, BESIDE + 1)]
    return np.concatenate([np.minimum(one, two) * size + np.maximum(one, two) for one, two in steps])


# ---------------------------------------------------------------- who is whose best match


def _best(pool: Sequence[Saying], found: Mapping[Pair, Compared]) -> set[Pair]:
    """Pairs of one speaker's statements that clearly match each other and nothing else, each in the article of the other."""
    likes: dict[tuple[int, tuple[str, bool]], list[tuple[float, int]]] = defaultdict(list)
    near = [(a, b, told) for (a, b), told in found.items() if told.likeness >= CLEAR * SOME and told.asked < 1]
    for a, b, told in near:
        if _comparable(pool[a], pool[b]):
            likes[a, _half(pool[b])].append((told.likeness, b))
            likes[b, _half(pool[a])].append((told.likeness, a))
    favourite = {place: _clearest(some) for place, some in likes.items()}
    return {(a, b) for a, b, _ in near if favourite.get((a, _half(pool[b]))) == b and favourite.get((b, _half(pool[a]))) == a}


def _comparable(one: Saying, two: Saying) -> bool:
    """Whether one speaker says both, in one language and not in the same half of an article."""
    return same_speaker(one, two) and one.heard.language == two.heard.language and _half(one) != _half(two)


def _half(saying: Saying) -> tuple[str, bool]:
    """The article, and whether it is its headline."""
    return saying.heard.article, saying.heard.headline


def _clearest(likes: list[tuple[float, int]]) -> int | None:
    """The best of those a statement is like; None where the second best is nearly as good."""
    best, *rest = sorted(likes, reverse=True)
    clear = best[0] >= SOME and (not rest or rest[0][0] < CLEAR * best[0])
    return best[1] if clear else None
