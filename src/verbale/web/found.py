"""What a search finds: which statements, and how many by whom, where and when."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, reduce
from threading import Lock

import numpy as np

from verbale.store import Record
from verbale.store.codes import Codes, Mask, day
from verbale.store.columns import KINDS, Columns
from verbale.store.search import first_day, folded, last_day
from verbale.web.asked import Asked

PAGE = 20
"""Rows of a page."""
SHOWN = 12
"""Values of a facet."""
KEPT = 64
"""So many searches are remembered, for the next pages of each,"""
KEPT_PLACES = 4_000_000
"""and so many statements that they found, all together; four bytes each."""

EVERY = slice(None)
FAR = 99_991_231
"""The last day there is."""
Test = Callable[[Codes | slice], Mask]
"""Which statements at some places, or at all, fit one condition."""


@dataclass(frozen=True, slots=True)
class Count:
    """A value with how many statements have it."""

    value: str
    """As it stands in an address."""
    label: str
    times: int


@dataclass(frozen=True, slots=True)
class Found:
    """The statements that fit, and their counts."""

    places: Codes
    """In the columns, in the order of the record."""
    speakers: tuple[Count, ...]
    outlets: tuple[Count, ...]
    languages: tuple[Count, ...]
    kinds: tuple[Count, ...]
    acts: tuple[Count, ...]
    topics: tuple[Count, ...]
    months: tuple[tuple[int, int], ...]
    """Month, as 203105, with its count; only those that have one."""
    unnamed: int
    """Statements whose speaker is not known."""

    def __len__(self) -> int:
        return len(self.places)


class Finder:
    """Searches a record, and remembers what it found while the columns stay the same."""

    def __init__(self) -> None:
        self._columns: Columns | None = None
        self._kept: OrderedDict[Asked, Found] = OrderedDict()
        self._places = 0
        self._lock = Lock()

    def find(self, record: Record, columns: Columns, asked: Asked) -> Found:
        """All that fits what is asked, whatever the page and the order."""
        key = replace(asked, page=1, order="")
        with self._lock:
            if self._columns is columns and key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        found = count(columns, fitting(record, columns, asked))
        with self._lock:
            self._keep(columns, key, found)
        return found

    def _keep(self, columns: Columns, key: Asked, found: Found) -> None:
        if self._columns is not columns:
            self._columns, self._places = columns, 0
            self._kept.clear()
        if key not in self._kept:
            self._kept[key] = found
            self._places += len(found)
        while len(self._kept) > KEPT or (self._places > KEPT_PLACES and len(self._kept) > 1):
            self._places -= len(self._kept.popitem(last=False)[1])


def fitting(record: Record, columns: Columns, asked: Asked) -> Codes:
    """The places of the statements that fit."""
    tests = _tests(columns, asked)
    if asked.about:
        places = columns.places(record.pages.hits(asked.about))
        return reduce(lambda some, test: some[test(some)], tests, places)
    if not tests:
        return np.arange(len(columns), dtype=np.int32)
    # Of all at once is quicker than of all one by one.
    return np.flatnonzero(reduce(np.logical_and, (test(EVERY) for test in tests))).astype(np.int32)


def _tests(columns: Columns, asked: Asked) -> list[Test]:
    """The conditions on places that are really asked for."""
    tests: dict[str, Callable[[str], Test]] = {
        "person": lambda id_: _in(columns.speaker, columns.speaking.person(id_)),
        "unknown": lambda _: lambda places: columns.speaker[places] < 0,
        "who": lambda name: _in(columns.speaker, columns.speaking.matching(name).tolist()),
        "outlet": lambda name: _in(columns.outlet, called(columns.outlets, name)),
        "language": lambda code: _in(columns.language, _of(columns.languages, code.lower())),
        "kind": lambda kind: _in(columns.kind, _of(tuple(map(str, KINDS)), kind)),
        "act": lambda act: _in(columns.act, _of(columns.acts, act)),
        "topic": lambda topic: is_about(columns, topic),
        "since": lambda date: _from(columns, day(first_day(date))),
        "until": lambda date: _to(columns, day(last_day(date))),
    }
    some = [test(value) for name, test in tests.items() if (value := getattr(asked, name))]
    return some if asked.rejected or not columns.hidden.any() else [lambda places: ~columns.hidden[places], *some]


@lru_cache(maxsize=256)
def called(names: tuple[str, ...], wanted: str) -> tuple[int, ...]:
    """The codes of those of a few names that are the one wanted, whatever the case and the accents."""
    return tuple(n for n, name in enumerate(names) if folded(name) == folded(wanted))


def _of(words: Sequence[str], wanted: str) -> list[int]:
    return [n for n, word in enumerate(words) if word == wanted]


def _in(codes: Codes, wanted: Sequence[int]) -> Test:
    """Whether the code at a place is one of those wanted."""
    if len(wanted) == 1:
        return lambda places: codes[places] == wanted[0]
    table = np.zeros(int(codes.max(initial=-1)) + 2, bool)  # the last one is that of -1, which nobody asks for
    table[[code for code in wanted if code < len(table) - 1]] = True
    return lambda places: table[codes[places]]


def is_about(columns: Columns, topic: str) -> Test:
    """Whether the statement at a place is about that topic."""
    if topic not in columns.topics:
        return lambda places: columns.kind[places] < -1
    wanted = columns.topics.index(topic)
    return lambda places: reduce(np.logical_or, (row[places] == wanted for row in columns.topic))


def _from(columns: Columns, first: int) -> Test:
    return lambda places: columns.last[places] >= first


def _to(columns: Columns, last: int) -> Test:
    return lambda places: (columns.first[places] <= last) & (columns.first[places] > 0)


# ---------------------------------------------------------------- counting


def count(columns: Columns, places: Codes) -> Found:
    """The counts of some statements."""
    found, places = places, places.astype(np.intp)  # once, not for each column
    speaker = columns.speaker[places]
    return Found(
        found,
        speakers=_people(columns, speaker),
        outlets=_words(columns.outlet[places], columns.outlets),
        languages=_words(columns.language[places], columns.languages),
        kinds=_words(columns.kind[places], tuple(map(str, KINDS))),
        acts=_words(columns.act[places], columns.acts),
        topics=_topics(columns, places),
        months=_months(columns.last[places]),
        unnamed=int(np.count_nonzero(speaker < 0)),
    )


def _people(columns: Columns, codes: Codes) -> tuple[Count, ...]:
    top = _top(codes, len(columns.speakers))
    people = [(columns.speakers[code], times) for code, times in top]
    return tuple(Count(one.id, one.name, times) for one, times in people)


def _words(codes: Codes, words: Sequence[str]) -> tuple[Count, ...]:
    return tuple(Count(words[code], words[code], times) for code, times in _top(codes, len(words)))


def _topics(columns: Columns, places: Codes) -> tuple[Count, ...]:
    """How many are about each topic; one statement may be about several."""
    return _words(np.take(columns.topic, places, axis=1).ravel(), columns.topics)


def _top(codes: Codes, size: int) -> list[tuple[int, int]]:
    """The commonest codes with their counts, the most frequent first."""
    times = np.bincount(np.add(codes, 1, dtype=np.intp), minlength=size + 1)[1:]
    best = np.argsort(-times, kind="stable")[:SHOWN]
    return [(int(code), int(times[code])) for code in best if times[code]]


def _months(days: Codes) -> tuple[tuple[int, int], ...]:
    days = days.astype(np.int32, copy=False)
    before = int(days.min(initial=FAR, where=days > 0)) // 100 - 1
    times = np.bincount(np.maximum(days // 100 - before, 0))
    there = np.flatnonzero(times[1:]) + 1  # what has no day stands before
    return tuple(zip((there + before).tolist(), times[there].tolist(), strict=True))


# ---------------------------------------------------------------- pages


def page_of(columns: Columns, found: Found, asked: Asked) -> list[int]:
    """The numbers of the statements on the page asked for; those of one article stand in the order of its text."""
    places = in_order(columns, found, newest=asked.order != "oldest", some=slice((asked.page - 1) * PAGE, asked.page * PAGE))
    if asked.order != "oldest":
        places = np.array(sorted(places.tolist(), key=lambda p: (_undated(columns, p), -int(columns.article[p]), p)), np.int32)
    numbers: list[int] = columns.number[places].tolist()
    return numbers


def in_order(columns: Columns, found: Found, *, newest: bool, some: slice = EVERY) -> Codes:
    """The places by date, or some of them; what has no date comes last either way."""
    if not newest:
        return found.places[some]
    dated = int(np.searchsorted(found.places, np.int32(columns.dated)))
    wanted = np.arange(*some.indices(len(found)))
    return found.places[np.where(wanted < dated, dated - 1 - wanted, wanted)]


def _undated(columns: Columns, place: int) -> bool:
    return not columns.shelf.day[columns.article[place]]
