"""An article with its statements in the margin, and the list of all articles."""

from __future__ import annotations

import numpy as np
from starlette.responses import Response

from verbale.store.codes import Codes, day
from verbale.store.search import first_day, folded, last_day
from verbale.web.asked import Asked
from verbale.web.found import PAGE
from verbale.web.look import language
from verbale.web.marking import legend, notes, paragraphs
from verbale.web.visit import Visit


def article(visit: Visit) -> Response:
    """The text with all that is attributed in it marked."""
    found = visit.record.article(visit.id)
    if found.id != visit.id:
        return visit.to(f"/articles/{found.id}")
    marked = notes(list(visit.record.pages.of_article(found.id)))
    shown = list(paragraphs(found, marked))
    titles = ["".join(piece.words for piece in one.pieces) for one in shown if one.role == "title"]
    return visit.page(
        "article.html",
        article=found,
        legend=legend(marked),
        paragraphs=shown,
        headed=any(one.notes for one in shown if one.role == "title") or titles not in ([], [found.title]),
        problems=visit.record.pages.problems_of(found.id),
        copies=visit.record.copies(found.id),
        versions=visit.record.versions(found.url) if found.url else (),
    )


def articles(visit: Visit) -> Response:
    """The articles that fit what the address asks for, a page of them, the newest first."""
    asked = visit.asked()
    places = fitting(visit, asked)
    shown = places[(asked.page - 1) * PAGE : asked.page * PAGE]
    numbers = visit.columns.shelf.number[shown].tolist()
    heads = visit.record.pages.heads(numbers, asked.about)
    return visit.page(
        "articles.html",
        asked=asked,
        heads=heads,
        total=len(places),
        pages=-(-len(places) // PAGE),
        outlets=visit.find(Asked()).outlets,
        languages=sorted(visit.columns.languages, key=language),
    )


def fitting(visit: Visit, asked: Asked) -> Codes:
    """The places on the shelf of the articles that fit, the newest first, those without a date last."""
    columns, shelf = visit.columns, visit.columns.shelf
    places = (
        columns.article_places(visit.record.pages.hit_articles(asked.about)) if asked.about else np.arange(len(shelf.number))
    )
    if asked.outlet:
        wanted = [n for n, name in enumerate(columns.outlets) if folded(name) == folded(asked.outlet)]
        places = places[np.isin(shelf.outlet[places], wanted)]
    if asked.language:
        wanted = [n for n, code in enumerate(columns.languages) if code == asked.language.lower()]
        places = places[np.isin(shelf.language[places], wanted)]
    if asked.since:
        places = places[_latest(shelf.day[places]) >= day(first_day(asked.since))]
    if asked.until:
        places = places[(shelf.day[places] <= day(last_day(asked.until))) & (shelf.day[places] > 0)]
    dated = int(np.count_nonzero(shelf.day[places]))
    return np.concatenate([places[:dated][::-1], places[dated:]])


def _latest(days: Codes) -> Codes:
    """The last day that a month or a year may mean; 0 stays 0."""
    ends = np.where(days % 10_000 == 0, days + 1231, np.where(days % 100 == 0, days + 31, days))
    return np.where(days == 0, 0, ends)
