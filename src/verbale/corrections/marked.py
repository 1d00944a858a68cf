"""Statements as the file of another tool has them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from verbale.text import Span

Spans = tuple[Span, ...]
ARTICLE = re.compile(r"a_[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Marked:
    """A statement as somebody left it. What the file does not tell is not among `told`."""

    id: str | None
    """None for one that was added there."""
    parts: Mapping[str, tuple[Spans, ...]] = field(default_factory=dict)
    """The parts that the file can tell by name, each as often as it stands (only conditions are several)."""
    told: Mapping[str, str | None] = field(default_factory=dict)
    """Other fields by the names of the table's columns: `speaker`, `kind` …; None for what was emptied."""
    verdict: str = ""
    """`accept` or `reject`, where the file has a place for it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The statements of one article."""

    article: str | None
    """None where the file tells no article: a table, whose statements know it themselves."""
    statements: tuple[Marked, ...]
    name: str
    """Of the file, for messages."""
    text: str | None = None
    """The text that the spans point into, where the file holds it."""
    fault: str = ""
    """Why the file could not be read, in words; then it holds nothing."""


def article_in(*names: str | None) -> str | None:
    """The id of an article in the first of some names that has one."""
    return next((found[0] for name in names if name and (found := ARTICLE.search(name))), None)
