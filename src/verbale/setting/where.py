"""Where something was said: the occasion or channel beside a cue."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from verbale.model import Article, Kind, Mention, Part, Venue
from verbale.setting.frames import CLOSING, OPENING, Frame, among, is_one, words
from verbale.setting.nouns import LONGEST, Found, medium_at, noun_at, nouns, phrase_stop
from verbale.setting.whom import addressee

PLACES = frozenset({Kind.COUNTRY, Kind.PLACE})
PAPERS = frozenset({"statement", "document", "letter", "book", "post", "article"})
"""Kinds of venue that speak for those who wrote them: `the letter reads`."""
SPOKEN = PAPERS | {"press conference", "briefing", "interview", "address", "broadcast"}
"""Kinds of venue where something can only be said."""
ISSUED = PAPERS | {"interview", "address", "speech"}
"""Kinds of venue that somebody gives: `sent a letter`, `gave an interview`."""
CHANNELS = frozenset({"call", "broadcast", "post"})
"""Kinds of venue through which something is said: `by phone`."""


def venue(article: Article, frame: Frame) -> Found | None:
    """The venue in the clause of a cue: the nearest that a preposition leads to, else the paper that speaks, else a place."""
    found = [*(f for f in nouns(frame) if _is_led(frame, f)), *_antecedent(frame), *_media(frame)]
    near = min(found, key=lambda f: (_is_object(frame, f), frame.distance(f.start, f.stop)), default=None)
    return near or _paper(frame) or _place(frame, addressee(article, frame))


def made(article: Article, frame: Frame, found: Found) -> Venue:
    """The words of a venue without their article, its kind and its place."""
    start = _behind_date(frame, found)
    while start < found.stop - 1 and frame.word(start) in among(frame.language, "articles"):
        start += 1
    span = frame.span(start, found.stop)
    inside = [m for m in frame.line.labels.mentions if m.kind in PLACES and span.holds(m.span) and _is_in(frame, m)]
    place = span.of(article.text) if found.kind == "place" else next((m.span.of(article.text) for m in inside), None)
    return Venue(Part.of(article.text, span), found.kind, place)


def _behind_date(frame: Frame, found: Found) -> int:
    """Where the phrase begins without a date before it: `Monday's [debate]`."""
    for when in frame.line.dates:
        _, stop = frame.line.range(when.span)
        if found.start < stop < found.stop and frame.word(stop) in {"'s", "’s"}:
            return stop + 1
    return found.start


def _is_in(frame: Frame, mention: Mention) -> bool:
    """Whether `in` or `at` stands before a place."""
    start, _ = frame.line.range(mention.span)
    return start > 0 and frame.word(start - 1) in among(frame.language, "at")


# ---------------------------------------------------------------- what leads to a noun


def _is_led(frame: Frame, found: Found) -> bool:
    """Whether a preposition of venues stands before a phrase, or a verb: `told a news conference`, `sent a letter`."""
    if _is_goal(frame, found):
        return False
    if _lead(frame, found) is not None or _is_object(frame, found):
        return True
    verb = frame.tokens[found.start - 1] if found.start else None
    if verb is None or found.led is not None:
        return False
    if found.kind in ISSUED and is_one(verb, among(frame.language, "issuing")):
        return True
    told = frame.language == "en" and found.start == frame.anchor[1]
    return told and is_one(verb, among(frame.language, "audience", "telling"))


def _lead(frame: Frame, found: Found) -> int | None:
    """Where the preposition of venues before a phrase begins; None where there is none in the frame."""
    start, through = found.start, among(frame.language, "through")
    allowed = found.led if found.led is not None else among(frame.language, "in")
    for n in range(min(4, start), 0, -1):
        before = " ".join(frame.word(i) for i in range(start - n, start))
        if before in allowed or (before in through and found.kind in CHANNELS):
            return start - n if start - n in frame.near else None
    return None


def _is_object(frame: Frame, found: Found) -> bool:
    """Whether the cue itself names the paper: `filed a motion`."""
    return frame.is_cue(found.start) and found.kind in PAPERS and _lead(frame, found) is None


def _is_goal(frame: Frame, found: Found) -> bool:
    """Whether a noun that inflects stands in the accusative behind its preposition: a goal, no place (`на встречу`)."""
    noun = next((t for t in frame.tokens[found.start : found.stop] if t.lemma == found.head), None)
    before = frame.word(found.start - 1) if found.start else ""
    inflected = noun is not None and noun.case == "Acc" and noun.text.lower() != noun.lemma
    return inflected and before in among(frame.language, "at")


def _antecedent(frame: Frame) -> Iterator[Found]:
    """The venue that a relative clause hangs on: `wrote [a letter], in which she said`."""
    for at in frame.near:
        if at and is_one(frame.tokens[at], among(frame.language, "relative")) and frame.tokens[at - 1].pos == "ADP":
            before = replace(frame, near=tuple(range(max(0, at - 1 - 2 * LONGEST), at - 1)))
            yield from [f for f in nouns(before) if f.kind not in {"parliament", "place"}][-1:]


def reaching(frame: Frame) -> Frame:
    """The frame with the end of what was said, where that is a venue: `called for aid [in a statement on Thursday]`.

    Only a thing said (no clause, no quotation) can have one there; it belongs to the saying all the same. When it was
    given out may stand behind (`rejected the plea in a ruling [released Thursday]`).
    """
    dated = {i for w in frame.line.dates for i in range(*frame.line.range(w.span))}
    dated |= {i for i, t in enumerate(frame.tokens) if is_one(t, among(frame.language, "given_out"))}
    start, stop = _thing_said(frame, dated)
    tail = replace(frame, near=tuple(range(start, stop)))
    for found in nouns(tail) if stop > start else ():
        lead = _lead(tail, found)
        if lead is not None and found.kind in SPOKEN and dated.issuperset(range(found.stop, stop)):
            return replace(frame, near=tuple(sorted({*frame.near, *range(lead, len(frame.tokens))})))
    return frame


def _thing_said(frame: Frame, passed: Collection[int]) -> tuple[int, int]:
    """The tokens of content that ends the sentence of its cue and is neither a clause nor a quotation; else an empty range.

    Tokens that are `passed` may follow it.
    """
    span = frame.statement.content.spans[-1] if frame.statement else None
    start, stop = frame.line.range(span) if span else (0, 0)
    last = not any(t.text[:1].isalnum() for i, t in enumerate(frame.tokens) if i >= stop and i not in passed)
    said = frame.tokens[start:stop]
    clause = any((t.pos in {"VERB", "AUX"} and t.form in {"fin", "first"}) or t.text in OPENING | CLOSING for t in said)
    return (start, stop) if last and not clause and start >= frame.anchor[1] else (0, 0)


# ---------------------------------------------------------------- media, papers, places


def _media(frame: Frame) -> Iterator[Found]:
    """A medium on or to which somebody spoke: `on Ilva TV's Evening Hour`, `speaking to ABC`."""
    for at in frame.near:
        kind = _medium_kind(frame, at) if at - 1 in frame.near else None
        stop = medium_at(frame.line, at, frame.language) if kind else 0
        if kind == "interview":
            stop = stop or _spoken_to(frame, at)
        if kind and stop:
            yield Found(at, phrase_stop(frame, stop) if kind == "broadcast" else stop, kind)


def _medium_kind(frame: Frame, at: int) -> str | None:
    """What the word before a medium's name makes of it; None behind `with reference to`, where it only relays."""
    data = words(frame.language)
    if at > 1 and frame.word(at - 2) in among(frame.language, "relays", "ties"):
        return None
    kind: str | None = data["media"].get(frame.word(at - 1)) or data["media"].get(frame.tokens[at - 1].lemma)
    return kind


