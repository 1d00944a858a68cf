"""The notation of marked lines, which rule files, tests and docs share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import LABELS, Marked, Part, mark, ordered, parse

from verbale.text import Span

LINE = "“[content We will be ready],” [cue said] [source Ana Reyes]."


def test_a_line_is_its_text_and_its_parts() -> None:
    line = parse(LINE)
    assert line.text == "“We will be ready,” said Ana Reyes."
    assert line.words("content") == ("We will be ready",)
    assert line.words("cue") == ("said",)
    assert line.words("source") == ("Ana Reyes",)
    assert line.words("venue") == ()


def test_parts_within_parts() -> None:
    line = parse("[source Ana] [cue said] [content that [source Lan] [cue had promised] [content aid]].")
    assert line.text == "Ana said that Lan had promised aid."
    assert line.words("content") == ("that Lan had promised aid", "aid")
    assert line.words("source") == ("Ana", "Lan")


@pytest.mark.parametrize("text", ["", "no part", "they [the ministers] agree", "a ] b", "[", "[contents of it]", "[]", "x[1]"])
def test_other_brackets_are_text(text: str) -> None:
    assert parse(text) == Marked(text, ())


def test_a_bracket_of_the_text_within_a_part() -> None:
    assert parse("[content they [the ministers] agree], he said").words("content") == ("they [the ministers] agree",)


@pytest.mark.parametrize("line", ["[content We", "[content We [cue said]"])
def test_a_part_is_closed(line: str) -> None:
    with pytest.raises(ValueError, match="never closed"):
        parse(line)


def test_two_parts_of_one_stretch() -> None:
    line = "[content [cue said]]"
    assert mark("said", parse(line).parts) in {line, "[cue [content said]]"}


@st.composite
def lines(draw: st.DrawFn) -> Marked:
    """Texts with parts that lie beside or within each other."""
    text = draw(st.text("ab «»“”,.", max_size=30))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    beside = [Part(draw(st.sampled_from(LABELS)), Span(a, b)) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    inner = [Part("cue", Span(s.start, s.start + 1)) for label, s in beside if label == "content" and s.size() > 1]
    return Marked(text, ordered([*beside, *inner]))


@given(lines())
def test_marking_and_reading_are_inverse(line: Marked) -> None:
    assert parse(mark(line.text, line.parts)) == line
