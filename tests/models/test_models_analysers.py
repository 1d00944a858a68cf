"""What the models of each language say of plain sentences, and what all of them keep to."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odd import CHARACTERS, texts
from stages import article, cleaned

from verbale.lang import languages
from verbale.model import Sentence, Token
from verbale.models import Analysed, Document, analyser
from verbale.models.langid import AMONG, detect
from verbale.models.russian import LIMIT
from verbale.split import split
from verbale.text import Span


def analysed(line: str, language: str) -> Analysed:
    made = article(line, language=language)
    return analyser(language)([Document(made.text, split(made).sentences)])[0]


def tokens(line: str, language: str) -> dict[str, Token]:
    return {t.text: t for t in analysed(line, language).grammars[0].tokens}


def names(line: str, language: str) -> list[tuple[str, str]]:
    grammar = analysed(line, language).grammars[0]
    return [(" ".join(t.text for t in grammar.tokens[n.start : n.stop]), n.type) for n in grammar.names]


@pytest.mark.parametrize(
    ("language", "line", "word", "lemma", "pos", "form"),
    [
        ("en", "The ministers said that talks would go on.", "said", "say", "VERB", "fin"),
        ("en", "The ministers said that talks would go on.", "ministers", "minister", "NOUN", ""),
        ("en", "She wants to say more.", "say", "say", "VERB", "inf"),
        ("ru", "Министры заявили, что переговоры продолжатся.", "заявили", "заявить", "VERB", "fin"),
        ("ru", "Министры заявили, что переговоры продолжатся.", "Министры", "министр", "NOUN", ""),
        ("ru", "Он ушел, добавив несколько слов.", "добавив", "добавить", "VERB", "conv"),
        ("ru", "Я считаю, что мост цел.", "считаю", "считать", "VERB", "first"),
        ("uk", "Міністри заявили, що перемовини триватимуть.", "заявили", "заявити", "VERB", "fin"),
        ("uk", "Міністри заявили, що перемовини триватимуть.", "Міністри", "міністр", "NOUN", ""),
        ("uk", "Він пішов, додавши кілька слів.", "додавши", "додати", "VERB", "conv"),
        ("uk", "Прем’єр сказав це.", "Прем’єр", "прем'єр", "NOUN", ""),
    ],
)
def test_grammar(language: str, line: str, word: str, lemma: str, pos: str, form: str) -> None:
    token = tokens(line, language)[word]
    assert (token.lemma, token.pos, token.form) == (lemma, pos, form)


@pytest.mark.parametrize(
    ("language", "line", "word", "case"),
    [
        ("ru", "Министр ответил послу.", "послу", "Dat"),
        ("ru", "По словам министра, мост цел.", "министра", "Gen"),
        ("uk", "Він сидів у кабінеті міністра.", "кабінеті", "Loc"),
        ("uk", "Він сидів у кабінеті міністра.", "міністра", "Gen"),
        ("uk", "Посол приїхав із міністром.", "міністром", "Ins"),
    ],
)
def test_cases(language: str, line: str, word: str, case: str) -> None:
    assert tokens(line, language)[word].case == case


@pytest.mark.parametrize(
    ("language", "line", "name"),
    [
        ("en", "Transport Minister Marek Tonev said so.", ("Marek Tonev", "PER")),
        ("ru", "Министр транспорта Марек Тонев сказал это.", ("Марек Тонев", "PER")),
        ("uk", "Міністр транспорту Марек Тонев сказав це.", ("Марек Тонев", "PER")),
        ("uk", "Міністр приїхав до Києва.", ("Києва", "LOC")),
        ("uk", "Агентство Reuters це повідомило.", ("Reuters", "ORG")),
    ],
)
def test_names(language: str, line: str, name: tuple[str, str]) -> None:
    assert name in names(line, language)


def test_only_english_has_a_tagger() -> None:
    assert analysed("“We are ready,” Tonev said.", "en").attributions
    assert analysed("«Мы готовы», – сказал Тонев.", "ru").attributions == ()


def test_a_language_without_models() -> None:
    with pytest.raises(KeyError):
        analyser("pl")


@pytest.mark.parametrize("language", languages())
def test_no_articles_and_empty_ones(language: str) -> None:
    assert analyser(language)([]) == []
    assert analyser(language)([Document("", ())]) == [Analysed([])]


def test_a_run_on_sentence_keeps_all_its_words() -> None:
    words = tuple(Token(Span(2 * n, 2 * n + 1), "и") for n in range(LIMIT + 50))
    (analysed_,) = analyser("ru")([Document("и " * (LIMIT + 50), [Sentence(Span(0, 2 * LIMIT + 99), 0, words)])])
    assert [t.span for t in analysed_.grammars[0].tokens] == [t.span for t in words]
    assert analysed_.grammars[0].tokens[-1].pos == ""


@settings(max_examples=40)
@given(st.data(), st.sampled_from(languages()))
def test_grammar_never_moves_a_word(data: st.DataObject, language: str) -> None:
    made = cleaned(data.draw(texts(language)), language)
    parts = split(made)
    (one,) = analyser(language)([Document(made.text, parts.sentences)])
    for sentence, grammar in zip(parts.sentences, one.grammars, strict=True):
        assert [(t.span, t.text) for t in grammar.tokens] == [(t.span, t.text) for t in sentence.tokens]
        assert all(-1 <= t.head < len(grammar.tokens) for t in grammar.tokens)
        at = 0
        for name in grammar.names:
            assert at <= name.start < name.stop <= len(grammar.tokens)
            assert name.type in {"PER", "ORG", "LOC"}
            at = name.stop


@settings(max_examples=100)
@given(st.text(CHARACTERS, max_size=60) | texts("uk"))
def test_any_text_has_a_language_or_none(text: str) -> None:
    language, probability = detect(text)
    assert language in {*AMONG, ""}
    assert 0 <= probability <= 1.000001
    assert not language or any(c.isalnum() for c in text)
