"""What the tutorial and the how-tos tell to type does what they say."""

from __future__ import annotations

import re
import shlex
import shutil
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from verbale.cli import main

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "docs" / "tutorial.md", *(ROOT / "docs" / "how-to").glob("*.md")])


def commands(page: Path) -> list[list[str]]:
    """The commands of a page, in order."""
    blocks = re.findall(r"^ *```sh\n(.+?)^ *```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    return [shlex.split(line) for block in blocks for line in block.splitlines()]


def printed(command: list[str]) -> str:
    assert command[0] == "verbale"
    done = CliRunner().invoke(main, command[1:])
    assert done.exit_code == 0, f"{shlex.join(command)}\n{done.output}"
    return done.output


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample articles and the record that the tutorial makes of them."""
    folder = tmp_path_factory.mktemp("pages")
    shutil.copytree(ROOT / "examples" / "articles", folder / "articles")
    printed(["verbale", "read", str(folder / "articles"), "--record", str(folder / "talks.db")])
    return folder


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_what_a_page_tells_to_type_can_be_typed(
    page: Path, read: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(read, tmp_path / "here")
    monkeypatch.chdir(tmp_path / "here")
    found = commands(page)
    assert found
    for command in found:
        assert printed(command).strip() or "--doubtful" in command, command


def test_the_search_of_the_pages_finds_what_it_should(read: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(read)
    fact = ROOT / "docs" / "how-to" / "fact-check.md"
    assert "any table" in printed(commands(fact)[0])
    assert "Ilva TV" in printed(next(c for c in commands(fact) if c[1] == "show"))


def test_every_requirement_has_its_licence_told() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *(name for extra in project["optional-dependencies"].values() for name in extra)]
    told = set(
        re.findall(r"^\| ([\w.-]+) \| (?!not declared)", (ROOT / "docs" / "licences.md").read_text("utf-8"), re.MULTILINE)
    )
    assert {re.split(r"[^\w.-]", name)[0].lower() for name in wanted} <= told, "run python docs/licences.py"


def test_the_pages_of_the_site_are_there() -> None:
    named = re.findall(r":\s+([\w/-]+\.md)$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    assert [name for name in named if not (ROOT / "docs" / name).exists()] == []
