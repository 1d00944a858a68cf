"""Coded events in the manner of PLOVER, as JSON lines: who did what to whom by saying something, with speech kept.

`event_type` is the code of the ontology; acts for which it has none (report, deny, ask) are speech, which coders of events
leave out: they are here with `event_type` null and `speech` telling the act. The names of the fields are those of the NGEC
coder, as far as both know the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TextIO

from verbale.acts import plover
from verbale.export import jsonl
from verbale.export.form import Around
from verbale.model import Entry


def write(entries: Iterable[Entry], out: TextIO, around: Around) -> int:
    """Write an event a line to `out`; returns how many."""
    sides = around.sides()
    written = 0
    for entry in entries:
        out.write(jsonl.line(event(entry, sides.get(entry.person or "", ""))) + "\n")
        written += 1
    return written


def event(entry: Entry, side: str = "") -> dict[str, Any]:
    """One statement as an event; `side` is the country or union for which its speaker speaks."""
    statement, act = entry.statement, entry.act
    venue = statement.venue
    return {
        "id": entry.id,
        "event_type": (plover(act.code) or None) if act else None,
        "event_mode": "verbal",
        "speech": act.code if act else None,
        "stance": str(act.stance) if act else None,
        "contexts": list(entry.topics),
        "date": entry.said.start or (entry.published and entry.published[:10]),
        "date_basis": entry.said.basis if entry.said.start else "published" if entry.published else "unknown",
        "attributes": {
            "ACTOR": _actor(entry, side),
            "RECIP": _named(act.target if act else None),
            "LOC": _named(venue.place if venue else None),
        },
        "event_text": statement.content.text,
        "conditions": [condition.text for condition in statement.conditions],
        "doc_id": entry.article,
        "pub_date": entry.published,
        "publisher": entry.outlet,
        "url": entry.url,
        "language": entry.language,
        "statement": jsonl.row(entry),
    }


def _actor(entry: Entry, side: str) -> dict[str, Any] | None:
    if entry.speaker is None:
        return None
    name, ids = entry.called or entry.speaker.name, list(entry.person_ids)
    told = {"text": name, "kind": str(entry.speaker.kind), "role": entry.speaker.role}
    return {**told, "country": side or None, "person": entry.person, "ids": ids}


def _named(name: str | None) -> dict[str, str] | None:
    return {"text": name} if name else None
