"""Who takes part: the subject of the verb, and the names that hang on the word for the event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from verbale.events.clause import ACTORS, BREAKS, Clause
from verbale.events.status import Found
from verbale.events.words import small
from verbale.model import Actor, Kind, Mention, Speech, Statement

SUBJECT = ("nsubj", "nsubjpass", "nsubj:pass")
AGENT = ("obl:agent",)
FAR = 8
"""So many words lie between the word for an event and a name that belongs to it, at most."""

Name = tuple[int, int, Mention]


def actors(clause: Clause, at: int, found: Found, traits: Mapping[str, Any], speaker: Statement | None) -> tuple[Actor, ...]:
    """Those who take part, the doer first. A pronoun counts where the sentence or the saying tells whom it means."""
    mutual, onto = bool(traits.get("mutual")), bool(traits.get("mutual") or traits.get("onto"))
    verb = at if clause.tokens[at].pos == "VERB" else found.verb
    noun = clause.tokens[at].pos != "VERB"
    names = [*_between(clause, found.by, at), *_before(clause, at)] if noun else []
    subjects = list(_subjects(clause, verb, found.by, mutual=mutual)) if verb is not None or mutual else []
    split = noun and verb is not None and at < verb and found.by != at
    names += _behind(clause, at, mutual=mutual, onto=onto, stop=verb if split else None)
    if split and verb is not None:
        names += _behind(clause, verb, mutual=mutual, onto=onto)
    own = len([name for name in names if not name[2].pronoun])
    if found.by == at and noun and not own:
        return ()  # `ahead of the meeting`: nothing tells whose
    if found.by != at or not noun or own == 1:  # who speaks after a meeting of two others was not there
        names = subjects + names
    told = [actor for name in names if (actor := _actor(clause, name, speaker))]
    if mutual and not subjects and speaker and (himself := _himself(clause, at, found, speaker)):
        told.insert(0, himself)
    return tuple({actor.name: actor for actor in told}.values())


def _between(clause: Clause, participle: int, noun: int) -> Iterator[Name]:
    """Names between a participle and the noun that it describes: `достигнутое [с Норландией] соглашение`."""
    with_ = small(clause.words.language, "with")
    for name in clause.names if participle < noun else ():
        if participle < name[0] and name[1] <= noun and clause.low(name[0] - 1) in with_:
            yield name


def _himself(clause: Clause, at: int, found: Found, statement: Statement) -> Actor | None:
    """The speaker, who tells of what he does himself where no subject is named (`admitted the possibility of meeting Lund`)."""
    verbs = any(clause.tokens[n].pos == "VERB" and clause.tokens[n].form == "fin" for n in range(clause.start, at))
    speaker = statement.speaker
    if verbs or clause.tokens[at].pos != "VERB" or found.verb is not None or speaker is None or speaker.kind not in ACTORS:
        return None
    place = speaker.mention or (statement.source.spans[0] if statement.source else None)
    return Actor(place, speaker.name, speaker.kind) if place else None


def _actor(clause: Clause, name: Name, speaker: Statement | None) -> Actor | None:
    _, _, mention = name
    if not mention.pronoun:
        return Actor(mention.span, mention.name, mention.kind)
    return _meant(clause, name, speaker)


def _meant(clause: Clause, name: Name, statement: Statement | None) -> Actor | None:
    """Whom a pronoun means: the name in brackets behind it, the speaker, or the last person named before it."""
    start, stop, mention = name
    if clause.low(stop) == "(" and (inner := clause.name_at(stop + 1)) and not inner[2].pronoun:
        return Actor(mention.span, inner[2].name, inner[2].kind)
    if mention.number == "Plur" or mention.gender == "Neut" or clause.words.is_in(clause.tokens[start], "relative"):
        return None
    before = [n for n in clause.names if n[1] <= start and not n[2].pronoun and n[2].kind is Kind.PERSON]
    if before and not (mention.gender and before[-1][2].gender and before[-1][2].gender != mention.gender):
        return Actor(mention.span, before[-1][2].name, before[-1][2].kind)
    if statement and statement.speaker and statement.speaker.kind is Kind.PERSON and statement.kind is not Speech.DIRECT:
        return Actor(mention.span, statement.speaker.name, statement.speaker.kind)
    return None


# ---------------------------------------------------------------- subjects


def _subjects(clause: Clause, verb: int | None, by: int, *, mutual: bool) -> Iterator[Name]:
    """The subject of the verb or of the word that governs it, with those it is joined to by `and`."""
    for word in _doing(clause, verb, by):
        found = [n for n in clause.children.get(word, ()) if clause.tokens[n].rel in SUBJECT]
        found = [n for n in found if n < word or clause.words.language != "en"]
        names = [
            name
            for n in found
            if (name := clause.name_at(n) or _titled(clause, n) or (_stood_for(clause, n) if mutual else None))
        ]
        if not names and not found:
            names = [n for n in (_shared(clause, word) or _left(clause, word),) if n]
        names = [name for name in names if _can_do(clause, name)]
        if names:
            for name in names:
                yield from _joined(clause, name)
            break
    else:
        yield from _possessor(clause, verb)
    yield from _agents(clause, verb)


def _can_do(clause: Clause, name: Name) -> bool:
    """Whether a name can be a subject: no preposition leads to it, and it is in no other case."""
    start, stop, mention = name
    if clause.words.language == "en":
        return True  # English nouns have no case; there syntax alone tells
    if clause.holds(start - 1) and clause.tokens[start - 1].pos == "ADP":
        return False
    return (
        mention.pronoun or any(clause.tokens[n].case in {"", "Nom"} for n in range(start, stop)) or _led_by_head(clause, start)
    )


def _led_by_head(clause: Clause, at: int) -> bool:
    """Whether it stands in the genitive behind those who stand for it."""
    return clause.holds(at - 1) and clause.words.is_in(clause.tokens[at - 1], "heads")


def _doing(clause: Clause, verb: int | None, by: int) -> list[int]:
    """The words whose subject takes part: the verb, the one that governs it, and that of a governing noun."""
    found = [verb, by]
    if clause.tokens[by].pos == "NOUN":
        found += [above for above, _ in clause.above(by) if clause.holds(above)][:1]
    return [n for n in dict.fromkeys(found) if n is not None and clause.tokens[n].pos in {"VERB", "ADJ", "AUX"}]


def _stood_for(clause: Clause, at: int) -> Name | None:
    """Whom `representatives of Norland`, `делегация Норландии` stand for."""
    if not clause.words.is_in(clause.tokens[at], "heads"):
        return None
    n = at + 1
    while clause.low(n) in {"of", "the", "from"}:
        n += 1
    return clause.name_at(n)


def _titled(clause: Clause, at: int) -> Name | None:
    """Who is named behind a noun that only tells what he is: `компания «Порт»`."""
    beside = (n for n in clause.children.get(at, ()) if clause.tokens[n].rel.startswith(("appos", "flat")))
    return next((name for n in beside if (name := clause.name_at(n))), None)


def _possessor(clause: Clause, verb: int | None) -> Iterator[Name]:
    """Russian and Ukrainian: `у него были две встречи`."""
    for n in clause.children.get(verb, ()) if verb is not None else ():
        if clause.tokens[n].case == "Gen" and clause.low(n - 1) in {"у", "в"} and (name := clause.name_at(n)):
            yield name
        elif clause.tokens[n].pos == "PRON" and clause.low(n - 1) == "у":
            token = clause.tokens[n]
            yield n, n + 1, Mention(token.span, Kind.PERSON, gender=token.gender, number=token.number, pronoun=True)


def _agents(clause: Clause, verb: int | None) -> Iterator[Name]:
    """`signed by Lund`, `подписан Лундом`."""
    hanging = clause.children.get(verb, ()) if verb is not None else ()
    passive = any(clause.tokens[n].rel in {"auxpass", "nsubjpass"} for n in hanging) or clause.words.language != "en"
    for n in hanging:
        name = clause.name_at(n)
        if name and passive and (clause.low(name[0] - 1) == "by" or clause.tokens[n].rel in AGENT):
            yield name


def _shared(clause: Clause, verb: int) -> Name | None:
    """The subject of the verb that this one is joined to by `and`."""
    head = clause.tokens[verb].head
    if clause.tokens[verb].rel != "conj" or not clause.holds(head):
        return None
    subjects = (n for n in clause.children.get(head, ()) if clause.tokens[n].rel in SUBJECT)
    return next((name for n in subjects if (name := clause.name_at(n))), None)


def _left(clause: Clause, verb: int) -> Name | None:
    """The name right before the verb and its helpers, that no preposition leads to."""
    n = verb - 1
    while clause.holds(n) and (clause.tokens[n].pos in {"AUX", "ADV", "PART"} or clause.words.is_in(clause.tokens[n], "have")):
        n -= 1
    name = clause.name_at(n) if clause.holds(n) else None
    before = clause.tokens[name[0] - 1] if name and clause.holds(name[0] - 1) else None
    return name if name and (before is None or before.rel == "mark" or before.pos not in {"ADP", "NOUN"}) else None


def _joined(clause: Clause, name: Name) -> Iterator[Name]:
    """The name, and those before and behind it that `and` joins to it."""
    joins = small(clause.words.language, "and_only")
    before = name
    while clause.low(before[0] - 1) in joins and (other := clause.name_at(before[0] - 2)):
        yield other
        before = other
    yield name
    while clause.low(name[1]) in joins and (other := _next(clause, name[1] + 1)):
        yield other
        name = other


def _next(clause: Clause, at: int) -> Name | None:
    """The name that begins at a word, an article passed over."""
    for n in (at, at + 1):
        name = clause.name_at(n)
        if name:
            return name
        if clause.tokens[n].pos != "DET" if clause.holds(n) else True:
            return None
    return None


# ---------------------------------------------------------------- around the noun


def _before(clause: Clause, noun: int) -> Iterator[Name]:
    """Names right before the noun: `Lund's meeting`, `the Reyes-Lund meeting`, `US-Russia talks`."""
    n = noun - 1
    while clause.holds(n) and n > noun - FAR:
        token, name = clause.tokens[n], clause.name_at(n)
        if name:
            preposition = clause.tokens[name[0] - 1].pos == "ADP" if clause.holds(name[0] - 1) else False
            if clause.words.language == "en" and (
                not preposition or clause.low(n + 1) in {"'s", "’s", "'", "’", "-", "–"} or n == noun - 1
            ):
                yield name
            else:
                return
            n = name[0] - 1
        elif token.pos in {"ADJ", "NUM", "NOUN"} or token.text in {"-", "–", "'s", "’s", "'", "’", "and"}:
            n -= 1
        else:
            return


def _behind(clause: Clause, at: int, *, mutual: bool, onto: bool, stop: int | None = None) -> Iterator[Name]:
    """Names behind the word: its object, and those after `with`, `between`, `on` …, in other languages in the genitive."""
    n, led = at + 1, onto and clause.tokens[at].pos == "VERB"
    linked = clause.words.language != "en" and clause.tokens[at].pos != "VERB"
    while clause.holds(n) and n < (stop or clause.stop) and n - at < 3 * FAR:
        token, name = clause.tokens[n], clause.name_at(n)
        if token.text in BREAKS or token.pos == "SCONJ" or (token.pos == "VERB" and token.form in {"fin", "first", "inf"}):
            return
        if token.pos == "PRON" and not name:
            return
        if name:
            if (led or linked) and not _describes(clause, name):
                yield name
            n, before, linked = name[1], led or linked, False
            led = before and clause.low(n) in small(clause.words.language, "and_only")
            n += led
        elif token.pos == "ADP" or (token.pos == "PART" and clause.words.is_in(token, "against")):
            leads = clause.low(n) in small(clause.words.language, "with" if mutual else "against")
            led = onto and leads and (mutual or not _is_place(clause, n))
            linked, n = False, n + 1
        elif token.text == "," or (token.pos == "CCONJ" and not led):
            return
        else:
            linked = linked and token.pos in {"ADJ", "NOUN", "DET", "NUM"}
            n += 1


def _describes(clause: Clause, name: Name) -> bool:
    """English: whether the name only describes the noun behind it (`with [Norland] community leaders`)."""
    behind = clause.tokens[name[1]] if clause.holds(name[1]) else None
    return clause.words.language == "en" and behind is not None and behind.pos == "NOUN"


def _is_place(clause: Clause, at: int) -> bool:
    """Whether the preposition leads to a place, not to whom it is done to."""
    return clause.low(at) in small(clause.words.language, "in")
