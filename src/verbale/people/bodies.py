"""Bodies by their names: over cases, quotation marks and legal forms, and by the short forms that articles tell."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from verbale.people.stems import stem


@lru_cache(maxsize=200_000)
def body_text(name: str) -> str:
    """What makes two spellings one body's name: its words without endings, articles and legal forms."""
    bare = _without_calling(re.sub(r"\([^)]*\)", " ", name))
    words = [stem(w) for w in re.findall(r"[\w.&'’-]+", bare)]
    kept = [w for w in words if w and w not in _left_out()]
    return " ".join(kept or words)


def names_nobody(name: str) -> bool:
    """Whether a name only says what a body is: `газета`, `издания`."""
    return stem(name.strip()) in _media()


def _without_calling(name: str) -> str:
    """The name of a medium without the word before it that says what it is: `газета The Telegraph`, `издание «Узел»`."""
    first, _, rest = name.strip().partition(" ")
    known_apart = re.match(r"[«“„\"A-Za-z]", rest)
    return rest if known_apart and stem(first) in _media() else name


@lru_cache(maxsize=200_000)
def initials(name: str) -> str:
    """The short form that a name of several words has: `обсе`, `imf`."""
    words = [w for w in re.findall(r"[\w&]+", re.sub(r"\([^)]*\)", " ", name)) if len(w) > 2 or w[:1].isupper()]
    letters = [w[0] for w in words if w.lower() not in _left_out()]
    return "".join(letters).lower() if len(letters) > 1 else ""


def is_short(name: str) -> bool:
    """Whether a name is made of capitals alone: `ОБСЕ`."""
    return 2 <= len(name) <= 7 and name.isupper() and name.isalpha()


def bracketed(name: str) -> str:
    """The short form that a name brings along: `ОБСЕ` in `Организация … (ОБСЕ)`."""
    found = re.search(r"\(([^)]+)\)", name)
    return found[1] if found and is_short(found[1]) else ""


def expansions(articles: Iterable[Iterable[str]]) -> dict[str, str]:
    """What short forms stand for, told by the articles that have both: the long name that most of them give."""
    told: dict[str, Counter[str]] = {}
    for names in articles:
        mine = list(names)
        shorts = {n for n in mine if is_short(n)}
        for name in mine:
            for short in {s for s in shorts if s.lower() == initials(name)} | {bracketed(name)} - {""}:
                told.setdefault(short, Counter())[name] += 2 if bracketed(name) else 1
    return {s: best for s, longs in sorted(told.items()) if (best := _clear(longs))}


def _clear(longs: Counter[str]) -> str:
    """The long name told at least twice and in most cases; spellings of one are counted together."""
    texts: Counter[str] = Counter()
    for name, times in longs.items():
        texts[body_text(name)] += times
    text, times = min(texts.items(), key=lambda t: (-t[1], t[0]))
    if times < 2 or 2 * times <= texts.total():
        return ""
    return min((n for n in longs if body_text(n) == text), key=lambda n: (-longs[n], n))


@cache
def _left_out() -> frozenset[str]:
    return frozenset(_words()["left_out"])


@cache
def _media() -> frozenset[str]:
    return frozenset(map(stem, _words()["media"]))


@cache
def _words() -> dict[str, list[str]]:
    data = tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))
    return dict(data["bodies"])
