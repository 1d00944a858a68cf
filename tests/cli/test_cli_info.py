"""`verbale info`, `verbale problems`, `verbale export`: what there is, what went wrong, and all of it in a file."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from verbale import store
from verbale.errors import Code

from .conftest import Run


def test_info_counts(run: Run, talks: Path) -> None:
    told = run("info", "--record", talks).stdout
    assert "holds 2 articles, 3 statements of 3 utterances by 2 speakers, 2 problems." in told
    assert "Published from 2031-05-09 to 2031-05-09." in told
    assert "Most quoted\n  1  Ana Reyes\n  1  Пётр Йоркин\n  1  speaker not known\n" in told
    assert "Outlets\n  1  Meridian Post\n  1  Ждань Сегодня\n" in told
    assert f"1  binary: {Code.BINARY.sentence}" in told


def test_info_for_programs(run: Run, talks: Path) -> None:
    told = json.loads(run("info", "--record", talks, "--json").stdout)
    assert (told["articles"], told["statements"], told["problems"], told["unnamed"]) == (2, 3, 2, 1)
    assert told["languages"] == [["en", 1], ["ru", 1]]
    assert told["quoted"] == [["Ana Reyes", 1], ["Пётр Йоркин", 1]]


def test_info_of_an_empty_record(run: Run) -> None:
    store.open("empty.db").close()
    assert run("info", "--record", "empty.db").stdout == (
        "empty.db holds 0 articles, 0 statements by 0 speakers, 0 problems.\n"
    )


def test_problems_with_file_and_words(run: Run, talks: Path) -> None:
    head, *rows = run("problems", "--record", talks).stdout.splitlines()
    assert head.split() == ["CODE", "FILE", "WORDS", "MEANING"]
    assert [row.split()[:2] for row in rows] == [["stray-mark", "news/summit.txt"], ["binary", "news/photo.txt"]]
    assert "”, characters 24 to 25" in rows[0]
    assert rows[1].endswith(Code.BINARY.sentence)


def test_problems_of_one_code(run: Run, talks: Path) -> None:
    only = run("problems", "--code", "binary", "--record", talks, "--jsonl").stdout
    assert json.loads(only) == {
        "code": "binary",
        "sentence": Code.BINARY.sentence,
        "stage": "sources",
        "words": "",
        "span": None,
        "path": "news/photo.txt",
    }
    none = run("problems", "--code", "empty", "--record", talks)
    assert (none.stdout, none.stderr) == ("", f"{talks} holds no problem empty.\n")


def test_problems_as_a_table_for_programs(run: Run, talks: Path) -> None:
    run("problems", "--record", talks, "-o", "problems.csv")
    with Path("problems.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["code"], row["span"]) for row in rows] == [("stray-mark", "24-25"), ("binary", "")]


def test_export_writes_lines_in_utf_8(run: Run, talks: Path) -> None:
    result = run("export", "--record", talks, "--to", "statements.jsonl")
    assert result.stdout == "3 statements written to statements.jsonl.\n"
    lines = Path("statements.jsonl").read_bytes().decode("utf-8").split("\n")
    assert lines.pop() == ""
    assert [json.loads(line)["id"][2] for line in lines] == ["1", "2", "3"]
    assert "Йоркин" in lines[2]


def test_export_to_standard_output_says_nothing_else(run: Run, talks: Path) -> None:
    run("export", "--record", talks, "--to", "statements.csv", "--kind", "indirect")
    piped = run("export", "--record", talks, "--to", "-", "--format", "csv", "--kind", "indirect")
    assert piped.stdout_bytes == Path("statements.csv").read_bytes()
    assert piped.stderr == ""
