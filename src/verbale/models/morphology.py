"""Lemmas, cases and genders of Russian and Ukrainian words, from the dictionaries of pymorphy3."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import zip_longest
from typing import Any, NamedTuple

import pymorphy3

CASES = {
    "nomn": "Nom",
    "gent": "Gen",
    "gen2": "Gen",
    "datv": "Dat",
    "accs": "Acc",
    "ablt": "Ins",
    "loct": "Loc",
    "loc2": "Loc",
    "voct": "Voc",
}
GENDERS = {"masc": "Masc", "femn": "Fem", "neut": "Neut"}
NUMBERS = {"sing": "Sing", "plur": "Plur"}
POS = {
    "NOUN": "NOUN",
    "ADJF": "ADJ",
    "ADJS": "ADJ",
    "COMP": "ADJ",
    "VERB": "VERB",
    "INFN": "VERB",
    "PRTF": "VERB",
    "PRTS": "VERB",
    "GRND": "VERB",
    "NUMR": "NUM",
    "ADVB": "ADV",
    "NPRO": "PRON",
    "PRED": "ADV",
    "PREP": "ADP",
    "CONJ": "CCONJ",
    "PRCL": "PART",
    "INTJ": "INTJ",
}
FORMS = {"VERB": "fin", "INFN": "inf", "GRND": "conv", "PRTF": "part", "PRTS": "part"}
_BACK = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}


class Reading(NamedTuple):
    """One way to read a word form, in the terms of Universal Dependencies."""

    lemma: str
    pos: str
    case: str
    gender: str
    number: str
    form: str
    name: str
    """`Name`, `Surn`, `Patr`, `Geox`, `Orgn`, `Abbr` or empty."""
    known: bool
    score: float


@cache
def _analyser(language: str) -> Any:
    return pymorphy3.MorphAnalyzer(lang=language)


@lru_cache(maxsize=100_000)
def readings(word: str, language: str) -> tuple[Reading, ...]:
    """All readings of a word form that the dictionary (or its guess by the ending) gives, the likeliest first."""
    return tuple(_reading(p) for p in _analyser(language).parse(word))


def known(word: str, language: str) -> bool:
    """Whether the dictionary has a word form; much quicker than reading one that it has not."""
    return bool(_analyser(language).word_is_known(word))


def _reading(parse: Any) -> Reading:
    tag, grammemes = parse.tag, parse.tag.grammemes
    pos = "DET" if "Apro" in grammemes else POS.get(str(tag.POS), "X")
    name = next((g for g in ("Name", "Surn", "Patr", "Geox", "Orgn", "Abbr") if g in grammemes), "")
    case = "" if "Fixd" in grammemes and pos == "NOUN" else CASES.get(str(tag.case), "")
    if pos == "NOUN" and not case and not grammemes & {"Fixd", "plur"} and tag.gender:
        case = "Nom"  # the Ukrainian dictionary leaves the case out where other forms are spelt the same: `директор`
    number = NUMBERS.get(str(tag.number), "Sing" if case or "Fixd" in grammemes else "")
    form = _form(str(tag.POS), grammemes)
    return Reading(
        _infinitive(parse.normal_form) if form == "conv" else parse.normal_form, pos, case, GENDERS.get(str(tag.gender), ""),
        number, form, name, bool(parse.is_known), float(parse.score),
    )  # fmt: skip


def _form(pos: str, grammemes: frozenset[str]) -> str:
    """Form of a verb. The Ukrainian dictionary writes infinitives and impersonal forms (`зазначено`) as verbs."""
    if "infn" in grammemes:
        return "inf"
    if grammemes & {"1per", "2per"}:
        return "first"
    return "part" if "Impe" in grammemes else FORMS.get(pos, "")


def _infinitive(gerund: str) -> str:
    """The infinitive of a Ukrainian gerund, which its dictionary lists by itself: `зазначивши`, `попереджаючи`."""
    for ending, verb in (("вшись", "тися"), ("вши", "ти"), ("ючись", "тися"), ("ючи", "ти")):
        if gerund.endswith(ending):
            return gerund.removesuffix(ending) + verb
    return gerund


@lru_cache(maxsize=20_000)
def animate(noun: str, language: str) -> bool:
    """Whether the dictionary knows a noun, given in its dictionary form, as one for living beings: `комик`, `ветеринар`."""
    best = next((p for p in _analyser(language).parse(noun) if str(p.tag.POS) == "NOUN"), None)
    return best is not None and bool(best.is_known) and "anim" in best.tag.grammemes and not _NAMES & best.tag.grammemes


def inanimate(noun: str, language: str) -> bool:
    """Whether the dictionary knows a noun, given in its dictionary form, for nothing but things: `интервью`, `суббота`."""
    nouns = [p for p in _analyser(language).parse(noun) if str(p.tag.POS) == "NOUN" and p.is_known]
    return bool(nouns) and all("inan" in p.tag.grammemes for p in nouns)


_NAMES = frozenset({"Name", "Surn", "Patr"})


def lemma(word: str, language: str, *, pos: str = "", gender: str = "", case: str = "", number: str = "") -> str:
    """The dictionary form that agrees best with what is known of the word; its own small letters where nothing does."""
    best = max(readings(word, language), key=lambda r: _fit(r, pos, gender, case, number), default=None)
    return best.lemma if best else word.lower()


def _fit(reading: Reading, pos: str, gender: str, case: str, number: str) -> float:
    same = (
        pos == reading.pos or (pos in {"PROPN", "NOUN"} and reading.pos == "NOUN") or (pos == "AUX" and reading.pos == "VERB")
    )
    agree = sum(bool(a) and a == b for a, b in ((gender, reading.gender), (case, reading.case), (number, reading.number)))
    return 3 * same + agree + reading.score / 2


@lru_cache(maxsize=50_000)
def nominative(word: str, language: str, case: str, gender: str, kind: str = "", *, plural: bool = False) -> str:
    """A name's form in the nominative, with the capitals of `word`.

    `case` and `gender` say how the word stands in its sentence; `kind` (`Name`, `Surn`) prefers such readings. Words
    that the dictionary cannot inflect come back as they are.
    """
    if case in {"", "Nom"} or word.isupper() or not any("а" <= c <= "ї" for c in word.lower()):
        return word
    number = "plur" if plural else "sing"
    parses = [p for p in _analyser(language).parse(word) if CASES.get(str(p.tag.case), "") == case]
    parses = [p for p in parses if ("plur" in p.tag.grammemes) == plural]
    parses = [p for p in parses if plural or not gender or GENDERS.get(str(p.tag.gender), "") in {gender, ""}] or parses
    if not parses:
        return word
    wanted = {kind} if kind else {"Name", "Surn", "Patr"}
    best = max(parses, key=lambda p: (any(g in p.tag.grammemes for g in wanted), p.is_known, p.tag.POS == "NOUN", p.score))
    form = best.inflect({"nomn", number})
    return _capitals(form.word if form else word if plural else best.normal_form, word)


def _capitals(word: str, model: str) -> str:
    if "-" in model and word.count("-") == model.count("-"):
        return "-".join(_capitals(w, m) for w, m in zip(word.split("-"), model.split("-"), strict=True))
    return "".join(c.upper() if m.isupper() else c for c, m in zip_longest(word, model[: len(word)], fillvalue=""))
