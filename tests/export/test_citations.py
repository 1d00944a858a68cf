"""BibTeX, CSL JSON, Atom and Datasette's metadata, read back with bibtexparser, citeproc-py, feedparser and Datasette."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import bibtexparser
import feedparser
from citeproc.source.json import CiteProcJSON
from datasette.app import Datasette

from verbale import store

from .story import ARTICLE, PLAIN, STATEMENTS
from .writing import entries, text


def test_bibtex_has_an_entry_an_article() -> None:
    library = bibtexparser.parse_string(text("bibtex"))
    assert not library.failed_blocks
    first, second = library.entries
    fields = {f.key: f.value for f in first.fields}
    assert (first.entry_type, first.key, second.key) == ("online", ARTICLE.id, PLAIN.id)
    assert fields["title"] == "{Norland 🌍 is “ready” \\& waits}"
    assert fields["organization"] == "{Meridian \\& Post}"
    assert (fields["date"], fields["url"], fields["author"]) == ("2031-05-09", ARTICLE.url, "{Vera Lund}")
    assert fields["langid"] == "english"
    assert fields["keywords"].split(", ") == [e.id for e in entries() if e.article == ARTICLE.id]


def test_csl_is_taken_by_citeproc() -> None:
    told = json.loads(text("csl"))
    items = CiteProcJSON(told)
    first = items[ARTICLE.id]
    assert str(first["title"]) == ARTICLE.title
    assert str(first["container_title"]) == ARTICLE.outlet
    assert (first["issued"]["year"], first["issued"]["month"], first["issued"]["day"]) == (2031, 5, 9)
    assert told[0]["URL"] == ARTICLE.url
    assert PLAIN.id in items


def test_a_feed_reader_reads_the_feed() -> None:
    feed = feedparser.parse(text("atom", "Statements, about talks & more").encode())
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.title == "Statements, about talks & more"
    assert feed.feed.updated == "2031-05-09T14:30:00Z"
    assert len(feed.entries) == len(STATEMENTS) + 1
    ready = next(e for e in feed.entries if e.id == "urn:verbale:s_1111aaaa1111aaaa")
    assert (ready.author, ready.link, ready.published) == ("Ana Reyes", ARTICLE.url, "2031-05-08T00:00:00Z")
    assert ready.content[0].value.startswith("We 😀 will be ready … if the other")
    assert [tag.term for tag in ready.tags] == ["direct", "talks"]


def test_two_searches_are_two_feeds_and_one_search_stays_one() -> None:
    one, two, again = (feedparser.parse(text("atom", title)).feed.id for title in ("a", "b", "a"))
    assert one == again != two


def test_datasette_takes_the_metadata(tmp_path: Path) -> None:
    store.open(tmp_path / "talks.db").close()
    served = Datasette([str(tmp_path / "talks.db")], metadata=json.loads(text("datasette")))
    page = asyncio.run(served.client.get("/talks/statement")).text
    assert "one row for each content that an article attributes to somebody" in page
    assert "name of who said it; null when unknown, never guessed" in page
