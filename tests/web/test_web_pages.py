"""Every page tells what is in the record, and answers bad addresses with a clear page."""

from __future__ import annotations

import csv
import json
import re
import sys
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from verbale import read_files, store
from verbale.acts import ACTS
from verbale.model import Status

from .conftest import client

ROOT = Path(__file__).parents[2]
READY, PEACE, SUMMIT = "s_1111aaaa1111aaaa", "s_3333cccc3333cccc", "a_1111111111111111"


def text(page: str) -> str:
    """What a page says, without its tags."""
    return " ".join(re.sub(r"<[^>]+>", "", page).split())


def person_of(web: TestClient, name: str) -> str:
    return str(web.get(f"/api/persons?who={name}").json()["persons"][0]["id"])


def test_home_counts_what_there_is(web: TestClient) -> None:
    said = text(web.get("/").text)
    assert "3 statements by 2 speakers in 2 articles, published on 2031-05-09." in said
    assert "Of 1 statement the speaker is not known. Reading met 2 problems." in said
    assert "Ana Reyes" in said
    assert "Ukrainian" not in said


def test_search_finds_words_and_marks_them(web: TestClient) -> None:
    page = web.get("/search?about=ready").text
    assert "<strong>1 statement</strong>" in page
    assert "We will be <mark>ready</mark>" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", 3),
        ("who=reyes", 1),
        ("who=ре", 0),
        ("unknown=only", 1),
        ("unknown=only&who=reyes", 0),
        ("who=йоркин петр", 1),
        ("kind=indirect", 2),
        ("language=ru", 1),
        ("outlet=meridian post", 2),
        ("since=2031-05", 2),
        ("until=2031-05-08", 1),
        ("since=2032", 0),
        ("about=bridge&kind=indirect&language=en&outlet=MERIDIAN POST", 1),
        ('about="be ready"', 1),
        ("about=bri*", 1),
        ("about=переговор*", 1),
        ("about=ready&page=2", 1),
    ],
)
def test_search_narrows(web: TestClient, query: str, found: int) -> None:
    page = web.get(f"/search?{query}")
    assert page.status_code == 200
    assert f"{found} statement" in text(page.text)
    assert web.get(f"/api/statements?{query}").json()["total"] == found


def test_counts_lead_to_narrower_searches_and_back(web: TestClient) -> None:
    page = web.get("/search?about=*&outlet=Meridian+Post").text
    page = web.get("/search?outlet=Meridian+Post").text
    links = [link.replace("&amp;", "&") for link in re.findall(r'href="(\?[^"]*)"', page)]
    assert "?outlet=Meridian+Post&kind=direct" in links
    assert "?" in links
    for link in links:
        assert web.get(f"/search{link}").status_code == 200


@pytest.mark.parametrize(
    ("about", "begins", "times"),
    [("bridg", "bridg*", 1), ("переговорщиками", "", 0), ("переговорная", "переговор*", 1), ("be read", "be read*", 1)],
)
def test_words_without_hits_are_tried_as_beginnings(web: TestClient, about: str, begins: str, times: int) -> None:
    said = text(web.get("/search", params={"about": about}).text)
    assert "0 statements" in said
    assert ("With words that begin so:" in said) == bool(begins)
    if begins:
        assert f"With words that begin so: {begins}, {times} statement." in said
        assert web.get("/api/statements", params={"about": begins}).json()["total"] == times


def test_the_words_of_the_pages_are_explained(web: TestClient) -> None:
    page = web.get("/words").text
    assert [word for word in (*ACTS, *Status) if f">{word}</a></dt><dd>" not in page] == []


def test_an_article_marks_what_is_said_by_whom(web: TestClient) -> None:
    page = web.get(f"/articles/{SUMMIT}").text
    assert '<span class="said  h1" data-n="1">We will be ready</span>' in page
    assert '<span class=" cue h1" data-n="1">told</span>' in page
    assert '<span class=" source h1" data-n="1">Foreign Minister Ana Reyes</span>' in page
    assert f'id="{READY}"' in page
    assert "A quotation mark has no partner" in page


