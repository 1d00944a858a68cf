"""Days along a line: where each stands, and the labels under them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from verbale.web.plots.drawing import line, words

APART = 92
"""So far from each other labels stand, for larger letters on a phone too."""


@dataclass(frozen=True, slots=True)
class Days:
    """The days from `first` to `last`, counted from the year 1, between two places of a picture."""

    first: int
    last: int
    left: float
    right: float

    def at(self, day: int) -> float:
        """Where a day stands."""
        return self.left + (day - self.first) * (self.right - self.left) / max(1, self.last - self.first)

    def axis(self, y: float) -> list[Markup]:
        """A line with as many years, months or days under it as have room."""
        drawn = [line([(self.left, y), (self.right, y)])]
        for day, label in self._labels():
            drawn.append(line([(self.at(day), y), (self.at(day), y + 4)]))
            if self.at(day) + APART <= self.right + 20 or day == self.first:
                drawn.append(words(self.at(day), y + 16, label, size=11, faint=True))
        return drawn

    def _labels(self) -> list[tuple[int, str]]:
        most = max(1, int((self.right - self.left) / APART))
        months = list(_months(self.first, self.last))
        if len(months) < 2:
            return _labelled(range(self.first, self.last + 1), most, 10)
        if len(months) <= 12 * most:
            return _labelled(months, most, 7)
        return _labelled([day for day in months if date.fromordinal(day).month == 1], most, 4)


def ordinal(day: str) -> int:
    """The day as a number; 1 where it is none."""
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return 1


def _months(first: int, last: int) -> Iterator[int]:
    """The first days of the months between two days."""
    begin, end = date.fromordinal(first), date.fromordinal(last)
    for n in range(begin.year * 12 + begin.month - 1, min(end.year * 12 + end.month, 9999 * 12)):
        day = date(n // 12, n % 12 + 1, 1).toordinal()
        if day >= first:
            yield day


def _labelled(days: Sequence[int], most: int, letters: int) -> list[tuple[int, str]]:
    """At most so many of the days, evenly, each with its label: so many letters of its date."""
    every = max(1, math.ceil(len(days) / most))
    return [(day, date.fromordinal(day).isoformat()[:letters]) for day in days[::every]]
