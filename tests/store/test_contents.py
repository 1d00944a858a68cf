"""A whole record copied into another: all rows, and what comes later goes on from them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import onserver
import pytest
from cli.samples import made

from verbale import store
from verbale.errors import RecordError
from verbale.model import Stamp
from verbale.store import Record, contents
from verbale.store.contents import pages, tables
from verbale.store.opening import open_file

from .making import READING, many
from .test_utterances import READINGS

READY_ID, OPEN_ID = "s_1111aaaa1111aaaa", "s_2222bbbb2222bbbb"


def rows(record: Record) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables."""
    file = record._file
    return {table.name: [tuple(row) for page in pages(file, table) for row in page] for table in tables()}


def filled(record: Record) -> Record:
    """Something in many tables, judged and joined."""
    record.add([READING, *READINGS, *many(3)])
    record.rulings.accept(READY_ID, who="mo")
    record.join()
    record.rulings.reject(OPEN_ID, who="mo")
    return record


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Record]:
    with store.open(made(tmp_path / "full.db")) as record:
        yield filled(record)


def test_each_table_stands_behind_those_it_points_at() -> None:
    names = [table.name for table in tables()]
    assert names[0] == "article"
    assert {"judgement", "ruling", "person", "carrier", "raw", "medium"} < set(names)
    assert not any("fts" in name or name == "said" for name in names)
    keys = {table.name: table.key for table in tables()}
    assert keys["part"] == ("statement", "name", "n", "stretch")
    assert all(keys.values())


@pytest.mark.parametrize("page", [1, 3, 1000])
def test_a_copy_is_equal_row_by_row(full: Record, tmp_path: Path, page: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "PAGE", page)
    with store.open(tmp_path / "copy.db") as copy:
        counted = full.contents.copy_to(copy.contents)
        assert rows(copy) == rows(full)
        assert counted == {name: len(found) for name, found in rows(full).items()}
        assert counted["ruling"] == 2
        assert copy.audit().whole
        assert [e.id for e in copy.statements(about="ready")] == [e.id for e in full.statements(about="ready")]


def test_a_copy_goes_on_as_the_record_would(full: Record, tmp_path: Path) -> None:
    with store.open(tmp_path / "copy.db") as copy:
        full.contents.copy_to(copy.contents)
        assert copy.add(READING).known == 1
        for record in (full, copy):
            record.add(many(9))
            record.join()
            assert OPEN_ID not in {entry.id for entry in record.statements()}
        assert [entry.id for entry in copy.statements()] == [entry.id for entry in full.statements()]
        assert {e.person for e in copy.statements()} == {e.person for e in full.statements()}


def test_what_holds_anything_is_left_alone(full: Record, tmp_path: Path) -> None:
    with store.open(tmp_path / "other.db") as other:
        other.add(READING)
        before = rows(other)
        with pytest.raises(RecordError, match="is not empty, it has rows of “article”"):
            full.contents.copy_to(other.contents)
        assert rows(other) == before


def test_a_copy_that_is_stopped_leaves_nothing(full: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    with store.open(tmp_path / "copy.db") as copy:
        monkeypatch.setattr(contents, "pages", stopped)
        with pytest.raises(KeyboardInterrupt):
            full.contents.copy_to(copy.contents)
        monkeypatch.undo()
        assert not any(rows(copy).values())
        full.contents.copy_to(copy.contents)
        assert rows(copy) == rows(full)


@pytest.mark.skipif(not onserver.URL, reason="no PostgreSQL: VERBALE_TEST_STORE names none")
def test_from_a_file_to_a_server_and_back(tmp_path: Path) -> None:
    made(tmp_path / "talks.db")
    with Record(open_file(tmp_path / "file.db", readonly=False)) as file, store.open(onserver.new_server()) as server:
        with store.open(tmp_path / "talks.db") as sample:
            file.add(sample.reading(article.id) for article in sample.articles())
        filled(file).contents.copy_to(server.contents)
        assert rows(server) == rows(file)
        assert server.audit().whole
        more = list(many(9))
        with Record(open_file(tmp_path / "back.db", readonly=False)) as back:
            server.contents.copy_to(back.contents)
            assert rows(back) == rows(file)
            for record in (file, server, back):
                record.add(more, reader="test")
                record.join()
        assert [e.id for e in server.statements()] == [e.id for e in file.statements()]


@pytest.mark.skipif(not onserver.URL, reason="no PostgreSQL: VERBALE_TEST_STORE names none")
def test_what_no_server_holds_is_told(tmp_path: Path) -> None:
    with Record(open_file(tmp_path / "file.db", readonly=False)) as file, store.open(onserver.new_server()) as server:
        file.visited({"https://post.example/\0": Stamp("", "")})
        with pytest.raises(RecordError, match="cannot hold a row of “visit”"):
            file.contents.copy_to(server.contents)
        assert not any(rows(server).values())