def _spoken_to(frame: Frame, at: int) -> int:
    """The end of a body's name right behind a verb of appearing and its preposition; 0 where there is none."""
    if at < 2 or not is_one(frame.tokens[at - 2], among(frame.language, "appearing")):
        return 0
    for mention in frame.line.labels.mentions:
        start, stop = frame.line.range(mention.span)
        if start == at and mention.kind is Kind.ORGANISATION and frame.tokens[at].text[:1].isupper():
            return stop
    return 0


def _paper(frame: Frame) -> Found | None:
    """The paper that is said to speak: `the letter reads`, `according to her account`."""
    for at in frame.source:
        entry = noun_at(frame.line, at, frame.language)
        if frame.tokens[at].pos == "ADP":
            return None
        if entry and entry.kind in PAPERS and _heads(frame, at, at + len(entry.words)):
            return Found(frame.source.start, frame.source.stop, entry.kind, frame.tokens[at].lemma)
    return None


def _heads(frame: Frame, start: int, stop: int) -> bool:
    """Whether a noun is what the words for the speaker are about: their first, in English their last before a complement."""
    if frame.language != "en":
        return not any(t.pos in {"NOUN", "PROPN"} for t in frame.tokens[frame.source.start : start])
    return stop >= frame.source.stop or frame.tokens[stop].pos in {"ADP", "PART", "VERB"}


def _place(frame: Frame, to: Part | None) -> Found | None:
    """A place alone: `said in Lima`, with only the speaker, those spoken to or a date between, or at the head of the sentence."""
    parts = [*([to.spans[0]] if to else []), *(w.span for w in frame.line.dates)]
    passed = set(frame.source) | {i for span in parts for i in range(*frame.line.range(span))}
    for mention in frame.line.labels.mentions:
        start, stop = frame.line.range(mention.span)
        if mention.kind not in PLACES or start - 1 not in frame.near or start in passed or not _is_in(frame, mention):
            continue
        behind, first = start > frame.anchor[1], start - 1 <= frame.near[0] <= 1
        between = range(frame.anchor[1], start - 1) if behind else range(stop, frame.anchor[0])
        if (behind or first) and all(i in passed or frame.tokens[i].text == "," for i in between):
            return Found(start, stop, "place")
    return None
