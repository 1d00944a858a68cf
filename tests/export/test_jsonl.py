"""The exchange format to the letter."""

from __future__ import annotations

import io
import json
from dataclasses import replace

from verbale.export import FORMS, jsonl, writer
from verbale.model import Entry, Part
from verbale.text import Span

from .samples import AROUND, BARE, FULL


def written(*entries: Entry) -> str:
    out = io.StringIO()
    assert writer(FORMS["jsonl"])(iter(entries), out, AROUND) == len(entries)
    return out.getvalue()


def test_a_full_statement_has_every_field() -> None:
    assert json.loads(written(FULL)) == {
        "id": "s_full",
        "article": {
            "id": "a_full",
            "path": "norland.txt",
            "url": "https://meridian.example/norland",
            "outlet": "Meridian; Post",
            "title": 'Norland, "ready"',
            "language": "en",
            "published": "2031-05-09",
            "sha256": "5ca1ab1e",
        },
        "kind": "mixed",
        "headline": True,
        "content": {"text": "We will be ready … и\nне раньше", "spans": [[10, 26], [30, 42]]},
        "cue": {"text": "said", "spans": [[43, 47]]},
        "source": {"text": "Ana Reyes", "spans": [[48, 57]]},
        "speaker": {
            "id": "p_reyes",
            "called": "Ana Reyes Soto",
            "ids": ["wikidata:Q1", "x:1"],
            "name": "Ana Reyes",
            "kind": "person",
            "role": "Foreign Minister",
            "score": 0.97,
        },
        "candidates": [{"name": "Ana Reyes", "score": 0.8}, {"name": "Ana Lund", "score": 0.2}],
        "addressee": {"text": "journalists", "spans": [[60, 71]]},
        "venue": {"text": "a summit “Lima”", "spans": [[75, 90]], "kind": "summit", "place": "Lima"},
        "said": {"from": "2031-05-08", "to": "2031-05-09", "text": "on Thursday", "basis": "stated"},
        "relays": ["Orbit", "Meridian Wire"],
        "conditions": [
            {"text": "if, or … not", "spans": [[110, 115], [120, 122]], "kind": "unless", "promise": None},
            {
                "text": "if anybody",
                "spans": [[130, 140]],
                "kind": "if",
                "promise": {"text": "we stay", "spans": [[141, 148]]},
            },
        ],
        "inside": "s_outer",
        "rule": "quote-cue-speaker",
        "score": 0.93,
        "same": "u_ready",
        "ruled": "accept",
        "act": {"code": "PROMISE", "target": "Zhdania", "stance": "conditional"},
        "topics": ["talks", "troops"],
    }


def test_a_bare_statement_has_every_key_too() -> None:
    bare, full = json.loads(written(BARE)), json.loads(written(FULL))
    assert list(bare) == list(full)
    assert list(bare["article"]) == list(full["article"])
    assert {key: bare[key] for key in bare if key not in ("id", "article", "content")} == {
        "kind": "indirect",
        "headline": False,
        "cue": None,
        "source": None,
        "speaker": None,
        "candidates": [],
        "addressee": None,
        "venue": None,
        "said": {"from": None, "to": None, "text": None, "basis": "unknown"},
        "relays": [],
        "conditions": [],
        "inside": None,
        "rule": "",
        "score": 0.0,
        "same": None,
        "ruled": None,
        "act": None,
        "topics": [],
    }
    assert bare["article"]["path"] is None


def test_a_statement_is_one_line_to_every_program() -> None:
    words = "a\nb\rc\u2028d\u2029e\x85f\x0bg\x1ch"
    broken = replace(BARE, title=words, statement=replace(BARE.statement, content=Part((Span(0, 15),), (words,))))
    text = written(broken, FULL)
    assert len(text.splitlines()) == 2
    assert text.endswith("}\n")
    assert json.loads(text.splitlines()[0])["content"]["text"] == words


def test_letters_stand_as_they_are() -> None:
    assert "и\\nне раньше" in written(FULL)


def test_no_entries_make_no_lines() -> None:
    assert written() == ""


def test_entries_are_written_as_they_come() -> None:
    out = io.StringIO()

    def entries():
        yield FULL
        assert out.getvalue().count("\n") == 1
        yield BARE

    assert jsonl.write(entries(), out, AROUND) == 2
