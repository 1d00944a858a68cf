"""A join in several processes, which is the same as in one."""

from __future__ import annotations

import os

import pytest

from verbale import store
from verbale.errors import RecordError
from verbale.store import acts, copies, utterances
from verbale.store.spread import spread

from .derived import rows
from .test_copies import READINGS as COPIES
from .test_utterances import READINGS


def test_a_join_in_several_processes_is_that_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    for place, name in ((acts, "ARTICLES"), (copies, "ARTICLES"), (utterances, "BLOCK")):
        monkeypatch.setattr(place, name, 1)  # so that there are blocks to share out
    with store.open(":memory:") as one, store.open(":memory:") as two:
        for record, jobs in ((one, 1), (two, 2)):
            record.add([*READINGS, *COPIES])
            record.join(jobs=jobs)
        assert rows(one) == rows(two)
        assert rows(one)["carrier"]
        assert rows(one)["copy"]


def test_what_comes_back_stands_in_order() -> None:
    with spread(2) as several:
        assert list(several(abs, range(-20, 0))) == list(range(20, 0, -1))
        assert list(several(abs, [-1])) == [1]


def test_a_process_that_is_ended_from_outside_is_told_in_a_line() -> None:
    with pytest.raises(RecordError, match="ended from outside"), spread(2) as several:
        list(several(os._exit, [1] * 9))
