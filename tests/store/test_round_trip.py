"""What goes into a record comes out as it was."""

from __future__ import annotations

from dataclasses import fields, replace
from itertools import chain

import pytest
from hypothesis import HealthCheck, given, settings

from verbale import store
from verbale.errors import Code, RecordError
from verbale.model import Kind, Mention, Problem, Reading
from verbale.store import Added, Record
from verbale.text import Span

from .making import ARTICLE, COUNT, MEETING, NESTED, READING, REYES, TEXT, YORKIN, many, saying
from .strategies import readings


@pytest.fixture
def record(tmp_path):
    with store.open(tmp_path / "talks.db") as record:
        yield record


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reading=readings())
def test_any_reading_comes_back_as_it_was_added(reading: Reading) -> None:
    with store.open(":memory:") as record:
        added = record.add(reading)
        assert added == Added(new=1, statements=len(reading.statements), problems=len(reading.problems))
        assert record.reading(reading.article.id) == reading
        assert record.article(reading.article.id) == reading.article
        found = {entry.id: entry.statement for entry in record.statements()}
        assert found == {s.id: s for s in reading.statements}


def test_no_field_of_what_is_kept_is_forgotten(record: Record) -> None:
    """A field that is added to the model has its default here, and fails until the record keeps it."""
    statement = replace(REYES, headline=True, implicit=True, unquoted=True, inside="s_nested")
    mention = Mention(Span(0, 7), Kind.PLACE, "Norland", "seat", "neut", "sing", pronoun=True)
    problem = Problem(Code.STRAY_MARK, "split", "”", Span(4, 5), "elsewhere.txt")
    reading = Reading(ARTICLE, (statement, NESTED), (mention,), (problem,), (MEETING,), (COUNT,))
    kept = (reading, ARTICLE, statement, mention, problem, MEETING, COUNT)
    rows = chain.from_iterable(map(vars_of, kept))
    nested = (ARTICLE.dateline, ARTICLE.blocks[-1], statement.speaker, statement.said, statement.venue)
    assert [name for name, value, default in chain(rows, *map(vars_of, nested)) if value == default] == []
    record.add(reading)
    assert record.reading("a_norland") == reading
    assert COUNT.adds_up


def vars_of(row: object) -> list[tuple[str, object, object]]:
    """Name, value and default of each field of a record, but for outlets, which accompany an article only while it is read."""
    kept = (f for f in fields(row) if f.name != "outlets")  # type: ignore[arg-type]
    return [(f.name, getattr(row, f.name), f.default) for f in kept]


def test_an_article_added_twice_changes_nothing(record: Record) -> None:
    assert record.add(READING) == Added(new=1, statements=3)
    before = list(record.statements())
    assert record.add([READING, replace(READING, statements=())], reader="9.9") == Added(known=2)
    assert list(record.statements()) == before
    assert record.reading("a_norland") == READING


def test_a_changed_page_is_kept_beside_the_old_one(record: Record) -> None:
    url = "https://meridian.example/talks"
    first, second = saying("Ana Reyes", "Talks go on", url=url), saying("Ana Reyes", "Talks are over", url=url)
    assert record.add(first, reader="0.1") == Added(new=1, statements=1)
    assert record.add(second, reader="0.2") == Added(changed=1, statements=1)
    assert [(v.article, v.reader) for v in record.versions(url)] == [
        (first.article.id, "0.1"),
        (second.article.id, "0.2"),
    ]
    assert all(len(v.added) == 20 and v.added.endswith("Z") for v in record.versions(url))
    assert len(list(record.statements())) == 2


def test_entries_carry_the_head_of_their_article(record: Record) -> None:
    record.add(READING)
    entry = record.statement("s_reyes")
    assert entry.statement == REYES
    assert entry.article == ARTICLE.id
    for name in ("path", "sha256", "url", "outlet", "title", "language", "published"):
        assert getattr(entry, name) == getattr(ARTICLE, name)
    assert (entry.person, entry.same) == (None, None)


def test_statements_stand_in_the_order_of_articles_and_text(record: Record) -> None:
    late, early, undated = (
        saying("Ana Reyes", "Late", published="2031-06"),
        saying("Ana Reyes", "Early", published="2031-05-08T09:00"),
        saying("Ana Reyes", "Some day"),
    )
    shuffled = replace(READING, statements=(YORKIN, NESTED, REYES))
    record.add([undated, late, shuffled, early])
    contents = [entry.content.text.split()[0] for entry in record.statements()]
    assert contents == ["Early", "We", "keeps", "переговоры", "Late", "Some"]
    assert [article.published for article in record.articles()] == [
        "2031-05-08T09:00",
        ARTICLE.published,
        "2031-06",
        None,
    ]
    assert record.reading("a_norland").statements == (YORKIN, NESTED, REYES)


