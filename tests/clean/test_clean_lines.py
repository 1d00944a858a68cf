"""What each line of a page is for: furniture, captions, bylines, dates and credits, in every language."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from stages import cleaned

from verbale.lang import languages, load
from verbale.model import Role

LINES = tomllib.loads(Path(__file__).with_name("lines.toml").read_text("utf-8"))
ROLES = {
    "furniture": Role.FURNITURE,
    "tail": Role.FURNITURE,
    "caption": Role.CAPTION,
    "byline": Role.BYLINE,
    "published": Role.DATE,
    "credit": Role.BYLINE,
}
PAGES = {
    "en": (
        "No train in sight",
        "The trains stood still on Monday, and nobody in Belzora could say for how long they would have to wait.",
        "“We will be ready,” said Transport Minister Marek Tonev, who had come to the station with two of his engineers.",
        "No train has crossed the bridge since February, when the guards of Karvenia closed both of its gates.",
        "The grain that Tolmaria wanted to ship has been lying in the open since then, and the rain has reached it.",
        "A second line over the hills would be ready in five years at best, the railway office wrote in its plan.",
    ),
    "ru": (
        "Поезда не видно",
        "В понедельник поезда стояли, и никто в Бельзоре не мог сказать, сколько еще придется ждать на станции.",
        "«Мы будем готовы», – сказал министр транспорта Марек Тонев, который приехал на станцию с двумя инженерами.",
        "Ни один поезд не прошел по мосту с февраля, когда охрана Карвении закрыла на нем обе двери.",
        "Зерно, которое Толмария хотела вывезти, с тех пор лежит под открытым небом, и до него добрался дождь.",
        "Вторая дорога через холмы будет готова не раньше чем через пять лет, говорится в плане железной дороги.",
    ),
    "uk": (
        "Поїзда не видно",
        "У понеділок поїзди стояли, і ніхто в Бельзорі не міг сказати, скільки ще доведеться чекати на станції.",
        "«Ми будемо готові», – сказав міністр транспорту Марек Тонев, який приїхав на станцію з двома інженерами.",
        "Жоден поїзд не пройшов мостом від лютого, коли варта Карвенії зачинила на ньому обидві брами.",
        "Зерно, яке Толмарія хотіла вивезти, відтоді лежить просто неба, і до нього дістався дощ.",
        "Друга колія через пагорби буде готова щонайраніше за п'ять років, ідеться в плані залізниці.",
    ),
}


def roles(language: str, *lines: str) -> dict[str, Role]:
    made = cleaned("\n".join(lines), language)
    return {b.span.of(made.text): b.role for b in made.blocks}


@pytest.mark.parametrize(
    ("language", "kind", "line"),
    [(language, kind, line) for language, kinds in LINES.items() for kind, lines in kinds.items() for line in lines],
)
def test_a_line_between_paragraphs(language: str, kind: str, line: str) -> None:
    *before, last = PAGES[language]
    found = roles(language, *before, line, last)
    assert found[line] is ROLES[kind]
    assert [found[p] for p in before] == [Role.TITLE, *[Role.BODY] * 4]
    assert found[last] is (Role.FURNITURE if opens_tail(language, line) else Role.BODY)


def opens_tail(language: str, line: str) -> bool:
    return any(re.fullmatch(p, line, re.IGNORECASE) for p in load(language).boilerplate["tail"])


@pytest.mark.parametrize("language", languages())
def test_every_pattern_has_its_line(language: str) -> None:
    """A pattern that no line of `lines.toml` fits has not earned its place."""
    for kind in ("furniture", "tail", "caption", "byline", "credit"):
        lines = LINES[language][kind] + (LINES[language]["furniture"] if kind == "credit" else [])
        unused = [
            p for p in load(language).boilerplate[kind] if not any(re.fullmatch(p, line, re.IGNORECASE) for line in lines)
        ]
        assert unused == []
    for pattern in load(language).boilerplate["published"]:
        assert any(re.match(pattern, line, re.IGNORECASE) for line in LINES[language]["published"])
