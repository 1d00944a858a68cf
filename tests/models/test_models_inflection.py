"""Dictionary forms of English words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.lang import load
from verbale.models.inflection import lemma

UNMENDED = "a plural that is also a form of a verb is not led back to its noun"


@pytest.mark.parametrize(
    ("word", "pos", "base"),
    [
        ("said", "VERB", "say"),
        ("says", "VERB", "say"),
        ("denied", "VERB", "deny"),
        ("denying", "VERB", "deny"),
        ("admitted", "VERB", "admit"),
        ("stating", "VERB", "state"),
        ("stresses", "VERB", "stress"),
        ("quipped", "VERB", "quip"),
        ("told", "VERB", "tell"),
        ("urged", "X", "urge"),
        ("walked", "VERB", "walked"),
        ("ministers", "NOUN", "minister"),
        ("cities", "NOUN", "city"),
        ("boxes", "NOUN", "box"),
        ("churches", "NOUN", "church"),
        ("services", "NOUN", "service"),
        ("press", "NOUN", "press"),
        ("news", "NOUN", "news"),
        ("crisis", "NOUN", "crisis"),
        ("census", "NOUN", "census"),
        ("gas", "NOUN", "gas"),
        ("quickly", "ADV", "quickly"),
        pytest.param("reports", "NOUN", "report", marks=pytest.mark.xfail(reason=UNMENDED)),
        pytest.param("claims", "NOUN", "claim", marks=pytest.mark.xfail(reason=UNMENDED)),
        pytest.param("houses", "NOUN", "house", marks=pytest.mark.xfail(reason="its e is taken for one of the plural")),
        pytest.param("spokesmen", "NOUN", "spokesman", marks=pytest.mark.xfail(reason="irregular plurals are unknown")),
    ],
)
def test_a_dictionary_form(word: str, pos: str, base: str) -> None:
    assert lemma(word, pos) == base


@pytest.mark.parametrize("group", ["persons", "bodies", "documents", "media", "unnamed"])
def test_plurals_of_titles_lead_back_to_them(group: str) -> None:
    """Nearly all: some plurals are irregular, and some look like a form of a verb."""
    words = [w for w in load("en").titles[group]["words"] if w.isalpha() and not w.endswith("s")]
    missed = [w for w in words if lemma(plural(w), "NOUN") != w]
    assert len(missed) <= 0.15 * len(words), missed


def plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def test_irregular_forms_lead_to_their_verb() -> None:
    verbs = {words.split()[0] for part in load("en").cues["verbs"] for words in part["words"]}
    for verb, forms in load("en").cues["irregular"].items():
        if verb in verbs:
            assert {lemma(form, "VERB") for form in forms.split()} == {verb}


@given(st.text(max_size=10), st.sampled_from(["NOUN", "VERB", "AUX", "ADJ", "X", ""]))
def test_any_word_has_a_form(word: str, pos: str) -> None:
    assert len(lemma(word, pos)) <= max(len(word), 1) + 5
