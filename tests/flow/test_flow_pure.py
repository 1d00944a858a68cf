"""Reading is pure: one article gives one reading, alone or among others, and a fault costs only the article it is in."""

from __future__ import annotations

from dataclasses import replace

import pytest

import verbale
from examples import NAMES, readings, source
from verbale import flow
from verbale.errors import Code
from verbale.flow import BATCH, read, read_many
from verbale.model import Article, Given, Problem, Reading, Source, Split

TEXT = "“We will be ready,” Foreign Minister Daniel Hartov said in Sarnholm on Thursday."


def test_a_text_is_an_article() -> None:
    reading = read(TEXT, published="2031-05-09", outlet="Orbit", url="https://o.example/1")
    assert reading.article.text == TEXT
    assert (reading.article.language, reading.article.outlet) == ("en", "Orbit")
    assert reading.problems == ()
    assert [str(s.speaker) for s in reading.statements] == ["Daniel Hartov"]


def test_unknown_knowledge_is_refused() -> None:
    with pytest.raises(TypeError):
        read(TEXT, weather="fine")


def test_reading_twice_gives_the_same() -> None:
    assert read(TEXT) == read(TEXT)


def test_alone_or_among_others() -> None:
    assert [r.article.path for r in readings().values()] == NAMES
    for name in NAMES[-1::-3]:
        assert read(source(name)) == readings()[name]


@pytest.mark.parametrize("batch", [1, 2, 5])
def test_the_size_of_a_batch_changes_nothing(batch: int) -> None:
    sources = [Source(f"{TEXT} {n}", given=Given(language=("en", "uk", "ru")[n % 3])) for n in range(7)]
    assert list(read_many(sources, batch=batch)) == list(read_many(sources))


def test_no_article_no_reading() -> None:
    assert list(read_many([])) == []


def test_articles_are_taken_by_the_batch() -> None:
    taken: list[int] = []

    def slowly() -> object:
        for n in range(2 * BATCH):
            taken.append(n)
            yield Source(TEXT, str(n))

    next(read_many(slowly()))
    assert len(taken) == BATCH


def test_what_was_doubtful_on_the_way_is_kept_in_order() -> None:
    before = Problem(Code.CHARSET, "sources", "koi8-r")
    text = "A title\n" + "word " * 5000 + "\nThe bridge » is shut, Foreign Minister Daniel Hartov said."
    reading = read(Source(text, "a.txt", given=Given(language="en"), problems=(before,)))
    assert [p.code for p in reading.problems] == [Code.CHARSET, Code.LONG_LINE, Code.STRAY_MARK]


# ---------------------------------------------------------------- faults


def breaks_on(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the stage `split` fail for articles that hold a word."""
    whole = flow.split

    def broken(article: Article) -> Split:
        if word in article.text:
            raise ZeroDivisionError(word)
        return whole(article)

    monkeypatch.setattr(flow, "split", broken)


def test_a_fault_costs_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    sources = [Source(TEXT.replace("ready", word), f"{word}.txt") for word in ("ready", "poison", "steady", "calm")]
    sound = list(read_many(sources))
    breaks_on("poison", monkeypatch)
    before = Problem(Code.CHARSET, "sources")
    sources[1] = replace(sources[1], problems=(before,))
    done = list(read_many(sources))
    assert [done[0], *done[2:]] == [sound[0], *sound[2:]]
    failed = done[1]
    assert failed.problems == (before, Problem(Code.FAILED, "flow", "ZeroDivisionError: poison", None, "poison.txt"))
    assert (failed.statements, failed.article.blocks) == ((), ())
    assert (failed.article.id, failed.article.text) == (sound[1].article.id, sources[1].text)


def test_a_fault_in_a_single_article(monkeypatch: pytest.MonkeyPatch) -> None:
    breaks_on("ready", monkeypatch)
    reading = verbale.read(TEXT)
    assert isinstance(reading, Reading)
    assert [p.code for p in reading.problems] == [Code.FAILED]


def test_a_wish_to_stop_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(_: Article) -> Split:
        raise KeyboardInterrupt

    monkeypatch.setattr(flow, "split", stopped)
    with pytest.raises(KeyboardInterrupt):
        verbale.read(TEXT)


# ---------------------------------------------------------------- languages without rules


@pytest.mark.parametrize("text", ["Premier powiedział, że most jest zamknięty do wiosny.", "12 34", ""])
def test_a_language_without_rules_is_told_and_is_no_fault(text: str) -> None:
    reading = read(Source(text, "a.txt"))
    assert reading.statements == ()
    assert Code.NO_RULES in [p.code for p in reading.problems]
    assert Code.FAILED not in [p.code for p in reading.problems]


@pytest.mark.parametrize("text", ["Premier powiedział, że most jest zamknięty do wiosny.", "12 34", ""])
def test_an_article_without_rules_costs_no_other(text: str) -> None:
    first, _, last = read_many([Source(TEXT), Source(text), Source(TEXT)])
    assert first == last == read(TEXT)
