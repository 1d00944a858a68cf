"""Time and memory of the whole join of a made-up record, step by step, and what twice as many statements cost.

python bench/join.py                    250,000, 500,000 and 1,000,000 statements, each in a process of its own
python bench/join.py 50000 100000       so many
python bench/join.py --one 100000       this process only
python bench/join.py --jobs 2 …         with so many processes
python bench/join.py --keep FILE 100000 the filled record is made in FILE if it is not there, and a copy of it is joined
python bench/join.py --once …           without the day that comes after

What `bench/same.py` draws is put into articles of eight statements by eight speakers, each with office, bodies and countries
around it, a meeting of two of them and a figure; every third word is an everyday one, so that acts and topics are found.
Besides the first join, of which the time of each step is told, that of a join after one more day. `wall` is time on the
clock; `processor` adds up all processes; steps are told in processor time of the process that holds the record. Memory
is the most that all processes held at one time.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from multiprocessing import active_children
from pathlib import Path

from acts import WORDS
from people import BODIES, COUNTRIES, ROLES, _person
from same import A_DAY, Said, statements

from verbale.model import (
    Actor,
    Article,
    Figure,
    Happening,
    Kind,
    Mention,
    Origin,
    Part,
    Reading,
    Speaker,
    Speech,
    Statement,
    Status,
)
from verbale.model import Said as When
from verbale.store import join
from verbale.store.file import File
from verbale.store.opening import open_file
from verbale.store.write import write
from verbale.text import Span

SIZES = (250_000, 500_000, 1_000_000)
IN_ONE = 8
"""Statements of an article."""
CUES = {"en": "said", "ru": "сказал"}
STEPS = ("settle", "joined", "kept_ids", "_write_persons", "_write_identities", "join_sides", "join_copies", "join_utterances")
STEPS += ("join_events", "join_acts")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--one", type=int)
    parser.add_argument("--fill", type=int, help="make the record to be kept and no more")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--once", action="store_true", help="leave out the day that comes after")
    given = parser.parse_args()
    if given.fill:
        _make(given.keep, given.fill)
    elif given.one:
        print(_one(given.one, given.jobs, given.keep, once=given.once))
    elif given.keep and len(given.sizes) > 1:
        parser.error("a record that is kept is of one size")
    else:
        _all(given.sizes, given.jobs, given.keep, once=given.once)


def _all(sizes: Sequence[int], jobs: int, keep: Path | None, *, once: bool) -> None:
    """Each size in a process of its own, as is the filling of what is kept, so that it does not count as memory."""
    kept = [*(["--keep", str(keep)] if keep else []), *(["--once"] if once else [])]
    before = 0.0
    for size in sizes:
        if keep and not keep.exists():
            subprocess.run([sys.executable, __file__, "--fill", str(size), *kept], check=True)
        asked = [sys.executable, __file__, "--one", str(size), "--jobs", str(jobs), *kept]
        told = subprocess.run(asked, check=True, stdout=subprocess.PIPE, text=True).stdout
        seconds = float(told.split()[0])
        print(f"{size:,} statements: {told.strip()}" + (f"; {seconds / before:.2f} times the one before" if before else ""))
        before = seconds


def _one(size: int, jobs: int, keep: Path | None, *, once: bool) -> str:
    with tempfile.TemporaryDirectory() as folder:
        file = _filled(Path(folder) / "join.db", size, keep)
        spent = _timed()
        told = [_told(_joined(file, jobs), spent)]
        if not once:
            _fill(file, statements(random.Random(2), A_DAY), first=size)
            spent.clear()
            told.append(f"one more day {_told(_joined(file, jobs), spent)}")
        file.close()
    return "; ".join(told)


def _told(took: Spent, steps: Mapping[str, float]) -> str:
    each = ", ".join(f"{name.removeprefix('join_').strip('_')} {seconds:.1f}" for name, seconds in steps.items())
    return f"{took.wall:.2f} s wall, {took.processor:.0f} s processor ({each}), {took.memory:.2f} GiB"


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of a join."""

    wall: float
    processor: float
    memory: float
    """GiB that all processes held at most at one time."""


def _joined(file: File, jobs: int) -> Spent:
    wall, processor = time.perf_counter(), _processor()
    with held() as peak:
        join.join(file, jobs=jobs)
    for process in active_children():  # which end by themselves, and are counted then
        process.join()
    return Spent(time.perf_counter() - wall, _processor() - processor, peak[0])


@contextmanager
def held() -> Iterator[list[float]]:
    """GiB that this process and those it started hold, at most so far; looked at four times a second."""
    most, done = [0.0], threading.Event()

    def look() -> None:
        while not done.wait(0.25):
            most[0] = max(most[0], sum(map(_resident, (os.getpid(), *(child.pid for child in active_children())))))

    watch = threading.Thread(target=look)
    watch.start()
    try:
        yield most
    finally:
        done.set()
        watch.join()


def _resident(process: int | None) -> float:
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:  # it has just ended
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 2**20


def _processor() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in used)


