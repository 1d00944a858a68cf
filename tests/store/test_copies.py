"""Copies in a record: who carried a text, and who had it first."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from verbale import store
from verbale.errors import RecordError
from verbale.model import Reading

from .making import READING

WIRE = " ".join(f"word{n}" for n in range(120))
OTHER = " ".join(f"other{n}" for n in range(120))


def carried(id_: str, text: str, outlet: str, published: str | None) -> Reading:
    made = replace(READING.article, id=id_, text=text, blocks=(), dateline=None, outlet=outlet, published=published, url=None)
    return Reading(made)


READINGS = [
    carried("a_late", f"{WIRE} And a line more.", "Ilva TV", "2031-05-10"),
    carried("a_first", WIRE, "Tolpress", "2031-05-09"),
    carried("a_undated", WIRE, "Orbit", None),
    carried("a_alone", OTHER, "Orbit", "2031-05-09"),
]


@pytest.mark.parametrize("seed", range(3))
def test_the_first_of_a_story_is_the_first_published(seed: int) -> None:
    readings = random.Random(seed).sample(READINGS, len(READINGS))
    with store.open(":memory:") as record:
        record.add(readings)
        record.join()
        found = record.copies("a_late")
        assert [(c.id, c.outlet) for c in found] == [("a_first", "Tolpress"), ("a_late", "Ilva TV"), ("a_undated", "Orbit")]
        assert found[0].likeness == 1
        assert 0.6 <= found[1].likeness <= 1
        assert record.copies("a_alone") == ()


def test_joining_again_changes_nothing_and_follows_what_was_added() -> None:
    with store.open(":memory:") as record:
        record.add(READINGS[1:2])
        record.join()
        assert record.copies("a_first") == ()
        record.add(READINGS)
        record.join()
        once = record.copies("a_first")
        record.join()
        assert record.copies("a_first") == once
        assert len(once) == 3


def test_an_unknown_article_is_told() -> None:
    with store.open(":memory:") as record, pytest.raises(RecordError, match="no article"):
        record.copies("a_nowhere")
