"""A flat table: one row a statement, a column for every field, for spreadsheets and statistics.

UTF-8 with a header, lines end in CR LF (RFC 4180). Stretches of a part are joined by " … ", their spans are written
`120-136;140-151`. Where a cell holds several things (conditions, relays, topics, why) they are joined by " | ", and the spans
of conditions, and of the promises that hang on them, by "|". What is unknown is an empty cell; flags are `true` or `false`.

Contents are written as the article has them. A cell that begins with =, +, - or @ may be taken for a formula by a
spreadsheet program: import such files as text, which also keeps dates as they are.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import Any, TextIO

from verbale.acts import plover
from verbale.export.form import Around
from verbale.model import Act, Entry, Part, Said, Speaker, Speech, Statement, Venue

Cells = dict[str, Any]


def write(entries: Iterable[Entry], out: TextIO, around: Around) -> int:  # noqa: ARG001 - spans suffice
    """Write a header and one row an entry to `out`; returns how many entries."""
    table = csv.DictWriter(out, COLUMNS)
    table.writeheader()
    written = 0
    for entry in entries:
        table.writerow(row(entry))
        written += 1
    return written


def row(entry: Entry) -> Cells:
    """The cells of one statement by column; None stands for an empty cell."""
    statement = entry.statement
    return {
        "id": statement.id,
        **_article(entry),
        "kind": str(statement.kind),
        **_flags(statement),
        **_part("content", statement.content),
        **_part("cue", statement.cue),
        **_part("source", statement.source),
        **_speaker(statement.speaker, entry),
        **_part("addressee", statement.addressee),
        **_venue(statement.venue),
        **_said(statement.said),
        "relays": _several(statement.relays),
        "conditions": _several(c.text for c in statement.conditions),
        "conditions_spans": "|".join(_spans(c.words) for c in statement.conditions),
        "conditions_kinds": _several(str(c.tie) for c in statement.conditions),
        "promises": _several(c.promise.text if c.promise else "" for c in statement.conditions),
        "promises_spans": "|".join(_spans(c.promise) if c.promise else "" for c in statement.conditions),
        "inside": statement.inside,
        "rule": statement.rule,
        "score": statement.score,
        "why": _several(statement.why),
        "candidates": _several(f"{c.name} {c.score:.2f}" for c in statement.candidates),
        "same": entry.same,
        "ruled": entry.ruled,
        **_act(entry.act),
        "topics": _several(entry.topics),
    }


def _article(entry: Entry) -> Cells:
    return {
        "article": entry.article,
        "path": entry.path,
        "sha256": entry.sha256,
        "url": entry.url,
        "outlet": entry.outlet,
        "title": entry.title,
        "language": entry.language,
        "published": entry.published,
    }


def _flags(statement: Statement) -> Cells:
    return {name: str(getattr(statement, name)).lower() for name in ("headline", "implicit", "unquoted")}


def _part(name: str, part: Part | None) -> Cells:
    return {name: part and part.text, f"{name}_spans": part and _spans(part)}


def _spans(part: Part) -> str:
    return ";".join(f"{span.start}-{span.stop}" for span in part.spans)


def _speaker(speaker: Speaker | None, entry: Entry) -> Cells:
    columns = ("speaker", "speaker_kind", "speaker_role", "speaker_score", "speaker_decider", "speaker_span")
    if speaker is None:
        return {"person": None, "called": None, "person_ids": None, **dict.fromkeys(columns)}
    span = speaker.mention and f"{speaker.mention.start}-{speaker.mention.stop}"
    told = (speaker.name, str(speaker.kind), speaker.role, speaker.score, speaker.decider, span)
    return {
        "person": entry.person,
        "called": entry.called,
        "person_ids": _several(entry.person_ids),
        **dict(zip(columns, told, strict=True)),
    }


def _venue(venue: Venue | None) -> Cells:
    kind, place = (venue.kind, venue.place) if venue else (None, None)
    return {**_part("venue", venue.words if venue else None), "venue_kind": kind, "venue_place": place}


def _said(said: Said) -> Cells:
    cells = {"said_from": said.start, "said_to": said.stop, "said_basis": said.basis}
    return cells | _part("said", said.words)


def _act(act: Act | None) -> Cells:
    if act is None:
        return dict.fromkeys(("act", "target", "stance", "plover"))
    return {"act": act.code, "target": act.target, "stance": str(act.stance), "plover": plover(act.code)}


def _several(words: Iterable[str]) -> str:
    return " | ".join(words)


COLUMNS = tuple(row(Entry(Statement("", Speech.DIRECT, Part((), ())), "")))
"""The header; a table without rows has it too."""
