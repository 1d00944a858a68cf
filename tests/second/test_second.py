"""Second readers: a fake server that answers as told, Citron's JSON, and what both readers have."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from cli.conftest import Run
from cli.samples import MOSCOW, SUMMIT, made

from verbale.cli import main
from verbale.errors import SourceError
from verbale.model import Article, Statement
from verbale.second import Asked, Proposal, Refused, ask, checked, estimate

ARTICLE = Article("a_1111111111111111", SUMMIT, "en")


@pytest.fixture
def run() -> Run:
    from click.testing import CliRunner

    def runs(*arguments: object, **options: Any):
        result = CliRunner().invoke(main, list(map(str, arguments)), **options)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return runs


@pytest.fixture
def talks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return made(tmp_path / "talks.db")


class Server:
    """Answers each question by what `says` makes of it; keeps what it was asked."""

    def __init__(self, says: Callable[[dict[str, Any]], tuple[int, bytes]]) -> None:
        self.asked: list[tuple[str | None, dict[str, Any]]] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                server.asked.append((self.headers["Authorization"], body))
                status, answer = says(body) if self.path == "/v1/chat/completions" else (404, b"")
                self.send_response(status)
                if status == 302:
                    self.send_header("Location", "http://127.0.0.1:1/")
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_: object) -> None:
                """Nothing is printed."""

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.http.server_port}/v1"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_: object) -> None:
        self.http.shutdown()
        self.http.server_close()


def message(content: object) -> bytes:
    told = {"choices": [{"message": {"content": content}}], "usage": {"prompt_tokens": 300, "completion_tokens": 40}}
    return json.dumps(told).encode()


def proposing(*statements: object) -> bytes:
    return message(f"Here you are:\n```json\n{json.dumps({'statements': statements})}\n```")


READY = {
    "words": "We will be ready",
    "speaker": "Ana Reyes",
    "cue": "told",
    "source": "Foreign Minister Ana Reyes",
    "kind": "direct",
}
INVENTED = {"words": "We shall be ready", "speaker": "Ana Reyes"}


def answers(says: Callable[[dict[str, Any]], tuple[int, bytes]], **options: Any):
    with Server(says) as server:
        found = list(ask(Asked(server.address, "small", pause=lambda _: None, **options), iter([ARTICLE])))
    return found, server.asked


# ---------------------------------------------------------------- to the letter


def test_only_what_stands_in_the_article_is_a_statement() -> None:
    proposals = [Proposal.of(READY), Proposal.of(INVENTED), Proposal("talks   go\non"), Proposal("we WILL be ready")]
    ready, invented, spaced, small = checked(proposals, ARTICLE, by="model small")
    assert isinstance(ready, Statement)
    assert (ready.content.text, ready.cue.text, ready.source.text) == ("We will be ready", "told", "Foreign Minister Ana Reyes")
    assert (ready.speaker.name, ready.kind, ready.rule) == ("Ana Reyes", "direct", "model small")
    assert isinstance(invented, Refused)
    assert isinstance(spaced, Statement)
    assert spaced.content.text == "talks go on"
    assert isinstance(small, Refused)
    for one in (ready, spaced):
        assert [span.of(SUMMIT) for span in one.content.spans] == list(one.content.words)


def test_words_that_are_proposed_more_often_than_they_stand_are_refused() -> None:
    found = list(checked([Proposal("in Lima")] * 3, ARTICLE, by="x"))
    assert [type(one) for one in found] == [Statement, Statement, Refused]
    assert found[0].content.spans != found[1].content.spans
    assert found[0].id != found[1].id


@pytest.mark.parametrize("told", [None, 3, {}, {"words": ""}, {"words": 3}, ["words"]])
def test_what_has_no_words_is_no_proposal(told: object) -> None:
    assert Proposal.of(told) is None


# ---------------------------------------------------------------- the server


def test_a_model_is_asked_once_an_article_and_told_what_to_do() -> None:
    (answer,), asked = answers(lambda _: (200, proposing(READY, INVENTED, 3)), key="secret")
    assert (len(answer.proposals), answer.broken, answer.tokens, answer.fault) == (2, 1, (300, 40), "")
    ((key, body),) = asked
    assert key == "Bearer secret"
    assert (body["model"], body["temperature"]) == ("small", 0)
    assert body["messages"][1]["content"] == SUMMIT


@pytest.mark.parametrize(
    ("status", "answer", "told"),
    [
        (200, b"no json", "Expecting value"),
        (200, b"[]", "has no message"),
        (200, message(None), "has no text"),
        (200, message("I cannot help with that."), "no list of statements"),
        (200, message('{"statements": 3}'), "no list of statements"),
        (200, message("{" * 5000), "no list of statements"),
        (401, b"", "answers 401"),
        (302, b"", "answers 302"),
        (503, b"", "answers 503"),
    ],
)
def test_an_answer_that_is_none_is_told(status: int, answer: bytes, told: str) -> None:
    (found,), asked = answers(lambda _: (status, answer))
    assert told in found.fault
    assert found.proposals == ()
    assert len(asked) == (3 if status == 503 else 1)


def test_a_busy_server_is_asked_again() -> None:
    replies = iter([(429, b""), (200, proposing(READY))])
    (found,), asked = answers(lambda _: next(replies))
    assert (found.fault, len(found.proposals), len(asked)) == ("", 1, 2)


def test_a_server_that_is_not_there_is_told() -> None:
    (found,) = ask(Asked("http://127.0.0.1:1/v1", "small", timeout=5), iter([ARTICLE]))
    assert "cannot be reached" in found.fault


@pytest.mark.parametrize("address", ["file:///etc/passwd", "localhost:11434", "", "ftp://a/b"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(SourceError, match="is no address"):
        Asked(address, "small")


def test_the_cost_is_told_before() -> None:
    cost = estimate([ARTICLE, ARTICLE])
    assert cost.articles == 2
    assert cost.tokens > len(SUMMIT) // 2
    assert cost.cost((1.0, 0.0)) == cost.tokens / 1e6


# ---------------------------------------------------------------- the commands


@pytest.fixture
def server() -> Iterator[Server]:
    def says(body: dict[str, Any]) -> tuple[int, bytes]:
        text = body["messages"][1]["content"]
        return 200, proposing(READY | {"words": "Rain is expected"}, INVENTED) if text == SUMMIT else message("no")

    with Server(says) as running:
        yield running


def test_a_dry_run_asks_nothing_and_tells_the_cost(run: Run, talks: Path, server: Server) -> None:
    result = run("second", "ask", server.address, "--model", "small", "--dry-run", "--price", 2, 8, "--record", talks)
    assert result.exit_code == 0, result.output
    assert "2 articles: about" in result.output
    assert "At 2 and 8 a million: at most 0.07" in result.output
    assert server.asked == []


def test_what_a_model_proposes_is_written_and_compared(run: Run, talks: Path, server: Server, tmp_path: Path) -> None:
    result = run("second", "ask", server.address, "--model", "small", "--to", tmp_path / "small.jsonl", "--record", talks)
    assert result.exit_code == 2  # one article got no answer that could be read
    assert "1 statement kept of 2 articles; 1 refused" in result.output
    assert "1 article without answer" in result.output
    (row,) = [json.loads(line) for line in (tmp_path / "small.jsonl").read_text("utf-8").splitlines()]
    assert [SUMMIT[a:b] for a, b in row["content"]["spans"]] == ["Rain is expected"]
    told = run("second", "compare", tmp_path / "small.jsonl", "--show", "--record", talks)
    assert told.exit_code == 0, told.output
    assert "only theirs" in told.output
    assert "1 article: 0 in both, 0 of them with the same speaker; 2 only ours, 1 only theirs." in told.output


def test_the_record_compared_with_itself_agrees(run: Run, talks: Path, tmp_path: Path) -> None:
    run("export", "--record", talks, "--to", tmp_path / "ours.jsonl")
    told = json.loads(run("second", "compare", tmp_path / "ours.jsonl", "--json", "--record", talks).stdout)
    assert (told["both"], told["ours"], told["theirs"], told["same_speaker"]) == (3, 3, 3, 3)
    assert (told["differences"], told["unknown_articles"], told["broken"]) == ([], 0, 0)


def quote(words: str, source: str, text: str = SUMMIT) -> dict[str, Any]:
    def span(one: str) -> dict[str, Any]:
        start = text.index(one)
        return {"start": start, "end": start + len(one), "text": one}

    return {"cue": span("told"), "sources": [span(source)], "contents": [span(words)], "confidence": 0.8}


def test_citron_is_known_by_its_text(run: Run, talks: Path, tmp_path: Path) -> None:
    longer = quote(
        "We will be ready,” Foreign Minister Ana Reyes told journalists at a summit in Lima on Thursday, “if", "Ana Reyes"
    )
    document = {"text": SUMMIT, "quotes": [longer, quote("Rain is", "Lima"), {"contents": []}]}
    stranger = {"text": MOSCOW + " ", "quotes": []}
    (tmp_path / "citron").mkdir()
    (tmp_path / "citron" / "summit.json").write_text(json.dumps(document), "utf-8")
    (tmp_path / "citron" / "other.json").write_text(json.dumps(stranger, indent=1), "utf-8")
    told = run("second", "compare", tmp_path / "citron", "--record", talks)
    assert told.exit_code == 0, told.output
    assert "1 article:" in told.output
    assert "1 article of theirs not in the record" in told.output
    assert "1 statement of theirs without spans" in told.output


@pytest.mark.parametrize("text", ["", "no", "3", "[3]", '{"quotes": 3}\n{"a": 1}', '{"id": "x"}'])
def test_a_file_of_neither_format_is_told(text: str, run: Run, talks: Path, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text(text, "utf-8")
    result = run("second", "compare", tmp_path / "x.json", "--record", talks)
    assert result.exit_code == 1, result.output
    assert "x.json" in result.output
