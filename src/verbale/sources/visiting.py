"""Articles behind addresses: a page is one, a feed leads to one after the other, an archive holds many."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import IO

from verbale.model import Given, Problem, Source
from verbale.sources.feed import Entry, entries
from verbale.sources.fetching import Page
from verbale.sources.opening import HEAD, Format, format_of
from verbale.sources.terms import Found, Terms, Web, beside

Articles = Callable[[str, bytes, IO[bytes]], Found]
"""What reads the articles of a stream under a name, given its first bytes."""


def visit(address: str, web: Web, terms: Terms, articles: Articles) -> Found:
    """The articles behind an address; of a feed those that were not seen before, each page fetched in its turn."""
    page = web.fetcher.get(address, web.seen(address))
    if isinstance(page, Problem):
        yield page
    elif page.unchanged:
        web.known += 1
    elif format_of(page.address, page.data[:HEAD]) is Format.FEED:
        for entry in entries(page.data, address, terms, address=page.address):
            yield from _entry(entry, address, web, terms, articles)
        web.visited[address] = page.stamp
    else:
        yield from _page(address, page, Given(), web, articles)


def _entry(entry: Entry, feed: str, web: Web, terms: Terms, articles: Articles) -> Found:
    """The article of an entry: its page, or its words where it has none."""
    if entry.link is None:
        if entry.text:
            yield Source(entry.text, feed, "", terms.given, entry.known, terms.received, entry.problems)
        return
    if entry.link in web.visited or web.seen(entry.link) is not None:
        web.known += 1
        return
    page = web.fetcher.get(entry.link)
    if isinstance(page, Problem):
        yield page
    else:
        yield from _page(entry.link, page, entry.known, web, articles)


def _page(address: str, page: Page, known: Given, web: Web, articles: Articles) -> Found:
    """The articles of a page, its own canonical address first, then the one it came from."""
    found: Iterator[Source | Problem] = articles(address, page.data[:HEAD], BytesIO(page.data))
    here = known.over(Given(url=page.address))
    for one in found:
        yield beside(one, here)
    web.visited[address] = page.stamp
