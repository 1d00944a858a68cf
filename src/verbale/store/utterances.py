"""Join statements of one saying. Only pools in which something changed are compared again, and what hangs on them grouped."""

from __future__ import annotations

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from typing import Any

import numpy as np

from verbale.model import Said, Speech, digest
from verbale.models import encoder
from verbale.people import Judgement, Verdict, standing
from verbale.same import Heard, compared, pools
from verbale.same.reasons import reasons
from verbale.same.sayings import days
from verbale.store import told
from verbale.store.file import File, Values
from verbale.store.lasting import free
from verbale.store.spread import Spread
from verbale.store.together import Numbers, Sets, sets
from verbale.store.tying import TIED, Line, Made, Pairs, Pools, Together, group, heard, sayings, tie

PAGE = 20_000
"""So many statements are fetched at once."""
BLOCK = 5_000
"""Statements of so many are compared or grouped together, and of a pool all."""
JUDGED = "judged"
"""Name under which the state of all judgements about statements is kept among the pools."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The statement that another is most like, and what speaks for one saying and against it."""

    statement: str
    likeness: float
    why: tuple[str, ...]


@dataclass(slots=True)
class _Pool:
    """The numbers of the statements of a pool, and a hash of all that is known of them.

    Of their speakers it only matters who is one with whom: a person that gets another id, or becomes one with somebody who is
    silent on these days, changes no tie.
    """

    numbers: array[int] = field(default_factory=lambda: array("q"))
    hash: Any = field(default_factory=lambda: blake2b(digest_size=16))
    persons: dict[str, int] = field(default_factory=dict)

    def add(self, number: int, person: str | None, known: str) -> None:
        """Enter a statement with all that is known of it beside the person."""
        speaker = self.persons.setdefault(person, len(self.persons)) if person else ""
        self.numbers.append(number)
        self.hash.update(f"{known}{speaker}\n".encode("utf-8", "surrogatepass"))

    @property
    def state(self) -> str:
        return f"{len(self.numbers)} {self.hash.hexdigest()} {encoder.named()}".rstrip()


def join_utterances(file: File, spread: Spread = map, *, renamed: Collection[int] = ()) -> None:
    """Bring the utterances up to date, within the transaction of the caller; persons and copies are joined before, and
    `renamed` are the numbers of statements to which that has given another person.

    The outcome is that of joining everything anew, except for ids, which go on. What people have rejected carries nothing.
    """
    file.put("drop_rejected_carriers", [{}])  # its pools are other than before, so what it carried is grouped again
    file.put("drop_empty_utterances", [{}])  # of articles that were taken out since
    found = _pools(file)
    judged = _judged(file)
    before = {row["name"]: row["state"] for row in file.ask("pool_states")}
    touched = [name for name, pool in found.items() if before.get(name) != pool.state]
    empty = sorted(before.keys() - found.keys() - {JUDGED})
    file.put("drop_pool", ({"name": name} for name in empty))
    spread = map if encoder.named() else spread  # an encoder uses all processors by itself
    for rows in spread(tie, _blocks(file, {name: found[name].numbers for name in touched})):
        file.put("add_pool", (row | {"state": found[row["name"]].state} for row in rows))
    dirty = {number for name in touched for number in found[name].numbers}.union(renamed)
    if before.get(JUDGED) != judged.state:
        dirty |= judged.numbers
        file.put("add_pool", [{"name": JUDGED, "state": judged.state, "ties": None}])
    _regroup(file, dirty, judged, spread)
    file.put("drop_empty_utterances", [{}])


def likeness(file: File, one: str, others: Sequence[str]) -> Likeness:
    """Which of other statements one is most like, and why they are one saying or not; all by their whole ids."""
    numbers = [row["number"] for id_ in [one, *others] for row in file.ask("statement_number", id=id_)]
    lines = _lines(file, numbers, rejected=True)
    by = {s.heard.id: s for s in sayings({line[0]: heard(line) for line in lines}).values()}
    best = max((by[id_] for id_ in others if id_ in by), key=lambda other: compared(by[one], other).likeness)
    return Likeness(best.heard.id, compared(by[one], best).likeness, reasons(by[one], best))


# ---------------------------------------------------------------- what people judged


@dataclass(frozen=True, slots=True)
class _Judged:
    """What people judged about statements, by their ids, and the numbers of all of which anything was ever judged."""

    same: tuple[tuple[str, str], ...]
    apart: tuple[tuple[str, str], ...]
    numbers: frozenset[int]

    @property
    def state(self) -> str:
        return digest("j", repr((self.same, self.apart)))


def _judged(file: File) -> _Judged:
    log = told.judgements(file)
    held = standing(j for j in log if j.of_statements or j.verdict is Verdict.UNDO)
    ids = {anchor.name for j in log if j.of_statements for anchor in (j.one, j.two) if anchor}
    numbers = (row["number"] for id_ in sorted(ids) for row in file.ask("statement_number", id=id_))
    return _Judged(_pairs(held.same), _pairs(held.apart), frozenset(numbers))


def _pairs(judged: Iterable[Judgement]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((j.one.name, j.two.name) for j in judged if j.one and j.two))


# ---------------------------------------------------------------- pools


def _pools(file: File) -> dict[str, _Pool]:
    """All statements in their pools, in the order of their numbers."""
    found: dict[str, _Pool] = defaultdict(_Pool)
    after = -1
    while rows := file.ask("heard", after=after, limit=PAGE):
        for row in rows:
            *plain, person = row
            known = repr(plain)
            for name in _names(row["said_from"], row["said_to"], row["said_basis"], row["published"]):
                found[name].add(row["number"], person, known)
        after = rows[-1]["number"]
    return found


