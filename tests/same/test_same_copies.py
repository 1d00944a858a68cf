"""Which texts are copies of each other, and which only quote the same words."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from odd import texts
from stages import article

from verbale.model import Article
from verbale.same import Story, furniture, sketch, stories
from verbale.same.copies import likeness
from verbale.same.sketches import LEAST, SHINGLE, SIZE, of_words, unquoted

WORDS = [f"word{n}" for n in range(400)]
WIRE = (
    "The bridge of Belzora will stay shut until the autumn, the ministry of transport of Karvenia told the agency on Monday.",
    "Engineers found cracks in two of its nine piers after the flood of last spring, and the road over it was closed at once.",
    "The town has no other way to the port, so that the harvest will have to go by ferry, which takes four hours longer.",
)
SPEECH = (
    "“We did not build this bridge to look at it. We built it to cross it, with our carts and our children and our grain, and "
    "nobody who has ever stood in the queue for the ferry will tell you that a bridge is a luxury. It is a promise, and a "
    "promise that is kept only in good weather is none,” {} said."
)


def drawn(made: Article) -> np.ndarray:
    found = sketch(made)
    assert found is not None
    return found


def test_a_text_is_like_itself_and_not_like_another() -> None:
    one, two = of_words(WORDS[:200]), of_words(WORDS[200:])
    assert one is not None
    assert two is not None
    assert likeness(one, one) == 1
    assert likeness(one, two) < 0.1


@pytest.mark.parametrize("shared", [0.3, 0.5, 0.7, 0.9])
def test_likeness_tells_the_share_of_shingles_in_common(shared: float) -> None:
    rest = int(300 * (1 - shared) / (1 + shared))  # so many words of each text alone make the union
    one, two = (
        of_words([*WORDS[:300], *(f"a{n}" for n in range(rest))]),
        of_words([*WORDS[rest:300], *(f"b{n}" for n in range(rest))]),
    )
    assert one is not None
    assert two is not None
    expected = (300 - rest - SHINGLE + 1) / (300 + 2 * rest)
    assert likeness(one, two) == pytest.approx(expected, abs=0.2)


def test_the_order_of_the_words_counts() -> None:
    one, two = of_words(WORDS[:100]), of_words(WORDS[:100][::-1])
    assert one is not None
    assert two is not None
    assert likeness(one, two) < 0.1


def test_a_short_text_has_no_sketch() -> None:
    assert of_words(WORDS[: LEAST + SHINGLE - 2]) is None
    assert of_words(["again"] * 200) is None
    assert of_words(WORDS[: LEAST + SHINGLE - 1]) is not None


def test_a_sketch_is_the_same_on_every_machine() -> None:
    found = of_words(WORDS[:100])
    assert found is not None
    assert [int(n) for n in found[:3]] == [int(n) for n in of_words(WORDS[:100])[:3]]  # type: ignore[index]
    assert found.dtype == np.uint32
    assert found.shape == (SIZE,)


def test_copies_with_another_title_and_a_line_more_are_one_story() -> None:
    one = article("Bridge shut until autumn", *WIRE)
    two = article("No way to the port", *WIRE, "Our paper has asked the mayor for a comment.")
    assert likeness(drawn(one), drawn(two)) > 0.7
    assert stories([drawn(one), drawn(two)]) == [Story((0, 1))]


def test_a_shared_quotation_is_no_copy() -> None:
    own = (
        "Nobody in the hall had expected the minister to speak, and half of those who had come for the music were gone by then.",
        "In the market square the old men sat on the steps of the customs house and argued about the price of a ticket.",
    )
    one = article(own[0], own[1], SPEECH.format("Foreign Minister Daniel Hartov"))
    two = article(*WIRE[:2], SPEECH.format("Hartov"))
    assert not any("luxury" in text for text in unquoted(one))
    assert likeness(drawn(one), drawn(two)) < 0.1


def test_what_an_outlet_prints_under_every_article_is_no_copy() -> None:
    foot = "Read also. " + " ".join((*WIRE, *(f"teaser{n}" for n in range(150))))
    pages = [
        replace(article(" ".join(WORDS[40 * n : 40 * n + 40]), foot), outlet="Ilva TV", title=f"Title {n}") for n in range(4)
    ]
    common = furniture(pages)
    assert stories([drawn(page) for page in pages]) == [Story((0, 1, 2, 3))]
    clean = [sketch(page, common) for page in pages]
    assert stories([c for c in clean if c is not None]) == []


def test_the_same_lines_under_one_title_are_no_furniture() -> None:
    pages = [replace(article(*WIRE), outlet="Ilva TV", title="Bridge shut") for _ in range(5)]
    assert furniture(pages) == frozenset()


def test_a_copy_of_a_copy_belongs_to_the_story() -> None:
    random = np.random.default_rng(1)
    first = random.integers(0, 2**32, SIZE, dtype=np.uint32)
    second, third = first.copy(), first.copy()
    second[:20] += 1
    third[:32] += 1
    third[:20] = second[:20]
    other = random.integers(0, 2**32, SIZE, dtype=np.uint32)
    assert stories([first, other, second, third]) == [Story((0, 2, 3))]


def test_nothing_makes_no_stories() -> None:
    assert stories([]) == []


@given(st.lists(st.integers(0, 3), max_size=30))
def test_stories_put_each_text_in_one_group_at_most(models: list[int]) -> None:
    table = [of_words(WORDS[100 * m : 100 * m + 100]) for m in models]
    found = stories([t for t in table if t is not None])
    members = [n for story in found for n in story.members]
    assert len(members) == len(set(members))
    for story in found:
        assert len({models[n] for n in story.members}) == 1
    assert {models[s.members[0]] for s in found} == {m for m in models if models.count(m) > 1}


@given(texts("en", most=60))
def test_any_text_can_be_sketched(text: str) -> None:
    found = sketch(article(*text.splitlines() or [""]))
    assert found is None or found.shape == (SIZE,)
