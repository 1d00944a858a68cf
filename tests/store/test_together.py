"""What hangs together: sets that pairs connect, those with something new in them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from verbale.groups import Groups
from verbale.store.together import sets

NUMBERS = st.integers(0, 30)


@given(st.sets(NUMBERS, min_size=1), st.lists(st.tuples(NUMBERS, NUMBERS)))
def test_sets_are_those_that_ties_lead_to(dirty: set[int], pairs: list[tuple[int, int]]) -> None:
    known: Groups[int] = Groups()
    for number in dirty:
        known.add(number)
    for pair in pairs:
        known.join(*pair)
    ones, twos = np.array(pairs, np.int64).reshape(-1, 2).T
    found = sets(np.array(sorted(dirty)), ones, twos)
    made = [found.members[a:b].tolist() for a, b in zip(found.begins[:-1], found.begins[1:], strict=True)]
    assert made == sorted(sorted(some) for some in known.all() if dirty.intersection(some))
    assert all(found.of[number] == place for place, some in enumerate(made) for number in some)
    assert [found.begins[stop] for _, stop in found.blocks(5)][-1] == len(found.members)
