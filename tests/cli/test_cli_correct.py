"""`verbale correct`: what was corrected elsewhere is ruled, and outlives joining and reading again."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest

from verbale import store

from .conftest import Run
from .samples import SUMMIT, made

READY = "s_1111aaaa1111aaaa"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return made(tmp_path / "kept.db")


@pytest.fixture
def brat(run: Run, kept: Path, tmp_path: Path) -> Path:
    """The annotations of the summit, ready to be corrected."""
    assert run("export", "--record", kept, "--format", "brat", "--to", tmp_path / "brat").exit_code == 0
    return next(f for f in (tmp_path / "brat").glob("*.txt") if f.read_text("utf-8") == SUMMIT).with_suffix(".ann")


def change(file: Path, *pairs: tuple[str, str]) -> None:
    text = file.read_text("utf-8")
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after)
    file.write_text(text, "utf-8")


def test_what_was_left_alone_changes_nothing(run: Run, kept: Path, brat: Path) -> None:
    result = run("correct", brat.parent, "--record", kept)
    assert (result.exit_code, result.output) == (0, "0 statements: 0 corrected, 0 rejected, 0 accepted.\n")


def test_a_correction_in_brat_outlives_joining_and_reading_again(run: Run, kept: Path, brat: Path) -> None:
    start = SUMMIT.index("Ana Reyes")
    change(brat, ("AnnotatorNotes E1\tAna Reyes", "AnnotatorNotes E1\tPetr Yorkin"))
    change(brat, (f"{start - 17} {start + 9}\tForeign Minister Ana Reyes", f"{start} {start + 9}\tAna Reyes"))
    result = run("correct", brat.parent, "--record", kept, "--by", "vera")
    assert result.exit_code == 0, result.output
    assert "speaker: Petr Yorkin instead of Ana Reyes" in result.stdout
    with store.open(kept) as record:
        reading = record.reading(record.statement(READY).article)
        record.join()
        record.add(reading)
        entry = record.statement(READY)
        assert (entry.speaker.name, str(entry.statement.source), entry.ruled) == ("Petr Yorkin", "Ana Reyes", "correct")
        assert {ruling.who for ruling in record.rulings.log()} == {"vera"}


def test_the_same_file_twice_rules_once(run: Run, kept: Path, brat: Path) -> None:
    change(brat, ("AnnotatorNotes E1\tAna Reyes", "AnnotatorNotes E1\tPetr Yorkin"))
    run("correct", brat.parent, "--record", kept)
    assert "0 statements:" in run("correct", brat.parent, "--record", kept).output
    with store.open(kept) as record:
        assert len(record.rulings.log()) == 1


def test_what_is_missing_is_rejected_only_when_asked_for(run: Run, kept: Path, brat: Path) -> None:
    brat.write_text("".join(line for line in brat.read_text("utf-8").splitlines(keepends=True) if "E2" not in line), "utf-8")
    assert "--missing reject takes them" in run("correct", brat.parent, "--record", kept).output
    assert "1 rejected" in run("correct", brat.parent, "--record", kept, "--missing", "reject").output
    with store.open(kept, readonly=True) as record:
        assert len(list(record.statements())) == 2


def test_a_dry_run_writes_nothing(run: Run, kept: Path, brat: Path, tmp_path: Path) -> None:
    change(brat, ("AnnotatorNotes E1\tAna Reyes", "AnnotatorNotes E1\tPetr Yorkin"))
    assert (
        "1 corrected, 0 rejected, 0 accepted (nothing was written)"
        in run("correct", brat.parent, "--record", kept, "--dry-run").output
    )
    with store.open(kept, readonly=True) as record:
        assert record.rulings.log() == []


def test_a_table_corrects_accepts_and_rejects(run: Run, kept: Path, tmp_path: Path) -> None:
    run("export", "--record", kept, "--to", tmp_path / "all.csv")
    rows = list(csv.DictReader((tmp_path / "all.csv").open(encoding="utf-8", newline="")))
    verdicts = ["", "reject", "ok"]
    for row, verdict in zip(rows, verdicts, strict=True):
        row["verdict"] = verdict
    rows[0] |= {"speaker": "", "speaker_kind": "robot", "content": "We will be ready", "headline": "TRUE"}
    with (tmp_path / "corrected.csv").open("w", encoding="utf-8", newline="") as out:
        table = csv.DictWriter(out, rows[0])
        table.writeheader()
        table.writerows(rows)
    result = run("correct", tmp_path / "corrected.csv", "--record", kept)
    assert result.exit_code == 0, result.output
    assert "1 corrected, 1 rejected, 1 accepted" in result.output
    assert "headline (1)" in result.output
    assert "speaker_kind (1)" in result.output
    lines = run("export", "--record", kept, "--to", "-").stdout.splitlines()
    told = {row["id"]: row for row in map(json.loads, lines)}
    assert rows[1]["id"] not in told
    assert (told[rows[0]["id"]]["speaker"], told[rows[0]["id"]]["content"]["text"]) == (None, "We will be ready")
    assert told[rows[2]["id"]]["ruled"] == "accept"


def test_a_table_for_networks_tells_who_was_coded_anew(run: Run, kept: Path, tmp_path: Path) -> None:
    run("export", "--record", kept, "--to", tmp_path / "talks.dna.csv")
    assert "0 statements:" in run("correct", tmp_path / "talks.dna.csv", "--record", kept).output
    text = (tmp_path / "talks.dna.csv").read_text("utf-8")
    (tmp_path / "talks.dna.csv").write_text(text.replace(",Ana Reyes,", ",Ana Reyes Soto,", 1), "utf-8")
    result = run("correct", tmp_path / "talks.dna.csv", "--record", kept)
    assert "speaker: Ana Reyes Soto instead of Ana Reyes" in result.output
    assert "1 corrected" in result.output


def test_what_cannot_be_taken_is_told_and_the_rest_is_taken(run: Run, kept: Path, brat: Path, tmp_path: Path) -> None:
    change(brat, ("AnnotatorNotes E1\tAna Reyes", "AnnotatorNotes E1\tPetr Yorkin"))
    (brat.parent / "a_0000000000000000.ann").write_text("", "utf-8")
    (brat.parent / "broken.ann").write_text("T1\tStatement\n", "utf-8")
    (brat.parent / "other.csv").write_text("id\ns_0\n", "utf-8")
    result = run("correct", brat.parent, "--record", kept)
    assert result.exit_code == 2
    assert "1 corrected" in result.output
    for told in ("has no article a_0000000000000000", "broken.ann: line 1 has no offsets", "no statement has an id"):
        assert told in result.output


def test_a_file_that_is_not_there_is_told(run: Run, kept: Path, tmp_path: Path) -> None:
    assert run("correct", "nowhere", "--record", kept).exit_code == 1
    shutil.rmtree(tmp_path / "brat", ignore_errors=True)


def test_corrections_of_brat_and_of_a_table_outlive_reading_again(run: Run, tmp_path: Path) -> None:
    text = "“We will be ready,” Foreign Minister Ana Reyes said. The trains would run in May, the ministry said."
    (tmp_path / "ready.txt").write_text(text, "utf-8")
    kept = tmp_path / "read.db"
    assert run("read", "ready.txt", "--record", kept).exit_code == 0
    run("export", "--record", kept, "--format", "brat", "--to", "brat")
    (file,) = Path("brat").glob("*.ann")
    change(file, ("\tAna Reyes\n", "\tPetr Yorkin\n"))
    run("export", "--record", kept, "--to", "all.csv")
    lines = Path("all.csv").read_text("utf-8").splitlines()
    Path("verdicts.csv").write_text(f"id,verdict\n{lines[2].partition(',')[0]},reject\n", "utf-8")
    assert "1 corrected" in run("correct", "brat", "--record", kept).output
    assert "1 rejected" in run("correct", "verdicts.csv", "--record", kept).output
    before = run("export", "--record", kept, "--to", "-").stdout
    assert run("reread", "--all", "--record", kept).exit_code == 0
    assert run("people", "join", "--record", kept).exit_code == 0
    assert run("export", "--record", kept, "--to", "-").stdout == before
    (left,) = map(json.loads, before.splitlines())
    assert (left["speaker"]["name"], left["ruled"]) == ("Petr Yorkin", "correct")
