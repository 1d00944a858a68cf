"""PolNeAR articles as training examples: word pieces with a tag each, links between spans, and silver grammar."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from eval.polnear import paragraphs
from verbale.models.pieces import WINDOW, Pieces, pieces, windows

LABELS = ("source", "cue", "content")
TAGS = ("O", *(f"{place}-{label}" for label in LABELS for place in "BIES"))
"""A span is one piece (S) or begins (B), goes on (I) and ends (E)."""
TAG = {tag: n for n, tag in enumerate(TAGS)}
NONE = -100
"""A place the loss passes over."""
POS, NER, RELATIONS = 48, 14, 60
"""At most so many kinds of each; the rarest are left out."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """The kinds of words, names and relations that CoreNLP's columns tell apart."""

    pos: tuple[str, ...]
    ner: tuple[str, ...]
    rel: tuple[str, ...]


@dataclass(slots=True)
class Example:
    """One article: its pieces with what is to be learned for each."""

    row: dict[str, Any]
    pieces: Pieces
    tags: np.ndarray
    first: dict[str, set[int]]
    """First pieces of the spans of each label."""
    source_of: dict[int, int]
    """First piece of a cue, to the first piece of its source; -1 where the source is left out."""
    cue_of: dict[int, int]
    """First piece of a content, to the first piece of its cue."""
    silver: dict[str, np.ndarray] = field(default_factory=dict)


def rows(path: Path) -> list[dict[str, Any]]:
    """The articles of a JSON lines file, gzipped or not."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def grammar(articles: Sequence[dict[str, Any]]) -> Grammar:
    """The commonest kinds in the automatic columns, in falling order."""
    tokens = [t for a in articles for t in a.get("tokens", [])]
    relations = Counter(d[1] for a in articles for d in a.get("dependencies", []) if d[1])
    pos, ner = Counter(t[2] for t in tokens), Counter(t[3] for t in tokens)
    return Grammar(_commonest(pos, POS), _commonest(ner, NER), _commonest(relations, RELATIONS))


def _commonest(counts: Counter[str], size: int) -> tuple[str, ...]:
    return tuple(name for name, _ in sorted(counts.items(), key=lambda c: (-c[1], c[0]))[:size])


def example(row: dict[str, Any], kinds: Grammar) -> Example:
    """An article as it is learned from."""
    seen = pieces(row["text"], list(paragraphs(row["text"])))
    starts = [s.start for s in seen.spans]
    made = Example(row, seen, np.zeros(len(starts), np.int64), {label: set() for label in LABELS}, {}, {})
    for attribution in row["attributions"]:
        _attribution(made, starts, attribution)
    made.silver = _silver(row, starts, kinds)
    return made


def _attribution(made: Example, starts: list[int], attribution: dict[str, Any]) -> None:
    ranges = {label: [_range(made, starts, *span) for span in attribution[label]] for label in LABELS}
    ranges = {label: [r for r in found if r[0] < r[1]] for label, found in ranges.items()}
    for label, found in ranges.items():
        for start, stop in found:
            made.first[label].add(start)
            if not made.tags[start:stop].any():
                _tag(made.tags, start, stop, label)
    if ranges["cue"]:
        cue = ranges["cue"][0][0]
        made.source_of[cue] = ranges["source"][0][0] if ranges["source"] else -1
        made.cue_of.update({start: cue for start, _ in ranges["content"]})


def _range(made: Example, starts: list[int], start: int, stop: int) -> tuple[int, int]:
    """The pieces that a span of characters covers, the first even where it only begins inside."""
    first = bisect_left(starts, start)
    if first and made.pieces.spans[first - 1].stop > start:
        first -= 1
    return first, bisect_left(starts, stop)


def _tag(tags: np.ndarray, start: int, stop: int, label: str) -> None:
    tags[start:stop] = TAG[f"I-{label}"]
    tags[start] = TAG[f"B-{label}"]
    tags[stop - 1] = TAG[f"E-{label}"]
    if stop - start == 1:
        tags[start] = TAG[f"S-{label}"]


def _silver(row: dict[str, Any], starts: list[int], kinds: Grammar) -> dict[str, np.ndarray]:
    """Part of speech, name, relation and head of the pieces that begin a word; `NONE` elsewhere."""
    out = {name: np.full(len(starts), NONE, np.int64) for name in ("pos", "ner", "rel", "head")}
    tokens, arcs = row.get("tokens", []), row.get("dependencies", [])
    places = [_place(starts, t[0]) for t in tokens]
    numbers = {name: {kind: n for n, kind in enumerate(getattr(kinds, name))} for name in ("pos", "ner", "rel")}
    for token, (head, relation), place in zip(tokens, arcs, places, strict=True):
        if place is None:
            continue
        out["pos"][place] = numbers["pos"].get(token[2], NONE)
        out["ner"][place] = numbers["ner"].get(token[3], NONE)
        if relation is not None:
            governor = places[head] if 0 <= head < len(places) else place
            out["rel"][place] = numbers["rel"].get(relation, NONE)
            out["head"][place] = NONE if governor is None else governor
    return out


def _place(starts: list[int], start: int) -> int | None:
    at = bisect_left(starts, start)
    return at if at < len(starts) and starts[at] == start else None


def packed(examples: Sequence[Example], *, chance: random.Random | None = None) -> list[tuple[Example, np.ndarray]]:
    """All windows; with `chance` each article's first is of a random width, so that every epoch packs it anew."""
    return [
        (e, w)
        for e in examples
        for w in windows(e.pieces.bounds, first=chance.randint(WINDOW // 3, WINDOW) if chance else None)
    ]
