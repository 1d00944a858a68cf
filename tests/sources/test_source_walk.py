"""Paths to articles: files, folders, patterns, standard input, packed files and whatever goes wrong with them."""

import errno
import gzip
import io
import os
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from verbale import sources
from verbale.errors import Code
from verbale.model import Given, Problem, Source
from verbale.sources import walk

Row = Source | Problem


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    return lambda data: monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))


def put(path: str, data: bytes | str = "Да.") -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(data if isinstance(data, bytes) else data.encode())


def seen(rows: Iterator[Row]) -> list[tuple[str | None, str]]:
    """Path and text, or path and code."""
    return [(row.path, row.code if isinstance(row, Problem) else row.text) for row in rows]


def test_a_folder_in_order_with_all_below_it(here: Path) -> None:
    for name in ["b.txt", "a.html", "sub/deep/c.text", "sub/d.JSONL", "a.txt.gz", "é.txt"]:
        put(f"n/{name}", '{"text": "Да."}' if "JSONL" in name else "Да.")
    for name in [".hidden.txt", ".git/x.txt", "x.png", "readme", "x.csv", "x.gz"]:
        put(f"n/{name}")
    put("n/articles.csv", "file\n")
    assert [path for path, _ in seen(walk("n"))] == [
        "n/a.html", "n/a.txt.gz", "n/b.txt", "n/é.txt", "n/sub/d.JSONL#1", "n/sub/deep/c.text",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("a.txt", "<p>Да.</p>", [("a.txt", "<p>Да.</p>")]),
        ("a.text", '{"text": "Да."}', [("a.text", '{"text": "Да."}')]),
        ("a.htm", "<p>Да, сказал он.</p>", [("a.htm", "Да, сказал он.")]),
        ("a.ndjson", '{"text": "Да."}\n{"text": "Нет."}', [("a.ndjson#1", "Да."), ("a.ndjson#2", "Нет.")]),
        ("a.json", '[{"text": "Да."}]', [("a.json#1", "Да.")]),
        ("a.json", '{\n"text": "Да."}', [("a.json", "Да.")]),
        ("a.json", '{"text": "Да."}\n{"text"\n{"text": "Нет."}',
         [("a.json#1", "Да."), ("a.json#2", Code.BROKEN_JSON), ("a.json#3", "Нет.")]),
        ("a.json", "no JSON at all", [("a.json", Code.BROKEN_JSON)]),
        ("a.jsonl", '{"text"\n{"text": "Да."}', [("a.jsonl#1", Code.BROKEN_JSON), ("a.jsonl#2", "Да.")]),
        ("a.jsonl", '{"text": "Да."}\n{"text": "Я"}'.encode("utf-16"), [("a.jsonl#1", "Да."), ("a.jsonl#2", "Я")]),
        ("a.jsonl", b"\x89PNG\0\0\0\0", [("a.jsonl", Code.BINARY)]),
        ("a.jsonl", "", [("a.jsonl", Code.EMPTY)]),
        ("a", "Да.", [("a", "Да.")]),
        ("a", "[Да] и нет.", [("a", "[Да] и нет.")]),
        ("a", "{Да} и нет.", [("a", "{Да} и нет.")]),
        ("a", "<Да> и нет.", [("a", "<Да> и нет.")]),
        ("a", "\ufeff\n<!-- saved -->\n<!DOCTYPE html><p>Да, сказал он.</p>", [("a", "Да, сказал он.")]),
        ("a.page", '<?xml version="1.0"?><html><p>Да, сказал он.</p></html>', [("a.page", "Да, сказал он.")]),
        ("a", '{"text": "Да."}\n{"text"', [("a#1", "Да."), ("a#2", Code.BROKEN_JSON)]),
        ("a", ' [\n {"text": "Да."}]', [("a#1", "Да.")]),
        ("a", b"\x89PNG\0\0\0\0", [("a", Code.BINARY)]),
        ("a", b"", [("a", Code.EMPTY)]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("packed", [False, True])
def test_formats_by_name_and_by_looks(
    here: Path, name: str, data: bytes | str, found: list[tuple[str, str]], packed: bool
) -> None:
    data = data if isinstance(data, bytes) else data.encode()
    put(name, gzip.compress(data) if packed else data)
    assert seen(walk([name])) == found


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ("Да.", [("-", "Да.")]),
        ('{"text": "Да."}\n', [("-#1", "Да.")]),
        ('[{"text": "Да."}]', [("-#1", "Да.")]),
        ("<html><p>Да, сказал он.</p>", [("-", "Да, сказал он.")]),
        (gzip.compress("Да.".encode()), [("-", "Да.")]),
        ("Мы готовы, сказала министр.".encode("cp1251"), [("-", "Мы готовы, сказала министр.")]),
        ("", [("-", Code.EMPTY)]),
    ],
)
def test_standard_input(here: Path, stdin: Callable[[bytes], None], data: bytes | str, found: list[tuple[str, str]]) -> None:
    put("articles.csv", "file,outlet\n-,A\n")
    stdin(data if isinstance(data, bytes) else data.encode())
    rows = list(walk("-"))
    assert seen(iter(rows)) == found
    assert all(row.given == Given() for row in rows if isinstance(row, Source))


