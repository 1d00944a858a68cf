"""An older record, brought up to date, is the same as a new one."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from verbale import store
from verbale.errors import RecordError
from verbale.model import Condition
from verbale.store import migrations, opening

from .making import READING

pytestmark = pytest.mark.sqlite

Shape = dict[str, object]


def shape(connection: sqlite3.Connection) -> Shape:
    """All that makes up a schema apart from comments and the way it is written."""
    found: Shape = {"strict": sorted(connection.execute("SELECT name, type, wr, strict FROM pragma_table_list"))}
    for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall():
        found[name] = plain(sql) if kind != "table" or "VIRTUAL" in (sql or "") else columns(connection, name)
    return found


def plain(sql: str | None) -> str:
    return " ".join(re.sub(r"--.*", "", sql or "").replace("(", " ( ").replace(")", " ) ").split())


def columns(connection: sqlite3.Connection, table: str) -> list[list[tuple[object, ...]]]:
    asked = ("table_xinfo", "foreign_key_list", "index_list")
    return [connection.execute(f"SELECT * FROM pragma_{pragma}(?)", [table]).fetchall() for pragma in asked]


def built(steps: tuple[str, ...] | None) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    if steps is None:
        migrations.run(connection, migrations.schema())
    else:
        migrations.apply(connection, steps)
    return connection


def test_all_steps_make_what_the_schema_says() -> None:
    assert shape(built(migrations.STEPS)) == shape(built(None))


def test_the_shape_tells_schemas_apart() -> None:
    for change in (
        "ALTER TABLE relay ADD COLUMN outlet TEXT",
        "DROP INDEX article_url",
        "DROP TRIGGER statement_fts_drop",
        "DROP VIEW said",
    ):
        connection = built(None)
        connection.execute(change)
        assert shape(connection) != shape(built(None))


def test_steps_are_in_order_and_all_are_applied() -> None:
    assert [step[:5] for step in migrations.STEPS] == sorted({step[:5] for step in migrations.STEPS})
    folder = Path(migrations.__file__).parent
    assert sorted(path.stem for path in folder.glob("*.sql")) == list(migrations.STEPS)


@pytest.fixture
def second_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Verbale that knows one step more."""
    steps = {"0002_more": "CREATE TABLE more (n INTEGER) STRICT; -- more\nINSERT INTO more VALUES (1);\n"}
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, *steps))
    monkeypatch.setattr(migrations, "LATEST", migrations.LATEST + 1)
    monkeypatch.setattr(opening, "LATEST", migrations.LATEST)
    real = migrations.apply

    def apply(connection: sqlite3.Connection, names: tuple[str, ...]) -> None:
        real(connection, tuple(name for name in names if name not in steps))
        for name in names:
            migrations.run(connection, steps.get(name, ""))

    monkeypatch.setattr(migrations, "apply", apply)


def test_an_older_record_is_brought_up_to_date_with_all_it_holds(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    path = tmp_path / "talks.db"
    with store.open(path) as record:
        record.add(READING)
    before = migrations.LATEST
    request.getfixturevalue("second_step")
    with store.open(path) as record:
        assert record.reading("a_norland") == READING
        assert record._file.connection.execute("PRAGMA user_version").fetchone()[0] == before + 1
        assert record._file.connection.execute("SELECT n FROM more").fetchone()[0] == 1
    with store.open(path) as record:
        assert record._file.connection.execute("SELECT count(*) FROM more").fetchone()[0] == 1


def test_a_step_that_fails_leaves_the_older_record_as_it_was(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    path = tmp_path / "talks.db"
    with store.open(path) as record:
        record._file.connection.execute("CREATE TABLE more (kept INTEGER)")  # in the way of the step
    before = migrations.LATEST
    request.getfixturevalue("second_step")
    with pytest.raises(RecordError, match="already exists"):
        store.open(path)
    plain = sqlite3.connect(path)
    assert plain.execute("PRAGMA user_version").fetchone() == (before,)
    plain.close()


def test_a_record_of_the_first_version_is_joined_anew(tmp_path: Path) -> None:
    path = tmp_path / "talks.db"
    with store.open(path) as record:
        record.add(FIRST)
        record.join()
        older = record._file.connection
        older.execute("PRAGMA foreign_keys = OFF")
        rows = {table: older.execute(f"SELECT * FROM {table}").fetchall() for table in OBSERVED}
    for table in ("article", "statement"):
        rows[table] = [tuple(row)[:-1] for row in rows[table]]  # what a later version added stands last
    path.unlink()
    plain = sqlite3.connect(path, isolation_level=None)
    migrations.apply(plain, migrations.STEPS[:1])
    for table, found in rows.items():
        plain.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(found[0]))})", map(tuple, found))
    plain.execute("INSERT INTO person VALUES ('p_old', 'Ana Reyes', 'person')")
    plain.execute("INSERT INTO attribution SELECT min(number), 'p_old' FROM statement")
    plain.execute(f"PRAGMA application_id = {opening.APPLICATION}")
    plain.execute("PRAGMA user_version = 1")
    plain.close()
    with store.open(path) as record:
        assert record.reading("a_norland") == FIRST
        assert list(record.people.find()) == []
        record.join()
        assert {person.name for person in record.people.find()} == {"Ana Reyes", "Пётр Йоркин"}


FIRST = replace(
    READING,
    article=replace(READING.article, dates=()),
    statements=tuple(
        replace(s, conditions=tuple(Condition(c.words) for c in s.conditions), candidates=()) for s in READING.statements
    ),
)
"""What the first version knew of it."""
OBSERVED = ("article", "block", "mention", "statement", "part", "relay")
