"""How far an event has come, by the verbs, nouns and small words around the word that names it."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.events.clause import BREAKS, Clause
from verbale.events.joined import kind
from verbale.events.tense import NEAR, NEGATED, is_negated, near_helpers, tense
from verbale.events.words import done, small
from verbale.model import Status

GOVERNED = 10
"""An infinitive is governed by no word further off."""
THROUGH = frozenset(
    {"xcomp", "acl", "dobj", "obj", "nsubj", "nsubjpass", "nsubj:pass", "nmod", "obl", "dep", "iobj", "csubj", "conj"}
)
"""Relations over which a verb or noun governs the word for an event."""

UNDONE = frozenset({"proposal", "response", "decree", "decision"})
"""Kinds of which words for ruling out tell that they are undone or turned down, not that they will never be."""


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
    by_case = _by_preposition(clause, at) if kind(what)["like"] in {"meeting", "call", "attack"} else None
    return by_case or beside or _reached(clause, at, what) or _owned(clause, at, what) or _subject(clause, at, what)


def _subject(clause: Clause, at: int, what: str) -> Found | None:
    """`the talks between Lund and Reyes angered many`: what did something was held."""
    verb, relation = next(clause.above(at), (-1, ""))
    if not kind(what).get("mutual") or relation != "nsubj" or not clause.holds(verb) or clause.tokens[verb].pos != "VERB":
        return None
    past = tense(clause, verb) is Status.HELD and clause.lemma(verb) not in clause.words.status
    return Found(Status.HELD, at, None) if past else None


def _reached(clause: Clause, at: int, what: str) -> Found | None:
    """`достигнутое с Норландией соглашение`: a participle of a verb that is done with it, before it."""
    for n in range(at - 1, max(clause.start, at - 2 * NEAR) - 1, -1):
        token = clause.tokens[n]
        if (
            token.text in BREAKS
            or token.text == ","
            or clause.words.nouns.get(clause.lemma(n))
            or (token.pos == "VERB" and token.form in {"fin", "inf", "first"})
        ):
            return None
        done_by = token.form == "part" and clause.lemma(n) in done(clause.words.language, what, "by")
        if done_by or clause.lemma(n) in small(clause.words.language, "reached"):
            return None if is_negated(clause, n) else Found(Status.HELD, n, None)
    return None


def _owned(clause: Clause, at: int, what: str) -> Found | None:
    """`Lund's decision to leave`, `решение суда отменить`: a decision that is somebody's was made, unless it is awaited."""
    if kind(what)["like"] != "decision":
        return None
    waits = any(clause.words.is_in(clause.tokens[n], "awaiting") for n in range(max(clause.start, at - 2 * NEAR), at))
    if clause.words.language == "en":
        owner = any(clause.tokens[n].rel == "nmod:poss" and clause.name_at(n) for n in clause.children.get(at, ()))
        return Found(Status.HELD, at, None) if owner and not waits else None
    behind = at + 1
    while clause.holds(behind) and clause.tokens[behind].pos in {"ADJ", "NOUN"} and not clause.name_at(behind):
        behind += 1
    return Found(Status.HELD, at, None) if clause.name_at(behind) and not waits else None


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
    return None if clause.tokens[at].rel else _finite_before(clause, at)


def _finite_before(clause: Clause, at: int) -> int | None:
    """Where syntax is unknown, the finite verb before a noun with a preposition (`сказав на нараді`), no mark between."""
    for n in range(at - 1, max(clause.start, at - 2 * NEAR) - 1, -1):
        token = clause.tokens[n]
        if token.pos in {"PUNCT", "SCONJ"}:
            return None
        if token.pos == "VERB" and token.form == "fin":
            return n
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
    if token.form == "inf" and not any(clause.words.is_in(clause.tokens[n], "future") for n in near_helpers(clause, at)):
        return False
    return lemma not in small(clause.words.language, "passive") or clause.words.form(token) in {"past", "part"}


def _has_particle(clause: Clause, at: int, lemma: str) -> bool:
    wanted = clause.words.particles.get(lemma)
    if wanted is None or clause.tokens[at].pos == "NOUN":
        return True
    return wanted in {clause.low(n) for n in range(at + 1, at + 4)} or (
        lemma == "call" and "to" in {clause.low(at + 2), clause.low(at + 3)}
    )
