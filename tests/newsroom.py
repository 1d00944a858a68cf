"""A site on this machine, for tests of fetching: pages by path, each asked for is written down."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = """<html lang="en"><head><title>{title}</title></head><body><article><h1>{title}</h1>
<p>“{words},” Foreign Minister Ana Reyes said in Lima on Thursday, after a long day of talks with her guests.</p>
<p>She added that the bridge at Zhdan would stay open through the winter, as it has been for nine years.</p></article>
</body></html>"""


@dataclass(frozen=True)
class Answer:
    """What the site answers."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    drip: Callable[[], None] | None = None
    """Called after each byte, to answer slowly."""


@dataclass
class Site:
    """A running site."""

    address: str
    pages: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def put(self, path: str, words: str, *, title: str = "Talks go on", **headers: str) -> str:
        """A page of two statements at a path; its address."""
        self.pages[path] = Answer(
            PAGE.format(words=words, title=title).encode(), headers={"Content-Type": "text/html", **headers}
        )
        return self.address + path


class Silent(ThreadingHTTPServer):
    """Readers hang up when they have enough; that is no fault."""

    def handle_error(self, *_: object) -> None:
        """No word."""


@contextmanager
def running() -> Iterator[Site]:
    """A site on a free port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.headers.append(dict(self.headers))
            answer = site.pages.get(self.path, Answer(b"nothing here", 404))
            etag = answer.headers.get("ETag")
            same = etag and self.headers.get("If-None-Match") == etag
            self.send_response(304 if same else answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            if not same:
                self._say(answer)

        def _say(self, answer: Answer) -> None:
            if answer.drip is None:
                self.wfile.write(answer.body)
                return
            for n in range(len(answer.body)):
                self.wfile.write(answer.body[n : n + 1])
                answer.drip()

        def log_message(self, *_: object) -> None:
            """Tests are silent."""

    server = Silent(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site = Site(f"http://127.0.0.1:{server.server_address[1]}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


def packed(data: bytes) -> Answer:
    """An answer in gzip."""
    return Answer(gzip.compress(data), headers={"Content-Encoding": "gzip"})
