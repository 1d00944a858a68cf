"""Who is meant: every source is followed to a person, a body, a country or a paper that the article names.

An ordered list of small deciders, the surest first; the first that knows an answer gives it, and its name stands in the
row's explanation. Where none knows one, or the one who is told is too doubtful (see `certainty`), the speaker is unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.lang import load
from verbale.model import Article, Candidate, Kind, Labels, Mention, Part, Speaker, Statement
from verbale.refer.asked import Asked
from verbale.refer.candidates import candidates, others
from verbale.refer.certainty import certainty, least
from verbale.refer.deciders import DECIDERS
from verbale.refer.figures import figures
from verbale.refer.headlines import retold
from verbale.text import Span


def refer(article: Article, labels: Sequence[Labels], statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, each with its speaker where one can be told and is likely enough the right one."""
    return tuple(_likely(told) for _, told in followed(article, labels, statements))


def followed(article: Article, labels: Sequence[Labels], statements: Sequence[Statement]) -> Iterator[tuple[Asked, Statement]]:
    """Each statement as it was asked about, and with the speaker that a decider tells, however likely he is."""
    pairs = _first_told(article, labels, statements)
    all_told = [told for _, told in pairs]
    for asked, told in pairs:
        yield asked, retold(asked, told, all_told)


def _first_told(article: Article, labels: Sequence[Labels], statements: Sequence[Statement]) -> list[tuple[Asked, Statement]]:
    """What the deciders tell of each, in the order of the text."""
    known = figures(labels, article.language)
    mentions, joined = _by_span(labels), _joined(labels)
    out: list[tuple[Asked, Statement]] = []
    for statement in statements:
        mention = (mentions.get(statement.source.spans[0]) or _plain(article, statement.source)) if statement.source else None
        cue = statement.cue.spans[0] if statement.cue and not statement.source else None
        shared = next((m for span, m in joined if cue and span.meets(cue)), None)
        asked = Asked(article, tuple(labels), known, statement, mention, shared, tuple(told for _, told in out))
        out.append((asked, _decided(statement, asked)))
    return out


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
            rivals = others(asked, speaker)
            sure = certainty(asked, speaker, decider.__name__, len(rivals))
            speaker = replace(speaker, decider=decider.__name__, score=sure)
            return replace(statement, speaker=speaker, why=(*statement.why, told), candidates=candidates(speaker, rivals))
    return replace(statement, candidates=candidates(None, others(asked, None)))


def _likely(told: Statement) -> Statement:
    """The statement without a speaker who is too doubtful; he stays the first of the candidates."""
    speaker = told.speaker
    if speaker is None or speaker.score >= least():
        return told
    nameless = speaker.kind in {Kind.UNNAMED, Kind.DOCUMENT}
    named = () if nameless else (Candidate(speaker.name, speaker.score),)
    likely = f"{speaker.name} is the likeliest, but with {speaker.score:.2f} too doubtful to be named"
    elsewhere = f"“{speaker.name}” may stand for somebody named elsewhere; that it does not is likely by {speaker.score:.2f}"
    why = f"speaker: left open: {elsewhere if nameless else likely}"
    return replace(told, speaker=None, why=(*told.why, why), candidates=told.candidates or named)
