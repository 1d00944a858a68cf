"""What a format is, and what its writer is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from verbale.model import Article, Entry, Event


class Medium(StrEnum):
    """What a writer writes to."""

    TEXT = "text"
    """A text file in UTF-8 that leaves line ends alone: `open(path, "w", encoding="utf-8", newline="")`."""
    BYTES = "bytes"
    """A binary file; it need not be seekable."""
    FILES = "files"
    """Several text files: `Files`."""


class Files(Protocol):
    """A folder or an archive that takes files one by one."""

    def put(self, name: str, text: str) -> None:
        """Write a file of that name, in UTF-8."""
        ...  # pragma: no cover


def _no_events() -> Iterable[Event]:
    return ()


@dataclass(frozen=True, slots=True)
class Around:
    """What a writer may ask beside the entries."""

    article_of: Callable[[str], Article]
    """The article of an id, for formats that carry text, author or lines."""
    title: str = "Statements"
    """What the selection is called."""
    record: str = "record"
    """Name of the record's file, without its ending."""
    events: Callable[[], Iterable[Event]] = field(default=_no_events)
    """The events of the record that fit the selection."""
    sides: Callable[[], Mapping[str, str]] = field(default=dict)
    """Name of the country or union for which each person speaks, by id."""


class Writer(Protocol):
    """Writes entries and returns how many things it wrote."""

    def __call__(self, entries: Iterable[Entry], out: Any, around: Around) -> int:
        """`out` is what the format's `Medium` says."""
        ...  # pragma: no cover


@dataclass(frozen=True, slots=True)
class Form:
    """A format in which a record can be written."""

    name: str
    about: str
    """In a few words, for the list of formats."""
    module: str
    """Where its function `write` stands."""
    medium: Medium = Medium.TEXT
    endings: tuple[str, ...] = ()
    """Endings of file names that mean this format and no other."""
    noun: str = "statement"
    """What its writer counts."""
