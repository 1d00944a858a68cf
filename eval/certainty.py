"""How sure the speakers are, and how sure they are told to be: python eval/certainty.py [--write]

Over all gold that is present: the speaker that a decider tells for each statement found, whether he is the right one, and
the signs beside it. From these the log-odds of `src/verbale/refer/certainty.toml` are fitted (logistic regression, drawn
towards the odds of all); with `--write` they are written. The fit is judged by cross-fitting: the articles are dealt into
ten parts, and each part is told by numbers that were fitted without it. Printed are the Brier score, the expected error of
calibration (ten bins of equal size), a table, and what each threshold below which nobody is named would cost.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from pathlib import Path
from typing import Any

import numpy as np
from gold import Gold, sets
from scoring import same_speaker

from verbale.clean import clean
from verbale.find import find
from verbale.label import label
from verbale.model import Given, Source, Statement
from verbale.refer import followed
from verbale.refer.asked import Asked
from verbale.refer.candidates import others
from verbale.refer.certainty import GOING_ON, signs
from verbale.scoring import characters, matched
from verbale.sources import walk
from verbale.split import split

NUMBERS = Path(__file__).resolve().parent.parent / "src" / "verbale" / "refer" / "certainty.toml"
PARTS, BINS, STEPS = 10, 10, 100
PULL = 0.5
"""How strongly the log-odds of a decider are drawn to those of all, and those of a sign to nothing."""
ALL = "*"
"""Stands for any decider in the numbers of a fit."""
LEAST = 0.67
"""Below it nobody is named: it is right where a wrong name costs three times as much as none."""
Row = Mapping[str, Any]
THRESHOLDS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
"""What each of them would cost is printed."""

HEAD = """# How likely a speaker is the right one: log-odds by the decider that told him, and what each sign adds.
# Written by eval/certainty.py --write, which fits them to {cases} statements of {articles} articles read by hand.

# Below this probability nobody is named.
least = {least}
# Where the speaker told is wrong, a rival is the right one so often (drawn to one half by two cases).
among = {among}
# Of a decider that was never seen in them.
all = {all}
"""


@dataclass(frozen=True, slots=True)
class Case:
    """A statement with what was told of its speaker; without a decider where none could tell."""

    article: str
    id: str
    decider: str
    signs: tuple[str, ...]
    right: bool | None
    """None where no gold tells."""
    open: bool = False
    """Whether it is right to name nobody: the article leaves the speaker without a name."""
    among: bool | None = None
    """Whether one of the rivals is the right one; None where there are none."""
    before: str = ""
    """Id of the statement whose speaker goes on."""


def main(arguments: Sequence[str]) -> None:
    found = [case for gold in sets() for case in cases(gold)]
    report(found, chained(found, crossed(found)))
    if "--write" in arguments:
        NUMBERS.write_text(page(found), "utf-8")


# ---------------------------------------------------------------- cases


def cases(gold: Gold) -> Iterator[Case]:
    """The statements of a set of articles, each with what decided on its speaker."""
    by_file = {article["file"]: article["statements"] for article in gold.gold()}
    for source in walk([str(gold.articles)], given=Given()):
        if isinstance(source, Source):
            name = Path(source.path or "").name
            yield from _cases(name, by_file.get(name, []), _told(source))


def _told(source: Source) -> list[tuple[Asked, Statement]]:
    article, _ = clean(source)
    parts = split(article)
    labels = label([(article.text, parts)], article.language)[0]
    return list(followed(article, labels, find(article, labels)))


def _cases(name: str, gold: Sequence[Row], pairs: Sequence[tuple[Asked, Statement]]) -> Iterator[Case]:
    spans = [characters(s.content.spans) for _, s in pairs]
    match = {n: gold[g] for g, n in matched([characters(s["content"]) for s in gold], spans)}
    for n, (asked, told) in enumerate(pairs):
        wanted = match.get(n)
        yield _case(name, asked, told, None if wanted is None or wanted.get("optional") else wanted)


def _case(name: str, asked: Asked, told: Statement, wanted: Row | None) -> Case:
    speaker = told.speaker
    if speaker is None:
        return Case(name, told.id, "", (), None if wanted is None else same_speaker(wanted, None))
    rivals = others(asked, speaker)
    seen = tuple(signs(asked, speaker, speaker.decider, len(rivals)))
    goes = speaker.decider in GOING_ON
    before = next((s.id for s in asked.told() if goes and s.speaker and s.speaker.name == speaker.name), "")
    if wanted is None:
        return Case(name, told.id, speaker.decider, seen, None, before=before)
    right = same_speaker(wanted, {"name": speaker.name, "kind": str(speaker.kind)})
    among = any(same_speaker(wanted, {"name": n, "kind": "person"}) for n, _ in rivals) if rivals and not right else None
    return Case(name, told.id, speaker.decider, seen, right, same_speaker(wanted, None), among, before)


# ---------------------------------------------------------------- fitting


def fitted(found: Sequence[Case]) -> dict[str, float]:
    """Log-odds of each decider and sign: logistic regression by Newton's method, each drawn to its start."""
    judged = [c for c in found if c.decider and c.right is not None]
    names = sorted({c.decider for c in judged}) + sorted({f"+{s}" for c in judged for s in c.signs})
    share = sum(bool(c.right) for c in judged) / len(judged)
    start = np.array([0.0 if n.startswith("+") else log(share / (1 - share)) for n in names])
    seen = np.array([[n in (c.decider, *(f"+{s}" for s in c.signs)) for n in names] for c in judged], dtype=float)
    right = np.array([bool(c.right) for c in judged], dtype=float)
    odds = start.copy()
    for _ in range(STEPS):
        sure = 1 / (1 + np.exp(-seen @ odds))
        slope = seen.T @ (right - sure) - PULL * (odds - start)
        bend = (seen * (sure * (1 - sure))[:, None]).T @ seen + PULL * np.eye(len(names))
        odds = odds + np.clip(np.linalg.solve(bend, slope), -1, 1)  # whole steps may overshoot, and never come back
    told = dict(zip(names, odds, strict=True)) | {ALL: log(share / (1 - share))}
    return {name: round(float(value), 2) for name, value in told.items()}


