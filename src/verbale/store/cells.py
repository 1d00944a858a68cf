"""Cells of rows as the values they stand for, and back."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from verbale.errors import RecordError
from verbale.model import Part, Said
from verbale.store.file import Row, Values
from verbale.text import Span

Word = TypeVar("Word", bound=StrEnum)


def word(kind: type[Word], word: str) -> Word:
    """The member of an enumeration; a word from a later Verbale is told, for guessing would change what it says."""
    try:
        return kind(word)
    except ValueError:
        raise RecordError(f"“{word}” is no {kind.__name__.lower()} that this Verbale knows: please upgrade") from None


def span(start: int | None, stop: int | None) -> Span | None:
    return None if start is None or stop is None else Span(start, stop)


def stretch(row: Row) -> Part:
    """The words of a row that tells them in one stretch."""
    return Part((Span(row["start"], row["stop"]),), (row["words"],))


def when(row: Row) -> Said:
    """The date in the `when_` cells of a row."""
    place = span(row["when_start"], row["when_stop"])
    return Said(row["when_from"], row["when_to"], place and Part((place,), (row["when_words"],)), row["when_basis"])


def when_cells(said: Said) -> Values:
    """The `when_` cells for a date."""
    start, stop = said.words.spans[0] if said.words else (None, None)
    words = said.words.text if said.words else None
    named = {"from": said.start, "to": said.stop, "basis": said.basis, "start": start, "stop": stop, "words": words}
    return {f"when_{name}": value for name, value in named.items()}
