"""Articles with their attributions as character spans, a JSON line an article: what `training/` learns from.

A statement is an attribution with its content, cue and source. Articles that somebody looked through are worth learning from;
of others the network would only learn what it says already.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TextIO

from verbale.export import jsonl
from verbale.export.form import Around
from verbale.export.grouping import by_article
from verbale.model import Entry, Part


def write(entries: Iterable[Entry], out: TextIO, around: Around) -> int:
    """Write an article a line to `out`; returns how many articles."""
    written = 0
    for id_, group in by_article(entries):
        article = around.article_of(id_)
        told = {"id": id_, "language": article.language, "text": article.text}
        out.write(jsonl.line(told | {"attributions": [_attribution(entry) for entry in group]}) + "\n")
        written += 1
    return written


def _attribution(entry: Entry) -> dict[str, Any]:
    statement = entry.statement
    parts = {"content": statement.content, "cue": statement.cue, "source": statement.source}
    return {"id": entry.id, "ruled": entry.ruled, **{name: _spans(part) for name, part in parts.items()}}


def _spans(part: Part | None) -> list[list[int]]:
    return [list(span) for span in part.spans] if part else []
