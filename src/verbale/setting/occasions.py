"""One occasion over several statements: what is told of one holds for those the same speaker made there.

An occasion is carried on from a statement to the next of its speaker, and back to the headline and the lead that it
tells in full. It ends where a new date or venue is told, and never reaches what the text marks as said before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from verbale.model import Said
from verbale.setting.scenes import PRESS
from verbale.setting.told import Told
from verbale.setting.where import PAPERS

FAR = 12
"""An occasion is not carried over more sentences than that."""
NEAR = 2
"""So close together a venue and a date told apart belong to one occasion."""
LEAD = 4
"""Statements so many sentences before the one that tells the occasion still belong to it."""
START = 7
"""The lead ends with so many sentences."""
FRESH = timedelta(days=3)
"""The lead of an article tells what is not older than that."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A scene as told, and those of the speakers whom it names."""

    told: Told
    names: frozenset[str]
    points: bool = False
    """It tells of the statement before."""
    past: bool = False
    """It tells of something else than those who were there."""


def carried(told: Sequence[Told], scenes: Sequence[Occasion], days: Collection[date]) -> list[Told]:
    """The same with each occasion carried over the statements it holds for; in the order given.

    `days` are those the article may be of.
    """
    walk = _Walk(list(told), list(scenes), days)
    order = sorted((n for n, t in enumerate(told) if t.speaker or t.joins or t.unknown), key=lambda n: (told[n].sentence, n))
    named = [n for n in order if told[n].speaker]
    walk.on([n for n in order if not told[n].heads])
    walk.back(named)
    walk.beside(named)
    return walk.out


