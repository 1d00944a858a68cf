"""Workbooks and Parquet, read back with openpyxl and pyarrow."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import duckdb
import openpyxl
import pyarrow.parquet as pq

from verbale.export import FORMS, csv, jsonl, writer
from verbale.export.xlsx import LONGEST
from verbale.model import Part
from verbale.text import Span

from .samples import AROUND, BARE, FULL
from .writing import data, entries


def sheet(content: bytes):
    return openpyxl.load_workbook(io.BytesIO(content))["statements"]


def test_a_workbook_has_every_column_and_cell_of_the_table() -> None:
    header, *rows = sheet(data("xlsx")).iter_rows(values_only=True)
    assert header == csv.COLUMNS
    for row, entry in zip(rows, entries(), strict=True):
        for name, cell, wanted in zip(header, row, csv.row(entry).values(), strict=True):
            if name in ("headline", "implicit", "unquoted"):
                assert cell is (wanted == "true")
            elif isinstance(wanted, str):
                assert (cell or "") == wanted.replace("\r\n", "\n").replace("\x0b", "\ufffd")
            else:
                assert cell == wanted


def test_no_content_is_taken_for_a_formula() -> None:
    out = io.BytesIO()
    writer(FORMS["xlsx"])([BARE], out, AROUND)
    (cell,) = (c for c in sheet(out.getvalue())[2] if c.value == "=SUM(A1:A9)\n")
    assert cell.data_type == "s"


def test_a_cell_that_is_too_long_says_so() -> None:
    words = "a" * (LONGEST + 5)
    long = replace(BARE, statement=replace(BARE.statement, content=Part((Span(0, len(words)),), (words,))))
    out = io.BytesIO()
    writer(FORMS["xlsx"])([long], out, AROUND)
    cells = [c.value for c in sheet(out.getvalue())[2]]
    assert "a" * (LONGEST - 1) + "…" in cells


def test_a_workbook_without_rows_has_its_header() -> None:
    out = io.BytesIO()
    assert writer(FORMS["xlsx"])([], out, AROUND) == 0
    assert [tuple(row) for row in sheet(out.getvalue()).iter_rows(values_only=True)] == [csv.COLUMNS]


def test_parquet_holds_all_of_the_exchange_format_and_more() -> None:
    rows = pq.read_table(io.BytesIO(data("parquet"))).to_pylist()
    for row, entry in zip(rows, entries(), strict=True):
        told = jsonl.row(entry)
        assert row["why"] == list(entry.statement.why)
        assert row["unquoted"] is entry.statement.unquoted
        if row["speaker"]:
            assert row["speaker"].pop("decider") == entry.statement.speaker.decider
            assert row["speaker"].pop("span") == list(entry.statement.speaker.mention)
        assert {name: row[name] for name in told} == told


def test_parquet_has_every_key_of_the_exchange_format() -> None:
    out = io.BytesIO()
    writer(FORMS["parquet"])([FULL], out, AROUND)
    (row,) = pq.read_table(io.BytesIO(out.getvalue())).to_pylist()
    told = jsonl.row(FULL)
    assert {name: row[name] for name in told if name != "speaker"} == {n: v for n, v in told.items() if n != "speaker"}


def test_a_table_without_rows_is_a_table() -> None:
    out = io.BytesIO()
    assert writer(FORMS["parquet"])([], out, AROUND) == 0
    assert pq.read_table(io.BytesIO(out.getvalue())).num_rows == 0


def test_parquet_is_a_table_for_duckdb(tmp_path: Path) -> None:
    path = tmp_path / "statements.parquet"
    path.write_bytes(data("parquet"))
    asked = "SELECT id, speaker.name, len(content.spans) FROM read_parquet($1)"
    wanted = [(e.id, e.speaker.name if e.speaker else None, len(e.content.spans)) for e in entries()]
    assert sorted(duckdb.execute(asked, [str(path)]).fetchall()) == sorted(wanted)
