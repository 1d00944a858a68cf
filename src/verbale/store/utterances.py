"""Join statements of one saying. Only pools in which something changed are compared again, and what hangs on them grouped."""

from __future__ import annotations

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from types import MappingProxyType

from verbale.groups import Groups
from verbale.model import Kind, Said, Speech, digest
from verbale.models import encoder
from verbale.people import Judgement, Verdict, standing
from verbale.same import Carrying, Heard, Saying, Tie, carrying, compared, pools, saying, ties, utterances
from verbale.same.carriers import languages, speaker
from verbale.same.reasons import reasons
from verbale.same.sayings import days
from verbale.same.utterances import LOOSE
from verbale.store import told
from verbale.store.cells import word
from verbale.store.file import File, Row, Values
from verbale.store.lasting import free

PAGE = 20_000
"""So many statements are fetched at once."""
CHUNK = 5_000
"""Groups of so many statements are made at once."""
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


def join_utterances(file: File) -> None:
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
    ready: dict[int, Saying] = {}
    for name in sorted(touched, key=lambda name: (len(name), name)):  # pools next to each other share statements
        ready = _sayings(file, found[name].numbers, ready)
        file.put("add_tie", _tied(name, ready))
        file.put("add_pool", [{"name": name, "state": found[name].state}])
    dirty = {number for name in touched for number in found[name].numbers}
    if before.get(JUDGED) != judged.state:
        dirty |= judged.numbers
        file.put("add_pool", [{"name": JUDGED, "state": judged.state}])
    _regroup(file, dirty, judged)
    file.put("drop_empty_utterances", [{}])


def likeness(file: File, one: str, others: Sequence[str]) -> Likeness:
    """Which of other statements one is most like, and why they are one saying or not; all by their whole ids."""
    numbers = [row["number"] for id_ in [one, *others] for row in file.ask("statement_number", id=id_)]
    by = {s.heard.id: s for s in _sayings(file, numbers, rejected=True).values()}
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
            known = days(_heard(row, ""))
            for name in pools(known[1] if known else None):
                found[name].numbers.append(row["number"])
                found[name].sum = (found[name].sum + sum_) & EVERY
        after = rows[-1]["number"]
    return found


def _tied(name: str, sayings: Mapping[int, Saying]) -> Iterator[Values]:
    number = {one.heard.id: n for n, one in sayings.items()}
    for tie in ties(sayings.values()):
        yield {
            "pool": name,
            "one": number[tie.one],
            "two": number[tie.two],
            "likeness": round(tie.likeness, 4),
            "margin": round(tie.margin, 4),
        }


def _sayings(
    file: File, numbers: Iterable[int], ready: Mapping[int, Saying] = MappingProxyType({}), *, rejected: bool = False
) -> dict[int, Saying]:
    """Statements by number, ready to be compared; some may be ready already. Rejected ones only if asked for."""
    found = {number: ready[number] for number in numbers if number in ready}
    wanted = sorted(number for number in numbers if number not in ready)
    for start in range(0, len(wanted), PAGE):
        page = json.dumps(wanted[start : start + PAGE])
        rows = file.ask("heard_words", numbers=page, without=None if rejected else "reject")
        made = (saying(_heard(row, row["content"])) for row in rows)
        found |= zip((row["number"] for row in rows), _meant(list(made)), strict=True)
    return found


def _meant(sayings: list[Saying]) -> list[Saying]:
    """The same with what the user's encoder makes of them, if there is one."""
    name = encoder.named()
    if not name or not sayings:
        return sayings
    vectors = encoder.encode([one.heard.content for one in sayings], name)
    return [replace(one, meaning=vector) for one, vector in zip(sayings, vectors, strict=True)]


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


def _regroup(file: File, dirty: set[int], judged: _Judged) -> None:
    """Make the utterances anew of all statements that hang together with some of these."""
    if not dirty:
        return
    before = {row["statement"]: row["utterance"] for row in file.ask("carried")}
    tied = file.ask("ties")
    together = _together(dirty, before, tied, _numbers(file, judged.same))
    file.put("drop_utterance", ({"id": id_} for id_ in sorted({before[n] for some in together for n in some if n in before})))
    taken = {before[n] for n in before} - {before[n] for some in together for n in some if n in before}
    of: dict[int, int] = {number: place for place, some in enumerate(together) for number in some}
    rows: dict[int, list[Row]] = defaultdict(list)
    for row in tied:
        if row["one"] in of:
            rows[of[row["one"]]].append(row)
    for start, stop in _chunks(together):
        sayings = _sayings(file, [n for some in together[start:stop] for n in some])
        grouped = (_groups(_Tied(together[place], rows[place], judged), sayings) for place in range(start, stop))
        _write(file, [made for groups in grouped for made in _made(groups, sayings, judged)], _Ids(before, taken))


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
    connected: Groups[int] = Groups()
    for one, two in judged:
        connected.join(one, two)
    for row in tied:
        connected.join(row["one"], row["two"])
    first: dict[str, int] = {}
    for number, id_ in before.items():
        connected.join(number, first.setdefault(id_, number))
    for number in dirty:
        connected.add(number)
    return sorted(sorted(some) for some in connected.all() if not dirty.isdisjoint(some))


def _chunks(together: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    start, size = 0, 0
    for stop, some in enumerate(together, 1):
        size += len(some)
        if size >= CHUNK or stop == len(together):
            yield start, stop
            start, size = stop, 0


@dataclass(frozen=True, slots=True)
class _Tied:
    """Statements that hang together, by number, with what ties and parts them."""

    members: Sequence[int]
    rows: Sequence[Row]
    judged: _Judged


def _groups(tied: _Tied, sayings: Mapping[int, Saying]) -> list[list[int]]:
    """Statements that hang together, parted into utterances."""
    present = [n for n in tied.members if n in sayings]
    if len(present) == 1:
        return [present]
    number = {sayings[n].heard.id: n for n in present}

    def alike(one: str, two: str) -> bool:
        found = compared(sayings[number[one]], sayings[number[two]])
        return found.likeness >= LOOSE * found.asked

    known = [Tie(*_named(row, sayings), row["likeness"], row["margin"]) for row in tied.rows]
    nested = [(inside, id_) for id_, n in number.items() if (inside := sayings[n].heard.inside) and inside in number]
    same, apart = ([pair for pair in pairs if {*pair} <= number.keys()] for pairs in (tied.judged.same, tied.judged.apart))
    joined = [[number[id_] for id_ in group] for group in utterances(known, alike, same=same, apart=[*apart, *nested])]
    grouped = {n for group in joined for n in group}
    return joined + [[n] for n in present if n not in grouped]


def _named(row: Row, sayings: Mapping[int, Saying]) -> tuple[str, str]:
    one, two = sorted((sayings[row["one"]].heard.id, sayings[row["two"]].heard.id))
    return one, two


# ---------------------------------------------------------------- rows


Made = tuple[list[Carrying], dict[str, int]]
"""The carriers of an utterance, and the numbers of their statements by id."""


def _made(groups: Iterable[Sequence[int]], sayings: Mapping[int, Saying], judged: _Judged) -> list[Made]:
    """The carriers of each group, the largest group first."""
    joined = frozenset(id_ for pair in judged.same for id_ in pair)
    made = [(carrying([sayings[n] for n in group], joined), {sayings[n].heard.id: n for n in group}) for group in groups]
    return sorted(made, key=lambda m: (-len(m[0]), m[0][0].heard.id))


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
