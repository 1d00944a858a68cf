"""Web archives: WARC, gzipped or not, and WACZ, which holds some. Each page that was archived whole is an article."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable
from itertools import count
from typing import IO, Any

from verbale.errors import Code
from verbale.model import Given, Problem, Source
from verbale.sources.plain import plain
from verbale.sources.terms import Found, Terms, beside, first_or, without

_TEXTS = ("text/html", "application/xhtml+xml", "text/plain")


def warc(stream: IO[bytes], path: str, terms: Terms) -> Found:
    """The pages of an archive that were answered with 200; `path#3` is the third record. All else is passed over."""
    try:
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415  (an extra)
    except ImportError:
        yield without("archives", path)
        return
    nothing = Problem(Code.NO_TEXT, "sources", "an archive without pages", path=path)
    yield from first_or(nothing, _pages(ArchiveIterator(stream), path, terms))


def wacz(stream: IO[bytes], path: str, terms: Terms) -> Found:
    """The pages of all archives within a WACZ. It is read where it lies; nothing is unpacked to the disk."""
    whole = stream if stream.seekable() else io.BytesIO(stream.read())
    try:
        with zipfile.ZipFile(whole) as packed:
            names = [n for n in packed.namelist() if n.startswith("archive/") and n.endswith((".warc", ".warc.gz"))]
            for name in names:
                with packed.open(name) as member:
                    inner: Any = gzip.GzipFile(fileobj=member) if name.endswith(".gz") else member
                    yield from warc(inner, f"{path}/{name.rpartition('/')[2]}", terms)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError) as error:
        yield Problem(Code.UNREADABLE, "sources", f"a damaged archive: {error}", path=path)
        return
    if not names:
        yield Problem(Code.NO_TEXT, "sources", "a WACZ without archives", path=path)


def _pages(records: Any, path: str, terms: Terms) -> Found:
    numbers, records = count(1), iter(records)
    while True:
        place = f"{path}#{next(numbers)}"
        try:
            record = next(records, None)
            found = _page(record, place, terms) if record is not None else None
        except Exception as error:  # whatever an archive does to its reader, what was read before it stays
            yield Problem(Code.UNREADABLE, "sources", f"the archive breaks off: {error}"[:200], path=place)
            return
        if record is None:
            return
        if found is not None:
            yield found


def _page(record: Any, path: str, terms: Terms) -> Source | Problem | None:
    """The article of one record; None for pictures, scripts, redirections and the like."""
    answer = record.http_headers
    if record.rec_type not in {"response", "resource"} or (answer and answer.get_statuscode() != "200"):
        return None
    kind = (answer or record.rec_headers).get_header("Content-Type", "").partition(";")[0].strip().lower()
    if kind not in _TEXTS:
        return None
    body = _beginning(record.content_stream(), terms.limit + 1)
    head = record.rec_headers
    day = head.get_header("WARC-Date", "")[:10]
    received = min(day, terms.received) if len(day) == 10 else terms.received
    read = plain if kind == "text/plain" else _html()
    found = read(body, path=path, given=terms.given, received=received, limit=terms.limit)
    return beside(found, Given(url=head.get_header("WARC-Target-URI", "").strip("<>") or None))


def _html() -> Callable[..., Source | Problem]:
    from verbale.sources.html import html  # noqa: PLC0415  (takes longer than most commands run)

    return html


def _beginning(stream: Any, most: int) -> bytes:
    """The first bytes of a page; what is packed is unpacked a little at a time."""
    out = bytearray()
    while len(out) < most and (chunk := stream.read(min(1 << 16, most - len(out)))):
        out += chunk
    return bytes(out)