@dataclass(slots=True)
class _Walk:
    """A walk over the statements of an article, with what is known so far."""

    out: list[Told]
    scenes: list[Occasion]
    days: Collection[date]
    last: dict[str, Told] = field(default_factory=dict)
    """The last statement of each speaker."""
    known: dict[str, Told] = field(default_factory=dict)
    """Dated occasions, by the noun of their venue."""
    papers: dict[str, Told] = field(default_factory=dict)
    """The last dated paper of each kind."""
    met: list[Occasion] = field(default_factory=list)
    before: int | None = None
    """The statement before, whoever made it."""
    office: Told | None = None
    """The last of a nameless office whose occasion is told, be it within another's (`a minister said, media report`)."""

    # ------------------------------------------------------------ on

    def on(self, order: Sequence[int]) -> None:
        """Each statement takes what its speaker's last one, or a scene since then, tells of the occasion."""
        waiting = self.scenes[::-1]
        for n in order:
            while waiting and waiting[-1].told.sentence <= self.out[n].sentence:
                self._enter(waiting.pop())
            self._take(n)
        while waiting:
            self._enter(waiting.pop())

    def _take(self, n: int) -> None:
        one = self.out[n]
        source = self._source(one)
        one = _merged(one, source, "carried on") if source and _same(source, one) else one
        one = self.out[n] = self._dated(one)
        if one.speaker and (not one.nested or one.occasion):
            self.last[one.speaker] = one
        if not one.nested and not one.unknown:
            self.before = n
        if one.office and one.occasion:
            self.office = one
        if one.head and one.venue and one.said.start:
            self.known[one.head] = self.papers[one.venue.kind] = one
        if one.names and one.occasion:
            self.met.append(Occasion(one, one.names))

    def _enter(self, scene: Occasion) -> None:
        """A scene that points at the statement before tells its occasion; others wait for a statement of those they name."""
        told, before = scene.told, self._pointed(scene)
        if before and (scene.points or told.relays) and told.sentence - before.sentence <= NEAR:
            for n, one in enumerate(self.out):
                if one.speaker == before.speaker and one.sentence == before.sentence:
                    both = replace(one, relays=tuple(dict.fromkeys((*one.relays, *told.relays))))
                    self.out[n] = self._dated(_merged(both, told, "told right behind it"))
                    self.last[one.speaker or ""] = self.out[n]
        if told.head and told.said.start:
            self.known[told.head] = told
        if told.said.start and not scene.past:
            self.met.append(scene)

    def _pointed(self, scene: Occasion) -> Told | None:
        """The statement that a scene points at: the last of a speaker it names, else the last of all."""
        named = [self.last[name] for name in sorted(scene.names) if name in self.last]
        return max(named, key=lambda t: t.sentence, default=self._previous())

    def _previous(self) -> Told | None:
        return self.out[self.before] if self.before is not None else None

    def _source(self, one: Told) -> Told | None:
        """The statement or scene that tells the occasion of this one."""
        own, before = self.last.get(one.speaker or ""), self._previous()
        for scene in reversed(self.met):
            told = scene.told
            if told.sentence < (own.sentence if own else -1) or one.sentence - told.sentence > LEAD:
                break
            if one.speaker in scene.names and (told.block == one.block or self._is_fresh(told) or _is_long(told.said)):
                return told
        if own is None and _is_named_next(self.office, one):
            return self.office
        if own is None and one.joins and (press := self._press(one)):
            return press
        near = before is not None and one.sentence - before.sentence <= NEAR
        return before if own is None and near and before and _shares(one, before) else own

    def _press(self, one: Told) -> Told | None:
        """The press conference that the text told of close before: those who ask there have no other occasion."""
        last = self.met[-1].told if self.met else None
        held = last is not None and last.venue is not None and last.venue.kind in PRESS
        return last if held and last and one.sentence - last.sentence <= LEAD else None

    def _dated(self, one: Told) -> Told:
        """`The debate` was held when the text says it was, and what is said after the meeting is said on its day."""
        before = (self._told_before(one) if one.known else None) or self.known.get(one.after)
        if before is None or one.said.words or one.background:
            return one
        return replace(one, said=before.said, why=(*one.why, f"when: that of “{before.venue}”"))

    def _told_before(self, one: Told) -> Told | None:
        """The dated occasion that a known one points at: of the same noun, or the same kind of paper close before it."""
        paper = self.papers.get(one.venue.kind) if one.venue and one.venue.kind in PAPERS else None
        near = paper if paper and one.sentence - paper.sentence <= LEAD else None
        return self.known.get(one.head) or near

    # ------------------------------------------------------------ back

    def back(self, order: Sequence[int]) -> None:
        """Headline and lead take the first fresh occasion that the body tells of their speaker."""
        main = [self.out[n] for n in order if self._is_main(self.out[n])]
        first, placed = _firsts(main), _firsts([one for one in main if one.venue])
        for n in order:
            for source in (first.get(self.out[n].speaker or ""), placed.get(self.out[n].speaker or "")):
                if source and _leads(self.out[n], source) and _agree(self.out[n], source):
                    self.out[n] = _merged(self.out[n], source, "told in full below")
        self._head(main[:1], {self.out[n].speaker for n in order if not self.out[n].heads})

    def _head(self, main: Sequence[Told], here: Collection[str | None]) -> None:
        """A headline of somebody whom the body does not quote tells what the lead tells; so does a nameless office."""
        for n, one in enumerate(self.out):
            for lead in main:
                alone = one.heads and one.speaker not in here
                above = one.office and lead.named and one.sentence <= NEAR
                if (alone or above) and not one.nested and lead.sentence < START and _agree(one, lead):
                    self.out[n] = _merged(one, lead, "told of the lead")

    def _is_main(self, one: Told) -> bool:
        """Whether a statement can tell the occasion of headline and lead."""
        aside = one.background or one.heads or one.eve
        return (one.occasion or one.audience) and not aside and self._is_fresh(one)

    def _is_fresh(self, one: Told) -> bool:
        """Whether an occasion is of the days of the article, as far as a date tells."""
        if one.said.stop is None or _is_long(one.said):
            return one.said.stop is None
        return any(abs(date.fromisoformat(one.said.stop) - day) <= FRESH for day in self.days)

    # ------------------------------------------------------------ press conferences

    def beside(self, order: Sequence[int]) -> None:
        """A press conference that only a scene tells of was held for those who spoke that day, else for the main speaker."""
        main = Counter(self.out[n].speaker for n in order).most_common(1)
        for scene in self.scenes:
            if scene.told.venue and scene.told.venue.kind in PRESS:
                for n in order:
                    if _is_beside(self.out[n], scene.told, main[0][0]):
                        why = (*self.out[n].why, "where: told of the occasion")
                        self.out[n] = replace(self.out[n], venue=scene.told.venue, head=scene.told.head, why=why)


def _firsts(told: Iterable[Told]) -> dict[str, Told]:
    """The first of each speaker."""
    out: dict[str, Told] = {}
    for one in told:
        out.setdefault(one.speaker or "", one)
    return out


# ---------------------------------------------------------------- what can belong together


def _same(before: Told, one: Told) -> bool:
    """Whether a statement can belong to the occasion of one before it."""
    apart = one.sentence - before.sentence
    if one.background or apart > (NEAR if _is_long(before.said) else FAR):
        return False
    if one.said.words and (one.said.start, one.said.stop) != (before.said.start, before.said.stop):
        return not before.said.start and apart <= NEAR
    if one.venue and before.venue:
        return one.venue.kind == before.venue.kind
    return not one.venue or apart <= NEAR


