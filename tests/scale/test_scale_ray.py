"""A cluster of three machines, one of which dies in the midst of reading: nothing is lost, and nothing comes twice.

The machines are processes of this one. The test takes half a minute and runs where VERBALE_RAY is set, as `make cluster` does.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from verbale.flow import BATCH
from verbale.model import Given, Problem, Source
from verbale.scale import cluster as engine
from verbale.scale import local
from verbale.scale.wire import line

TEXT = "Міністр Марек Тонев заявив, що міст {} зачинять."
MEMORY = 100_000_000

pytestmark = pytest.mark.skipif(not os.environ.get("VERBALE_RAY"), reason="set VERBALE_RAY=1 to start a cluster of Ray")


@pytest.fixture
def machines(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A machine that reads nothing and two that do, one batch at a time."""
    ray = pytest.importorskip("ray")
    from ray.cluster_utils import Cluster

    for name, value in {"RAY_USAGE_STATS_ENABLED": "0", "RAY_DEDUP_LOGS": "0", "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0"}.items():
        monkeypatch.setenv(name, value)
    found = Cluster(initialize_head=True, head_node_args={"num_cpus": 0, "object_store_memory": MEMORY})
    try:
        for name in ("one", "two"):
            found.add_node(num_cpus=1, object_store_memory=MEMORY, resources={name: 1})
        monkeypatch.setenv("RAY_ADDRESS", found.address)
        yield found
    finally:
        ray.shutdown()
        found.shutdown()


def noting(folder: Path) -> Callable[[list[str], str], list[str]]:
    """Reading that leaves a note when it begins and when it ends, and takes its time."""

    def reads(lines: list[str], outlets: str) -> list[str]:
        import ray

        from verbale.scale.cluster import readings

        name = f"{hash(lines[0])}-{ray.get_runtime_context().get_node_id()}-{os.getpid()}"
        (folder / f"{name}.begun").touch()
        time.sleep(1)
        found = readings(lines, outlets)
        (folder / f"{name}.ended").touch()
        return found

    return reads


def kill_one(machines: Any, notes: Path) -> None:
    """End the machine on which a batch was begun first, before it is read."""
    while not (begun := list(notes.glob("*.begun"))):
        time.sleep(0.02)
    node = begun[0].name.split("-")[-2]
    victim = next(n for n in machines.worker_nodes if n.node_id == node)
    machines.remove_node(victim, allow_graceful=False)
    (notes / f"killed.{node}").touch()


def test_a_machine_that_dies_costs_no_article(machines: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources: Iterable[Source | Problem] = [
        Source(TEXT.format(n), f"{n:03}.txt", given=Given(language="uk")) for n in range(6 * BATCH + 5)
    ]
    monkeypatch.setattr(engine, "readings", noting(tmp_path))
    killer = threading.Thread(target=kill_one, args=(machines, tmp_path))
    killer.start()
    there = list(engine.run(sources, engine="ray"))
    killer.join()
    assert [line(one) for one in there] == [line(one) for one in local.run(sources)]
    (killed,) = (path.suffix[1:] for path in tmp_path.glob("killed.*"))
    begun = {path.stem for path in tmp_path.glob("*.begun") if killed in path.name}
    ended = {path.stem for path in tmp_path.glob("*.ended") if killed in path.name}
    assert begun - ended  # it died over one batch at least
    others = {path.stem for path in tmp_path.glob("*.ended") if killed not in path.name}
    assert len(others) >= 7 - len(ended)
