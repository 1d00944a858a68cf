"""Speed and memory of reading: python bench/reading.py [--articles N] [--jobs N] [--peer FOLDER]

Reads articles of the shared data (PolNeAR dev in English, BSNLP in Russian and Ukrainian; the sample articles, repeated
with changes, where it is absent) in fresh processes and prints articles and words a second, peak memory, the time from a
cold start to the first statement, and the time of a search over a record of 10,000 statements. Throughputs, not tests.
On a machine that does other work the last column tells more: articles a second of processor time.

Where node and the npm package quote-parser are present (`npm install quote-parser` in FOLDER, which lies outside of this
repository), its articles a second are printed for orientation: it reads Russian and English with regular expressions, finds
quotations only, and knows neither Ukrainian nor who is meant.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
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
def used():
    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in both)
begun, before = time.perf_counter(), used()
readings = list(run(sources, jobs=int(sys.argv[2])))
took, worked = time.perf_counter() - begun, used() - before
use = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps({"seconds": took, "worked": worked, "statements": sum(len(r.statements) for r in readings), "peak": use / 1024}))
"""
COLD = """
import verbale
print(verbale.read("“We will be ready,” Foreign Minister Ana Reyes said in Lima on Thursday.").statements[0].speaker)
"""
PEER = """
const { parse } = require("quote-parser");
const rows = require("fs").readFileSync(process.argv[2], "utf8").trim().split("\\n").map(JSON.parse);
rows.slice(0, 2).forEach((row) => parse(row.text, row.language));
const begun = process.hrtime.bigint();
const found = rows.map((row) => parse(row.text, row.language).length).reduce((a, b) => a + b, 0);
console.log(JSON.stringify({ seconds: Number(process.hrtime.bigint() - begun) / 1e9, statements: found }));
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
    parser.add_argument("--words", type=int, default=0, help="only articles of about so many words")
    parser.add_argument("--peer", type=Path, default=None, help="folder with node_modules/quote-parser")
    given = parser.parse_args()
    print(f"{'':12}{'articles/s':>12}{'words/s':>12}{'statements':>12}{'peak MB':>10}{'articles/s of processor':>26}")
    for language in FILES:
        texts = list(articles(language, given.articles, given.words))
        for jobs in sorted({1, given.jobs}):
            _reading(language, texts, jobs)
        _peer(language, texts, given.peer)
    print(f"cold start to the first statement: {_seconds(COLD):.2f} s")
    print(f"verbale --help: {_seconds(None):.2f} s")
    found = json.loads(_run(SEARCH))
    print(f"search in 10,000 statements: {found['milliseconds']:.1f} ms for {found['rows']} rows")


def articles(language: str, count: int, words: int = 0) -> Iterator[str]:
    """Real articles where they are present, else the samples with a number added to make each another text."""
    real = [DATA / "data" / f"{name}.jsonl.gz" for name in FILES[language]]
    if not all(path.is_file() for path in real):
        samples = sorted((ROOT / "examples" / "articles").glob(f"{language}_*.txt"))
        yield from (f"{samples[n % len(samples)].read_text('utf-8')}\n\n{n}" for n in range(count))
        return
    rows = (json.loads(line) for path in real for line in gzip.decompress(path.read_bytes()).splitlines())
    mine = (r["text"] for r in rows if r.get("language", "en") == language and _is_about(r["text"], words))
    yield from (text for _, text in zip(range(count), mine, strict=False))


def _is_about(text: str, words: int) -> bool:
    return not words or 2 * words / 3 <= len(text.split()) <= 4 * words / 3


def _peer(language: str, texts: list[str], folder: Path | None) -> None:
    """Speed of quote-parser over the same articles; a line that says why where it cannot be measured."""
    if folder is None or not shutil.which("node") or not (folder / "node_modules" / "quote-parser").is_dir():
        print(f"{language}: quote-parser is not measured (needs node and --peer FOLDER with the npm package quote-parser)")
        return
    with tempfile.TemporaryDirectory() as place:
        rows, script = Path(place) / "rows.jsonl", Path(place) / "peer.js"
        rows.write_text("".join(json.dumps({"text": t, "language": language}) + "\n" for t in texts), "utf-8")
        script.write_text(PEER, "utf-8")
        paths = {**os.environ, "NODE_PATH": str((folder / "node_modules").resolve())}
        run = subprocess.run(["node", str(script), str(rows)], env=paths, capture_output=True, text=True, check=False)
    if run.returncode:
        reason = next((line for line in run.stderr.splitlines() if "Error" in line), "it failed")
        print(f"{language}: quote-parser is not measured ({reason.strip()[:80]})")
        return
    told = json.loads(run.stdout)
    print(f"{language + ', peer':12}{len(texts) / told['seconds']:>12.1f}{'':>12}{told['statements']:>12}   quote-parser")


def _reading(language: str, texts: list[str], jobs: int) -> None:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps({"text": t, "language": language}) + "\n" for t in texts)
        file.flush()
        told = json.loads(_run(READ, file.name, str(jobs)))
    seconds, words = told["seconds"], sum(len(t.split()) for t in texts)
    name = f"{language}, {jobs} job{'s' * (jobs > 1)}"
    own = f"{len(texts) / max(told['worked'], 0.01):.1f}" if jobs == 1 else "-"  # what other processes use is not known
    print(
        f"{name:12}{len(texts) / seconds:>12.1f}{words / seconds:>12.0f}{told['statements']:>12}{told['peak']:>10.0f}{own:>26}"
    )


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
