"""Why two statements are one saying, or are not, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.same.alike import NEVER, compared, nested, same_speaker, says
from verbale.same.sayings import Saying
from verbale.same.stems import spoken

NAMED = 8
"""So many words in common are named, those that tell most."""


def reasons(one: Saying, two: Saying) -> tuple[str, ...]:
    """What speaks for one saying and what against, of the first as it stands beside the second."""
    return tuple(_told(one, two))


def _told(one: Saying, two: Saying) -> Iterator[str]:
    found = compared(one, two)
    yield _speakers(one, two)
    if one.days and two.days:
        apart = max(0, max(one.days[0], two.days[0]) - min(one.days[1], two.days[1]))
        yield "they may have been said on the same day" if not apart else f"their days lie {apart} apart"
    if nested(one, two):
        yield "one is told within the other, and what somebody says of words is not those words"
    if found.shared and not says(one, two, _common(one, two)):
        yield "what they share says nothing: names tell of whom, and a single word is no part of more"
    yield f"they share {found.likeness:.0%} of their words{_words(one, two)}"
    if found.asked < NEVER / 2:
        yield f"{max(0.0, found.asked):.0%} are asked for where so much stands for one speaker and one day"
    else:
        yield "no share of words would be enough"


def _speakers(one: Saying, two: Saying) -> str:
    if same_speaker(one, two):
        return "the record knows one speaker for both"
    if one.named and two.named:
        return "the record knows two persons as their speakers"
    return "the record does not know one speaker for both, but it may be one"


def _common(one: Saying, two: Saying) -> dict[str, int]:
    """The words of the first that the second has, too, with their weights."""
    mine, theirs = (one.signs, two.signs) if one.heard.language != two.heard.language else (one.keys, two.keys)
    return {key: weight for key, weight in mine.items() if key in theirs}


def _words(one: Saying, two: Saying) -> str:
    """Words of the first that the second has, too."""
    abroad, common = one.heard.language != two.heard.language, _common(one, two)
    words: dict[str, str] = {}
    for stem, word in spoken(one.heard.content, one.heard.language):
        key = stem.sign if abroad else stem.key
        if key in common:
            words.setdefault(key, word)
    best = sorted(words, key=lambda key: -common[key])[:NAMED]
    return f": {', '.join(words[key] for key in best)}" if best else ""