def crossed(found: Sequence[Case]) -> list[float]:
    """The probability of each case, by numbers that were fitted without its part of the articles."""
    articles = sorted({c.article for c in found})
    part = {article: n % PARTS for n, article in enumerate(articles)}
    numbers = [fitted([c for c in found if part[c.article] != n]) for n in range(PARTS)]
    return [sure(case, numbers[part[case.article]]) for case in found]


def sure(case: Case, numbers: Mapping[str, float]) -> float:
    if not case.decider:
        return 0.0
    odds = numbers.get(case.decider, numbers[ALL]) + sum(numbers.get(f"+{s}", 0.0) for s in case.signs)
    return 1 / (1 + exp(-odds))


def chained(found: Sequence[Case], own: Sequence[float]) -> list[float]:
    """With those who are only said to go on no surer than they were before, as `refer` has it."""
    out: dict[tuple[str, str], float] = {}
    for case, value in zip(found, own, strict=True):
        out[case.article, case.id] = min(value, out.get((case.article, case.before), 1.0))
    return [out[case.article, case.id] for case in found]


def page(found: Sequence[Case]) -> str:
    """The text of `certainty.toml`."""
    numbers = fitted(found)
    told = [c.among for c in found if c.among is not None]
    among = (sum(told) + 1) / (len(told) + 2)
    judged = [c for c in found if c.right is not None]
    lines = HEAD.format(
        cases=len(judged), articles=len({c.article for c in judged}), least=LEAST, among=round(among, 2), all=numbers[ALL]
    )
    deciders = "".join(f"{n} = {v}\n" for n, v in numbers.items() if not n.startswith("+") and n != ALL)
    signs_ = "".join(f"{n[1:]} = {v}\n" for n, v in numbers.items() if n.startswith("+"))
    return f"{lines}\n[decider]\n{deciders}\n[sign]\n{signs_}"


# ---------------------------------------------------------------- telling


def report(found: Sequence[Case], values: Sequence[float]) -> None:
    judged = [(c, v) for c, v in zip(found, values, strict=True) if c.right is not None and c.decider]
    brier = sum((v - bool(c.right)) ** 2 for c, v in judged) / len(judged)
    ordered = sorted((v, bool(c.right)) for c, v in judged)
    bins = [ordered[len(ordered) * n // BINS : len(ordered) * (n + 1) // BINS] for n in range(BINS)]
    means = [(sum(v for v, _ in b) / len(b), sum(r for _, r in b) / len(b), len(b)) for b in bins]
    error = sum(abs(told - was) * n for told, was, n in means) / len(judged)
    base = sum(bool(c.right) for c, _ in judged) / len(judged)
    print(f"{len(judged)} speakers told, {base:.3f} right; cross-fitted Brier {brier:.4f} ")
    print(f"(the mean alone: {base * (1 - base):.4f}), expected error of calibration {error:.3f}\n\ntold     was       n")
    for told, was, n in means:
        print(f"{told:.2f}{was:9.2f}{n:8}")
    _deciders(judged)
    _thresholds(found, values)


def _deciders(judged: Sequence[tuple[Case, float]]) -> None:
    print(f"\n{'decider and signs':44}{'right':>6}{'of':>6}{'told':>7}")
    kinds: dict[str, list[tuple[bool, float]]] = defaultdict(list)
    for case, value in judged:
        kinds[" + ".join((case.decider, *case.signs))].append((bool(case.right), value))
    for name, told in sorted(kinds.items(), key=lambda k: -len(k[1])):
        print(f"{name:44}{sum(r for r, _ in told):>6}{len(told):>6}{sum(v for _, v in told) / len(told):>7.2f}")


def _thresholds(found: Sequence[Case], values: Sequence[float]) -> None:
    """What it would cost to name nobody below a probability. Right are those left open whom the article does not name."""
    judged = [(c, v) for c, v in zip(found, values, strict=True) if c.right is not None]
    print(f"\n{'nobody below':14}{'right':>6}{'wrong':>7}{'open':>6}{'share right':>13}{'wrong of these':>16}")
    for least in THRESHOLDS:
        named = [c for c, v in judged if c.decider and v >= least]
        wrong = sum(not c.right for c in named)
        left = [c for c, v in judged if not (c.decider and v >= least)]
        open_ = sum(not (c.open or (c.right and not c.decider)) for c in left)
        right = len(judged) - wrong - open_
        print(f"{least:<14}{right:>6}{wrong:>7}{open_:>6}{right / len(judged):>13.4f}{wrong / max(1, wrong + open_):>16.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
