"""Spans, and texts that remember where their characters stood."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from verbale.text import INVISIBLE, SPACES, Span, Text, cover, one_script

WORDS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from(sorted(INVISIBLE | SPACES)))
SPANS = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda s: Span(min(s), max(s)))


def test_a_span_covers_its_words() -> None:
    assert Span(4, 8).of("Ana said so") == "said"
    assert Span(4, 8).size() == 4


@pytest.mark.parametrize(
    ("one", "other", "holds", "meets"),
    [
        ((2, 8), (2, 8), True, True),
        ((2, 8), (3, 5), True, True),
        ((2, 8), (7, 9), False, True),
        ((2, 8), (8, 9), False, False),
        ((2, 8), (0, 2), False, False),
        ((2, 8), (8, 8), True, False),
        ((2, 8), (1, 9), False, True),
    ],
)
def test_how_spans_lie(one: tuple[int, int], other: tuple[int, int], holds: bool, meets: bool) -> None:
    assert Span(*one).holds(Span(*other)) is holds
    assert Span(*one).meets(Span(*other)) is meets
    assert Span(*other).meets(Span(*one)) is meets


def test_stripping_moves_the_ends() -> None:
    assert Span(0, 9).stripped("  we go\n ") == Span(2, 7)
    assert Span(2, 9).stripped("ab, we go.", " ,.") == Span(4, 9)
    assert Span(0, 10).stripped("ab, we go.", " ,.") == Span(0, 9)


def test_nothing_left_is_an_empty_span_at_the_start() -> None:
    assert Span(3, 6).stripped("abc   def").size() == 0


@given(SPANS, SPANS)
def test_spans_that_meet_share_a_character(one: Span, other: Span) -> None:
    assert one.meets(other) is bool(set(range(*one)) & set(range(*other)))


@given(st.lists(SPANS, min_size=1))
def test_a_cover_is_the_smallest_span_that_holds_all(spans: list[Span]) -> None:
    whole = cover(spans)
    assert all(whole.holds(s) for s in spans)
    assert whole.start in {s.start for s in spans}
    assert whole.stop in {s.stop for s in spans}


@given(WORDS, SPANS)
def test_stripped_words_are_the_words_stripped(text: str, span: Span) -> None:
    left = span.stripped(text)
    assert left.of(text) == span.of(text).strip()
    assert not left.size() or span.holds(left)


@pytest.mark.parametrize(
    ("source", "string"),
    [
        ("при\u00adкрытие", "прикрытие"),
        ("10\u00a0марта", "10 марта"),
        ("а\u202fб\tв", "а б в"),
        ("\ufeffТекст", "Текст"),
        ("\u202bкто\u202c", "кто"),
        ("zero\u200bwidth", "zerowidth"),
        ("й", "й"),
        ("и\u0306", "и\u0306"),
        ("ё", "ё"),
    ],
)
def test_what_a_model_sees(source: str, string: str) -> None:
    assert Text(source).string == string


def test_a_copy_remembers_its_source() -> None:
    text = Text("Он\u00ad сказал", 10)
    assert text.string == "Он сказал"
    assert text.back(0, 2) == Span(10, 12)
    assert text.back(3, 9) == Span(14, 20)
    assert text.forth(Span(14, 20)) == (3, 9)


@given(WORDS, st.integers(0, 9), st.data())
def test_back_and_forth(source: str, offset: int, data: st.DataObject) -> None:
    """Any stretch of the copy leads to a stretch of the source that holds it, and from there to itself."""
    text = Text(source, offset)
    assume(text.string)
    start = data.draw(st.integers(0, len(text.string) - 1))
    stop = data.draw(st.integers(start + 1, len(text.string)))
    span = text.back(start, stop)
    assert offset <= span.start < span.stop <= offset + len(source)
    assert text.forth(span) == (start, stop)
    assert Text(Span(span.start - offset, span.stop - offset).of(source)).string == text.string[start:stop]


@given(WORDS)
def test_nothing_but_blanks_is_changed(source: str) -> None:
    kept = "".join(c for c in source if c not in INVISIBLE | SPACES)
    assert "".join(Text(source).string.split(" ")) == "".join(kept.split(" "))


@pytest.mark.parametrize(
    ("word", "put"),
    [
        ("Xартов", "Хартов"),  # a Latin X
        ("Хapтoв", "Хартов"),  # three Latin letters
        ("Хinhua", "Xinhua"),  # a Cyrillic Х
        ("Хартов", "Хартов"),
        ("Reyes", "Reyes"),
        ("IT-компания", "IT-компания"),
        ("Zартов", "Zартов"),
        ("№5", "№5"),
        ("", ""),
    ],
)
def test_letters_that_look_alike(word: str, put: str) -> None:
    assert one_script(word) == put


@given(WORDS)
def test_no_letter_is_lost(word: str) -> None:
    assert len(one_script(word)) == len(word)
    assert one_script(one_script(word)) == one_script(word)
