"""What those who say most on a topic hold on it: counted in the columns, so that only what is shown is fetched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

import numpy as np

from verbale.model import Entry, Kind, Stance
from verbale.people import Person
from verbale.positions import Held, Position, position
from verbale.store.codes import Codes, codes
from verbale.store.columns import Columns, Somebody
from verbale.store.search import first_day, folded, last_day
from verbale.store.spellings import Spellings
from verbale.topics import Topic
from verbale.web.asked import Asked
from verbale.web.found import fitting, is_about
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
    known, topics = {topic.id: topic for topic in visit.record.topics()}, _topics_of(visit, one)
    if one.kind is Kind.COUNTRY:
        some = [holding for asked in topics for holding in held(visit, asked, one.name)[:1]]
    else:
        places, who = visit.find(_alone(one)).places, Somebody(one.id, one.name)
        some = _holdings(visit, [(asked.topic, who, places[is_about(visit.columns, asked.topic)(places)]) for asked in topics])
    yield from ((known[of.position.about], of) for of in some if of.position.steps and of.position.about in known)


def _topics_of(visit: Visit, one: Person) -> list[Asked]:
    """The topics somebody may hold something on, each as it is to be asked for."""
    return [replace(_alone(one), topic=count.value) for count in visit.find(_alone(one)).topics[:TOPICS]]


def _alone(one: Person) -> Asked:
    return Asked() if one.kind is Kind.COUNTRY else Asked(person=one.id)


def lanes_of(holdings: Iterable[Holding]) -> list[Lane]:
    """Each as a lane of a picture."""
    return [Lane(one.position.actor, one.position.steps) for one in holdings]


def _found(visit: Visit, asked: Asked, name: str) -> list[Holding]:
    columns = visit.columns
    places = fitting(visit.record, columns, asked)
    speaker = columns.speaker[places]
    actor = np.where(speaker >= 0, columns.actor[speaker], -1) if len(columns.actor) else np.full(len(speaker), -1)
    wanted = _most(visit, actor, name)
    some = _holdings(visit, [(asked.topic, columns.actors[code], places[actor == code]) for code in wanted])
    return [one for one in some if one.position.steps]


def _most(visit: Visit, actor: Codes, name: str) -> list[int]:
    """Who says most, or who bears a name; of equals in the order of their names."""
    actors = visit.columns.actors
    times = np.bincount(actor[actor >= 0], minlength=len(actors))
    wanted = np.flatnonzero(times) if not name else _called(visit, name)
    if len(wanted) > ACTORS:  # a few, and their equals
        wanted = wanted[times[wanted] >= np.partition(times[wanted], -ACTORS)[-ACTORS]]
    some = [n for n in wanted.tolist() if times[n]]
    return sorted(some, key=lambda n: (-times[n], actors[n].name))[:ACTORS]


def _called(visit: Visit, name: str) -> Codes:
    """The codes of those who bear exactly that name, or have that id."""
    actors = visit.columns.actors
    names = visit.house.kept.get(
        visit.columns, "actors", lambda: Spellings((one.name, n) for n, one in enumerate(visit.columns.actors))
    )
    of_name = [n for n in names.matching(name).tolist() if folded(actors[n].name) == folded(name)]
    return codes(of_name or (n for n, one in enumerate(actors) if one.id == name))


def _holdings(visit: Visit, told: Sequence[tuple[str, Somebody, Codes]]) -> list[Holding]:
    """What each holds on a topic, by the places of all its statements on that; fetched together, which is quicker."""
    columns = visit.columns
    dated = [places[columns.last[places] > 0] for _, _, places in told]
    looked = [places if len(places) <= MOST else _last_told(columns, places) for places in dated]
    positions = (
        position(one.name, topic, map(_held, entries))
        for (topic, one, _), entries in zip(told, _entries(visit, looked), strict=True)
    )
    who = (one.id for _, one, _ in told)
    return list(map(Holding, positions, who, map(len, looked), map(len, dated)))


def _entries(visit: Visit, groups: Sequence[Codes]) -> list[list[Entry]]:
    """The statements at these places, group by group."""
    numbers = [visit.columns.number[places].tolist() for places in groups]
    found = list(visit.record.pages.statements(chain.from_iterable(numbers)))
    if len(found) != sum(map(len, numbers)):  # some are no longer there, and nothing tells which
        return [list(visit.record.pages.statements(some)) for some in numbers]
    rest = iter(found)
    return [list(islice(rest, len(some))) for some in numbers]


def _last_told(columns: Columns, places: Codes) -> Codes:
    """Those of some statements that take a stance, the ones said last."""
    tells = np.array([*(stance != Stance.UNCLEAR for stance in columns.stances), False])  # the last one is that of none
    told = places[tells[columns.stance[places]]]
    days = columns.last[told]
    if len(told) > MOST:  # these few, and what was said on the day of the first of them, are all that need an order
        late = days >= np.partition(days, -MOST)[-MOST]
        told, days = told[late], days[late]
    found: Codes = told[np.argsort(days, kind="stable")][-MOST:]
    return found


def _held(entry: Entry) -> Held:
    """The statement with the days on which it may have been said, else on which it was published."""
    said, published = entry.said, entry.published
    first, last = first_day(said.start or said.stop or published), last_day(said.stop or said.start or published)
    return Held(entry, first or last or "", last or first or "")
