"""Speech that stands by itself: blocks and lines without marks, with their speaker in a line before or behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from verbale.find.drafts import Draft, only_quotation, same_block, words_of
from verbale.model import Article, Kind, Labels, Mention, Role
from verbale.text import Span


def unquoted(article: Article, labels: Sequence[Labels], drafts: list[Draft]) -> list[Draft]:
    """A block of speech without marks, told by a speaker line that begins the next block with a small letter."""
    out = list(drafts)
    for n, sentence in enumerate(labels):
        if n == 0 or any(d.sentence == n and d.direct for d in drafts):
            continue
        cue = sentence.cues[0] if sentence.cues else None
        if cue and any(d.cue == words_of(sentence, cue) and d.rule.startswith(_ITS_OWN) for d in drafts):
            continue
        before = [m for m in range(n) if labels[m].sentence.block == labels[n - 1].sentence.block]
        if cue is None or cue.subject is None or not _speaker_line(article, sentence, labels[n - 1]):
            continue
        tokens = sentence.sentence.tokens
        span = Span(tokens[cue.start].span.start, tokens[cue.stop - 1].span.stop)
        block = article.blocks[labels[n - 1].sentence.block].span.stripped(article.text)
        out = [d for d in out if d.sentence not in before and d.cue != span]
        out.append(Draft("block-cue-source", n, (block,), span, cue.subject, form=cue.form, direct=True, unquoted=True))
    return out


_ITS_OWN = ("pointing", "as-", "source-", "cue-source-", "dropped-", "infinitive")
"""Beginnings of the rules by which a line has something to say itself, or points back."""


def announced(article: Article, labels: Sequence[Labels], drafts: list[Draft]) -> list[Draft]:
    """`He said:` at the end of a block announces the quotation that is the next one."""
    out = list(drafts)
    for n, sentence in enumerate(labels[:-1]):
        cue = next((c for c in reversed(sentence.cues) if c.subject and "quote" in c.frames), None)
        quotation = only_quotation(labels[n + 1])
        ends = sentence.sentence.span.of(article.text).endswith(":")
        if cue and ends and quotation and not same_block(labels, n + 1):
            span = words_of(sentence, cue)
            out = [d for d in out if d.cue != span and not any(c.meets(quotation) for c in d.content)]
            out.append(Draft("cue-next-quote", n, (quotation,), span, cue.subject, form=cue.form, direct=True))
    return sorted(out, key=lambda d: d.sentence)


def transcript(article: Article, labels: Sequence[Labels], drafts: list[Draft]) -> list[Draft]:
    """Lines of a conversation: `REYES: We will be ready.` The name stands in capitals, the words are all of the block."""
    out = [(d.span, d) for d in drafts]
    for n, sentence in enumerate(labels):
        block = article.blocks[sentence.sentence.block].span
        name = _SPEAKER.match(article.text, block.start, block.stop) if sentence.sentence.span.start <= block.start else None
        if name:
            content = Span(name.end(), block.stop).stripped(article.text, ' "“”')
            source = Mention(Span(name.start(1), name.end(1)), Kind.PERSON, name[1].title())
            out = [(s, d) for s, d in out if not (s.start < content.stop and s.stop > block.start)]
            line = Draft("transcript-line", n, (content,), None, source, direct=True, unquoted=True)
            out.append((line.span, line))
    return sorted((d for _, d in out), key=lambda d: d.sentence)


_SPEAKER = re.compile(r"[\"“]?((?:[A-ZА-ЯІЇЄҐ]{2,}[.'’-]?\s?){1,3}):\s+(?=\S+\s\S)")


def spoken_on(article: Article, labels: Sequence[Labels], drafts: list[Draft]) -> list[Draft]:
    """Speech without marks before a dash and its speaker begins with the first sentence in which somebody says `we`."""
    taken = {d.sentence for d in drafts}
    return [_from_first_we(labels, d, taken) if _before_dash(article, d) else d for d in drafts]


def _before_dash(article: Article, draft: Draft) -> bool:
    between = article.text[draft.content[-1].stop : draft.cue.start] if draft.cue else ""
    return draft.rule == "clause-cue-source" and bool(_DASHED.search(between))


def _from_first_we(labels: Sequence[Labels], draft: Draft, taken: set[int]) -> Draft:
    first = draft.sentence
    while first and first - 1 not in taken and _first_person(labels[first - 1]) and same_block(labels, first):
        first -= 1
    if first == draft.sentence:
        return replace(draft, direct=True, unquoted=True) if _first_person(labels[first]) else draft
    content = Span(labels[first].sentence.span.start, draft.content[-1].stop)
    return replace(draft, content=(content,), direct=True, unquoted=True)


_DASHED = re.compile(r"^\s*[,.!?]?\s*[—–-]\s*$")


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
    block = article.blocks[sentence.sentence.block].span
    opens, fills = block.start == sentence.sentence.span.start, block.stop <= sentence.sentence.span.stop + 1
    cue, tokens = sentence.cues[0], sentence.sentence.tokens
    words = [t for t in tokens if t.text[:1].isalnum()]
    small = tokens[0].text[:1].islower()
    bare = cue.start <= 3 and "quote" in cue.frames and not sentence.quotations
    return opens and bare and len(words) <= 14 and (small or len(words) <= (9 if fills else 3))
