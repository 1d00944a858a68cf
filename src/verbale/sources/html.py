"""HTML pages: the article without its page, by trafilatura.

The text is the title, an empty line, then each paragraph on a line of its own with an empty line between; block quotes,
list items, headings, line breaks and table cells are paragraphs like any other. Comments are left out. Tables are kept:
old sites put whole articles in them. The outcome is a text of its own, so offsets count in it and not in the page.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from trafilatura import bare_extraction, load_html
from trafilatura.settings import Document

from verbale.errors import Code
from verbale.model import Dated, Given, Problem, Raw, Source
from verbale.sources.charset import declared_in, decode
from verbale.sources.metadata import KEYS, UNKNOWN, metadata
from verbale.sources.moment import is_after, moment
from verbale.sources.opening import LIMIT, sha256, too_large

# Without a handler of their own, warnings of these libraries would land on the terminal; what they mean is a Problem.
for _name in ("trafilatura", "htmldate", "courlan", "charset_normalizer"):
    logging.getLogger(_name).addHandler(logging.NullHandler())

# Parts of a page that are never the article.
_FURNITURE = ["//nav", "//*[@role='navigation']", "//footer", "//button", "//select"]
# Who is quoted may stand in what is furniture elsewhere; made paragraphs, these survive.
_QUOTED = "//blockquote//footer | //figure[.//blockquote]/figcaption | //figure[.//blockquote]"
# `extensive_search` would take any date in the text for that of the page. A date in the future is ours to report.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "9999-12-31"}
# The extractor takes time that grows with the square of these: minutes for a table of 60 000 rows, seconds for this.
_ELEMENTS = 20_000
_INLINE = frozenset({"hi", "ref", "del", "graphic", "code"})
_VERBATIM = frozenset({"pre", "textarea", "script", "style"})
_WRAP = re.compile(r"\s*\n\s*")
_JSON_LD = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_STATED = "//meta[contains(concat(@property, ' ', @itemprop, ' ', @name), 'ub')]/@content | //time/@datetime"
_LANGUAGES = (
    "string(//html/@lang)",
    "string(//html/@*[local-name()='xml:lang'])",
    "string(//meta[translate(@http-equiv, 'CL', 'cl')='content-language']/@content)",
    "string(//meta[@property='og:locale']/@content)",
)


def html(
    data: bytes,
    *,
    path: str | None = None,
    given: Given = UNKNOWN,
    received: str | None = None,
    limit: int = LIMIT,
) -> Source | Problem:
    """The article of a page; a Problem alone where there is none (`EMPTY`, `BINARY`, `NO_TEXT`, `FAILED`).

    Never raises. Of more than `limit` bytes only the beginning is read, with a Problem. `sha256` is of the bytes read.
    """
    kept = data[:limit]
    decoded = decode(kept, declared=declared_in(kept), torn=len(kept) < len(data), path=path)
    if isinstance(decoded, Problem):
        return decoded
    if not decoded.text.strip():
        return Problem(Code.EMPTY, "sources", path=path)
    try:
        page = _page(decoded.text)
    except Exception as error:  # whatever a page does to the parsers, the batch goes on
        return Problem(Code.FAILED, "sources", f"{type(error).__name__}: {error}", path=path)
    if page is None:
        return Problem(Code.NO_TEXT, "sources", "no article on the page", path=path)
    found, problems = metadata(page.raw, received=received, path=path)
    long = (too_large(limit, path),) if len(kept) < len(data) else ()
    wide = (too_large(_ELEMENTS, path, "elements"),) if page.cut else ()
    problems = (*decoded.problems, *long, *wide, *problems)
    dates = tuple(d for d in page.dates if not (received and is_after(d.date, received)))
    return Source(page.text, path, sha256(kept), given, found, received, problems, dates=dates, raw=Raw("html", kept))


@dataclass(frozen=True, slots=True)
class _Page:
    """The article on a page, what the page says of it, whether it had too many elements to read them all, and its dates."""

    text: str
    raw: Mapping[str, object]
    cut: bool
    dates: tuple[Dated, ...]


def _page(text: str) -> _Page | None:
    """What trafilatura makes of a page; None where it sees no article."""
    # The declaration in front makes the parser take fragments, too.
    tree = load_html(f"<!DOCTYPE html>\n{text}")
    cut = tree is not None and _cut(tree)
    found = None if tree is None else _extracted(tree)
    if tree is None or found is None or not (lines := _paragraphs(found.body)):
        return None
    title, lines = _headline(found.title, lines)
    days = _dates(found.date, tree)
    raw = {"title": title, "author": found.author, "outlet": found.sitename, "url": found.url,
           "language": _language(tree), **dict(zip(KEYS["published"], days, strict=False))}  # fmt: skip
    dates = tuple(Dated(day, "htmldate" if found.date and day.startswith(found.date) else "page") for day in days)
    return _Page("\n\n".join([title, *lines] if title else lines), raw, cut, dates)


def _extracted(tree: Any) -> Document | None:
    _prepare(tree)
    found = bare_extraction(
        tree, include_comments=False, with_metadata=True, date_extraction_params=_DATES, prune_xpath=_FURNITURE
    )
    return found if isinstance(found, Document) else None


def _cut(tree: Any) -> bool:
    """Takes away all elements beyond the first `_ELEMENTS`; whether there were any."""
    beyond = list(tree.iter())[_ELEMENTS:]
    for element in beyond:
        element.getparent().remove(element)
    return bool(beyond)


def _prepare(tree: Any) -> None:
    """Makes the line ends of the page's source plain spaces, so that those in the outcome are breaks that are meant,
    and frees block quotes with their speakers from elements that are cleaned away."""
    for element in tree.xpath(_QUOTED):
        element.tag = "div"
    for element in tree.iter():
        parent = element.getparent()
        if element.text and element.tag not in _VERBATIM:
            element.text = _WRAP.sub(" ", element.text)
        if element.tail and (parent is None or parent.tag not in _VERBATIM):
            element.tail = _WRAP.sub(" ", element.tail)


def _paragraphs(body: Any) -> list[str]:
    lines = (" ".join(line.split()) for line in "".join(_strings(body)).split("\n"))
    return [line for line in lines if line]


def _strings(element: Any) -> Iterator[str]:
    """The words of an element in reading order, with a line end wherever a block begins or ends."""
    edge = "" if element.tag in _INLINE else "\n"
    yield edge + (element.text or "")
    for child in element:
        yield from _strings(child)
        yield child.tail or ""
    yield edge


def _headline(title: str | None, lines: list[str]) -> tuple[str | None, list[str]]:
    """The title, and the lines without it. A title that only adds the name of the site gives way to the line."""
    if title and lines and len(lines[0].split()) > 1 and title.casefold().startswith(lines[0].casefold()):
        return lines[0], lines[1:]
    return title, lines


def _dates(day: str | None, tree: Any) -> list[str]:
    """All dates that the page states for its publication: first the day that was found, with its minute where there is one.

    A date that cannot be, because it lies ahead of the reading, gives way to the next.
    """
    scripts = " ".join(tree.xpath("//script[@type='application/ld+json']/text()"))
    stated = [m for m in map(moment, (*_JSON_LD.findall(scripts), *tree.xpath(_STATED))) if m]
    best = next((m for m in stated if day and m.startswith(f"{day}T")), day)
    others = [m for m in stated if not (day and m.startswith(day))]
    return list(dict.fromkeys([*([best] if best else []), *others]))


def _language(tree: Any) -> str | None:
    """The language a page says it is in; some say what their software was sold in, so it is worth a second look."""
    return next(filter(None, (tree.xpath(way) for way in _LANGUAGES)), None)
