"""Two who write and join at once, a full disk, a power cut: a record stays whole, and repeating makes it complete."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import verbale
from verbale import store
from verbale.errors import RecordError
from verbale.store import Record, opening

from .making import many

pytestmark = pytest.mark.sqlite

JOINER = Path(__file__).with_name("joiner.py")
SOURCES = Path(verbale.__file__).parents[1]
COUNT = 40
CUTS = 12
PAGE = 4096
DERIVED = {
    "person": "SELECT id, name, kind, mentions, articles FROM person ORDER BY id",
    "speakers": "SELECT speaker, content, count(*) FROM said GROUP BY 1, 2 ORDER BY 1, 2",
    "utterances": "SELECT count(*) FROM utterance",
    "events": "SELECT count(*) FROM event",
    "copies": "SELECT count(*) FROM copy",
    "acts": "SELECT count(*) FROM act",
}


def start(path: Path, *arguments: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(JOINER), str(path), *map(str, arguments)],
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(SOURCES)},
        text=True,
    )


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """What was told and joined, whatever the order of adding."""
    with sqlite3.connect(path) as plain:
        found = {name: plain.execute(query).fetchall() for name, query in DERIVED.items()}
        found["ids"] = plain.execute("SELECT id FROM article ORDER BY id").fetchall()
    plain.close()
    return found


def complete(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """What the record holds when it was found whole, with whole articles only, and all was added and joined again."""
    given = {reading.article.id: reading for reading in many(COUNT)}
    with store.open(path) as record:
        assert record.audit().whole
        kept = [article.id for article in record.articles()]
        assert len(set(kept)) == len(kept)
        assert all(record.reading(article) == given[article] for article in kept)
        assert record.add(many(COUNT), reader="test").new == COUNT - len(kept)
        record.join()
        assert record.audit().whole
    return content(path)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[object, ...]]]:
    path = tmp_path_factory.mktemp("undisturbed") / "talks.db"
    with store.open(path) as record:
        record.add(many(COUNT), reader="test")
        record.join()
    return content(path)


# ---------------------------------------------------------------- two writers


def test_two_programs_add_to_and_join_one_record_at_once(tmp_path: Path, undisturbed: object) -> None:
    path = tmp_path / "talks.db"
    both = [start(path, COUNT, every) for every in (5, 8)]
    told = [program.communicate(timeout=120)[1] for program in both]
    assert (told, [program.returncode for program in both]) == (["", ""], [0, 0])
    with store.open(path) as record:
        assert record.counts().articles == COUNT
        assert list(record.problems()) == []
    assert content(path)["ids"] == undisturbed["ids"]  # type: ignore[index]
    assert complete(path) == undisturbed


def test_who_waits_too_long_is_told_and_nothing_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "talks.db"
    monkeypatch.setattr(opening, "PATIENCE", 0.1)
    with store.open(path) as slow, store.open(path) as other:
        with slow._file.transaction():
            for write in (lambda: other.add(many(1)), other.join, lambda: store.open(path)):
                with pytest.raises(RecordError, match=r"talks\.db is being written by another program; try again"):
                    write()
        assert other.counts().articles == 0
        assert other.add(many(1)).new == 1
        other.join()
        assert other.audit().whole


# ---------------------------------------------------------------- full disk


@pytest.mark.parametrize("more", [0, 3, 20])
def test_a_full_disk_is_told_in_one_line_and_leaves_whole_articles(tmp_path: Path, undisturbed: object, more: int) -> None:
    path = tmp_path / "talks.db"
    with store.open(path) as record:
        plain = record._file.connection
        (pages,) = plain.execute("PRAGMA page_count").fetchone()
        plain.execute(f"PRAGMA max_page_count = {pages + more}")
        with pytest.raises(RecordError, match=r"^\S*talks\.db cannot grow: the disk is full$"):
            filled(record)
        assert record.counts().articles < COUNT
    assert complete(path) == undisturbed


def filled(record: Record) -> None:
    for reading in many(COUNT):
        record.add(reading, reader="test")
        record.join()


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of file sizes there")
@pytest.mark.parametrize("pages", [2, 100, 200, 300])
def test_a_disk_that_takes_no_more_bytes_is_told_in_one_line(tmp_path: Path, undisturbed: object, pages: int) -> None:
    """Unlike a limit of pages this one also strikes the log, in the midst of a page."""
    path = tmp_path / "talks.db"
    with start(path, COUNT, 5, pages * PAGE + 1234) as program:
        told = program.communicate(timeout=60)[1].splitlines()
    assert program.returncode == 1
    assert len(told) == 1
    assert told[0].startswith(f"{path} cannot be read or written")
    assert complete(path) == undisturbed


# ---------------------------------------------------------------- power cut


@pytest.fixture(scope="module")
def cut(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes, bytes]:
    """A record in the midst of a transaction: the file, its log, and the file after the log was written into it."""
    path = tmp_path_factory.mktemp("cut") / "talks.db"
    log = path.with_name("talks.db-wal")
    with store.open(path) as record:
        plain = record._file.connection
        plain.execute("PRAGMA wal_autocheckpoint = 0")
        plain.execute("PRAGMA cache_size = 5")  # so that unfinished pages go to the log
        record.add(list(many(10)), reader="test")
        record.join()
        plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        record.add(list(many(20)), reader="test")
        before = len(log.read_bytes())
        plain.execute("BEGIN IMMEDIATE")
        plain.execute("UPDATE article SET text = text || text || text, title = 'half'")
        plain.execute("UPDATE part SET words = words || words")
        file, torn = path.read_bytes(), log.read_bytes()
        plain.execute("ROLLBACK")
        assert len(torn) > before
        plain.execute("PRAGMA wal_checkpoint(FULL)")
        return file, torn, path.read_bytes()


def put(folder: Path, file: bytes, log: bytes) -> Path:
    folder.mkdir()
    (folder / "talks.db").write_bytes(file)
    (folder / "talks.db-wal").write_bytes(log)
    return folder / "talks.db"


def test_a_power_cut_in_mid_transaction_leaves_what_was_finished(
    tmp_path: Path, undisturbed: object, cut: tuple[bytes, bytes, bytes]
) -> None:
    file, log, _ = cut
    path = put(tmp_path / "cut", file, log)
    with store.open(path) as record:
        assert record.counts().articles == 20
    assert complete(path) == undisturbed


def lengths(log: bytes) -> Iterator[int]:
    drawn = random.Random(7)
    yield from (0, 1, 31, 32, len(log) - 1)
    yield from (drawn.randrange(len(log)) for _ in range(CUTS))


def test_a_log_torn_anywhere_leaves_whole_articles(
    tmp_path: Path, undisturbed: object, cut: tuple[bytes, bytes, bytes]
) -> None:
    file, log, _ = cut
    kept = set()
    for n, length in enumerate(lengths(log)):
        lost = log[:length] + (b"\xa5" * (len(log) - length) if n % 2 else b"")  # bytes that never came, or wrong ones
        path = put(tmp_path / str(n), file, lost)
        with store.open(path) as record:
            kept.add(record.counts().articles)
        assert complete(path) == undisturbed
    assert min(kept) == 10
    assert len(kept) > 5


def test_a_power_cut_while_the_log_is_written_back_loses_nothing(
    tmp_path: Path, undisturbed: object, cut: tuple[bytes, bytes, bytes]
) -> None:
    file, log, later = cut
    drawn = random.Random(7)
    for n in range(10):
        pages = (drawn.choice((file, later))[at : at + PAGE] for at in range(0, len(later), PAGE))
        path = put(tmp_path / str(n), b"".join(p.ljust(PAGE, b"\0") for p in pages), log)
        with store.open(path) as record:
            assert record.counts().articles == 20
        assert complete(path) == undisturbed
