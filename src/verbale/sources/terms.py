"""What holds for all articles of a walk, and what is missing where a format needs more than was installed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import IO, TYPE_CHECKING

from verbale.errors import Code
from verbale.model import Given, Problem, Source, Stamp

if TYPE_CHECKING:
    from verbale.sources.fetching import Fetcher


@dataclass(frozen=True, slots=True)
class Terms:
    """What is known of all articles, the day of reading, and how many bytes one article may have."""

    given: Given
    received: str
    limit: int


@dataclass(slots=True)
class Web:
    """The way to the web: who fetches, what is known of pages seen before, and what this run has seen."""

    fetcher: Fetcher
    seen: Callable[[str], Stamp | None] = lambda _: None
    """The stamp that a page had when it was seen; None for one that was not."""
    visited: dict[str, Stamp] = field(default_factory=dict)
    """What was fetched in this run and could be read."""
    known: int = 0
    """Pages that were passed over because they were seen before and are the same."""


Found = Iterator[Source | Problem]
Reader = Callable[[IO[bytes], str, Terms], Found]
"""Reads a stream under a name: `many(stream, path, terms)`."""


def beside(found: Source | Problem, known: Given) -> Source | Problem:
    """The article with what its container says of it; what the article itself says counts before that."""
    return found if isinstance(found, Problem) else replace(found, found=found.found.over(known))


def without(extra: str, path: str) -> Problem:
    """The Problem of a file whose format needs an extra that is not installed."""
    return Problem(Code.UNREADABLE, "sources", f"needs more than is installed: pip install 'verbale[{extra}]'", path=path)


def first_or(problem: Problem, found: Iterable[Source | Problem]) -> Found:
    """What was found, or the problem where it was nothing."""
    empty = True
    for one in found:
        empty = False
        yield one
    if empty:
        yield problem
