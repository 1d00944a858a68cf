"""Cues of a sentence: the words that report speech, who their grammar says has spoken, and to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from verbale.label.phrases import INFLECTED, MODIFIERS, NOUNS, Phrase, Words, mention, phrase_at, titles
from verbale.lang import load
from verbale.model import Cue, Kind, Mention, Token
from verbale.text import Span

REACH = 16
"""So many words may stand between a cue and its subject."""
BREAKS = frozenset(',;:—–-«»"“”„().?!…')


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
def _according(language: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Phrases like `according to` as words, with the case of the speaker behind them, the longest first."""
    pairs = [
        (tuple(w.split()), part.get("case", "")) for part in load(language).cues.get("according", []) for w in part["words"]
    ]
    return tuple(sorted(pairs, key=lambda p: -len(p[0])))


def cues(words: Words, phrases: list[Phrase]) -> tuple[Cue, ...]:
    """All cues of a sentence in text order, each with its subject."""
    found = [*_verbs(words, phrases), *_prepositions(words)]
    return tuple(sorted(found, key=lambda c: (c.start, c.stop)))


# ---------------------------------------------------------------- verbs, nouns and adjectives


def _verbs(words: Words, phrases: list[Phrase]) -> Iterator[Cue]:
    at = 0
    while at < len(words.tokens):
        cue = _cue_at(words, at)
        if cue:
            yield _with_subject(words, cue, phrases)
        at = cue.stop if cue else at + 1


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
                negated=_negated(words, start),
            )
    return None


def _in_idiom(words: Words, at: int) -> bool:
    """Whether the word stands in a set phrase that reports nothing: `как говорится`, `so to speak`."""
    for before, idiom in _idioms(words.language).get(words.tokens[at].text.lower(), ()):
        if tuple(t.text.lower() for t in words.tokens[max(0, at - before) : at - before + len(idiom)]) == idiom:
            return True
    return False


@cache
def _idioms(language: str) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    """Set phrases by each of their words, with how many words stand before it."""
    table: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for phrase in load(language).cues["idioms"]["words"]:
        for n, word in enumerate(phrase.split()):
            table.setdefault(word, []).append((n, tuple(phrase.split())))
    return table


def _matched(tokens: tuple[Token, ...], at: int, entry: _Entry) -> int:
    """Where the words of the entry end, 0 if they are not all there; up to two others may stand between them."""
    end = at + 1
    for lemma in entry.lemmas[1:]:
        end = next((n + 1 for n in range(end, min(end + 3, len(tokens))) if tokens[n].lemma == lemma), 0)
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


def _with_subject(words: Words, cue: Cue, phrases: list[Phrase]) -> Cue:
    subject = _genitive(words, cue) if cue.form == "noun" else _subject(words, cue, phrases)
    spoken = _gendered(words, cue, mention(words, subject)) if subject else None
    shared = None if subject or cue.form in {"noun", "passive", "inf"} else _shared(words, cue, phrases)
    to = _addressee(words, cue, phrases, subject)
    return replace(cue, subject=spoken, shared=mention(words, shared) if shared else None, addressee=to)


def _gendered(words: Words, cue: Cue, subject: Mention) -> Mention:
    """A past-tense verb tells the gender of the person who speaks better than a first name does."""
    gender = words.tokens[cue.start].gender if cue.form == "fin" else ""
    return replace(subject, gender=gender) if gender and subject.kind is Kind.PERSON and not subject.pronoun else subject


def _shared(words: Words, cue: Cue, phrases: list[Phrase]) -> Phrase | None:
    """The subject of the verb that the cue is joined to; where syntax is unknown, the last that agrees before it."""
    head = words.tokens[cue.start].head
    if words.tokens[cue.start].rel in {"conj", "advcl", "parataxis"} and 0 <= head < len(words.tokens):
        verb = Cue(head, head + 1, "", frozenset(), "fin")
        return _governed(words, verb, phrases) or _before(words, verb, phrases)
    if any(t.rel for t in words.tokens):
        return None
    before = [p for p in phrases if p.stop <= cue.start and words.tokens[p.head].case == "Nom" and _human(words, p)]
    return next((p for p in reversed(before) if cue.form == "conv" or _can_speak(words, cue, p)), None)


def _genitive(words: Words, cue: Cue) -> Phrase | None:
    """The speaker behind a noun of speech (`заявление посла`), or before it (`the envoy's claim`)."""
    if words.language not in INFLECTED:
        return _possessor(words, cue)
    phrase = phrase_at(words, cue.stop) if cue.stop < len(words.tokens) else None
    return phrase if phrase and words.tokens[phrase.head].case == "Gen" else None


def _possessor(words: Words, cue: Cue) -> Phrase | None:
    """The noun phrase before the possessive mark that stands before the cue."""
    mark = cue.start - 1
    if mark < 1 or words.tokens[mark].text not in {"'s", "’s", "'", "’"}:
        return None
    start = mark
    while start > 0 and (words.tokens[start - 1].pos in MODIFIERS | NOUNS or words.is_name(start - 1)):
        start -= 1
    return Phrase(start, mark, mark - 1) if start < mark else None


