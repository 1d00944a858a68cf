"""A record that was harmed is told of, to the row; what follows from the rest is made anew."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from verbale import flow, store
from verbale.errors import RecordError
from verbale.store import Record

TEXT = "“We will be ready,” Foreign Minister Ana Reyes said in Lima. She added that the bridge would stay open."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with store.open(tmp_path / "talks.db") as record:
        record.add(flow.read(TEXT, outlet="Lima Post"))
        record.join()
    return tmp_path / "talks.db"


def harm(path: Path, *changes: str) -> Record:
    """The record after somebody else wrote into it."""
    with sqlite3.connect(path) as other:
        other.executescript("PRAGMA foreign_keys = OFF;" + ";".join(changes))
    other.close()
    return store.open(path)


def test_a_whole_record_is_whole(path: Path) -> None:
    with store.open(path) as record:
        assert record.audit().whole


@pytest.mark.sqlite
@pytest.mark.parametrize(
    "change",
    [
        "UPDATE part SET words = 'We will be late' WHERE name = 'content' AND statement = 1",
        "UPDATE part SET start = start + 1 WHERE name = 'cue'",
        "UPDATE part SET stop = stop + 1000 WHERE name = 'cue'",
        "UPDATE statement SET content = 'We will be late' WHERE number = 1",
        "DELETE FROM part WHERE name = 'content' AND statement = 1",
        "UPDATE mention SET stop = 9999",
        "UPDATE block SET stop = 9999",
    ],
)
def test_spans_without_their_words_are_found_and_mended(path: Path, change: str) -> None:
    with harm(path, change) as record:
        ((article, times),) = record.audit().articles
        assert times >= 1
        record.renew(flow.read(record.source(article)), anyway=True)
        record.rebuild()
        assert record.audit().whole
        assert len(list(record.statements(about="ready"))) == 1


@pytest.mark.sqlite
def test_a_search_index_that_is_not_true_is_made_anew(path: Path) -> None:
    change = "INSERT INTO statement_fts (statement_fts) VALUES ('delete-all')"
    with harm(path, change) as record:
        assert record.audit().indices == ("statement",)
        record.rebuild()
        assert record.audit().whole
        assert len(list(record.statements(about="ready"))) == 1


@pytest.mark.sqlite
def test_rows_that_point_at_nothing_are_told(path: Path) -> None:
    with harm(path, "INSERT INTO relay (statement, n, name) VALUES (99, 0, 'Orbit')") as record:
        assert record.audit().orphans == (("relay", 1),)


@pytest.mark.sqlite
def test_a_torn_file_is_told_or_refused(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for at in range(8192, len(data) - 4096, 8192):
        data[at : at + 2048] = b"\xff" * 2048
    path.write_bytes(bytes(data))
    assert not is_whole(path)


def is_whole(path: Path) -> bool:
    try:
        with store.open(path) as record:
            return record.audit().whole
    except RecordError:
        return False
