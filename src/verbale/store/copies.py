"""Join what several articles carry word for word: which of them are copies of one text, and who had it first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verbale.same import furniture, sketch, stories
from verbale.same.copies import likeness
from verbale.same.sketches import Sketch
from verbale.store import fetch
from verbale.store.file import File, Values


class _Drawn(NamedTuple):
    """An article with the sketch of its text."""

    number: int
    id: str
    sketch: Sketch


def join_copies(file: File) -> None:
    """Make the groups of copies anew, within the transaction of the caller; they depend on the articles alone."""
    file.put("drop_copies", [{}])
    file.put("add_copy", _rows(list(_drawn(file))))


def _drawn(file: File) -> Iterator[_Drawn]:
    """All articles that say enough in their own words, the first published first."""
    numbers = [row["number"] for row in file.ask("all_articles")]
    common = furniture(fetch.articles(file, numbers))
    for number, article in zip(numbers, fetch.articles(file, numbers), strict=True):
        drawn = sketch(article, common)
        if drawn is not None:
            yield _Drawn(number, article.id, drawn)


def _rows(drawn: Sequence[_Drawn]) -> Iterator[Values]:
    for story in stories([d.sketch for d in drawn]):
        first = drawn[story.members[0]]
        for one in (drawn[n] for n in story.members):
            yield {"article": one.number, "story": first.id, "likeness": likeness(first.sketch, one.sketch)}
