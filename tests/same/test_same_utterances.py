"""Statements of one saying: whole, cut, told indirectly, in another language; and those that only look alike."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.model import Kind, Said, Speech
from verbale.same import Heard, Saying, Tie, carrying, compared, pools, saying, ties, utterances
from verbale.same.alike import WINDOW
from verbale.same.measuring import measured
from verbale.same.table import table

REYES, YORKIN = "p_reyes", "p_yorkin"


def said(id_: str, content: str, **told: object) -> Saying:
    plain = {"article": f"a_{id_}", "language": "en", "kind": Speech.DIRECT, "published": "2031-05-09", "person": REYES}
    return saying(Heard(id=id_, content=content, **{**plain, "speaker": Kind.PERSON, **told}))  # type: ignore[arg-type]


def one(a: Saying, b: Saying) -> bool:
    """Whether two statements are one saying."""
    return bool(ties([a, b]))


WHOLE = "We will open the harbour to grain ships before the harvest, whatever the northern fleet does"


def test_a_quote_that_is_cut_is_the_same_saying() -> None:
    assert one(said("a", WHOLE), said("b", "open the harbour to grain ships before the harvest"))


def test_what_is_told_indirectly_is_the_same_saying() -> None:
    told = said("b", "the harbour would be opened to grain ships ahead of the harvest", kind=Speech.INDIRECT)
    assert one(said("a", WHOLE), told)


def test_another_saying_of_the_same_speaker_on_the_same_day_is_not() -> None:
    assert not one(said("a", WHOLE), said("b", "The northern fleet has no business in our waters"))
    assert not one(said("a", WHOLE), said("b", "Taxes on grain will fall next year"))


def test_the_same_words_by_somebody_else_are_not() -> None:
    short = "We will not open the harbour"
    assert one(said("a", short), said("b", short))
    assert not one(said("a", short), said("b", short, person=YORKIN))


def test_where_the_speaker_is_unknown_more_words_must_agree() -> None:
    unknown = {"person": None, "speaker": None}
    assert one(said("a", WHOLE), said("b", WHOLE, **unknown))
    assert not one(said("a", WHOLE), said("b", "The harbour will be opened", **unknown))


def test_a_few_words_of_somebody_unknown_are_not_part_of_what_another_said() -> None:
    part = "open the harbour to grain ships"
    assert one(said("a", WHOLE), said("b", part))
    assert not one(said("a", WHOLE), said("b", part, person=None, speaker=None))
    assert not one(said("a", WHOLE), said("b", part, person="p_fleet", speaker=Kind.ORGANISATION))


def test_names_alone_are_no_saying() -> None:
    told = {"kind": Speech.INDIRECT}
    assert not one(said("a", "Mrs. Tolva Reyes", **told), said("b", "Reyes", **told))
    assert not one(said("a", "of the Harbour Council of Zhdania", **told), said("b", "the Harbour Council of Zhdania", **told))
    assert one(said("a", "the harbour council of Zhdania", **told), said("b", "the harbour council of Zhdania", **told))
    title = said("b", "Harbour Council Opens Grain Exchange", headline=True, article="a_a", **told)
    assert one(said("a", "that the harbour council opens a grain exchange", **told), title)


def test_everyday_words_alone_make_fewer_sayings_one() -> None:
    everyday = compared(said("a", "the government will support the agreement"), said("b", "support of the agreement"))
    rare = compared(said("a", "the harbour and the granary of Zhdania"), said("b", "the harbour and the granary of Tolva"))
    assert everyday.asked + 0.005 * everyday.shared > rare.asked + 0.005 * rare.shared


def test_small_words_tell_nothing() -> None:
    assert not saying(Heard("a", "a", "ru", Speech.INDIRECT, "пока почти через некоторый")).keys
    assert not saying(Heard("a", "a", "uk", Speech.INDIRECT, "та ще досі майже в")).keys


def test_a_single_word_is_no_part_of_a_longer_saying() -> None:
    assert not one(said("a", "that he deserves the harbour"), said("b", "the harbour"))
    assert one(said("a", "Unthinkable"), said("b", "unthinkable"))


def test_one_speaker_needs_fewer_words_on_one_day_than_on_two() -> None:
    first, alike = "the harbour opens to grain ships", "grain ships may use it from autumn on"
    now, later = (compared(said("a", first), said("b", alike, published=day)) for day in ("2031-05-09", "2031-05-11"))
    assert now.likeness == later.likeness
    assert now.asked < later.asked


def test_what_a_headline_says_its_text_says_again() -> None:
    text = said("a", "She expected the northern fleet to be reasonable about grain, the harbour and the treaty of Tolva")
    title = {"content": "Reyes calls fleet to be reasonable", "headline": True, "kind": Speech.INDIRECT}
    mine, theirs = said("b", article="a_a", **title), said("c", article="a_c", **title)  # type: ignore[arg-type]
    assert compared(text, mine).asked < compared(text, theirs).asked
    assert one(text, mine)
    assert not one(text, theirs)


def test_an_article_has_one_voice_in_a_saying() -> None:
    """Its headline need not be like what others tell, where its text is."""
    headline, text, other = "a", "b", "c"
    tied = [Tie(headline, text, 0.3), Tie(text, other, 0.2)]
    like = {(text, other), (other, text), (headline, text), (text, headline)}
    alike = like.__contains__
    assert utterances(tied, lambda a, b: alike((a, b))) == [(headline, text)]
    assert utterances(tied, lambda a, b: alike((a, b)), lambda a: "" if a != other else other) == [(headline, text, other)]


def test_what_is_told_within_a_saying_goes_first_with_what_is_told_within_another() -> None:
    """Two articles that both quote a speaker who says what was promised, with the promise as a statement of its own."""
    outer = {"kind": Speech.INDIRECT}
    pair = [said("a", WHOLE, **outer), said("b", WHOLE, **outer)]
    pair += [said("c", WHOLE, article="a_a", inside="a"), said("d", WHOLE, article="a_b", inside="b")]
    nested = [("a", "c"), ("b", "d")]
    by = {s.heard.id: s for s in pair}
    found = utterances(ties(pair), lambda x, y: compared(by[x], by[y]).margin >= 0, apart=nested)
    assert found == [("a", "b"), ("c", "d")]


def test_days_far_apart_need_words_taken_over() -> None:
    later = {"published": "2031-07-30"}
    assert one(said("a", WHOLE), said("b", WHOLE, **later)) is bool(
        compared(said("a", WHOLE), said("b", WHOLE, **later)).margin >= 0
    )
    assert compared(said("a", "the harbour opens"), said("b", "the harbour opens", **later)).margin < 0


def test_a_stated_day_counts_before_that_of_the_article() -> None:
    stated = Said("2031-05-08", "2031-05-08", None, "stated")
    retold = said("b", "the harbour opens to grain ships", published="2031-06-30", said=stated)
    assert compared(said("a", "the harbour opens to grain ships"), retold).margin >= 0


def test_other_numbers_are_another_saying() -> None:
    assert one(said("a", "Some 300 ships lie in the harbour"), said("b", "300 ships lie in the harbour"))
    assert not one(said("a", "Some 300 ships lie in the harbour"), said("b", "Some 500 ships lie in the bay"))


def test_what_is_said_of_words_is_not_those_words() -> None:
    inner = said("b", "the harbour would be opened to grain ships", person=YORKIN, article="a_a", inside="a")
    assert not one(said("a", f"Yorkin promised that {inner.heard.content}"), inner)


@pytest.mark.parametrize(
    ("one_language", "one_words", "two_language", "two_words"),
    [
        (
            "ru",
            "Гавань откроют осенью для сорока кораблей с зерном",
            "uk",
            "Порт відкриють восени для сорока кораблів із зерном",
        ),
        ("en", "the elections in Zhdania will be held in 2032", "ru", "что выборы в Ждании пройдут в 2032 году"),
    ],
)
def test_a_translation_is_the_same_saying(one_language: str, one_words: str, two_language: str, two_words: str) -> None:
    assert one(said("a", one_words, language=one_language), said("b", two_words, language=two_language))


def test_another_saying_in_another_language_is_not() -> None:
    assert not one(
        said("a", "Гавань откроют осенью для сорока кораблей с зерном", language="ru"),
        said("b", "Уряд підтримав проєкт угоди про кордон", language="uk"),
    )


# ---------------------------------------------------------------- groups


def grouped(sayings: list[Saying], **judged: list[tuple[str, str]]) -> list[tuple[str, ...]]:
    by = {s.heard.id: s for s in sayings}
    return utterances(ties(sayings), lambda a, b: compared(by[a], by[b]).margin >= 0, **judged)


HARBOUR = "We will open the harbour to grain ships before the harvest"
BRIDGES = "and the bridges over the Tolva shall carry no soldiers ever again"


def test_a_statement_of_two_sayings_makes_no_chain() -> None:
    """Two sayings that one article runs together stay two."""
    sayings = [
        said("a", HARBOUR),
        said("b", HARBOUR),
        said("c", BRIDGES),
        said("d", BRIDGES),
        said("e", f"{HARBOUR}, {BRIDGES}"),
    ]
    found = grouped(sayings)
    assert not any({"a", "c"} <= set(group) for group in found)
    assert any({"a", "b"} <= set(group) for group in found)
    assert any({"c", "d"} <= set(group) for group in found)


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_what_is_given_does_not_matter(seed: int) -> None:
    sayings = [said(f"s{n}", f"{HARBOUR} {'and then some ' * (n % 3)} {BRIDGES if n % 4 == 0 else ''}") for n in range(40)]
    shuffled = random.Random(seed).sample(sayings, len(sayings))
    assert grouped(shuffled) == grouped(sayings)
    assert ties(shuffled) == ties(sayings)


WORDS = "harbour bridge grain Tolva 300 500 will be open ships harvest taxes Yorkin fall 2032 soldiers referendum".split()
RUSSIAN = "гавань мост зерно Толва 300 500 откроют корабли урожай налоги Йоркин 2032 солдаты референдум".split()
SAYINGS = st.builds(
    lambda n, words, russian, person, kind, day, inside, headline: said(
        f"s{n}",
        " ".join((RUSSIAN if russian else WORDS)[w % 14] for w in words),
        article=f"a{n % 3}",
        language="ru" if russian else "en",
        person=person,
        speaker=kind,
        published=day,
        inside=inside,
        headline=headline,
    ),
    st.integers(0, 20),
    st.lists(st.integers(0, 15), max_size=12),
    st.booleans(),
    st.sampled_from([None, REYES, YORKIN]),
    st.sampled_from([None, Kind.PERSON, Kind.ORGANISATION]),
    st.sampled_from([None, "2031-05", "2031-05-09", "2031-05-12", "2031-06-20"]),
    st.sampled_from([None, "s0", "s1", "s2"]),
    st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(SAYINGS, max_size=12, unique_by=lambda s: s.heard.id))
def test_many_pairs_at_once_are_compared_as_one_is(sayings: list[Saying]) -> None:
    ones, twos = (np.array(column, np.int64) for column in np.triu_indices(len(sayings), 1))
    found = measured(table(sayings), ones, twos)
    each = [compared(sayings[a], sayings[b]) for a, b in zip(ones, twos, strict=True)]
    assert found.likeness.tolist() == [c.likeness for c in each]
    assert found.asked.tolist() == [c.asked for c in each]


def test_judgements_hold_whatever_the_words_say() -> None:
    sayings = [said("a", HARBOUR), said("b", HARBOUR), said("c", BRIDGES)]
    assert grouped(sayings, apart=[("a", "b")]) == []
    assert grouped(sayings, same=[("a", "c")]) == [("a", "b", "c")]


# ---------------------------------------------------------------- pools and carriers


@pytest.mark.parametrize("day", range(748_000, 748_020))
def test_two_near_each_other_share_a_pool(day: int) -> None:
    for apart in range(WINDOW + 1):
        assert set(pools(day)) & set(pools(day + apart))


def test_undated_statements_have_a_pool_of_their_own() -> None:
    assert pools(None) == ("undated",)


def test_carriers_stand_in_order_of_time_and_copies_are_told() -> None:
    late = said("late", HARBOUR, published="2031-05-10T08:00", story="a_first")
    first = said("first", HARBOUR, published="2031-05-09T20:00", story="a_first")
    abroad = said("abroad", "Мы откроем порт для кораблей до уборки", language="ru", published="2031-05-11")
    undated = said("undated", HARBOUR, published=None, article="a_undated", story="a_undated")
    found = carrying([undated, late, first, abroad])
    assert [c.heard.id for c in found] == ["first", "late", "abroad", "undated"]
    assert [c.copy for c in found] == [False, True, False, False]
    assert [c.how for c in found][:2] == ["first", "words"]
