"""Draw statements or whole articles by chance from the shared news, to be labelled by reading: python eval/drawing.py
statements|articles LANGUAGE NUMBER SEED [--out FILE]

`statements` prints one statement of each article drawn, with the words around it, and writes its file, id and offsets as
JSON, act and stance left empty; what Verbale takes them for is not shown. `articles` prints whole articles of at most
LONGEST characters with their file names. Articles of which a statement is labelled already are left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from acts import LABELS
from gold import DATA

from verbale import read
from verbale.model import Part, Reading, Statement

AROUND = 250
LONGEST = 4500
FOLDERS = {"en": "polnear/train.jsonl.gz"}
OTHERS = "bsnlp/*.jsonl.gz"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("statements", "articles"))
    parser.add_argument("language")
    parser.add_argument("number", type=int)
    parser.add_argument("seed", type=int)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--among", nargs="*", default=[], help="only files whose names begin so")
    given = parser.parse_args()
    rows = [row for row in _articles(given.language) if not given.among or row[0].split("/")[2].startswith(tuple(given.among))]
    random.Random(given.seed).shuffle(rows)
    if given.what == "articles":
        for file, row in [one for one in rows if len(one[1]["text"]) <= LONGEST][: given.number]:
            print(f"======== {file} ({row.get('published') or row.get('date')})\n{row['text']}\n")
        return
    drawn = _drawn(rows, given.language, given.number, random.Random(given.seed))
    if given.out:
        given.out.write_text("[\n" + ",\n".join(json.dumps(one, ensure_ascii=False) for one in drawn) + "\n]\n", "utf-8")


def _articles(language: str) -> Iterator[tuple[str, dict[str, Any]]]:
    labelled = {row["file"] for row in json.loads(LABELS.read_text("utf-8"))}
    for path in sorted((DATA / "data").glob(FOLDERS.get(language, OTHERS))):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                file = f"data/{path.parent.name}/{path.name}#{row['id']}"
                if row.get("language", "en") == language and file not in labelled:
                    yield file, row


def _drawn(rows: list[tuple[str, dict[str, Any]]], language: str, number: int, chance: random.Random) -> list[dict[str, Any]]:
    out: list[dict[str, Any]] = []
    for file, row in rows:
        reading = read(row["text"], language=language, published=row.get("published") or row.get("date"))
        if reading.statements:
            statement = chance.choice(reading.statements)
            out.append(_label(file, language, statement))
            _print(len(out), reading, statement)
        if len(out) == number:
            break
    return out


def _print(n: int, reading: Reading, statement: Statement) -> None:
    text, span = reading.article.text, statement.content.spans[0]
    stop = statement.content.spans[-1].stop
    around = f"{text[max(0, span.start - AROUND) : span.start]}⟦{text[span.start : stop]}⟧{text[stop : stop + AROUND]}"
    cue, source = (part.text if part else "-" for part in (statement.cue, statement.source))
    print(f"{n}. {statement.kind} | cue {cue} | source {source}")
    print("   " + " ".join(around.split()) + "\n")


def _label(file: str, language: str, statement: Statement) -> dict[str, Any]:
    speaker = statement.speaker
    return {
        "file": file,
        "language": language,
        "id": statement.id,
        "kind": str(statement.kind),
        "content": _spans(statement.content),
        "cue": _spans(statement.cue),
        "source": _spans(statement.source),
        "speaker_span": [speaker.mention.start, speaker.mention.stop] if speaker and speaker.mention else None,
        "speaker_kind": str(speaker.kind) if speaker else None,
        "addressee": _spans(statement.addressee),
        "conditions": [_spans(one.words) for one in statement.conditions],
        "headline": statement.headline,
        "act": "",
        "stance": "",
        "set": "",
    }


def _spans(part: Part | None) -> list[list[int]] | None:
    return [[span.start, span.stop] for span in part.spans] if part else None


if __name__ == "__main__":
    main()
