"""Small answers of the record: what an addition changed, what there is, which versions of a page are kept, who copied whom."""

from __future__ import annotations

from dataclasses import dataclass

Tally = tuple[tuple[str | None, int], ...]
"""Values with how often each occurs, the most frequent first; None stands for unknown."""


@dataclass(frozen=True, slots=True)
class Added:
    """What an addition changed. Each article given counts once among `new`, `known`, `changed` and `failed`."""

    new: int = 0
    known: int = 0
    """Already in the record; nothing was written."""
    changed: int = 0
    """New texts of a URL of which the record holds another; both are kept."""
    failed: int = 0
    """Could not be written at all; each became a problem."""
    statements: int = 0
    problems: int = 0

    def __add__(self, other: Added) -> Added:
        return Added(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))


@dataclass(frozen=True, slots=True)
class Counts:
    """What a record holds."""

    articles: int
    statements: int
    problems: int
    persons: int
    outlets: Tally
    """Articles by outlet."""
    languages: Tally
    """Articles by language."""
    speakers: Tally
    """Statements by the name of their speaker."""
    codes: Tally
    """Problems by code."""
    first: str | None
    """Earliest date of publication."""
    last: str | None
    """Latest date of publication."""
    utterances: int = 0
    """Sayings, however many articles carry each, as of the last join."""


@dataclass(frozen=True, slots=True)
class Version:
    """One text of a page, with the moment it was added (UTC) and the version of Verbale that read it."""

    article: str
    added: str
    reader: str


@dataclass(frozen=True, slots=True)
class Copy:
    """One of several articles that carry the same text."""

    id: str
    outlet: str | None
    published: str | None
    title: str | None
    url: str | None
    likeness: float
    """Share of the text that it has in common with the first, 0 to 1."""
