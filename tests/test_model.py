"""Records: frozen, made whole, and able to say what they hold."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale import model
from verbale.model import Given, Kind, Part, Said, Speaker, Venue, digest
from verbale.text import Span

RECORDS = [r for r in vars(model).values() if isinstance(r, type) and dataclasses.is_dataclass(r)]


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: r.__name__)
def test_a_record_is_frozen_and_holds_no_list(record: type) -> None:
    assert record.__dataclass_params__.frozen
    assert hasattr(record, "__slots__")
    assert not any(str(field.type).startswith(("list", "dict", "set")) for field in dataclasses.fields(record))


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_a_digest_tells_what_it_was_made_of(one: list[str], other: list[str]) -> None:
    assert digest("a", *one).startswith("a_")
    assert len(digest("a", *one)) == 18
    if "\x1f".join(one) != "\x1f".join(other):
        assert digest("a", *one) != digest("a", *other)


def test_a_digest_is_the_same_everywhere() -> None:
    assert digest("s", "Ana", "Рейес") == digest("s", "Ana", "Рейес")
    assert digest("s", "\ud800") != digest("s", "\ud801")


def test_what_is_given_goes_over_what_is_found() -> None:
    given_, found = Given(outlet="The Lantern", title=""), Given(outlet="Orbit", title="Bridge", url="https://o.example")
    assert given_.over(found) == Given(outlet="The Lantern", title="Bridge", url="https://o.example")


def test_a_part_in_several_stretches() -> None:
    text = "«Мы готовы, – сказал он, – но не сегодня»."
    part = Part.of(text, Span(1, 10), Span(27, 40))
    assert part.words == ("Мы готовы", "но не сегодня")
    assert str(part) == "Мы готовы … но не сегодня"
    assert part.size() == 22
    assert part.holds(Part.of(text, Span(4, 10), Span(30, 32)))
    assert not part.holds(Part.of(text, Span(4, 30)))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (Said("2021-07-07", "2021-07-07"), "2021-07-07"),
        (Said("2021-07-05", "2021-07-11"), "2021-07-05/2021-07-11"),
        (Said(), "?/?"),
        (Said(None, "2021-07-11"), "?/2021-07-11"),
    ],
)
def test_days_in_words(said: Said, words: str) -> None:
    assert str(said) == words


def test_speakers_and_venues_in_words() -> None:
    assert str(Speaker("Ana Reyes", Kind.PERSON, "Foreign Minister")) == "Ana Reyes"
    assert str(Venue(Part((Span(0, 2),), ("TV",)))) == "TV"
