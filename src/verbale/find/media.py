"""Media that only carry what somebody else has said: `…, the agency reports`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verbale.find.drafts import Draft
from verbale.lang import load
from verbale.media import is_medium
from verbale.model import Article, Labels, Mention
from verbale.names import letters


def relayed(article: Article, drafts: list[Draft], carriers: frozenset[str]) -> list[Draft]:
    """A medium that closes or opens a sentence in which somebody else speaks has only carried it."""
    out = list(drafts)
    for draft in drafts:
        if not draft.source or not is_carrier(article, draft.source, carriers):
            continue
        beside = [d for d in out if d is not draft and d.sentence == draft.sentence and d.cue]
        inner = [d for d in beside if (_quotes(draft, d) if draft.direct else _carries(article, draft, d))]
        if inner:
            name = draft.source.name or draft.source.span.of(article.text)
            out = [replace(d, relays=(*d.relays, name)) if d in inner else d for d in out if d is not draft]
    return out


def _quotes(draft: Draft, other: Draft) -> bool:
    """Whether the words in marks are what somebody else is said to have said: `X сказал, что «…», пишет газета`."""
    return other.source is not None and not other.direct and any(c.holds(q) for c in other.content for q in draft.content)


def carriers(article: Article, labels: Sequence[Labels]) -> frozenset[str]:
    """Names, in plain letters, of what the article itself calls an agency, a paper or a channel, and of its own outlet."""
    outlet = article.outlet or ""
    names = {letters(n) for n in (*article.agencies, outlet, outlet.split(".")[0]) if n}
    for mention in (m for sentence in labels for m in sentence.mentions if m.name and is_medium(m, article)):
        names.add(letters(mention.name))
        names.add(letters(" ".join(w for w in mention.name.split() if w[:1].isupper())))
    return frozenset(names - {""})


def is_carrier(article: Article, source: Mention | None, carriers: frozenset[str]) -> bool:
    if source is None:
        return False
    return is_medium(source, article) or letters(source.name) in carriers


def _carries(article: Article, draft: Draft, other: Draft) -> bool:
    """Whether the other statement, cue and all, is what the draft's content tells, and not a clause that hangs on it
    (`a resolution in which it is said`)."""
    return (
        other.source is not None
        and other.source != draft.source
        and other.source.span.of(article.text).lower() not in load(article.language).words["small"]["within"]
        and any(c.meets(other.cue or c) or c.holds(other.span) for c in draft.content)
    )
