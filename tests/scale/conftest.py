"""What tests of the runners share."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from store.test_copies import READINGS as COPIES
from store.test_utterances import READINGS

from verbale import read_files, store
from verbale.store import Record, acts, copies, utterances

SAMPLES = Path(__file__).parents[2] / "examples" / "articles"
MEMORY = 100_000_000
Filled = Callable[[], Record]


@pytest.fixture
def filled(monkeypatch: pytest.MonkeyPatch) -> Iterator[Filled]:
    """Records of the same articles, not joined yet. A join of them has many blocks to share out, although they are few."""
    for place, name, size in ((acts, "ARTICLES", 12), (copies, "ARTICLES", 12), (utterances, "BLOCK", 20)):
        monkeypatch.setattr(place, name, size)
    readings, opened = [*READINGS, *COPIES, *read_files(SAMPLES)], []

    def fill() -> Record:
        opened.append(store.open(":memory:"))
        opened[-1].add(readings)
        return opened[-1]

    yield fill
    for record in opened:
        record.close()


@pytest.fixture
def machines(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A cluster of Ray: a machine that reads nothing and two that do, one batch at a time. They are processes of this one."""
    if not os.environ.get("VERBALE_RAY"):
        pytest.skip("set VERBALE_RAY=1 to start a cluster of Ray")
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
