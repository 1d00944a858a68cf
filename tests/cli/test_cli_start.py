"""The command as a whole: quick to start, plain to ask, and every wrong use is one line."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from verbale.cli import main
from verbale.cli.options import KINDS
from verbale.model import Speech

from .conftest import ENVIRONMENT, Program, Run

HEAVY = (
    "numpy",
    "rich",
    "sqlite3",
    "onnxruntime",
    "slovnet",
    "natasha",
    "trafilatura",
    "verbale.store",
    "verbale.flow",
    "verbale.people",
)
READING = ("said", "show s_1", "who", "who --doubtful", "why s_1", "judge", "export --to -", "serve", "info", "problems")
"""Commands that ask a record something."""
LOADED = "import sys; print([name for name in sys.argv[1:] if name in sys.modules])"


@pytest.mark.parametrize(
    "use",
    [
        "",
        "main(['--help'], standalone_mode=False)",
        "main(['read', '--help'], standalone_mode=False)",
        "main([], standalone_mode=False)",
    ],
)
def test_to_be_asked_for_help_it_loads_next_to_nothing(use: str) -> None:
    program = f"from verbale.cli import main\n{use}\n{LOADED}"
    done = subprocess.run([sys.executable, "-c", program, *HEAVY], capture_output=True, env=ENVIRONMENT, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_command_that_runs_does_load_them() -> None:
    """The test above can fail."""
    use = "try: main(['said', '--record', 'no.db'], standalone_mode=False)\nexcept Exception: pass"
    program = f"from verbale.cli import main\n{use}\n{LOADED}"
    command = [sys.executable, "-c", program, *HEAVY]
    done = subprocess.run(command, capture_output=True, env=ENVIRONMENT, text=True, check=True)
    assert {"rich", "sqlite3", "verbale.store"} <= set(ast.literal_eval(done.stdout))


def test_without_a_command_it_tells_what_there_is(run: Run) -> None:
    result = run()
    assert result.exit_code == 0
    assert list(main.commands) == [
        "try", "read", "reread", "join", "said", "show", "who", "why", "judge", "people", "topics", "positions", "timeline",
        "figures", "compare", "brief", "export", "correct", "evaluate", "second", "serve", "info", "problems", "check",
            "transfer", "samples",
    ]  # fmt: skip
    for name, command in main.commands.items():
        assert f"  {name}" in result.stdout
        assert command.get_short_help_str(200) in result.stdout


@pytest.mark.parametrize("name", list(main.commands))
def test_every_command_and_option_has_a_help(run: Run, name: str) -> None:
    command = main.commands[name]
    result = run(name, "-h")
    assert result.exit_code == 0
    assert command.help
    for option in (p for p in command.params if isinstance(p, click.Option)):
        assert option.help
        assert option.opts[-1] in result.stdout


def test_the_version_is_told(run: Run) -> None:
    import verbale

    assert run("--version").stdout == f"verbale {verbale.__version__}\n"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("nope", "No such command"),
        ("said --nope", "No such option"),
        ("said --kind loud", "--kind"),
        ("said --since 2031-5", "“2031-5” is no date"),
        ("said --since 2031-02-30", "“2031-02-30” is no date"),
        ("said --since 0000", "“0000” is no date"),
        ("said --until tomorrow", "“tomorrow” is no date"),
        ("said --limit 0", "--limit"),
        ("said --limit many", "--limit"),
        ("said --language english", "“english” is no language code"),
        ("try", "TEXT"),
        ("try Yes --published 2031-05-09T99:00", "is no date"),
        ("read", "PATH"),
        ("read news --jobs 0", "--jobs"),
        ("show", "ID"),
        ("export", "--to"),
        ("export --to table.xls", "“xls” is no format"),
        ("export --to table.csv --format xls", "“xls” is no format"),
        ("problems --code nope", "“nope” is no code"),
        ("who --kind cat", "--kind"),
        ("why p_1", "give the id"),
        ("why s_1 a_1:2", "give the id"),
        ("judge maybe Ana Luka", "maybe"),
        ("judge same Ana", "takes two names or ids"),
        ("judge undo", "takes the id of a judgement"),
        ("people import", "FILE"),
        ("people nope", "No such command"),
    ],
)
def test_wrong_use_is_one_line_and_exit_code_1(run: Run, wrong: str, told: str) -> None:
    result = run(*wrong.split())
    assert result.exit_code == 1
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith("verbale: ")
    assert told in line
    assert line.endswith("--help`)")
    assert not list(Path().iterdir())


def test_kinds_are_those_of_the_model() -> None:
    assert tuple(Speech) == KINDS


@pytest.mark.parametrize("command", [*READING, "judge same Ana Luka", "people join", "people import x.csv"])
def test_without_a_record_the_way_to_make_one_is_told(run: Run, command: str) -> None:
    result = run(*command.split())
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "no record verbale.db: make one with `verbale read" in result.stderr
    assert not Path("verbale.db").exists()


@pytest.mark.sqlite
@pytest.mark.parametrize("command", [*READING, "judge same Ana Luka", "people join", "read news"])
@pytest.mark.parametrize("kind", ["text", "short", "folder", "under a file", "sqlite"])
def test_what_is_no_record_is_told_and_left_alone(run: Run, command: str, kind: str) -> None:
    path = Path("notes.db")
    content = b"Dear diary, " * 100 if kind == "text" else b"x"
    if kind == "folder":
        path.mkdir()
    elif kind == "sqlite":
        content = _other_sqlite(path)
    else:
        path.write_bytes(content)
    Path("news").mkdir()
    given = path / "talks.db" if kind == "under a file" else path
    result = run(*command.split(), "--record", given)
    assert result.exit_code == 1
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert "notes.db" in line
    assert kind == "folder" or path.read_bytes() == content


def _other_sqlite(path: Path) -> bytes:
    import sqlite3

    other = sqlite3.connect(path)
    other.execute("CREATE TABLE birds (name)")
    other.commit()
    other.close()
    return path.read_bytes()


def test_the_record_may_be_named_by_the_environment(run: Run, talks: Path) -> None:
    assert run("info", env={"VERBALE_RECORD": str(talks)}).stdout == run("info", "--record", talks).stdout
    other = run("info", "--record", "no.db", env={"VERBALE_RECORD": str(talks)})
    assert "no.db" in other.stderr


@pytest.mark.sqlite
def test_a_reader_who_goes_away_hears_nothing(program: Program, talks: Path) -> None:
    """As in `verbale said | head -0`."""
    for command in ("said", "said --jsonl", "export --to -", "info", "show s_1", "--help"):
        with subprocess.Popen(["true"], stdin=subprocess.PIPE) as gone:
            gone.wait()
            record = [] if command == "--help" else ["--record", talks]
            done = program(*command.split(), *record, capture_output=False, stdout=gone.stdin, stderr=subprocess.PIPE)
        assert done.stderr == b""


@pytest.mark.sqlite
def test_a_full_disk_is_told(program: Program, talks: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    done = program("export", "--record", talks, "--to", "/dev/full", "--format", "csv")
    assert done.returncode == 1
    assert b"/dev/full cannot be written" in done.stderr
    assert done.stderr.count(b"\n") == 1


@pytest.mark.sqlite
@pytest.mark.skipif(sys.platform == "win32", reason="no such terminals there")
def test_a_real_terminal_gets_its_width_its_colours_and_a_count(program: Program, talks: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    environment = ENVIRONMENT | {"COLUMNS": "64", "TERM": "xterm-256color"}
    done = program("said", "--record", talks, capture_output=False, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    shown = os.read(ours, 1 << 16).decode()
    os.close(ours)
    assert done.returncode == 0
    assert "\x1b[2mForeign Minister\x1b[0m" in shown
    plain = re.sub(r"\x1b\[[\d;]*m", "", shown).splitlines()
    assert plain[-1] == "3 statements."
    assert max(map(len, plain)) <= 64