@lru_cache(maxsize=100_000)
def _names(start: str | None, stop: str | None, basis: str, published: str | None) -> tuple[str, ...]:
    """The pools of a statement, by when it may have been said; few days are told of many statements."""
    found = days(Heard("", "", "", Speech.INDIRECT, "", published, Said(start, stop, None, basis)))
    return pools(found[1] if found else None)


def _blocks(file: File, numbers: Mapping[str, Sequence[int]]) -> Iterator[Pools]:
    """The pools of these names, those together that are next to each other."""
    block: list[tuple[str, tuple[int, ...]]] = []
    for name in sorted(numbers, key=lambda name: (len(name), name)):
        block.append((name, tuple(numbers[name])))
        if sum(len(mine) for _, mine in block) >= BLOCK:
            yield _block(file, block)
            block = []
    if block:
        yield _block(file, block)


def _block(file: File, pools: Sequence[tuple[str, tuple[int, ...]]]) -> Pools:
    return Pools(_lines(file, {n for _, numbers in pools for n in numbers}), tuple(pools))


def _lines(file: File, numbers: Iterable[int], *, rejected: bool = False) -> tuple[Line, ...]:
    """Statements with their words; rejected ones only if asked for."""
    wanted, without = sorted(numbers), None if rejected else "reject"
    pages = (json.dumps(wanted[start : start + PAGE]) for start in range(0, len(wanted), PAGE))
    return tuple(tuple(row) for page in pages for row in file.ask("heard_words", numbers=page, without=without))


# ---------------------------------------------------------------- groups


def _regroup(file: File, dirty: set[int], judged: _Judged, spread: Spread) -> None:
    """Make the utterances anew of all statements that hang together with some of these."""
    if not dirty:
        return
    before = {row["statement"]: row["utterance"] for row in file.ask("carried")}
    tied = _tied(file)
    together = _together(dirty, before, tied, _numbers(file, judged.same))
    gone = {before[n] for n in together.members.tolist() if n in before}
    file.put("drop_utterance", ({"id": id_} for id_ in sorted(gone)))
    ids = _Ids(before, set(before.values()) - gone)
    for made in spread(group, _sets(file, together, tied, judged)):
        _write(file, [one for some in made for one in some], ids)


def _tied(file: File) -> Pairs:
    """All ties; a pair that was compared in two pools stands there twice."""
    return np.concatenate([np.empty(0, TIED), *(np.frombuffer(row["ties"], TIED) for row in file.ask("ties"))])


def _sets(file: File, together: Sets, tied: Pairs, judged: _Judged) -> Iterator[Together]:
    """Sets of statements in blocks, with all that grouping them needs."""
    of = together.of[tied["one"]]
    order = np.argsort(of, kind="stable")
    bounds = np.searchsorted(of[order], np.arange(len(together.begins)))
    for start, stop in together.blocks(BLOCK):
        some = [together.members[together.begins[n] : together.begins[n + 1]].tolist() for n in range(start, stop)]
        ties, cuts = tied[order[bounds[start] : bounds[stop]]], bounds[start : stop + 1] - bounds[start]
        lines = _lines(file, (n for members in some for n in members))
        yield Together(lines, tuple(map(tuple, some)), ties, tuple(cuts.tolist()), judged.same, judged.apart)


@dataclass(frozen=True, slots=True)
class _Ids:
    """The ids that utterances had before, by statement, and those that are in use."""

    before: Mapping[int, str]
    taken: set[str]

    def of(self, members: Sequence[int], first: str) -> str:
        """The id that most of the members had and nobody else goes on with, else one made from the first carrier."""
        had = Counter(self.before[n] for n in members if n in self.before)
        going_on = (id_ for id_ in sorted(had, key=lambda i: (-had[i], i)) if id_ not in self.taken)
        id_ = next(going_on, None) or free("u", digest("u", first), self.taken)
        self.taken.add(id_)
        return id_


def _numbers(file: File, pairs: Iterable[tuple[str, str]]) -> list[tuple[int, int]]:
    """Pairs of ids as numbers, those that are in the record."""
    found = [[row["number"] for id_ in pair for row in file.ask("statement_number", id=id_)] for pair in pairs]
    return [(some[0], some[1]) for some in found if len(some) == 2]


def _together(dirty: set[int], before: Mapping[int, str], tied: Pairs, judged: Iterable[tuple[int, int]]) -> Sets:
    """Sets of statements that ties, judgements or former utterances connect, those with a dirty one."""
    first: dict[str, int] = {}
    edges = [*judged, *((number, first.setdefault(id_, number)) for number, id_ in before.items())]
    ones, twos = np.array(edges, np.int64).reshape(-1, 2).T
    return sets(_array(dirty), np.r_[ones, tied["one"]], np.r_[twos, tied["two"]])


def _array(numbers: Iterable[int]) -> Numbers:
    return np.array(sorted(numbers), np.int64)


# ---------------------------------------------------------------- rows


def _write(file: File, made: Iterable[Made], ids: _Ids) -> None:
    named = [(ids.of([c.statement for c in one.carriers], one.origin), one) for one in made]
    file.put("add_utterance", (_utterance(id_, one) for id_, one in named))
    file.put("add_carrier", (row for id_, one in named for row in _carriers(id_, one)))


def _utterance(id_: str, made: Made) -> Values:
    return {
        "id": id_,
        "person": made.person,
        "carriers": len(made.carriers),
        "independent": sum(not c.copy for c in made.carriers),
        "languages": made.languages,
        "first": made.first,
    }


def _carriers(id_: str, made: Made) -> Iterator[Values]:
    return ({"utterance": id_, "n": n, **one._asdict()} for n, one in enumerate(made.carriers))
