"""The deciders, in their order. Each answers who is meant by a source, or None where it cannot tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from verbale.label.phrases import titles
from verbale.lang import load
from verbale.model import Article, Kind, Labels, Mention, Speaker, Statement
from verbale.names import letters, same_body, same_person
from verbale.refer.figures import Figure, offices
from verbale.text import Span


@dataclass(frozen=True, slots=True)
class Asked:
    """One source with all that may help to tell who is meant."""

    article: Article
    labels: tuple[Labels, ...]
    figures: tuple[Figure, ...]
    statement: Statement
    mention: Mention | None
    before: tuple[Statement, ...]
    """The statements before this one, with their speakers."""

    @property
    def at(self) -> int:
        """Where the source (or else the content) stands."""
        part = self.statement.source or self.statement.cue or self.statement.content
        return part.spans[0].start


def named(asked: Asked) -> Speaker | None:
    """The source names a person; the fullest form of the name in the article is taken."""
    mention = asked.mention
    if mention is None or mention.kind is not Kind.PERSON or not mention.name:
        return None
    figure = next(
        (f for f in asked.figures if f.kind is Kind.PERSON and any(same_person(n, mention.name) for n in f.names)), None
    )
    return (
        _speaker(figure, 0.97)
        if figure
        else Speaker(mention.name, Kind.PERSON, mention.role or None, 0.9, mention=mention.span)
    )


def relative(asked: Asked) -> Speaker | None:
    """The source is a relative pronoun: whoever stands right before it."""
    mention = asked.mention
    if (
        mention is None
        or not mention.pronoun
        or mention.span.of(asked.article.text).lower() not in _relatives(asked.article.language)
    ):
        return None
    before = [
        m for s in asked.labels for m in s.mentions if not m.pronoun and 0 <= mention.span.start - m.span.stop <= 2
    ]
    nearest = max(before, key=lambda m: m.span.size(), default=None)
    return next((s for d in (named, body, described) if nearest and (s := d(replace(asked, mention=nearest)))), None)


def _relatives(language: str) -> frozenset[str]:
    return frozenset(load(language).words["small"]["relative"])


def body(asked: Asked) -> Speaker | None:
    """The source names a body, a country or a medium."""
    mention = asked.mention
    if mention is None or not mention.name or mention.kind not in {Kind.ORGANISATION, Kind.COUNTRY, Kind.PLACE}:
        return None
    figure = next(
        (f for f in asked.figures if f.kind is mention.kind and any(same_body(n, mention.name) for n in f.names)), None
    )
    longer = _longer(asked, mention) if len(mention.name.split()) == 1 else None
    return (
        _speaker(longer or figure, 0.93)
        if longer or figure
        else Speaker(mention.name, mention.kind, None, 0.9, mention=mention.span)
    )


def _longer(asked: Asked, mention: Mention) -> Figure | None:
    """`the ministry` after `the ministry of defence`: the last body whose name holds the word."""
    word = letters(mention.name)
    if mention.name[:1].isupper() and not mention.name.istitle():
        return None
    fitting = [
        f
        for f in asked.figures
        if f.kind is mention.kind and word in letters(f.name).split() and len(f.name.split()) > 1
    ]
    fitting = [f for f in fitting if f.named_before(asked.at) >= 0]
    return max(fitting, key=lambda f: f.named_before(asked.at), default=None)


def office(asked: Asked) -> Speaker | None:
    """The source is an office that the article gives to one person by name."""
    mention = asked.mention
    if (
        mention is None
        or mention.pronoun
        or mention.kind is not Kind.PERSON
        or not mention.role
        or _indefinite(asked, mention)
    ):
        return None
    scored = [
        (_office_fit(asked, f, mention.role), f.named_before(asked.at), f)
        for f in asked.figures
        if f.kind is Kind.PERSON
    ]
    best = max(scored, key=lambda s: s[:2], default=None)
    return _speaker(best[2], 0.85) if best and best[0] > 0 else None


def paper(asked: Asked) -> Speaker | None:
    """The source is a paper or a medium without a name: the medium or the body that spoke last stands behind it."""
    mention = asked.mention
    if mention is None or mention.pronoun or not _is_carrier(asked, mention):
        return None
    issuer = _issuer(asked, mention)
    if issuer:
        return _speaker(issuer, 0.8)
    carrier = next((name for name in _carriers(asked)), None)
    return Speaker(carrier[0], carrier[1], None, 0.7, mention=carrier[2]) if carrier else None


def _is_carrier(asked: Asked, mention: Mention) -> bool:
    first = letters((mention.name or mention.role).split()[0]) if (mention.name or mention.role) else ""
    words = titles(asked.article.language, "documents") | titles(asked.article.language, "media")
    return first in words and not _has_name(mention)


def _has_name(mention: Mention) -> bool:
    return any(w[:1].isupper() for w in mention.name.split()[1:])


def _issuer(asked: Asked, mention: Mention) -> Figure | None:
    """The body named inside the phrase: `заявление министерства обороны`."""
    inside = [
        f
        for f in asked.figures
        if f.kind is Kind.ORGANISATION and any(mention.span.holds(s) and s != mention.span for s in f.spans)
    ]
    return inside[0] if inside else None


def _carriers(asked: Asked) -> Iterator[tuple[str, Kind, Span | None]]:
    """Media and bodies that spoke or carried before, the last first."""
    for statement in reversed(asked.before):
        if statement.content.spans[0].start >= asked.at:
            continue
        if statement.speaker and statement.speaker.kind is Kind.ORGANISATION:
            yield statement.speaker.name, Kind.ORGANISATION, statement.speaker.mention
        for relay in statement.relays:
            yield relay, Kind.ORGANISATION, None


def _indefinite(asked: Asked, mention: Mention) -> bool:
    """`a diplomat`, `one of the reporters`: somebody new, whom no earlier name can be."""
    first = mention.span.of(asked.article.text).lower().split()[0]
    return first in {"a", "an", "another", "some", *load(asked.article.language).words["small"].get("one", [])}


def last_speaker(asked: Asked) -> Speaker | None:
    """The source is an office that nobody was given by name: the person who spoke just before in the paragraph or the one above it."""
    mention = asked.mention
    if (
        mention is None
        or mention.pronoun
        or mention.kind is not Kind.PERSON
        or not mention.role
        or _indefinite(asked, mention)
    ):
        return None
    blocks = [n for n, b in enumerate(asked.article.blocks) if b.span.start <= asked.at]
    since = asked.article.blocks[max(0, blocks[-1] - 1)].span.start if blocks else 0
    last = next((s for s in reversed(asked.before) if s.speaker and s.content.spans[0].start < asked.at), None)
    if (
        last is None
        or last.speaker is None
        or last.speaker.kind is not Kind.PERSON
        or last.content.spans[-1].stop < since
    ):
        return None
    return replace(last.speaker, score=0.6) if _fits(asked, last.speaker.name, mention.gender) else None


def _office_fit(asked: Asked, figure: Figure, role: str) -> float:
    """How well the office fits one of those the figure holds in the article."""
    wanted, groups = set(letters(role).split()), offices(role, asked.article.language)
    best = 0.0
    for other in figure.roles:
        shared = len(wanted & set(letters(other).split()))
        if groups & offices(other, asked.article.language):
            best = max(best, 1 + shared)
    return best


def pronoun(asked: Asked) -> Speaker | None:
    """The source is a pronoun: the nearest before it of that gender, speakers first."""
    mention = asked.mention
    if mention is None or not mention.pronoun:
        return None
    kinds = {Kind.ORGANISATION, Kind.COUNTRY} if mention.gender == "Neut" else {Kind.PERSON}
    if mention.number == "Plur":
        kinds = {Kind.UNNAMED, Kind.ORGANISATION, Kind.COUNTRY}
    last = next((s.speaker for s in reversed(asked.before) if s.speaker and s.speaker.kind in kinds and not s.inside and s.content.spans[0].start < asked.at), None)  # fmt: skip
    if last and _fits(asked, last.name, mention.gender):
        return replace(last, score=0.8)
    near = [
        f
        for f in asked.figures
        if f.kind in kinds and f.gender in {mention.gender, ""} and f.named_before(asked.at) >= 0
    ]
    if mention.number == "Plur" or not near:
        return None
    return _speaker(max(near, key=lambda f: f.named_before(asked.at)), 0.6)


def _fits(asked: Asked, name: str, gender: str) -> bool:
    figure = next((f for f in asked.figures if f.name == name), None)
    return figure is None or not figure.gender or not gender or figure.gender == gender


def carried(asked: Asked) -> Speaker | None:
    """The source is left out: the speaker of the statement before, in the same sentence or paragraph."""
    if asked.statement.source:
        return None
    block = next((b.span for b in asked.article.blocks if b.span.holds(asked.statement.content.spans[0])), None)
    last = next((s for s in reversed(asked.before) if s.speaker and not s.inside), None)
    if last and last.speaker and block and block.meets(last.content.spans[-1]):
        return Speaker(last.speaker.name, last.speaker.kind, last.speaker.role, 0.8, mention=last.speaker.mention)
    return None


def described(asked: Asked) -> Speaker | None:
    """The source describes somebody without a name: kept in its own words."""
    mention = asked.mention
    if mention is None or mention.pronoun or mention.span.of(asked.article.text).lower() in {"i", "we", "you"}:
        return None
    words = mention.name or mention.role or mention.span.of(asked.article.text)
    kind = Kind.DOCUMENT if mention.kind is Kind.DOCUMENT else Kind.UNNAMED
    return Speaker(re.sub(r"\s+", " ", words), kind, None, 0.5, mention=mention.span)


def _speaker(figure: Figure, score: float) -> Speaker:
    return Speaker(figure.name, figure.kind, figure.role, score, mention=figure.spans[0])


DECIDERS: tuple[Callable[[Asked], Speaker | None], ...] = (
    relative,
    named,
    paper,
    body,
    office,
    last_speaker,
    pronoun,
    carried,
    described,
)
