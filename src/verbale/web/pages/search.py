"""Search: which statements fit, with their counts beside them."""

from __future__ import annotations

from dataclasses import replace

from starlette.responses import Response

from verbale.errors import UnknownError
from verbale.store.columns import Columns
from verbale.web.found import PAGE, page_of
from verbale.web.pages.topics import names as topic_names
from verbale.web.plots.months import months
from verbale.web.rows import Row, rows
from verbale.web.visit import Visit


def search(visit: Visit) -> Response:
    """The statements that fit what the address asks for, a page of them; its counts lead to narrower searches."""
    asked = visit.asked()
    if (now := _now(visit, asked.person)) != asked.person:
        return visit.to(f"/search{replace(asked, person=now).address(page=asked.page)}")
    found = visit.find(asked)
    shown: list[Row] = rows(visit.record, page_of(visit.columns, found, asked), asked.about)
    return visit.page(
        "search.html",
        asked=asked,
        found=found,
        rows=shown,
        who=_called(visit.columns, asked.person),
        rejected=bool(visit.columns.hidden.any()),
        pages=-(-len(found) // PAGE),
        plot=months(found.months, link=asked),
        topics=topic_names(visit),
    )


def _now(visit: Visit, person: str) -> str:
    """The id of whoever is meant now by an id that was given up; any other as it is."""
    if not person or person in visit.columns.known.place:
        return person
    try:
        return visit.record.people.one(person).id
    except UnknownError:
        return person


def _called(columns: Columns, person: str) -> str:
    """The name of a person, or its id where nobody is known by it."""
    return columns.known.names[columns.known.place[person]] if person in columns.known.place else person
