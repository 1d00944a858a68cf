"""Sentences get their labels: grammar, names, phrases that can speak, and cues with their subjects."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from verbale.label.cues import cues
from verbale.label.mentions import mention, named
from verbale.label.names import settled
from verbale.label.phrases import Words, phrases, spanned
from verbale.model import Attribution, Labels, Quotation, Sentence, Split
from verbale.models import Analysed, Document, Grammar, analyser
from verbale.text import Row


def label(articles: Sequence[tuple[str, Split]], language: str) -> list[tuple[Labels, ...]]:
    """Labels of the sentences of several articles in one language, given as text and parts; models read them in batches."""
    analysed = analyser(language)([Document(text, parts.sentences) for text, parts in articles])
    return [_article(parts, one, language) for (_, parts), one in zip(articles, analysed, strict=True)]


def _article(parts: Split, analysed: Analysed, language: str) -> tuple[Labels, ...]:
    grammars = settled(analysed.grammars, language)
    marked, taught = Row(q.outer for q in parts.quotations), sorted(analysed.attributions, key=lambda a: a.cue.start)
    out = []
    for sentence, grammar in zip(parts.sentences, grammars, strict=True):
        mine = _of(sentence, taught)
        told = (sentence.span, *(c for a in mine for c in a.content))
        quoted = sorted({n for span in told for n in marked.meeting(span)})
        out.append(_labels(sentence, grammar, mine, tuple(parts.quotations[n] for n in quoted), language))
    return tuple(out)


def _of(sentence: Sentence, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions, given by their cues, whose cues stand in the sentence."""
    first = bisect_left(attributions, sentence.span.start, key=lambda a: a.cue.start)
    last = bisect_left(attributions, sentence.span.stop, key=lambda a: a.cue.start)
    return tuple(a for a in attributions[first:last] if sentence.span.holds(a.cue))


def _labels(
    sentence: Sentence, grammar: Grammar, mine: tuple[Attribution, ...], quotations: tuple[Quotation, ...], language: str
) -> Labels:
    words = Words(language, grammar.tokens, grammar.names)
    found = phrases(words)
    sources = (spanned(words, a.source) for a in mine if a.source)
    return Labels(
        replace(sentence, tokens=grammar.tokens),
        tuple(mention(words, p) for p in (*found, *named(words, found), *(p for p in sources if p))),
        cues(words, found),
        quotations,
        mine,
    )
