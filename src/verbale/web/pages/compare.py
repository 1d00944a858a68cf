"""Two outlets or two languages side by side: what both carried, and in which words; what only one of them did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from starlette.responses import Response

from verbale.errors import UnfitError
from verbale.model import Entry
from verbale.same.differences import Stretch, differences
from verbale.store import Record
from verbale.store.codes import Codes
from verbale.store.columns import Columns
from verbale.web.found import PAGE, Count, Found, called
from verbale.web.visit import Visit

BY = ("outlet", "language")


@dataclass(frozen=True, slots=True)
class Shared:
    """One saying as both carry it."""

    one: Entry
    two: Entry

    @property
    def differs(self) -> list[Stretch]:
        """The words of both where they are in one language, see `differences`; else nothing."""
        if self.one.language != self.two.language:
            return []
        return differences(self.one.content.text, self.two.content.text)


@dataclass(frozen=True, slots=True)
class Compared:
    """Two sides of all that fits the rest of an address, as places in the columns, the newest first."""

    by: str
    sides: Sequence[str]
    """None, one or two: so many as there are."""
    choices: Sequence[Count]
    both: Codes
    """The first statement of each side for every saying that both carry."""
    only: Sequence[Codes]
    """What each carries that the other does not."""

    @property
    def totals(self) -> tuple[int, ...]:
        return len(self.both), *map(len, self.only)

    @property
    def pages(self) -> int:
        """So many as the longest list has."""
        return -(-max(self.totals) // PAGE)


def compare(visit: Visit) -> Response:
    """Who carried what of all that fits the rest of the address, a page of each list."""
    asked, found = replace(visit.asked(), outlet="", language=""), compared(visit)
    some = slice((asked.page - 1) * PAGE, asked.page * PAGE)
    named = dict(zip(("one", "two"), found.sides, strict=False))
    rejected = {"rejected": asked.rejected} if asked.rejected else {}
    return visit.page(
        "compare.html",
        asked=asked,
        wanted={**asked.told(), **rejected, "by": found.by, **named},
        by=found.by,
        sides=found.sides,
        choices=found.choices,
        both=list(shared(visit.record, visit.columns, found.both[some])),
        totals=found.totals,
        pages=found.pages,
        only=[list(visit.record.pages.statements(visit.columns.number[places[some]].tolist())) for places in found.only],
    )


def compared(visit: Visit) -> Compared:
    """The two sides that are asked for; raises `UnfitError` for what cannot be compared by."""
    asked, by = replace(visit.asked(), outlet="", language=""), visit.query.get("by") or "outlet"
    if by not in BY:
        raise UnfitError(f"“{by[:40]}” is nothing to compare by: write {' or '.join(BY)}")
    found = visit.find(asked)
    given = tuple(visit.query.get(name, "")[:400] for name in ("one", "two"))
    sides = visit.house.kept.get(visit.columns, ("sides", by, replace(asked, page=1), given), lambda: _sides(visit, found, by))
    both, only = _parted(visit.columns, [_of_side(visit.columns, found, by, side) for side in sides])
    return Compared(by, sides, _choices(found, by), both, only)


def shared(record: Record, columns: Columns, pairs: Codes) -> Iterator[Shared]:
    """The statements of these pairs of places; a pair of which one is no longer there is left out."""
    entries = list(record.pages.statements(columns.number[pairs].ravel().tolist()))
    if len(entries) == 2 * len(pairs):
        yield from map(Shared, entries[::2], entries[1::2])
    else:
        yield from (one for n in range(len(pairs)) if len(pairs) > 1 for one in shared(record, columns, pairs[n : n + 1]))


def _choices(found: Found, by: str) -> Sequence[Count]:
    return found.outlets if by == "outlet" else found.languages


def _sides(visit: Visit, found: Found, by: str) -> list[str]:
    """The two that are asked for; else those that have most in common, or carry most."""
    given = [visit.query.get(name, "")[:400] for name in ("one", "two")]
    if not any(given) and (near := _nearest(visit, found, by)):
        return list(near)
    most = [count.value for count in _choices(found, by) if count.value not in given]
    sides = [value or (most.pop(0) if most else "") for value in given]
    return [side for side in sides if side]


def _nearest(visit: Visit, found: Found, by: str) -> tuple[str, str] | None:
    """The two of those that carry most which have most sayings in common; None where no two have any."""
    columns, choices = visit.columns, [count.value for count in _choices(found, by)]
    names, codes = _named(columns, by)
    places = found.places[columns.saying[found.places] >= 0]
    sayings, codes = columns.saying[places], codes[places]
    held = np.zeros(columns.sayings, np.uint16)  # a bit each of the few choices
    for n, side in enumerate(choices):
        held[sayings[np.isin(codes, called(names, side))]] |= np.uint16(1 << n)
    times = np.bincount(held, minlength=1 << len(choices))
    some = np.arange(len(times))
    common = {(n, m): int(times[(some >> n) & (some >> m) & 1 == 1].sum()) for n, m in combinations(range(len(choices)), 2)}
    best = max(common, key=lambda pair: common[pair], default=None)
    return (choices[best[0]], choices[best[1]]) if best and common[best] else None


def _of_side(columns: Columns, found: Found, by: str, side: str) -> Codes:
    """The places of the statements of one side, the newest first."""
    names, codes = _named(columns, by)
    return found.places[np.isin(codes[found.places], called(names, side))][::-1]


def _named(columns: Columns, by: str) -> tuple[tuple[str, ...], Codes]:
    """All outlets or languages, and which one each statement is of."""
    return (columns.outlets, columns.outlet) if by == "outlet" else (columns.languages, columns.language)


def _parted(columns: Columns, parts: Sequence[Codes]) -> tuple[Codes, list[Codes]]:
    """The sayings that both carry, the newest first, and the statements of each that the other does not carry."""
    if len(parts) < 2:
        return np.zeros((0, 2), np.int32), list(parts)
    sayings = [columns.saying[places] for places in parts]
    oldest = [_last_of(columns, some, places) for some, places in zip(sayings, parts, strict=True)]
    newest = _last_of(columns, sayings[0][::-1], parts[0][::-1])
    common = np.flatnonzero((oldest[0] >= 0) & (oldest[1] >= 0))
    common = common[np.argsort(-newest[common], kind="stable")]
    only = [places[other[some] < 0] for places, some, other in zip(parts, sayings, reversed(oldest), strict=True)]
    return np.stack([one[common] for one in oldest], axis=1), only


def _last_of(columns: Columns, sayings: Codes, places: Codes) -> Codes:
    """Of each saying the last of those places that have it, -1 where none does; the last one is that of no saying."""
    found: Codes = np.full(columns.sayings + 1, -1, np.int32)
    found[sayings] = places
    found[-1] = -1
    return found
