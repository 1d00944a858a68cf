"""Articles that are in the record already, read again: what the record knows of them as a source, and the new reading in place
of the old one. Ids of articles and statements are made of their words and stay; so do the persons of what stays."""

from __future__ import annotations

from verbale.errors import Code
from verbale.model import Given, Origin, Reading, Source
from verbale.store import fetch
from verbale.store.file import File
from verbale.store.origins import origin_of, seal
from verbale.store.rulings import settle
from verbale.store.write import write

_TOLD = frozenset({"given", "text", "dateline"})
"""Bases of dates that reading finds anew."""


def source(file: File, number: int) -> Source:
    """The article of this number as it came, with what was known of it beside its text."""
    (article,) = fetch.articles(file, [number])
    basis = article.published_basis
    (row,) = file.ask("added", number=number)
    met = tuple(map(fetch.problem, file.ask("problems_of_article", article=number)))
    doubtful = any(p.code is Code.LANGUAGE for p in met)
    given = Given(
        language=None if doubtful else article.language,
        published=article.published if basis == "given" else None,
    )
    found = Given(
        url=article.url,
        outlet=article.outlet,
        title=article.title,
        author=article.author,
        language=article.language or None,
        published=article.published if basis == "found" else None,
    )
    problems = tuple(p for p in met if p.stage == "sources")
    stated = tuple(day for day in article.dates if day.basis not in _TOLD)
    return Source(article.text, article.path, article.sha256, given, found, row["added"][:10], problems, article.id, stated)


def renew(file: File, reading: Reading, *, reader: str, origin: Origin | None = None, anyway: bool = False) -> bool:
    """Put a checked reading in the place of the one that the record holds; whether anything is other than before.

    With `anyway` what the record holds is not looked at, since its rows may be wrong. Without an `origin` the one it has stays.

    Raises `RowError` where a row cannot be written, and then nothing has changed.
    """
    with file.transaction():
        ((number,),) = file.ask("article_number", id=reading.article.id)
        if not anyway and fetch.reading(file, number) == reading:
            file.put("set_reader", [{"number": number, "reader": reader}])
            seal(file, reading.article, number)
            return False
        (row,) = file.ask("added", number=number)
        persons, speakers = file.ask("persons_of_mentions", article=number), file.ask("persons_of_statements", article=number)
        origin = origin or origin_of(file, number)
        file.put("drop_article", [{"number": number}])
        write(file, reading, added=row["added"], reader=reader, origin=origin)
        ((number,),) = file.ask("article_number", id=reading.article.id)
        file.put("keep_person_of_mention", (dict(p) | {"article": number} for p in persons))
        file.put("keep_person_of_statement", map(dict, speakers))
        if file.ask("ruled_in", id=reading.article.id):  # what people ruled of its statements holds
            settle(file)
    return True
