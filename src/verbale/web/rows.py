"""Statements as rows of a page, what was sought highlighted in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verbale.model import Entry
from verbale.store import Record


@dataclass(frozen=True, slots=True)
class Row:
    """A statement with its content as it is shown."""

    entry: Entry
    words: str
    """The content; what was sought stands between the signs of `look`."""


def rows(record: Record, numbers: Sequence[int], about: str = "") -> list[Row]:
    """The rows of these statements, in this order."""
    lit = record.pages.highlights(about, numbers) if about else {}
    return [Row(entry, lit.get(entry.id, entry.content.text)) for entry in record.pages.statements(numbers)]
