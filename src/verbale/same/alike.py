"""How alike two sayings are, and whether that is enough to be one: the more doubtful the speaker, the more is asked for."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from verbale.model import Kind
from verbale.same.sayings import Saying
from verbale.same.stems import RARE

WINDOW = 4
"""Two statements whose days lie farther apart are one saying only where they are verbatim."""
FULL = 50
"""A cut saying must share words of so much weight to count as if it were whole."""
VERBATIM, LONG = 0.8, 40
"""So alike, and of so much weight, words are taken over, not said twice."""
KNOWN, OPEN, OTHER = 0.52, 0.62, 0.9
"""Likeness asked for where the speaker is one; where both may be the same; where the record knows them as two persons."""
LESS, MOST = 0.005, 60
"""Of that, so much less for each unit of weight of shared words, up to so much: many words in common are no chance."""
ABROAD = 0.05
"""And so much less over languages, where fewer words can be known again."""
OPEN_SHARED, OTHER_SHARED = 20, 60
"""Shared words of so much weight are needed where the speaker is not the same for sure."""
STRANGE = 0.55
"""Likeness asked for where a certain person has said one, and whoever is not known to be a person the other."""
SOON = 0.05
"""So much less is asked for of what one speaker has said on one day: nobody says many things that are alike at once."""
HEADING = 0.2
"""So much less is asked for between the headline of an article and its text: what the one says the other says again."""
LEVEL = 0.05
"""So much more is asked for where one is told within what somebody says, and the other by its article."""
PLAIN = 0.05
"""So much more is asked for where all that they share are everyday words and names, which come back in much that one says."""
NUMBERS = 0.2
"""So much more is asked for where both tell numbers, and none is the same."""
MEANT = 0.8
"""Likeness of meanings, as an encoder tells it, that is asked for where the speaker is one. Encoders differ: not measured."""
NAMELESS = frozenset({None, Kind.UNNAMED, Kind.DOCUMENT})
"""Speakers of whom it is not known who they are."""
NEVER = 9.0


class Compared(NamedTuple):
    """Two sayings side by side."""

    likeness: float
    """Share of the words in common, 0 to 1; a cut saying is measured by its own words."""
    shared: int
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
    mine, theirs = (one.signs, two.signs) if abroad else (one.keys, two.keys)
    weights = (one.sign_weight, two.sign_weight) if abroad else (one.weight, two.weight)
    common = mine.keys() & theirs.keys()
    shared = sum([mine[key] for key in common])
    like = _likeness(shared, weights, whole=not may_be_cut(one, two))
    if not says(one, two, common) or nested(one, two) or not (_near(one, two) or _verbatim(one, two, like)):
        return Compared(like, shared, NEVER)
    wanted = _wanted(one, two, shared, abroad=abroad)
    wanted += PLAIN * (not abroad and same_speaker(one, two) and all(mine[key] < RARE for key in common))
    return Compared(like, shared, wanted + NUMBERS * _numbers_differ(one, two))


def _likeness(shared: int, weights: tuple[int, int], *, whole: bool) -> float:
    """Share of the words in common; unless whole sayings are asked for, that of the cut one's own words counts as well."""
    if not shared:
        return 0.0
    both, within = shared / (sum(weights) - shared), shared / min(weights)
    cut = 0.0 if whole else within * within * min(1.0, shared / FULL)
    return min(1.0, max(both, cut))


def _wanted(one: Saying, two: Saying, shared: int, *, abroad: bool) -> float:
    """What the speakers ask for, and what their words take off it."""
    less = LESS * min(shared, MOST) + ABROAD * abroad
    if same_speaker(one, two):
        return KNOWN - SOON * _at_once(one, two) - HEADING * _heading(one, two) + LEVEL * _levels_differ(one, two) - less
    if one.named != two.named:
        return STRANGE if shared >= OPEN_SHARED else NEVER
    if one.named or _levels_differ(one, two):
        return OTHER - less if shared >= OTHER_SHARED else NEVER
    return OPEN - less if shared >= OPEN_SHARED else NEVER


def says(one: Saying, two: Saying, common: Collection[str]) -> bool:
    """Whether what they have in common says something: names only tell of whom, and a single word is no part of more."""
    words = sorted((len(one.keys), len(two.keys)))
    return not words[0] == 1 < words[1] and any(key in one.own and key in two.own for key in common)


def may_be_cut(one: Saying, two: Saying) -> bool:
    """Whether one may be a part of the other; where it is not known who said one of them, a few words may be anybody's."""
    told = not NAMELESS & {one.heard.speaker, two.heard.speaker}
    return same_speaker(one, two) or (told and one.named == two.named)


def same_speaker(one: Saying, two: Saying) -> bool:
    """Whether the record knows one speaker for both."""
    return one.heard.person is not None and one.heard.person == two.heard.person


def nested(one: Saying, two: Saying) -> bool:
    """Whether one is told within the other: what somebody says of words is not those words."""
    return two.heard.inside == one.heard.id or one.heard.inside == two.heard.id


def _at_once(one: Saying, two: Saying) -> bool:
    """Whether both can have been said on one day, as far as days are known."""
    return one.days is not None and two.days is not None and one.days[0] <= two.days[1] and two.days[0] <= one.days[1]


def _heading(one: Saying, two: Saying) -> bool:
    """Whether one stands in the headline of the article, and the other in its text."""
    return one.heard.article == two.heard.article and one.heard.headline != two.heard.headline


def _levels_differ(one: Saying, two: Saying) -> bool:
    """Whether one is told within what somebody says, and the other by its article."""
    return (one.heard.inside is None) != (two.heard.inside is None)


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
