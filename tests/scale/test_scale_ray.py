"""A cluster of three machines, one of which dies in the midst of its work: nothing is lost, and nothing comes twice.

The tests take half a minute each and run where VERBALE_RAY is set, as `make cluster` does.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from store.derived import rows

from verbale.flow import BATCH
from verbale.model import Given, Problem, Source
from verbale.scale import blocks, local
from verbale.scale import cluster as engine
from verbale.scale.wire import line
from verbale.store import Record

TEXT = "Міністр Марек Тонев заявив, що міст {} зачинять."


def noting(folder: Path, work: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    """Work that leaves a note when it begins and when it ends, and takes its time."""

    def works(one: Any, two: Any) -> Any:
        import ray

        name = f"{time.time_ns()}-{ray.get_runtime_context().get_node_id()}-{os.getpid()}"
        (folder / f"{name}.begun").touch()
        time.sleep(1)
        found = work(one, two)
        (folder / f"{name}.ended").touch()
        return found

    return works


def kill_one(machines: Any, notes: Path) -> None:
    """End the machine on which something was begun first, before it is done."""
    while not (begun := list(notes.glob("*.begun"))):
        time.sleep(0.02)
    node = begun[0].name.split("-")[-2]
    victim = next(n for n in machines.worker_nodes if n.node_id == node)
    machines.remove_node(victim, allow_graceful=False)
    (notes / f"killed.{node}").touch()


@contextmanager
def one_dies(machines: Any, notes: Path) -> Iterator[None]:
    """A machine dies over what it was given, and others go on."""
    killer = threading.Thread(target=kill_one, args=(machines, notes))
    killer.start()
    yield
    killer.join()
    (killed,) = (path.suffix[1:] for path in notes.glob("killed.*"))
    begun = {path.stem for path in notes.glob("*.begun") if killed in path.name}
    assert begun - {path.stem for path in notes.glob("*.ended")}
    assert any(killed not in path.name for path in notes.glob("*.ended"))


def test_a_machine_that_dies_costs_no_article(machines: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources: Iterable[Source | Problem] = [
        Source(TEXT.format(n), f"{n:03}.txt", given=Given(language="uk")) for n in range(6 * BATCH + 5)
    ]
    monkeypatch.setattr(engine, "readings", noting(tmp_path, engine.readings))
    with one_dies(machines, tmp_path):
        there = list(engine.run(sources, engine="ray"))
    assert [line(one) for one in there] == [line(one) for one in local.run(sources)]


def test_a_machine_that_dies_costs_no_row_of_a_join(
    machines: Any, filled: Callable[[], Record], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = filled(), filled()
    one.join()
    monkeypatch.setattr(blocks, "done", noting(tmp_path, blocks.done))
    with one_dies(machines, tmp_path):
        two.join(over=blocks.spread("ray"))
    assert rows(one) == rows(two)
    assert all(rows(one)[table] for table in ("carrier", "copy", "act", "about"))
