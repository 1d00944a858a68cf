"""What twice as many articles cost: python bench/doublings.py [SIZE]... [--language en] [--cores 1] [--record]

Reads 64,000 articles in English and in Russian, on one processor and on two, each in a process of its own that may use no
others, and tells on the way, after 1,000, 2,000 and so on, what they took. The articles are real ones of the shared data (the
sample articles where it is absent), repeated with changes: each time around every paragraph gets another number, so no two texts
are the same. They are drawn from all, as many as go into the first size without a rest, so what lies between two sizes is always
the same mixture of short and long ones. On one processor models are loaded before the clock starts; on two, each process loads
its own, which takes a few seconds.

Told are, of the articles since the size before, articles a second and processor time an article, the latter also beside that of
the size before (1.00 is linear), and the peak of memory of all processes together so far. With --record each reading is written
to a record as well, which is not joined (see join.py). Ends with 1 where an article takes over a tenth more processor time in
the last stretch than in the first, or the last size over a tenth more memory.
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
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
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
    sizes = tuple(sorted(given.sizes)) or SIZES
    if given.one:
        for row in measured(given.language[0], sizes, given.cores[0], record=given.record):
            print(json.dumps(row), flush=True)
        return 0
    print(f"{'':14}{'articles':>9}{'seconds':>9}{'a second':>10}{'processor s':>13}{'peak MB':>9}{'an article':>12}")
    over = 0
    for language in given.language or ("en", "ru"):
        for cores in given.cores or (1, 2):
            rows = list(doubled(language, cores, sizes, record=given.record))
            first, last = rows[0], rows[-1]
            over += each(last) > WITHIN * each(first) or last["peak"] > WITHIN * first["peak"]
    return 1 if over else 0


def doubled(language: str, cores: int, sizes: Iterable[int], *, record: bool) -> Iterator[dict[str, Any]]:
    """What each size took, printed as it is known; raises CalledProcessError where the reading fails."""
    flags = ["--one", "--language", language, "--cores", str(cores), *(["--record"] if record else [])]
    asked = [sys.executable, __file__, *map(str, sizes), *flags]
    name = f"{language}, {cores} core{'s' * (cores > 1)}"
    before: dict[str, Any] | None = None
    with subprocess.Popen(asked, stdout=subprocess.PIPE, text=True) as reading:
        assert reading.stdout
        for line in reading.stdout:
            told = json.loads(line)
            beside = f"{each(told) / each(before):.2f}" if before else "-"
            speed = f"{told['seconds']:>9.1f}{told['articles'] / told['seconds']:>10.1f}"
            print(f"{name:14}{told['size']:>9,}{speed}{each(told):>13.3f}{told['peak']:>9.0f}{beside:>12}", flush=True)
            before = told
            yield told
    if reading.returncode:
        raise subprocess.CalledProcessError(reading.returncode, asked)


def each(told: dict[str, Any]) -> float:
    """Seconds of a processor for an article."""
    return float(told["worked"] / told["articles"])


# ---------------------------------------------------------------- one size


def measured(language: str, sizes: Sequence[int], cores: int, *, record: bool) -> Iterator[dict[str, float]]:
    """At each size the articles since the one before, the seconds of the clock and of processors that they took, and the peak in
    megabytes so far."""
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
    os.environ["VERBALE_THREADS"] = "1"
    texts = mixture(list(articles(language, 10_000)), sizes[0])
    if cores == 1:
        list(run(changed(texts, language, 2)))
    with recorded(wanted=record) as add:
        peak, others, done = 0.0, 0.0, 0
        begun, before = time.perf_counter(), used()
        for n, reading in enumerate(run(changed(texts, language, sizes[-1]), jobs=cores), 1):
            assert isinstance(reading, Reading)
            add(reading)
            if n % LOOK == 0 or n in sizes:
                peak, others = max(peak, held()), used_by_others() or others
            if n in sizes:
                now, worked = time.perf_counter(), used() + others
                yield {"size": n, "articles": n - done, "seconds": now - begun, "worked": worked - before, "peak": peak}
                begun, before, done = now, worked, n


@contextmanager
def recorded(*, wanted: bool) -> Iterator[Callable[[Reading], object]]:
    """What takes in a reading: a record of its own, or nothing."""
    if not wanted:
        yield id  # which keeps nothing
        return
    with tempfile.TemporaryDirectory() as folder:
        record = store.open(Path(folder) / "bench.db")
        yield record.add
        record.close()


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
