"""`verbale who`, `judge`, `people` and the reasons for an identity: what a person sees and says of persons."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from verbale import store
from verbale.model import Article, Kind, Mention, Part, Reading, Speaker, Speech, Statement
from verbale.text import Span

from .conftest import Run

TEXT = "Ana Reyes met Luka Terzen. Reyes left. Пётр Йоркин stayed."
NAMES = ("Ana Reyes", "Luka Terzen", "Reyes", "Пётр Йоркин")


def article(number: int, *names: str) -> Reading:
    mentions = tuple(Mention(Span(TEXT.index(name), TEXT.index(name) + len(name)), Kind.PERSON, name) for name in names)
    return Reading(Article(f"a_{number:016}", TEXT, "en", published=f"2031-0{number}-09"), mentions=mentions)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A record of two articles that name three persons."""
    path = tmp_path / "people.db"
    with store.open(path) as record:
        record.add([article(1, *NAMES[:3]), article(2, NAMES[0], NAMES[3])])
        record.join()
    return path


def test_one_person_is_shown_in_full(run: Run, kept: Path) -> None:
    told = run("who", "ana", "--record", kept).stdout.splitlines()
    assert told[0] == "who       Ana Reyes (person)"
    assert told[1] == "names     Ana Reyes 2, Reyes 1"
    assert "named     in 2 articles, 2031-01 to 2031-02" in told
    assert "beside    Luka Terzen 1, Пётр Йоркин 1" in told
    assert "for one   “Ana Reyes” a_0000000000000001:0, “Reyes” a_0000000000000001:2" in told
    assert re.fullmatch(r"id        p_[0-9a-f]{16}", told[-1])


def test_several_persons_are_rows_the_most_named_first(run: Run, kept: Path) -> None:
    head, *rows = run("who", "--record", kept).stdout.splitlines()
    assert head.split() == ["NAME", "KIND", "OFFICE", "ARTICLES", "SAID", "ID", "SPELLINGS"]
    assert [row.split("  ")[0] for row in rows] == ["Ana Reyes", "Luka Terzen", "Пётр Йоркин"]
    assert len(run("who", "--limit", 1, "--record", kept, "--csv").stdout.splitlines()) == 2
    assert run("who", "--kind", "country", "--record", kept).stdout == ""


def test_persons_for_programs(run: Run, kept: Path) -> None:
    (ana,) = json.loads(run("who", "reyes", "--record", kept, "--json").stdout)
    assert (ana["name"], ana["kind"], ana["articles"], ana["statements"]) == ("Ana Reyes", "person", 2, 0)
    assert ana["names"] == [{"name": "Ana Reyes", "times": 2}, {"name": "Reyes", "times": 1}]
    (row,) = csv.DictReader(io.StringIO(run("who", ana["id"], "--record", kept, "--csv").stdout))
    assert row["names"] == "Ana Reyes | Reyes"
    assert row.keys() == ana.keys()


def test_nobody_is_told(run: Run, kept: Path) -> None:
    result = run("who", "Nemo", "--record", kept)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "holds nobody of the name “Nemo”" in result.stderr


def test_a_judgement_counts_at_once_and_can_be_taken_back(run: Run, kept: Path) -> None:
    told = run("judge", "same", "Luka Terzen", "Пётр Йоркин", "--by", "ines", "--record", kept)
    id_, _, words = told.stdout.strip().partition("  ")
    assert words == "“Luka Terzen” and “Пётр Йоркин” are the same"
    assert "names     Luka Terzen 1, Пётр Йоркин 1" in run("who", "terzen", "--record", kept).stdout
    assert run("judge", "undo", id_, "--by", "mira", "--record", kept).exit_code == 0
    assert "names     Luka Terzen 1\n" in run("who", "terzen", "--record", kept).stdout
    log = [json.loads(line) for line in run("judge", "--record", kept, "--jsonl").stdout.splitlines()]
    assert [(j["verdict"], j["who"]) for j in log] == [("same", "ines"), ("undo", "mira")]
    assert log[1]["undoes"] == id_


def test_a_judgement_may_wait_for_the_next_join(run: Run, kept: Path) -> None:
    told = run("judge", "rename", "Luka Terzen", "Luka the Elder", "--later", "--record", kept, env={"VERBALE_JUDGE": "ines"})
    assert "counts from the next join on" in told.stderr
    assert run("who", "Elder", "--record", kept).stdout == ""
    assert run("people", "join", "--record", kept).exit_code == 0
    assert "who       Luka the Elder (person)" in run("who", "Terzen", "--record", kept).stdout
    assert "ines" in run("judge", "--record", kept).stdout


