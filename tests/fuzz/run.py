"""Fuzz one target with atheris, led by the code that is reached: python tests/fuzz/run.py TARGET [SECONDS] [FOLDER]

TARGET is one of `targets.TARGETS`. What it finds is written to the working folder as `crash-…`, and the exit code is then
another than 0. FOLDER keeps what reached new code, for the next time; without it that is forgotten, and chance begins the same
each time, so that two runs over one state of the code tell the same.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
with atheris.instrument_imports(include=["verbale"]):
    from fuzz.targets import TARGETS, seeds


def main(name: str, seconds: str = "60", folder: str = "") -> None:
    with tempfile.TemporaryDirectory() as place:
        corpus = Path(folder or place)
        corpus.mkdir(parents=True, exist_ok=True)
        for n, data in enumerate(seeds(name)):
            (corpus / f"seed-{n}").write_bytes(data)
            TARGETS[name](data)  # models are loaded before the clock of a single run starts
        bounds = [f"-max_total_time={seconds}", "-timeout=20", "-rss_limit_mb=3000", "-max_len=8000", "-print_final_stats=1"]
        if not folder:
            bounds.append("-seed=1")
        atheris.Setup([sys.argv[0], str(corpus), *bounds], TARGETS[name])
        atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
