"""Put what an actor said on a topic into steps: what was said on one occasion is one, and its strongest word counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from verbale.model import Entry, Stance, Tie

OCCASION = 1
"""So many days may lie between what is said on one occasion, and its report."""
NEAR = 7
"""Spokesmen of one side who say the contrary within so many days differ at one time."""
_TERMS = frozenset({Tie.IF, Tie.UNLESS})
"""Ties of conditions that ask something of somebody."""
_FOR = frozenset({Stance.OPEN, Stance.CONDITIONAL})


@dataclass(frozen=True, slots=True)
class Held:
    """A statement of somebody who speaks for the actor, with the days on which it may have been said."""

    entry: Entry
    first: str
    last: str

    @property
    def stance(self) -> Stance:
        return self.entry.act.stance if self.entry.act else Stance.UNCLEAR

    @property
    def who(self) -> str:
        """The one who said it, under the name of the record."""
        return self.entry.called or (self.entry.speaker.name if self.entry.speaker else "")

    @property
    def conditions(self) -> tuple[str, ...]:
        """Its conditions in its own words; where no clause tells one and yet it is conditional, the sentence that does."""
        told = tuple(one.text for one in self.entry.statement.conditions if one.tie in _TERMS)
        return told or ((_telling(self.entry),) if self.stance is Stance.CONDITIONAL else ())


def _telling(entry: Entry) -> str:
    """The sentences of a conditional statement with the words that made it so; all of it where that cannot be told."""
    why = " ".join(entry.act.why if entry.act else ())
    told = [words.split() for words in re.findall("“([^”]+)”", why.rpartition(").")[2] or why)]
    sentences = re.split(r"(?<=[.?!…]) +", entry.content.text)
    telling = [one for one in sentences if any(all(word in one.casefold() for word in words) for words in told)]
    return " ".join(telling) or entry.content.text


@dataclass(frozen=True, slots=True)
class Step:
    """What was held on one occasion."""

    first: str
    """First day on which it may have been said."""
    last: str
    stance: Stance
    held: tuple[Held, ...]
    """The statements that tell it, those with a stance of their own first."""
    before: Stance | None = None
    """The stance before, where this one is another."""

    @property
    def conditions(self) -> tuple[str, ...]:
        """On which conditions, each once; those of headlines, which shorten, where there are no others."""
        full = [c for one in self.held if not one.entry.statement.headline for c in one.conditions]
        return tuple(dict.fromkeys(full or (c for one in self.held for c in one.conditions)))

    @property
    def who(self) -> tuple[str, ...]:
        """Who said so, each once."""
        return tuple(dict.fromkeys(one.who for one in self.held))

    @property
    def words(self) -> Held:
        """The statement that tells it most plainly."""
        return next((one for one in self.held if one.stance is self.stance), self.held[0])


@dataclass(frozen=True, slots=True)
class Difference:
    """Two who speak for one side and say the contrary at one time."""

    one: Held
    other: Held


@dataclass(frozen=True, slots=True)
class Position:
    """What an actor holds on a topic, over time."""

    actor: str
    about: str
    steps: tuple[Step, ...]
    differences: tuple[Difference, ...] = ()

    @property
    def changes(self) -> tuple[Step, ...]:
        """The steps at which the stance is another than before."""
        return tuple(step for step in self.steps if step.before is not None)


def position(actor: str, about: str, held: Iterable[Held], *, unclear: bool = False) -> Position:
    """The steps out of dated statements; those of occasions on which nothing tells a stance only with `unclear`."""
    dated = sorted(held, key=_order)
    steps = [step for step in map(_step, _occasions(dated)) if unclear or step.stance is not Stance.UNCLEAR]
    return Position(actor, about, tuple(_told_changes(steps)), tuple(_differences(dated)))


def _order(held: Held) -> tuple[str, str, str, int, str]:
    """By day, then as the articles tell it."""
    return held.last, held.first, held.entry.article, held.entry.content.spans[0].start, held.entry.id


def _occasions(dated: Sequence[Held]) -> Iterator[tuple[Held, ...]]:
    """Statements that may be of one occasion: no more than a day after its first."""
    some: list[Held] = []
    for one in dated:
        if some and _days(some[0].last, one.first) > OCCASION:
            yield tuple(some)
            some = []
        some.append(one)
    if some:
        yield tuple(some)


def _days(one: str, other: str) -> int:
    return (date.fromisoformat(other) - date.fromisoformat(one)).days


def _step(held: tuple[Held, ...]) -> Step:
    stance = _strongest(held)
    plain = sorted(held, key=lambda h: (h.stance is not stance, h.stance is Stance.UNCLEAR, h.entry.statement.headline))
    telling = tuple(one for one in plain if one.stance is not Stance.UNCLEAR) or tuple(plain)
    first, last = _day(telling)
    return Step(first, last, stance, telling)


def _day(held: Sequence[Held]) -> tuple[str, str]:
    """The day that most of the statements give, those that state one before all."""
    stated = [one for one in held if one.entry.said.basis == "stated"] or held
    times = Counter((one.first, one.last) for one in stated)
    return min(times, key=lambda day: (-times[day], day))


def _strongest(held: Sequence[Held]) -> Stance:
    """A condition counts before all, for who names one has said more; else what is said most often, of two the later."""
    told = [one.stance for one in held if one.stance is not Stance.UNCLEAR]
    if not told:
        return Stance.UNCLEAR
    if Stance.CONDITIONAL in told:
        return Stance.CONDITIONAL
    times = Counter(told)
    return max(times, key=lambda stance: (times[stance], len(told) - told[::-1].index(stance)))


def _told_changes(steps: Sequence[Step]) -> Iterator[Step]:
    before: Stance | None = None
    for step in steps:
        changed = before is not None and step.stance not in {before, Stance.UNCLEAR}
        yield Step(step.first, step.last, step.stance, step.held, before if changed else None)
        before = step.stance if step.stance is not Stance.UNCLEAR else before


def _differences(dated: Sequence[Held]) -> Iterator[Difference]:
    """Each statement beside the nearest one before it that another made and that says the contrary; a pair of persons once
    a time. Headlines shorten too much to differ, and what is told within another's words is not said to anybody."""
    told = [one for one in dated if one.stance is not Stance.UNCLEAR and not _is_brief(one)]
    seen: dict[frozenset[str], str] = {}
    for n, one in enumerate(told):
        before = (other for other in reversed(told[:n]) if _days(other.last, one.first) <= NEAR)
        found = next((other for other in before if other.who != one.who and _contrary(one, other)), None)
        if found:
            pair = frozenset((one.who, found.who))
            if pair not in seen or _days(seen[pair], one.last) > NEAR:
                yield Difference(found, one)
            seen[pair] = one.last


def _is_brief(one: Held) -> bool:
    return one.entry.statement.headline or one.entry.statement.inside is not None


def _contrary(one: Held, other: Held) -> bool:
    return (one.stance in _FOR) != (other.stance in _FOR)
