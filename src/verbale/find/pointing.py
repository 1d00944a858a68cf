"""Sentences that point back: `The minister said this on Monday`, `Об этом сообщил министр`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from verbale.find.drafts import Draft, words_of
from verbale.find.media import is_carrier
from verbale.find.within import EDGES
from verbale.lang import load, pattern
from verbale.model import Article, Kind, Labels, Mention
from verbale.names import same_person


def pointing(article: Article, labels: Sequence[Labels], drafts: list[Draft], carriers: frozenset[str]) -> list[Draft]:
    """`The minister said this on Monday` tells who said the sentence before it, or who carried what was said there."""
    out = list(drafts)
    words = pattern(article.language, "words", "pointing")
    for n, sentence in enumerate(labels):
        before = _told(article, labels, n)
        draft = _points(article, sentence, n, words, carriers) if before is not None else None
        if draft is None or before is None or any(d.sentence == n and d.direct and d.cue == draft.cue for d in out):
            continue
        out = [
            d
            for d in out
            if d.cue != draft.cue and not (d.sentence == n and (is_carrier(article, d.source, carriers) or "as-cue" in d.rule))
        ]
        content = labels[before].sentence.span.stripped(article.text, EDGES)
        spoken = [d for d in out if d.sentence == before and (d.source or d.shared) and d.cue]
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


def _points(article: Article, labels: Labels, n: int, words: re.Pattern[str], carriers: frozenset[str]) -> Draft | None:
    text = labels.sentence.span.of(article.text)
    match = words.search(text)
    if (
        not match
        or match.start() > 70
        or re.search(r"\w", text[match.start() - 1 : match.start()])
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
