"""Searching: by name, words, time, kind and outlet; nothing that is typed is a fault."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from verbale import store
from verbale.errors import RecordError
from verbale.model import Reading, Said, Speech
from verbale.store import Record
from verbale.store.queries import sql
from verbale.store.search import first_day, folded, fts, last_day, named
from verbale.store.search import given as values

from .making import many, saying


def dated(start: str | None, stop: str | None = None, *, words: str, published: str | None = None) -> Reading:
    reading = saying("Ana Reyes", words, published=published)
    return replace(reading, statements=(replace(reading.statements[0], said=Said(start, stop)),))


@pytest.fixture(scope="module")
def record() -> Iterator[Record]:
    with store.open(":memory:") as record:
        record.add(
            [
                saying("Ana Reyes", "The peace talks go on", outlet="Meridian Post", published="2031-05-09"),
                saying("Пётр Йоркин", "Переговоры о мире идут", outlet="Ждань Сегодня", published="2031-05-10"),
                saying("José O’Brien-Lund", "Café owners talk of peace", outlet="MERIDIAN POST", published="2031-06-01"),
                saying("Ivo Reyes", 'COVID-19 costs 50% more AND "that" is (not) all', published="2031-07"),
            ]
        )
        yield record


def speakers(found: Iterator[store.record.Entry]) -> list[str]:
    return [entry.speaker.name for entry in found if entry.speaker]


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ("Reyes", ["Ana Reyes", "Ivo Reyes"]),
        ("ana reyes", ["Ana Reyes"]),
        ("Reyes, A.", ["Ana Reyes"]),
        ("rey", ["Ana Reyes", "Ivo Reyes"]),
        ("eyes", []),
        ("ЙОРКИН", ["Пётр Йоркин"]),
        ("петр йорк", ["Пётр Йоркин"]),
        ("jose", ["José O’Brien-Lund"]),
        ("LUND", ["José O’Brien-Lund"]),
        ("o'brien", ["José O’Brien-Lund"]),
        ("%", []),
        ("_", []),
        ("", []),
        ("Ana Yorkin", []),
    ],
)
def test_a_speaker_is_found_by_any_part_of_the_name(record: Record, wanted: str, names: list[str]) -> None:
    assert speakers(record.statements(speaker=wanted)) == names


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ("peace", ["Ana Reyes", "José O’Brien-Lund"]),
        ("talks peace", ["Ana Reyes"]),
        ("PEACE OWNERS", ["José O’Brien-Lund"]),
        ('"peace talks"', ["Ana Reyes"]),
        ('"talks peace"', []),
        ("talk*", ["Ana Reyes", "José O’Brien-Lund"]),
        ('"peace tal"*', ["Ana Reyes"]),
        ("переговоры", ["Пётр Йоркин"]),
        ("ПЕРЕГОВОР*", ["Пётр Йоркин"]),
        ("cafe", ["José O’Brien-Lund"]),
        ("covid-19", ["Ivo Reyes"]),
        ("talks OR cafe", []),
        ("content:peace", []),
        ("peace AND", []),
        ("", []),
        ("*", []),
        ("—", []),
        ("talks —", ["Ana Reyes"]),
        ('"talks', ["Ana Reyes"]),
        ("said", []),
    ],
)
def test_about_looks_for_words_of_the_content(record: Record, wanted: str, names: list[str]) -> None:
    assert speakers(record.statements(about=wanted)) == names


def test_outlet_and_kind_narrow_the_search(record: Record) -> None:
    assert speakers(record.statements(outlet="meridian post")) == ["Ana Reyes", "José O’Brien-Lund"]
    assert speakers(record.statements(outlet="ждань сегодня")) == ["Пётр Йоркин"]
    assert speakers(record.statements(outlet="Meridian")) == []
    assert speakers(record.statements(outlet="Meridian Post", speaker="Reyes", about="talks")) == ["Ana Reyes"]
    assert len(list(record.statements(kind="direct"))) == len(list(record.statements(kind=Speech.DIRECT))) == 4
    assert list(record.statements(kind="mixed")) == []


def test_what_is_none_or_left_out_is_not_asked(record: Record) -> None:
    nothing = dict.fromkeys(("speaker", "about", "since", "until", "kind", "outlet", "limit"))
    assert list(record.statements(**nothing)) == list(record.statements())  # type: ignore[arg-type]
    assert speakers(record.statements(limit=1, offset=1)) == ["Пётр Йоркин"]
    assert list(record.statements(limit=0)) == []


def test_articles_are_found_by_words_of_title_and_text(record: Record) -> None:
    assert [a.outlet for a in record.articles(about="peace said")] == ["Meridian Post", "MERIDIAN POST"]
    assert [a.published for a in record.articles(outlet="meridian post", limit=1, offset=1)] == ["2031-06-01"]


def test_dates_are_those_of_saying_else_of_publication() -> None:
    with store.open(":memory:") as record:
        record.add(
            [
                dated("2031-05-08", words="a", published="2031-06-01"),
                dated(None, words="b", published="2031-05-09T10:00"),
                dated("2031-05", words="c"),
                dated("2031-04-30", "2031-05-02", words="d"),
                dated(None, "2032", words="e"),
                dated(None, words="f"),
                dated("spring", words="g", published="2031-05-31"),
            ]
        )

        def found(**wanted: str) -> str:
            return "".join(sorted(entry.content.text for entry in record.statements(**wanted)))  # type: ignore[arg-type]

        assert found() == "abcdefg"
        assert found(since="2031-05", until="2031-05") == "abcdg"
        assert found(since="2031-05-09") == "bceg"
        assert found(until="2031-05-08") == "acd"
        assert found(since="2031-05-09", until="2031-05-09") == "bc"
        assert found(since="2031-05-03", until="2031-05-07") == "c"
        assert found(since="2032") == found(since="2031-06") == "e"
        assert found(until="2030") == ""


@pytest.mark.parametrize("date", ["", "May", "31-05-09", "2031-5-9", "20310509", "2031-05-091", "2031-", "٢٠٣١"])
def test_what_is_no_date_is_told(record: Record, date: str) -> None:
    for wanted in ({"since": date}, {"until": date}):
        with pytest.raises(RecordError, match="is no date: write 2031, 2031-05 or 2031-05-09"):
            record.statements(**wanted)  # type: ignore[arg-type]


def test_what_is_no_kind_is_told(record: Record) -> None:
    with pytest.raises(RecordError, match="is no kind of statement: write direct, indirect, mixed"):
        record.statements(kind="verbatim")


def test_days_cover_the_whole_of_a_date() -> None:
    assert (first_day("2031"), last_day("2031")) == ("2031-01-01", "2031-12-31")
    assert (first_day("2032-02"), last_day("2032-02")) == ("2032-02-01", "2032-02-29")
    assert (first_day("2031-05-09T10:00"), last_day("2031-05-09T10:00")) == ("2031-05-09", "2031-05-09")
    assert (first_day(None), last_day("soon")) == (None, None)
    assert (last_day("2031-13"), last_day("0000")) == ("2031-13-31", "0000-12-31")


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=20))
@example('"')
@example('a"*"b*')
@example("\0")
@example('"\0"')
@example("\ud800")
@example("NEAR(a b, 2) ^c -d {content}:e +f")
def test_nothing_that_is_typed_is_a_fault(record: Record, typed: str) -> None:
    for name in ("speaker", "about", "outlet"):
        list(record.statements(**{name: typed}))  # type: ignore[arg-type]
    list(record.articles(about=typed))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=20))
def test_folding_twice_folds_no_further_and_a_name_is_named_by_itself(name: str) -> None:
    assert folded(folded(name)) == folded(name)
    assert named(name, folded(name)) == bool(folded(name))


def test_queries_of_users_are_quoted() -> None:
    assert fts('peace "in our" time* ') == '"peace" "in our" "time"*'
    assert fts(" ") == '""'


def test_a_condition_that_is_not_asked_falls_away() -> None:
    without, having = (sql("statements", values({"about": about})) for about in (None, "peace"))
    assert ":about" not in without
    assert ":about" in having
    assert ":speaker" not in having


@pytest.mark.sqlite
def test_each_name_is_looked_at_once() -> None:
    asked: list[str] = []
    with store.open(":memory:") as record:
        record.add(many(20))
        record._file.connection.create_function("named", 2, lambda name, _: asked.append(name) or True, deterministic=True)
        assert len(list(record.statements(speaker="reyes"))) == 40
    assert sorted(asked) == ["Ana Reyes", "Пётр Йоркин"]


@pytest.mark.sqlite
def test_a_search_goes_by_an_index(record: Record) -> None:
    """A scan of all statements would be felt in a large record."""
    for wanted in ({"speaker": "reyes"}, {"about": "peace"}, {"outlet": "Meridian Post"}):
        bound = values(wanted)  # type: ignore[arg-type]
        plan = record._file.connection.execute("EXPLAIN QUERY PLAN " + sql("statements", bound), bound).fetchall()
        assert not [row["detail"] for row in plan if row["detail"].startswith("SCAN statement ")]
        assert not [row["detail"] for row in plan if row["detail"] in ("SCAN statement", "SCAN article")]


def test_a_language_is_asked_for_by_its_two_letters(record: Record) -> None:
    found = Counter(entry.language for entry in record.statements())
    for language, times in found.items():
        assert len(list(record.statements(language=language.upper()))) == times
    assert not list(record.statements(language="xx"))
