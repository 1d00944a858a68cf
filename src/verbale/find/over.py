"""Statements over sentences: pointing back, carried by a medium, standing in a block of their own, or going on."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.find.carried import carried
from verbale.find.drafts import Draft
from verbale.find.media import carriers, relayed
from verbale.find.pointing import pointing
from verbale.find.standing import announced, spoken_on, transcript, unquoted
from verbale.model import Article, Labels


def over(article: Article, labels: Sequence[Labels], drafts: list[Draft]) -> list[Draft]:
    """The drafts of all sentences with what their neighbours tell."""
    media = carriers(article, labels)
    drafts = pointing(article, labels, drafts, media)
    drafts = relayed(article, drafts, media)
    # What somebody is said to support or reject, in another's words, is no statement.
    drafts = [d for d in drafts if not (d.rule.endswith("object") and any(o.holds(d) for o in drafts))]
    drafts = transcript(article, labels, drafts)
    drafts = announced(article, labels, drafts)
    drafts = unquoted(article, labels, drafts)
    drafts = spoken_on(article, labels, drafts)
    return carried(article, labels, drafts)
