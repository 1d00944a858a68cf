"""Statements over sentences: pointing back, carried on, carried by a medium, or standing in a block of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from verbale.find.drafts import Draft, words_of
from verbale.find.within import EDGES
from verbale.label.phrases import is_medium
from verbale.lang import pattern
from verbale.model import Article, Kind, Labels, Mention, Role
from verbale.names import letters, same_person
from verbale.text import Span


def over(article: Article, labels: Sequence[Labels], drafts: list[Draft]) -> list[Draft]:
    """The drafts of all sentences with what their neighbours tell."""
    carriers = _named_media(article, labels)
    drafts = _pointing(article, labels, drafts, carriers)
    drafts = _relayed(article, drafts, carriers)
    # What somebody is said to support or reject, in another's words, is no statement.
    drafts = [d for d in drafts if not (d.rule.endswith("object") and any(o.holds(d) for o in drafts))]
    drafts = _transcript(article, labels, drafts)
    drafts = _announced(article, labels, drafts)
    drafts = _unquoted(article, labels, drafts)
    drafts = _spoken_on(article, labels, drafts)
    return _carried(article, labels, drafts)


# ---------------------------------------------------------------- "Об этом сообщил министр"


def _pointing(article: Article, labels: Sequence[Labels], drafts: list[Draft], carriers: frozenset[str]) -> list[Draft]:
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
            if d.cue != draft.cue and not (d.sentence == n and (_is_carrier(article, d.source, carriers) or "as-cue" in d.rule))
        ]
        content = labels[before].sentence.span.stripped(article.text, EDGES)
        spoken = [d for d in out if d.sentence == before and d.source and d.cue]
        if spoken and _adds_nothing(article, draft, spoken, carriers):
            out = [replace(d, relays=(*d.relays, *_carriers(article, draft, carriers))) if d in spoken else d for d in out]
            continue
        out = [d for d in out if not (d.sentence == before and d.content == (content,))]
        out.append(replace(draft, content=(content,)))
    return sorted(out, key=lambda d: d.sentence)


def _adds_nothing(article: Article, draft: Draft, spoken: list[Draft], carriers: frozenset[str]) -> bool:
    """Whether the sentence pointed at already tells who spoke, so that this one only tells where, or who carried it."""
    source = draft.source
    if source is None or source.pronoun or _is_carrier(article, source, carriers):
        return True
    return any(
        d.source and (same_person(source.name, d.source.name) if source.name and d.source.name else d.source.pronoun)
        for d in spoken
    )


def _carriers(article: Article, draft: Draft, carriers: frozenset[str]) -> tuple[str, ...]:
    own = (
        (draft.source.name or draft.source.span.of(article.text),)
        if draft.source and _is_carrier(article, draft.source, carriers)
        else ()
    )
    return (*draft.relays, *own)


def _told(article: Article, labels: Sequence[Labels], n: int) -> int | None:
    """The sentence that a pointing one points at: the last before it that is more than a scrap."""
    return next(
        (m for m in range(n - 1, max(-1, n - 4), -1) if len(labels[m].sentence.span.of(article.text).split()) >= 5),
        None,
    )


def _points(article: Article, labels: Labels, n: int, words: re.Pattern[str], carriers: frozenset[str]) -> Draft | None:
    text = labels.sentence.span.of(article.text)
    match = words.search(text)
    if (
        not match
        or match.start() > 70
        or re.search(r"\w", text[match.start() - 1 : match.start()])
        or text[match.end() : match.end() + 1].isalpha()
    ):
        return None
    at = labels.sentence.span.start + match.end()
    able = [c for c in labels.cues if c.subject and "that" in c.frames and c.form in {"fin", "passive"} and not c.negated]
    carried = {c.start: _is_carrier(article, c.subject, carriers) for c in able}
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


# ---------------------------------------------------------------- ", сообщает агентство"


def _relayed(article: Article, drafts: list[Draft], carriers: frozenset[str]) -> list[Draft]:
    """A medium that closes or opens a sentence in which somebody else speaks has only carried it."""
    out = list(drafts)
    for draft in drafts:
        if not draft.source or draft.direct or not _is_carrier(article, draft.source, carriers):
            continue
        inner = [d for d in out if d is not draft and d.sentence == draft.sentence and d.cue and _carries(draft, d)]
        if inner:
            name = draft.source.name or draft.source.span.of(article.text)
            out = [replace(d, relays=(*d.relays, name)) if d in inner else d for d in out if d is not draft]
    return out


def _named_media(article: Article, labels: Sequence[Labels]) -> frozenset[str]:
    """Names, in plain letters, of what the article itself calls an agency, a paper or a channel, and of its own outlet."""
    outlet = article.outlet or ""
    names = {letters(n) for n in (*article.agencies, outlet, outlet.split(".")[0]) if n}
    for mention in (
        m for sentence in labels for m in sentence.mentions if m.name and is_medium(m, article.text, article.language)
    ):
        names.add(letters(mention.name))
        names.add(letters(" ".join(w for w in mention.name.split() if w[:1].isupper())))
    return frozenset(names - {""})


def _is_carrier(article: Article, source: Mention | None, carriers: frozenset[str]) -> bool:
    if source is None:
        return False
    return is_medium(source, article.text, article.language) or letters(source.name) in carriers


def _carries(draft: Draft, other: Draft) -> bool:
    """Whether the other statement, cue and all, is what the draft's content tells."""
    return (
        other.source is not None
        and other.source != draft.source
        and any(c.meets(other.cue or c) or c.holds(other.span) for c in draft.content)
    )


