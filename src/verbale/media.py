"""What names a newspaper, a channel or an agency, and which one it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from verbale.lang import load, outlets, titles
from verbale.model import Kind, Mention

_MARKS = "«»\"'“”„"


@dataclass(frozen=True, slots=True)
class Outlet:
    """A medium that is known by several names."""

    name: str
    """The one it is shown under."""
    country: str
    """Two letters, as in ISO 3166."""
    language: str
    """In which it mainly speaks."""
    kind: str
    """`agency`, `newspaper`, `magazine`, `channel`, `radio` or `site`."""


def outlet(name: str) -> Outlet | None:
    """The medium that a name, a spelling or an address means; None for one that is not in `lang/outlets.toml`."""
    plain = _plain(name)
    return _outlets().get(plain) or _outlets().get(plain.removeprefix("the "))


def usual(name: str) -> str:
    """The name under which a medium is shown; as it is where the medium is not known."""
    known = outlet(name)
    return known.name if known else name


def _plain(name: str) -> str:
    """Small letters without marks, and an address without what stands before its site."""
    words = " ".join(name.strip(_MARKS + " ").lower().replace("’", "'").split())
    return words.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/.")


@cache
def _outlets() -> dict[str, Outlet]:
    table: dict[str, Outlet] = {}
    for name, told in outlets().items():
        one = Outlet(name, told["country"], told["language"], told["kind"])
        table |= {_plain(form): one for form in (name, *told.get("also", ()))}
    return table


def is_medium(mention: Mention, text: str, language: str) -> bool:
    """Whether the phrase of a mention names a medium: by its own name, or by a word that says what it is."""
    if mention.kind is Kind.PERSON and mention.name:
        return False
    words = [w.strip(_MARKS) for w in mention.span.of(text).lower().split()]
    # English says what a medium is anywhere in the phrase; in languages with cases that word is its head and comes first.
    telling = words if language == "en" else words[:1]
    names = {mention.name.lower().strip(_MARKS), " ".join(words)}
    return bool(names & _names(language)) or any(w in titles(language, "media") for w in telling)


@cache
def _names(language: str) -> frozenset[str]:
    return frozenset(load(language).titles["media"]["names"])
