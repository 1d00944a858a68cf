"""Pictures as files of their own."""

from __future__ import annotations

from collections.abc import Callable

from starlette.responses import Response

from verbale.errors import UnknownError
from verbale.web.found import PAGE
from verbale.web.happening import wanted_events
from verbale.web.held import held, lanes_of
from verbale.web.kept import unpacked
from verbale.web.pages.person import lanes_by
from verbale.web.pages.topics import actor_asked, topic_asked, topic_of
from verbale.web.plots.chain import chain
from verbale.web.plots.drawing import Plot
from verbale.web.plots.happened import happened
from verbale.web.plots.lanes import lanes
from verbale.web.plots.months import months
from verbale.web.plots.offices import offices
from verbale.web.visit import Visit


def _months(visit: Visit) -> Plot | None:
    asked = visit.asked()
    return months(visit.find(asked).months, link=asked)


def _offices(visit: Visit) -> Plot | None:
    return offices(visit.record.people.one(visit.query.get("person", "")))


def _chain(visit: Visit) -> Plot | None:
    entry = visit.record.statement(visit.query.get("statement", ""))
    return chain(entry, visit.record.utterance(entry.same).carriers if entry.same else ())


def _timeline(visit: Visit) -> Plot | None:
    page = visit.asked().page
    ids = visit.columns.events.fitting(wanted_events(visit.query))[(page - 1) * PAGE : page * PAGE]
    return happened(list(visit.record.pages.events(unpacked(ids))), visit.request.url.query)


def _lanes(visit: Visit) -> Plot | None:
    if person := visit.query.get("person", ""):
        return lanes_by(visit, visit.record.people.one(person))
    topic = topic_of(visit, visit.query.get("topic", ""))
    found = held(visit, topic_asked(visit, topic), actor_asked(visit))
    return lanes(lanes_of(found), f"Positions on {topic.name()}")


_PLOTS: dict[str, Callable[[Visit], Plot | None]] = {
    "months": _months,
    "offices": _offices,
    "chain": _chain,
    "lanes": _lanes,
    "timeline": _timeline,
}


def plot(visit: Visit) -> Response:
    """A picture as an SVG file."""
    name = visit.id
    if name not in _PLOTS:
        raise UnknownError(f"there is no picture called “{name[:40]}”")
    drawn = _PLOTS[name](visit)
    if drawn is None:
        raise UnknownError("there is too little to draw")
    headers = {"Content-Disposition": f'inline; filename="{name}.svg"'}
    return Response(drawn.file, media_type="image/svg+xml", headers=headers)


ROUTES: tuple[tuple[str, Callable[[Visit], Response], str], ...] = (("/plots/{id}.svg", plot, "GET"),)
