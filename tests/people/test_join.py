"""Sightings become persons: over spellings, short names, offices and time, in whatever order they come."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.model import Kind, Mention, Speaker
from verbale.people import Sighting, people
from verbale.people.bodies import body_text
from verbale.people.sighting import Head, of_mention, of_speaker
from verbale.text import Span

from .records import article, body, elsewhere, joined, same, told

NAMES = (
    "Ana Reyes", "Reyes", "A. Reyes", "Ана Рейес", "Anna Reyes", "Ana Reyes Soto", "Luka Terzen", "Mira Terzen", "Terzen",
    "Лука Терзен", "Терзена", "President of Norway: Mira Terzen", "президент Норвегии: Мира Терзен", "President of Norway:", "",
)  # fmt: skip


@st.composite
def records(draw: st.DrawFn) -> list[Sighting]:
    """A few articles of a few names."""
    made = []
    for n in range(draw(st.integers(1, 6))):
        names = draw(st.lists(st.sampled_from(NAMES), max_size=5))
        date = draw(st.sampled_from(("2031-05-09", "2031-06", "2019", "")))
        made += article(f"a{n}", *names, date=date, language=draw(st.sampled_from(("en", "ru", "uk", "de"))))
    return made


@given(records(), st.randoms())
@settings(max_examples=60, deadline=None)
def test_the_order_of_sightings_does_not_matter(sightings: list[Sighting], chance: random.Random) -> None:
    shuffled = sightings[:]
    chance.shuffle(shuffled)
    one, two = people(sightings), people(shuffled)
    assert one.persons == two.persons
    assert one.doubtful == two.doubtful
    assert told(one) == told(two)


@given(records())
@settings(max_examples=60, deadline=None)
def test_every_name_is_somebody_and_nobody_twice(sightings: list[Sighting]) -> None:
    joined_ = people(sightings)
    assert len({p.id for p in joined_.persons}) == len(joined_.persons)
    for sighting in sightings:
        assert joined_.person(sighting.article, sighting.n) or not sighting.name


def test_a_record_of_nothing_has_nobody() -> None:
    assert people([]).persons == ()
    assert people([]).person("a", 0) is None


def test_spellings_of_three_languages_are_one_person() -> None:
    found = joined(
        article("en", "Luka Terzen"), article("ru", "Лука Терзен", language="ru"), article("uk", "Лука Терзен", language="uk")
    )
    assert [(s.name, s.times) for s in found.persons[0].names] == [("Лука Терзен", 2), ("Luka Terzen", 1)]
    assert found.persons[0].articles == 3


def test_a_family_name_follows_the_full_name_of_its_article() -> None:
    found = joined(article("one", "Ana Reyes", "Reyes"), article("two", "Mira Reyes", "Reyes"))
    assert same(found, ("one", 0), ("one", 1))
    assert same(found, ("two", 0), ("two", 1))
    assert not same(found, ("one", 1), ("two", 1))


def test_of_two_with_one_family_name_neither_has_it_alone() -> None:
    found = joined(article("one", "Ana Reyes", "Mira Reyes", "Reyes"))
    assert not same(found, ("one", 2), ("one", 0))
    assert not same(found, ("one", 2), ("one", 1))


def test_a_given_name_follows_but_never_leads_and_never_reigns() -> None:
    found = joined(
        article("one", "Ana Reyes", "Ana"), article("two", "Mira", "Mira Valdova"), article("x", "Luka Terzen", "Pope: Luka")
    )
    assert same(found, ("one", 0), ("one", 1))
    assert not same(found, ("two", 0), ("two", 1))
    assert not same(found, ("x", 0), ("x", 1))


def several(count: int, *names: str, date: str = "2031-05-09", prefix: str = "a") -> list[Sighting]:
    return [s for n in range(count) for s in article(f"{prefix}{n}", *names, date=date)]


def test_a_family_name_alone_is_the_one_bearer_of_its_months() -> None:
    found = joined(several(4, "Ana Reyes"), article("b", "Reyes"), elsewhere())
    assert same(found, ("a0", 0), ("b", 0))


def test_not_of_other_years_nor_of_a_rare_bearer_nor_of_one_of_two() -> None:
    assert not same(joined(several(4, "Ana Reyes"), article("b", "Reyes", date="2001-05")), ("a0", 0), ("b", 0))
    assert not same(joined(several(1, "Ana Reyes"), article("b", "Reyes")), ("a0", 0), ("b", 0))
    both = joined(several(4, "Ana Reyes"), several(3, "Mira Reyes", prefix="m"), article("b", "Reyes"))
    assert not same(both, ("a0", 0), ("b", 0))
    assert not same(both, ("m0", 0), ("b", 0))


def test_a_first_name_alone_is_a_family_name_only_where_it_can_be_one() -> None:
    korean = joined(several(4, "Нам Ги Сен"), article("b", "Нам"), elsewhere())
    assert same(korean, ("a0", 0), ("b", 0))
    given = joined(several(4, "Марана Лука Терзен"), article("b", "Марана"), elsewhere())
    assert not same(given, ("a0", 0), ("b", 0))


def test_a_person_goes_by_the_letters_of_most_articles() -> None:
    english = [article(f"e{n}", "Daniel Hartov") for n in range(3)]
    russian = [article(f"r{n}", *["Даниэль Хартов"] * 5, language="ru") for n in range(2)]
    told = joined(*english, *russian).person("e0", 0)
    assert told is not None
    assert told.name == "Daniel Hartov"
    more = joined(*english[:1], *russian).person("e0", 0)
    assert more is not None
    assert more.name == "Даниэль Хартов"


def test_a_word_that_only_a_longer_spelling_begins_with_is_no_name_of_the_person() -> None:
    found = joined(several(4, "Нам Гин"), several(2, "Пак Нам Гин", prefix="p"), article("b", "Пак"), elsewhere())
    assert same(found, ("a0", 0), ("p0", 0))
    assert not same(found, ("a0", 0), ("b", 0))


def test_company_tells_which_of_two_bearers_is_meant() -> None:
    found = joined(
        several(4, "Ana Reyes", "Luka Terzen"),
        several(4, "Mira Reyes", "Pavel Koren", prefix="m"),
        article("b", "Reyes", "Pavel Koren"),
        elsewhere(),
    )
    assert same(found, ("m0", 0), ("b", 0))


def test_an_office_tells_which_of_two_bearers_is_meant() -> None:
    found = joined(
        several(4, "President of Norway: Ana Reyes"),
        several(4, "Mira Reyes", prefix="m"),
        article("b", "President of Norway: Reyes"),
    )
    assert same(found, ("a0", 0), ("b", 0))


def test_nobody_is_made_of_unknown_family_names_of_different_years() -> None:
    found = joined(
        article("a", "Terzen", date="2031-05"), article("b", "Terzen", date="2031-06"), article("c", "Terzen", date="2019-01")
    )
    assert same(found, ("a", 0), ("b", 0))
    assert not same(found, ("a", 0), ("c", 0))


def test_a_slip_of_spelling_needs_more_than_the_name() -> None:
    company = ("Luka Terzen", "Mira Valdova", "Pavel Koren")
    assert not same(joined(several(3, "Ana Reyden"), several(3, "Ana Reydan", prefix="b")), ("a0", 0), ("b0", 0))
    found = joined(several(3, "Ana Reyden", *company), several(3, "Ana Reydan", *company, prefix="b"), elsewhere())
    assert same(found, ("a0", 0), ("b0", 0))


def test_what_was_nearly_enough_is_worth_a_look() -> None:
    doubt = joined(several(3, "Ana Reyden"), several(2, "Ana Reydan", prefix="b")).doubtful[0]
    assert {doubt.one.name, doubt.two.name} == {"Ana Reyden", "Ana Reydan"}
    assert doubt.times == 2


def test_father_and_son_stay_apart_though_each_shares_the_bare_name() -> None:
    found = joined(
        several(4, "Luka A. Terzen", date="1990-05"),
        several(4, "Luka B. A. Terzen", date="2030-05", prefix="b"),
        article("c", "Luka Terzen", date="2030-06"),
    )
    assert not same(found, ("a0", 0), ("b0", 0))
    assert same(found, ("b0", 0), ("c", 0))


def test_an_article_tells_relatives_and_sons_apart() -> None:
    found = joined(article("a", "Ana Luka Reyes", "Ana Reyes", "Luka Reyes"), article("b", "Pavel Koren", "Pavel Koren Jr."))
    assert not same(found, ("a", 1), ("a", 2))
    assert not same(found, ("b", 0), ("b", 1))


@pytest.mark.parametrize("name", ["Ana and Luka Reyes", "Ана и Лука Рейес", "Анна Рейес та Лука Терзен"])
def test_two_names_in_one_phrase_are_nobody_s(name: str) -> None:
    head = Head("a", "en", None, None)
    assert of_mention(head, 0, Mention(Span(0, 1), Kind.PERSON, name)) is None
    assert of_speaker(head, 0, Speaker(name, Kind.PERSON)) is None
    assert of_mention(head, 0, Mention(Span(0, 1), Kind.ORGANISATION, name))
    assert of_mention(head, 0, Mention(Span(0, 1), Kind.PERSON, "Дэн И Лун"))


def test_a_family_name_that_leads_the_article_is_not_the_rare_relative_s() -> None:
    found = joined(several(30, "Ana Reyes"), article("b", *["Reyes"] * 6, "Mira Reyes"), elsewhere())
    assert same(found, ("b", 0), ("a0", 0))
    assert not same(found, ("b", 0), ("b", 6))
    headline = joined(several(30, "Ana Reyes"), article("b", "Reyes", "Mira Reyes", "Reyes"), elsewhere())
    assert same(headline, ("b", 0), ("b", 1))


def test_a_name_far_commoner_than_longer_ones_is_its_own_bearer_s() -> None:
    sons = several(1, "Ana Mira Reyes", prefix="x"), several(1, "Ana Vera Reyes", prefix="y")
    found = joined(several(12, "Ana Reyes"), *sons, article("b", "Reyes"), elsewhere())
    assert same(found, ("a0", 0), ("a11", 0))
    assert same(found, ("a0", 0), ("b", 0))


def test_words_in_another_order_must_be_the_same_to_be_one_name() -> None:
    assert same(joined(several(1, "Reyes Ana"), several(1, "Ana Reyes", prefix="b")), ("a0", 0), ("b0", 0))
    company = ("Luka Terzen", "Mira Valdova", "Pavel Koren")
    found = joined(several(3, "Tarin Reyes", *company), several(3, "Reyes Toren", *company, prefix="b"), elsewhere())
    assert not same(found, ("a0", 0), ("b0", 0))


def test_what_only_this_article_names_speaks_against_nobody() -> None:
    strangers = [f"{name} Stran" for name in ("Olga", "Petra", "Runa", "Sofi", "Tilda", "Ursa", "Vita", "Wilma")]
    known = joined(
        several(40, "Ana Reyes"), several(1, "Mira Reyes", prefix="m"), article("b", "Reyes", *strangers), elsewhere()
    )
    assert same(known, ("a0", 0), ("b", 0))


# ---------------------------------------------------------------- offices over time


def test_a_bare_office_is_its_holder_of_that_month_alone() -> None:
    found = joined(
        article("a", "Foreign Minister of Italy: Ana Reyes", date="2031-05"),
        article("b", "министр иностранных дел Италии:", date="2031-06", language="ru"),
        article("c", "Foreign Minister of Italy:", date="2027-06"),
        article("d", "Foreign Minister:", date="2031-05"),
        article("e", "former Foreign Minister of Italy:", date="2031-05"),
    )
    assert same(found, ("a", 0), ("b", 0))
    assert not any(found.person(id_, 0) for id_ in "cde")


def test_an_office_passes_on() -> None:
    found = joined(
        several(3, "President of Norway: Ana Reyes", date="2030-01"),
        several(3, "President of Norway: Luka Terzen", date="2031-01", prefix="b"),
        article("c", "President of Norway:", date="2030-02"),
        article("d", "President of Norway:", date="2031-01"),
        article("e", "President of Norway:", date="2030-07"),
    )
    assert same(found, ("a0", 0), ("c", 0))
    assert same(found, ("b0", 0), ("d", 0))
    assert found.person("e", 0) is None


def test_between_two_words_of_one_holder_the_office_is_his() -> None:
    found = joined(
        article("a", "President of Norway: Ana Reyes", date="2030-01"),
        article("b", "President of Norway: Ana Reyes", date="2030-11"),
        article("c", "President of Norway:", date="2030-06"),
    )
    assert same(found, ("a", 0), ("c", 0))


def test_offices_are_told_with_their_months() -> None:
    found = joined(
        article("a", "President of Norway: Ana Reyes", date="2030-01"),
        article("b", "президент Норвегии: Ана Рейес", date="2030-11", language="ru"),
    )
    assert [(t.first, t.last, t.times, t.office) for t in found.persons[0].tenures] == [
        ("2030-01", "2030-11", 2, "president (NO)")
    ]


# ---------------------------------------------------------------- bodies and countries


def test_a_country_is_one_in_all_languages() -> None:
    found = joined(
        body("a", "Norway", kind=Kind.COUNTRY),
        body("b", "Норвегия", kind=Kind.COUNTRY, language="ru"),
        body("c", "Норвегії", kind=Kind.COUNTRY, language="uk"),
    )
    assert len(found.persons) == 1


def test_a_body_is_one_over_cases_and_its_short_form() -> None:
    found = joined(
        body("a", "Союз новых рек (СНР)", "СНР", language="ru"),
        body("b", "Союза новых рек", language="ru"),
        body("c", "СНР", language="ru"),
    )
    assert len(found.persons) == 1


def test_a_medium_is_one_with_and_without_the_word_for_what_it_is() -> None:
    assert body_text("газета The Meridian") == body_text("The Meridian")
    assert body_text("видання «Вузол»") == body_text("Вузол")
    assert body_text("агентство Тальвии по вывозу зерна") != body_text("Тальвия по вывозу зерна")


def test_a_medium_that_is_not_named_is_another_in_each_article() -> None:
    assert of_mention(Head("a_1", "ru", None, None), 0, Mention(Span(0, 7), Kind.ORGANISATION, "издания")) is None
    assert of_mention(Head("a_1", "ru", None, None), 0, Mention(Span(0, 7), Kind.ORGANISATION, "Узел")) is not None


def test_a_person_a_body_and_a_country_of_one_name_are_three() -> None:
    found = joined(article("a", "Georgia"), body("b", "Georgia"), body("c", "Georgia", kind=Kind.COUNTRY))
    assert len(found.persons) == 3


@pytest.mark.parametrize("name", ["«»", "...", "-", "123", "()", "A", "́"])
def test_names_without_letters_do_no_harm(name: str) -> None:
    assert len(joined(article("a", name, "Ana Reyes")).persons) in {1, 2}
