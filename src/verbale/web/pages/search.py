"""Search: which statements fit, with their counts beside them."""

from __future__ import annotations

from dataclasses import replace

from starlette.responses import Response

from verbale.errors import UnknownError
from verbale.store import Record
from verbale.web.found import PAGE, page_of
from verbale.web.pages.topics import names as topic_names
from verbale.web.plots.months import months
from verbale.web.rows import Row, rows
from verbale.web.visit import Visit


def search(visit: Visit) -> Response:
    """The statements that fit what the address asks for, a page of them; its counts lead to narrower searches."""
    asked = visit.asked()
    if (now := _now(visit.record, asked.person)) != asked.person:
        return visit.to(f"/search{replace(asked, person=now).address(page=asked.page)}")
    found = visit.find(asked)
    shown: list[Row] = rows(visit.record, page_of(visit.columns, found, asked), asked.about)
    who = next((one.name for one in visit.columns.speakers if one.id == asked.person), asked.person) if asked.person else ""
    return visit.page(
        "search.html",
        asked=asked,
        found=found,
        rows=shown,
        who=who,
        rejected=bool(visit.columns.hidden.any()),
        pages=-(-len(found) // PAGE),
        plot=months(found.months, link=asked),
        topics=topic_names(visit),
    )


def _now(record: Record, person: str) -> str:
    """The id of whoever is meant now by an id that was given up; any other as it is."""
    if not person or record.pages.persons([person]):
        return person
    try:
        return record.people.one(person).id
    except UnknownError:
        return person
