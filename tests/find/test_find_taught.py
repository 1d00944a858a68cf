"""English: what the tagger proposes, and where the rules are surer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from stages import article, labelled, statements

from verbale.find import find
from verbale.model import Outlet, Outlets, Speech


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        (
            "“The trains will run in February”, Transport Minister Marek Tonev said.",
            "The trains will run in February",
            "Transport Minister Marek Tonev",
        ),
        (
            "Transport Minister Marek Tonev said that the trains would run.",
            "that the trains would run",
            "Transport Minister Marek Tonev",
        ),
        ("Transport Minister Marek Tonev said the trains would run.", "the trains would run", "Transport Minister Marek Tonev"),
        ("According to the ministry, the trains will run.", "the trains will run", "the ministry"),
        ("The trains will run, the ministry said.", "The trains will run", "the ministry"),
        ("“Who is ready?” Transport Minister Marek Tonev asked.", "Who is ready?", "Transport Minister Marek Tonev"),
    ],
)
def test_plain_sentences(text: str, content: str, source: str) -> None:
    (statement,) = statements(text, "en")
    assert (statement.content.text, str(statement.source)) == (content, source)


def test_rules_draw_the_edges_of_quotations() -> None:
    (statement,) = statements("“The trains will run in February”, Transport Minister Marek Tonev said.", "en")
    assert statement.kind is Speech.DIRECT
    assert statement.rule.endswith("+quote-source-cue")
    assert 0 < statement.score < 1


def test_the_tagger_alone_decides_on_reported_speech() -> None:
    (statement,) = statements("Transport Minister Marek Tonev said the trains would run.", "en")
    assert statement.kind is Speech.INDIRECT
    assert "+" not in statement.rule


def test_a_medium_behind_a_quotation_does_not_take_it_from_who_said_it() -> None:
    made = replace(
        article("“The bridge is shut,” Marek Tonev said, Overlook reported."), outlets=Outlets((Outlet("Overlook"),))
    )
    (statement,) = find(made, labelled(made))
    assert str(statement.source) == "Marek Tonev"


@pytest.mark.parametrize(
    "text",
    [
        "The trains stood still, and nobody left the station.",
        "I say that the trains will run.",
        "The minister did not say that the trains would run.",
        "The bridge was built in February and opened in spring.",
        "The novel “The Chair Opposite” came out in Belzora.",
    ],
)
def test_no_statement(text: str) -> None:
    assert statements(text, "en") == ()


def test_a_quotation_that_goes_on_behind_its_speaker() -> None:
    (statement,) = statements("“We are ready”, Transport Minister Marek Tonev said. “We wait for the train”.", "en")
    assert statement.content.words == ("We are ready", "We wait for the train")
