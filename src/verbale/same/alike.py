"""How alike two sayings are, and whether that is enough to be one: the more doubtful the speaker, the more is asked for."""

from __future__ import annotations

from typing import NamedTuple

from verbale.same.sayings import Bag, Saying

WINDOW = 4
"""Two statements whose days lie farther apart are one saying only where they are verbatim."""
FULL = 5.0
"""A cut saying must share words of so much weight to count as if it were whole."""
VERBATIM, LONG = 0.8, 4.0
"""So alike, and of so much weight, words are taken over, not said twice."""
KNOWN, OPEN, OTHER = 0.52, 0.62, 0.9
"""Likeness asked for where the speaker is one; where both may be the same; where the record knows them as two persons."""
LESS, MOST = 0.05, 6.0
"""Of that, so much less for each weight of shared words, up to so much: many words in common are no chance."""
ABROAD = 0.05
"""And so much less over languages, where fewer words can be known again."""
OPEN_SHARED, OTHER_SHARED = 2.0, 6.0
"""Shared words of so much weight are needed where the speaker is not the same for sure."""
NUMBERS = 0.2
"""So much more is asked for where both tell numbers, and none is the same."""
MEANT = 0.8
"""Likeness of meanings, as an encoder tells it, that is asked for where the speaker is one. Encoders differ: not measured."""
NEVER = 9.0


class Compared(NamedTuple):
    """Two sayings side by side."""

    likeness: float
    """Share of the words in common, 0 to 1; a cut saying is measured by its own words."""
    shared: float
    """Weight of the words in common."""
    asked: float
    """How alike they must be to be one saying; more than 1 where nothing is enough."""
    how: str = "words"
    """By what they were compared: `words` or `meaning`."""

    @property
    def margin(self) -> float:
        """How much more alike they are than was asked for."""
        return self.likeness - self.asked


def compared(one: Saying, two: Saying) -> Compared:
    """How alike two sayings are, and how alike they must be; which of them comes first makes no difference."""
    words = _words(one, two)
    if words.margin >= 0 or one.meaning is None or two.meaning is None or not same_speaker(one, two):
        return words
    if nested(one, two) or not _near(one, two) or _numbers_differ(one, two):
        return words
    meant = min(1.0, float(one.meaning @ two.meaning))
    return Compared(meant, words.shared, MEANT, "meaning") if meant >= MEANT else words


def _words(one: Saying, two: Saying) -> Compared:
    """As `compared`, by words alone."""
    abroad = one.heard.language != two.heard.language
    if abroad:
        like, shared = _overlap(one.signs, two.signs, one.sign_weight, two.sign_weight)
    else:
        like, shared = _overlap(one.keys, two.keys, one.weight, two.weight)
    if not shared or nested(one, two) or not (_near(one, two) or _verbatim(one, two, like)):
        return Compared(like, shared, NEVER)
    wanted = _wanted(one, two, shared)
    wanted -= LESS * min(shared, MOST) + ABROAD * abroad
    return Compared(like, shared, wanted + NUMBERS * _numbers_differ(one, two))


def _overlap(one: Bag, two: Bag, a: float, b: float) -> tuple[float, float]:
    """Likeness of two bags of words, whose weights are given, and the weight of what they share."""
    common = one.keys() & two.keys()
    if not common:
        return 0.0, 0.0
    shared = sum([one[key] for key in sorted(common)])  # in order, for sums of fractions depend on it
    within = shared / min(a, b)
    return min(1.0, max(shared / (a + b - shared), within**2 * min(1.0, shared / FULL))), shared


def _wanted(one: Saying, two: Saying, shared: float) -> float:
    """What the speakers ask for."""
    if same_speaker(one, two):
        return KNOWN
    if (one.named and two.named) or (one.heard.inside is None) != (two.heard.inside is None):
        return OTHER if shared >= OTHER_SHARED else NEVER
    return OPEN if shared >= OPEN_SHARED else NEVER


def same_speaker(one: Saying, two: Saying) -> bool:
    """Whether the record knows one speaker for both."""
    return one.heard.person is not None and one.heard.person == two.heard.person


def nested(one: Saying, two: Saying) -> bool:
    """Whether one is told within the other: what somebody says of words is not those words."""
    return two.heard.inside == one.heard.id or one.heard.inside == two.heard.id


def _numbers_differ(one: Saying, two: Saying) -> bool:
    """Whether both tell numbers, and none is the same."""
    return bool(one.numbers and two.numbers and not one.numbers & two.numbers)


def _near(one: Saying, two: Saying) -> bool:
    """Whether both can have been said on about the same days; unknown days fit any."""
    if one.days is None or two.days is None:
        return True
    return max(one.days[0], two.days[0]) - min(one.days[1], two.days[1]) <= WINDOW


def _verbatim(one: Saying, two: Saying, like: float) -> bool:
    """Whether so many words agree that one must come from the other."""
    return like >= VERBATIM and min(one.weight, two.weight) >= LONG
