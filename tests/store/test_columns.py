"""Columns in memory find what the tables find, in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.test_events import NAMES, killed, meeting, telling
from verbale import store
from verbale.errors import UnfitError
from verbale.model import Status
from verbale.store import Record
from verbale.store.columns import Columns
from verbale.store.search import folded, named
from verbale.store.spellings import Spellings

DAYS: tuple[dict[str, str], ...] = (
    {},
    {"since": "2031-05"},
    {"since": "2031-05-10", "until": "2031-06"},
    {"until": "2031-05-09"},
    {"since": "2032"},
)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """Events and figures with and without days, places and parties; one who takes part was renamed."""
    undated = telling("2031-08-01", meeting(Status.DENIED), replace(killed(1), place="Áros"))
    with store.open(tmp_path_factory.mktemp("columns") / "talks.db") as record:
        record.add(
            [
                telling("2031-05", meeting(Status.POSSIBLE), killed(40), killed(7, place=None)),
                telling("2031-05-09T14:30", meeting(Status.HELD, "2031-05-09"), killed(52)),
                telling("2031-06-10", meeting(Status.PLANNED, "2031-07", NAMES[:1]), replace(killed(9), measure="wounded")),
                telling("2030", replace(meeting(Status.HELD, names=()), what="decree"), replace(killed(3), source=None)),
                replace(undated, article=replace(undated.article, published=None)),
            ]
        )
        record.join()
        record.people.rename(record.people.anchors(NAMES[0]), "Dame Ana", who="mo")
        record.people.rename(record.people.anchors("Orbit"), "The Orbital", who="mo")
        record.join()
        yield record


@pytest.fixture(scope="module")
def columns(record: Record) -> Columns:
    return record.pages.columns()


@pytest.mark.parametrize("days", DAYS)
def test_the_same_events_are_found(record: Record, columns: Columns, days: dict[str, str]) -> None:
    found = 0
    for actor, what, status in product((None, "reyes", "a r", "dame", "lund", ""), (None, "meeting", "x"), (None, "held")):
        wanted: Any = {"actor": actor, "what": what, "status": status, **days}
        expected = [event.id for event in record.events(**wanted)]
        assert [id_.decode() for id_ in columns.events.fitting(wanted).tolist()] == expected
        found += len(expected)
    assert found or days == {"since": "2032"}


@pytest.mark.parametrize("days", DAYS)
def test_the_same_figures_are_found(record: Record, columns: Columns, days: dict[str, str]) -> None:
    found, questions = 0, [claim.question for claim in record.figures() if claim.question]
    for source, place, measure in product((None, "orb", "the", "x", ""), (None, "norland", "Aros", "."), (None, "killed", "x")):
        for question in (None, *questions[:1], "x"):
            wanted: Any = {"source": source, "place": place, "measure": measure, "question": question, **days}
            expected = [claim.id for claim in record.figures(**wanted)]
            assert [claim.id for claim in record.pages.figures(columns.figures.fitting(wanted).tolist())] == expected
            found += len(expected)
    assert found or days == {"since": "2032"}


def test_what_is_no_question_is_refused_as_the_record_does(columns: Columns) -> None:
    with pytest.raises(UnfitError, match="is no status of an event"):
        columns.events.fitting({"status": "maybe"})
    with pytest.raises(UnfitError, match="is no date"):
        columns.figures.fitting({"since": "soon"})


def test_kinds_and_measures_are_counted(columns: Columns) -> None:
    assert dict(columns.events.tally())["decree"] == 1
    assert columns.figures.tally() == (("killed", 5), ("wounded", 1))


WORDS = st.lists(st.sampled_from(["Ana", "an", "Reyes", "O’Ré", "Ёл", "елка", "x\ny", "-", ""]), max_size=4).map(" ".join)


@given(st.lists(WORDS, max_size=6), WORDS)
def test_names_are_found_by_beginnings_of_their_words(names: list[str], wanted: str) -> None:
    expected = [n for n, name in enumerate(names) if named(name, folded(wanted))]
    assert Spellings((name, n) for n, name in enumerate(names)).matching(wanted).tolist() == expected
