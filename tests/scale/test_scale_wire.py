"""What goes to another machine comes back as it was, on whichever runner it was read."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale import flow
from verbale.errors import Code, SourceError
from verbale.model import Given, Outlet, Outlets, Problem, Reading, Source
from verbale.scale import cluster, local
from verbale.scale.wire import line, record
from verbale.sources import walk

SAMPLES = Path(__file__).parents[2] / "examples" / "articles"


def test_sources_and_readings_come_back_as_they_were() -> None:
    for found in walk(SAMPLES):
        assert isinstance(found, Source)
        assert record(Source, line(found)) == found
        reading = flow.read(found)
        assert record(Reading, line(reading)) == reading
        assert line(record(Reading, line(reading))) == line(reading)


def test_half_characters_and_all_that_may_be_absent_come_back() -> None:
    source = Source("a \ud800 b", None, "", Given(), Given(url="u"), None, (Problem(Code.EMPTY, "sources"),))
    assert record(Source, line(source)) == source
    assert line(source).isascii()


@pytest.mark.parametrize("words", ["", "[]", "{}", '["a"]', "7"])
def test_a_line_that_tells_nothing_is_refused(words: str) -> None:
    with pytest.raises((ValueError, TypeError, LookupError)):
        record(Source, words)


def test_every_runner_gives_the_same_bytes() -> None:
    pytest.importorskip("daft")
    found: list[Source | Problem] = [*walk(SAMPLES), Problem(Code.EMPTY, "sources")]
    own = Outlets((Outlet("Meridian Post", "NO", also=("the Post",)),))
    here = list(local.run(found, outlets=own))
    there = list(cluster.run(found, window=5, outlets=own))
    assert [line(one) for one in there] == [line(one) for one in here]


def test_problems_alone_pass_every_runner() -> None:
    pytest.importorskip("daft")
    problem = Problem(Code.EMPTY, "sources")
    assert list(cluster.run([problem, problem])) == [problem, problem]


def test_a_missing_engine_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "daft", None)
    with pytest.raises(SourceError, match=r"verbale\[cluster\]"):
        next(cluster.run([Source("a")]))
