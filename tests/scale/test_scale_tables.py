"""Readings as tables: what is written comes back, whoever read it, a unit at a time, and whole."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from verbale.errors import Code, SourceError
from verbale.model import SHIPPED, Given, Origin, Problem, Raw, Reading, Source
from verbale.scale import local, parquet
from verbale.scale.parquet import write
from verbale.scale.rows import Row, beside, of_row, told
from verbale.scale.tabulate import tabulate
from verbale.scale.units import DONE, File, Job, Unit, found_in, units

TEXT = "Міністр Марек Тонев заявив, що міст {} зачинять."
JOB = Job(Given(language="uk"), "2031-06-01", "pages", "0.1.0", SHIPPED)
PAGE = "<html><body><article><h1>Мости</h1><p>{}</p></article></body></html>"
WARC = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://post.example/1\r\nWARC-Date: 2031-05-09T10:00:00Z\r\n"
    "WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n{}\r\n\r\n"
)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with articles of all kinds, and one that is none."""
    folder = tmp_path / "news"
    folder.mkdir()
    rows = "".join(json.dumps({"text": TEXT.format(n), "outlet": "Орбіта"}) + "\n" for n in range(20))
    folder.joinpath("a.jsonl").write_text(rows + "no row\n", "utf-8")
    folder.joinpath("b.html").write_text(PAGE.format(TEXT.format("b")), "utf-8")
    folder.joinpath("c.txt").write_bytes(b"\x89PNG\0\0\0\0")
    folder.joinpath("d.txt").write_text(TEXT.format("d"), "utf-8")
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{PAGE.format(TEXT.format('e'))}"
    packed = WARC.format(len(answer.encode()), answer).encode()
    folder.joinpath("e.warc.gz").write_bytes(gzip.compress(packed))
    return folder


def unit(news: Path, to: Path) -> Unit:
    (found,) = units((f for f in found_in([str(news)]) if isinstance(f, File)), str(to), JOB)
    return found


def rows(place: Path) -> list[Row]:
    """What is there, whatever the order in which several processes wrote it."""
    found = [row for row in parquet.read(str(place)) if row]
    return sorted(
        found, key=lambda row: row.found.article.path or "" if isinstance(row.found, Reading) else row.found.path or ""
    )


@pytest.fixture
def table(news: Path, tmp_path: Path) -> list[Row]:
    pytest.importorskip("warcio")
    tabulate(found := unit(news, tmp_path / "here"), JOB, local.run)
    assert parquet.is_done(found)
    return rows(Path(found.folder))


def test_what_is_read_comes_back_with_its_bytes(table: list[Row], news: Path) -> None:
    readings = [row.found for row in table if isinstance(row.found, Reading)]
    problems = [row.found for row in table if isinstance(row.found, Problem)]
    assert len(readings) == 23
    assert all(len(reading.statements) == 1 for reading in readings)
    assert [problem.code for problem in problems] == [Code.BROKEN_JSON, Code.BINARY]
    (page,) = (row for row in table if isinstance(row.found, Reading) and row.found.article.path == str(news / "b.html"))
    assert page.origin == Origin(Raw("html", (news / "b.html").read_bytes()), Given(language="uk"))
    assert {row.reader for row in table} == {"0.1.0"}


def test_daft_writes_the_same(table: list[Row], news: Path, tmp_path: Path) -> None:
    pytest.importorskip("daft")
    from verbale.scale import cluster

    found = unit(news, tmp_path / "there")
    write([{**told(None), **beside(Origin(), None, "left by a run that was killed")}], found.folder, "left.parquet")
    cluster.read_unit(found, JOB)
    assert parquet.is_done(found)
    assert rows(Path(found.folder)) == table


def test_daft_opens_what_lies_elsewhere(table: list[Row], news: Path, tmp_path: Path) -> None:
    """An address of files stands here for object storage: both are opened by Daft and read as streams."""
    pytest.importorskip("daft")
    from verbale.scale import cluster

    found = cluster.found_at(f"{news.as_uri()}/")
    assert [Path(file.path).name for file in found] == ["a.jsonl", "b.html", "c.txt", "d.txt", "e.warc.gz"]
    (there,) = units(found, str(tmp_path / "there"), JOB)
    cluster.read_unit(there, JOB)
    ids = [row.found.article.id if isinstance(row.found, Reading) else row.found.code for row in rows(Path(there.folder))]
    assert ids == [row.found.article.id if isinstance(row.found, Reading) else row.found.code for row in table]
    with pytest.raises(SourceError):
        cluster.found_at(f"{news.as_uri()}/nothing/*.warc")


def test_a_folder_of_units_is_one_table_for_duckdb(table: list[Row], tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    asked = "SELECT outlet, count(*), sum(statements) FROM read_parquet($1) WHERE id IS NOT NULL GROUP BY outlet"
    found = duckdb.execute(asked, [f"{tmp_path}/here/*/*.parquet"]).fetchall()
    assert sorted(found, key=str) == [("Орбіта", 20, 20), (None, 3, 3)]


def test_a_unit_that_was_stopped_is_not_there(news: Path, tmp_path: Path) -> None:
    def dies(sources: Iterable[Source | Problem]) -> Iterator[Reading | Problem]:
        for n, found in enumerate(local.run(sources)):
            if n == 5:
                raise KeyboardInterrupt
            yield found

    found = unit(news, tmp_path / "here")
    with pytest.raises(KeyboardInterrupt):
        tabulate(found, JOB, dies)
    assert not parquet.is_done(found)
    tabulate(found, JOB, local.run)
    assert len(rows(Path(found.folder))) == 25


def test_units_are_bounded_and_keep_their_folder(tmp_path: Path) -> None:
    many = [File(f"{n}.txt", 1_000_000) for n in range(300)]
    found = list(units(many, str(tmp_path), JOB))
    assert [len(u.paths) for u in found] == [64, 64, 64, 64, 44]
    assert [u.folder for u in units(many, str(tmp_path), JOB)] == [u.folder for u in found]
    changed = [File(f.path, f.size, "later") for f in many]
    assert not {u.folder for u in units(changed, str(tmp_path), JOB)} & {u.folder for u in found}
    assert [len(u.paths) for u in units([File(f.path, 1) for f in many], str(tmp_path), JOB)] == [256, 44]


def test_what_is_no_table_of_readings_is_a_problem(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    tmp_path.joinpath("a.parquet").write_bytes(b"PAR1 and nothing")
    parquet.pq.write_table(pa.table({"text": ["A"]}), tmp_path / "b.parquet")
    tmp_path.joinpath(DONE).touch()
    assert [row.found.code for row in rows(tmp_path) if isinstance(row.found, Problem)] == [Code.UNREADABLE, Code.NO_TEXT]
    with pytest.raises(SourceError, match="does not exist"):
        list(parquet.read(str(tmp_path / "nowhere")))


def test_rows_of_another_verbale_are_told() -> None:
    row = {**told(None), **beside(None, Problem(Code.EMPTY, "sources"), "9.0"), "reading": '["a"]'}
    found = of_row(row, "a.parquet").found
    assert isinstance(found, Problem)
    assert found.code is Code.UNREADABLE


def test_half_characters_come_back() -> None:
    reading = next(iter(local.run([Source("a \ud800 b", given=Given(language="uk"))])))
    assert isinstance(reading, Reading)
    row = {**told(reading), **beside(Origin(), None, "0.1.0")}
    assert row["text"] == "a ? b"
    assert of_row(row, "a.parquet") == Row(reading, Origin(), "0.1.0")
