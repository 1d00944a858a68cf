"""What those who say most on a topic hold on it: counted in the columns, so that only what is shown is fetched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from verbale.model import Entry, Kind, Stance
from verbale.people import Person
from verbale.positions import Held, Position, position
from verbale.store.codes import Codes
from verbale.store.columns import Columns, Somebody
from verbale.store.search import first_day, folded, last_day
from verbale.topics import Topic
from verbale.web.asked import Asked
from verbale.web.found import fitting
from verbale.web.plots.lanes import Lane
from verbale.web.visit import Visit

ACTORS = 8
"""So many are told of: those who say most on the topic."""
TOPICS = 8
"""On so many topics somebody's positions are told: those the record says most about, or that they speak of most."""
MOST = 25
"""Of one who says more, so many statements that take a stance are looked at: those said last."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What one holds, as far as it is looked at."""

    position: Position
    person: str
    """Id; empty for a country or union with all who speak for it."""
    looked: int
    """So many of its statements were looked at,"""
    total: int
    """of so many on the topic."""


def held(visit: Visit, asked: Asked, name: str = "") -> list[Holding]:
    """What those hold who say most on the topic asked for within its days, or who bear that name; without those whose stance
    nothing tells."""
    key = ("held", asked.topic, asked.since, asked.until, name)
    return visit.house.kept.get(visit.columns, key, lambda: _found(visit, asked, name))


def held_by(visit: Visit, one: Person) -> list[tuple[Topic, Holding]]:
    """What somebody holds, topic by topic, the commonest first: a country with all who speak for it, anybody else alone."""
    return visit.house.kept.get(visit.columns, ("held by", one.id), lambda: list(_by_topic(visit, one)))


def _by_topic(visit: Visit, one: Person) -> Iterator[tuple[Topic, Holding]]:
    known = {topic.id: topic for topic in visit.record.topics()}
    for id_, asked in _topics_of(visit, one):
        if one.kind is Kind.COUNTRY:
            some = held(visit, asked, one.name)[:1]
        else:
            some = [_holding(visit, id_, Somebody(one.id, one.name), fitting(visit.record, visit.columns, asked))]
        yield from ((known[id_], holding) for holding in some if holding.position.steps and id_ in known)


def _topics_of(visit: Visit, one: Person) -> list[tuple[str, Asked]]:
    """The topics somebody may hold something on, each as it is to be asked for."""
    alone = Asked() if one.kind is Kind.COUNTRY else Asked(person=one.id)
    return [(count.value, replace(alone, topic=count.value)) for count in visit.find(alone).topics[:TOPICS]]


def lanes_of(holdings: Iterable[Holding]) -> list[Lane]:
    """Each as a lane of a picture."""
    return [Lane(one.position.actor, one.position.steps) for one in holdings]


def _found(visit: Visit, asked: Asked, name: str) -> list[Holding]:
    columns = visit.columns
    places = fitting(visit.record, columns, asked)
    speaker = columns.speaker[places]
    actor = np.where(speaker >= 0, columns.actor[speaker], -1) if len(columns.actor) else np.full(len(speaker), -1)
    wanted = _most(columns, actor, name)
    some = (_holding(visit, asked.topic, columns.actors[code], places[actor == code]) for code in wanted)
    return [one for one in some if one.position.steps]


def _most(columns: Columns, actor: Codes, name: str) -> list[int]:
    """Who says most, or who bears a name; of equals in the order of their names."""
    times = np.bincount(actor[actor >= 0], minlength=len(columns.actors))
    wanted = [n for n, one in enumerate(columns.actors) if times[n] and (not name or _is_called(one, name))]
    return sorted(wanted, key=lambda n: (-times[n], columns.actors[n].name))[:ACTORS]


def _is_called(one: Somebody, name: str) -> bool:
    return name == one.id or folded(one.name) == folded(name)


def _holding(visit: Visit, topic: str, one: Somebody, places: Codes) -> Holding:
    columns = visit.columns
    dated = places[columns.last[places] > 0]
    looked = dated if len(dated) <= MOST else _last_told(columns, dated)
    entries = visit.record.pages.statements(columns.number[looked].tolist())
    return Holding(position(one.name, topic, map(_held, entries)), one.id, len(looked), len(dated))


def _last_told(columns: Columns, places: Codes) -> Codes:
    """Those of some statements that take a stance, the ones said last."""
    unclear = [n for n, stance in enumerate(columns.stances) if stance == Stance.UNCLEAR]
    told = places[~np.isin(columns.stance[places], [-1, *unclear])]
    return told[np.argsort(columns.last[told], kind="stable")][-MOST:]


def _held(entry: Entry) -> Held:
    """The statement with the days on which it may have been said, else on which it was published."""
    said, published = entry.said, entry.published
    first, last = first_day(said.start or said.stop or published), last_day(said.stop or said.start or published)
    return Held(entry, first or last or "", last or first or "")
