"""Statements against gold: how many were found, with the right speaker, setting and spans.

A statement of a reading and one of the gold are the same when their contents share at least half of the characters that
either has; each is matched once, the best pairs first. A gold statement marked `optional` is neither missed when absent
nor wrong when found. The measures follow the exchange format's scorer, so that figures can be compared.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Row = Mapping[str, Any]
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
    tally, differences = Tally(), []
    for article in gold:
        differences += _article(tally, article, by_file[article["file"]])
    return tally, differences


def _article(tally: Tally, article: Row, rows: Sequence[Row]) -> Iterator[Difference]:
    statements = article["statements"]
    pairs = dict(_pairs([_characters(s["content"]) for s in statements], [_characters(r["content"]["spans"]) for r in rows]))
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


def _pairs(gold: Sequence[set[int]], found: Sequence[set[int]]) -> Iterator[tuple[int, int]]:
    """Indices of statements that are the same, the best pairs first."""
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
    tally.held["exact"].append(_overlap(_characters(gold["content"]), _characters(row["content"]["spans"])) >= 0.95)
    tally.held["kind"].append(gold["kind"] == row["kind"])
    for part in ("cue", "source"):
        if gold.get(part):
            tally.held[part].append(bool(_characters([gold[part]]) & _characters((row.get(part) or {"spans": []})["spans"])))
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
        tally.held["conditions"].append(_overlap(_characters(gold["conditions"]), _characters(spans)) >= 0.5)


def _characters(spans: Iterable[Sequence[int]]) -> set[int]:
    return {at for start, stop in spans for at in range(start, stop)}


def _overlap(a: set[int], b: set[int]) -> float:
    return len(a & b) / len(a | b) if a or b else 0.0


def _f1(right: int, predicted: int, gold: int) -> float:
    return round(2 * right / (predicted + gold), 4) if predicted + gold else 0.0


# ---------------------------------------------------------------- names


def same_speaker(gold: Row, speaker: Row | None) -> bool:
    """Whether the speaker is the one the gold names; one whom the article leaves unnamed need not be told."""
    name = (speaker or {}).get("name")
    forms = [gold["speaker"], gold.get("local") or gold["speaker"], *gold.get("aliases", [])]
    if gold["speaker_kind"] == "unnamed":
        return not name or (speaker or {}).get("kind") == "unnamed" or any(_same_name(f, name, "unnamed") for f in forms[:2])
    return bool(name) and any(_same_name(f, str(name), gold["speaker_kind"]) for f in forms)


def _same_name(one: str, two: str, kind: str) -> bool:
    a, b = _words(one), _words(two)
    if not a or not b:
        return False
    if kind == "person":
        first = len(a) == 1 or len(b) == 1 or _near(a[0], b[0]) or a[0][0] == b[0][0]
        return first and _near(a[-1], b[-1])
    return sum(any(_near(x, y) for y in b) for x in a) >= max(1, 0.6 * min(len(a), len(b)))


def _words(name: str) -> list[str]:
    return [w for w in re.findall(r"\w+", latin(name)) if w not in {"the", "of", "a", "an", "and"}]


def _near(a: str, b: str) -> bool:
    """Whether two words differ by at most a quarter of the longer one's letters."""
    return abs(len(a) - len(b)) <= 2 and _distance(a, b) <= max(len(a), len(b)) / 4


def _distance(a: str, b: str) -> int:
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (x != y))
    return row[-1]


_LETTERS = dict(
    zip(
        "абвгґдеёєжзиіїйклмнопрстуфхцчшщыэюя",
        "a b v g g d e e e zh z i i i i k l m n o p r s t u f kh ts ch sh shch y e iu ia".split(),
        strict=True,
    )
) | {"ъ": "", "ь": ""}


def latin(text: str) -> str:
    """Small Latin letters without accents; Cyrillic ones are written out."""
    plain = unicodedata.normalize("NFKD", "".join(_LETTERS.get(c, c) for c in text.lower()))
    return "".join(c for c in plain if not unicodedata.combining(c))
