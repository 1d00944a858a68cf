"""Pages from the web, politely: one after the other, at the pace and within the bounds a site asks for.

Each hop of a redirection is looked at like the first address: where it leads (`addresses`), and whether the site's
robots.txt (RFC 9309) allows it. What is too large, too slow or damaged becomes a Problem; nothing is raised.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import certifi
from protego import Protego
from urllib3 import BaseHTTPResponse, HTTPConnectionPool, HTTPSConnectionPool, Timeout
from urllib3.exceptions import HTTPError

from verbale import __version__
from verbale.errors import Code
from verbale.model import Problem, Stamp
from verbale.sources.addresses import Place, RefusedError, joined, place
from verbale.sources.opening import LIMIT, too_large

HOPS = 5
PATIENCE = 20.0
"""Seconds to wait for a machine to say anything; a whole page may take three times as long."""
PAUSE = 1.0
"""Seconds between two pages of one site, unless its robots.txt asks for more."""
_LONGEST_PAUSE = 60.0
_ROBOTS = 512_000
_CHUNK = 1 << 16
_MOVED = frozenset({301, 302, 303, 307, 308})
_ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml;q=0.9,*/*;q=0.5"


@dataclass(frozen=True, slots=True)
class Manners:
    """How sites are asked: by what name, how often, for how much, and whether machines of one's own network are."""

    agent: str = "Verbale"
    pause: float = PAUSE
    patience: float = PATIENCE
    limit: int = LIMIT
    private: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it came: the address it came from in the end, its bytes unpacked, and its stamp. Unchanged ones have no bytes."""

    address: str
    data: bytes
    stamp: Stamp = field(default=Stamp())
    unchanged: bool = False


class Fetcher:
    """Fetches pages, one after the other, and remembers what each site allows and when it was asked last."""

    def __init__(
        self,
        manners: Manners | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.manners = manners or Manners()
        self._clock, self._sleep = clock, sleep
        self._rules: dict[str, Protego | None] = {}
        self._asked: dict[str, float] = {}

    def get(self, address: str, stamp: Stamp | None = None) -> Page | Problem:
        """The page at an address; with its `stamp` of another time, only if it is another page now."""
        here = address
        try:
            for _ in range(HOPS + 1):
                there = place(here, private=self.manners.private)
                if not self._may(there, here):
                    return Problem(Code.UNREADABLE, "sources", "the site's robots.txt asks not to read it", path=address)
                answer = self._ask(there, _conditions(stamp) if here == address else {})
                if answer.status not in _MOVED or not (location := answer.headers.get("Location")):
                    return self._page(address, here, answer)
                answer.close()
                here = joined(here, location)
        except (RefusedError, HTTPError, OSError, zlib.error, ValueError) as error:
            return Problem(Code.UNREADABLE, "sources", _told(error), path=address)
        return Problem(Code.UNREADABLE, "sources", f"more than {HOPS} redirections", path=address)

    def _page(self, address: str, here: str, answer: BaseHTTPResponse) -> Page | Problem:
        with answer:
            if answer.status == 304:
                return Page(here, b"", unchanged=True)
            if answer.status != 200:
                return Problem(
                    Code.UNREADABLE, "sources", f"the site answered {answer.status} {answer.reason or ''}".strip(), path=address
                )
            data = self._read(answer, self.manners.limit)
        if len(data) > self.manners.limit:
            return too_large(self.manners.limit, address)
        return Page(here, data, Stamp(answer.headers.get("ETag", "")[:200], answer.headers.get("Last-Modified", "")[:100]))

    # ------------------------------------------------------------ one question

    def _ask(self, there: Place, conditions: Mapping[str, str]) -> BaseHTTPResponse:
        """An answer whose body is still to be read; the connection goes to the number that was looked at, whatever the name
        leads to a moment later."""
        self._wait(there.origin)
        wait = Timeout(connect=self.manners.patience, read=self.manners.patience)
        pool: HTTPConnectionPool
        if there.scheme == "https":
            pool = HTTPSConnectionPool(
                there.number, there.port, timeout=wait, cert_reqs="CERT_REQUIRED", ca_certs=certifi.where(),
                server_hostname=there.host, assert_hostname=there.host,
            )  # fmt: skip
        else:
            pool = HTTPConnectionPool(there.number, there.port, timeout=wait)
        headers = {
            "Host": there.origin.partition("://")[2],
            "User-Agent": f"{self.manners.agent}/{__version__}",
            "Accept": _ACCEPT,
            "Accept-Encoding": "gzip",
            "Connection": "close",
            **conditions,
        }
        return pool.urlopen(
            "GET", there.target, headers=headers, redirect=False, retries=False, preload_content=False, decode_content=False
        )

    def _read(self, answer: BaseHTTPResponse, most: int) -> bytes:
        """The body, unpacked, and no more than one byte beyond `most`, in no more than three times the patience."""
        packed = answer.headers.get("Content-Encoding", "identity").strip().lower()
        if packed not in {"identity", "", "gzip", "x-gzip"}:
            raise RefusedError(f"the site packs its pages in an unknown way: {packed[:20]}")
        unpacking = zlib.decompressobj(31) if "gzip" in packed else None
        deadline, out = self._clock() + 3 * self.manners.patience, bytearray()
        while len(out) <= most and (chunk := answer.read1(_CHUNK, decode_content=False)):
            out += unpacking.decompress(chunk, most + 1 - len(out)) if unpacking else chunk
            if self._clock() > deadline:
                raise RefusedError(f"the page did not come within {3 * self.manners.patience:.0f} seconds")
        return bytes(out[: most + 1])

    # ------------------------------------------------------------ manners

    def _wait(self, origin: str) -> None:
        """Until the site may be asked again."""
        pause = self.manners.pause
        if rules := self._rules.get(origin):
            pause = max(pause, min(rules.crawl_delay(self.manners.agent) or 0.0, _LONGEST_PAUSE))
        if origin in self._asked:
            self._sleep(max(0.0, self._asked[origin] + pause - self._clock()))
        self._asked[origin] = self._clock()

    def _may(self, there: Place, address: str) -> bool:
        if there.origin not in self._rules:
            self._rules[there.origin] = self._robots(there)
        rules = self._rules[there.origin]
        return rules is None or bool(rules.can_fetch(address, self.manners.agent))

    def _robots(self, there: Place) -> Protego | None:
        """The rules of a site; None where it has none. A site that cannot say is not asked for pages (RFC 9309, 2.3.1.4)."""
        site = Place(there.scheme, there.host, there.port, there.number, "/robots.txt")
        with self._ask(site, {}) as answer:
            if answer.status >= 500:
                raise RefusedError(f"the site's robots.txt cannot be read: it answered {answer.status}")
            if answer.status != 200:
                return None
            text = self._read(answer, _ROBOTS)[:_ROBOTS].decode("utf-8", "replace")
        return Protego.parse(text)


def _conditions(stamp: Stamp | None) -> dict[str, str]:
    headers = {"If-None-Match": stamp.etag, "If-Modified-Since": stamp.modified} if stamp else {}
    return {name: value for name, value in headers.items() if value}


def _told(error: Exception) -> str:
    """What went wrong, in a line: the last of the words that the libraries below put around each other."""
    words = str(error).strip() or type(error).__name__
    return words.rpartition("): ")[2][:200]
