"""Dictionary forms of English words: regular endings by rule, irregular cues from the language's own list."""

from __future__ import annotations

import re
from functools import cache

from verbale.lang import load

_VOWEL = "aeiou"


@cache
def _verbs() -> dict[str, str]:
    """Every form of every cue verb, to its dictionary form."""
    groups = [*load("en").cues["verbs"], *load("en").cues.get("passives", [])]
    irregular = load("en").cues["irregular"]
    out: dict[str, str] = {}
    for first in {words.split()[0] for group in groups for words in group["words"]}:
        for form in (first, *irregular.get(first, "").split(), *_regular(first)):
            out.setdefault(form, first)
    return out


def _regular(verb: str) -> tuple[str, ...]:
    """`state`: states, stated, stating; `deny`: denies, denied, denying; `admit`: admits, admitted, admitting."""
    if verb.endswith("e"):
        return verb + "s", verb + "d", verb[:-1] + "ing"
    if re.search(rf"[^{_VOWEL}]y$", verb):
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    if re.search(r"(?:s|x|ch|sh)$", verb):
        return verb + "es", verb + "ed", verb + "ing"
    doubled = verb + verb[-1]
    return verb + "s", verb + "ed", verb + "ing", doubled + "ed", doubled + "ing"


def lemma(word: str, pos: str) -> str:
    """The dictionary form of a word in small letters."""
    if pos in {"VERB", "AUX"} or word in _verbs():
        if word in _verbs() and pos != "NOUN":
            return _verbs()[word]
        return word
    if pos == "NOUN" and len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "news")):
        return _singular(word)
    return word


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if re.search(r"(?:s|x|ch|sh)es$", word) else word[:-1]
