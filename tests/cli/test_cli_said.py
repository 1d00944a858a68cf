"""`verbale said` and the forms in which all rows are written."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from verbale import export, store
from verbale.store import Record

from .conftest import Run
from .samples import OPEN, PEACE, READY, made


def ids(text: str) -> list[str]:
    return [json.loads(line)["id"][2] for line in text.splitlines()]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("", "123"),
        ("Reyes", "1"),
        ("ana reyes", "1"),
        ("йоркин", "3"),
        ("--about bridge", "2"),
        ("--about переговор*", "3"),
        ("--since 2031-05-09", "2"),
        ("--until 2031-05-08", "1"),
        ("--since 2031 --until 2031", "12"),
        ("--kind indirect", "23"),
        ("--outlet", "12"),
        ("--language ru", "3"),
        ("--language en-GB", "12"),
        ("--limit 1", "1"),
        ("--language ru --limit 1", "3"),
        ("--kind indirect --limit 1", "2"),
    ],
)
def test_statements_are_found(run: Run, talks: Path, wanted: str, found: str) -> None:
    outlet = ["meridian POST"] if wanted == "--outlet" else []
    result = run("said", *wanted.split(), *outlet, "--record", talks, "--jsonl")
    assert result.exit_code == 0
    assert ids(result.stdout) == list(found)
    exported = run("export", *wanted.split(), *outlet, "--record", talks, "--to", "-") if wanted[:2] == "--" else result
    assert exported.stdout == result.stdout


def test_the_plain_table_has_a_whole_statement_a_line(run: Run, talks: Path) -> None:
    rows = [re.split(r" {2,}", line) for line in run("said", "--record", talks).stdout.splitlines()]
    assert rows == [
        ["SAID", "SPEAKER", "ROLE", "OUTLET", "ID", "CONTENT"],
        ["2031-05-08", "Ana Reyes", "Foreign Minister", "Meridian Post", READY.id, f"“{READY.content}”"],
        ["(2031-05-09)", "unknown (“She”)", "Meridian Post", OPEN.id, str(OPEN.content)],
        ["", "Пётр Йоркин", "премьер-министр Ждании", "Ждань Сегодня", PEACE.id, str(PEACE.content)],
    ]


def test_the_columns_of_the_plain_table_are_even(run: Run, talks: Path) -> None:
    lines = run("said", "--record", talks).stdout.splitlines()
    assert len({line.rindex(word) for line, word in zip(lines, ("ID  ", "s_1", "s_2", "s_3"), strict=True)}) == 1


def test_on_a_terminal_nothing_is_lost_either_and_what_was_sought_is_bright(run: Run, talks: Path) -> None:
    terminal = {"FORCE_COLOR": "1", "COLUMNS": "60", "TERM": "xterm"}
    result = run("said", "--record", talks, "--about", "bridge", env=terminal)
    assert "\x1b[1;33mbridge\x1b[0m" in result.stdout
    everything = re.sub(r"\x1b\[[\d;]*m", "", run("said", "--record", talks, env=terminal).stdout)
    words = " ".join(everything.split())
    for word in ("Ana", "Foreign", "Minister", "ready", "s_1111aaaa1111aaaa", "Meridian", "премьер-министр", "unknown"):
        assert word in words
    assert max(map(len, everything.splitlines())) <= 60


def test_all_forms_hold_the_same_statements(run: Run, talks: Path) -> None:
    as_json = json.loads(run("said", "--record", talks, "--json").stdout)
    as_lines = [json.loads(line) for line in run("said", "--record", talks, "--jsonl").stdout.splitlines()]
    as_table = list(csv.DictReader(io.StringIO(run("said", "--record", talks, "--csv").stdout, newline="")))
    assert as_json == as_lines
    assert [row["id"] for row in as_table] == [row["id"] for row in as_lines]
    assert tuple(as_table[0]) == export.csv.COLUMNS
    assert as_table[0]["conditions"] == "if the other side keeps its word."


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_rows_are_those_of_the_exports(run: Run, talks: Path, form: str) -> None:
    assert run("said", "--record", talks, "-o", f"rows.{form}").stdout == ""
    run("export", "--record", talks, "--to", f"export.{form}")
    assert Path(f"rows.{form}").read_bytes() == Path(f"export.{form}").read_bytes()


def test_no_rows_are_a_valid_file_too(run: Run, talks: Path) -> None:
    assert run("said", "Nobody", "--record", talks, "--json").stdout == "[]\n"
    assert run("said", "Nobody", "--record", talks, "--jsonl").stdout == ""
    assert run("said", "Nobody", "--record", talks).stdout == ""
    assert run("said", "Nobody", "--record", talks, "--csv").stdout.startswith("id,article,")


def test_a_file_gets_the_form_of_its_ending_unless_told(run: Run, talks: Path) -> None:
    run("said", "--record", talks, "-o", "rows.json")
    assert len(json.loads(Path("rows.json").read_text("utf-8"))) == 3
    run("said", "--record", talks, "-o", "rows.json", "--csv")
    assert Path("rows.json").read_text("utf-8").startswith("id,article,")
    run("said", "--record", talks, "-o", "rows.txt")
    assert Path("rows.txt").read_text("utf-8").startswith("SAID ")


@pytest.mark.parametrize("name", ["talks.db", "./talks.db", "alias.db"])
@pytest.mark.parametrize("command", ["said --csv -o", "problems --csv -o", "export --format csv --to"])
def test_the_record_is_never_written_over(run: Run, command: str, name: str) -> None:
    path = made(Path("talks.db"))
    Path("alias.db").symlink_to(path)
    before = path.read_bytes()
    result = run(*command.split(), name, "--record", path)
    assert result.exit_code == 1
    assert "is the record itself" in result.stderr
    assert path.read_bytes() == before


@pytest.mark.parametrize("command", ["said --csv -o", "problems -o", "export --format csv --to"])
def test_a_file_that_cannot_be_written_is_told(run: Run, talks: Path, command: str) -> None:
    Path("file").touch()
    result = run(*command.split(), "file/rows.csv", "--record", talks)
    assert (result.exit_code, result.stderr) == (1, "verbale: file/rows.csv cannot be written: Not a directory\n")


@pytest.mark.parametrize(
    ("wanted", "reason"),
    [
        (["Nobody"], "holds 3 statements, and some would fit without “Nobody”."),
        (["Reyes", "--about", "bridge"], "some would fit without --about or “Reyes”."),
        (["Reyes", "--kind", "indirect", "--until", "2031"], "some would fit without --kind or “Reyes”."),
        (["--about", "nothing", "--kind", "mixed"], "holds 3 statements."),
    ],
)
def test_where_nothing_fits_it_tells_what_keeps_the_rest_out(run: Run, talks: Path, wanted: list[str], reason: str) -> None:
    result = run("said", *wanted, "--record", talks)
    assert result.exit_code == 0
    assert result.stderr.startswith("No statement fits; ")
    assert result.stderr.rstrip().endswith(reason)


def test_an_empty_record_says_so(run: Run) -> None:
    store.open("empty.db").close()
    assert run("said", "--record", "empty.db").stderr == "empty.db holds 0 articles and no statement.\n"


def test_rows_come_as_they_are_found(run: Run, talks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault half-way leaves the rows before it."""
    real = Record.statements

    def broken(self: Record, **wanted: object) -> object:
        yield next(real(self, **wanted))  # type: ignore[arg-type]
        raise OSError(5, "Input/output error", "talks.db")

    monkeypatch.setattr(Record, "statements", broken)
    result = run("said", "--record", talks, "--jsonl")
    assert ids(result.stdout) == ["1"]
    assert (result.exit_code, result.stderr) == (1, "verbale: talks.db: Input/output error\n")
