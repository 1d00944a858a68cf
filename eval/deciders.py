"""How often each decider is right about who speaks: python eval/deciders.py

Over all gold that is present: for each decider of `refer/` how many speakers it told right and wrong among the statements
found, and how many of the wrong or missing ones are left open rather than wrong. Then, where PolNeAR's development part is
present, how often what a decider makes of an English pronoun or bare office agrees with the corpus's coreference chains.
These were made by a program, so that agreement is a guide and no measure of truth.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from gold import DATA, rows_of, sets
from scoring import score

from verbale.flow import read_many
from verbale.model import Given, Source, Statement
from verbale.names import same_word
from verbale.scale import read_files

OPEN = "left open"
Counts = dict[str, list[bool]]


def main() -> None:
    told = judged()
    show("gold", told)
    errors = {name: answers.count(False) for name, answers in told.items()}
    print(f"of {sum(errors.values())} wrong or missing speakers {errors.get(OPEN, 0)} are left open\n")
    path = DATA / "data" / "polnear" / "dev.jsonl.gz"
    if path.is_file():
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            show("PolNeAR, agreement with chains", agreement(map(json.loads, lines)))
    else:
        print(f"No PolNeAR under {DATA} (set VERBALE_DATA): no agreement with chains.")


def show(title: str, told: Counts) -> None:
    print(f"{title:32}{'right':>8}{'wrong':>8}{'share':>8}")
    for name, answers in sorted(told.items(), key=lambda item: -len(item[1])):
        print(f"{name:32}{sum(answers):>8}{answers.count(False):>8}{sum(answers) / len(answers):>8.2f}")


def judged() -> Counts:
    """For each decider whether the speakers it told are those of the gold, over the statements that were found."""
    out: Counts = defaultdict(list)
    for gold in sets():
        pairs = [(s, row) for r in read_files(gold.articles) for s, row in zip(r.statements, rows_of(r), strict=True)]
        differences = score(gold.gold(), [row for _, row in pairs])[1]
        wrong = {id(d.found) for d in differences if d.what == "speaker"}
        extra = {id(d.found) for d in differences if d.what == "extra"}
        for statement, row in pairs:
            if id(row) not in extra:
                out[decider(statement)].append(id(row) not in wrong)
    return out


def decider(statement: Statement) -> str:
    return (statement.speaker and statement.speaker.decider) or OPEN


def agreement(articles: Iterator[dict[str, Any]]) -> Counts:
    """For each decider whether the name it gave stands in the chain of the source, where the source itself is no name."""
    out: Counts = defaultdict(list)
    for article in articles:
        (reading,) = read_many([Source(article["text"], given=Given(language="en"))])
        for statement in reading.statements:
            names = chained(article, statement)
            if (
                names
                and statement.speaker
                and not same(statement.speaker.name, statement.source.text if statement.source else "")
            ):
                out[decider(statement)].append(any(same(statement.speaker.name, name) for name in names))
    return out


def chained(article: dict[str, Any], statement: Statement) -> list[str]:
    """The names in the chain that holds the source: mentions that end with a capital and say more than the source."""
    if statement.source is None:
        return []
    start, stop = statement.source.spans[0]
    mine = [
        c for c in article.get("coreference", []) if any(a < stop and start < b and b - a <= 2 * (stop - start) for a, b in c)
    ]
    words = [article["text"][a:b] for c in mine for a, b in c if not (a < stop and start < b)]
    source = statement.source.text.lower()
    return [w for w in words if w.split()[-1][:1].isupper() and w.lower() not in source and w.lower() not in PRONOUNS]


PRONOUNS = {"he", "she", "it", "they", "i", "we", "his", "her", "its", "their", "him", "them", "you"}


def same(one: str, two: str) -> bool:
    """Whether two names end alike, or one stands in the other."""
    a, b = one.split(), two.replace("'s", "").replace("’s", "").split()
    return bool(a and b) and (same_word(a[-1], b[-1]) or any(same_word(a[-1], word) for word in b))


if __name__ == "__main__":
    main()
