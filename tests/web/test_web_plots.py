"""Pictures: where days stand, and which labels have room."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest

from verbale.web.plots.days import Days


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("2031-05-09", "2031-05-09", ["2031-05-09"]),
        ("2031-05-09", "2031-05-12", ["2031-05-09", "2031-05-10", "2031-05-11"]),
        ("2031-05-09", "2031-07-12", ["2031-06", "2031-07"]),
        ("2029-05-09", "2031-07-12", ["2029-06", "2029-12", "2030-06", "2030-12"]),
        ("2011-05-09", "2031-07-12", ["2012", "2016", "2020", "2024", "2028"]),
        ("0001-01-01", "9999-12-31", ["0001", "2001", "4001", "6001", "8001"]),
    ],
)
def test_as_many_days_are_named_as_have_room(first: str, last: str, labels: list[str]) -> None:
    days = Days(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal(), 0, 500)
    drawn = re.findall(r'x="([0-9.]+)"[^>]*>([0-9-]+)</text>', "".join(days.axis(100)))
    assert [label for _, label in drawn] == labels
    places = [float(x) for x, _ in drawn]
    assert all(later - sooner > 80 for sooner, later in pairwise(places))
