"""Offices and countries, whatever words name them."""

from __future__ import annotations

import pytest

from verbale.people.countries import countries, country
from verbale.people.offices import office


@pytest.mark.parametrize(
    ("role", "language", "told"),
    [
        ("US Secretary of State", "en", "state (US)"),
        ("госсекретарь США", "ru", "state (US)"),
        ("держсекретар США", "uk", "state (US)"),
        ("foreign minister of the United States", "en", "state (US)"),
        ("Italian Foreign Minister", "en", "foreign (IT)"),
        ("министр иностранных дел Италии", "ru", "foreign (IT)"),
        ("глава МИД Норвегии", "ru", "foreign (NO)"),
        ("премьер-министр Японии", "ru", "premier (JP)"),
        ("прем'єр-міністр Японії", "uk", "premier (JP)"),
        ("президент", "ru", "president"),
    ],
)
def test_one_office_in_many_words(role: str, language: str, told: str) -> None:
    assert str(office(role, language)) == told


@pytest.mark.parametrize(
    ("role", "language"),
    [
        ("deputy foreign minister of Italy", "en"),
        ("заместитель министра иностранных дел Италии", "ru"),
        ("вице-президент Италии", "ru"),
        ("president-elect of Italy", "en"),
        ("plumber", "en"),
        ("Ministro", "it"),
    ],
)
def test_who_serves_or_awaits_an_office_does_not_hold_it(role: str, language: str) -> None:
    assert office(role, language) is None


def test_a_spokesman_of_the_president_is_no_president() -> None:
    assert str(office("пресс-секретарь президента Норвегии", "ru")) == "spokesman (NO)"
    assert str(office("spokesman for the president of Norway", "en")) == "spokesman (NO)"


def test_an_office_held_once_says_so() -> None:
    found = office("бывший премьер-министр Японии", "ru")
    assert found
    assert found.past
    assert found.sole


@pytest.mark.parametrize(
    ("words", "language", "codes"),
    [
        ("президент Украины", "ru", ("UA",)),
        ("украинский министр", "ru", ("UA",)),
        ("Ambassador of France to Norway", "en", ("FR", "NO")),
        ("німецький канцлер", "uk", ("DE",)),
        ("nobody's friend", "en", ()),
    ],
)
def test_countries_in_words(words: str, language: str, codes: tuple[str, ...]) -> None:
    assert countries(words, language) == codes


def test_a_capital_stands_for_its_country_in_an_office_but_is_none() -> None:
    assert countries("глава МИД в Москве", "ru") == ("RU",)
    assert country("Москва", "ru") == ""
    assert country("Российская Федерация", "ru") == country("Russia", "en") == "RU"
