"""How many of the events that whole articles tell are found, and how many of those found are told: python eval/whole.py
[--set mend|report] [--show]

`events/whole/labels.json` marks, in 52 articles drawn by chance and read before Verbale was asked, every event of its
kinds: the kinds it may be taken for, its status, the offsets of the word that names it and, where the sentence tells one,
its day, month or year. No text. What somebody may call an event or not (a hearing, a proposal that is only said, a second
word for the same) is optional: neither missed nor wrong. 30 articles were drawn from all news, 22 more from those on
politics, since health and flights tell few events. Half are to mend by, half to report.

Found is an event of the same family of kinds whose word lies on the word marked, or whose clause holds it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from acts import texts
from gold import DATA

from verbale import read
from verbale.lang import events
from verbale.model import Happening
from verbale.text import Span

SETS = ("mend", "report")
LABELS = Path(__file__).with_name("events") / "whole" / "labels.json"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=SETS)
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    if not (DATA / "data").is_dir():
        print(f"No shared articles under {DATA} (set VERBALE_DATA): events are not measured.")
        return
    for name in (given.set,) if given.set else SETS:
        print(name, " ".join(f"{key}={value:.3f}" for key, value in figures([name], show=given.show).items()))


def figures(names: Collection[str] = SETS, *, show: bool = False) -> dict[str, float]:
    """Precision and recall of finding, and the shares of right status and right date among those found; empty where the
    shared articles are absent."""
    if not (DATA / "data").is_dir():
        return {}
    counts: Counter[str] = Counter()
    for row in json.loads(LABELS.read_text("utf-8")):
        if row["set"] in names:
            counts += _counted(row, show=show)
    return {
        "precision": counts["right"] / max(1, counts["told"]),
        "recall": counts["found"] / max(1, counts["wanted"]),
        "status": counts["status"] / max(1, counts["right"]),
        "date": counts["date"] / max(1, counts["dated"]),
    }


def _counted(row: dict[str, Any], *, show: bool) -> Counter[str]:
    text = texts(row["file"])
    told = read(text, language=row["language"], published=row["published"]).happenings
    counts: Counter[str] = Counter(told=len(told), wanted=sum(not e.get("optional") for e in row["events"]))
    taken: set[int] = set()
    for wanted, found in _met(row["events"], told):
        taken |= {id(found)} if found else set()
        counts += _judged(wanted, found)
        if show and (found is None or not _judged(wanted, found)["status"]) and not wanted.get("optional"):
            got = f"got {found.status}" if found else "MISSED"
            print(f"{got}: {wanted['kinds'][0]} {wanted['status']} | {_around(text, Span(*wanted['trigger']))}")
    for extra in (one for one in told if id(one) not in taken):
        if show:
            print(f"WRONG: {extra.what} {extra.status} | {_around(text, extra.trigger)}")
    return counts


def _judged(wanted: dict[str, Any], found: Happening | None) -> Counter[str]:
    if found is None:
        return Counter()
    day = wanted["when"]
    counts = Counter(right=1, found=int(not wanted.get("optional")), status=int(found.status == wanted["status"]))
    return counts + Counter(dated=int(bool(day)), date=int(bool(day) and _fits(day, found)))


def _fits(day: str, found: Happening) -> bool:
    """Whether the dates found lie within the one told, or within the two between which it lies."""
    first, last = (day.split("/") * 2)[:2]
    start, stop = found.when.start or "", found.when.stop or ""
    return first <= start[:10] and stop[: len(last)] <= last and bool(start)


def _met(wanted: list[dict[str, Any]], told: tuple[Happening, ...]) -> Iterator[tuple[dict[str, Any], Happening | None]]:
    """Each event with the happening that tells it, the nearest first; no happening tells two."""
    free = list(told)
    for close in (True, False):
        for event in list(wanted):
            if one := next((h for h in free if _is_of(h, event) and _touches(h, event, close=close)), None):
                free.remove(one)
                wanted = [e for e in wanted if e is not event]
                yield event, one
    yield from ((event, None) for event in wanted)


def _is_of(happening: Happening, event: dict[str, Any]) -> bool:
    kinds = events()
    return kinds[happening.what]["like"] in {kinds[kind]["like"] for kind in event["kinds"]}


def _touches(happening: Happening, event: dict[str, Any], *, close: bool) -> bool:
    word = Span(*event["trigger"])
    return happening.trigger.meets(word) if close else any(span.meets(word) for span in happening.words.spans)


def _around(text: str, span: Span) -> str:
    return " ".join(f"{text[max(0, span.start - 90) : span.start]}⟦{span.of(text)}⟧{text[span.stop : span.stop + 60]}".split())


if __name__ == "__main__":
    main()
