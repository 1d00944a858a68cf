"""The setting of a statement as a paragraph."""

from __future__ import annotations

from dataclasses import replace

import pytest

from verbale.model import Article, Condition, Entry, Part, Said, Speech, Statement, Tie, Venue
from verbale.store.tally import Copy
from verbale.text import Span
from verbale.wording import between
from verbale.wording.setting import setting

BARE = Statement("s_1", Speech.INDIRECT, Part((Span(0, 1),), ("x",)))
ARTICLE = Article("a_1", "x", "en", outlet="Ilva TV", published="2031-05-09T14:30")


def part(words: str) -> Part:
    return Part((Span(0, len(words)),), (words,))


def told(said: Statement, article: Article = ARTICLE, copies: tuple[Copy, ...] = ()) -> str:
    return setting(Entry(said, article.id), article, copies)


def test_nothing_known_is_said_to_be_unknown() -> None:
    assert told(BARE, Article("a_1", "x", "en")) == "Said on a day that is not told."


def test_all_that_can_be_known() -> None:
    said = replace(
        BARE,
        said=Said("2031-05-05", "2031-05-11", part("last week"), "stated"),
        venue=Venue(part("Telegram"), "post"),
        addressee=part("his followers"),
        conditions=(Condition(part("if they come")), Condition(part("unless it rains."), Tie.UNLESS)),
        relays=("УНІАН", "Orbit"),
    )
    assert told(said) == (
        "Said between 2031-05-05 and 2031-05-11 (“last week”), on Telegram (post), to his followers. On 2 conditions: "
        "“if they come” and “unless it rains”. Carried by УНІАН (UNIAN) then Orbit, then published by Ilva TV on 2031-05-09."
    )


@pytest.mark.parametrize(
    ("kind", "words", "place", "sentence"),
    [
        ("press conference", "press conference in Lima", "Lima", "at a press conference in Lima."),
        ("interview", "interview with Ilva TV", None, "in an interview with Ilva TV."),
        ("call", "phone", None, "by phone (call)."),
        ("place", "Lima", "Lima", "in Lima."),
        ("briefing", "брифинге", "Лиме", "at брифинге (briefing, Лиме)."),
    ],
)
def test_each_kind_of_venue_has_its_preposition(kind: str, words: str, place: str | None, sentence: str) -> None:
    assert told(replace(BARE, venue=Venue(part(words), kind, place))).startswith(f"Said on a day that is not told, {sentence}")


def test_who_carried_the_same_text_and_who_had_it_first() -> None:
    copies = (
        Copy("a_0", "Tolpress", "2031-05-08", None, None, 1.0),
        Copy("a_1", "Ilva TV", "2031-05-09", None, None, 0.8),
        Copy("a_2", "Ilva TV", None, None, None, 0.7),
    )
    assert told(BARE, copies=copies).endswith(
        "The same text stands in 3 articles of 2 outlets; Tolpress had it first, on 2031-05-08."
    )
    assert "this article had it first" in told(BARE, replace(ARTICLE, id="a_0"), copies)
    assert "same text" not in told(BARE, copies=copies[:1])


def test_an_outlet_that_names_itself_carried_nothing() -> None:
    own = replace(BARE, relays=(ARTICLE.outlet or "",))
    assert "Carried by" not in told(own)
    assert "Carried by Orbit, then" in told(replace(own, relays=(ARTICLE.outlet or "", "Orbit")))


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2031-05-01", "2031-05-31", "2031-05"),
        ("2031-02-01", "2031-02-28", "2031-02"),
        ("2032-02-01", "2032-02-28", "2032-02-01 to 2032-02-28"),
        ("2031-01-01", "2031-12-31", "2031"),
        ("2030-01-01", "2031-12-31", "2030-01-01 to 2031-12-31"),
        ("2031-05-05", "2031-05-05", "2031-05-05"),
        ("0000-00-01", "0000-00-31", "0000-00-01 to 0000-00-31"),
        ("2031-05", "2031-06", "2031-05 to 2031-06"),
        ("", "", ""),
    ],
)
def test_a_whole_month_or_year_goes_by_its_name(first: str, last: str, words: str) -> None:
    assert between(first, last) == words


def test_a_month_is_said_in() -> None:
    assert told(replace(BARE, said=Said("2031-05-01", "2031-05-31", part("in May"), "stated"))).startswith(
        "Said in 2031-05 (“in May”)."
    )
