"""Whom a Russian or Ukrainian headline means by a body."""

from __future__ import annotations

import pytest
from stages import statements

SAME = "Министерство транспорта: мост Пелин откроют в субботу\n\nМарек Тонев заявил, что мост Пелин откроют в субботу."
SPOKESMAN = (
    "Министерство транспорта: договор не нужен\n\nПредставитель министерства транспорта Марек Тонев заявил, что ждет. "
    "Министр Даниэль Хартов сказал, что уедет."
)
NOBODY = "Министерство транспорта: мост откроют в субботу\n\nДаниэль Хартов сказал, что снег растает."
TWO = (
    "Министерство транспорта: договор не нужен\n\nПредставитель министерства транспорта Марек Тонев заявил, что ждет. "
    "Глава министерства транспорта Даниэль Хартов сказал, что уедет."
)


@pytest.mark.parametrize(
    ("text", "speaker", "decider"),
    [
        (SAME, "Марек Тонев", "retold"),
        (SPOKESMAN, "Марек Тонев", "retold"),
        (NOBODY, "Министерство транспорта", "body"),
        (TWO, "Министерство транспорта", "body"),
    ],
)
def test_a_headline_means_who_says_it_in_the_text_or_speaks_for_the_body_alone(text: str, speaker: str, decider: str) -> None:
    headline = next(s for s in statements(text, "ru") if s.headline)
    assert headline.speaker is not None
    assert (headline.speaker.name, headline.speaker.decider) == (speaker, decider)


def test_a_headline_that_only_says_what_somebody_is_means_who_says_it_in_the_text() -> None:
    text = (
        "Новый глава транспорта раскритиковал ремонт моста Пелин\n\n"
        "Марек Тонев заявил, что ремонт моста Пелин был долгим. Даниэль Хартов сказал, что снег растает."
    )
    headline = next(s for s in statements(text, "ru") if s.headline)
    assert headline.speaker is not None
    assert (headline.speaker.name, headline.speaker.decider) == ("Марек Тонев", "retold")


def test_an_english_headline_means_the_body() -> None:
    text = (
        "Ministry of Transport: bridge to open on Saturday\n\n"
        "Transport Ministry spokesman Marek Tonev said the bridge would open on Saturday."
    )
    headline = next(s for s in statements(text, "en") if s.headline)
    assert headline.speaker is not None
    assert headline.speaker.decider == "body"
