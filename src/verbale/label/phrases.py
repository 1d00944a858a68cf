"""Noun phrases that can name a speaker: where each begins and ends.

In languages with cases a phrase is followed from its head: adjectives before it, genitives, names in its case and
prepositional complements behind it. Elsewhere it is a run of nouns with what `of` hangs on them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from verbale.lang import INFLECTED, load, titles
from verbale.model import Token
from verbale.models import Named
from verbale.models.morphology import animate
from verbale.text import Span

MODIFIERS = frozenset({"ADJ", "DET", "NUM"})
NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence's tokens with the names among them: what phrases are read from."""

    language: str
    tokens: tuple[Token, ...]
    names: tuple[Named, ...]

    def named(self, at: int) -> Named | None:
        """The name that covers the token, if any."""
        return next((n for n in self.names if n.start <= at < n.stop), None)

    def is_name(self, at: int) -> bool:
        return self.named(at) is not None or self.tokens[at].pos == "PROPN"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as a range of tokens, with the token that decides its case and number."""

    start: int
    stop: int
    head: int
    pronoun: bool = False


def phrases(words: Words) -> list[Phrase]:
    """All phrases of a sentence that are no part of another, from left to right."""
    out: list[Phrase] = []
    at = 0
    while at < len(words.tokens):
        phrase = phrase_at(words, at)
        if phrase:
            out.append(phrase)
        at = phrase.stop if phrase else at + 1
    return out


def phrase_at(words: Words, start: int) -> Phrase | None:
    """The noun phrase that begins with token `start`, as long as it can be."""
    if start and words.tokens[start].text.isdigit() and words.tokens[start - 1].text == ":":
        return None  # the minutes of a clock
    if words.tokens[start].text.lower() in load(words.language).words["pronouns"]:
        return Phrase(start, start + 1, start, pronoun=True)
    if (inner := _one_of(words, start)) is not None:
        return Phrase(start, inner.stop, start)
    if words.language not in INFLECTED:
        return _run(words, start)
    if words.tokens[start].text.lower() in load(words.language).words["small"]["also"]:
        return None
    head = _head(words, start)
    if head is None:
        return None
    stop = head + 1
    while (longer := _extended(words, head, stop)) > stop:
        stop = longer
    return Phrase(start, stop, head)


def _run(words: Words, start: int) -> Phrase | None:
    """A run of nouns with what stands before them and the complements behind: `Tolmaria's Foreign Minister Daniel Hartov`."""
    stop = _nouns(words, start)
    nouns = [n for n in range(start, stop) if words.tokens[n].pos in NOUNS or words.is_name(n)]
    if not nouns:
        return None
    head = nouns[-1]
    stop = head + 1
    while (longer := _complement(words, head, stop)) > stop:
        stop = longer
    return Phrase(start, stop, head)


def _nouns(words: Words, start: int) -> int:
    """The end of the run of determiners, adjectives, nouns and possessive marks that begins at `start`."""
    at = start
    if _is_date(words, start):
        return start + 1
    while at < len(words.tokens):
        token = words.tokens[at]
        bound = at > start and (token.text.lower() in {"'s", "’s", "-", "&", "'", "’"} or _is_short(words, at))
        if bound and token.text == ".":
            at += 1
            continue
        if not (token.pos in MODIFIERS | NOUNS or words.is_name(at) or bound) or token.text in BREAKING:
            break
        at += 1
    return at


def _is_short(words: Words, at: int) -> bool:
    """Whether the full stop only shortens an address before a name: `an adviser to Mr[.] Lund`."""
    tokens, shortened = words.tokens, load(words.language).words["small"]["shortened"]
    return (
        tokens[at].text == "." and tokens[at - 1].text.lower() in shortened and at + 1 < len(tokens) and words.is_name(at + 1)
    )


def _is_date(words: Words, at: int) -> bool:
    """Whether the token is a month or a weekday behind a preposition: `in May Mr Lund said`, which no one is called."""
    before = words.tokens[at - 1] if at else None
    return (
        before is not None
        and before.pos == "ADP"
        and at < len(words.tokens)
        and words.tokens[at].text.lower() in _calendar(words.language)
    )


@cache
def _calendar(language: str) -> frozenset[str]:
    """Months and weekdays in all their forms."""
    calendar = load(language).calendar
    return frozenset(form for forms in (*calendar["months"], *calendar["weekdays"]) for form in forms)


BREAKING = frozenset(',;:.()"“”«»!?')


def _complement(words: Words, head: int, stop: int) -> int:
    """`of the union`, `for Human Rights` behind a noun; `(OHCHR)`."""
    tokens = words.tokens
    if stop >= len(tokens):
        return stop
    if tokens[stop].text == "(":
        return _bracket(words, stop)
    ties = {"of", "for", "at", "from", "in", "on", "to"} if tokens[head].lemma in _speaking(words.language) else {"of"}
    if tokens[stop].text.lower() not in ties:
        return stop
    if stop + 1 < len(tokens) and tokens[stop + 1].text.lower() in _calendar(words.language):
        return stop  # `the department on Monday`
    inner = _nouns(words, stop + 1)
    return inner if inner > stop + 1 else stop


@cache
def _speaking(language: str) -> frozenset[str]:
    return titles(language, "persons") | titles(language, "bodies") | titles(language, "unnamed")


def _one_of(words: Words, start: int) -> Phrase | None:
    """What stands behind `один из`: the phrase in the genitive."""
    tokens, small = words.tokens, load(words.language).words["small"]
    if (
        start + 2 >= len(tokens)
        or tokens[start].text.lower() not in small.get("one", [])
        or tokens[start + 1].text.lower() not in small.get("of", [])
    ):
        return None
    inner = phrase_at(words, start + 2)
    named = _name_behind(words, inner.stop) if inner else None
    return Phrase(inner.start, named, inner.head) if inner and named else inner


def _name_behind(words: Words, start: int) -> int | None:
    """The end of a person's name in the nominative, with nothing before it but nouns: `один из … докладчиков Питер Лан`."""
    for at in range(start, min(start + 12, len(words.tokens))):
        name = words.named(at)
        if name and name.type == "PER":
            return name.stop if words.tokens[at].case in {"Nom", ""} else None
        if words.tokens[at].pos not in NOUNS | MODIFIERS | {"ADP", "ADV", "CCONJ", "X"}:
            return None
    return None


