"""A row whose span does not hold its words is refused and told; the rest of the article is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verbale import store
from verbale.errors import Code, RecordError
from verbale.model import (
    Block,
    Condition,
    Dateline,
    Kind,
    Mention,
    Part,
    Problem,
    Reading,
    Role,
    Said,
    Speaker,
    Statement,
    Tie,
    Venue,
)
from verbale.store import Added
from verbale.text import Span

from .making import ARTICLE, NESTED, READING, REYES, TEXT, YORKIN, part, span
from .strategies import readings

WRONG = Part((Span(3, 6),), ("not",))
BEYOND = Part((Span(len(TEXT) - 1, len(TEXT) + 2),), ("\n",))
BEFORE = Part((Span(-4, -1),), (TEXT[-4:-1],))
BACKWARDS = Part((Span(9, 5),), ("",))
NOWHERE = Part((), ())
UNEVEN = Part((Span(0, 7), Span(9, 12)), ("NORLAND",))


def kept(reading: Reading) -> Reading:
    with store.open(":memory:") as record:
        record.add(reading)
        return record.reading(reading.article.id)


@pytest.mark.parametrize("bad", [WRONG, BEYOND, BEFORE, BACKWARDS, NOWHERE, UNEVEN])
def test_a_wrong_part_costs_its_statement_and_nothing_else(bad: Part) -> None:
    for broken in (
        replace(REYES, content=bad),
        replace(REYES, cue=bad),
        replace(REYES, source=bad),
        replace(REYES, addressee=bad),
        replace(REYES, venue=Venue(bad)),
        replace(REYES, said=Said(words=bad)),
        replace(REYES, conditions=(Condition(part("word")), Condition(bad))),
        replace(REYES, conditions=(Condition(part("word"), Tie.IF, bad),)),
    ):
        back = kept(replace(READING, statements=(broken, YORKIN)))
        assert back.statements == (YORKIN,)
        assert [(p.code, p.stage) for p in back.problems] == [(Code.SPAN, "store")]
        assert back.article == ARTICLE
        assert back.mentions == READING.mentions


def test_the_problem_names_the_span_and_the_words_it_claims() -> None:
    earlier = Problem(Code.STRAY_MARK, "split")
    back = kept(Reading(ARTICLE, (replace(REYES, cue=WRONG),), problems=(earlier,)))
    assert back.problems == (earlier, Problem(Code.SPAN, "store", "not", Span(3, 6)))


def test_counts_of_an_addition_tell_what_was_written() -> None:
    with store.open(":memory:") as record:
        added = record.add(replace(READING, statements=(replace(REYES, cue=WRONG), YORKIN)))
        assert added == Added(new=1, statements=1, problems=1)
        assert [p.path for p in record.problems()] == ["norland.txt"]


def test_a_statement_inside_a_refused_one_stays_without_it() -> None:
    back = kept(replace(READING, statements=(replace(REYES, cue=WRONG), NESTED)))
    assert back.statements == (replace(NESTED, inside=None),)


def test_a_second_statement_of_one_id_is_refused() -> None:
    twin = replace(YORKIN, id="s_reyes")
    back = kept(replace(READING, statements=(REYES, twin, REYES)))
    assert back.statements == (REYES,)
    assert [p.words for p in back.problems] == [twin.content.text, REYES.content.text]


def test_a_wrong_name_of_a_speaker_a_mention_or_a_dateline_is_refused() -> None:
    lost = replace(YORKIN, speaker=Speaker("Пётр Йоркин", Kind.PERSON, mention=Span(5, 5)))
    stray = Mention(Span(0, len(TEXT) + 1), Kind.PERSON, "Nobody")
    article = replace(ARTICLE, dateline=Dateline(Span(-1, 4)))
    back = kept(Reading(article, (REYES, lost), (*READING.mentions, stray)))
    assert (back.statements, back.mentions, back.article.dateline) == ((REYES,), READING.mentions, None)
    assert [p.span for p in back.problems] == [Span(-1, 4), stray.span, Span(5, 5)]


def test_blocks_point_at_each_other_though_one_was_refused() -> None:
    good = Block(span("NORLAND"), Role.TITLE)
    blocks = (
        Block(Span(8, 4), Role.BODY),
        good,
        Block(Span(0, 3), Role.DECK, 1),
        Block(Span(0, 5), Role.BODY, 0),
        good,
    )
    back = kept(Reading(replace(ARTICLE, blocks=blocks)))
    assert [(b.role, b.repeats) for b in back.article.blocks] == [
        (Role.TITLE, None),
        (Role.DECK, 0),
        (Role.BODY, None),
        (Role.TITLE, None),
    ]
    assert [p.span for p in back.problems] == [Span(8, 4)]


def test_an_article_that_cannot_be_written_is_told_and_the_next_one_is_kept() -> None:
    thief = replace(ARTICLE, id="a_thief", path="thief.txt")
    unlike = Reading(replace(ARTICLE, id="a_unlike"), (replace(YORKIN, id="s_unlike", score=float("nan")),))
    huge = Reading(replace(ARTICLE, id="a_huge"), problems=(Problem(Code.EMPTY, "x", span=Span(0, 2**70)),))
    last = Reading(replace(ARTICLE, id="a_last"))
    with store.open(":memory:") as record:
        added = record.add([READING, Reading(thief, (REYES,)), unlike, huge, last])
        assert added == Added(new=1, changed=1, failed=3, statements=3, problems=3)
        told = list(record.problems())
        assert {p.code for p in told} == {Code.FAILED}
        assert {p.words.partition(":")[0] for p in told} == {"a_thief", "a_unlike", "a_huge"}
        assert [a.id for a in record.articles()] == ["a_last", "a_norland"]
        assert record.add(Reading(thief, (REYES,))) == Added(failed=1)  # told once


def test_wrong_types_are_told_too() -> None:
    odd = Reading(replace(ARTICLE, outlet=["Meridian", "Post"]))  # type: ignore[arg-type]
    with store.open(":memory:") as record, pytest.raises(RecordError, match="cannot be used"):
        record.add(odd)


def moved(reading: Reading, by: int) -> Reading:
    """The reading with the contents of its statements claimed elsewhere."""

    def shift(statement: Statement) -> Statement:
        spans = tuple(Span(s.start + by, s.stop + by) for s in statement.content.spans)
        return replace(statement, content=Part(spans, statement.content.words))

    return replace(reading, statements=tuple(map(shift, reading.statements)))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reading=readings(), by=st.integers(-70, 70))
def test_whatever_is_kept_holds_its_words_and_whatever_is_not_is_told(reading: Reading, by: int) -> None:
    back = kept(moved(reading, by))
    for statement in back.statements:
        assert statement.content == Part.of(back.article.text, *statement.content.spans)
    assert len(back.statements) + len(back.problems) == len(reading.statements) + len(reading.problems)
