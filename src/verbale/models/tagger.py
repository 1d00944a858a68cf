"""The English attribution tagger: sources, cues and contents linked, and the grammar of words, from one small network."""

from __future__ import annotations

import json
import os
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import numpy as np
import onnxruntime

from verbale.model import Attribution
from verbale.models.pieces import WINDOW, Batch, Pieces, batch, windows
from verbale.text import Span

TOKENS = 512
"""So many word pieces go through the network at once."""
LONG = 40
"""A content of so many word pieces is read once more by itself."""
SURE = 0.75
"""What is found there counts from such a score on; below it, most of it is wrong."""
NEVER = -1e4
QUOTES = frozenset({1000, 1005, 1520, 1523, 1525, 1077})
"""Word pieces that open a quotation."""
_T = TypeVar("_T")


class Found(NamedTuple):
    """A labelled stretch of a window: `source`, `cue` or `content`, first place and one past the last."""

    label: str
    start: int
    stop: int


@dataclass(slots=True)
class Tagged:
    """What the network says of one article; the lists have an entry for each piece."""

    pos: list[str]
    """Part of speech, in the tags of the Penn Treebank."""
    names: list[str]
    relations: list[str]
    heads: list[int]
    """Index of the governing piece; the piece itself at the root."""
    attributions: list[Attribution] = field(default_factory=list)
    spans: list[tuple[str, Span]] = field(default_factory=list)
    """All labelled spans, also those that are linked to nothing."""


@dataclass(frozen=True, slots=True)
class _Out:
    """The network's answers for one batch."""

    tags: np.ndarray
    chances: np.ndarray
    pos: np.ndarray
    ner: np.ndarray
    rel: np.ndarray
    heads: np.ndarray
    links: np.ndarray
    """Four vectors for each place: as a cue that points at its source, as a source, as a content, as a cue."""


class Tagger:
    """The network with its labels, from a folder that holds `model.onnx` and `labels.json`.

    With `raw`, scores are the network's own, not yet shares of right ones.
    """

    def __init__(self, folder: Path, *, raw: bool = False) -> None:
        labels = json.loads((folder / "labels.json").read_text("utf-8"))
        self.name: str = labels["name"]
        self.tags: tuple[str, ...] = tuple(labels["tags"])
        self._kinds = [labels[name] for name in ("pos", "ner", "rel")]
        legal = np.array([[follows(a, b) for b in self.tags] for a in self.tags])
        self._moves = np.where(legal, np.array(labels["moves"], np.float32), NEVER)
        self._first = np.array([0 if t[0] in "OBS" else NEVER for t in self.tags], np.float32)
        self._last = np.array([0 if t[0] in "OES" else NEVER for t in self.tags], np.float32)
        self._calibration = np.array([[0, 1], [0, 1]] if raw else labels["calibration"], np.float64)
        self._session = _session(folder / "model.onnx")

    def tag(self, article: Pieces) -> Tagged:
        """Attributions and grammar of one article.

        Articles never share a batch: the network's arithmetic in small integers is scaled by all that goes through it at
        once, and an article must be read alike whatever its neighbours are.
        """
        size = len(article.ids)
        tagged = Tagged([""] * size, ["O"] * size, [""] * size, list(range(size)))
        for out, row, index in self._answers(article, windows(article.bounds)):
            self._read(tagged, article, index, out, row)
        tagged.attributions += self._nested(article, tagged.attributions)
        tagged.attributions.sort(key=lambda a: a.cue)
        return tagged

    def _nested(self, article: Pieces, outer: Sequence[Attribution]) -> list[Attribution]:
        """What long contents tell of the words of others: each is read once more, by itself."""
        starts = [span.start for span in article.spans]
        contents = {tuple(bisect_left(starts, at) for at in (c.start, c.stop)) for a in outer for c in a.content}
        long = [np.array([-1, *range(*c), -1]) for c in sorted(contents) if LONG <= c[1] - c[0] <= WINDOW - 2]
        found: list[Attribution] = []
        for out, row, index in self._answers(article, long):
            found += self._attributions(article, index, out, row, list(self._spans(out.tags[row])))
        return [a for a in found if a.score >= SURE and not any(a.cue.meets(o.cue) for o in outer)]

    def _answers(self, article: Pieces, over: list[np.ndarray]) -> Iterator[tuple[_Out, int, np.ndarray]]:
        """What the network says of each window: its answers for a batch, the window's row in it, and its places."""
        for group in _groups(over):
            seen = batch(article, group)
            out = self._run(seen)
            yield from ((out, row, index) for row, index in enumerate(seen.index))

    def _run(self, seen: Batch) -> _Out:
        scores, *rest = self._session.run(None, {"ids": seen.ids, "cases": seen.cases, "mask": seen.mask})
        outside = np.where(np.arange(len(self.tags)) == 0, 0, NEVER)
        scores = np.where((seen.index >= 0)[..., None], scores, outside)
        chances = np.exp(scores - scores.max(-1, keepdims=True))
        return _Out(viterbi(scores, self._moves, self._first, self._last), chances / chances.sum(-1, keepdims=True), *rest)

    def _read(self, tagged: Tagged, article: Pieces, index: np.ndarray, out: _Out, row: int) -> None:
        found = list(self._spans(out.tags[row]))
        tagged.spans += [(f.label, _where(article, index, f)) for f in found]
        tagged.attributions += self._attributions(article, index, out, row, found)
        for at in np.flatnonzero(index >= 0):
            n, head = int(index[at]), int(index[out.heads[row, at]])
            tagged.pos[n], tagged.names[n], tagged.relations[n] = (
                kinds[answer[row, at]] for kinds, answer in zip(self._kinds, (out.pos, out.ner, out.rel), strict=True)
            )
            tagged.heads[n] = head if head >= 0 else n

    def _spans(self, path: np.ndarray) -> Iterator[Found]:
        start = 0
        for at, number in enumerate(path):
            tag = self.tags[number]
            if tag[0] in "BS":
                start = at
            if tag[0] in "ES":
                yield Found(tag[2:], start, at + 1)

    def _attributions(
        self, article: Pieces, index: np.ndarray, out: _Out, row: int, found: list[Found]
    ) -> Iterator[Attribution]:
        """Each cue of a window with the source it points at and the contents that point at it."""
        cues = [f for f in found if f.label == "cue"]
        sources = [None, *(f for f in found if f.label == "source")]
        to_source, as_source, to_cue, as_cue = np.split(out.links[row], 4, axis=-1)
        owned: dict[Found, list[tuple[Found, float]]] = {}
        for content in (f for f in found if f.label == "content" and cues):
            cue, chance = _chosen(to_cue[content.start], [(c, as_cue[c.start]) for c in cues])
            if _torn(article, index, cue, content):
                continue
            owned.setdefault(cue, []).append((content, chance))
        for cue, contents in owned.items():
            source, chance = _chosen(to_source[cue.start], [(s, as_source[s.start if s else 0]) for s in sources])
            parts = [cue, *(c for c, _ in contents), *([source] if source else [])]
            sure = [*(_chance(out, row, p) for p in parts), chance, *(c for _, c in contents)]
            yield Attribution(
                _where(article, index, cue),
                tuple(_where(article, index, c) for c, _ in contents),
                _where(article, index, source) if source else None,
                self._calibrated(float(np.exp(np.log(np.maximum(sure, 1e-6)).mean()))),
                self.name,
            )

    def _calibrated(self, chance: float) -> float:
        """The share of right ones among attributions of that chance, as measured in training."""
        return round(float(np.interp(chance, self._calibration[0], self._calibration[1])), 4)


