"""Sentences get their labels: grammar, names, phrases that can speak, and cues with their subjects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verbale.label.cues import cues
from verbale.label.mentions import mention, named
from verbale.label.names import settled
from verbale.label.phrases import Words, phrases, spanned
from verbale.model import Attribution, Labels, Quotation, Sentence, Split
from verbale.models import Analysed, Document, Grammar, analyser


def label(articles: Sequence[tuple[str, Split]], language: str) -> list[tuple[Labels, ...]]:
    """Labels of the sentences of several articles in one language, given as text and parts; models read them in batches."""
    analysed = analyser(language)([Document(text, parts.sentences) for text, parts in articles])
    return [_article(parts, one, language) for (_, parts), one in zip(articles, analysed, strict=True)]


def _article(parts: Split, analysed: Analysed, language: str) -> tuple[Labels, ...]:
    grammars = settled(analysed.grammars, language)
    return tuple(
        _labels(s, g, parts.quotations, analysed.attributions, language) for s, g in zip(parts.sentences, grammars, strict=True)
    )


def _labels(
    sentence: Sentence,
    grammar: Grammar,
    quotations: Sequence[Quotation],
    attributions: Sequence[Attribution],
    language: str,
) -> Labels:
    words = Words(language, grammar.tokens, grammar.names)
    found = phrases(words)
    mine = tuple(a for a in attributions if sentence.span.holds(a.cue))
    sources = (spanned(words, a.source) for a in mine if a.source)
    told = (sentence.span, *(c for a in mine for c in a.content))
    return Labels(
        replace(sentence, tokens=grammar.tokens),
        tuple(mention(words, p) for p in (*found, *named(words, found), *(p for p in sources if p))),
        cues(words, found),
        tuple(q for q in quotations if any(q.outer.meets(span) for span in told)),
        mine,
    )
