"""Opening: what is a record, what is none, and what is said of the others. Never a traceback of SQLite."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from verbale import store
from verbale.errors import Code, RecordError
from verbale.model import Problem
from verbale.store.migrations import LATEST
from verbale.store.opening import APPLICATION

from .making import READING, saying

pytestmark = pytest.mark.sqlite

unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not know folders that may not be written")


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A record with one reading in it."""
    path = tmp_path / "talks.db"
    with store.open(path) as record:
        record.add(READING)
    return path


def test_a_new_record_is_one_file_that_says_what_it_is(made: Path) -> None:
    assert [p.name for p in made.parent.iterdir()] == ["talks.db"]
    with sqlite3.connect(made) as plain:
        assert plain.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
        assert plain.execute("PRAGMA user_version").fetchone() == (LATEST,)
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    plain.close()
    assert made.read_bytes()[68:72] == b"Verb"


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with store.open(path) as record:
        assert record.add(READING).new == 1


def test_a_record_may_live_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with store.open(":memory:") as record:
        assert record.add(READING).new == 1
    assert not list(tmp_path.iterdir())


def test_paths_may_hold_any_characters(tmp_path: Path) -> None:
    path = tmp_path / "перегово ры?mode=rw#50%25.db"
    with store.open(str(path)) as record:
        record.add(READING)
    with store.open(path, readonly=True) as record:
        assert record.path == path
        assert record.counts().articles == 1


@pytest.mark.parametrize("content", [b"h", b"Ana Reyes said no.\n" * 80, b"SQLite format 3\0", b"\x89PNG\r\n"])
@pytest.mark.parametrize("readonly", [True, False])
def test_a_file_of_another_kind_is_refused_and_left_alone(tmp_path: Path, content: bytes, readonly: bool) -> None:
    path = tmp_path / "talks.db"
    path.write_bytes(content)
    with pytest.raises(RecordError, match=r"talks\.db is not a record$"):
        store.open(path, readonly=readonly)
    assert path.read_bytes() == content
    assert [p.name for p in tmp_path.iterdir()] == ["talks.db"]


@pytest.mark.parametrize("script", ["CREATE TABLE recipe (name)", "PRAGMA application_id = 7", "PRAGMA user_version = 3"])
@pytest.mark.parametrize("readonly", [True, False])
def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path, script: str, readonly: bool) -> None:
    path = tmp_path / "kitchen.db"
    other = sqlite3.connect(path)
    other.execute(script)
    other.close()
    before = path.read_bytes()
    with pytest.raises(RecordError, match="another program"):
        store.open(path, readonly=readonly)
    assert path.read_bytes() == before


@pytest.mark.parametrize("readonly", [True, False])
def test_a_newer_record_is_refused_in_one_line(made: Path, readonly: bool) -> None:
    _set_version(made, LATEST + 1)
    with pytest.raises(RecordError, match="written by a newer Verbale") as caught:
        store.open(made, readonly=readonly)
    assert "\n" not in str(caught.value)


def test_an_older_record_must_first_be_opened_for_writing(made: Path) -> None:
    _set_version(made, 0)
    with pytest.raises(RecordError, match="older Verbale"):
        store.open(made, readonly=True)


def test_a_damaged_record_is_told(made: Path) -> None:
    whole = made.read_bytes()
    made.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(RecordError, match="damaged"), store.open(made, readonly=True) as record:
        list(record.statements())


@pytest.mark.parametrize("readonly", [True, False])
def test_folders_and_missing_files_are_told(tmp_path: Path, readonly: bool) -> None:
    with pytest.raises(RecordError, match="is a folder"):
        store.open(tmp_path, readonly=readonly)
    with pytest.raises(RecordError, match="does not exist"):
        store.open(tmp_path / "nowhere" / "talks.db", readonly=readonly)
    with pytest.raises(RecordError, match="cannot be opened"):
        store.open("talks\0.db", readonly=readonly)


def test_reading_makes_no_file(tmp_path: Path) -> None:
    path = tmp_path / "talks.db"
    with pytest.raises(RecordError, match="does not exist"):
        store.open(path, readonly=True)
    path.touch()
    with pytest.raises(RecordError, match="is empty"):
        store.open(path, readonly=True)
    assert path.stat().st_size == 0


def test_a_record_opened_for_reading_takes_nothing(made: Path) -> None:
    with store.open(made, readonly=True) as record:
        assert record.reading("a_norland") == READING
        for write in (
            record.join,
            lambda: record.add(saying("Ana Reyes", "No")),
            lambda: record.note([Problem(Code.EMPTY, "x")]),
        ):
            with pytest.raises(RecordError, match="cannot be written"):
                write()


def test_reading_leaves_nothing_behind(made: Path) -> None:
    before = made.read_bytes()
    with store.open(made, readonly=True) as record:
        record.counts()
    assert [p.name for p in made.parent.iterdir()] == ["talks.db"]
    assert made.read_bytes() == before


def test_a_closed_record_is_told(made: Path) -> None:
    record = store.open(made)
    record.close()
    record.close()
    with pytest.raises(RecordError, match="closed"):
        record.counts()


def test_an_old_sqlite_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
    with pytest.raises(RecordError, match=r"needs SQLite 3\.37\.0 or newer"):
        store.open(tmp_path / "talks.db")


@unix
def test_a_read_only_file_can_be_read(made: Path) -> None:
    with locked(made, folder=False) as path:
        with store.open(path, readonly=True) as record:
            assert record.reading("a_norland") == READING
        with pytest.raises(RecordError, match="cannot be written"):
            store.open(path)


@unix
def test_a_record_in_a_read_only_folder_can_be_read(made: Path) -> None:
    with locked(made, folder=True) as path:
        with store.open(path, readonly=True) as record:
            assert record.reading("a_norland") == READING
            assert len(list(record.statements(speaker="reyes", about="ready"))) == 1
        with pytest.raises(RecordError, match="cannot be"):
            store.open(path)
        with pytest.raises(RecordError, match="cannot be"):
            store.open(path.with_name("new.db"))


@unix
def test_a_log_that_cannot_be_read_is_told_rather_than_passed_over(made: Path) -> None:
    with store.open(made) as record:
        record.add(saying("Ivo Lund", "This stands in the log"))
        copies = [shutil.copy(made.with_name(made.name + end), made.with_name("copy.db" + end)) for end in ("", "-wal")]
    with locked(*map(Path, copies), folder=True) as path, pytest.raises(RecordError, match="cannot be"):
        store.open(path, readonly=True)


@unix
def test_a_file_that_may_not_be_read_is_told(made: Path) -> None:
    with locked(made, folder=False, mode=0o000) as path, pytest.raises(RecordError, match="cannot be opened"):
        store.open(path, readonly=True)


def _set_version(path: Path, version: int) -> None:
    plain = sqlite3.connect(path)
    plain.execute(f"PRAGMA user_version = {version}")
    plain.close()


@contextmanager
def locked(*files: Path, folder: bool, mode: int = 0o444) -> Iterator[Path]:
    """Copies of `files` that may not be written, in a folder that may or may not be; gives the first.

    The superuser may write everything, so the test takes the rights of somebody else for a while.
    """
    place = Path(tempfile.mkdtemp())
    try:
        for file in files:
            shutil.copy(file, place / file.name).chmod(mode)
        place.chmod(0o555 if folder else 0o777)
        with somebody():
            yield place / files[0].name
    finally:
        place.chmod(0o777)
        shutil.rmtree(place)


@contextmanager
def somebody() -> Iterator[None]:
    """Without the rights of the superuser."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
