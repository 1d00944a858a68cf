"""How quick the reader is with a large record:  web.py [ARTICLES] [READERS] [SECONDS] [--keep FILE]

A record of invented words is made, ten statements an article, or taken as it lies in FILE. It is served by a process of its
own, and so many readers ask for pages at once: without pause, and as people do, with a second of thought between two pages.
Told are the median and the 95th percentile of each kind of page as the client sees them, and the memory of the server.

An article names eight, six of ten statements are about a topic and four of ten take a stance, a fifth of them is carried by
others too; three events and one figure come with two articles. Few persons, topics and words make up most, as in newspapers.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from urllib.parse import quote

import httpx2 as httpx

from verbale import store
from verbale.topics import shipped

EACH = 10
"""Statements of an article."""
LETTERS = """ba be bi bo du da di do fa fe ga go ha he ka ki ko la le li lo ma me mi mo na ne ni no pa pe ra re ri ro sa se ta te
ti to va ve""".split()
CODES = ("US", "RU", "UA", "FR", "DE", "GB", "CN", "TR", "PL", "IT", "ES", "EU", "NATO", "UN")
"""Countries and unions for which persons speak."""
TOPICS = [topic.id for topic in shipped()]
ACTS = ("report", "agree", "reject", "request", "accuse", "promise", "deny", "support", "threaten", "consult", "concede", "ask")
KINDS = ("meeting", "call", "talks", "proposal", "decree", "attack", "sanctions", "vote", "agreement", "deployment")
MEASURES = ("killed", "wounded", "money", "troops", "share", "votes")
TARGET = 200
"""Milliseconds in which nineteen of twenty pages are to be there."""


# ---------------------------------------------------------------- a record


def words(rng: random.Random, count: int) -> list[str]:
    """Words as a language has them: few are common, most are rare."""
    return [vocabulary()[min(int(rng.paretovariate(0.9)) - 1, len(vocabulary()) - 1)] for _ in range(count)]


def vocabulary(made: list[str] = []) -> list[str]:  # noqa: B006 - made once
    if not made:
        rng = random.Random(1)
        made.extend(dict.fromkeys("".join(rng.choices(LETTERS, k=rng.randint(2, 4))) for _ in range(40_000)))
    return made


def build(path: Path, articles: int) -> None:
    """A record as reading and joining would leave it, written straight into its tables."""
    store.open(path).close()
    plain = sqlite3.connect(path, isolation_level=None)
    plain.execute("PRAGMA synchronous = OFF")
    plain.execute("BEGIN")
    rng = random.Random(2)
    people = [f"{rng.choice(vocabulary()).title()} {rng.choice(vocabulary()).title()}" for _ in range(max(50, articles // 20))]
    people = list(dict.fromkeys(people))
    ids = [f"p_{n:016x}" for n in range(len(people))]
    outlets = [f"{rng.choice(vocabulary()).title()} Post" for _ in range(80)]
    insert(plain, "person", ({"id": i, "name": p, "kind": "person", "gender": "", "first": "2021-01", "last": "2031-12",
           "articles": 10, "mentions": 10} for i, p in zip(ids, people, strict=True)))  # fmt: skip
    insert(plain, "person_name", ({"person": i, "name": p, "times": 10} for i, p in zip(ids, people, strict=True)))
    for start in range(0, articles, 5000):
        rows = [article(rng, n, people, outlets) for n in range(start, min(start + 5000, articles))]
        insert(plain, "article", (a for a, _, _, _ in rows))
        insert(plain, "block", (b for _, b, _, _ in rows))
        insert(plain, "statement", (s for _, _, some, _ in rows for s in some))
        insert(plain, "part", (p for _, _, _, some in rows for p in some))
        speakers = {p: i for i, p in zip(ids, people, strict=True)}
        insert(
            plain,
            "attribution",
            ({"statement": s["number"], "person": speakers[s["speaker"]]} for _, _, some, _ in rows for s in some),
        )
    for start in range(0, articles, 5000):
        derived(plain, rng, range(start, min(start + 5000, articles)), dict(zip(people, ids, strict=True)))
    insert(plain, "side", ({"person": i, "code": rng.choice(CODES), "why": "an office"} for i in ids if rng.random() < 0.6))
    insert(plain, "tenure", ({"person": i, "n": n, "role": f"minister {n}", "office": "", "first": "2021-01", "last": "2031-12",
           "times": 3} for i in ids for n in range(rng.randint(0, 3))))  # fmt: skip
    pairs = ((rng.choice(people), rng.choice(people)) for _ in range(min(2000, articles)))
    insert(plain, "doubt", ({"n": n, "one_kind": "person", "one_name": a, "one_article": "", "two_kind": "person", "two_name": b,
           "two_article": "", "score": 0.5, "times": 3, "why": "[]"} for n, (a, b) in enumerate(pairs)))  # fmt: skip
    insert(plain, "problem", ({"article": n + 1, "code": "stray-mark", "stage": "split", "words": "“", "start": 0, "stop": 1}
           for n in range(articles) if rng.random() < 0.3))  # fmt: skip
    insert(plain, "made", iter([{"what": "topics", "version": "bench"}]))
    plain.execute("COMMIT")
    plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    plain.close()


def insert(plain: Any, table: str, rows: Iterator[dict[str, Any]]) -> None:
    rows = iter(rows)
    first = next(rows, None)
    if first is None:
        return
    names = ", ".join(first)
    marks = ", ".join(f":{name}" for name in first)
    plain.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", first)
    plain.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)


def few(rng: random.Random, some: Sequence[Any], alpha: float = 0.8) -> Any:
    """One of some, the first ones mostly."""
    return some[min(int(rng.paretovariate(alpha)) - 1, len(some) - 1)]


def day_of(n: int) -> str:
    """When an article is published."""
    return f"20{21 + n % 11}-{1 + n % 12:02}-{1 + n % 28:02}"


def derived(plain: Any, rng: random.Random, numbers: range, ids: dict[str, str]) -> None:
    """What a join makes of these articles: who is named, acts, topics, sayings, events and figures."""
    people = list(ids)
    tables: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for n in numbers:
        for k, name in enumerate(dict.fromkeys(few(rng, people) for _ in range(8))):
            tables["mention"].append({"article": n + 1, "n": k, "start": 1, "stop": 2, "kind": "person", "name": name, "role": "",
                                      "gender": "", "number": "", "pronoun": 0})  # fmt: skip
            tables["identity"].append({"article": n + 1, "n": k, "person": ids[name]})
        for number in range(n * EACH + 1, n * EACH + EACH + 1):
            of_statement(tables, rng, number, day_of(n))
        for k in range(rng.choice((0, 1, 1, 2, 3))):
            of_event(tables, rng, n, k, ids)
        if rng.random() < 0.6:
            of_figure(tables, rng, n, ids)
    for name in ("mention", "identity", "act", "about", "utterance", "carrier", "happening", "event", "event_party",
                 "event_telling", "figure", "claim"):  # fmt: skip
        insert(plain, name, ({k: v for k, v in row.items() if k != "told"} for row in tables[name]))


def of_statement(tables: dict[str, list[dict[str, Any]]], rng: random.Random, number: int, day: str) -> None:
    stance = rng.choices(("unclear", "open", "closed", "conditional"), (60, 20, 12, 8))[0]
    tables["act"].append({"statement": number, "code": few(rng, ACTS), "stance": stance, "why": "[]"})
    for k, topic in enumerate(dict.fromkeys(few(rng, TOPICS) for _ in range(rng.choice((0, 0, 1, 1, 2))))):
        tables["about"].append({"statement": number, "n": k, "topic": topic, "why": "its words"})
    kept = tables["utterance"]
    shared = bool(kept) and rng.random() < 0.2
    if not shared:
        kept.append(
            {"id": f"u_{number:016x}", "person": None, "carriers": 1, "independent": 1, "languages": "en", "first": day}
        )
    saying = rng.choice(kept[-400:]) if shared else kept[-1]
    saying["carriers"] += shared
    saying["independent"] += shared
    tables["carrier"].append({"statement": number, "utterance": saying["id"], "n": saying["carriers"] - 1,
                              "likeness": 0.8 if shared else 1.0, "how": "words" if shared else "first", "copy": 0})  # fmt: skip


def of_event(tables: dict[str, list[dict[str, Any]]], rng: random.Random, n: int, k: int, ids: dict[str, str]) -> None:
    """One telling; three of ten are of an event that an article before has told."""
    number, day, kept = n * 4 + k + 1, day_of(n), tables["event"]
    what, status = few(rng, KINDS), rng.choice(("held", "held", "planned", "possible", "ruled out"))
    tables["happening"].append({"number": number, "article": n + 1, "n": k, "what": what, "status": status, "start": 1, "stop": 9,
                                "words": "a meeting", "trigger_start": 1, "trigger_stop": 2, "when_from": day, "when_to": day,
                                "when_basis": "stated", "why": "[]"})  # fmt: skip
    new = not kept or rng.random() > 0.3
    if new:
        kept.append({"id": f"e_{number:016x}", "what": what, "status": status, "when_from": day, "when_to": day, "first_day": day,
                     "last_day": day, "told": 0})  # fmt: skip
        for m, name in enumerate(dict.fromkeys((few(rng, list(ids)), few(rng, list(ids))))):
            party = {"event": kept[-1]["id"], "n": m, "person": ids[name], "name": name, "kind": "person"}
            tables["event_party"].append(party)
    event = kept[-1] if new else rng.choice(kept[-50:])
    tables["event_telling"].append({"event": event["id"], "n": event["told"], "happening": number})
    event["told"] += 1


def of_figure(tables: dict[str, list[dict[str, Any]]], rng: random.Random, n: int, ids: dict[str, str]) -> None:
    day, name = day_of(n), few(rng, list(ids))
    when = {"when_from": day, "when_to": day, "when_basis": "stated", "place": few(rng, vocabulary()).title(), "why": "[]"}
    source = {"source_start": 1, "source_stop": 2, "source_name": name, "source_kind": "person"}
    words_ = {"start": 1, "stop": 9, "words": "40 people", "value": rng.randint(1, 500), "unit": "people"}
    head = {"number": n + 1, "id": f"f_{n + 1:016x}", "article": n + 1, "n": 0, "measure": few(rng, MEASURES)}
    tables["figure"].append({**head, **words_, **source, **when})
    tables["claim"].append({"figure": n + 1, "person": ids[name], "question": f"q_{rng.randint(0, n // 2)}"})


def article(rng: random.Random, n: int, people: list[str], outlets: list[str]) -> tuple[Any, Any, list[Any], list[Any]]:
    """The rows of one article: its own, its line's, its statements', their parts'."""
    day = day_of(n)
    text, statements, parts = "", [], []
    for k in range(EACH):
        number = n * EACH + k + 1
        name = people[min(int(rng.paretovariate(0.8)) - 1, len(people) - 1)]
        said = " ".join(words(rng, 18))
        start = len(text) + 1
        text += f"“{said},” {name} said. "
        stop = start + len(said)
        statements.append({
            "number": number, "id": f"s_{number:016x}", "article": n + 1, "n": k, "start": start, "stop": stop,
            "kind": ("direct", "indirect", "mixed")[k % 3], "content": said, "speaker": name, "speaker_kind": "person",
            "speaker_role": "minister", "speaker_score": 0.9, "speaker_decider": "named", "said_from": day, "said_to": day,
            "said_basis": "article", "headline": 0, "implicit": 0, "unquoted": 0, "rule": "quote-source-cue", "score": 0.9,
            "why": "[]", "first_day": day, "last_day": day,
        })  # fmt: skip
        for part, a, b in (
            ("content", start, stop),
            ("source", stop + 3, stop + 3 + len(name)),
            ("cue", stop + 4 + len(name), stop + 8 + len(name)),
        ):
            parts.append({"statement": number, "name": part, "n": 0, "stretch": 0, "start": a, "stop": b, "words": text[a:b]})
    head = {"number": n + 1, "id": f"a_{n + 1:016x}", "sha256": "", "path": f"{n}.txt", "outlet": outlets[n % len(outlets)],
            "title": " ".join(words(rng, 6)), "language": ("en", "ru", "uk")[n % 3], "published": day, "published_basis": "given",
            "agencies": "[]", "text": text, "added": "2031-01-01T00:00:00Z", "reader": "bench"}  # fmt: skip
    block = {"article": n + 1, "n": 0, "role": "body", "start": 0, "stop": len(text)}
    return head, block, statements, parts


