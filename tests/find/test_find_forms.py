"""The shapes of `forms.toml` and the rows of units they are matched against."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odd import texts
from stages import article, cleaned, drafts, labelled

from verbale.find.forms import SYMBOLS, Form, forms
from verbale.find.views import token_range, view
from verbale.lang import forms as written
from verbale.lang import languages, load
from verbale.text import Span

FRAMES = {"quote", "that", "inf", "about", "object", "on", "according", "noun"}


def test_every_form_is_compiled() -> None:
    assert [f.name for f in forms()] == [f["name"] for f in written()]
    assert len({f.name for f in forms()}) == len(forms())


@pytest.mark.parametrize("form", forms(), ids=lambda f: f.name)
def test_a_form_says_what_is_said(form: Form) -> None:
    assert "content" in form.shape.groupindex
    assert set(form.shape.groupindex) <= {"content", "more"}
    assert form.frames
    assert form.frames <= FRAMES
    assert form.shape.pattern.count(SYMBOLS["cue"]) >= 1


@pytest.mark.parametrize("form", forms(), ids=lambda f: f.name)
def test_every_frame_of_a_form_is_a_frame_of_some_cue(form: Form) -> None:
    frames = {"noun", "according"}
    for language in languages():
        for parts in load(language).cues.values():
            frames |= {f for part in parts if isinstance(parts, list) for f in part.get("frames", [])}
    assert form.frames <= frames


@pytest.mark.parametrize(
    ("language", "sentence", "units"),
    [
        ("en", "Tonev said that the bridge was shut.", "SKTwwnw."),
        ("en", "“The bridge is shut for good”, Tonev said.", "Q,SK."),
        ("en", "“Shut”, Tonev said.", "q,SK."),
        ("ru", "Министр Тонев сказал, что мост закрыт.", "SK,Tww."),
        ("ru", "«Мост закрыт до весны», – сказал министр.", "Q,-KS."),
        ("ru", "Министр призвал соседей ждать.", "SKwI."),
        ("ru", "Министр сообщил о платеже, и все ждут.", "SKAw,&wv."),
        ("uk", "Міністр сказав, що міст зачинено.", "SK,Tww."),
    ],
)
def test_a_sentence_as_its_first_cue_sees_it(language: str, sentence: str, units: str) -> None:
    (labels,) = labelled(article(sentence, language=language))
    tokens = labels.sentence.tokens
    assert view(labels, labels.cues[0], language, (0, len(tokens))).symbols == units


@settings(max_examples=40)
@given(st.data(), st.sampled_from(languages()))
def test_units_stand_for_all_tokens_in_order(data: st.DataObject, language: str) -> None:
    made = cleaned(data.draw(texts(language)), language)
    for labels in labelled(made):
        whole = (0, len(labels.sentence.tokens))
        for cue in labels.cues:
            seen = view(labels, cue, language, whole)
            assert len(seen.symbols) == len(seen.ranges)
            assert re.fullmatch(r"[a-zA-Z&,;:()\-.]*", seen.symbols)
            assert [a for a, _ in seen.ranges] == sorted({a for a, _ in seen.ranges})
            assert seen.ranges[0][0] == 0
            assert seen.ranges[-1][1] == whole[1]
            assert all(a < b for a, b in seen.ranges)


@settings(max_examples=40)
@given(st.data(), st.sampled_from(languages()))
def test_what_the_forms_find_lies_in_the_article(data: st.DataObject, language: str) -> None:
    made = cleaned(data.draw(texts(language)), language)
    for draft in drafts(made):
        block = next(b.span for b in made.blocks if b.span.meets(draft.span))
        assert all(block.holds(span) for span in draft.content)
        assert draft.cue is None or block.holds(draft.cue)


def test_tokens_of_a_span() -> None:
    tokens = labelled(article("The bridge is shut."))[0].sentence.tokens
    assert token_range(tokens, Span(4, 13)) == (1, 3)
    assert token_range(tokens, Span(5, 13)) == (2, 3)
    assert token_range(tokens, Span(5, 6)) == (0, 0)
