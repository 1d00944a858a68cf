"""Persons, bodies and countries: one in full, and the list of all."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.responses import Response

from verbale import wording
from verbale.people import Person
from verbale.web.asked import Asked
from verbale.web.found import PAGE, page_of
from verbale.web.held import held_by
from verbale.web.pages.doubts import doubtful
from verbale.web.plots.drawing import Plot
from verbale.web.plots.lanes import Lane, lanes
from verbale.web.plots.months import months
from verbale.web.plots.offices import offices
from verbale.web.rows import rows
from verbale.web.scripts import by_script
from verbale.web.visit import Visit

STEPS = 3
"""So many steps of each position are told, the last ones; the page of the topic has all."""
KINDS = ("person", "organisation", "country", "place")


def person(visit: Visit) -> Response:
    """A person under all names, with offices, statements and what is doubtful."""
    one = visit.record.people.one(visit.id)
    if one.id != visit.id:
        return visit.to(f"/persons/{one.id}")
    asked = Asked(person=one.id, page=visit.asked().page)
    found = visit.find(asked)
    return visit.page(
        "person.html",
        person=one,
        names=by_script(one.names),
        beside=visit.record.pages.beside(one.id),
        offices=offices(one),
        held=held_by(visit, one),
        steps=STEPS,
        lanes=lanes_by(visit, one),
        doubts=visit.record.pages.doubts_of(one),
        asked=asked,
        found=found,
        rows=rows(visit.record, page_of(visit.columns, found, asked)),
        pages=-(-len(found) // PAGE),
        plot=months(found.months, link=asked),
    )


def lanes_by(visit: Visit, one: Person) -> Plot | None:
    """What somebody holds as lanes, a lane a topic."""
    lanes_ = [Lane(topic.name(), holding.position.steps) for topic, holding in held_by(visit, one)]
    return lanes(lanes_, f"Positions of {wording.line(one.name)}", f"?person={one.id}")


def persons(visit: Visit) -> Response:
    """Everybody of a name, the most named first, a page of them."""
    asked, kind = visit.asked(), visit.query.get("of", "")
    columns, places = visit.columns, persons_asked(visit)
    shown = [columns.persons[place].id for place in places[(asked.page - 1) * PAGE : asked.page * PAGE]]
    return visit.page(
        "persons.html",
        asked=asked,
        kind=kind if kind in KINDS else "",
        kinds=KINDS,
        people=visit.record.pages.persons(shown),
        total=len(places),
        doubtful=doubtful(visit),
        pages=-(-len(places) // PAGE),
    )


def persons_asked(visit: Visit) -> Sequence[int]:
    """The places of those whose name and kind are asked for, the most named first."""
    columns, who, kind = visit.columns, visit.asked().who, visit.query.get("of", "")
    places = columns.known.matching(who).tolist() if who else range(len(columns.persons))
    return [place for place in places if columns.persons[place].kind == kind] if kind in KINDS else places
