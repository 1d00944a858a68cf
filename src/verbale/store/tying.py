"""Blocks of statements compared and grouped: pure functions that several processes can do at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from verbale.models import encoder
from verbale.same import Carrying, Heard, Saying, Tie, carrying, compared, saying, ties, utterances
from verbale.same.utterances import LOOSE
from verbale.store.file import Values


class Tied(NamedTuple):
    """Two statements that are tied, by number."""

    one: int
    two: int
    likeness: float
    margin: float


@dataclass(frozen=True, slots=True)
class Pools:
    """Some pools next to each other, which share statements: each with its name and the numbers of its statements."""

    heard: Mapping[int, Heard]
    pools: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Together:
    """Sets of statements that hang together, each with its ties, and what people judged of them."""

    heard: Mapping[int, Heard]
    sets: tuple[tuple[int, ...], ...]
    tied: tuple[tuple[Tied, ...], ...]
    same: tuple[tuple[str, str], ...]
    apart: tuple[tuple[str, str], ...]


class Made(NamedTuple):
    """An utterance: its carriers, and the numbers of their statements by id."""

    carriers: list[Carrying]
    number: dict[str, int]


def tie(block: Pools) -> list[Values]:
    """The ties within each pool, as rows."""
    ready = sayings(block.heard)
    return [row for name, numbers in block.pools for row in _rows(name, {n: ready[n] for n in numbers if n in ready})]


def group(block: Together) -> list[list[Made]]:
    """The utterances of each set, the largest first."""
    ready = sayings(block.heard)
    joined = frozenset(id_ for pair in block.same for id_ in pair)
    return [_made(groups, ready, joined) for groups in (_groups(n, block, ready) for n in range(len(block.sets)))]


def sayings(heard: Mapping[int, Heard]) -> dict[int, Saying]:
    """Statements ready to be compared, with what the user's encoder makes of them, if there is one."""
    made = {number: saying(one) for number, one in heard.items()}
    name = encoder.named()
    told = [number for number, one in heard.items() if name and encoder.knows(one.language, name)]
    if not told:
        return made
    vectors = encoder.encode([heard[number].content for number in told], name)
    return made | {number: replace(made[number], meaning=vector) for number, vector in zip(told, vectors, strict=True)}


def _rows(name: str, pool: Mapping[int, Saying]) -> list[Values]:
    number = {one.heard.id: n for n, one in pool.items()}
    return [
        {
            "pool": name,
            "one": number[found.one],
            "two": number[found.two],
            "likeness": round(found.likeness, 4),
            "margin": round(found.margin, 4),
        }
        for found in ties(pool.values())
    ]


def _groups(place: int, block: Together, ready: Mapping[int, Saying]) -> list[list[int]]:
    """Statements that hang together, parted into utterances."""
    present = [n for n in block.sets[place] if n in ready]
    if len(present) == 1:
        return [present]
    number = {ready[n].heard.id: n for n in present}

    def alike(one: str, two: str) -> bool:
        found = compared(ready[number[one]], ready[number[two]])
        return found.likeness >= LOOSE * found.asked

    def voice(one: str) -> str:
        return ready[number[one]].heard.article

    known = [Tie(*_named(tied, ready), tied.likeness, tied.margin) for tied in block.tied[place]]
    nested = [(inside, id_) for id_, n in number.items() if (inside := ready[n].heard.inside) and inside in number]
    same, apart = ([pair for pair in pairs if {*pair} <= number.keys()] for pairs in (block.same, block.apart))
    joined = [[number[id_] for id_ in some] for some in utterances(known, alike, voice, same=same, apart=[*apart, *nested])]
    grouped = {n for some in joined for n in some}
    return joined + [[n] for n in present if n not in grouped]


def _named(tied: Tied, ready: Mapping[int, Saying]) -> tuple[str, str]:
    one, two = sorted((ready[tied.one].heard.id, ready[tied.two].heard.id))
    return one, two


def _made(groups: Sequence[Sequence[int]], ready: Mapping[int, Saying], joined: frozenset[str]) -> list[Made]:
    made = [Made(carrying([ready[n] for n in some], joined), {ready[n].heard.id: n for n in some}) for some in groups]
    return sorted(made, key=lambda m: (-len(m.carriers), m.carriers[0].heard.id))
