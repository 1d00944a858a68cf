"""What a noun phrase says: whom it names, with which office, of which kind."""

from __future__ import annotations

import pytest
from stages import article, labelled, mentions

from verbale.model import Kind


@pytest.mark.parametrize(
    ("language", "sentence", "words", "name", "role"),
    [
        ("en", "Transport Minister Marek Tonev left.", "Transport Minister Marek Tonev", "Marek Tonev", "Transport Minister"),
        (
            "en",
            "They met Foreign Minister Freja Ostholm.",
            "Foreign Minister Freja Ostholm",
            "Freja Ostholm",
            "Foreign Minister",
        ),
        ("ru", "Министр транспорта Марек Тонев уехал.", "Министр транспорта Марек Тонев", "Марек Тонев", "Министр транспорта"),
        (
            "ru",
            "Они встретили министра транспорта Марека Тонева.",
            "министра транспорта Марека Тонева",
            "Марек Тонев",
            "министр транспорта",
        ),
        (
            "ru",
            "Речь прочла представитель МИД Юлиана Торвен.",
            "представитель МИД Юлиана Торвен",
            "Юлиана Торвен",
            "представитель МИД",
        ),
        ("uk", "Міністр транспорту Марек Тонев поїхав.", "Міністр транспорту Марек Тонев", "Марек Тонев", "Міністр транспорту"),
    ],
)
def test_a_person_with_an_office(language: str, sentence: str, words: str, name: str, role: str) -> None:
    mention = mentions(sentence, language)[words]
    assert (mention.kind, mention.name, mention.role) == (Kind.PERSON, name, role)


@pytest.mark.parametrize(
    ("language", "sentence", "words", "kind", "name"),
    [
        ("en", "The ministry was silent.", "The ministry", Kind.ORGANISATION, "ministry"),
        ("en", "The statement was short.", "The statement", Kind.DOCUMENT, "statement"),
        ("en", "Residents were angry.", "Residents", Kind.UNNAMED, "Residents"),
        ("ru", "Министерство обороны молчит.", "Министерство обороны", Kind.ORGANISATION, "Министерство обороны"),
        ("ru", "Он прочел доклад комиссии.", "доклад комиссии", Kind.DOCUMENT, "доклад комиссии"),
        ("ru", "Эксперты молчат.", "Эксперты", Kind.UNNAMED, "Эксперты"),
        ("ru", "Компания «Луч» молчит.", "Компания «Луч»", Kind.ORGANISATION, "Компания «Луч»"),
        (
            "ru",
            "Союз континентальных государств (СКГ) молчит.",
            "Союз континентальных государств (СКГ)",
            Kind.ORGANISATION,
            "Союз континентальных государств (СКГ)",
        ),
        ("uk", "Міністерство оборони мовчить.", "Міністерство оборони", Kind.ORGANISATION, "Міністерство оборони"),
        ("uk", "Джерело в уряді мовчить.", "Джерело в уряді", Kind.UNNAMED, "Джерело в уряді"),
        ("uk", "Польща мовчить.", "Польща", Kind.COUNTRY, "Польща"),
    ],
)
def test_who_is_no_person(language: str, sentence: str, words: str, kind: Kind, name: str) -> None:
    mention = mentions(sentence, language)[words]
    assert (mention.kind, mention.name, mention.role) == (kind, name, "")


@pytest.mark.parametrize(
    ("language", "sentence", "words", "role"),
    [
        ("en", "The foreign minister left.", "The foreign minister", "foreign minister"),
        ("ru", "Глава МИД уехал.", "Глава МИД", "Глава МИД"),
        ("ru", "Они встретили главу правительства.", "главу правительства", "глава правительства"),
        ("uk", "Речниця МЗС поїхала.", "Речниця МЗС", "Речниця МЗС"),
    ],
)
def test_an_office_without_a_name(language: str, sentence: str, words: str, role: str) -> None:
    mention = mentions(sentence, language)[words]
    assert (mention.kind, mention.name, mention.role) == (Kind.PERSON, "", role)


@pytest.mark.parametrize(
    ("language", "sentence", "words", "gender", "number"),
    [
        ("en", "She left.", "She", "Fem", "Sing"),
        ("en", "They left.", "They", "", "Plur"),
        ("ru", "Он уехал.", "Он", "Masc", "Sing"),
        ("ru", "Она уехала.", "Она", "Fem", "Sing"),
        ("ru", "Они уехали.", "Они", "", "Plur"),
        ("uk", "Вона поїхала.", "Вона", "Fem", "Sing"),
    ],
)
def test_pronouns(language: str, sentence: str, words: str, gender: str, number: str) -> None:
    mention = mentions(sentence, language)[words]
    assert (mention.pronoun, mention.name, mention.gender, mention.number) == (True, "", gender, number)


def test_two_persons_in_one_phrase() -> None:
    mention = mentions("Марек Тонев и Ирена Вальдова уехали.", "ru")["Марек Тонев и Ирена Вальдова"]
    assert (mention.kind, mention.name, mention.number) == (Kind.PERSON, "Марек Тонев и Ирена Вальдова", "Plur")


def test_names_inside_complements_are_mentioned_too() -> None:
    found = mentions("Заявление министра Марека Тонева прочли.", "ru")
    assert found["министра Марека Тонева"].name == "Марек Тонев"


def test_phrases_keep_to_their_sentence() -> None:
    made = article("Министр транспорта Марек Тонев. Ирена Вальдова уехала.", language="ru")
    found = [{m.span.of(made.text) for m in s.mentions if m.kind is Kind.PERSON} for s in labelled(made)]
    assert found == [{"Министр транспорта Марек Тонев"}, {"Ирена Вальдова"}]


@pytest.mark.xfail(reason="a source that the tagger proposes is mentioned beside the phrase that it is")
@pytest.mark.parametrize("sentence", ["A reporter asked whether the bridge was safe.", "Tonev said that Valdova had left."])
def test_nobody_is_mentioned_twice_in_one_place(sentence: str) -> None:
    (only,) = labelled(article(sentence))
    spans = [m.span for m in only.mentions]
    assert len(set(spans)) == len(spans)
