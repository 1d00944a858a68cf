"""What names a newspaper, a channel or an agency, and which one it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from verbale.lang import load, outlets, titles
from verbale.model import SHIPPED, Article, Kind, Mention, Outlet, Outlets

_MARKS = "«»\"'“”„"


def outlet(name: str, own: Outlets = SHIPPED) -> Outlet | None:
    """The medium that a name, a spelling or an address means; None for one that stands neither in `own`, which counts first,
    nor in `lang/outlets.toml`."""
    plain = _plain(name)
    for table in (_told(own).forms, _shipped()):
        if found := table.get(plain) or table.get(plain.removeprefix("the ")):
            return found
    return None


def usual(name: str, own: Outlets = SHIPPED) -> str:
    """The name under which a medium is shown; as it is where the medium is not known."""
    known = outlet(name, own)
    return known.name if known else name


def is_medium(mention: Mention, article: Article) -> bool:
    """Whether the phrase of a mention names a medium: by its own name, or by a word that says what it is."""
    language, told = article.language, _told(article.outlets).names
    words = [w.strip(_MARKS) for w in mention.span.of(article.text).lower().split()]
    called = {mention.name.lower().strip(_MARKS), " ".join(words)}
    if called & told:
        return True
    if mention.kind is Kind.PERSON and mention.name:
        return False
    # English says what a medium is anywhere in the phrase; in languages with cases that word is its head and comes first.
    telling = words if language == "en" else words[:1]
    return bool(called & _names(language)) or any(w in titles(language, "media") for w in telling)


def names(language: str, own: Outlets = SHIPPED) -> frozenset[str]:
    """Names, in small letters, that mean a medium wherever they stand in a text."""
    return _names(language) | _told(own).names if own.all else _names(language)


@cache
def _names(language: str) -> frozenset[str]:
    return frozenset(load(language).titles["media"]["names"])


# ---------------------------------------------------------------- tables


@dataclass(frozen=True, slots=True)
class _Told:
    """What a user tells of outlets, to be looked up."""

    forms: dict[str, Outlet]
    names: frozenset[str]


@lru_cache(maxsize=8)
def _told(own: Outlets) -> _Told:
    called = frozenset(" ".join(n.lower().split()) for one in own.all for n in (one.name, *one.also, *one.domains))
    return _Told({form: one for one in own.all for form in forms(one)}, called)


@cache
def _shipped() -> dict[str, Outlet]:
    told = (Outlet(name, t["country"], t["language"], t["kind"], tuple(t.get("also", ()))) for name, t in outlets().items())
    return {form: one for one in told for form in forms(one)}


def forms(one: Outlet) -> Iterator[str]:
    """All names and addresses of an outlet, as they are looked up."""
    return map(_plain, (one.name, *one.also, *one.domains))


def _plain(name: str) -> str:
    """Small letters without marks, and an address without what stands before its site."""
    words = " ".join(name.strip(_MARKS + " ").lower().replace("’", "'").split())
    return words.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/.")
