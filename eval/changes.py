"""Which statements a change gains and loses: python eval/changes.py [--against REVISION] [PATH ...]

Reads the articles with the code of another revision (the last commit by default) and with the code as it stands, and
prints the difference line by line: `+` gained, `-` lost, `~` the same words with another speaker. PATHs default to the
articles with gold that are present and to a fixed sample of the shared data.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from gold import DATA, ROOT, sets

READ = """
import json, sys
from verbale.scale import read_files
for reading in read_files(*sys.argv[1:]):
    for s in reading.statements:
        row = (reading.article.path, s.content.spans[0][0], s.content.text, s.speaker.name if s.speaker else None, s.rule)
        print(json.dumps(row, ensure_ascii=False))
"""
SAMPLE = (("polnear/dev", 7), ("bsnlp/brexit", 12), ("bsnlp/us_election_2020", 12))
"""Files of the shared data, of which every so manieth article is read."""

Row = tuple[str, int, str, str | None, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--against", default="HEAD")
    parser.add_argument("paths", nargs="*")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        paths = given.paths or [*(str(g.articles) for g in sets()), *map(str, sample(Path(folder)))]
        subprocess.run(
            ["git", "worktree", "add", "--detach", "-f", f"{folder}/tree", given.against],
            cwd=ROOT,
            check=True,
            capture_output=True,
        )
        try:
            old, new = _read(Path(folder) / "tree" / "src", paths), _read(ROOT / "src", paths)
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", f"{folder}/tree"], cwd=ROOT, check=True)
    for line in difference(old, new):
        print(line)


def sample(folder: Path) -> Iterator[Path]:
    """The sample as JSON lines, in English, Russian and Ukrainian."""
    for name, step in SAMPLE:
        path = DATA / "data" / f"{name}.jsonl.gz"
        if path.is_file():
            rows = [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()]
            kept = [r for r in rows if r.get("language", "en") in {"en", "ru", "uk"}][::step]
            out = folder / f"{name.replace('/', '-')}.jsonl"
            out.write_text(
                "".join(json.dumps({"text": r["text"], "language": r.get("language", "en")}) + "\n" for r in kept), "utf-8"
            )
            yield out


def _read(source: Path, paths: list[str]) -> list[Row]:
    run = subprocess.run(
        [sys.executable, "-c", READ, *paths], env={"PYTHONPATH": str(source)}, check=True, capture_output=True, text=True
    )
    return [tuple(json.loads(line)) for line in run.stdout.splitlines()]


def difference(old: list[Row], new: list[Row]) -> Iterator[str]:
    """Lines for what was gained, lost and given to another speaker, in the order of the articles, and a count."""
    before, after = {r[:3]: r for r in old}, {r[:3]: r for r in new}
    for key in sorted(before.keys() | after.keys()):
        if key not in after:
            yield f"- {key[0]} {before[key][3]}: {key[2][:120]!r} ({before[key][4]})"
        elif key not in before:
            yield f"+ {key[0]} {after[key][3]}: {key[2][:120]!r} ({after[key][4]})"
        elif before[key][3] != after[key][3]:
            yield f"~ {key[0]} {before[key][3]} -> {after[key][3]}: {key[2][:80]!r}"
    yield f"{len(after.keys() - before.keys())} gained, {len(before.keys() - after.keys())} lost of {len(before)}"


if __name__ == "__main__":
    main()