# ---------------------------------------------------------------- blocks without marks


def _unquoted(article: Article, labels: Sequence[Labels], drafts: list[Draft]) -> list[Draft]:
    """A block of speech without marks, told by a speaker line that begins the next block with a small letter."""
    out = list(drafts)
    for n, sentence in enumerate(labels):
        if n == 0 or any(d.sentence == n and d.direct for d in drafts):
            continue
        cue = sentence.cues[0] if sentence.cues else None
        before = [m for m in range(n) if labels[m].sentence.block == labels[n - 1].sentence.block]
        if cue is None or cue.subject is None or not _speaker_line(article, sentence, labels[n - 1]):
            continue
        tokens = sentence.sentence.tokens
        span = Span(tokens[cue.start].span.start, tokens[cue.stop - 1].span.stop)
        block = article.blocks[labels[n - 1].sentence.block].span.stripped(article.text)
        out = [d for d in out if d.sentence not in before and d.cue != span]
        out.append(Draft("block-cue-source", n, (block,), span, cue.subject, form=cue.form, direct=True, unquoted=True))
    return out


def _announced(article: Article, labels: Sequence[Labels], drafts: list[Draft]) -> list[Draft]:
    """`He said:` at the end of a block announces the quotation that is the next one."""
    out = list(drafts)
    for n, sentence in enumerate(labels[:-1]):
        cue = next((c for c in reversed(sentence.cues) if c.subject and "quote" in c.frames), None)
        quotation = _only_quotation(labels[n + 1])
        ends = sentence.sentence.span.of(article.text).endswith(":")
        if cue and ends and quotation and not _same_block(labels, n + 1):
            span = words_of(sentence, cue)
            out = [d for d in out if d.cue != span and not any(c.meets(quotation) for c in d.content)]
            out.append(Draft("cue-next-quote", n, (quotation,), span, cue.subject, form=cue.form, direct=True))
    return sorted(out, key=lambda d: d.sentence)


def _transcript(article: Article, labels: Sequence[Labels], drafts: list[Draft]) -> list[Draft]:
    """Lines of a conversation: `REYES: We will be ready.` The name stands in capitals, the words are all of the block."""
    out = list(drafts)
    for n, sentence in enumerate(labels):
        block = article.blocks[sentence.sentence.block].span
        name = _SPEAKER.match(article.text, block.start, block.stop) if sentence.sentence.span.start <= block.start else None
        if name:
            content = Span(name.end(), block.stop).stripped(article.text, ' "“”')
            source = Mention(Span(name.start(1), name.end(1)), Kind.PERSON, name[1].title())
            out = [d for d in out if not (d.span.start < content.stop and d.span.stop > block.start)]
            out.append(Draft("transcript-line", n, (content,), None, source, direct=True, unquoted=True))
    return sorted(out, key=lambda d: d.sentence)


_SPEAKER = re.compile(r"[\"“]?((?:[A-ZА-ЯІЇЄҐ]{2,}[.'’-]?\s?){1,3}):\s+(?=\S+\s\S)")


def _spoken_on(article: Article, labels: Sequence[Labels], drafts: list[Draft]) -> list[Draft]:
    """Speech without marks before a dash and its speaker begins with the first sentence in which somebody says `we`."""
    taken = {d.sentence for d in drafts}
    return [_from_first_we(labels, d, taken) if _before_dash(article, d) else d for d in drafts]


def _before_dash(article: Article, draft: Draft) -> bool:
    between = article.text[draft.content[-1].stop : draft.cue.start] if draft.cue else ""
    return draft.rule == "clause-cue-source" and bool(_DASHED.search(between))


