"""Labels become statements: source, cue and content linked, within sentences and over them."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.find.cited import cited
from verbale.find.drafts import Draft
from verbale.find.heads import heads
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
        drafts += heads(article, sentence, n) or cited(
            article, sentence, n, taught(article, sentence, n, within(article, sentence, n))
        )
    return made(article, over(article, labels, drafts))
