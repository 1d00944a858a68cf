"""Events over time with how far each has come, and figures side by side with those that answer the same question."""

from __future__ import annotations

from starlette.responses import Response

from verbale.model import Status
from verbale.web.found import PAGE
from verbale.web.happening import wanted_events, wanted_figures
from verbale.web.kept import unpacked
from verbale.web.plots.happened import happened
from verbale.web.visit import Visit


def timeline(visit: Visit) -> Response:
    """The events that fit, a page of them, by their days."""
    page, wanted = visit.asked().page, wanted_events(visit.query)
    ids = visit.columns.events.fitting(wanted)
    found = list(visit.record.pages.events(unpacked(ids[(page - 1) * PAGE : page * PAGE])))
    return visit.page(
        "timeline.html",
        wanted=wanted,
        events=found,
        total=len(ids),
        kinds=visit.columns.events.tally(),
        statuses=[str(status) for status in Status],
        page=page,
        more=len(ids) > page * PAGE,
        plot=happened(found, visit.request.url.query),
    )


def event(visit: Visit) -> Response:
    """One event with all who tell it."""
    found = visit.record.event(visit.id)
    return visit.to(f"/events/{found.id}") if found.id != visit.id else visit.page("event.html", event=found)


def figures(visit: Visit) -> Response:
    """The figures that fit, a page of them, those of one question side by side."""
    page, wanted = visit.asked().page, wanted_figures(visit.query)
    numbers = visit.columns.figures.fitting(wanted)
    return visit.page(
        "figures.html",
        wanted=wanted,
        claims=list(visit.record.pages.figures(unpacked(numbers[(page - 1) * PAGE : page * PAGE]))),
        total=len(numbers),
        measures=visit.columns.figures.tally(),
        page=page,
        more=len(numbers) > page * PAGE,
    )
