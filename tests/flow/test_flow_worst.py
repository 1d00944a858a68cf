"""No text takes long, whatever it holds: what is too much to be an article is told and not searched."""

from __future__ import annotations

import time

import pytest
from hostile import hostile

from verbale import split
from verbale.errors import Code
from verbale.flow import read

SIZE = 5_000_000
SECONDS = 10.0
"""Of processor time; twice what is promised, since the machine of a test may be slow."""


@pytest.mark.parametrize("language", ["en", "ru", "uk"])
@pytest.mark.parametrize("name", ["capitals", "he said", "short speech a line", "quoted words", "single marks", "spaces"])
def test_no_text_takes_long(name: str, language: str) -> None:
    read("Words.", language=language)  # the models are loaded
    text, begun = hostile(name, SIZE), time.process_time()
    reading = read(text, language=language)
    assert time.process_time() - begun < SECONDS
    assert {p.code for p in reading.problems} & {Code.LONG_TEXT, Code.LONG_LINE}
    assert Code.FAILED not in {p.code for p in reading.problems}


def test_what_lies_beyond_the_end_of_reading_is_told_once_and_exactly() -> None:
    sentence = "“We will go on,” Ana Reyes said.\n"
    reading = read(sentence * (split.SENTENCES + 200), language="en")
    assert reading.statements
    (rest,) = [p for p in reading.problems if p.code is Code.LONG_TEXT]
    assert rest.span
    assert rest.span.stop == len(reading.article.text.rstrip())
    assert rest.span.of(reading.article.text).startswith(rest.words)
    assert max(s.content.spans[-1].stop for s in reading.statements) <= rest.span.start


def test_a_sentence_without_end_costs_only_itself() -> None:
    endless = "the talks and " * split.LONG
    reading = read(f"“We will go on,” Ana Reyes said.\n{endless}\n“We will stay,” Ivo Lund said.", language="en")
    (problem,) = [p for p in reading.problems if p.code is Code.LONG_LINE]
    assert problem.span
    assert problem.span.of(reading.article.text).startswith("the talks")
    assert [str(s.speaker and s.speaker.name) for s in reading.statements] == ["Ana Reyes", "Ivo Lund"]


def test_no_article_of_usual_length_is_cut() -> None:
    text = "\n".join(f"Ana Reyes said that the bridge number {n} would stay open all through the winter." for n in range(400))
    reading = read(text, language="en")
    assert not {p.code for p in reading.problems} & {Code.LONG_TEXT, Code.LONG_LINE}
    assert len(reading.statements) == 400
