"""What hangs on a condition, and how: the promise or the threat beside it in the same stretch of speech."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from verbale.lang import titles
from verbale.model import Tie
from verbale.setting.stretch import CLOSING, MARKS, OPENING, STRAIGHT, Clause, Stretch
from verbale.text import Span

Range = tuple[int, int]
_QUOTES = OPENING | CLOSING | STRAIGHT | {"‘", "'"}
_EDGE = MARKS | _QUOTES | {",", "-"}
_DASHES = frozenset({"—", "–", "--"})
_NOMINAL = frozenset({"DET", "NOUN", "NUM", "PRON", "PROPN"})
_IMAGINED = 4
"""`бы` stands among so many words from the beginning of its clause."""
_OPENING = 4
"""Words that only open what follows a condition (`I think if they come, we …`) are at most so many."""
_SINGULAR = frozenset({"he", "i", "it", "she"})
"""Before `were` these tell of what is not so."""


def beyond(stretch: Stretch, clause: Clause, before: Stretch | None, after: Stretch | None) -> list[Span]:
    """What hangs on a condition that is cut off from it by the cue: `“If they come,” he said, “we will talk.”`"""
    if after and all(t.text in _EDGE for t in stretch.tokens[clause.stop :]):
        first, last = _sentence(after, 0, 0)
        start, stop = _trimmed(after, *_following(after, first, last))
        return [after.span(start, stop)] if _has_verb(after, start, stop) else []
    if before and all(t.text in _EDGE for t in stretch.tokens[: clause.start]):
        end = len(before.tokens) - 1
        first, _ = _sentence(before, end, end)
        start, stop = _trimmed(before, _nearest(before, first, end + 1), end + 1)
        told = _has_verb(before, start, stop) or (clause.kind == "whole" and start < stop)
        return [before.span(start, stop)] if told else []
    return []


def promise(stretch: Stretch, clauses: Sequence[Clause], n: int) -> list[Range]:
    """The tokens of what hangs on the condition of number `n`, in one range or two; none where nothing does.

    It stands behind a condition that opens its sentence or clause, before any other, or on both sides of one between a
    subject and its verb. Other conditions of the sentence are no part of it.
    """
    clause = clauses[n]
    first, last = _sentence(stretch, clause.start, clause.stop)
    others = [c for c in clauses if c is not clause]
    first = max([first, *(c.stop for c in others if c.stop <= clause.start and not _opens(stretch, first, c))])
    last = min([last, *(c.start for c in others if c.start >= clause.stop and not _is_listed(stretch, clause, c))])
    if clause.kind == "whole":
        return _of_whole(stretch, clause)
    before = _trimmed(stretch, _nearest(stretch, _behind(others, first, clause.start), clause.start), clause.start)
    before = _without_not(stretch, *before)
    after = _trimmed(stretch, *_following(stretch, _over(others, clause.stop), last))
    pieces = [after] if _is_ahead(stretch, before, clause, after) else [before]
    if _is_amid(stretch, before, clause, after):
        pieces = [before, after]
    pieces = [piece for piece in pieces if piece[0] < piece[1]]
    return pieces if any(_has_verb(stretch, *piece) for piece in pieces) else []


def tie(stretch: Stretch, clause: Clause, hangs: Sequence[Range]) -> Tie:
    """How what is said hangs on a condition."""
    if clause.even:
        return Tie.EVEN_IF
    if _is_imagined(stretch, clause, hangs):
        return Tie.CONTRARY
    opener = stretch.phrase(clause.start, clause.behind - clause.start)
    return Tie.UNLESS if opener in stretch.data["unless"] or _is_negated(stretch, clause) else Tie.IF


# ---------------------------------------------------------------- where it stands


def _sentence(stretch: Stretch, first: int, last: int) -> Range:
    """The sentence around some tokens within the stretch."""
    tokens = stretch.tokens
    while first > 0 and not _ends(stretch, first - 1):
        first -= 1
    while last < len(tokens) and not _ends(stretch, last):
        last += 1
    return first, last


def _ends(stretch: Stretch, at: int) -> bool:
    """Whether a sentence ends with a token."""
    tokens = stretch.tokens
    stop = tokens[at].text in {".", "!", "?", "…", "...", ";"}
    return (
        stop
        and not _is_short(stretch, at)
        and (at + 1 == len(tokens) or tokens[at].text == ";" or not tokens[at + 1].text[:1].islower())
    )


def _is_short(stretch: Stretch, at: int) -> bool:
    """Whether a full stop belongs to a title before a name (`Gov. Hartov`)."""
    return at > 0 and stretch.tokens[at].text == "." and f"{stretch.word(at - 1)}." in titles(stretch.language, "persons")


def _opens(stretch: Stretch, first: int, clause: Clause) -> bool:
    """Whether nothing but marks and conjunctions stands before a condition in its sentence."""
    return all(t.text in _EDGE or t.pos in {"CCONJ", "SCONJ", "ADV"} for t in stretch.tokens[first : clause.start])


def _is_listed(stretch: Stretch, one: Clause, two: Clause) -> bool:
    """Whether another condition follows at once (`if they come and if they stay`)."""
    return all(t.text in _EDGE or t.pos == "CCONJ" for t in stretch.tokens[one.stop : two.start])


def _over(others: Sequence[Clause], at: int) -> int:
    """Where what follows begins, behind conditions that stand in one list."""
    return max([at, *(c.stop for c in others if at <= c.start <= at + 2)])


def _behind(others: Sequence[Clause], first: int, start: int) -> int:
    """Where what comes before begins, behind a condition at the head of the sentence."""
    return max([first, *(c.stop for c in others if c.stop <= start)])


def _nearest(stretch: Stretch, first: int, stop: int) -> int:
    """Where the clause before a condition begins: behind `that`, a strong mark, or a conjunction before a clause of its own."""
    starts = (at for at in range(stop - 1, first, -1) if _begins(stretch, first, at, stop))
    return next(starts, first)


def _begins(stretch: Stretch, first: int, at: int, stop: int) -> bool:
    """Whether a clause of its own begins with a token and lasts to `stop`."""
    tokens, before = stretch.tokens, stretch.tokens[at - 1]
    if not _has_verb(stretch, at, stop) or tokens[at].text in _EDGE:
        return False
    if before.text in MARKS and not _is_short(stretch, at - 1):
        return True
    if _tells(stretch, at - 1) and _has_subject(stretch, at, stop):
        return True
    if before.pos == "CCONJ" or before.text == ",":
        if before.pos == "CCONJ" and at > 1 and tokens[at - 2].text == "," and tokens[at].pos in {"AUX", "VERB"}:
            return tokens[at].form == "fin" and _has_verb(stretch, first, at - 1)
        joined = tokens[at].pos in {"CCONJ", "SCONJ", "ADP"} or tokens[at].form in {"part", "conv"}
        subject = tokens[at - 2].text == "," and _is_pronoun(stretch, at)
        hangs = {stretch.word(at), tokens[at].lemma} & set(stretch.data["hanging"]) and not subject
        return not joined and not hangs and _has_subject(stretch, at, stop) and _has_verb(stretch, first, at - 1)
    return False


def _tells(stretch: Stretch, at: int) -> bool:
    """Whether a clause can follow that is told: behind `that` or `whether`, and behind `he said`, but not `I don't think`."""
    if stretch.word(at) in {*stretch.data["that"], *stretch.data["or_not"]}:
        return True
    denied = at > 0 and (stretch.word(at - 1) in stretch.data["not"] or stretch.word(at - 1).endswith(("n't", "n’t")))
    return stretch.tokens[at].lemma in stretch.data["telling"] and not denied


def _has_subject(stretch: Stretch, at: int, stop: int) -> bool:
    """Whether a clause begins with its subject."""
    first = stretch.tokens[at]
    if stretch.language == "en":
        return (first.pos in _NOMINAL and first.form != "part") or _is_pronoun(stretch, at)
    return any(t.case == "Nom" for t in stretch.tokens[at : stretch.segment_end(at)][: stop - at])


def _following(stretch: Stretch, at: int, last: int) -> Range:
    """What follows a condition, and an aside between dashes, up to a turn (`but`) or a dash behind its verb."""
    at = _behind_aside(stretch, at, last)
    while at < last and (stretch.tokens[at].text in _EDGE or stretch.word(at) in stretch.data["then"]):
        at += 1
    stop = at
    while stop < last and not _turns(stretch, at, stop):
        stop += 1
    return at, stop


def _behind_aside(stretch: Stretch, at: int, last: int) -> int:
    """Behind words between two dashes at once behind a condition: `if they stay — [and they may] — we will go`."""
    if at >= last or stretch.tokens[at].text not in _DASHES:
        return at
    end = next((n for n in range(at + 1, last) if stretch.tokens[n].text in _DASHES), last)
    return end if _has_verb(stretch, end, last) else at


def _turns(stretch: Stretch, start: int, at: int) -> bool:
    token = stretch.tokens[at]
    if token.text in {*_DASHES, "("}:
        return _has_verb(stretch, start, at)
    behind_comma = token.text == "," and at + 1 < len(stretch.tokens)
    return behind_comma and stretch.word(at + 1) in stretch.data["but"] and _has_verb(stretch, start, at)


def _is_ahead(stretch: Stretch, before: Range, clause: Clause, after: Range) -> bool:
    """Whether what hangs on a condition follows it."""
    if not _has_verb(stretch, *after):
        return False
    if not _has_verb(stretch, *before):
        return True
    at = next((n for n in range(clause.start - 1, 0, -1) if stretch.tokens[n].text not in _QUOTES), 0)
    last, first = stretch.tokens[at], stretch.tokens[after[0]]
    if last.pos in {"ADP", "CCONJ", "SCONJ"} or last.text in MARKS or stretch.word(at) in stretch.data["that"]:
        return True
    if _is_opening(stretch, before) and stretch.tokens[clause.stop].text == ",":
        return True
    apart = stretch.tokens[clause.stop].text in {",", "…", "..."} and first.pos not in {"ADP", "CCONJ", "SCONJ"}
    hangs = {stretch.word(after[0]), first.lemma} & set(stretch.data["hanging"]) and not _is_pronoun(stretch, after[0])
    return last.text == "," and apart and not hangs and _has_subject(stretch, *after)


def _is_opening(stretch: Stretch, before: Range) -> bool:
    """Whether English words only open what follows: `I think`, `the reality is`."""
    start, stop = before
    return stretch.language == "en" and stop - start <= _OPENING and stretch.tokens[stop - 1].pos in {"AUX", "VERB"}


def _is_amid(stretch: Stretch, before: Range, clause: Clause, after: Range) -> bool:
    """Whether a condition stands between a subject and its verb: `the letter, [if it comes], would be late`."""
    between = clause.start > 0 and {stretch.tokens[clause.start - 1].text, _text(stretch, clause.stop)} == {","}
    subject = between and any(t.pos in _NOMINAL for t in stretch.tokens[slice(*before)])
    turned = after[0] < after[1] and stretch.tokens[after[0]].pos in {"AUX", "VERB"}
    return subject and turned and not _has_verb(stretch, *before)


def _text(stretch: Stretch, at: int) -> str:
    return stretch.tokens[at].text if at < len(stretch.tokens) else ""


def _of_whole(stretch: Stretch, clause: Clause) -> list[Range]:
    """What depends on something: the subject (`[any progress] will depend`), or what follows (`in order for [it to work]`)."""
    tokens = stretch.tokens[clause.start : clause.stop]
    opener = [word for word in stretch.data["behind_whole"] if stretch.phrase(clause.behind - 3, 3) == word]
    verb = next((clause.start + n for n, t in enumerate(tokens) if t.pos in {"AUX", "VERB"}), clause.start)
    piece = _trimmed(stretch, clause.behind, clause.stop) if opener else _trimmed(stretch, clause.start, verb)
    return [piece] if piece[0] < piece[1] else []


def _without_not(stretch: Stretch, start: int, stop: int) -> Range:
    """What comes before a condition without the words that deny it: `we will come, [but not] until they pay`."""
    if stop - start > 1 and stretch.word(stop - 1) in stretch.data["not"] and stretch.tokens[stop - 2].text in {"but", ","}:
        return _trimmed(stretch, start, stop - 1)
    return start, stop


def _trimmed(stretch: Stretch, start: int, stop: int) -> Range:
    """A range without marks and conjunctions at its ends."""
    while start < stop and _is_loose(stretch, start):
        start += 1
    last = stop
    while stop > start and _is_loose(stretch, stop - 1):
        stop -= 1
    return start, _with_closing(stretch, start, stop, last)


def _with_closing(stretch: Stretch, start: int, stop: int, last: int) -> int:
    """The end with the mark that closes a quotation which opens in the range (`he would be “shocked[”]`)."""
    words = [t.text for t in stretch.tokens[start:stop]]
    closing = stop < last and stretch.tokens[stop].text in CLOSING
    return stop + 1 if closing and sum(w in OPENING for w in words) > sum(w in CLOSING for w in words) else stop


def _is_loose(stretch: Stretch, at: int) -> bool:
    token = stretch.tokens[at]
    joins = token.pos in {"CCONJ", "SCONJ"} or stretch.word(at) in stretch.data["that"]
    return token.text in _EDGE or (joins and not _is_pronoun(stretch, at))


def _is_pronoun(stretch: Stretch, at: int) -> bool:
    """Whether `that` is a subject: `if they leave, [that] would be a mistake`."""
    verb = at + 1 < len(stretch.tokens) and stretch.tokens[at + 1].pos in {"AUX", "VERB"}
    return verb and stretch.word(at) in stretch.data["subjects"]


def _has_verb(stretch: Stretch, start: int, stop: int) -> bool:
    """Whether tokens hold a verb of any kind; what somebody is urged to do is told by an infinitive."""
    verbs = any(t.pos in {"AUX", "VERB"} and t.form != "part" for t in stretch.tokens[start:stop])
    return verbs or stretch.has_verb(start, stop, inf=True)


# ---------------------------------------------------------------- how it hangs


def _is_negated(stretch: Stretch, clause: Clause) -> bool:
    """Whether a clause tells of what is not so: `if they [do not] leave`, `пока они [не] уйдут`."""
    if clause.kind in {"phrase", "whole"}:
        return False
    no, words = stretch.data["not"], range(clause.behind, clause.stop)
    verb = next((at for at in words if _has_verb(stretch, at, at + 1)), None)
    denied = [at for at in words if stretch.word(at) in no]
    if verb is None or not denied:
        return verb is not None and any(stretch.word(at).endswith(("n't", "n’t")) for at in (verb - 1, verb))
    return denied[0] == verb + 1 if stretch.language == "en" else denied[0] <= verb


def _is_imagined(stretch: Stretch, clause: Clause, hangs: Sequence[Range]) -> bool:
    """Whether a condition is only imagined: `if they had asked, we would have come`, `если бы они пришли`."""
    imagined = set(stretch.data["imagined"])
    if stretch.language != "en":
        near = range(clause.start, min(clause.behind + _IMAGINED, clause.stop))
        return any(stretch.word(at) in imagined for at in near)
    would = [at for at in chain.from_iterable(range(*piece) for piece in hangs) if _is_would(stretch, at, imagined)]
    return bool(would) and (_is_unreal(stretch, clause) or any(_has_have(stretch, at) for at in would))


def _is_would(stretch: Stretch, at: int, imagined: set[str]) -> bool:
    word = stretch.word(at)
    return (
        {word, word[:-3]} & imagined != set()
        if word.endswith(("n't", "n’t"))
        else word in imagined or word.endswith(("'d", "’d"))
    )


def _has_have(stretch: Stretch, at: int) -> bool:
    """Whether `have` and a participle follow: `would not have come`, but not `would have to come`."""
    near = range(at, min(at + 4, len(stretch.tokens) - 1))
    have = (n for n in near if stretch.word(n) in {"have", "'ve", "’ve"} or stretch.word(n).endswith(("'ve", "’ve")))
    return any(_is_participle_near(stretch, n + 1) for n in have)


def _is_participle_near(stretch: Stretch, at: int) -> bool:
    """Whether a participle comes next, or behind an adverb: `would have (never) come`, but not `would have a closed gate`."""
    near = stretch.tokens[at : at + 3]
    adverbs = next((n for n, t in enumerate(near) if t.pos not in {"ADV", "PART", "AUX"} or t.text == "to"), len(near))
    return any(t.form == "part" for t in near[: adverbs + 1]) and stretch.word(at) != "to"


def _is_unreal(stretch: Stretch, clause: Clause) -> bool:
    """Whether an English clause says itself that it is not so: `if they had asked`, `had they asked`, `if he were here`."""
    tokens = stretch.tokens
    for at in range(clause.start, clause.stop):
        behind = tokens[at + 1 : min(at + 4, clause.stop)]
        if stretch.word(at) == "had" and any(t.form == "part" and t.pos == "VERB" for t in behind):
            return True
        one = stretch.word(at - 1) in _SINGULAR or tokens[at - 1].pos == "PROPN"
        if stretch.word(at) == "was" and stretch.word(at - 1) == "i" and at - 1 == clause.behind:  # `if I was rich, I would …`
            return True
        if stretch.word(at) in {"were", "weren't", "weren’t"} and one and not any(t.text == "to" for t in behind[:1]):
            return True
    return False
