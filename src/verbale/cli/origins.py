"""The bytes of articles on their way past the reading, which does not look at them, into the record; and back from there."""

from __future__ import annotations

from dataclasses import replace

from verbale.clean import identity
from verbale.model import Origin, Source
from verbale.sources.anew import anew
from verbale.store import Record
from verbale.store.origins import worth


class Origins:
    """Where the articles come from that are being read now."""

    def __init__(self, *, everything: bool = False) -> None:
        self._everything = everything
        self._waiting: dict[str, Origin] = {}

    def noted(self, source: Source) -> Source:
        """The source without its bytes, which wait for its reading."""
        self._waiting[identity(source)] = self._of(source)
        return replace(source, raw=None)

    def pop(self, article: str) -> Origin:
        """Where the article comes from that was read now."""
        return self._waiting.pop(article, Origin())

    def complete(self, record: Record, source: Source) -> None:
        """Keep the bytes of an article that the record holds without them."""
        origin, article = self._of(source), identity(source)
        if origin.raw and record.origin(article).raw is None:
            record.keep(article, origin)

    def _of(self, source: Source) -> Origin:
        raw = source.raw
        wanted = raw and worth(raw, source.text, everything=self._everything)
        given = replace(source.given, id=source.given.id or source.found.id)
        return Origin(raw if wanted else None, given)


def again(record: Record, article: str) -> tuple[Source, Origin]:
    """An article of a record to be read once more, made anew of its bytes where they are kept; and where it comes from."""
    before, origin = record.source(article), record.origin(article)
    source = anew(origin, before)
    if not isinstance(source, Source) or origin.raw is None:
        return before, origin
    return source, replace(origin, known_as=identity(replace(source, article=None)))
