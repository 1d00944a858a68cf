"""`verbale transfer`: a record goes elsewhere whole, and over nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale import store

from .conftest import Run
from .samples import made


@pytest.fixture(autouse=True)
def _talks(run: Run) -> None:
    made("talks.db")
    run("join", "--to", "talks.db")


def test_into_another_record(run: Run) -> None:
    told = run("transfer", "talks.db", "copy.db")
    assert told.exit_code == 0, told.output
    with store.open("talks.db", readonly=True) as one, store.open("copy.db", readonly=True) as two:
        assert list(one.statements()) == list(two.statements())
        counts = one.counts()
    assert f"{counts.articles} articles, {counts.statements} statements, 0 judgements" in told.output
    assert "is whole" in run("check", "--record", "copy.db").output
    again = run("transfer", "talks.db", "copy.db")
    assert again.exit_code == 1
    assert "copy.db is not empty" in again.output


def test_into_tables_of_parquet(run: Run) -> None:
    duckdb = pytest.importorskip("duckdb")
    assert run("transfer", "talks.db", "tables/").exit_code == 0
    asked = """
        SELECT count(*) FROM 'tables/statement.parquet' AS statement
        JOIN 'tables/article.parquet' AS article ON article.number = statement.article
        JOIN 'tables/attribution.parquet' AS attribution ON attribution.statement = statement.number
        JOIN 'tables/person.parquet' AS person ON person.id = attribution.person
    """
    with store.open("talks.db", readonly=True) as record:
        assert duckdb.execute(asked).fetchall() == [(sum(entry.person is not None for entry in record.statements()),)]
    assert duckdb.execute("SELECT DISTINCT typeof(score) FROM 'tables/statement.parquet'").fetchall() == [("DOUBLE",)]
    again = run("transfer", "talks.db", "tables/")
    assert again.exit_code == 1
    assert "tables/ is not empty" in again.output


def test_what_cannot_be_done_is_one_line(run: Run) -> None:
    assert "there is no record" in run("transfer", "nothing.db", "copy.db").output
    assert not Path("copy.db").exists()
    for to in ("nowhere/copy.db", "talks.db", "talks.db/tables/", "nonsense://news/"):
        told = run("transfer", "talks.db", to)
        assert told.exit_code == 1, to
        assert told.output.count("\n") == 1, told.output
