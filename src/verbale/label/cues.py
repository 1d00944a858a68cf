"""Cues of a sentence: the words that report speech, who their grammar says has spoken, and to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from verbale.label.mentions import mention
from verbale.label.phrases import Phrase, Words, phrase_at
from verbale.label.subjects import BREAKS, genitive, human, shared, subject, told_by_things
from verbale.lang import INFLECTED, load
from verbale.model import Cue, Kind, Mention, Token
from verbale.text import Span

CITED = 8
"""So many words may be the name of a medium between `приводит` and `слова`."""


@dataclass(frozen=True, slots=True)
class _Entry:
    lemmas: tuple[str, ...]
    frames: frozenset[str]
    form: str


@cache
def _entries(language: str) -> dict[str, tuple[_Entry, ...]]:
    """All cues by the first of their words, the longest first."""
    frames: dict[tuple[str, str], frozenset[str]] = {}
    for group, form in (("verbs", ""), ("passives", "passive"), ("predicates", "predicate"), ("nouns", "noun")):
        for part in load(language).cues.get(group, []):
            shape = f"{form}-{part['form']}" if "form" in part else form
            for words in part["words"]:
                frames[words, shape] = frames.get((words, shape), frozenset()) | frozenset(part["frames"])
    entries = [_Entry(tuple(words.split()), f, form) for (words, form), f in frames.items()]
    table: dict[str, list[_Entry]] = {}
    for entry in sorted(entries, key=lambda e: -len(e.lemmas)):
        table.setdefault(entry.lemmas[0], []).append(entry)
    return {first: tuple(list_) for first, list_ in table.items()}


@cache
def _according(language: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Phrases like `according to` as words, with the case of the speaker behind them, by their first word, the longest first."""
    pairs = [
        (tuple(w.split()), part.get("case", "")) for part in load(language).cues.get("according", []) for w in part["words"]
    ]
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase_words, case in sorted(pairs, key=lambda p: -len(p[0])):
        out.setdefault(phrase_words[0], []).append((phrase_words, case))
    return out


def cues(words: Words, phrases: list[Phrase]) -> tuple[Cue, ...]:
    """All cues of a sentence in text order, each with its subject."""
    according = list(_prepositions(words))
    inside = {n for c in according for n in range(c.start, c.stop)}  # `слово` in `по словам` is no noun of speech
    found = [*(c for c in _verbs(words, phrases) if c.start not in inside), *according]
    return tuple(sorted(found, key=lambda c: (c.start, c.stop)))


# ---------------------------------------------------------------- verbs, nouns and adjectives


def _verbs(words: Words, phrases: list[Phrase]) -> Iterator[Cue]:
    at = 0
    while at < len(words.tokens):
        cue = _cue_at(words, at)
        spoken = _with_subject(words, cue, phrases) if cue else None
        if spoken and _is_told(words, spoken, phrases):
            yield spoken
        at = cue.stop if cue else at + 1


def _is_told(words: Words, cue: Cue, phrases: list[Phrase]) -> bool:
    """Whether somebody can have said it: no thing is the subject, and what only media tell (`газета узнала`) a body tells."""
    if "medium" in cue.frames and (cue.subject is None or cue.subject.kind is not Kind.ORGANISATION):
        return False
    return cue.subject is not None or not told_by_things(words, cue, phrases)


def _cue_at(words: Words, at: int) -> Cue | None:
    if _in_idiom(words, at):
        return None
    token = words.tokens[at]
    for entry in _entries(words.language).get(token.lemma, ()):
        stop = _matched(words.tokens, at, entry)
        if stop and _fits(words.tokens, at, entry):
            form = entry.form.partition("-")[0] or token.form or "fin"
            start = at - 1 if at and words.tokens[at - 1].lemma == "быть" and form in {"passive", "predicate"} else at
            return Cue(
                start,
                stop,
                " ".join(entry.lemmas),
                entry.frames | ({"noun"} if form == "noun" else set()),
                form,
                negated=(_negated(words, start) and not _is_opinion(words, entry))
                or _supposed(words, start)
                or _asked(words, start, stop),
                denies=_negated(words, start) and _is_opinion(words, entry),
            )
    return None


