"""What a phrase says: a name, an office, a body, a paper, or nobody in particular."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from verbale.label.phrases import MODIFIERS, NOUNS, Phrase, Words, phrase_at
from verbale.label.roles import is_of_another, is_suffix, told_before
from verbale.lang import INFLECTED, load, titles
from verbale.model import Kind, Mention, Token
from verbale.models import Named
from verbale.models.morphology import animate, nominative, readings
from verbale.text import Span


def mention(words: Words, phrase: Phrase) -> Mention:
    """The phrase as a mention: whom it names, with which office, of which kind."""
    tokens = words.tokens[phrase.start : phrase.stop]
    span = Span(tokens[0].span.start, tokens[-1].span.stop)
    head = words.tokens[phrase.head]
    if phrase.pronoun:
        gender, number = load(words.language).words["pronouns"][tokens[0].text.lower()]
        return Mention(span, Kind.PERSON, gender=gender, number=number, pronoun=True)
    person = _person(words, phrase)
    if person:
        start, stop = told_before(words, phrase.start, person.start)
        role = _basic(words, phrase, start, stop)
        if other := _companion(words, phrase, person):
            both = f"{_name(words, person, head)} {words.tokens[person.stop].text} {_name(words, other, head)}"
            return Mention(span, Kind.PERSON, both, role, "", "Plur")
        gender = head.gender or words.tokens[person.start].gender
        gender = _told_gender(words, phrase, person) or _gender(words, person, gender)
        return Mention(span, Kind.PERSON, _name(words, person, head), role, gender, head.number or "Sing")
    kind = _kind(words, phrase)
    basic = _basic(words, phrase, phrase.start, _before_aside(words, phrase) if kind is Kind.ORGANISATION else phrase.stop)
    if kind is Kind.PERSON:
        return Mention(span, kind, "", basic, _told_gender(words, phrase) or head.gender, head.number)
    return Mention(span, kind, basic, "", head.gender, head.number)


def _before_aside(words: Words, phrase: Phrase) -> int:
    """The end of a body's name, in a language without cases: `the bank, which was closed`, `the union, a lender`."""
    commas = (n for n in range(phrase.head + 1, phrase.stop) if words.tokens[n].text == ",")
    return phrase.stop if words.language in INFLECTED else next(commas, phrase.stop)


def _person(words: Words, phrase: Phrase) -> Named | None:
    """The person's name that the phrase is about: one in the case of its head, not one in a complement."""
    case = words.tokens[phrase.head].case
    own = words.named(phrase.head)
    if own and own.type == "PER" and phrase.start <= own.start:
        before = (n for n in words.names if n.type == "PER" and phrase.start <= n.start < own.start)
        return next((n for n in before if _companion(words, phrase, n) == own), own)
    inside = [n for n in words.names if n.type == "PER" and phrase.start <= n.start and n.stop <= phrase.stop]
    fitting = [n for n in inside if _fits(words, phrase, n, case)]
    if words.language not in INFLECTED or not fitting:
        return fitting[0] if fitting else None
    joined = [n for n in fitting[:-1] if _companion(words, phrase, n) == fitting[-1]]
    return joined[-1] if joined else fitting[-1]  # what stands before the last name tells of what the office is


def _fits(words: Words, phrase: Phrase, name: Named, case: str) -> bool:
    if words.language not in INFLECTED and _hangs(words, name, phrase):
        return False
    if _is_deed(words, words.tokens[phrase.head]):
        return False
    cases = {words.tokens[n].case for n in range(name.start, name.stop)}
    if (case == "Nom" and _is_of(words, name)) or _leads(words, phrase, name) or _is_served(words, phrase, name):
        return False
    return not case or case in cases or cases == {""} or _apposed(words, name, phrase)


def _is_deed(words: Words, head: Token) -> bool:
    """Whether a noun in the genitive is no human being's, so that the name behind it tells whose it is: `со времени
    правления Ивана Реса`."""
    if words.language not in INFLECTED or head.pos != "NOUN" or head.case != "Gen":
        return False
    return head.lemma not in titles(words.language, "persons") and not animate(head.lemma, words.language)


def _is_served(words: Words, phrase: Phrase, name: Named) -> bool:
    """Whether a woman's name in the genitive is that of whom a man's office serves: `слова представителя премьера Анны Рес`."""
    head, people = words.tokens[phrase.head], titles(words.language, "persons")
    between = words.tokens[phrase.head + 1 : name.start]
    woman = {t.gender for t in words.tokens[name.start : name.stop]} == {"Fem"}
    return (
        head.case == "Gen" and head.gender == "Masc" and woman and any(t.case == "Gen" and t.lemma in people for t in between)
    )


