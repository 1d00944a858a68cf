"""The flat table: every field of a statement in a column of its own."""

from __future__ import annotations

import csv
import io
from dataclasses import fields, replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from verbale.export import FORMS, writer
from verbale.export.csv import COLUMNS
from verbale.model import Entry, Part, Statement
from verbale.text import Span

from .samples import AROUND, BARE, FULL


def table(*entries: Entry) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    assert writer(FORMS["csv"])(iter(entries), out, AROUND) == len(entries)
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


def test_a_full_statement_fills_every_column_that_can_be_known() -> None:
    assert table(FULL) == [
        {
            "id": "s_full",
            "article": "a_full",
            "path": "norland.txt",
            "sha256": "5ca1ab1e",
            "url": "https://meridian.example/norland",
            "outlet": "Meridian; Post",
            "title": 'Norland, "ready"',
            "language": "en",
            "published": "2031-05-09",
            "kind": "mixed",
            "headline": "true",
            "implicit": "true",
            "unquoted": "true",
            "content": "We will be ready … и\nне раньше",
            "content_spans": "10-26;30-42",
            "cue": "said",
            "cue_spans": "43-47",
            "source": "Ana Reyes",
            "source_spans": "48-57",
            "person": "p_reyes",
            "called": "Ana Reyes Soto",
            "person_ids": "wikidata:Q1 | x:1",
            "speaker": "Ana Reyes",
            "speaker_kind": "person",
            "speaker_role": "Foreign Minister",
            "speaker_score": "0.97",
            "speaker_decider": "name",
            "speaker_span": "48-57",
            "addressee": "journalists",
            "addressee_spans": "60-71",
            "venue": "a summit “Lima”",
            "venue_spans": "75-90",
            "venue_kind": "summit",
            "venue_place": "Lima",
            "said_from": "2031-05-08",
            "said_to": "2031-05-09",
            "said_basis": "stated",
            "said": "on Thursday",
            "said_spans": "91-102",
            "relays": "Orbit | Meridian Wire",
            "conditions": "if, or … not | if anybody",
            "conditions_spans": "110-115;120-122|130-140",
            "conditions_kinds": "unless | if",
            "promises": " | we stay",
            "promises_spans": "|141-148",
            "inside": "s_outer",
            "rule": "quote-cue-speaker",
            "score": "0.93",
            "why": "the cue stands between marks | the name follows it",
            "candidates": "Ana Reyes 0.80 | Ana Lund 0.20",
            "same": "u_ready",
            "ruled": "accept",
            "act": "promise",
            "target": "Zhdania",
            "stance": "conditional",
            "plover": "AGREE",
            "topics": "talks | troops",
        }
    ]


def test_every_field_of_a_statement_has_a_column() -> None:
    """A field that is added to the model must be added here as well."""
    without = {f.name for f in fields(Statement)} - set(COLUMNS)
    assert without == set()
    assert {f.name for f in fields(Entry)} - set(COLUMNS) == {"statement"}


def test_a_bare_statement_leaves_cells_empty_and_contents_alone() -> None:
    (row,) = table(BARE)
    assert tuple(row) == COLUMNS
    assert row["content"] == "=SUM(A1:A9)\r"
    filled = {name for name, cell in row.items() if cell}
    assert filled == {
        "id", "article", "kind", "headline", "implicit", "unquoted", "content", "content_spans", "said_basis", "score"
    }  # fmt: skip


def test_a_table_without_rows_has_its_header() -> None:
    out = io.StringIO(newline="")
    writer(FORMS["csv"])([], out, AROUND)
    assert out.getvalue() == ",".join(COLUMNS) + "\r\n"


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_words_survive(words: str) -> None:
    entry = replace(FULL, title=words, statement=replace(FULL.statement, content=Part((Span(0, len(words)),), (words,))))
    first, second = table(entry, BARE)
    assert (first["content"], first["title"]) == (words, words)
    assert second["id"] == "s_bare"


def test_a_file_holds_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "statements.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        writer(FORMS["csv"])([FULL, BARE], out, AROUND)
    with path.open(encoding="utf-8", newline="") as file:
        assert list(csv.DictReader(file)) == table(FULL, BARE)
