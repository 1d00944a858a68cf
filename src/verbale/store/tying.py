"""Blocks of statements compared and grouped: pure functions that several processes can do at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from verbale.model import Kind, Said, Speech
from verbale.models import encoder
from verbale.same import Carrying, Heard, Saying, Tie, carrying, compared, saying, tied, utterances
from verbale.same.carriers import languages, speaker
from verbale.same.utterances import LOOSE
from verbale.store.cells import word

Line = tuple[Any, ...]
"""A row of the question `heard_words`: what is known of a statement, its number first."""
Pairs = NDArray[np.void]
TIED = np.dtype([("one", "<i8"), ("two", "<i8"), ("margin", "<i4")])
"""How the ties of a pool are kept: two statements by number, and how much more alike they are than was asked for."""
MARGIN = 10_000
"""A margin is kept in such parts."""


@dataclass(frozen=True, slots=True)
class Pools:
    """Some pools next to each other, which share statements: each with its name and the numbers of its statements."""

    lines: tuple[Line, ...]
    pools: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Together:
    """Sets of statements that hang together, each with its ties, and what people judged of them."""

    lines: tuple[Line, ...]
    sets: tuple[tuple[int, ...], ...]
    tied: Pairs
    cuts: tuple[int, ...]
    """Where the ties of each set begin, and behind the last where they end."""
    same: tuple[tuple[str, str], ...]
    apart: tuple[tuple[str, str], ...]


class Carried(NamedTuple):
    """A statement, by number, in its utterance; see `verbale.model.Carrier`."""

    statement: int
    likeness: float
    how: str
    copy: bool


class Made(NamedTuple):
    """An utterance with its carriers, the first published first."""

    person: str | None
    languages: str
    first: str | None
    """When the first dated carrier was published."""
    origin: str
    """Id of the first carrier."""
    carriers: tuple[Carried, ...]


def tie(block: Pools) -> list[dict[str, Any]]:
    """The ties within each pool, as they are kept."""
    ready = sayings({line[0]: heard(line) for line in block.lines})
    return [{"name": name, "ties": _ties([n for n in numbers if n in ready], ready)} for name, numbers in block.pools]


def group(block: Together) -> list[list[Made]]:
    """The utterances of each set, the largest first."""
    heards = {line[0]: heard(line) for line in block.lines}
    ready = sayings({n: heards[n] for some in block.sets if len(some) > 1 for n in some if n in heards})
    judged = frozenset(id_ for pair in block.same for id_ in pair)
    found: list[list[Made]] = []
    for some, (start, stop) in zip(block.sets, pairwise(block.cuts), strict=True):
        present = [n for n in some if n in heards]
        if len(some) == 1:
            found.append([_alone(n, heards[n]) for n in present])
        else:
            found.append(_made(_groups(present, block.tied[start:stop], block, ready), ready, judged))
    return found


def heard(line: Line) -> Heard:
    """The statement of a row."""
    _, id_, kind, content, start, stop, basis, speaks, inside, headline, n, article, language, published, person, story = line
    return Heard(
        id=id_,
        article=article,
        language=language,
        kind=word(Speech, kind),
        content=content,
        published=published,
        said=Said(start, stop, None, basis),
        person=person,
        speaker=word(Kind, speaks) if speaks else None,
        inside=inside,
        headline=bool(headline),
        story=story,
        place=n,
    )


def sayings(heard: Mapping[int, Heard]) -> dict[int, Saying]:
    """Statements ready to be compared, with what the user's encoder makes of them, if there is one."""
    made = {number: saying(one) for number, one in heard.items()}
    name = encoder.named()
    told = [number for number, one in heard.items() if name and encoder.knows(one.language, name)]
    if not told:
        return made
    vectors = encoder.encode([heard[number].content for number in told], name)
    return made | {number: replace(made[number], meaning=vector) for number, vector in zip(told, vectors, strict=True)}


def _ties(numbers: Sequence[int], ready: Mapping[int, Saying]) -> bytes:
    ordered = sorted(numbers, key=lambda n: ready[n].heard.id)
    places = np.array(ordered, np.int64)
    found = tied([ready[n] for n in ordered])
    rows = np.empty(len(found.ones), TIED)
    rows["one"], rows["two"] = places[found.ones], places[found.twos]
    rows["margin"] = np.rint(found.margins * MARGIN)
    return rows.tobytes()


def _groups(present: Sequence[int], ties: Pairs, block: Together, ready: Mapping[int, Saying]) -> list[list[int]]:
    """Statements that hang together, parted into utterances."""
    number = {ready[n].heard.id: n for n in present}

    def alike(one: str, two: str) -> bool:
        found = compared(ready[number[one]], ready[number[two]])
        return found.likeness >= LOOSE * found.asked

    def voice(one: str) -> str:
        return ready[number[one]].heard.article

    nested = [(inside, id_) for id_, n in number.items() if (inside := ready[n].heard.inside) and inside in number]
    same, apart = ([pair for pair in pairs if {*pair} <= number.keys()] for pairs in (block.same, block.apart))
    found = utterances(_strongest(ties, ready), alike, voice, same=same, apart=[*apart, *nested])
    joined = [[number[id_] for id_ in some] for some in found]
    grouped = {n for some in joined for n in some}
    return joined + [[n] for n in present if n not in grouped]


def _strongest(ties: Pairs, ready: Mapping[int, Saying]) -> list[Tie]:
    """The ties by ids, of a pair that was compared in two pools the stronger."""
    best: dict[tuple[str, str], int] = {}
    for one, two, margin in ties.tolist():
        a, b = ready[one].heard.id, ready[two].heard.id
        pair = (a, b) if a < b else (b, a)
        if margin > best.get(pair, -1):
            best[pair] = margin
    return [Tie(one, two, margin / MARGIN) for (one, two), margin in best.items()]


def _made(groups: Sequence[Sequence[int]], ready: Mapping[int, Saying], judged: frozenset[str]) -> list[Made]:
    number = {ready[n].heard.id: n for some in groups for n in some}
    made = [_utterance(carrying([ready[n] for n in some], judged), number) for some in groups]
    return sorted(made, key=lambda m: (-len(m.carriers), m.origin))


def _utterance(carriers: Sequence[Carrying], number: Mapping[str, int]) -> Made:
    return Made(
        speaker(carriers),
        ", ".join(languages(carriers)),
        next((c.heard.published for c in carriers if c.heard.published), None),
        carriers[0].heard.id,
        tuple(Carried(number[c.heard.id], c.likeness, c.how, c.copy) for c in carriers),
    )


def _alone(number: int, heard: Heard) -> Made:
    """What a single statement carries."""
    return _utterance([Carrying(heard, 1.0, "first", copy=False)], {heard.id: number})
