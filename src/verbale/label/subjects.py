"""Who, by grammar, has spoken: the subject of a cue."""

from __future__ import annotations

import re

from verbale.label.mentions import mention
from verbale.label.phrases import MODIFIERS, NOUNS, Phrase, Words, phrase_at
from verbale.lang import INFLECTED, load, titles
from verbale.model import Cue, Kind, Token
from verbale.models.morphology import animate

REACH = 16
"""So many words may stand between a cue and its subject."""
BREAKS = frozenset(',;:—–-«»"“”„().?!…')


def subject(words: Words, cue: Cue, phrases: list[Phrase]) -> Phrase | None:
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
    beside = [_speaker_behind(words, cue, p, phrases) or p for p in beside]
    able = [p for p in beside if _can_speak(words, cue, p)]
    relative = load(words.language).words["small"]["relative"]
    return min(able, key=lambda p: words.tokens[p.start].text.lower() in relative, default=None)


def _speaker_behind(words: Words, cue: Cue, phrase: Phrase, phrases: list[Phrase]) -> Phrase | None:
    """The person behind a medium without endings to whom something was told: `рассказал ЦТА экономист Иво Лан`."""
    if phrase.start != cue.stop or words.tokens[phrase.head].case not in {"", "Dat"}:
        return None
    closed = phrase.stop < len(words.tokens) and words.tokens[phrase.stop].text in '»”“"'
    nearest = next((p for p in phrases if p.start == phrase.stop + closed), None)
    said = mention(words, nearest) if nearest and _can_speak(words, cue, nearest) else None
    return nearest if said and said.kind is Kind.PERSON and words.tokens[nearest.head if nearest else 0].case == "Nom" else None


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


def told_by_things(words: Words, cue: Cue, phrases: list[Phrase]) -> bool:
    """Whether the cue has a subject that cannot speak: `кадры показывают, что …`. Nobody is quoted then."""
    if cue.form != "fin" or words.language not in INFLECTED:
        return False
    joint, before = words.tokens[cue.start - 2 : cue.start] if cue.start > 1 else (None, None)
    if (
        joint and before and joint.pos == "CCONJ" and before.pos in {"ADJ", "DET"} and before.case == "Nom"
    ):  # `а последний заявил`: somebody told of before
        return True
    things = (p for p in phrases if not p.pronoun and words.tokens[p.head].case == "Nom" and not human(words, p))
    return any(
        (words.tokens[p.head].rel == "nsubj" and words.tokens[p.head].head == cue.start)
        or (not words.tokens[p.head].rel and p.stop == cue.start)
        for p in things
    )


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
            if words.tokens[at + 1].text.lower() in load(words.language).words["small"]["within"]:
                return Phrase(at + 1, at + 2, at + 1)
            phrase = phrase_at(words, _behind_participle(words, at + 1))
            if phrase and _is_paper(words, phrase):
                return phrase
    return None


def _behind_participle(words: Words, start: int) -> int:
    """Where the noun phrase begins behind a participle with its words: `в [размещенном на сайте] заявлении`."""
    tokens = words.tokens
    first = next((n for n in range(start, min(start + 3, len(tokens))) if tokens[n].pos != "ADV"), start)
    if not (tokens[first].form == "part" and tokens[first].case):
        return first
    papers = titles(words.language, "documents")
    same = (n for n in range(first + 1, min(first + 10, len(tokens))) if tokens[n].case == tokens[first].case)
    return next((n for n in same if tokens[n].lemma in papers), start)


def _is_paper(words: Words, phrase: Phrase) -> bool:
    head = words.tokens[phrase.head]
    return head.lemma in titles(words.language, "documents") | titles(words.language, "bodies") | titles(
        words.language, "media"
    )


def _behind(words: Words, cue: Cue, phrases: list[Phrase]) -> Phrase | None:
    """The subject after the cue, with dates and places between them but no mark."""
    start = _behind_medium(words, cue.stop)
    for at in range(start, min(start + REACH, len(words.tokens))):
        phrase = next((p for p in phrases if p.start == at), None)
        if phrase and _can_speak(words, cue, phrase):
            return phrase
        inside = any(p.start < at < p.stop for p in phrases)
        if not inside and (words.tokens[at].text in BREAKS or words.tokens[at].pos == "VERB"):
            return None
    return None


def _behind_medium(words: Words, start: int) -> int:
    """Where the words go on behind a short name in marks to whom something was told: `сообщила «Газете» представитель …`."""
    tokens = words.tokens
    if start >= len(tokens) or tokens[start].text not in '«„“"':
        return start
    close = next((n for n in range(start + 2, min(start + 6, len(tokens))) if tokens[n].text in '»”“"'), None)
    name = tokens[start + 1 : close] if close else []
    told = bool(name) and name[0].text[:1].isupper() and name[0].case in {"", "Dat"}
    return close + 1 if close and told and close + 1 < len(tokens) and tokens[close + 1].case == "Nom" else start