def _from_first_we(labels: Sequence[Labels], draft: Draft, taken: set[int]) -> Draft:
    first = draft.sentence
    while first and first - 1 not in taken and _first_person(labels[first - 1]) and _same_block(labels, first):
        first -= 1
    if first == draft.sentence:
        return replace(draft, direct=True, unquoted=True) if _first_person(labels[first]) else draft
    content = Span(labels[first].sentence.span.start, draft.content[-1].stop)
    return replace(draft, content=(content,), direct=True, unquoted=True)


_DASHED = re.compile(r"^\s*[,.!?]?\s*[—–-]\s*$")


def _same_block(labels: Sequence[Labels], n: int) -> bool:
    return labels[n].sentence.block == labels[n - 1].sentence.block


def _first_person(labels: Labels) -> bool:
    """Whether the writer of a sentence speaks of himself, outside of quotation marks."""
    tokens = [t for t in labels.sentence.tokens if not any(q.outer.holds(t.span) for q in labels.quotations)]
    return any(t.form == "first" or t.lemma in {"мы", "я", "ми", "наш", "we", "i", "our"} for t in tokens)


def _speaker_line(article: Article, sentence: Labels, before: Labels) -> bool:
    """A short sentence of cue and source that opens a block and has nothing else to say."""
    if sentence.sentence.block == before.sentence.block or article.blocks[before.sentence.block].role is not Role.BODY:
        return False
    if sentence.sentence.span.of(article.text).endswith(":"):
        return False
    opens = article.blocks[sentence.sentence.block].span.start == sentence.sentence.span.start
    cue, tokens = sentence.cues[0], sentence.sentence.tokens
    words = [t for t in tokens if t.text[:1].isalnum()]
    small = tokens[0].text[:1].islower()
    bare = cue.start <= 3 and "quote" in cue.frames and not sentence.quotations
    return opens and bare and len(words) <= 14 and (small or len(words) <= 9)


# ---------------------------------------------------------------- speech carried on


def _carried(article: Article, labels: Sequence[Labels], drafts: list[Draft]) -> list[Draft]:
    """Quotations without an attribution go on with the speaker before them."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    out: list[Draft] = []
    last: Draft | None = None
    for n, sentence in enumerate(labels):
        mine = by_sentence.get(n, [])
        if mine:
            out += mine
            last = mine[-1]
        elif last and (longer := _continued(sentence, n, last)):
            out[-1] = longer if out[-1].source or not last.source else replace(longer, source=None)
            last = longer
        elif last and (unattributed := _alone(article, sentence, n, last) or _implicit(article, labels, sentence, n, last)):
            out.append(unattributed)
            last = replace(unattributed, rule=last.rule, source=last.source)
        elif n and not _same_block(labels, n) and not any(c.subject for c in sentence.cues):
            last = None
    return out


def _continued(sentence: Labels, n: int, last: Draft) -> Draft | None:
    """A sentence that is nothing but a quotation goes on with the direct speech just before it."""
    quotation = _only_quotation(sentence)
    if not last.direct or last.unquoted or quotation is None or n - last.sentence > 3:
        return None
    return replace(last, content=(*last.content, quotation))


def _alone(article: Article, sentence: Labels, n: int, last: Draft) -> Draft | None:
    """A sentence that is nothing but a quotation, after somebody was reported in other words."""
    quotation = _only_quotation(sentence)
    if quotation is None or not last.source or n - last.sentence > 3 or len(quotation.of(article.text).split()) < 4:
        return None
    return Draft("quote-alone", n, (quotation,), direct=True)


def _only_quotation(labels: Labels) -> Span | None:
    """The inner span of the quotation that fills the sentence."""
    for quotation in labels.quotations:
        rest = Span(labels.sentence.span.start, labels.sentence.span.stop)
        if quotation.depth == 0 and quotation.outer.start <= rest.start and quotation.outer.stop >= rest.stop - 2:
            return quotation.inner
    return None


def _implicit(article: Article, labels: Sequence[Labels], sentence: Labels, n: int, last: Draft) -> Draft | None:
    """Indirect speech that runs on: the next sentence quotes some words, or begins with a word that carries on."""
    same_block = sentence.sentence.block == labels[n - 1].sentence.block
    if not same_block or last.sentence != n - 1 or not last.source or any(c.subject for c in sentence.cues):
        return None
    here = [q for q in sentence.quotations if q.depth == 0 and q.outer.meets(sentence.sentence.span)]
    quoted = any(len(q.inner.of(article.text).split()) >= 3 for q in here)
    if not quoted or last.rule not in _REPORTS:
        return None
    content = sentence.sentence.span.stripped(article.text, EDGES)
    return Draft("carried-on", n, (content,), None, None, implicit=True)


_REPORTS = {
    "source-cue-that",
    "cue-source-that",
    "quote-cue-source",
    "according-clause",
    "clause-cue-source",
    "clause-source-cue",
}
