"""`verbale read --to` and `verbale join`: through tables, the record is the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from verbale import store

from .conftest import Run

TEXT = "Міністр Марек Тонев заявив, що міст {} зачинять."
PAGE = "<html><body><article><h1>Мости</h1><p>{}</p></article></body></html>"

pytest.importorskip("pyarrow")


@pytest.fixture(autouse=True)
def _news() -> None:
    Path("news").mkdir()
    rows = (json.dumps({"text": TEXT.format(n), "published": f"2031-05-{n + 1:02}"}) + "\n" for n in range(9))
    Path("news/a.jsonl").write_text("".join(rows), "utf-8")
    Path("news/b.html").write_text(PAGE.format(TEXT.format("b")), "utf-8")
    Path("news/c.txt").write_bytes(b"\x89PNG\0\0\0\0")


def held(path: str) -> list[object]:
    """All that a record holds, but for moments and numbers of rows."""
    with store.open(path, readonly=True) as record:
        articles = sorted(a.id for a in record.articles())
        entries = sorted(record.statements(), key=lambda e: e.id)
        return [[record.reading(a) for a in articles], [record.origin(a) for a in articles], entries, list(record.problems())]


def test_through_tables_the_record_is_the_same(run: Run) -> None:
    assert run("read", "news", "--record", "direct.db").exit_code == 2
    told = run("read", "news", "--to", "readings")
    assert told.exit_code == 2
    assert "10 articles, 10 statements in readings (1 unit)." in told.output
    assert "1 could not be read" in told.output
    assert not Path("verbale.db").exists()
    assert "10 articles (10 new), 10 statements" in run("join", "readings", "--to", "talks.db").output
    assert held("talks.db") == held("direct.db")
    assert "10 already known" in run("join", "readings", "--to", "talks.db", "--jobs", 2).output
    assert held("talks.db") == held("direct.db")


def test_a_unit_that_is_there_is_not_read_again(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("read", "news", "--to", "readings")
    monkeypatch.setattr("verbale.scale.local.read_many", lambda _: pytest.fail("read again"))
    assert "(1 unit, 1 of them there before)" in run("read", "news", "--to", "readings").output


def test_what_is_no_table_is_told(run: Run) -> None:
    Path("broken.parquet").write_bytes(b"PAR1")
    assert run("join", "broken.parquet", "--to", "talks.db").exit_code == 2
    missing = run("join", "nowhere", "--to", "talks.db")
    assert missing.exit_code == 1
    assert "nowhere does not exist" in missing.output


def test_without_readings_the_record_is_joined(run: Run) -> None:
    assert run("join", "--to", "nothing.db").exit_code == 1
    run("read", "news/b.html", "--to", "readings")
    run("join", "readings", "--to", "talks.db")
    assert run("join", "--to", "talks.db").exit_code == 0


@pytest.mark.parametrize("path", ["-", "https://post.example/1", "s3://news/a.jsonl"])
def test_what_cannot_be_read_into_tables_is_one_line(run: Run, path: str) -> None:
    assert run("read", path, "--to", "readings").exit_code == 1