def _before(words: Words, cue: Cue, phrases: list[Phrase]) -> Phrase | None:
    """The nearest subject before the cue in its clause, over what stands between commas."""
    verbs = 0
    for at in range(cue.start - 1, max(-1, cue.start - 40), -1):
        token = words.tokens[at]
        if token.text in '«"“„;:' or token.text.lower() in load(words.language).words["small"]["that"]:
            return None
        phrase = next((p for p in phrases if p.stop == at + 1), None)
        if phrase and at + 2 == cue.start and words.tokens[at + 1].pos == "CCONJ":
            continue  # the verb is joined to another, whose object this is: `поддерживает союз и надеется`
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
    joined = name.start > 0 and words.tokens[name.start - 1].pos == "CCONJ"
    if words.tokens[cue.start].number == "Plur" and not joined:
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
    if phrase.start and words.tokens[phrase.start - 1].pos == "ADP" and words.language in INFLECTED:
        return False
    if phrase.start >= cue.stop and _goes_on(words, phrase):
        return False
    head, verb = words.tokens[phrase.head], words.tokens[cue.stop - 1 if cue.form == "passive" else cue.start]
    oblique = head.case not in {"Nom", ""} and not phrase.pronoun and not _counted(words, phrase)
    if oblique and not (words.is_name(phrase.head) and not _inflects(words, phrase)):
        return False
    if (
        words.language in INFLECTED
        and not head.case
        and not words.is_name(phrase.head)
        and not phrase.pronoun
        and not head.text.isupper()
    ):
        return False
    if not human(words, phrase):
        return False
    uncounted = not head.case and head.text.isupper()  # short forms do not inflect: `ЗМІ повідомили`
    if not uncounted and head.number and verb.number and head.number != verb.number and not _is_joint(words, phrase):
        return False
    return not verb.gender or _agrees(words, phrase, head, verb)


def _goes_on(words: Words, phrase: Phrase) -> bool:
    """Whether a phrase behind the cue has a verb of its own, where the medium that was named is lost: `пишет Рес отказался`."""
    if words.language not in INFLECTED or words.tokens[phrase.head].case not in {"Nom", ""} or phrase.pronoun:
        return False
    after = next((t for t in words.tokens[phrase.stop :] if t.pos not in {"ADV", "PART"}), None)
    return after is not None and after.pos == "VERB" and after.form == "fin"


def _counted(words: Words, phrase: Phrase) -> bool:
    """`багато аналітиків`: people in the genitive behind a word that tells how many."""
    head, many = words.tokens[phrase.head], load(words.language).words["small"]["many"]
    near = words.tokens[max(0, phrase.start - 1) : phrase.head]
    return head.case == "Gen" and head.number == "Plur" and any(t.text.lower() in many for t in near)


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


def _is_joint(words: Words, phrase: Phrase) -> bool:
    """Whether the phrase names several, so that the verb may stand in the plural."""
    joining = load(words.language).words["small"]["joining"]
    return any(t.text.lower() in joining for t in words.tokens[phrase.start : phrase.stop])


def _inflects(words: Words, phrase: Phrase) -> bool:
    """Whether a word of the phrase makes plain that it is no nominative."""
    head = words.tokens[phrase.head]
    cases = {t.case for t in words.tokens[phrase.start : phrase.stop]} - {"", "Gen"}
    if not cases and head.case == "Gen" and head.lemma != head.text.lower() and not head.text.isupper():
        return True
    return bool(cases) and "Nom" not in cases


def human(words: Words, phrase: Phrase) -> bool:
    """Whether such a thing can speak at all: a name, an office, a body, a paper, a group of people."""
    if phrase.pronoun or words.named(phrase.head):
        return True
    head = words.tokens[phrase.head]
    if phrase.stop - phrase.start > 2 and head.text.lower() in load(words.language).words["small"].get("one", []):
        return True
    groups = ("persons", "bodies", "media", "documents", "unnamed", "countries")
    if any(head.lemma in titles(words.language, group) for group in groups):
        return True
    if words.language in INFLECTED and animate(head.lemma, words.language):
        return True
    said = mention(words, phrase)
    return said.kind is Kind.PERSON or bool(head.text[:1].isupper() and phrase.head > 0)


# ---------------------------------------------------------------- shared and possessed


def shared(words: Words, cue: Cue, phrases: list[Phrase]) -> Phrase | None:
    """The subject of the verb that the cue is joined to; where syntax is unknown, the last that agrees before it."""
    head = words.tokens[cue.start].head
    if 0 <= head < len(words.tokens) and words.tokens[head].rel == "xcomp":
        head = words.tokens[head].head  # `стали протестовать, утверждая`: who began to protest
    if words.tokens[cue.start].rel in {"conj", "advcl", "parataxis"} and 0 <= head < len(words.tokens):
        verb = Cue(head, head + 1, "", frozenset(), "fin")
        found = _governed(words, verb, phrases) or _before(words, verb, phrases)
        return found if found and (cue.form == "conv" or _can_speak(words, cue, found)) else None
    if any(t.rel for t in words.tokens):
        return None
    before = [p for p in phrases if p.stop <= cue.start and words.tokens[p.head].case == "Nom" and human(words, p)]
    return next((p for p in reversed(before) if cue.form == "conv" or _can_speak(words, cue, p)), None)


def genitive(words: Words, cue: Cue) -> Phrase | None:
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
