"""Pages and feeds of the web: polite, bounded, and never led into one's own network. All sites are on this machine."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from newsroom import Answer, Site, packed, running

from verbale.errors import Code
from verbale.model import Problem, Source, Stamp
from verbale.sources import Web, walk
from verbale.sources.addresses import RefusedError, place
from verbale.sources.fetching import Fetcher, Manners, Page


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as site:
        yield site


def fetcher(**manners: object) -> Fetcher:
    """One that may ask this machine and does not wait."""
    return Fetcher(Manners(**{"private": True, "pause": 0.0, "patience": 5.0, **manners}))  # type: ignore[arg-type]


def fault(found: Page | Problem) -> str:
    assert isinstance(found, Problem)
    return f"{found.code}: {found.words}"


def test_a_page_becomes_an_article_with_its_address(site: Site) -> None:
    address = site.put("/talks.html", "We will be ready")
    (found,) = walk(address, web=Web(fetcher()))
    assert isinstance(found, Source)
    assert "We will be ready" in found.text
    assert found.found.url == address
    assert found.path == address
    assert site.headers[-1]["User-Agent"].startswith("Verbale/")


def test_machines_of_ones_own_network_are_not_asked(site: Site) -> None:
    address = site.put("/talks.html", "We will be ready")
    assert "no machine of the open Internet" in fault(fetcher(private=False).get(address))
    assert site.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/", "http://2130706433/", "http://0x7f000001/", "http://10.1.2.3/", "http://192.168.0.1/", "http://[::1]/",
        "http://169.254.169.254/latest/meta-data", "http://[::ffff:127.0.0.1]/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/",
        "http://0.0.0.0/", "http://100.64.0.1/", "http://[fe80::1]/", "http://224.0.0.1/", "http://localhost/",
        "http://user:word@8.8.8.8/", "ftp://8.8.8.8/", "file:///etc/passwd", "http://", "http:///path", "http://8.8.8.8:99999/",
        "http://8.8.8.8/" + "a" * 3000,
    ],
)  # fmt: skip
def test_such_addresses_are_refused(address: str) -> None:
    with pytest.raises(RefusedError):
        place(address)


def test_open_machines_are_not_refused() -> None:
    assert place("https://8.8.8.8/a?b=c#d").target == "/a?b=c"


def test_a_redirection_is_followed_and_looked_at_anew(site: Site) -> None:
    there = site.put("/there", "We will be ready")
    site.pages["/here"] = Answer(status=302, headers={"Location": "/there"})
    site.pages["/away"] = Answer(status=302, headers={"Location": "file:///etc/passwd"})
    site.pages["/round"] = Answer(status=302, headers={"Location": "/round"})
    found = fetcher().get(site.address + "/here")
    assert isinstance(found, Page)
    assert found.address == there
    assert "no address of a page" in fault(fetcher().get(site.address + "/away"))
    assert "redirections" in fault(fetcher().get(site.address + "/round"))


def test_robots_txt_is_obeyed_also_behind_a_redirection(site: Site) -> None:
    site.put("/private/talks", "We will be ready")
    site.put("/open", "We will be ready")
    site.pages["/here"] = Answer(status=301, headers={"Location": "/private/talks"})
    site.pages["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /private/*\n")
    one = fetcher()
    assert "robots.txt" in fault(one.get(site.address + "/private/talks"))
    assert "robots.txt" in fault(one.get(site.address + "/here"))
    assert isinstance(one.get(site.address + "/open"), Page)
    assert site.asked.count("/robots.txt") == 1
    assert "/private/talks" not in site.asked


def test_a_site_that_cannot_say_what_it_allows_is_not_read(site: Site) -> None:
    site.put("/talks", "We will be ready")
    site.pages["/robots.txt"] = Answer(status=503)
    assert "robots.txt" in fault(fetcher().get(site.address + "/talks"))
    assert site.asked == ["/robots.txt"]


def test_a_site_is_asked_at_its_own_pace(site: Site) -> None:
    site.put("/talks", "We will be ready")
    site.pages["/robots.txt"] = Answer(b"User-agent: Verbale\nCrawl-delay: 7\n")
    waited: list[float] = []
    one = Fetcher(Manners(private=True, pause=2.0), clock=lambda: 100.0, sleep=waited.append)
    for _ in range(3):
        one.get(site.address + "/talks")
    assert waited == [7.0, 7.0, 7.0]


def test_what_is_too_large_is_not_read_to_its_end(site: Site) -> None:
    site.pages["/large"] = Answer(b"a" * 3_000_000)
    site.pages["/bomb"] = packed(b"a" * 300_000_000)
    one = fetcher(limit=100_000)
    for path in ("/large", "/bomb"):
        assert fault(one.get(site.address + path)).startswith("too-large")


def test_a_page_that_drips_is_given_up(site: Site) -> None:
    site.pages["/slow"] = Answer(b"a" * 400, drip=lambda: time.sleep(0.05))
    begun = time.monotonic()
    assert "did not come within" in fault(fetcher(patience=0.3).get(site.address + "/slow"))
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize(
    "answer",
    [
        Answer(status=404),
        Answer(status=500),
        Answer(b"\x1f\x8b broken", headers={"Content-Encoding": "gzip"}),
        Answer(b"a", headers={"Content-Encoding": "br"}),
        Answer(status=302),
    ],
)
def test_what_goes_wrong_is_a_problem(site: Site, answer: Answer) -> None:
    site.pages["/broken"] = answer
    found = fetcher().get(site.address + "/broken")
    assert isinstance(found, Problem)
    assert found.words
    assert found.path == site.address + "/broken"


def test_nobody_listening_is_a_problem() -> None:
    assert fault(fetcher().get("http://127.0.0.1:9/")).startswith(Code.UNREADABLE)


def test_a_page_is_fetched_again_only_when_it_changed(site: Site) -> None:
    address = site.put("/talks", "We will be ready", ETag='"one"')
    first = Web(fetcher())
    assert len(list(walk(address, web=first))) == 1
    again = Web(fetcher(), first.visited.get)
    assert list(walk(address, web=again)) == []
    assert again.known == 1
    site.put("/talks", "We will not be ready", ETag='"two"')
    assert len(list(walk(address, web=Web(fetcher(), first.visited.get)))) == 1


FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Lima Post</title><language>en-GB</language>
<item><title>Talks &amp; more</title><link>{0}/one</link><pubDate>Thu, 08 May 2031 14:30:00 +0000</pubDate></item>
<item><title>Second</title><link>/two</link></item><item><title>Gone</title><link>{0}/gone</link></item>
<item><title>No page</title>
<description>&lt;p&gt;“We will stay,” Ivo Lund said.&lt;/p&gt;&lt;p&gt;He left.&lt;/p&gt;</description></item>
</channel></rss>"""


