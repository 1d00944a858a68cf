"""The head of a page: title, deck, byline and date, and what is said twice."""

from __future__ import annotations

import pytest
from stages import cleaned

from verbale.model import Article, Role

LONG = "The ministers met for two hours in the old customs house, and nobody would say what they had talked about. " * 3
TITLE = "Velgar bans talks with Belzora"
DECK = "The decree was signed in Varnesk"
SPEECH = "“We have nothing to say,” spokesman Luka Terzen told reporters who had waited for him at the gate."


def lines(made: Article, role: Role) -> list[str]:
    return [b.span.of(made.text) for b in made.blocks if b.role is role]


def page(*text: str, **given: str | None) -> Article:
    return cleaned("\n".join(text), "en", **given)


def test_a_short_first_line_is_the_title() -> None:
    made = page(TITLE, LONG, SPEECH)
    assert lines(made, Role.TITLE) == [TITLE]
    assert made.title == TITLE
    assert lines(made, Role.BODY) == [LONG.strip(), SPEECH]


def test_the_title_that_is_given_is_found_again() -> None:
    made = page("Belzora tonight", TITLE.upper() + "!", LONG, SPEECH, title=TITLE)
    assert lines(made, Role.TITLE) == [TITLE.upper() + "!"]
    assert made.title == TITLE


def test_a_given_title_need_not_stand_on_the_page() -> None:
    made = page(LONG, SPEECH, title=TITLE)
    assert made.title == TITLE
    assert lines(made, Role.BODY) == [LONG.strip(), SPEECH]


def test_a_text_of_one_line_has_no_title() -> None:
    made = page(SPEECH)
    assert made.title is None
    assert lines(made, Role.BODY) == [SPEECH]


def test_a_deck_ends_without_a_full_stop() -> None:
    assert lines(page(TITLE, DECK, LONG, SPEECH), Role.DECK) == [DECK]


def test_a_deck_stands_above_the_byline() -> None:
    made = page(TITLE, f"{DECK}.", "By Mira Kolt", LONG, SPEECH)
    assert lines(made, Role.DECK) == [f"{DECK}."]
    assert lines(made, Role.BYLINE) == ["By Mira Kolt"]


def test_a_deck_is_said_once_more_in_the_body() -> None:
    made = page(TITLE, f"{DECK}.", LONG, f"{DECK}.", SPEECH)
    assert lines(made, Role.DECK) == [f"{DECK}."]
    assert [b.repeats for b in made.blocks] == [None, None, None, 1, None]


@pytest.mark.parametrize("first", [f"{DECK}.", SPEECH, "“We will be ready”", LONG])
def test_a_paragraph_under_the_title_is_no_deck(first: str) -> None:
    made = page(TITLE, first, LONG, SPEECH)
    assert lines(made, Role.DECK) == []
    assert lines(made, Role.TITLE) == [TITLE]


def test_an_early_line_cut_off_is_a_teaser() -> None:
    made = page(TITLE, LONG, SPEECH, SPEECH[:60] + "…", LONG[:90] + "...", SPEECH[:60] + "…, he said.", LONG)
    assert lines(made, Role.FURNITURE) == [SPEECH[:60] + "…", LONG[:90] + "..."]


def test_dots_that_cut_off_nothing_are_text() -> None:
    assert lines(page(TITLE, LONG, "Nobody knew what would happen then…", SPEECH), Role.FURNITURE) == []


def test_the_section_of_the_outlet() -> None:
    made = page("Belzora Courier WORLD", TITLE, LONG, SPEECH, outlet="Belzora Courier")
    assert lines(made, Role.FURNITURE) == ["Belzora Courier WORLD"]
    assert lines(made, Role.TITLE) == [TITLE]


def test_scraps_behind_the_last_paragraph() -> None:
    made = page(TITLE, LONG, SPEECH, "Grain", "Bridges and roads")
    assert lines(made, Role.FURNITURE) == ["Grain", "Bridges and roads"]


def test_a_scrap_within_the_text_stays() -> None:
    assert "Grain" in lines(page(TITLE, LONG, "Grain", SPEECH), Role.BODY)


def test_all_behind_the_door_to_the_comments() -> None:
    made = page(TITLE, LONG, SPEECH, "Comments (2)", LONG, "Peter: “The bridge is safe.”")
    assert lines(made, Role.FURNITURE) == ["Comments (2)", LONG.strip(), "Peter: “The bridge is safe.”"]


def test_lines_end_in_many_ways() -> None:
    made = cleaned(f"{TITLE}\r\n\r\n \t \n{LONG}\u2028{SPEECH}\u0085{SPEECH}\r{LONG}")
    assert [b.span.of(made.text) for b in made.blocks] == [TITLE, LONG.strip(), SPEECH, SPEECH, LONG.strip()]
    assert [b.repeats for b in made.blocks] == [None, None, None, 2, 1]
