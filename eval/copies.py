"""Are texts that are called copies copies? python eval/copies.py FOLDER [--show] [--pairs]

FOLDER holds dated articles of many outlets as JSON lines, in the form of BSNLP 2021. All of one collection are grouped as
the join of a record groups them. Fifty pairs of one group each, drawn at random and always the same, were judged by
reading: `judged/copies.json` keeps the verdicts.

--show lists the groups with their outlets and days, --pairs the beginnings of the pairs that were not judged yet.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verbale.clean import clean
from verbale.model import Given, Source
from verbale.same import Story, furniture, sketch, stories
from verbale.same.copies import likeness
from verbale.same.sketches import Sketch

JUDGED = Path(__file__).with_name("judged") / "copies.json"
DRAWN, SEED = 50, 6
UNKNOWN = "fromtheweb.eu"
"""Site of articles whose address is not known."""


@dataclass(frozen=True, slots=True)
class Text:
    """An article of a collection with its sketch."""

    id: str
    outlet: str
    published: str
    text: str
    sketch: Sketch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--pairs", action="store_true")
    given = parser.parse_args()
    grouped = [g for path in sorted(given.folder.glob("*.jsonl.gz")) for g in _grouped(path)]
    if given.show:
        for group in grouped:
            print(" | ".join(f"{t.id} {t.outlet} {t.published}" for t in group))
    count = sum(map(len, grouped))
    print(f"{count} texts in {len(grouped)} stories, {sum(len({t.outlet for t in g}) > 1 for g in grouped)} of several outlets")
    _judge(grouped, show=given.pairs)


def _grouped(path: Path) -> Iterator[list[Text]]:
    texts = list(_texts(path))
    found: list[Story] = stories([t.sketch for t in texts])
    yield from ([texts[n] for n in story.members] for story in found)


def _texts(path: Path) -> Iterator[Text]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    rows.sort(key=lambda row: (row["published"] or "", row["id"]))
    articles = [clean(Source(row["text"], given=_given(row)))[0] for row in rows]
    common = furniture(articles)
    for row, article in zip(rows, articles, strict=True):
        drawn = sketch(article, common)
        if drawn is not None:
            name = f"{path.stem.removesuffix('.jsonl')}/{row['id']}"
            yield Text(name, article.outlet or "", row["published"] or "", row["text"], drawn)


def _given(row: dict[str, Any]) -> Given:
    """What is known of an article; the outlet is the site of its address, unless that only stands in for one."""
    site = re.sub(r"^(?:https?://)?(?:www\.)?([^/]*).*", r"\1", row["url"] or "")
    return Given(language=row["language"], title=row["title"], outlet=None if site == UNKNOWN else site)


def _judge(grouped: list[list[Text]], *, show: bool) -> None:
    """Count the verdicts on the pairs drawn; pairs without one can be shown, the least alike first."""
    draw = random.Random(SEED)
    pairs = [draw.sample(group, 2) for group in draw.sample(grouped, min(DRAWN, len(grouped)))]
    verdicts: dict[str, bool] = json.loads(JUDGED.read_text("utf-8")) if JUDGED.is_file() else {}
    count: Counter[str] = Counter()
    for one, two in sorted(pairs, key=lambda pair: likeness(pair[0].sketch, pair[1].sketch)):
        key = " ".join(sorted((one.id, two.id)))
        count[{True: "right", False: "wrong", None: "not judged"}[verdicts.get(key)]] += 1
        if show and key not in verdicts:
            print(f"\n{key} {likeness(one.sketch, two.sketch):.2f}")
            for text in (one, two):
                print(f"  {text.outlet} {text.published}: {' '.join(text.text.split())[:420]}")
    print(", ".join(f"{number} {what}" for what, number in sorted(count.items())))


if __name__ == "__main__":
    main()
