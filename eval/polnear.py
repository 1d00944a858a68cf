"""The English tagger on files in the form of PolNeAR: python eval/polnear.py FILE.jsonl.gz [--json] [--model FOLDER]

Prints F1 of exact spans for source, cue and content, counted as in CofeNet (Wang et al., COLING 2022): per paragraph, the
maximal spans of a label, each stretch of a discontinuous content on its own, exact boundaries, micro average; and the
linked figure: an attribution is right when its contents share at least half of the characters that either has with those
of the gold, and its source and its cue touch the gold's (where the gold has no source, it must have none). Also the
calibration error of its scores: the mean distance, in ten equal bins, between score and share of right ones.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from verbale.model import Attribution
from verbale.models.pieces import pieces
from verbale.models.tagger import Tagged, Tagger, tagger
from verbale.scoring import characters
from verbale.text import Span

LABELS = ("source", "cue", "content")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--model", type=Path, help="folder of another model.onnx and labels.json")
    arguments = parser.parse_args()
    model = Tagger(arguments.model) if arguments.model else tagger()
    with gzip.open(arguments.file, "rt", encoding="utf-8") as lines:
        figures = measure(model, map(json.loads, lines))
    if arguments.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name:20} {value:.4f}")


def measure(model: Tagger, articles: Iterable[dict[str, Any]]) -> dict[str, float]:
    """All figures over the articles, between 0 and 1."""
    counts: Counter[str] = Counter()
    judged: list[tuple[float, bool]] = []
    for article in articles:
        tagged = tag(model, article["text"])
        for label in LABELS:
            _count(counts, label, _gold(article, label), _found(article["text"], tagged, label))
        judged += linked(article["attributions"], tagged.attributions)
        counts["linked gold"] += len(article["attributions"])
    right = sum(r for _, r in judged)
    figures = {label: f1(counts[f"{label} right"], counts[f"{label} found"], counts[f"{label} gold"]) for label in LABELS}
    figures |= {"linked": f1(right, len(judged), counts["linked gold"])}
    figures |= {"linked precision": right / max(1, len(judged)), "linked recall": right / max(1, counts["linked gold"])}
    return figures | {"calibration error": calibration_error(judged)}


def tag(model: Tagger, text: str) -> Tagged:
    """What the model says of a text, each line of which is a paragraph."""
    return model.tag(pieces(text, list(paragraphs(text))))


def paragraphs(text: str) -> Iterator[Span]:
    """Lines that hold something."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


def f1(right: int, found: int, gold: int) -> float:
    return 2 * right / (found + gold) if found + gold else 0.0


# ---------------------------------------------------------------- exact spans


def _count(counts: Counter[str], label: str, gold: set[Span], found: set[Span]) -> None:
    counts.update({f"{label} right": len(gold & found), f"{label} found": len(found), f"{label} gold": len(gold)})


def _gold(article: dict[str, Any], label: str) -> set[Span]:
    return maximal(article["text"], [Span(*s) for a in article["attributions"] for s in a[label]])


def _found(text: str, tagged: Tagged, label: str) -> set[Span]:
    return maximal(text, [span for name, span in tagged.spans if name == label])


def maximal(text: str, spans: Iterable[Span]) -> set[Span]:
    """The spans cut at the ends of paragraphs, without blanks at their ends and without those that lie in another."""
    cut = {piece for span in spans for piece in _cut(text, span)}
    return {s for s in cut if not any(other != s and other.holds(s) for other in cut)}


def _cut(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for line in span.of(text).split("\n"):
        piece = Span(start, start + len(line)).stripped(text)
        if piece.size():
            yield piece
        start += len(line) + 1


# ---------------------------------------------------------------- attributions


def linked(gold: Sequence[dict[str, Any]], found: Sequence[Attribution]) -> list[tuple[float, bool]]:
    """The score of each attribution found, and whether it is right; each gold one is taken once, the best pairs first."""
    ours, theirs = [characters(a.content) for a in found], [characters(a["content"]) for a in gold]
    shared = ((len(a & b) / len(a | b), i, j) for i, a in enumerate(ours) for j, b in enumerate(theirs) if a & b)
    pairs: dict[int, int] = {}
    for overlap, i, j in sorted(shared, key=lambda s: (-s[0], s[1], s[2])):
        if overlap >= 0.5 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(a.score, i in pairs and _agrees(a, gold[pairs[i]])) for i, a in enumerate(found)]


def _agrees(found: Attribution, gold: dict[str, Any]) -> bool:
    source = [found.source] if found.source else []
    return _touch(source, gold["source"]) and _touch([found.cue], gold["cue"])


def _touch(ours: Sequence[Span], theirs: Sequence[Sequence[int]]) -> bool:
    if not theirs:
        return not ours
    return bool(characters(ours) & characters(theirs))


def calibration_error(judged: Sequence[tuple[float, bool]], *, bins: int = 10) -> float:
    """Expected calibration error over equal bins of the score."""
    error = 0.0
    for n in range(bins):
        inside = [(s, r) for s, r in judged if n / bins <= s < (n + 1) / bins or (s == 1 and n == bins - 1)]
        if inside:
            error += abs(sum(s for s, _ in inside) - sum(r for _, r in inside)) / len(judged)
    return error


if __name__ == "__main__":
    main()
