"""Words and dates as small numbers, so that a column of a million of them is an array."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from verbale.store.file import Row
from verbale.store.tally import Tally

Numbers = NDArray[np.int64]
Codes = NDArray[np.signedinteger[Any]]
"""Of as many bytes as the largest one needs."""
Ids = NDArray[np.bytes_]
Mask = NDArray[np.bool_]


class Names(dict[str | None, int]):
    """Values by code, in the order in which they were first met; -1 for none."""

    def __missing__(self, name: str | None) -> int:
        if name is None:
            return -1
        self[name] = len(self)
        return self[name]

    def all(self) -> tuple[str, ...]:
        return tuple(name for name in self if name is not None)


class Days(dict[str | None, int]):
    """Dates as `day` gives them, each looked at once."""

    def __missing__(self, date: str | None) -> int:
        self[date] = day(date)
        return self[date]


def day(date: str | None) -> int:
    """A date as a number that sorts: 2031-05-09 gives 20310509, 2031-05 gives 20310500; 0 for none."""
    digits = (date or "")[:10].replace("-", "")
    return int(digits.ljust(8, "0")) if digits.isdecimal() else 0


def codes(some: Iterable[int]) -> Codes:
    """Small numbers as a column."""
    return np.fromiter(some, np.int32)


def tally(column: Codes, names: Sequence[str]) -> Tally:
    """How often each name stands in a column, the most frequent first."""
    times = np.bincount(column[column >= 0], minlength=len(names)).tolist()
    return tuple(sorted(zip(names, times, strict=True), key=lambda told: (-told[1], told[0])))


def narrow(column: Codes) -> Codes:
    """The column in as few bytes as its numbers need."""
    largest = max(int(column.max(initial=0)), -int(column.min(initial=0)))
    return column.astype(np.int8 if largest <= 127 else np.int16 if largest <= 32_767 else np.int32)


def ids(some: Iterable[str | None]) -> Ids:
    """Ids as a column, a byte a character; that of nothing is empty."""
    return np.array([(one or "").encode() for one in some], dtype=np.bytes_)


def inverse(numbers: Numbers) -> Codes:
    """Of each number, where it stands; -1 where it does not."""
    place = np.full(int(numbers.max()) + 1 if len(numbers) else 1, -1, np.int32)
    place[numbers] = np.arange(len(numbers))
    return place


def places_of(place: Codes, numbers: Numbers) -> Codes:
    """The place of each number; -1 for one that came after the places were made."""
    known = numbers < len(place)
    if known.all():
        return place[numbers]
    found: Codes = np.full(len(numbers), -1, np.int32)
    found[known] = place[numbers[known]]
    return found


def numbers_of(rows: list[Row]) -> Numbers:
    """Numbers that SQLite put together in one string, which is much quicker than as many rows."""
    return numbers(rows[0]["numbers"])


def numbers(told: str | None) -> Numbers:
    """Numbers with commas between them."""
    return np.fromstring(told or "", dtype=np.int64, sep=",")
