"""Where articles come from: the bytes that are worth keeping, what was told beside them, and a hash of each text."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator
from dataclasses import astuple, replace
from typing import Any

from verbale.model import Article, Given, Origin, Raw
from verbale.store.file import File, Values

LARGEST = 1_000_000
"""Bytes, packed, of the largest page or document that is kept without being asked for."""
UNPACKED = 100_000_000
"""Bytes that are unpacked at most, whatever they say of themselves."""
TEXTS = 100
"""So many texts are fetched at once."""


def worth(raw: Raw, text: str, *, everything: bool = False) -> bool:
    """Whether bytes are worth the room they take, which is none where the text gives them back.

    A line of JSON holds the text as it is, and a large document mostly pictures; they are kept where `everything` is.
    """
    if everything or text.encode("utf-8", "replace") == raw.data:
        return True
    return raw.form != "json" and len(raw.data) <= UNPACKED and (len(raw.data) <= LARGEST or len(packed(raw.data)) <= LARGEST)


def write_origin(file: File, article: Article, number: int, origin: Origin) -> None:
    """Write where a new article comes from; the caller holds the transaction."""
    origin = _fitting(article, origin)
    file.leave("add_origin", [_row(article, number, origin)])
    _write_raw(file, article, origin)


def keep_origin(file: File, article: Article, number: int, origin: Origin) -> None:
    """Keep the bytes of an article that was added without them, if they are its; the caller holds the transaction."""
    origin = _fitting(article, origin)
    if origin.raw:
        file.put("set_origin", [_row(article, number, origin)])
        _write_raw(file, article, origin)


def _fitting(article: Article, origin: Origin) -> Origin:
    """Without bytes that are not those of the article: two pages may hold one text."""
    fits = origin.raw is None or hashlib.sha256(origin.raw.data).hexdigest() == article.sha256
    return origin if fits else replace(origin, raw=None)


def seal(file: File, article: Article, number: int) -> None:
    """Write a hash of the text of an article that has none; the caller holds the transaction."""
    file.put("seal", [_row(article, number, Origin())])


def origin_of(file: File, number: int) -> Origin:
    """Where the article of that number comes from; without bytes where none are kept, or they are not what they were."""
    (row,) = file.ask("origin", number=number)
    given = Given(*json.loads(row["given"])) if row["given"] else Given()
    data = _data(row["data"], row["sha256"]) if row["form"] else None
    if data is None and row["form"] and digest(row["text"]) == row["sha256"]:
        data = row["text"].encode("utf-8")
    return Origin(Raw(row["form"], data) if data is not None else None, given, row["known_as"])


def harmed_texts(file: File) -> Iterator[str]:
    """Ids of the articles whose text is not the one that was read."""
    after = 0
    while rows := file.ask("sealed_texts", after=after, limit=TEXTS):
        yield from (row["id"] for row in rows if digest(row["text"]) != row["text_sha256"])
        after = rows[-1]["number"]


def harmed_bytes(file: File) -> Iterator[str]:
    """Hashes of bytes that are no longer what they were."""
    for row in file.ask("raw_hashes"):
        (found,) = file.ask("raw_data", sha256=row["sha256"])
        if _data(found["data"], row["sha256"]) is None:
            yield row["sha256"]


def digest(text: str) -> str:
    """The SHA-256 of a text in UTF-8, hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def packed(data: bytes) -> bytes:
    return zlib.compress(data, 9)


def _row(article: Article, number: int, origin: Origin) -> dict[str, Any]:
    given = json.dumps(astuple(origin.given), ensure_ascii=False)
    form = origin.raw.form if origin.raw else ""
    return {
        "article": number,
        "text_sha256": digest(article.text),
        "form": form,
        "given": given,
        "known_as": origin.known_as if origin.known_as != article.id else None,
    }


def _write_raw(file: File, article: Article, origin: Origin) -> None:
    if origin.raw and article.text.encode("utf-8", "replace") != origin.raw.data:
        row: Values = {"sha256": article.sha256, "data": packed(origin.raw.data)}
        file.leave("add_raw", [row])


def _data(kept: bytes | None, sha256: str) -> bytes | None:
    """The bytes that were packed; None where there are none or their hash is another."""
    try:
        data = zlib.decompressobj().decompress(kept, UNPACKED) if kept is not None else None
    except zlib.error:
        return None
    return data if data is not None and hashlib.sha256(data).hexdigest() == sha256 else None
