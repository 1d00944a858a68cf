"""Whether two names can be one person's, judged by the names alone."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from verbale.people.form import Form
from verbale.people.sounds import closeness, sound
from verbale.people.words import SENTENCES, Alike, Manner, alike


class Fit(StrEnum):
    """How much of two names agrees."""

    WHOLE = "whole"
    """Every word of each has its like in the other."""
    WITHIN = "within"
    """One has more words: a patronymic, a second family name, a middle initial."""
    INITIALS = "initials"
    """Given names stand as initials in one of the two."""
    PART = "part"
    """One is a single word of the other."""


class Pair(NamedTuple):
    """Two words taken for one."""

    one: str
    two: str
    alike: Alike

    @property
    def sentence(self) -> str:
        return SENTENCES[self.alike.manner].format(self.one.title(), self.two.title())


class Likeness(NamedTuple):
    """How two names agree. `score` is that of the words that agree least, initials aside."""

    fit: Fit
    score: float
    pairs: tuple[Pair, ...]


@lru_cache(maxsize=50_000)
def likeness(one: Form, two: Form, *, abroad: bool = False) -> Likeness | None:
    """How two names agree; None where they are two persons' by the names alone. `abroad`: two languages spelled them."""
    short, long = sorted((one, two), key=lambda f: (len(f.words), f.text))
    if short.younger and long.younger and short.younger != long.younger:
        return None
    if short.text == long.text:
        return Likeness(Fit.WHOLE, 1.0, tuple(Pair(w, w, Alike(1.0, Manner.SAME)) for w in short.words))
    pairs = _paired(short, long, abroad=abroad)
    if len(pairs) == len(short.words) and not _middle_differs(short, long):
        return Likeness(_fit(short, long, pairs), _score(pairs), tuple(pairs))
    return _together(short, long)


def _fit(short: Form, long: Form, pairs: list[Pair]) -> Fit:
    if len(short.words) == 1 and len(long.words) > 1:
        return Fit.PART
    if any(p.alike.manner is Manner.INITIAL for p in pairs):
        return Fit.INITIALS
    return Fit.WHOLE if len(short.words) == len(long.words) and short.younger == long.younger else Fit.WITHIN


def _paired(short: Form, long: Form, *, abroad: bool) -> list[Pair]:
    """Words of the shorter name with their likes in the longer: word by word where that will do, else the surest first."""
    if len(short.words) == len(long.words):
        in_order = _in_order(short, long, abroad=abroad)
        if len(in_order) == len(short.words):
            return in_order
    found = [
        (pair, abs(n - m), n, m)
        for n, a in enumerate(short.words)
        for m, b in enumerate(long.words)
        if (pair := alike(a, b, abroad=abroad))
    ]
    taken: dict[int, int] = {}
    for pair, _, n, m in sorted(found, key=lambda f: (-f[0].score, f[1], f[2], f[3])):
        if n not in taken and m not in taken.values():
            taken[n] = m
            if pair.score < TURNED and n != m and len(short.words) == len(long.words) and pair.manner is not Manner.INITIAL:
                return []
    return [Pair(short.words[n], long.words[m], pair) for pair, _, n, m in found if taken.get(n) == m]


TURNED = 0.85
"""So sure words must be alike where one name has them in another order: Orbán Viktor."""


def _in_order(short: Form, long: Form, *, abroad: bool) -> list[Pair]:
    """Pairs of words at one place, up to the first that are not alike."""
    pairs: list[Pair] = []
    for a, b in zip(short.words, long.words, strict=True):
        pair = alike(a, b, abroad=abroad)
        if not pair:
            break
        pairs.append(Pair(a, b, pair))
    return pairs


def _score(pairs: list[Pair]) -> float:
    written = [p.alike.score for p in pairs if p.alike.manner is not Manner.INITIAL]
    return min(written, default=0.0)


def _middle_differs(short: Form, long: Form) -> bool:
    """`George W. Bush`, `George H. W. Bush`: middle names of both begin with the same one, or it is another person."""
    one, two = short.words[1:-1], long.words[1:-1]
    return len(one) != len(two) and bool(one and two) and not alike(one[0], two[0])


def _together(short: Form, long: Form) -> Likeness | None:
    """`Зиауль Танук`, `Зиа уль-Танук`: words written together or apart."""
    if short.initials or long.initials or len(long.words) == 1 or not (_apart(short) or _apart(long) or _unequal(short, long)):
        return None
    a, b = sound(short.whole), sound(long.whole)
    if min(len(a), len(b)) < 7 or Levenshtein.normalized_similarity(a, b) < 0.7 or closeness(a, b) < 0.93:
        return None
    return Likeness(Fit.WHOLE, 0.9, (Pair(short.text, long.text, Alike(0.9, Manner.SOUND)),))


def _apart(form: Form) -> bool:
    """Whether particles or hyphens stand in a name, which others may write as part of a word."""
    return form.tokens != len(form.words) or len(form.whole) != sum(map(len, form.words))


def _unequal(one: Form, two: Form) -> bool:
    return len(one.words) != len(two.words)


def relatives(one: Form, two: Form) -> bool:
    """Whether two names share the family name, and the given ones have nothing in common: what is like both is like neither."""
    if len(one.words) != 2 or len(two.words) != 2 or one.initials or two.initials or not alike(one.words[1], two.words[1]):
        return False
    return alike(one.words[0], two.words[0]) is None and closeness(sound(one.words[0]), sound(two.words[0])) < UNLIKE


UNLIKE = 0.5
"""So close two given names must be for one to be a misspelling of the other, however odd."""