def test_a_feed_leads_to_its_pages(site: Site) -> None:
    site.put("/one", "We will be ready", title="First page")
    site.put("/two", "We will not", title="Second page")
    site.pages["/feed"] = Answer(FEED.format(site.address).encode())
    web = Web(fetcher())
    one, two, gone, bare = walk(site.address + "/feed", received="2031-06-01", web=web)
    assert isinstance(one, Source)
    assert isinstance(two, Source)
    assert isinstance(gone, Problem)
    assert isinstance(bare, Source)
    assert (one.found.published, one.found.outlet, one.found.url) == ("2031-05-08T14:30", "Lima Post", f"{site.address}/one")
    assert one.found.title == "First page"
    assert bare.text == "“We will stay,” Ivo Lund said.\n\nHe left."
    assert set(web.visited) == {f"{site.address}{path}" for path in ("/feed", "/one", "/two")}


def test_of_a_feed_only_new_entries_are_fetched(site: Site) -> None:
    site.put("/one", "We will be ready")
    site.put("/two", "We will not")
    site.pages["/feed"] = Answer(FEED.format(site.address).encode())
    web = Web(fetcher(), lambda address: Stamp() if address.endswith("/one") else None)
    list(walk(site.address + "/feed", received="2031-06-01", web=web))
    assert "/one" not in site.asked
    assert web.known == 1


def test_without_a_way_to_the_web_an_address_is_a_problem() -> None:
    (found,) = walk("https://news.example/")
    assert isinstance(found, Problem)
