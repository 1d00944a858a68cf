"""Programs die, and two may write at once: a record holds whole articles only, and repeating makes it complete."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import verbale
from verbale import store
from verbale.model import Reading
from verbale.store import Added, Record

from .making import many

pytestmark = pytest.mark.sqlite

VICTIM = Path(__file__).with_name("victim.py")
SOURCES = Path(verbale.__file__).parents[1]
COUNT = 150


def start(*arguments: object, stdout: int = subprocess.PIPE) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(VICTIM), *map(str, arguments)],
        stdout=stdout,
        env=os.environ | {"PYTHONPATH": str(SOURCES)},
        text=True,
    )


def whole(path: Path) -> int:
    """How many articles the record holds, after a look that each is whole."""
    given = {reading.article.id: reading for reading in many(COUNT)}
    with store.open(path) as record:
        kept = [article.id for article in record.articles()]
        assert all(record.reading(article) == given[article] for article in kept)
    return len(kept)


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables but the moments of adding."""
    plain = sqlite3.connect(path)
    assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert plain.execute("PRAGMA foreign_key_check").fetchall() == []
    plain.execute("INSERT INTO statement_fts (statement_fts) VALUES ('integrity-check')")
    plain.execute("INSERT INTO article_fts (article_fts) VALUES ('integrity-check')")
    tables = ("article", "block", "mention", "statement", "part", "relay", "problem")
    rows = {table: plain.execute(f"SELECT * FROM {table}").fetchall() for table in tables}
    rows["article"] = [(*row[:-3], row[-1]) for row in rows["article"]]
    plain.close()
    return rows


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[object, ...]]]:
    path = tmp_path_factory.mktemp("undisturbed") / "talks.db"
    with store.open(path) as record:
        record.add(many(COUNT), reader="test")
    return content(path)


def test_a_program_killed_again_and_again_leaves_whole_articles(tmp_path: Path, undisturbed: object) -> None:
    path = tmp_path / "talks.db"
    for line in (30, 75):
        with start(path, COUNT) as victim:
            assert victim.stdout is not None
            for _ in range(line):
                victim.stdout.readline()
            victim.kill()
        assert line - 1 <= whole(path) < COUNT
    with store.open(path) as record:
        already = record.counts().articles
        added = record.add(many(COUNT), reader="test")
    assert (added.known, added.new) == (already, COUNT - already)
    assert content(path) == undisturbed


@pytest.mark.skipif(sys.platform == "win32", reason="the program kills itself by a signal")
def test_a_program_killed_in_the_midst_of_an_article_leaves_nothing_of_it(tmp_path: Path, undisturbed: object) -> None:
    path = tmp_path / "talks.db"
    parts = sum(len(p) for p in undisturbed["part"]) and len(undisturbed["part"]) // COUNT  # type: ignore[index]
    with start(path, COUNT, 20 * parts + parts // 2) as victim:
        taken = len(victim.communicate()[0].splitlines())
    assert victim.returncode == -9
    assert taken == 21
    assert whole(path) == 20
    with store.open(path) as record:
        record.add(many(COUNT), reader="test")
    assert content(path) == undisturbed


def test_a_reader_that_fails_costs_only_the_article_it_was_at(tmp_path: Path) -> None:
    def failing() -> Iterator[Reading]:
        yield from many(3)
        raise RuntimeError("no more")

    with store.open(tmp_path / "talks.db") as record:
        with pytest.raises(RuntimeError):
            record.add(failing())
        assert record.counts().articles == 3
        assert record.add(many(4)).new == 1


def test_two_programs_may_make_and_fill_one_record_at_once(tmp_path: Path) -> None:
    path = tmp_path / "talks.db"
    both = [start(path, COUNT), start(path, COUNT)]
    printed = [program.communicate(timeout=60)[0].splitlines() for program in both]
    assert [program.returncode for program in both] == [0, 0]
    assert [len(lines) for lines in printed] == [COUNT, COUNT]
    assert whole(path) == COUNT
    assert len(content(path)["statement"]) == 3 * COUNT
    assert content(path)["problem"] == []


def test_an_article_that_another_program_wrote_meanwhile_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (reading,) = many(1)
    with store.open(tmp_path / "talks.db") as record, store.open(tmp_path / "talks.db") as other:
        real = Record.knows

        def overtaken(self: Record, article: str) -> bool:
            known = real(self, article)
            monkeypatch.undo()
            other.add(reading)
            return known

        monkeypatch.setattr(Record, "knows", overtaken)
        assert record.add(reading) == Added(known=1)
        assert list(record.problems()) == []


def test_a_reader_sees_whole_articles_while_another_program_writes(tmp_path: Path) -> None:
    path = tmp_path / "talks.db"
    store.open(path).close()
    with start(path, COUNT, stdout=subprocess.DEVNULL) as writer, store.open(path, readonly=True) as record:
        seen = set()
        while writer.poll() is None:
            counts = record.counts()
            assert counts.statements == 3 * counts.articles
            seen.add(counts.articles)
        assert writer.returncode == 0
        assert record.counts().articles == COUNT
    assert min(seen) < COUNT
