"""Sentences that point back: `The minister said this on Monday`, `Об этом сообщил министр`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from verbale.find.drafts import Draft, words_of
from verbale.find.media import is_carrier
from verbale.find.within import EDGES
from verbale.lang import INFLECTED, load, pattern
from verbale.model import Article, Kind, Labels, Mention, Token
from verbale.names import same_person
from verbale.text import Span


def pointing(article: Article, labels: Sequence[Labels], drafts: list[Draft], carriers: frozenset[str]) -> list[Draft]:
    """`The minister said this on Monday` tells who said the sentence before it, or who carried what was said there."""
    out = list(drafts)
    words = pattern(article.language, "words", "pointing")
    for n, sentence in enumerate(labels):
        match = words.search(sentence.sentence.span.of(article.text))
        if match is None:
            continue
        own = _clause(article, sentence, match)
        before = n if own else _told(article, labels, n)
        apart = not own and (match.start() > FAR or _asks(article, sentence, match))
        draft = _points(article, sentence, n, match, carriers) if before is not None and not apart else None
        if draft is None or before is None or any(d.sentence == n and d.direct and d.cue == draft.cue for d in out):
            continue
        out = [
            d
            for d in out
            if d.cue != draft.cue and not (d.sentence == n and (is_carrier(article, d.source, carriers) or "as-cue" in d.rule))
        ]
        content = own or labels[before].sentence.span.stripped(article.text, EDGES)
        spoken = [
            d for d in out if d.sentence == before and (d.source or d.shared) and d.cue and d.cue.start < content.stop + 1
        ]
        if spoken and _adds_nothing(article, draft, spoken, carriers):
            out = [replace(d, relays=(*d.relays, *_carriers(article, draft, carriers))) if d in spoken else d for d in out]
            continue
        out = [d for d in out if not (d.sentence == before and d.content == (content,))]
        out.append(replace(draft, content=(content,)))
    return sorted(out, key=lambda d: d.sentence)


def _adds_nothing(article: Article, draft: Draft, spoken: list[Draft], carriers: frozenset[str]) -> bool:
    """Whether the sentence pointed at already tells who spoke, so that this one only tells where, or who carried it."""
    source = draft.source
    if source is None or source.pronoun or is_carrier(article, source, carriers):
        return True
    return any(
        (d.shared and not source.name)
        or (
            d.source
            and (
                same_person(source.name, d.source.name)
                if source.name and d.source.name
                else d.source.pronoun or _unnamed(source)
            )
        )
        for d in spoken
    )


def _unnamed(source: Mention) -> bool:
    """Whether the source is an office without a name (`the president`): whoever speaks in the sentence pointed at."""
    return source.kind is Kind.PERSON and not source.name


def _carriers(article: Article, draft: Draft, carriers: frozenset[str]) -> tuple[str, ...]:
    own = (
        (draft.source.name or draft.source.span.of(article.text),)
        if draft.source and is_carrier(article, draft.source, carriers)
        else ()
    )
    return (*draft.relays, *own)


def _told(article: Article, labels: Sequence[Labels], n: int) -> int | None:
    """The sentence that a pointing one points at: the last before it that is more than a scrap."""
    return next(
        (m for m in range(n - 1, max(-1, n - 4), -1) if len(labels[m].sentence.span.of(article.text).split()) >= 5),
        None,
    )


def _clause(article: Article, labels: Labels, match: re.Match[str]) -> Span | None:
    """The clause of the same sentence that is pointed at: `[Мост закрыт], о чем сообщил министр`; not where it tells itself that
    somebody spoke: `министр рассказал, о чем говорили`. In a language without cases such words are mostly no pointing ones."""
    before = _before(labels, match)
    if not before or before[-1].text != "," or article.language not in INFLECTED:
        return None
    clause, comma = before[:-1], before[-1]
    spoken = any(c.start < len(clause) for c in labels.cues)
    told = len(clause) >= WORDS and any(t.form == "fin" for t in clause)
    return Span(labels.sentence.span.start, comma.span.start).stripped(article.text, EDGES) if told and not spoken else None


def _asks(article: Article, labels: Labels, match: re.Match[str]) -> bool:
    """Whether what looks like pointing back tells what somebody spoke of: `министр рассказал, о чем говорили`."""
    clause = _before(labels, match)
    if len(clause) < WORDS or clause[-1].text != "," or clause[0].text.lower() in load(article.language).words["small"]["as"]:
        return False
    return any(c.start < len(clause) and c.form == "fin" for c in labels.cues)


def _before(labels: Labels, match: re.Match[str]) -> list[Token]:
    """The words of a sentence before those that point back."""
    at = labels.sentence.span.start + match.start()
    return [t for t in labels.sentence.tokens if t.span.stop <= at]


WORDS = 3
"""A clause that is pointed at has so many words at least."""


def _in_passing(behind: str, language: str) -> bool:
    """Whether an aside follows, which tells who says this sentence, not the one before: `This, as experts say, is …`."""
    return bool(re.match(rf",\s+(?:{'|'.join(load(language).words['small']['as'])})\b", behind, re.IGNORECASE))


def _qualifies(labels: Labels, at: int) -> bool:
    """Whether the pointing word only belongs to a noun behind it: `в этом месяце`."""
    tokens = labels.sentence.tokens
    here = next((n for n, t in enumerate(tokens) if t.span.stop == at), None)
    if here is None or here + 1 >= len(tokens) or tokens[here].pos != "DET":
        return False
    return tokens[here + 1].pos == "NOUN" and tokens[here + 1].case == tokens[here].case != ""


FAR = 70
"""Words that point back stand so many characters from the beginning at most, or behind the clause they point at."""


def _points(article: Article, labels: Labels, n: int, match: re.Match[str], carriers: frozenset[str]) -> Draft | None:
    text = match.string
    if (
        re.search(r"\w", text[match.start() - 1 : match.start()])
        or text[match.end() : match.end() + 1].isalpha()
        or (" " not in match[0] and _in_passing(text[match.end() :], article.language))
    ):
        return None
    at = labels.sentence.span.start + match.end()
    if _qualifies(labels, at):
        return None
    able = [c for c in labels.cues if c.subject and "that" in c.frames and c.form in {"fin", "passive"} and not c.negated]
    carried = {c.start: is_carrier(article, c.subject, carriers) for c in able}
    cue = min(able, key=lambda c: (carried[c.start], abs(words_of(labels, c).start - at)), default=None)
    if any(q.outer.start < at <= q.outer.stop for q in labels.quotations):
        return None
    if cue is None or cue.subject is None or not -40 <= words_of(labels, cue).stop - at <= 160:
        return None
    others = [c.subject for c in able if c is not cue and c.subject and carried[c.start]]
    relays = tuple(m.name or m.span.of(article.text) for m in others)
    return Draft(
        "pointing",
        n,
        (labels.sentence.span,),
        words_of(labels, cue),
        cue.subject,
        form=cue.form,
        relays=relays,
        addressee=cue.addressee,
    )
