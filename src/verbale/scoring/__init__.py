"""Statements against gold: how many were found, with the right speaker, setting and spans.

A statement of a reading and one of the gold are the same when their contents share at least half of the characters that
either has; each is matched once, the best pairs first. A gold statement marked `optional` is neither missed when absent
nor wrong when found. The measures follow the exchange format's scorer, so that figures can be compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from verbale.scoring.naming import latin, same_speaker

Row = Mapping[str, Any]
__all__ = ["SHARES", "Difference", "Tally", "characters", "latin", "matched", "same_speaker", "score"]

SHARES = ("speaker", "exact", "kind", "cue", "source", "said", "relays", "venue", "conditions")


@dataclass(slots=True)
class Tally:
    """Counts over articles, and for each measure how often it held where the gold says something."""

    gold: int = 0
    predicted: int = 0
    matched: int = 0
    right: int = 0
    held: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))

    def figures(self) -> dict[str, float]:
        """F1 of `found` and `who+what`, and the share of each measure; between 0 and 1."""
        out = {
            "found": _f1(self.matched, self.predicted, self.gold),
            "who+what": _f1(self.right, self.predicted, self.gold),
        }
        return out | {name: round(sum(self.held[name]) / len(self.held[name]), 4) for name in SHARES if self.held[name]}


@dataclass(frozen=True, slots=True)
class Difference:
    """A gold statement that was missed, one found that is none, or a wrong speaker."""

    what: str
    file: str
    gold: Row | None
    found: Row | None


def score(gold: Iterable[Row], rows: Iterable[Row]) -> tuple[Tally, list[Difference]]:
    """The tally over all gold articles, and every difference. `rows` are statements in the exchange format."""
    by_file: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_file[str(row["article"]["path"]).rsplit("/", 1)[-1]].append(row)
    tally, differences = Tally(), list[Difference]()
    for article in gold:
        differences += _article(tally, article, by_file[article["file"]])
    return tally, differences


def _article(tally: Tally, article: Row, rows: Sequence[Row]) -> Iterator[Difference]:
    statements = article["statements"]
    pairs = dict(matched([characters(s["content"]) for s in statements], [characters(r["content"]["spans"]) for r in rows]))
    tally.gold += sum(not s.get("optional") for s in statements)
    tally.predicted += len(rows) - sum(bool(statements[g].get("optional")) for g in pairs)
    for n, statement in enumerate(statements):
        if statement.get("optional"):
            continue
        if n not in pairs:
            yield Difference("missed", article["file"], statement, None)
        elif not _count(tally, statement, rows[pairs[n]]):
            yield Difference("speaker", article["file"], statement, rows[pairs[n]])
    for m, row in enumerate(rows):
        if m not in pairs.values():
            yield Difference("extra", article["file"], None, row)


def matched(gold: Sequence[set[int]], found: Sequence[set[int]]) -> Iterator[tuple[int, int]]:
    """Indices of statements that share half of the characters that either has, the best pairs first; each at most once."""
    shared = ((len(a & b) / len(a | b), i, j) for i, a in enumerate(gold) for j, b in enumerate(found) if a & b)
    left, right = set(range(len(gold))), set(range(len(found)))
    for overlap, i, j in sorted(shared, key=lambda s: (-s[0], s[1], s[2])):
        if overlap >= 0.5 and i in left and j in right:
            left.discard(i)
            right.discard(j)
            yield i, j


def _count(tally: Tally, gold: Row, row: Row) -> bool:
    """Adds a match to the tally; whether its speaker is right."""
    right = same_speaker(gold, row.get("speaker"))
    tally.matched += 1
    tally.right += right
    tally.held["speaker"].append(right)
    tally.held["exact"].append(_overlap(characters(gold["content"]), characters(row["content"]["spans"])) >= 0.95)
    tally.held["kind"].append(gold["kind"] == row["kind"])
    for part in ("cue", "source"):
        if gold.get(part):
            tally.held[part].append(bool(characters([gold[part]]) & characters((row.get(part) or {"spans": []})["spans"])))
    _setting(tally, gold, row)
    return right


def _setting(tally: Tally, gold: Row, row: Row) -> None:
    if gold.get("said"):
        tally.held["said"].append(((row.get("said") or {}).get("from") or "").startswith(gold["said"][:10]))
    if gold.get("relays"):
        names = [latin(r) for r in row.get("relays") or []]
        tally.held["relays"].append(all(any(latin(r) in n or n in latin(r) for n in names) for r in gold["relays"]))
    if gold.get("venue"):
        tally.held["venue"].append(bool((row.get("venue") or {}).get("text")))
    if gold.get("conditions"):
        spans = [s for c in row.get("conditions") or [] for s in c["spans"]]
        tally.held["conditions"].append(_overlap(characters(gold["conditions"]), characters(spans)) >= 0.5)


def characters(spans: Iterable[Sequence[int]]) -> set[int]:
    return {at for start, stop in spans for at in range(start, stop)}


def _overlap(a: set[int], b: set[int]) -> float:
    return len(a & b) / len(a | b) if a or b else 0.0


def _f1(right: int, predicted: int, gold: int) -> float:
    return round(2 * right / (predicted + gold), 4) if predicted + gold else 0.0
