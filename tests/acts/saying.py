"""Statements to test acts with, made from a cue and what was said: `demanded ~ a recount`."""

from __future__ import annotations

from verbale.model import Condition, Kind, Part, Speaker, Speech, Statement, Tie
from verbale.text import Span

HARTOV = Speaker("Daniel Hartov", Kind.PERSON)


def saying(
    marked: str, *conditions: str, speaker: Speaker = HARTOV, kind: Speech = Speech.INDIRECT, tie: Tie = Tie.IF
) -> Statement:
    """The statement that the words behind `~` are said with the words before it; without `~` there is no cue."""
    cue, _, content = marked.rpartition("~")
    text = marked.replace("~ ", "").replace("~", "")
    start = len(cue)
    terms = [Condition(Part.of(text, Span(text.index(c), text.index(c) + len(c))), tie) for c in conditions]
    return Statement(
        "s_1",
        kind,
        Part.of(text, Span(start, start + len(content.strip()))),
        Part.of(text, Span(0, len(cue.strip()))) if cue.strip() else None,
        speaker=speaker,
        conditions=tuple(terms),
    )
