"""Reading again: what changed is changed whole, ids and judgements stay, and the same outcome changes nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from verbale import flow, store
from verbale.errors import RecordError
from verbale.model import Given, Reading, Source
from verbale.store import Record
from verbale.text import Span

TEXT = "“We will be ready,” Foreign Minister Ana Reyes said in Lima. She added that the bridge would stay open."


def kept(path: Path, **given: str) -> tuple[Record, Reading]:
    record = store.open(path)
    reading = flow.read(Source(TEXT, "news.txt", "ab12", Given(**{"outlet": "Lima Post", "published": "2021-05-09", **given})))
    record.add(reading, reader="old")
    return record, reading


@pytest.mark.parametrize("given", [{}, {"id": "own-7"}, {"language": "en"}, {"url": "https://a.example/1"}])
def test_the_same_verbale_reads_the_same(tmp_path: Path, given: dict[str, str]) -> None:
    record, reading = kept(tmp_path / "talks.db", **given)
    (article,) = record.read_before(reader="new")
    again = flow.read(record.source(article))
    assert again.statements == reading.statements
    assert again.article == reading.article
    assert record.renew(again, reader="new") is False
    assert record.read_before(reader="new") == []
    assert record.read_before() == [article]


def test_another_outcome_takes_the_place_of_the_old(tmp_path: Path) -> None:
    record, reading = kept(tmp_path / "talks.db")
    record.join()
    before = {e.id: e.person for e in record.statements()}
    poor = replace(reading, statements=reading.statements[:1])
    assert record.renew(poor, reader="new") is True
    assert [e.id for e in record.statements()] == [reading.statements[0].id]
    assert record.renew(reading, reader="newer") is True
    record.join()
    assert {e.id: e.person for e in record.statements()} == before
    assert record.counts().articles == 1
    assert record.reading(reading.article.id) == reading


def test_ids_of_persons_and_judgements_stay(tmp_path: Path) -> None:
    record, reading = kept(tmp_path / "talks.db")
    record.join()
    (person,) = {e.person for e in record.statements()}
    fewer = replace(reading, statements=reading.statements[:1], mentions=reading.mentions[:1])
    record.renew(fewer, reader="new")
    record.join()
    assert {e.person for e in record.statements()} == {person}


def test_a_reading_that_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    record, reading = kept(tmp_path / "talks.db")
    twice = replace(reading, article=replace(reading.article, language=None))  # type: ignore[arg-type]
    with pytest.raises(RecordError):
        record.renew(twice, reader="new")
    assert record.reading(reading.article.id) == reading
    assert record.read_before(reader="old") == []


def test_wrong_spans_are_refused_as_when_adding(tmp_path: Path) -> None:
    record, reading = kept(tmp_path / "talks.db")
    content = replace(reading.statements[0].content, spans=(Span(0, 3),))
    wrong = replace(reading, statements=(replace(reading.statements[0], content=content),))
    assert record.renew(wrong, reader="new") is True
    assert list(record.statements()) == []
    assert [p.code for p in record.problems()] == ["span"]
