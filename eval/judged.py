"""Precision by reading: python eval/judged.py LANGUAGE [--draw N] [--seed N]

With `--draw`, prints N statements drawn at random from the shared articles of a language, each with its surroundings,
for somebody to judge against the text. What was judged is kept in `judged/LANGUAGE.json`, later draws in
`judged/LANGUAGE-SEED.json`: ids and verdicts, no texts. Without `--draw`, prints the share of each that was judged
true, and how many of those statements the code still finds: ids are made of the article and the words, so they are
stable where the reading of a statement has not changed.

A statement is true when its words were said or written by the speaker it names (or by nobody the text names, where it
names none), and its content holds what was said, no half of a sentence and no words of the reporter.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from gold import DATA

from verbale.model import Reading, Statement
from verbale.scale import read_files

JUDGED = Path(__file__).resolve().parent / "judged"
AROUND = 200
"""So many characters before and behind a statement are printed with it."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language")
    parser.add_argument("--draw", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        readings = list(read_files(_articles(given.language, Path(folder)), jobs=given.jobs))
    if given.draw:
        for reading, statement in drawn(readings, given.draw, given.seed):
            print(shown(reading, statement), end="\n\n")
    else:
        found = {s.id for r in readings for s in r.statements}
        for path in sorted(JUDGED.glob(f"{given.language}*.json")):
            print(told(path, found))


def told(path: Path, found: set[str]) -> str:
    """What was judged of one draw, and how much of it the code still finds."""
    judged = json.loads(path.read_text("utf-8"))["statements"]
    true = sum(j["true"] for j in judged)
    kept = sum(j["id"] in found for j in judged if j["true"])
    mended = sum(j["id"] not in found for j in judged if not j["true"])
    share = f"{path.stem}: {true} of {len(judged)} judged true ({true / len(judged):.1%})"
    return f"{share}; of these {kept} still found, of the {len(judged) - true} false ones {mended} no longer."


def _articles(language: str, folder: Path) -> Path:
    """The shared articles of a language, in one file."""
    out = folder / f"{language}.jsonl"
    with out.open("w", encoding="utf-8") as lines:
        for path in sorted((DATA / "data" / "bsnlp").glob("*.jsonl.gz")):
            with gzip.open(path, "rt", encoding="utf-8") as articles:
                lines.writelines(line for line in articles if json.loads(line)["language"] == language)
    return out


def drawn(readings: list[Reading], number: int, seed: int) -> Iterator[tuple[Reading, Statement]]:
    """Statements in random order, the same for the same readings and seed."""
    rows = {s.id: (r, s) for r in readings for s in r.statements}
    for id_ in random.Random(seed).sample(sorted(rows), min(number, len(rows))):
        yield rows[id_]


def shown(reading: Reading, statement: Statement) -> str:
    """A statement with its surroundings, its content in double brackets."""
    text = reading.article.text
    start, stop = statement.content.spans[0].start, statement.content.spans[-1].stop
    before, inside, behind = text[max(0, start - AROUND) : start], text[start:stop], text[stop : stop + AROUND]
    who = f"{statement.speaker.name} ({statement.speaker.kind})" if statement.speaker else "nobody named"
    told = f"{statement.id} {statement.kind} {statement.rule} by {who}"
    return f"{told}\n{before}[[{inside}]]{behind}".replace("\n", " | ").replace(" | ", "\n", 1)


if __name__ == "__main__":
    main()
