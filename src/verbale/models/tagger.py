"""The English attribution tagger: sources, cues and contents linked, and the grammar of words, from one small network."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np
import onnxruntime

from verbale.model import Attribution
from verbale.models.pieces import Batch, Pieces, batch, windows
from verbale.text import Span

NAME = "attribution-en"
TOKENS = 4096
"""So many word pieces go through the network at once."""
NEVER = -1e4


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the network says of one article."""

    attributions: tuple[Attribution, ...]
    pos: tuple[str, ...]
    """Part of speech of each piece, in the tags of the Penn Treebank."""
    names: tuple[str, ...]
    relations: tuple[str, ...]
    heads: tuple[int, ...]
    """Index of the governing piece; the piece itself at the root."""


@dataclass(frozen=True, slots=True)
class _Network:
    session: Any
    tags: tuple[str, ...]
    pos: tuple[str, ...]
    ner: tuple[str, ...]
    rel: tuple[str, ...]
    moves: np.ndarray
    """Scores of a tag after a tag; impossible ones never win."""
    first: np.ndarray
    last: np.ndarray


@cache
def _network() -> _Network:
    """The network, loaded once a process. `VERBALE_THREADS` sets how many processor threads one batch may use."""
    folder = files("verbale.models").joinpath("attribution")
    labels = json.loads(folder.joinpath("labels.json").read_text("utf-8"))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = int(os.environ.get("VERBALE_THREADS", "0"))
    options.log_severity_level = 3
    with as_file(folder.joinpath("model.onnx")) as path:
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    tags = tuple(labels["tags"])
    legal = np.array([[_follows(a, b) for b in tags] for a in tags])
    moves = np.where(legal, np.array(labels["trans"], np.float32), NEVER)
    first = np.array([0 if t[0] in "OBS" else NEVER for t in tags], np.float32)
    last = np.array([0 if t[0] in "OES" else NEVER for t in tags], np.float32)
    return _Network(session, tags, tuple(labels["pos"]), tuple(labels["ner"]), tuple(labels["rel"]), moves, first, last)


def _follows(one: str, two: str) -> bool:
    """Whether tag `two` may stand after `one`: B-I*-E and S are spans, O is outside."""
    return two[0] in "IE" and one[1:] == two[1:] if one[0] in "BI" else two[0] in "OBS"


def tag(article: Pieces) -> Tagged:
    """Attributions and grammar of one article.

    Articles never share a batch: the network's arithmetic in small integers is scaled by all that goes through it at
    once, and an article must be read alike whatever its neighbours are.
    """
    attributions: list[Attribution] = []
    grammar = _blank(len(article.ids))
    for group in _groups(windows(article.bounds)):
        seen = batch(article, group)
        out = _run(seen)
        for row in range(len(group)):
            attributions += _attributions(article, seen.index[row], out, row)
            _keep(grammar, seen.index[row], out, row)
    return _tagged(attributions, grammar)


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


@dataclass(frozen=True, slots=True)
class _Out:
    """The network's answers for one batch."""

    tags: np.ndarray
    chances: np.ndarray
    pos: np.ndarray
    ner: np.ndarray
    rel: np.ndarray
    heads: np.ndarray
    sources: tuple[np.ndarray, np.ndarray]
    cues: tuple[np.ndarray, np.ndarray]


def _run(seen: Batch) -> _Out:
    net = _network()
    scores, pos, ner, rel, heads, link = net.session.run(
        None, {"ids": seen.ids, "shape": seen.cases, "mask": seen.mask}
    )
    scores = np.where((seen.index >= 0)[..., None], scores, np.where(np.arange(len(net.tags)) == 0, 0, NEVER))
    chances = np.exp(scores - scores.max(-1, keepdims=True))
    chances /= chances.sum(-1, keepdims=True)
    width = link.shape[-1] // 4
    cs, csh, tc, tch = (link[..., i * width : (i + 1) * width] for i in range(4))
    return _Out(viterbi(scores, net.moves, net.first, net.last), chances, pos, ner, rel, heads, (cs, csh), (tc, tch))


