"""Diaries: a line an article, `2031-05-09 The text of the day.`"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, Any, TextIO

from verbale.export.form import Around, Form
from verbale.model import Entry, Given, Source
from verbale.plugins import hookimpl


@hookimpl
def verbale_sources() -> dict[str, Any]:
    """Files that can be read, by ending."""
    return {".diary": read}


def read(stream: IO[bytes], name: str, terms: Any) -> Iterator[Source]:
    """An article a line."""
    for n, line in enumerate(stream, 1):
        day, _, text = line.decode("utf-8", "replace").strip().partition(" ")
        if text:
            given = terms.given.over(Given(published=day))
            yield Source(text, path=f"{name}#{n}", given=given, received=terms.received)


@hookimpl
def verbale_forms() -> list[Form]:
    """Formats that can be written."""
    return [Form("diary", "a line a statement", __name__, endings=(".diary",))]


def write(entries: Iterable[Entry], out: TextIO, around: Around) -> int:  # noqa: ARG001 - the words suffice
    """Write the day, the speaker and the words of each statement."""
    written = 0
    for entry in entries:
        words = " ".join(entry.content.text.split())
        out.write(f"{entry.said.start or entry.published or '?'} {entry.speaker or 'unknown'}: {words}\n")
        written += 1
    return written
