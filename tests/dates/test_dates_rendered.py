"""Every date that is written out reads back as the same days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from odd import texts

from verbale import dates
from verbale.dates import Days
from verbale.lang import load

LANGUAGES = ("en", "ru", "uk")
DAYS = st.dates(date(1901, 1, 1), date(2098, 12, 31))

FULL = {
    "en": (
        "{month} {day}, {year}",
        "{day} {month} {year}",
        "the {day}th of {month} {year}",
        "{weekday}, {month} {day}, {year}",
        "{short}. {day}, {year}",
        "{iso}",
        "{dd}.{mm}.{year}",
    ),
    "ru": (
        "{day} {month} {year} года",
        "{day} {month} {year} г.",
        "{day}-го {month} {year}",
        "{weekday}, {day} {month} {year}",
        "{iso}",
        "{dd}.{mm}.{year}",
    ),
    "uk": (
        "{day} {month} {year} року",
        "{day} {month} {year} р.",
        "{day}-го {month} {year}",
        "{weekday}, {day} {month} {year}",
        "{iso}",
        "{dd}.{mm}.{year}",
    ),
}
YEARLESS = {
    "en": ("on {month} {day}", "{day} {month}", "{weekday}, {month} {day}"),
    "ru": ("{day} {month}", "{weekday}, {day} {month}"),
    "uk": ("{day} {month}", "{weekday}, {day} {month}"),
}
MONTHS = {"en": ("in {month} {year}", "{month} {year}"), "ru": ("{month} {year} года",), "uk": ("{month} {year} року",)}
WEEKDAYS = {"en": "on {}", "ru": "в {}", "uk": "у {}"}


def rendered(day: date, shape: str, language: str) -> str:
    """A day written in a shape, with the first form of each calendar word."""
    calendar = load(language).calendar
    month, weekday = calendar["months"][day.month - 1], calendar["weekdays"][day.weekday()][0]
    cased = str.title if calendar["capital"] else str
    return shape.format(
        day=day.day,
        dd=f"{day.day:02}",
        mm=f"{day.month:02}",
        year=day.year,
        month=cased(month[0]),
        short=cased(month[-1]),
        weekday=cased(weekday),
        iso=day.isoformat(),
    )


def read(text: str, language: str, seen_from: date | None) -> list[Days | None]:
    return [dates.resolve(when, seen_from) for when in dates.find(text, language)]


@pytest.mark.parametrize("language", LANGUAGES)
@given(day=DAYS, data=st.data())
def test_a_full_date_reads_back_from_any_day_and_none(language: str, day: date, data: st.DataObject) -> None:
    text = rendered(day, data.draw(st.sampled_from(FULL[language])), language)
    assert read(text, language, data.draw(st.none() | DAYS)) == [Days(day, day)]


@pytest.mark.parametrize("language", LANGUAGES)
@given(day=DAYS, back=st.integers(0, 150), data=st.data())
def test_a_date_without_a_year_is_that_of_the_last_months(language: str, day: date, back: int, data: st.DataObject) -> None:
    text = rendered(day, data.draw(st.sampled_from(YEARLESS[language])), language)
    assert read(text, language, day + timedelta(days=back)) == [Days(day, day)]


@pytest.mark.parametrize("language", LANGUAGES)
@given(day=DAYS, data=st.data())
def test_a_month_reads_back_as_all_its_days(language: str, day: date, data: st.DataObject) -> None:
    text = rendered(day, data.draw(st.sampled_from(MONTHS[language])), language)
    last = day.replace(day=monthrange(day.year, day.month)[1])
    assert read(text, language, None) == [Days(day.replace(day=1), last)]


@pytest.mark.parametrize("language", LANGUAGES)
@given(day=DAYS, back=st.integers(0, 6))
def test_a_weekday_is_the_last_one(language: str, day: date, back: int) -> None:
    text = rendered(day, WEEKDAYS[language].format("{weekday}"), language)
    assert read(text, language, day + timedelta(days=back)) == [Days(day, day)]


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data(), seen_from=st.none() | DAYS)
def test_any_text_can_be_searched_for_dates(language: str, data: st.DataObject, seen_from: date | None) -> None:
    text = data.draw(texts(language))
    at = 0
    for when in dates.find(text, language):
        assert at <= when.span.start < when.span.stop <= len(text)
        days = dates.resolve(when, seen_from)
        assert days is None or days.first <= days.last
        at = when.span.stop
