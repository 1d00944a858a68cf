"""Are statements that are called one saying one? python eval/same.py [--show] [--raise]

Three figures, all of what reading and joining make of the articles, faults of the reading included:

pairs      of `articles/same` (VERBALE_DATA): all pairs of statements that match one of the gold; do they share an utterance?
abroad     pairs of a Russian and a Ukrainian statement, judged by reading them side by side, from BSNLP 2021. They were drawn by
           the words that they have in common, so translations that share none are missing: recall is flattered by that. Those
           that are not one saying are by the same speaker, or on the same subject and days.
           `same/pairs.json` keeps article, characters and verdict; `apart` is the share of different sayings that stayed apart
english    pairs of English statements in two articles of a few days, judged by reading, from PolNeAR (`same/english.json`, which
           tells how each was drawn: by words or by nearness in meaning among the gold, among what an early join had put
           together and not word for word, or among what it had not, though near in meaning). They are the hard ones:
           of what is carried word for word there are few. Weeks in turn are for tuning and for reporting

--show lists what went wrong, --raise lifts the floors to what was measured (never lowers one).
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import combinations
from pathlib import Path
from typing import Any

from gold import DATA

from verbale import store
from verbale.export.jsonl import row
from verbale.scale import read_files
from verbale.scoring import characters, matched
from verbale.store import Record

FLOORS = Path(__file__).with_name("floors.json")
PAIRS = Path(__file__).with_name("same") / "pairs.json"
ENGLISH = Path(__file__).with_name("same") / "english.json"
SLACK = 0.015
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements as found, and whether they are one saying."""

    one: Row
    two: Row
    is_one: bool

    @property
    def found(self) -> bool:
        return self.one["same"] is not None and self.one["same"] == self.two["same"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--raise", dest="raises", action="store_true")
    given = parser.parse_args()
    measured = {}
    for name, pairs in sets():
        some = list(pairs())
        measured[f"utterances {name}"] = figures(some)
        print(f"utterances {name:14} {len(some):>6} pairs", *(f"{k} {v:.3f}" for k, v in figures(some).items()))
        for pair in (p for p in some if given.show and p.found != p.is_one):
            print(_told(pair))
    if not measured:
        print(f"Nothing is measured: no articles under {DATA} (set VERBALE_DATA).")
    return _held(measured, raises=given.raises)


def sets() -> Iterator[tuple[str, Callable[[], Iterator[Pair]]]]:
    """The sets whose articles are present."""
    if (DATA / "gold" / "same.json").is_file():
        yield "pairs", of_gold
    if (DATA / "data" / "bsnlp").is_dir():
        yield "abroad", judged
    if (DATA / "data" / "polnear").is_dir():
        yield "english", english
        for half in ("tune", "report"):
            yield f"english {half}", partial(english, half)


def figures(pairs: list[Pair]) -> dict[str, float]:
    """Precision, recall and F1 of pairs, and the share of those that are two sayings and were merged."""
    both = sum(p.found and p.is_one for p in pairs)
    found, right = sum(p.found for p in pairs), sum(p.is_one for p in pairs)
    precision, recall = both / max(1, found), both / max(1, right)
    f1 = 2 * both / max(1, found + right)
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(f1, 4),
        "apart": round(1 - (found - both) / max(1, len(pairs) - right), 4),
    }


def _told(pair: Pair) -> str:
    texts = (" ".join(side["content"]["text"].split())[:90] for side in (pair.one, pair.two))
    return f"  {'wrong ' if pair.found else 'missed'} {' || '.join(texts)}"


# ---------------------------------------------------------------- the sets


def of_gold() -> Iterator[Pair]:
    """All pairs of `articles/same`; a gold statement that covers several sayings is neither right nor wrong with their others."""
    gold = json.loads((DATA / "gold" / "same.json").read_text("utf-8"))
    with store.open(":memory:") as record:
        record.add(read_files(DATA / "articles" / "same"))
        found = _rows(record)
    items = [pair for article in gold for pair in _matched(article, found)]
    for (one, a), (two, b) in combinations(items, 2):
        is_one = one["utterance"] == two["utterance"]
        if is_one or not _all(one) & _all(two):
            yield Pair(a, b, is_one)


