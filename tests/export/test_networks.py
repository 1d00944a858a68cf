"""Coded events, tables for discourse networks and the networks themselves, read back with csv, json and NetworkX."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import networkx

from verbale.export import FORMS, Around, jsonl, writer
from verbale.model import Act, Entry, Stance

from .story import ARTICLE, PLAIN, TEXT
from .writing import entries

ARTICLES = {ARTICLE.id: ARTICLE, PLAIN.id: PLAIN}


def told() -> list[Entry]:
    """The story, with an act and topics on what Ana Reyes says herself."""
    head, ready, crossing, bridge, within, rain = entries()
    return [
        replace(head, act=None, topics=()),
        replace(ready, act=Act("promise", "Ждания & Co", Stance.CONDITIONAL), topics=("talks", "troops")),
        replace(crossing, act=Act("report"), topics=("talks",)),
        replace(bridge, act=Act("reject", None, Stance.CLOSED), topics=("talks",)),
        replace(within, act=Act("report"), topics=()),
        replace(rain, act=Act("report"), topics=("rain",)),
    ]


def text(form: str) -> str:
    out = io.StringIO(newline="")
    sides = {e.person: "Norland" for e in told() if e.person and e.speaker and e.speaker.name == "Ana Reyes"}
    assert writer(FORMS[form])(told(), out, Around(ARTICLES.__getitem__, sides=lambda: sides)) == (
        3 if form == "graphml" else 6
    )
    return out.getvalue()


def test_an_act_has_its_code_and_plain_speech_is_kept() -> None:
    events = [json.loads(line) for line in text("plover").splitlines()]
    assert [e["event_type"] for e in events] == [None, "AGREE", None, "REJECT", None, None]
    assert [e["speech"] for e in events] == [None, "promise", "report", "reject", "report", "report"]
    ready = events[1]
    assert (ready["attributes"]["ACTOR"]["text"], ready["attributes"]["ACTOR"]["country"]) == ("Ana Reyes", "Norland")
    assert (ready["attributes"]["RECIP"], ready["attributes"]["LOC"]) == ({"text": "Ждания & Co"}, {"text": "Lima"})
    assert (ready["date"], ready["date_basis"], ready["contexts"]) == ("2031-05-08", "stated", ["talks", "troops"])
    assert [e["statement"] for e in events] == [json.loads(jsonl.line(jsonl.row(e))) for e in told()]


def test_a_statement_has_a_row_for_each_concept() -> None:
    rows = list(csv.DictReader(io.StringIO(text("dna"), newline="")))
    ready = [r for r in rows if r["statement"] == "s_1111aaaa1111aaaa"]
    assert [(r["concept"], r["agreement"]) for r in ready] == [("talks", "1"), ("troops", "1")]
    assert {(r["person"], r["organization"], r["time"]) for r in ready} == {("Ana Reyes", "Norland", "2031-05-08")}
    others = [(r["person"], r["organization"], r["concept"], r["agreement"]) for r in rows if r not in ready]
    assert others == [
        ("", "", "", ""),
        ("", "", "talks", ""),
        ("Ana Reyes", "Norland", "talks", "0"),
        ("Пётр Йоркин", "", "", ""),
        ("", "Ministry of Weather", "rain", ""),
    ]


def test_offsets_are_those_of_java() -> None:
    java = TEXT.encode("utf-16-le")
    for row in csv.DictReader(io.StringIO(text("dna"), newline="")):
        if row["document_id"] == ARTICLE.id:
            words = java[2 * int(row["start"]) : 2 * int(row["stop"])].decode("utf-16-le")
            assert words.startswith(row["text"].partition(" … ")[0])
            assert words.endswith(row["text"].rpartition(" … ")[2])


def test_the_network_counts_who_agrees() -> None:
    graph = networkx.parse_graphml(text("graphml"))
    labels = {node: told["label"] for node, told in graph.nodes(data=True)}
    edges = {
        frozenset((labels[a], labels[b])): (told["weight"], told["agree"], told["disagree"], told["unclear"])
        for a, b, told in graph.edges(data=True)
    }
    assert edges == {
        frozenset(("Ana Reyes", "talks")): (2, 1, 1, 0),
        frozenset(("Ana Reyes", "troops")): (1, 1, 0, 0),
        frozenset(("Ministry of Weather", "rain")): (1, 0, 0, 1),
    }
    kinds = {told["label"]: (told["kind"], told["statements"]) for _, told in graph.nodes(data=True)}
    assert kinds["Ana Reyes"] == ("person", 3)
    assert kinds["talks"] == ("concept", 2)
