"""What names a newspaper, a channel or an agency."""

from __future__ import annotations

import pytest

from verbale.media import is_medium
from verbale.model import Kind, Mention
from verbale.text import Span


@pytest.mark.parametrize(
    ("language", "words", "medium"),
    [
        ("en", "Reuters", True),
        ("en", "the newspaper", True),
        ("en", "the ministry", False),
        ("ru", "газета «Узел»", True),
        ("ru", "агентству ЦТА", False),
        ("ru", "телеканал Ilva TV", True),
        ("ru", "министерство", False),
        ("uk", "видання", True),
    ],
)
def test_media(language: str, words: str, medium: bool) -> None:
    """In languages with cases a medium is told by its first word as it stands in the nominative."""
    mention = Mention(Span(0, len(words)), Kind.ORGANISATION, words)
    assert is_medium(mention, words, language) is medium


def test_a_person_is_no_medium() -> None:
    mention = Mention(Span(0, 7), Kind.PERSON, "Reuters")
    assert not is_medium(mention, "Reuters", "en")