def _in_idiom(words: Words, at: int) -> bool:
    """Whether the word stands in a set phrase that reports nothing: `как говорится`, unlike `как говорится в указе`; `so to
    speak`."""
    if _tells_where(words, at):
        return False
    for before, idiom in _idioms(words.language).get(words.tokens[at].text.lower(), ()):
        if tuple(t.text.lower() for t in words.tokens[max(0, at - before) : at - before + len(idiom)]) == idiom:
            return True
    return False


def _tells_where(words: Words, at: int) -> bool:
    """Whether the word is one by which papers speak, and what it stands in is told behind it."""
    behind = words.tokens[at + 1].text.lower() if at + 1 < len(words.tokens) else ""
    passive = any(e.form.startswith("passive") for e in _entries(words.language).get(words.tokens[at].lemma, ()))
    return passive and behind in load(words.language).words["small"]["inside"]


@cache
def _idioms(language: str) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    """Set phrases by each of their words, with how many words stand before it."""
    table: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for phrase in load(language).cues["idioms"]["words"]:
        for n, word in enumerate(phrase.split()):
            table.setdefault(word, []).append((n, tuple(phrase.split())))
    return table


def _matched(tokens: tuple[Token, ...], at: int, entry: _Entry) -> int:
    """Where the words of the entry end, 0 if they are not all there; up to two others may stand between them, or the name
    of a medium: `приводит газета «Узел» слова министра`."""
    end = at + 1
    reach = CITED if "cites" in entry.frames else 3
    for lemma in entry.lemmas[1:]:
        end = next(
            (n + 1 for n in range(end, min(end + reach, len(tokens))) if lemma in {tokens[n].lemma, tokens[n].text.lower()}), 0
        )
        if not end:
            return 0
    return end


def _fits(tokens: tuple[Token, ...], at: int, entry: _Entry) -> bool:
    """Whether the word's grammar is that of the entry."""
    token = tokens[at]
    if entry.form == "noun":
        return token.pos == "NOUN"
    if entry.form == "predicate":
        return token.pos == "ADJ" and not token.case
    if entry.form == "passive-fin":
        return token.pos in {"VERB", "AUX"} and token.form == "fin"
    if entry.form == "passive-part":
        return (
            token.pos in {"VERB", "AUX", "ADJ"}
            and token.form in {"part", ""}
            and not token.case
            and token.gender in {"Neut", ""}
        )
    return token.pos in {"VERB", "AUX"} and token.form in {"fin", "conv", "inf"}


def _negated(words: Words, start: int) -> bool:
    return start > 0 and words.tokens[start - 1].text.lower() in load(words.language).words["small"]["not"]


def _is_opinion(words: Words, entry: _Entry) -> bool:
    """Whether the verb tells an opinion when it is negated, too: `не исключил`, unlike `не сообщил`."""
    return " ".join(entry.lemmas) in load(words.language).cues["opinions"]["words"]


def _asked(words: Words, start: int, stop: int) -> bool:
    """Whether somebody asks if it was said: `сообщил ли министр`."""
    asking = load(words.language).words["small"].get("asking", [])
    return any(t.text.lower() in asking for t in words.tokens[start + 1 : stop + 1])


def _supposed(words: Words, start: int) -> bool:
    """Whether the cue stands in a clause of what may be, not of what was: `если в справке указано, что …`."""
    supposed = load(words.language).words["small"].get("supposed", [])
    clause = takewhile(lambda t: t.text not in BREAKS, reversed(words.tokens[:start]))
    return any(t.text.lower() in supposed for t in clause)


def _with_subject(words: Words, cue: Cue, phrases: list[Phrase]) -> Cue:
    own = genitive(words, cue) if cue.form == "noun" else subject(words, cue, phrases)
    spoken = _gendered(words, cue, mention(words, own)) if own else None
    spoken = _cited(words, cue, phrases) or spoken
    joined = None if own or cue.form in {"noun", "passive", "inf"} else shared(words, cue, phrases)
    to = _addressee(words, cue, phrases, own)
    return replace(cue, subject=spoken, shared=mention(words, joined) if joined else None, addressee=to)


