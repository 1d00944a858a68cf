"""Search: which statements fit, with their counts beside them."""

from __future__ import annotations

from dataclasses import replace

from starlette.responses import Response

from verbale.web.found import PAGE, page_of
from verbale.web.pages.topics import names as topic_names
from verbale.web.plots.months import months
from verbale.web.rows import Row, rows
from verbale.web.visit import Visit


def search(visit: Visit) -> Response:
    """The statements that fit what the address asks for, a page of them; its counts lead to narrower searches."""
    asked = visit.asked()
    if asked.person and not visit.record.pages.persons([asked.person]):  # raises where nobody ever had that id
        return visit.to(f"/search{replace(asked, person=visit.record.people.one(asked.person).id).address(page=asked.page)}")
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
