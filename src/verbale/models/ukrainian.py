"""Ukrainian grammar from the dictionary of pymorphy3, and names by capitals and titles.

No trained tagger for Ukrainian ships under a free licence at a fitting size, so ambiguous forms are settled by their
neighbours: a preposition or an adjective before them, a verb that needs a subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.lang import load
from verbale.model import Token
from verbale.models import Analysed, Document, Grammar, Named
from verbale.models.morphology import Reading, readings

_PREPOSITION_CASES = {
    "Gen": "до від із з для без біля серед після проти щодо коло крім замість задля навколо протягом під внаслідок через".split(),
    "Loc": "в у на при по о об".split(),
    "Acc": "в у на про через за під по".split(),
    "Ins": "з із зі за між над під перед".split(),
    "Dat": "завдяки всупереч згідно".split(),
}


def analyse(documents: Sequence[Document]) -> list[Analysed]:
    """Grammar and names of the sentences, each on its own."""
    return [Analysed([_grammar(s.tokens) for s in d.sentences]) for d in documents]


def _grammar(tokens: tuple[Token, ...]) -> Grammar:
    tagged = _tagged(tokens)
    return Grammar(tagged, tuple(_names(tagged)))


# ---------------------------------------------------------------- grammar


def _tagged(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    out: list[Token] = []
    for n, token in enumerate(tokens):
        following = tokens[n + 1] if n + 1 < len(tokens) else None
        out.append(_token(token, out, following))
    return tuple(out)


def _token(token: Token, before: list[Token], following: Token | None) -> Token:
    word = token.text.replace("’", "'").replace("ʼ", "'")
    if not re.search(r"[^\W\d_]", word):
        return replace(token, lemma=word, pos="NUM" if word[:1].isdigit() else "PUNCT")
    if re.fullmatch(r"[A-Za-z][\w.'&-]*", word):
        return replace(token, lemma=word.lower(), pos="PROPN" if word[:1].isupper() else "X")
    best = max(readings(word.lower(), "uk"), key=lambda r: _weight(r, word, before, following), default=None)
    if best is None:
        return replace(token, lemma=word.lower(), pos="X")
    proper = word[:1].isupper() and (bool(before) or not best.known) and best.pos in {"NOUN", "ADJ", "X"}
    form = best.form if best.pos == "VERB" else ""
    return replace(
        token,
        lemma=best.lemma,
        pos="PROPN" if proper else best.pos,
        case=best.case,
        gender="" if proper and not best.known and best.case == "Nom" else best.gender,  # a guess by the ending
        number=best.number,
        form=form,
    )


def _weight(reading: Reading, word: str, before: list[Token], following: Token | None) -> float:
    """How well a reading fits the words around it."""
    weight = reading.score + (0.2 if reading.known else 0)
    last = before[-1] if before else None
    if last and last.pos == "ADP":
        weight += 2.0 if last.text.lower() in _PREPOSITION_CASES.get(reading.case, ()) else -1.0
    if last and last.pos in {"ADJ", "DET"} and last.case and reading.case == last.case and reading.number == last.number:
        weight += 1.5
    if last and last.pos in {"NOUN", "PROPN"} and reading.case == "Gen":
        weight += 0.5
    weight += _name_weight(reading, word, last)
    if not last or last.pos in {"PUNCT", "CCONJ", "VERB"}:
        weight += 0.4 if reading.case == "Nom" else 0
    if last and last.form == "fin" and reading.case == "Nom":  # what follows a verb in the nominative agrees with it
        weight += 0.3 if (reading.number == "Plur") == (last.number == "Plur") else -0.8
    if reading.pos in {"ADP", "CCONJ"} and len(word) <= 5:
        weight += 1.5
    if reading.pos == "ADJ" and following and following.text[:1].isalpha():
        weight += 0.8 if _is_body(following) else 0.3
    if following and following.text[:1].isupper() and reading.pos == "NOUN" and reading.lemma in _persons():
        weight += 0.4 if reading.case == "Nom" else 0
    return weight


def _name_weight(reading: Reading, word: str, last: Token | None) -> float:
    """How likely a capitalised word is a name, in the case of the name before it."""
    weight, capital = 0.0, word[:1].isupper()
    if reading.name in {"Name", "Surn", "Patr"}:
        weight += 0.6 if capital and reading.number != "Plur" else -1
    follows = capital and last and last.pos == "PROPN" and last.case and not _is_place(last)
    if follows and last and reading.case == last.case and reading.name != "Name":  # a given name begins a name of its own
        weight += 1.0
    return weight


def _is_body(token: Token) -> bool:
    """Whether a word that is not yet tagged can name a body: `Білий | дім`."""
    return any(r.lemma in _bodies() for r in readings(token.text.lower(), "uk"))


def _is_place(token: Token) -> bool:
    return token.lemma in _countries() or any(r.name == "Geox" for r in readings(token.text.lower(), "uk"))


def _persons() -> frozenset[str]:
    return frozenset(load("uk").titles["persons"]["words"])


# ---------------------------------------------------------------- names


def _names(tokens: tuple[Token, ...]) -> Iterator[Named]:
    """Runs of capitalised words, told apart by the dictionary and the office before them."""
    at = 0
    while at < len(tokens):
        stop = _cut(tokens, at, _run(tokens, at))
        if stop > at and (kind := _kind(tokens, at, stop)):
            yield Named(at, stop, kind)
        at = max(stop, at + 1)


def _run(tokens: tuple[Token, ...], start: int) -> int:
    """The end of the capitalised words that begin at `start`."""
    stop = start
    while stop < len(tokens) and _capital(tokens, stop, start):
        stop += 1
    while stop > start and tokens[stop - 1].text == ".":
        stop -= 1
    return stop


def _cut(tokens: tuple[Token, ...], start: int, stop: int) -> int:
    """A run ends before a given name and where the script changes: `Великої Британії | Терези Мей`, `Brexit | Мішель Барньє`."""
    for at in range(start + 1, stop):
        if tokens[at].text.isascii() != tokens[at - 1].text.isascii() and tokens[at].text != "." and tokens[at - 1].text != ".":
            return at
        if tokens[at - 1].text.isupper() and len(tokens[at - 1].text) > 1 and not tokens[at].text.isupper():
            return at
        if _is_given(tokens[at]) and not _is_given(tokens[at - 1]):
            return at
    return stop


def _capital(tokens: tuple[Token, ...], at: int, start: int) -> bool:
    token = tokens[at]
    if token.text == "." and at > start:
        return len(tokens[at - 1].text) == 1
    if not token.text[:1].isupper() or token.pos in {"ADP", "CCONJ", "PRON", "DET", "ADV", "VERB", "PART", "NUM"}:
        return False
    if (
        at > start
        and tokens[at - 1].case
        and token.case
        and token.case != tokens[at - 1].case
        and tokens[at - 1].pos == "PROPN"
    ):
        alike = token.text.isupper() == tokens[at - 1].text.isupper()
        return alike and (_is_given(tokens[at - 1]) or (_is_unknown(token) and _is_unknown(tokens[at - 1])))
    return at > 0 or _is_name_word(token) or token.text.isascii()


def _is_unknown(token: Token) -> bool:
    """Whether the dictionary does not have the word: its case is then a guess by the ending."""
    return token.text.isalpha() and not any(r.known for r in readings(token.text.lower(), "uk"))


def _is_given(token: Token) -> bool:
    return any(r.name == "Name" and r.known for r in readings(token.text.lower(), "uk"))


def _is_name_word(token: Token) -> bool:
    found = readings(token.text.lower().replace("’", "'"), "uk")
    return any(r.name for r in found) or not any(r.known for r in found)


def _kind(tokens: tuple[Token, ...], start: int, stop: int) -> str:
    words = tokens[start:stop]
    names = [{r.name for r in readings(t.text.lower().replace("’", "'"), "uk") if r.known} for t in words]
    if " ".join(t.lemma for t in words) in _countries() or _is_country(words):
        return "LOC"
    if words[0].lemma in _bodies() and (len(words) == 1 or words[-1].lemma in _bodies() | _countries()):
        return "ORG"
    if len(words) > 1 and (any("Name" in n for n in names) or re.fullmatch(r"[А-ЯІЇЄҐ]", words[0].text)):
        return "PER"
    if any("Geox" in n for n in names) and not any("Surn" in n for n in names):
        return "LOC"
    if all(t.text.isascii() or t.text.isupper() for t in words) or any("Abbr" in n or "Orgn" in n for n in names):
        return "ORG"
    behind = tokens[stop] if stop < len(tokens) else None
    if behind and behind.pos == "NOUN" and all(_is_adjective(t, behind) for t in words):
        return ""  # `Білий дім`, `Педіатрична клініка`: a phrase, no name by itself
    if _after_office(tokens, start):
        return "PER"
    if any(n & {"Surn", "Name"} for n in names):
        return "PER"
    return "PER" if len(words) in {2, 3} and not any(r.known for t in words for r in readings(t.text.lower(), "uk")) else ""


def _is_adjective(token: Token, noun: Token) -> bool:
    """Whether the word is an adjective and nothing else, or could be one before a body's noun."""
    found = [r for r in readings(token.text.lower(), "uk") if r.known]
    plain = [r for r in found if r.pos == "ADJ" and not r.name]
    return bool(plain) and (len(plain) == len(found) or noun.lemma in _bodies())


def _is_country(words: tuple[Token, ...]) -> bool:
    """`Великої Британії`: an adjective before a country's own name."""
    return words[-1].lemma in _countries() and all(
        t.lemma in {"великий", "північний", "південний", "сполучений"} for t in words[:-1]
    )


def _after_office(tokens: tuple[Token, ...], start: int) -> bool:
    """An office within the noun phrase before the name."""
    for at in range(start - 1, max(-1, start - 9), -1):
        if tokens[at].pos in {"VERB", "PUNCT", "CCONJ"}:
            return False
        if tokens[at].lemma in _persons():
            return True
    return False


def _bodies() -> frozenset[str]:
    return frozenset(load("uk").titles["bodies"]["words"])


def _countries() -> frozenset[str]:
    return frozenset(load("uk").titles["countries"]["words"])
