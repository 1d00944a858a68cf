"""brat standoff: a `.txt` and an `.ann` an article, with the two files of settings that brat looks for.

A statement is an event `Statement` over what was said, its other parts are the arguments. Offsets count code points; a
stretch that goes over the end of a line is cut there, as brat wants it. Of the notes on an event, `AnnotatorNotes` is
the name of the speaker, to be corrected in place; `Verbale` is the whole statement as a line of the exchange format.

The corrected files come back with `verbale judge import`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count

from verbale.export import jsonl
from verbale.export.form import Around, Files
from verbale.export.grouping import by_article
from verbale.model import Entry, Part, Statement
from verbale.store.check import named_parts
from verbale.text import Span

ROLES = {
    "cue": "Cue",
    "source": "Source",
    "addressee": "Addressee",
    "venue": "Venue",
    "said": "When",
    "condition": "Condition",
    "promise": "Promise",
}
FLAGS = ("headline", "implicit", "unquoted")
ANNOTATION = """[entities]
Cue
Source
Addressee
Venue
When
Condition
Promise

[relations]

[events]
Statement\tCue?:Cue, Source?:Source, Addressee?:Addressee, Venue?:Venue, When?:When, Condition*:Condition, Promise*:Promise

[attributes]
Kind\tArg:Statement, Value:direct|indirect|mixed
Headline\tArg:Statement
Implicit\tArg:Statement
Unquoted\tArg:Statement
"""
VISUAL = """[labels]
Statement | Statement | Said

[drawing]
Statement\tbgColor:#d7e8f7
Source\tbgColor:#f7e3b5
Cue\tbgColor:#d9efd0
"""
_LINES = re.compile("[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


def write(entries: Iterable[Entry], out: Files, around: Around) -> int:
    """Write the settings, and two files an article; returns how many statements."""
    out.put("annotation.conf", ANNOTATION)
    out.put("visual.conf", VISUAL)
    written = 0
    for article, group in by_article(entries):
        text = around.article_of(article).text
        out.put(f"{article}.txt", text)
        out.put(f"{article}.ann", "".join(f"{line}\n" for line in lines(group, text)))
        written += len(group)
    return written


def lines(entries: Iterable[Entry], text: str) -> Iterator[str]:
    """The annotations of an article."""
    words, attributes, notes = count(1), count(1), count(1)
    for n, entry in enumerate(entries, 1):
        parts = []
        for name, _, part in named_parts(entry.statement):
            role = ROLES.get(name, "Statement")
            parts.append((role, f"T{next(words)}"))
            yield f"{parts[-1][1]}\t{role} {_stretches(part, text)}"
        event = " ".join(f"{role}:{mark}" for role, mark in _numbered(parts))
        yield f"E{n}\t{event}"
        yield from (f"A{next(attributes)}\t{told}" for told in _attributes(entry.statement, f"E{n}"))
        yield from (f"#{next(notes)}\t{note}" for note in _notes(entry, f"E{n}"))


def _stretches(part: Part, text: str) -> str:
    """`10 26;30 42<TAB>the words`."""
    spans = list(in_lines(part.spans, text))
    return ";".join(f"{s.start} {s.stop}" for s in spans) + "\t" + " ".join(s.of(text) for s in spans)


def in_lines(spans: Iterable[Span], text: str) -> Iterator[Span]:
    """The spans, cut at the ends of lines."""
    for span in spans:
        for line in _LINES.finditer(text, span.start, span.stop):
            yield Span(*line.span())


def _numbered(parts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Arguments of one role are told apart by a number from the second on."""
    seen: dict[str, int] = {}
    for role, mark in parts:
        seen[role] = seen.get(role, 0) + 1
        yield (role if seen[role] == 1 else f"{role}{seen[role]}"), mark


def _attributes(statement: Statement, event: str) -> Iterator[str]:
    yield f"Kind {event} {statement.kind}"
    yield from (f"{flag.capitalize()} {event}" for flag in FLAGS if getattr(statement, flag))


def _notes(entry: Entry, event: str) -> Iterator[str]:
    if entry.speaker:
        yield f"AnnotatorNotes {event}\t{' '.join(entry.speaker.name.split())}"
    yield f"Verbale {event}\t{jsonl.line(jsonl.row(entry))}"
