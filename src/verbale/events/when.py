"""When an event was or is to be, and where: the date and the place that go with the word for it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from verbale import dates
from verbale.dates import When
from verbale.events.clause import BREAKS, Clause
from verbale.events.words import small
from verbale.lang import load
from verbale.model import Article, Kind, Part, Said, Status

FAR = 24
"""A date further from the event, counting a verb between as six words, tells of something else."""
VERB = 6
PLACE = 8
"""A place further from the event is that of something else."""
AHEAD = frozenset({Status.PLANNED, Status.PROPOSED, Status.POSSIBLE, Status.CALLED_FOR, Status.NOT_PLANNED, Status.RULED_OUT})
UNTOLD = Said()


def written(article: Article, clause: Clause) -> tuple[When, ...]:
    """The dates in the words of a clause."""
    first, last = clause.tokens[clause.start].span.start, clause.tokens[clause.stop - 1].span.stop
    return tuple(dates.find(article.text[first:last], article.language, offset=first))


def when(
    article: Article, clause: Clause, words: tuple[int, ...], told: Sequence[When], status: Status, day: date | None
) -> Said:
    """The days of an event: those of the date nearest to its words, its name first, that belongs to no other verb."""
    at = words[0]
    bound = load(article.language).calendar["bound"]
    own = (one for one in told if one.anchor == "article" and one.lead not in bound)
    near = min(((min(_far(clause, n, one) for n in words), one) for one in own), key=lambda pair: pair[0], default=None)
    if near is None or near[0] > FAR:
        return UNTOLD
    one = near[1]
    turned = (
        replace(one, side=1) if status in AHEAD and one.year is None and not one.side and not one.day and not one.shift else one
    )
    days = dates.resolve(turned, day)
    told_by = Part.of(article.text, one.span)
    if days is None:
        return Said(None, None, told_by, "unknown")
    last = days.last
    if (
        status in AHEAD
        and day is not None
        and (days.last < day or (days.last == day and one.span.stop < clause.tokens[at].span.start))
    ):
        return Said(None, None, told_by, "unknown") if days.last < day else UNTOLD  # it tells when the meeting was spoken of
    if status is Status.HELD and day is not None:
        if days.first > day:
            return Said(None, None, told_by, "unknown")
        last = min(days.last, day)
    return Said(days.first.isoformat(), last.isoformat(), told_by, "stated")


def _far(clause: Clause, at: int, one: When) -> int:
    """How far a date stands from the word for the event."""
    starts = [t.span.start for t in clause.tokens[clause.start : clause.stop]]
    n = clause.start + bisect_left(starts, one.span.start)
    first, last = sorted((n, at))
    between = clause.tokens[first + 1 : last]
    joined = any(a.text == "," and b.pos == "CCONJ" for a, b in zip(between, clause.tokens[first + 2 : last + 1], strict=False))
    if joined or any(t.text in BREAKS or clause.words.is_in(t, "relative") for t in between):
        return FAR + 1
    if _is_of_noun(clause, n, at):
        return FAR + 1
    opening = n - clause.start < 3
    verbs = sum(t.pos == "VERB" and t.form in {"fin", "first"} for t in between)
    return len(between) + (0 if opening else VERB * max(0, verbs - (0 if n > at else 1)))


def _is_of_noun(clause: Clause, n: int, at: int) -> bool:
    """Whether the date belongs to the noun right before it (`on the elections in May`), which is not the event."""
    while clause.holds(n) and clause.tokens[n].pos in {"ADP", "DET"}:
        n += 1
    before = n - 1
    while clause.holds(before) and clause.tokens[before].pos in {"ADP", "DET"}:
        before -= 1
    noun = clause.holds(n) and clause.holds(before) and clause.tokens[before].pos == "NOUN"
    head = clause.tokens[n].head if noun else -1
    return noun and before != at and 0 <= head < n and head != at and clause.tokens[head].pos == "NOUN"


def place(clause: Clause, at: int) -> tuple[str | None, int]:
    """Where it is: the name behind `in`, the nearest first behind the event, and the word at which it stands."""
    names = sorted(clause.names, key=lambda n: (n[0] < at, abs(n[0] - at)))
    for start, _, mention in names:
        if mention.kind not in {Kind.COUNTRY, Kind.PLACE} or not clause.holds(start - 1):
            continue
        between = clause.tokens[min(start, at) + 1 : max(start, at)]
        near = len(between) < PLACE and not any(t.text in BREAKS or t.text == "," or t.pos == "VERB" for t in between)
        before = start - 1 if clause.tokens[start - 1].pos != "DET" else start - 2
        if near and clause.low(before) in small(clause.words.language, "in") and clause.tokens[start].case in {"", "Loc"}:
            return mention.name, start
    return None, -1
