"""What names a newspaper, a channel or an agency."""

from __future__ import annotations

import pytest

from verbale.lang import outlets
from verbale.media import is_medium, outlet, usual
from verbale.model import Kind, Mention
from verbale.text import Span


@pytest.mark.parametrize(
    ("language", "words", "medium"),
    [
        ("en", "Reuters", True),
        ("en", "the newspaper", True),
        ("en", "the ministry", False),
        ("ru", "газета «Узел»", True),
        ("ru", "агентству ЦТА", False),
        ("ru", "телеканал Ilva TV", True),
        ("ru", "министерство", False),
        ("uk", "видання", True),
    ],
)
def test_media(language: str, words: str, medium: bool) -> None:
    """In languages with cases a medium is told by its first word as it stands in the nominative."""
    mention = Mention(Span(0, len(words)), Kind.ORGANISATION, words)
    assert is_medium(mention, words, language) is medium


def test_a_person_is_no_medium() -> None:
    mention = Mention(Span(0, 7), Kind.PERSON, "Reuters")
    assert not is_medium(mention, "Reuters", "en")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Reuters", "Reuters"),
        ("РЕЙТЕР", "Reuters"),
        ("reuters.com", "Reuters"),
        ("https://www.reuters.com/", "Reuters"),
        ("«Интерфакс-Украина»", "Interfax-Ukraine"),
        ("the Washington Post", "The Washington Post"),
        ("ilva.tv", "ilva.tv"),
        ("Ilva TV", "Ilva TV"),
        ("", ""),
    ],
)
def test_the_usual_name(name: str, shown: str) -> None:
    assert usual(name) == shown


def test_an_outlet_tells_where_it_is_from() -> None:
    found = outlet("УНІАН")
    assert found is not None
    assert (found.name, found.country, found.language, found.kind) == ("UNIAN", "UA", "uk", "agency")


def test_every_name_means_one_outlet() -> None:
    names = [form.lower() for name, told in outlets().items() for form in (name, *told.get("also", ()))]
    assert sorted({n for n in names if names.count(n) > 1}) == []
    assert len(outlets()) > 300


def test_outlets_tell_country_language_and_kind() -> None:
    kinds = {"agency", "newspaper", "magazine", "channel", "radio", "site"}
    for name, told in outlets().items():
        assert set(told) <= {"country", "language", "kind", "also"}, name
        assert (len(told["country"]), len(told["language"]), told["kind"] in kinds) == (2, 2, True), name
