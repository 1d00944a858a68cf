"""A medium that quotes somebody as saying something has only carried it; topics and cross-heads are no statements."""

from __future__ import annotations

import pytest

import verbale
from verbale.model import Statement

TALKS = "the talks would go on in May"


def said(text: str) -> list[Statement]:
    return list(verbale.read(text, language="en").statements)


@pytest.mark.parametrize(
    ("text", "speaker", "relays"),
    [
        (f"Tolpress quoted Foreign Minister Daniel Hartov as saying that {TALKS}.", "Daniel Hartov", ("Tolpress",)),
        (f"Daniel Hartov was quoted by Tolpress as saying that {TALKS}.", "Daniel Hartov", ("Tolpress",)),
        (f"Daniel Hartov was quoted as saying by Tolpress that {TALKS}.", "Daniel Hartov", ("Tolpress",)),
        (f"Daniel Hartov was cited as saying {TALKS}.", "Daniel Hartov", ()),
        (f"Daniel Hartov came home. Tolpress quoted him as saying that {TALKS}.", "Daniel Hartov", ("Tolpress",)),
        (f"Tolpress cited Ms. Valdova as saying that {TALKS}.", "Valdova", ("Tolpress",)),
    ],
)
def test_who_is_quoted_as_saying_has_spoken(text: str, speaker: str, relays: tuple[str, ...]) -> None:
    (statement,) = said(text)
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.relays) == (speaker, relays)
    assert statement.content.text.removeprefix("that ") == TALKS
    assert statement.cue is not None
    assert statement.cue.text.endswith("as saying")


def test_what_was_said_stands_before_a_phrase_that_ends_the_sentence() -> None:
    (statement,) = said("“We agree to nothing of that kind,” Tolpress quoted Daniel Hartov as saying on Monday.")
    assert statement.content.text.startswith("We agree to nothing")
    assert statement.speaker is not None
    assert statement.speaker.name == "Daniel Hartov"


def test_nobody_is_invented_for_a_pronoun() -> None:
    (statement,) = said(f"Tolpress quoted him as saying that {TALKS}.")
    assert statement.speaker is None


@pytest.mark.parametrize(
    "text",
    [
        "Speaking about the protests in Velgar, Foreign Minister Daniel Hartov said that the border would stay open.",
        "Commenting on the decision, Foreign Minister Daniel Hartov said that the border would stay open.",
    ],
)
def test_a_topic_is_no_statement(text: str) -> None:
    assert [s.content.text for s in said(text)] == ["that the border would stay open"]


def test_a_line_in_marks_between_paragraphs_is_no_statement() -> None:
    text = "Minister Daniel Hartov said that the gate was open.\n\n“NO HURRY AT ALL”\n\n{}He left for Belzora."
    assert [s.content.text for s in said(text.format(""))] == ["that the gate was open"]
    assert "We will go on" in said(text.format("“We will go on with the talks.”\n\n"))[-1].content.text
