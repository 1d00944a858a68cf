"""What an article counts: numbers in all spellings, what they count, their parts and source."""

from __future__ import annotations

import pytest

from verbale import flow
from verbale.figures import Asked, questions
from verbale.model import Figure, Given, Source

PUBLISHED = "2031-05-09"

LINES = (
    ("en", "At least 40 people were killed in Varnesk.", ("killed", 40, "people")),
    ("en", "Two hundred soldiers arrived.", ("troops", 200, "people")),
    ("en", "Five soldiers were killed.", ("killed", 5, "people")),
    ("en", "The death toll rose to 1,204.", ("killed", 1204, "people")),
    ("en", "The agency put casualties of the long flood at 4,210.", ("casualties", 4210, "people")),
    ("en", "Karvenia gave $1.5 billion.", ("money", 1.5e9, "USD")),
    ("en", "Prices rose by 4.5 percent.", ("share", 4.5, "%")),
    ("ru", "Погибли 14 250 человек.", ("killed", 14250, "people")),
    ("ru", "Карвения выделила 1,5 млн долларов.", ("money", 1.5e6, "USD")),
    ("ru", "Выручка составила 1,405 миллиарда евро.", ("money", 1.405e9, "EUR")),
    ("ru", "Ранены двое военных.", ("wounded", 2, "people")),
    ("uk", "Загинули 40 людей.", ("killed", 40, "people")),
    ("uk", "Ціни зросли на 4,5%.", ("share", 4.5, "%")),
)
NOTHING = (
    ("en", "Hundreds were killed."),
    ("en", "In 2031 people were happy."),
    ("en", "Prices rose by 90 to 95 percent."),
    ("en", "Prices rose by 8-10 percent."),
    ("en", "The report lists casualties of flight 9."),
    ("en", "He lives at 40 Dead Lane."),
    ("ru", "Погибли сотни человек."),
    ("uk", "Загинули сотні людей."),
)


def read(text: str, language: str = "en") -> tuple[Figure, ...]:
    return flow.read(Source(text, given=Given(published=PUBLISHED, language=language))).figures


@pytest.mark.parametrize(("language", "line", "wanted"), LINES)
def test_a_figure_is_read(language: str, line: str, wanted: tuple[str, float, str]) -> None:
    assert [(f.measure, f.value, f.unit) for f in read(line, language)] == [wanted]


@pytest.mark.parametrize(
    ("language", "line", "words"),
    [
        ("ru", "Погибли 16 человек.", "Погибли 16 человек"),
        ("ru", "Ранены двое военных.", "Ранены двое военных"),
        ("ru", "Погибли 16 из 40", "Погибли 16"),
        ("uk", "Загинули 40 людей.", "Загинули 40 людей"),
    ],
)
def test_a_sentence_may_begin_with_what_is_counted(language: str, line: str, words: str) -> None:
    (figure,) = read(line, language)
    assert figure.words.text == words


@pytest.mark.parametrize(("language", "line"), NOTHING)
def test_no_figure_is_read(language: str, line: str) -> None:
    assert read(line, language) == ()


def test_parts_are_summed() -> None:
    text = "On Monday, the Office for Aid reported casualties of the war at 1,150, including {} killed and 776 injured."
    (right,) = read(text.format(374))
    assert (right.measure, right.value, right.adds_up) == ("casualties", 1150, True)
    assert [(part.name, part.value) for part in right.parts] == [("killed", 374), ("wounded", 776)]
    assert right.source is not None
    assert right.as_of.start == "2031-05-05"
    assert right.inside is not None
    (wrong,) = read(text.format(375))
    assert wrong.adds_up is False
    assert wrong.why[-1] == "its parts make 1151, not 1150"


def test_figures_of_one_question_share_an_id() -> None:
    asked = [
        Asked("killed", "people", "norland", "2031-05-09"),
        Asked("killed", "people", "norland", "2031-05-11"),
        Asked("killed", "people", "norland", "2031-06-11"),
        Asked("killed", "people", "", "2031-05-09"),
        Asked("wounded", "people", "norland", "2031-05-09"),
    ]
    one, two, later, nowhere, other = questions(asked)
    assert one == two
    assert nowhere is None
    assert len({one, later, other}) == 3
