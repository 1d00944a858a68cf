"""Topics, and what everybody holds on one of them over time."""

from __future__ import annotations

from starlette.responses import Response

from verbale.errors import UnknownError
from verbale.positions import Position
from verbale.topics import Topic
from verbale.web.plots.lanes import lanes
from verbale.web.visit import Visit

LANES = 8
"""So many actors have a lane: those who say most on the topic."""


def topics(visit: Visit) -> Response:
    """All topics with how many statements are about each."""
    known = counted_topics(visit)
    return visit.page("topics.html", topics=[one for one, _ in known], counts={one.id: times for one, times in known if times})


def counted_topics(visit: Visit) -> list[tuple[Topic, int]]:
    """All topics, each with how many statements are about it, the commonest first."""
    counts = visit.record.topic_counts()
    known = ((one, counts.get(one.id, 0)) for one in visit.record.topics())
    return sorted(known, key=lambda told: (-told[1], told[0].name()))


def names(visit: Visit) -> dict[str, str]:
    """The name of each topic by its id."""
    return {one.id: one.name() for one in visit.record.topics()}


def topic(visit: Visit) -> Response:
    """Who holds what on a topic, step by step."""
    one = topic_of(visit, visit.id)
    found = held(visit, one)
    return visit.page("topic.html", topic=one, positions=found, plot=lanes(found, one.name(), f"?topic={one.id}"))


def topic_of(visit: Visit, name: str) -> Topic:
    """The topic of that id or name; raises `UnknownError` for none."""
    found = next((one for one in visit.record.topics() if one.id == name or one.is_called(name)), None)
    if found is None:
        raise UnknownError(f"“{name[:40]}” is no topic of this record")
    return found


def held(visit: Visit, topic: Topic) -> list[Position]:
    """What those who say most on a topic hold on it, without those whose stance nothing tells."""
    actors = visit.record.pages.topic_actors(topic.id, LANES)
    found = [visit.record.positions(actor, about=topic.id) for actor, _, _ in actors]
    return [one for one in found if one.steps]