# ---------------------------------------------------------------- readers


def pages(articles: int) -> dict[str, Callable[[random.Random], str]]:
    """Addresses of each kind of page."""
    common = vocabulary()[:300]
    statement: Callable[[random.Random], int] = lambda rng: rng.randint(1, articles * EACH)  # noqa: E731
    return {
        "home": lambda _: "/",
        "search, common word": lambda rng: f"/search?about={rng.choice(common)}",
        "search, two words": lambda rng: f"/search?about={rng.choice(common)}+{rng.choice(common)}",
        "search, rare word": lambda rng: f"/search?about={rng.choice(vocabulary())}",
        "search, beginning": lambda rng: f"/search?about={rng.choice(vocabulary())[:4]}*",
        "search, speaker": lambda rng: f"/search?who={quote(rng.choice(vocabulary())[:3])}",
        "search, filters": lambda rng: (
            f"/search?language=ru&kind=direct&since=20{rng.randint(21, 31)}-05&page={rng.randint(1, 40)}"
        ),
        "search, everything": lambda rng: f"/search?page={rng.randint(1, articles // 2)}",
        "articles": lambda rng: f"/articles?about={rng.choice(common)}",
        "article": lambda rng: f"/articles/a_{rng.randint(1, articles):016x}",
        "statement": lambda rng: f"/statements/s_{statement(rng):016x}",
        "person": lambda rng: f"/persons/p_{min(int(rng.paretovariate(0.8)) - 1, 40):016x}",
        "persons": lambda rng: f"/persons?who={quote(rng.choice(vocabulary())[:3])}",
        "topics": lambda _: "/topics",
        "topic": lambda rng: f"/topics/{few(rng, TOPICS)}",
        "search, topic": lambda rng: f"/search?topic={few(rng, TOPICS)}&act={few(rng, ACTS)}",
        "timeline": lambda rng: f"/timeline?page={rng.randint(1, 50)}",
        "timeline, filters": lambda rng: (
            f"/timeline?what={few(rng, KINDS)}&since=20{rng.randint(21, 31)}-{rng.randint(1, 12):02}"
        ),
        "timeline, actor": lambda rng: f"/timeline?actor={quote(few(rng, vocabulary()))}",
        "figures": lambda rng: f"/figures?measure={few(rng, MEASURES)}&page={rng.randint(1, 20)}",
        "figures, source": lambda rng: f"/figures?source={quote(few(rng, vocabulary()))}",
        "compare": lambda rng: f"/compare?about={rng.choice(common)}",
        "compare, languages": lambda rng: f"/compare?by=language&about={rng.choice(common)}",
        "brief": lambda rng: f"/brief?about={few(rng, TOPICS)}&since=20{rng.randint(21, 31)}-05",
        "brief, all": lambda rng: f"/brief?about={few(rng, TOPICS)}",
        "problems": lambda rng: f"/problems?page={rng.randint(1, 20)}",
        "api": lambda rng: f"/api/statements?about={rng.choice(common)}",
    }


