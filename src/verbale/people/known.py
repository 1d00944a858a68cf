"""Knowledge from outside: persons and bodies that others know, with their names, offices and ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from verbale.model import Kind
from verbale.people.form import form
from verbale.people.gathering import Gathering, Name, month, name_text

UNTOLD = 4
"""Years for which an office counts as held where no end is told."""


class Post(NamedTuple):
    """An office that somebody is known to have held, in the words of a language, from one date to another."""

    role: str
    language: str = "en"
    start: str = ""
    stop: str = ""
    """ISO prefixes; empty where unknown or still held."""

    def months(self) -> range:
        """The months of the office, as counted in `gathering.month`; none where its beginning is unknown."""
        first = month(self.start)
        last = month(self.stop) or first + 12 * UNTOLD
        return range(first, last + 1) if first else range(0)


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody whom an outside source knows."""

    id: str
    """The source and its id: `wikidata:Q1`, `opensanctions:NK-…`."""
    kind: Kind
    names: tuple[str, ...]
    """The main name first."""
    gender: str = ""
    posts: tuple[Post, ...] = ()
    also: tuple[str, ...] = ()
    """Ids of the same one in other sources."""


def relevant(known: Iterable[Known], gathering: Gathering) -> list[Known]:
    """Those of whom the record has a name; the rest of a large file is passed over. By id, each once."""
    wanted = {(name.kind, name.text) for name in gathering.names}
    found = {k.id: k for k in known if any((k.kind, name_text(k.kind, n, "")) in wanted for n in k.names)}
    return [found[id_] for id_ in sorted(found)]


def enter(gathering: Gathering, known: Sequence[Known]) -> dict[str, list[int]]:
    """Enter the names of known ones; of each its numbers. A name that two of them bear tells neither and is left out."""
    texts = {one.id: list(dict.fromkeys(name_text(one.kind, n, "") for n in one.names)) for one in known}
    bearers = Counter((one.kind, text) for one in known for text in texts[one.id])
    out: dict[str, list[int]] = {}
    for one in known:
        names = zip(texts[one.id], _first(one, texts[one.id]), strict=True)
        out[one.id] = [
            _enter(gathering, one, text, name)
            for text, name in names
            if bearers[one.kind, text] == 1 and (one.kind is not Kind.PERSON or form(name).full)
        ]
    return out


def _first(one: Known, texts: Sequence[str]) -> Iterator[str]:
    """Of each text the first name that makes it."""
    return (next(n for n in one.names if name_text(one.kind, n, "") == text) for text in texts)


def _enter(gathering: Gathering, one: Known, text: str, name: str) -> int:
    key = (one.kind, text, "")
    number = gathering.numbers.get(key)
    if number is None:
        number = gathering.numbers[key] = len(gathering.names)
        gathering.names.append(Name(one.kind, text, form(name)))
        gathering.names[number].spellings[name] += 0
    if one.gender:
        gathering.names[number].genders[one.gender] += 3
    return number
