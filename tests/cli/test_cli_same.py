"""One saying with all who carry it: `show`, `why`, `said --once`, `judge`, `compare`."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from verbale import store
from verbale.model import Article, Kind, Part, Reading, Speaker, Speech, Statement, digest
from verbale.text import Span

from .conftest import Run

BORDER = "talks on the border will begin after the elections in Zhdania"
CUT = "all talks on the border will begin after the elections"
ABROAD = "переговоры о границе начнутся после выборов в Ждании"
TAXES = "taxes on barley are going to fall by a third"
FLEET = "the northern fleet has no business in the bay"


def told(outlet: str, day: int, who: str, *contents: str, language: str = "en") -> Reading:
    text = "".join(f"{who}: {content}.\n" for content in contents)
    article = Article(digest("a", outlet, who), text, language, outlet=outlet, published=f"2031-05-{day:02}")
    return Reading(article, tuple(_statement(article, content, who) for content in contents))


def _statement(article: Article, content: str, who: str) -> Statement:
    start = article.text.index(content)
    words = Part.of(article.text, Span(start, start + len(content)))
    speaker = Speaker(who, Kind.PERSON, None, 0.9, "name")
    return Statement(digest("s", article.id, content), Speech.INDIRECT, words, speaker=speaker, rule="test")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("same") / "same.db"
    with store.open(made) as record:
        record.add(told("Tolpress", 9, "Ana Reyes", BORDER, TAXES))
        record.add(told("Orbit", 10, "Ana Reyes", CUT))
        record.add(told("Orbit", 10, "Pyotr Yorkin", FLEET))
        record.add(told("Ждань", 10, "Ана Рейес", ABROAD, language="ru"))
        record.join()
    return made


@pytest.fixture
def border(path: Path) -> str:
    with store.open(path) as record:
        (entry,) = record.statements(about="Zhdania")
        assert entry.same
        return entry.same


def test_an_utterance_is_shown_with_its_carriers_and_their_changes(run: Run, path: Path, border: str) -> None:
    shown = run("show", border, "--record", path).stdout.splitlines()
    assert shown[1] == "carried   by 3 statements in 3 articles, in en and ru, from 2031-05-09 to 2031-05-10"
    first, second, third = (next(n for n, line in enumerate(shown) if line.startswith(f"{k}  (2031")) for k in (1, 2, 3))
    assert "Tolpress" in shown[first]
    assert shown[first + 1].strip() == BORDER
    assert shown[second + 1].strip() == "{+all+} talks on the border will begin after the elections [-in Zhdania-]"
    assert "translation" in shown[third]
    assert shown[third + 1].strip() == ABROAD


def test_a_statement_tells_that_others_carry_it(run: Run, path: Path, border: str) -> None:
    with store.open(path) as record:
        first = record.utterance(border).carriers[0].statement
        (alone,) = record.statements(about="barley")
    assert f"utterance {border}, carried by 3 statements" in run("show", first, "--record", path).stdout
    assert "utterance" not in run("show", alone.id, "--record", path).stdout


def test_why_names_the_words_in_common(run: Run, path: Path, border: str) -> None:
    told_ = run("why", border, "--record", path).stdout
    assert "because   the record knows one speaker for both" in told_
    assert "border" in told_
    assert "elections" in told_


def test_said_once_shows_each_saying_once(run: Run, path: Path) -> None:
    every = run("said", "--jsonl", "--record", path).stdout.splitlines()
    once = run("said", "--once", "--jsonl", "--record", path).stdout.splitlines()
    assert (len(every), len(once)) == (5, 3)
    assert len({json.loads(line)["same"] for line in once}) == 3
    assert len(run("said", "--once", "--limit", "2", "--jsonl", "--record", path).stdout.splitlines()) == 2


def test_two_outlets_are_compared(run: Run, path: Path) -> None:
    result = run("compare", "tolpress", "Orbit", "--json", "--record", path)
    rows = json.loads(result.stdout)
    assert [row["carried"] for row in rows] == ["both", "tolpress", "Orbit"]
    assert {"change": "left out", "words": "in Zhdania"} in rows[0]["differences"]
    assert "Both carry 1 utterance, only tolpress 1, only Orbit 1." in result.stderr
    assert "tolpress leaves out Pyotr Yorkin 1." in result.stderr


def test_two_languages_are_compared(run: Run, path: Path) -> None:
    rows = list(csv.DictReader(run("compare", "--languages", "en", "ru", "--csv", "--record", path).stdout.splitlines()))
    assert [row["carried"] for row in rows] == ["both", "en", "en"]
    assert (rows[0]["two_content"], rows[0]["differences"]) == (ABROAD, "")


def test_a_limit_is_one_of_rows_and_not_of_what_is_compared(run: Run, path: Path) -> None:
    result = run("compare", "tolpress", "Orbit", "--limit", "1", "--json", "--record", path)
    assert [row["carried"] for row in json.loads(result.stdout)] == ["both"]
    assert "Both carry 1 utterance, only tolpress 1, only Orbit 1." in result.stderr


def test_whom_each_leaves_out_are_rows_of_their_own(run: Run, path: Path) -> None:
    (row,) = json.loads(run("compare", "Tolpress", "Orbit", "--speakers", "--json", "--record", path).stdout)
    assert (row["left_out_by"], row["name"], row["utterances"]) == ("Tolpress", "Pyotr Yorkin", 1)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (["Tolpress"], "name two outlets"),
        (["Tolpress", "Nowhere Post"], "holds no article of the outlet “Nowhere Post”"),
        (["Tolpress", "TOLPRESS"], "both are"),
        (["--languages", "en", "xx"], "no article of the language “xx”"),
        (["Tolpress", "Orbit", "--languages", "en", "ru"], "name two outlets, or two languages"),
    ],
)
def test_wrong_use_is_told_in_a_line(run: Run, path: Path, asked: list[str], answer: str) -> None:
    result = run("compare", *asked, "--record", path)
    assert result.exit_code == 1
    assert answer in result.stderr


def test_statements_are_judged_by_their_ids(run: Run, path: Path, border: str) -> None:
    with store.open(path) as record:
        first, second, *_ = (c.statement for c in record.utterance(border).carriers)
    judged = run("judge", "different", first, second, "--by", "ines", "--record", path).stdout
    assert judged.endswith(f"{first} and {second} are not the same\n")
    with store.open(path) as record:
        assert record.statement(first).same != record.statement(second).same
    run("judge", "undo", judged.split()[0], "--record", path)
    with store.open(path) as record:
        assert record.statement(first).same == record.statement(second).same
    assert "judge two names or two statements" in run("judge", "same", first, "Ana Reyes", "--record", path).stderr
    assert "only persons" in run("judge", "rename", first, "Ana", "--record", path).stderr
