"""When a statement was made, where, and through whose hands it came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from verbale import dates
from verbale.model import Article, Labels, Part, Said, Statement
from verbale.text import Span


def setting(article: Article, labels: Sequence[Labels], statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements with the day that their own sentence tells."""
    reference = _day(article.published)
    return tuple(replace(s, said=_said(article, labels, s, reference)) for s in statements)


def _day(iso: str | None) -> date | None:
    if not iso or len(iso) < 10:
        return None
    return date.fromisoformat(iso[:10])


def _said(article: Article, labels: Sequence[Labels], statement: Statement, reference: date | None) -> Said:
    """The date beside the cue: in its sentence, outside of what was said."""
    anchor = statement.cue or statement.source
    if anchor is None:
        return Said()
    sentence = next((s.sentence.span for s in labels if s.sentence.span.meets(anchor.spans[0])), None)
    if sentence is None:
        return Said()
    found = [w for w in dates.find(sentence.of(article.text), article.language, offset=sentence.start) if not _within(w.span, statement)]
    nearest = min(found, key=lambda w: abs(w.span.start - anchor.spans[0].start), default=None)
    days = dates.resolve(nearest, reference) if nearest else None
    if nearest is None or days is None:
        return Said()
    return Said(*days.iso, Part.of(article.text, nearest.span), "stated")


def _within(span: Span, statement: Statement) -> bool:
    return any(content.meets(span) for content in statement.content.spans)
