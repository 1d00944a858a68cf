"""RSS, RDF and Atom: entries of a feed, each with the address of its page and what the feed says of it.

Read with lxml, which is here for pages already. Feeds are small and broken in few ways (unescaped ampersands, a stray byte,
missing namespaces), and its parser mends those; elements are known by their names alone, whatever their namespace.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any
from urllib.parse import urljoin

from verbale.errors import Code
from verbale.model import Given, Problem, Source
from verbale.sources.charset import mended
from verbale.sources.markup import name, words, xml
from verbale.sources.metadata import metadata
from verbale.sources.opening import sha256
from verbale.sources.terms import Found, Terms, first_or

_DATES = ("published", "pubDate", "issued", "date", "updated", "modified")
_TEXTS = ("encoded", "content", "description", "summary")
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: the address of its page, what is told of it, and its words in the feed, a paragraph a line."""

    link: str | None
    known: Given
    text: str
    problems: tuple[Problem, ...] = ()


def feed(stream: IO[bytes], path: str, terms: Terms) -> Found:
    """The entries of a feed that lies in a file, as articles of the words that stand in it; nothing is fetched."""
    data = stream.read(terms.limit + 1)
    nothing = Problem(Code.NO_TEXT, "sources", "a feed without entries", path=path)
    yield from first_or(nothing, (_article(e, f"{path}#{n}", terms) for n, e in enumerate(entries(data, path, terms), 1)))


def _article(entry: Entry, path: str, terms: Terms) -> Source | Problem:
    text = "\n\n".join(filter(None, (entry.known.title, entry.text)))
    if not entry.text:
        return Problem(Code.NO_TEXT, "sources", "an entry without words", path=path)
    text = mended(text)[0]
    return Source(text, path, sha256(text.encode()), terms.given, entry.known, terms.received, entry.problems)


def entries(data: bytes, path: str, terms: Terms, *, address: str = "") -> Iterator[Entry]:
    """The entries of a feed in their order; none where it is no feed. Links are told from `address`, where it lies."""
    root = xml(data[: terms.limit])
    if root is None:
        return
    outlet, language = _channel(root)
    for element in root.iter():
        if name(element) in {"item", "entry"}:
            yield _entry(element, {"outlet": outlet, "language": language}, path, terms, address)


def _entry(element: Any, beside: dict[str, str], path: str, terms: Terms, address: str) -> Entry:
    told: dict[str, Any] = {}
    for child in element:
        told.setdefault(name(child), child)
    link = _link(element, address)
    raw = {
        **beside,
        "url": link or "",
        "title": words(_text(told.get("title"))),
        "author": _author(told.get("creator"), told.get("author")),
        "published": next((t for key in _DATES if (t := _text(told.get(key)))), ""),
    }
    known, problems = metadata(raw, received=terms.received, path=path)
    text = max((words(_text(told.get(key))) for key in _TEXTS), key=len)
    return Entry(link, known, text, problems)


def _channel(root: Any) -> tuple[str, str]:
    """Title and language of the feed itself."""
    head = next((e for e in root.iter() if name(e) in {"channel", "feed"}), root)
    told = {name(child): child for child in reversed(head)}
    return words(_text(told.get("title"))), _text(told.get("language")) or head.get(_XML_LANGUAGE, "")


def _link(element: Any, address: str) -> str | None:
    """The address of the page: of Atom's several links the one that is the entry itself."""
    links = [c for c in element if name(c) == "link"]
    own = (c.get("href") for c in links if c.get("rel", "alternate") == "alternate")
    guid = (_text(c) for c in element if name(c) == "guid" and c.get("isPermaLink") != "false")
    found = next((u for u in (*own, *map(_text, links), *guid) if u), None)
    whole = urljoin(address, found.strip()) if found else ""
    return whole if whole.startswith(("http://", "https://")) else None


def _author(creator: Any, author: Any) -> str:
    if creator is not None or author is None:
        return _text(creator)
    return next((_text(child) for child in author if name(child) == "name"), _text(author))


def _text(element: Any) -> str:
    """All words of an element, its markup taken as words (`type="xhtml"`)."""
    return "".join(element.itertext()).strip() if element is not None else ""
