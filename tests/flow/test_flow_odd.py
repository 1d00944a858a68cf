"""Any text is read or told of, never a reason to stop; every span of every statement holds its words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odd import CHARACTERS, texts

from examples import NAMES, gold, readings, source
from verbale.errors import Code
from verbale.flow import read
from verbale.lang import languages
from verbale.model import Part, Reading, Statement


def parts(statement: Statement) -> Iterator[Part]:
    """All parts of a statement that point at words."""
    yield statement.content
    venue = statement.venue.words if statement.venue else None
    for part in (
        statement.cue,
        statement.source,
        statement.addressee,
        venue,
        statement.said.words,
        *(c.words for c in statement.conditions),
    ):
        if part:
            yield part


def holds(reading: Reading) -> None:
    """What is true of every reading."""
    text, ids = reading.article.text, [s.id for s in reading.statements]
    assert len(set(ids)) == len(ids)
    for statement in reading.statements:
        for part in parts(statement):
            assert part.words == tuple(span.of(text) for span in part.spans)
            assert all(0 <= span.start <= span.stop <= len(text) for span in part.spans)
        assert list(statement.content.spans) == sorted(statement.content.spans)
        assert statement.inside is None or (statement.inside in ids and statement.inside != statement.id)
        assert statement.rule
        assert 0 <= statement.score <= 1
    starts = [s.content.spans[0].start for s in reading.statements]
    assert starts == sorted(starts)
    assert all(0 <= m.span.start < m.span.stop <= len(text) for m in reading.mentions)
    for problem in reading.problems:
        assert problem.span is None or problem.span.of(text).startswith(problem.words)


@pytest.mark.parametrize("name", NAMES)
def test_examples_point_at_their_words(name: str) -> None:
    reading = readings()[name]
    assert reading.article.text == source(name).text
    assert reading.article.language == gold()[name]["language"]
    assert reading.statements
    holds(reading)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_said_in_the_furniture_of_the_examples(name: str) -> None:
    contents = [s.content.text for s in readings()[name].statements]
    assert [line for line in gold()[name]["boilerplate"] if any(line in content for content in contents)] == []


@settings(max_examples=60)
@given(st.data(), st.sampled_from(languages()))
def test_any_article_is_read(data: st.DataObject, language: str) -> None:
    reading = read(data.draw(texts(language)), language=language, published="2022-01-13", outlet="ЦТА")
    assert Code.FAILED not in [p.code for p in reading.problems]
    holds(reading)


@settings(max_examples=60)
@given(st.text(CHARACTERS, max_size=80), st.sampled_from(languages()))
def test_any_text_is_read(text: str, language: str) -> None:
    reading = read(text, language=language)
    assert Code.FAILED not in [p.code for p in reading.problems]
    holds(reading)


@given(st.text(max_size=40))
def test_no_text_stops_a_reader(text: str) -> None:
    reading = read(text)
    assert reading.article.text == text
    assert reading.problems or reading.article.blocks


@pytest.mark.xfail(reason="the tokenizers cannot take half of a character, which broken JSON may hold")
@pytest.mark.parametrize("language", languages())
def test_half_a_character_is_read_over(language: str) -> None:
    reading = read("“We wait,” said \ud800 the minister.", language=language)
    assert Code.FAILED not in [p.code for p in reading.problems]


ODD = {
    "no marks at all": ("ru", "министр марек тонев сообщил что мост закрыт и поезда не пойдут"),
    "capitals": ("en", "FOREIGN MINISTER DANIEL HARTOV SAID THAT THE BRIDGE WAS SHUT."),
    "capitals in Cyrillic": ("ru", "МИНИСТР ДАНИЭЛЬ ХАРТОВ ЗАЯВИЛ, ЧТО МОСТ ЗАКРЫТ."),
    "Latin letters for Cyrillic ones": ("ru", "Ministr Daniel Hartov zayavil, chto most zakryt."),
    "a Latin letter in a name": ("ru", "Министр Даниэль Xартов заявил, что мост закрыт."),
    "a Latin letter in a verb": ("ru", "Министр Даниэль Хартов зaявил, что мост закрыт."),
    "marks only": ("uk", "«»“”„\"'‘’ – — … ?!"),
    "a lone mark": ("en", "”"),
    "bidirectional marks": ("en", "\u202e“We wait,” \u2067said Daniel Hartov.\u2069\u202c"),
    "combining marks": ("ru", "Минис\u0301тр Марек То\u0301нев сказа\u0301л, что мост закры\u0301т."),
    "one word": ("uk", "Сказав."),
    "nothing but cues": ("ru", "сказал сказал сказал, что сказал, что сказал"),
    "open brackets": ("en", "((((“We wait,” (said ((Hartov."),
    "zero bytes": ("en", "\0“We wait,”\0 said Hartov\0."),
}


@pytest.mark.parametrize(("language", "text"), ODD.values(), ids=ODD)
def test_odd_text_is_read(language: str, text: str) -> None:
    reading = read(text, language=language)
    assert [p.code for p in reading.problems if p.code is not Code.STRAY_MARK] == []
    holds(reading)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Министр Даниэль Хартов заявил, что мост закрыт."),
        ("ru", "Министр Артём Семёнов заявил, что всё ещё ждёт."),
        ("uk", "Міністр Даніель Гартов заявив, що міст зачинено."),
        ("en", "Foreign Minister Daniel Hartov said that the bridge was shut."),
    ],
)
@pytest.mark.parametrize(
    ("find", "put"), [(" ", "\u00a0"), ("та", "т\u00ada"), ("о", "о\u00ad"), ("and", "a\u200bnd"), (" ", " \u200b")]
)
def test_what_takes_no_room_changes_no_reading(language: str, text: str, find: str, put: str) -> None:
    """Soft hyphens, zero-width and no-break spaces stand in the spans but change nothing of what is read."""
    plain, odd = read(text, language=language), read(text.replace(find, put), language=language)
    holds(odd)
    if "a" not in put:
        assert [clean(s.content.text) for s in odd.statements] == [s.content.text for s in plain.statements]
        assert [s.speaker and s.speaker.name for s in odd.statements] == [
            s.speaker and s.speaker.name for s in plain.statements
        ]
        assert [s.rule for s in odd.statements] == [s.rule for s in plain.statements]


def clean(words: str) -> str:
    return words.replace("\u00ad", "").replace("\u200b", "").replace("\u00a0", " ")


def test_yo_is_read_like_ye() -> None:
    text = "Министр Артём Семёнов заявил, что ещё ждёт."
    for one in (text, text.replace("ё", "е")):
        (statement,) = read(one, language="ru").statements
        assert statement.speaker is not None
        assert statement.speaker.name == one[8:21]
        assert str(statement.cue) == "заявил"


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("ru", "Тонев сказал, что » мост цел.", Code.STRAY_MARK),
        ("en", "The bridge is shut for good, and nobody “knows why.\nThe trains stand.", Code.STRAY_MARK),
    ],
)
def test_what_cannot_be_read_is_told(language: str, text: str, code: Code) -> None:
    assert [p.code for p in read(text, language=language).problems] == [code]
