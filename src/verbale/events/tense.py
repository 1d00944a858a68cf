"""How far a verb has come by its own form and the small words that go with it."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.events.clause import Clause
from verbale.events.words import small
from verbale.model import Status

NEAR = 4
"""So many words before a verb its helpers are looked for among."""
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


def tense(clause: Clause, at: int) -> Status | None:
    """Held, planned, possible or called for, by the form of a verb and its helpers; None where it tells no event."""
    own = _english(clause, at) if clause.words.language == "en" else _slavic(clause, at)
    if own is None or not is_negated(clause, at):
        return own
    return None if own is Status.POSSIBLE else NEGATED[own]


def _english(clause: Clause, at: int) -> Status | None:
    token, helpers = clause.tokens[at], list(near_helpers(clause, at))
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
    helpers = [clause.low(n) for n in near_helpers(clause, at)]
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


# ---------------------------------------------------------------- its helpers


def helpers(clause: Clause, at: int) -> list[int]:
    """The small words that go with a verb or noun and turn what it tells: `not`, `may`, `will`."""
    names = ("not", "possible", "future", "called")
    return [n for n in near_helpers(clause, at) if any(clause.words.is_in(clause.tokens[n], name) for name in names)]


def is_negated(clause: Clause, at: int) -> bool:
    """Whether a `not` goes with the word."""
    return any(clause.words.is_in(clause.tokens[n], "not") for n in near_helpers(clause, at))


def near_helpers(clause: Clause, at: int) -> Iterator[int]:
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
