"""Lists that many pages are cut from, kept while the record stays the same."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from verbale.store.columns import Columns

MOST = 32
"""So many lists are kept; of a hundred thousand ids each takes two megabytes."""


class Kept:
    """Lists of ids or numbers by what was asked."""

    def __init__(self) -> None:
        self._columns: Columns | None = None
        self._lists: OrderedDict[Hashable, NDArray[Any]] = OrderedDict()
        self._lock = Lock()

    def get(self, columns: Columns, key: Hashable, make: Callable[[], Sequence[str] | Sequence[int]]) -> NDArray[Any]:
        """The list of that key, made if it is not there or the record has changed since."""
        with self._lock:
            if self._columns is not columns:
                self._columns = columns
                self._lists.clear()
            if key in self._lists:
                self._lists.move_to_end(key)
                return self._lists[key]
        made = _packed(make())
        with self._lock:
            if self._columns is columns:
                self._lists[key] = made
                while len(self._lists) > MOST:
                    self._lists.popitem(last=False)
        return made


def _packed(some: Sequence[str] | Sequence[int]) -> NDArray[Any]:
    """Ids as bytes, which are a quarter of strings."""
    return np.array([one.encode() if isinstance(one, str) else one for one in some])


def unpacked(some: NDArray[Any]) -> list[Any]:
    """Ids or numbers as they were."""
    return [one.decode() if isinstance(one, bytes) else one for one in some.tolist()]
