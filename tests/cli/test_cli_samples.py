"""`verbale samples` gives a newcomer something to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale.cli import sampling

from .conftest import Run

ARTICLES = Path(__file__).parents[2] / "examples" / "articles"


def test_the_samples_are_written_as_they_are(run: Run, tmp_path: Path) -> None:
    result = run("samples", str(tmp_path / "new" / "articles"))
    assert result.exit_code == 0
    assert "14 articles written to" in result.stdout
    wanted = {path.name: path.read_bytes() for path in ARTICLES.iterdir()}
    assert {path.name: path.read_bytes() for path in (tmp_path / "new" / "articles").iterdir()} == wanted
    assert run("samples", str(tmp_path / "new" / "articles")).exit_code == 0  # once more changes nothing


def test_another_file_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "articles.csv").write_text("mine")
    result = run("samples", str(tmp_path))
    assert result.exit_code == 1
    assert "is another file" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["articles.csv"]
    assert (tmp_path / "articles.csv").read_text() == "mine"


def test_a_place_that_cannot_be_written_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    result = run("samples", str(tmp_path / "file" / "articles"))
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr


def test_an_installation_without_samples_says_so(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sampling, "PLACES", (tmp_path / "nowhere",))
    assert "has no sample articles" in run("samples", str(tmp_path / "x")).stderr