@cache
def tagger() -> Tagger:
    """The tagger that ships with Verbale, loaded once a process."""
    return Tagger(Path(str(files("verbale.models").joinpath("attribution"))))


def _session(path: Path) -> Any:
    """`VERBALE_THREADS` sets how many processor threads one batch may use; all of them if it is not set."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = int(os.environ.get("VERBALE_THREADS", "0"))
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def follows(one: str, two: str) -> bool:
    """Whether tag `two` may stand after `one`: B I* E and S are spans, O is outside."""
    return two[0] in "IE" and one[1:] == two[1:] if one[0] in "BI" else two[0] in "OBS"


def viterbi(scores: np.ndarray, moves: np.ndarray, first: np.ndarray, last: np.ndarray) -> np.ndarray:
    """The best path of tags through each row of `scores` (rows, places, tags)."""
    rows, places, _ = scores.shape
    best = scores[:, 0] + first
    back = np.zeros(scores.shape, np.int64)
    for at in range(1, places):
        through = best[:, :, None] + moves
        back[:, at] = through.argmax(1)
        best = through.max(1) + scores[:, at]
    path = np.zeros((rows, places), np.int64)
    path[:, -1] = (best + last).argmax(-1)
    every = np.arange(rows)
    for at in range(places - 1, 0, -1):
        path[:, at - 1] = back[every, at, path[:, at]]
    return path


def _groups(found: list[np.ndarray]) -> Iterator[list[np.ndarray]]:
    """Windows of like length together, so that little is padding."""
    group: list[np.ndarray] = []
    for window in sorted(found, key=len):
        if group and (len(group) + 1) * len(window) > TOKENS:
            yield group
            group = []
        group.append(window)
    if group:
        yield group


def _chosen(here: np.ndarray, others: list[tuple[_T, np.ndarray]]) -> tuple[_T, float]:
    """The one that a place points at, with the chance of it among all."""
    scores = np.array([float(here @ there) for _, there in others])
    chances = np.exp(scores - scores.max())
    best = int(scores.argmax())
    return others[best][0], float(chances[best] / chances.sum())


def _chance(out: _Out, row: int, found: Found) -> float:
    """The chance of both ends of a span."""
    ends = np.array([found.start, found.stop - 1])
    return float(out.chances[row, ends, out.tags[row, ends]].prod())


def _torn(article: Pieces, index: np.ndarray, cue: Found, content: Found) -> bool:
    """Whether a content without a quotation mark before it stands in another paragraph than its cue: the sign of a cue
    that was not seen, for only quotations run on over paragraphs."""
    first, last = sorted((int(index[cue.start]), int(index[content.start])))
    apart = any(first < bound <= last for bound in article.bounds)
    return apart and int(article.ids[index[content.start]]) not in QUOTES


def _where(article: Pieces, index: np.ndarray, found: Found) -> Span:
    return Span(article.spans[index[found.start]].start, article.spans[index[found.stop - 1]].stop)
