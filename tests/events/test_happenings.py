"""What a sentence tells of events: kind, status, actors and date, one line a construction."""

from __future__ import annotations

import pytest

from verbale import flow
from verbale.model import Given, Happening, Source

PUBLISHED = "2031-05-09"  # a Friday

LINES = {
    "en": (
        ("Daniel Hartov met Irena Valdova in Varnesk on Thursday.", "meeting held Hartov+Valdova 2031-05-08"),
        ("Daniel Hartov will meet Irena Valdova on Tuesday.", "meeting planned Hartov+Valdova 2031-05-13"),
        ("Daniel Hartov may meet Irena Valdova in June.", "meeting possible Hartov+Valdova 2031-06-01/2031-06-30"),
        ("Daniel Hartov admitted the possibility of meeting with Irena Valdova.", "meeting possible Hartov+Valdova"),
        ("Daniel Hartov has no plans to meet with Irena Valdova.", "meeting not planned Hartov+Valdova"),
        ("Daniel Hartov refused to meet with Irena Valdova.", "meeting ruled out Hartov+Valdova"),
        ("Daniel Hartov proposed a meeting with Irena Valdova.", "meeting proposed Hartov+Valdova"),
        ("Daniel Hartov ruled out talks with Irena Valdova.", "talks ruled out Hartov+Valdova"),
        ("Talks between Karvenia and Tolmaria were held on Monday.", "talks held Karvenia+Tolmaria 2031-05-05"),
        ("The move might lead to a meeting between Hartov and Valdova.", "meeting possible Hartov+Valdova"),
        ("On Tuesday, President Irena Valdova signed a decree on grain.", "decree held Valdova 2031-05-06"),
        ("President Irena Valdova decided to close the port.", "decision held Valdova"),
        ("In April, Karvenia published its proposals for the corridor.", "proposal held Karvenia 2031-04-01/2031-04-30"),
        ("Karvenia handed over its written response to Tolmaria on Monday.", "response held Karvenia+Tolmaria 2031-05-05"),
        ("Karvenia imposed sanctions against Tolmaria.", "sanctions held Karvenia+Tolmaria"),
        ("The hall fell silent after Irena Valdova's decision not to run.", "decision held Valdova"),
        ("The Senate of Karvenia approved the budget on Monday.", "decision held Senate 2031-05-05"),
        ("Karvenia agreed on a truce.", "agreement held Karvenia"),
        ("The talks between Karvenia and Tolmaria angered the port.", "talks held Karvenia+Tolmaria"),
        ("The Supreme Court of Karvenia overturned the verdict on Monday.", "decision held Court 2031-05-05"),
    ),
    "ru": (
        ("Ирена Вальдова встретилась с Данилом Хартовым в четверг.", "meeting held Вальдова+Хартов 2031-05-08"),
        ("Встреча Вальдовой с Хартовым пока не планируется.", "meeting not planned Вальдова+Хартов"),
        ("Президент Ирена Вальдова подписала указ о зерне.", "decree held Вальдова"),
        ("6 мая Карвения обнародовала свои предложения.", "proposal held Карвения 2031-05-06"),
        ("6 мая Верховный суд Карвении отменил приговор рыбаку.", "decision held суд 2031-05-06"),
        ("Верховный суд вынес приговор рыбаку.", "decision held суд"),
        ("Протесты идут из-за решения верховного суда закрыть порт.", "decision held суд"),
        ("Компания «Причал» приняла решение закрыть порт.", "decision held «Причал»"),
        ("Кабинет защищает достигнутое с Карвенией соглашение о порте.", "agreement held Карвения"),
        ("Карвения договорилась о поставках зерна.", "agreement held Карвения"),
    ),
    "uk": (
        ("Ірена Вальдова зустрілася з Данилом Хартовим у четвер.", "meeting held Вальдова+Хартов 2031-05-08"),
        ("Президентка Ірена Вальдова підписала указ про зерно.", "decree held Вальдова"),
        (
            "Переговори між Карвенією і Толмарією, на яких ішлося про порт, почалися 6 травня.",
            "talks held Карвенія+Толмарія 2031-05-06",
        ),
        ("Ірена Вальдова виступила на нараді з послами Карвенії.", "meeting held Вальдова+Карвенія"),
        ("Телефонна розмова Ірени Вальдової з Данилом Хартовим призвела до чуток.", "call held Вальдова+Хартов"),
        ("Уряд Карвенії схвалив бюджет.", "decision held Карвенії"),
    ),
}
NOTHING = {
    "en": (
        "Two parties are needed for talks to succeed.",
        "Karvenia is ready for talks with Tolmaria.",
        "Daniel Hartov met the demands of the board.",
        "Would Daniel Hartov meet Irena Valdova?",
        "If Daniel Hartov meets Irena Valdova, the port will open.",
        "In response to the report, Daniel Hartov left the hall.",
        "Daniel Hartov has attacked Irena Valdova over her plans.",
        "At the union's meeting in Varnesk, Daniel Hartov scolded Irena Valdova.",
        "Daniel Hartov praised a clerk who made a decision to open the port.",
        "Democrats regularly attacked Republicans over the bridge.",
        "President Daniel Hartov signed 17 decrees.",
        "He explained why Irena Valdova decided to leave.",
        "The town awaits Irena Valdova's decision to run.",
        "Karvenia agreed with the report.",
        "The court overturned a table.",
        "Daniel Hartov passed the bridge.",
    ),
    "ru": (
        "Для переговоров нужны две стороны.",
        "В ответ на это Ирена Вальдова покинула зал.",
        "Миллионы проголосовали в четверг.",
        "Миллионы могут проголосовать за Ирену Вальдову в июне.",
        "Он уже ОДИН РАЗ проголосовал в июне.",
        "Карвения отменила рейс.",
        "Город ждёт решения верховного суда закрыть порт.",
    ),
    "uk": ("Для переговорів потрібні дві сторони.", "Проблемою переговорів було питання кордонів Карвенії."),
}


