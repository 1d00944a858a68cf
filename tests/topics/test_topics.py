"""Topics: the shipped ones read their own examples, and a user's file is refused in one line where it is faulty."""

from __future__ import annotations

import pytest

from verbale.topics import Topic, Topics, TopicsError, read_topics, shipped

MINE = """
[bridges]
names = { en = "bridges", ru = "мосты" }
examples = ["The bridge was closed."]
[bridges.words]
en = ["bridge", "river crossing*"]
ru = ["мост"]
"""


def language(sentence: str) -> str:
    return "en" if sentence.isascii() else "uk" if set(sentence) & set("іїєґ'") else "ru"


@pytest.mark.parametrize("topic", shipped(), ids=lambda t: t.id)
def test_the_examples_of_a_topic_are_about_it(topic: Topic) -> None:
    assert topic.examples
    everything = Topics(shipped())
    for example in topic.examples:
        assert topic.id in [about.topic for about in everything.about(example, language(example))]


@pytest.mark.parametrize("topic", shipped(), ids=lambda t: t.id)
def test_each_shipped_topic_has_names_and_words_in_all_languages(topic: Topic) -> None:
    assert {code for code, _ in topic.names} == {code for code, words in topic.words if words} == {"en", "ru", "uk"}


def test_the_topic_with_more_words_comes_first() -> None:
    found = Topics(shipped()).about("The sanctions and the embargo will stay until the talks begin.", "en")
    assert [about.topic for about in found] == ["sanctions", "talks"]
    assert "“sanctions” and “embargo”" in found[0].why


def test_what_is_about_nothing_has_no_topic() -> None:
    assert Topics(shipped()).about("The bread was fresh.", "en") == ()
    assert Topics(shipped()).about("Das Brot war frisch.", "de") == ()


def test_a_topic_goes_by_its_names() -> None:
    (topic,) = read_topics(MINE)
    assert topic.is_called("Bridges")
    assert topic.is_called("мосты")
    assert not topic.is_called("bridge")
    assert topic.name("ru") == "мосты"
    assert topic.name("uk") == "bridges"


def test_another_word_makes_another_version() -> None:
    mine = read_topics(MINE)
    assert Topics(mine).version == Topics(read_topics(MINE)).version
    assert Topics(mine).version != Topics(read_topics(MINE.replace("crossing*", "ford"))).version
    assert Topics(mine).version == Topics(read_topics(MINE.replace("was closed", "is open"))).version


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[a", "no TOML"),
        ("", "no topic stands in it"),
        ("talks = 1", "is no topic"),
        ("['Big Talks'.words]\nen = ['talk']", "no id of a topic"),
        ("[a]\nnames = { en = 'a' }", "has no words"),
        ("[a]\nwords = ['talk']", "must stand by language"),
        ("[a.words]\nen = 'talk'", "is no list"),
        ("[a.words]\nen = [1]", "is no text"),
        ("[a.words]\nen = ['... talk']", "does not begin with a word"),
        ("[a.words]\nen = ['ta*']", "begins too many words"),
    ],
)
def test_a_faulty_file_is_told_in_one_line(text: str, told: str) -> None:
    with pytest.raises(TopicsError, match=told) as raised:
        read_topics(text)
    assert "\n" not in str(raised.value)
