"""docs/record.md tells every table and column of the record, and its examples run."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from types import ModuleType

import pytest

from verbale import store
from verbale.store.migrations import schema

from .making import READING

DOCS = Path(__file__).parents[2] / "docs"


def test_every_table_view_and_column_has_a_meaning(generate: ModuleType) -> None:
    plain = sqlite3.connect(":memory:")
    plain.executescript(schema())
    shadow = re.compile(r"_fts_(data|idx|docsize|config|content)$")
    made = plain.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')").fetchall()
    names = [name for (name,) in made if not shadow.search(name)]
    expected = {name: [row[1] for row in plain.execute(f"PRAGMA table_info({name})")] for name in names}
    told = list(generate.things(schema()))
    assert {thing.name: [column for column, _, _ in thing.columns] for thing in told} == expected
    assert all(thing.about and thing.section for thing in told)
    plain.close()


def test_the_page_is_up_to_date(generate: ModuleType) -> None:
    assert (DOCS / "record.md").read_text("utf-8") == generate.record()


def test_check_tells_a_page_that_is_out_of_date(
    generate: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(generate, "DOCS", tmp_path)
    assert generate.main(check=True) == 1
    assert "record.md is out of date" in capsys.readouterr().out
    assert not list(tmp_path.iterdir())
    assert generate.main(check=False) == 0
    assert generate.main(check=True) == 0
    (tmp_path / "record.md").write_text("old")
    assert generate.main(check=True) == 1


@pytest.mark.sqlite
def test_the_examples_run() -> None:
    examples = re.findall(r"```sql\n(.+?)```", (DOCS / "record.md").read_text("utf-8"), re.DOTALL)
    assert len(examples) == 3
    with store.open(":memory:") as record:
        record.add(READING)
        assert [len(record._file.connection.execute(example).fetchall()) for example in examples] == [0, 11, 0]