# ---------------------------------------------------------------- subjects


def _subject(words: Words, cue: Cue, phrases: list[Phrase]) -> Phrase | None:
    if cue.form in {"conv", "inf"}:
        return None
    return (
        _adjacent(words, cue, phrases)
        or _governed(words, cue, phrases)
        or (_paper(words, cue) if cue.form == "passive" else None)
        or _behind(words, cue, phrases)
        or _before(words, cue, phrases)
        or _uninflected(words, cue)
        or _seat(words, cue)
    )


def _adjacent(words: Words, cue: Cue, phrases: list[Phrase]) -> Phrase | None:
    """The phrase that ends right before the cue, or begins right behind it."""
    beside = [p for p in phrases if cue.start == p.stop or cue.stop == p.start]
    return next((p for p in beside if _can_speak(words, cue, p)), None)


def _governed(words: Words, cue: Cue, phrases: list[Phrase]) -> Phrase | None:
    """The subject that syntax gives to the cue."""
    for at, token in enumerate(words.tokens):
        if (
            token.rel in {"nsubj", "nsubj:pass"}
            and cue.start <= token.head < cue.stop
            and token.lemma not in load(words.language).words["small"]["that"]
        ):
            phrase = next((p for p in phrases if p.start <= at < p.stop), None)
            if phrase and at > phrase.head and not words.is_name(at):
                phrase = phrase_at(words, at)
            if phrase and _can_speak(words, cue, phrase) and not _clause_between(words, cue, phrase):
                return phrase
    return None


def _clause_between(words: Words, cue: Cue, phrase: Phrase) -> bool:
    """Whether a mark or a conjunction parts the cue from a phrase behind it."""
    between = words.tokens[cue.stop : phrase.start]
    return any(t.text in BREAKS or t.text.lower() in load(words.language).words["small"]["that"] for t in between)


def _paper(words: Words, cue: Cue) -> Phrase | None:
    """The document in which something is said: `в заявлении говорится`, `говорится в докладе`."""
    prepositions = load(words.language).words["small"]["inside"]
    for at in (*range(cue.stop, min(cue.stop + 4, len(words.tokens))), *range(max(0, cue.start - REACH), cue.start)):
        token = words.tokens[at]
        if token.text.lower() in prepositions and at + 1 < len(words.tokens) and at + 1 != cue.start:
            phrase = phrase_at(words, at + 1)
            if phrase and _is_paper(words, phrase):
                return phrase
    return None


def _is_paper(words: Words, phrase: Phrase) -> bool:
    head = words.tokens[phrase.head]
    return head.lemma in titles(words.language, "documents") | titles(words.language, "bodies") | titles(
        words.language, "media"
    )


def _behind(words: Words, cue: Cue, phrases: list[Phrase]) -> Phrase | None:
    """The subject after the cue, with dates and places between them but no mark."""
    for at in range(cue.stop, min(cue.stop + REACH, len(words.tokens))):
        phrase = next((p for p in phrases if p.start == at), None)
        if phrase and _can_speak(words, cue, phrase):
            return phrase
        inside = any(p.start < at < p.stop for p in phrases)
        if not inside and (words.tokens[at].text in BREAKS or words.tokens[at].pos == "VERB"):
            return None
    return None


def _before(words: Words, cue: Cue, phrases: list[Phrase]) -> Phrase | None:
    """The nearest subject before the cue in its clause, over what stands between commas."""
    verbs = 0
    for at in range(cue.start - 1, max(-1, cue.start - 40), -1):
        token = words.tokens[at]
        if token.text in '«"“„;:' or token.text.lower() in load(words.language).words["small"]["that"]:
            return None
        phrase = next((p for p in phrases if p.stop == at + 1), None)
        if phrase and _can_speak(words, cue, phrase) and (not verbs or _aside(words, phrase, cue)):
            return phrase
        verbs += token.pos == "VERB" and token.form == "fin"
    return None


def _uninflected(words: Words, cue: Cue) -> Phrase | None:
    """A name without endings that stands right before the cue, though grammar took it for a complement:
    `Во время выступления Мэй поблагодарила`."""
    at = cue.start - 1
    while at >= 0 and words.tokens[at].pos in {"ADV", "PART"}:
        at -= 1
    name = words.named(at) if at >= 0 else None
    if name is None or name.type != "PER" or name.stop != at + 1 or cue.form != "fin":
        return None
    last = words.tokens[at].text.lower()
    return (
        None
        if re.search(r"[ауюыиомй]$", last) and not re.search(r"[эе]й$", last)
        else Phrase(name.start, name.stop, name.stop - 1)
    )


def _seat(words: Words, cue: Cue) -> Phrase | None:
    """The body inside which nameless people speak: `в Кремле считают`, `сообщили в компании`."""
    if words.tokens[cue.start].number != "Plur" or cue.form != "fin":
        return None
    behind = range(cue.stop, min(cue.stop + 4, len(words.tokens) - 1))
    before = range(cue.start - 1, max(-1, cue.start - 9), -1)
    return _seat_among(words, behind) or _seat_among(words, before)


