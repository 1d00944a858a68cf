"""An Atom feed (RFC 4287) of a search: whoever asks the same again, say every morning, has it in a feed reader.

An entry is a statement: its author is the speaker, its link the page of the article, `published` the day it was said
where that is known, `updated` the day of publication. A moment that nothing tells is the first of 1970, since Atom wants
one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from verbale.export.form import Around
from verbale.model import Entry, digest
from verbale.store.search import first_day

NEVER = "1970-01-01T00:00:00Z"
LONGEST = 100
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write(entries: Iterable[Entry], out: TextIO, around: Around) -> int:
    """Write one feed to `out`; returns how many entries."""
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n')
    out.write(f"<id>urn:verbale:{digest('f', around.title)}</id>\n<title>{_text(around.title)}</title>\n")
    out.write("<generator>Verbale</generator>\n<author><name>Verbale</name></author>\n")
    written, latest = 0, NEVER
    for entry in entries:
        out.writelines(_entry(entry))
        latest = max(latest, _moment(entry.published))
        written += 1
    out.write(f"<updated>{latest}</updated>\n</feed>\n")
    return written


def _entry(entry: Entry) -> Iterator[str]:
    yield f"<entry>\n<id>urn:verbale:{entry.id}</id>\n<title>{_text(_title(entry))}</title>\n"
    yield f"<updated>{_moment(entry.published)}</updated>\n"
    if entry.said.start:
        yield f"<published>{_moment(entry.said.start)}</published>\n"
    yield f"<author><name>{_text(entry.called or entry.speaker.name) if entry.speaker else 'unknown'}</name></author>\n"
    if entry.url:
        yield f'<link rel="alternate" href={_attribute(entry.url)}/>\n'
    for term in (str(entry.statement.kind), *entry.topics):
        yield f"<category term={_attribute(term)}/>\n"
    yield f'<summary type="text">{_text(_source(entry))}</summary>\n'
    yield f'<content type="text" xml:lang={_attribute(entry.language)}>{_text(entry.content.text)}</content>\n</entry>\n'


def _title(entry: Entry) -> str:
    words = " ".join(entry.content.text.split())
    words = words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
    return f"{entry.called or entry.speaker}: {words}" if entry.speaker else words


def _source(entry: Entry) -> str:
    """Where it stands, and when it was said."""
    told = (entry.speaker.role if entry.speaker else None, entry.outlet, entry.title, entry.said.start and f"said {entry.said}")
    return " · ".join(filter(None, told))


def _moment(date: str | None) -> str:
    """A date as Atom has it: with time and zone."""
    if date and "T" in date:
        return f"{date}:00Z"
    day = first_day(date)
    return f"{day}T00:00:00Z" if day else NEVER


def _text(words: str) -> str:
    return escape(UNFIT.sub("\ufffd", words), {"\r": "&#13;"})


def _attribute(words: str) -> str:
    return quoteattr(UNFIT.sub("\ufffd", words))
