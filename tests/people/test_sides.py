"""Who speaks for which country or union."""

from __future__ import annotations

import pytest

from verbale.model import Kind
from verbale.people import Person, Spelling, Tenure
from verbale.people.sides import side, side_by_words, side_called, side_name


def person(kind: Kind, name: str, *roles: str) -> Person:
    return Person("p_1", name, kind, (Spelling(name, 1),), tuple(Tenure(role, "", "", 1) for role in roles))


@pytest.mark.parametrize(
    ("role", "code"),
    [
        ("US Secretary of State", "US"),
        ("Kremlin spokesman", "RU"),
        ("NATO Secretary General", "NATO"),
        ("British ambassador to Moscow", "GB"),
        ("France’s Europe Minister", "FR"),
        ("пресс-секретарь президента России", "RU"),
        ("глава Госдепартамента", "US"),
        ("головний переговірник ЄС", "EU"),
        ("former US president", ""),
        ("US Senator", ""),
        ("US presidential candidate", ""),
        ("foreign minister", ""),
    ],
)
def test_offices(role: str, code: str) -> None:
    found = side(person(Kind.PERSON, "Ana Reyes", role))
    assert (found.code if found else "") == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("US Department of State", "US"),
        ("Белый дом", "US"),
        ("European Commission", "EU"),
        ("Bank of England", ""),
        ("Orbit", ""),
    ],
)
def test_bodies(name: str, code: str) -> None:
    found = side(person(Kind.ORGANISATION, name))
    assert (found.code if found else "") == code


def test_a_country_is_its_own_side_under_all_names() -> None:
    assert {side_called(name) for name in ("United States", "США", "Washington", "Сполучені Штати")} == {"US"}
    assert side(person(Kind.COUNTRY, "Украина")) == ("UA", "“Украина” is its name.")
    assert side_called("Ana Reyes") == ""
    assert [side_name(code) for code in ("US", "EU", "NATO")] == ["United States", "European Union", "NATO"]


def test_who_holds_a_country_s_office_speaks_for_the_one_whose_deeds_are_told() -> None:
    reyes = person(Kind.PERSON, "Ana Reyes", "foreign minister")
    will = ["The readiness of Spain remains.", "that Spain would not leave the pass", "the bridge will stay"]
    found = side_by_words(reyes, will)
    assert found is not None
    assert found.code == "ES"
    assert "Spain" in found.why
    assert side_by_words(reyes, will[:1]) is None
    assert side_by_words(reyes, [*will, "France will pay for that", "Paris is ready"]) is None
    assert side_by_words(person(Kind.PERSON, "Ana Reyes", "envoy"), will) is None
    assert side_by_words(person(Kind.PERSON, "Ana Reyes", "former foreign minister"), will) is None


def test_the_first_office_that_tells_counts() -> None:
    found = side(person(Kind.PERSON, "Ana Reyes", "mother of three", "French President"))
    assert found == ("FR", "As French President one speaks for it.")
    assert side(person(Kind.PLACE, "Lima")) is None
