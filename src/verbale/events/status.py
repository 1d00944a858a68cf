"""How far an event has come, by the verbs, nouns and small words around the word that names it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verbale.events.clause import BREAKS, Clause
from verbale.events.joined import kind
from verbale.events.words import done, small
from verbale.model import Status

NEAR = 4
"""So many words before a verb its helpers are looked for among."""
GOVERNED = 10
"""An infinitive is governed by no word further off."""
THROUGH = frozenset(
    {"xcomp", "acl", "dobj", "obj", "nsubj", "nsubjpass", "nsubj:pass", "nmod", "obl", "dep", "iobj", "csubj", "conj"}
)
"""Relations over which a verb or noun governs the word for an event."""

UNDONE = frozenset({"proposal", "response", "decree", "decision"})
"""Kinds of which words for ruling out tell that they are undone or turned down, not that they will never be."""

NEGATED = {
    Status.HELD: None,
    Status.PLANNED: Status.NOT_PLANNED,
    Status.PROPOSED: None,
    Status.POSSIBLE: Status.RULED_OUT,
    Status.CALLED_FOR: None,
    Status.RULED_OUT: Status.POSSIBLE,
    Status.DENIED: None,
}
"""What becomes of a status under a negation; None where nothing is told then."""


@dataclass(frozen=True, slots=True)
class Found:
    """The status of an event, the word that decided it, and the verb that tells the event."""

    status: Status
    by: int
    verb: int | None = None


def status(clause: Clause, at: int, what: str) -> Found | None:
    """The status of the event that the word at `at` names; None where it is not told as an event."""
    if _is_open(clause, at):
        return None
    verbal = clause.tokens[at].pos == "VERB"
    return _of_verb(clause, at) if verbal else _of_noun(clause, at, what)


def _is_open(clause: Clause, at: int) -> bool:
    """Whether it stands in a question, behind an `if`, or among what somebody is merely ready for."""
    if clause.tokens[-1].text == "?" or any(clause.low(n) == "?" for n in range(at, clause.stop)):
        return True
    for n in range(at - 1, max(clause.start, at - 12) - 1, -1):
        if clause.tokens[n].text in BREAKS or clause.low(n) == ",":
            return False
        if clause.words.is_in(clause.tokens[n], "if") or clause.words.is_in(clause.tokens[n], "ready"):
            return True
    return False


# ---------------------------------------------------------------- a verb


def _of_verb(clause: Clause, at: int) -> Found | None:
    """The status of what a verb tells by itself."""
    governed = _governed(clause, at)
    if governed:
        return governed
    own = tense(clause, at)
    return Found(own, at, at) if own and not _is_passive(clause, at) else None


def _is_passive(clause: Clause, at: int) -> bool:
    """English: `a threshold met only by`, which is another word."""
    behind = {clause.low(n) for n in range(at + 1, at + 4)}
    return clause.words.language == "en" and clause.words.verbs.get(clause.lemma(at)) == "meeting" and "by" in behind


def _governed(clause: Clause, at: int) -> Found | None:
    """The status that a word above an infinitive or gerund gives it (`agreed to meet`, `могут встретиться`)."""
    if clause.words.language == "en":
        return _governed_before(clause, at)
    if clause.tokens[at].form != "inf":
        return None
    for above, relation in clause.above(at):
        if relation not in THROUGH or not clause.holds(above) or abs(above - at) > GOVERNED:
            return None
        found = _word(clause, above)
        if found:
            return found
    return None


def _governed_before(clause: Clause, at: int) -> Found | None:
    """English: the word before `to meet`, `meeting` or `of meeting`."""
    n = at - 1
    while n >= clause.start and (clause.tokens[n].pos == "ADV" or clause.words.is_in(clause.tokens[n], "not")):
        n -= 1
    particle = clause.low(n)
    gerund = clause.words.form(clause.tokens[at]) == "ing"
    if particle not in {"to", "of", "for", "on"} and not gerund:
        return None
    last = n - 1 if particle in {"to", "of", "for", "on", "out"} else n
    for before in range(last, max(clause.start, last - 3) - 1, -1):
        found = _word(clause, before)
        if found:
            return found
        if clause.tokens[before].pos in {"VERB", "AUX"} or clause.low(before) in {",", "to"}:
            return None
    return None


# ---------------------------------------------------------------- a noun


def _of_noun(clause: Clause, at: int, what: str) -> Found | None:
    """The status of what a noun names: by an adjective, by what governs it, or by the verb it is done with."""
    beside = _adjective(clause, at)
    for above, relation in clause.above(at):
        if relation not in THROUGH or not clause.holds(above) or (relation in {"nmod", "obl"} and at < above):
            break  # `in response to …, he ruled out`: told beside the verb, not by it
        found = _able(clause, above, what) if _is_modal(clause, above) else _word(clause, above)
        found = found or _done(clause, at, above, relation, what)
        if found and found.status is Status.RULED_OUT and kind(what)["like"] in UNDONE:
            return None
        if found:
            return _settled(beside, found)
        if not clause.words.is_in(clause.tokens[above], "through"):
            break
    return (_by_preposition(clause, at) if kind(what)["like"] in {"meeting", "call", "attack"} else None) or beside


def _is_modal(clause: Clause, at: int) -> bool:
    return clause.lemma(at) in small(clause.words.language, "modal")


def _able(clause: Clause, modal: int, what: str) -> Found | None:
    """`встреча может состояться`: the modal verb tells of the event if what it governs does."""
    own = done(clause.words.language, what, "does") | done(clause.words.language, what, "by")
    governed = next(
        (n for n in clause.children.get(modal, ()) if clause.tokens[n].form == "inf" and clause.lemma(n) in own), None
    )
    found = _word(clause, modal) if governed is not None else None
    return Found(found.status, modal, governed) if found else None


def _settled(beside: Found | None, found: Found) -> Found:
    """An adjective (`a possible meeting`) counts before a verb that merely tells of it, not before one that denies it."""
    return beside if beside and found.status in {Status.HELD, Status.PLANNED} and beside.status is not Status.PLANNED else found


def _adjective(clause: Clause, at: int) -> Found | None:
    beside = [n for n in clause.children.get(at, ()) if n < at] + list(range(max(clause.start, at - 3), at))
    for n in beside:
        token = clause.tokens[n]
        word = clause.low(n) if clause.words.language == "en" else clause.lemma(n)
        if word in clause.words.adjectives and token.pos in {"ADJ", "VERB"} and _leads_to(clause, n, at):
            found = clause.words.adjectives[word]
            return Found(found, n, None)
    return None


def _leads_to(clause: Clause, at: int, noun: int) -> bool:
    """Whether nothing but names and adjectives stands between."""
    return all(clause.tokens[n].pos in {"ADJ", "NOUN", "PROPN", "NUM", "PUNCT", "PART", "CCONJ"} for n in range(at + 1, noun))


def _done(clause: Clause, noun: int, verb: int, relation: str, what: str) -> Found | None:
    """The status that the verb gives of which the noun is subject or object."""
    token, lemma = clause.tokens[verb], clause.lemma(verb)
    if token.pos not in {"VERB", "AUX"}:
        return None
    subject = relation.startswith(("nsubj", "csubj"))
    passive = relation in {"nsubjpass", "nsubj:pass"} or token.form == "part"
    fits = lemma in done(clause.words.language, what, "does" if subject and not passive else "by")
    into = clause.words.is_in(token, "into") or lemma in small(clause.words.language, "into")
    if not into and (not fits or (not subject and _preposition(clause, noun))):
        return None
    governed = _governed(clause, verb)
    if governed:
        return Found(governed.status, governed.by, verb)
    own = tense(clause, verb)
    return Found(own, verb, verb) if own else None


def _by_preposition(clause: Clause, at: int) -> Found | None:
    """`after a meeting with`, `at the talks with`: as far as the verb of the sentence has come."""
    case = _preposition(clause, at)
    if case in small(clause.words.language, "ahead"):
        return Found(Status.PLANNED, at, None)
    late = case in small(clause.words.language, "after")
    if not late and case not in small(clause.words.language, "during"):
        return None
    verb = _finite_above(clause, at, steps=5 if late else 1)
    if verb is None:
        return Found(Status.HELD, at, None) if late else None
    own = tense(clause, verb)
    return Found(own, at, verb) if own is Status.HELD else None


def _preposition(clause: Clause, at: int) -> str:
    """The preposition that the noun stands behind; empty where there is none."""
    for n in clause.children.get(at, ()):
        if clause.tokens[n].rel == "case" and n < at and not _is_particle(clause, n):
            return clause.low(n)
    return "" if clause.tokens[at].rel else _linear(clause, at)


def _is_particle(clause: Clause, at: int) -> bool:
    """`handed over`, `carried out`: part of the verb before it."""
    return clause.words.is_in(clause.tokens[at], "particle") and clause.holds(at - 1) and clause.tokens[at - 1].pos == "VERB"


def _linear(clause: Clause, at: int) -> str:
    """The preposition before a noun and its adjectives, where syntax is unknown."""
    n = at - 1
    while clause.holds(n) and clause.tokens[n].pos in {"ADJ", "DET", "NUM"}:
        n -= 1
    return clause.low(n) if clause.holds(n) and clause.tokens[n].pos == "ADP" else ""


def _finite_above(clause: Clause, at: int, *, steps: int) -> int | None:
    for above, _ in list(clause.above(at))[:steps]:
        token = clause.tokens[above]
        if not clause.holds(above):
            return None
        if token.pos == "VERB" and token.form in {"fin", "first", ""}:
            return above
    return None


# ---------------------------------------------------------------- words that decide


def _word(clause: Clause, at: int) -> Found | None:
    """The status that a governing word gives, turned round where it is negated."""
    if not clause.holds(at):
        return None
    token, lemma = clause.tokens[at], clause.lemma(at)
    found = clause.words.status.get(lemma) if token.pos in {"VERB", "NOUN", "AUX"} else None
    if found is None and token.pos in {"ADJ", "ADV", "VERB", "PRED"}:
        found = clause.words.adjectives.get(lemma) or clause.words.adjectives.get(clause.low(at))
    if found is None or not _has_particle(clause, at, lemma) or not _tells(clause, at, lemma):
        return None
    turned = NEGATED[found] if is_negated(clause, at) else found
    return Found(turned, at, None) if turned else None


def _tells(clause: Clause, at: int, lemma: str) -> bool:
    """Whether a governing verb is told as done: no infinitive itself, and where it must be, in the passive."""
    token = clause.tokens[at]
    if token.pos != "VERB":
        return True
    if token.form == "inf" and not any(clause.words.is_in(clause.tokens[n], "future") for n in _helpers(clause, at)):
        return False
    return lemma not in small(clause.words.language, "passive") or clause.words.form(token) in {"past", "part"}


def _has_particle(clause: Clause, at: int, lemma: str) -> bool:
    wanted = clause.words.particles.get(lemma)
    if wanted is None or clause.tokens[at].pos == "NOUN":
        return True
    return wanted in {clause.low(n) for n in range(at + 1, at + 4)} or (
        lemma == "call" and "to" in {clause.low(at + 2), clause.low(at + 3)}
    )


def helpers(clause: Clause, at: int) -> list[int]:
    """The small words that go with a verb or noun and turn what it tells: `not`, `may`, `will`."""
    names = ("not", "possible", "future", "called")
    return [n for n in _helpers(clause, at) if any(clause.words.is_in(clause.tokens[n], name) for name in names)]


def is_negated(clause: Clause, at: int) -> bool:
    """Whether a `not` goes with the word."""
    return any(clause.words.is_in(clause.tokens[n], "not") for n in _helpers(clause, at))


def _helpers(clause: Clause, at: int) -> Iterator[int]:
    """The helpers of a verb: those right before it, adverbs passed over, and those that hang on it."""
    near = set()
    for n in range(at - 1, max(clause.start, at - NEAR) - 1, -1):
        token = clause.tokens[n]
        known = token.pos in {"AUX", "ADV", "PART"} or _is_helper(clause, n)
        if not known and not (clause.words.language == "en" and token.pos == "DET"):
            break
        near.add(n)
    hanging = (n for n in clause.children.get(at, ()) if _is_helper(clause, n) and abs(n - at) < 2 * NEAR)
    return iter(sorted(near | set(hanging)))


def _is_helper(clause: Clause, n: int) -> bool:
    token = clause.tokens[n]
    return any(
        clause.words.is_in(token, name) for name in ("future", "possible", "called", "unreal", "have", "be", "do", "not")
    )


# ---------------------------------------------------------------- the verb's own time


def tense(clause: Clause, at: int) -> Status | None:
    """Held, planned, possible or called for, by the form of a verb and its helpers; None where it tells no event."""
    own = _english(clause, at) if clause.words.language == "en" else _slavic(clause, at)
    if own is None or not is_negated(clause, at):
        return own
    return None if own is Status.POSSIBLE else NEGATED[own]


def _english(clause: Clause, at: int) -> Status | None:
    token, helpers = clause.tokens[at], list(_helpers(clause, at))
    has = {
        name
        for name in ("unreal", "possible", "called", "future", "have", "be", "present", "do")
        for n in helpers
        if clause.words.is_in(clause.tokens[n], name)
    }
    if "unreal" in has:
        return None
    for name, found in (("possible", Status.POSSIBLE), ("called", Status.CALLED_FOR), ("future", Status.PLANNED)):
        if name in has:
            return found
    form = clause.words.form(token)
    if clause.low(at - 1) == "to":
        return Status.PLANNED if "present" in has or clause.headline else None
    if form in {"past", "part"}:
        return Status.HELD
    if form == "ing":
        return Status.HELD if "be" in has else None
    if "do" in has and "did" in {clause.low(n) for n in helpers}:
        return Status.HELD
    if clause.headline:
        return Status.HELD
    return Status.PLANNED if token.form == "fin" or form == "third" else None


def _slavic(clause: Clause, at: int) -> Status | None:
    token, low, lemma = clause.tokens[at], clause.low(at), clause.lemma(at)
    helpers = [clause.low(n) for n in _helpers(clause, at)]
    words = clause.words
    if any(h in small(clause.words.language, "unreal") for h in (*helpers, clause.low(at + 1))):
        return None
    if token.form == "inf":
        return Status.PLANNED if any(h in small(clause.words.language, "future") for h in helpers) else None
    if token.form in {"conv", "imp"}:
        return None
    if low in small(clause.words.language, "future"):
        return Status.PLANNED
    if words.past.search(low) or token.form == "part" or low.endswith(("но", "то")):
        return Status.HELD
    if token.form in {"fin", "first"} and lemma in small(clause.words.language, "imperfective"):
        return Status.HELD
    return Status.PLANNED if token.form in {"fin", "first"} else None
