"""Compose a brief from the rows of a record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from verbale import wording
from verbale.brief.page import Brief, Group, Line, Note, Section
from verbale.errors import UnknownError
from verbale.model import Claim, Entry, Event, Telling
from verbale.positions import Difference, Held, Position, Step
from verbale.store import Record
from verbale.text import cover
from verbale.topics import Topic
from verbale.wording import happened

ACTORS = 8
"""Where nobody is asked for, so many of those who speak most are told of."""
EVIDENCE = 4
"""So many places are pointed at for one line."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the brief is about."""

    about: str
    actors: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """What a brief is composed of."""

    positions: Sequence[Position]
    events: Sequence[Event]
    claims: Sequence[Claim]


def compose(record: Record, asked: Asked, rows: Rows | None = None) -> Brief:
    """The brief, of all rows that fit or of those given; raises `UnknownError` where there is no such topic or actor."""
    topic = _topic(record, asked.about)
    rows = rows or _rows(record, topic, asked)
    positions = [p for p in rows.positions if p.steps or p.differences]
    events, claims = rows.events, [claim for claim in rows.claims if _on(record, claim, topic)]
    sections = (
        Section("Positions", tuple(map(_position, positions)), "No dated statement tells a stance."),
        Section("Changes", tuple(_changes(positions)), "No stance changed."),
        Section("Conditions", tuple(_conditions(positions)), "No condition was named."),
        Section("Events", _plain(map(_event, events)), "No event was told."),
        Section("Figures", _plain(map(_figure, claims)), "No figure was told."),
        Section("Disagreements", _plain(_disagreements(positions, claims)), "Nobody contradicted another."),
    )
    return Brief(topic.name().capitalize(), _about(asked), sections)


def _rows(record: Record, topic: Topic, asked: Asked) -> Rows:
    claims = list(record.figures(since=asked.since, until=asked.until))
    return Rows(list(_positions(record, topic, asked)), _events(record, asked), claims)


def _topic(record: Record, name: str) -> Topic:
    wanted = name.casefold()
    for topic in record.topics():
        if wanted in {topic.id, *(called.casefold() for _, called in topic.names)}:
            return topic
    raise UnknownError(f"“{name}” is no topic: `verbale topics` lists them")


def _about(asked: Asked) -> str:
    """What is asked for, in words."""
    days = [f"since {asked.since}" if asked.since else "", f"until {asked.until}" if asked.until else ""]
    return ", ".join(filter(None, [*asked.actors, " ".join(filter(None, days))]))


def _plain(lines: Iterable[Line]) -> tuple[Group, ...]:
    told = tuple(lines)
    return (Group("", told),) if told else ()


# ---------------------------------------------------------------- what is held


def _positions(record: Record, topic: Topic, asked: Asked) -> Iterator[Position]:
    for actor in asked.actors or _speakers(record, topic, asked):
        yield record.positions(actor, about=topic.id, since=asked.since, until=asked.until)


def _speakers(record: Record, topic: Topic, asked: Asked) -> list[str]:
    """Those who speak most on the topic: countries for all who speak for them, others by their ids."""
    sides = record.sides()
    said = record.statements(topic=topic.id, since=asked.since, until=asked.until)
    times = Counter(sides.get(entry.person, entry.person) for entry in said if entry.person)
    return sorted(name for name, _ in sorted(times.items(), key=lambda pair: (-pair[1], pair[0]))[:ACTORS])


def _position(position: Position) -> Group:
    return Group(position.actor, tuple(map(_step, position.steps)))


def _step(step: Step) -> Line:
    days = wording.between(step.first, step.last)
    first, words = step.words.who, step.words.entry
    too = " and ".join(who for who in _agreeing(step) if who != first)
    told = f"{days}: {step.stance}, as {wording.line(first)} said" + (f" ({wording.line(too)} too)" if too else "")
    return Line(told, (wording.line(words.content.text),), tuple(_said(one.entry) for one in _first(step, words)))


def _agreeing(step: Step) -> Iterator[str]:
    """Who held the stance of the step, each once; others who spoke on the occasion held none or another."""
    return iter(dict.fromkeys(held.who for held in step.held if held.stance is step.stance))


