"""Events, figures and sayings side by side: as objects for programs, and flat for tables."""

from __future__ import annotations

from typing import Any

from verbale.model import Claim, Entry, Event, Said, Telling
from verbale.same.differences import differences
from verbale.wording import date, happened, holder

Row = dict[str, Any]
EVENT = (
    "id",
    "what",
    "status",
    "course",
    "from",
    "to",
    "place",
    "parties",
    "party_ids",
    "articles",
    "tellings",
    "last_article",
    "last_outlet",
    "last_published",
    "last_span",
    "last_text",
)
"""Columns of `event_row`."""
FIGURE = (
    "id",
    "measure",
    "value",
    "unit",
    "parts",
    "source",
    "source_id",
    "from",
    "to",
    "place",
    "question",
    "rivals",
    "statement",
    "article",
    "outlet",
    "published",
    "span",
    "text",
)
"""Columns of `figure_row`."""
_ENTRY = ("statement", "outlet", "published", "language", "url", "kind", "content")
COMPARED = (
    *("carried", "utterance", "person", "speaker", "said"),
    *(f"{which}_{key}" for which in ("one", "two") for key in _ENTRY),
)
"""Columns of `compared_row`."""


def event_object(event: Event) -> Row:
    """An event with all its tellings, each with its place in its article."""
    return {
        "id": event.id,
        "what": event.what,
        "status": str(event.status),
        "from": event.start,
        "to": event.stop,
        "place": event.place,
        "parties": [{"id": p.person, "name": p.name, "kind": str(p.kind)} for p in event.parties],
        "tellings": [_telling(told) for told in event.tellings],
    }


def _telling(told: Telling) -> Row:
    happening = told.happening
    return {
        "article": {name: getattr(told, name) for name in ("path", "url", "outlet", "title", "language", "published")}
        | {"id": told.article},
        "status": str(happening.status),
        "when": _said(happening.when),
        "place": happening.place,
        "text": happening.words.text,
        "span": list(happening.words.spans[0]),
        "statement": happening.inside,
    }


def _said(said: Said) -> Row:
    return {"from": said.start, "to": said.stop, "text": said.words.text if said.words else None, "basis": said.basis}


def event_row(event: Event) -> Row:
    """An event as cells, with the telling published last."""
    told = event.tellings[-1]
    return {
        "id": event.id,
        "what": event.what,
        "status": str(event.status),
        "course": happened.course(event),
        "from": event.start,
        "to": event.stop,
        "place": event.place,
        "parties": "; ".join(party.name for party in event.parties),
        "party_ids": "; ".join(party.person or "" for party in event.parties),
        "articles": event.articles,
        "tellings": len(event.tellings),
        "last_article": told.article,
        "last_outlet": told.outlet,
        "last_published": told.published,
        "last_span": "{}-{}".format(*told.happening.words.spans[0]),
        "last_text": told.happening.words.text,
    }


def figure_object(claim: Claim) -> Row:
    """A figure with its parts, its source and its place in its article."""
    figure = claim.figure
    source = figure.source
    return {
        "id": claim.id,
        "measure": figure.measure,
        "value": figure.value,
        "unit": figure.unit,
        "parts": [{"name": p.name, "value": p.value, "span": list(p.span)} for p in figure.parts],
        "adds_up": figure.adds_up,
        "source": {"id": claim.person, "name": source.name, "kind": str(source.kind)} if source else None,
        "as_of": _said(figure.as_of),
        "place": figure.place,
        "text": figure.words.text,
        "span": list(figure.words.spans[0]),
        "statement": figure.inside,
        "question": claim.question,
        "rivals": claim.rivals,
        "article": {name: getattr(claim, name) for name in ("path", "url", "outlet", "title", "language", "published")}
        | {"id": claim.article},
    }


def figure_row(claim: Claim) -> Row:
    """A figure as cells."""
    figure = claim.figure
    return {
        "id": claim.id,
        "measure": figure.measure,
        "value": figure.value,
        "unit": figure.unit,
        "parts": happened.parts(figure),
        "source": figure.source.name if figure.source else None,
        "source_id": claim.person,
        "from": figure.as_of.start,
        "to": figure.as_of.stop,
        "place": figure.place,
        "question": claim.question,
        "rivals": claim.rivals,
        "statement": figure.inside,
        "article": claim.article,
        "outlet": claim.outlet,
        "published": claim.published,
        "span": "{}-{}".format(*figure.words.spans[0]),
        "text": figure.words.text,
    }


def compared_object(carried: str, utterance: str | None, one: Entry | None, two: Entry | None) -> Row:
    """A saying as one side carries it, or both: `carried` is `both`, or the name of the only one."""
    changes = None
    if one and two and one.language == two.language:
        changes = [{"change": str(s.change), "words": s.words} for s in differences(one.content.text, two.content.text)]
    return {**_compared(carried, utterance, one, two), "one": _entry(one), "two": _entry(two), "differences": changes}


def compared_row(carried: str, utterance: str | None, one: Entry | None, two: Entry | None) -> Row:
    """The same as cells, without the differences."""
    told = _compared(carried, utterance, one, two)
    for which, entry in (("one", one), ("two", two)):
        told |= {f"{which}_{key}": value for key, value in (_entry(entry) or dict.fromkeys(_ENTRY)).items()}
    return told


def _compared(carried: str, utterance: str | None, one: Entry | None, two: Entry | None) -> Row:
    first = one or two
    assert first
    told = {"carried": carried, "utterance": utterance, "person": first.person}
    return {**told, "speaker": holder(first), "said": date(first)}


def _entry(entry: Entry | None) -> Row | None:
    if entry is None:
        return None
    plain = {"outlet": entry.outlet, "published": entry.published, "language": entry.language, "url": entry.url}
    return {"statement": entry.id, **plain, "kind": str(entry.statement.kind), "content": entry.content.text}