def _timed() -> dict[str, float]:
    """Processor seconds of this process for each step, filled in as the steps run."""
    spent: dict[str, float] = {}

    def timed(name: str) -> None:
        step = getattr(join, name)

        def does(*given: object, **options: object) -> object:
            start = time.process_time()
            try:
                return step(*given, **options)
            finally:
                spent[name] = spent.get(name, 0.0) + time.process_time() - start

        setattr(join, name, does)

    for name in STEPS:
        timed(name)
    return spent


# ---------------------------------------------------------------- a made-up record


def _filled(path: Path, size: int, keep: Path | None) -> File:
    """A record of so many statements at `path`, copied from the one that is kept, if there is one."""
    if keep is None:
        file = _empty(path)
        _fill(file, statements(random.Random(1), size), first=0)
        return file
    shutil.copyfile(keep, path)
    file = open_file(path, readonly=False)
    (count,) = file.connection.execute("SELECT count(*) FROM statement").fetchone()
    if count != size:
        raise SystemExit(f"{keep} holds {count:,} statements, not {size:,}")
    return file


def _make(keep: Path, size: int) -> None:
    """Fill a record that is kept; it gets its name once it is whole."""
    half = keep.with_name(keep.name + ".part")
    half.unlink(missing_ok=True)
    file = _empty(half)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -1000000"):  # what is broken off is thrown away
        file.connection.execute(f"PRAGMA {pragma}")
    _fill(file, statements(random.Random(1), size), first=0)
    file.close()
    half.rename(keep)


def _empty(path: Path) -> File:
    file = open_file(path, readonly=False)
    for trigger in ("statement_fts_add", "article_fts_add"):  # searching is not what is measured
        file.connection.execute(f"DROP TRIGGER {trigger}")
    return file


def _fill(file: File, made: Iterator[Said], *, first: int) -> None:
    with file.transaction():
        for n, reading in enumerate(_readings(made, random.Random(first))):
            write(file, reading, added="", reader="", origin=Origin())
            if n % 1_000 == 0:
                print(f"{first + n * IN_ONE:,}", end="\r", file=sys.stderr)


def _readings(made: Iterator[Said], chance: random.Random) -> Iterator[Reading]:
    """Articles of a day, in which the statements of one saying stand apart."""
    while some := list(islice(made, A_DAY)):
        chance.shuffle(some)
        for language in ("en", "ru"):
            mine = [said for said in some if said.language == language]
            for start in range(0, len(mine), IN_ONE):
                yield _reading(f"a_{chance.getrandbits(60):015x}", language, mine[start : start + IN_ONE])


def _reading(id_: str, language: str, said: list[Said]) -> Reading:
    text = ""
    found: list[Statement] = []
    mentions: list[Mention] = []
    for n, one in enumerate(said):
        name = _name(one.speaker, language)
        role = ROLES[language][one.speaker % 6]
        start = len(text)
        text += f"{name}, {role}, {CUES[language]}: "
        content = _spoken(one.content, language, one.saying)
        part = Span(len(text), len(text) + len(content))
        text += f"{content}.\n"
        place = Span(start, start + len(name))
        speaker = Speaker(name, Kind.PERSON, role, 0.9, "named", place)
        mentions.append(Mention(place, Kind.PERSON, name, role))
        cue = Part.of(text, Span(part.start - 2 - len(CUES[language]), part.start - 2))
        id_s = f"s_{id_[2:]}{n}"
        whole = Part.of(text, part)
        found.append(Statement(id_s, Speech.INDIRECT, whole, cue, Part.of(text, place), speaker, score=0.9))
    for kind, name in ((Kind.COUNTRY, COUNTRIES[language][said[0].saying % 4]), (Kind.ORGANISATION, _body(said[0], language))):
        mentions.append(Mention(Span(len(text), len(text) + len(name)), kind, name))
        text += f"{name}\n"
    years, day = divmod(said[0].day, 28 * 12)
    published = f"{2031 + years}-{day // 28 + 1:02}-{day % 28 + 1:02}"
    article = Article(id_, text, language, outlet=f"outlet {said[0].saying % 200}", published=published)
    return Reading(article, tuple(found), tuple(mentions), (), _met(text, mentions, published), _counted(text, said[0]))


def _spoken(content: str, language: str, saying: int) -> str:
    """The made-up words of a saying, every third one an everyday word."""
    common = WORDS[language].split()
    words = content.split()
    return " ".join(w if n % 3 else f"{common[(saying + n) % len(common)]} {w}" for n, w in enumerate(words))


@lru_cache(maxsize=100_000)
def _name(speaker: int, language: str) -> str:
    made, which = _person(speaker), int(language != "en")
    return f"{made.given[which]} {made.family[which]}"


def _body(said: Said, language: str) -> str:
    return BODIES[language].format(_name(said.saying % 500, language).split()[1])


def _met(text: str, mentions: list[Mention], day: str) -> tuple[Happening, ...]:
    one, two = mentions[0], mentions[-3]
    actors = tuple(Actor(m.span, m.name, m.kind) for m in (one, two))
    return (Happening("meeting", Status.HELD, Part.of(text, one.span), one.span, actors, When(day, day, None, "stated")),)


def _counted(text: str, said: Said) -> tuple[Figure, ...]:
    return (Figure("killed", float(said.saying % 50), Part.of(text, Span(0, 4)), "people"),)


if __name__ == "__main__":
    main()
