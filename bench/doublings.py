"""What twice as many articles cost: python bench/doublings.py [SIZE]... [--language en] [--cores 1] [--record]

Reads 1,000, 2,000 and so on to 64,000 articles in English and in Russian, on one processor and on two, each in a process of
its own that may use no others. The articles are real ones of the shared data (the sample articles where it is absent), repeated
with changes: each time around every paragraph gets another number, so no two texts are the same. They are drawn from all, as
many as go into the first size without a rest, so each size holds the same mixture of short and long ones. On one processor
models are loaded before the clock starts; on two, each process loads its own, which takes a few seconds.

Told are articles a second, processor time an article, the peak of memory of all its processes together, and what processor
time an article takes beside the size before: 1.00 is linear. With --record each reading is written to a record as well, which is
not joined (see people.py and same.py). Ends with 1 where an article of the last size takes over a tenth more processor time than
one of the first, or the last size over a tenth more memory.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import cycle, islice
from multiprocessing import active_children
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import articles

from verbale import store
from verbale.model import Given, Problem, Reading, Source
from verbale.scale import run

SIZES = tuple(1000 * 2**n for n in range(7))
REAL = 250
"""So many real articles are repeated at most."""
LOOK = 16
"""Memory and time of all processes are looked at after so many articles."""
WITHIN = 1.10


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, metavar="SIZE")
    parser.add_argument("--language", action="append", choices=["en", "ru", "uk"])
    parser.add_argument("--cores", action="append", type=int)
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(
            json.dumps(measured(given.language[0], given.sizes[0], given.cores[0], first=given.sizes[1], record=given.record))
        )
        return 0
    print(f"{'':14}{'articles':>9}{'seconds':>9}{'a second':>10}{'processor s':>13}{'peak MB':>9}{'an article':>12}")
    over = 0
    for language in given.language or ("en", "ru"):
        for cores in given.cores or (1, 2):
            rows = list(doubled(language, cores, given.sizes or SIZES, record=given.record))
            first, last = rows[0], rows[-1]
            over += each(last) > WITHIN * each(first) or last["peak"] > WITHIN * first["peak"]
    return 1 if over else 0


def doubled(language: str, cores: int, sizes: Iterable[int], *, record: bool) -> Iterator[dict[str, Any]]:
    """What each size took, printed as it is known."""
    before: dict[str, Any] | None = None
    sizes = tuple(sizes)
    for size in sizes:
        flags = ["--one", "--language", language, "--cores", str(cores), *(["--record"] if record else [])]
        done = subprocess.run(
            [sys.executable, __file__, str(size), str(sizes[0]), *flags], check=True, capture_output=True, text=True
        )
        told = json.loads(done.stdout.splitlines()[-1])
        beside = f"{each(told) / each(before):.2f}" if before else "-"
        name = f"{language}, {cores} core{'s' * (cores > 1)}"
        line = f"{name:14}{size:>9,}{told['seconds']:>9.1f}{size / told['seconds']:>10.1f}"
        print(f"{line}{told['worked'] / size:>13.3f}{told['peak']:>9.0f}{beside:>12}", flush=True)
        before = told
        yield told


def each(told: dict[str, Any]) -> float:
    """Seconds of a processor for an article."""
    return float(told["worked"] / told["articles"])


# ---------------------------------------------------------------- one size


def measured(language: str, size: int, cores: int, *, first: int, record: bool) -> dict[str, float]:
    """Seconds of the clock and of processors, and megabytes, that so many articles take, `first` being the smallest size."""
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
    os.environ["VERBALE_THREADS"] = "1"
    texts = mixture(list(articles(language, 10_000)), first)
    with tempfile.TemporaryDirectory() as folder:
        keep = store.open(Path(folder) / "bench.db") if record else None
        if cores == 1:
            list(run(changed(texts, language, 2)))
        begun, before, peak, others = time.perf_counter(), used(), 0.0, 0.0
        for n, reading in enumerate(run(changed(texts, language, size), jobs=cores)):
            assert isinstance(reading, Reading)
            if keep:
                keep.add(reading)
            if n % LOOK == 0:
                peak, others = max(peak, held()), used_by_others()
        seconds, worked = time.perf_counter() - begun, used() + others - before
        if keep:
            keep.close()
    return {"articles": size, "seconds": seconds, "worked": worked, "peak": max(peak, held())}


def mixture(texts: list[str], size: int) -> list[str]:
    """Some of the texts, drawn by chance that is the same every time; so many go into the size without a rest."""
    random.Random(1).shuffle(texts)
    most = min(REAL, len(texts), size)
    return texts[: next(count for count in range(most, 0, -1) if size % count == 0)]


def changed(texts: list[str], language: str, size: int) -> Iterator[Source | Problem]:
    """So many articles, each time around with other numbers behind their paragraphs."""
    for n, text in enumerate(islice(cycle(texts), size)):
        lines = (f"{line} {n}" if line.strip() else line for line in text.split("\n"))
        yield Source("\n".join(lines), f"{n}.txt", given=Given(language=language))


def used() -> float:
    """Seconds of processors of this process."""
    own = resource.getrusage(resource.RUSAGE_SELF)
    return own.ru_utime + own.ru_stime


def used_by_others() -> float:
    """Seconds of processors of the processes it started; the fields after the name of /proc/N/stat tell them in ticks."""
    ticks = os.sysconf("SC_CLK_TCK")
    stats = (_of(child.pid, "stat").rpartition(")")[2].split() for child in active_children())
    return sum((int(fields[11]) + int(fields[12])) / ticks for fields in stats if len(fields) > 12)


def held() -> float:
    """Megabytes of this process and of those it started."""
    processes = (os.getpid(), *(child.pid for child in active_children()))
    lines = (line for pid in processes for line in _of(pid, "status").splitlines())
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def _of(pid: int | None, name: str) -> str:
    try:
        return Path(f"/proc/{pid}/{name}").read_text()
    except OSError:  # it has just ended
        return ""


if __name__ == "__main__":
    sys.exit(main())
