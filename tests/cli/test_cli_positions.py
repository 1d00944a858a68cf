"""Topics and positions: `topics`, `positions`, `said --act`, and what `show` and `why` tell of them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

import verbale
from verbale import store
from verbale.topics import shipped_text

from .conftest import Run

TEXTS = {
    "2031-01-10": "French Foreign Minister Ana Reyes said on Friday that France was ready for talks with Spain.",
    "2031-02-14": "French Foreign Minister Ana Reyes said on Friday that France would be ready for talks "
    "if Spain opened the pass.",
    "2031-03-14": "Two voices in Paris\n\n"
    "French President Petr Yorkin said on Friday that France would not take part in any talks.\n"
    "French Foreign Minister Ana Reyes said on Friday that the bridge was open.",
    "2031-03-15": "Two voices in Paris\n\nFrench Foreign Minister Ana Reyes said on Saturday that France was open to talks.",
}
MINE = '[bridges]\nnames = { en = "bridges" }\n[bridges.words]\nen = ["bridge"]\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with store.open(tmp_path / "paris.db") as record:
        record.add(verbale.read(text, published=day, language="en") for day, text in TEXTS.items())
        record.join()
    return tmp_path / "paris.db"


# ---------------------------------------------------------------- topics


def test_topics_are_listed_with_their_statements(run: Run, path: Path) -> None:
    found = json.loads(run("topics", "--record", path, "--json").stdout)
    assert (found[0]["id"], found[0]["statements"], found[0]["names"]["ru"]) == ("talks", 4, "переговоры")
    assert len(found) == 12
    assert run("topics", "--record", path).stdout.splitlines()[1].startswith("talks")
    rows = list(csv.DictReader(io.StringIO(run("topics", "--record", path, "--csv").stdout)))
    assert rows[0]["names"] == "talks | переговоры | переговори"


def test_topics_of_ones_own_are_brought_in_and_dropped(run: Run, path: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(MINE, encoding="utf-8")
    assert run("topics", "import", tmp_path / "mine.toml", "--record", path).stdout == "bridges (bridges): 1 statement.\n"
    assert "the bridge was open" in run("said", "--about", "bridges", "--record", path).stdout
    assert run("topics", "forget", "bridges", "--record", path).exit_code == 0
    again = run("topics", "forget", "bridges", "--record", path)
    assert (again.exit_code, again.stderr) == (1, "verbale: “bridges” is no topic of this record\n")
    assert "“talks” ships with Verbale" in run("topics", "forget", "talks", "--record", path).stderr


def test_topics_may_come_from_standard_input(run: Run, path: Path) -> None:
    assert "1 statement" in run("topics", "import", "-", "--record", path, input=MINE).stdout


@pytest.mark.parametrize(
    ("content", "told"), [(b"[a", "no TOML"), (b"\xff\xfe[", "no text in UTF-8"), (None, "cannot be read")]
)
def test_a_faulty_file_of_topics_is_told_in_a_line(
    run: Run, path: Path, tmp_path: Path, content: bytes | None, told: str
) -> None:
    if content is not None:
        (tmp_path / "bad.toml").write_bytes(content)
    result = run("topics", "import", tmp_path / "bad.toml", "--record", path)
    assert result.exit_code == 1
    assert told in result.stderr
    assert result.stderr.count("\n") == 1


def test_the_pack_is_printed_as_it_ships(run: Run) -> None:
    assert run("topics", "pack").stdout == shipped_text()


# ---------------------------------------------------------------- positions


def test_positions_are_dated_steps_with_their_conditions(run: Run, path: Path) -> None:
    shown = run("positions", "France", "--about", "talks", "--record", path).stdout.splitlines()
    assert [line.split()[:2] for line in shown[1:]] == [
        ["2031-01-10", "open"],
        ["2031-02-14", "conditional"],
        ["2031-03-14", "open"],
    ]
    assert "“if Spain opened the pass”" in shown[2]
    assert "(before: open)" in shown[2]


def test_positions_as_json_tell_every_statement(run: Run, path: Path) -> None:
    first, second, third = json.loads(run("positions", "Париж", "--about", "talks", "--record", path, "--json").stdout)
    assert first["statements"][0]["who"] == "Ana Reyes"
    assert (second["before"], second["conditions"]) == ("open", ["if Spain opened the pass"])
    assert third["who"] == ["Ana Reyes", "Petr Yorkin"]
    rows = list(csv.DictReader(io.StringIO(run("positions", "France", "--about", "talks", "--record", path, "--csv").stdout)))
    assert rows[1]["conditions"] == "if Spain opened the pass"


def test_only_changes_or_only_those_who_differ(run: Run, path: Path) -> None:
    changes = json.loads(run("positions", "Reyes", "--about", "talks", "--record", path, "--changes", "--json").stdout)
    assert [step["stance"] for step in changes] == ["open", "conditional", "open"]
    (pair,) = json.loads(run("positions", "France", "--about", "talks", "--differing", "--record", path, "--json").stdout)
    assert (pair["one"]["who"], pair["other"]["who"]) == ("Petr Yorkin", "Ana Reyes")
    assert "Petr Yorkin" in run("positions", "France", "--about", "talks", "--differing", "--record", path).stdout
    alone = run("positions", "Reyes", "--about", "talks", "--differing", "--record", path)
    assert alone.stderr == "Nobody who speaks for Ana Reyes said the contrary of another on talks.\n"


def test_positions_that_are_not_there_are_told(run: Run, path: Path) -> None:
    nothing = run("positions", "Spain", "--about", "talks", "--record", path)
    assert "No dated statement tells a stance of Spain on talks" in nothing.stderr
    assert "is no topic" in run("positions", "France", "--about", "bread", "--record", path).stderr
    assert "nobody here is called “Nemo”" in run("positions", "Nemo", "--about", "talks", "--record", path).stderr


# ---------------------------------------------------------------- statements


def test_statements_are_found_by_act(run: Run, path: Path) -> None:
    shown = run("said", "--act", "reject", "--record", path).stdout
    assert "would not take part" in shown
    assert shown.count("\n") == 2
    wrong = run("said", "--act", "shout", "--record", path)
    assert wrong.exit_code == 1
    assert "“shout” is no act" in wrong.stderr


def test_show_and_why_tell_act_stance_and_topics(run: Run, path: Path) -> None:
    with store.open(path) as record:
        (entry,) = record.statements(speaker="Reyes", until="2031-01")
    shown = run("show", entry.id, "--record", path).stdout
    assert "act       agree, towards Spain; open\nabout     talks\n" in shown
    told = run("why", entry.id, "--record", path).stdout
    assert "act       agree, towards Spain: “ready for” stands in what was said (agree).\n" in told
    assert "stance    open: The act alone makes it open.\n" in told
    assert "about     talks: “talks” stands in what was said.\n" in told
