"""The bytes of articles on their way past the reading, which does not look at them, into the record; and back from there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from verbale.clean import identity
from verbale.model import Origin, Source
from verbale.scale.origins import cells, of_cells, origin
from verbale.sources.anew import anew
from verbale.store import Record


class Origins:
    """Where the articles come from that are being read now."""

    def __init__(self, *, everything: bool = False) -> None:
        self._everything = everything
        self._waiting: dict[str, Mapping[str, Any]] = {}  # packed: with an engine a thousand pages are on their way

    def noted(self, source: Source) -> Source:
        """The source without its bytes, which wait for its reading."""
        self._waiting[identity(source)] = cells(origin(source, everything=self._everything))
        return replace(source, raw=None)

    def pop(self, article: str) -> Origin:
        """Where the article comes from that was read now."""
        found = self._waiting.pop(article, None)
        return of_cells(found) if found else Origin()

    def complete(self, record: Record, source: Source) -> None:
        """Keep the bytes of an article that the record holds without them."""
        found, article = origin(source, everything=self._everything), identity(source)
        if found.raw and record.origin(article).raw is None:
            record.keep(article, found)


def again(record: Record, article: str) -> tuple[Source, Origin]:
    """An article of a record to be read once more, made anew of its bytes where they are kept; and where it comes from."""
    before, found = record.source(article), record.origin(article)
    source = anew(found, before)
    if not isinstance(source, Source) or found.raw is None:
        return before, found
    return source, replace(found, known_as=identity(replace(source, article=None)))
