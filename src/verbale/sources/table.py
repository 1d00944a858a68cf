"""`articles.csv`: what is known of the plain files beside it, a row a file.

    file,url,outlet,published,title,author,language
    000.txt,,The Lantern,2031-05-09,,,

UTF-8, any column but `file` may be empty or missing. A name is that of a file in the same folder.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from unicodedata import normalize

from verbale.errors import Code
from verbale.model import Problem
from verbale.sources.charset import decode
from verbale.sources.metadata import KEYS
from verbale.sources.opening import label, unreadable

TABLE = "articles.csv"
_LARGEST = 1 << 26
Row = Mapping[str, str]
_COLUMNS = {"file", *chain.from_iterable(KEYS.values())}


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of an `articles.csv` by file name, and what could not be understood in it."""

    rows: Mapping[str, Mapping[str, str]]
    problems: tuple[Problem, ...] = ()

    def row(self, name: str) -> Mapping[str, str]:
        """What is told of the file `name`, which may end in `.gz` where the row does not; empty for nothing."""
        name = _composed(name)
        return self.rows.get(name) or self.rows.get(name.removesuffix(".gz")) or {}


def table(folder: str) -> Table:
    """The `articles.csv` of a folder; empty where there is none. Never raises: whatever is wrong is a Problem in it."""
    path = Path(folder, TABLE)
    try:
        with path.open("rb") as file:
            decoded = decode(file.read(_LARGEST), path=label(str(path)))
        present = {_composed(entry.name) for entry in os.scandir(path.parent)}
    except FileNotFoundError:
        return Table({})
    except OSError as error:
        return Table({}, (unreadable(str(path), error),))
    if isinstance(decoded, Problem):
        return Table({}, (decoded,))
    rows, faults = _understood(decoded.text, present)
    problems = (Problem(Code.METADATA, "sources", words, path=label(str(path))) for words in faults)
    return Table(rows, (*decoded.problems, *problems))


def _understood(text: str, present: set[str]) -> tuple[dict[str, Row], list[str]]:
    """Rows by file name, and words for each fault. Of two rows for a file the first counts."""
    rows: dict[str, Row] = {}
    faults = []
    for found in _rows(text):
        if isinstance(found, str):
            faults.append(found)
        elif found["file"] in rows:
            faults.append(f"{found['file']} stands twice; the first row was taken")
        else:
            rows[found["file"]] = found
    absent = sorted(name for name in rows if not {name, f"{name}.gz"} & present)
    if absent:
        faults.append(f"{len(absent)} named but not there: {', '.join(absent[:5])}")
    return rows, faults


def _rows(text: str) -> Iterator[Row | str]:
    """Each row by its columns, or words for what is wrong with it or with the whole."""
    records = _records(text)
    header = next(records, "the table is empty")
    columns = [name.strip().lower() for name in header] if isinstance(header, list) else []
    if "file" not in columns:
        yield header if isinstance(header, str) else "no column is called `file`"
        return
    if unknown := sorted(set(columns) - _COLUMNS - {""}):
        yield f"unknown columns: {', '.join(unknown)}"
    for record in records:
        yield from [record] if isinstance(record, str) else _row(columns, record)


def _row(columns: list[str], record: list[str]) -> Iterator[Row | str]:
    row = dict(zip(columns, record, strict=False))
    row["file"] = _composed(row.get("file", "").strip())
    if len(record) > len(columns):
        yield f"{row['file']}: more values than columns"
    yield row if row["file"] else f"a row names no file: {','.join(record):.80}"


def _records(text: str) -> Iterator[list[str] | str]:
    """Records of CSV, or words where the quotation marks of one are broken; the next one is read again."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield f"line {reader.line_num}: {error}"
        else:
            if any(record):
                yield record


def _composed(name: str) -> str:
    """A file name as written by hand: macOS takes accents off their letters."""
    return normalize("NFC", label(name))
