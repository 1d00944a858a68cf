"""Texts that make careless readers slow, of 5 MB each: python bench/worst.py [--size N] [--language CODE]... [NAME]...

Each is read in a process that has its models loaded, and prints seconds of processor time, of the clock and the peak of
memory; a text that takes more than a minute is given up. Ends with 1 where one took more than 5 seconds of the processor or
1 GB. On a machine that does other work the clock tells little.
"""

from __future__ import annotations

import argparse
import json
import os
import select
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from hostile import PATTERNS, hostile  # noqa: E402

from verbale.flow import read  # noqa: E402

SECONDS, MEGABYTES, PATIENCE = 5.0, 1000, 60.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=5_000_000)
    parser.add_argument("--language", action="append")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("names", nargs="*", choices=[*PATTERNS, []], metavar="NAME")
    given = parser.parse_args()
    if given.serve:
        serve()
        return 0
    reader, over = started(), 0
    for name in given.names or PATTERNS:
        for language in given.language or ("en", "ru", "uk"):
            told = asked(reader, {"name": name, "language": language, "size": given.size})
            reader = reader if told else started()
            over += not told or told["worked"] > SECONDS or told["peak"] > MEGABYTES
            words = (
                "{worked:6.2f} s, clock {took:6.2f} s, {peak:4} MB, {statements} statements".format(**told)
                if told
                else "given up"
            )
            print(f"{name:26}{language}  {words}", flush=True)
    reader.kill()
    print(f"{over} over {SECONDS:.0f} s or {MEGABYTES} MB")
    return 1 if over else 0


def started() -> subprocess.Popen[str]:
    """A process that reads what it is asked to, with its models loaded."""
    command = [sys.executable, __file__, "--serve"]
    reader = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, "VERBALE_THREADS": "1"}
    )
    assert reader.stdout
    reader.stdout.readline()
    return reader


def asked(reader: subprocess.Popen[str], question: dict[str, object]) -> dict[str, float]:
    """What reading took; nothing where it took too long, and the process is then ended."""
    assert reader.stdin
    assert reader.stdout
    reader.stdin.write(json.dumps(question) + "\n")
    reader.stdin.flush()
    line = reader.stdout.readline() if select.select([reader.stdout], [], [], PATIENCE)[0] else ""
    if not line:
        reader.kill()
    return json.loads(line) if line else {}


def serve() -> None:
    for language in ("en", "ru", "uk"):
        read("Words.", language=language)
    print("ready", flush=True)
    for line in sys.stdin:
        question = json.loads(line)
        text = hostile(question["name"], question["size"])
        Path("/proc/self/clear_refs").write_text("5")  # the peak counts from here
        worked, took = time.process_time(), time.perf_counter()
        found = read(text, language=question["language"])
        worked, took = time.process_time() - worked, time.perf_counter() - took
        status = Path("/proc/self/status").read_text()
        peak = next(int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmHWM"))
        print(json.dumps({"worked": worked, "took": took, "peak": peak, "statements": len(found.statements)}), flush=True)


if __name__ == "__main__":
    sys.exit(main())
