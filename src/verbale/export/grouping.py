"""Entries an article at a time, and what formats with a text need of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from verbale.model import Entry


def by_article(entries: Iterable[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    """The id of each article with its entries; those of one article must come one after the other."""
    for article, group in groupby(entries, attrgetter("article")):
        yield article, list(group)
