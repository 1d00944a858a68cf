"""FollowTheMoney entities as JSON lines, for OpenAleph, Aleph and what is built on them.

An article is an `Article`, whoever speaks a `Person`, an `Organization` or, for a country, a `PublicBody`, each once. A
statement is an `Event` on the day it was said, with its speaker involved and the article as proof; a `Mention` ties the
name that the article uses to the person. What the model has no property for stands in `notes`, as a line of the exchange
format. Ids are those of the record with a hyphen for the underscore, which the model does not allow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from verbale.export import jsonl
from verbale.export.form import Around
from verbale.export.grouping import by_article
from verbale.model import Article, Entry, Kind, Speaker, digest

SCHEMATA = {Kind.PERSON: "Person", Kind.ORGANISATION: "Organization", Kind.COUNTRY: "PublicBody"}
LANGUAGES = {"en": "eng", "ru": "rus", "uk": "ukr"}
"""The model takes codes of three letters; those of other languages are left out."""
LONGEST = 120
Entity = dict[str, Any]


def write(entries: Iterable[Entry], out: TextIO, around: Around) -> int:
    """Write an entity a line to `out`; returns how many statements."""
    written, told = 0, set[str]()
    for article, group in by_article(entries):
        out.write(jsonl.line(_article(around.article_of(article))) + "\n")
        for entry in group:
            for entity in _statement(entry):
                if entity["id"] not in told:
                    out.write(jsonl.line(entity) + "\n")
                if entity["schema"] in SCHEMATA.values():
                    told.add(entity["id"])
            written += 1
    return written


def _article(article: Article) -> Entity:
    return _entity(
        _id(article.id),
        "Article",
        title=article.title,
        fileName=article.path,
        author=article.author,
        publisher=article.outlet,
        publishedAt=_day(article.published),
        sourceUrl=article.url,
        language=LANGUAGES.get(article.language),
        bodyText=article.text,
    )


def _statement(entry: Entry) -> Iterator[Entity]:
    """The speaker, the mention of the speaker and the statement."""
    statement, speaker = entry.statement, entry.speaker
    who = None
    if speaker and speaker.kind in SCHEMATA:
        who = _id(entry.person or digest("p", speaker.kind, speaker.name))
        yield _speaker(speaker, who, entry)
        mention, article = _id(digest("m", entry.id, who)), _id(entry.article)
        schema = SCHEMATA[speaker.kind]
        yield _entity(mention, "Mention", document=article, resolved=who, name=speaker.name, detectedSchema=schema)
    venue = statement.venue
    yield _entity(
        _id(entry.id),
        "Event",
        name=_name(entry),
        summary=statement.content.text,
        startDate=_day(entry.said.start),
        endDate=_day(entry.said.stop),
        involved=who,
        location=(venue.place or venue.words.text) if venue else None,
        proof=_id(entry.article),
        publisher=entry.outlet,
        sourceUrl=entry.url,
        keywords=[str(statement.kind), *entry.topics],
        recordId=entry.id,
        notes=jsonl.line(jsonl.row(entry)),
    )


def _speaker(speaker: Speaker, who: str, entry: Entry) -> Entity:
    wikidata = [known.partition(":")[2] for known in entry.person_ids if known.startswith("wikidata:")]
    others = [known for known in entry.person_ids if not known.startswith("wikidata:")]
    post = {"position" if speaker.kind is Kind.PERSON else "description": speaker.role}
    name = entry.called or speaker.name
    return _entity(who, SCHEMATA[speaker.kind], name=name, wikidataId=wikidata, keywords=others, **post)


def _name(entry: Entry) -> str:
    words = " ".join(entry.content.text.split())
    said = f"{entry.called or entry.speaker}: {words}" if entry.speaker else words
    return said if len(said) <= LONGEST else said[: LONGEST - 1] + "…"


def _day(date: str | None) -> str | None:
    """A moment without its minutes as FollowTheMoney takes it."""
    return date and date[:10]


def _id(ours: str) -> str:
    return ours.replace("_", "-")


def _entity(id_: str, schema: str, **properties: str | list[str] | None) -> Entity:
    lists = {name: value if isinstance(value, list) else [value] for name, value in properties.items() if value}
    return {"id": id_, "schema": schema, "properties": lists}
