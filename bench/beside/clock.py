"""What the programs beside Verbale share: the articles, one processor, and the clock."""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:1])
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VERBALE_THREADS"):
    os.environ[_name] = "1"
LANGUAGE = sys.argv[2]


def clocked(read: Callable[[list[str]], int]) -> None:
    """Print what reading the articles takes, and how much it finds; two are read before the clock starts."""
    texts = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines()]
    read(texts[:2])
    begun, before = time.perf_counter(), time.process_time()
    found = read(texts)
    took, worked = time.perf_counter() - begun, time.process_time() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"took": took, "worked": worked, "found": found, "peak": peak}))
