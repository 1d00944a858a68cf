"""Text as a small transformer sees it: word pieces in windows of whole paragraphs. Used alike in training and in reading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

import numpy as np
import tokenizers

from verbale.text import Span, Text

WINDOW = 320
"""Most word pieces in a window, its marks counted in."""
CLS, SEP = 101, 102
LOWER, CAPITAL, UPPER, OTHER = range(4)
"""Cases of the word a piece belongs to; the model itself reads small letters only."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of the paragraphs of one article."""

    ids: np.ndarray
    cases: np.ndarray
    spans: tuple[Span, ...]
    """Where each piece stands in the article."""
    bounds: tuple[int, ...]
    """Where each paragraph begins among the pieces, and their number at the end."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of equal width. `index` maps each place to a piece of its article; -1 at marks and padding."""

    ids: np.ndarray
    cases: np.ndarray
    mask: np.ndarray
    index: np.ndarray


@cache
def tokenizer() -> tokenizers.Tokenizer:
    """The word piece tokenizer of the English models, without truncation or padding."""
    data = files("verbale.models").joinpath("attribution", "tokenizer.json").read_text("utf-8")
    loaded = tokenizers.Tokenizer.from_str(data)
    loaded.no_truncation()
    loaded.no_padding()
    return loaded


def pieces(text: str, paragraphs: Sequence[Span]) -> Pieces:
    """The pieces of the given stretches of an article."""
    plain = [Text(p.of(text), p.start) for p in paragraphs]
    encoded = tokenizer().encode_batch([p.string for p in plain], add_special_tokens=False)
    ids: list[int] = []
    cases: list[int] = []
    spans: list[Span] = []
    bounds = [0]
    for paragraph, encoding in zip(plain, encoded, strict=True):
        ids += encoding.ids
        cases += _cases(paragraph.string, encoding.offsets)
        spans += [paragraph.back(a, b) for a, b in encoding.offsets]
        bounds.append(len(ids))
    return Pieces(np.array(ids, dtype=np.int64), np.array(cases, dtype=np.int64), tuple(spans), tuple(bounds))


def _cases(string: str, offsets: list[tuple[int, int]]) -> list[int]:
    """The case of the word around each piece."""
    words = [(m.start(), m.end()) for m in re.finditer(r"[^\W_]+", string)]
    out, at = [], 0
    for start, _ in offsets:
        while at < len(words) and words[at][1] <= start:
            at += 1
        inside = at < len(words) and words[at][0] <= start
        out.append(_case(string[slice(*words[at])]) if inside else OTHER)
    return out


def _case(word: str) -> int:
    if not any(c.isalpha() for c in word):
        return OTHER
    if word.isupper() and len(word) > 1:
        return UPPER
    return CAPITAL if word[0].isupper() else LOWER


def windows(bounds: Sequence[int], *, width: int = WINDOW, first: int | None = None) -> list[np.ndarray]:
    """Paragraphs packed into windows, each as its places: a piece's index, or -1 for a mark at its start and paragraph ends.

    `first` narrows the first window, so that training sees the paragraphs packed in different ways.
    """
    out: list[list[int]] = []
    limit = min(first or width, width)
    for start, stop in pairwise(bounds):
        for left in range(start, stop, width - 2):
            right = min(left + width - 2, stop)
            if not out or len(out[-1]) + right - left + 1 > limit:
                limit = width if out else limit
                out.append([-1])
            out[-1] += [*range(left, right), -1]
    return [np.array(w) for w in out]


def batch(article: Pieces, picked: Sequence[np.ndarray]) -> Batch:
    """Windows of an article, padded to the width of the widest."""
    shape = (len(picked), max(map(len, picked)))
    made = Batch(
        np.zeros(shape, np.int64),
        np.full(shape, OTHER, np.int64),
        np.zeros(shape, np.float32),
        np.full(shape, -1, np.int64),
    )
    for row, window in enumerate(picked):
        real, size = window >= 0, len(window)
        made.ids[row, :size] = np.where(real, article.ids[np.maximum(window, 0)], SEP)
        made.ids[row, 0] = CLS
        made.cases[row, :size] = np.where(real, article.cases[np.maximum(window, 0)], OTHER)
        made.mask[row, :size] = 1
        made.index[row, :size] = window
    return made
