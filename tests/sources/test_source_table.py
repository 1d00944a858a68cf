"""`articles.csv` beside plain files."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.errors import Code
from verbale.sources.table import TABLE, Table, table


def written(folder: Path, text: str, *files: str, encoding: str = "utf-8") -> Table:
    for name in files:
        (folder / name).write_text("x")
    (folder / TABLE).write_text(text, encoding=encoding, newline="")
    return table(str(folder))


def words(found: Table) -> list[str]:
    assert {p.code for p in found.problems} <= {Code.METADATA}
    return [p.words for p in found.problems]


def test_a_row_by_file_name(tmp_path: Path) -> None:
    found = written(tmp_path, 'file,outlet,title\r\na.txt,"The Lantern, Lima","Say ""no"""\r\n', "a.txt")
    assert found.row("a.txt") == {"file": "a.txt", "outlet": "The Lantern, Lima", "title": 'Say "no"'}
    assert found.row("b.txt") == {}
    assert found.problems == ()


def test_no_table_is_no_problem(tmp_path: Path) -> None:
    assert table(str(tmp_path)) == Table({})
    assert table(str(tmp_path / "nowhere")) == Table({})


def test_a_byte_order_mark_and_empty_lines(tmp_path: Path) -> None:
    found = written(tmp_path, "file,outlet\n\na.txt,Ліхтар\n,\n", "a.txt", encoding="utf-8-sig")
    assert found.row("a.txt")["outlet"] == "Ліхтар"
    assert found.problems == ()


def test_packed_files_and_accents_of_macos(tmp_path: Path) -> None:
    found = written(tmp_path, "file,outlet\na.txt,A\ncafé.txt,B\n", "a.txt.gz", "cafe\u0301.txt")
    assert found.row("a.txt.gz")["outlet"] == "A"
    assert found.row("cafe\u0301.txt")["outlet"] == "B"
    assert found.problems == ()


def test_unknown_columns_are_told_and_the_others_read(tmp_path: Path) -> None:
    found = written(tmp_path, "file,mood,outlet\na.txt,glad,A\n", "a.txt")
    assert found.row("a.txt")["outlet"] == "A"
    assert words(found) == ["unknown columns: mood"]


@pytest.mark.parametrize("text", ["", "name;outlet\na.txt;A\n", "url,outlet\nx,A\n"])
def test_without_names_of_files_there_are_no_rows(tmp_path: Path, text: str) -> None:
    found = written(tmp_path, text, "a.txt")
    assert found.rows == {}
    assert len(words(found)) == 1


def test_one_broken_row_costs_only_itself(tmp_path: Path) -> None:
    text = 'file,outlet\n"a.txt"x,A\nb.txt,B,C\n,D\nb.txt,E\nz.txt,F\nc.txt,"G\n'
    found = written(tmp_path, text, "a.txt", "b.txt", "c.txt")
    assert {name: row["outlet"] for name, row in found.rows.items()} == {"b.txt": "B", "z.txt": "F"}
    assert words(found) == [
        "line 2: ',' expected after '\"'",
        "b.txt: more values than columns",
        "a row names no file: ,D",
        "b.txt stands twice; the first row was taken",
        "line 7: unexpected end of data",
        "1 named but not there: z.txt",
    ]


def test_a_table_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / TABLE).write_bytes(b"PK\x03\x04\0\0")
    (problem,) = table(str(tmp_path)).problems
    assert (problem.code, problem.path) == (Code.BINARY, str(tmp_path / TABLE))


def test_a_table_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / TABLE).mkdir()
    (problem,) = table(str(tmp_path)).problems
    assert problem.code is Code.UNREADABLE


@given(st.binary(max_size=200))
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.getbasetemp()
    (folder / TABLE).write_bytes(b"file,outlet\n" + data)
    table(str(folder))
