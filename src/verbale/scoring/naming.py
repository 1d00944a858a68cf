"""Whether two names mean the same one, over alphabets and small differences of spelling, as the measure takes it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

Row = Mapping[str, Any]


def same_speaker(gold: Row, speaker: Row | None) -> bool:
    """Whether the speaker is the one the gold names; one whom the article leaves unnamed need not be told."""
    name = (speaker or {}).get("name")
    forms = [gold["speaker"], gold.get("local") or gold["speaker"], *gold.get("aliases", [])]
    if gold["speaker_kind"] == "unnamed":
        return not name or (speaker or {}).get("kind") == "unnamed" or any(_same_name(f, name, "unnamed") for f in forms[:2])
    return bool(name) and any(_same_name(f, str(name), gold["speaker_kind"]) for f in forms)


def _same_name(one: str, two: str, kind: str) -> bool:
    a, b = _words(one), _words(two)
    if not a or not b:
        return False
    if kind == "person":
        first = len(a) == 1 or len(b) == 1 or _near(a[0], b[0]) or a[0][0] == b[0][0]
        return first and _near(a[-1], b[-1])
    return sum(any(_near(x, y) for y in b) for x in a) >= max(1, 0.6 * min(len(a), len(b)))


def _words(name: str) -> list[str]:
    return [w for w in re.findall(r"\w+", latin(name)) if w not in {"the", "of", "a", "an", "and"}]


def _near(a: str, b: str) -> bool:
    """Whether two words differ by at most a quarter of the longer one's letters."""
    return abs(len(a) - len(b)) <= 2 and _distance(a, b) <= max(len(a), len(b)) / 4


def _distance(a: str, b: str) -> int:
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (x != y))
    return row[-1]


_LETTERS = dict(
    zip(
        "абвгґдеёєжзиіїйклмнопрстуфхцчшщыэюя",
        "a b v g g d e e e zh z i i i i k l m n o p r s t u f kh ts ch sh shch y e iu ia".split(),
        strict=True,
    )
) | {"ъ": "", "ь": ""}


def latin(text: str) -> str:
    """Small Latin letters without accents; Cyrillic ones are written out."""
    plain = unicodedata.normalize("NFKD", "".join(_LETTERS.get(c, c) for c in text.lower()))
    return "".join(c for c in plain if not unicodedata.combining(c))
