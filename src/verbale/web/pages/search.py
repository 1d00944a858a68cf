"""Search: which statements fit, with their counts beside them."""

from __future__ import annotations

import re
from dataclasses import replace

from starlette.responses import Response

from verbale.errors import UnknownError
from verbale.store.columns import Columns
from verbale.topics import Topic
from verbale.web.asked import Asked
from verbale.web.found import PAGE, page_of
from verbale.web.pages.topics import names as topic_names
from verbale.web.plots.months import months
from verbale.web.rows import Row, rows
from verbale.web.visit import Visit

SHORTEST, ENDING = 4, 3
"""Letters of the shortest word that is taken for a beginning, and how many letters of an ending are left out."""


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
        beginning=beginning(asked.about),
        called=called(visit, asked.about),
        nearest=None if len(found) else nearest(visit, asked),
    )


def beginning(about: str, cut: int = 0) -> str:
    """The words as beginnings, the last `cut` letters of each left out: `talk` gives `talk*`. Empty where there is nothing to
    add, or where somebody wrote signs of a search."""
    if re.search(r'["“”*]', about):
        return ""
    words = [f"{word[: max(SHORTEST, len(word) - cut)]}*" if len(word) >= SHORTEST else word for word in about.split()]
    return " ".join(words) if words != about.split() else ""


def called(visit: Visit, about: str) -> list[Topic]:
    """The topics that go by these words, or whose name begins with them."""
    begins = about.casefold()
    return [
        one for one in visit.record.topics() if about and (one.is_called(about) or one.name().casefold().startswith(begins))
    ]


def nearest(visit: Visit, asked: Asked) -> tuple[str, int] | None:
    """The longest beginnings of the words asked for that some statements have, with how many do; endings are tried away
    because no word forms are known."""
    for cut in range(ENDING + 1):
        about = beginning(asked.about, cut)
        if about and (times := len(visit.find(replace(asked, about=about)))):
            return about, times
    return None


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
