"""Keys and values people give, brought to the one form."""

import pytest

from verbale.errors import Code
from verbale.model import Given
from verbale.sources.metadata import checked, language, metadata


@pytest.mark.parametrize(
    ("written", "code"),
    [("en-US", "en"), ("EN", "en"), ("en_GB", "en"), ("rus", "ru"), ("Russian", "ru"), ("ua", "uk"), ("ukr", "uk"),
     ("pol", "pl"), ("cz", "cs"), ("ces", "cs"), ("Bulgarian", "bg"), ("deu", "de"), ("ger", "de"), ("fre", "fr"),
     ("spa", "es"), ("ru-Cyrl-RU", "ru"), ("martian", None), ("", None), ("{{lang}}", None), ("12", None)],
)  # fmt: skip
def test_language_codes(written: str, code: str | None) -> None:
    assert language(written) == code


def test_keys_by_any_of_their_names() -> None:
    raw = {"headline": " A  talk\n", "pub_date": "20310509", "publisher": "The Lantern", "url": "https://a.example/1",
           "author": ["Mira Stone", "Tom Vale"], "language": "en-GB", "id": 7, "wire": "None"}  # fmt: skip
    assert metadata(raw) == (
        Given("https://a.example/1", "The Lantern", "2031-05-09", "A talk", "Mira Stone; Tom Vale", "en", "7"),
        (),
    )


def test_the_first_name_that_holds_something_counts() -> None:
    assert metadata({"outlet": "", "publisher": None, "source": {"id": 1, "name": "The Lantern"}})[0].outlet == "The Lantern"


def test_a_value_that_is_not_understood_is_a_problem_and_the_next_name_is_tried() -> None:
    given, (problem,) = metadata({"date": "some day", "time": 1665138960}, path="a#1")
    assert given.published == "2022-10-07T10:36"
    assert (problem.code, problem.words, problem.path) == (Code.METADATA, "published: 'some day'", "a#1")


@pytest.mark.parametrize("value", [True, 1.5, {"first": "Mira"}])
def test_values_that_are_no_words(value: object) -> None:
    given, (problem,) = metadata({"author": value})
    assert given.author is None
    assert problem.code is Code.METADATA


def test_a_date_in_the_future_is_left_out() -> None:
    given, (problem,) = metadata({"published": "2031-05-11"}, received="2031-05-09")
    assert given.published is None
    assert (problem.code, problem.words) == (Code.FUTURE_DATE, "2031-05-11 is after 2031-05-09")
    assert metadata({"published": "2031-05-11"})[0].published == "2031-05-11"


def test_half_surrogates_never_get_further() -> None:
    assert metadata({"title": "a\ud800b"})[0].title == "a\ufffdb"


def test_what_the_user_gives_is_brought_to_the_same_form() -> None:
    given, problems = checked(Given(published="7 May 2031", language="Russian", url="nonsense "), received="2031-05-09")
    assert given == Given(published="2031-05-07", language="ru", url="nonsense")
    assert problems == ()
