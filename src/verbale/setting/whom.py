"""To whom something was said: the person, body or audience beside a cue."""

from __future__ import annotations

import re
from functools import cache

from verbale.model import Article, Mention, Part
from verbale.setting.frames import Frame, among, is_one, words
from verbale.text import Span, cover

ADDRESSED = frozenset({"letter", "address", "speech", "call", "meeting", "post"})
"""Kinds of venue whose words may name those spoken to; an interview's name its medium."""
REACH = 4
"""So many words may stand between a cue and the preposition of those addressed."""


def addressee(article: Article, frame: Frame, place: tuple[int, int] | None = None, kind: str = "") -> Part | None:
    """Those spoken to: what grammar told already, whom a letter or meeting names, the object of telling, or who has asked.

    `place` are the tokens of the venue, of a `kind`: `a letter [to the board]`, `the meeting [with the envoys]`.
    """
    if frame.statement and frame.statement.addressee:
        return frame.statement.addressee
    told = _told(frame)
    span = told.span if told and not told.pronoun else None
    span = (
        span
        or _within(frame, place if kind in ADDRESSED else None)
        or _span(_spoken_to(frame, place))
        or _asking(article, frame)
        or _span(told)
    )
    span = _undated(frame, span).stripped(article.text) if span else None
    return Part.of(article.text, span) if span and span.size() else None


def _span(mention: Mention | None) -> Span | None:
    return mention.span if mention else None


def _undated(frame: Frame, span: Span) -> Span:
    """The words before any date: `[journalists] on Thursday`."""
    return Span(span.start, min((w.span.start for w in frame.line.dates if w.span.meets(span)), default=span.stop))


def _within(frame: Frame, place: tuple[int, int] | None) -> Span | None:
    """Those whom the venue names: behind a preposition of address, or in the dative."""
    start, stop = place or (0, 0)
    led = (at + 1 for at in range(start + 1, stop - 1) if frame.word(at) in among(frame.language, "audience", "inside"))
    given = (at for at in range(start + 1, stop) if frame.tokens[at].case == "Dat")
    first = next(led, None) or next(given, None)
    mention = _at(frame, first) if first else None
    return mention.span if mention else frame.span(first, stop) if first else None


def is_audience(frame: Frame, part: Part) -> bool:
    """Whether those addressed are an audience, to whom all of an occasion is told, not a side in it."""
    start, stop = frame.line.range(part.spans[0])
    return any(t.lemma in among(frame.language, "audience", "words") for t in frame.tokens[start:stop])


def _told(frame: Frame) -> Mention | None:
    """`told reporters`, `warned Moscow`: the phrase right behind a verb of telling."""
    start, stop = frame.anchor
    if not any(is_one(t, among(frame.language, "audience", "telling")) for t in frame.tokens[start:stop]):
        return None
    return _at(frame, stop)


def _spoken_to(frame: Frame, place: tuple[int, int] | None) -> Mention | None:
    """`said to reporters`, `обратилась к депутатам`."""
    verbs = range(*frame.anchor)
    appearing = [i for i in frame.near if is_one(frame.tokens[i], among(frame.language, "appearing"))]
    if not any(is_one(frame.tokens[i], among(frame.language, "audience", "speaking")) for i in verbs):
        verbs = range(0)
    for verb in (*verbs, *appearing):
        for at in range(verb + 1, min(verb + 1 + REACH, len(frame.tokens) - 1)):
            inside = place is not None and place[0] <= at + 1 < place[1]
            if (
                at in frame.near
                and not inside
                and frame.word(at) in among(frame.language, "audience", "to")
                and (mention := _at(frame, at + 1))
            ):
                return mention
    return None


def _at(frame: Frame, at: int) -> Mention | None:
    """The longest mention that begins at a token, unless it is the speaker."""
    if at >= len(frame.tokens):
        return None
    begin = frame.tokens[at].span.start
    found = [m for m in frame.line.labels.mentions if m.span.start == begin]
    source = frame.statement.source if frame.statement else None
    mention = max(found, key=lambda m: m.span.size(), default=None)
    return None if mention is None or (source and mention.span.meets(source.spans[0])) else mention


@cache
def _patterns(language: str) -> re.Pattern[str]:
    """Whose question is answered."""
    shapes = words(language)["audience"]["answering"]
    return re.compile("|".join(re.sub(r"\(\?P<to>", f"(?P<to{n}>", shape) for n, shape in enumerate(shapes)), re.IGNORECASE)


def _asking(article: Article, frame: Frame) -> Span | None:
    if not frame.near:
        return None
    window = cover([frame.tokens[frame.near[0]].span, frame.tokens[frame.near[-1]].span])
    for match in _patterns(frame.language).finditer(article.text, window.start, window.stop):
        start, _ = frame.line.range(Span(*match.span()))
        if start in frame.near and match.lastgroup:
            return Span(*match.span(match.lastgroup))
    return None
