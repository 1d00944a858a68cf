"""Two wordings of one saying, word by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from verbale.same.differences import Change, differences

KEPT, LEFT_OUT, ADDED = Change.KEPT, Change.LEFT_OUT, Change.ADDED


def test_what_is_left_out_comes_before_what_stands_in_its_place() -> None:
    assert differences("We will be ready tomorrow", "We will be prepared tomorrow, too") == [
        (KEPT, "We will be"),
        (LEFT_OUT, "ready"),
        (ADDED, "prepared"),
        (KEPT, "tomorrow,"),
        (ADDED, "too"),
    ]


def test_capitals_and_marks_make_no_difference() -> None:
    assert differences("“We will be ready,”", "we will be ready.") == [(KEPT, "we will be ready.")]


@given(st.text(alphabet="ab ,", max_size=40), st.text(alphabet="ab ,", max_size=40))
def test_both_wordings_can_be_told_from_the_differences(one: str, two: str) -> None:
    found = differences(one, two)
    assert " ".join(s.words for s in found if s.change is not LEFT_OUT).split() == two.split()
    left = [w.strip(",") or w for s in found if s.change is not ADDED for w in s.words.split()]
    assert left == [w.strip(",") or w for w in one.split()]
