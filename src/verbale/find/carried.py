"""Speech carried on: quotations and sentences without an attribution that go on with the speaker before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verbale.find.drafts import Draft, only_quotation, same_block
from verbale.find.within import EDGES
from verbale.model import Article, Kind, Labels, Mention
from verbale.names import same_body, same_person


def carried(article: Article, labels: Sequence[Labels], drafts: list[Draft]) -> list[Draft]:
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
        elif n and not same_block(labels, n) and not any(c.subject for c in sentence.cues):
            last = None
    return out


def _continued(sentence: Labels, n: int, last: Draft) -> Draft | None:
    """A sentence that is nothing but a quotation goes on with the direct speech just before it."""
    quotation = only_quotation(sentence)
    if not last.direct or last.unquoted or quotation is None or n - last.sentence > 3:
        return None
    held = any(span.holds(quotation) for span in last.content)  # a tagger may have seen that far itself
    return last if held else replace(last, content=(*last.content, quotation))


def _alone(article: Article, sentence: Labels, n: int, last: Draft) -> Draft | None:
    """A sentence that is nothing but a quotation, after somebody was reported in other words."""
    quotation = only_quotation(sentence)
    if quotation is None or not last.source or n - last.sentence > 3:
        return None
    words = quotation.of(article.text)
    end = article.text[quotation.stop - 1 : sentence.sentence.span.stop]
    if len(words.split()) < 4 or words.isupper() or not any(mark in end for mark in ".!?…"):  # a line between paragraphs
        return None
    return Draft("quote-alone", n, (quotation,), direct=True)


def _implicit(article: Article, labels: Sequence[Labels], sentence: Labels, n: int, last: Draft) -> Draft | None:
    """Indirect speech that runs on: the next sentence quotes some words, or begins with a word that carries on."""
    same_block = sentence.sentence.block == labels[n - 1].sentence.block
    if not same_block or last.sentence != n - 1 or not last.source or any(c.subject or c.form == "fin" for c in sentence.cues):
        return None
    here = [q for q in sentence.quotations if q.depth == 0 and q.outer.meets(sentence.sentence.span)]
    if _tells_of(sentence, last.source):
        return None
    quoted = any(len(q.inner.of(article.text).split()) >= 3 for q in here)
    if not quoted or last.rule not in _REPORTS:
        return None
    content = sentence.sentence.span.stripped(article.text, EDGES)
    return Draft("carried-on", n, (content,), None, None, implicit=True)


def _tells_of(sentence: Labels, source: Mention) -> bool:
    """Whether the sentence speaks of the speaker, which somebody who is reported does not do himself."""
    first = min(sentence.mentions, key=lambda m: m.span, default=None)
    if first and first.pronoun and first.span.start < sentence.sentence.span.start + 30:
        return True
    same = same_person if source.kind is Kind.PERSON else same_body
    return any(m.name and source.name and same(m.name, source.name) for m in sentence.mentions)


_REPORTS = {
    "source-cue-that",
    "cue-source-that",
    "quote-cue-source",
    "according-clause",
    "clause-cue-source",
    "clause-source-cue",
}