def _first(step: Step, words: Entry) -> list[Held]:
    own = [held for held in step.held if held.entry is words]
    return [*own, *(held for held in step.held if held.entry is not words)][:EVIDENCE]


def _changes(positions: Iterable[Position]) -> Iterator[Group]:
    for position in positions:
        lines = [
            Line(
                f"{step.first}: from {step.before} to {step.stance}",
                (wording.line(step.words.entry.content.text),),
                (_said(step.words.entry),),
            )
            for step in position.changes
        ]
        if lines:
            yield Group(position.actor, tuple(lines))


def _conditions(positions: Iterable[Position]) -> Iterator[Group]:
    for position in positions:
        lines = [
            Line(f"{step.first}", step.conditions, (_said(step.words.entry),)) for step in position.steps if step.conditions
        ]
        if lines:
            yield Group(position.actor, tuple(lines))


# ---------------------------------------------------------------- what happened and was counted


def _events(record: Record, asked: Asked) -> list[Event]:
    """Events of the days asked for, those of the actors asked for where there are some, in order of time."""
    if not asked.actors:
        return list(record.events(since=asked.since, until=asked.until))
    found = {e.id: e for name in asked.actors for e in record.events(actor=name, since=asked.since, until=asked.until)}
    return sorted(found.values(), key=lambda e: (happened.days(e).strip("()"), e.id))


def _event(event: Event) -> Line:
    last = event.tellings[-1]
    place = f" in {wording.line(event.place)}" if event.place else ""
    told = f"{happened.days(event)}: {event.what}{place}, {happened.course(event)} ({happened.parties(event)})"
    return Line(told, (wording.line(last.happening.words.text),), tuple(_told(event, t) for t in event.tellings[:EVIDENCE]))


def _figure(claim: Claim) -> Line:
    figure = claim.figure
    parts = f" ({happened.parts(figure)})" if figure.parts else ""
    place = f" in {wording.line(figure.place)}" if figure.place else ""
    told = f"{happened.as_of(claim)}: {happened.value(figure)} {figure.measure}{parts}{place}, by {happened.source(claim)}"
    return Line(told, (wording.line(figure.words.text),), (_counted(claim),))


def _on(record: Record, claim: Claim, topic: Topic) -> bool:
    """Whether a figure belongs to the brief: people counted always do, amounts where they are told on the topic."""
    if claim.figure.measure not in {"money", "share", "votes"}:
        return True
    return claim.figure.inside is not None and topic.id in record.statement(claim.figure.inside).topics


def _disagreements(positions: Iterable[Position], claims: Sequence[Claim]) -> Iterator[Line]:
    for position in positions:
        yield from (_difference(position.actor, one) for one in position.differences)
    rivals: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.rivals and claim.question:
            rivals.setdefault(claim.question, []).append(claim)
    for told in rivals.values():
        values = ", ".join(f"{happened.value(c.figure)} by {happened.source(c)}" for c in told)
        yield Line(f"{happened.as_of(told[0])}, {told[0].figure.measure}: {values}", (), tuple(map(_counted, told[:EVIDENCE])))


def _difference(actor: str, one: Difference) -> Line:
    pair = (one.one, one.other)
    told = " but ".join(f"{held.who} {held.stance} ({held.first})" for held in pair)
    return Line(
        f"{actor}: {told}", tuple(wording.line(h.entry.content.text) for h in pair), tuple(_said(h.entry) for h in pair)
    )


# ---------------------------------------------------------------- where it stands


def _said(entry: Entry) -> Note:
    address = entry.url or entry.path
    span = cover(entry.content.spans)
    return Note(entry.article, span, entry.outlet, entry.title, entry.published, address, entry.id)


def _told(event: Event, told: Telling) -> Note:
    return Note(
        told.article, told.happening.words.spans[0], told.outlet, told.title, told.published, told.url or told.path, event.id
    )


def _counted(claim: Claim) -> Note:
    address = claim.url or claim.path
    return Note(claim.article, claim.figure.words.spans[0], claim.outlet, claim.title, claim.published, address, claim.id)
