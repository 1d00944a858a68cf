"""Letters and saved pages in MIME: newsletters (`.eml`, `mbox`) and pages as browsers save them (`.mht`, `.mhtml`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from typing import IO

from verbale.errors import Code
from verbale.model import Given, Problem, Source
from verbale.sources.metadata import metadata
from verbale.sources.opening import sha256, too_large
from verbale.sources.plain import plain
from verbale.sources.terms import Found, Terms, beside, first_or

_PARTS = 1000
_MIME = 2
"""A letter takes more bytes than its words: base64 a third more, and most come in two forms."""
_POLICY = policy.default.clone(raise_on_defect=False)


def letter(stream: IO[bytes], path: str, terms: Terms) -> Found:
    """The article of one letter or one saved page."""
    data = stream.read(_MIME * terms.limit + 1)
    yield _article(data[: _MIME * terms.limit], path, terms)


def mbox(stream: IO[bytes], path: str, terms: Terms) -> Found:
    """The articles of all letters in a mailbox, `path#3` for the third."""
    nothing = Problem(Code.NO_TEXT, "sources", "a mailbox without letters", path=path)
    letters = enumerate(_letters(stream, _MIME * terms.limit), 1)
    yield from first_or(nothing, (_one(data, f"{path}#{n}", terms) for n, data in letters))


def _one(data: bytes | None, path: str, terms: Terms) -> Source | Problem:
    return _article(data, path, terms) if data is not None else too_large(_MIME * terms.limit, path)


def _letters(stream: IO[bytes], limit: int) -> Iterator[bytes | None]:
    """The letters of a mailbox, None for one that is too long; a line that begins with `From ` after an empty one opens each."""
    held: list[bytes] = []
    size, empty, begun = 0, True, False
    while line := stream.readline(limit + 1):
        if empty and line.startswith(b"From "):
            if begun:
                yield b"".join(held) if size <= limit else None
            held, size, begun = [], 0, True
        else:
            size += len(line)
            held = [*held, line] if size <= limit and not held else held
            if size <= limit and held[-1] is not line:
                held.append(line)
        empty = line in {b"\n", b"\r\n"}
    if begun:
        yield b"".join(held) if size <= limit else None


def _article(data: bytes, path: str, terms: Terms) -> Source | Problem:
    try:
        message = message_from_bytes(data, policy=_POLICY)
        bodies = list(_bodies(message))
        known = _known(message, terms, path)
    except Exception as error:  # the parser of the standard library raises all kinds of things for broken letters
        return Problem(Code.BROKEN_BYTES, "sources", f"no letter could be made of it: {type(error).__name__}", path=path)
    tried = [_read(kind, body, path, terms) for kind, body in bodies]
    found = next((t for t in tried if isinstance(t, Source)), None) or next(iter(tried), None)
    if found is None:
        return Problem(Code.NO_TEXT, "sources", "a letter without words", path=path)
    return beside(found, known)


def _bodies(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """The parts that may be the article, pages before plain text: newsletters write the latter carelessly."""
    parts = [part for part, _ in zip(message.walk(), range(_PARTS), strict=False) if not part.is_multipart()]
    for kind in ("text/html", "text/plain"):
        for part in parts:
            if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
                payload = part.get_payload(decode=True)
                if isinstance(payload, bytes) and payload.strip():
                    yield kind, _as_utf8(payload, part.get_content_charset())


def _as_utf8(data: bytes, charset: str | None) -> bytes:
    """The bytes in UTF-8 where the letter says how they are encoded."""
    try:
        return data.decode(charset or "utf-8").encode("utf-8")
    except (LookupError, UnicodeError):
        return data


def _read(kind: str, body: bytes, path: str, terms: Terms) -> Source | Problem:
    from verbale.sources.html import html  # noqa: PLC0415  (takes longer than most commands run)

    read = html if kind == "text/html" else plain
    return read(body, path=path, given=terms.given, received=terms.received, limit=terms.limit)


def _known(message: EmailMessage, terms: Terms, path: str) -> Given:
    """What the head of a letter tells; of a saved page where it was."""
    place = str(message.get("Snapshot-Content-Location") or message.get("Content-Location") or "")
    sender, address = parseaddr(str(message.get("From", "")))
    saved = "Snapshot-Content-Location" in message or "Saved by" in str(message.get("From", ""))
    raw = {
        "url": place if place.startswith(("http://", "https://")) else "",
        "title": re.sub(r"\s+", " ", str(message.get("Subject", ""))),
        "outlet": "" if saved else sender or address,
        "published": "" if saved else str(message.get("Date", "")),
        "id": str(message.get("Message-ID", "")).strip() or sha256(str(message).encode("utf-8", "replace"))[:16],
    }
    return metadata(raw, received=terms.received, path=path)[0]