async def reader(
    client: httpx.AsyncClient, seed: int, until: float, pause: float, times: dict[str, list[float]], articles: int
) -> None:
    rng = random.Random(seed)
    kinds = pages(articles)
    await asyncio.sleep(rng.random() * pause)
    while time.monotonic() < until:
        kind = rng.choice(list(kinds))
        begun = time.perf_counter()
        answer = await client.get(kinds[kind](rng))
        times[kind].append((time.perf_counter() - begun) * 1000)
        assert answer.status_code == 200, (kind, answer.status_code, answer.url)
        await asyncio.sleep(rng.uniform(0.5, 1.5) * pause)


async def visited(base: str, articles: int, readers: int, seconds: float, pause: float) -> dict[str, list[float]]:
    times: dict[str, list[float]] = defaultdict(list)
    limits = httpx.Limits(max_connections=readers)
    async with httpx.AsyncClient(base_url=base, timeout=120, limits=limits) as client:
        until = time.monotonic() + seconds
        await asyncio.gather(*(reader(client, n, until, pause, times, articles) for n in range(readers)))
    return times


def told(times: dict[str, list[float]], title: str) -> None:
    every = [t for some in times.values() for t in some]
    print(f"\n{title}: {len(every)} pages")
    print(f"{'page':<22}{'pages':>7}{'median ms':>11}{'p95 ms':>9}")
    for kind, some in [*times.items(), ("all", every)]:
        p95 = quantiles(some, n=20)[-1] if len(some) > 1 else some[0]
        print(f"{kind:<22}{len(some):>7}{median(some):>11.0f}{p95:>9.0f}{'' if p95 <= TARGET else '  slower than wanted'}")


