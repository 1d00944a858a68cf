"""Nouns of venues: which words name an occasion or a channel, and which words belong to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from verbale.media import names
from verbale.model import Outlets, Token
from verbale.setting.frames import CLOSING, OPENING, Frame, Line, words

LONGEST = 14
"""So many words may belong to a venue behind its noun."""
QUOTED = 7
"""A name in quotation marks has fewer words than that."""
MARKS = frozenset(",;:()—–-.!?")


@dataclass(frozen=True, slots=True)
class Entry:
    """The words of a venue as they stand in `venues.toml`."""

    words: tuple[str, ...]
    kind: str
    led: frozenset[str] | None
    """The prepositions that lead to it, where not all do; none where only its paper can speak."""


@dataclass(frozen=True, slots=True)
class Found:
    """A venue as tokens, without its preposition."""

    start: int
    stop: int
    kind: str
    head: str = ""
    """Its noun, in the dictionary form."""
    led: frozenset[str] | None = None


@cache
def _entries(language: str) -> dict[str, list[Entry]]:
    """Venues by the first of their words, the longest first."""
    table: dict[str, list[Entry]] = {}
    for group in words(language)["venues"]:
        led = frozenset(group["in"]) if "in" in group else None
        for entry in group["words"]:
            table.setdefault(entry.split()[0], []).append(Entry(tuple(entry.split()), group["kind"], led))
    return {first: sorted(found, key=lambda e: -len(e.words)) for first, found in table.items()}


def noun_at(line: Line, at: int, language: str) -> Entry | None:
    """The venue whose words begin at a token, in whatever case they stand."""
    if at >= len(line.tokens):
        return None
    table, first = _entries(language), line.tokens[at]
    entries = [*table.get(first.lemma, []), *table.get(line.low[at], [])]
    return next((e for e in entries if _is_entry(line.tokens[at : at + len(e.words)], e)), None)


def _is_entry(tokens: Sequence[Token], entry: Entry) -> bool:
    if len(tokens) < len(entry.words) or tokens[-1].pos in {"VERB", "AUX"}:
        return False
    return all(word in {t.lemma, t.text.lower()} for word, t in zip(entry.words, tokens, strict=True))


def nouns(frame: Frame) -> Iterator[Found]:
    """The venues that nouns in the frame name, each with what belongs to it; none within the words for the speaker."""
    near, at = {*frame.near}.difference(frame.source), -1
    for start in frame.near:
        entry = noun_at(frame.line, start, frame.language) if start >= at else None
        stop = start + len(entry.words) if entry else start
        if entry and near.issuperset(range(start, stop)) and not (frame.is_cue(start) and start == frame.anchor[0]):
            at, head = stop, frame.tokens[stop - 1].lemma
            yield Found(_start(frame, start), phrase_stop(frame, stop), entry.kind, head, entry.led)


# ---------------------------------------------------------------- what belongs to a noun


def _start(frame: Frame, at: int) -> int:
    """The first of the adjectives, numbers, names and possessives before a noun."""
    near = set(frame.near) - {frame.anchor[0]} if frame.is_cue(frame.anchor[0]) else set(frame.near)
    while at - 1 in near and _describes(frame.tokens[at - 1], frame.language):
        at -= 1
    while frame.tokens[at].text in OPENING:
        at += 1
    return at


def _describes(token: Token, language: str) -> bool:
    """Whether a word before a noun belongs to its phrase."""
    if language == "en":
        return token.pos in {"ADJ", "DET", "NUM", "NOUN", "PROPN"} or token.text.lower() in {"'s", "’s", "-"}
    return token.pos in {"ADJ", "DET", "NUM"} or token.form == "part" or token.text in OPENING


def phrase_stop(frame: Frame, stop: int) -> int:
    """The end of a noun's phrase with its complements: before a verb, a mark, a date, the speaker or the cue."""
    at, near, end = stop, set(frame.near), min(_fence(frame, stop), stop + LONGEST)
    while at < end and at in near and _belongs(frame, at) and not _begins_anew(frame, at, stop):
        at += 1
    while at > stop and (
        frame.tokens[at - 1].pos in {"ADP", "CCONJ", "DET", "SCONJ", "ADV", "PART"} or _is_open(frame, at - 1)
    ):
        at -= 1
    return at