def test_patterns(here: Path) -> None:
    for name in ["a.txt", "b.dat", "sub/c.txt", "sub/sub/d.txt"]:
        put(f"n/{name}")
    put("n/articles.csv", "file\n")
    assert [path for path, _ in seen(walk("n/*.txt"))] == ["n/a.txt"]
    assert [path for path, _ in seen(walk("n/*"))] == ["n/a.txt", "n/b.dat", "n/sub/c.txt", "n/sub/sub/d.txt"]
    assert [path for path, _ in seen(walk("n/**/*.txt"))] == ["n/a.txt", "n/sub/c.txt", "n/sub/sub/d.txt"]
    assert seen(walk("n/*.md")) == [("n/*.md", Code.UNREADABLE)]


def test_a_file_whose_name_looks_like_a_pattern(here: Path) -> None:
    put("a[1].txt")
    assert seen(walk("a[1].txt")) == [("a[1].txt", "Да.")]


def test_what_is_missing_is_told_and_the_rest_goes_on(here: Path) -> None:
    put("a.txt")
    rows = list(walk(["nowhere.txt", "no/where", "\0", Path("a.txt")]))
    assert seen(iter(rows)) == [
        ("nowhere.txt", Code.UNREADABLE), ("no/where", Code.UNREADABLE), ("\0", Code.UNREADABLE), ("a.txt", "Да."),
    ]  # fmt: skip
    assert isinstance(rows[0], Problem)
    assert rows[0].words == os.strerror(errno.ENOENT)


def test_an_empty_folder_says_what_was_looked_for(here: Path) -> None:
    put("n/readme.md")
    (row,) = walk("n")
    assert isinstance(row, Problem)
    assert (row.path, row.code) == ("n", Code.EMPTY)
    assert ".txt" in row.words


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="no file is closed to this user")
def test_a_file_without_permission(here: Path) -> None:
    put("n/a.txt")
    put("n/b.txt")
    put("n/sub/c.txt")
    Path("n/a.txt").chmod(0)
    Path("n/sub").chmod(0)
    rows = list(walk(["n", "n/sub/c.txt"]))
    assert [row.path for row in rows] == ["n/a.txt", "n/b.txt", "n/sub", "n/sub/c.txt"]
    assert [row.words for row in rows if isinstance(row, Problem)] == [os.strerror(errno.EACCES)] * 3
    Path("n/sub").chmod(0o700)


