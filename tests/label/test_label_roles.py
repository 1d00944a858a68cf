"""Which words before an English name tell an office, and whose name stands behind one."""

from __future__ import annotations

import pytest

import verbale
from verbale.model import Kind


@pytest.mark.parametrize(
    ("words", "name", "role"),
    [
        ("Mayor Ivo de Lund", "Ivo de Lund", "Mayor"),
        ("House Speaker Ana D. Lund", "Ana D. Lund", "House Speaker"),
        ("Vice President Peter R. Lund Jr.", "Peter R. Lund", "Vice President"),
        ("The head of the bank, Ana Lund,", "Ana Lund", "head of the bank"),
        ("President of the European Commission Ana Lund", "Ana Lund", "President of the European Commission"),
        ("Minister of the economy, Mr. Peter Lund,", "Peter Lund", "Minister of the economy"),
        ("Peter Lund's wife, Anna Lund,", "Anna Lund", "Peter Lund's wife"),
        ("Clear Donald Lund", "Donald Lund", None),
    ],
)
def test_the_office_before_a_name(words: str, name: str, role: str | None) -> None:
    (said,) = verbale.read(f"{words} said that it was late.", language="en").statements
    assert said.speaker is not None
    assert (said.speaker.name, said.speaker.role) == (name, role)


@pytest.mark.parametrize(
    "words",
    [
        "A spokesman for Senator Peter Lund",
        "An aide to President Peter Lund",
        "The lawyer of Mr. Lund",
        "The wife of President Peter Lund",
        "The lawyers for both Peter and Anna Lund",
    ],
)
def test_who_speaks_for_somebody_is_another(words: str) -> None:
    (said,) = verbale.read(f"{words} said that it was late.", language="en").statements
    assert said.speaker is not None
    assert (said.speaker.name, said.speaker.kind) == (words.partition(" ")[2], Kind.UNNAMED)


@pytest.mark.parametrize("words", ["Senators Peter Lund and Anna Reyes", "Both Mr. Lund and Ms. Reyes", "Lund and Reyes"])
def test_two_speak_together(words: str) -> None:
    text = f"Peter Lund and Anna Reyes met. {words} said that it was late."
    said = verbale.read(text, language="en").statements[-1]
    assert said.speaker is not None
    assert {"Lund", "Reyes"} <= set(said.speaker.name.split())


def test_a_first_name_tells_whom_a_pronoun_means() -> None:
    text = "Donald Lund came with Christina Reyes. She said that it was late."
    (said,) = verbale.read(text, language="en").statements
    assert said.speaker is not None
    assert said.speaker.name == "Christina Reyes"


@pytest.mark.parametrize(
    ("source", "name", "role"),
    [
        ("Ana Reyes, an adviser to Mr. Lund,", "Ana Reyes", "adviser to Mr. Lund"),
        ("The Treasury Department on Monday", "Treasury Department", None),
        ("The Lund Group, a consulting firm,", "Lund Group", None),
        ("Mrs. Lund and former President Peter Lund", "Lund and Peter Lund", None),
    ],
)
def test_where_a_source_ends(source: str, name: str, role: str | None) -> None:
    (said,) = verbale.read(f"{source} said that it was late.", language="en").statements
    assert said.speaker is not None
    assert (said.speaker.name, said.speaker.role) == (name, role)


def test_who_is_called_by_a_first_name_is_whom_the_article_names() -> None:
    text = "Hillary Lund came with Ivo Lund. Hillary said that it was late."
    (said,) = verbale.read(text, language="en").statements
    assert said.speaker is not None
    assert said.speaker.name == "Hillary Lund"


def test_he_is_not_two() -> None:
    text = "Peter Lund came. Peter Lund and Anna Reyes said that it was late. He said that the talks had failed."
    said = verbale.read(text, language="en").statements[-1]
    assert said.speaker is not None
    assert said.speaker.name == "Peter Lund"


def test_records_are_nobodys_words() -> None:
    text = "The Lima Post wrote that the bridge was shut. Records show that it was sold in March."
    said = verbale.read(text, language="en").statements[-1]
    assert said.speaker is not None
    assert (said.speaker.name, said.speaker.kind) == ("Records", Kind.DOCUMENT)


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("uk", "В інтерв'ю Даніель Гартов заявив, що міст закриють.", None),
        ("uk", "Очільник уряду Даніель Гартов заявив, що міст закриють.", "Очільник уряду"),
        ("ru", "Министр иностранных дел Даниэль Хартов заявил, что мост закроют.", "Министр иностранных дел"),
    ],
)
def test_what_stands_before_a_name_with_cases(language: str, text: str, role: str | None) -> None:
    (said,) = verbale.read(text, language=language).statements
    assert said.speaker is not None
    assert said.speaker.role == role
