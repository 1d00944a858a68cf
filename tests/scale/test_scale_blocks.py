"""A join over an engine, which is the same as in one process."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from store.derived import rows

from verbale.errors import SourceError
from verbale.scale import blocks
from verbale.store import Record


def test_daft_joins_as_one_process_does(filled: Callable[[], Record]) -> None:
    pytest.importorskip("daft")
    one, two = filled(), filled()
    one.join()
    two.join(over=blocks.spread("daft"))
    assert rows(one) == rows(two)
    assert all(rows(one)[table] for table in ("carrier", "copy", "act", "about"))


def test_what_comes_back_stands_in_order() -> None:
    pytest.importorskip("daft")
    several = blocks.spread("daft")
    assert list(several(abs, range(-20, 0))) == list(range(20, 0, -1))
    assert list(several(abs, [-1])) == [1]
    assert list(several(abs, [])) == []


def test_few_blocks_do_not_leave_this_process() -> None:
    pytest.importorskip("daft")
    assert list(blocks.spread("daft")(lambda n: n + 1, [1, 2])) == [2, 3]  # which no process could be sent


@pytest.mark.parametrize("engine", ["daft", "ray"])
def test_a_missing_engine_is_one_clear_line(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, engine, None)
    with pytest.raises(SourceError, match=r"verbale\[cluster\]"):
        blocks.spread(engine)