def viterbi(scores: np.ndarray, moves: np.ndarray, first: np.ndarray, last: np.ndarray) -> np.ndarray:
    """The best path of tags through each row of `scores` (rows, places, tags)."""
    rows, places, _ = scores.shape
    best = scores[:, 0] + first
    back = np.zeros(scores.shape, np.int64)
    for at in range(1, places):
        through = best[:, :, None] + moves
        back[:, at] = through.argmax(1)
        best = np.take_along_axis(through, back[:, at][:, None], 1)[:, 0] + scores[:, at]
    path = np.zeros((rows, places), np.int64)
    path[:, -1] = (best + last).argmax(-1)
    for at in range(places - 1, 0, -1):
        path[:, at - 1] = np.take_along_axis(back[:, at], path[:, at][:, None], 1)[:, 0]
    return path


def _attributions(article: Pieces, index: np.ndarray, out: _Out, row: int) -> Iterator[Attribution]:
    """Each cue of a window with the source it points at and the contents that point at it."""
    spans = list(_spans(out.tags[row]))
    cues = [s for s in spans if s[0] == "cue"]
    sources = [s for s in spans if s[0] == "source"]
    contents: dict[int, list[tuple[str, int, int]]] = {}
    for span in spans:
        if span[0] == "content" and cues:
            owner = max(range(len(cues)), key=lambda c: float(out.cues[0][row, span[1]] @ out.cues[1][row, cues[c][1]]))
            contents.setdefault(owner, []).append(span)
    for n, cue in enumerate(cues):
        if n not in contents:
            continue
        here = out.sources[0][row, cue[1]]
        source = max([None, *sources], key=lambda s: float(here @ out.sources[1][row, s[1] if s else 0]))
        chance = min(_chance(out, row, s) for s in (cue, *contents[n], *([source] if source else [])))
        yield Attribution(
            _where(article, index, cue),
            tuple(_where(article, index, s) for s in contents[n]),
            _where(article, index, source) if source else None,
            round(chance, 4),
            NAME,
        )


def _spans(path: np.ndarray) -> Iterator[tuple[str, int, int]]:
    """Spans of a path of tags: label, first place and one past the last."""
    tags = _network().tags
    start = 0
    for at, tag_ in enumerate(path):
        name = tags[tag_]
        if name[0] in "BS":
            start = at
        if name[0] in "ES":
            yield name[2:], start, at + 1


def _chance(out: _Out, row: int, span: tuple[str, int, int]) -> float:
    """The mean chance of the tags of a span."""
    at = np.arange(span[1], span[2])
    return float(out.chances[row, at, out.tags[row, at]].mean())


def _where(article: Pieces, index: np.ndarray, span: tuple[str, int, int]) -> Span:
    return Span(article.spans[index[span[1]]].start, article.spans[index[span[2] - 1]].stop)


@dataclass(slots=True)
class _Grammar:
    pos: list[str]
    names: list[str]
    relations: list[str]
    heads: list[int]


def _blank(size: int) -> _Grammar:
    return _Grammar([""] * size, ["O"] * size, [""] * size, list(range(size)))


def _keep(grammar: _Grammar, index: np.ndarray, out: _Out, row: int) -> None:
    net = _network()
    for at in np.flatnonzero(index >= 0):
        n = int(index[at])
        grammar.pos[n] = net.pos[out.pos[row, at]]
        grammar.names[n] = net.ner[out.ner[row, at]]
        grammar.relations[n] = net.rel[out.rel[row, at]]
        grammar.heads[n] = int(index[out.heads[row, at]]) if index[out.heads[row, at]] >= 0 else n


def _tagged(attributions: list[Attribution], grammar: _Grammar) -> Tagged:
    ordered = tuple(sorted(attributions, key=lambda a: a.cue))
    return Tagged(ordered, tuple(grammar.pos), tuple(grammar.names), tuple(grammar.relations), tuple(grammar.heads))
