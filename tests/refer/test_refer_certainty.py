"""How likely a speaker is the right one, and who is left unknown for it."""

from __future__ import annotations

import pytest
from stages import statements

from verbale.refer.certainty import among, least, numbers
from verbale.refer.deciders import DECIDERS
from verbale.refer.headlines import retold


def test_every_decider_has_its_odds_or_those_of_an_even_chance() -> None:
    assert numbers()["decider"].keys() <= {decider.__name__ for decider in (*DECIDERS, retold)}
    assert 0 < least() < 1
    assert 0 < among() < 1


def test_a_name_is_surer_than_a_pronoun_with_rivals() -> None:
    text = "Министр Даниэль Хартов и посол Иво Терзен приехали. Хартов сказал, что ждет. Он добавил, что мост закроют."
    name, pronoun = (s.speaker for s in statements(text, "ru"))
    assert name is not None
    assert pronoun is not None
    assert name.score > pronoun.score > least()


def test_who_goes_on_is_no_surer_than_who_began() -> None:
    text = "The deputy said that he would wait. He added that the bridge was shut."
    told = [s.speaker.score for s in statements(text, "en") if s.speaker]
    assert told == sorted(told, reverse=True)


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("en", "Anton Velgar signed a decree on Monday. The decree says that the bridge is shut.", "The decree"),
        ("ru", "Стороны подписали бумаги. В совместном документе говорится, что мост цел.", "совместном документе"),
        ("ru", "Вышел договор. В статье 3 договора говорится, что мост цел.", "статье"),
    ],
)
def test_a_paper_whose_words_these_may_be_anybodys_leaves_its_speaker_open(language: str, text: str, source: str) -> None:
    (statement,) = (s for s in statements(text, language) if s.source and s.source.text.startswith(source))
    assert statement.speaker is None
    assert any(why.startswith("speaker: left open: ") for why in statement.why)


def test_an_office_that_others_hold_is_not_that_of_who_spoke_last() -> None:
    text = (
        "Министр Даниэль Хартов встретил министра Иво Терзена. Посол Марек Тонев сказал, что ждет. Министр заявил, что уедет."
    )
    assert statements(text, "ru")[-1].speaker is None
