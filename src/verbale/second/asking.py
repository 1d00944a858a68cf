"""Asking a language model behind an OpenAI-compatible address, such as a server on one's own machine."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from verbale.errors import SourceError
from verbale.model import Article
from verbale.second.prompting import MOST, prompt
from verbale.second.verbatim import Proposal

TRIES = 3
BUSY = frozenset({429, 500, 502, 503, 504})
LARGEST = 2**22
"""Bytes of an answer; more is none."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom to ask, and how."""

    address: str
    """Such as http://localhost:11434/v1."""
    model: str
    key: str = ""
    timeout: float = 120.0
    """Seconds for one answer."""
    pause: Callable[[float], None] = time.sleep
    """How to wait between tries."""

    def __post_init__(self) -> None:
        parts = urlsplit(self.address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise SourceError(f"“{self.address}” is no address: write http://localhost:11434/v1 or the like")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one question."""

    article: Article
    proposals: tuple[Proposal, ...] = ()
    broken: int = 0
    """Proposals that were none: no words, no object."""
    tokens: tuple[int, int] = (0, 0)
    """In and out, as the server tells."""
    fault: str = ""
    """Why there is no answer, in words."""


def ask(asked: Asked, articles: Iterator[Article]) -> Iterator[Answer]:
    """The answers, one an article; an article without answer has a fault, and the others go on."""
    for article in articles:
        try:
            yield _answer(article, _asked(asked, article))
        except (HTTPError, URLError, HTTPException, TimeoutError, OSError, ValueError) as fault:
            yield Answer(article, fault=_told(fault))


def _asked(asked: Asked, article: Article) -> Any:
    """What the server answers; raises what `urllib` raises, and ValueError for what is no JSON."""
    body = {"model": asked.model, "messages": prompt(article), "temperature": 0, "max_tokens": MOST}
    head = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {asked.key}"} if asked.key else {})
    address = asked.address.rstrip("/") + "/chat/completions"
    request = Request(address, json.dumps(body).encode(), head)  # noqa: S310 - the scheme was looked at
    for left in reversed(range(TRIES)):
        try:
            with build_opener(_Stay).open(request, timeout=asked.timeout) as answer:
                return json.loads(answer.read(LARGEST))
        except HTTPError as fault:
            if fault.code not in BUSY or not left:
                raise
            asked.pause(float(TRIES - left))
    return None  # pragma: no cover - the last try returns or raises


class _Stay(HTTPRedirectHandler):
    """The key is shown to the address that was given, and to no other."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


def _answer(article: Article, told: Any) -> Answer:
    try:
        content = told["choices"][0]["message"]["content"]
    except (KeyError, IndexError, TypeError):
        raise ValueError("the answer has no message") from None
    found = _objects(content)
    proposals = [Proposal.of(one) for one in found]
    usage = told.get("usage") if isinstance(told.get("usage"), dict) else {}
    tokens = (_number(usage, "prompt_tokens"), _number(usage, "completion_tokens"))
    return Answer(article, tuple(p for p in proposals if p), sum(p is None for p in proposals), tokens)


def _objects(content: Any) -> list[Any]:
    """The list of statements in a message, which may stand in a block of code; raises ValueError where there is none."""
    if not isinstance(content, str):
        raise ValueError("the message has no text")
    begun = re.search(r"\{", content)
    try:
        told, _ = json.JSONDecoder().raw_decode(content, begun.start() if begun else 0)
        statements = told["statements"]
    except (json.JSONDecodeError, KeyError, TypeError, RecursionError):
        raise ValueError("the message holds no list of statements") from None
    if not isinstance(statements, list):
        raise ValueError("the message holds no list of statements")
    return statements


def _number(usage: dict[str, Any], name: str) -> int:
    value = usage.get(name)
    return value if isinstance(value, int) else 0


def _told(fault: Exception) -> str:
    if isinstance(fault, HTTPError):
        return f"the server answers {fault.code} {fault.reason}"
    if isinstance(fault, URLError):
        return f"the server cannot be reached: {fault.reason}"
    return " ".join(str(fault).split()) or type(fault).__name__
