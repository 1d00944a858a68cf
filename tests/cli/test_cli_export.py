"""`verbale export`: files, folders, archives and pipes, and what is told when it cannot be."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from verbale.export import FORMS, Medium

from .conftest import Program, Run


@pytest.mark.parametrize("form", FORMS)
def test_every_format_is_written(form: str, run: Run, talks: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run("export", "--record", talks, "--format", form, "--to", out)
    assert result.exit_code == 0, result.output
    assert f"written to {out}." in result.output
    assert any(out.iterdir()) if FORMS[form].medium is Medium.FILES else out.stat().st_size


@pytest.mark.parametrize("form", [form.name for form in FORMS.values() if form.endings])
def test_the_ending_tells_the_format(form: str, run: Run, talks: Path, tmp_path: Path) -> None:
    named, ended = tmp_path / "named", tmp_path / f"talks{FORMS[form].endings[0]}"
    run("export", "--record", talks, "--format", form, "--to", named)
    assert run("export", "--record", talks, "--to", ended).exit_code == 0
    assert abs(named.stat().st_size - ended.stat().st_size) < 16  # a workbook bears the moment it was made


def test_an_archive_holds_what_the_folder_holds(run: Run, talks: Path, tmp_path: Path) -> None:
    folder, archive = tmp_path / "brat", tmp_path / "brat.zip"
    for to in (folder, archive):
        assert run("export", "--record", talks, "--format", "brat", "--to", to).exit_code == 0
    with ZipFile(archive) as files:
        assert {n: files.read(n) for n in files.namelist()} == {p.name: p.read_bytes() for p in folder.iterdir()}


@pytest.mark.sqlite
def test_a_pipe_takes_any_format(program: Program, talks: Path) -> None:
    lines = program("export", "--record", talks, "--to", "-").stdout.splitlines()
    assert [json.loads(line)["kind"] for line in lines]
    assert program("export", "--record", talks, "--to", "-", "--format", "parquet").stdout.startswith(b"PAR1")
    assert program("export", "--record", talks, "--to", "-", "--format", "brat").stdout.startswith(b"PK")


def test_the_formats_are_told(run: Run) -> None:
    listed = run("export", "--list").output
    assert {line.split()[0] for line in listed.splitlines()} == set(FORMS)


def test_what_is_asked_for_is_the_title(run: Run, talks: Path, tmp_path: Path) -> None:
    run("export", "--record", talks, "--about", "bridge", "--to", tmp_path / "bridge.atom")
    assert "<title>Statements, about bridge</title>" in (tmp_path / "bridge.atom").read_text("utf-8")


@pytest.mark.parametrize(("to", "form"), [("talks.docx", None), ("talks", None), ("talks.csv", "docx")])
def test_an_unknown_format_is_refused(to: str, form: str | None, run: Run, talks: Path) -> None:
    result = run("export", "--record", talks, "--to", to, *(("--format", form) if form else ()))
    assert result.exit_code == 1
    assert "is no format" in result.output
    assert not Path(to).exists()


def test_a_missing_extra_is_told_in_a_line(run: Run, talks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [n for n in sys.modules if n.startswith(("openpyxl", "verbale.export.xlsx"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    result = run("export", "--record", talks, "--to", "talks.xlsx")
    assert result.exit_code == 1
    assert "pip install 'verbale[exchange]'" in result.output
    assert not Path("talks.xlsx").exists()


def test_nowhere_to_write_is_told(run: Run, talks: Path, tmp_path: Path) -> None:
    assert "say where to" in run("export", "--record", talks).output
    (tmp_path / "file").write_text("")
    refused = run("export", "--record", talks, "--format", "xmi", "--to", tmp_path / "file" / "below")
    assert (refused.exit_code, "no folder to write to" in refused.output) == (1, True)
    assert "is the record itself" in run("export", "--record", talks, "--format", "xlsx", "--to", talks).output
