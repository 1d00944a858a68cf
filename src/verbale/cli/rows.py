"""Rows of one kind, written in the form that was asked for: a table to read, JSON, JSON lines, CSV.

All forms are written as the rows come; no more than a page of them is held.
"""

from __future__ import annotations

import csv
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any, Generic, TextIO, TypeVar

import click
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from verbale.cli.options import FORMS, Output
from verbale.cli.screen import screen
from verbale.place import Place

T = TypeVar("T")
Cells = tuple[str, ...]
PAGE = 500
"""So many rows decide how wide the columns of plain text are."""
WIDEST = 60
"""Wider columns of plain text are not padded; longer words push the rest of their row to the right."""
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


@dataclass(frozen=True, slots=True)
class Stack:
    """A column of the table on a terminal: the first of these cells, and the others dim below it."""

    cells: tuple[int, ...]
    width: int | None = None
    """In columns; None takes what is left."""


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """How rows of one kind are written."""

    header: Cells
    """Names of the cells of plain text."""
    cells: Callable[[T], Cells]
    """A row to read; the last cell is the longest."""
    stacks: tuple[Stack, ...]
    object: Callable[[T], dict[str, Any]]
    """A row as JSON."""
    flat: Callable[[T], dict[str, Any]]
    """A row as CSV."""
    columns: Sequence[str]
    """The header of the CSV."""
    bright: re.Pattern[str] | None = None
    """What is highlighted on a terminal."""


def write(rows: Iterable[T], sheet: Sheet[T], output: Output, *, record: Place) -> int:
    """Write `rows` where and how `output` says; returns how many. `record` is never written over."""
    ending = Path(output.file).suffix[1:].lower()
    form = output.form or (ending if ending in FORMS else "table")
    with target(output.file, record=record) as out:
        return _WRITERS[form](rows, sheet, out)


@contextmanager
def target(file: str, *, record: Place) -> Iterator[TextIO]:
    """The open text file of that name, standard output for `-`; fails in one line where it cannot be written."""
    if file == "-":
        yield sys.stdout
        return
    if isinstance(record, Path) and _is_same(file, record):
        raise click.ClickException(f"{file} is the record itself: write to another file")
    try:
        with Path(file).open("w", encoding="utf-8", newline="") as out:
            yield out
    except OSError as error:
        raise click.ClickException(f"{file} cannot be written: {error.strerror}") from error


def _is_same(file: str, record: Path) -> bool:
    if os.path.abspath(file) == os.path.abspath(record):  # noqa: PTH100 - no symlinks resolved
        return True
    try:
        return Path(file).samefile(record)
    except (OSError, ValueError):
        return False


# ---------------------------------------------------------------- for programs


def json_line(thing: Any) -> str:
    """JSON on one line, whatever a program takes for the end of a line."""
    return json.dumps(thing, ensure_ascii=False).translate(_LINE_ENDS)


def _jsonl(rows: Iterable[T], sheet: Sheet[T], out: TextIO) -> int:
    return _each(out.write(json_line(sheet.object(row)) + "\n") for row in rows)


def _json(rows: Iterable[T], sheet: Sheet[T], out: TextIO) -> int:
    between = chain(["[\n"], _forever(",\n"))
    written = _each(out.write(next(between) + json_line(sheet.object(row))) for row in rows)
    out.write("\n]\n" if written else "[]\n")
    return written


def _csv(rows: Iterable[T], sheet: Sheet[T], out: TextIO) -> int:
    table = csv.DictWriter(out, sheet.columns)
    table.writeheader()
    return _each(table.writerow(sheet.flat(row)) for row in rows)


def _each(steps: Iterable[object]) -> int:
    """Take all steps; returns how many there were."""
    return sum(1 for _ in steps)


def _forever(word: str) -> Iterator[str]:
    while True:
        yield word


# ---------------------------------------------------------------- for readers


def _table(rows: Iterable[T], sheet: Sheet[T], out: TextIO) -> int:
    console = screen(out)
    cells = map(sheet.cells, rows)
    return _stacked(cells, sheet, console) if console.is_terminal else _plain(cells, sheet, out)


def _plain(rows: Iterator[Cells], sheet: Sheet[T], out: TextIO) -> int:
    """A row a line, uncut, in columns as wide as the first page needs."""
    page = list(islice(rows, PAGE))
    if not page:
        return 0
    widths = [min(WIDEST, max(map(cell_len, column))) for column in zip(sheet.header, *page, strict=True)]
    return _each(out.write(_padded(row, widths) + "\n") for row in chain([sheet.header], page, rows)) - 1


def _padded(row: Cells, widths: Sequence[int]) -> str:
    *first, last = row
    padded = (cell + " " * max(0, width - cell_len(cell)) for cell, width in zip(first, widths, strict=False))
    return "  ".join((*padded, last)).rstrip()


def _stacked(rows: Iterator[Cells], sheet: Sheet[T], console: Console) -> int:
    """A table as wide as the terminal, a blank line between its rows."""
    written = 0
    for row in rows:
        console.print(_grid(row, sheet))
        console.print()
        written += 1
    return written


def _grid(row: Cells, sheet: Sheet[T]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for stack in sheet.stacks:
        grid.add_column(width=stack.width, ratio=None if stack.width else 1)
    grid.add_row(*(_pile([row[n] for n in stack.cells], sheet.bright) for stack in sheet.stacks))
    return grid


def _pile(cells: Sequence[str], bright: re.Pattern[str] | None) -> Text:
    """The first cell, and below it the others that are not empty."""
    first = Text(cells[0])
    if bright:
        first.highlight_regex(bright, "bold yellow")
    below = " · ".join(filter(None, cells[1:]))
    return first.append("\n" + below if below else "", style="dim")


_WRITERS: dict[str, Callable[[Iterable[Any], Sheet[Any], TextIO], int]] = {
    "table": _table,
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
}