@pytest.mark.parametrize(
    "error", [PermissionError(13, "Permission denied"), OSError(5, "Input/output error"), EOFError("gone")]
)
def test_a_file_that_fails_while_it_is_read(here: Path, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    class Failing(io.BytesIO):
        def readline(self, size: int | None = -1) -> bytes:
            return super().readline(size) or self.read()

        def read(self, size: int | None = -1) -> bytes:
            raise error

    @contextmanager
    def opened(path: str) -> Iterator[tuple[bytes, io.BytesIO]]:
        yield b'{"text": "A"}', Failing(b'{"text": "A"}\n')

    put("a.jsonl")
    put("b.txt")
    monkeypatch.setattr(sources, "opened", opened)
    assert seen(walk(["a.jsonl", "b.txt"])) == [
        ("a.jsonl#1", "A"), ("a.jsonl", Code.UNREADABLE), ("b.txt", Code.UNREADABLE),
    ]  # fmt: skip


def test_a_folder_that_vanishes(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put("n/a.txt")
    put("n/b.txt")
    rows = walk("n")
    next(rows)
    Path("n/b.txt").unlink()
    assert seen(rows) == [("n/b.txt", Code.UNREADABLE)]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_links(here: Path) -> None:
    put("n/a.txt")
    Path("n/loop").symlink_to("../n")
    Path("n/nowhere.txt").symlink_to("gone.txt")
    Path("n/self.txt").symlink_to("self.txt")
    Path("n/z.txt").symlink_to("a.txt")
    Path("m").symlink_to("n")
    assert seen(walk("m")) == [
        ("m/a.txt", "Да."), ("m/nowhere.txt", Code.UNREADABLE), ("m/self.txt", Code.UNREADABLE), ("m/z.txt", "Да."),
    ]  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has file names that are no text")
def test_a_file_name_that_is_no_text(here: Path) -> None:
    Path(os.fsdecode(b"n\xff.txt")).write_text("Да.")
    assert seen(walk(".")) == [("n\ufffd.txt", "Да.")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_pipe_in_a_folder_is_never_waited_for(here: Path) -> None:
    put("n/a.txt")
    os.mkfifo("n/b.txt")
    assert seen(walk("n")) == [("n/a.txt", "Да.")]


def test_broken_gzip(here: Path) -> None:
    whole = gzip.compress(b'{"text": "%s"}\n' % os.urandom(500).hex().encode() * 100, mtime=0)
    put("n/cut.jsonl.gz", whole[:-30])
    put("n/cut.txt.gz", gzip.compress(b"Some words.")[:-9])
    put("n/damaged.txt.gz", gzip.compress(os.urandom(3000).hex().encode())[:500] + b"\xff" * 500)
    put("n/empty.txt.gz", gzip.compress(b""))
    put("n/false.txt.gz", "not packed")
    put("n/twice.txt.gz", gzip.compress(gzip.compress(b"Some words.")))
    rows = seen(walk("n"))
    assert [row for row in rows if row[0] and "#" not in row[0]] == [
        ("n/cut.jsonl.gz", Code.UNREADABLE),
        ("n/cut.txt.gz", Code.UNREADABLE),
        ("n/damaged.txt.gz", Code.UNREADABLE),
        ("n/empty.txt.gz", Code.EMPTY),
        ("n/false.txt.gz", "not packed"),
        ("n/twice.txt.gz", Code.BINARY),
    ]
    assert ("n/cut.jsonl.gz#1", rows[0][1]) == rows[0]


def test_packed_or_not_an_article_has_the_same_digest(here: Path) -> None:
    put("a.txt")
    put("b.txt", gzip.compress("Да.".encode()))
    one, two = walk(["a.txt", "b.txt"])
    assert isinstance(one, Source)
    assert isinstance(two, Source)
    assert one.sha256 == two.sha256


@contextmanager
def memory(most: int) -> Iterator[None]:
    """Fails where more than `most` bytes are held at a time."""
    tracemalloc.start()
    yield
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < most


def test_a_line_of_fifty_megabytes(here: Path) -> None:
    put("a.jsonl", b'{"text": "' + b"x" * 50_000_000 + b'"}\n{"text": "B"}\n')
    with memory(20_000_000):
        assert seen(walk("a.jsonl")) == [("a.jsonl#1", Code.TOO_LARGE), ("a.jsonl#2", "B")]


def test_a_bomb(here: Path) -> None:
    put("a.txt.gz", gzip.compress(b"x" * 50_000_000, 1))
    put("b.jsonl.gz", gzip.compress(b"x" * 50_000_000, 1))
    put("c.json.gz", gzip.compress(b"[" * 50_000_000, 1))
    started = time.monotonic()
    with memory(20_000_000):
        one, two, three = walk(["a.txt.gz", "b.jsonl.gz", "c.json.gz"], limit=100_000)
    assert isinstance(one, Source)
    assert (one.text, one.problems[0].code) == ("x" * 100_000, Code.TOO_LARGE)
    assert isinstance(two, Problem)
    assert isinstance(three, Problem)
    assert (two.code, three.code) == (Code.TOO_LARGE, Code.TOO_LARGE)
    assert time.monotonic() - started < 10


def test_what_is_given_beats_the_table_which_beats_the_file(here: Path) -> None:
    page = '<html lang="de"><head><meta name="author" content="Mira Stone"></head><body><p>Ja, sagte sie.</p></body>'
    put("n/a.html", page)
    put("n/b.txt")
    put("n/c.jsonl", '{"text": "Да.", "outlet": "C"}')
    put("n/articles.csv", "file,outlet,language,author\na.html,A,fr,\nb.txt,B,Russian,\nc.jsonl,X,en,\n")
    a, b, c = walk("n", given=Given(language="en-US"))
    assert isinstance(a, Source)
    assert (a.given, a.found) == (Given(outlet="A", language="en"), Given(author="Mira Stone", language="de"))
    assert isinstance(b, Source)
    assert (b.given, b.found) == (Given(outlet="B", language="en"), Given())
    assert isinstance(c, Source)
    assert (c.given, c.found) == (Given(language="en"), Given(outlet="C"))


def test_problems_of_a_table_come_once(here: Path) -> None:
    put("n/a.txt")
    put("n/b.txt")
    put("m/a.txt")
    put("n/articles.csv", "file,mood,published\na.txt,glad,soon\n")
    rows = list(walk(["n/a.txt", "m", "n"]))
    assert [path for path, _ in seen(iter(rows))] == ["n/articles.csv", "n/a.txt", "m/a.txt", "n/a.txt", "n/b.txt"]
    assert isinstance(rows[1], Source)
    assert [(p.words, p.path) for p in rows[1].problems] == [("published: 'soon'", "n/a.txt")]


def test_received_is_today_unless_given(here: Path) -> None:
    put("a.jsonl", f'{{"text": "A", "date": "{date.today() + timedelta(days=3)}"}}')
    (row,) = walk("a.jsonl")
    assert isinstance(row, Source)
    assert row.received == date.today().isoformat()
    assert [p.code for p in row.problems] == [Code.FUTURE_DATE]
    (row,) = walk("a.jsonl", received=f"{date.today() + timedelta(days=3)}T10:00")
    assert isinstance(row, Source)
    assert row.problems == ()


def test_a_day_of_reading_that_is_none() -> None:
    with pytest.raises(ValueError, match="Invalid isoformat"):
        walk([], received="soon")


def test_what_is_wrong_with_the_given_is_told_once(here: Path) -> None:
    put("a.txt")
    put("b.txt")
    rows = list(walk(["a.txt", "b.txt"], given=Given(published="2031-05-11", outlet="A"), received="2031-05-09"))
    assert [code for _, code in seen(iter(rows))] == [Code.FUTURE_DATE, "Да.", "Да."]
    assert all(row.given == Given(outlet="A") for row in rows if isinstance(row, Source))


def test_pages_are_what_makes_it_slow_to_load() -> None:
    code = "import verbale.sources, sys; sys.exit('trafilatura' in sys.modules or 'lxml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
