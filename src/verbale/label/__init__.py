"""Sentences get their labels: grammar, names, phrases that can speak, and cues with their subjects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verbale.label.cues import cues
from verbale.label.phrases import Words, mention, named, phrases
from verbale.model import Labels, Quotation, Sentence, Split
from verbale.models import Grammar, analyser


def label(articles: Sequence[Split], language: str) -> list[tuple[Labels, ...]]:
    """Labels of the sentences of several articles in one language, which the models read in one batch."""
    grammars = iter(analyser(language)([s.tokens for article in articles for s in article.sentences]))
    return [tuple(_labels(s, next(grammars), article.quotations, language) for s in article.sentences) for article in articles]


def _labels(sentence: Sentence, grammar: Grammar, quotations: Sequence[Quotation], language: str) -> Labels:
    words = Words(language, grammar.tokens, grammar.names)
    found = phrases(words)
    return Labels(
        replace(sentence, tokens=grammar.tokens),
        tuple(mention(words, p) for p in (*found, *named(words, found))),
        cues(words, found),
        tuple(q for q in quotations if q.outer.meets(sentence.span)),
    )
