"""Proposed words looked up in the article: a statement must stand there to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from verbale.model import Article, Kind, Part, Speaker, Speech, Statement, digest
from verbale.text import Span

LONGEST = 10_000
"""Longer words are no statement."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a reader proposes, as words."""

    words: str
    speaker: str = ""
    cue: str = ""
    source: str = ""
    kind: str = ""

    @staticmethod
    def of(told: Any) -> Proposal | None:
        """The proposal of a JSON object; None for anything else, or without words."""
        if not isinstance(told, Mapping) or not isinstance(told.get("words"), str) or not told["words"].strip():
            return None
        return Proposal(*(value if isinstance(value := told.get(name), str) else "" for name in Proposal.__slots__))


@dataclass(frozen=True, slots=True)
class Refused:
    """A proposal whose words do not stand in the article."""

    proposal: Proposal
    why: str


def checked(proposals: Iterable[Proposal], article: Article, *, by: str) -> Iterator[Statement | Refused]:
    """The statements among the proposals, the others refused. Of words that stand several times each place is taken once."""
    taken: set[Span] = set()
    for proposal in proposals:
        span = _first(proposal.words, article.text, taken)
        if span is None:
            why = "its words stand there no more often" if _first(proposal.words, article.text, set()) else "not in the article"
            yield Refused(proposal, why)
            continue
        taken.add(span)
        yield _statement(proposal, span, article, by)


def _first(words: str, text: str, taken: set[Span]) -> Span | None:
    """Where words first stand that is not taken; line breaks and blanks are one."""
    if not words.strip() or len(words) > LONGEST:
        return None
    pattern = r"\s+".join(map(re.escape, words.split()))
    return next((span for match in re.finditer(pattern, text) if (span := Span(*match.span())) not in taken), None)


def _statement(proposal: Proposal, span: Span, article: Article, by: str) -> Statement:
    content = Part.of(article.text, span)
    kind = Speech(proposal.kind) if proposal.kind in set(Speech) else Speech.INDIRECT
    return Statement(
        digest("s", article.id, by, str(span.start), content.text),
        kind,
        content,
        cue=_near(proposal.cue, span, article.text),
        source=_near(proposal.source, span, article.text),
        speaker=Speaker(proposal.speaker, Kind.PERSON, decider=by) if proposal.speaker.strip() else None,
        rule=by,
    )


def _near(words: str, span: Span, text: str) -> Part | None:
    """The part whose words stand nearest to what was said; None where they do not stand in the article."""
    if not words.strip():
        return None
    found = [Span(*m.span()) for m in re.finditer(r"\s+".join(map(re.escape, words.split())), text)]
    nearest = min(found, key=lambda s: min(abs(s.stop - span.start), abs(s.start - span.stop)), default=None)
    return Part.of(text, nearest) if nearest else None
