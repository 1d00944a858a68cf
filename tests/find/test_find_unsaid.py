"""Sentences that look like reported speech and report nothing, and what a report ends before."""

from __future__ import annotations

import pytest
from stages import statements


def told(text: str, language: str = "ru") -> list[tuple[str, str | None]]:
    """What is said and by whom, after all stages."""
    return [(s.content.text, s.speaker.name if s.speaker else None) for s in statements(text, language)]


@pytest.mark.parametrize(
    "text",
    [
        "На вопрос, сообщил ли министр Тонев о закрытии моста, ответа нет.",
        "Теперь непонятно, продолжит ли Вальдова переговоры о мосте.",
        "Мост может стоять не так, как решил министр Тонев.",
        "Город закрыли в 2021 г. Ожидаются судебные иски, споры в газетах и протесты.",
        "Антон Вельгар написал книгу о закрытии моста в Бельзоре.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert told(text) == []


def test_a_medium_between_a_verb_and_its_clause_has_only_carried_it() -> None:
    assert told("А тот заявил, как сообщило агентство «Узел», что мост закроют.") == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ирена Вальдова говорила, что указ будет подписан, но точную дату не называла.", "что указ будет подписан"),
        ("Марек Тонев признал победу Вальдовой, совет не согласен с ним.", "победу Вальдовой"),
        ("Марек Тонев сообщил о поездке, совет ждет поезда.", "о поездке"),
        ("Об итогах проверки моста в пятницу рассказал министр Марек Тонев.", "Об итогах проверки моста"),
        ("Марек Тонев объявил комендантский час с 18:00 из-за протестов.", "комендантский час с 18:00 из-за протестов"),
        (
            "Марек Тонев сказал о стремлении «некоторых связанных с портом людей» улучшить дороги.",
            "о стремлении «некоторых связанных с портом людей» улучшить дороги",
        ),
        ("Марек Тонев оценил расходы в 3 млрд, что делает мост самым дорогим.", "расходы в 3 млрд"),
    ],
)
def test_where_a_report_ends(text: str, content: str) -> None:
    assert [c for c, _ in told(text)] == [content]


def test_a_full_stop_ends_a_report_even_where_marks_are_broken() -> None:
    text = '"Тонев молчал" вчера", а Вальдова ушла, заявив, что мост закроют. И город ждет".'
    assert "что мост закроют" in [c for c, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Они, по словам Тонева, не увенчались успехом.", "Они … не увенчались успехом"),
        ("Если мост закроют, то, по мнению Тонева, город опустеет.", "Если мост закроют … город опустеет"),
        ("Согласно 12-й поправке (1804), мост принадлежит городу.", "мост принадлежит городу"),
        ("Согласно 77 статье кодекса «О здоровье народа и о мостах», мост проверяют раз в год.", "мост проверяют раз в год"),
    ],
)
def test_a_clause_around_an_attribution(text: str, content: str) -> None:
    assert [c for c, _ in told(text)] == [content]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("«Мы закроем мост до весны», – цитирует Вальдову газета «Узел».", "Вальдова"),
        ("Посол Ирена Вальдова приехала. «Мы закроем мост до весны», – цитирует ее «Узел».", "Ирена Вальдова"),
        ("«Мы закроем мост до весны», – приводит газета «Узел» слова посла Ирены Вальдовой.", "Ирена Вальдова"),
        ("Агентство «Узел» приводит слова министра Марека Тонева: «Мы закроем мост до весны».", "Марек Тонев"),
    ],
)
def test_who_is_cited_has_spoken(text: str, speaker: str) -> None:
    assert told(text)[-1] == ("Мы закроем мост до весны", speaker)


def test_a_representative_is_not_the_woman_he_serves() -> None:
    text = "«Мы закроем мост до весны», – приводит «Узел» слова представителя премьера Анны Рес."
    assert told(text)[-1][1] != "Анна Рес"
