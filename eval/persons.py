"""The record's persons against gold ones: B³ over (article, name form), a language and all languages together.

python eval/persons.py FILE.jsonl.gz …             figures, and the ten largest wrong merges and splits
python eval/persons.py FILE.jsonl.gz … --json      the same as JSON

A line of FILE is an article: `id`, `language`, `text`, perhaps `published`, `url` and `title`, and `entities`, a list of
[form, lemma, category, id]. Persons are the entities whose id begins with PER-. An item is a form in an article; one that
stands for two persons there is left out. Verbale reads the articles in the languages it knows and joins all of FILE; an item
counts where a mention with that form was found, and coverage tells how many were. `f1_of_all` counts the others too, each as a
person by itself.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from verbale.flow import read_many
from verbale.lang import languages
from verbale.model import Given, Kind, Mention, Reading, Source
from verbale.names import same_word
from verbale.people import People, people, sightings

Row = dict[str, Any]
LARGEST = 10


@dataclass(frozen=True, slots=True)
class Item:
    """A name form in an article: whose it is, and whose Verbale takes it for."""

    article: str
    language: str
    form: str
    gold: str
    found: str


@dataclass(frozen=True, slots=True)
class Figures:
    """B³ of some items."""

    items: int
    coverage: float
    precision: float
    recall: float
    f1: float
    f1_of_all: float = 0.0


def main(arguments: list[str]) -> int:
    files = [Path(a) for a in arguments if not a.startswith("--")]
    told = {file.name.split(".")[0]: measured(file) for file in files}
    if "--json" in arguments:
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return 0
    for name, result in told.items():
        _print(name, result)
    return 0


def measured(file: Path) -> Row:
    """Figures of each language and of all, and the largest mistakes."""
    rows = [r for r in _rows(file) if r.get("entities") and r["language"] in languages()]
    readings = list(read_many(_source(r) for r in rows))
    joined = people(s for reading in readings for s in sightings(reading))
    gold = [g for row in rows for g in _gold(row)]
    items = list(_items(rows, readings, joined))
    result: Row = {}
    for language in (*sorted({r["language"] for r in rows}), "all"):
        mine = [i for i in items if language in {i.language, "all"}]
        wanted = [Item(*g, found="") for g in gold if language in {g[1], "all"}]
        result[language] = asdict(_figures(mine, wanted))
    return result | {"merges": _merges(items), "splits": _splits(items, joined)}


def _rows(file: Path) -> Iterator[Row]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _source(row: Row) -> Source:
    given = {k: row.get(k) for k in ("id", "language", "published", "url", "title")}
    return Source(row["text"], path=row["id"], given=Given(**given))


# ---------------------------------------------------------------- items


def _gold(row: Row) -> Iterator[tuple[str, str, str, str]]:
    """Article, language, form and person of every form that is one person's there."""
    persons: dict[str, set[str]] = defaultdict(set)
    for form, _, category, id_ in row["entities"]:
        if category == "PER" and form.strip():
            persons[form.strip()].add(id_)
    for form, ids in sorted(persons.items()):
        if len(ids) == 1 and (id_ := next(iter(ids))).startswith("PER-"):
            yield row["id"], row["language"], form, id_


def _items(rows: Sequence[Row], readings: Sequence[Reading], joined: People) -> Iterator[Item]:
    for row, reading in zip(rows, readings, strict=True):
        for article, language, form, gold in _gold(row):
            owners = Counter(person.id for n in _named(reading, form) if (person := joined.person(reading.article.id, n)))
            if owners:
                yield Item(article, language, form, gold, min(owners, key=lambda p: (-owners[p], p)))


def _named(reading: Reading, form: str) -> list[int]:
    """Mentions that are the form: a person's with its words in whatever case, else a person's that the form is part of, else
    one of another kind with its words, which is no person but may still be one with others or apart."""
    every = list(enumerate(reading.mentions))
    same = [n for n, m in every if _is(m.name, form)]
    persons = [n for n in same if reading.mentions[n].kind is Kind.PERSON]
    return persons or [n for n, m in every if m.kind is Kind.PERSON and _holds(reading, m, form)] or same


def _is(name: str, form: str) -> bool:
    one, two = name.split(), form.split()
    return len(one) == len(two) and all(same_word(a, b) for a, b in zip(one, two, strict=True))


def _holds(reading: Reading, mention: Mention, form: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", mention.span.of(reading.article.text)))


# ---------------------------------------------------------------- figures


def _figures(items: Sequence[Item], wanted: Sequence[Item]) -> Figures:
    """The figures of the items that were found, and the last of all that were wanted."""
    known = {(i.article, i.form) for i in items}
    missed = [replace(i, found=f"missed {n}") for n, i in enumerate(wanted) if (i.article, i.form) not in known]
    coverage = len(items) / len(wanted) if wanted else 0.0
    told = (coverage, *b3(items), b3([*items, *missed])[2])
    return Figures(len(items), *(round(f, 4) for f in told))


def b3(items: Sequence[Item]) -> tuple[float, float, float]:
    """Precision: how much of an item's found person is its gold person, on average; recall the other way round; F1."""
    both = Counter((i.gold, i.found) for i in items)
    gold, found = Counter(i.gold for i in items), Counter(i.found for i in items)
    precision = _mean(both[i.gold, i.found] / found[i.found] for i in items)
    recall = _mean(both[i.gold, i.found] / gold[i.gold] for i in items)
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _mean(numbers: Iterable[float]) -> float:
    every = list(numbers)
    return sum(every) / len(every) if every else 0.0


def _merges(items: Sequence[Item]) -> list[Row]:
    """Gold persons that share a found one, by how many items are on the wrong side."""
    by_found: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        by_found[item.found].append(item)
    wrong = []
    for mine in by_found.values():
        ranked = Counter(i.gold for i in mine).most_common()
        for gold, times in ranked[1:]:
            forms = Counter(i.form for i in mine if i.gold == gold).most_common(4)
            wrong.append({"items": times, "person": gold, "taken for": ranked[0][0], "forms": [f for f, _ in forms]})
    return sorted(wrong, key=lambda w: (-w["items"], w["person"]))[:LARGEST]


def _splits(items: Sequence[Item], joined: People) -> list[Row]:
    """Gold persons in several found ones, by how many items are outside the largest."""
    names = {p.id: p.name for p in joined.persons}
    by_gold: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        by_gold[item.gold].append(item)
    wrong = []
    for gold, mine in by_gold.items():
        ranked = Counter(i.found for i in mine).most_common()
        for found, times in ranked[1:]:
            forms = Counter(i.form for i in mine if i.found == found).most_common(4)
            wrong.append({"items": times, "person": gold, "apart as": names[found], "forms": [f for f, _ in forms]})
    return sorted(wrong, key=lambda w: (-w["items"], w["person"], w["apart as"]))[:LARGEST]


def _print(name: str, result: Row) -> None:
    print(f"{name:14}" + "".join(f"{c:>11}" for c in Figures.__slots__))
    for language in (k for k in result if k not in {"merges", "splits"}):
        figures = result[language].values()
        print(f"{language:14}" + "".join(f"{f:>11}" if isinstance(f, int) else f"{f:>11.3f}" for f in figures))
    for kind in ("merges", "splits"):
        print(f"largest wrong {kind}:")
        for wrong in result[kind]:
            print("  " + ", ".join(f"{k} {v}" for k, v in wrong.items()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
