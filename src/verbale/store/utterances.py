"""Join statements of one saying. Only pools in which something changed are compared again, and what hangs on them grouped."""

from __future__ import annotations

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from verbale.groups import Groups
from verbale.model import Kind, Said, Speech, digest
from verbale.models import encoder
from verbale.people import Judgement, Verdict, standing
from verbale.same import Carrying, Heard, compared, pools
from verbale.same.carriers import languages, speaker
from verbale.same.reasons import reasons
from verbale.same.sayings import days
from verbale.store import told
from verbale.store.cells import word
from verbale.store.file import File, Row, Values
from verbale.store.lasting import free
from verbale.store.spread import Spread
from verbale.store.tying import Made, Pools, Tied, Together, group, sayings, tie

PAGE = 20_000
"""So many statements are fetched at once."""
BLOCK = 5_000
"""Statements of so many are compared or grouped together, and of a pool all."""
EVERY = (1 << 64) - 1
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
    """The numbers of the statements of a pool, and a sum over all that is known of them."""

    numbers: array[int] = field(default_factory=lambda: array("q"))
    sum: int = 0

    @property
    def state(self) -> str:
        return f"{len(self.numbers)} {self.sum:016x} {encoder.named()}".rstrip()


def join_utterances(file: File, spread: Spread = map) -> None:
    """Bring the utterances up to date, within the transaction of the caller; persons and copies are joined before.

    The outcome is that of joining everything anew, except for ids, which go on. What people have rejected carries nothing.
    """
    file.put("drop_rejected_carriers", [{}])  # its pools are other than before, so what it carried is grouped again
    file.put("drop_empty_utterances", [{}])  # of articles that were taken out since
    found = _pools(file)
    judged = _judged(file)
    before = {row["name"]: row["state"] for row in file.ask("pool_states")}
    touched = [name for name, pool in found.items() if before.get(name) != pool.state]
    empty = sorted(before.keys() - found.keys() - {JUDGED})
    file.put("drop_ties", ({"name": name} for name in [*touched, *empty]))
    file.put("drop_pool", ({"name": name} for name in empty))
    spread = map if encoder.named() else spread  # an encoder uses all processors by itself
    for rows in spread(tie, _blocks(file, {name: found[name].numbers for name in touched})):
        file.put("add_tie", rows)
    file.put("add_pool", ({"name": name, "state": found[name].state} for name in touched))
    dirty = {number for name in touched for number in found[name].numbers}
    if before.get(JUDGED) != judged.state:
        dirty |= judged.numbers
        file.put("add_pool", [{"name": JUDGED, "state": judged.state}])
    _regroup(file, dirty, judged, spread)
    file.put("drop_empty_utterances", [{}])


def likeness(file: File, one: str, others: Sequence[str]) -> Likeness:
    """Which of other statements one is most like, and why they are one saying or not; all by their whole ids."""
    numbers = [row["number"] for id_ in [one, *others] for row in file.ask("statement_number", id=id_)]
    by = {s.heard.id: s for s in sayings(_heards(file, numbers, rejected=True)).values()}
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
    """All statements in their pools."""
    found: dict[str, _Pool] = defaultdict(_Pool)
    after = -1
    while rows := file.ask("heard", after=after, limit=PAGE):
        for row in rows:
            sum_ = int.from_bytes(blake2b(repr(tuple(row)[1:]).encode(), digest_size=8).digest(), "big")
            for name in pools(_last_day(row["said_from"], row["said_to"], row["said_basis"], row["published"])):
                found[name].numbers.append(row["number"])
                found[name].sum = (found[name].sum + sum_) & EVERY
        after = rows[-1]["number"]
    return found


@lru_cache(maxsize=100_000)
def _last_day(start: str | None, stop: str | None, basis: str, published: str | None) -> int | None:
    """The last day on which a statement may have been said; few days are told of many statements."""
    found = days(Heard("", "", "", Speech.INDIRECT, "", published, Said(start, stop, None, basis)))
    return found[1] if found else None


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
    return Pools(_heards(file, {n for _, numbers in pools for n in numbers}), tuple(pools))


def _heards(file: File, numbers: Iterable[int], *, rejected: bool = False) -> dict[int, Heard]:
    """Statements with their words, by number; rejected ones only if asked for."""
    wanted, without = sorted(numbers), None if rejected else "reject"
    pages = (json.dumps(wanted[start : start + PAGE]) for start in range(0, len(wanted), PAGE))
    rows = (row for page in pages for row in file.ask("heard_words", numbers=page, without=without))
    return {row["number"]: _heard(row, row["content"]) for row in rows}


