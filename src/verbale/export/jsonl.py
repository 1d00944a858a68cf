"""The exchange format: one JSON object a line, every key in every line, null or [] for what is not known."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO

from verbale.export.form import Around
from verbale.model import Act, Condition, Entry, Part, Said, Speaker, Venue

# Ends of lines to some programs though not to JSON; escaped, a line stays a line for all.
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def write(entries: Iterable[Entry], out: TextIO, around: Around) -> int:  # noqa: ARG001 - spans suffice
    """Write one line an entry to `out`; returns how many."""
    written = 0
    for entry in entries:
        out.write(line(row(entry)) + "\n")
        written += 1
    return written


def line(thing: Any) -> str:
    """JSON on one line, whatever a program takes for the end of a line."""
    return json.dumps(thing, ensure_ascii=False).translate(_LINE_ENDS)


def row(entry: Entry) -> dict[str, Any]:
    """One statement as an object of the exchange format."""
    statement = entry.statement
    return {
        "id": statement.id,
        "article": _article(entry),
        "kind": str(statement.kind),
        "headline": statement.headline,
        "content": _part(statement.content),
        "cue": _part(statement.cue),
        "source": _part(statement.source),
        "speaker": _speaker(statement.speaker, entry),
        "candidates": [{"name": one.name, "score": one.score} for one in statement.candidates],
        "addressee": _part(statement.addressee),
        "venue": _venue(statement.venue),
        "said": _said(statement.said),
        "relays": list(statement.relays),
        "conditions": [_condition(condition) for condition in statement.conditions],
        "inside": statement.inside,
        "rule": statement.rule,
        "score": statement.score,
        "same": entry.same,
        "ruled": entry.ruled,
        "act": _act(entry.act),
        "topics": list(entry.topics),
    }


def _article(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.article,
        "path": entry.path,
        "url": entry.url,
        "outlet": entry.outlet,
        "title": entry.title,
        "language": entry.language,
        "published": entry.published,
        "sha256": entry.sha256,
    }


def _part(part: Part | None) -> dict[str, Any] | None:
    return None if part is None else {"text": part.text, "spans": [list(span) for span in part.spans]}


def _condition(condition: Condition) -> dict[str, Any]:
    words = {"text": condition.text, "spans": [list(span) for span in condition.spans]}
    return {**words, "kind": str(condition.tie), "promise": _part(condition.promise)}


def _speaker(speaker: Speaker | None, entry: Entry) -> dict[str, Any] | None:
    if speaker is None:
        return None
    return {
        "id": entry.person,
        "called": entry.called,
        "ids": list(entry.person_ids),
        "name": speaker.name,
        "kind": str(speaker.kind),
        "role": speaker.role,
        "score": speaker.score,
    }


def _venue(venue: Venue | None) -> dict[str, Any] | None:
    if venue is None:
        return None
    return {
        "text": venue.words.text,
        "spans": [list(span) for span in venue.words.spans],
        "kind": venue.kind or None,
        "place": venue.place,
    }


def _act(act: Act | None) -> dict[str, Any] | None:
    return None if act is None else {"code": act.code.upper(), "target": act.target, "stance": str(act.stance)}


def _said(said: Said) -> dict[str, Any]:
    words = said.words.text if said.words else None
    return {"from": said.start, "to": said.stop, "text": words, "basis": said.basis}
