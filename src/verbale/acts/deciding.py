"""Decide on the act and the stance of a statement: small deciders in order, the first that knows ends the search."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from verbale import lang
from verbale.acts import codes
from verbale.media import outlet
from verbale.model import SHIPPED, Act, Condition, Kind, Outlets, Speech, Stance, Statement, Tie
from verbale.models.words import words
from verbale.phrases import MARKS, Found, Phrases, Word

BOUND = Word("~", frozenset({"~"}))
"""Stands between the words of the cue and what was said."""
BEFORE = 3
"""So many words before a form are searched for a negation."""
CONTRARY = {"agree": "reject", "promise": "reject", "support": "reject"}
"""What a form is when it is negated; all others are nothing then."""
BINDING = frozenset({"agree", "promise", "threaten", "reject"})
"""Acts that a condition makes conditional: they tell what the speaker's side will do."""
TERMS = frozenset({Tie.IF, Tie.UNLESS})
"""Ties of conditions that are terms: what holds either way, or is only imagined, asks nothing of anybody."""


class _Choice(NamedTuple):
    """The form that was chosen, with the reason."""

    form: str
    why: str


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement in words."""

    statement: Statement
    language: str
    outlets: Outlets
    cue: tuple[Word, ...]
    content: tuple[Word, ...]


def act(statement: Statement, language: str, outlets: Outlets = SHIPPED) -> Act:
    """What is done in saying it; `report` and `unclear` where nothing tells more, or the language has no words for acts.
    `outlets` are media beside those that ship.

    Towards whom, `towards` tells, which needs the names of the article.
    """
    if not lang.acts(language):
        return Act("report", why=("Its language has no word list of acts.",))
    said = _said(statement, language, outlets)
    form, why = _chosen(said)
    stance, because = _stance(said, form)
    return Act(codes.code(form), None, stance, (why, because))


def _said(statement: Statement, language: str, outlets: Outlets) -> _Said:
    cue = words(statement.cue.text, language) if statement.cue else ()
    return _Said(statement, language, outlets, cue, words(statement.content.text, language))


def _chosen(said: _Said) -> _Choice:
    return _question(said) or _by_cue(said) or _by_content(said) or _Choice("report", "No form of an act stands in its words.")


# ---------------------------------------------------------------- the deciders


def _question(said: _Said) -> _Choice | None:
    """A question mark behind a single sentence or behind what somebody asked; a headline that begins with a question word."""
    ends = [word.text for word in said.content if word.text in ".?!"]
    last = bool(said.content) and said.content[-1].text == "?"
    asks = last and (len(ends) == 1 or any(word.forms & _words(said.language, "asking") for word in said.cue))
    wonders = not said.cue and said.content[:1] and said.content[0].text in _words(said.language, "question")
    return _Choice("ask", "What was said is a question.") if asks or (wonders and said.statement.headline) else None


def _by_cue(said: _Said) -> _Choice | None:
    """What the words say that report the speech, if need be with the words behind them: the longest form counts."""
    line = (*said.cue, BOUND, *said.content)
    found = [f for f in _phrases(said.language, "cue").found(line) if f.start < len(said.cue)]
    best = min((f for f in found if not _negated(line, f, said.language)), key=_longest, default=None)
    if best is None:
        return None
    told = " ".join(word.text for word in line[best.start : best.stop] if word is not BOUND)
    return _Choice(best.key, f"“{told}” tells of it ({best.key}).")


def _longest(found: Found) -> tuple[int, int]:
    return found.start - found.stop, tuple(codes.FORMS).index(found.key)


def _by_content(said: _Said) -> _Choice | None:
    """The forms within what was said, in the order of the acts. What media carry is no act of theirs."""
    if _only_tells(said.statement, said.language, said.outlets):
        return None
    found = list(_forms(said))
    widest = [f for f in found if not any(_within(f[1], other[1]) for other in found)]
    if not widest:
        return None
    form, first = min(widest, key=lambda f: (tuple(codes.FORMS).index(f[0]), f[1].start))
    told = " ".join(word.text for word in said.content[first.start : first.stop])
    return _Choice(form, f"“{told}” stands in what was said ({form}).")


def _within(one: Found, other: Found) -> bool:
    """Whether a form is but a part of another that stands around it."""
    return other.start <= one.start and one.stop <= other.stop and other.stop - other.start > one.stop - one.start


def _forms(said: _Said) -> Iterator[tuple[str, Found]]:
    """Forms within what was said, the negated ones as their contrary."""
    line = (BOUND, *said.content)
    tables = ("said",) if said.statement.kind is Speech.DIRECT else ("said", "told")
    for found in (f for table in tables for f in _phrases(said.language, table).found(line)):
        form = CONTRARY.get(found.key) if _negated(line, found, said.language) else found.key
        if form:
            yield form, found._replace(start=max(0, found.start - 1), stop=found.stop - 1)


def _negated(line: Sequence[Word], found: Found, language: str) -> bool:
    """Whether a negation stands closely before the form, within its sentence."""
    for word in reversed(line[max(0, found.start - BEFORE) : found.start]):
        if word.text in MARKS or word.text == "," or word is BOUND:
            return False
        if word.text in _words(language, "negation"):
            return True
    return False


def _only_tells(statement: Statement, language: str, outlets: Outlets) -> bool:
    """Whether a medium, a poll or some unnamed source says it, who tell what others do."""
    speaker = statement.speaker
    if speaker is None:
        return statement.kind is not Speech.DIRECT
    heard = speaker.name.casefold()
    return (
        outlet(heard, outlets) is not None
        or any(w in heard.split() for w in lang.titles(language, "media"))
        or (speaker.kind is Kind.DOCUMENT and statement.kind is not Speech.DIRECT)
    )


# ---------------------------------------------------------------- the stance


def _stance(said: _Said, form: str) -> tuple[Stance, str]:
    """The stance with the reason."""
    terms = [one for one in said.statement.conditions if one.tie in TERMS]
    if terms and (form in BINDING or (form == "report" and any(_is_deed(one, said.language) for one in terms))):
        return Stance.CONDITIONAL, f"It hangs on a condition: “{terms[0].text.rstrip('.,')}”."
    own = codes.stance(form)
    if not _only_tells(said.statement, said.language, said.outlets):
        told = _told_stances(said)
        for stance in (Stance.CONDITIONAL, *((Stance.CLOSED, Stance.OPEN) if own is Stance.UNCLEAR else ())):
            if stance in told:
                return (
                    stance,
                    f"{' and '.join(f'“{words}”' for words in told[stance])} make{'s' * (len(told[stance]) == 1)} it {stance}.",
                )
    return own, f"The act alone makes it {own}." if own is not Stance.UNCLEAR else "Nothing tells a stance."


def _is_deed(condition: Condition, language: str) -> bool:
    """Whether what hangs on a condition is a deed of a side: `the ban will be lifted`, not `prices will rise`."""
    hanging = words(condition.promise.text, language) if condition.promise else ()
    return any(not word.forms.isdisjoint(_words(language, "deeds")) for word in hanging)


def _told_stances(said: _Said) -> dict[str, list[str]]:
    """The words in what was said, or around its beginning, that tell a stance."""
    line = (*said.cue, BOUND, *said.content)
    told: dict[str, list[str]] = {}
    for found in _phrases(said.language, "stance").found(line):
        words = " ".join(word.text for word in line[found.start : found.stop] if word is not BOUND)
        if found.stop > len(said.cue) and words not in told.setdefault(found.key, []):
            told[found.key].append(words)
    return told


# ---------------------------------------------------------------- words


@cache
def _phrases(language: str, table: str) -> Phrases:
    """The forms of one table, by act; those of stances by stance."""
    acts = lang.acts(language)
    if table == "stance":
        return Phrases(acts.get("stance", {}))
    return Phrases({form: acts.get(form, {}).get(table, {}) for form in codes.FORMS})


@cache
def _words(language: str, key: str) -> frozenset[str]:
    table: Mapping[str, Any] = lang.acts(language).get("words", {})
    return frozenset(table.get(key, ()))
