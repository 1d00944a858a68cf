"""Why a reading holds no statement, as far as it can be told."""

from __future__ import annotations

from verbale.errors import Code
from verbale.lang import languages, load
from verbale.model import Reading, Role
from verbale.wording import listed, told

PROSE = {Role.TITLE, Role.DECK, Role.BODY}


def why_nothing(reading: Reading) -> str:
    """One sentence: a fault, a language without rules, no prose, or no reported speech in it."""
    codes = {problem.code: problem for problem in reading.problems}
    language = reading.article.language
    if Code.FAILED in codes:
        return told(codes[Code.FAILED])
    if Code.NO_RULES in codes:
        return f"Verbale has no words and rules for the language “{language}”; it reads {listed(languages())}."
    if not any(block.role in PROSE for block in reading.article.blocks):
        return _no_prose(reading)
    cue = _example(language)
    return f"No word that reports speech, such as “{cue}”, could be linked to something said (read as {language})."


def _no_prose(reading: Reading) -> str:
    if any(problem.code is Code.LONG_LINE for problem in reading.problems):
        return Code.LONG_LINE.sentence
    roles = sorted({str(block.role) for block in reading.article.blocks})
    return f"No line is prose: all were taken for {listed(roles)}." if roles else Code.EMPTY.sentence


def _example(language: str) -> str:
    """The first verb of the language's list."""
    return str(next(iter(load(language).cues["verbs"][0]["words"])))
