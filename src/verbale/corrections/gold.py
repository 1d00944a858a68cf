"""Gold to measure by: a file of statements that people marked, or the corrected sheet of an article."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from verbale.corrections.marked import Marked, Sheet
from verbale.errors import SourceError
from verbale.model import Statement

Row = dict[str, Any]
NEEDED = ("kind", "content", "speaker", "speaker_kind")


def gold(text: str, name: str) -> list[Row]:
    """The articles of a gold file (see the exchange format); raises `SourceError` that says what is wrong where."""
    try:
        articles = json.loads(text)
    except json.JSONDecodeError as fault:
        raise SourceError(f"{name} is no JSON: {fault}") from fault
    if not isinstance(articles, list) or not articles:
        raise SourceError(f"{name} is no list of articles")
    for n, article in enumerate(articles):
        _check(article, f"{name}: article {n + 1}")
    return articles


def _check(article: Any, where: str) -> None:
    if not isinstance(article, dict) or not isinstance(article.get("file"), str):
        raise SourceError(f"{where} has no “file”")
    if not isinstance(article.get("statements"), list):
        raise SourceError(f"{where} has no list of “statements”")
    for n, statement in enumerate(article["statements"]):
        missing = [key for key in NEEDED if not isinstance(statement, dict) or key not in statement]
        if missing:
            raise SourceError(f"{where}, statement {n + 1}: it has no “{missing[0]}”")
        content = statement["content"] if isinstance(statement["content"], list) else []
        spans = [*content, *(statement[part] for part in ("cue", "source") if statement.get(part))]
        if not content or not all(map(_is_span, spans)):
            raise SourceError(f"{where}, statement {n + 1}: a span is two numbers, the first one smaller")


def _is_span(span: Any) -> bool:
    return isinstance(span, list) and len(span) == 2 and all(isinstance(at, int) for at in span) and 0 <= span[0] < span[1]


def sheet_gold(sheet: Sheet, article: str, statements: Sequence[Statement]) -> Row:
    """An article as somebody left it; of one of our statements, what the file does not tell is taken as it was."""
    ours = {statement.id: statement for statement in statements}
    marked = [m for m in sheet.statements if m.verdict != "reject" and m.parts.get("content")]
    return {"file": article, "statements": [_row(m, ours.get(m.id or "")) for m in marked]}


def _row(marked: Marked, ours: Statement | None) -> Row:
    told: Mapping[str, str | None] = marked.told
    speaker = told.get("speaker")
    kind = ours.speaker.kind.value if ours and ours.speaker else "person"
    return {
        "kind": told.get("kind") or (ours.kind.value if ours else "indirect"),
        "content": [list(span) for span in marked.parts["content"][0]],
        "cue": _first(marked, "cue"),
        "source": _first(marked, "source"),
        "speaker": speaker or "",
        "speaker_kind": kind if speaker else "unnamed",
    }


def _first(marked: Marked, part: str) -> list[int] | None:
    found = marked.parts.get(part)
    return list(found[0][0]) if found and found[0] else None
