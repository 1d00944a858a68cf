"""What the words around one statement tell of its setting, and how it stands to the statements about it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from verbale.lang import load
from verbale.model import Article, Kind, Part, Said, Statement, Venue
from verbale.names import same_person
from verbale.setting.frames import Frame, Page, among, is_one, words
from verbale.setting.hands import Press, bare, carriers, is_same
from verbale.setting.nouns import Found, noun_at
from verbale.setting.when import narrowed
from verbale.setting.where import made
from verbale.setting.whom import addressee, is_audience

UNDATED = Said()


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of the setting of one statement, or of a scene."""

    sentence: int
    """Where its cue stands, or its content where it has none."""
    block: int = -1
    speaker: str | None = None
    said: Said = UNDATED
    venue: Venue | None = None
    head: str = ""
    """The noun of the venue."""
    known: bool = False
    """The venue is told as one already known (`the debate`)."""
    after: str = ""
    """The noun of an occasion right after which it was said (`after the meeting`)."""
    addressee: Part | None = None
    audience: bool = False
    """Those addressed are an audience, to whom all of an occasion is told."""
    relays: tuple[str, ...] = ()
    cites: bool = False
    """The cue is one of citing (`цитирует издание`)."""
    background: bool = False
    """The text marks it as said before the matter at hand, or at no time in particular."""
    eve: bool = False
    """Said the day before the story's own (`накануне`)."""
    joins: bool = False
    """A nameless journalist, a voice in a transcript, one who adds: on the occasion of the statement before."""
    unknown: bool = False
    """Somebody speaks of whom the article does not tell who it is."""
    office: bool = False
    """One nameless person speaks, whose name is often told next (`a judge`, `the minister of a country`)."""
    named: bool = False
    """A person speaks whose name is told."""
    group: bool = False
    """Several nameless speakers, one of whom is often quoted next."""
    body: bool = False
    """A body or country speaks, whose spokesman is often quoted next."""
    speaks_for: bool = False
    """A spokesman speaks."""
    names: frozenset[str] = frozenset()
    """Speakers for whom others speak here (`lawyers for both sides`)."""
    heads: bool = False
    """In the title."""
    nested: bool = False
    why: tuple[str, ...] = ()

    @property
    def occasion(self) -> bool:
        """Whether it is told when or where."""
        return self.said.start is not None or self.venue is not None


@dataclass(frozen=True, slots=True)
class Around:
    """A statement with the frame around it, and the date and venue found in there."""

    statement: Statement
    frame: Frame | None
    said: Said
    place: Found | None


def own(page: Page, found: Sequence[Around], press: Press) -> Iterator[Told]:
    """What the words around each statement tell."""
    named = {n: carriers(page.lines[n], press) for n in {a.frame.sentence for a in found if a.frame}}
    people = _people(page.statements)
    for around in found:
        told = _bare(page, around, people)
        if around.frame:
            carried = _relays(page.article, around.statement, (*around.statement.relays, *named[around.frame.sentence]))
            told |= {"relays": carried, "cites": _cites(around.frame)}
            told |= _placed(page, around.frame, around) | _standing(around.frame, around.said, people)
        yield Told(**told, why=tuple(_why(told)))


def _bare(page: Page, around: Around, people: dict[str, str]) -> dict[str, Any]:
    """What is known of a statement without its frame."""
    statement = around.statement
    n = around.frame.sentence if around.frame else page.sentence(statement.content.spans[0].start)
    return {
        "sentence": n,
        "block": page.block(n),
        "speaker": people[statement.speaker.name] if statement.speaker else None,
        "said": around.said,
        "relays": _relays(page.article, statement, statement.relays),
        "heads": page.heads(n),
        "nested": statement.inside is not None,
    }


def _placed(page: Page, frame: Frame, around: Around) -> dict[str, Any]:
    """Venue and addressee."""
    place = around.place
    if place is None:
        to = addressee(page.article, frame)
        return {"addressee": to, "audience": to is not None and is_audience(frame, to)}
    where = made(page.article, frame, place)
    to = addressee(page.article, frame, (place.start, place.stop), place.kind)
    return {
        "said": narrowed(around.said, where.words.text, frame.language),
        "venue": where,
        "head": place.head,
        "known": _is_known(frame, place),
        "addressee": to,
        "audience": to is not None and (is_audience(frame, to) or where.words.holds(to)),
    }


def _standing(frame: Frame, said: Said, people: Collection[str]) -> dict[str, Any]:
    """What ties the statement to others."""
    return {
        "after": _after(frame),
        "background": _is_background(frame),
        "eve": _is_eve(frame, said),
        "joins": _joins(frame),
        "unknown": frame.statement is not None and frame.statement.source is not None and frame.statement.speaker is None,
        "office": _is_office(frame),
        "named": _is_person(frame),
        "group": _is_group(frame),
        "body": _kind(frame) in {Kind.ORGANISATION, Kind.COUNTRY},
        "speaks_for": _speaks_for(frame),
        "names": _for_whom(frame, people),
    }


def _people(statements: Sequence[Statement]) -> dict[str, str]:
    """Each speaker's name, with the first form of the same person's."""
    out: dict[str, str] = {}
    alike: dict[str, list[str]] = {}
    for name in dict.fromkeys(s.speaker.name for s in statements if s.speaker):
        plain = re.sub(r"\.(?=\w)", ". ", name)
        others = alike.setdefault(plain.rpartition(" ")[2][:3].lower(), [])
        out[name] = next((o for o in others if same_person(o, plain)), plain)
        others.append(out[name])
    return out


