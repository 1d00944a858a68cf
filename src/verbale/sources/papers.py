"""Press releases as documents: PDF, DOCX and EPUB. Only their words are read; nothing in them runs or is unpacked to disk."""

from __future__ import annotations

import io
import re
import statistics
import zipfile
import zlib
from posixpath import dirname, join, normpath
from typing import IO, Any

from verbale.errors import Code
from verbale.model import Problem, Raw, Source
from verbale.sources.charset import mended
from verbale.sources.markup import lines, name, words, xml
from verbale.sources.metadata import metadata
from verbale.sources.opening import DOCUMENT, sha256, too_large
from verbale.sources.terms import Found, Terms, without

_PAGES = 500
_BROKEN = (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError, KeyError, OSError, ValueError)


def pdf(stream: IO[bytes], path: str, terms: Terms) -> Found:
    """The text of a PDF, lines put together to paragraphs; a Problem where it holds pictures of words only."""
    try:
        import pypdfium2  # noqa: PLC0415  (an extra)
    except ImportError:
        yield without("documents", path)
        return
    data = stream.read(DOCUMENT * terms.limit)
    try:
        document = pypdfium2.PdfDocument(data)
        pages = [document[n].get_textpage().get_text_bounded() for n in range(min(len(document), _PAGES))]
        about = document.get_metadata_dict()
        long = len(document) > _PAGES
    except (pypdfium2.PdfiumError, *_BROKEN) as error:
        yield Problem(Code.UNREADABLE, "sources", f"a damaged PDF: {error}", path=path)
        return
    text = paragraphs("\n".join(pages))
    raw = {"title": about.get("Title", ""), "author": about.get("Author", "")}
    yield _source(text, Raw("pdf", data), raw, path, terms, cut=long)


def docx(stream: IO[bytes], path: str, terms: Terms) -> Found:
    """The paragraphs of a Word document."""
    data = stream.read(DOCUMENT * terms.limit)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            body = _member(packed, "word/document.xml", terms)
            about = _about(packed, "docProps/core.xml", terms)
    except _BROKEN as error:
        yield Problem(Code.UNREADABLE, "sources", f"a damaged document: {error}", path=path)
        return
    root = xml(body)
    found = [] if root is None else ["".join(_runs(p)).strip() for p in root.iter() if name(p) == "p"]
    yield _source("\n\n".join(filter(None, found)), Raw("docx", data), about, path, terms, cut=len(body) > 4 * terms.limit)


def _runs(paragraph: Any) -> list[str]:
    """The words of a paragraph; deleted text of tracked changes is called otherwise and so left out."""
    breaks = {"tab": " ", "br": "\n", "cr": "\n"}
    return [e.text or "" if name(e) == "t" else breaks.get(name(e), "") for e in paragraph.iter()]


def epub(stream: IO[bytes], path: str, terms: Terms) -> Found:
    """The text of a book in the order of its spine, as one article."""
    data = stream.read(DOCUMENT * terms.limit)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            package = _package(packed, terms)
            about = _about(packed, package, terms)
            chapters = [_chapter(packed, place, terms) for place in _spine(packed, package, terms)]
    except _BROKEN as error:
        yield Problem(Code.UNREADABLE, "sources", f"a damaged book: {error}", path=path)
        return
    yield _source("\n\n".join(filter(None, chapters)), Raw("epub", data), about, path, terms)


def _package(packed: zipfile.ZipFile, terms: Terms) -> str:
    root = xml(_member(packed, "META-INF/container.xml", terms))
    files = [] if root is None else [e.get("full-path", "") for e in root.iter() if name(e) == "rootfile"]
    return next(filter(None, files), "")


def _spine(packed: zipfile.ZipFile, package: str, terms: Terms) -> list[str]:
    """Places of the chapters, in the order of reading."""
    root = xml(_member(packed, package, terms))
    if root is None:
        return []
    items = {e.get("id"): e.get("href", "") for e in root.iter() if name(e) == "item"}
    order = [items.get(e.get("idref"), "") for e in root.iter() if name(e) == "itemref"]
    return [normpath(join(dirname(package), href)) for href in order[:_PAGES] if href]


def _chapter(packed: zipfile.ZipFile, place: str, terms: Terms) -> str:
    root = xml(_member(packed, place, terms))
    return "" if root is None else lines(root)


def _about(packed: zipfile.ZipFile, place: str, terms: Terms) -> dict[str, str]:
    """Title, author, date and language in the words of Dublin Core, which both forms use."""
    root = xml(_member(packed, place, terms)) if place in packed.namelist() else None
    told: dict[str, str] = {}
    for element in root.iter() if root is not None else ():
        told.setdefault(name(element), words((element.text or "").strip()))
    return {
        "title": told.get("title", ""),
        "author": told.get("creator", ""),
        "published": told.get("date", ""),
        "language": told.get("language", ""),
    }


def _member(packed: zipfile.ZipFile, place: str, terms: Terms) -> bytes:
    """What lies at a place in the archive, unpacked in memory, no more than four times what an article may have."""
    with packed.open(place) as member:
        return member.read(4 * terms.limit + 1)


def _source(text: str, raw: Raw, told: dict[str, str], path: str, terms: Terms, *, cut: bool = False) -> Source | Problem:
    text = mended(text)[0]
    if not text.strip():
        return Problem(Code.NO_TEXT, "sources", "a document without words: they may be pictures", path=path)
    found, problems = metadata(told, received=terms.received, path=path)
    long = (too_large(terms.limit, path, "characters"),) if cut or len(text) > terms.limit else ()
    problems = (*problems, *long)
    return Source(text[: terms.limit], path, sha256(raw.data), terms.given, found, terms.received, problems, raw=raw)


def paragraphs(text: str) -> str:
    """Lines of a page put together to paragraphs: a line goes on in the next unless it is shorter than most and ends a sentence,
    or an empty line follows. A word that was parted at the end of a line becomes one again."""
    text = re.sub(r"[\x02\ufffe]\s*", "", text)  # a hyphen that only parts a word at the end of a line
    rows = [line.strip() for line in re.split(r"\r\n|[\r\n\f]", text)]
    usual = statistics.median([len(row) for row in rows if row] or [0])
    out: list[list[str]] = [[]]
    for row in rows:
        if not row:
            out.append([])
            continue
        out[-1].append(row)
        if len(row) < 0.85 * usual and re.search(r"[.!?:…][”»\"’)]*$", row):
            out.append([])
    return "\n\n".join(re.sub(r"(?<=[^\W\d_])- (?=[a-zа-яёіїєґ])", "", " ".join(rows)) for rows in out if rows)
