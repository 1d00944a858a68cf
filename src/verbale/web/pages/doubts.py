"""Pairs of names that may be one: what most needs somebody's judgement."""

from __future__ import annotations

from starlette.responses import Response

from verbale.web.found import PAGE
from verbale.web.visit import Visit


def doubts(visit: Visit) -> Response:
    """All doubtful pairs, a page of them, the likeliest first."""
    page, total = visit.asked().page, doubtful(visit)
    shown = visit.record.pages.doubts(limit=PAGE, offset=(page - 1) * PAGE)
    return visit.page("doubts.html", doubts=shown, total=total, page=page, pages=-(-total // PAGE))


def doubtful(visit: Visit) -> int:
    """How many pairs of names are doubtful."""
    return sum(times for _, times in visit.record.pages.doubt_kinds())