def _fence(frame: Frame, stop: int) -> int:
    """The first token behind that belongs to the cue, to the speaker or to a date."""
    starts = [frame.anchor[0], frame.source.start, *(frame.line.range(w.span)[0] for w in frame.line.dates)]
    return min((s for s in starts if s >= stop), default=len(frame.tokens))


def _belongs(frame: Frame, at: int) -> bool:
    """Whether a word can stand in the complement of a noun."""
    token = frame.tokens[at]
    if token.text in OPENING | CLOSING:
        return _is_pair(frame.tokens, at)
    if _is_quoted(frame.tokens, at):
        return True
    if token.form == "part" and frame.language != "en":
        return token.case not in {"", "Nom"}
    if token.pos in {"VERB", "AUX", "SCONJ", "PRON", "CCONJ"} or token.text in MARKS:
        return False
    return frame.language == "en" or (token.pos not in {"ADV", "PART"} and (token.case != "Nom" or token.text.isascii()))


def _begins_anew(frame: Frame, at: int, stop: int) -> bool:
    """Whether an English phrase without a preposition begins here, which belongs to something else."""
    token = frame.tokens[at]
    if frame.language != "en":
        return False
    if at == stop:
        return token.pos not in {"ADP", "PART"} and token.text not in OPENING and token.text.lower() not in {"'s", "’s"}
    return token.pos == "DET" and frame.tokens[at - 1].pos in {"NOUN", "PROPN"}


def _is_pair(tokens: Sequence[Token], at: int) -> bool:
    """Whether a mark is one of a pair around a few words: a name."""
    beside = (*tokens[max(0, at - QUOTED) : at], *tokens[at + 1 : at + QUOTED])
    return any(t.text in OPENING | CLOSING for t in beside)


def _is_quoted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word stands in a name between marks, which is in no case (`интервью телеканалу «[Ильва]»`)."""
    marks = [n for n in range(max(0, at - QUOTED), at) if tokens[n].text in OPENING | CLOSING]
    opened = bool(marks) and tokens[marks[-1]].text in OPENING and tokens[marks[-1]].text != '"'
    return opened and any(t.text in CLOSING for t in tokens[at : marks[-1] + QUOTED])


def _is_open(frame: Frame, at: int) -> bool:
    """Whether an opening mark stands at the end of a phrase, so that it belongs to what follows."""
    before = frame.tokens[max(0, at - QUOTED) : at]
    return frame.tokens[at].text in OPENING and not any(t.text in OPENING for t in before)


# ---------------------------------------------------------------- names of media


@lru_cache(maxsize=32)
def media(language: str, own: Outlets) -> dict[str, list[str]]:
    """Names of media in small letters, by the first of their words, the longest first."""
    table: dict[str, list[str]] = {}
    for name in names(language, own):
        table.setdefault(_FIRST.match(name)[0], []).append(name)  # type: ignore[index]
    return {first: sorted(found, key=len, reverse=True) for first, found in table.items()}


_FIRST = re.compile(r"\w+|\S?")


def medium_at(line: Line, at: int, language: str) -> int:
    """Where the name of a medium that begins at a token ends; 0 where there is none."""
    token = line.tokens[at]
    known = media(language, line.outlets).get(_FIRST.match(token.text.lower())[0], ()) if token.text[:1].isupper() else ()  # type: ignore[index]
    return next((stop for name in known if (stop := _named_until(line.tokens, at, name))), 0)


def _named_until(tokens: Sequence[Token], at: int, name: str) -> int:
    """The end of the tokens that are a name, however they part it; 0 where they are not."""
    said = ""
    for n in range(at, len(tokens)):
        said += " " if said and tokens[n].span.start > tokens[n - 1].span.stop else ""
        said += tokens[n].text.lower()
        if said == name:
            return n + 1
        if not name.startswith(said):
            return 0
    return 0