def _leads(words: Words, phrase: Phrase, name: Named) -> bool:
    """Whether one person's name tells whose people are meant: `сторонники Вельгара`, unlike `министры Тонев и Лан`."""
    head = words.tokens[phrase.head]
    if words.language not in INFLECTED or head.number != "Plur" or name.start <= phrase.head < name.stop:
        return False
    beside = words.tokens[max(phrase.start, name.start - 1) : min(phrase.stop, name.stop + 1)]
    one = {words.tokens[n].number for n in range(name.start, name.stop)} == {"Sing"}
    return one and not any(t.pos == "CCONJ" or t.text == "," for t in beside)


def _is_of(words: Words, name: Named) -> bool:
    """Whether a name of two words stands in the genitive by its first, whatever the other seems to be: `супруг Анны Рес`.
    Without syntax only a given name that the dictionary knows tells."""
    first = words.tokens[name.start]
    if name.stop - name.start != 2 or first.case != "Gen" or first.number != "Sing":
        return False
    found = readings(first.text.lower(), words.language)
    if any(r.known and r.name == "Name" and r.case == "Nom" and r.number == "Sing" for r in found) and _is_closed(
        words.tokens[name.stop - 1].text
    ):
        return False  # `Александра Лан` is a woman, her husband's people would be those of `Александра Лана`
    return bool(first.rel) or any(r.known and r.name == "Name" and r.case == "Gen" for r in found)


def _is_closed(word: str) -> bool:
    """Whether a word ends in a consonant, as no man's name does in the genitive."""
    return word[-1:].lower() in set("бвгґджзклмнпрстфхцчшщ")


def _hangs(words: Words, name: Named, phrase: Phrase) -> bool:
    """Whether, in a language without endings, the name only tells more of another noun: `the Lund administration`,
    `Lund's envoy`, `a friend of Ana Reyes`, `a spokesman for Senator Reyes`."""
    before = words.tokens[name.start - 1] if name.start > phrase.start else None
    after = next((t for t in words.tokens[name.stop : phrase.stop] if not is_suffix(words, t)), None)
    if after and after.pos in NOUNS | {"ADJ", "PART"}:
        return True
    return bool(before and before.pos == "ADP") or is_of_another(words, phrase.head, name)


def _told_gender(words: Words, phrase: Phrase, name: Named | None = None) -> str:
    """The gender that a word of the phrase tells: `Mr.`, `spokeswoman`."""
    beside = (
        _beside(words, phrase, name) if name and words.language not in INFLECTED else words.tokens[phrase.start : phrase.stop]
    )
    found = {t.text.lower() for t in beside}
    return next((gender for gender, told in load(words.language).titles.get("genders", {}).items() if found & set(told)), "")


def _beside(words: Words, phrase: Phrase, name: Named) -> Sequence[Token]:
    """The words of the phrase that tell of the name, and not of whom somebody beside it serves or stands with."""
    joints = [n + 1 for n in range(phrase.start, name.start) if words.tokens[n].pos == "CCONJ"]
    before = words.tokens[max([phrase.start, *joints]) : name.start]
    return (*_untied(before), *before[-2:], *_untied(words.tokens[name.stop : phrase.stop]))


