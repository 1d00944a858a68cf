"""The first page: what the record holds."""

from __future__ import annotations

from starlette.responses import Response

from verbale.store.columns import Columns
from verbale.web.asked import Asked
from verbale.web.found import Found, in_order
from verbale.web.pages.problems import problem_codes
from verbale.web.pages.topics import names as topic_names
from verbale.web.plots.months import months
from verbale.web.rows import rows
from verbale.web.visit import Visit

LAST = 3
"""Of so many of the articles published last the first statement is shown."""
NEAR = 1000
"""Among so many statements they are looked for."""


def home(visit: Visit) -> Response:
    """What is in the record, counted, and a place to ask it."""
    found = visit.find(Asked())
    columns = visit.columns
    days = columns.shelf.day[columns.shelf.day > 0]
    span = (_day(int(days.min())), _day(int(days.max()))) if len(days) else None
    return visit.page(
        "home.html",
        found=found,
        articles=len(columns.shelf.number),
        statements=len(columns),
        speakers=len(columns.speakers),
        problems=sum(times for _, times in problem_codes(visit)),
        span=span,
        last=rows(visit.record, _last(columns, found)),
        plot=months(found.months),
        topics=topic_names(visit),
    )


def _last(columns: Columns, found: Found) -> list[int]:
    """The numbers of the first statements of the articles published last."""
    places = in_order(columns, found, newest=True, some=slice(NEAR))
    articles = list(dict.fromkeys(columns.article[places].tolist()))[:LAST]
    return [int(columns.number[places[columns.article[places] == article].min()]) for article in articles]


def _day(number: int) -> str:
    """20310509 gives 2031-05-09, 20310500 gives 2031-05."""
    parts = (f"{number // 10000:04}", f"{number // 100 % 100:02}", f"{number % 100:02}")
    return "-".join(part for part in parts if part != "00")