def test_a_note_tells_why(web: TestClient) -> None:
    page = web.get(f"/articles/{SUMMIT}").text
    (why,) = re.findall(rf'id="{READY}".*?<p class="because">(.*?)</p>', page, flags=re.DOTALL)
    assert why


def test_every_count_of_the_first_page_leads_to_so_many(web: TestClient) -> None:
    page = web.get("/").text
    links = re.findall(r'<a href="([^"]+)">(\d+ (?:statement|article|problem)s?)</a>', page)
    assert len(links) == 4
    for address, count in links:
        assert count in text(web.get(address).text), address


def test_an_article_shows_its_whole_text(web: TestClient, talks: Path) -> None:
    with store.open(talks, readonly=True) as record:
        article = record.article(SUMMIT)
    page = web.get(f"/articles/{SUMMIT}").text
    page = re.sub(r'<a class="at.*?</a>|<ol class="notes".*?</ol>', "", page, flags=re.DOTALL)
    assert all(line in text(page) for line in article.text.splitlines())


def test_a_statement_tells_its_setting_and_why(web: TestClient) -> None:
    said = text(web.get(f"/statements/{READY}").text)
    assert "Said on 2031-05-08 (“on Thursday”), at a summit in Lima, to journalists." in said
    assert "Carried by Orbit, then published by Meridian Post on 2031-05-09." in said
    assert "the cue stands between two quotations" in said
    assert f"Verbale {READY}, http://127.0.0.1:8031/statements/{READY}" in said


def test_a_person_has_names_offices_and_statements(web: TestClient) -> None:
    said = text(web.get(f"/persons/{person_of(web, 'reyes')}").text)
    assert "Ana Reyes person · named in 1 article, 2031-05 · 1 statement" in said
    assert "We will be ready" in said
    assert "Foreign Minister" in said


def test_ids_may_be_shortened_and_are_made_whole(web: TestClient) -> None:
    for path, whole in (("/statements/s_1111", READY), ("/articles/a_1111", SUMMIT)):
        answer = web.get(path)
        assert answer.status_code == 303
        assert answer.headers["location"].endswith(whole)


@pytest.mark.parametrize(
    "path", ["/statements/s_9", "/articles/nothing", "/persons/p_0", "/nowhere", "/plots/none.svg", "/articles/s_"]
)
def test_unknown_ids_get_a_clear_page(web: TestClient, path: str) -> None:
    answer = web.get(path)
    assert answer.status_code == 404
    assert '<p class="none">' in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    "query",
    [
        "since=yesterday",
        "until=2031-5",
        "kind=loud",
        "page=0",
        "page=-1",
        "page=x",
        "page=99999999",
        "order=x",
        "about=" + "x" * 401,
    ],
)
def test_what_is_no_question_is_told_so(web: TestClient, query: str) -> None:
    for path in ("/search", "/api/statements", "/search.csv", "/plots/months.svg"):
        answer = web.get(f"{path}?{query}")
        assert answer.status_code == 400, path


@pytest.mark.parametrize(
    "about", ['"', "AND", "a OR", "NEAR(", "content:x", "^", "*", "''", "\\", "(", "-x", "{", "%00", "\ud800"]
)
def test_no_search_is_a_syntax_error(web: TestClient, about: str) -> None:
    assert web.get("/search", params={"about": about.encode("utf-8", "replace").decode()}).status_code == 200
    assert web.get("/articles", params={"about": about.encode("utf-8", "replace").decode()}).status_code == 200


def test_a_page_beyond_the_last_says_so(web: TestClient) -> None:
    assert "There are only 1 pages" in text(web.get("/search?page=7").text)


def test_tables_can_be_taken_away(web: TestClient) -> None:
    table = web.get("/search.csv?about=ready")
    assert table.headers["content-disposition"] == 'attachment; filename="statements.csv"'
    assert len(table.text.splitlines()) == 2
    assert [json.loads(line)["id"] for line in web.get("/search.jsonl?kind=direct").text.splitlines()] == [READY]
    assert len(web.get("/articles.csv").text.splitlines()) == 3
    assert {json.loads(line)["name"] for line in web.get("/persons.jsonl").text.splitlines()} >= {"Ana Reyes", "Пётр Йоркин"}
    assert len(web.get("/problems.csv").text.splitlines()) == 3


