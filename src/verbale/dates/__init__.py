"""Dates in text: what is written, and the days it means against a day of reference.

A small grammar of its own, over the calendar words of each language: full and partial dates, ranges, weekdays, seasons,
and days, weeks, months and years counted from a day. Nothing that is not written as a date is taken for one.
"""

from __future__ import annotations

from verbale.dates.day import day_of
from verbale.dates.meant import resolve
from verbale.dates.when import Days, When
from verbale.dates.written import find

__all__ = ["Days", "When", "day_of", "find", "resolve"]
