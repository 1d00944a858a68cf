"""What could not be read or is doubtful."""

from __future__ import annotations

from starlette.responses import Response

from verbale.errors import Code
from verbale.store.tally import Tally
from verbale.web.found import PAGE
from verbale.web.visit import Visit

LONG = PAGE * 5
"""Problems are short: so many stand on a page."""


def problems(visit: Visit) -> Response:
    """All problems, or those of one code, a page of them."""
    page, code = visit.asked().page, visit.query.get("code", "")
    counts = problem_codes(visit)
    code = code if code in set(Code) else ""
    total = sum(times for value, times in counts if value == code or not code)
    shown = visit.record.pages.problems(code=code or None, limit=LONG, offset=(page - 1) * LONG)
    return visit.page(
        "problems.html", code=code, counts=counts, problems=shown, page=page, pages=-(-total // LONG), total=total, codes=Code
    )


def problem_codes(visit: Visit) -> Tally:
    """How many problems of each code."""
    return visit.house.kept.get(visit.columns, "problems", visit.record.pages.problem_codes)
