"""Files and standard input as streams of bytes: gzip is unpacked and the beginning looked at."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import re
import sys
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from enum import StrEnum
from pathlib import Path, PurePath
from typing import IO, Protocol

from verbale.errors import Code
from verbale.model import Problem
from verbale.sources.charset import Decoded, decode

LIMIT = 5_000_000
"""Bytes of one article, unpacked, unless the caller says otherwise."""
DOCUMENT = 20
"""In limits: what one file that holds several articles, or one packed in a document, may take."""
STDIN = "-"
BROKEN = (OSError, EOFError, zlib.error)
"""What reading an opened file may raise: it vanished, the disk failed, the gzip is damaged or cut short."""
HEAD = 1 << 13
"""So many first bytes tell what a file is."""
_GZIP = b"\x1f\x8b"


class Format(StrEnum):
    """What a file holds."""

    PLAIN = "plain text"
    HTML = "HTML"
    LINES = "JSON lines"
    DOCUMENT = "JSON"
    FEED = "a feed"
    LETTER = "a letter"
    MBOX = "a mailbox"
    SHEET = "CSV"
    PARQUET = "Parquet"
    WARC = "WARC"
    WACZ = "WACZ"
    PDF = "PDF"
    DOCX = "a Word document"
    EPUB = "EPUB"


SUFFIXES = {
    ".txt": Format.PLAIN,
    ".text": Format.PLAIN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".json": Format.DOCUMENT,
    ".jsonl": Format.LINES,
    ".ndjson": Format.LINES,
    ".eml": Format.LETTER,
    ".mht": Format.LETTER,
    ".mhtml": Format.LETTER,
    ".mbox": Format.MBOX,
    ".parquet": Format.PARQUET,
    ".warc": Format.WARC,
    ".wacz": Format.WACZ,
    ".pdf": Format.PDF,
    ".docx": Format.DOCX,
    ".epub": Format.EPUB,
}
"""Endings of the files that are looked for in a folder; each may have `.gz` behind it."""
NAMED = {
    ".csv": Format.SHEET,
    ".tsv": Format.SHEET,
    ".xml": Format.FEED,
    ".rss": Format.FEED,
    ".atom": Format.FEED,
    ".rdf": Format.FEED,
}
"""Endings of files that are read where they are named; in a folder they may be anything."""
_MAGIC = {b"%PDF-": Format.PDF, b"WARC/": Format.WARC, b"PAR1": Format.PARQUET, b"From ": Format.MBOX}
_FEED = re.compile(r"(?:<\?xml[^>]*>|<!--.*?-->|<\?[^>]*>|\s)*<(?:rss|feed|(?:\w+:)?RDF)\b", re.IGNORECASE | re.DOTALL)
_HTML = re.compile(
    r"(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|h1|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_LIST = re.compile(r"\[\s*[{\]]")
_OBJECT = re.compile(r'\{\s*["}]')


@contextmanager
def opened(path: str) -> Iterator[tuple[bytes, IO[bytes]]]:
    """The first bytes of a file, or of standard input for `-`, and a stream of all its bytes, those again included.

    Gzip is known by its own first bytes, whatever the file is called. Raises `BROKEN`, here and while reading.
    """
    with ExitStack() as stack:
        yield unpacked(sys.stdin.buffer if path == STDIN else stack.enter_context(Path(path).open("rb")))


def unpacked(raw: Readable) -> tuple[bytes, IO[bytes]]:
    """As `opened`, of what is open already."""
    head, stream = _looked_into(raw)
    return _looked_into(gzip.GzipFile(fileobj=stream)) if head.startswith(_GZIP) else (head, stream)


def by_suffix(path: str) -> Format | None:
    """The format that the ending of a file name promises."""
    suffix = ending(path)
    return SUFFIXES.get(suffix) or NAMED.get(suffix)


def by_looks(head: bytes) -> Format:
    """The format that the first bytes of a file show; plain text where nothing else does."""
    if seen := next((form for magic, form in _MAGIC.items() if head.startswith(magic)), None):
        return seen
    decoded = decode(head, torn=True)
    text = decoded.text.lstrip() if isinstance(decoded, Decoded) else ""
    if _FEED.match(text):
        return Format.FEED
    if _HTML.match(text):
        return Format.HTML
    if _OBJECT.match(text) and not _is_wide(head) and _in_lines(text):
        return Format.LINES
    return Format.DOCUMENT if _OBJECT.match(text) or _LIST.match(text) else Format.PLAIN


def format_of(path: str, head: bytes) -> Format:
    """What to read a file as: its ending decides, but JSON may come in lines or not, and has the last word itself."""
    promised = by_suffix(path)
    if promised not in {None, Format.LINES, Format.DOCUMENT}:
        return promised
    if promised is Format.LINES:
        return Format.DOCUMENT if _is_wide(head) else Format.LINES
    seen = by_looks(head)
    return seen if promised is None or seen is Format.LINES else promised


def ending(path: str) -> str:
    """The ending of a file's name in small letters, that of the packed file where it is packed with gzip."""
    return PurePath(path.lower().removesuffix(".gz")).suffix


def is_address(path: str) -> bool:
    """Whether a path given by a user is an address of the web."""
    return path.lower().startswith(("http://", "https://"))


def is_elsewhere(path: str) -> bool:
    """Whether a path given by a user is an address of files in object storage: `s3://news/*.warc.gz`."""
    return re.match(r"[a-z][a-z0-9+.-]+://", path, re.IGNORECASE) is not None and not is_address(path)


def label(path: str) -> str:
    """A path fit to be written down: bytes of a file name that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def unreadable(path: str, error: Exception | str) -> Problem:
    """The Problem row for what could not be read."""
    words = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return Problem(Code.UNREADABLE, "sources", words, path=label(path))


def too_large(limit: int, path: str | None, unit: str = "bytes") -> Problem:
    """The Problem row for an article that is longer than `limit`."""
    return Problem(Code.TOO_LARGE, "sources", f"longer than {limit} {unit}", path=path)


def sha256(data: bytes) -> str:
    """The hexadecimal digest that tells the bytes of one article from all others."""
    return hashlib.sha256(data).hexdigest()


class Readable(Protocol):
    """Whatever gives bytes."""

    def read(self, size: int, /) -> bytes: ...


class _Again(io.RawIOBase):
    """A stream whose first bytes were read already and are given once more."""

    def __init__(self, head: bytes, rest: Readable) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(data) :]
        buffer[: len(data)] = data
        return len(data)


def _looked_into(stream: Readable) -> tuple[bytes, IO[bytes]]:
    head = stream.read(HEAD)
    return head, io.BufferedReader(_Again(head, stream), HEAD * 8)


def _is_wide(head: bytes) -> bool:
    """Whether a line break is not one byte, so that lines cannot be told before decoding."""
    decoded = decode(head, torn=True)
    return isinstance(decoded, Decoded) and decoded.encoding.startswith(("utf-16", "utf-32"))


def _in_lines(text: str) -> bool:
    """Whether text that begins with an object goes on with one a line."""
    first, _, rest = text.partition("\n")
    if not rest or rest.lstrip("\r\n").startswith("{"):
        return True
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return False
    return True
