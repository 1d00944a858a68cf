"""A month or a weekday before a name is no part of it."""

from __future__ import annotations

import pytest

import verbale


@pytest.mark.parametrize("day", ["In May", "On Monday"])
def test_a_date_before_a_name_is_no_office(day: str) -> None:
    (statement,) = verbale.read(f"{day} Mr Lund said that the corridor would reopen.", language="en").statements
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.role) == ("Lund", None)


def test_may_can_be_a_name() -> None:
    (statement,) = verbale.read("Prime Minister May said that the corridor would reopen.", language="en").statements
    assert statement.speaker is not None
    assert statement.speaker.name == "May"
