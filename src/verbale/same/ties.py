"""Which statements of a pool are tied to each other: those worth comparing, compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from verbale.same.alike import Compared, compared, same_speaker
from verbale.same.sayings import Saying

LIMIT, BESIDE = 24, 6
"""Of so many statements with a word in common all are compared; of more, each with so many beside it once they stand in order,
so that cost grows with the statements and not with their square."""
WORDS = 8
"""So many of its words, the rarest in the pool, look for others like a statement."""
BEST, CLEAR, SOME = 0.1, 0.6, 0.15
"""Two statements of one speaker ask for so much less likeness if each is the other's best match in its article, the second
best being no more than this share of it, and if they are somewhat alike at least."""
Pair = tuple[str, str]
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
    pool = {s.heard.id: s for s in sorted(sayings, key=lambda s: s.heard.id)}
    found = {pair: compared(pool[pair[0]], pool[pair[1]]) for pair in sorted(candidates(list(pool.values())))}
    best = _best(pool, found)
    every = (Tie(*pair, c.likeness, c.margin + BEST * (pair in best)) for pair, c in found.items())
    return [tie for tie in every if tie.margin >= 0]


# ---------------------------------------------------------------- which to compare


def candidates(pool: Sequence[Saying]) -> set[Pair]:
    """Pairs of statements that share a word worth looking at; each once, the smaller id first."""
    mixed = len({s.heard.language for s in pool}) > 1
    places: dict[Place, list[Saying]] = defaultdict(list)
    for saying in pool:
        for place in _places(saying, mixed=mixed):
            places[place].append(saying)
    often = {place: len(some) for place, some in places.items() if len(some) > 1}
    used = {place for saying in pool for place in _rarest(saying, often, mixed=mixed)}
    return {pair for place in used for pair in _pairs(places[place])}


def _places(saying: Saying, *, mixed: bool) -> Iterator[Place]:
    """Where a statement is looked for: by each word in its language, and by each that its speaker uses, in any."""
    heard = saying.heard
    for key in saying.keys:
        yield heard.language, key
        if heard.person:
            yield heard.person, key
    for sign in saying.signs if mixed and heard.person else ():
        yield f"{heard.person} abroad", sign


def _rarest(saying: Saying, often: Mapping[Place, int], *, mixed: bool) -> Iterator[Place]:
    """The places of its rarest words, of each kind of place."""
    kinds: dict[str, list[Place]] = defaultdict(list)
    for place in _places(saying, mixed=mixed):
        if place in often:
            kinds[place[0]].append(place)
    for places in kinds.values():
        yield from sorted(places, key=lambda place: (often[place], place))[:WORDS]


def _pairs(some: list[Saying]) -> Iterator[Pair]:
    """The pairs of statements of one place that are compared."""
    reach = len(some) if len(some) <= LIMIT else BESIDE
    ordered = some if len(some) <= LIMIT else sorted(some, key=lambda s: (s.order, s.heard.id))
    for n, one in enumerate(ordered):
        for two in ordered[n + 1 : n + 1 + reach]:
            a, b = one.heard.id, two.heard.id
            yield (a, b) if a < b else (b, a)


# ---------------------------------------------------------------- who is whose best match


def _best(pool: Mapping[str, Saying], found: Mapping[Pair, Compared]) -> set[Pair]:
    """Pairs of one speaker's statements that clearly match each other and nothing else, each in the article of the other."""
    likes: dict[tuple[str, str, bool], list[tuple[float, str]]] = defaultdict(list)
    for (a, b), told in found.items():
        if same_speaker(pool[a], pool[b]) and told.asked < 1 and not _beside(pool[a], pool[b]):
            likes[a, *_half(pool[b])].append((told.likeness, b))
            likes[b, *_half(pool[a])].append((told.likeness, a))
    favourite = {place: some for place, found in likes.items() if (some := _clearest(found))}
    return {(a, b) for a, b in found if favourite.get((a, *_half(pool[b]))) == b and favourite.get((b, *_half(pool[a]))) == a}


def _half(saying: Saying) -> tuple[str, bool]:
    """The article, and whether it is its headline."""
    return saying.heard.article, saying.heard.headline


def _beside(one: Saying, two: Saying) -> bool:
    return _half(one) == _half(two)


def _clearest(likes: list[tuple[float, str]]) -> str | None:
    """The best of those a statement is like; None where the second best is nearly as good."""
    best, *rest = sorted(likes, reverse=True)
    clear = best[0] >= SOME and (not rest or rest[0][0] < CLEAR * best[0])
    return best[1] if clear else None
