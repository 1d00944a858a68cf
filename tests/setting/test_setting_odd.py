"""Whatever a text is made of, its setting is read without a fault, and every part points at its words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odd import texts
from stages import settled

from verbale.model import Statement


def parts_hold(statement: Statement, text: str) -> bool:
    venue = statement.venue.words if statement.venue else None
    parts = [p for p in (statement.said.words, venue, statement.addressee, *(c.words for c in statement.conditions)) if p]
    return all(span.of(text) == words for part in parts for span, words in zip(part.spans, part.words, strict=True))


@pytest.mark.parametrize("language", ["en", "ru", "uk"])
@given(data=st.data(), published=st.none() | st.dates().map(str))
@settings(max_examples=40)
def test_odd_text_has_a_setting(language: str, data: st.DataObject, published: str | None) -> None:
    text = data.draw(texts(language))
    for statement in settled(text, language, published=published):
        assert parts_hold(statement, text)
        said = statement.said
        assert (said.start is None) == (said.stop is None)
        assert said.start is None or said.start <= (said.stop or "")
        assert said.basis in {"stated", "article", "unknown"}
        assert len(set(statement.relays)) == len(statement.relays)
