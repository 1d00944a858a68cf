"""Readers judge where they may, nobody else does, and everything can be taken back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli.samples import made
from starlette.testclient import TestClient

import verbale
from verbale import store

from .conftest import HERE, client

READY, OPEN = "/statements/s_1111aaaa1111aaaa", "/statements/s_2222bbbb2222bbbb"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return made(tmp_path / "talks.db")


@pytest.fixture
def web(path: Path) -> Iterator[TestClient]:
    with client(path, edit=True, by="mo") as made_:
        yield made_


def mark(web: TestClient, page: str = READY) -> str:
    found = re.search(r'name="mark" value="([^"]+)"', web.get(page).text)
    assert found
    return found[1]


def send(web: TestClient, address: str, **form: str) -> int:
    answer = web.post(address, data={"mark": mark(web), **form}, headers={"origin": HERE})
    return answer.status_code


def text(web: TestClient, address: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", web.get(address).text).split())


def test_without_edit_there_is_nothing_to_judge_with(path: Path) -> None:
    plain = client(path)
    assert "<form" not in re.sub(r'<form[^>]*role="search".*?</form>', "", plain.get(READY).text, flags=re.DOTALL)
    assert plain.post(f"{READY}/rule", data={"decision": "reject"}).status_code == 405


def test_a_form_without_our_mark_changes_nothing(web: TestClient, path: Path) -> None:
    for form in ({}, {"mark": "guessed"}):
        assert web.post(f"{READY}/rule", data={"decision": "reject", **form}).status_code == 403
    good = mark(web)
    for headers in ({"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}):
        assert web.post(f"{READY}/rule", data={"decision": "reject", "mark": good}, headers=headers).status_code == 403
    answer = web.post(f"{READY}/rule", content=b"{}", headers={"content-type": "application/json"})
    assert answer.status_code == 403
    with store.open(path, readonly=True) as record:
        assert record.rulings.log() == []


def test_a_statement_is_rejected_and_taken_back(web: TestClient) -> None:
    assert send(web, f"{READY}/rule", decision="reject") == 303
    assert "Rejected: this is no statement, and it is left out of searches, by mo" in text(web, READY)
    assert "2 statements" in text(web, "/search")
    assert "Rejected ones too" in text(web, "/search")
    assert "3 statements" in text(web, "/search?rejected=too")
    (id_,) = re.findall(r'name="id" value="(r_\w+)"', web.get("/judgements").text)
    assert send(web, "/undo", id=id_) == 303
    assert "3 statements" in text(web, "/search")
    assert "takes back: rejects “We will be ready" in text(web, "/judgements")
    rows = [json.loads(line) for line in web.get("/judgements.jsonl").text.splitlines()]
    assert [row["undone"] for row in rows] == [False, True]
    assert rows[1]["statement"] == READY.rpartition("/")[2]
    assert len(web.get("/judgements.csv").text.splitlines()) == 3


def test_a_speaker_and_words_are_corrected(web: TestClient) -> None:
    form = {"speaker": "Ana Reyes", "kind": "person", "cue": "added", "source": "She", "content": "the bridge\nwould stay open"}
    assert send(web, f"{OPEN}/rule", decision="correct", **form) == 303
    said = text(web, OPEN)
    assert "the bridge … would stay open" in said
    assert "Corrected, by mo" in said
    assert "As it was read: unknown (“She”): “the bridge at Zhdan would stay open”" in said
    assert "2 statements" in text(web, "/search?who=reyes")


def test_a_speaker_is_of_the_kind_that_the_record_knows(alike: TestClient) -> None:
    row = alike.get("/api/statements?who=reydan").json()["statements"][0]
    parts = {name: row[name]["text"] for name in ("content", "cue", "source")}
    for name, kind in (("Lorvanian Foreign Ministry", "organisation"), ("Ana Reyden", "person"), ("Nobody Known", "person")):
        assert send_to(alike, f"/statements/{row['id']}", decision="correct", speaker=name, kind="", **parts) == 303
        speaker = alike.get(f"/api/statements/{row['id']}").json()["speaker"]
        assert (speaker["name"], speaker["kind"]) == (name, kind)


def send_to(web: TestClient, page: str, **form: str) -> int:
    return web.post(f"{page}/rule", data={"mark": mark(web, page), **form}, headers={"origin": HERE}).status_code


@pytest.mark.parametrize(
    "form",
    [
        {"decision": "praise"},
        {"decision": "correct", "content": "", "kind": "person"},
        {"decision": "correct", "content": "words that are nowhere", "kind": "person"},
        {"decision": "correct", "content": "the bridge at Zhdan would stay open", "kind": "planet", "speaker": "X"},
        {
            "decision": "correct",
            "content": "the bridge at Zhdan would stay open",
            "cue": "added",
            "source": "She",
            "kind": "person",
        },
    ],
)
def test_a_ruling_that_says_nothing_is_told_so(web: TestClient, form: dict[str, str]) -> None:
    assert send(web, f"{OPEN}/rule", **form) == 400
    assert "Nothing has been judged yet" in text(web, "/judgements")


def test_persons_are_merged_parted_and_renamed(web: TestClient) -> None:
    person = next(p for p in web.get("/api/persons").json()["persons"] if p["name"] == "Ana Reyes")
    form = {"mark": mark(web), "one": person["id"], "other": "Пётр Йоркин", "verdict": "same"}
    other = next(p for p in web.get("/api/persons").json()["persons"] if p["name"] == "Пётр Йоркин")
    web.post("/judge", data=form)
    answers = [web.get(f"/persons/{p['id']}") for p in (person, other)]
    assert sorted(answer.status_code for answer in answers) == [200, 303]  # the one leads to the other
    (whole,) = (answer.headers["location"] for answer in answers if answer.status_code == 303)
    assert "2 statements" in text(web, whole)
    (led,) = {a.headers["location"] for p in (person, other) if (a := web.get(f"/search?person={p['id']}")).status_code == 303}
    assert "2 statements" in text(web, led)
    assert len([p for p in web.get("/api/persons").json()["persons"] if p["kind"] == "person"]) == 1
    (id_,) = re.findall(r'name="id" value="(j_\w+)"', web.get("/judgements").text)
    assert send(web, "/undo", id=id_) == 303
    people = [p for p in web.get("/api/persons").json()["persons"] if p["kind"] == "person"]
    assert {p["id"] for p in people} == {person["id"], other["id"]}
    assert [web.get(f"/persons/{p['id']}").status_code for p in people] == [200, 200]
    assert "0 statements" in text(web, "/search?person=p_0000")
    reyes = next(p for p in people if p["name"] == "Ana Reyes")
    assert send(web, "/judge", one=reyes["id"], other="A. Reyes Soto", verdict="rename") == 303
    assert "A. Reyes Soto" in {p["name"] for p in web.get("/api/persons").json()["persons"]}


def test_sayings_are_merged_and_parted(web: TestClient) -> None:
    """Two statements that no wording would join."""
    one, other = READY.rpartition("/")[2], f"http://127.0.0.1:8031{OPEN}#words"
    assert send(web, "/judge", one=one, other=other, verdict="same") == 303
    assert "judged to be one" in text(web, READY)
    assert f'<a href="{READY}">' in web.get("/judgements").text
    assert send(web, "/judge", one=one, other=other, verdict="different") == 303
    assert "judged to be one" not in text(web, READY)


@pytest.mark.parametrize(
    "form", [{}, {"verdict": "same", "one": "Ana Reyes"}, {"verdict": "same", "one": "Ana Reyes", "other": "Ana Reyes"}]
)
def test_a_judgement_that_says_nothing_is_told_so(web: TestClient, form: dict[str, str]) -> None:
    assert send(web, "/judge", **form) == 400


def test_strangers_cannot_be_judged(web: TestClient) -> None:
    assert send(web, "/judge", verdict="same", one="Ana Reyes", other="Nobody Known") in {400, 404}
    assert send(web, "/undo", id="j_0") == 404
    assert send(web, "/undo", id="r_0") == 404


def test_a_file_that_may_not_be_written_is_told(web: TestClient, path: Path) -> None:
    folder = path.parent
    good = mark(web)
    path.chmod(0o444)
    folder.chmod(0o555)
    try:
        answer = web.post(f"{READY}/rule", data={"mark": good, "decision": "reject"})
        assert answer.status_code in {303, 503}  # whoever is root may write all
    finally:
        folder.chmod(0o755)
        path.chmod(0o644)


# ---------------------------------------------------------------- names that may be one


@pytest.fixture
def alike(tmp_path: Path) -> Iterator[TestClient]:
    """A record in which one may have been misspelt."""
    path = tmp_path / "alike.db"
    names = ["Ana Reyden"] * 3 + ["Ana Reydan"] * 2
    with store.open(path) as record:
        record.add([verbale.read("The Lorvanian Foreign Ministry said on Monday that the bridge would open.\n")])
        record.add(verbale.read(f"Harvest {n}\n\n“The harvest will not wait,” {name} said.\n") for n, name in enumerate(names))
        record.join()
    with client(path, edit=True, by="mo") as made_:
        yield made_


@pytest.mark.parametrize(("verdict", "persons"), [("same", 1), ("different", 2), ("unsure", 2)])
def test_names_that_may_be_one_are_judged_from_a_list(alike: TestClient, verdict: str, persons: int) -> None:
    assert "1 pair of names may be one" in text(alike, "/persons?who=ana")
    assert "Ana Reyden and Ana Reydan" in text(alike, "/doubts")
    (row,) = (json.loads(line) for line in alike.get("/doubts.jsonl").text.splitlines())
    form = {"mark": mark(alike, "/doubts"), "one": row["one"], "other": row["two"], "verdict": verdict, "back": "/doubts"}
    answer = alike.post("/judge", data=form, headers={"origin": HERE})
    assert answer.headers["location"] == "/doubts"
    assert "No pair of names is doubtful" in text(alike, "/doubts")
    assert len([p for p in alike.get("/api/persons?who=ana").json()["persons"] if p["kind"] == "person"]) == persons


def test_doubtful_names_stand_on_the_page_of_either(alike: TestClient) -> None:
    for person in alike.get("/api/persons?who=ana").json()["persons"]:
        assert "Ana Reyden and Ana Reydan" in text(alike, f"/persons/{person['id']}")
    evil = {"mark": mark(alike, "/doubts"), "one": "Ana Reyden", "other": "Ana Reydan", "verdict": "unsure"}
    answer = alike.post("/judge", data={**evil, "back": "https://evil.example/doubts"}, headers={"origin": HERE})
    assert answer.headers["location"] == "/judgements"
