"""The documentation is true: what it names is there, what is there is named, and its examples run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from verbale.cli import main
from verbale.errors import Code
from verbale.export import FORMS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*.md")])
BIN = Path(sys.executable).parent
WIDTH = 100
"""Columns of the terminal in which the README shows what `try` draws."""


def blocks(mark: str = "") -> Iterator[str]:
    """The code blocks of the README that are marked so."""
    yield from re.findall(rf"^```{mark}\n(.+?)^```", README, re.DOTALL | re.MULTILINE)


def shell(command: str, folder: Path) -> str:
    """What a command of the README prints; fails where the command fails."""
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "COLUMNS": str(WIDTH), "NO_COLOR": "1"}
    done = subprocess.run(
        ["bash", "-ec", command], cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the sample articles where the README has them."""
    shutil.copytree(ROOT / "examples" / "articles", tmp_path / "articles")
    shutil.copytree(ROOT / "examples" / "articles", tmp_path / "examples" / "articles")
    return tmp_path


def test_all_generated_pages_are_up_to_date(generate: ModuleType) -> None:
    assert generate.main(check=True) == 0


def test_every_code_of_a_problem_is_told() -> None:
    page = (ROOT / "docs" / "problems.md").read_text("utf-8")
    assert set(re.findall(r"^\| `([\w-]+)` \| \S", page, re.MULTILINE)) == set(Code)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_readme_names_commands_that_are_there() -> None:
    assert set(re.findall(r"^verbale ([a-z]+)", README, re.MULTILINE)) <= set(main.commands)


def test_the_readme_names_goals_that_are_there() -> None:
    goals = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for page in (README, (ROOT / "CONTRIBUTING.md").read_text("utf-8")):
        assert set(re.findall(r"^make ([a-z]+)", page, re.MULTILINE)) <= goals


def test_the_picture_in_the_readme_is_what_is_printed(tmp_path: Path) -> None:
    (picture,) = (block for block in blocks() if block.startswith("$ verbale try"))
    command, _, printed = picture.removeprefix("$ ").partition("\n\n")
    lines = [line.rstrip() for line in shell(command, tmp_path).strip().splitlines()]
    assert lines == printed.rstrip().splitlines()


def test_the_commands_of_the_readme_run(folder: Path) -> None:
    (commands,) = (block for block in blocks() if "verbale read articles/" in block)
    printed = {line.split()[1]: shell(line, folder) for line in commands.splitlines() if line.startswith("verbale ")}
    assert "Hartov" in printed["said"]
    assert "any table" in printed["show"]
    assert (folder / "statements.jsonl").stat().st_size


def test_the_python_of_the_readme_runs(folder: Path) -> None:
    (program,) = blocks("python")
    printed = shell(f"{sys.executable} - <<'END'\n{program}\nEND", folder)
    assert "Ana Reyes" in printed
    assert "any table" in printed


def test_every_format_is_told() -> None:
    page = (ROOT / "docs" / "exchange.md").read_text("utf-8")
    assert re.findall(r"^\| `(\w+)` \| \S", page, re.MULTILINE) == list(FORMS)