def cpu(pid: int) -> float:
    """Seconds of processor time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> tuple[int, int]:
    """Megabytes now and at most."""
    status = Path(f"/proc/{pid}/status").read_text()
    return tuple(int(re.search(rf"{name}:\s+(\d+)", status)[1]) // 1024 for name in ("VmRSS", "VmHWM"))  # type: ignore[index,return-value]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("articles", nargs="?", type=int, default=5_000)
    options.add_argument("readers", nargs="?", type=int, default=20)
    options.add_argument("seconds", nargs="?", type=float, default=20)
    options.add_argument("--keep", type=Path, help="the record; made there if it is not")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.keep or Path(folder) / "web.db"
        if not path.exists():
            begun = time.monotonic()
            build(path, given.articles)
            print(
                f"record of {given.articles:,} articles made in {time.monotonic() - begun:.0f} s, {path.stat().st_size >> 20} MB"
            )
        serve(path, given)


def serve(path: Path, given: argparse.Namespace) -> None:
    begun = time.monotonic()
    command = [sys.executable, "-c", "from verbale.cli import main; main()", "serve", str(path), "--port", "0"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        line = server.stdout.readline() if server.stdout else ""
        base = re.search(r"http://\S+", line)
        assert base, line
        print(f"open after {time.monotonic() - begun:.1f} s; memory {memory(server.pid)[0]} MB")
        address = base[0].rstrip("/")
        print(f"load of this machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
        for readers, pause, title in (
            (1, 0, "one reader without pause"),
            (given.readers, 1, f"{given.readers} readers, a second of thought"),
            (given.readers, 0, f"{given.readers} readers without pause"),
        ):
            used = cpu(server.pid)
            times = asyncio.run(visited(address, given.articles, readers, given.seconds, pause))
            told(times, title)
            print(
                f"processor time of the server: {1000 * (cpu(server.pid) - used) / sum(map(len, times.values())):.0f} ms a page"
            )
        now, most = memory(server.pid)
        print(f"\nmemory of the server: {now} MB, at most {most} MB")
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
