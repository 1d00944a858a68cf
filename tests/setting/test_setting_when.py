"""Which day a saying is dated to, from the days an article tells."""

from __future__ import annotations

import pytest
from stages import settled

from verbale.model import Said

SAY = {
    "en": "Foreign Minister Daniel Hartov said {} that the bridge was shut.",
    "ru": "Министр Даниэль Хартов заявил {}, что мост закрыт.",
    "uk": "Міністр Даніель Гартов заявив {}, що міст зачинено.",
}


def said(text: str, language: str = "en", **given: str | None) -> Said:
    """The date of the last statement of a text."""
    return settled(text, language, **given)[-1].said


def day(text: str, language: str = "en", **given: str | None) -> str | None:
    return said(text, language, **given).start


@pytest.mark.parametrize(
    ("language", "published", "words", "start"),
    [
        # across New Year
        ("en", "2031-01-02", "on Tuesday", "2030-12-31"),
        ("en", "2031-01-02", "on December 31", "2030-12-31"),
        ("en", "2031-01-02", "in December", "2030-12-01"),
        ("ru", "2031-01-01", "во вторник", "2030-12-31"),
        ("ru", "2031-01-01T00:36", "31 декабря", "2030-12-31"),
        ("ru", "2031-01-01T00:36", "вчера", "2030-12-31"),
        ("uk", "2031-01-03", "минулого року", "2030-01-01"),
        ("uk", "2031-01-03", "30 грудня", "2030-12-30"),
        # leap days
        ("en", "2032-03-01", "on Sunday", "2032-02-29"),
        ("en", "2032-03-01", "on February 29", "2032-02-29"),
        ("ru", "2032-03-01", "вчера", "2032-02-29"),
        ("ru", "2031-03-01", "вчера", "2031-02-28"),
        ("uk", "2032-02-29", "сьогодні", "2032-02-29"),
        # after midnight in the newsroom
        ("ru", "2031-05-14T00:36", "во вторник", "2031-05-13"),
        ("ru", "2031-05-14T00:36", "в среду", "2031-05-14"),
        ("ru", "2031-05-14T00:36", "сегодня", "2031-05-14"),
    ],
)
def test_a_date_counts_from_the_publication(language: str, published: str, words: str, start: str) -> None:
    assert day(SAY[language].format(words), language, published=published) == start


REST = {
    "en": "The ministers met for two hours in the old customs house, and nobody would say what they had talked about.",
    "ru": "Министры два часа говорили в старой таможне, и никто не захотел рассказать, о чем шла речь.",
}


@pytest.mark.parametrize(
    ("published", "start"),
    [
        ("2031-05-13", "2031-05-14"),  # the page keeps another zone's clock: on the 13th nobody can tell of Wednesday
        ("2031-05-14", "2031-05-14"),
        ("2031-05-15", "2031-05-14"),
        (None, None),  # a dateline without a year tells no day
    ],
)
def test_the_dateline_is_the_day_where_it_is_beside_the_publication(published: str | None, start: str | None) -> None:
    text = "\n".join(("Мост закрыт", "ВАРНЕСК, 14 мая. /ЦТА/. " + SAY["ru"].format("в среду"), REST["ru"]))
    assert day(text, "ru", published=published) == start


def test_a_dateline_with_the_hour_after_midnight() -> None:
    text = "\n".join(("Мост закрыт", "14 мая 2031, 00:36", SAY["ru"].format("во вторник"), REST["ru"]))
    assert day(text, "ru") == "2031-05-13"


def test_without_a_day_to_count_from_only_the_words_are_kept() -> None:
    found = said(SAY["en"].format("on Thursday"))
    assert (found.start, found.stop, found.basis) == (None, None, "unknown")
    assert str(found.words) == "on Thursday"


def test_the_year_of_a_full_date_helps_where_nothing_else_does() -> None:
    text = "The bridge was shut on May 3, 2031.\n" + SAY["en"].format("on May 9")
    assert day(text) == "2031-05-09"
    assert day("The bridge was shut on May 3, 2031, not in May 4, 2030.\n" + SAY["en"].format("on May 9")) is None


def test_what_lies_ahead_is_no_day_of_saying() -> None:
    found = said(SAY["en"].format("next Monday"), published="2031-05-14")
    assert (found.start, found.basis) == (None, "unknown")


def test_the_basis_tells_what_comes_from_the_day_of_the_article() -> None:
    assert said(SAY["en"].format("today"), published="2031-05-14").basis == "article"
    assert said(SAY["en"].format("on Wednesday"), published="2031-05-14").basis == "stated"
    assert said("Foreign Minister Daniel Hartov said that the bridge was shut.", published="2031-05-14") == Said()


def test_the_current_week_ends_with_the_article() -> None:
    found = said(SAY["en"].format("earlier this week"), published="2031-05-14")
    assert (found.start, found.stop) == ("2031-05-12", "2031-05-14")


@pytest.mark.parametrize(
    ("language", "text", "start"),
    [
        # The date belongs to another verb, another clause, a name, or only bounds a time.
        ("en", "Irena Valdova, elected on Monday, said that the corridor was shut.", None),
        ("en", "Irena Valdova said that the talks had begun on Monday.", None),
        ("en", "After Monday's debate Irena Valdova said that the corridor was shut.", None),
        ("en", "Irena Valdova has said since Monday that the corridor was shut.", None),
        ("ru", "Ирена Вальдова, избранная в понедельник, заявила, что коридор закрыт.", None),
        ("ru", "Ирена Вальдова заявила, что переговоры начались в понедельник.", None),
        ("uk", "Ірена Вальдова заявила, що перемовини почалися у понеділок.", None),
        ("en", "Irena Valdova, speaking on Monday in Varnesk, said that the corridor was shut.", "2031-05-12"),
        ("ru", "Выступая в понедельник в парламенте, Ирена Вальдова заявила, что коридор закрыт.", "2031-05-12"),
        ("uk", "Виступаючи у понеділок у парламенті, Ірена Вальдова заявила, що коридор закрито.", "2031-05-12"),
    ],
)
def test_a_date_goes_to_the_cue_it_modifies(language: str, text: str, start: str | None) -> None:
    assert day(text, language, published="2031-05-14") == start


def test_each_of_two_cues_takes_its_own_date() -> None:
    text = "Daniel Hartov said on Monday that the bridge was shut, and Irena Valdova replied on Tuesday that it was not."
    assert [s.said.start for s in settled(text, "en", published="2031-05-14")] == ["2031-05-12", "2031-05-13"]
