"""Statements in the formats of others, one writer a format, all of the same signature.

A writer takes the entries of a record one by one and holds no more than one of them in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Protocol, TextIO

from verbale.export import csv, jsonl
from verbale.model import Entry


class Writer(Protocol):
    """Writes entries to an open text file and returns how many it wrote."""

    def __call__(self, entries: Iterable[Entry], out: TextIO, *, text_of: Callable[[str], str]) -> int:
        """`text_of` gives the text of an article by its id, for formats that carry it.

        `out` is UTF-8 and leaves line ends alone: `open(path, "w", encoding="utf-8", newline="")`.
        """
        ...  # pragma: no cover


WRITERS: Mapping[str, Writer] = MappingProxyType({"jsonl": jsonl.write, "csv": csv.write})
"""Each format's writer by the ending of its files."""

__all__ = ["WRITERS", "Writer"]