def _matched(article: Row, found: list[Row]) -> Iterator[tuple[Row, Row]]:
    """Gold statements of an article with what was found of them."""
    mine = [r for r in found if Path(r["article"]["path"]).name == article["file"]]
    gold = article["statements"]
    places = [[characters(g["content"]) for g in gold], [characters(r["content"]["spans"]) for r in mine]]
    for n, m in matched(*places):
        yield gold[n], mine[m]


def _all(gold: Row) -> set[str]:
    return {gold["utterance"], *gold.get("also", [])}


def judged() -> Iterator[Pair]:
    """The pairs judged over languages; one of whose statements was not found is left out."""
    pairs = json.loads(PAIRS.read_text("utf-8"))
    return _pairs(pairs, _found(_wanted(pairs), _collected))


def english(half: str = "") -> Iterator[Pair]:
    """The English pairs, or those of one half."""
    pairs = json.loads(ENGLISH.read_text("utf-8"))
    found = _found(_wanted(pairs), _american)
    return _pairs([pair for pair in pairs if half in {"", pair["half"]}], found)


def _wanted(pairs: list[Row]) -> frozenset[str]:
    return frozenset(pair[side]["article"] for pair in pairs for side in ("one", "two"))


@cache
def _found(wanted: frozenset[str], collected: Callable[[Collection[str]], Iterator[tuple[str, str]]]) -> list[Row]:
    """The statements of some articles, read and joined."""
    with tempfile.TemporaryDirectory() as folder, store.open(":memory:") as record:
        for name, text in collected(wanted):
            (Path(folder) / f"{name.replace('/', '__')}.jsonl").write_text(text, "utf-8")
        record.add(read_files(folder))
        return _rows(record)


def _pairs(pairs: list[Row], found: list[Row]) -> Iterator[Pair]:
    """Those of the pairs both of whose statements were found."""
    by = defaultdict(list)
    for one in found:
        by[Path(one["article"]["path"].partition("#")[0]).stem].append(one)
    for pair in pairs:
        one, two = (_at(pair[side], by[pair[side]["article"].replace("/", "__")]) for side in ("one", "two"))
        if one and two:
            yield Pair(one, two, pair["same"])


def _american(wanted: Collection[str]) -> Iterator[tuple[str, str]]:
    """Articles of PolNeAR by id, as JSON lines."""
    for path in sorted((DATA / "data" / "polnear").glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for one in map(json.loads, lines):
                if (name := f"polnear/{one['id']}") in wanted:
                    given = {"text": one["text"], "published": one["date"], "outlet": one["publisher"], "language": "en"}
                    yield name, json.dumps(given, ensure_ascii=False)


def _collected(wanted: Collection[str]) -> Iterator[tuple[str, str]]:
    """Articles of BSNLP by collection and id, as JSON lines."""
    for path in sorted((DATA / "data" / "bsnlp").glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                one = json.loads(line)
                name = f"{path.name.removesuffix('.jsonl.gz')}/{one['id']}"
                if name in wanted:
                    site = re.sub(r"^(?:https?://)?(?:www\.)?([^/]*).*", r"\1", one["url"] or "")
                    plain = {key: one[key] for key in ("text", "title", "published", "url", "language")}
                    yield name, json.dumps({**plain, "outlet": site}, ensure_ascii=False)


def _at(place: Row, found: list[Row]) -> Row | None:
    """The statement that shares most of its characters with a place, at least half of all."""
    wanted = characters(place["spans"])
    best, share = None, 0.5
    for one in found:
        there = characters(one["content"]["spans"])
        likeness = len(wanted & there) / len(wanted | there)
        if likeness >= share:
            best, share = one, likeness
    return best


def _rows(record: Record) -> list[Row]:
    record.join()
    return [row(entry) for entry in record.statements()]


# ---------------------------------------------------------------- floors


def _held(measured: dict[str, dict[str, float]], *, raises: bool) -> int:
    floors = json.loads(FLOORS.read_text("utf-8"))
    if raises:
        for name, told in measured.items():
            floor = floors.setdefault(name, {})
            floor.update({key: max(floor.get(key, 0.0), round(figure - SLACK, 3)) for key, figure in told.items()})
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", "utf-8")
    low = [(n, k, told[k], f) for n, told in measured.items() for k, f in floors.get(n, {}).items() if told[k] < f]
    for name, key, figure, floor in low:
        print(f"BELOW THE FLOOR: {name} {key} is {figure:.3f}, must be {floor:.3f} or more")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
