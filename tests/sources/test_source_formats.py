"""Feeds, letters, tables, archives and documents from files: what is in them, and what is wrong with them."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from newsroom import PAGE

from verbale.errors import Code
from verbale.model import Problem, Source
from verbale.sources import walk
from verbale.sources.papers import paragraphs

WORDS = "We will be ready"
TOLD = f"“{WORDS},” Ana Reyes said."
HTML = PAGE.format(words=WORDS, title="Talks go on")


def sources(path: Path, **how: int) -> list[Source]:
    found = list(walk(path, received="2031-06-01", **how))  # type: ignore[arg-type]
    assert all(isinstance(one, Source) for one in found), found
    return [one for one in found if isinstance(one, Source)]


def problem(path: Path, **how: int) -> Problem:
    (found,) = walk(path, received="2031-06-01", **how)  # type: ignore[arg-type]
    assert isinstance(found, Problem)
    return found


def packed(path: Path, members: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return path


# ---------------------------------------------------------------- feeds

ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Lima Post</title>
<entry><title>Talks</title><link rel="self" href="https://post.example/self"/><link href="https://post.example/talks"/>
<published>2031-05-08T14:30:00Z</published><author><name>Ivo Lund</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{TOLD}</p></div></content></entry></feed>"""


def test_a_feed_in_a_file_gives_the_words_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "news.atom"
    path.write_text(ATOM, "utf-8")
    (one,) = sources(path)
    assert one.text == f"Talks\n\n{TOLD}"
    known = one.found
    assert (known.url, known.outlet, known.author) == ("https://post.example/talks", "Lima Post", "Ivo Lund")
    assert (known.published, known.language, one.path) == ("2031-05-08T14:30", "en", f"{path}#1")


def test_a_feed_is_known_by_its_looks_and_mended_where_it_is_broken(tmp_path: Path) -> None:
    path = tmp_path / "news"
    path.write_text(f"<rss><channel><item><title>A & B</title><description>{TOLD}</description></item>", "utf-8")
    (one,) = sources(path)
    assert TOLD in one.text


def test_a_feed_that_unfolds_without_end_stays_small(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "aaaaaaaaaa"}">' for n in range(12))
    path = tmp_path / "bomb.xml"
    path.write_text(f"<!DOCTYPE rss [{entities}]><rss><channel><item><title>&a11;</title></item></channel></rss>", "utf-8")
    assert problem(path).code is Code.NO_TEXT


def test_a_feed_never_opens_another_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden words", "utf-8")
    head = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    path = tmp_path / "feed.xml"
    path.write_text(f"{head}<rss><channel><item><description>{TOLD} &x;</description></item></channel></rss>", "utf-8")
    assert "hidden" not in sources(path)[0].text


def test_nesting_without_end_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "deep.xml"
    path.write_text(f"<rss>{'<a>' * 300_000}<item><description>{TOLD}</description></item>", "utf-8")
    assert problem(path).code is Code.NO_TEXT


# ---------------------------------------------------------------- letters and saved pages

LETTER = f"""From: Lima Post <news@post.example>
Subject: =?utf-8?q?Talks_=E2=80=93_go_on?=
Date: Thu, 08 May 2031 14:30:00 +0000
Message-ID: <{{0}}@post.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

{TOLD}
"""


def test_a_letter(tmp_path: Path) -> None:
    path = tmp_path / "news.eml"
    path.write_text(LETTER.format(1), "utf-8")
    (one,) = sources(path)
    assert one.text.strip() == TOLD
    assert (one.found.title, one.found.outlet, one.found.published) == ("Talks – go on", "Lima Post", "2031-05-08T14:30")


def test_a_mailbox_is_letter_by_letter_and_a_long_one_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "news.mbox"
    letters = [LETTER.format(1), LETTER.format(2) + "a" * 5000 + "\n", LETTER.format(3)]
    path.write_text("".join(f"From news@post.example Thu May  8 2031\n{one}\n" for one in letters), "utf-8")
    one, two, three = walk(path, limit=1000, received="2031-06-01")
    assert isinstance(one, Source)
    assert isinstance(two, Problem)
    assert two.code is Code.TOO_LARGE
    assert isinstance(three, Source)
    assert (one.path, three.path) == (f"{path}#1", f"{path}#3")
    assert one.found.id != three.found.id


