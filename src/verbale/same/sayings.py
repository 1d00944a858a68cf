"""A statement as it is compared with others: who said it when, and its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from verbale.model import Kind, Said, Speech
from verbale.same.stems import Stem, stems

UNKNOWN = Said()
"""Nothing is told of the day."""
Bag = dict[str, int]
"""Words with their weights; a word that stands twice counts once."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the record knows of a statement, as far as it matters for telling whether two are one saying."""

    id: str
    article: str
    language: str
    kind: Speech
    content: str
    published: str | None = None
    said: Said = UNKNOWN
    person: str | None = None
    """Id of the speaker across articles."""
    speaker: Kind | None = None
    """What the speaker is; None where unknown."""
    inside: str | None = None
    headline: bool = False
    story: str = ""
    """Id of the article that was published first with the text of this one."""
    place: int = 0
    """Place among the statements of its article."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement with its words ready to be compared."""

    heard: Heard
    days: tuple[int, int] | None
    """First and last day on which it may have been said, as ordinals; None where nothing tells."""
    keys: Bag
    """Its words within its language."""
    signs: Bag
    """Those that can be known again in other languages."""
    numbers: frozenset[str]
    weight: int
    """Of all words."""
    sign_weight: int
    """Of those that can be known again in other languages."""
    order: tuple[str, ...]
    """The words in order, by their keys."""
    own: frozenset[str]
    """Keys and signs of the words that are no names."""
    meaning: NDArray[np.float32] | None = field(default=None, compare=False)
    """What an encoder makes of it, as a vector of length 1; None where there is none."""

    @property
    def named(self) -> bool:
        """Whether a certain person is known to have said it."""
        return self.heard.person is not None and self.heard.speaker is Kind.PERSON


def saying(heard: Heard) -> Saying:
    """A statement made ready."""
    found = stems(heard.content, heard.language)
    keys, signs = _bags(found)
    numbers = frozenset([key for key in keys if key[0].isdigit()])
    weights = sum(keys.values()), sum(signs.values())
    return Saying(heard, days(heard), keys, signs, numbers, *weights, tuple([s.key for s in found]), _own(heard, found))


def _own(heard: Heard, found: Sequence[Stem]) -> frozenset[str]:
    """A capital tells a name, but in a headline, where every word may have one, and where a quotation begins."""
    own = [stem for stem in found if heard.headline or not stem.name]
    if heard.kind is Speech.DIRECT:
        own += found[:1]
    return frozenset([stem.key for stem in own] + [stem.sign for stem in own if stem.sign])


def _bags(found: Iterable[Stem]) -> tuple[Bag, Bag]:
    """Keys and signs with their weights; of two weights of one, as where it stands once with a capital, the larger."""
    keys: Bag = {}
    signs: Bag = {}
    for key, sign, weight, _ in found:
        if weight > keys.get(key, 0):
            keys[key] = weight
        if sign and weight > signs.get(sign, 0):
            signs[sign] = weight
    return keys, signs


def days(heard: Heard) -> tuple[int, int] | None:
    """The days on which it may have been said: as stated, else that of publication."""
    first, last = heard.said.start or heard.said.stop, heard.said.stop or heard.said.start
    if heard.said.basis == "stated" and first and last and len(first) >= 10 <= len(last):
        return _ordinal(first), _ordinal(last)
    published = _ordinal(heard.published) if heard.published and len(heard.published) >= 10 else 0
    return (published, published) if published else None


@lru_cache(maxsize=100_000)
def _ordinal(day: str) -> int:
    """The day as a number; 0 for what is no day of the calendar."""
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return 0
