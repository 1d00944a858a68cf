"""A medium that tells whose words it carries: `The agency quoted him as saying that …`, `he was cited by it as saying`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from verbale.find.drafts import Draft
from verbale.find.views import token_range
from verbale.find.within import EDGES
from verbale.lang import load
from verbale.model import Article, Kind, Labels, Mention
from verbale.text import Span

REACH = 14
"""So many words may stand between the verb and what follows it."""
ENOUGH = 4
"""Fewer words than that behind the phrase tell of a day or a place; what was said then stands before it."""


class _Phrase(NamedTuple):
    """Tokens of `quoted … as saying`: the verb, `as`, and one past the end."""

    verb: int
    link: int
    stop: int


def cited(article: Article, labels: Labels, sentence: int, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence, the speaker being the one quoted and the medium only a carrier."""
    tagged = load(article.language).words.get("tagged")
    phrase = _phrase(labels, tagged["cited"]) if tagged else None
    if tagged is None or phrase is None:
        return drafts
    words = tagged["cited"]
    tokens = labels.sentence.tokens
    cue = Span(tokens[phrase.verb].span.start, tokens[phrase.stop - 1].span.stop)
    speaker, carrier = _parts(labels, phrase, words)
    speaker = speaker or _pronoun(labels, phrase, tagged["objects"])
    rivals = [d for d in drafts if d.cue and d.cue.meets(cue)]
    content = _content(article, labels, phrase, words, rivals)
    if speaker is None or not content:
        return drafts
    relays = (carrier.name or carrier.span.of(article.text),) if carrier else ()
    score, direct = max((d.score for d in rivals), default=0.5), any(d.direct for d in rivals)
    told = Draft("cited", sentence, content, cue, speaker, form="fin", direct=direct, relays=relays, score=score)
    return [*(d for d in drafts if d not in rivals and not _is_part(d, cue)), told]


def _phrase(labels: Labels, words: Mapping[str, Any]) -> _Phrase | None:
    tokens = labels.sentence.tokens
    for at in range(1, len(tokens) - 1):
        if tokens[at].text.lower() == words["as"] and tokens[at + 1].text.lower() in words["saying"]:
            for verb in range(at - 1, max(-1, at - REACH), -1):
                if tokens[verb].text.lower() in words["verbs"]:
                    return _Phrase(verb, at, at + 2)
    return None


def _parts(labels: Labels, phrase: _Phrase, words: Mapping[str, Any]) -> tuple[Mention | None, Mention | None]:
    """Who has spoken, and who has carried it, as far as they are named."""
    tokens = labels.sentence.tokens
    before = _mentions(labels, 0, phrase.verb)[::-1]
    between = _mentions(labels, phrase.verb + 1, phrase.link)
    low = [t.text.lower() for t in tokens]
    if low[phrase.verb + 1] == words["by"] or set(low[max(0, phrase.verb - 3) : phrase.verb]) & set(words["passive"]):
        behind = _mentions(labels, phrase.stop, len(tokens)) if low[phrase.stop : phrase.stop + 1] == [words["by"]] else []
        carrier = between if low[phrase.verb + 1] == words["by"] else behind
        return _first(before), _first(carrier)
    return _first(between), _first(before)


def _first(mentions: list[Mention]) -> Mention | None:
    """The first that has a name, not a title alone (`Ms` of `Ms. Valdova`); without one, the first."""
    return next((m for m in mentions if m.name), None) or next(iter(mentions), None)


def _pronoun(labels: Labels, phrase: _Phrase, objects: Collection[str]) -> Mention | None:
    """`quoted him as saying`; whom it can mean is asked when speakers are resolved."""
    token = labels.sentence.tokens[phrase.verb + 1]
    return Mention(token.span, Kind.PERSON, pronoun=True) if token.text.lower() in objects else None


def _mentions(labels: Labels, start: int, stop: int) -> list[Mention]:
    """The mentions among some tokens that lie in no quotation."""
    ranges = ((m, token_range(labels.sentence.tokens, m.span)) for m in labels.mentions)
    quoted = [q.outer for q in labels.quotations]
    return [m for m, (a, b) in ranges if start <= a and b <= stop and not any(q.holds(m.span) for q in quoted)]


def _content(
    article: Article, labels: Labels, phrase: _Phrase, words: Mapping[str, Any], rivals: list[Draft]
) -> tuple[Span, ...]:
    """What was said: the words behind the phrase, else what others have found before it, else the words before it."""
    tokens, whole = labels.sentence.tokens, labels.sentence.span
    stop = phrase.stop
    if stop < len(tokens) and tokens[stop].text.lower() == words["by"]:
        behind = _mentions(labels, stop, len(tokens))
        stop = token_range(tokens, behind[0].span)[1] if behind else stop
    if sum(any(c.isalpha() for c in t.text) for t in tokens[stop:]) >= ENOUGH:
        return (Span(tokens[stop].span.start, whole.stop).stripped(article.text, EDGES),)
    start = min([tokens[phrase.verb].span.start, *(m.span.start for m in _mentions(labels, 0, phrase.verb)[-1:])])
    found = [d.content for d in rivals if all(s.stop <= start for s in d.content)]
    before = Span(whole.start, start).stripped(article.text, EDGES)
    return found[0] if found else (before,) if len(before.of(article.text).split()) >= ENOUGH else ()


def _is_part(draft: Draft, cue: Span) -> bool:
    """Whether a draft took the phrase itself for something said."""
    return any(span.meets(cue) for span in draft.content)
