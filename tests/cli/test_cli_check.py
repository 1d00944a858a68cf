"""`verbale check`: told what is wrong, mended what can be."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from verbale import flow, store

from .conftest import Run
from .test_cli_reread import PAGE

TEXT = "“We will be ready,” Foreign Minister Ana Reyes said in Lima."


@pytest.mark.sqlite
def test_what_is_wrong_is_told_and_mended(run: Run) -> None:
    with store.open("talks.db") as record:
        record.add(flow.read(TEXT))
        record.join()
    assert "is whole: 1 statement" in run("check", "--record", "talks.db").output
    with sqlite3.connect("talks.db") as other:
        other.execute("UPDATE part SET words = 'We will be late' WHERE name = 'content'")
    other.close()
    result = run("check", "--record", "talks.db")
    assert result.exit_code == 2
    assert "2 spans without the words" in result.output
    result = run("check", "--mend", "--record", "talks.db")
    assert result.exit_code == 0
    assert "Mended." in result.output
    assert run("check", "--record", "talks.db").exit_code == 0


def test_without_a_record_there_is_nothing_to_check(run: Run) -> None:
    assert run("check", "--record", "nothing.db").exit_code == 1


@pytest.mark.sqlite
def test_a_text_that_somebody_changed_is_made_anew_of_its_bytes(run: Run) -> None:
    Path("page.html").write_text(PAGE, "utf-8")
    Path("note.txt").write_text(f"{TEXT} Nothing else was said.", "utf-8")
    run("read", "page.html", "note.txt", "--record", "talks.db")
    with sqlite3.connect("talks.db") as other:
        other.execute("UPDATE article SET text = replace(text, 'ready', 'reads')")
    other.close()
    result = run("check", "--mend", "--record", "talks.db")
    assert result.exit_code == 2
    assert result.output.count("its text is not the one that was read") == 3  # of two, and of one when mended
    with store.open("talks.db", readonly=True) as record:
        assert {a.path: "ready" in a.text for a in record.articles()} == {"page.html": True, "note.txt": False}
