"""How long it takes to group the sketches of many articles: python bench/copies.py [COUNT]

Of COUNT synthetic sketches (a million if not given) a third are near copies of others, in groups of two to forty. Prints
the time, the greatest memory, and the share of pairs of a group that were put together.
"""

from __future__ import annotations

import resource
import sys
import time

import numpy as np
from numpy.typing import NDArray

from verbale.same import stories
from verbale.same.sketches import SIZE


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    table, group = synthetic(count)
    start = time.perf_counter()
    found = stories(table)
    seconds = time.perf_counter() - start
    wrong = sum(len(set(group[list(s.members)])) > 1 for s in found)
    copies = np.bincount(group)[np.bincount(group) > 1]
    together = sum(len(s.members) - 1 for s in found) / (copies - 1).sum()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"{count:,} sketches in {seconds:.1f} s, {memory:.2f} GiB: {len(found):,} stories, {wrong} of them mixed,", end=" ")
    print(f"{together:.3f} of the copies with their story")


def synthetic(count: int) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """Sketches with the number of the group of each; copies have 60 to 100 of 100 places in common with their model."""
    random = np.random.default_rng(0)
    table = random.integers(0, 2**32, (count, SIZE), dtype=np.uint32)
    group = np.arange(count)
    at = 2 * count // 3
    while at < count:
        size = min(int(random.integers(1, 40)), count - at)
        model = int(random.integers(0, 2 * count // 3))
        model = int(group[model])
        kept = random.random((size, SIZE)) < random.uniform(0.6, 1.0, (size, 1))
        table[at : at + size] = np.where(kept, table[model], table[at : at + size])
        group[at : at + size] = model
        at += size
    return table, group


if __name__ == "__main__":
    main()
