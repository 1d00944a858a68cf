"""Who tells a medium something speaks, not the medium."""

from __future__ import annotations

import pytest

import verbale


@pytest.mark.parametrize(
    "told",
    [
        "рассказал РИА Новости экономист Иван Лан",
        "рассказал ИБА «Экономика сегодня» экономист Иван Лан",
        "сообщил «Газете» экономист Иван Лан",
        "рассказал «Ильва Медиа» экономист Иван Лан",
    ],
)
def test_the_person_behind_a_medium_speaks(told: str) -> None:
    (statement,) = verbale.read(f"Мост закроют в мае, {told}.", language="ru").statements
    assert statement.speaker is not None
    assert statement.speaker.name == "Иван Лан"


def test_a_medium_that_tells_itself_speaks() -> None:
    (statement,) = verbale.read("Мост закроют в мае, сообщило агентство «Ильва».", language="ru").statements
    assert statement.speaker is not None
    assert "Ильва" in statement.speaker.name
