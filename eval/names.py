"""Pairs of names that are one person's or two persons': what the join makes of each, by itself.

python eval/names.py           figures, every mistake, and failure below the floor
python eval/names.py --quiet   figures alone

Each row of `names/cases.csv` is joined as a small record: three articles of one month with each name, and others that name
neither. `languages` are those of the articles with `a` and with `b`; `beside` tells whom the articles of both name besides. A
wrong merge counts as much as five wrong splits.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from verbale.model import Kind
from verbale.people import Sighting, people

CASES = Path(__file__).with_name("names") / "cases.csv"
MOST_WRONG_MERGES = 2
LEAST_RIGHT = 0.93
"""The floors: neither may be passed. The second is the share of the points that right answers bring."""
WEIGHT = {"wrong merge": 5, "wrong split": 1}


@dataclass(frozen=True, slots=True)
class Case:
    """Two names, whether they are one person's, and who else both articles name."""

    a: str
    b: str
    verdict: str
    languages: tuple[str, str]
    beside: tuple[str, ...]
    why: str


def main(arguments: list[str]) -> int:
    told = [(case, outcome(case)) for case in cases()]
    counted = Counter(result for _, result in told)
    for case, result in told if "--quiet" not in arguments else ():
        if result.startswith("wrong"):
            print(f"{result}: {case.a} | {case.b} ({case.why})")
    lost = sum(WEIGHT[result] * times for result, times in counted.items() if result in WEIGHT)
    right = 1 - lost / sum(WEIGHT["wrong merge" if c.verdict == "different" else "wrong split"] for c, _ in told)
    print(f"{len(told)} cases: " + ", ".join(f"{times} {result}" for result, times in sorted(counted.items())))
    print(f"weighted share right {right:.3f}")
    return int(counted["wrong merge"] > MOST_WRONG_MERGES or right < LEAST_RIGHT)


def cases() -> list[Case]:
    with CASES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [_case(row) for row in rows]


def _case(row: dict[str, str]) -> Case:
    spoken = row["languages"].split()
    beside = tuple(n for n in row["beside"].split(";") if n)
    return Case(row["a"], row["b"], row["verdict"], (spoken[0], spoken[-1]), beside, row["why"])


def outcome(case: Case) -> str:
    """`right merge`, `wrong merge`, `right split` or `wrong split`."""
    named = zip("ab", (case.a, case.b), case.languages, strict=True)
    articles = [_article(f"{which} {n}", (name, *case.beside), spoken) for which, name, spoken in named for n in "123"]
    joined = people(s for article in (*articles, *OTHERS) for s in article)
    together = joined.person("a 1", 0) == joined.person("b 1", 0)
    right = together == (case.verdict == "same")
    return f"{'right' if right else 'wrong'} {'merge' if together else 'split'}"


def _article(id_: str, names: tuple[str, ...], language: str) -> list[Sighting]:
    return [Sighting(id_, n, Kind.PERSON, s, language=language, published="2031-05-09") for n, s in enumerate(names)]


OTHERS = [[Sighting(f"other {n}", 0, Kind.ORGANISATION, f"Body {n}", language="en", published="2031-05-09")] for n in range(60)]
"""Articles about something else, so that whom an article names tells something."""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
