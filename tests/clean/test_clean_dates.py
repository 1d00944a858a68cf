"""When and where a page says that it was written, and by which agency."""

from __future__ import annotations

import pytest
from stages import cleaned

from verbale.clean import clean
from verbale.model import Given, Source

TITLE = {"en": "Velgar bans talks", "ru": "Вельгар запретил переговоры", "uk": "Вельгар заборонив перемовини"}
REST = {
    "en": "The ministers met for two hours in the old customs house, and nobody would say what they had talked about.",
    "ru": "Министры два часа говорили в старой таможне, и никто не захотел рассказать, о чем шла речь.",
    "uk": "Міністри дві години говорили на старій митниці, і ніхто не захотів розповісти, про що йшлося.",
}
BODY = {"en": "The corridor is shut.", "ru": "Коридор закрыт.", "uk": "Коридор закрито."}


@pytest.mark.parametrize(
    ("language", "dateline", "place", "agency"),
    [
        ("en", "VARNESK, July 7. /CTA/. ", "Varnesk", "CTA"),
        ("en", "VARNESK, July 7 (CTA) — ", "Varnesk", "CTA"),
        ("en", "VARNESK (CTA) - ", "Varnesk", "CTA"),
        ("en", "VARNESK — ", "Varnesk", None),
        ("en", "OLD VARNESK, Karv. (INB) – ", "Old Varnesk, Karv", "INB"),
        ("en", "Varnesk, July 7. /CTA/. ", "Varnesk", "CTA"),
        ("ru", "ВАРНЕСК, 7 июля. /ЦТА/. ", "Варнеск", "ЦТА"),
        ("ru", "ВАРНЕСК, 7 июл — ", "Варнеск", None),
        ("ru", "ВАРНЕСК. ", "Варнеск", None),
        ("uk", "ВАРНЕСЬК, 7 липня /ЦТА/. ", "Варнеськ", "ЦТА"),
        ("uk", "ВАРНЕСЬК. 7 липня. ІНБ. ", "Варнеськ", None),
        ("uk", "САРНГОЛЬМ — ", "Сарнгольм", None),
    ],
)
def test_a_dateline(language: str, dateline: str, place: str, agency: str | None) -> None:
    made = cleaned("\n".join([TITLE[language], dateline + BODY[language], REST[language]]), language)
    assert made.dateline is not None
    assert made.dateline.place == place
    assert made.dateline.agency == agency
    assert made.dateline.span.of(made.text) == dateline
    assert made.agencies == ((agency,) if agency else ())


@pytest.mark.parametrize(
    ("language", "dateline"), [("en", "July 7 (CTA) - "), ("en", "7 Jul (CTA) – "), ("ru", "7 июля (ЦТА) — ")]
)
def test_a_dateline_without_its_place(language: str, dateline: str) -> None:
    made = cleaned("\n".join([TITLE[language], dateline + BODY[language], REST[language]]), language)
    assert made.dateline is not None
    assert (made.dateline.place, made.dateline.span.of(made.text)) == (None, dateline)
    assert made.agencies == ({"en": "CTA", "ru": "ЦТА"}[language],)


@pytest.mark.parametrize(
    ("language", "start"),
    [
        ("en", "July 7 (a Monday) was quiet. "),
        ("en", "Varnesk. "),
        ("en", "Varnesk — the capital — is quiet. "),
        ("en", "President Velgar, in July, was calm. "),
        ("ru", "Варнеск. "),
        ("ru", "Варнеск – это столица. "),
        ("uk", "Варнеськ мовчить. "),
    ],
)
def test_a_beginning_that_is_no_dateline(language: str, start: str) -> None:
    assert cleaned("\n".join([TITLE[language], start + BODY[language], REST[language]]), language).dateline is None


@pytest.mark.parametrize(
    ("language", "line", "published"),
    [
        ("en", "Published: July 8, 2021", "2021-07-08"),
        ("en", "8 July 2021, 9:05", "2021-07-08T09:05"),
        ("en", "Updated on 2021-07-08", "2021-07-08"),
        ("ru", "8 июля 2021, 14:05", "2021-07-08T14:05"),
        ("ru", "Опубликовано: 08.07.2021", "2021-07-08"),
        ("uk", "8 липня 2021 року", "2021-07-08"),
    ],
)
def test_the_day_that_a_page_tells(language: str, line: str, published: str) -> None:
    made = cleaned("\n".join([TITLE[language], line, REST[language], BODY[language]]), language)
    assert (made.published, made.published_basis) == (published, "text")


@pytest.mark.parametrize("line", ["July 8", "Thursday", "14:05"])
def test_a_day_without_its_year_is_not_told(line: str) -> None:
    made = cleaned("\n".join([TITLE["en"], line, REST["en"], BODY["en"]]), "en")
    assert (made.published, made.published_basis) == (None, "unknown")


def test_what_is_given_goes_before_what_is_written() -> None:
    text = "\n".join([TITLE["en"], "July 8, 2021", REST["en"], BODY["en"]])
    given, found = Given(language="en", published="2021-07-09"), Given(published="2021-07-10")
    assert clean(Source(text, given=given, found=found))[0].published == "2021-07-09"
    made = clean(Source(text, given=Given(language="en"), found=found))[0]
    assert (made.published, made.published_basis) == ("2021-07-10", "found")


@pytest.mark.parametrize(("received", "published"), [("2021-07-08", "2021-07-08"), ("2021-07-01", None), (None, "2021-07-08")])
def test_no_page_is_written_after_it_was_read(received: str | None, published: str | None) -> None:
    text = "\n".join([TITLE["en"], "July 8, 2021", REST["en"], BODY["en"]])
    assert clean(Source(text, given=Given(language="en"), received=received))[0].published == published


@pytest.mark.parametrize(
    ("language", "line", "agency"),
    [
        ("en", "(via INB)", "INB"),
        ("en", "Source: World Desk 24", "World Desk 24"),
        ("ru", "По материалам: «Толпресс»", "«Толпресс»"),
        ("uk", "За матеріалами ІНБ", "ІНБ"),
        pytest.param(
            "ru", "Источник: ИНБ", "ИНБ", marks=pytest.mark.xfail(reason="the line is furniture before it can be a credit")
        ),
    ],
)
def test_a_credit_names_its_agency(language: str, line: str, agency: str) -> None:
    made = cleaned("\n".join([TITLE[language], REST[language], BODY[language], line]), language)
    assert made.agencies == (agency,)
