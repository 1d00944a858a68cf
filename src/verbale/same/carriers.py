"""The statements of one utterance in order of time: what each has in common with those before it, and who only copied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from verbale.same.alike import compared
from verbale.same.sayings import Heard, Saying

EARLIER = 12
"""So many of the earlier carriers are looked at for the one that is most alike."""
LATE = "9"
"""Stands for the day of what has none, so that it comes last."""


@dataclass(frozen=True, slots=True)
class Carrying:
    """A statement in its utterance; see `verbale.model.Carrier`."""

    heard: Heard
    likeness: float
    how: str
    copy: bool


def carrying(sayings: Iterable[Saying], judged: Collection[str] = ()) -> list[Carrying]:
    """The carriers of an utterance, the first published first; `judged` are those that people said belong to others."""
    ordered = sorted(sayings, key=lambda s: when(s.heard))
    seen: set[str] = set()
    found = []
    for n, one in enumerate(ordered):
        like, how = _how(one, ordered[:n], judged=one.heard.id in judged)
        copy = one.heard.story in seen or one.heard.article in seen
        found.append(Carrying(one.heard, like, how, copy))
        seen |= {one.heard.story, one.heard.article}
    return found


def when(heard: Heard) -> tuple[str, str, int]:
    """What carriers are ordered by: publication, then the order of the text."""
    return heard.published or LATE, heard.article, heard.place


def _how(one: Saying, before: Sequence[Saying], *, judged: bool) -> tuple[float, str]:
    """How alike a carrier is to the most alike before it, and by what it was joined."""
    if not before:
        return 1.0, "first"
    found = [(compared(one, other), other.heard.language != one.heard.language) for other in before[:EARLIER]]
    told, abroad = max(found, key=lambda f: (f[0].likeness, not f[1]))
    how = "judged" if judged and told.margin < 0 else "translation" if abroad else told.how
    return round(told.likeness, 4), how


def speaker(carriers: Iterable[Carrying]) -> str | None:
    """Id of the person who said it, as most carriers have it; None where none does."""
    known = Counter(c.heard.person for c in carriers if c.heard.person)
    return min(known, key=lambda person: (-known[person], person)) if known else None


def languages(carriers: Iterable[Carrying]) -> Iterator[str]:
    """The languages of the carriers, that of the first first."""
    yield from dict.fromkeys(c.heard.language for c in carriers)
