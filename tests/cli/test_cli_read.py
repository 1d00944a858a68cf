"""`verbale read`: all that can be read is read, once, whatever happens in between."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from verbale import flow, store
from verbale.errors import Code
from verbale.model import Article, Problem, Source
from verbale.store import Record

from .conftest import ENVIRONMENT, PROGRAM, Program, Run

SENTENCE = "“We will be ready,” Foreign Minister Ana Reyes said."
VICTIM = Path(__file__).with_name("victim.py")
ENGLISH = ("--language", "en")


def article(name: str, text: str = SENTENCE) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{text} This is {path.stem}.\n", encoding="utf-8")
    return path


def told(path: str = "talks.db") -> list[Problem]:
    with store.open(path, readonly=True) as record:
        return list(record.problems())


def paths(path: str = "talks.db") -> set[str | None]:
    with store.open(path, readonly=True) as record:
        return {article.path for article in record.articles()}


def read(run: Run, *arguments: object, **options: Any) -> Any:
    return run("read", *arguments, "--record", "talks.db", *ENGLISH, **options)


# ---------------------------------------------------------------- what goes in


def test_articles_are_read_and_joined(run: Run) -> None:
    article("news/one.txt")
    article("news/deep/two.txt")
    result = read(run, "news")
    assert result.exit_code == 0
    assert result.stdout == "2 articles (2 new), 2 statements and 0 problems added to talks.db.\n"
    assert result.stderr == ""
    with store.open("talks.db", readonly=True) as record:
        assert [entry.person is not None for entry in record.statements(speaker="Reyes")] == [True, True]


def test_an_article_that_is_known_is_not_read_again(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    article("news/one.txt")
    read(run, "news")
    article("news/two.txt")
    seen: list[str | None] = []
    clean = flow.clean
    monkeypatch.setattr(flow, "clean", lambda source: seen.append(source.path) or clean(source))
    result = read(run, "news")
    assert result.stdout == "2 articles (1 new, 1 already known), 1 statement and 0 problems added to talks.db.\n"
    assert seen == ["news/two.txt"]


def test_one_text_in_two_files_is_one_article(run: Run) -> None:
    article("a/one.txt")
    article("b/one.txt")
    assert read(run, "a", "b").stdout.startswith("2 articles (1 new, 1 already known), 1 statement")


def test_what_is_given_is_kept(run: Run) -> None:
    given = {
        "outlet": "Meridian Post",
        "published": "2021-05-09T14:30",
        "url": "https://meridian.example/1",
        "title": "Ready",
        "author": "I. Vance",
    }
    options = [word for name, value in given.items() for word in (f"--{name}", value)]
    assert read(run, article("one.txt"), *options).exit_code == 0
    with store.open("talks.db", readonly=True) as record:
        (kept,) = record.articles()
    assert {name: getattr(kept, name) for name in given} == given
    assert kept.language == "en"


def test_standard_input_is_an_article(run: Run) -> None:
    assert read(run, "-", input=SENTENCE.encode()).stdout.startswith("1 article (1 new), 1 statement")


def test_several_processes_make_the_same_record(program: Program) -> None:
    for n in range(18):
        article(f"news/{n:02}.txt")
    one = program("read", "news", "--record", "one.db", *ENGLISH)
    two = program("read", "news", "--record", "two.db", *ENGLISH, "--jobs", 2)
    assert (one.returncode, two.returncode) == (0, 0), two.stderr
    assert content("one.db") == content("two.db")


def test_in_a_pipe_there_is_no_progress_and_no_colour(program: Program) -> None:
    done = program("read", article("one.txt"), "--record", "talks.db", *ENGLISH)
    assert done.stderr == b""
    assert done.stdout.decode().splitlines() == ["1 article (1 new), 1 statement and 0 problems added to talks.db."]


def test_on_a_terminal_there_is_progress_on_standard_error_only(run: Run) -> None:
    result = read(run, article("one.txt"), env={"FORCE_COLOR": "1", "COLUMNS": "80", "TERM": "xterm"})
    assert "reading" in result.stderr
    assert "reading" not in result.stdout


# ---------------------------------------------------------------- what cannot be read

BAD = {
    "empty.txt": (b"", Code.EMPTY),
    "blank.txt": (b" \n\n", Code.EMPTY),
    "binary.txt": (bytes(range(256)) * 9, Code.BINARY),
    "picture.html": (b"\x89PNG\r\n\x1a\n" + bytes(400), Code.BINARY),
    "no.json": (b'{"text": "oops', Code.BROKEN_JSON),
    "no.jsonl": (b"nor is this\n", Code.BROKEN_JSON),
    "nothing.jsonl": (b'{"title": "Ready"}\n', Code.NO_TEXT),
    "packed.txt.gz": (b"\x1f\x8b\x08\x00half", Code.UNREADABLE),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_told_and_costs_no_other(run: Run, name: str) -> None:
    content, code = BAD[name]
    article("news/good.txt")
    Path("news", name).write_bytes(content)
    result = read(run, "news")
    assert result.exit_code == 2
    assert result.stdout == "1 article (1 new), 1 statement and 1 problem added to talks.db.\n"
    head, line = result.stderr.splitlines()
    assert head == "1 could not be read:"
    assert line.startswith(f"  news/{name}")
    assert code.sentence in line
    assert [problem.code for problem in told()] == [code]


@pytest.mark.parametrize("path", ["missing.txt", "missing/", "*.nope", "good.txt/under.txt", "x" * 300])
def test_a_path_that_leads_nowhere_is_told(run: Run, path: str) -> None:
    result = read(run, article("good.txt"), path)
    assert result.exit_code == 2
    assert result.stdout.startswith("1 article (1 new), 1 statement")
    assert Code.UNREADABLE.sentence in result.stderr
    assert [problem.path for problem in told()] == [path]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nobody locks root out")
def test_a_locked_file_is_told(run: Run) -> None:
    article("good.txt")
    article("locked.txt").chmod(0)
    assert read(run, "good.txt", "locked.txt").exit_code == 2
    assert [problem.path for problem in told()] == ["locked.txt"]


def test_broken_bytes_and_broken_html_are_read_as_far_as_they_go(run: Run) -> None:
    Path("bytes.txt").write_bytes(SENTENCE.encode() + b" Caf\xff.")
    Path("page.html").write_text(f"<html><p>{SENTENCE} The rest of <b>this <div page is & lost <p", encoding="utf-8")
    result = read(run, "bytes.txt", "page.html")
    assert result.exit_code in {0, 2}
    assert "bytes.txt" in paths()
    assert Code.BROKEN_BYTES in {problem.code for problem in told()}
    assert "page.html" in paths() | {problem.path for problem in told()}


def test_what_is_met_again_is_told_again_but_kept_once(run: Run) -> None:
    Path("empty.txt").touch()
    first, second = read(run, "empty.txt"), read(run, "empty.txt")
    assert first.exit_code == second.exit_code == 2
    assert first.stderr == second.stderr
    assert "1 problem added" in first.stdout
    assert "0 problems added" in second.stdout
    assert len(told()) == 1


def test_of_many_bad_files_the_first_are_named(run: Run) -> None:
    Path("news").mkdir()
    for n in range(8):
        Path(f"news/{n}.txt").touch()
    result = read(run, "news")
    assert result.stderr.splitlines()[0] == "8 could not be read:"
    assert result.stderr.splitlines()[-1] == "  and 3 more: verbale problems --record talks.db"
    assert len(result.stderr.splitlines()) == 7


def test_a_fault_of_verbale_costs_one_article(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "poison", "z"):
        article(f"news/{name}.txt")
    clean = flow.clean

    def failing(source: Source) -> tuple[Article, tuple[Problem, ...]]:
        if "poison" in source.text:
            raise RuntimeError("too many birds")
        return clean(source)

    monkeypatch.setattr(flow, "clean", failing)
    result = read(run, "news")
    assert result.exit_code == 2
    assert "3 articles (3 new), 2 statements" in result.stdout
    assert f"  news/poison.txt: {Code.FAILED.sentence} (RuntimeError: too many birds)" in result.stderr


def test_metadata_that_cannot_be_understood_costs_no_article(run: Run) -> None:
    article("news/one.txt")
    Path("news/articles.csv").write_text("file,published\none.txt,2021-05-09\nthree.txt,\n")
    result = read(run, "news")
    assert result.exit_code == 0
    assert result.stderr.splitlines()[0] == "1 could not be understood:"
    assert "three.txt" in result.stderr


def test_where_nothing_was_found_the_reason_is_told(run: Run) -> None:
    article("plain.txt", "The bridge is long and old.")
    lines = read(run, "plain.txt").stdout.splitlines()
    assert lines[0] == "1 article (1 new), 0 statements and 0 problems added to talks.db."
    assert lines[1].startswith("Nothing was found in 1 article: plain.txt. No word that reports speech")


def test_a_record_in_a_folder_that_is_closed_is_told(run: Run) -> None:
    article("good.txt")
    for record in ("good.txt/talks.db", "none/talks.db"):
        result = run("read", "good.txt", "--record", record)
        assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
        assert record in result.stderr


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nobody locks root out")
def test_a_read_only_folder_is_told(run: Run) -> None:
    article("good.txt")
    Path("closed").mkdir(mode=0o500)
    result = run("read", "good.txt", "--record", "closed/talks.db")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)


# ---------------------------------------------------------------- interruptions


def content(path: str) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables but the moments of adding."""
    plain = sqlite3.connect(path)
    assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    tables = ("article", "block", "mention", "statement", "part", "relay", "problem", "person", "attribution")
    rows = {table: plain.execute(f"SELECT * FROM {table}").fetchall() for table in tables}
    names = [name for _, name, *_ in plain.execute("PRAGMA table_info(article)")]
    kept = [n for n, name in enumerate(names) if name not in {"added", "reader"}]
    rows["article"] = [tuple(row[n] for n in kept) for row in rows["article"]]
    plain.close()
    return rows


