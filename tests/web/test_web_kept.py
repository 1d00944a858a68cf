"""What is kept between visits takes no more room than it is given, and not beyond a change of the record."""

from __future__ import annotations

from typing import Any

import numpy as np

from verbale.web.kept import ROOM, USUAL, Kept


def test_what_was_used_longest_ago_makes_room() -> None:
    kept, record, made = Kept(), object(), []

    def thing(name: str) -> Any:
        return kept.get(record, name, lambda: made.append(name) or np.zeros(ROOM // 3, np.int8))  # type: ignore[arg-type,func-returns-value]

    for name in ("one", "two", "three", "one", "four", "one", "two"):
        thing(name)
    assert made == ["one", "two", "three", "four", "two"]


def test_what_tells_no_size_counts_as_usual() -> None:
    kept, record, made = Kept(), object(), []
    for n in [*range(ROOM // USUAL + 1), ROOM // USUAL, 0]:
        kept.get(record, n, lambda n=n: made.append(n))  # type: ignore[arg-type,misc]
    assert made == [*range(ROOM // USUAL + 1), 0]


def test_a_changed_record_forgets_all() -> None:
    kept = Kept()
    assert kept.get(object(), "one", lambda: 1) == 1  # type: ignore[arg-type]
    assert kept.get(object(), "one", lambda: 2) == 2  # type: ignore[arg-type]
