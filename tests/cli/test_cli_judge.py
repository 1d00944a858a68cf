"""`verbale judge` on statements: accepted, rejected, given to another speaker, and all of it taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from verbale import store
from verbale.model import Kind
from verbale.rulings import Correction

from .conftest import Run
from .samples import made, part

READY, OPEN = "s_1111aaaa1111aaaa", "s_2222bbbb2222bbbb"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A record of three statements, joined."""
    path = made(tmp_path / "talks.db")
    with store.open(path) as record:
        record.join()
    return path


def said(run: Run, kept: Path, *wanted: str) -> dict[str, str | None]:
    """Speakers by the ids of the statements that are shown."""
    rows = json.loads(run("said", *wanted, "--record", kept, "--json").stdout)
    return {row["id"]: row["speaker"] and row["speaker"]["name"] for row in rows}


def test_a_statement_is_rejected_and_taken_back(run: Run, kept: Path) -> None:
    told = run("judge", "reject", "s_1111", "--by", "ines", "--record", kept)
    id_, _, words = told.stdout.strip().partition("  ")
    assert (told.exit_code, id_[:2]) == (0, "r_")
    assert words == "rejects “We will be ready … if the other side keeps its word.”"
    assert READY not in said(run, kept)
    assert "ruled     rejected: people ruled that it is no statement" in run("show", READY, "--record", kept).stdout
    assert "“Reyes”" in run("who", "Reyes", "--record", kept).stderr  # nobody speaks there any more
    assert run("judge", "undo", id_[:9], "--by", "mira", "--record", kept).stdout.endswith(f"takes back {id_}\n")
    assert said(run, kept)[READY] == "Ana Reyes"


def test_a_statement_is_given_to_another_and_its_words_stay_corrected(run: Run, kept: Path) -> None:
    with store.open(kept) as record:
        record.rulings.correct(OPEN, Correction(content=part("the bridge at Zhdan")), who="mo")
    told = run("judge", "speaker", "s_2222", "ana  reyes", "--record", kept)
    assert told.stdout.partition("  ")[2].startswith("corrects “the bridge at Zhdan would stay open”: speaker ana reyes")
    assert run("judge", "speaker", "s_2222", "Ana Reyes", "--record", kept).exit_code == 0
    assert said(run, kept, "Reyes") == {READY: "Ana Reyes", OPEN: "Ana Reyes"}
    with store.open(kept) as record:
        assert record.statement(OPEN).content.text == "the bridge at Zhdan"
    assert "speaker unknown" in run("judge", "speaker", "s_2222", "", "--record", kept).stdout
    assert said(run, kept)[OPEN] is None


def test_the_kind_of_a_speaker_is_that_which_the_record_knows(run: Run, kept: Path) -> None:
    with store.open(kept) as record:
        record.rulings.correct(READY, Correction("Norland", Kind.COUNTRY), who="mo")
        record.join()
        (id_,) = record.pages.bearers("Norland")
    run("judge", "speaker", OPEN, id_, "--record", kept)
    with store.open(kept) as record:
        speaker = record.statement(OPEN).speaker
        assert speaker
        assert (speaker.name, speaker.kind) == ("Norland", Kind.COUNTRY)


def test_rulings_and_judgements_are_one_log(run: Run, kept: Path) -> None:
    run("judge", "rename", "Ana Reyes", "Ana Reyes Soto", "--by", "ines", "--record", kept)
    run("judge", "accept", READY, "--by", "mira", "--later", "--record", kept)
    run("judge", "speaker", OPEN, "Luka Terzen", "--by", "ines", "--record", kept)
    log = json.loads(run("judge", "--record", kept, "--json").stdout)
    assert [(row["verdict"], row["who"], row["name"]) for row in log] == [
        ("rename", "ines", "Ana Reyes Soto"),
        ("accept", "mira", ""),
        ("correct", "ines", "Luka Terzen"),
    ]
    assert [row["one"]["name"] for row in log] == ["Ana Reyes", READY, OPEN]
    table = run("judge", "--record", kept, "--csv").stdout
    assert f",accept,{READY},,,,accepts “We will be ready" in table


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("judge reject s_9", "no statement has an id that begins with “s_9”"),
        ("judge undo r_9", "no ruling has an id that begins with “r_9”"),
        ("judge speaker s_1111 p_9", "no person has an id that begins"),
        ("judge speaker s_1111 s_2222", "a speaker is a name"),
        ("judge speaker s_1111", "“speaker” takes the id of a statement, and a name"),
        ("judge accept", "“accept” takes the id of a statement"),
    ],
)
def test_what_cannot_be_ruled_is_told(run: Run, kept: Path, wrong: str, told: str) -> None:
    result = run(*wrong.split(), "--record", kept)
    assert (result.exit_code, result.stdout) == (1, "")
    assert told in result.stderr
