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
from verbale.media import is_medium
from verbale.model import Article, Attribution, Labels, Mention
from verbale.text import Span


def taught(article: Article, labels: Labels, sentence: int, ruled: list[Draft]) -> list[Draft]:
    """The drafts of a sentence. In languages without a tagger these are the rules' own."""
    if article.language not in TAGGED:
        return ruled
    drafts = [_draft(article, labels, sentence, a) for a in labels.attributions if _is_speech(article, labels, a)]
    out = [_settled(d, ruled) for d in drafts if not _is_carried(article, d, ruled)]
    certain = (d for d in ruled if d.direct or d.rule in BESIDE)
    return out + [d for d in certain if not any(_rivals(d, other) for other in out)]


def _is_carried(article: Article, draft: Draft, ruled: list[Draft]) -> bool:
    """Whether a medium only carries words in marks that the rules give to somebody else (`“…,” he said, REUTERS reported`)."""
    if not draft.direct or draft.source is None or not is_medium(draft.source, article):
        return False
    rivals = (other for other in ruled if other.direct and other.source and _rivals(other, draft))
    return any(not is_medium(other.source, article) for other in rivals if other.source)


TAGGED = frozenset({"en"})
"""Languages whose statements a tagger finds."""
BESIDE = frozenset(
    {
        "source-cue-that",
        "cue-source-that",
        "noun-that",
        "subject-according-clause",
        "according-clause",
        "clause-according",
        "infinitive",
    }
)
"""Forms of indirect speech that are sure enough to stand where the tagger has seen nothing."""


def _draft(article: Article, labels: Labels, sentence: int, attribution: Attribution) -> Draft:
    content = tuple(
        s for s in (span.stripped(article.text, EDGES) for span in _near(article, labels, attribution)) if s.size() > 1
    )
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
        form="fin",
        direct=direct,
        score=attribution.score,
    )


def _is_speech(article: Article, labels: Labels, attribution: Attribution) -> bool:
    """Whether an attribution tells what was said, not what was planned or felt: by its cue, or by how its content begins."""
    tokens = labels.sentence.tokens
    start, stop = token_range(tokens, attribution.cue)
    words = {t.text.lower().replace("’", "'") for t in tokens[start:stop]}
    small = load(article.language).words["small"]
    if (attribution.source and attribution.source.of(article.text).lower() in _WE) or words & set(small["not"]):
        return False
    if _is_topic(article, labels, attribution):
        return False
    if any(c.start < stop and start < c.stop for c in labels.cues) or attribution.cue.of(article.text).lower() in _accordings(
        article.language
    ):
        return True
    first = attribution.content[0]
    quoted = any(
        q.depth == 0 and abs(q.outer.start - first.start) <= 1 and len(q.inner.of(article.text).split()) > 3
        for q in labels.quotations
    )
    return stop - start <= 3 and (quoted or first.of(article.text).lower().startswith(tuple(f"{w} " for w in small["that"])))


def _is_topic(article: Article, labels: Labels, attribution: Attribution) -> bool:
    """Whether the words only tell what somebody spoke about (`Speaking about the crisis`, `discussed the plan`)."""
    words = load(article.language).words["tagged"]
    tokens = labels.sentence.tokens
    cue = tokens[slice(*token_range(tokens, attribution.cue))]
    of_topic = bool(cue) and (cue[-1].text.lower() in words["regarding"] or cue[-1].lemma in words["discussing"])
    inside = [t for span in attribution.content for t in tokens[slice(*token_range(tokens, span))]]
    return of_topic and not any(t.pos in {"VERB", "AUX"} or t.text in '“”"«»' for t in inside)


_WE = frozenset({"i", "we", "you", "me", "us"})


def _accordings(language: str) -> frozenset[str]:
    return frozenset(words for part in load(language).cues["according"] for words in part["words"])


def _near(article: Article, labels: Labels, attribution: Attribution) -> list[Span]:
    """The contents in the cue's own paragraph, and quotations that go on in the next ones; no lines in capitals between them."""
    block = article.blocks[labels.sentence.block].span
    near = [s for s in attribution.content if s.meets(block) or _goes_on(s.of(article.text))]
    return near or list(attribution.content)


def _goes_on(words: str) -> bool:
    return words[:1] in {"“", '"', "«", "„", "‘", "'"} and not words.isupper()


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


def _settled(draft: Draft, ruled: list[Draft]) -> Draft:
    """The tagger's draft with the boundaries of the rules' where both have the same quotation."""
    for other in ruled:
        if other.direct and _same_cue(draft, other) and _alike(draft, other):
            return replace(other, source=draft.source or other.source, score=draft.score, rule=f"{draft.rule}+{other.rule}")
    return draft


def _rivals(one: Draft, other: Draft) -> bool:
    """Whether two drafts cannot both stand: one cue, or contents that overlap without one statement being told in the other."""
    return _same_cue(one, other) or (_overlaps(one, other) and (other.direct or not other.holds(one)))


def _same_cue(one: Draft, other: Draft) -> bool:
    return bool(one.cue and other.cue and one.cue.meets(other.cue))


def _alike(one: Draft, other: Draft) -> bool:
    """Whether two drafts have most of their content in common, and begin alike but for a conjunction."""
    shared = sum(max(0, min(a.stop, b.stop) - max(a.start, b.start)) for a in one.content for b in other.content)
    near = abs(one.content[0].start - other.content[0].start) <= 6
    return near and shared >= 0.7 * max(sum(s.size() for s in one.content), 1)


def _overlaps(one: Draft, other: Draft) -> bool:
    return any(a.meets(b) for a in one.content for b in other.content)
