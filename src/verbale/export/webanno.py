"""W3C Web Annotation: a collection of annotations as JSON-LD, each pointing at its words by position and by quotation.

A statement is one annotation, whose targets are the stretches of its content; each other part (cue, source …) is an
annotation of its own that links to it. Positions count code points of the article's text as the record keeps it, a
quotation has the 32 characters before and behind. The whole statement, as a line of the exchange format, is a body too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from verbale.export import jsonl
from verbale.export.form import Around
from verbale.export.grouping import by_article
from verbale.model import Article, Entry, Part
from verbale.store.check import named_parts
from verbale.text import Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
BESIDE = 32
Object = dict[str, Any]


def write(entries: Iterable[Entry], out: TextIO, around: Around) -> int:
    """Write one collection to `out`; returns how many statements."""
    head = {"@context": CONTEXT, "type": "AnnotationCollection", "label": around.title}
    out.write(jsonl.line(head)[:-1] + ', "first": {"type": "AnnotationPage", "items": [')
    written, between = 0, "\n"
    for article, group in by_article(entries):
        text = around.article_of(article)
        for entry in group:
            for annotation in annotated(entry, text):
                out.write(between + jsonl.line(annotation))
                between = ",\n"
            written += 1
    out.write("\n]}}\n")
    return written


def annotated(entry: Entry, article: Article) -> Iterator[Object]:
    """The annotation of a statement, then those of its other parts."""
    name = f"urn:verbale:{entry.id}"
    yield {
        "id": name,
        "type": "Annotation",
        "motivation": "describing",
        "body": list(_bodies(entry)),
        "target": _targets(entry.content, article),
    }
    for part, n, words in named_parts(entry.statement):
        if part != "content":
            yield {
                "id": f"{name}#{part}-{n}",
                "type": "Annotation",
                "motivation": "linking",
                "body": [_note("tagging", part), {"type": "SpecificResource", "purpose": "linking", "source": name}],
                "target": _targets(words, article),
            }


def _bodies(entry: Entry) -> Iterator[Object]:
    speaker = entry.speaker
    if speaker:
        yield _note("identifying", entry.called or speaker.name)
    yield _note("classifying", str(entry.statement.kind))
    yield _note("describing", jsonl.line(jsonl.row(entry))) | {"format": "application/json"}


def _note(purpose: str, value: str) -> Object:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _targets(part: Part, article: Article) -> list[Object]:
    source = article.url or f"urn:verbale:{article.id}"
    return [
        {"type": "SpecificResource", "source": source, "selector": [_position(span), _quotation(span, article.text)]}
        for span in part.spans
    ]


def _position(span: Span) -> Object:
    return {"type": "TextPositionSelector", "start": span.start, "end": span.stop}


def _quotation(span: Span, text: str) -> Object:
    before, behind = text[max(0, span.start - BESIDE) : span.start], text[span.stop : span.stop + BESIDE]
    return {"type": "TextQuoteSelector", "exact": span.of(text), "prefix": before, "suffix": behind}