def _head(words: Words, start: int) -> int | None:
    """The first noun behind the adjectives that begin at `start`."""
    tokens = words.tokens
    at = start
    while at + 1 < len(tokens) and _is_modifier(tokens[at]) and not _ends_name(words, at):
        at += 1
    if at < len(tokens) and (tokens[at].pos in NOUNS or words.is_name(at)) and _agreed(tokens[start : at + 1]):
        return at
    if at > start and tokens[at - 1].lemma in titles(words.language, "persons"):
        return at - 1  # an adjective that is an office: "ведущий", "уполномоченный"
    if at > start and tokens[at - 1].lemma in titles(words.language, "unnamed"):
        return at - 1
    return None


def _ends_name(words: Words, at: int) -> bool:
    """Whether the token is a name, or the last word of one (`Белый дом` has its noun behind)."""
    name = words.named(at)
    return name.stop == at + 1 if name else words.tokens[at].pos == "PROPN"


def _is_modifier(token: Token) -> bool:
    """An adjective, a number, or a participle that stands like one; no short adjective, which is a predicate (`уверен посол`)."""
    short = token.pos == "ADJ" and not token.case and bool(token.rel) and token.text.isalpha()
    return (token.pos in MODIFIERS and not short) or (token.pos == "VERB" and token.form == "part" and bool(token.case))


def _agreed(tokens: Sequence[Token]) -> bool:
    """Whether the adjectives stand in the case of the noun behind them."""
    case = tokens[-1].case
    return all(t.case in {case, ""} or not case or t.pos == "NUM" for t in tokens[:-1])


def _extended(words: Words, head: int, stop: int) -> int:
    """The end of the phrase with one more piece behind it, or `stop` where nothing belongs to it."""
    tokens = words.tokens
    if stop >= len(tokens):
        return stop
    token = tokens[stop]
    if name := words.named(stop):
        return name.stop if _same_case(words, name, head) or tokens[name.start].case in {"Gen", ""} else stop
    if token.pos == "PROPN" and token.case in {tokens[head].case, "Gen", ""}:
        return stop + 1
    if token.case == "Gen" and token.pos in NOUNS | MODIFIERS:
        return stop + 1
    if token.text == "(":
        return _bracket(words, stop)
    if token.text in '«"“„':
        return _quoted(words, head, stop)
    if token.pos == "CCONJ":
        return _coordinated(words, head, stop)
    if token.pos == "ADP":
        return _prepositional(words, head, stop)
    return stop


def _same_case(words: Words, name: Named, head: int) -> bool:
    case = words.tokens[head].case
    return not case or any(words.tokens[n].case in {case, ""} for n in range(name.start, name.stop))


def _bracket(words: Words, start: int) -> int:
    """`(ОБСЕ)`: a short form or a party in brackets."""
    close = next((n for n in range(start + 1, min(start + 6, len(words.tokens))) if words.tokens[n].text == ")"), None)
    if close is None or not any(words.tokens[n].text[:1].isupper() for n in range(start, close)):
        return start
    return close + 1


def _quoted(words: Words, head: int, start: int) -> int:
    """A name in quotation marks behind a noun: `компания «Луч»`. Only a few words, or it is speech."""
    tokens = words.tokens
    close = next((n for n in range(start + 2, min(start + 7, len(tokens))) if tokens[n].text in '»"”“'), None)
    named = tokens[head].lemma in titles(words.language, "bodies") | titles(words.language, "media") | titles(
        words.language, "documents"
    )
    if close is None or not named or not tokens[start + 1].text[:1].isupper():
        return start
    return close + 1