def _shares(one: Told, before: Told) -> bool:
    """Whether a first statement of somebody is on the occasion of another's before it."""
    return one.joins or before.group or (before.body and one.speaks_for)


def _is_named_next(office: Told | None, one: Told) -> bool:
    """Whether the office that speaks in the lead is named in the next sentence."""
    return office is not None and one.named and office.sentence <= NEAR and 0 <= one.sentence - office.sentence <= 1


def _leads(one: Told, main: Told) -> bool:
    """Whether a statement is in the headline or lead to one that tells the occasion."""
    near = one.sentence < START and main.sentence - one.sentence <= LEAD
    return not one.background and main.sentence > one.sentence and (one.heads or near)


def _agree(one: Told, main: Told) -> bool:
    """Whether nothing told of two statements keeps them from one occasion."""
    dated = not one.said.words or not main.said.start or one.said.start == main.said.start
    return dated and (not one.venue or not main.venue or one.venue.kind == main.venue.kind)


def _is_long(said: Said) -> bool:
    """Whether a date is so open that it holds for what stands close by alone: a week, a month."""
    if said.start is None or said.stop is None:
        return False
    return date.fromisoformat(said.stop) - date.fromisoformat(said.start) > FRESH


def _is_beside(one: Told, scene: Told, main: str | None) -> bool:
    """Whether a statement was made at a press conference of which a scene tells."""
    same_day = one.said.start is not None and one.said.start == scene.said.start
    lone = scene.known and not scene.said.start and one.speaker == main
    free = not one.venue and not one.background and not one.nested
    return free and (lone or (same_day and abs(one.sentence - scene.sentence) <= FAR))


def _merged(one: Told, before: Told, why: str) -> Told:
    """What is told of one statement, with what the occasion tells beside it."""
    place = one if one.venue else before
    after = replace(
        one,
        said=one.said if one.said.words or not before.said.start else before.said,
        venue=place.venue,
        head=place.head,
        known=place.known,
        addressee=one.addressee or (before.addressee if before.audience else None),
        audience=one.audience if one.addressee else before.audience,
        relays=one.relays or before.relays,
    )
    parts = (("when", "said"), ("where", "venue"), ("to whom", "addressee"), ("relays", "relays"))
    taken = ", ".join(name for name, part in parts if getattr(one, part) != getattr(after, part))
    return replace(after, why=(*one.why, f"{taken}: {why}")) if taken else one


# ---------------------------------------------------------------- relays


def relayed(told: Sequence[Told], media: Mapping[str, str], agencies: Sequence[str], outlet: Collection[str]) -> list[Told]:
    """The same with relays: a carrier named once has carried all its article tells of that speaker.

    `media` are the speakers that are media, with their names; one that opens the article has carried what others say in
    it, too. `agencies` are those that credit lines name: they carried everything. `outlet` are names of the outlet
    itself, which counts only where no other carrier is named.
    """
    told = [replace(one, relays=tuple(r for r in one.relays if r not in outlet) or one.relays) for one in told]
    named: dict[str, tuple[str, ...]] = {}
    for one in told:
        if one.relays and one.speaker and not one.background:
            named.setdefault(one.speaker, one.relays)
    first = [t.speaker for t in sorted(told, key=lambda t: t.sentence) if t.speaker and not t.heads][:NEAR]
    lead = tuple(media[s] for s in first if s in media)[:1]
    credited = tuple(a for a in agencies if a not in outlet)
    told = [_cited(one, media) for one in told]
    return [
        _credited(_passed_on(one, named.get(one.speaker or "", ()), () if one.speaker in media else lead), credited)
        for one in told
    ]


def _cited(one: Told, media: Mapping[str, str]) -> Told:
    """With the medium that is said to cite somebody, whoever that is."""
    name = media.get(one.speaker or "") if one.cites else None
    new = (name,) if name and name not in one.relays else ()
    return replace(one, relays=(*one.relays, *new), why=(*one.why, f"relays: {name} cites it")) if new else one


def _passed_on(one: Told, named: tuple[str, ...], lead: tuple[str, ...]) -> Told:
    """With the medium that opens the article where nothing dates the words apart, else those named for the speaker."""
    relays = (() if one.said.start else lead) or named
    if one.relays or one.background or not relays:
        return one
    return replace(one, relays=relays, why=(*one.why, f"relays: {', '.join(relays)} for this speaker"))


def _credited(one: Told, agencies: Sequence[str]) -> Told:
    new = tuple(a for a in agencies if a not in one.relays)
    return replace(one, relays=(*one.relays, *new), why=(*one.why, f"relays: credit to {', '.join(new)}")) if new else one
