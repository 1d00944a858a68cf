"""What others know: read from three kinds of files, joined with the record, ids carried through."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from verbale.errors import Code, SourceError
from verbale.model import Kind
from verbale.people import Known, Post, people
from verbale.people.outside import from_lines
from verbale.sources.known import read_known

from .records import article, same

FTM = [
    {
        "id": "NK-1", "caption": "Luka Terzen", "schema": "Person", "datasets": ["default"],
        "properties": {
            "name": ["Luka Terzen", "Лука Терзен"], "alias": ["Terzen Luka"], "gender": ["male"],
            "position": ["Minister of Trade (2012-2018)"], "wikidataId": ["Q1"],
        },
    },
    {"id": "P-1", "schema": "Position", "properties": {"name": ["President of Norway"]}},
    {"id": "O-1", "schema": "Occupancy", "properties": {"holder": ["NK-1"], "post": ["P-1"], "startDate": ["2030-01"]}},
    {"id": "S-1", "schema": "Sanction", "properties": {}},
]  # fmt: skip
ITEM = {
    "id": "Q1",
    "labels": {"en": {"language": "en", "value": "Luka Terzen"}, "ru": {"language": "ru", "value": "Лука Терзен"}},
    "aliases": {"en": [{"language": "en", "value": "L. Terzen"}]},
    "claims": {
        "P31": [{"mainsnak": {"datavalue": {"value": {"id": "Q5"}}}}],
        "P21": [{"mainsnak": {"datavalue": {"value": {"id": "Q6581097"}}}}],
        "P39": [
            {
                "mainsnak": {"datavalue": {"value": {"id": "Q2"}}},
                "qualifiers": {"P580": [{"datavalue": {"value": {"time": "+2030-01-00T00:00:00Z"}}}]},
            }
        ],
    },
}
OFFICE = {"id": "Q2", "labels": {"en": {"language": "en", "value": "President of Norway"}}, "claims": {}}
TABLE = """name,aliases,kind,role,from,to,id
Luka Terzen,Лука Терзен; Terzen Luka,person,President of Norway,2030-01,2031-12,x:1
Luka Terzen,,person,Minister of Trade,2012,2018,x:1
Orbit,,organisation,,,,
,,person,,,,
Nobody,,unicorn,,,,
"""


def lines(*rows: object) -> list[str]:
    return [json.dumps(row, ensure_ascii=False) for row in rows]


def test_follow_the_money() -> None:
    known = from_lines(lines(*FTM)).known
    posts = (Post("Minister of Trade", "en", "2012", "2018"), Post("President of Norway", "en", "2030-01", ""))
    names = ("Luka Terzen", "Лука Терзен", "Terzen Luka")
    assert known == (Known("opensanctions:NK-1", Kind.PERSON, names, "Masc", posts, ("wikidata:Q1",)),)


def test_entities_of_others_are_told_by_the_name_of_the_form() -> None:
    (known,) = from_lines(lines({"id": "x", "schema": "Company", "properties": {"name": ["Orbit"]}})).known
    assert (known.id, known.kind) == ("ftm:x", Kind.ORGANISATION)


def test_wikidata() -> None:
    person, office = from_lines(["[\n", *(f"{line},\n" for line in lines(ITEM, OFFICE)), "]\n"]).known
    assert person.names == ("Luka Terzen", "Лука Терзен", "L. Terzen")
    assert (person.id, person.kind, person.gender) == ("wikidata:Q1", Kind.PERSON, "Masc")
    assert person.posts == (Post("President of Norway", "en", "2030-01", ""),)
    assert office.kind is Kind.ORGANISATION


def test_a_table() -> None:
    found = from_lines(TABLE.splitlines(keepends=True))
    luka, orbit = found.known
    assert luka.names == ("Luka Terzen", "Лука Терзен", "Terzen Luka")
    assert [p.start for p in luka.posts] == ["2030-01", "2012"]
    assert orbit.kind is Kind.ORGANISATION
    assert [p.code for p in found.problems] == [Code.METADATA, Code.METADATA]


def test_a_broken_line_is_told_and_costs_nothing_else() -> None:
    found = from_lines([*lines(FTM[0]), "{broken", '"no object"'])
    assert len(found.known) == 1
    assert [(p.code, p.words) for p in found.problems] == [(Code.BROKEN_JSON, "{broken"), (Code.BROKEN_JSON, '"no object"')]


def test_files_packed_and_not(tmp_path: Path) -> None:
    (tmp_path / "known.csv").write_text("\ufeff" + TABLE, "utf-8")
    (tmp_path / "known.jsonl.gz").write_bytes(gzip.compress("\n".join(lines(*FTM)).encode()))
    assert len(read_known(tmp_path / "known.csv").known) == 2
    assert len(read_known(tmp_path / "known.jsonl.gz").known) == 1
    assert read_known(tmp_path / "known.jsonl.gz", wanted=lambda known: "Reyes" in known.names[0]).known == ()


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe\x00", b"one,two\n1,2\n"])
def test_what_cannot_be_read_is_told_in_one_line(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "known").write_bytes(content)
    with pytest.raises(SourceError, match=r"empty|cannot be read|no column"):
        read_known(tmp_path / "known")


# ---------------------------------------------------------------- in the join

LUKA = from_lines(lines(*FTM)).known


def test_ids_are_carried_through_and_known_spellings_join() -> None:
    alias = Known("x:1", Kind.PERSON, ("Luka Terzen", "Orlan Mavis"))
    found = people([*article("a", "Luka Terzen"), *article("b", "Orlan Mavis")], known=[alias])
    assert same(found, ("a", 0), ("b", 0))
    assert found.persons[0].ids == ("x:1",)


def test_a_known_holder_is_found_by_the_bare_office_of_his_time() -> None:
    record = [
        *article("a", "Luka Terzen", date="2024-05"),
        *article("b", "президент Норвегии:", date="2030-06", language="ru"),
        *article("c", "president of Norway:", date="2029-06"),
    ]
    found = people(record, known=LUKA)
    assert same(found, ("a", 0), ("b", 0))
    assert found.person("c", 0) is None
    assert people(record).person("b", 0) is None


def test_two_known_persons_are_never_one() -> None:
    known = [Known("x:1", Kind.PERSON, ("Luka Terzen",)), Known("x:2", Kind.PERSON, ("Лука Терзен",))]
    found = people([*article("a", "Luka Terzen"), *article("b", "Лука Терзен", language="ru")], known=known)
    assert {p.ids for p in found.persons} == {("x:1",), ("x:2",)}


def test_a_name_that_two_known_persons_bear_tells_neither() -> None:
    known = [Known("x:1", Kind.PERSON, ("Luka Terzen",)), Known("x:2", Kind.PERSON, ("Luka Terzen",))]
    assert people(article("a", "Luka Terzen"), known=known).persons[0].ids == ()


def test_those_whom_the_record_does_not_name_are_passed_over() -> None:
    assert [p.name for p in people(article("a", "Ana Reyes"), known=LUKA).persons] == ["Ana Reyes"]
