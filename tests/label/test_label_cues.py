"""Cues of plain sentences: which words report speech, who their grammar says has spoken, and to whom."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odd import texts
from stages import article, cleaned, cues, labelled

from verbale.lang import languages
from verbale.model import Cue, Kind, Mention


def words(sentence: str, language: str, cue: Cue) -> str:
    tokens = labelled(article(sentence, language=language))[0].sentence.tokens
    return " ".join(t.text for t in tokens[cue.start : cue.stop])


def first(sentence: str, language: str, cue: str) -> Cue:
    return next(c for c in cues(sentence, language) if words(sentence, language, c) == cue)


def subject(sentence: str, language: str, cue: str) -> str:
    spoken = first(sentence, language, cue).subject
    return spoken.span.of(sentence) if spoken else ""


@pytest.mark.parametrize(
    ("language", "sentence", "cue", "speaker"),
    [
        (
            "en",
            "Transport Minister Marek Tonev told reporters that the bridge was safe.",
            "told",
            "Transport Minister Marek Tonev",
        ),
        ("en", "“We wait,” said a spokeswoman for the union.", "said", "a spokeswoman for the union"),
        ("en", "Velgar, who came to Belzora, said that he would wait.", "said", "Velgar"),
        ("en", "A source in the government said the plan was ready.", "said", "A source in the government"),
        ("en", "According to the CTA, the bridge is safe.", "According to", "the CTA"),
        ("en", "She announced that the bridge was safe.", "announced", "She"),
        ("ru", "Министр транспорта Марек Тонев сообщил о мосте.", "сообщил", "Министр транспорта Марек Тонев"),
        ("ru", "На мосту вчера заявил министр Марек Тонев, что ждет.", "заявил", "министр Марек Тонев"),
        (
            "ru",
            "Президент Карвении Антон Вельгар, который прибыл в Бельзору, заявил, что ждет.",
            "заявил",
            "Президент Карвении Антон Вельгар",
        ),
        ("ru", "В заявлении говорится, что мост закрыт.", "говорится", "заявлении"),
        ("ru", "В докладе совета сказано, что мост цел.", "сказано", "докладе совета"),
        ("ru", "Источник в правительстве рассказал о плане.", "рассказал", "Источник в правительстве"),
        ("ru", "Один из дипломатов рассказал о встрече.", "рассказал", "Один из дипломатов"),
        ("ru", "Тонев и Вальдова заявили, что ждут.", "заявили", "Тонев и Вальдова"),
        ("ru", "Как пишет газета «Узел», мост цел.", "пишет", "газета «Узел»"),
        ("ru", "Посол уверен, что мост цел.", "уверен", "Посол"),
        ("ru", "Тонев, отвечая послу, добавил, что ждет.", "добавил", "Тонев"),
        ("ru", "По словам министра Терзена, мост цел.", "По словам", "министра Терзена"),
        ("ru", "«Мост цел», – заявили в министерстве.", "заявили", "министерстве"),
        ("ru", "В МИД заявили, что ответят.", "заявили", "МИД"),
        ("uk", "Міністр транспорту Марек Тонев повідомив про міст.", "повідомив", "Міністр транспорту Марек Тонев"),
        (
            "uk",
            "Президент Карвенії Антон Вельгар, який прибув до Бельзори, заявив, що чекає.",
            "заявив",
            "Президент Карвенії Антон Вельгар",
        ),
        ("uk", "У заяві йдеться, що міст закрито.", "йдеться", "заяві"),
        ("uk", "За словами міністра, міст цілий.", "За словами", "міністра"),
        ("uk", "«Міст цілий», – заявили в міністерстві.", "заявили", "міністерстві"),
        ("uk", "У МЗС заявили, що відповідять.", "заявили", "МЗС"),
    ],
)
def test_who_speaks(language: str, sentence: str, cue: str, speaker: str) -> None:
    assert subject(sentence, language, cue) == speaker


@pytest.mark.parametrize(
    ("language", "sentence", "cue"),
    [
        ("ru", "Сообщается, что мост закрыт.", "Сообщается"),
        ("ru", "Хочу сказать, что мост цел.", "сказать"),
        ("ru", "Торвен ушла, сказав, что мост цел.", "сказав"),
        ("ru", "Мост починили, сообщили утром.", "сообщили"),
        ("uk", "Повідомляється, що міст закрито.", "Повідомляється"),
        ("en", "She wants to say that the bridge is safe.", "say"),
    ],
)
def test_nobody_speaks(language: str, sentence: str, cue: str) -> None:
    assert subject(sentence, language, cue) == ""


@pytest.mark.parametrize(
    ("language", "sentence", "cue", "negated"),
    [
        ("en", "He did not say that the bridge was safe.", "say", True),
        ("en", "He later said that the bridge was safe.", "said", False),
        ("ru", "Он не сказал, когда вернется.", "сказал", True),
        ("ru", "Он сказал, что не вернется.", "сказал", False),
        ("uk", "Вона не сказала, коли повернеться.", "сказала", True),
    ],
)
def test_what_was_not_said(language: str, sentence: str, cue: str, negated: bool) -> None:
    assert first(sentence, language, cue).negated is negated


@pytest.mark.parametrize(
    ("language", "sentence", "cue", "form"),
    [
        ("ru", "Министр заявил, что ждет.", "заявил", "fin"),
        ("ru", "Хочу сказать, что мост цел.", "сказать", "inf"),
        ("ru", "Торвен ушла, сказав, что мост цел.", "сказав", "conv"),
        ("ru", "В докладе сказано, что мост цел.", "сказано", "passive"),
        ("ru", "Посол уверен, что мост цел.", "уверен", "predicate"),
        ("ru", "Обещание, что поезда пойдут, забыто.", "Обещание", "noun"),
        ("ru", "По словам посла, мост цел.", "По словам", "according"),
        ("ru", "По его словам, мост цел.", "По его словам", "according"),
        ("uk", "У звіті зазначено, що міст цілий.", "зазначено", "passive"),
        ("uk", "За її словами, міст цілий.", "За її словами", "according"),
        ("en", "His claim that the bridge is safe is false.", "claim", "noun"),
    ],
)
def test_forms_of_cues(language: str, sentence: str, cue: str, form: str) -> None:
    assert first(sentence, language, cue).form == form


@pytest.mark.parametrize(
    ("language", "sentence", "cue", "addressee"),
    [
        ("ru", "Министр сообщил журналистам о мосте.", "сообщил", "журналистам"),
        ("ru", "Она ответила послу, что ждет.", "ответила", "послу"),
        ("ru", "Источник сообщил агентству ЦТА о плане.", "сообщил", "агентству ЦТА"),
        ("ru", "Министр сообщил о мосте.", "сообщил", None),
        ("uk", "Міністр повідомив журналістам про міст.", "повідомив", "журналістам"),
    ],
)
def test_to_whom(language: str, sentence: str, cue: str, addressee: str | None) -> None:
    to = first(sentence, language, cue).addressee
    assert (to.of(sentence) if to else None) == addressee


@pytest.mark.parametrize(
    ("language", "sentence", "cue", "gender", "number"),
    [
        ("ru", "По его словам, мост цел.", "По его словам", "Masc", "Sing"),
        ("ru", "По их словам, мост цел.", "По их словам", "", "Plur"),
        ("uk", "За її словами, міст цілий.", "За її словами", "Fem", "Sing"),
        ("ru", "Она сказала, что ждет.", "сказала", "Fem", "Sing"),
        ("en", "He said that he would wait.", "said", "Masc", "Sing"),
    ],
)
def test_pronouns_as_speakers(language: str, sentence: str, cue: str, gender: str, number: str) -> None:
    spoken = first(sentence, language, cue).subject
    assert isinstance(spoken, Mention)
    assert spoken.pronoun
    assert (spoken.kind, spoken.gender, spoken.number, spoken.name) == (Kind.PERSON, gender, number, "")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The bridge is old and the river is wide."),
        ("ru", "Мост стар, а река широка."),
        ("uk", "Міст старий, а річка широка."),
        ("ru", "!"),
    ],
)
def test_sentences_without_cues(language: str, sentence: str) -> None:
    assert cues(sentence, language) == ()


@settings(max_examples=40)
@given(st.data(), st.sampled_from(languages()))
def test_cues_and_mentions_lie_in_their_sentence(data: st.DataObject, language: str) -> None:
    made = cleaned(data.draw(texts(language)), language)
    for sentence in labelled(made):
        assert list(sentence.cues) == sorted(sentence.cues, key=lambda c: (c.start, c.stop))
        for cue in sentence.cues:
            assert 0 <= cue.start < cue.stop <= len(sentence.sentence.tokens)
            assert cue.frames
            spans = [s for s in (cue.subject and cue.subject.span, cue.addressee) if s]
            assert all(sentence.sentence.span.holds(s) and s.size() for s in spans)
        for mention in sentence.mentions:
            assert sentence.sentence.span.holds(mention.span)
            assert mention.span.size()
