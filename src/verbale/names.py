"""When two forms can be one name: over cases, initials, accents, short forms and left-out words.

An article compares the same few names over and over, so that answers are remembered.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

REMEMBERED = 1 << 15


@lru_cache(REMEMBERED)
def same_person(full: str, short: str) -> bool:
    """Whether two names of one article can be one person's: same surname, first names that don't contradict: `Reyes`, `A. Reyes`
    and `Ana Reyes`, `de Lund` and `Ivo de Lund`."""
    one, two = full.split(), short.split()
    if not one or not two or not same_word(one[-1], two[-1]):
        return False
    if len(one) == 1 or len(two) == 1:
        return True
    longer, rest = (one, two) if len(one) > len(two) else (two, one)
    if len(rest) == len(longer) - 1 and letters(" ".join(longer[1:])) == letters(" ".join(rest)):
        return True  # the surname has two words
    return same_word(one[0], two[0]) or _initial(one[0], two[0])


def _initial(one: str, two: str) -> bool:
    """`Г.` and `Гернот`."""
    short, long = sorted((one.strip("."), two.strip(".")), key=len)
    return len(short) == 1 and long.lower().startswith(short.lower())


# Endings of the cases of Russian and Ukrainian names.
_ENDING = (
    r"(?:ого|ому|ова|ову|овым|ової|ою|ой|ом|ем|єм|ём|ым|им|ых|их|ия|ию|ии|ий|"
    r"ію|ії|ів|ові|еві|ами|ям|ах|а|я|у|ю|е|є|и|і|ы|ь|й)?"
)


@lru_cache(REMEMBERED)
def same_word(one: str, two: str) -> bool:
    """Whether two words are one name, perhaps in different cases."""
    a, b = letters(one), letters(two)
    if a == b:
        return True
    stem = _common(a, b)
    if len(stem) < 3 or not re.search(r"[а-яіїєґ]", stem):
        return False
    return (
        bool(re.fullmatch(_ENDING, a[len(stem) :]) and re.fullmatch(_ENDING, b[len(stem) :]))
        and len(stem) >= min(len(a), len(b)) - 2
    )


def _common(a: str, b: str) -> str:
    n = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[:n]


@lru_cache(REMEMBERED)
def letters(word: str) -> str:
    """Small letters without accents; ё is е."""
    plain = unicodedata.normalize("NFKD", word.lower().replace("й", "\0")).replace("\0", "й")
    return "".join(c for c in plain if c.isalnum() or c == " ").replace("ё", "е")


@lru_cache(REMEMBERED)
def same_body(one: str, two: str) -> bool:
    """Whether two names of one article can be one body's: `the IMF`, `International Monetary Fund`, `Monetary Fund`."""
    a, b = _plain(one), _plain(two)
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if " " not in short:
        capitals = [n for n in (one, two) if _plain(n) == short]
        return capitals[0].isupper() and len(short) > 1 and short in _initials(one if _plain(one) == long else two)
    return long.endswith(f" {short}") or long.startswith(f"{short} ")


def _plain(name: str) -> str:
    """The name without its article and without a short form in brackets."""
    return letters(re.sub(r"^the\s+|\s*\([^)]*\)", "", name.strip(), flags=re.IGNORECASE))


def _initials(name: str) -> set[str]:
    """The short forms a name can have: its capitals, and what stands in brackets behind it."""
    words = re.findall(r"[\w&]+", re.sub(r"\([^)]*\)", "", name))
    capitals = "".join(w[0] for w in words if w[0].isupper())
    every = "".join(w[0] for w in words if w.lower() != "the")
    return {capitals.lower(), every.lower(), *(letters(b) for b in re.findall(r"\(([^)]+)\)", name))}
