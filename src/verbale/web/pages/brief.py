"""The brief: what the record holds on a topic, composed of rows, to be printed and handed on."""

from __future__ import annotations

from starlette.responses import Response

from verbale import brief as made
from verbale.errors import UnfitError
from verbale.web.asked import LONGEST
from verbale.web.visit import Visit

_FORMS = {"md": ("text/markdown", made.markdown), "html": ("text/html", made.html)}


def brief(visit: Visit) -> Response:
    """The brief that is asked for, or where no topic is, a choice of topics."""
    asked = _asked(visit)
    found = made.compose(visit.record, asked) if asked.about else None
    return visit.page("brief.html", asked=asked, brief=found, topics=visit.record.topics(), query=visit.request.url.query)


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


def _asked(visit: Visit) -> made.Asked:
    days = visit.asked()  # the dates are looked at there
    about, actor = (visit.query.get(name, "").replace("\0", " ").strip() for name in ("about", "actor"))
    if max(len(about), len(actor)) > LONGEST:
        raise UnfitError(f"what is asked for is longer than {LONGEST} characters")
    return made.Asked(about, (actor,) if actor else (), days.since or None, days.until or None)
