"""Lemmas, readings and nominatives from the dictionaries."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odd import CHARACTERS

from verbale.models.morphology import CASES, lemma, nominative, readings

WORDS = st.text("абвгеёийлнорсткґіїє'’-ABxyz0. ", max_size=12) | st.text(CHARACTERS, max_size=6)


@pytest.mark.parametrize(
    ("word", "known", "base"),
    [
        ("сказала", {"pos": "VERB"}, "сказать"),
        ("заявил", {"pos": "VERB"}, "заявить"),
        ("министрами", {"pos": "NOUN", "case": "Ins"}, "министр"),
        ("стали", {"pos": "VERB"}, "стать"),
        ("стали", {"pos": "NOUN", "case": "Gen", "gender": "Fem"}, "сталь"),
        ("уверен", {"pos": "ADJ"}, "уверенный"),
        ("источники", {"pos": "NOUN", "number": "Plur"}, "источник"),
        ("ПОСЛЫ", {"pos": "NOUN", "case": "Nom"}, "посол"),
        ("xyz", {}, "xyz"),
        ("", {}, ""),
    ],
)
def test_a_russian_lemma(word: str, known: dict[str, str], base: str) -> None:
    assert lemma(word, "ru", **known) == base


@pytest.mark.parametrize(
    ("word", "base", "pos", "form"),
    [
        ("сказав", "сказати", "VERB", "fin"),
        ("сказати", "сказати", "VERB", "inf"),
        ("кажу", "казати", "VERB", "first"),
        ("зазначивши", "зазначити", "VERB", "conv"),
        ("попереджаючи", "попереджати", "VERB", "conv"),
        ("посміхнувшись", "посміхнутися", "VERB", "conv"),
        ("зазначено", "зазначити", "VERB", "part"),
        ("прем'єра", "прем'єр", "NOUN", ""),
        ("її", "вона", "PRON", ""),
    ],
)
def test_a_ukrainian_reading(word: str, base: str, pos: str, form: str) -> None:
    assert (base, pos, form) in {(r.lemma, r.pos, r.form) for r in readings(word, "uk")}


@pytest.mark.parametrize(("word", "kind"), [("ірена", "Name"), ("ковальчук", "Surn"), ("петрович", "Patr")])
def test_a_reading_tells_names(word: str, kind: str) -> None:
    assert kind in {r.name for r in readings(word, "uk")}


@pytest.mark.parametrize(
    ("language", "word", "case", "gender", "kind", "base"),
    [
        ("ru", "Хартова", "Gen", "Masc", "Surn", "Хартов"),
        ("ru", "Хартовым", "Ins", "Masc", "Surn", "Хартов"),
        ("ru", "Вальдовой", "Gen", "Fem", "Surn", "Вальдова"),
        ("ru", "Вальдову", "Acc", "Fem", "Surn", "Вальдова"),
        ("ru", "Ирены", "Gen", "Fem", "Name", "Ирена"),
        ("ru", "Даниэля", "Gen", "Masc", "Name", "Даниэль"),
        ("ru", "Луки", "Gen", "Masc", "Name", "Лука"),
        ("ru", "Сальдане", "Gen", "Masc", "Surn", "Сальдане"),
        ("ru", "Салтыкова-Щедрина", "Gen", "Masc", "Surn", "Салтыков-Щедрин"),
        ("ru", "пресс-секретаря", "Gen", "Masc", "NOUN", "пресс-секретарь"),
        ("ru", "Министра", "Gen", "Masc", "NOUN", "Министр"),
        ("uk", "Вальдової", "Gen", "Fem", "Surn", "Вальдова"),
        ("uk", "Ковальчука", "Gen", "Masc", "Surn", "Ковальчук"),
        ("uk", "Шевченком", "Ins", "Masc", "Surn", "Шевченко"),
        ("uk", "Ірени", "Gen", "Fem", "Name", "Ірена"),
        ("uk", "міністра", "Gen", "Masc", "NOUN", "міністр"),
    ],
)
def test_a_nominative(language: str, word: str, case: str, gender: str, kind: str, base: str) -> None:
    assert nominative(word, language, case, gender, kind) == base


@pytest.mark.parametrize(
    ("word", "case"), [("Хартова", "Nom"), ("Хартова", ""), ("МИД", "Gen"), ("Smith", "Gen"), ("", "Gen"), ("5", "Gen")]
)
def test_what_stands_as_it_is(word: str, case: str) -> None:
    assert nominative(word, "ru", case, "Masc", "Surn") == word


@settings(max_examples=200)
@given(
    WORDS, st.sampled_from(["ru", "uk"]), st.sampled_from([*CASES.values(), ""]), st.sampled_from(["Masc", "Fem", "Neut", ""])
)
def test_any_word_has_its_forms(word: str, language: str, case: str, gender: str) -> None:
    assert isinstance(lemma(word, language, case=case, gender=gender), str)
    base = nominative(word, language, case, gender, "Surn")
    assert base[:1].isupper() == word[:1].isupper() or not base[:1].isalpha()
    for reading in readings(word, language):
        assert reading.lemma == reading.lemma.lower()
        assert 0 <= reading.score <= 1


@pytest.mark.xfail(raises=ValueError, reason="pymorphy3 asks Unicode for the name of every letter, and some have none")
def test_a_letter_without_a_name() -> None:
    assert readings("\U00017000", "uk")
