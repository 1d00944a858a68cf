"""Verbale beside what users would take instead, on the same articles in one run:

python bench/peers.py [--articles N] [--python PATH] [--node FOLDER] [--language en]

textacy        direct quotations, English, on a spaCy pipeline of the shape and size of en_core_web_sm with weights by chance: the
               time is that of the real one, and what is found means nothing. `python -m venv V; V/bin/pip install textacy`, then
               --python V/bin/python
natasha        names of persons, places and organisations, Russian: sentences, words and its plain NER, as its README has them
quote-parser   direct quotations, English and Russian, by regular expressions. `npm install quote-parser` in FOLDER

Each runs in a process of its own on one processor; its models are loaded and two articles read before the clock starts. Told are
articles a second of the clock and of the processor, the peak of memory, and how much was found. They do not do the same: none of
the others tells indirect speech, who is meant by a pronoun, when and where; the figures tell the price of that.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import articles

BESIDE = Path(__file__).resolve().parent / "beside"


@dataclass(frozen=True, slots=True)
class Peer:
    """A program that reads the same articles: what it finds, in which languages, its script and what runs that."""

    name: str
    finds: str
    languages: tuple[str, ...]
    script: str
    program: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--language", action="append", choices=["en", "ru"])
    parser.add_argument("--python", default=sys.executable, help="a Python with textacy")
    parser.add_argument("--node", type=Path, default=None, help="folder with node_modules/quote-parser")
    given = parser.parse_args()
    print(f"{'':20}{'articles/s':>12}{'of processor':>14}{'peak MB':>10}{'found':>9}")
    for language in given.language or ("en", "ru"):
        texts = list(articles(language, given.articles))
        for peer in peers(given.python):
            if language in peer.languages:
                print(f"{language} {peer.name:17}{told(peer, language, texts, given.node)}", flush=True)


def peers(python: str) -> tuple[Peer, ...]:
    """Verbale first."""
    return (
        Peer("Verbale", "statements", ("en", "ru"), "statements.py", sys.executable),
        Peer("textacy on spaCy", "quotations, by chance", ("en",), "textacy_on_spacy.py", python),
        Peer("natasha, NER", "names", ("ru",), "names.py", sys.executable),
        Peer("quote-parser", "quotations", ("en", "ru"), "quotes.js", "node"),
    )


def told(peer: Peer, language: str, texts: list[str], node: Path | None) -> str:
    """What a peer took, or why it was not measured."""
    if peer.program == "node" and (node is None or not shutil.which("node")):
        return "   not measured: needs node, and --node FOLDER with the npm package quote-parser"
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as rows:
        rows.writelines(json.dumps(text) + "\n" for text in texts)
        rows.flush()
        paths = {**os.environ, "NODE_PATH": str(((node or Path()) / "node_modules").resolve())}
        command = [peer.program, str(BESIDE / peer.script), rows.name, language]
        done = subprocess.run(command, env=paths, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it failed"])[-1]
        return f"   not measured: {last[:90]}"
    found = json.loads(done.stdout.splitlines()[-1])
    count = len(texts)
    line = f"{count / found['took']:>12.1f}{count / found['worked']:>14.1f}{found['peak']:>10.0f}{found['found']:>9,}"
    return f"{line}  {peer.finds}"


if __name__ == "__main__":
    main()
