"""Object storage: a server that speaks as S3 does, from which articles are read and to which tables go.

It is moto's, on this machine; the test runs where it is installed, as `make cluster` does.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from scale.test_scale_tables import PAGE, TEXT, WARC

from verbale import store
from verbale.cli import main
from verbale.scale import engines

SERVER = """
from moto.server import ThreadedMotoServer
server = ThreadedMotoServer("127.0.0.1", 0)
server.start()
print("at", *server.get_host_and_port(), flush=True)
input()
"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where the server answers. It is a process of its own, for its clients here hold on to their thread."""
    pytest.importorskip("moto")
    ways = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen([sys.executable, "-c", SERVER], **ways, text=True) as server:
        assert server.stdout
        host, port = next(line.split()[1:] for line in server.stdout if line.startswith("at "))
        yield f"http://{host}:{port}"
        server.kill()


@pytest.fixture
def bucket(address: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A bucket with articles, and the environment that leads to it."""
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    told = {"ENDPOINT_URL": address, "ACCESS_KEY_ID": "desk", "SECRET_ACCESS_KEY": "word", "REGION": "us-east-1"}
    for name, value in told.items():
        monkeypatch.setenv(f"AWS_{name}", value)
    from pyarrow.fs import FileSelector, FileSystem, FileType

    files, _ = FileSystem.from_uri("s3://news?allow_bucket_creation=true")
    files.create_dir("news")
    for found in files.get_file_info(FileSelector("news", recursive=True)):
        if found.type == FileType.File:
            files.delete_file(found.path)
    for name, data in articles().items():
        with files.open_output_stream(f"news/2031/{name}") as stream:
            stream.write(data)
    return files


def articles() -> dict[str, bytes]:
    """The same kinds of files as elsewhere, by name."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = "".join(json.dumps({"text": TEXT.format(n), "outlet": "Орбіта"}) + "\n" for n in range(20)) + "no row\n"
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{PAGE.format(TEXT.format('e'))}"
    table = pa.BufferOutputStream()
    pq.write_table(pa.table({"text": [TEXT.format("p"), TEXT.format("q")], "published": ["2031-05-01", "2031-05-02"]}), table)
    return {
        "a.jsonl": rows.encode(),
        "may/e.warc.gz": gzip.compress(WARC.format(len(answer.encode()), answer).encode()),
        "may/p.parquet": table.getvalue().to_pybytes(),
    }


def run(*words: object) -> Any:
    return CliRunner().invoke(main, [str(word) for word in words])


def held(path: Path) -> list[object]:
    """All that a record tells of its articles, wherever they lay."""
    with store.open(path, readonly=True) as record:
        found = sorted(record.articles(), key=lambda a: a.id)
        said = sorted((e.id, e.said, e.outlet, str(e.content), e.same) for e in record.statements())
        return [[(a.id, a.sha256, a.outlet, a.published, a.text) for a in found], said, record.counts().codes]


@pytest.fixture
def here(tmp_path: Path) -> list[object]:
    """What is to come of it: that of the same files on a disk."""
    pytest.importorskip("warcio")
    for name, data in articles().items():
        path = tmp_path / "2031" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    assert run("read", tmp_path / "2031", "--language", "uk", "--record", tmp_path / "here.db").exit_code == 2
    return held(tmp_path / "here.db")


def test_from_storage_to_storage_and_into_a_record(bucket: Any, here: list[object], tmp_path: Path) -> None:
    pytest.importorskip("daft")
    read = ("read", "s3://news/2031/", "--language", "uk", "--engine", "daft", "--to", "s3://news/readings/")
    first = run(*read)
    assert first.exit_code == 2, first.output
    assert "23 articles, 23 statements in s3://news/readings/ (1 unit)." in first.output
    assert "1 could not be read" in first.output
    assert "(1 unit, 1 of them there before)" in run(*read).output
    joined = run("join", "s3://news/readings/", "--to", tmp_path / "there.db")
    assert "23 articles (23 new), 23 statements" in joined.output
    assert held(tmp_path / "there.db") == here


def test_a_unit_in_storage_that_was_stopped_is_read_anew(bucket: Any) -> None:
    pytest.importorskip("daft")
    read = ("read", "s3://news/2031/", "--language", "uk", "--engine", "daft", "--to", "s3://news/readings")
    run(*read)
    (done,) = (path for path in names(bucket, "news/readings") if path.endswith("_SUCCESS"))
    bucket.delete_file(done)
    assert "(1 unit)." in run(*read).output
    assert "(1 unit, 1 of them there before)" in run(*read).output
    assert len([path for path in names(bucket, "news/readings") if path.endswith(".parquet")]) == 1


def test_files_of_this_machine_go_to_storage_by_every_runner(bucket: Any, here: list[object], tmp_path: Path) -> None:
    for number, how in enumerate((("--jobs", 1), ("--engine", "daft"))):
        told = run("read", tmp_path / "2031", "--language", "uk", *how, "--to", f"s3://news/of{number}")
        assert "23 articles, 23 statements" in told.output
        run("join", f"s3://news/of{number}", "--to", tmp_path / f"{number}.db")
        assert held(tmp_path / f"{number}.db") == here


def test_a_record_goes_to_storage_as_tables(bucket: Any, here: list[object], tmp_path: Path) -> None:
    assert run("transfer", tmp_path / "here.db", "s3://news/tables").exit_code == 0
    import pyarrow.parquet as pq

    assert pq.read_table("news/tables/statement.parquet", filesystem=bucket).num_rows == 23
    assert "is not empty" in run("transfer", tmp_path / "here.db", "s3://news/tables/").output


@pytest.mark.parametrize("words", [("join", "s3://news/nothing"), ("join", "s3://nobodys"), ("join", "s3://nobodys/a.parquet")])
def test_what_is_not_there_is_one_line(bucket: Any, tmp_path: Path, words: tuple[str, ...]) -> None:
    told = run(*words, "--to", tmp_path / "talks.db")
    assert told.exit_code == 1
    assert re.fullmatch(r"verbale: s3://\S+ (does not exist|cannot be read).*\n", told.output), told.output


@pytest.mark.parametrize("words", [("join", "s3://news/a", "--to"), ("read", "s3://news/a/", "--engine", "daft", "--record")])
def test_storage_that_cannot_be_reached_is_one_line(
    bucket: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    pytest.importorskip("daft")
    monkeypatch.setattr(engines, "TRIES", 2)
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
    told = run(*words, tmp_path / "talks.db")
    assert told.exit_code == 1
    assert told.output.startswith("verbale: s3://news/a")
    assert "cannot be read" in told.output
    assert told.output.count("\n") == 1


def names(files: Any, root: str) -> list[str]:
    from pyarrow.fs import FileSelector, FileType

    return [found.path for found in files.get_file_info(FileSelector(root, recursive=True)) if found.type == FileType.File]
