"""Are the acts and stances right? python eval/acts.py [--set NAME] [--show] [--plover]

`acts/labels.json` holds statements that were labelled by reading before their acts were asked for: the file, the offsets of
each part, the act and the stance; no text. 200 are to tune the forms by (`tune`), 100 to report (`held`); then, drawn when
the forms were done, 50 to mend by (`later`) and 42 to report (`fresh`); then, drawn from other articles by
`eval/drawing.py`, 80 to mend by (`mend`) and 40 to report (`last`), then twice 50 and 60 more, asked for once before the
forms were mended by them (`after`, `unseen`). The statements are put together from their offsets, so
that the figures tell of acts alone, not of reading.

--show prints each difference (of the sets to tune or mend by, unless another is asked for with --set).
--plover also prints how the acts agree with the codes of PLOVER's own example sentences, where an act of speech has one.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from gold import DATA

from verbale.acts import act, plover
from verbale.model import Condition, Kind, Part, Speaker, Speech, Statement
from verbale.text import Span

SETS = ("tune", "held", "later", "fresh", "mend", "last", "after", "unseen")
DRAWN = ("last", "after", "unseen")
"""The sets drawn last, held together by the gate."""
LABELS = Path(__file__).with_name("acts") / "labels.json"
PLOVER = {"AGREE": "AGREE", "DEMAND": "REQUEST", "REJECT": "REJECT", "THREATEN": "THREATEN", "DISAPPROVE": "ACCUSE"}
PLOVER |= {"SUPPORT": "SUPPORT", "CONCEDE": "CONCEDE", "CONSULT": "CONSULT"}
"""Codes of PLOVER's examples that are acts of speech, by their present names."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=SETS)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--plover", action="store_true")
    given = parser.parse_args()
    for name in (given.set,) if given.set else SETS:
        for key, value in figures([name], show=given.show and (name in {"tune", "later", "mend"} or given.set == name)).items():
            print(f"{name} {key}: {value:.3f}")
    if not (DATA / "data").is_dir():
        print(f"No shared articles under {DATA} (set VERBALE_DATA): acts are not measured.")
    elif given.plover:
        print(f"plover: {_plover(given.show):.3f}")


def figures(names: Collection[str], *, show: bool = False) -> dict[str, float]:
    """Shares of right acts and stances in some sets; empty where the shared articles are absent."""
    rows = [row for row in json.loads(LABELS.read_text("utf-8")) if row["set"] in names]
    right: Counter[str] = Counter()
    for row in rows:
        try:
            statement = rebuilt(row)
        except OSError:
            return {}
        found = act(statement, row["language"])
        right["act"] += found.code == row["act"]
        right["stance"] += found.stance == row["stance"]
        right["said something"] += found.code == row["act"] != "report"
        if show and (found.code, found.stance) != (row["act"], row["stance"]):
            _tell(row, statement, found)
    spoken = sum(row["act"] != "report" for row in rows)
    out = {key: right[key] / len(rows) for key in ("act", "stance")}
    return out | {"acts other than report, recall": right["said something"] / spoken}


def _tell(row: dict[str, Any], statement: Statement, found: Any) -> None:
    print(f"{row['language']} want {row['act']} {row['stance']}, got {found.code} {found.stance} {found.why}")
    print(f"    {statement.speaker} | {statement.cue} | {statement.content.text[:300]}")


# ---------------------------------------------------------------- statements out of offsets


def rebuilt(row: dict[str, Any]) -> Statement:
    """The statement that a label is of."""
    text = texts(row["file"])
    parts = {name: _part(text, row[name]) for name in ("content", "cue", "source", "addressee")}
    conditions = tuple(Condition(Part.of(text, *(Span(*s) for s in spans))) for spans in row["conditions"])
    speaker = None
    if row["speaker_kind"]:
        start, stop = row["speaker_span"] or (0, 0)
        speaker = Speaker(text[start:stop], Kind(row["speaker_kind"]))
    content = parts.pop("content")
    assert content is not None
    return Statement(
        row["id"], Speech(row["kind"]), content, **parts, speaker=speaker, conditions=conditions, headline=row["headline"]
    )


def _part(text: str, spans: list[list[int]] | None) -> Part | None:
    return Part.of(text, *(Span(*s) for s in spans)) if spans else None


@cache
def texts(file: str) -> str:
    """The text of an article: a file of its own, or `FILE.jsonl.gz#ID`."""
    path, _, id_ = file.partition("#")
    return dict(_packed(path))[id_] if id_ else (DATA / path).read_text("utf-8")


@cache
def _packed(path: str) -> tuple[tuple[str, str], ...]:
    return tuple(_rows(path))


def _rows(path: str) -> Iterator[tuple[str, str]]:
    with gzip.open(DATA / path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["id"], row["text"]


# ---------------------------------------------------------------- PLOVER's own examples


def _plover(show: bool) -> float:
    """Share of PLOVER's example sentences whose act has the code that their makers gave them."""
    examples = json.loads((DATA / "data" / "plover" / "PLOVER_GSR_CAMEO.json").read_text("utf-8"))
    examples = [e for e in examples if e["event"] in PLOVER and e.get("text")]
    right = 0
    for example in examples:
        whole = Part.of(example["text"], Span(0, len(example["text"])))  # a reporter's sentence: its verb tells the act
        statement = Statement("", Speech.INDIRECT, whole, whole, speaker=Speaker("", Kind.COUNTRY))
        found = act(statement, "en")
        right += plover(found.code) == PLOVER[example["event"]]
        if show and plover(found.code) != PLOVER[example["event"]]:
            print(f"want {example['event']}, got {found.code} {found.why[0]}\n    {example['text']}")
    print(f"{len(examples)} example sentences")
    return right / max(1, len(examples))


if __name__ == "__main__":
    sys.exit(main())
