"""Two outlets or two languages side by side: what both carried, and in which words; what only one of them did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from starlette.responses import Response

from verbale.errors import UnfitError
from verbale.model import Entry
from verbale.same.differences import Stretch, differences
from verbale.store.columns import Codes, Columns, Numbers
from verbale.store.search import folded
from verbale.web.found import Count, Found
from verbale.web.visit import Visit

BY = ("outlet", "language")
SHOWN = 20
"""So many sayings of each list are shown; the search tells the rest."""


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


def compare(visit: Visit) -> Response:
    """Who carried what of all that fits the rest of the address."""
    asked, by = replace(visit.asked(), outlet="", language=""), visit.query.get("by") or "outlet"
    if by not in BY:
        raise UnfitError(f"“{by[:40]}” is nothing to compare by: write {' or '.join(BY)}")
    found = visit.find(asked)
    sides = _sides(visit, found, by)
    parts = [_of_side(visit.columns, found, by, side) for side in sides]
    both, only = _parted(visit.columns, parts)
    return visit.page(
        "compare.html",
        asked=asked,
        by=by,
        sides=sides,
        choices=_choices(found, by),
        both=_shared(visit, parts, both[:SHOWN]) if len(parts) == 2 else [],
        totals=(len(both), *(len(some) for some in only)),
        only=[list(visit.record.pages.statements(visit.columns.number[some[:SHOWN]].tolist())) for some in only],
    )


def _choices(found: Found, by: str) -> Sequence[Count]:
    return found.outlets if by == "outlet" else found.languages


def _sides(visit: Visit, found: Found, by: str) -> list[str]:
    """The two that are asked for, else those that carry most."""
    given = [visit.query.get(name, "")[:400] for name in ("one", "two")]
    most = [count.value for count in _choices(found, by) if count.value not in given]
    sides = [value or (most.pop(0) if most else "") for value in given]
    return [side for side in sides if side]


def _of_side(columns: Columns, found: Found, by: str, side: str) -> Numbers:
    """The places of the statements of one side, the newest first."""
    names, codes = (columns.outlets, columns.shelf.outlet) if by == "outlet" else (columns.languages, columns.shelf.language)
    wanted = [n for n, name in enumerate(names) if folded(name) == folded(side)]
    return found.places[np.isin(codes[columns.article[found.places]], wanted)][::-1]


def _parted(columns: Columns, parts: Sequence[Numbers]) -> tuple[Codes, list[Numbers]]:
    """The sayings that both carry, the newest first, and the statements of each that the other does not carry."""
    codes = [columns.saying[places] for places in parts]
    if len(parts) < 2:
        return np.zeros(0, np.int32), list(parts)
    shared = np.intersect1d(codes[0][codes[0] >= 0], codes[1])
    order = {int(code): n for n, code in reversed(list(enumerate(codes[0][np.isin(codes[0], shared)])))}
    both = np.array(sorted(order, key=lambda code: order[code]), np.int32)
    return both, [places[~np.isin(some, shared)] for places, some in zip(parts, codes, strict=True)]


def _shared(visit: Visit, parts: Sequence[Numbers], both: Codes) -> list[Shared]:
    """The first statement of each side for these sayings."""
    columns = visit.columns
    pairs = [[int(places[columns.saying[places] == code][-1]) for places in parts] for code in both]
    entries = [list(visit.record.pages.statements(columns.number[pair].tolist())) for pair in pairs]
    return [Shared(*pair) for pair in entries if len(pair) == 2]
