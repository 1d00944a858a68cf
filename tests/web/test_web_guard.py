"""Nobody is let in who should not be, nothing from an article runs, and a file that cannot be read is told so."""

from __future__ import annotations

import re
import shutil
import sqlite3
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest
from cli.samples import READINGS, made
from starlette.testclient import TestClient

from verbale import store
from verbale.errors import Code, RecordError
from verbale.model import Article, Block, Condition, Kind, Part, Problem, Reading, Role, Said, Speaker, Speech, Statement, Venue
from verbale.text import Span

from .conftest import client

ATTACKS = (
    "<script>alert(1)</script>",
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    "</title><script>alert(1)</script>",
    "</textarea><svg onload=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "javascript:alert(1)",
    "{{7*7}}{% raw %}",
    "<!--<img src=x onerror=alert(1)>-->",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "</style><script>alert(1)</script>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "\u202egnp.exe\u202c \x02lit\x03 \x00",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "]]><script>alert(1)</script>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "` onmouseover=alert(1) x=`",
)
"""Texts that would run, or lead away, in a page that does not escape them."""


def hostile(n: int, words: str) -> Reading:
    """An article in which everything that can be words is an attack."""
    text = f"{words}. {words} said {words} to {words} at {words}."
    words = words.replace("\x00", "")
    text = text.replace("\x00", "")
    part = Part.of(text, Span(0, len(words)))
    said = Statement(
        f"s_{n:016x}", Speech.DIRECT, part, part, part, Speaker(words, Kind.PERSON, words, 0.9, words), part,
        Venue(part, words, words), Said("2031-05-09", "2031-05-09", part, "stated"), (words,), (Condition(part, promise=part),),
        rule=words, why=(words,),
    )  # fmt: skip
    article = Article(
        f"a_{n:016x}", text, "en", path=words, url=f"javascript:alert({n})//{words}", outlet=words, title=words, author=words,
        published="2031-05-09", blocks=(Block(Span(0, len(text)), Role.BODY),),
    )  # fmt: skip
    return Reading(article, (said,), problems=(Problem(Code.STRAY_MARK, words, words, Span(0, 1), words),))


class Elements(HTMLParser):
    """The elements of a page, as a browser sees them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def faults(page: str) -> list[object]:
    """Whatever in a page would run, be fetched from elsewhere or lead away."""
    found = Elements(page).found
    scripts = [a for tag, a in found if tag == "script" and a != {"src": "/static/verbale.js"}]
    foreign = [tag for tag, _ in found if tag in {"iframe", "base", "object", "embed", "math", "style", "img"}]
    handlers = [a for _, a in found if any(name.startswith("on") or name == "style" for name in a)]
    links = [v for _, a in found for n, v in a.items() if n in {"href", "src", "action"} and not re.match(r"[/?#]", v or "")]
    return [*scripts, *foreign, *handlers, *links]


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    path = tmp_path_factory.mktemp("attacked") / "attacked.db"
    with store.open(path) as record:
        record.add([hostile(n, words) for n, words in enumerate(ATTACKS)])
        record.join()
    return client(path)


@pytest.mark.parametrize("n", range(len(ATTACKS)), ids=str)
def test_nothing_from_an_article_runs(attacked: TestClient, n: int) -> None:
    for path in (f"/articles/a_{n:016x}", f"/statements/s_{n:016x}"):
        answer = attacked.get(path)
        assert answer.status_code == 200
        assert faults(answer.text) == []
        assert "\u202e" not in answer.text


def test_lists_run_nothing_either(attacked: TestClient) -> None:
    people = [row["id"] for row in attacked.get("/api/persons").json()["persons"]]
    for path in ("/", "/search", "/articles", "/persons", "/problems", *(f"/persons/{id_}" for id_ in people)):
        assert faults(attacked.get(path).text) == [], path


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_is_asked_runs_nothing(attacked: TestClient, attack: str) -> None:
    for path in ("/search", "/articles", "/persons", "/problems"):
        for name in ("about", "who", "outlet", "person", "language", "since", "kind", "order", "page", "code", "of"):
            answer = attacked.get(path, params={name: attack})
            assert answer.status_code in {200, 400}
            assert faults(answer.text) == []
    assert faults(attacked.get(f"/statements/{quote(attack)}").text) == []


def test_pictures_run_nothing(attacked: TestClient) -> None:
    for n in range(len(ATTACKS)):
        drawn = attacked.get(f"/plots/chain.svg?statement=s_{n:016x}").text
        assert not re.search(r"<(?!/?(svg|title|text|polyline|circle|rect|a)\b)", drawn)


@pytest.mark.parametrize("path", ["/", "/search?since=x", "/nowhere", "/static/verbale.css", "/api/info", "/search.csv"])
def test_every_answer_bears_the_headers(web: TestClient, path: str) -> None:
    headers = web.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"  # with none at all, browsers do not tell where a form stands


def test_a_strange_name_is_not_answered(talks: Path) -> None:
    """A page of somebody else's cannot read the record by letting its own name point at this machine."""
    assert client(talks).get("/", headers={"host": "evil.example"}).status_code == 421
    assert client(talks).get("/", headers={"host": "localhost:9"}).status_code == 200


