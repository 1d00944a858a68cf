"""Decide on the act and the stance of a statement: small deciders in order, the first that knows ends the search."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from verbale import lang
from verbale.acts import codes
from verbale.lang import INFLECTED
from verbale.media import outlet
from verbale.model import SHIPPED, Act, Condition, Kind, Outlets, Speech, Stance, Statement, Tie
from verbale.models.morphology import readings
from verbale.models.words import words
from verbale.phrases import MARKS, Found, Phrases, Word

BOUND = Word("~", frozenset({"~"}))
"""Stands between the words of the cue and what was said."""
BEFORE = 3
"""So many words before a form are searched for a negation."""
CONTRARY = {"agree": "reject", "promise": "reject", "support": "reject"}
"""What a form is when it is negated; all others are nothing then."""
OWN = frozenset({"agree", "promise", "concede", "deny", "consult"})
"""Acts that one does only for oneself: no form of them counts in a clause on somebody else (`a man who apologised`)."""
ALONE = frozenset({"concede"})
"""Acts that one does only of what oneself did: of somebody else it is news (`the minister resigned, the office said`)."""
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
    return (
        _question(said)
        or _by_cue(said)
        or _by_own(said)
        or _by_content(said)
        or _Choice("report", "No form of an act stands in its words.")
    )


# ---------------------------------------------------------------- the deciders


def _question(said: _Said) -> _Choice | None:
    """Nothing but questions, or a question behind a word for asking; a headline that begins with a question word. What
    ends in a tag (`that is a bribe, isn't it?`) is told, not asked.
    """
    ends = [word.text for word in said.content if word.text in ".?!"]
    last = bool(said.content) and said.content[-1].text == "?" and not _is_tagged(said)
    asks = last and (set(ends) == {"?"} or any(word.forms & _words(said.language, "asking") for word in said.cue))
    wonders = not said.cue and said.content[:1] and said.content[0].text in _words(said.language, "question")
    return _Choice("ask", "What was said is a question.") if asks or (wonders and said.statement.headline) else None


def _is_tagged(said: _Said) -> bool:
    """Whether a tag stands between a comma and the first question mark."""
    texts = [word.text for word in said.content]
    before = texts[: texts.index("?")]
    behind = before[len(before) - before[::-1].index(",") :] if "," in before else []
    return " ".join(behind) in _words(said.language, "tags")


def _by_cue(said: _Said) -> _Choice | None:
    """What the words say that report the speech, if need be with the words behind them: the longest form counts."""
    line = (*said.cue, BOUND, *said.content)
    found = [f for f in _phrases(said.language, "cue").found(line) if f.start < len(said.cue)]
    best = min((f for f in found if not _negated(line, f, said.language)), key=_longest, default=None)
    if best is None:
        return None
    told = " ".join(word.text for word in line[best.start : best.stop] if word is not BOUND)
    return _Choice(best.key, f"“{told}” tells of it ({best.key}).")


def _by_own(said: _Said) -> _Choice | None:
    """What the speaker tells of doing himself, in the words that would report it: `said that [he welcomed] the vote`."""
    leading = _words(said.language, "self") | _words(said.language, "helping")
    begins = next((n for n, word in enumerate(said.content) if word.text not in leading), 0)
    if not _is_himself(said, begins) or _only_tells(said.statement, said.language, said.outlets):
        return None
    found = [f for f in _phrases(said.language, "cue").found(said.content) if f.start == begins]
    best = min(found, key=_longest, default=None)
    if best is None:
        return None
    told = " ".join(word.text for word in said.content[best.start : best.stop])
    return _Choice(best.key, f"“{told}” tells what the speaker does himself ({best.key}).")


def _is_himself(said: _Said, at: int) -> bool:
    """Whether a pronoun stands before the word, or, where pronouns may be left out, a conjunction before a finite verb."""
    before = {word.text for word in said.content[:at]}
    if before & _words(said.language, "self"):
        return True
    likeliest = readings(said.content[at].text, said.language)[:1] if before and said.language in INFLECTED else ()
    return any(reading.pos == "VERB" and reading.form == "fin" for reading in likeliest)


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
        if form and _is_meant(said, line, found):
            yield form, found._replace(start=max(0, found.start - 1), stop=found.stop - 1)


def _is_meant(said: _Said, line: Sequence[Word], found: Found) -> bool:
    """Whether a form tells what the speaker does, as far as the words before it tell: not behind a `whether`; what one does
    oneself not behind a `who`; what one alone can do, only where his name or a pronoun stands in the sentence, or nobody."""
    before = line[_beginning(line, found.start) : found.start]
    if _is_open(before, said.language):
        return False
    relative = _words(said.language, "relative")
    if found.key in OWN and any(not word.forms.isdisjoint(relative) for word in before[-2:]):
        return False
    name = said.statement.speaker.name.casefold().split() if said.statement.speaker else []
    mine = _words(said.language, "self") | {*name}
    own = any(not word.forms.isdisjoint(mine) for word in line[_beginning(line, found.start) : found.stop])
    return found.key not in ALONE or own or not before or before == (BOUND,)


def _is_open(before: Sequence[Word], language: str) -> bool:
    """Whether the words leave open what follows: `whether the port should close`."""
    openers = (n for n, word in enumerate(before) if word.text in _words(language, "open"))
    return any(n == 0 or before[n - 1] is BOUND or before[n - 1].text == "," for n in openers)


def _beginning(line: Sequence[Word], at: int) -> int:
    """Where the sentence of a word begins."""
    return next((n + 1 for n in range(at - 1, -1, -1) if line[n].text in MARKS), 0)


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
        or any(not word.forms.isdisjoint(lang.titles(language, "media")) for word in words(speaker.name, language))
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
