"""`verbale reread`: the articles of a record read by this version."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale import store
from verbale.model import Article, Raw, Reading
from verbale.sources import html

from .conftest import Run

TEXT = "“We will be ready,” Foreign Minister Ana Reyes said in Lima."


def test_what_others_have_read_is_read_again_once(run: Run) -> None:
    with store.open("talks.db") as record:
        record.add(Reading(Article("a_1111111111111111", TEXT, "en")), reader="0.0.1")
    assert "1 article read again, 1 with another outcome" in run("reread", "--record", "talks.db").output
    with store.open("talks.db", readonly=True) as record:
        assert [e.speaker and e.speaker.name for e in record.statements()] == ["Ana Reyes"]
        assert [a.id for a in record.articles()] == ["a_1111111111111111"]
    assert "--all reads them again" in run("reread", "--record", "talks.db").output
    assert "1 article read again, 0 with another outcome" in run("reread", "--all", "--record", "talks.db").output


def test_without_a_record_there_is_nothing_to_read(run: Run) -> None:
    result = run("reread", "--record", "nothing.db")
    assert result.exit_code == 1
    assert not Path("nothing.db").exists()


PAGE = (
    f"<html><body><article><h1>Talks go on</h1><p>{TEXT} The talks in the city go on until Friday.</p></article></body></html>"
)


def test_a_text_is_made_anew_of_its_bytes_and_the_file_is_known_as_before(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("page.html").write_text(PAGE, "utf-8")
    with monkeypatch.context() as older:
        older.setattr(html, "_paragraphs", lambda body: ["Menu Home", f"{TEXT} The talks"])  # a reader that knew less
        run("read", "page.html", "--record", "talks.db")
    with store.open("talks.db") as record:
        (before,) = record.statements()
        record.rulings.reject(before.id, who="Ivo Lund")
    assert "1 article read again, 1 with another outcome" in run("reread", "--all", "--record", "talks.db").output
    with store.open("talks.db", readonly=True) as record:
        (article,) = record.articles()
        (after,) = record.statements(rejected=True)
        assert (article.id, after.id, after.ruled) == (before.article, before.id, "reject")
        assert "until Friday" in article.text
        assert "Menu" not in article.text
    assert "1 already known" in run("read", "page.html", "--record", "talks.db").output
    assert "1 article read again, 0 with another outcome" in run("reread", "--all", "--record", "talks.db").output
    assert run("check", "--record", "talks.db").exit_code == 0


def test_bytes_are_left_out_where_nobody_wants_them(run: Run) -> None:
    Path("page.html").write_text(PAGE, "utf-8")
    run("read", "page.html", "--keep-bytes", "none", "--record", "talks.db")
    with store.open("talks.db", readonly=True) as record:
        (article,) = record.articles()
        assert record.origin(article.id).raw is None
    run("read", "page.html", "--record", "talks.db")  # they are kept when it comes again
    with store.open("talks.db", readonly=True) as record:
        assert record.origin(article.id).raw == Raw("html", PAGE.encode())
