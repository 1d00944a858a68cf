"""BibTeX (as biber and biblatex read it): an `@online` an article, with the ids of its statements as `keywords`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from babel import Locale

from verbale.export.form import Around
from verbale.export.grouping import by_article
from verbale.model import Article, Entry

LANGUAGES = Locale("en").languages
_SPECIAL = re.compile(r"[&%$#_{}~^\\]")
_WRITTEN = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def write(entries: Iterable[Entry], out: TextIO, around: Around) -> int:
    """Write an entry an article to `out`; returns how many articles."""
    written = 0
    for article, group in by_article(entries):
        out.write("".join(_entry(around.article_of(article), group)))
        written += 1
    return written


def _entry(article: Article, entries: Sequence[Entry]) -> Iterator[str]:
    date = article.published and article.published[:10]
    fields = {
        "title": f"{{{_tex(article.title or article.path or article.id)}}}",
        "author": article.author and f"{{{_tex(article.author)}}}",
        "organization": article.outlet and f"{{{_tex(article.outlet)}}}",
        "date": date,
        "year": date and date[:4],
        "url": article.url and article.url.replace("{", "%7B").replace("}", "%7D"),
        "langid": _language(article.language),
        "keywords": ", ".join(entry.id for entry in entries),
    }
    yield f"@online{{{article.id},\n"
    yield ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    yield "\n}\n\n"


def _language(code: str) -> str | None:
    """The language as babel and biblatex call it: `english`."""
    name = LANGUAGES.get(code)
    return name.lower() if name else None


def _tex(words: str) -> str:
    """Words on one line, with what TeX would take for commands written out."""
    return _SPECIAL.sub(lambda found: _WRITTEN.get(found[0], f"\\{found[0]}"), " ".join(words.split()))
