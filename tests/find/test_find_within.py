"""Sentences in which a form could be led astray: names in marks, cues of others, what was not said."""

from __future__ import annotations

import pytest
from marked import drawn, parse
from stages import article, drafts

TERM = "a name in marks before the speaker is taken for what he said"
WHEN = "day and place between the speaker and the cue are taken for a complement of the office"
RUNS_ON = "what the same subject did next is taken for what was said"


def read(language: str, line: str) -> list[str]:
    """What the rules find in the text of a line, as marked lines."""
    made = article(parse(line).text, language=language)
    return [drawn(made.text, draft) for draft in drafts(made)]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ru", "[source Министр Марек Тонев] [cue сказал] газете «Узел», [content что мост закроют]."),
        ("ru", "[source Министр Марек Тонев], которого ждали в Бельзоре, [cue сказал], [content что мост закроют]."),
        ("ru", "[source Министр Марек Тонев] (на фото) [cue сказал], [content что мост закроют]."),
        ("ru", "«[content Мост закроют], – [cue сказал] [source министр Марек Тонев]. – [content Поезда стоят]»."),
        ("uk", "[source Міністр Марек Тонев] [cue сказав] газеті «Вузол», [content що міст зачинять]."),
        ("uk", "[source Міністр Марек Тонев], якого чекали в Бельзорі, [cue сказав], [content що міст зачинять]."),
        ("en", "[source Transport Minister Marek Tonev] [cue said] on Monday [content that the bridge was shut]."),
        pytest.param(
            "ru",
            "[source Министр Марек Тонев] в понедельник на мосту [cue сказал], [content что мост закроют].",
            marks=pytest.mark.xfail(reason=WHEN),
        ),
        pytest.param(
            "ru",
            "Как пишет газета «Узел», [source министр Марек Тонев] [cue заявил], [content что мост закроют].",
            marks=pytest.mark.xfail(reason=TERM),
        ),
        ("ru", "Владелец компании «Луч» [source Марек Тонев] [cue заявил], [content что мост закроют]."),
        pytest.param(
            "ru",
            "[source Она] [cue заявила], [content что мост закрыт], и уехала в Бельзору.",
            marks=pytest.mark.xfail(reason=RUNS_ON),
        ),
    ],
)
def test_one_statement(language: str, line: str) -> None:
    assert read(language, line) == [line]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ru", "[source Министр Марек Тонев] [cue отверг] [content возможность новых выборов], к которым призывает оппозиция."),
        ("uk", "[source Міністр Марек Тонев] [cue заперечив] [content можливість нових виборів], до яких закликає опозиція."),
        ("uk", "[source Міністр Марек Тонев] [cue заперечив] [content можливість виборів, які відбудуться в липні]."),
    ],
)
def test_what_others_say_of_it_is_not_said(language: str, line: str) -> None:
    assert line in read(language, line)


@pytest.mark.parametrize("verb", ["пишет", "передает"])
def test_whoever_does_something_else_did_not_write(verb: str) -> None:
    """The name of the medium is lost, and the next sentence begins where it stood."""
    found = read("ru", f"Мост закроют в среду, {verb} Тонев отказался от поездки в Бельзору.")
    assert not any("source Тонев" in line and f"cue {verb}" in line for line in found)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ru", "Министр не сказал, что мост закроют."),
        ("ru", "Сказать, что мост закроют, было трудно."),
        ("ru", "Мост закрыли, и министр уехал."),
        ("ru", "Газета «Узел» вышла в среду."),
        ("ru", "Говорят, что мост закроют."),
        ("uk", "Міністр не сказав, що міст зачинять."),
        ("uk", "Міст зачинили, і міністр поїхав."),
        ("en", "The bridge was shut, and the minister left."),
        ("en", "The novel “Knot” came out on Monday."),
    ],
)
def test_no_statement(language: str, line: str) -> None:
    assert read(language, line) == []


@pytest.mark.parametrize(
    ("language", "line", "others"),
    [
        (
            "ru",
            "[source Министр] [cue заявил], [content что мост закроют], и добавил, что поезда стоят.",
            ["Министр заявил, что мост закроют, и [cue добавил], [content что поезда стоят]."],
        ),
        (
            "ru",
            "[source Министр] [cue заявил], [content что посол обещал открыть мост].",
            ["Министр заявил, что [source посол] [cue обещал] [content открыть мост]."],
        ),
        (
            "uk",
            "[source Міністр] [cue заявив], [content що міст зачинять], і додав, що поїзди стоять.",
            ["Міністр заявив, що міст зачинять, і [cue додав], [content що поїзди стоять]."],
        ),
    ],
)
def test_several_statements(language: str, line: str, others: list[str]) -> None:
    assert read(language, line) == [line, *others]
