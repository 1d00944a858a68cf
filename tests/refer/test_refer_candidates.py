"""Whom a source may mean besides the one that was decided on."""

from __future__ import annotations

import pytest
from stages import statements

PAIR = "Министр Даниэль Хартов и посол Иво Терзен приехали. Хартов сказал, что ждет. "


def test_a_name_leaves_nobody_else() -> None:
    assert [s.candidates for s in statements(PAIR + "Терзен сказал, что уедет.", "ru")] == [(), ()]


def test_a_pronoun_may_mean_all_of_its_gender_and_the_speaker_stands_first() -> None:
    (*_, last) = statements(PAIR + "Он добавил, что мост закроют.", "ru")
    assert last.speaker is not None
    assert [c.name for c in last.candidates] == ["Даниэль Хартов", "Иво Терзен"]
    assert last.candidates[0].score == last.speaker.score
    assert 0 < sum(c.score for c in last.candidates[1:]) < 1 - last.speaker.score  # the rest is for somebody else


def test_nobody_of_another_gender_comes_into_question() -> None:
    text = "Ирена Вальдова сказала, что ждет. Даниэль Хартов сказал, что ждет. Он добавил, что мост закроют."
    assert statements(text, "ru")[-1].candidates == ()


def test_a_body_has_no_person_beside_it() -> None:
    text = "Irena Valdova met Ivo Lund. The Defence Ministry said that it would wait. It added that the bridge was shut."
    assert statements(text, "en")[-1].candidates == ()


def test_an_office_that_two_hold_is_nobodys_for_sure() -> None:
    text = (
        "Министр Даниэль Хартов встретил министра Иво Терзена. Посол Марек Тонев сказал, что ждет. Министр заявил, что уедет."
    )
    (*_, last) = statements(text, "ru")
    assert last.speaker is None
    assert {"Даниэль Хартов", "Иво Терзен"} == {c.name for c in last.candidates}
    assert sum(c.score for c in last.candidates) == pytest.approx(0.7)


def test_an_english_office_with_its_body_is_somebodys_the_article_does_not_name() -> None:
    (statement,) = statements("The head of Karvenian diplomacy said that the bridge was shut.", "en")
    assert statement.speaker is None
