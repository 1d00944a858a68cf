"""Text as the English network sees it: pieces, windows and batches."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from odd import texts

from verbale.models.pieces import CAPITAL, CLS, LOWER, OTHER, SEP, UPPER, WINDOW, batch, pieces, windows
from verbale.text import INVISIBLE, SPACES, Span

BOUNDS = st.lists(st.integers(0, 40), max_size=12).map(lambda sizes: [0, *np.cumsum(sizes, dtype=int).tolist()])


def whole(text: str) -> list[Span]:
    return [Span(0, len(text))]


def test_pieces_point_at_their_letters() -> None:
    text = "  Hartov\u00a0said\u00ad: “we” WAIT."
    seen = pieces(text, whole(text))
    assert "".join(s.of(text) for s in seen.spans) == "Hartovsaid:“we”WAIT."
    assert seen.bounds == (0, len(seen.ids))


def test_cases_of_words() -> None:
    text = "Hartov said WAIT, 5 A"
    seen = pieces(text, whole(text))
    cases = {s.of(text): case for s, case in zip(seen.spans, seen.cases.tolist(), strict=True)}
    assert cases["said"] == LOWER
    assert cases["WAIT"] == UPPER
    assert cases["A"] == CAPITAL
    assert cases[","] == cases["5"] == OTHER
    assert {case for words, case in cases.items() if words in "Hartov"} == {CAPITAL}


def test_an_article_without_paragraphs() -> None:
    seen = pieces("", [])
    assert (len(seen.ids), seen.bounds) == (0, (0,))
    assert windows(seen.bounds) == []


@given(texts("en") | st.text(max_size=60))
def test_pieces_cover_the_words_in_order(text: str) -> None:
    seen = pieces(text, whole(text))
    assert len(seen.ids) == len(seen.cases) == len(seen.spans) == seen.bounds[-1]
    at = 0
    for span in seen.spans:
        assert 0 <= span.start < span.stop <= len(text)
        assert span.start >= at
        at = span.start
    covered = {n for s in seen.spans for n in range(*s)}
    left = {c for n, c in enumerate(text) if n not in covered}
    assert not any(c.isalnum() and c.isascii() for c in left - INVISIBLE - SPACES)


@given(BOUNDS, st.integers(4, 30), st.none() | st.integers(4, 30))
def test_windows_hold_every_piece_once(bounds: list[int], width: int, first: int | None) -> None:
    found = windows(bounds, width=width, first=first)
    places = [p for window in found for p in window.tolist() if p >= 0]
    assert places == list(range(bounds[-1]))
    for window in found:
        assert len(window) <= width
        assert (window[0], window[-1]) == (-1, -1)


@given(BOUNDS, st.integers(4, 30))
def test_paragraphs_that_fit_are_not_cut(bounds: list[int], width: int) -> None:
    where = {p: n for n, window in enumerate(windows(bounds, width=width)) for p in window.tolist() if p >= 0}
    for start, stop in pairwise(bounds):
        if 0 < stop - start <= width - 2:
            assert where[start] == where[stop - 1]


def test_a_paragraph_longer_than_a_window_is_cut() -> None:
    found = windows([0, 3 * WINDOW])
    assert [len(w) for w in found][:3] == [WINDOW] * 3
    assert len(found) == 4


@pytest.mark.parametrize("sizes", [[1], [3, 5], [5, 3, 1]])
def test_a_batch_is_padded_to_its_widest(sizes: list[int]) -> None:
    text = "one two three four five six seven eight nine"
    seen = pieces(text, whole(text))
    picked = [np.array([-1, *range(size), -1]) for size in sizes]
    made = batch(seen, picked)
    assert made.ids.shape == made.cases.shape == made.mask.shape == made.index.shape == (len(sizes), max(sizes) + 2)
    for row, size in enumerate(sizes):
        assert made.ids[row, 0] == CLS
        assert made.ids[row, size + 1] == SEP
        assert made.ids[row, 1 : size + 1].tolist() == seen.ids[:size].tolist()
        assert made.mask[row].sum() == size + 2
        assert (made.index[row] >= 0).sum() == size
