"""Drafts become statements: kind of speech, nesting, ids."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from verbale.find.drafts import Draft
from verbale.lang import load
from verbale.media import is_medium
from verbale.model import Article, Part, Role, Speech, Statement, digest
from verbale.quotations import quoted
from verbale.text import Span, cover


def made(article: Article, drafts: Sequence[Draft]) -> tuple[Statement, ...]:
    """The drafts as statements in text order."""
    settled = _once(article, [_settled(article, d) for d in drafts])
    ordered = sorted(settled, key=lambda d: (d.content[0].start, -d.content[-1].stop))
    seen: Counter[str] = Counter()
    statements: list[Statement] = []
    for draft in ordered:
        statement = _statement(article, draft)
        seen[statement.id] += 1
        statements.append(replace(statement, id=digest("s", statement.id, str(seen[statement.id]))))
    inside = _outer(statements)
    return tuple(replace(s, inside=inside.get(s.id)) for s in statements)


def _once(article: Article, drafts: Sequence[Draft]) -> list[Draft]:
    """The same words are said once: by a cue with a source, the nearest of them (`He answered. “We agree,” he said`)."""
    out: dict[tuple[Span, ...], Draft] = {}
    for draft in drafts:
        other = out.get(draft.content)
        if other is None or _rank(article, draft) < _rank(article, other):
            out[draft.content] = draft
    return list(out.values())


def _rank(article: Article, draft: Draft) -> tuple[bool, bool, int]:
    """Media, which only carry, come last, and drafts without a source before them; then it counts how far the cue stands."""
    cue = draft.cue
    apart = min(max(s.start - cue.stop, cue.start - s.stop, 0) for s in draft.content) if cue else 10**9
    carrier = draft.source is not None and is_medium(draft.source, article)
    return carrier, draft.source is None, apart


def _settled(article: Article, draft: Draft) -> Draft:
    """Indirect content that is one quotation, with or without a conjunction before it, is direct speech; what the page
    sets before the first sentence is no part of it."""
    head = article.dateline.span if article.dateline else None
    if head and head.start <= draft.content[0].start < head.stop < draft.content[0].stop:
        return _settled(article, replace(draft, content=(Span(head.stop, draft.content[0].stop), *draft.content[1:])))
    if draft.direct or len(draft.content) != 1:
        return draft
    content = draft.content[0]
    bare = _after_that(article, content)
    for outer, inner in quoted(article.text, bare):
        if outer.start <= bare.start + 1 and outer.stop >= bare.stop - 1:
            return replace(draft, content=(inner,), direct=True)
    return draft


def _after_that(article: Article, content: Span) -> Span:
    """The content without the conjunction it begins with."""
    that = load(article.language).words["small"]["that"]
    match = re.match(rf"(?:{'|'.join(that)})\s+", content.of(article.text), re.IGNORECASE)
    return Span(content.start + match.end(), content.stop) if match else content


def _statement(article: Article, draft: Draft) -> Statement:
    content = Part.of(article.text, *draft.content)
    block = next((b for b in article.blocks if b.span.holds(Span(draft.content[0].start, draft.content[0].start + 1))), None)
    return Statement(
        id=digest("s", article.id, " ".join(re.findall(r"\w+", content.text.lower()))),
        kind=_kind(article, draft),
        content=content,
        cue=Part.of(article.text, draft.cue) if draft.cue else None,
        source=Part.of(article.text, draft.source.span) if draft.source else None,
        addressee=Part.of(article.text, draft.addressee) if draft.addressee else None,
        relays=draft.relays,
        headline=block is not None and block.role in {Role.TITLE, Role.DECK},
        implicit=draft.implicit,
        unquoted=draft.unquoted or (draft.direct and not _in_marks(article, draft)),
        rule=draft.rule,
        score=draft.score,
    )


def _in_marks(article: Article, draft: Draft) -> bool:
    """Whether a quotation mark stands right before what is said."""
    before = article.text[max(0, draft.content[0].start - 3) : draft.content[0].start + 1]
    return any(mark in before for mark in "“”„\"«»‹›'‘’`")


def _kind(article: Article, draft: Draft) -> Speech:
    if draft.direct:
        return Speech.DIRECT
    fragments = [inner for span in draft.content for _, inner in quoted(article.text, span)]
    return Speech.MIXED if any(_is_words(inner.of(article.text)) for inner in fragments) else Speech.INDIRECT


def _is_words(words: str) -> bool:
    """Whether quoted words are somebody's wording, not a name or a term in marks."""
    return len(words.split()) >= 2 and not words.istitle() and not (words[:1].isupper() and len(words.split()) <= 3)


def _outer(statements: Sequence[Statement]) -> dict[str, str]:
    """By id of a statement the smallest other one whose content holds all of it."""
    spans = {s.id: cover(s.content.spans) for s in statements}
    out: dict[str, str] = {}
    around: list[Statement] = []
    for statement in sorted(statements, key=lambda s: (spans[s.id].start, -spans[s.id].stop, -s.content.size())):
        around = [s for s in around if spans[s.id].stop > spans[statement.id].start]
        parts = [p for p in (statement.content, statement.cue, statement.source) if p]
        outer = [
            s for s in around if spans[s.id].stop >= spans[statement.id].stop and s.content.size() > statement.content.size()
        ]
        outer = [s for s in outer if all(s.content.holds(p) for p in parts)]
        if outer:
            out[statement.id] = min(outer, key=lambda s: s.content.size()).id
        around.append(statement)
    return out
