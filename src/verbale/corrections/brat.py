"""brat standoff: `.ann` files as `verbale export --format brat` writes them and brat leaves them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import NamedTuple

from verbale.corrections.marked import Marked, Sheet, Spans, article_in
from verbale.text import Span

PARTS = {
    "Statement": "content",
    "Cue": "cue",
    "Source": "source",
    "Addressee": "addressee",
    "Venue": "venue",
    "When": "said",
    "Condition": "condition",
    "Promise": "promise",
}
"""Roles of an event and the parts they are."""
FLAGS = ("headline", "implicit", "unquoted")
_OFFSETS = re.compile(r"\w+ (\d+ \d+(?:;\d+ \d+)*)", re.ASCII)


class _Lines(NamedTuple):
    """The annotations of a file by what they are."""

    words: dict[str, Spans]
    events: dict[str, list[tuple[str, str]]]
    attributes: dict[str, dict[str, str]]
    notes: dict[str, dict[str, str]]


def brat(name: str, annotations: str, text: str | None) -> Sheet:
    """The statements of an `.ann` file; `text` is that of the `.txt` beside it. Raises ValueError for what is no such file."""
    lines = _read(annotations)
    statements = tuple(_statement(event, lines, text) for event in lines.events)
    return Sheet(article_in(name), statements, name, text)


def _read(annotations: str) -> _Lines:
    lines = _Lines({}, {}, {}, {})
    for n, line in enumerate(filter(None, annotations.split("\n")), 1):
        name, _, rest = line.rstrip("\r").partition("\t")
        told, _, words = rest.partition("\t")
        if name[:1] == "T":
            lines.words[name] = _spans(told, n)
        elif name[:1] == "E":
            lines.events[name] = [(role, of) for role, _, of in (pair.partition(":") for pair in told.split())]
        elif name[:1] in ("A", "M"):
            kind, of, *value = told.split()
            lines.attributes.setdefault(of, {})[kind] = " ".join(value)
        elif name[:1] == "#":
            kind, _, of = told.partition(" ")
            lines.notes.setdefault(of, {})[kind] = words
    return lines


def _spans(told: str, n: int) -> Spans:
    """`Cue 10 26;30 42` as spans."""
    found = _OFFSETS.match(told)
    if not found:
        raise ValueError(f"line {n} has no offsets")
    return tuple(Span(*map(int, pair.split())) for pair in found[1].split(";"))


def _statement(event: str, lines: _Lines, text: str | None) -> Marked:
    parts: dict[str, tuple[Spans, ...]] = dict.fromkeys(PARTS.values(), ())
    for role, mark in lines.events[event]:
        part = PARTS.get(role.rstrip("0123456789"))
        if part and mark in lines.words:
            parts[part] += (_whole(lines.words[mark], text),)
    notes, attributes = lines.notes.get(event, {}), lines.attributes.get(event, {})
    return Marked(_id(notes), parts, _told(notes, attributes))


def _told(notes: Mapping[str, str], attributes: Mapping[str, str]) -> dict[str, str | None]:
    flags = {flag: str(flag.capitalize() in attributes).lower() for flag in FLAGS}
    return {"speaker": notes.get("AnnotatorNotes", "").strip() or None, "kind": attributes.get("Kind") or None, **flags}


def _id(notes: Mapping[str, str]) -> str | None:
    try:
        return str(json.loads(notes["Verbale"])["id"])
    except (KeyError, TypeError, json.JSONDecodeError):
        return None


def _whole(spans: Spans, text: str | None) -> Spans:
    """Stretches that were only cut at the end of a line are one again."""
    joined: list[Span] = []
    for span in spans:
        if text and joined and not text[joined[-1].stop : span.start].strip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"):
            joined[-1] = Span(joined[-1].start, span.stop)
        else:
            joined.append(span)
    return tuple(joined)
