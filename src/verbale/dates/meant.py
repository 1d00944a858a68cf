"""Which days a written date means, seen from a day of reference."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Iterable
from datetime import date, timedelta

from verbale.dates.when import Days, When


def resolve(when: When, reference: date | None, *, years: Collection[int] = ()) -> Days | None:
    """The days `when` means, seen from `reference`; None where the words alone don't tell and nothing helps.

    A day of a month without its year is the one nearest to the reference (days ahead of it count double) on whose
    weekday, if one is told, it falls; a lone month or season is the last that had begun; a weekday is the last up to the
    reference. Without a reference the year is taken from `years`, where exactly one of them fits.
    """
    try:
        return _resolved(when, reference, years)
    except (ValueError, OverflowError):  # 31 June; before year 1
        return None


def _resolved(when: When, reference: date | None, years: Collection[int]) -> Days | None:
    if when.shift or when.window:
        return _counted(when, reference) if reference else None
    if when.month is not None and when.day is not None:
        return _day(when, reference, years)
    if when.month is not None or when.season is not None:
        return _month(when, reference)
    if when.weekday is not None:
        return _weekday(when, reference) if reference else None
    return _share(when.year, when.part) if when.year is not None else None


def _day(when: When, reference: date | None, years: Collection[int]) -> Days | None:
    """A day of a month, or a range that begins with it."""
    fitting = [d for year in _years(when, reference, years) if (d := _dated(when, year))]
    if reference:
        fitting.sort(key=lambda d: max(reference - d, 2 * (d - reference)))
        fitting = fitting[:1]
    if len(fitting) != 1:
        return None
    return Days(fitting[0], fitting[0].replace(day=when.until) if when.until else fitting[0])


def _years(when: When, reference: date | None, years: Collection[int]) -> Iterable[int]:
    """The years that can be meant."""
    if when.year is not None:
        return (when.year,)
    if reference is None:
        return sorted(set(years))
    if when.years is not None:
        return (reference.year + when.years,)
    return range(reference.year - 1, reference.year + 2)


def _dated(when: When, year: int) -> date | None:
    """The day in that year; None where there is none (29 February), or where it falls on another weekday than told."""
    month, day = when.month or 1, when.day or 1
    if day > monthrange(year, month)[1]:
        return None
    found = date(year, month, day)
    return found if when.weekday is None or when.year is not None or found.weekday() == when.weekday else None


def _month(when: When, reference: date | None) -> Days | None:
    """A month, part of one, or a season."""
    first, last = when.season or (when.month or 1, when.month or 1)
    if when.year is None and reference is None:
        return None
    year = when.year or _turn(when, first, last, reference or date.min)
    start, stop = when.part or (1, 31)
    return Days(date(year, first, start), date(year, last, min(stop, monthrange(year, last)[1])))


def _turn(when: When, first: int, last: int, reference: date) -> int:
    """The year of the month that is meant."""
    if when.years is not None:
        return reference.year + when.years
    if when.side > 0:
        return reference.year + (last < reference.month)
    over = first < reference.month or (first == reference.month and when.side == 0)
    return reference.year - (not over)


def _weekday(when: When, reference: date) -> Days:
    back = (reference.weekday() - (when.weekday or 0)) % 7
    if when.side > 0:
        back = -((-back) % 7 or 7)
    elif when.side < 0:
        back = back or 7
    return Days(*[reference - timedelta(days=back)] * 2)


def _counted(when: When, reference: date) -> Days:
    """Days, weeks, months or years counted from the reference."""
    if when.window:
        return Days(*(reference + timedelta(days=n) for n in when.window))
    unit, n = when.shift or ("day", 0)
    if unit == "day":
        return Days(*[reference + timedelta(days=n)] * 2)
    if unit == "weekend":
        n += n < 0 and reference.weekday() < _SATURDAY  # within a week the last weekend is the one just gone
        saturday = reference - timedelta(days=(reference.weekday() - _SATURDAY) % 7) + timedelta(weeks=n)
        return Days(saturday, saturday + timedelta(days=1))
    if unit == "week":
        monday = reference - timedelta(days=reference.weekday()) + timedelta(weeks=n)
        first, last = (0, 6) if when.weekday is None else (when.weekday, when.weekday)
        return Days(monday + timedelta(days=first), monday + timedelta(days=last))
    if unit == "month":
        year, month = divmod(reference.year * 12 + reference.month - 1 + n, 12)
        start, stop = when.part or (1, 31)
        return Days(date(year, month + 1, start), date(year, month + 1, min(stop, monthrange(year, month + 1)[1])))
    return _share(reference.year + n, when.part)


_SATURDAY = 5
_THIRDS = {1: (1, 4), 11: (5, 8), 21: (9, 12)}


def _share(year: int, part: tuple[int, int] | None) -> Days:
    """A year, or its first, middle or last third."""
    first, last = _THIRDS.get(part[0], (1, 12)) if part else (1, 12)
    return Days(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
