"""A brief is made of rows: every line has its note, and every note leads to words that stand in the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from verbale import store
from verbale.brief import Asked, Brief, compose, html, markdown
from verbale.errors import UnknownError
from verbale.flow import read
from verbale.store import Record

ARTICLES = (
    ("2031-05-08", "Norland’s Foreign Minister Ana Reyes said on Wednesday that Norland was ready for talks."),
    ("2031-05-09", "President Daniel Hartov may meet President Irena Valdova in Varnesk *soon* <b>."),
    ("2031-05-09", "At least 40 people were killed in Varnesk on Monday, the police said."),
    ("2031-05-09", "The ministry reported that 52 people were killed in Varnesk on Monday."),
)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with store.open(tmp_path_factory.mktemp("brief") / "talks.db") as record:
        record.add(
            read(text, published=published, language="en", outlet="<Orbit> & *co*", url=f"https://orbit.example/{n}")
            for n, (published, text) in enumerate(ARTICLES)
        )
        record.join()
        yield record


@pytest.fixture(scope="module")
def brief(record: Record) -> Brief:
    return compose(record, Asked("talks", since="2031"))


def test_every_note_leads_to_the_words(record: Record, brief: Brief) -> None:
    lines = [line for section in brief.sections for line in section.lines]
    assert lines
    for line in lines:
        assert line.notes
        for note in line.notes:
            article = record.article(note.article)
            assert 0 <= note.span.start < note.span.stop <= len(article.text)
        if len(line.quoted) == 1 and len(line.notes) == 1 and "…" not in line.quoted[0]:
            note = line.notes[0]
            assert " ".join(note.span.of(record.article(note.article).text).split()) == line.quoted[0]


def test_a_position_names_who_said_its_words(tmp_path: Path) -> None:
    with store.open(tmp_path / "two.db") as record:
        said = (
            "French Foreign Minister Ana Reyes said on Thursday that France was ready for talks.",
            "French President Petr Yorkin said on Thursday that France was ready for talks, too.",
            "French Defence Minister Olga Lind said on Thursday that the talks began at noon.",
        )
        record.add(read(text, published="2031-05-09", language="en") for text in said)
        record.join()
        (line,) = compose(record, Asked("talks")).sections[0].lines
    assert "as Ana Reyes said (Petr Yorkin too)" in line.told or "as Petr Yorkin said (Ana Reyes too)" in line.told
    assert "Lind" not in line.told


def test_events_figures_and_disagreements_are_told(brief: Brief) -> None:
    sections = {section.title: section.lines for section in brief.sections}
    assert any("meeting" in line.told and "possible" in line.told for line in sections["Events"])
    assert [line.told.split(": ")[1].split(" killed")[0] for line in sections["Figures"]] == ["40", "52"]
    assert ["40" in line.told and "52" in line.told for line in sections["Disagreements"]] == [True]


def test_markdown_has_a_footnote_for_every_mark_and_no_foreign_markup(brief: Brief) -> None:
    page = markdown(brief)
    body, notes = page.split("\n[^1]:", 1)
    marks = set(re.findall(r"\[\^(\d+)\]", body))
    assert marks == set(re.findall(r"\[\^(\d+)\]:", "[^1]:" + notes))
    assert "<b>" not in page
    assert r"\<Orbit\> \& \*co\*" in page


def test_html_is_escaped_and_stands_alone(brief: Brief) -> None:
    page = html(brief)
    tags: list[str] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: tags.append(tag)  # type: ignore[method-assign]
    parser.feed(page)
    assert not {"script", "img", "link", "iframe", "orbit", "b"} & set(tags)
    assert "&lt;Orbit&gt;" in page
    assert set(re.findall(r'href="#n(\d+)"', page)) == set(re.findall(r'id="n(\d+)"', page))


def test_one_actor_is_asked_for(record: Record) -> None:
    found = compose(record, Asked("talks", ("Hartov",)))
    events = next(section for section in found.sections if section.title == "Events")
    assert len(events.lines) == 1
    with pytest.raises(UnknownError, match="is no topic"):
        compose(record, Asked("weather"))
    with pytest.raises(UnknownError, match="nobody here is called"):
        compose(record, Asked("talks", ("Nobody At All",)))


def test_nothing_is_said_plainly(tmp_path: Path) -> None:
    with store.open(tmp_path / "empty.db") as record:
        record.join()
        page = markdown(compose(record, Asked("talks")))
    assert "No event was told." in page
    assert "Nobody contradicted another." in page
