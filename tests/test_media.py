"""What names a newspaper, a channel or an agency."""

from __future__ import annotations

import pytest

from verbale.lang import outlets
from verbale.media import OutletsError, is_medium, outlet, read_outlets, usual
from verbale.model import Article, Kind, Mention, Outlet, Outlets
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
    assert is_medium(mention, Article("a", words, language)) is medium


def test_a_person_is_no_medium() -> None:
    mention = Mention(Span(0, 7), Kind.PERSON, "Reuters")
    assert not is_medium(mention, Article("a", "Reuters", "en"))


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


# ---------------------------------------------------------------- a user's own

HERALD = Outlet("Hillgate Herald", "IE", "en", "newspaper", ("Хиллгейт геральд", "AP"), ("hillgate.example",))
TOML = """
[Overlook]
["Hillgate Herald"]
country = "IE"
language = "en"
kind = "newspaper"
also = ["Хиллгейт геральд", "AP"]
domains = ["hillgate.example"]
"""
CSV = """name,country,language,kind,also,domains
Overlook,,,,,
Hillgate Herald,IE,en,newspaper,Хиллгейт геральд|AP,hillgate.example
"""


@pytest.mark.parametrize(("form", "text"), [("toml", TOML), ("csv", CSV)])
def test_own_outlets_come_from_a_file(form: str, text: str) -> None:
    assert read_outlets(text, form=form) == Outlets((Outlet("Overlook"), HERALD))


def test_own_outlets_count_before_those_that_ship() -> None:
    own = read_outlets(TOML)
    assert usual("http://hillgate.example/", own) == "Hillgate Herald"
    assert (usual("AP", own), usual("AP")) == ("Hillgate Herald", "Associated Press")
    assert usual("reuters.com", own) == "Reuters"
    assert outlet("Overlook") is None


def test_a_name_that_the_user_calls_an_outlet_is_no_person() -> None:
    mention = Mention(Span(0, 8), Kind.PERSON, "Overlook")
    assert is_medium(mention, Article("a", "Overlook", "en", outlets=read_outlets(TOML)))
    assert not is_medium(mention, Article("a", "Overlook", "en"))


@pytest.mark.parametrize(
    ("form", "text", "fault"),
    [
        ("toml", "Overlook", "no TOML"),
        ("toml", 'Overlook = "site"', "“Overlook” is no outlet"),
        ("toml", "Overlook = { kind = 3 }", "the kind of “Overlook” is 3"),
        ("toml", 'Overlook = { country = "ireland" }', "two capital letters"),
        ("toml", 'Overlook = { also = "O" }', "also of “Overlook”"),
        ("toml", 'Overlook = { owner = "O" }', "“owner”, which is none of"),
        ("toml", '" " = {}', "has no name"),
        ("toml", '"«»" = {}', "empty name"),
        ("toml", 'One = { also = ["O"] }\nTwo = { also = ["o"] }', "“o” stands for both “One” and “Two”"),
        ("csv", "", "no header"),
        ("csv", "outlet\nOverlook\n", "no header"),
        ("csv", "name\nOverlook,site\n", "line 2 has more cells"),
        ("csv", "name\nOverlook\nOverlook\n", "stands there twice"),
        ("csv", 'name\n"Over', "no CSV"),
        ("csv", "name,kind\nOverlook,blog\n", "write agency, newspaper"),
    ],
)
def test_a_faulty_file_is_told_in_one_line(form: str, text: str, fault: str) -> None:
    with pytest.raises(OutletsError) as error:
        read_outlets(text, form=form)
    assert fault in str(error.value)
    assert "\n" not in str(error.value)


def test_other_outlets_are_another_version() -> None:
    one, two = Outlet("Overlook"), Outlet("Hillgate Herald")
    assert Outlets().version == ""
    assert Outlets((one, two)).version == Outlets((two, one)).version != Outlets((one,)).version