def test_one_article_s_use_of_a_name_is_judged_by_itself(run: Run, kept: Path) -> None:
    run("judge", "different", "Ana Reyes", "Ana Reyes", "--article", "a_0000000000000002", "--record", kept)
    assert len(json.loads(run("who", "ana", "--record", kept, "--json").stdout)) == 2


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("judge same Nemo Reyes", "nobody in the record is called “Nemo”"),
        ("judge same Reyes Reyes", "both are “Reyes”"),
        ("judge undo j_zz", "no judgement has an id that begins"),
        ("who p_zz", "no person has an id that begins"),
        ("why p_zz a_0000000000000001:0", "no person has an id that begins"),
        ("people import nothing.csv", "nothing.csv cannot be read"),
    ],
)
def test_what_is_not_there_is_told_in_one_line(run: Run, kept: Path, wrong: str, told: str) -> None:
    result = run(*wrong.split(), "--record", kept)
    assert result.exit_code == 1
    assert told in result.stderr
    assert result.stderr.count("\n") == 1


def test_why_a_mention_is_a_person(run: Run, kept: Path) -> None:
    (ana,) = json.loads(run("who", "ana", "--record", kept, "--json").stdout)
    told = run("why", ana["id"][:8], "a_0000000000000001:2", "--record", kept).stdout.splitlines()
    assert told[0] == f"“Reyes” in a_0000000000000001 is Ana Reyes ({ana['id']})."
    assert told[1] == "because   The article says “Reyes” for “Ana Reyes”:"
    other = run("why", ana["id"], "a_0000000000000001:1", "--record", kept).stdout
    assert "is Luka Terzen (" in other
    assert "not Ana Reyes." in other
    wrong = run("why", ana["id"], "here", "--record", kept)
    assert "“here” is no mention" in wrong.stderr


def test_knowledge_is_imported_and_its_ids_shown(run: Run, kept: Path) -> None:
    Path("known.csv").write_text(
        "name,aliases,kind,role,from,to,id\nAna Reyes,,person,poet,2030,,x:1\nNemo,,,,,,x:2\n", "utf-8"
    )
    assert run("people", "import", "known.csv", "--record", kept).stdout == f"2 entries kept; 1 person of {kept} known.\n"
    assert "known as  x:1" in run("who", "ana", "--record", kept).stdout
    only = run("people", "import", "known.csv", "--named", "--record", kept)
    assert only.stdout == f"1 entry kept; 1 person of {kept} known.\n"


def test_a_line_that_cannot_be_read_is_told_and_costs_exit_code_2(run: Run, kept: Path) -> None:
    Path("known.jsonl").write_text(
        '{"id": "NK-1", "schema": "Person", "caption": "Ana Reyes", "properties": {}}\n{broken\n', "utf-8"
    )
    result = run("people", "import", "known.jsonl", "--record", kept)
    assert result.exit_code == 2
    assert result.stdout == f"1 entry kept; 1 person of {kept} known.\n"
    assert "{broken" in result.stderr
    assert "broken-json" in run("problems", "--record", kept).stdout


def test_a_bare_office_is_told_with_its_holder(run: Run, tmp_path: Path) -> None:
    text = "President of Norway Ana Reyes came. The president of Norway said: “Yes.”"
    speaker = Speaker("president of Norway", Kind.UNNAMED)
    said = Statement("s_1", Speech.DIRECT, Part.of(text, Span(text.index("Yes"), text.index("Yes") + 3)), speaker=speaker)
    named = Mention(Span(20, 29), Kind.PERSON, "Ana Reyes", "President of Norway")
    with store.open(tmp_path / "office.db") as record:
        record.add(Reading(Article("a_1", text, "en", published="2031-05-09"), (said,), (named,)))
        record.join()
    row = run("said", "reyes", "--record", tmp_path / "office.db").stdout.splitlines()[1]
    assert "Ana Reyes (president of Norway)" in row
    (line,) = run("export", "--to", "-", "--record", tmp_path / "office.db").stdout.splitlines()
    told = json.loads(line)["speaker"]
    assert (told["name"], told["called"], told["kind"]) == ("president of Norway", "Ana Reyes", "unnamed")
