"""What several say together, what is asked not to be done, what is not denied, and clauses that are pointed at."""

from __future__ import annotations

import pytest

import verbale

INTRO = {"ru": "Министр Иван Рес приехал в столицу на поезде. ", "uk": "Міністр Іван Рес приїхав до столиці потягом. "}


@pytest.mark.parametrize(
    ("language", "text", "speaker", "content"),
    [
        (
            "ru",
            "Глава МИД Иван Рес и его коллега Анна Лан заявили, что мост закроют.",
            "Иван Рес и Анна Лан",
            "что мост закроют",
        ),
        ("ru", "Иван Рес и министр обороны Анна Лан заявили, что ждут.", "Иван Рес и Анна Лан", "что ждут"),
        ("uk", "Іван Рес та Анна Лан заявили, що міст закриють.", "Іван Рес та Анна Лан", "що міст закриють"),
        ("uk", "Президент Іван Рес та міністр оборони Олена Лан заявили, що чекають.", "Іван Рес та Олена Лан", "що чекають"),
        ("ru", "Иван Рес призвал людей не ездить в город.", "Иван Рес", "не ездить в город"),
        ("uk", "Команда президента попросила людей не їздити до міста.", "Команда президента", "не їздити до міста"),
        ("ru", "Мост закроют с понедельника, о чем сообщил министр Иван Рес.", "Иван Рес", "Мост закроют с понедельника"),
        ("ru", "Мост закроют с понедельника, об этом сообщил Рес.", "Иван Рес", "Мост закроют с понедельника"),
    ],
)
def test_who_said_what(language: str, text: str, speaker: str, content: str) -> None:
    said = verbale.read(INTRO[language] + text, language=language).statements[-1]
    assert said.speaker is not None
    assert (said.speaker.name, said.content.text) == (speaker, content)


@pytest.mark.parametrize(
    ("language", "text", "cue", "content"),
    [
        ("ru", "Рес не исключил, что мост закроют.", "не исключил", "что мост закроют"),
        ("ru", "Рес не исключил возможности переговоров.", "не исключил", "возможности переговоров"),
        ("ru", "Рес не считает, что мост закроют.", "не считает", "что мост закроют"),
        ("uk", "Рес не виключив, що міст закриють.", "не виключив", "що міст закриють"),
    ],
)
def test_an_opinion_may_be_negated(language: str, text: str, cue: str, content: str) -> None:
    said = verbale.read(INTRO[language] + text, language=language).statements[-1]
    assert said.cue is not None
    assert (said.cue.text, said.content.text) == (cue, content)


@pytest.mark.parametrize("text", ["Рес не сообщил, что мост закроют.", "Рес не подтвердил, что мост закроют."])
def test_what_was_not_said_is_no_statement(text: str) -> None:
    assert verbale.read(INTRO["ru"] + text, language="ru").statements == ()


def test_what_was_talked_about_is_not_pointed_at() -> None:
    said = verbale.read(INTRO["ru"] + "Рес рассказал журналистам, о чем говорили министры.", language="ru").statements
    assert all("приехал" not in s.content.text for s in said)