def test_beyond_this_machine_a_token_is_needed(talks: Path) -> None:
    web = client(talks, token="walnut", hosts=frozenset())
    assert web.get("/").status_code == 401
    assert web.get("/static/verbale.css").status_code == 200
    assert "talks.db" not in web.get("/").text  # nothing of the record is told
    assert "That is not the token" not in web.get("/").text
    assert "That is not the token" in web.get("/?token=hazel").text
    assert web.get("/api/info").status_code == 401
    assert web.get("/?token=hazel").status_code == 401
    assert web.get("/api/info", headers={"authorization": "Bearer walnut"}).status_code == 200
    answer = web.get("/search?token=walnut&about=x")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/search?about=x"
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert web.get("/").status_code == 200  # with the cookie


def test_nothing_is_changed_without_edit(web: TestClient) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert web.request(method, "/search").status_code == 405
        assert web.request(method, "/").status_code == 405


def test_a_record_that_grows_is_shown_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "talks.db"
    with store.open(path) as record:
        record.add(READINGS[0])
        web = client(path)
        assert web.get("/api/info").json()["articles"] == 1
        record.add(READINGS[1])  # while the reader has it open
        assert web.get("/api/info").json()["articles"] == 2


@pytest.mark.sqlite
def test_a_record_that_is_being_written_can_be_read(tmp_path: Path) -> None:
    path = made(tmp_path / "talks.db")
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("DELETE FROM problem")
    assert client(path).get("/search").status_code == 200
    writer.execute("ROLLBACK")
    writer.close()


def test_a_read_only_file_in_a_read_only_folder_can_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    path = made(folder / "talks.db")
    path.chmod(0o444)
    folder.chmod(0o555)
    try:
        assert client(path).get("/").status_code == 200
    finally:
        folder.chmod(0o755)


@pytest.mark.sqlite
def test_a_newer_record_is_refused_and_told(tmp_path: Path) -> None:
    path = made(tmp_path / "talks.db")
    web = client(path)
    newer = tmp_path / "newer.db"
    shutil.copy(path, newer)
    plain = sqlite3.connect(newer, isolation_level=None)
    plain.execute("PRAGMA user_version = 999")
    plain.close()
    with pytest.raises(RecordError, match="newer Verbale"):
        client(newer)
    newer.replace(path)  # and while it is being served
    answer = web.get("/")
    assert answer.status_code == 503
    assert "newer Verbale" in answer.text


@pytest.mark.sqlite
def test_a_file_that_goes_away_is_told(tmp_path: Path) -> None:
    path = made(tmp_path / "talks.db")
    web = client(path)
    for file in tmp_path.iterdir():
        file.unlink()
    answer = web.get("/api/info")
    assert answer.status_code == 503
    assert "does not exist" in answer.json()["error"]


def test_an_empty_record_says_what_to_do(tmp_path: Path) -> None:
    store.open(tmp_path / "new.db").close()
    web = client(tmp_path / "new.db")
    assert "verbale read FOLDER --record new.db" in web.get("/").text
    for path in ("/search", "/articles", "/persons", "/problems", "/search.csv", "/api/statements", "/search?who=x&outlet=y"):
        assert web.get(path).status_code == 200


def test_an_article_without_anything_is_shown(tmp_path: Path) -> None:
    with store.open(tmp_path / "bare.db") as record:
        record.add(Reading(Article("a_1", "Rain.", "en")))
        record.add(replace(READINGS[1], statements=()))
    web = client(tmp_path / "bare.db")
    assert "Nothing that is attributed" in web.get("/articles/a_1").text
    assert web.get("/persons").status_code == 200
