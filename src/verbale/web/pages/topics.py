"""Topics, and what everybody holds on one of them over time."""

from __future__ import annotations

from dataclasses import replace

from starlette.responses import Response

from verbale.errors import UnknownError
from verbale.store.codes import tally
from verbale.topics import Topic
from verbale.web.asked import Asked
from verbale.web.held import held, lanes_of
from verbale.web.plots.lanes import lanes
from verbale.web.visit import Visit

STEPS = 10
"""So many steps of one actor stand open on the page; those before them are folded away."""


def topics(visit: Visit) -> Response:
    """All topics with how many statements are about each."""
    known = counted_topics(visit)
    return visit.page("topics.html", topics=[one for one, _ in known], counts={one.id: times for one, times in known if times})


def counted_topics(visit: Visit) -> list[tuple[Topic, int]]:
    """All topics, each with how many statements are about it, the commonest first."""
    columns = visit.columns
    counts = dict(visit.house.kept.get(columns, "topics", lambda: tally(columns.topic[:, ~columns.hidden], columns.topics)))
    known = ((one, counts.get(one.id, 0)) for one in visit.record.topics())
    return sorted(known, key=lambda told: (-told[1], told[0].name()))


def names(visit: Visit) -> dict[str, str]:
    """The name of each topic by its id."""
    return {one.id: one.name() for one in visit.record.topics()}


def topic(visit: Visit) -> Response:
    """Who holds what on a topic, step by step."""
    one = topic_of(visit, visit.id)
    asked, actor = topic_asked(visit, one), actor_asked(visit)
    found = held(visit, asked, actor)
    plot = lanes(lanes_of(found), f"Positions on {one.name()}", asked.address(who=actor))
    return visit.page("topic.html", topic=one, asked=replace(asked, who=actor), holdings=found, steps=STEPS, plot=plot)


def topic_asked(visit: Visit, topic: Topic) -> Asked:
    """The statements on a topic within the days asked for."""
    return replace(Asked(), topic=topic.id, since=visit.asked().since, until=visit.asked().until)


def actor_asked(visit: Visit) -> str:
    """The only one whose positions are wanted; empty for those who say most."""
    return visit.asked().who


def topic_of(visit: Visit, name: str) -> Topic:
    """The topic of that id or name; raises `UnknownError` for none."""
    found = next((one for one in visit.record.topics() if one.id == name or one.is_called(name)), None)
    if found is None:
        raise UnknownError(f"“{name[:40]}” is no topic of this record")
    return found