def _relays(article: Article, statement: Statement, names: Sequence[str]) -> tuple[str, ...]:
    """The carriers without the speaker, each once in its fullest form; a paper may name its carrier (`a memo cited by`)."""
    speaker = statement.speaker.name if statement.speaker and statement.speaker.kind is not Kind.DOCUMENT else ""
    others = [n for n in dict.fromkeys(map(bare, names)) if not is_same(n, speaker, article.outlets)]
    return tuple(n for n in others if not any(is_same(n, o, article.outlets) and len(o) > len(n) for o in others))


def _cites(frame: Frame) -> bool:
    """Whether the cue is one of citing: a medium taken for the speaker has only carried the words."""
    return any(is_one(t, among(frame.language, "relays", "citing")) for t in frame.tokens[slice(*frame.anchor)])


def _why(told: Mapping[str, Any]) -> Iterator[str]:
    """Where each part was read, in words."""
    for name, found in (("when", told["said"].words), ("where", told.get("venue")), ("to whom", told.get("addressee"))):
        if found:
            yield f"{name}: “{found}” beside the cue"
    if told["relays"]:
        yield f"relays: {', '.join(told['relays'])} named with it"


# ---------------------------------------------------------------- how it stands to others


def _is_known(frame: Frame, place: Found) -> bool:
    """Whether a venue is told as one already known: `the debate`, in other languages the noun alone."""
    if frame.language == "en":
        phrase = {frame.word(i) for i in range(place.start, place.stop)}
        return frame.word(place.start) in among("en", "known") or not phrase.isdisjoint(_POSSESSIVE)
    return place.stop - place.start == 1


_POSSESSIVE = frozenset({"'s", "’s"})


def _after(frame: Frame) -> str:
    """The noun of a known occasion right after which something was said: `after the meeting`."""
    phrases = _phrases(frame.language)
    for at, word in enumerate(frame.line.low):
        for phrase in phrases.get(word, ()):
            start = at + len(phrase)
            if frame.line.low[at:start] == phrase and (noun := _known_noun(frame, start)):
                return noun
    return ""


@cache
def _phrases(language: str) -> dict[str, list[tuple[str, ...]]]:
    """Words for `after`, by the first of them."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in words(language)["after"]:
        table.setdefault(phrase.split()[0], []).append(tuple(phrase.split()))
    return table


def _known_noun(frame: Frame, start: int) -> str:
    """The noun of an occasion told as known that begins at a token; empty where there is none."""
    if frame.language == "en":
        if start >= len(frame.tokens) or frame.word(start) not in among("en", "known"):
            return ""
        start += 1
    entry = noun_at(frame.line, start, frame.language)
    return frame.tokens[start + len(entry.words) - 1].lemma if entry else ""


def _is_background(frame: Frame) -> bool:
    """Whether the text marks the statement as said before the matter at hand."""
    language, (start, stop) = frame.language, frame.anchor
    if any(frame.word(i) in among(language, "background", "words") for i in frame.near):
        return True
    if any(frame.word(i) in among(language, "background", "auxiliaries") for i in range(max(0, start - 1), stop)):
        return True
    return " ".join(frame.line.low[:4]).startswith(tuple(words(language)["background"]["openings"]))


def _is_eve(frame: Frame, said: Said) -> bool:
    """Whether its date is the day before the story's own."""
    spans = said.words.spans if said.words else ()
    return any(w.anchor == "story" and w.shift and w.shift[1] < 0 and w.span in spans for w in frame.line.dates)


def _joins(frame: Frame) -> bool:
    """Whether a nameless journalist speaks, a voice in a transcript (with a colon behind its name), or one who adds."""
    statement = frame.statement
    if statement is None or statement.source is None:
        return False
    if statement.cue is None:
        return statement.rule.startswith(("source-colon", "transcript"))
    if statement.cue.text == ":" or any(is_one(t, among(frame.language, "adding")) for t in frame.tokens[slice(*frame.anchor)]):
        return True
    unnamed = _kind(frame) in {None, Kind.UNNAMED}
    return unnamed and any(is_one(frame.tokens[i], among(frame.language, "asking")) for i in frame.source)


def _kind(frame: Frame) -> Kind | None:
    return frame.statement.speaker.kind if frame.statement and frame.statement.speaker else None


def _is_group(frame: Frame) -> bool:
    """Whether several nameless people speak."""
    source = frame.statement.source if frame.statement else None
    if source is None or _kind(frame) is not Kind.UNNAMED:
        return False
    return any(m.span == source.spans[0] and m.number == "Plur" for m in frame.line.labels.mentions)


def _is_person(frame: Frame) -> bool:
    """Whether a person speaks; an initial tells one whose kind was not seen (`Г.Лан`)."""
    speaker = frame.statement.speaker if frame.statement else None
    return speaker is not None and (
        speaker.kind is Kind.PERSON or re.match(r"[^\W\d_]\.\s?[^\W\d_]{2}", speaker.name) is not None
    )


def _is_office(frame: Frame) -> bool:
    """Whether one person speaks, whom only an office names."""
    several = _is_group(frame) or any(frame.tokens[i].pos == "CCONJ" for i in frame.source)
    return _kind(frame) is Kind.UNNAMED and not several


def _speaks_for(frame: Frame) -> bool:
    """Whether the words for the speaker name a spokesman."""
    source = frame.statement.source if frame.statement else None
    offices = load(frame.language).titles["offices"]["spokesman"]
    return source is not None and any(word in source.text.lower() for word in offices)


def _for_whom(frame: Frame, people: Collection[str]) -> frozenset[str]:
    """Those of the speakers whom the words for another, nameless one mention: `lawyers for both Ana and Petr Lan`."""
    source = frame.statement.source if frame.statement else None
    if source is None or _kind(frame) not in {None, Kind.UNNAMED}:
        return frozenset()
    named = set(source.text.split())
    return frozenset(p for p in people if len(p.split()) > 1 and named.issuperset(p.split()))