def _heard(row: Row, content: str) -> Heard:
    kind = row["speaker_kind"]
    return Heard(
        id=row["id"],
        article=row["article"],
        language=row["language"],
        kind=word(Speech, row["kind"]),
        content=content,
        published=row["published"],
        said=Said(row["said_from"], row["said_to"], None, row["said_basis"]),
        person=row["person"],
        speaker=word(Kind, kind) if kind else None,
        inside=row["inside"],
        headline=bool(row["headline"]),
        story=row["story"],
        place=row["n"],
    )


# ---------------------------------------------------------------- groups


def _regroup(file: File, dirty: set[int], judged: _Judged, spread: Spread) -> None:
    """Make the utterances anew of all statements that hang together with some of these."""
    if not dirty:
        return
    before = {row["statement"]: row["utterance"] for row in file.ask("carried")}
    tied = file.ask("ties")
    together = _together(dirty, before, tied, _numbers(file, judged.same))
    file.put("drop_utterance", ({"id": id_} for id_ in sorted({before[n] for some in together for n in some if n in before})))
    taken = {before[n] for n in before} - {before[n] for some in together for n in some if n in before}
    ids = _Ids(before, taken)
    for sets in spread(group, _sets(file, together, tied, judged)):
        _write(file, [made for groups in sets for made in groups], ids)


def _sets(file: File, together: Sequence[Sequence[int]], tied: Iterable[Row], judged: _Judged) -> Iterator[Together]:
    """Sets of statements in blocks, with all that grouping them needs."""
    of = {number: place for place, some in enumerate(together) for number in some}
    found: dict[int, list[Tied]] = defaultdict(list)
    for row in tied:
        if row["one"] in of:
            found[of[row["one"]]].append(Tied(row["one"], row["two"], row["likeness"], row["margin"]))
    for start, stop in _chunks(together):
        heard = _heards(file, (n for some in together[start:stop] for n in some))
        sets = tuple(tuple(some) for some in together[start:stop])
        yield Together(heard, sets, tuple(tuple(found[n]) for n in range(start, stop)), judged.same, judged.apart)


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


def _together(
    dirty: set[int], before: Mapping[int, str], tied: Iterable[Row], judged: Iterable[tuple[int, int]]
) -> list[list[int]]:
    """Sets of statements that ties, judgements or former utterances connect, those with a dirty one, each in order."""
    first: dict[str, int] = {}
    edges = [*judged, *((row["one"], row["two"]) for row in tied)]
    edges += [(number, first.setdefault(id_, number)) for number, id_ in before.items()]
    table = np.array(edges, np.int64).reshape(-1, 2)
    connected: Groups[int] = Groups()
    for one, two in table[_reached(dirty, table)].tolist():  # few of a large record to which a day was added
        connected.join(one, two)
    for number in dirty:
        connected.add(number)
    return sorted(map(sorted, connected.all()))


def _reached(dirty: set[int], edges: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which of the edges hang together with some of these numbers."""
    known = np.zeros(max(*dirty, int(edges.max(initial=0))) + 1, bool)
    known[list(dirty)] = True
    while True:
        hit = known[edges[:, 0]] | known[edges[:, 1]]
        before = known.sum()
        known[edges[hit]] = True
        if known.sum() == before:
            return hit


def _chunks(together: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    start, size = 0, 0
    for stop, some in enumerate(together, 1):
        size += len(some)
        if size >= BLOCK or stop == len(together):
            yield start, stop
            start, size = stop, 0


# ---------------------------------------------------------------- rows


def _write(file: File, made: Iterable[Made], ids: _Ids) -> None:
    named = [(ids.of(list(number.values()), carriers[0].heard.id), carriers, number) for carriers, number in made]
    file.put("add_utterance", (_utterance(id_, carriers) for id_, carriers, _ in named))
    file.put("add_carrier", (row for id_, carriers, number in named for row in _carriers(id_, carriers, number)))


def _utterance(id_: str, carriers: Sequence[Carrying]) -> Values:
    dated = (c.heard.published for c in carriers if c.heard.published)
    return {
        "id": id_,
        "person": speaker(carriers),
        "carriers": len(carriers),
        "independent": sum(not c.copy for c in carriers),
        "languages": ", ".join(languages(carriers)),
        "first": next(dated, None),
    }


def _carriers(id_: str, carriers: Sequence[Carrying], number: Mapping[str, int]) -> Iterator[Values]:
    for n, one in enumerate(carriers):
        plain = {"likeness": one.likeness, "how": one.how, "copy": one.copy}
        yield {"statement": number[one.heard.id], "utterance": id_, "n": n, **plain}
