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
SUBJECTS = frozenset({"accuse", "threaten"})
"""Acts towards the one of whom what was said speaks."""
_THAT = frozenset({"that", "that the", "что", "що"})
_BEFORE = re.compile(r"[\w'’-]+(?=\s+(?:the\s+)?$)")


class Named(NamedTuple):
    """A name where an article has it."""

    n: int
    """Its place among the mentions of the article, by which the record knows whose name it is."""
    span: Span
    name: str
    kind: Kind


def towards(statement: Statement, act: str, language: str, named: Sequence[Named]) -> Named | None:
    """The name of the one towards whom it is said or meant, among the names of the article; None where no name tells.

    The addressee; else who is blamed or thanked, with whom the content begins; else a name behind a word of direction
    (`with`, `against`) or the object of the cue (`urged [the bank] to wait`). Never the speaker, and nobody in a report.
    """
    if act == "report":
        return None
    others = [name for name in named if _is_somebody(name) and not _is_speaker(name, statement)]
    if addressed := _first(others, statement.addressee):
        return addressed
    within = [name for name in others if any(span.holds(name.span) for span in statement.content.spans)]
    pointing = _directions(language, act)
    pointed = next((n for n in within if _is_pointed_at(n, statement.content, pointing)), None)
    opening = next((n for n in within if _opens(n, statement, bare=act not in SUBJECTS)), None)
    return (opening or pointed) if act in SUBJECTS else (pointed or opening)


def _is_somebody(name: Named) -> bool:
    """Whether it is a name of one towards whom one can act; `both armies` is none."""
    return name.kind in SIDES and len(name.name) > 1 and not name.name.islower()


def _first(names: Sequence[Named], part: Part | None) -> Named | None:
    return next((n for n in names if part and any(span.meets(n.span) for span in part.spans)), None)


def _is_speaker(name: Named, statement: Statement) -> bool:
    speaker = statement.speaker
    if speaker is None:
        return False
    own = {w.casefold() for w in (*speaker.name.split(), *(speaker.role or "").split())}
    return name.span == speaker.mention or bool(own & {w.casefold() for w in name.name.split()})


def _is_pointed_at(name: Named, content: Part, pointing: frozenset[str]) -> bool:
    """Whether a word of direction stands before the name."""
    for span, words in zip(content.spans, content.words, strict=True):
        if span.holds(name.span):
            before = _BEFORE.search(words[: name.span.start - span.start].rstrip() + " ")
            return before is not None and before[0].lower() in pointing
    return False


def _opens(name: Named, statement: Statement, *, bare: bool) -> bool:
    """Whether the content begins with the name; if `bare`, as the object of the cue and without a conjunction before it."""
    start = statement.content.spans[0].start
    before = statement.content.words[0][: max(0, name.span.start - start)].strip().casefold()
    return 0 <= name.span.start - start <= len("that the ") and before in ({"", "the"} if bare else {"", "the", *_THAT})


@cache
def _directions(language: str, act: str) -> frozenset[str]:
    """Words of direction; harm is threatened `for` somebody."""
    words = lang.acts(language).get("words", {})
    return frozenset((*words.get("towards", ()), *(words.get("facing", ()) if act == "threaten" else ())))
