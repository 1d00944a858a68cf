"""The file belongs to its users: any program that knows SQLite can read it, and delete from it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from verbale import store
from verbale.errors import Code, RecordError
from verbale.model import Problem

from .making import READING, saying

pytestmark = pytest.mark.sqlite


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "talks.db"
    with store.open(path) as record:
        record.add([READING, saying("Ivo Lund", "Peace")])
        record.note([Problem(Code.EMPTY, "sources")])
        record.join()
    return path


@pytest.fixture
def plain(path: Path) -> Iterator[sqlite3.Connection]:
    """The record without anything of Verbale."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    yield connection
    connection.close()


def test_the_view_tells_who_said_what_in_flat_rows(plain: sqlite3.Connection) -> None:
    row = dict(plain.execute("SELECT * FROM said WHERE statement = 's_reyes'").fetchone())
    assert row == {
        "speaker": "Ana Reyes",
        "role": "Foreign Minister",
        "content": "We will be ready … if the other side keeps its word.",
        "kind": "direct",
        "said": "2031-05-08",
        "said_to": "2031-05-08",
        "cue": "told",
        "source": "Foreign Minister Ana Reyes",
        "addressee": "journalists",
        "venue": "a summit in Lima",
        "place": "Lima",
        "conditions": "if the other side keeps its word. … other side … its word",
        "relays": "Orbit, Meridian Wire",
        "outlet": "Meridian Post",
        "published": "2031-05-09T14:30",
        "title": "Norland is ready",
        "url": "https://meridian.example/norland",
        "rule": "quote-cue-speaker",
        "score": 0.93,
        "statement": "s_reyes",
        "article": "a_norland",
        "person": row["person"],
        "act": "agree",
        "stance": "conditional",
        "topics": "talks",
    }
    assert row["person"].startswith("p_")
    assert plain.execute("SELECT count(*) FROM said").fetchone()[0] == 4


def test_search_works_without_verbale(plain: sqlite3.Connection) -> None:
    found = plain.execute("SELECT snippet(statement_fts, 0, '[', ']', '…', 5) FROM statement_fts('переговоры')").fetchall()
    assert [tuple(row) for row in found] == [("[переговоры] о мире продолжатся",)]
    assert len(plain.execute("SELECT rowid FROM article_fts('norland')").fetchall()) == 1


@pytest.mark.parametrize("table", ["statement", "article"])
def test_datasette_finds_the_index_of_a_table(plain: sqlite3.Connection, table: str) -> None:
    """It looks for these words in the text of the schema, and for no other way to write them."""
    query = "SELECT name FROM sqlite_master WHERE rootpage = 0 AND sql LIKE ?"
    found = plain.execute(query, [f'%VIRTUAL TABLE%USING FTS%content="{table}"%']).fetchall()
    assert [tuple(row) for row in found] == [(f"{table}_fts",)]


def test_every_span_holds_its_words_in_sql_too(plain: sqlite3.Connection) -> None:
    query = """
        SELECT count(*) AS checked, sum(substr(text, part.start + 1, part.stop - part.start) = part.words) AS right
        FROM part JOIN statement ON statement.number = part.statement JOIN article ON article.number = statement.article
    """
    row = plain.execute(query).fetchone()
    assert row["checked"] == row["right"] > 10


def test_what_is_deleted_is_found_no_more(plain: sqlite3.Connection, path: Path) -> None:
    plain.execute("DELETE FROM article WHERE id = 'a_norland'")
    for table in ("block", "mention", "relay"):
        assert plain.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0
    assert not plain.execute("SELECT rowid FROM statement_fts('ready')").fetchall()
    assert not plain.execute("SELECT rowid FROM article_fts('norland')").fetchall()
    plain.execute("INSERT INTO statement_fts (statement_fts, rank) VALUES ('integrity-check', 1)")
    plain.execute("INSERT INTO article_fts (article_fts, rank) VALUES ('integrity-check', 1)")
    with store.open(path) as record:
        assert [entry.content.text for entry in record.statements()] == ["Peace"]
        assert record.add(READING).new == 1
        assert record.reading("a_norland") == READING


def test_verbale_keeps_foreign_keys_too(path: Path) -> None:
    with store.open(path) as record, pytest.raises(sqlite3.IntegrityError):
        record._file.connection.execute("INSERT INTO relay VALUES (999, 0, 'Orbit')")


def test_search_follows_a_row_that_was_mended(plain: sqlite3.Connection) -> None:
    plain.execute("UPDATE article SET title = 'Norland hesitates' WHERE id = 'a_norland'")
    plain.execute("UPDATE statement SET content = 'We may hesitate' WHERE id = 's_reyes'")
    assert len(plain.execute("SELECT rowid FROM article_fts('title:hesitates')").fetchall()) == 1
    assert len(plain.execute("SELECT rowid FROM statement_fts('hesitate')").fetchall()) == 1
    assert not plain.execute("SELECT rowid FROM statement_fts('ready')").fetchall()


def test_tables_refuse_wrong_types_and_orphans(plain: sqlite3.Connection) -> None:
    for bad in (
        "INSERT INTO relay VALUES (1, 'first', 'Orbit')",
        "INSERT INTO relay VALUES (999, 0, 'Orbit')",
        "INSERT INTO part VALUES (1, 'cue', 9, 0, 5, 5, '')",
        "INSERT INTO part VALUES (1, 'mood', 0, 0, 5, 6, 'x')",
        "UPDATE statement SET inside = 's_nobody'",
    ):
        with pytest.raises(sqlite3.IntegrityError):
            plain.execute(bad)


@pytest.mark.parametrize(
    ("change", "ask"),
    [
        ("UPDATE problem SET code = 'sarcasm'", lambda record: list(record.problems())),
        ("UPDATE statement SET kind = 'sung'", lambda record: list(record.statements())),
        ("UPDATE block SET role = 'chorus'", lambda record: record.article("a_norland")),
    ],
)
def test_words_of_a_later_verbale_are_told(plain: sqlite3.Connection, path: Path, change: str, ask: object) -> None:
    plain.execute(change)
    with store.open(path) as record, pytest.raises(RecordError, match="that this Verbale knows: please upgrade"):
        ask(record)  # type: ignore[operator]


def test_every_query_is_told_and_used() -> None:
    folder = files("verbale.store.queries")
    names = {Path(str(file)).stem for file in folder.iterdir() if str(file).endswith(".sql")}
    code = "".join(path.read_text("utf-8") for path in Path(store.__file__).parents[1].rglob("*.py"))
    assert {name for name in names if f'"{name}"' not in code} == set()
    assert all(folder.joinpath(f"{name}.sql").read_text("utf-8").startswith("-- ") for name in names)
