"""What a reading command asks of a record: the record itself, statements that fit, and a word where none does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import islice

from verbale.cli.options import Filters
from verbale.errors import RecordError
from verbale.model import Entry
from verbale.place import Place
from verbale.store import Record
from verbale.store import open as open_record
from verbale.wording import counted, line, listed


def existing(path: Place, *, readonly: bool = True) -> Record:
    """The record at `path`, for reading only if not told otherwise; raises `RecordError` with a way out where there is none."""
    if not Record.is_at(path):
        ways = f"make one with `verbale read FOLDER --record {path}` or name another with --record"
        raise RecordError(f"there is no record {path}: {ways}")
    return open_record(path, readonly=readonly)


def statement(record: Record, prefix: str) -> Entry:
    """The statement whose id begins with `prefix`, with or without `s_`; raises `RecordError` for none or several."""
    return record.statement(prefix if prefix.startswith("s_") else f"s_{prefix}")


def found(record: Record, filters: Filters, name: str | None = None) -> Iterator[Entry]:
    """The statements of speakers of that name that fit the filters, by date of publication, then in text order."""
    return record.statements(
        speaker=name or None,
        about=filters.about,
        since=filters.since,
        until=filters.until,
        kind=filters.kind,
        act=filters.act,
        outlet=filters.outlet,
        language=filters.language,
        limit=filters.limit,
    )


def first_carriers(record: Record, filters: Filters, name: str | None = None) -> Iterator[Entry]:
    """As `found`, of each utterance only the first statement that fits; what was not joined is all shown."""
    seen: set[str] = set()
    fresh = (e for e in found(record, replace(filters, limit=None), name) if e.same is None or e.same not in seen)
    for entry in islice(fresh, filters.limit):
        seen.add(entry.same or "")
        yield entry


def sought(about: str | None) -> re.Pattern[str] | None:
    """The words of a topic as they may stand in a text, for highlighting."""
    words = re.findall(r"[^\W_]+\*?", about or "")
    forms = (re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else r"\b") for word in words)
    return re.compile(rf"\b(?:{'|'.join(forms)})", re.IGNORECASE) if words else None


def counted_rows(number: int, limit: int | None) -> str:
    """How many statements were shown, and whether a limit may have cut them off."""
    return f"{counted(number, 'statement')}{'; there may be more beyond --limit' if number == limit else ''}."


def why_none(record: Record, filters: Filters, name: str | None) -> str:
    """Why no statement fits: the record holds none, or one of the things asked for keeps all others out."""
    counts = record.counts()
    if not counts.statements:
        return f"{record.path} holds {counted(counts.articles, 'article')} and no statement."
    asked = [f.name for f in fields(filters) if f.name != "limit" and getattr(filters, f.name) is not None]
    fewer: dict[str, tuple[Filters, str | None]] = {
        f"--{option}": (replace(filters, **{option: None}), name) for option in asked
    }
    if name:
        fewer[f"“{line(name)}”"] = (filters, None)
    blamed = [what for what, (rest, speaker) in fewer.items() if _any(record, rest, speaker)]
    held = f"No statement fits; {record.path} holds {counted(counts.statements, 'statement')}"
    return f"{held}, and some would fit without {listed(blamed, last='or')}." if blamed else f"{held}."


def _any(record: Record, filters: Filters, name: str | None) -> bool:
    return next(found(record, replace(filters, limit=1), name), None) is not None