def _untied(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words before a preposition."""
    return tokens[: next((n for n, t in enumerate(tokens) if t.pos == "ADP" or t.text.lower() == "to"), len(tokens))]


def _companion(words: Words, phrase: Phrase, person: Named) -> Named | None:
    """The second person of two joined by `and`."""
    if person.stop + 1 >= phrase.stop or words.tokens[person.stop].pos != "CCONJ":
        return None
    other = next((n for n in words.names if n.type == "PER" and person.stop < n.start and n.stop <= phrase.stop), None)
    between = words.tokens[person.stop + 1 : other.start] if other else ()
    office = all(t.pos in NOUNS | MODIFIERS | {"PRON"} or t.text == "." for t in between)
    return other if other and (office or not between) else None


def _apposed(words: Words, name: Named, phrase: Phrase) -> bool:
    """A foreign name that does not inflect stands behind its office whatever case the model sees in it."""
    ends = name.stop == phrase.stop or words.tokens[name.stop].pos == "ADP"
    if not ends or words.tokens[phrase.head].lemma not in titles(words.language, "persons"):
        return False
    tokens = words.tokens[name.start : name.stop]
    if not any(t.rel for t in words.tokens):  # without syntax: the case of a word that no dictionary knows is a guess
        return words.tokens[phrase.head].case == "Nom" and not any(
            r.known for r in readings(tokens[-1].text.lower(), words.language)
        )
    return any(t.rel in {"appos", "flat:name"} and t.head == phrase.head for t in tokens)


def _kind(words: Words, phrase: Phrase) -> Kind:
    head = words.tokens[phrase.head]
    lemma, language = head.lemma, words.language
    whole = " ".join(t.lemma for t in words.tokens[phrase.start : phrase.stop])
    if whole in titles(language, "countries") or (lemma in titles(language, "countries") and phrase.stop - phrase.start == 1):
        return Kind.COUNTRY
    if head.number == "Plur" and lemma in titles(language, "unnamed") | titles(language, "persons"):
        return Kind.UNNAMED
    if lemma in titles(language, "persons"):
        return Kind.PERSON
    if titles(language, "documents") & {lemma, head.text.lower()}:
        return Kind.DOCUMENT
    if lemma in titles(language, "unnamed"):
        return Kind.UNNAMED
    if lemma in titles(language, "bodies") | titles(language, "media"):
        return Kind.ORGANISATION
    name = words.named(phrase.head)
    if name:
        return {"PER": Kind.PERSON, "ORG": Kind.ORGANISATION, "LOC": Kind.COUNTRY}[name.type]
    if language in INFLECTED and animate(lemma, language):
        return Kind.PERSON if head.number == "Sing" else Kind.UNNAMED
    foreign = language in INFLECTED and head.text.isascii()
    return Kind.ORGANISATION if head.text.isupper() or foreign or head.pos == "PROPN" else Kind.UNNAMED


def _name(words: Words, name: Named, head: Token) -> str:
    """A person's name in the nominative. Where the phrase or one of its words stands in it, the name already does."""
    tokens = words.tokens[name.start : name.stop]
    if head.case in {"", "Nom"} or any(t.case == "Nom" for t in tokens):
        return _spaced(tokens, [t.text for t in tokens])
    gender = next((t.gender for t in tokens if t.gender), "")
    forms = [
        nominative(t.text, words.language, t.case, gender, "Name" if n == 0 and len(tokens) > 1 else "Surn")
        for n, t in enumerate(tokens)
    ]
    return _spaced(tokens, forms)


def _gender(words: Words, name: Named, head: str) -> str:
    first = words.tokens[name.start]
    return (
        first.gender
        or head
        or (_given_genders(words.language).get(first.text.lower(), "") if name.stop - name.start > 1 else "")
    )


@cache
def _given_genders(language: str) -> Mapping[str, str]:
    """The genders that first names tell, in a language whose words have none."""
    given = load(language).titles.get("given", {})
    return {name: gender for gender, names in given.items() for name in names}


def _basic(words: Words, phrase: Phrase, start: int, stop: int) -> str:
    """Words of the phrase with its head, and what agrees with it, in the nominative; complements stay as they are."""
    while start < stop and words.tokens[start].text.lower() in BEFORE:
        start += 1
    tokens = words.tokens[start:stop]
    if not tokens:
        return ""
    head = words.tokens[phrase.head]
    if words.language not in INFLECTED or head.case in {"", "Nom"}:
        return _spaced(tokens, [t.text for t in tokens])
    forms = [
        t.text if n + start > phrase.head or t.case != head.case else _upright(words.language, t, head)
        for n, t in enumerate(tokens)
    ]
    return _spaced(tokens, forms)


BEFORE = frozenset({"the", "a", "an", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "."})
"""What a name or an office is told without."""


def _upright(language: str, token: Token, head: Token) -> str:
    kind = "NOUN" if token.pos == "NOUN" else "Geox"
    gender = token.gender or head.gender
    return nominative(token.text, language, token.case, gender, kind, plural=token.number == "Plur")


def _spaced(tokens: Sequence[Token], forms: Sequence[str]) -> str:
    """The forms with spaces where the text has some."""
    out = ""
    for n, (token, form) in enumerate(zip(tokens, forms, strict=True)):
        apart = n and token.span.start > tokens[n - 1].span.stop
        out += (" " if apart else "") + form
    return out


# ---------------------------------------------------------------- names inside complements


def named(words: Words, found: list[Phrase]) -> list[Phrase]:
    """Phrases around the names inside complements, which no phrase of `found` is about: `заявление [министра Лана]`."""
    out = []
    for name in words.names:
        own = any(
            p.start <= name.start < p.stop and _person(words, p) == name and not _companion(words, p, name) for p in found
        )
        if not own and not any(p.start == name.start and p.stop == name.stop for p in found):
            out.append(_around(words, name))
    return [*out, *(p for phrase in found if (p := _issuer(words, phrase)))]


def _issuer(words: Words, phrase: Phrase) -> Phrase | None:
    """The body that a paper is of: `заявление [министерства транспорта]`."""
    if words.language not in INFLECTED or words.tokens[phrase.head].lemma not in titles(words.language, "documents"):
        return None
    inner = phrase_at(words, phrase.head + 1) if phrase.head + 1 < phrase.stop else None
    bodies = titles(words.language, "bodies") | titles(words.language, "media")
    own = inner and words.tokens[inner.head].case == "Gen" and words.tokens[inner.head].lemma in bodies
    return inner if own else None


def _around(words: Words, name: Named) -> Phrase:
    """The name with the office before it."""
    for start in range(name.start - 1, max(-1, name.start - 10), -1):
        if words.tokens[start].lemma in titles(words.language, "persons"):
            phrase = phrase_at(words, start)
            if phrase and phrase.stop >= name.stop and _person(words, phrase) == name:
                return Phrase(start, name.stop, phrase.head) if _companion(words, phrase, name) else phrase
    return Phrase(name.start, name.stop, name.start)
