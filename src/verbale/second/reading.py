"""Files of other readers: statements in the exchange format, or Citron's JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verbale.errors import SourceError

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """The statements of one article, as another reader has them."""

    article: str | None
    """Id or name of the file, where it is told."""
    text: str | None
    """The text that the spans point into, where it is told."""
    rows: tuple[Row, ...]
    """As far as the measure needs them: kind, content, cue, source, speaker."""
    broken: int = 0
    """Statements that were none: no spans, or spans outside of their text."""


def found_in(path: Path) -> Iterator[Found]:
    """What a file, or each `.json` and `.jsonl` file of a folder, says; raises `SourceError` for what is neither format."""
    if not path.exists():
        raise SourceError(f"there is no {path}")
    files = sorted(p for p in path.rglob("*") if p.suffix in (".json", ".jsonl")) if path.is_dir() else [path]
    if not files:
        raise SourceError(f"{path} holds no .json or .jsonl file")
    for file in files:
        yield from _in_file(file)


def _in_file(file: Path) -> Iterator[Found]:
    try:
        text = file.read_text("utf-8-sig")
        things = [json.loads(line) for line in text.split("\n") if line.strip()] if _is_lines(text) else [json.loads(text)]
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as fault:
        raise SourceError(f"{file} is no JSON: {fault}") from fault
    documents = things[0] if len(things) == 1 and isinstance(things[0], list) else things
    if all(isinstance(d, Mapping) and "quotes" in d for d in documents):
        yield from (_citron(document, file) for document in documents)
    elif all(isinstance(d, Mapping) and "content" in d and "article" in d for d in documents):
        yield from _exchange(documents)
    else:
        raise SourceError(f"{file} holds neither statements in the exchange format nor documents of Citron")


def _is_lines(text: str) -> bool:
    """Whether the first line is a whole thing of JSON by itself."""
    try:
        json.loads(text.lstrip().partition("\n")[0])
    except (json.JSONDecodeError, RecursionError):
        return False
    return True


# ---------------------------------------------------------------- the exchange format


def _exchange(rows: list[Row]) -> Iterator[Found]:
    by_article: dict[str, list[Row]] = {}
    for row in rows:
        head = row["article"] if isinstance(row["article"], Mapping) else {}
        by_article.setdefault(str(head.get("id") or head.get("path") or ""), []).append(row)
    for article, group in by_article.items():
        kept = [row for row in group if _is_part(row["content"])]
        yield Found(article or None, None, tuple(map(_row, kept)), len(group) - len(kept))


def _row(row: Row) -> Row:
    parts = {name: row[name] if _is_part(row.get(name)) else None for name in ("cue", "source")}
    speaker = row.get("speaker")
    speaker = {"name": str(speaker.get("name") or ""), "kind": speaker.get("kind")} if isinstance(speaker, Mapping) else None
    return {"kind": row.get("kind"), "content": row["content"], **parts, "speaker": speaker}


def _is_part(part: Any) -> bool:
    return isinstance(part, Mapping) and bool(part.get("spans")) and all(map(_is_span, part["spans"]))


def _is_span(span: Any) -> bool:
    return isinstance(span, list) and len(span) == 2 and all(isinstance(at, int) for at in span) and 0 <= span[0] < span[1]


# ---------------------------------------------------------------- Citron


def _citron(document: Row, file: Path) -> Found:
    """A document of Citron: `quotes` with `cue`, `sources` and `contents`, each with `start`, `end` and `text`."""
    quotes = document["quotes"] if isinstance(document["quotes"], list) else []
    rows = [_quote(quote) for quote in quotes if isinstance(quote, Mapping)]
    kept = tuple(row for row in rows if row)
    text = document.get("text")
    return Found(str(document.get("id") or file.stem), text if isinstance(text, str) else None, kept, len(quotes) - len(kept))


def _quote(quote: Mapping[str, Any]) -> Row | None:
    content, source = _stretches(quote.get("contents")), _stretches(quote.get("sources"))
    named = _stretches(quote.get("coreferences")) or source
    if not content:
        return None
    name = named["text"] if named else ""
    return {
        "kind": None,
        "content": content,
        "cue": _stretches([quote["cue"]] if quote.get("cue") else None),
        "source": source,
        "speaker": {"name": name, "kind": "person"} if name else None,
    }


def _stretches(spans: Any) -> Row | None:
    found = [s for s in spans if isinstance(s, Mapping) and _is_span([s.get("start"), s.get("end")])] if spans else []
    if not found:
        return None
    return {"text": " … ".join(str(s.get("text", "")) for s in found), "spans": [[s["start"], s["end"]] for s in found]}
