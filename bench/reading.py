"""Speed and memory of reading: python bench/reading.py [--articles N] [--jobs N]

Reads articles of the shared data (PolNeAR dev in English, BSNLP in Russian and Ukrainian; the sample articles, repeated
with changes, where it is absent) in fresh processes and prints articles and words a second, peak memory, the time from a
cold start to the first statement, and the time of a search over a record of 10,000 statements. Throughputs, not tests.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("VERBALE_DATA", ROOT.parent / "shared"))
FILES = {
    "en": ("polnear/dev",),
    "ru": ("bsnlp/brexit", "bsnlp/us_election_2020"),
    "uk": ("bsnlp/brexit", "bsnlp/us_election_2020"),
}

READ = """
import json, resource, sys, time
from verbale.model import Given, Source
from verbale.scale import run
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
sources = [Source(r["text"], given=Given(language=r["language"])) for r in rows]
list(run(sources[:2]))  # models are loaded before the clock starts
begun = time.perf_counter()
readings = list(run(sources, jobs=int(sys.argv[2])))
took = time.perf_counter() - begun
use = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps({"seconds": took, "statements": sum(len(r.statements) for r in readings), "peak": use / 1024}))
"""
COLD = """
import verbale
print(verbale.read("“We will be ready,” Foreign Minister Ana Reyes said in Lima on Thursday.").statements[0].speaker)
"""
SEARCH = """
import dataclasses, itertools, json, tempfile, time
import verbale
from verbale.model import Part, Speaker, Kind
reading = verbale.read("“We will be ready,” Foreign Minister Ana Reyes said in Lima on Thursday.")
record = verbale.open(tempfile.mkdtemp() + "/bench.db")
def copies():
    for n in range(10_000):
        article = dataclasses.replace(reading.article, id=f"a_{n:016x}", url=f"https://example.org/{n}")
        speaker = Speaker(f"Ana Reyes {n % 500}", Kind.PERSON)
        statement = dataclasses.replace(reading.statements[0], id=f"s_{n:016x}", speaker=speaker)
        yield dataclasses.replace(reading, article=article, statements=(statement,), mentions=())
record.add(copies())
begun = time.perf_counter()
rows = len(list(record.statements(about="ready", speaker="Reyes 7", limit=50)))
print(json.dumps({"rows": rows, "milliseconds": 1000 * (time.perf_counter() - begun)}))
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=80)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    print(f"{'':12}{'articles/s':>12}{'words/s':>12}{'statements':>12}{'peak MB':>10}")
    for language in FILES:
        texts = list(articles(language, given.articles))
        for jobs in sorted({1, given.jobs}):
            _reading(language, texts, jobs)
    print(f"cold start to the first statement: {_seconds(COLD):.2f} s")
    print(f"verbale --help: {_seconds(None):.2f} s")
    found = json.loads(_run(SEARCH))
    print(f"search in 10,000 statements: {found['milliseconds']:.1f} ms for {found['rows']} rows")


def articles(language: str, count: int) -> Iterator[str]:
    """Real articles where they are present, else the samples with a number added to make each another text."""
    real = [DATA / "data" / f"{name}.jsonl.gz" for name in FILES[language]]
    if not all(path.is_file() for path in real):
        samples = sorted((ROOT / "examples" / "articles").glob(f"{language}_*.txt"))
        yield from (f"{samples[n % len(samples)].read_text('utf-8')}\n\n{n}" for n in range(count))
        return
    rows = (json.loads(line) for path in real for line in gzip.decompress(path.read_bytes()).splitlines())
    mine = (r["text"] for r in rows if r.get("language", "en") == language)
    yield from (text for _, text in zip(range(count), mine, strict=False))


def _reading(language: str, texts: list[str], jobs: int) -> None:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps({"text": t, "language": language}) + "\n" for t in texts)
        file.flush()
        told = json.loads(_run(READ, file.name, str(jobs)))
    seconds, words = told["seconds"], sum(len(t.split()) for t in texts)
    name = f"{language}, {jobs} job{'s' * (jobs > 1)}"
    print(f"{name:12}{len(texts) / seconds:>12.1f}{words / seconds:>12.0f}{told['statements']:>12}{told['peak']:>10.0f}")


def _run(code: str, *arguments: str) -> str:
    """What a script prints in a process of its own. It stands in a file, so that processes it starts can find it."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "script.py"
        body = "".join(f"    {line}\n" for line in code.strip().splitlines())
        script.write_text(f"if __name__ == '__main__':\n{body}", "utf-8")
        return subprocess.run([sys.executable, str(script), *arguments], check=True, capture_output=True, text=True).stdout


def _seconds(code: str | None) -> float:
    """Wall time of a process: the script, or `verbale --help`; the best of three."""
    took = []
    for _ in range(3):
        begun = time.perf_counter()
        if code is None:
            subprocess.run(
                [sys.executable, "-c", "from verbale.cli import main; main()", "--help"], check=True, capture_output=True
            )
        else:
            _run(code)
        took.append(time.perf_counter() - begun)
    return min(took)


if __name__ == "__main__":
    main()