def test_pictures_can_be_taken_away(web: TestClient) -> None:
    for address in (f"chain.svg?statement={READY}", f"offices.svg?person={person_of(web, 'reyes')}"):
        answer = web.get(f"/plots/{address}")
        assert answer.headers["content-type"] == "image/svg+xml"
        assert answer.text.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert web.get("/plots/months.svg?about=ready").status_code == 404  # a single month is no picture


def test_every_link_of_every_page_leads_somewhere(web: TestClient) -> None:
    """From the first page on, all that can be reached is there."""
    waiting, seen = ["/"], {"/"}
    while waiting:
        path = waiting.pop()
        answer = web.get(path)
        assert answer.status_code in {200, 303}, path
        if "html" not in answer.headers.get("content-type", ""):
            continue
        for link in re.findall(r'(?:href|src|data-png)="([^"#]+)', answer.text):
            address = link.replace("&amp;", "&")
            address = path.partition("?")[0] + address if address.startswith("?") else address
            if address.startswith("/") and address not in seen and len(seen) < 300:
                seen.add(address)
                waiting.append(address)
    assert len(seen) > 40


# ---------------------------------------------------------------- what the join tells


@pytest.fixture(scope="module")
def joined(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """The sample articles, read and joined."""
    path = tmp_path_factory.mktemp("joined") / "samples.db"
    with store.open(path) as record:
        record.add(read_files(ROOT / "examples" / "articles"))
        record.join()
    return client(path)


def test_a_saying_is_told_with_all_who_carried_it(joined: TestClient) -> None:
    many = next(u for u in every_utterance(joined) if len(u) > 1)
    said = text(joined.get(f"/statements/{many[0]}").text)
    assert "Who carried it" in said
    for other in many[1:]:
        assert f"/statements/{other}" in joined.get(f"/statements/{many[0]}").text


def every_utterance(web: TestClient) -> list[list[str]]:
    """The statements of each saying."""
    found: dict[str, list[str]] = {}
    for line in web.get("/search.jsonl").text.splitlines():
        row = json.loads(line)
        found.setdefault(row["same"], []).append(row["id"])
    return list(found.values())


def test_two_languages_stand_side_by_side(joined: TestClient) -> None:
    page = joined.get("/compare?by=language&one=en&two=ru")
    assert page.status_code == 200
    said = text(page.text)
    assert "only in English" in said
    assert "Only in Russian" in said
    assert joined.get("/compare?by=outlet&one=nobody&two=nobody+else").status_code == 200
    assert joined.get("/compare?by=weather").status_code == 400


def test_what_one_outlet_alone_carried_and_what_both_did_is_all_they_carried(joined: TestClient) -> None:
    one, two = (count["value"] for count in joined.get("/api/info").json()["outlets"][:2])
    page = text(joined.get("/compare", params={"one": one, "two": two}).text)
    total = joined.get("/api/statements", params={"outlet": one}).json()["total"]
    alone = re.search(r"carried by both, (\d+) statements? only by", page)
    assert alone
    assert int(alone[1]) <= total


def test_all_that_is_compared_stands_on_some_page_and_in_the_tables(joined: TestClient) -> None:
    """Whatever is shown page by page is taken away at once, and told to programs, each statement once."""
    asked = {"by": "language", "one": "en", "two": "ru"}
    rows = [json.loads(line) for line in joined.get("/compare.jsonl", params=asked).text.splitlines()]
    totals = joined.get("/api/compare", params=asked).json()["totals"]
    assert [sum(row["carried"] == side for row in rows) for side in ("both", "en", "ru")] == list(totals.values())
    assert totals["only_one"] > 20
    assert len(list(csv.reader(joined.get("/compare.csv", params=asked).text.splitlines(keepends=True)))) == len(rows) + 1
    shown, told, pages = [], [], -(-max(totals.values()) // 20)
    for page in range(1, pages + 1):
        html = joined.get("/compare", params={**asked, "page": page}).text
        assert ('rel="next"' in html) == (page < pages)
        shown += re.findall(r'href="/statements/([^"]+)"', html)
        answer = joined.get("/api/compare", params={**asked, "page": page}).json()
        told += [entry["id"] for entry in answer["only_one"] + answer["only_two"]]
        told += [pair[side]["statement"] for pair in answer["both"] for side in ("one", "two")]
    taken = [row[side]["statement"] for row in rows for side in ("one", "two") if row[side]]
    assert sorted(shown) == sorted(told) == sorted(taken)
    assert len(set(taken)) == len(taken)
    assert f"There are only {pages} pages" in text(joined.get("/compare", params={**asked, "page": pages + 1}).text)


def test_the_two_with_most_in_common_are_compared_first(joined: TestClient) -> None:
    asked = [{"one": one, "two": two} for one, two in outlets(joined)]
    most = max(joined.get("/api/compare", params=pair).json()["totals"]["both"] for pair in asked)
    assert most
    assert joined.get("/api/compare").json()["totals"]["both"] == most


def outlets(web: TestClient) -> list[tuple[str, str]]:
    return list(combinations([one["value"] for one in web.get("/api/info").json()["outlets"]], 2))


def test_one_saying_of_both_sides_is_a_pair(joined: TestClient) -> None:
    by = {saying["id"]: saying for saying in all_of(joined, "utterances")}
    outlets = {c["outlet"] for one in by.values() if len(one["carriers"]) > 1 for c in one["carriers"] if c["outlet"]}
    found = 0
    for one, two in combinations(sorted(outlets), 2):
        for pair in joined.get("/api/compare", params={"one": one, "two": two}).json()["both"]:
            carriers = [carrier["statement"] for carrier in by[pair["utterance"]]["carriers"]]
            assert (pair["one"]["outlet"], pair["two"]["outlet"]) == (one, two)
            assert {pair["one"]["statement"], pair["two"]["statement"]} <= set(carriers)
            found += 1
    assert found


def all_of(web: TestClient, what: str, **asked: str) -> list[dict[str, Any]]:
    """The rows of all pages that programs are told."""
    rows: list[dict[str, Any]] = []
    while True:
        answer = web.get(f"/api/{what}", params={**asked, "page": len(rows) // 20 + 1}).json()
        rows += answer[what]
        if len(rows) >= answer["total"]:
            return rows


@pytest.mark.parametrize(
    ("what", "page", "asked"),
    [
        ("events", "timeline", {}),
        ("events", "timeline", {"status": "held"}),
        ("figures", "figures", {}),
        ("figures", "figures", {"since": "2021-07"}),
    ],
)
def test_events_and_figures_are_told_to_programs_and_taken_away(
    joined: TestClient, what: str, page: str, asked: dict[str, str]
) -> None:
    rows = all_of(joined, what, **asked)
    assert 0 < len(rows) <= len(all_of(joined, what)) - bool(asked)
    assert [json.loads(line) for line in joined.get(f"/{page}.jsonl", params=asked).text.splitlines()] == rows
    table = list(csv.DictReader(joined.get(f"/{page}.csv", params=asked).text.splitlines(keepends=True)))
    assert [row["id"] for row in table] == [row["id"] for row in rows]
    assert joined.get(f"/api/{what}/{rows[0]['id']}").json() == rows[0]
    assert joined.get(f"/api/{what}/none").status_code == 404
    assert f"{len(rows)} {what[:-1]}" in text(joined.get(f"/{page}", params=asked).text)
    assert joined.get(f"/{page}.csv?since=never").status_code == 400


def test_sayings_are_told_with_their_carriers(joined: TestClient) -> None:
    sayings = {one["id"]: [c["statement"] for c in one["carriers"]] for one in all_of(joined, "utterances")}
    assert sorted(map(sorted, sayings.values())) == sorted(map(sorted, every_utterance(joined)))
    some = next(iter(sayings))
    assert joined.get(f"/api/utterances/{some}").json()["id"] == some
    russian = all_of(joined, "utterances", language="ru")
    assert 0 < len(russian) < len(sayings)
    assert all(any(c["language"] == "ru" for c in one["carriers"]) for one in russian)


def test_topics_are_taken_away(joined: TestClient) -> None:
    rows = [json.loads(line) for line in joined.get("/topics.jsonl").text.splitlines()]
    assert rows == joined.get("/api/topics").json()["topics"]
    assert joined.get("/topics.csv").text.splitlines()[0] == "id,name,statements"
    assert len(joined.get("/topics.csv").text.splitlines()) == len(rows) + 1


@pytest.mark.parametrize("path", ["/timeline", "/figures"])
def test_events_and_figures_are_shown_and_bad_questions_told(joined: TestClient, path: str) -> None:
    assert joined.get(path).status_code == 200
    assert joined.get(f"{path}?since=never").status_code == 400
    assert joined.get(f"{path}?source={'x' * 401}&actor={'x' * 401}").status_code == 400
    assert joined.get("/timeline?status=tired").status_code == 400
    assert joined.get("/events/e_none").status_code == 404


def test_topics_lead_to_who_holds_what(joined: TestClient) -> None:
    topics = {row["id"]: row for row in joined.get("/api/topics").json()["topics"]}
    talks = topics["talks"]
    assert talks["statements"] > 10
    assert joined.get("/api/statements?topic=talks").json()["total"] == talks["statements"]
    assert joined.get("/api/statements?about=переговоры").json()["total"] == talks["statements"]
    page = joined.get("/topics/talks").text
    said = text(page)
    actors = re.findall(r"<h2>(?:<a [^>]*>)?<bdi>([^<]+)<", page)
    assert len(actors) > 3
    for one in actors:
        steps = joined.get("/api/positions", params={"actor": one, "on": "talks"}).json()["steps"]
        assert steps
        assert [step for step in steps if f"{step['stance']} {step['from'][:7]}" not in said] == []
    assert joined.get("/plots/lanes.svg?topic=talks").status_code == 200
    assert joined.get("/topics/weather").status_code == 404
    assert joined.get("/api/positions?actor=Nobody+At+All&on=talks").status_code == 404
    assert joined.get("/api/positions?actor=Tolmaria").status_code == 400


def test_a_person_stands_somewhere_on_each_topic(joined: TestClient) -> None:
    """What the page of a person tells is what that person alone is told to hold."""
    person = person_of(joined, "hartov")
    page = joined.get(f"/persons/{person}")
    said = text(page.text)
    rows = [json.loads(line) for line in joined.get(f"/positions.jsonl?person={person}").text.splitlines()]
    assert {row["actor"] for row in rows} == {"Daniel Hartov"}
    for topic in {row["topic"] for row in rows}:
        steps = joined.get("/api/positions", params={"actor": person, "on": topic}).json()["steps"]
        assert [row["statements"] for row in rows if row["topic"] == topic] == [step["statements"] for step in steps]
        name = next(one["name"] for one in joined.get("/api/topics").json()["topics"] if one["id"] == topic)
        assert f"{name[:1].upper()}{name[1:]}: {steps[-1]['stance']}, last told" in said
    assert joined.get(f"/plots/lanes.svg?person={person}").status_code == 200


def test_positions_are_taken_away(joined: TestClient) -> None:
    rows = list(csv.DictReader(joined.get("/positions.csv?topic=talks").text.splitlines(keepends=True)))
    actors = {row["actor"] for row in rows}
    assert len(actors) > 3
    some = min(actors)
    alone = [
        json.loads(line) for line in joined.get("/positions.jsonl", params={"topic": "talks", "who": some}).text.splitlines()
    ]
    assert len(alone) == sum(row["actor"] == some for row in rows)
    page = text(joined.get("/topics/talks", params={"who": some}).text)
    assert "1 actor" in page
    assert "No stance of “Nobody” on it is told." in text(joined.get("/topics/talks?who=Nobody").text)
    assert joined.get("/positions.csv?topic=weather").status_code == 404
    assert joined.get("/positions.csv?person=p_0").status_code == 404


def test_persons_are_taken_away_as_they_are_asked_for(joined: TestClient) -> None:
    rows = [json.loads(line) for line in joined.get("/persons.jsonl?of=organisation").text.splitlines()]
    assert {row["kind"] for row in rows} == {"organisation"}
    assert f"{len(rows)} entries" in text(joined.get("/persons?of=organisation").text)


def test_of_many_statements_on_a_topic_the_last_are_looked_at(joined: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = text(joined.get("/topics/talks").text)
    assert "dated statements on it" not in whole
    monkeypatch.setattr("verbale.web.held.MOST", 1)
    said = text(joined.get("/topics/talks?since=2020").text)
    totals = re.findall(r"Of (\d+) dated statements on it, the 1 last ones that take a stance", said)
    assert totals
    assert max(map(int, totals)) > 1
    assert len(re.findall("on condition:", said)) < len(re.findall("on condition:", whole))


def test_days_narrow_a_topic(joined: TestClient) -> None:
    assert "2021-05" in text(joined.get("/topics/talks").text)
    assert "2021-05" not in text(joined.get("/topics/talks?since=2021-09").text).replace("2031-05", "")
    assert joined.get("/topics/talks?since=soon").status_code == 400


def test_a_brief_of_much_tells_of_the_last_only(joined: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "more than a page" not in text(joined.get("/brief?about=talks").text)
    monkeypatch.setattr(sys.modules["verbale.web.pages.brief"], "MOST", 2)
    said = text(joined.get("/brief?about=talks").text)
    assert "of events and figures the last 2 are told here" in said
    assert "2021-07-07: decree" not in said
    assert "2021-07-07: decree" in joined.get("/brief.md?about=talks").text
    assert joined.get("/brief?about=talks&actor=Nobody+At+All").status_code == 404
    assert "Daniel Hartov" in text(joined.get("/brief?about=talks&actor=Daniel+Hartov").text)


def test_topics_and_languages_go_by_their_names(joined: TestClient) -> None:
    home = joined.get("/").text
    assert '<a href="/topics/talks" dir="auto">talks</a>' in home
    assert "without “Ukrainian”" in text(joined.get("/search?about=xyzzy&language=uk").text)


def test_lists_are_made_anew_when_the_record_has_changed(tmp_path: Path) -> None:
    path = tmp_path / "samples.db"
    with store.open(path) as record:
        record.add(read_files(ROOT / "examples" / "articles" / "en_04_decree.txt"))
        record.join()
    with client(path) as web:
        before = web.get("/api/events").json()["total"]
        assert web.get("/api/events").json()["total"] == before > 0
        with store.open(path) as record:
            record.add(read_files(ROOT / "examples" / "articles" / "en_08_after_ten_months.txt"))
            record.add(read_files(ROOT / "examples" / "articles" / "ru_03_vstrecha_ne_planiruetsya.txt"))
            record.join()
            after = len(list(record.events()))
        assert after > before
        assert web.get("/api/events").json()["total"] == after


def test_what_is_done_in_saying_can_be_asked_for(joined: TestClient) -> None:
    acts = {count["value"]: count["times"] for count in joined.get("/api/info").json()["acts"]}
    for act, times in acts.items():
        assert joined.get(f"/api/statements?act={act}").json()["total"] == times


def test_every_link_of_the_samples_leads_somewhere(joined: TestClient) -> None:
    """Of pages made by real readings, too."""
    seen: set[str] = set()
    for page in (
        "/",
        "/search",
        "/topics",
        "/topics/talks",
        "/timeline",
        "/figures",
        "/compare",
        "/persons",
        "/problems",
        "/brief?about=talks",
    ):
        for link in re.findall(r'(?:href|src|data-png)="([^"#]+)', joined.get(page).text):
            address = link.replace("&amp;", "&")
            seen.add(page + address if address.startswith("?") else address)
    ours = sorted(address for address in seen if address.startswith("/"))
    assert [address for address in ours if joined.get(address).status_code not in {200, 303}] == []
    assert len(ours) > 60


def test_a_brief_is_shown_and_taken_away(joined: TestClient) -> None:
    said = text(joined.get("/brief?about=talks").text)
    for part in ("Positions", "Changes", "Conditions", "Events", "Figures", "Disagreements"):
        assert part in said
    assert joined.get("/brief.md?about=talks").headers["content-disposition"] == 'attachment; filename="brief.md"'
    assert "<script" not in joined.get("/brief.html?about=talks").text
    assert joined.get("/brief").status_code == 200
    for path, status in (
        ("/brief?about=weather", 404),
        ("/brief.pdf?about=talks", 400),
        ("/brief.md", 400),
        ("/brief?since=x", 400),
    ):
        assert joined.get(path).status_code == status
