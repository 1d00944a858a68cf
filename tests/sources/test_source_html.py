"""Pages of HTML."""

import logging

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.errors import Code
from verbale.model import Given, Problem, Source
from verbale.sources import html as module
from verbale.sources.html import html

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><title>Veldoria ready for talks | The Lantern</title>
<meta property="og:site_name" content="The Lantern">
<meta property="og:title" content="Veldoria ready for talks, minister says | The Lantern">
<meta property="article:modified_time" content="2021-03-04T11:00:00+02:00">
<meta property="article:published_time" content="2021-03-04T09:15:00+02:00">
<meta name="author" content="Mira Stone"><link rel="canonical" href="https://lantern.example/news/123">
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Veldoria ready for talks, minister says</h1>
<p>LIMA, March 4. “We will
   be ready,” Foreign Minister Ana Reyes said<br>in Lima on <b>Thursday</b>.</p>
<blockquote><p>We have waited for two years.</p><p>We shall not wait for a third.</p>
<footer>— Tom Vale, envoy</footer></blockquote>
<figure><blockquote>Bare words.</blockquote><figcaption>A passer-by</figcaption></figure>
<ul><li>First point of the plan</li></ul>
<table><tr><td>Votes</td><td>12</td></tr></table>
<p>“No,” he said.</p></article>
<div id="comments"><p>Reader: I do not believe this at all, said my neighbour.</p></div>
<footer><p>© 2021 The Lantern. All rights reserved.</p></footer></body></html>"""
RUSSIAN = "«Мы готовы», — сказала министр Анна Рейес."


def read(page: str | bytes, **options: object) -> Source:
    source = html(page if isinstance(page, bytes) else page.encode(), **options)
    assert isinstance(source, Source)
    return source


def paragraphs(page: str) -> list[str]:
    return read(page).text.split("\n\n")


def test_the_article_without_its_page() -> None:
    assert paragraphs(PAGE) == [
        "Veldoria ready for talks, minister says",
        "LIMA, March 4. “We will be ready,” Foreign Minister Ana Reyes said",
        "in Lima on Thursday.",
        "We have waited for two years.",
        "We shall not wait for a third.",
        "— Tom Vale, envoy",
        "Bare words.",
        "A passer-by",
        "First point of the plan",
        "Votes",
        "12",
        "“No,” he said.",
    ]


def test_what_the_page_says_of_itself() -> None:
    source = read(PAGE, path="a.html", given=Given(outlet="Other"), received="2031-05-09")
    assert source.given == Given(outlet="Other")
    assert source.found == Given(
        "https://lantern.example/news/123",
        "The Lantern",
        "2021-03-04T09:15",
        "Veldoria ready for talks, minister says",
        "Mira Stone",
        "en",
    )
    assert (source.path, source.received, source.problems) == ("a.html", "2031-05-09", ())


def test_the_minute_from_linked_data() -> None:
    page = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2021-03-04T09:15:00Z"}</script>'
    assert read(f"<html><head>{page}</head><body><p>{RUSSIAN}</p></body></html>").found.published == "2021-03-04T09:15"


def test_a_day_without_a_minute() -> None:
    page = f'<html><head><meta name="date" content="2021-03-04"></head><body><p>{RUSSIAN}</p></body></html>'
    assert read(page).found.published == "2021-03-04"


def test_a_date_in_the_text_is_not_taken_for_that_of_the_page() -> None:
    assert (
        read("<html><body><p>The treaty was signed on 4 March 2021, said Tom Vale.</p></body></html>").found.published is None
    )


def test_a_date_in_the_future_is_told() -> None:
    source = read(PAGE.replace("2021-03-04", "2099-03-04"), received="2031-05-09")
    assert source.found.published is None
    assert [p.code for p in source.problems] == [Code.FUTURE_DATE]


def test_a_date_in_the_future_gives_way_to_the_next_that_the_page_states() -> None:
    page = (
        '<html><head><meta property="article:published_time" content="2099-03-04T09:15:00+02:00"></head>'
        f'<body><time datetime="2021-03-04T09:15">4 March</time><p>{RUSSIAN}</p></body></html>'
    )
    source = html(page.encode(), received="2021-03-05")
    assert isinstance(source, Source)
    assert source.found.published == "2021-03-04T09:15"
    assert [p.code for p in source.problems] == [Code.FUTURE_DATE]


@pytest.mark.parametrize(
    ("head", "language"),
    [
        ('<html lang="ru-RU"><head>', "ru"),
        ('<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="uk"><head>', "uk"),
        ('<html><head><meta http-equiv="Content-Language" content="pl">', "pl"),
        ('<html><head><meta property="og:locale" content="de_DE">', "de"),
        ("<html><head>", None),
    ],
)
def test_the_language_of_a_page(head: str, language: str | None) -> None:
    assert read(f"{head}<title>T</title></head><body><p>{RUSSIAN}</p></body></html>").found.language == language


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        ('<html><head><meta charset="windows-1251">', "cp1251"),
        ('<html><head><META http-equiv=Content-Type content="text/html; charset=ISO-8859-5">', "iso8859_5"),
        ('<?xml version="1.0" encoding="x-mac-cyrillic"?><html><head>', "mac_cyrillic"),
        ("<html><head>", "cp1251"),
        ("<html><head>", "utf-16"),
        ('<html><head><meta charset="utf-8">', "utf-8-sig"),
    ],
)
def test_the_encoding_of_a_page(declaration: str, encoding: str) -> None:
    text = "Мы готовы к переговорам, сказала министр Анна Рейес."
    page = f"{declaration}<title>Вельдория</title></head><body><p>{text}</p></body></html>"
    assert read(page.encode(encoding)).text == f"Вельдория\n\n{text}"


def test_a_page_that_lies_about_its_encoding() -> None:
    source = read(f'<html><head><meta charset="windows-1251"></head><body><p>{RUSSIAN}</p></body></html>')
    assert source.text == RUSSIAN
    assert [p.words for p in source.problems] == ["declared cp1251, read as utf-8"]


def test_short_articles_and_fragments_are_not_lost() -> None:
    assert paragraphs("<p>“We agree,” said the envoy.</p>") == ["“We agree,” said the envoy."]
    page = "<html><head><title>T</title></head><body><div><h1>Minister resigns</h1><p>She left\n at noon.</p></div></body>"
    assert paragraphs(page) == ["Minister resigns", "She left at noon."]


def test_an_article_in_the_tables_of_an_old_site() -> None:
    page = "<html><body><table><tr><td>LIMA, March 4. “We agree,” said Tom Vale.<br><br>He left.</td></tr></table></body>"
    assert paragraphs(page) == ["LIMA, March 4. “We agree,” said Tom Vale.", "He left."]


@pytest.mark.parametrize("end", range(PAGE.index("<br>") + 40, len(PAGE), 37))
def test_a_page_cut_off_anywhere_is_read_so_far(end: int) -> None:
    text = read(PAGE[:end]).text
    assert "“We will be ready,” Foreign Minister Ana Reyes said" in text


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><p <b>Broken “x</i> said Tom Vale.<table><td>",
        "<html><body><p>Broken “x said Tom Vale.</html></p></body>",
        "</p></div>Broken “x said Tom Vale.<![CDATA[",
    ],
)
def test_broken_html(page: str) -> None:
    assert "Broken “x" in read(page).text


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("", Code.EMPTY),
        (" \n", Code.EMPTY),
        ("<html><body></body></html>", Code.NO_TEXT),
        ("<html><head><title>T</title></head><body><nav><a href='/'>Home</a></nav></body></html>", Code.NO_TEXT),
        ("<!-- nothing -->", Code.NO_TEXT),
        ("\x89PNG\0\0\0\0", Code.BINARY),
        ("<div>" * 5000 + "<p>Too deep.</p>", Code.NO_TEXT),
    ],
)
def test_pages_without_an_article(page: str, code: Code) -> None:
    problem = html(page.encode("latin-1"), path="a.html")
    assert isinstance(problem, Problem)
    assert (problem.code, problem.path) == (code, "a.html")


def test_of_a_giant_page_the_beginning_is_read() -> None:
    paragraph = "<p>“We agree,” said Tom Vale.</p>"
    source = read(paragraph * 100, limit=8 * len(paragraph.encode()))
    assert source.text.split("\n\n") == ["“We agree,” said Tom Vale."] * 8
    assert [p.words for p in source.problems] == ["longer than 296 bytes"]


def test_of_too_many_elements_the_first_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_ELEMENTS", 5)
    source = read("<html><body><p>One is here.</p><p>Two is here.</p><p>Three is here.</p><p>Four.</p></body></html>")
    assert source.text.split("\n\n") == ["One is here.", "Two is here.", "Three is here."]
    assert [p.words for p in source.problems] == ["longer than 5 elements"]


def test_a_fault_in_the_extractor_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "bare_extraction", lambda *_, **__: 1 / 0)
    assert html(PAGE.encode()) == Problem(Code.FAILED, "sources", "ZeroDivisionError: division by zero")


def test_the_libraries_keep_quiet(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    html(b"<html><body></body></html>")
    assert capfd.readouterr() == ("", "")


PIECES = [
    "<p>", "</p>", "<div ", "<table><td>", "<!--", "-->", "&#0;", "&lt", "“Да”", "\0", "<", ">", "<script>",
    '<meta charset="', "<article>", " class=x", "\ud800", "said she. ",
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES)))
def test_any_page_is_a_source_or_a_problem(pieces: list[str]) -> None:
    found = html("".join(pieces).encode("utf-8", "surrogatepass"))
    assert not (isinstance(found, Problem) and found.code is Code.FAILED), found
