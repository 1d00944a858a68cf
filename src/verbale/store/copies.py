"""Join what several articles carry word for word: which of them are copies of one text, and who had it first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from verbale.model import Article
from verbale.same import furniture, sketch, stories
from verbale.same.copies import likeness
from verbale.same.sketches import Furniture, Sketch
from verbale.store import fetch
from verbale.store.file import File, Values
from verbale.store.spread import Spread

ARTICLES = 500
"""So many articles are looked at together."""


class _Drawn(NamedTuple):
    """An article with the sketch of its text."""

    number: int
    id: str
    sketch: Sketch


class _Page(NamedTuple):
    """Some articles with their numbers."""

    numbers: tuple[int, ...]
    articles: tuple[Article, ...]


def join_copies(file: File, spread: Spread = map) -> None:
    """Make the groups of copies anew, within the transaction of the caller; they depend on the articles alone."""
    file.put("drop_copies", [{}])
    file.put("add_copy", _rows(list(_drawn(file, spread))))


def _drawn(file: File, spread: Spread) -> Iterator[_Drawn]:
    """All articles that say enough in their own words, the first published first."""
    numbers = [row["number"] for row in file.ask("all_articles")]
    common = furniture(fetch.articles(file, numbers))
    pages = (numbers[start : start + ARTICLES] for start in range(0, len(numbers), ARTICLES))
    for page in spread(partial(_sketched, common=common), _pages(file, pages)):
        yield from page


def _pages(file: File, pages: Iterable[Sequence[int]]) -> Iterator[_Page]:
    return (_Page(tuple(numbers), tuple(fetch.articles(file, numbers))) for numbers in pages)


def _sketched(page: _Page, *, common: Furniture) -> list[_Drawn]:
    """The sketches of some articles: a pure function of them, and of what is furniture."""
    drawn = ((number, article.id, sketch(article, common)) for number, article in zip(page.numbers, page.articles, strict=True))
    return [_Drawn(number, id_, found) for number, id_, found in drawn if found is not None]


def _rows(drawn: Sequence[_Drawn]) -> Iterator[Values]:
    for story in stories([d.sketch for d in drawn]):
        first = drawn[story.members[0]]
        for one in (drawn[n] for n in story.members):
            yield {"article": one.number, "story": first.id, "likeness": likeness(first.sketch, one.sketch)}
