"""Statements without a cue: a speaker before a colon or after a dash, as headlines have them."""

from __future__ import annotations

from dataclasses import replace

from verbale.find.drafts import Draft
from verbale.find.views import token_range
from verbale.find.within import EDGES
from verbale.lang import load, titles
from verbale.media import is_medium
from verbale.model import Article, Kind, Labels, Mention, Role
from verbale.text import Span

_DASHES = {"—", "–", "-", "―"}


def heads(article: Article, labels: Labels, sentence: int) -> list[Draft]:
    """`Reyes: talks will go on`, `Talks will go on – Reyes` in titles and decks; `Reyes: “…”` anywhere."""
    role = article.blocks[labels.sentence.block].role
    headline = role in {Role.TITLE, Role.DECK}
    for found in (_colon(article, labels, headline=headline), _dash(article, labels) if headline else None):
        if found:
            rule, content, source, direct = found
            return [Draft(rule, sentence, (content,), None, source, direct=direct)]
    return []


def _colon(article: Article, labels: Labels, *, headline: bool) -> tuple[str, Span, Mention, bool] | None:
    tokens = labels.sentence.tokens
    at = next((n for n, t in enumerate(tokens[:14]) if t.text == ":"), None)
    if at is None or at + 1 >= len(tokens):
        return None
    source = _whole(labels, article.language, 0, at)
    if source is None:
        return None
    rest = Span(tokens[at + 1].span.start, tokens[-1].span.stop)
    quoted = next((q for q in labels.quotations if q.depth == 0 and q.outer.start == rest.start), None)
    if quoted and quoted.outer.stop >= rest.stop - 2:
        return "source-colon-quote", quoted.inner, source, True
    headline = headline and source.kind is not Kind.COUNTRY  # `Karvenia: bridge shut` tells where
    return ("source-colon-clause", rest.stripped(article.text, EDGES), source, False) if headline else None


def _dash(article: Article, labels: Labels) -> tuple[str, Span, Mention, bool] | None:
    tokens = labels.sentence.tokens
    at = next((n for n in range(len(tokens) - 2, 1, -1) if tokens[n].text in _DASHES), None)
    if at is None:
        return None
    stop = len(tokens) - (tokens[-1].text == ".")
    source = _whole(labels, article.language, at + 1, stop)
    if source is None:
        return None
    content = Span(tokens[0].span.start, tokens[at - 1].span.stop).stripped(article.text, EDGES)
    quoted = next((q for q in labels.quotations if q.depth == 0 and q.outer.holds(content)), None)
    return "clause-dash-source", quoted.inner if quoted else content, source, quoted is not None


def before_medium(article: Article, labels: Labels, found: list[Draft]) -> Labels | None:
    """The headline without the medium behind its dash, which may only carry it: `Хартов отверг договор – «Узел»`."""
    head = next(iter(found), None)
    if head is None or head.rule != "clause-dash-source" or head.source is None or not is_medium(head.source, article):
        return None
    stop = head.content[0].stop
    tokens = tuple(t for t in labels.sentence.tokens if t.span.stop <= stop)
    sentence = replace(labels.sentence, span=Span(labels.sentence.span.start, stop), tokens=tokens)
    return replace(labels, sentence=sentence, cues=tuple(c for c in labels.cues if c.stop <= len(tokens)))


def _people(labels: Labels, language: str, start: int, stop: int) -> bool:
    """Whether words that name nobody speak of people (`Experts: …`), not of a topic (`Elections in Karvenia: …`)."""
    heads_ = [t for t in labels.sentence.tokens[start:stop] if t.case in {"Nom", ""}]
    return any(t.lemma in titles(language, "unnamed") | titles(language, "persons") for t in heads_)


def _whole(labels: Labels, language: str, start: int, stop: int) -> Mention | None:
    """The mention that takes up all the tokens of the range; a short range without one may still be a plain name."""
    for mention in labels.mentions:
        if token_range(labels.sentence.tokens, mention.span) == (start, stop) and mention.kind is not Kind.PLACE:
            return mention if mention.kind is not Kind.UNNAMED or _people(labels, language, start, stop) else None
    tokens = labels.sentence.tokens[start:stop]
    if 0 < len(tokens) <= 4 and " ".join(t.text for t in tokens).lower() in load(language).titles["media"]["names"]:
        span = Span(tokens[0].span.start, tokens[-1].span.stop)
        return Mention(span, Kind.ORGANISATION, " ".join(t.text for t in tokens))
    return None
