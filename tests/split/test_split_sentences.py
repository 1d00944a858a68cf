"""Sentences and their tokens: every word of what is read, once and in order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odd import texts
from stages import article, cleaned

from verbale.lang import languages
from verbale.model import Role
from verbale.split import READ, split
from verbale.text import INVISIBLE, one_script


def sentences(*lines: str, language: str = "en", roles: tuple[Role, ...] = ()) -> list[str]:
    made = article(*lines, language=language, roles=roles)
    return [s.span.of(made.text) for s in split(made).sentences]


def tokens(line: str, language: str = "en") -> list[str]:
    return [t.text for s in split(article(line, language=language)).sentences for t in s.tokens]


@pytest.mark.parametrize(
    ("language", "line", "count"),
    [
        ("en", "The bridge is shut. Nobody crosses it! Why?", 3),
        ("en", "Mr. Hartov met the U.S. envoy at 5 p.m. on Monday.", 1),
        ("ru", "Мост закрыт. Никто не едет! Почему?", 3),
        ("ru", "Он родился в 1970 г. в Бельзоре.", 1),
        ("ru", "А. В. Хартов приехал в Варнеск.", 1),
        ("uk", "Міст закрито. Ніхто не їде! Чому?", 3),
        ("uk", "Він народився 1970 р. у Бельзорі.", 1),
        ("en", "no mark at the end of it", 1),
        ("ru", "МОСТ ЗАКРЫТ. НИКТО НЕ ЕДЕТ.", 2),
        ("en", "...", 1),
    ],
)
def test_how_many_sentences(language: str, line: str, count: int) -> None:
    assert len(sentences(line, language=language)) == count


@pytest.mark.parametrize(
    "line",
    [
        "“We agree. It is done,” she said.",
        "She said: “We agree. It is done. Let us go.”",
        "«Мы согласны! Дело сделано», – сказала она.",
        "«Мы согласны?» – спросила она.",
        "„Ми згодні. Справу зроблено“, – сказала вона.",
    ],
)
def test_a_sentence_never_ends_inside_a_quotation(line: str) -> None:
    assert sentences(line, language="ru" if "ы" in line else "en") == [line]


def test_the_speaker_behind_a_quotation_belongs_to_it() -> None:
    line = "“Who is ready?” asked Tonev. “We are!” he was told."
    assert sentences(line) == ["“Who is ready?” asked Tonev.", "“We are!” he was told."]


def test_a_sentence_never_runs_over_the_end_of_a_block() -> None:
    assert sentences("The bridge is", "shut") == ["The bridge is", "shut"]


def test_only_blocks_with_something_said_are_read() -> None:
    lines = [str(role) for role in Role]
    assert set(sentences(*lines, roles=tuple(Role))) == {str(role) for role in READ}


def test_sentences_know_their_block() -> None:
    made = article("One. Two.", "Photo: bridge", "Three.", roles=(Role.BODY, Role.CAPTION, Role.BODY))
    assert [s.block for s in split(made).sentences] == [0, 0, 2]


@pytest.mark.parametrize(
    ("language", "line", "words"),
    [
        ("uk", "П'ять об’єктів премʼєра", ["П'ять", "об’єктів", "премʼєра"]),
        ("en", "don't", ["don't"]),
        ("en", "won’t D’Arcy", ["won’t", "D’Arcy"]),
        ("en", "Hartov's chair", ["Hartov", "'s", "chair"]),
        ("en", "the U.S. envoy", ["the", "U.S.", "envoy"]),
        ("en", "Ilva TV-1", ["Ilva", "TV-1"]),
        ("ru", "пресс-секретарь, 3,5 млн", ["пресс-секретарь", ",", "3,5", "млн"]),
        ("ru", "«Да»,–сказал он.", ["«", "Да", "»", ",", "–", "сказал", "он", "."]),
        ("ru", "по\u00adезд на\u00a0мост", ["поезд", "на", "мост"]),
        ("ru", "и\u0306од", ["и\u0306од"]),
    ],
)
def test_tokens(language: str, line: str, words: list[str]) -> None:
    assert tokens(line, language) == words


def test_a_token_points_at_its_letters() -> None:
    made = article("Вель\u00adгар\u00a0сказал", language="ru")
    one, two = split(made).sentences[0].tokens
    assert (one.text, one.span.of(made.text)) == ("Вельгар", "Вель\u00adгар")
    assert two.span.of(made.text) == "сказал"


def seen(text: str) -> str:
    """The letters and marks of a text, without what takes no room."""
    return "".join(c for c in text if not c.isspace() and c not in INVISIBLE)


@settings(max_examples=150)
@given(st.data(), st.sampled_from(languages()))
def test_every_character_of_what_is_read_is_in_one_sentence(data: st.DataObject, language: str) -> None:
    made = cleaned(data.draw(texts(language)), language)
    parts = split(made)
    at = 0
    for sentence in parts.sentences:
        block = made.blocks[sentence.block]
        assert block.role in READ
        assert block.span.holds(sentence.span)
        assert sentence.span.start >= at
        at = sentence.span.stop
    for n, block in enumerate(made.blocks):
        words = "".join(s.span.of(made.text) for s in parts.sentences if s.block == n)
        assert seen(words) == (seen(block.span.of(made.text)) if block.role in READ else "")


@settings(max_examples=150)
@given(st.data(), st.sampled_from(languages()))
def test_tokens_stand_in_their_sentence_in_order(data: st.DataObject, language: str) -> None:
    made = cleaned(data.draw(texts(language)), language)
    for sentence in split(made).sentences:
        at = sentence.span.start
        for token in sentence.tokens:
            assert at <= token.span.start < token.span.stop <= sentence.span.stop
            assert one_script(seen(token.span.of(made.text))) == seen(token.text)
            at = token.span.stop
        assert seen("".join(t.span.of(made.text) for t in sentence.tokens)) == seen(sentence.span.of(made.text))


def test_a_dash_without_spaces_is_a_token_of_its_own() -> None:
    assert tokens("the talks—held in Lima–failed") == ["the", "talks", "—", "held", "in", "Lima", "–", "failed"]
    assert tokens("from 3–5 May, well-known") == ["from", "3–5", "May", ",", "well-known"]


def test_an_initial_within_a_name_is_one_word() -> None:
    words = tokens("Ivo J. Lund chose plan B. The gate was open.")
    assert "J." in words
    assert "B" in words