@pytest.mark.sqlite
@pytest.mark.skipif(sys.platform == "win32", reason="the program kills itself by a signal")
def test_a_run_that_was_killed_and_started_again_makes_the_same_record(run: Run) -> None:
    for n in range(18):  # more than one batch
        article(
            f"news/{n:02}.txt",
            SENTENCE if n % 3 else "Finance Minister Ivo Lund told reporters that the talks would go on.",
        )
        Path(f"news/{n:02}-empty.txt").touch()
    command = [sys.executable, str(VICTIM), "12", "news", "--record", "killed.db", *ENGLISH]
    killed = subprocess.run(command, env=ENVIRONMENT, capture_output=True, check=False, timeout=60)
    assert killed.returncode == -9, killed.stderr
    assert len(paths("killed.db")) == 11
    assert "(7 new, 11 already known)" in run("read", "news", "--record", "killed.db", *ENGLISH).stdout
    assert "(18 new)" in run("read", "news", "--record", "whole.db", *ENGLISH).stdout
    assert content("killed.db") == content("whole.db")
    with store.open("whole.db") as record:
        assert record.counts().statements >= 18


def test_a_run_that_was_stopped_leaves_whole_articles_and_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(5):
        article(f"news/{n}.txt")
    real, left = Record.add, iter(range(3))

    def interrupted(self: Record, *readings: Any, **options: Any) -> Any:
        if next(left, None) is None:
            raise KeyboardInterrupt
        return real(self, *readings, **options)

    with monkeypatch.context() as patch:
        patch.setattr(Record, "add", interrupted)
        result = read(run, "news")
    assert result.exit_code == 130
    assert result.stdout == ""
    assert result.stderr.strip() == (
        "verbale: stopped; 3 new articles kept whole in talks.db, and the same command goes on from there"
    )
    assert read(run, "news").stdout.startswith("5 articles (2 new, 3 already known)")
    assert json.loads(run("info", "--json", "--record", "talks.db").stdout)["statements"] == 5


