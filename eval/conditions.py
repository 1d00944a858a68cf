"""Are the conditions inside contents right? python eval/conditions.py FILE.jsonl.gz [--draw held] [--show] [--new]

FILE holds articles in the form of PolNeAR. Of its contents with a conditional marker a hundred are drawn at random, always
the same; `--draw second` are a hundred others, which were judged when words and code had been written by the first, and
learned from then; `--draw held` a hundred that nothing was learned from. Their conditions, as Verbale reads them, were
judged by reading: `judged/conditions.json` (of the other draws `conditions-second.json` and `conditions-held.json`) keeps
for each content the spans and the verdict, and for each condition how it ties and the spans of what hangs on it, with a
verdict of its own. A verdict holds as long as the spans stay as they were judged.

--show prints all contents with their conditions marked, --new only those whose spans were not judged yet.
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
from verbale.label import label
from verbale.model import Condition, Given, Part, Source, Speech, Statement
from verbale.setting.frames import page
from verbale.setting.terms import conditions
from verbale.split import split
from verbale.text import Span

JUDGED = {
    "tuned": Path(__file__).with_name("judged") / "conditions.json",
    "second": Path(__file__).with_name("judged") / "conditions-second.json",
    "held": Path(__file__).with_name("judged") / "conditions-held.json",
}
"""Verdicts of each draw."""
MARKER = re.compile(
    r"\b(?:if|unless|until|provided|providing|as long as|so long as|in order for|depends? on|depending on|contingent on|"
    r"conditional on|on (?:the )?condition that|in (?:the )?event|in case|only (?:when|after)|once|assuming)\b",
    re.IGNORECASE,
)
DRAWS = (("tuned", 9, 100), ("second", 31, 100), ("read", 5, 70), ("read on", 6, 100), ("held", 77, 100))
"""Draws with their seeds and sizes, each from what those before it left. Those without verdicts were read for what goes wrong."""


@dataclass(frozen=True, slots=True)
class Case:
    """A content of an article with its conditions."""

    id: str
    """The article and the number of its attribution."""
    content: Part
    found: tuple[Condition, ...]

    @property
    def spans(self) -> list[list[int]]:
        return [[*span] for part in self.found for span in part.spans]

    @property
    def terms(self) -> list[list[Any]]:
        """How each condition ties, and where what hangs on it stands."""
        return [[str(c.tie), [[*span] for span in c.promise.spans] if c.promise else []] for c in self.found]

    def marked(self) -> str:
        """The content with each condition in brackets."""
        out = []
        for span, words in zip(self.content.spans, self.content.words, strict=True):
            text, at = "", span.start
            for start, stop in self.spans:
                if span.start <= start and stop <= span.stop:
                    text += f"{words[at - span.start : start - span.start]}[{words[start - span.start : stop - span.start]}]"
                    at = stop
            out.append(" ".join((text + words[at - span.start :]).split()))
        return " … ".join(out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--draw", choices=list(JUDGED), default="tuned")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--new", action="store_true")
    given = parser.parse_args()
    file = JUDGED[given.draw]
    judged = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    count: Counter[str] = Counter()
    promises: Counter[str] = Counter()
    for case in cases(given.file, given.draw):
        verdict = judged.get(case.id)
        known = verdict is not None and verdict["spans"] == case.spans
        for terms, judgement in zip(case.terms, (verdict or {}).get("promises", [None] * len(case.found)), strict=False):
            held = judgement is not None and judgement["terms"] == terms
            promises[("right" if judgement["right"] else "wrong") if held else "not judged"] += 1
        count[("right" if verdict["right"] else "wrong") if known else "not judged"] += 1
        if given.show or (given.new and not known):
            print(f"{case.id} {case.spans}\n    {case.marked()}")
    for name, counted in (("conditions", count), ("promises", promises)):
        print(f"{name}:", ", ".join(f"{number} {what}" for what, number in sorted(counted.items())))


def cases(path: Path, draw: str = "tuned") -> Iterator[Case]:
    """The contents drawn, by article."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    contents = [(row["id"], n) for row in rows for n, a in enumerate(row["attributions"]) if MARKER.search(_words(row, a))]
    drawn = _drawn(contents, draw)
    for row in rows:
        numbers = [n for id_, n in drawn if id_ == row["id"]]
        if numbers:
            yield from _read(row, numbers)


def _drawn(contents: list[tuple[str, int]], draw: str) -> list[tuple[str, int]]:
    left, drawn = contents, []
    for name, seed, size in DRAWS:
        drawn = sorted(random.Random(seed).sample(left, size))
        if name == draw:
            break
        left = [one for one in left if one not in set(drawn)]
    return drawn


def _words(row: dict[str, Any], attribution: dict[str, Any]) -> str:
    return " … ".join(row["text"][start:stop] for start, stop in attribution["content"])


def _read(row: dict[str, Any], numbers: list[int]) -> Iterator[Case]:
    article, _ = clean(Source(row["text"], given=Given(language="en", published=row["date"])))
    laid = page(article, label([(article.text, split(article))], "en")[0], ())
    for n in numbers:
        told = row["attributions"][n]
        content, cue = (Part.of(article.text, *(Span(*s) for s in told[key])) for key in ("content", "cue"))
        statement = Statement("", Speech.INDIRECT, content, cue if cue.spans else None)
        yield Case(f"{row['id']} {n}", content, conditions(laid, statement))


if __name__ == "__main__":
    main()
