"""What is fuzzed: functions of bytes that return for any, and what they begin with."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace

from newsroom import PAGE

from verbale.errors import Code
from verbale.flow import read
from verbale.model import Origin, Problem, Raw, Reading, Source
from verbale.scale.wire import line, record
from verbale.sources import inside
from verbale.sources.anew import anew
from verbale.store.check import checked

ENDINGS = (
    "txt",
    "html",
    "json",
    "jsonl",
    "csv",
    "xml",
    "eml",
    "mbox",
    "mhtml",
    "warc",
    "wacz",
    "docx",
    "epub",
    "pdf",
    "parquet",
)
LANGUAGES = ("en", "ru", "uk")
LONGEST = 4000
"""Characters of a text that is read; what is longer is tested by bench/worst.py."""
TOLD = "“We will be ready if they are,” Foreign Minister Ana Reyes said in Lima on Thursday. 17 people were killed."
WARC = "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\n"
SAID = "«Мы готовы», — заявил премьер-министр Ждании Пётр Йоркин. По его словам, мост закроют 5 мая."


def files(data: bytes) -> None:
    """A file of the format that the first byte chooses gives sources and problems, and nothing is raised."""
    if not data:
        return
    form = ENDINGS[data[0] % len(ENDINGS)]
    for found in inside(io.BytesIO(data[1:]), f"a.{form}", received="2031-06-01", raws=True):
        assert isinstance(found, Source | Problem)
        if isinstance(found, Source):
            assert found.text.strip()
            assert isinstance(anew(Origin(found.raw), found), Source | Problem)
            assert record(Source, line(replace(found, raw=None))) == found


def bytes_kept(data: bytes) -> None:
    """Bytes that a record gives back are an article or a problem, whatever they are said to be."""
    form = ("html", "plain", "json", "pdf", "docx", "epub", "tape")[data[0] % 7] if data else "html"
    assert isinstance(anew(Origin(Raw(form, data[1:])), Source(TOLD, article="a_7")), Source | Problem)


def texts(data: bytes) -> None:
    """A text is read in any language, and each row stands on its words."""
    text = data[1:].decode("utf-8", "replace")[:LONGEST]
    reading = read(text, language=LANGUAGES[data[0] % 3] if data else None, published="2031-05-09")
    assert Code.FAILED not in {p.code for p in reading.problems}, reading.problems
    assert checked(reading) == reading


def lines(data: bytes) -> None:
    """A line from another machine is a reading, or refused by the faults that are told."""
    try:
        found = record(Reading, data.decode("utf-8", "replace"))
    except (ValueError, TypeError, LookupError):
        return
    line(found)


TARGETS: Mapping[str, Callable[[bytes], None]] = {"files": files, "bytes": bytes_kept, "texts": texts, "lines": lines}


def seeds(target: str) -> list[bytes]:
    """What a target begins with."""
    if target == "texts":
        return [bytes([n]) + text.encode() for n, text in enumerate((TOLD, SAID))]
    if target == "lines":
        return [line(read(TOLD, language="en", published="2031-05-09")).encode()]
    row = json.dumps({"text": TOLD, "title": "Talks", "date": "2031-05-09"})
    page = PAGE.format(words="We will be ready", title="Talks go on")
    letter = f"From a@b.example\nSubject: Talks\nContent-Type: text/html\n\n{page}"
    told: dict[str, str | bytes] = {
        "txt": TOLD,
        "html": page,
        "json": row,
        "jsonl": f"{row}\n{row}\n",
        "csv": f"title,text\nTalks,{TOLD}\n",
        "xml": f"<rss><channel><item><title>Talks</title><description>{TOLD}</description></item></channel></rss>",
        "eml": letter,
        "mbox": f"From a\n{letter}",
        "mhtml": letter,
        "warc": f"{WARC}Content-Length: {len(page.encode())}\r\n\r\n{page}",
        "docx": _packed("word/document.xml", "<w:document xmlns:w='w'><w:p><w:r><w:t>Talks.</w:t></w:r></w:p></w:document>"),
        "pdf": "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>",
        "parquet": "PAR1",
    }
    return [bytes([n]) + _bytes(told.get(form, b"")) for n, form in enumerate(ENDINGS)]


def _bytes(data: str | bytes) -> bytes:
    return data.encode() if isinstance(data, str) else data


def _packed(name: str, text: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr(name, text)
    return out.getvalue()