def _seat_among(words: Words, places: range) -> Phrase | None:
    inside = load(words.language).words["small"]["inside"]
    for at in places:
        if words.tokens[at].text in BREAKS:
            return None
        phrase = phrase_at(words, at + 1) if words.tokens[at].text.lower() in inside else None
        if phrase and words.tokens[phrase.head].case in {"Loc", ""} and _is_seat(words, phrase):
            return phrase
    return None


def _is_seat(words: Words, phrase: Phrase) -> bool:
    head = words.tokens[phrase.head]
    name = words.named(phrase.head)
    return head.lemma in titles(words.language, "bodies") | titles(words.language, "media") | titles(
        words.language, "countries"
    ) or (name is not None and name.type in {"ORG", "LOC"})


def _aside(words: Words, phrase: Phrase, cue: Cue) -> bool:
    """Whether all between the phrase and the cue stands between two commas (a relative clause, an apposition)."""
    tokens = words.tokens
    return tokens[phrase.stop].text in ",(" and tokens[cue.start - 1].text in ",)"


def _can_speak(words: Words, cue: Cue, phrase: Phrase) -> bool:
    """Whether the phrase stands in the nominative and agrees with the verb."""
    if phrase.start < cue.stop and cue.start < phrase.stop:
        return False
    head, verb = words.tokens[phrase.head], words.tokens[cue.stop - 1 if cue.form == "passive" else cue.start]
    if head.case not in {"Nom", ""} and not (words.is_name(phrase.head) and not _inflects(words, phrase)):
        return False
    if (
        words.language in INFLECTED
        and not head.case
        and not words.is_name(phrase.head)
        and not phrase.pronoun
        and not head.text.isupper()
    ):
        return False
    if not _human(words, phrase):
        return False
    if head.number and verb.number and head.number != verb.number and " и " not in f" {_text(words, phrase)} ":
        return False
    return not verb.gender or _agrees(words, phrase, head, verb)


def _agrees(words: Words, phrase: Phrase, head: Token, verb: Token) -> bool:
    """Whether a past-tense verb has the gender of its subject; an office may be held by anybody, short forms have none."""
    if phrase.pronoun:
        gender = load(words.language).words["pronouns"][words.tokens[phrase.start].text.lower()][0]
        return not gender or gender == verb.gender
    if (
        not head.gender
        or head.gender == verb.gender
        or head.lemma in titles(words.language, "persons") | titles(words.language, "unnamed")
    ):
        return True
    name = words.named(phrase.head)
    return (name is not None and name.type == "PER") or head.text.isupper() or head.text.isascii()


def _text(words: Words, phrase: Phrase) -> str:
    return " ".join(t.text for t in words.tokens[phrase.start : phrase.stop])


def _inflects(words: Words, phrase: Phrase) -> bool:
    """Whether another word of the phrase makes plain that it is no nominative."""
    cases = {t.case for t in words.tokens[phrase.start : phrase.stop]} - {"", "Gen"}
    return bool(cases) and "Nom" not in cases


def _human(words: Words, phrase: Phrase) -> bool:
    """Whether such a thing can speak at all: a name, an office, a body, a paper, a group of people."""
    if phrase.pronoun or words.named(phrase.head):
        return True
    head = words.tokens[phrase.head]
    if phrase.stop - phrase.start > 2 and head.text.lower() in load(words.language).words["small"].get("one", []):
        return True
    groups = ("persons", "bodies", "media", "documents", "unnamed", "countries")
    if any(head.lemma in titles(words.language, group) for group in groups):
        return True
    said = mention(words, phrase)
    return said.kind is Kind.PERSON or bool(head.text[:1].isupper() and phrase.head > 0)


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
    lowered = [t.text.lower() for t in words.tokens[at : at + 4]]
    for phrase_words, case in _according(words.language):
        n = len(phrase_words)
        if tuple(lowered[:n]) == phrase_words and at + n < len(words.tokens):
            phrase = phrase_at(words, at + n)
            if phrase and (not case or words.tokens[phrase.head].case in {case, ""} or words.is_name(phrase.head)):
                return Cue(at, at + n, " ".join(phrase_words), frozenset({"according"}), "according", mention(words, phrase))
    return None


def _possessive_at(words: Words, at: int) -> Cue | None:
    """`по его словам`: the speaker inside the phrase; the cue takes all of it."""
    tokens = words.tokens
    if at + 2 >= len(tokens) or tokens[at + 1].text.lower() not in load(words.language).words.get("possessives", {}):
        return None
    outer = (tokens[at].text.lower(), tokens[at + 2].text.lower())
    if not any(phrase_words == outer for phrase_words, _ in _according(words.language)):
        return None
    gender, number = load(words.language).words["possessives"][tokens[at + 1].text.lower()]
    spoken = Mention(tokens[at + 1].span, Kind.PERSON, gender=gender, number=number, pronoun=True)
    return Cue(at, at + 3, " ".join(outer), frozenset({"according"}), "according", spoken)
