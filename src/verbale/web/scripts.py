"""Names by the alphabet they are written in."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from verbale.people import Spelling

_NAMES = {"LATIN": "Latin", "CYRILLIC": "Cyrillic", "GREEK": "Greek", "ARABIC": "Arabic", "HEBREW": "Hebrew", "CJK": "Chinese"}


def script(name: str) -> str:
    """The alphabet of the first letter of a name."""
    letter = next((c for c in name if c.isalpha()), "")
    word = unicodedata.name(letter, "").partition(" ")[0] if letter else ""
    return _NAMES.get(word, word.capitalize() or "Other")


def by_script(names: Iterable[Spelling]) -> list[tuple[str, list[Spelling]]]:
    """Spellings by alphabet, the commonest alphabet and spelling first."""
    found: dict[str, list[Spelling]] = defaultdict(list)
    for name in names:
        found[script(name.name)].append(name)
    return sorted(found.items(), key=lambda one: -sum(spelling.times for spelling in one[1]))
