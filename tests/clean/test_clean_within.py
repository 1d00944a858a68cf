"""Lines in which the page goes on with something else, and pages that advertise other articles."""

from __future__ import annotations

import pytest

from verbale.clean import clean
from verbale.model import Given, Role, Source


def bodies(text: str, language: str) -> list[str]:
    """The blocks of the body."""
    made, _ = clean(Source(text, given=Given(language=language)))
    return [b.span.of(text) for b in made.blocks if b.role is Role.BODY]


@pytest.mark.parametrize(
    ("language", "prose", "rest"),
    [
        ("ru", "Мост закроют до весны, сообщил порт.", "Читайте также: Пилоты «Луча» объявили забастовку"),
        (
            "ru",
            "Пилоты авиакомпании «Луч» снова объявили забастовку",
            "Если Вы заметите ошибку в тексте, выделите её и нажмите",
        ),
        ("uk", "Міст зачинять до весни, повідомив порт.", "Читайте також: Пілоти «Променя» оголосили страйк"),
        ("uk", "Пілоти авіакомпанії «Промінь» знову оголосили страйк", "Якщо Ви помітили помилку, виділіть її"),
    ],
)
def test_a_line_ends_where_the_page_goes_on(language: str, prose: str, rest: str) -> None:
    line = f"{prose} {rest}"
    text = f"Порт\n\nПорт открыт с утра до самой ночи, и так будет и дальше.\n\n{line}\n"
    assert bodies(text, language)[-1] == prose


def test_words_that_only_sound_like_it_are_prose() -> None:
    line = "Посол сказал: читайте также письма, они стоят того, если вы заметили ошибку."
    assert bodies(f"Порт\n\nПорт открыт с утра до ночи, и так будет дальше.\n\n{line}\n", "ru")[-1] == line


def test_lines_that_break_off_advertise_other_articles() -> None:
    teasers = [f"Мост {n} закроют до самой весны, сообщил в среду министр транспорта и …" for n in range(4)]
    prose = "Порт открыт с утра до самой ночи, и так будет и дальше."
    assert bodies("\n\n".join(["Порт", prose, *teasers]), "ru") == [prose]
    assert bodies("\n\n".join(["Порт", prose, *teasers[:2]]), "ru") == [prose, *teasers[:2]]
