"""Letters as they are compared: small, without accents, in one alphabet a word."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LOOKALIKES = dict(zip("abcehikmoptxy", "авсенікмортху", strict=True))
"""Latin letters that look like Cyrillic ones, as small letters."""


@lru_cache(maxsize=200_000)
def plain(word: str) -> str:
    """Small letters without accents; ё is е, й and ї stay."""
    marked = unicodedata.normalize("NFKD", word.casefold().replace("й", "\0").replace("ї", "\1"))
    bare = "".join(c for c in marked if not unicodedata.combining(c))
    return bare.replace("\0", "й").replace("\1", "ї")


def mended(token: str) -> str:
    """A word of two alphabets in one, where the letters of the other only look alike: `Cергей`."""
    latin = [c for c in token if c.isascii() and c.isalpha()]
    cyrillic = [c for c in token if "Ѐ" <= c <= "ӿ"]
    if not latin or not cyrillic or any(c.lower() not in _LOOKALIKES for c in latin):
        return token
    return "".join(_LOOKALIKES.get(c.lower(), c) if c.isascii() and c.isalpha() else c for c in token)


@lru_cache(maxsize=200_000)
def is_cyrillic(word: str) -> bool:
    """Whether the word is more Cyrillic than not."""
    return 2 * sum("Ѐ" <= c <= "ӿ" for c in word) > len(word.rstrip("."))
