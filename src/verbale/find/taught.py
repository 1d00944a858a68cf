"""Statements that a trained tagger proposes, reconciled with those of the rules.

The rules are certain of quotations: there their boundaries stand. Everywhere else the tagger decides, and a draft of the
rules is kept only where the tagger has seen nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from verbale.find.drafts import Draft
from verbale.find.views import token_range
from verbale.find.within import EDGES
from verbale.lang import load
from verbale.model import Article, Attribution, Labels, Mention
from verbale.text import Span


def taught(article: Article, labels: Labels, sentence: int, ruled: list[Draft]) -> list[Draft]:
    """The drafts of a sentence. Where no tagger has spoken these are the rules' own."""
    if not labels.attributions:
        return [d for d in ruled if not labels.sentence.tokens or d.direct or article.language not in TAGGED]
    drafts = [_draft(article, labels, sentence, a) for a in labels.attributions if _is_speech(article, labels, a)]
    certain = [d for d in ruled if d.direct]
    out = [_settled(d, certain) for d in drafts]
    return out + [d for d in certain if not any(_overlaps(d, other) for other in out)]


TAGGED = frozenset({"en"})
"""Languages whose statements a tagger finds."""


def _draft(article: Article, labels: Labels, sentence: int, attribution: Attribution) -> Draft:
    content = tuple(s for s in (span.stripped(article.text, EDGES) for span in attribution.content) if s.size() > 1)
    source = _mention(labels, attribution.source) if attribution.source else None
    quoted = tuple(_inner(labels, span) for span in content)
    direct = bool(quoted) and all(q is not None for q in quoted)
    inner = tuple(q for q in quoted if q) if direct else tuple(_joined(article, content))
    return Draft(
        attribution.model,
        sentence,
        inner or attribution.content,
        attribution.cue,
        source,
        "fin",
        direct,
        score=attribution.score,
    )


def _is_speech(article: Article, labels: Labels, attribution: Attribution) -> bool:
    """Whether an attribution tells what was said, not what was planned or felt: by its cue, or by how its content begins."""
    if attribution.source and attribution.source.of(article.text).lower() in _WE:
        return False
    tokens = labels.sentence.tokens
    start, stop = token_range(tokens, attribution.cue)
    known = any(c.start < stop and start < c.stop for c in labels.cues) or attribution.cue.of(
        article.text
    ).lower() in _accordings(article.language)
    if known:
        return True
    first = attribution.content[0].of(article.text).lower()
    return first.startswith(("that ", "“", '"', "whether ", "how "))


_WE = frozenset({"i", "we", "you", "me", "us"})


def _accordings(language: str) -> frozenset[str]:
    return frozenset(words for part in load(language).cues["according"] for words in part["words"])


def _mention(labels: Labels, span: Span) -> Mention | None:
    return next((m for m in labels.mentions if m.span == span), None) or next(
        (m for m in labels.mentions if m.span.meets(span)), None
    )


def _inner(labels: Labels, span: Span) -> Span | None:
    """The words of the quotation that the span is, give or take its marks."""
    for quotation in labels.quotations:
        if abs(quotation.outer.start - span.start) <= 2 and abs(quotation.outer.stop - span.stop) <= 3:
            return quotation.inner
        if (
            quotation.inner.holds(span)
            and abs(quotation.inner.start - span.start) <= 2
            and abs(quotation.inner.stop - span.stop) <= 3
        ):
            return quotation.inner
    return None


def _joined(article: Article, spans: tuple[Span, ...]) -> Iterator[Span]:
    """Stretches with nothing but marks and blanks between them are one."""
    last: Span | None = None
    for span in spans:
        if (
            last
            and not any(c.isalnum() for c in article.text[last.stop : span.start])
            and "\n" not in article.text[last.stop : span.start]
        ):
            last = Span(last.start, span.stop)
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


def _settled(draft: Draft, certain: list[Draft]) -> Draft:
    """The tagger's draft with the boundaries of the rules' where both have the same quotation."""
    for other in certain:
        if other.cue and draft.cue and other.cue.meets(draft.cue) and _overlaps(draft, other):
            return replace(
                other,
                source=draft.source or other.source,
                score=max(draft.score, other.score),
                rule=f"{draft.rule}+{other.rule}",
            )
    return draft


def _overlaps(one: Draft, other: Draft) -> bool:
    return any(a.meets(b) for a in one.content for b in other.content)
