"""`verbale reread`: the articles of a record read by this version."""

from __future__ import annotations

from pathlib import Path

from verbale import store
from verbale.model import Article, Reading

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
