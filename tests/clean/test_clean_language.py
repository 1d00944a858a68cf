"""Which language an article is in, and what is told of those that cannot be read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.clean import LONG, bare, clean, identity
from verbale.errors import Code
from verbale.lang import languages
from verbale.model import Given, Problem, Role, Source

SENTENCES = {
    "en": "The bridge stays shut until spring, the minister said on Thursday.",
    "ru": "Мост закрыт до весны, сказал в четверг министр иностранных дел.",
    "uk": "Міст зачинено до весни, сказав у четвер міністр закордонних справ.",
}


def codes(problems: tuple[Problem, ...]) -> list[Code]:
    return [p.code for p in problems]


@pytest.mark.parametrize("language", languages())
def test_the_words_tell_the_language(language: str) -> None:
    made, problems = clean(Source(SENTENCES[language]))
    assert made.language == language
    assert problems == ()


@pytest.mark.parametrize("language", languages())
def test_a_given_language_is_not_doubted(language: str) -> None:
    made, problems = clean(Source("ok", given=Given(language=language)))
    assert made.language == language
    assert problems == ()


def test_a_scrap_leaves_doubts() -> None:
    made, problems = clean(Source("Bridge closed.", path="a.txt"))
    assert codes(problems)[0] is Code.LANGUAGE
    assert problems[0].path == "a.txt"
    assert problems[0].words.startswith(made.language)


def test_what_a_page_says_of_itself_settles_doubts() -> None:
    made, problems = clean(Source("Bridge closed.", found=Given(language="en")))
    assert made.language == "en"
    assert problems == ()


def test_words_go_before_what_a_page_says_of_itself() -> None:
    assert clean(Source(SENTENCES["ru"], found=Given(language="en")))[0].language == "ru"


@pytest.mark.parametrize(
    "text", ["Premier powiedział, że most jest zamknięty do wiosny.", "Le pont reste fermé, a dit le ministre."]
)
def test_a_language_without_rules_keeps_its_metadata(text: str) -> None:
    made, problems = clean(Source(text, "a.txt", given=Given(outlet="Orbit", published="2031-05-09")))
    assert (made.outlet, made.published, made.text) == ("Orbit", "2031-05-09", text)
    assert made.blocks == ()
    assert codes(problems) == [Code.NO_RULES]
    assert (problems[0].words, problems[0].path) == (made.language, "a.txt")


@pytest.mark.parametrize("text", ["", " \n", "12 34", "— ? !", "\u202e"])
def test_a_text_without_letters_has_no_language(text: str) -> None:
    made, problems = clean(Source(text))
    assert made.language == ""
    assert codes(problems) == [Code.LANGUAGE, Code.NO_RULES]


def test_a_line_too_long_to_be_prose_is_told_and_not_read() -> None:
    text = "A title\n" + "word " * (LONG // 5 + 1) + "\nThe bridge stays shut until spring, the minister said."
    made, problems = clean(Source(text, given=Given(language="en")))
    assert codes(problems) == [Code.LONG_LINE]
    assert made.blocks[1].role is Role.FURNITURE
    assert problems[0].span == made.blocks[1].span


def test_an_article_is_known_by_its_words_not_by_its_place() -> None:
    one = Source("Bridge closed.", "a.txt", given=Given(outlet="Orbit"))
    assert identity(one) == identity(Source("Bridge closed.", "b/c.txt", found=Given(outlet="Orbit", title="No")))
    assert identity(one) != identity(Source("Bridge closed.", "a.txt", given=Given(outlet="Herald")))
    assert identity(one) != identity(Source("Bridge open.", "a.txt", given=Given(outlet="Orbit")))
    assert bare(one).id == clean(one)[0].id == identity(one)


PIECES = [
    *SENTENCES.values(),
    "Photo: A. B.",
    "Комментарии (3)",
    "ВАРНЕСК, 7 июля. /ЦТА/.",
    "July 8, 2021",
    "…",
    "\u00ad",
    "«",
    "”",
    "A",
    "\t",
]
PAGES = st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=12)


@settings(max_examples=150)
@given(PAGES, st.sampled_from(["\n", "\r\n", "\n\n", " "]), st.sampled_from(languages()), st.none() | st.text(max_size=20))
def test_any_page_is_cut_into_lines(lines: list[str], end: str, language: str, title: str | None) -> None:
    """Blocks stand in order, apart from each other, and hold all that is on the page; not a character is changed."""
    source = Source(end.join(lines), given=Given(language=language, title=title))
    made, _ = clean(source)
    assert made.text == source.text
    at = 0
    for n, block in enumerate(made.blocks):
        assert not made.text[at : block.span.start].strip()
        assert block.span.of(made.text).strip() == block.span.of(made.text) != ""
        assert block.repeats is None or block.repeats < n
        at = block.span.stop
    assert not made.text[at:].strip()
    assert sum(b.role is Role.TITLE for b in made.blocks) <= 1
    assert made.dateline is None or any(b.span.holds(made.dateline.span) for b in made.blocks)
