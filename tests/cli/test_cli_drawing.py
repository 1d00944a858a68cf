"""Marks stand exactly below their words, whatever the words and however narrow the screen."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from verbale.cli.drawing import Mark, drawn, marks
from verbale.text import Span

from .samples import OPEN, READY, SUMMIT

SENTENCE = "“We will be ready,” Foreign Minister Ana Reyes said in Lima."


def lines(text: str, *found: Mark, width: int = 80, **options: object) -> list[str]:
    return [line.plain.rstrip() for line in drawn(text, found, width=width, **options)]  # type: ignore[arg-type]


def mark(words: str, part: str, number: int = 1, text: str = SENTENCE) -> Mark:
    start = text.index(words)
    return Mark(Span(start, start + len(words)), part, number)


READY_MARKS = (mark("We will be ready,", "said"), mark("Foreign Minister Ana Reyes", "who"), mark("said", "cue"))


def test_a_sentence_with_its_parts() -> None:
    assert lines(SENTENCE, *READY_MARKS) == [
        "“We will be ready,” Foreign Minister Ana Reyes said in Lima.",
        " 1 said───────────  1 who───────────────────── 1cue",
    ]


def test_it_is_wrapped_at_spaces_and_each_row_has_its_marks() -> None:
    assert lines(SENTENCE, *READY_MARKS, width=30) == [
        "“We will be ready,” Foreign",
        " 1 said───────────  1 who──",
        "Minister Ana Reyes said in",
        "1 who───────────── 1cue",
        "Lima.",
    ]


def test_statements_that_overlap_stand_below_each_other() -> None:
    text = "He recalled that she had said no."
    found = [
        mark("that she had said no", "said", 1, text),
        mark("recalled", "cue", 1, text),
        mark("she", "who", 2, text),
        mark("no", "said", 2, text),
    ]
    assert lines(text, *found) == [
        "He recalled that she had said no.",
        "   1 cue─── 1 said──────────────",
        "                 2w─          2s",
    ]


def test_parts_of_one_statement_that_overlap_do_too() -> None:
    text = "According to her it rains."
    found = [mark("According to her", "cue", 1, text), mark("her", "who", 1, text)]
    assert lines(text, *found)[1:] == ["1 cue───────────", "             1w─"]


def test_statements_side_by_side_share_a_line() -> None:
    text = "Yes, she said. No, he said."
    found = [mark("Yes", "said", 1, text), mark("she", "who", 1, text), mark("No", "said", 2, text)]
    assert lines(text, *found)[1:] == ["1s─  1w─       2s"]


def test_without_a_number_the_part_alone_is_named() -> None:
    assert lines("She said so.", Mark(Span(4, 8), "cue"), Mark(Span(0, 3), "who")) == ["She said so.", "who cue─"]


def test_paragraphs_with_marks_are_parted_and_empty_lines_left_out() -> None:
    text = "Yes, she said.\n\n\nNo more.\nNothing."
    assert lines(text, mark("she", "who", 1, text)) == ["Yes, she said.", "     1w─", "", "No more.", "Nothing."]


def test_a_stretch_can_be_drawn_alone() -> None:
    assert lines(SUMMIT, *marks(OPEN), within=[Span(SUMMIT.index("She"), len(SUMMIT))]) == [
        "She added that the bridge at Zhdan would stay open.",
        "who cue──      said───────────────────────────────",
    ]


def test_all_parts_are_marked_where_asked_for() -> None:
    assert {m.part for m in marks(READY)} == {"said", "who", "cue"}
    assert {m.part for m in marks(READY, all_parts=True)} == {"said", "who", "cue", "to", "at", "when", "if"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2Jred\x07", "\ufffd[2Jred\ufffd"),
        ("a\tb\u00a0c", "a b c"),
        ("so\u00adft\u200b \u202eevil", "soft evil"),
    ],
)
def test_no_character_reaches_the_screen_that_would_change_it(text: str, shown: str) -> None:
    assert lines(text) == [shown]


def test_a_mark_stands_below_its_word_behind_wide_and_invisible_characters() -> None:
    text = "日本\u00ad е\u0301 she said."
    words, marked = lines(text, mark("she", "who", 1, text))
    assert cell_len(words[: words.index("she")]) == marked.index("1w─") == 7


TEXTS = st.text(st.sampled_from("ab, “”.\n\t\u00ad\u0301日я"), max_size=60)


@given(TEXTS, st.integers(4, 20), st.data())
def test_nothing_is_lost_and_nothing_too_wide(text: str, width: int, data: st.DataObject) -> None:
    edges = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    found = [Mark(Span(*edges), "said", 12)] if text[slice(*edges)].strip() else []
    plain = lines(text, *found, width=width)
    assert all(cell_len(line) <= width for line in plain)
    assert _letters("".join(line for line in plain if "─" not in line and not line.lstrip().startswith("1"))) == _letters(text)


def _letters(text: str) -> str:
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) != "Cf")
