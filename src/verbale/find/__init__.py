"""Labels become statements: source, cue and content linked, within sentences and over them."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.find.cited import cited
from verbale.find.drafts import Draft
from verbale.find.heads import before_medium, heads
from verbale.find.made import made
from verbale.find.over import over
from verbale.find.taught import taught
from verbale.find.within import within
from verbale.model import Article, Labels, Statement


def find(article: Article, labels: Sequence[Labels]) -> tuple[Statement, ...]:
    """All statements of an article in text order, nested ones among them; speakers are still to be resolved."""
    if not labels:
        return ()
    drafts: list[Draft] = []
    for n, sentence in enumerate(labels):
        found = heads(article, sentence, n)
        rest = before_medium(article, sentence, found) if found else sentence
        drafts += found + (_inside(article, rest, n) if rest else [])
    return made(article, over(article, labels, drafts))


def _inside(article: Article, sentence: Labels, n: int) -> list[Draft]:
    """The statements that stand in a sentence by themselves."""
    return cited(article, sentence, n, taught(article, sentence, n, within(article, sentence, n)))
