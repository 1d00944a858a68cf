"""The English tagger: legal paths of tags, and answers that do not depend on the neighbours of an article."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from verbale.models.pieces import pieces
from verbale.models.tagger import NEVER, follows, tagger, viterbi
from verbale.text import Span

TAGS = ("O", "B-cue", "I-cue", "E-cue", "S-cue", "B-content", "I-content", "E-content", "S-content")
LEGAL = np.array([[follows(a, b) for b in TAGS] for a in TAGS])
FIRST = np.array([0 if t[0] in "OBS" else NEVER for t in TAGS], np.float32)
LAST = np.array([0 if t[0] in "OES" else NEVER for t in TAGS], np.float32)
SCORES = st.integers(1, 4).flatmap(
    lambda places: arrays.arrays(np.float32, (2, places, len(TAGS)), elements=st.integers(-9, 9).map(float))
)
MOVES = arrays.arrays(np.float32, LEGAL.shape, elements=st.integers(-3, 3).map(float))


@pytest.mark.parametrize(
    ("one", "two", "legal"),
    [
        ("O", "O", True),
        ("O", "B-cue", True),
        ("O", "S-cue", True),
        ("O", "I-cue", False),
        ("O", "E-cue", False),
        ("B-cue", "I-cue", True),
        ("B-cue", "E-cue", True),
        ("B-cue", "O", False),
        ("B-cue", "E-content", False),
        ("I-cue", "E-cue", True),
        ("I-cue", "B-content", False),
        ("E-cue", "B-content", True),
        ("E-cue", "I-cue", False),
        ("S-cue", "O", True),
        ("S-cue", "E-cue", False),
    ],
)
def test_which_tag_may_stand_after_which(one: str, two: str, legal: bool) -> None:
    assert follows(one, two) is legal


def legal(path: list[int]) -> bool:
    ends = TAGS[path[0]][0] in "OBS" and TAGS[path[-1]][0] in "OES"
    return ends and all(LEGAL[a, b] for a, b in pairwise(path))


def worth(scores: np.ndarray, moves: np.ndarray, path: list[int]) -> float:
    steps = sum(float(moves[a, b]) for a, b in pairwise(path))
    return float(scores[range(len(path)), path].sum()) + steps


@settings(max_examples=60)
@given(SCORES, MOVES)
def test_the_best_path_is_legal_and_no_other_is_better(scores: np.ndarray, moves: np.ndarray) -> None:
    allowed = np.where(LEGAL, moves, NEVER).astype(np.float32)
    for row, path in enumerate(viterbi(scores, allowed, FIRST, LAST).tolist()):
        assert legal(path)
        paths = (list(p) for p in product(range(len(TAGS)), repeat=scores.shape[1]) if legal(list(p)))
        assert worth(scores[row], moves, path) == max(worth(scores[row], moves, p) for p in paths)


@settings(max_examples=60)
@given(arrays.arrays(np.float32, (3, 40, len(TAGS)), elements=st.floats(-20, 20, width=32)))
def test_long_paths_are_legal(scores: np.ndarray) -> None:
    allowed = np.where(LEGAL, 0, NEVER).astype(np.float32)
    assert all(legal(path) for path in viterbi(scores, allowed, FIRST, LAST).tolist())


SENTENCE = "“The trains will run,” Transport Minister Marek Tonev said in Belzora."


def test_a_plain_sentence() -> None:
    tagged = tagger().tag(pieces(SENTENCE, [Span(0, len(SENTENCE))]))
    (only,) = tagged.attributions
    assert only.cue.of(SENTENCE) == "said"
    assert only.source is not None
    assert only.source.of(SENTENCE) == "Transport Minister Marek Tonev"
    assert "The trains will run" in only.content[0].of(SENTENCE)
    assert 0 < only.score <= 1
    assert only.model == tagger().name


def test_every_piece_gets_its_grammar() -> None:
    seen = pieces(SENTENCE, [Span(0, len(SENTENCE))])
    tagged = tagger().tag(seen)
    assert len(tagged.pos) == len(tagged.names) == len(tagged.relations) == len(tagged.heads) == len(seen.ids)
    assert all(0 <= head < len(seen.ids) for head in tagged.heads)
    assert all(tagged.pos)


def test_nothing_is_said_in_nothing() -> None:
    tagged = tagger().tag(pieces("", []))
    assert (tagged.attributions, tagged.pos, tagged.spans) == ([], [], [])


def test_a_long_article_is_tagged_window_by_window() -> None:
    lines = [SENTENCE, *["The bridge over the river is long and old and shut. " * 12] * 6, SENTENCE]
    text, spans, at = "\n".join(lines), [], 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    cues = [a.cue for a in tagger().tag(pieces(text, spans)).attributions]
    assert cues == sorted(cues)
    assert {c.of(text) for c in cues} >= {"said"}
    assert cues[0].start < len(SENTENCE) < spans[-1].start < cues[-1].start
