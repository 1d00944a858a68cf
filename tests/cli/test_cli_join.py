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


def test_too_many_problems_end_a_run_into_tables(run: Run) -> None:
    told = run("read", "news", "--to", "readings", "--max-problems", 0)
    assert told.exit_code == 2
    assert "more could not be read than --max-problems allows" in told.output


def test_daft_opens_what_lies_elsewhere_for_a_record(run: Run) -> None:
    """An address of files stands here for object storage."""
    pytest.importorskip("daft")
    address = f"{Path('news').absolute().as_uri()}/*"
    assert "10 articles (10 new)" in run("read", address, "--engine", "daft", "--record", "talks.db").output
    assert "10 already known" in run("read", address, "--engine", "daft", "--record", "talks.db").output
    with store.open("talks.db", readonly=True) as record:
        (page,) = (a for a in record.articles() if (a.path or "").endswith(".html"))
        raw = record.origin(page.id).raw
        assert raw
        assert raw.data == Path("news/b.html").read_bytes()
    assert "--engine daft" in run("read", address, "--record", "talks.db").output
    assert run("read", f"{address}/nothing", "--engine", "daft", "--record", "talks.db").exit_code == 1
