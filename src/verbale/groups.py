"""Groups that grow by ties and never hold two that must stay apart."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)


class Groups(Generic[Thing]):
    """Things in groups. Joined things share a group; parted things never do, nor do those joined with them."""

    def __init__(self) -> None:
        self._above: dict[Thing, Thing] = {}
        self._members: dict[Thing, list[Thing]] = {}
        self._apart: dict[Thing, set[Thing]] = {}

    def add(self, thing: Thing) -> None:
        """Make a thing known, as a group of its own if it is new."""
        if thing not in self._above:
            self._above[thing] = thing
            self._members[thing] = [thing]

    def head(self, thing: Thing) -> Thing:
        """The thing that stands for the group."""
        self.add(thing)
        while self._above[thing] != thing:
            self._above[thing] = self._above[self._above[thing]]
            thing = self._above[thing]
        return thing

    def open(self, one: Thing, two: Thing) -> bool:
        """Whether the two are neither joined nor parted."""
        a, b = self.head(one), self.head(two)
        return a != b and b not in self._apart.get(a, ())

    def join(self, one: Thing, two: Thing) -> bool:
        """Make one group of two; false where they must stay apart."""
        a, b = self.head(one), self.head(two)
        if a == b:
            return True
        if b in self._apart.get(a, ()):
            return False
        if len(self._members[a]) < len(self._members[b]):
            a, b = b, a
        self._above[b] = a
        self._members[a] += self._members.pop(b)
        for other in self._apart.pop(b, ()):
            self._apart[other].discard(b)
            self._set_apart(a, other)
        return True

    def part(self, one: Thing, two: Thing) -> bool:
        """Keep two groups apart for good; false where they are one already."""
        a, b = self.head(one), self.head(two)
        if a == b:
            return False
        self._set_apart(a, b)
        return True

    def all(self) -> Iterator[list[Thing]]:
        """The members of every group."""
        yield from self._members.values()

    def members(self, thing: Thing) -> list[Thing]:
        return self._members[self.head(thing)]

    def _set_apart(self, one: Thing, two: Thing) -> None:
        self._apart.setdefault(one, set()).add(two)
        self._apart.setdefault(two, set()).add(one)
