"""What names a newspaper, a channel or an agency."""

from __future__ import annotations

from functools import cache

from verbale.lang import load, titles
from verbale.model import Kind, Mention

_MARKS = "«»\"'“”"


def is_medium(mention: Mention, text: str, language: str) -> bool:
    """Whether the phrase of a mention names a medium: by its own name, or by a word that says what it is."""
    if mention.kind is Kind.PERSON and mention.name:
        return False
    words = [w.strip(_MARKS) for w in mention.span.of(text).lower().split()]
    # English says what a medium is anywhere in the phrase; in languages with cases that word is its head and comes first.
    telling = words if language == "en" else words[:1]
    names = {mention.name.lower().strip(_MARKS), " ".join(words)}
    return bool(names & _names(language)) or any(w in titles(language, "media") for w in telling)


@cache
def _names(language: str) -> frozenset[str]:
    return frozenset(load(language).titles["media"]["names"])
