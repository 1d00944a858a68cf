"""Towards whom a speaker acts: the one addressed, else the first whom what was said names where its act points."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from verbale import lang
from verbale.model import Kind, Part, Statement
from verbale.text import Span

SIDES = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.COUNTRY})
"""Those towards whom one can act."""
_BEFORE = re.compile(r"[\w'’-]+(?=\s+(?:the\s+)?$)")


class Named(NamedTuple):
    """A name where an article has it."""

    n: int
    """Its place among the mentions of the article, by which the record knows whose name it is."""
    span: Span
    name: str
    kind: Kind


def towards(statement: Statement, language: str, named: Sequence[Named]) -> Named | None:
    """The name of the one towards whom it is said or meant; None where no name tells.

    The addressee; else a name behind a word of direction (`with`, `against`); else the name with which the content begins,
    where the cue takes it as its object (`accused [the bank] of lying`). Never the speaker.
    """
    others = [name for name in named if name.kind in SIDES and name.name and not _is_speaker(name, statement)]
    addressed = _first(others, statement.addressee)
    within = [name for name in others if any(span.holds(name.span) for span in statement.content.spans)]
    return addressed or next((n for n in within if _is_pointed_at(n, statement.content, language)), None) or _object(within, statement)


def _first(names: Sequence[Named], part: Part | None) -> Named | None:
    return next((n for n in names if part and any(span.meets(n.span) for span in part.spans)), None)


def _is_speaker(name: Named, statement: Statement) -> bool:
    speaker = statement.speaker
    if speaker is None:
        return False
    own = {w.casefold() for w in (*speaker.name.split(), *(speaker.role or "").split())}
    return name.span == speaker.mention or bool(own & {w.casefold() for w in name.name.split()})


def _is_pointed_at(name: Named, content: Part, language: str) -> bool:
    """Whether a word of direction stands before the name."""
    for span, words in zip(content.spans, content.words, strict=True):
        if span.holds(name.span):
            before = _BEFORE.search(words[: name.span.start - span.start].rstrip() + " ")
            return before is not None and before[0].lower() in _directions(language)
    return False


def _object(within: Sequence[Named], statement: Statement) -> Named | None:
    """The name with which the content begins, right behind its cue."""
    start = statement.content.spans[0].start
    cue = statement.cue.spans[-1].stop if statement.cue else start
    return next((n for n in within if n.span.start - start <= 4 and 0 <= start - cue <= 2), None)


@cache
def _directions(language: str) -> frozenset[str]:
    return frozenset(lang.acts(language).get("words", {}).get("towards", ()))
