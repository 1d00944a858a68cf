"""Dates in text: what is written, and the days it means against a day of reference.

A small grammar of its own, over the calendar words of each language: full and partial dates, weekdays, and days,
weeks, months and years counted from the day of publication. Nothing that is not written as a date is taken for one.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from verbale.lang import load
from verbale.text import Span


@dataclass(frozen=True, slots=True)
class When:
    """A date as written. Fields are None where the words leave them open."""

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0 is Monday."""
    shift: tuple[str, int] | None = None
    """`("day" | "week" | "month" | "year", n)`: so many of them from the day of reference."""
    part: tuple[int, int] | None = None
    """First and last day of the month, where the words narrow it (`early March`)."""
    side: int = 0
    """-1 for `last Monday`, 1 for `next Monday`."""
    time: str | None = None
    """`HH:MM` beside a full date."""


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day that fit."""

    first: date
    last: date

    @property
    def iso(self) -> tuple[str, str]:
        return self.first.isoformat(), self.last.isoformat()


def find(text: str, language: str, *, offset: int = 0) -> Iterator[When]:
    """All dates written in `text`, from left to right; spans are moved by `offset`."""
    capital = load(language).calendar.get("capital", False)
    for match in _grammar(language).finditer(text):
        when = _when(match, language, offset)
        if when is not None and not (capital and when.day is None and not when.shift and match.group().islower()):
            yield when


def resolve(when: When, reference: date | None, *, ahead: bool = False) -> Days | None:
    """The days `when` means, seen from `reference`; None where the words alone don't tell and nothing helps.

    A date without a year and a weekday are taken as the last one up to the reference (speech is reported after it was
    spoken), with `ahead` as the next one from it.
    """
    if when.shift:
        return _shifted(when, reference)
    if when.month is not None:
        return _dated(when, reference, ahead)
    if when.weekday is not None:
        return _weekday(when, reference, ahead)
    if when.year is not None:
        return Days(date(when.year, 1, 1), date(when.year, 12, 31))
    return None


def _dated(when: When, reference: date | None, ahead: bool) -> Days | None:
    year = when.year
    if year is None:
        if reference is None:
            return None
        year = _year(when, reference, ahead)
    if when.day is None:
        first, last = when.part or (1, 31)
        end = monthrange(year, when.month or 1)[1]
        return Days(date(year, when.month or 1, first), date(year, when.month or 1, min(last, end)))
    try:
        day = date(year, when.month or 1, when.day)
    except ValueError:  # 29 February of a common year, 31 June
        return None
    return Days(day, day)


def _year(when: When, reference: date, ahead: bool) -> int:
    """The year that puts the date nearest before the reference (or after it)."""
    here = (when.month or 1, when.day or 1)
    there = (reference.month, reference.day if when.day else 1)
    if ahead or when.side > 0:
        return reference.year + (here < there)
    # An announced date a few weeks away is read as ahead, not as eleven months ago.
    return reference.year - (here > there)


def _weekday(when: When, reference: date | None, ahead: bool) -> Days | None:
    if reference is None or when.weekday is None:
        return None
    back = (reference.weekday() - when.weekday) % 7
    if ahead or when.side > 0:
        day = reference + timedelta(days=(-back) % 7 or 7)
    elif when.side < 0:
        day = reference - timedelta(days=back or 7)
    else:
        day = reference - timedelta(days=back)
    return Days(day, day)


def _shifted(when: When, reference: date | None) -> Days | None:
    if reference is None or when.shift is None:
        return None
    unit, n = when.shift
    if unit == "day":
        day = reference + timedelta(days=n)
        return Days(day, day)
    if unit == "week":
        monday = reference - timedelta(days=reference.weekday()) + timedelta(weeks=n)
        return Days(monday, monday + timedelta(days=6))
    if unit == "month":
        year, month = divmod(reference.year * 12 + reference.month - 1 + n, 12)
        return Days(date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1]))
    return Days(date(reference.year + n, 1, 1), date(reference.year + n, 12, 31))


def _when(match: re.Match[str], language: str, offset: int) -> When | None:
    span = Span(match.start() + offset, match.end() + offset)
    words = {name: value for name, value in match.groupdict().items() if value}
    table = _table(language)
    if "iso" in words:
        return _full(span, *map(int, words["iso"].split("-")))
    if "figures" in words:
        day, month, year = map(int, re.split(r"[./]", words["figures"]))
        return _full(span, year, month, day)
    if "shift" in words:
        return When(span, shift=table.shifts[_plain(words["shift"])])
    month = next((table.months[_plain(words[k])] for k in ("month_md", "month_dm", "month_y", "month_alone") if k in words), None)
    day = next((int(words[k]) for k in ("day_md", "day_dm") if k in words), None)
    if day is not None and not 1 <= day <= 31:
        return None
    side = -1 if "last" in words else 1 if "next" in words else 0
    weekday = next((table.weekdays[_plain(words[k])] for k in ("weekday", "weekday_alone") if k in words), None)
    year = next((int(words[k]) for k in ("year_md", "year_dm", "year_m", "year_alone") if k in words), None)
    part = table.parts[_plain(words["part"])] if "part" in words else None
    return When(span, year, month, day, weekday, None, part, side, words.get("time"))


def _full(span: Span, year: int, month: int, day: int) -> When | None:
    try:
        date(year, month, day)
    except ValueError:
        return None
    return When(span, year, month, day)


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words.lower()).rstrip(".")


@dataclass(frozen=True, slots=True)
class _Table:
    months: dict[str, int]
    weekdays: dict[str, int]
    shifts: dict[str, tuple[str, int]]
    parts: dict[str, tuple[int, int]]


@cache
def _table(language: str) -> _Table:
    data = load(language).calendar
    shifts = {word: (unit, n) for key, unit in (("days", "day"), ("weeks", "week"), ("month_shifts", "month"), ("years", "year"))
              for word, n in data[key].items()}  # fmt: skip
    return _Table(
        {form: n for n, forms in enumerate(data["months"], 1) for form in forms},
        {form: n for n, forms in enumerate(data["weekdays"]) for form in forms},
        shifts,
        {word: (first, last) for word, (first, last) in data["parts"].items()},
    )


def _any(words: object) -> str:
    ordered = sorted(words, key=lambda w: (-len(w), w))  # type: ignore[call-overload]
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in ordered) or r"(?!)"


@cache
def _grammar(language: str) -> re.Pattern[str]:
    """One expression for all forms, the fullest first."""
    data, table = load(language).calendar, _table(language)
    month, weekday = f"(?:{_any(table.months)})", f"(?:{_any(table.weekdays)})"
    ordinal, years = data["ordinal"], _any(data["year_words"])
    year = r"(?:19|20)\d\d"
    tail = rf"(?:\s*(?:{years})\.?(?!\w))?"
    day_month = rf"(?P<day_dm>[0-3]?\d){ordinal}?\s+(?:(?:{_any(data['of'])})\s+)?(?P<month_dm>{month})\b\.?(?:,?\s*(?P<year_dm>{year}){tail})?"
    month_day = rf"(?P<month_md>{month})\b\.?\s+(?P<day_md>[0-3]?\d){ordinal}?(?!\d|[.:]\d|,\d{{1,3}}(?!\d))(?:,?\s*(?P<year_md>{year}))?(?!\d)"
    month_year = rf"(?P<month_y>{month})\b\.?,?\s+(?:of\s+)?(?P<year_m>{year}){tail}"
    side = rf"(?:(?P<last>{_any(data['last'])})|(?P<next>{_any(data['next'])}))"
    year_alone = rf"(?:{years})\.?(?!\w)" if data["year_words"] else r"(?<=\bin\s....)(?!\w|[.,]\d|-)"
    forms = [
        r"(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)",
        rf"(?P<figures>[0-3]?\d[./][01]?\d[./]{year})",
        rf"(?:(?P<weekday>{weekday})\.?,?\s+)?(?:{day_month}|{month_day})(?:,?\s+(?:at\s+)?(?P<time>[0-2]?\d:[0-5]\d))?",
        rf"(?P<shift>{_any(table.shifts)})(?!\w)",
        rf"(?:(?P<part>{_any(table.parts)})[\s-]*)?(?:{month_year}|(?P<month_alone>{month})(?!\w))",
        rf"(?:{side}\s+)?(?P<weekday_alone>{weekday})(?!\w)",
        rf"(?P<year_alone>{year})\s*{year_alone}",
    ]
    return re.compile(r"(?<![\w/])(?:" + "|".join(f"(?:{form})" for form in forms) + ")", re.IGNORECASE)
