"""The flat table as a workbook for Excel and LibreOffice.

The columns are those of the CSV. Every cell of words is written as text, so that no content is taken for a formula; flags
are truth values and scores are numbers. Characters that a workbook cannot hold become U+FFFD, and a cell of more than
32,767 characters ends in “…”: both are limits of the format. A sheet holds 1,048,575 statements, then the next begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from verbale.export import csv
from verbale.export.form import Around
from verbale.model import Entry

LONGEST = 32_767
ROWS = 1_048_575
FLAGS = {"true": True, "false": False}


def write(entries: Iterable[Entry], out: BinaryIO, around: Around) -> int:  # noqa: ARG001 - spans suffice
    """Write a workbook to `out`; returns how many statements."""
    book = Workbook(write_only=True)
    written = 0
    sheet = None
    for entry in entries:
        if written % ROWS == 0:
            sheet = _sheet(book, written // ROWS + 1)
        sheet.append(list(_cells(sheet, csv.row(entry))))  # type: ignore[union-attr]
        written += 1
    if sheet is None:
        _sheet(book, 1)
    book.save(out)
    return written


def _sheet(book: Workbook, n: int) -> Any:
    sheet = book.create_sheet("statements" if n == 1 else f"statements {n}")
    sheet.freeze_panes = "A2"
    sheet.append(csv.COLUMNS)
    return sheet


def _cells(sheet: Any, row: csv.Cells) -> Iterator[Any]:
    for name, value in row.items():
        if isinstance(value, str) and value not in FLAGS:
            cell = WriteOnlyCell(sheet, _fitting(value))
            cell.data_type = "s"
            yield cell
        else:
            yield FLAGS.get(value, value) if name in ("headline", "implicit", "unquoted") else value


def _fitting(words: str) -> str:
    words = ILLEGAL_CHARACTERS_RE.sub("\ufffd", words).replace("\r\n", "\n").replace("\r", "\n")
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
