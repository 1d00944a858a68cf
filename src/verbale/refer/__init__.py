"""Who is meant: every source is followed to a person, a body, a country or a paper that the article names.

An ordered list of small deciders, the surest first; the first that knows an answer gives it, and its name stands in the
row's explanation. Where none knows one the speaker is unknown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verbale.lang import load
from verbale.model import Article, Kind, Labels, Mention, Part, Speaker, Statement
from verbale.refer.asked import Asked
from verbale.refer.candidates import candidates
from verbale.refer.deciders import DECIDERS
from verbale.refer.figures import figures
from verbale.text import Span


def refer(article: Article, labels: Sequence[Labels], statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, each with its speaker where one can be told."""
    known = figures(labels)
    mentions, joined = _by_span(labels), _joined(labels)
    out: list[Statement] = []
    for statement in statements:
        mention = (mentions.get(statement.source.spans[0]) or _plain(article, statement.source)) if statement.source else None
        cue = statement.cue.spans[0] if statement.cue and not statement.source else None
        shared = next((m for span, m in joined if cue and span.meets(cue)), None)
        asked = Asked(article, tuple(labels), known, statement, mention, shared, tuple(out))
        out.append(_decided(statement, asked))
    return tuple(out)


def _by_span(labels: Sequence[Labels]) -> dict[Span, Mention]:
    mentions = {m.span: m for sentence in labels for m in sentence.mentions}
    return mentions | {c.subject.span: c.subject for sentence in labels for c in sentence.cues if c.subject}


def _joined(labels: Sequence[Labels]) -> list[tuple[Span, Mention]]:
    """Cues with the subject of the verb they are joined to."""
    return [(s.sentence.tokens[c.start].span, c.shared) for s in labels for c in s.cues if c.shared]


def _plain(article: Article, source: Part) -> Mention:
    """A source that no phrase was made of: a bare name in a headline, or in capitals before what is said; `him`."""
    pronoun = load(article.language).words.get("tagged", {}).get("objects", {}).get(source.text.lower())
    if pronoun:
        return Mention(source.spans[0], Kind.PERSON, gender=pronoun[0], number=pronoun[1], pronoun=True)
    person = source.text.isupper() and source.spans[0].size() > 4
    return Mention(
        source.spans[0], Kind.PERSON if person else Kind.ORGANISATION, source.text.title() if person else source.text
    )


def _decided(statement: Statement, asked: Asked) -> Statement:
    for decider in DECIDERS:
        speaker: Speaker | None = decider(asked)
        if speaker:
            told = f"speaker: {decider.__name__}: {(decider.__doc__ or '').splitlines()[0]}"
            why, able = (*statement.why, told), candidates(asked, speaker)
            return replace(statement, speaker=replace(speaker, decider=decider.__name__), why=why, candidates=able)
    return replace(statement, candidates=candidates(asked, None))