def test_more_than_a_page_of_statements_comes_out_whole(record: Record) -> None:
    record.add(many(200))
    found = list(record.statements())
    assert len(found) == len({entry.id for entry in found}) == 600
    assert [e.id for e in record.statements(limit=10, offset=300)] == [e.id for e in found[300:310]]
    assert len(list(record.articles())) == 200


@pytest.mark.sqlite  # which tells what it is asked
def test_statements_are_fetched_a_page_at_a_time(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    record.add(many(3))
    monkeypatch.setattr(store.fetch, "PAGE", 2)
    asked = []
    record._file.connection.set_trace_callback(lambda query: asked.append("statement.*" in query))
    found = record.statements()
    assert sum(asked) == 0
    next(found)
    assert sum(asked) == 1
    assert len(list(found)) == 8
    assert sum(asked) == 5


def test_writing_while_statements_are_read_disturbs_neither(record: Record) -> None:
    record.add(many(200))
    for n, _ in enumerate(record.statements()):
        if n in (0, 300):
            record.add(saying("Ana Reyes", "Meanwhile", number=n))
            record.join()
    assert n == 599
    assert record.counts().articles == 202


def test_ids_may_be_cut_short_while_they_stay_clear(record: Record) -> None:
    record.add(READING)
    assert record.statement("s_r").statement == REYES
    assert record.article("a_") == ARTICLE
    assert record.reading("a_n") == READING
    with pytest.raises(RecordError, match="more than one statement has an id that begins with “s_”"):
        record.statement("s_")
    for stranger in ("s_x", "S_reyes", "%", "s_reyes_", "\ud800"):
        with pytest.raises(RecordError, match="no statement"):
            record.statement(stranger)
    with pytest.raises(RecordError, match="no article"):
        record.article("a_x")


def test_half_characters_are_mended_in_place_and_told(record: Record) -> None:
    words = "We \ud83d will"
    broken = saying("Ana Reyes", words, path="caf\udce9.txt")
    assert record.add(broken) == Added(new=1, statements=1, problems=1)
    assert record.add(broken) == Added(known=1)
    back = record.reading(broken.article.id)
    assert back.article.text == broken.article.text.replace("\ud83d", "\ufffd")
    assert back.statements[0].content.words == ("We \ufffd will",)
    assert back.article.path == "caf\ufffd.txt"
    assert back.problems == (Problem(Code.BROKEN_BYTES, "store", path="caf\ufffd.txt"),)


def test_problems_without_article_are_kept_once(record: Record) -> None:
    problems = [
        Problem(Code.UNREADABLE, "sources", path="b.txt"),
        Problem(Code.BROKEN_JSON, "sources", "{", path="a.jsonl"),
        Problem(Code.EMPTY, "sources", path="caf\udce9.txt"),
    ]
    assert record.note(problems) == 3
    assert record.note([*problems, Problem(Code.EMPTY, "sources")]) == 1
    record.add(replace(READING, problems=(Problem(Code.STRAY_MARK, "split", "”"),)))
    assert [(p.code, p.path) for p in record.problems()] == [
        (Code.STRAY_MARK, "norland.txt"),
        (Code.EMPTY, None),
        (Code.BROKEN_JSON, "a.jsonl"),
        (Code.UNREADABLE, "b.txt"),
        (Code.EMPTY, "caf\ufffd.txt"),
    ]


def test_counts_tell_what_there_is(record: Record) -> None:
    assert record.counts() == store.Counts(0, 0, 0, 0, (), (), (), (), None, None)
    record.add([READING, saying("Ana Reyes", "Yes", published="2030"), saying("Ivo Lund", "No", outlet="Meridian Post")])
    record.note([Problem(Code.EMPTY, "sources")])
    record.join()
    assert record.counts() == store.Counts(
        articles=3,
        statements=5,
        problems=1,
        persons=3,
        outlets=(("Meridian Post", 2), (None, 1)),
        languages=(("en", 3),),
        speakers=(("Ana Reyes", 2), (None, 1), ("Ivo Lund", 1), ("Пётр Йоркин", 1)),
        codes=(("empty", 1),),
        first="2030",
        last="2031-05-09T14:30",
        utterances=5,
    )


@pytest.mark.sqlite  # NUL among them
def test_texts_keep_every_character(record: Record) -> None:
    text = "\ufeffA\r\nB\0C\u2028D\u00ad é e\u0301 𝔸 ” “\n"
    record.add(Reading(replace(ARTICLE, text=text, blocks=(), dateline=None)))
    assert record.article("a_norland").text == text
    assert len(TEXT) == len(READING.article.text)


def test_a_record_tells_which_articles_it_knows(record: Record) -> None:
    assert not record.knows(READING.article.id)
    record.add(READING)
    assert record.knows(READING.article.id)
    assert not record.knows(READING.article.id[:-1])
