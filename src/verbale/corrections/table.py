"""A table (CSV) as `verbale export` writes it and a spreadsheet program gives it back, and that of Discourse Network Analyzer.

Only columns that stand in the file are compared. A part may be corrected by its spans or by its words; words that stand
in the article only once, or nearest to where they stood, are found there. A column `verdict` may say `accept` or `reject`.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from verbale.corrections.marked import Marked, Sheet, Spans
from verbale.text import Span

PARTS = ("content", "cue", "source", "addressee", "venue", "said")
FIELDS = (
    "speaker",
    "speaker_kind",
    "speaker_role",
    "kind",
    "headline",
    "implicit",
    "unquoted",
    "said_from",
    "said_to",
    *PARTS,
)
"""Columns that may be corrected beside spans; the words of a part are told too, for whoever corrects them instead."""
VERDICTS = {
    "accept": "accept",
    "accepted": "accept",
    "ok": "accept",
    "reject": "reject",
    "rejected": "reject",
    "wrong": "reject",
}
ID, PERSON, ORGANISATION, CODED = "statement", "person", "organization", "coded"
"""Columns of the table for Discourse Network Analyzer."""
_SPAN = re.compile(r"(\d+)-(\d+)", re.ASCII)


def table(name: str, text: str) -> Sheet:
    """The statements of a table; raises ValueError where it has no column of ids."""
    csv.field_size_limit(2**31 - 1)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    header = set(rows.fieldnames or ())
    if {ID, PERSON, CODED} <= header:
        return Sheet(None, tuple(_coded(rows)), name)
    if "id" not in header:
        raise ValueError("the table has no column “id”")
    return Sheet(None, tuple(_statement(row) for row in rows if row.get("id")), name)


def _coded(rows: Iterable[dict[str, str | None]]) -> Iterator[Marked]:
    """Statements of a network, each once however many concepts it has, with the speaker where another was coded."""
    seen: dict[str, Marked] = {}
    for row in rows:
        id_, now = row[ID], (row[PERSON] or row.get(ORGANISATION) or "").strip()
        if id_ and (id_ not in seen or now != row[CODED]):
            seen[id_] = Marked(id_, told={"speaker": now or None} if now != row[CODED] else {})
    yield from seen.values()


def _delimiter(text: str) -> str:
    """Spreadsheet programs write what the country is used to."""
    head = text.partition("\n")[0]
    return max(",;\t", key=head.count)


def _statement(row: dict[str, str | None]) -> Marked:
    parts = {name: _part(row[f"{name}_spans"]) for name in PARTS if row.get(f"{name}_spans") is not None}
    if row.get("conditions_spans") is not None:
        parts["condition"] = tuple(_spans(one) for one in (row["conditions_spans"] or "").split("|") if one)
    told = {name: _cell(name, row[name]) for name in FIELDS if row.get(name) is not None}
    return Marked(row["id"], parts, told, VERDICTS.get((row.get("verdict") or "").strip().lower(), ""))


def _cell(name: str, value: str | None) -> str | None:
    """A cell as it was written, whatever a spreadsheet program made of TRUE and FALSE."""
    words = (value or "").strip()
    return (words.lower() if name in ("headline", "implicit", "unquoted", "kind") else words) or None


def _part(cell: str | None) -> tuple[Spans, ...]:
    return (_spans(cell),) if cell else ()


def _spans(cell: str) -> Spans:
    """`120-136;140-151`; raises ValueError for anything else."""
    found = [_SPAN.fullmatch(one.strip()) for one in cell.split(";")]
    if not all(found):
        raise ValueError(f"“{cell}” are no spans")
    return tuple(Span(int(one[1]), int(one[2])) for one in found if one)
