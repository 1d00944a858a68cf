"""A record on its way elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from verbale.cli.finding import existing
from verbale.cli.screen import screen, tell
from verbale.errors import RecordError
from verbale.place import Place, place
from verbale.sources.opening import is_elsewhere
from verbale.store import Record
from verbale.store import open as open_record
from verbale.wording import counted


def transferring(path: Place, to: str) -> None:
    """Copy a record, look at the copy, and tell what is there.

    Raises `RecordError` where there is no record, where it cannot go, and where the copy is not whole.
    """
    with existing(path) as record:
        rows = _parquet().write(record.contents, to) if _is_folder(to) else _copied(record, place(to))
    tell(screen(), f"{counted(rows['article'], 'article')}, {counted(rows['statement'], 'statement')}, {_told(rows)} in {to}.")


def _is_folder(to: str) -> bool:
    return isinstance(place(to), Path) and (to.endswith("/") or is_elsewhere(to))


def _copied(record: Record, to: Place) -> Mapping[str, int]:
    with open_record(to) as other:
        rows = record.contents.copy_to(other.contents)
        if not other.audit().whole:
            raise RecordError(f"the copy in {to} is not whole; `verbale check` tells more, of {record.path}, too")
    return rows


def _told(rows: Mapping[str, int]) -> str:
    judged = rows["judgement"] + rows["ruling"]
    tables = sum(1 for count in rows.values() if count)
    return f"{counted(judged, 'judgement')}: {counted(sum(rows.values()), 'row')} of {counted(tables, 'table')}"


def _parquet() -> Any:
    try:
        return import_module("verbale.scale.tables")
    except ImportError as error:
        raise RecordError("Parquet needs more than is installed: pip install 'verbale[exchange]'") from error
