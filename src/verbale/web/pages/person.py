"""Persons, bodies and countries: one in full, and the list of all."""

from __future__ import annotations

from starlette.responses import Response

from verbale.web.asked import Asked
from verbale.web.found import PAGE, page_of
from verbale.web.plots.months import months
from verbale.web.plots.offices import offices
from verbale.web.rows import rows
from verbale.web.scripts import by_script
from verbale.web.visit import Visit

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
        doubts=visit.record.pages.doubts_of(one),
        asked=asked,
        found=found,
        rows=rows(visit.record, page_of(visit.columns, found, asked)),
        pages=-(-len(found) // PAGE),
        plot=months(found.months, link=asked),
    )


def persons(visit: Visit) -> Response:
    """Everybody of a name, the most named first, a page of them."""
    asked, kind = visit.asked(), visit.query.get("of", "")
    columns = visit.columns
    places = columns.known.matching(asked.who).tolist() if asked.who else range(len(columns.persons))
    if kind in KINDS:
        places = [place for place in places if columns.persons[place].kind == kind]
    shown = [columns.persons[place].id for place in places[(asked.page - 1) * PAGE : asked.page * PAGE]]
    return visit.page(
        "persons.html",
        asked=asked,
        kind=kind if kind in KINDS else "",
        kinds=KINDS,
        people=visit.record.pages.persons(shown),
        total=len(places),
        pages=-(-len(places) // PAGE),
    )
