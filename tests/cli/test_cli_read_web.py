"""`verbale read` on addresses, and when it gives up. The site is on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from newsroom import Answer, Site, running

from verbale import store

from .conftest import Run

HOW = ("--allow-private", "--pause", "0", "--record", "talks.db")


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as site:
        yield site


def test_a_page_of_the_web_is_read_once(run: Run, site: Site) -> None:
    address = site.put("/talks", "We will be ready", ETag='"one"')
    assert "1 article (1 new)" in run("read", address, *HOW).output
    assert "1 already known" in run("read", address, *HOW).output
    with store.open("talks.db", readonly=True) as record:
        (article,) = record.articles()
        assert article.url == address
        assert [str(s.content) for s in record.statements(kind="direct")] == ["We will be ready,"]


def test_a_feed_is_read_on_where_it_was_left(run: Run, site: Site) -> None:
    items = "".join(
        f"<item><title>Item {n}</title><link>{site.put(f'/{n}', f'We will be ready on day {n}')}</link></item>" for n in (1, 2)
    )
    site.pages["/feed"] = Answer(f"<rss><channel>{items}</channel></rss>".encode())
    assert "2 articles (2 new)" in run("read", f"{site.address}/feed", *HOW).output
    site.asked.clear()
    assert "2 already known" in run("read", f"{site.address}/feed", *HOW).output
    assert site.asked == ["/robots.txt", "/feed"]


def test_ones_own_network_is_not_read_unless_allowed(run: Run, site: Site) -> None:
    result = run("read", site.put("/talks", "We will be ready"), "--record", "talks.db")
    assert result.exit_code == 2
    assert "--allow-private" in result.output
    assert site.asked == []


def test_too_many_problems_end_a_run_and_what_was_read_stays(run: Run) -> None:
    Path("a.txt").write_text("“We will be ready,” Foreign Minister Ana Reyes said.", "utf-8")
    for n in range(5):
        Path(f"b{n}.txt").write_bytes(b"\x00\x01\x02\x03" * 40)
    result = run("read", "a.txt", *(f"b{n}.txt" for n in range(5)), "--record", "talks.db", "--max-problems", "2")
    assert result.exit_code == 2
    assert "--max-problems" in result.output
    with store.open("talks.db", readonly=True) as record:
        assert record.counts().articles == 1