def read(text: str, language: str) -> tuple[Happening, ...]:
    return flow.read(Source(text, given=Given(published=PUBLISHED, language=language))).happenings


def told(happening: Happening) -> str:
    """Kind, status, surnames in alphabetical order, date."""
    names = "+".join(sorted(actor.name.split()[-1] for actor in happening.actors))
    date = str(happening.when) if happening.when.start else ""
    return " ".join(filter(None, (happening.what, happening.status, names, date)))


@pytest.mark.parametrize(("language", "line", "wanted"), [(c, *pair) for c, pairs in LINES.items() for pair in pairs])
def test_events_are_told(language: str, line: str, wanted: str) -> None:
    assert [told(happening) for happening in read(line, language)] == [wanted]


@pytest.mark.parametrize(("language", "line"), [(c, line) for c, lines in NOTHING.items() for line in lines])
def test_no_event_is_told(language: str, line: str) -> None:
    assert read(line, language) == ()


def test_the_words_are_the_stretch_that_tells_it() -> None:
    (happening,) = read("At noon, Daniel Hartov met with Irena Valdova, and it rained.", "en")
    assert happening.words.text == "Daniel Hartov met with Irena Valdova"
    assert happening.why[0] == "“met” names a meeting"


def test_a_negation_is_among_the_words() -> None:
    (happening,) = read("Встреча Вальдовой с Хартовым пока не планируется.", "ru")
    assert happening.words.text == "Встреча Вальдовой с Хартовым пока не планируется"
    (happening,) = read("Daniel Hartov has no plans to meet with Irena Valdova.", "en")
    assert "no plans" in happening.words.text


def test_what_is_told_in_a_statement_points_at_it() -> None:
    text = "Daniel Hartov said that President Irena Valdova had signed a decree on grain."
    reading = flow.read(Source(text, given=Given(published=PUBLISHED, language="en")))
    (happening,) = reading.happenings
    assert happening.inside == reading.statements[0].id
    assert [actor.name for actor in happening.actors] == ["Irena Valdova"]
