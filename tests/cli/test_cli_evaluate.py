"""`verbale evaluate`: figures on what a user marked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run
from .samples import READY, SUMMIT, span

ARTICLE = "summit.txt"


def figures(run: Run, *arguments: object) -> dict[str, object]:
    result = run("evaluate", *arguments, "--json")
    assert result.exit_code == 0, result.output
    told: dict[str, object] = json.loads(result.stdout)
    return told


def gold(path: Path, *statements: dict[str, object], file: str = ARTICLE) -> Path:
    path.write_text(json.dumps([{"file": file, "statements": statements}]), "utf-8")
    return path


def marked(speaker: str, *words: str) -> dict[str, object]:
    content = [list(span(w)) for w in words]
    return {"kind": "direct", "content": content, "cue": None, "source": None, "speaker": speaker, "speaker_kind": "person"}


def corrected(run: Run, talks: Path, folder: Path) -> Path:
    """The talks for brat, with a statement of the summit taken away and its first speaker changed."""
    assert run("export", "--record", talks, "--format", "brat", "--to", folder).exit_code == 0
    file = next(f for f in folder.glob("*.txt") if f.read_text("utf-8") == SUMMIT).with_suffix(".ann")
    lines = file.read_text("utf-8").replace("AnnotatorNotes E1\tAna Reyes", "AnnotatorNotes E1\tPetr Yorkin").splitlines()
    file.write_text("\n".join(line for line in lines if "E2" not in line), "utf-8")
    return folder


def test_what_was_left_alone_is_all_right(run: Run, talks: Path, tmp_path: Path) -> None:
    run("export", "--record", talks, "--format", "brat", "--to", tmp_path / "brat")
    told = figures(run, tmp_path / "brat", "--record", talks)
    assert (told["statements"], told["precision"], told["recall"], told["who+what"], told["exact"]) == (3, 1, 1, 1, 1)


def test_corrections_lower_the_figures(run: Run, talks: Path, tmp_path: Path) -> None:
    told = figures(run, corrected(run, talks, tmp_path / "brat"), "--record", talks, "--show")
    assert (told["statements"], told["precision"], told["recall"], told["speaker"]) == (2, 0.6667, 1, 0.5)
    assert [d["what"] for d in told["differences"]] == ["speaker", "extra"]


def test_gold_is_found_by_the_name_of_its_file(run: Run, talks: Path, tmp_path: Path) -> None:
    ready, missed = marked("Ana Reyes", *READY.content.words), marked("Orbit", "Rain is expected")
    told = figures(run, gold(tmp_path / "gold.json", ready, missed), "--record", talks)
    assert (told["articles"], told["statements"], told["recall"]) == (1, 2, 0.5)
    shown = run("evaluate", tmp_path / "gold.json", "--record", talks, "--show").output
    assert "marked Orbit, not found: Rain is expected" in shown
    assert "marked Ana Reyes" not in shown


def test_articles_that_are_not_there_are_told_and_not_counted(run: Run, talks: Path, tmp_path: Path) -> None:
    result = run("evaluate", gold(tmp_path / "gold.json", marked("Orbit", "Rain"), file="other.txt"), "--record", talks)
    assert result.exit_code == 0
    assert "0 statements marked in 0 articles" in result.output
    assert "1 article not in the record: other.txt" in result.output


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[", "is no JSON"),
        ("{}", "is no list of articles"),
        ('[{"file": 1}]', "article 1 has no “file”"),
        ('[{"file": "a"}]', "article 1 has no list of “statements”"),
        ('[{"file": "a", "statements": [{"kind": "direct"}]}]', "article 1, statement 1: it has no “content”"),
        (
            '[{"file": "a", "statements": [{"kind": "direct", "content": [[3, 1]], "speaker": "", "speaker_kind": "person"}]}]',
            "a span is two numbers",
        ),
        (
            '[{"file": "a", "statements": [{"kind": "direct", "content": 3, "speaker": "", "speaker_kind": "person"}]}]',
            "a span is two numbers",
        ),
    ],
)
def test_gold_that_is_none_is_told_in_a_line(text: str, told: str, run: Run, talks: Path, tmp_path: Path) -> None:
    (tmp_path / "gold.json").write_text(text, "utf-8")
    result = run("evaluate", tmp_path / "gold.json", "--record", talks)
    assert result.exit_code == 1
    assert told in result.output


def test_a_gold_that_is_not_there_is_told(run: Run, talks: Path) -> None:
    assert "there is no nowhere" in run("evaluate", "nowhere", "--record", talks).output