@pytest.mark.sqlite
@pytest.mark.skipif(sys.platform == "win32", reason="no groups of processes there")
@pytest.mark.parametrize("times", [1, 2])
def test_ctrl_c_ends_several_processes_at_once(times: int) -> None:
    for n in range(80):
        article(f"news/{n:02}.txt")
    command = [*PROGRAM, "read", "news", "--record", "talks.db", "--jobs", "2", *ENGLISH]
    with subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.PIPE, start_new_session=True) as running:
        while not Path("talks.db").exists() and running.poll() is None:
            time.sleep(0.01)
        for _ in range(times):
            time.sleep(0.2)
            os.killpg(running.pid, signal.SIGINT)
        try:
            _, errors = running.communicate(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            raise
    assert b"verbale: stopped; " in errors
    assert running.returncode in {130, -signal.SIGINT}
    assert len(paths()) < 80
    assert content("talks.db")["problem"] == []


# ---------------------------------------------------------------- the sample articles

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"


def test_the_sample_articles_can_be_read_and_asked(run: Run) -> None:
    """English, Russian and Ukrainian, with the commands of the demo."""
    assert run("read", EXAMPLES, "--record", "demo.db").exit_code == 0
    for language in ("en", "ru", "uk"):
        rows = run("said", "--language", language, "--record", "demo.db", "--jsonl").stdout.splitlines()
        assert len(rows) > 10
        for row in map(json.loads, rows[:5]):
            assert row["id"] in run("show", row["id"], "--record", "demo.db").stdout
            assert row["id"] in run("why", row["id"], "--record", "demo.db").stdout
            assert row["id"] in run("show", row["article"]["id"], "--text", "--record", "demo.db").stdout
    assert "14 articles" in run("info", "--record", "demo.db").stdout


def test_an_engine_reads_what_a_process_reads(run: Run) -> None:
    pytest.importorskip("daft")
    for n in range(3):
        article(f"news/{n}.txt")
    assert "3 articles (3 new)" in run("read", "news", *ENGLISH, "--engine", "daft", "--record", "talks.db").output
    run("read", "news", *ENGLISH, "--record", "other.db")
    with store.open("talks.db", readonly=True) as one, store.open("other.db", readonly=True) as two:
        assert [one.reading(a.id) for a in one.articles()] == [two.reading(a.id) for a in two.articles()]
