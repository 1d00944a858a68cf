"""`--outlets`: a user's own media, in reading, in the record and in reading again."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale import store

from .conftest import Run

TEXT = "“The bridge is shut,” Transport Minister Marek Tonev said, Overlook reported."
OUTLETS = 'Overlook = { kind = "site" }'


@pytest.fixture
def files(run: Run) -> None:
    """An article and the outlets beside it."""
    Path("a.txt").write_text(TEXT, "utf-8")
    Path("outlets.toml").write_text(OUTLETS, "utf-8")


def relays() -> list[tuple[str, ...]]:
    with store.open("talks.db", readonly=True) as record:
        return [e.statement.relays for e in record.statements() if e.statement.kind == "direct"]


@pytest.mark.usefixtures("files")
def test_the_record_keeps_them(run: Run) -> None:
    assert "via Overlook" not in run("try", TEXT).output
    assert "via Overlook" in run("try", TEXT, "--outlets", "outlets.toml").output
    run("read", "a.txt", "--record", "talks.db")
    assert relays() == [()]
    told = run("read", "a.txt", "--record", "talks.db", "--outlets", "outlets.toml").output
    assert "1 article in it had been read without these outlets" in " ".join(told.split())
    assert "1 article read again, 1 with another outcome" in run("reread", "--record", "talks.db").output
    assert relays() == [("Overlook",)]
    assert "were read by this version with these outlets" in " ".join(run("reread", "--record", "talks.db").output.split())
    assert "1 article read again, 0 with another outcome" in run("reread", "--all", "--record", "talks.db").output
    assert "is whole" in run("check", "--record", "talks.db").output


@pytest.mark.usefixtures("files")
def test_an_empty_file_forgets_them(run: Run) -> None:
    run("read", "a.txt", "--record", "talks.db", "--outlets", "outlets.toml")
    assert relays() == [("Overlook",)]
    Path("none.csv").write_text("name\n", "utf-8")
    assert "1 article read again" in run("reread", "--record", "talks.db", "--outlets", "none.csv").output
    assert relays() == [()]


@pytest.mark.usefixtures("files")
def test_a_faulty_file_changes_nothing(run: Run) -> None:
    Path("bad.toml").write_text("Overlook = 3", "utf-8")
    Path("bytes.csv").write_bytes(b"\xff")
    for name, fault in (
        ("bad.toml", "“Overlook” is no outlet"),
        ("bytes.csv", "no text in UTF-8"),
        ("no.toml", "cannot be read"),
    ):
        result = run("read", "a.txt", "--record", "talks.db", "--outlets", name)
        assert result.exit_code == 1
        assert f"{name}" in result.stderr
        assert fault in " ".join(result.stderr.split())
    assert not Path("talks.db").exists()
