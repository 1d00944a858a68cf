"""schema.org as JSON-LD: a NewsArticle an article, with its statements as parts.

What is in the speaker's own words (direct, mixed) is a Quotation, what is told in others' words a Claim. A date stands
where the text tells it or the article's date was taken; what schema.org has no word for is a PropertyValue.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TextIO

from verbale.export import jsonl
from verbale.export.form import Around
from verbale.export.grouping import by_article
from verbale.model import Article, Entry, Kind, Speaker, Speech

TYPES = {Kind.PERSON: "Person", Kind.ORGANISATION: "Organization", Kind.COUNTRY: "Country", Kind.DOCUMENT: "CreativeWork"}
Object = dict[str, Any]


def write(entries: Iterable[Entry], out: TextIO, around: Around) -> int:
    """Write one graph to `out`; returns how many statements."""
    out.write('{"@context": "https://schema.org", "@graph": [')
    written, between = 0, "\n"
    for article, group in by_article(entries):
        out.write(between + jsonl.line(news_article(around.article_of(article), group)))
        written += len(group)
        between = ",\n"
    out.write("\n]}\n")
    return written


def news_article(article: Article, entries: Sequence[Entry]) -> Object:
    """An article with its statements."""
    return _known(
        {
            "@type": "NewsArticle",
            "@id": f"urn:verbale:{article.id}",
            "headline": article.title,
            "url": article.url,
            "datePublished": article.published,
            "inLanguage": article.language,
            "author": article.author and {"@type": "Person", "name": article.author},
            "publisher": article.outlet and {"@type": "NewsMediaOrganization", "name": article.outlet},
            "sha256": article.sha256,
            "hasPart": [_part(entry) for entry in entries],
        }
    )


def _part(entry: Entry) -> Object:
    statement = entry.statement
    own = statement.kind is not Speech.INDIRECT
    return _known(
        {
            "@type": "Quotation" if own else "Claim",
            "@id": f"urn:verbale:{entry.id}",
            "text": statement.content.text,
            "inLanguage": entry.language,
            "spokenByCharacter" if own else "claimInterpreter": _speaker(entry.speaker, entry),
            "dateCreated": _dates(entry),
            "locationCreated": statement.venue and statement.venue.place and _named("Place", statement.venue.place),
            "recordedAt": statement.venue and _named("Event", statement.venue.words.text),
            "audience": statement.addressee and _named("Audience", statement.addressee.text),
            "citation": [_named("NewsMediaOrganization", name) for name in statement.relays],
            "isPartOf": {"@id": f"urn:verbale:{statement.inside or entry.article}"},
            "exampleOfWork": entry.same and {"@id": f"urn:verbale:{entry.same}"},
            "about": list(entry.topics),
            "additionalProperty": list(_properties(entry)),
        }
    )


def _speaker(speaker: Speaker | None, entry: Entry) -> Object | None:
    if speaker is None:
        return None
    kind = TYPES.get(speaker.kind, "Thing")
    return _known(
        {
            "@type": kind,
            "@id": entry.person and f"urn:verbale:{entry.person}",
            "name": entry.called or speaker.name,
            "alternateName": speaker.name if entry.called and entry.called != speaker.name else None,
            "jobTitle" if kind == "Person" else "description": speaker.role,
            "identifier": list(entry.person_ids),
        }
    )


def _dates(entry: Entry) -> str | None:
    said = entry.said
    if said.start and said.stop and said.start != said.stop:
        return f"{said.start}/{said.stop}"
    return said.start or said.stop


def _properties(entry: Entry) -> Iterator[Object]:
    """What the exchange format says and schema.org has no word for, spans among it."""
    row = jsonl.row(entry)
    told = ("kind", "headline", "content", "cue", "source", "conditions", "said", "rule", "score", "act")
    for name in told:
        value = row[name]
        if value not in (None, []):
            yield {"@type": "PropertyValue", "name": name, "value": value if isinstance(value, str) else jsonl.line(value)}


def _named(kind: str, name: str) -> Object:
    return {"@type": kind, "name": name}


def _known(things: Object) -> Object:
    """The object without what is not known."""
    return {name: value for name, value in things.items() if value not in (None, "", [])}
