"""CSL JSON, as Zotero, pandoc and citeproc read it: an `article-newspaper` an article."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TextIO

from verbale.export import jsonl
from verbale.export.form import Around
from verbale.export.grouping import by_article
from verbale.model import Article, Entry


def write(entries: Iterable[Entry], out: TextIO, around: Around) -> int:
    """Write one list with an item an article to `out`; returns how many articles."""
    written, between = 0, "[\n"
    for article, group in by_article(entries):
        out.write(between + jsonl.line(item(around.article_of(article), [entry.id for entry in group])))
        written += 1
        between = ",\n"
    out.write("\n]\n" if written else "[]\n")
    return written


def item(article: Article, statements: list[str]) -> dict[str, Any]:
    """The citation of an article."""
    told = {
        "id": article.id,
        "type": "article-newspaper",
        "title": article.title or article.path or article.id,
        "author": [{"literal": article.author}] if article.author else None,
        "container-title": article.outlet,
        "issued": _date(article.published),
        "URL": article.url,
        "language": article.language,
        "keyword": ", ".join(statements),
    }
    return {name: value for name, value in told.items() if value}


def _date(published: str | None) -> dict[str, Any] | None:
    return {"date-parts": [[int(part) for part in published[:10].split("-")]]} if published else None
