"""Dates as machines write them."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.sources.moment import is_after, moment


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2022", "2022"),
        ("2022-10", "2022-10"),
        ("2022-10-07", "2022-10-07"),
        (" 2022-10-07 ", "2022-10-07"),
        ("2022-10-07+03:00", "2022-10-07"),
        ("2022/10/7", "2022-10-07"),
        ("2022-10-07T10:36:00Z", "2022-10-07T10:36"),
        ("2022-10-07 10:36:00", "2022-10-07T10:36"),
        ("2022-10-07T10:36:59.123456+03:00", "2022-10-07T10:36"),
        ("2022-10-07T10:36:00+03:00[Europe/Moscow]", "2022-10-07T10:36"),
        ("2022-03-03T00:36:00+0200", "2022-03-03T00:36"),
        ("20221007", "2022-10-07"),
        (20221007, "2022-10-07"),
        ("20221007T1036", "2022-10-07T10:36"),
        ("20221007103600", "2022-10-07T10:36"),
        ("Fri, 07 Oct 2022 23:36:00 +0300", "2022-10-07T23:36"),
        ("7 Oct 2022 23:36 GMT", "2022-10-07T23:36"),
        ("October 7, 2022", "2022-10-07"),
        ("Oct. 7, 2022 at 10:36 PM", "2022-10-07T22:36"),
        ("Friday, October 7, 2022 12:05 a.m. EST", "2022-10-07T00:05"),
        ("Fri Oct  7 10:36:00 2022", "2022-10-07T10:36"),
        ("Fri Oct 07 10:36:00 +0000 2022", "2022-10-07T10:36"),
        ("07.10.2022 10:36", "2022-10-07T10:36"),
        (1665138960, "2022-10-07T10:36"),
        ("1665138960", "2022-10-07T10:36"),
        (1665138960.75, "2022-10-07T10:36"),
        (1665138960000, "2022-10-07T10:36"),
    ],
)
def test_usual_forms(written: object, read: str) -> None:
    assert moment(written) == read


@pytest.mark.parametrize(
    "written",
    ["", "yesterday", "10/07/2022", "2022-13-01", "2022-02-30", "2022-00-00", "0000-00-00", "2022-10-07T24:30", "are",
     "2022-10-07 or so", None, True, [2022], {"year": 2022}, 7, -1665138960, float("nan"), float("inf"), "2" * 90],
)  # fmt: skip
def test_anything_else_is_nothing(written: object) -> None:
    assert moment(written) is None


@given(st.datetimes(min_value=datetime(1900, 1, 1)))
def test_what_comes_out_goes_in_again(when: datetime) -> None:
    read = moment(when.isoformat())
    assert read == when.isoformat(timespec="minutes")
    assert moment(read) == read


@given(st.one_of(st.text(max_size=40), st.integers(), st.floats(), st.from_regex(r"[0-9]{4}[-/.][0-9]{2}[-/.][0-9]{2}.*")))
def test_nothing_raises(written: object) -> None:
    moment(written)


@pytest.mark.parametrize(
    ("published", "after"),
    [
        ("2031-05-08", False),
        ("2031-05-09T23:59", False),
        ("2031-05-10T23:59", False),
        ("2031-05-11", True),
        ("2031-05", False),
        ("2031-06", True),
        ("2031", False),
        ("2032", True),
    ],
)
def test_a_day_of_grace(published: str, after: bool) -> None:
    assert is_after(published, "2031-05-09") is after