def _coordinated(words: Words, head: int, start: int) -> int:
    """`Европы и Азии` inside a complement, `Анна Реес и Петр Лан` of two persons, `профессор и посол Анна Реес` of one."""
    tokens = words.tokens
    if start + 1 >= len(tokens) or start == 0:
        return start
    after = tokens[start + 1]
    if start - 1 == head and (both := _two_offices(words, head, start + 1)):
        return both
    if tokens[start - 1].case == "Gen" and after.case == "Gen" and after.pos in NOUNS | MODIFIERS:
        return start + 2
    one, other = words.named(start - 1), words.named(start + 1) or _behind_office(words, start + 1)
    if one and other and one.type == other.type == "PER" and tokens[other.start].case in {"Nom", ""}:
        return other.stop
    return start


def _behind_office(words: Words, start: int) -> Named | None:
    """The second of two who speak together, behind an office: `Иван Рес и [его коллега] Анна Лан заявили`."""
    tokens = words.tokens
    other = next((n for n in words.names if n.type == "PER" and start < n.start <= start + OFFICE), None)
    between = tokens[start : other.start] if other else ()
    people = titles(words.language, "persons")
    office = any(t.lemma in people and t.case == "Nom" for t in between) and all(
        t.pos in NOUNS | MODIFIERS | {"PRON"} for t in between
    )
    together = any(t.form == "fin" and t.number == "Plur" for t in tokens)
    return other if office and together and tokens[start - 2].case in {"Nom", ""} else None


def _two_offices(words: Words, head: int, start: int) -> int | None:
    """Where the name ends of whom two nouns before it tell: `профессор и колумнист «Узла» Иво Лан`."""
    tokens, people = words.tokens, titles(words.language, "persons")
    if words.language not in INFLECTED or tokens[head].lemma not in people or words.is_name(head):
        return None
    other = _head(words, start)
    if other is None or tokens[other].lemma not in people or tokens[other].case != tokens[head].case:
        return None
    named = next((n for n in words.names if n.type == "PER" and 0 < n.start - other <= OFFICE), None)
    between = tokens[other + 1 : named.start] if named else ()
    apart = any(t.form in {"fin", "first", "conv"} or t.text in {",", ";", ":"} or t.pos == "CCONJ" for t in between)
    return named.stop if named and not apart and _same_case(words, named, head) else None


OFFICE = 8
"""So many words at most stand between an office and the name of who holds it."""


def _prepositional(words: Words, head: int, start: int) -> int:
    """`по вопросам торговли`, `при альянсе` behind an office: taken where a name or the verb follows, and nobody else's name
    stands in it: `президент | в разговоре с Тоневым`."""
    tokens = words.tokens
    if tokens[head].lemma not in _speaking(words.language) and not animate(tokens[head].lemma, words.language):
        return start
    persons = [n for n in words.names if n.type == "PER" and n.start > start]
    own = next((n for n in persons if _same_case(words, n, head)), None)
    at = start + 1
    while at < min(start + 12, len(tokens)) and not (own and own.start == at) and _complements(tokens, at):
        at += 1
    if at == start + 1 or at >= len(tokens):
        return start
    if own and own.start == at:
        return own.stop
    others = any(n.start < at for n in persons)
    return at if not others and (tokens[at].pos == "VERB" or tokens[at].text in ",—–-") else start


def _complements(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word can be a part of what tells more of an office; `в президенты` only looks like a nominative."""
    plain = tokens[at].case != "Nom" or tokens[at - 1].pos == "ADP"
    return (tokens[at].pos in NOUNS | MODIFIERS | {"ADP", "CCONJ", "X"} and plain) or _short_quotation(tokens, at)


def _short_quotation(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token is a mark around one or two words: `по делам «брексита»`."""
    near = tokens[max(0, at - 3) : at + 4]
    return tokens[at].text in QUOTED and sum(t.text in QUOTED for t in near) == 2


QUOTED = frozenset('"«»“”„')


def spanned(words: Words, span: Span) -> Phrase | None:
    """The tokens within a span as one phrase, headed by its name, else by its last noun before any preposition."""
    inside = [n for n, t in enumerate(words.tokens) if span.start <= t.span.start and t.span.stop <= span.stop]
    if not inside:
        return None
    start, stop = inside[0], inside[-1] + 1
    if stop - start == 1 and words.tokens[start].text.lower() in load(words.language).words["pronouns"]:
        return Phrase(start, stop, start, pronoun=True)
    nouns: list[int] = []
    for n in inside:
        if words.tokens[n].pos == "ADP" and nouns:
            break
        if words.tokens[n].pos in NOUNS and words.tokens[n].text != ",":
            nouns.append(n)
        elif nouns and words.tokens[n].text == ",":
            break
    return Phrase(start, stop, nouns[-1] if nouns else inside[-1])
