"""The language of a text, told offline by py3langid among the languages a news reader meets."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from py3langid.langid import MODEL_FILE, LanguageIdentifier

# Languages the answer is chosen from: those of the feeds and archives Verbale is used on, and their neighbours.
AMONG = (
    "en",
    "ru",
    "uk",
    "be",
    "bg",
    "cs",
    "de",
    "es",
    "fr",
    "hu",
    "it",
    "lt",
    "lv",
    "nl",
    "pl",
    "pt",
    "ro",
    "sk",
    "sl",
    "sr",
    "tr",
    "kk",
    "ka",
    "ar",
    "he",
    "fa",
    "zh",
    "ja",
)
SAMPLE = 4000
"""So many characters are enough to tell."""


@cache
def _identifier() -> Any:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(AMONG))
    return identifier


def detect(text: str) -> tuple[str, float]:
    """The language of `text` and its probability among `AMONG`; `("", 0.0)` for a text without letters."""
    sample = re.sub(r"https?://\S+|\s+", " ", text[: 4 * SAMPLE])[:SAMPLE]
    if not re.search(r"[^\W\d_]", sample):
        return "", 0.0
    language, probability = _identifier().classify(sample)
    return language, float(probability)