def test_a_saved_page(tmp_path: Path) -> None:
    path = tmp_path / "page.mhtml"
    head = "From: <Saved by Browser>\nSnapshot-Content-Location: https://post.example/talks\nSubject: Talks go on\n"
    body = f'Content-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html; charset=utf-8\n\n{HTML}\n--x--\n'
    path.write_text(f"{head}MIME-Version: 1.0\n{body}", "utf-8")
    (one,) = sources(path)
    assert WORDS in one.text
    assert (one.found.url, one.found.title) == ("https://post.example/talks", "Talks go on")


def test_parts_in_parts_without_end(tmp_path: Path) -> None:
    path = tmp_path / "deep.eml"
    parts = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(3000))
    path.write_text(f"MIME-Version: 1.0\n{parts}Content-Type: text/plain\n\n{TOLD}\n", "utf-8")
    assert len(list(walk(path))) == 1


# ---------------------------------------------------------------- tables


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_table_is_an_article_a_row(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "news.csv"
    path.write_text(
        f'title{mark}text{mark}date{mark}url\nTalks{mark}"{TOLD}\n\nHe left."{mark}2031-05-08{mark}https://a.example/1\n',
        "utf-8",
    )
    (one,) = sources(path)
    assert one.text == f"{TOLD}\n\nHe left."
    assert (one.found.title, one.found.published, one.found.url) == ("Talks", "2031-05-08", "https://a.example/1")


def test_a_table_without_texts_is_told(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_text("name,age\nAna,40\n", "utf-8")
    assert "no column" in problem(path).words


def test_parquet(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    path = tmp_path / "news.parquet"
    parquet.write_table(pyarrow.table({"text": [TOLD, None], "outlet": ["Lima Post", None]}), path)
    one, two = walk(path)
    assert isinstance(one, Source)
    assert (one.text, one.found.outlet) == (TOLD, "Lima Post")
    assert isinstance(two, Problem)
    path.write_bytes(b"PAR1 broken PAR1")
    assert problem(path).code is Code.UNREADABLE


# ---------------------------------------------------------------- web archives


def record(body: bytes, *, kind: str = "text/html", status: str = "200 OK", head: str = "") -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{head}\r\n".encode() + body
    warc = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2031-05-09T00:00:00Z\r\n"
        "WARC-Target-URI: https://post.example/talks\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return warc.encode() + http + b"\r\n\r\n"


def chunked(body: bytes) -> bytes:
    return f"{len(body):x}\r\n".encode() + body + b"\r\n0\r\n\r\n"


BODIES: dict[str, Callable[[bytes], bytes]] = {
    "": lambda body: body,
    "Transfer-Encoding: chunked\r\n": chunked,
    "Content-Encoding: gzip\r\n": gzip.compress,
}


@pytest.mark.parametrize("head", BODIES)
def test_an_archive_gives_its_pages_and_nothing_else(tmp_path: Path, head: str) -> None:
    pytest.importorskip("warcio")
    path = tmp_path / "news.warc.gz"
    page = BODIES[head](HTML.encode())
    records = [record(b"\x89PNG", kind="image/png"), record(b"no", status="404 Not Found"), record(page, head=head)]
    path.write_bytes(b"".join(gzip.compress(one) for one in records))
    (one,) = sources(path)
    assert WORDS in one.text
    assert one.found.url == "https://post.example/talks"


def test_a_packed_page_that_unfolds_without_end(tmp_path: Path) -> None:
    pytest.importorskip("warcio")
    path = tmp_path / "bomb.warc"
    path.write_bytes(record(gzip.compress(b"<p>word</p>" * 20_000_000), head="Content-Encoding: gzip\r\n"))
    (one,) = walk(path, limit=200_000)
    problems = (one,) if isinstance(one, Problem) else one.problems
    assert Code.TOO_LARGE in {p.code for p in problems}


def test_a_wacz_is_read_where_it_lies(tmp_path: Path) -> None:
    pytest.importorskip("warcio")
    inner = gzip.compress(record(HTML.encode()))
    path = packed(
        tmp_path / "news.wacz", {"datapackage.json": "{}", "archive/../../evil.warc.gz": inner, "archive/data.warc.gz": inner}
    )
    found = sources(path)
    assert [WORDS in one.text for one in found] == [True, True]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["news.wacz"]


def test_damaged_archives_are_told(tmp_path: Path) -> None:
    pytest.importorskip("warcio")
    broken = tmp_path / "news.wacz"
    broken.write_bytes(b"PK no zip")
    assert problem(broken).code is Code.UNREADABLE
    cut = tmp_path / "cut.warc.gz"
    cut.write_bytes(gzip.compress(record(HTML.encode()))[:-40])
    assert [one for one in walk(cut) if isinstance(one, Problem)]


# ---------------------------------------------------------------- documents

WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    f"<w:p><w:r><w:t>{TOLD[:9]}</w:t></w:r><w:r><w:t>{TOLD[9:]}</w:t></w:r></w:p>"
    "<w:p><w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del><w:r><w:t>He left.</w:t></w:r></w:p></w:body></w:document>"
)
CORE = (
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Talks</dc:title>'
    "<dc:creator>Ana Reyes</dc:creator></cp:coreProperties>"
)


def test_a_word_document(tmp_path: Path) -> None:
    path = packed(tmp_path / "release.docx", {"word/document.xml": WORD, "docProps/core.xml": CORE})
    (one,) = sources(path)
    assert one.text == f"{TOLD}\n\nHe left."
    assert (one.found.title, one.found.author) == ("Talks", "Ana Reyes")


def test_a_book_in_its_order(tmp_path: Path) -> None:
    opf = (
        '<package xmlns="o"><metadata><title>Talks</title><language>en</language></metadata>'
        '<manifest><item id="a" href="a.xhtml"/><item id="b" href="b.xhtml"/></manifest>'
        '<spine><itemref idref="b"/><itemref idref="a"/></spine></package>'
    )
    chapter = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>{}</p></body></html>'
    members = {
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="in/book.opf"/></rootfiles></container>',
        "in/book.opf": opf,
        "in/a.xhtml": chapter.format("He left."),
        "in/b.xhtml": chapter.format(TOLD),
    }
    (one,) = sources(packed(tmp_path / "book.epub", members))
    assert one.text == f"{TOLD}\n\nHe left."
    assert (one.found.title, one.found.language) == ("Talks", "en")


def test_a_document_that_unfolds_without_end(tmp_path: Path) -> None:
    body = WORD.replace("He left.", "a" * 50_000_000)
    path = packed(tmp_path / "bomb.docx", {"word/document.xml": body})
    (one,) = walk(path, limit=100_000)
    problems = (one,) if isinstance(one, Problem) else one.problems
    assert isinstance(one, Problem) or len(one.text) <= 100_000
    assert {p.code for p in problems} & {Code.TOO_LARGE, Code.NO_TEXT}


@pytest.mark.parametrize("name", ["a.docx", "a.epub", "a.pdf"])
def test_damaged_documents_are_told(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"PK\x03\x04 nothing")
    assert problem(path).code is Code.UNREADABLE


def test_a_pdf(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    path = tmp_path / "release.pdf"
    path.write_bytes(made_pdf(["We will be ready, Ana Reyes said in Lima on a long Thur-", "sday of talks."]))
    (one,) = sources(path)
    assert one.text == "We will be ready, Ana Reyes said in Lima on a long Thursday of talks."


def made_pdf(rows: list[str]) -> bytes:
    """A page of lines in the smallest PDF that readers take."""
    stream = "BT /F1 12 Tf 50 700 Td " + " ".join(f"({row}) Tj 0 -14 Td" for row in rows) + " ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.4\n")
    places = []
    for n, one in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{n} 0 obj{one}endobj\n".encode())
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.write("".join(f"{p:010} 00000 n \n" for p in places).encode())
    out.write(f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF".encode())
    return out.getvalue()


def test_lines_of_a_page_become_paragraphs() -> None:
    text = (
        "The talks will go on in the city of Lima, the min-\r\nister said. They have taken nine days so\r\n"
        "far.\r\nThe bridge stays open, and so does the road to it."
    )
    assert paragraphs(text) == (
        "The talks will go on in the city of Lima, the minister said. They have taken nine days so far.\n\n"
        "The bridge stays open, and so does the road to it."
    )


def test_a_missing_extra_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    path = tmp_path / "release.pdf"
    path.write_bytes(b"%PDF-1.4")
    assert "verbale[documents]" in problem(path).words
