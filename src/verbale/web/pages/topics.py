"""Topics, and what everybody holds on one of them over time."""

from __future__ import annotations

from dataclasses import replace

from starlette.responses import Response

from verbale.errors import UnknownError
from verbale.store.codes import tally
from verbale.topics import Topic
from verbale.web.asked import Asked
from verbale.web.held import held
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
    asked = replace(Asked(), topic=one.id, since=visit.asked().since, until=visit.asked().until)
    found = held(visit, asked)
    plot = lanes([holding.position for holding in found], one.name(), asked.address())
    return visit.page("topic.html", topic=one, asked=asked, holdings=found, steps=STEPS, plot=plot)


def topic_of(visit: Visit, name: str) -> Topic:
    """The topic of that id or name; raises `UnknownError` for none."""
    found = next((one for one in visit.record.topics() if one.id == name or one.is_called(name)), None)
    if found is None:
        raise UnknownError(f"“{name[:40]}” is no topic of this record")
    return found
