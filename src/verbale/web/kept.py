"""What takes long to find and many pages show, kept while the record stays the same."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from threading import Lock
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from verbale.store.columns import Columns

ROOM = 48 << 20
"""Bytes that all that is kept may take together."""
USUAL = 1 << 20
"""Bytes of what does not tell its own, such as all that is held on a topic."""
Thing = TypeVar("Thing")


class Kept:
    """Things by what was asked."""

    def __init__(self) -> None:
        self._columns: Columns | None = None
        self._things: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def get(self, columns: Columns, key: Hashable, make: Callable[[], Thing]) -> Thing:
        """The thing of that key, made if it is not there or the record has changed since."""
        with self._lock:
            if self._columns is not columns:
                self._columns = columns
                self._things.clear()
            if key in self._things:
                self._things.move_to_end(key)
                found: Thing = self._things[key]
                return found
        made = make()
        with self._lock:
            if self._columns is columns:
                self._things[key] = made
                while len(self._things) > 1 and sum(map(_size, self._things.values())) > ROOM:
                    self._things.popitem(last=False)
        return made


def _size(thing: object) -> int:
    return thing.nbytes if isinstance(thing, np.ndarray) else USUAL


def packed(some: Sequence[str] | Sequence[int]) -> NDArray[Any]:
    """Ids or numbers as an array; ids as bytes, which are a quarter of strings."""
    return np.array([one.encode() if isinstance(one, str) else one for one in some])


def unpacked(some: NDArray[Any]) -> list[Any]:
    """Ids or numbers as they were."""
    return [one.decode() if isinstance(one, bytes) else one for one in some.tolist()]
