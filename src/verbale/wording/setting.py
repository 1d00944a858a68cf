"""The setting of a statement in sentences: when, where, to whom, on which terms, and through whose hands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verbale import wording
from verbale.media import usual
from verbale.model import SHIPPED, Article, Condition, Entry, Outlets, Part, Statement, Tie, Venue
from verbale.store.tally import Copy

_AT = {
    "in": ("interview", "statement", "letter", "article", "book", "document", "place", "address", "parliament"),
    "on": ("broadcast", "post"),
    "by": ("call",),
}
"""The preposition of each kind of venue; `at` for all others."""
_BEFORE = frozenset(("a", "an", "the", "his", "her", "its", "their", "our", "this", "that", "another", "one", "two", "several"))
_BARE = frozenset(("", "place", "parliament"))


def setting(entry: Entry, article: Article, copies: Sequence[Copy] = (), *, outlets: Outlets = SHIPPED) -> str:
    """One paragraph that tells all that is known of the setting, and says so where nothing is; `outlets` are those of the
    record."""
    said = entry.statement
    came = (_way(said, article, outlets), *_carriers(article, copies, outlets))
    return " ".join(filter(None, (_occasion(said), _terms(said), *came)))


def _occasion(said: Statement) -> str:
    """`Said on 2031-05-08 (“on Thursday”), at a summit in Lima, to journalists.`"""
    parts = [_day(said)]
    parts += [_place(said.venue)] if said.venue else []
    parts += [f"to {wording.line(said.addressee.text)}"] if said.addressee else []
    return f"Said {', '.join(parts)}."


def _day(said: Statement) -> str:
    words = f" (“{wording.line(said.said.words.text)}”)" if said.said.words else ""
    days = wording.days(said.said)
    if not days:
        return f"on a day that is not told{words}"
    between = days.replace(" to ", " and ")
    on = "on" if len(days) == len("2031-05-09") else "in"
    return (f"between {between}" if " to " in days else f"{on} {days}") + words


def _place(venue: Venue) -> str:
    words = wording.line(venue.words.text)
    where = next((preposition for preposition, kinds in _AT.items() if venue.kind in kinds), "at")
    told = ("" if venue.kind == "place" else venue.kind, venue.place or "")
    further = [wording.line(t) for t in told if t.lower() not in words.lower()]
    return f"{where} {_article(words, venue.kind)}{words}" + (f" ({', '.join(further)})" if further else "")


def _article(words: str, kind: str) -> str:
    """`a ` or `an ` for English words that lack it, as in headlines and notes: `televised address`, `interview with Ilva TV`."""
    first = words.partition(" ")[0]
    if not re.search(rf"\b{re.escape(kind)}\b", words) or not first.islower() or first in _BEFORE or kind in _BARE:
        return ""
    return "an " if first[0] in "aeiou" else "a "


def _terms(said: Statement) -> str:
    """`On one condition: “if the other side keeps its word” (for “we will be ready”).`"""
    words = [_term(c) for c in said.conditions if c.tie in {Tie.IF, Tie.UNLESS}]
    told = f"On {'one condition' if len(words) == 1 else f'{len(words)} conditions'}: {wording.listed(words)}." if words else ""
    imagined = [f"Only imagined: {_term(c)}." for c in said.conditions if c.tie is Tie.CONTRARY]
    always = [f"Either way: {_term(c)}." for c in said.conditions if c.tie is Tie.EVEN_IF]
    return " ".join(filter(None, (told, *imagined, *always)))


def _term(condition: Condition) -> str:
    promise = f" (for “{_quoted(condition.promise)}”)" if condition.promise else ""
    return f"“{_quoted(condition.words)}”{promise}"


def _quoted(part: Part) -> str:
    return wording.line(part.text).rstrip(".,")


def _way(said: Statement, article: Article, outlets: Outlets) -> str:
    """`Carried by Orbit, then printed by Meridian Post on 2031-05-09.`"""
    outlet, day = wording.line(article.outlet or ""), (article.published or "")[:10]
    others = [_named(relay, outlets) for relay in said.relays if not same_medium(relay, article.outlet, outlets)]
    relays = wording.listed(others, last="then") if others else ""
    printed = " ".join(filter(None, ("published", f"by {outlet}" if outlet else "", f"on {day}" if day else "")))
    if not outlet and not day:
        return f"Carried by {relays}." if relays else ""
    return f"Carried by {relays}, then {printed}." if relays else f"{printed[:1].upper()}{printed[1:]}."


def same_medium(relay: str, outlet: str | None, outlets: Outlets = SHIPPED) -> bool:
    """Whether one who carried it is the outlet itself, which tells of its own article."""
    return bool(outlet) and usual(relay, outlets).casefold() == usual(outlet or "", outlets).casefold()


def _named(relay: str, outlets: Outlets) -> str:
    """A carrier as named, with the name it is usually known by."""
    words, known = wording.line(relay), usual(relay, outlets)
    return words if known.casefold() in words.casefold() else f"{words} ({known})"


def _carriers(article: Article, copies: Sequence[Copy], outlets: Outlets) -> Iterator[str]:
    """`The same text stands in 3 articles; Tolpress had it first, on 2031-05-09.`"""
    if len(copies) > 1:
        first = copies[0]
        had = "this article" if first.id == article.id else wording.line(first.outlet or "") or first.id
        day = f", on {first.published[:10]}" if first.published else ""
        by = {usual(c.outlet, outlets) for c in copies if c.outlet}
        of = f" of {wording.counted(len(by), 'outlet')}" if by else ""
        yield f"The same text stands in {wording.counted(len(copies), 'article')}{of}; {had} had it first{day}."
