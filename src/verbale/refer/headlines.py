"""Whom a headline means that gives words to a body (`Цитадель ответила соседям`): the body, or who spoke for it in the text.
And whom it means that only says what somebody is (`Новый глава Цитадели похвалил соседей`).

Russian and Ukrainian headlines put the body before whoever spoke for it; English ones mostly mean the body.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from verbale.lang import INFLECTED
from verbale.model import Kind, Speaker, Statement
from verbale.names import letters
from verbale.refer.asked import Asked, again

BODIES = frozenset({"body", "seat"})
"""Deciders that name a body."""
NAMELESS = frozenset({"described"})
"""Those that only repeat how somebody is described."""
TELLING = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
MEETING = 2
"""So many words must be the same, and half of those of the headline."""
SHORT = 3
"""Words of fewer letters tell no body, and so many letters at least two forms of a word share."""


def retold(asked: Asked, told: Statement, all_told: Sequence[Statement]) -> Statement:
    """The headline with the person who says the same in the text, or who alone speaks for the body there; else as told."""
    speaker = told.speaker
    if not told.headline or speaker is None or asked.language not in INFLECTED:
        return told
    if speaker.decider not in BODIES | NAMELESS or speaker.kind is Kind.DOCUMENT:
        return told
    within = [s for s in all_told if not s.headline and s.speaker]
    same = _likest(asked, told, within)
    person = same.speaker if same else _spokesman(asked, within) if speaker.decider in BODIES else None
    if person is None or person.kind is not Kind.PERSON:
        return told
    why = f"speaker: retold: In the text {person.name} says what the headline gives to {speaker.name}."
    found = replace(again(person, person.score), decider=retold.__name__)
    return replace(told, speaker=found, why=(*told.why, why), candidates=())


def _likest(asked: Asked, told: Statement, others: Sequence[Statement]) -> Statement | None:
    """The statement that shares most words with the headline, if these are enough."""
    words = _words(asked, told)
    shared = [(len(words & _words(asked, other)), other) for other in others]
    most, likest = max(shared, key=lambda pair: pair[0], default=(0, None))
    return likest if most >= max(MEETING, len(words) / 2) else None


def _spokesman(asked: Asked, others: Sequence[Statement]) -> Speaker | None:
    """The only person among the speakers who has an office at the body."""
    body = [w for w in letters(asked.mention.name).split() if len(w) >= SHORT] if asked.mention else []
    offices = {f.name: f.roles for f in asked.persons()}
    found = {s.speaker.name: s.speaker for s in others if s.speaker and _has_office(offices.get(s.speaker.name, ()), body)}
    return next(iter(found.values())) if len(found) == 1 else None


def _has_office(roles: Sequence[str], body: Sequence[str]) -> bool:
    """Whether an office is one at the body: each word of the body stands in it, in whatever form."""
    words = [letters(role).split() for role in roles]
    return bool(body) and any(all(any(_is_form(w, part) for w in role) for part in body) for role in words)


def _is_form(word: str, other: str) -> bool:
    same = takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False))
    return len(list(same)) >= max(SHORT, len(other) - 2)


def _words(asked: Asked, statement: Statement) -> frozenset[str]:
    """What a statement speaks of, in the forms of a dictionary."""
    spans = statement.content.spans
    sentences = (s.sentence for s in asked.labels if any(s.sentence.span.meets(span) for span in spans))
    tokens = (t for s in sentences for t in s.tokens if t.pos in TELLING and any(span.holds(t.span) for span in spans))
    return frozenset(letters(t.lemma or t.text) for t in tokens)
