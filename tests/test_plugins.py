"""Plugins: a package under the entry point adds a format, files and a language, and a broken one is told in a line."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

import verbale
from verbale import lang, plugins, store
from verbale.cli import main
from verbale.errors import VerbaleError
from verbale.models import analyser
from verbale.models.russian import analyse

EXAMPLE = Path(__file__).parents[1] / "examples" / "plugin"


@pytest.fixture(autouse=True)
def _anew() -> Iterator[None]:
    """Plugins are looked for once a process; here, for each test."""
    plugins.manager.cache_clear()
    yield
    plugins.manager.cache_clear()
    lang.load.cache_clear()


@pytest.fixture
def diary(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The example, as if it were installed."""
    shutil.copytree(EXAMPLE / "verbale_diary", tmp_path / "site" / "verbale_diary")
    about = tmp_path / "site" / "verbale_diary-0.1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: verbale-diary\nVersion: 0.1.0\n", "utf-8")
    (about / "entry_points.txt").write_text("[verbale]\nverbale-diary = verbale_diary\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path / "site")
    monkeypatch.delitem(sys.modules, "verbale_diary", raising=False)


@pytest.mark.usefixtures("diary")
def test_the_example_reads_and_writes_diaries(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "may.diary").write_text("2031-05-09 “We will be ready,” Foreign Minister Ana Reyes said.\n\n", "utf-8")
    with store.open(tmp_path / "talks.db") as record:
        record.add(verbale.read_files(tmp_path / "in"))
        record.join()
        (article,) = record.articles()
        assert (article.published, article.path) == ("2031-05-09", f"{tmp_path}/in/may.diary#1")
    done = CliRunner().invoke(main, ["export", "--record", str(tmp_path / "talks.db"), "--to", str(tmp_path / "out.diary")])
    assert done.exit_code == 0, done.output
    assert (tmp_path / "out.diary").read_text("utf-8") == "2031-05-09 Ana Reyes: We will be ready,\n"
    assert "a line a statement" in CliRunner().invoke(main, ["export", "--list"]).output


def test_without_it_there_are_no_diaries(tmp_path: Path) -> None:
    assert plugins.sources() == {}
    assert ".diary" not in CliRunner().invoke(main, ["export", "--list"]).output


@pytest.mark.usefixtures("diary")
def test_plugins_can_be_turned_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBALE_PLUGINS", "off")
    assert plugins.forms() == []


def test_a_language_is_added(tmp_path: Path) -> None:
    """Ukrainian words and Russian grammar under another name stand for a language of its own."""
    words = Path(lang.__file__).parent / "uk"

    @plugins.hookimpl
    def verbale_languages() -> dict[str, object]:
        return {"be": (words, analyse)}

    plugins.manager().register(SimpleNamespace(verbale_languages=verbale_languages))
    assert lang.languages() == ("be", "en", "ru", "uk")
    assert lang.load("be").cues == lang.load("uk").cues
    assert analyser("be") is analyse
    with pytest.raises(KeyError):
        lang.load("xx")


@pytest.mark.usefixtures("diary")
def test_a_broken_plugin_is_told_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "site" / "verbale_diary" / "__init__.py").write_text("import nothing_of_that_name", "utf-8")
    with pytest.raises(VerbaleError, match=r"a plugin cannot be loaded .*nothing_of_that_name"):
        plugins.manager()
    done = CliRunner().invoke(main, ["export", "--list"])
    assert (done.exit_code, "a plugin cannot be loaded" in done.output, "Traceback" in done.output) == (1, True, False)
