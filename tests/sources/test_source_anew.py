"""Articles made again of their bytes: as they were read, or better."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from newsroom import PAGE
from test_source_formats import packed

from verbale.errors import Code
from verbale.model import Given, Origin, Problem, Raw, Source
from verbale.sources import walk
from verbale.sources.anew import anew

TOLD = "“We will be ready,” Ana Reyes said."
HTML = PAGE.format(words="We will be ready", title="Talks go on")
DOCX = f"<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>{TOLD}</w:t></w:r></w:p></w:body></w:document>"


def source(path: Path, **given: str) -> Source:
    (found,) = walk(path, received="2031-06-01", raws=True, given=Given(**given))
    assert isinstance(found, Source)
    return found


@pytest.fixture(params=["page.html", "plain.txt", "one.json", "some.jsonl", "letter.eml", "release.docx"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / str(request.param)
    if path.suffix == ".docx":
        return packed(path, {"word/document.xml": DOCX})
    row = json.dumps({"text": TOLD, "title": "Talks", "outlet": "Lima Post", "published": "2031-05-09"})
    letter = f"Subject: Talks\nDate: Fri, 9 May 2031 10:00:00 +0000\nContent-Type: text/html\n\n{HTML}"
    told = {".html": HTML, ".txt": TOLD, ".json": row, ".jsonl": row, ".eml": letter}
    path.write_text(told[path.suffix], "utf-8")
    return path


def test_the_same_bytes_give_the_same_article(path: Path) -> None:
    first = source(path, outlet="Orbit")
    again = anew(Origin(first.raw, first.given), replace(first, text="worse", article="a_7", raw=None))
    assert again == replace(first, article="a_7", found=again.found)
    assert {name for name in Given.__slots__ if getattr(again.found, name) != getattr(first.found, name)} <= {"language", "id"}


def test_without_bytes_it_stays_as_it_was() -> None:
    before = Source(TOLD, article="a_7")
    assert anew(Origin(), before) is before


def test_what_was_given_and_what_a_container_told_still_counts(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(HTML, "utf-8")
    found = source(page, title="As we say")
    before = replace(found, found=found.found.over(Given(url="https://post.example/1")), article="a_7", raw=None)
    again = anew(Origin(found.raw, replace(found.given, id="own-7")), before)
    assert isinstance(again, Source)
    assert (again.given.title, again.given.id, again.found.url) == ("As we say", "own-7", "https://post.example/1")


@pytest.mark.parametrize(
    "raw", [Raw("html", b""), Raw("json", b"{"), Raw("pdf", b"%PDF-"), Raw("docx", b"PK"), Raw("tape", b"x")]
)
def test_bytes_that_hold_no_article_are_a_problem(raw: Raw) -> None:
    found = anew(Origin(raw), Source(TOLD, "a.x", article="a_7"))
    assert isinstance(found, Problem)
    assert found.path == "a.x"


def test_problems_of_what_was_told_beside_stay() -> None:
    doubt = Problem(Code.METADATA, "sources", "published: 'soon'", path="a.txt")
    again = anew(Origin(Raw("plain", TOLD.encode())), Source(TOLD, "a.txt", problems=(doubt,), article="a_7"))
    assert isinstance(again, Source)
    assert again.problems == (doubt,)