def _cited(words: Words, cue: Cue, phrases: list[Phrase]) -> Mention | None:
    """Whom a medium cites, who has spoken himself: `цитирует его агентство`, `приводит газета слова министра`."""
    if "cites" not in cue.frames or cue.form != "fin":
        return None
    if cue.stop - cue.start > 1:
        owner = phrase_at(words, cue.stop) if cue.stop < len(words.tokens) else None
        return mention(words, owner) if owner and words.tokens[owner.head].case in {"Gen", ""} else None
    if pronoun := _possessive(words, cue.stop):
        return pronoun
    whom = (mention(words, p) for p in phrases if p.start >= cue.stop and words.tokens[p.head].case == "Acc")
    return next((m for m in whom if m.kind is Kind.PERSON), None)


def _gendered(words: Words, cue: Cue, subject: Mention) -> Mention:
    """A past-tense verb tells the gender of the person who speaks better than a first name does."""
    gender = words.tokens[cue.start].gender if cue.form == "fin" else ""
    return replace(subject, gender=gender) if gender and subject.kind is Kind.PERSON and not subject.pronoun else subject


# ---------------------------------------------------------------- to whom


def _addressee(words: Words, cue: Cue, phrases: list[Phrase], subject: Phrase | None) -> Span | None:
    """The phrase in the dative beside the cue: `сказал журналистам`."""
    if words.language not in INFLECTED or cue.form == "noun":
        return None
    places = {cue.stop, subject.stop if subject and subject.start >= cue.stop else cue.stop}
    for phrase in phrases:
        if phrase.start in places and words.tokens[phrase.head].case == "Dat" and phrase != subject:
            return mention(words, phrase).span
    return None


# ---------------------------------------------------------------- "according to"


def _prepositions(words: Words) -> Iterator[Cue]:
    at = 0
    while at < len(words.tokens):
        cue = _according_at(words, at) or _possessive_at(words, at)
        if cue:
            yield cue
        at = cue.stop if cue else at + 1


def _according_at(words: Words, at: int) -> Cue | None:
    beginning = _according(words.language).get(words.tokens[at].text.lower())
    lowered = [t.text.lower() for t in words.tokens[at : at + 4]] if beginning else []
    for phrase_words, case in beginning or ():
        n = len(phrase_words)
        if tuple(lowered[:n]) == phrase_words and at + n < len(words.tokens):
            phrase = phrase_at(words, at + n)
            if phrase and case == "Gen" and words.language in INFLECTED and not human(words, phrase):
                continue  # `с точки зрения науки` quotes nobody
            unspoken = load(words.language).words["small"]["unspoken"]
            if phrase and words.tokens[phrase.head].lemma in unspoken and phrase.head == phrase.stop - 1:
                continue  # nor does `согласно плану`
            if phrase and (not case or words.tokens[phrase.head].case in {case, ""} or words.is_name(phrase.head)):
                return Cue(at, at + n, " ".join(phrase_words), frozenset({"according"}), "according", mention(words, phrase))
    return None


def _possessive_at(words: Words, at: int) -> Cue | None:
    """`по его словам`: the speaker inside the phrase; the cue takes all of it."""
    tokens = words.tokens
    if at + 2 >= len(tokens) or tokens[at + 1].text.lower() not in load(words.language).words.get("possessives", {}):
        return None
    outer = (tokens[at].text.lower(), tokens[at + 2].text.lower())
    if not any(phrase_words == outer for phrase_words, _ in _according(words.language).get(outer[0], ())):
        return None
    return Cue(at, at + 3, " ".join(outer), frozenset({"according"}), "according", _possessive(words, at + 1))


def _possessive(words: Words, at: int) -> Mention | None:
    """`его`, `ее`, `их` as somebody who has spoken."""
    known = load(words.language).words.get("possessives", {})
    if at >= len(words.tokens) or words.tokens[at].text.lower() not in known:
        return None
    gender, number = known[words.tokens[at].text.lower()]
    return Mention(words.tokens[at].span, Kind.PERSON, gender=gender, number=number, pronoun=True)
