"""Names by their words: whoever bears a name that begins as is asked is found without looking at each name by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from verbale.store.codes import Codes, Numbers, codes
from verbale.store.file import Row
from verbale.store.search import folded


class Spellings:
    """Many names, each with the code of its bearer, as one text in small letters without accents: a line a name."""

    __slots__ = ("_bearers", "_starts", "_text")

    def __init__(self, names: Iterable[tuple[str, int]]) -> None:
        lines, bearers = [], []
        for name, bearer in names:
            lines.append(f" {folded(name)}\n")
            bearers.append(bearer)
        self._text = "".join(lines)
        self._starts = np.cumsum(codes(map(len, ["", *lines])), dtype=np.int32)[: len(lines)]
        self._bearers: Codes = codes(bearers)

    def matching(self, wanted: str) -> Numbers:
        """The codes of those who bear a name with all words of `wanted`, or their beginnings, in order."""
        parts = sorted((f" {part}" for part in folded(wanted).split()), key=len, reverse=True)
        if not parts:
            return np.zeros(0, np.int64)
        lines = np.searchsorted(self._starts, np.fromiter(self._found(parts), np.int64), side="right") - 1
        return np.unique(self._bearers[lines]).astype(np.int64)

    def _found(self, parts: Sequence[str]) -> Iterator[int]:
        """A place in each line that has all the parts; sought is the longest of them, which as a rule is the rarest."""
        text, longest, others = self._text, parts[0], parts[1:]
        found = text.find(longest)
        while found >= 0:
            end = text.index("\n", found)
            begin = text.rfind("\n", 0, found) + 1 if others else found
            if all(text.find(part, begin, end) >= 0 for part in others):
                yield found
            found = text.find(longest, end)


class Known:
    """Persons by all their names, those that a join gave or people told, and the spellings of the articles."""

    __slots__ = ("_spellings", "names", "place")

    def __init__(self, persons: Iterable[tuple[str, str]], spellings: Iterable[Row]) -> None:
        told = tuple(persons)
        self.place = {id_: n for n, (id_, _) in enumerate(told)}
        self.names = tuple(name for _, name in told)
        own = ((name, n) for n, name in enumerate(self.names))
        others = (
            (name, place) for id_, name in spellings if (place := self.place.get(id_)) is not None and name != self.names[place]
        )
        self._spellings = Spellings(pair for some in (own, others) for pair in some)

    def matching(self, wanted: str) -> Numbers:
        """The places of those who bear a name with all words of `wanted`, or their beginnings, in order."""
        return self._spellings.matching(wanted)


@dataclass(frozen=True, slots=True)
class Bearers:
    """Those who are meant by a name: persons under all names that are known of them, others under the one that is used."""

    known: Known
    of_person: Codes
    """Of each person, its code; -1 for one that is never meant."""
    others: Spellings
    """Names that are used and not known, by code."""

    def person(self, id_: str) -> list[int]:
        """The code of the person of that id, where it is meant."""
        place = self.known.place.get(id_, -1)
        return [int(self.of_person[place])] if place >= 0 and self.of_person[place] >= 0 else []

    def matching(self, wanted: str) -> Numbers:
        """The codes of those who bear a name with all words of `wanted`, or their beginnings, in order."""
        persons = self.of_person[self.known.matching(wanted)]
        return np.union1d(persons[persons >= 0], self.others.matching(wanted)).astype(np.int64)


class Meeting(dict[tuple[str | None, str | None], int]):
    """Codes of persons and names as they are met; -1 for nobody."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._code: dict[int | str, int] = {}

    def __missing__(self, told: tuple[str | None, str | None]) -> int:
        person, name = told
        one = self._known.place.get(person or "", name)
        if one is None:
            return -1
        self[told] = self._code.setdefault(one, len(self._code))
        return self[told]

    def all(self) -> tuple[int | str, ...]:
        """The place of each person and each other name, by code."""
        return tuple(self._code)

    def bearers(self) -> Bearers:
        of_person: Codes = np.full(len(self._known.names), -1, np.int32)
        for one, code in self._code.items():
            if isinstance(one, int):
                of_person[one] = code
        return Bearers(self._known, of_person, Spellings(self._others()))

    def _others(self) -> Iterator[tuple[str, int]]:
        """Each name that is used beside the one that its person goes by."""
        for (person, name), code in self.items():
            place = self._known.place.get(person or "", -1)
            if name and not (place >= 0 and self._known.names[place] == name):
                yield name, code
