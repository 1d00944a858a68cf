"""The brief: what the record holds on a topic, composed of rows, to be printed and handed on."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from starlette.responses import Response

from verbale import brief as made
from verbale.errors import UnfitError
from verbale.store.search import Counted, Happened
from verbale.web.asked import LONGEST
from verbale.web.held import held
from verbale.web.kept import unpacked
from verbale.web.pages.topics import topic_of
from verbale.web.visit import Visit

MOST = 60
"""So many events and figures are told of on the page, the last ones; files have all."""
_FORMS = {"md": ("text/markdown", made.markdown), "html": ("text/html", made.html)}


def brief(visit: Visit) -> Response:
    """The brief that is asked for, or where no topic is, a choice of topics."""
    asked = _asked(visit)
    rows = _rows(visit, asked) if asked.about else None
    found = made.compose(visit.record, asked, rows) if rows else None
    full = rows is not None and max(len(rows.events), len(rows.claims)) >= MOST
    return visit.page(
        "brief.html", asked=asked, brief=found, topics=visit.record.topics(), query=visit.request.url.query, most=full and MOST
    )


def brief_file(visit: Visit) -> Response:
    """The brief as a file: Markdown, or one page of HTML that needs nothing beside it."""
    form = str(visit.request.path_params["form"])
    if form not in _FORMS:
        raise UnfitError(f"“{form[:20]}” is no form of a brief: write md or html")
    asked = _asked(visit)
    if not asked.about:
        raise UnfitError("a brief needs a topic")
    media, written = _FORMS[form]
    headers = {"Content-Disposition": f'attachment; filename="brief.{form}"'}
    return Response(written(made.compose(visit.record, asked)), media_type=media, headers=headers)


def _rows(visit: Visit, asked: made.Asked) -> made.Rows:
    """What fits: of positions what a topic page looks at, of events and figures the last ones."""
    days = {name: value for name, value in (("since", asked.since), ("until", asked.until)) if value}
    topic, actor = topic_of(visit, asked.about), next(iter(asked.actors), "")
    positions = [one.position for one in held(visit, replace(visit.asked(), about="", topic=topic.id), actor)]
    if actor and not positions:  # raises where there is nobody of that name
        positions = [visit.record.positions(actor, about=topic.id, since=asked.since, until=asked.until)]
    events = visit.columns.events.fitting(cast("Happened", {**days, **({"actor": actor} if actor else {})}))[-MOST:]
    claims = visit.columns.figures.fitting(cast("Counted", days))[-MOST:]
    pages = visit.record.pages
    return made.Rows(positions, list(pages.events(unpacked(events))), list(pages.figures(unpacked(claims))))


def _asked(visit: Visit) -> made.Asked:
    days = visit.asked()  # the dates are looked at there
    about, actor = (visit.query.get(name, "").replace("\0", " ").strip() for name in ("about", "actor"))
    if max(len(about), len(actor)) > LONGEST:
        raise UnfitError(f"what is asked for is longer than {LONGEST} characters")
    return made.Asked(about, (actor,) if actor else (), days.since or None, days.until or None)
