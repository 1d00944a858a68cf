"""Words that a reader typed, found again in the text of an article."""

from __future__ import annotations

import re

from verbale.errors import UnfitError
from verbale.model import Part
from verbale.text import Span


def part_of(text: str, typed: str, near: int) -> Part | None:
    """The part of `text` that the lines typed are, each a stretch, each where it stands nearest to `near`.

    White space may differ; nothing typed is no part. Raises `UnfitError` for words that do not stand in the text.
    """
    lines = [line.split() for line in typed.splitlines() if line.strip()]
    spans = [_found(text, words, near) for words in lines]
    return Part.of(text, *sorted(spans)) if spans else None


def _found(text: str, words: list[str], near: int) -> Span:
    places = [Span(*match.span()) for match in re.finditer(r"\s+".join(map(re.escape, words)), text)]
    if not places:
        raise UnfitError(f"“{' '.join(words)[:80]}” does not stand in the article")
    return min(places, key=lambda span: abs(span.start - near))
