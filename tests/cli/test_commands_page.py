"""docs/commands.md tells every command and option, and is written anew when one changes."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import click
import pytest

from verbale.cli import main

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_tells_every_command_and_option(generate: ModuleType) -> None:
    sections = generate.commands().split("\n## ")[1:]
    commands = dict(generate.all_commands(main))
    assert {name.partition(" ")[0] for name in commands} == set(main.commands)
    assert [section.splitlines()[0] for section in sections] == [f"verbale {name}" for name in commands]
    for section, command in zip(sections, commands.values(), strict=True):
        for option in (p for p in command.params if isinstance(p, click.Option)):
            assert f"`{option.opts[-1]}`" in section
        assert "\b" not in section


def test_the_page_is_up_to_date(generate: ModuleType) -> None:
    assert (DOCS / "commands.md").read_text("utf-8") == generate.commands()


def test_a_changed_help_makes_the_page_stale(
    generate: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(generate, "DOCS", tmp_path)
    assert generate.main(check=False) == 0
    assert generate.main(check=True) == 0
    monkeypatch.setattr(main.commands["info"], "help", "Tell the weather.")
    assert generate.main(check=True) == 1
    assert "commands.md is out of date" in capsys.readouterr().out


def test_marks_of_markdown_in_a_help_stay_what_they_are(generate: ModuleType) -> None:
    assert generate._escaped("talk* | <b>") == r"talk\* \| \<b>"
