"""Which days are meant where words leave them open."""

from __future__ import annotations

from datetime import date

import pytest

from verbale import dates
from verbale.dates import Days, When


def only(text: str, language: str = "en") -> When:
    (when,) = dates.find(text, language)
    return when


def test_a_day_without_a_year_needs_something_to_tell_it() -> None:
    assert dates.resolve(only("on May 9"), None) is None
    assert dates.resolve(only("on May 9"), None, years={2030, 2031}) is None
    assert dates.resolve(only("on May 9"), None, years={2031}) == Days(date(2031, 5, 9), date(2031, 5, 9))


def test_the_weekday_tells_the_year_where_one_fits() -> None:
    # 9 May was a Friday in 2031, not in the years beside it.
    assert dates.resolve(only("Friday, May 9"), None, years={2030, 2031, 2032}) == Days(date(2031, 5, 9), date(2031, 5, 9))
    assert dates.resolve(only("Monday, May 9"), None, years={2030, 2031, 2032}) is None


def test_a_weekday_never_turns_over_a_year_that_is_told() -> None:
    assert dates.resolve(only("Monday, May 9, 2031"), None) == Days(date(2031, 5, 9), date(2031, 5, 9))


def test_there_is_no_leap_day_in_other_years() -> None:
    assert dates.resolve(only("February 29, 2031"), None) is None
    assert dates.resolve(only("February 29"), date(2034, 6, 1)) is None


@pytest.mark.parametrize("text", ["0001-01-01", "three years ago", "12 years ago"])
def test_days_before_the_first_year_are_none(text: str) -> None:
    assert all(dates.resolve(when, date(1, 1, 1)) is None for when in dates.find(text, "en"))


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("May 9, 2031, 2:30 p.m.", "14:30"),
        ("May 9, 2031 at 12:05 a.m.", "00:05"),
        ("2031-05-09T00:36", "00:36"),
        ("9 May 2031", None),
        ("May 9, 2031 at 29:30", None),
    ],
)
def test_the_time_beside_a_date(text: str, time: str | None) -> None:
    assert only(text).time == time


@pytest.mark.parametrize(
    ("language", "text", "lead"),
    [
        ("en", "until Monday", "until"),
        ("en", "by the end of May", "by"),
        ("ru", "до понедельника", "до"),
        ("uk", "до неділі", "до"),
    ],
)
def test_the_preposition_is_kept(language: str, text: str, lead: str) -> None:
    assert only(text, language).lead == lead


@pytest.mark.parametrize(
    ("language", "text", "anchor"),
    [
        ("en", "yesterday", "article"),
        ("en", "earlier in the day", "story"),
        ("en", "the following day", "told"),
        ("en", "two days later", "told"),
        ("en", "two days ago", "article"),
        ("ru", "накануне", "story"),
        ("ru", "на следующий день", "told"),
        ("uk", "напередодні", "story"),
        ("uk", "того ж дня", "told"),
    ],
)
def test_what_days_are_counted_from(language: str, text: str, anchor: str) -> None:
    assert only(text, language).anchor == anchor
