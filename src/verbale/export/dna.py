"""Statements for Discourse Network Analyzer and its R package: person, organisation, concept and agreement, as CSV.

A row is a statement with one concept; one that is about several topics has a row for each, one that is about none has one
without concept. Agreement is 1 where the speaker is open, if only on terms, 0 where closed, and empty where the words do not
tell. The organisation of a person is the country or union that the person speaks for. The offsets count UTF-16 code units,
as Java does, in the text of the article. `coded` repeats the person, or else the organisation, so that a correction is seen
when the table comes back.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TextIO

from verbale.export.form import Around
from verbale.export.grouping import by_article
from verbale.model import Article, Entry, Kind, Stance
from verbale.text import cover

AGREEMENT = {Stance.OPEN: "1", Stance.CONDITIONAL: "1", Stance.CLOSED: "0"}
COLUMNS = (
    "statement",
    "start",
    "stop",
    "time",
    "document_id",
    "document_title",
    "document_author",
    "document_source",
    "document_section",
    "document_type",
    "person",
    "organization",
    "concept",
    "agreement",
    "stance",
    "text",
    "coded",
)


def write(entries: Iterable[Entry], out: TextIO, around: Around) -> int:
    """Write a table to `out`; returns how many statements."""
    table = csv.DictWriter(out, COLUMNS)
    table.writeheader()
    written, sides = 0, around.sides()
    for article, group in by_article(entries):
        head = around.article_of(article)
        for entry in group:
            table.writerows(_rows(entry, head, actor(entry, sides)))
            written += 1
    return written


class Actor(NamedTuple):
    """Who makes a statement, as the network has it."""

    person: str
    organization: str


def actor(entry: Entry, sides: Mapping[str, str]) -> Actor:
    """The person and the organisation of a statement; empty where unknown."""
    if entry.speaker is None:
        return Actor("", "")
    name = entry.called or entry.speaker.name
    if entry.speaker.kind in (Kind.PERSON, Kind.UNNAMED):
        return Actor(name, sides.get(entry.person or "", ""))
    return Actor("", name)


def agreement(entry: Entry) -> str:
    """`1`, `0`, or nothing."""
    return AGREEMENT.get(entry.act.stance, "") if entry.act else ""


def _rows(entry: Entry, article: Article, who: Actor) -> Iterator[dict[str, object]]:
    span = cover(entry.content.spans)
    told = {
        "statement": entry.id,
        "start": _units(article.text[: span.start]),
        "stop": _units(article.text[: span.stop]),
        "time": entry.said.start or entry.published,
        "document_id": article.id,
        "document_title": article.title,
        "document_author": article.author,
        "document_source": article.outlet,
        "document_section": "",
        "document_type": article.language,
        "person": who.person,
        "organization": who.organization,
        "agreement": agreement(entry),
        "stance": str(entry.act.stance) if entry.act else "",
        "text": entry.content.text,
        "coded": who.person or who.organization,
    }
    return ({**told, "concept": topic} for topic in entry.topics or ("",))


def _units(text: str) -> int:
    """How many UTF-16 code units a text takes."""
    return len(text.encode("utf-16-le")) // 2
