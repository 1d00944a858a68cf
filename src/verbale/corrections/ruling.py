"""A change of a statement as something that can be ruled on it, as far as a ruling can hold it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from verbale.corrections.compare import Change
from verbale.model import Article, Kind, Part, Speaker
from verbale.rulings import Correction

PARTS = ("content", "cue", "source")


def correction(change: Change, article: Article, speaker: Speaker | None) -> Correction:
    """What is right, by a change; `speaker` is the one that was read. What a ruling cannot hold is left out."""
    parts: dict[str, Any] = {name: Part.of(article.text, *change.parts[name][0]) for name in PARTS if change.parts.get(name)}
    if not {"speaker", "speaker_kind"} & set(change.told):
        return Correction(**parts)
    name = change.told.get("speaker", speaker.name if speaker else None)
    read, told = speaker.kind if speaker else Kind.PERSON, change.told.get("speaker_kind")
    kind = Kind(told) if told in set(Kind) else read
    return Correction(name or "", kind if name else None, **parts)


def left_out(change: Change) -> Iterator[str]:
    """What a change says that a ruling has no place for, by name."""
    yield from (name for name, found in change.parts.items() if name not in PARTS or not found)
    yield from (name for name in change.told if name not in ("speaker", "speaker_kind"))
    kind = change.told.get("speaker_kind")
    if kind and kind not in set(Kind):
        yield "speaker_kind"
