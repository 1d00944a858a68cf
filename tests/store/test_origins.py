"""Bytes of articles: kept once, packed, given back as they were; and what is no longer as it was is told."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from verbale import flow, store
from verbale.model import Given, Origin, Raw, Reading, Source
from verbale.store import Record
from verbale.store.origins import LARGEST, worth

TEXT = "“We will be ready,” Foreign Minister Ana Reyes said in Lima."
PAGE = f"<html><body><p>{TEXT}</p></body></html>".encode()


def reading(text: str = TEXT, data: bytes = PAGE, **given: str) -> Reading:
    return flow.read(Source(text, "page.html", hashlib.sha256(data).hexdigest(), Given(**given)))


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with store.open(tmp_path / "talks.db") as record:
        yield record


def kept(record: Record, reading: Reading, origin: Origin) -> str:
    record.add(reading, origin={reading.article.id: origin}.__getitem__)
    return reading.article.id


def test_bytes_come_back_with_what_was_given_beside_them(record: Record) -> None:
    origin = Origin(Raw("html", PAGE), Given(outlet="Lima Post", id="own-7"))
    assert record.origin(kept(record, reading(outlet="Lima Post"), origin)) == origin
    assert record.audit().whole


def test_the_same_bytes_are_kept_once(record: Record) -> None:
    for outlet in ("Lima Post", "Orbit"):
        kept(record, reading(outlet=outlet), Origin(Raw("html", PAGE)))
    assert len(record._file.ask("raw_hashes")) == 1


def test_bytes_that_the_text_gives_back_take_no_room(record: Record) -> None:
    origin = Origin(Raw("plain", TEXT.encode()))
    article = kept(record, reading(data=TEXT.encode()), origin)
    assert record.origin(article) == origin
    assert record._file.ask("raw_hashes") == []


def test_what_comes_without_bytes_has_none(record: Record) -> None:
    record.add(found := reading())
    assert record.origin(found.article.id) == Origin()
    assert record.audit().whole


def test_bytes_can_be_kept_later(record: Record) -> None:
    record.add(found := reading())
    record.keep(found.article.id, Origin(Raw("html", PAGE), Given(id="own-7")))
    assert record.origin(found.article.id) == Origin(Raw("html", PAGE), Given(id="own-7"))


def test_bytes_of_another_page_with_the_same_text_are_not_its_bytes(record: Record) -> None:
    record.add(found := reading())
    record.keep(found.article.id, Origin(Raw("html", PAGE + b" ")))
    assert record.origin(found.article.id) == Origin()


def test_an_article_whose_text_was_made_anew_is_known_by_both_ids(record: Record) -> None:
    worse = reading("Menu Home " + TEXT)
    article = kept(record, worse, Origin(Raw("html", PAGE)))
    new = reading()
    better = flow.read(Source(TEXT, "page.html", worse.article.sha256, article=article))
    assert record.renew(better, origin=Origin(Raw("html", PAGE), known_as=new.article.id))
    assert record.knows(article)
    assert record.knows(new.article.id)
    assert record.add(new).known == 1
    assert record.article(article).text == TEXT
    assert record.audit().whole


def test_reading_again_leaves_where_it_came_from(record: Record) -> None:
    origin = Origin(Raw("html", PAGE), Given(id="own-7"))
    article = kept(record, found := reading(), origin)
    record.renew(replace(found, statements=()))
    assert record.origin(article) == origin


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("change", "texts", "raws"),
    [
        ("UPDATE raw SET data = x'00'", 0, 1),
        ("UPDATE raw SET data = (SELECT substr(data, 1, length(data) - 9) FROM raw)", 0, 1),
        ("UPDATE article SET text = replace(text, 'ready', 'reads')", 1, 0),
    ],
)
def test_what_is_no_longer_as_it_was_is_told(record: Record, change: str, texts: int, raws: int) -> None:
    kept(record, reading(), Origin(Raw("html", PAGE)))
    record._file.connection.execute(change)
    found = record.audit()
    assert (len(found.texts), len(found.raws), found.whole) == (texts, raws, False)


@pytest.mark.sqlite
def test_bytes_that_are_harmed_are_not_given_out_and_forgotten(record: Record) -> None:
    article = kept(record, reading(), Origin(Raw("html", PAGE)))
    record._file.connection.execute("UPDATE raw SET data = x'00'")
    assert record.origin(article).raw is None
    record.rebuild()
    assert record.audit().whole


def test_which_bytes_are_worth_keeping() -> None:
    large = hashlib.shake_256(b"large").digest(LARGEST + 1)
    assert worth(Raw("html", PAGE), TEXT)
    assert worth(Raw("plain", TEXT.encode()), TEXT)
    assert worth(Raw("plain", "Ждания".encode("cp1251")), "Ждания")
    assert not worth(Raw("json", b'{"text": "A"}'), "A")
    assert not worth(Raw("pdf", large), TEXT)
    assert worth(Raw("pdf", large), TEXT, everything=True)
    assert worth(Raw("json", b'{"text": "A"}'), "A", everything=True)


def test_a_record_of_before_gets_its_hashes_when_it_is_read_again(record: Record) -> None:
    record.add(found := reading())
    record._file.connection.execute("DELETE FROM origin")
    record._file.connection.execute("UPDATE article SET text = text || '!'")
    assert record.audit().whole  # nothing is known of what it was
    record._file.connection.execute("UPDATE article SET text = substr(text, 1, length(text) - 1)")
    assert record.renew(found) is False
    record._file.connection.execute("UPDATE article SET text = text || '!'")
    assert record.audit().texts == (found.article.id,)


def test_bytes_of_an_article_that_was_deleted_are_told_and_forgotten(record: Record) -> None:
    article = kept(record, reading(), Origin(Raw("html", PAGE)))
    record._file.connection.execute(f"DELETE FROM article WHERE id = '{article}'")
    assert record.audit().strays == (hashlib.sha256(PAGE).hexdigest(),)
    record.rebuild()
    assert record.audit().whole
    assert record._file.ask("raw_hashes") == []
