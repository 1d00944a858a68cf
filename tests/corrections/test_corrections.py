"""What was written comes back as no correction, and what is corrected in a file as exactly that."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from cassis import load_cas_from_xmi, load_typesystem
from export.story import ARTICLE, PLAIN, RAIN, READY, STATEMENTS, TEXT, at
from export.writing import folder, text

from verbale.corrections import Change, Compared, compare, sheets
from verbale.errors import SourceError

ID = ARTICLE.id
STORY = {ID: (ARTICLE, STATEMENTS), PLAIN.id: (PLAIN, (RAIN,))}


def compared(path: Path) -> dict[str, Compared]:
    """What came of each article's sheet."""
    return {s.article: compare(s, *STORY[s.article]) for s in sheets(path) if s.article}


def table(path: Path, change: Callable[[list[dict[str, str]]], None] = lambda rows: None, delimiter: str = ",") -> Compared:
    """What comes of the table after a change of its rows; of the article of the story."""
    rows = list(csv.DictReader(io.StringIO(text("csv"), newline="")))
    change(rows)
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        written = csv.DictWriter(out, rows[0], delimiter=delimiter)
        written.writeheader()
        written.writerows(rows)
    (sheet,) = sheets(path)
    assert sheet.fault == ""
    return compare(sheet, *STORY[ID])


@pytest.mark.parametrize("form", ["brat", "xmi"])
def test_what_was_left_alone_is_no_correction(form: str, tmp_path: Path) -> None:
    found = compared(folder(form, tmp_path))
    assert {article: c.unchanged for article, c in found.items()} == {ID: 5, PLAIN.id: 1}
    assert all(not (c.changes or c.missing or c.added or c.faults) for c in found.values())


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_that_was_left_alone_is_no_correction(delimiter: str, tmp_path: Path) -> None:
    found = table(tmp_path / "talks.csv", delimiter=delimiter)
    assert (found.unchanged, found.changes, found.faults) == (5, (), ())


# ---------------------------------------------------------------- brat


def brat(path: Path, *replaced: tuple[str, str]) -> Compared:
    file = folder("brat", path) / f"{ID}.ann"
    lines = file.read_bytes().decode()
    for before, after in replaced:
        assert before in lines
        lines = lines.replace(before, after)
    file.write_bytes(lines.encode())
    return compared(path)[ID]


def test_brat_a_span_is_moved(tmp_path: Path) -> None:
    start, stop = at("Foreign Minister Ana Reyes")
    name = at("Ana Reyes")
    found = brat(tmp_path, (f"Source {start} {stop}\tForeign Minister Ana Reyes", f"Source {name.start} {stop}\tAna Reyes"))
    assert found.changes == (Change(READY.id, ID, "correct", {"source": ((name,),)}, {}),)
    assert found.unchanged == 4


def test_brat_a_speaker_is_corrected_and_one_is_taken_away(tmp_path: Path) -> None:
    found = brat(tmp_path, ("E2\tAna Reyes\n", "E2\tAna Reyes Soto\n"), ("AnnotatorNotes E5", "Other E5"))
    assert [(c.statement, dict(c.told)) for c in found.changes] == [
        (READY.id, {"speaker": "Ana Reyes Soto"}),
        (STATEMENTS[4].id, {"speaker": None}),
    ]


def test_brat_attributes_and_arguments_are_corrected(tmp_path: Path) -> None:
    found = brat(
        tmp_path, ("Kind E2 direct", "Kind E2 mixed"), ("Headline E1\n", "Implicit E1\n"), (" Addressee:T", " Other:T")
    )
    assert [(c.statement[2:6], dict(c.parts), dict(c.told)) for c in found.changes] == [
        ("5555", {}, {"headline": "false", "implicit": "true"}),
        ("1111", {"addressee": ()}, {"kind": "mixed"}),
    ]


def test_brat_a_statement_is_deleted_and_one_is_added(tmp_path: Path) -> None:
    file = folder("brat", tmp_path) / f"{ID}.ann"
    kept = [line for line in file.read_bytes().decode().split("\n") if "E4" not in line]
    start, stop = at("Norland")
    kept += [f"T90\tStatement {start} {stop}\tNorland", "E90\tStatement:T90 "]
    file.write_bytes("\n".join(kept).encode())
    found = compared(tmp_path)[ID]
    assert found.missing == (STATEMENTS[3].id,)
    assert [marked.parts["content"] for marked in found.added] == [((at("Norland"),),)]


@pytest.mark.parametrize("line", ["T1\tStatement x y\tNorland", "T1\n", "A1\tKind\n"])
def test_brat_a_broken_file_is_told_and_costs_no_other(line: str, tmp_path: Path) -> None:
    (folder("brat", tmp_path) / f"{ID}.ann").write_text(line, "utf-8")
    broken, other = sheets(tmp_path)
    assert broken.fault
    assert other.article == PLAIN.id


# ---------------------------------------------------------------- INCEpTION


def test_inception_gives_back_what_was_corrected(tmp_path: Path) -> None:
    path = folder("xmi", tmp_path / "xmi")
    types = load_typesystem((path / "TypeSystem.xml").read_bytes().decode())
    cas = load_cas_from_xmi((path / f"{ID}.xmi").read_bytes().decode(), typesystem=types)
    statement, part = types.get_type("custom.Statement"), types.get_type("custom.Part")
    ready = next(a for a in cas.select(statement) if a.identifier == READY.id and a.stretch == 0)
    ready.speaker, ready.end = "Ana Reyes Soto", ready.end - 6
    cas.remove(next(a for a in cas.select(part) if a.name == "cue" and a.statement == READY.id))
    cas.remove(next(a for a in cas.select(statement) if a.identifier == STATEMENTS[3].id))
    cas.add(statement(begin=0, end=7, speaker="Orbit"))
    archive = tmp_path / "curated.zip"
    with ZipFile(archive, "w") as packed:
        inner = io.BytesIO()
        with ZipFile(inner, "w") as one:
            one.writestr("TypeSystem.xml", types.to_xml())
            one.writestr("curator.xmi", cas.to_xmi())
        packed.writestr(f"curation/{ID}.xmi/curator.zip", inner.getvalue())
    found = compared(archive)[ID]
    (change,) = found.changes
    cut = (READY.content.spans[0]._replace(stop=READY.content.spans[0].stop - 6), READY.content.spans[1])
    assert change == Change(READY.id, ID, "correct", {"content": (cut,), "cue": ()}, {"speaker": "Ana Reyes Soto"})
    assert (found.missing, len(found.added), found.unchanged) == ((STATEMENTS[3].id,), 1, 3)


@pytest.mark.filterwarnings("ignore:Type with name")
@pytest.mark.parametrize("data", [b"", b"<xmi", b"<a/>", "снег".encode("utf-16")])
def test_what_is_no_cas_is_told(data: bytes, tmp_path: Path) -> None:
    (folder("xmi", tmp_path) / f"{ID}.xmi").write_bytes(data)
    assert [bool(sheet.fault) for sheet in sheets(tmp_path)] == [True, False]


# ---------------------------------------------------------------- tables


def test_a_table_is_corrected_by_spans_by_words_and_by_verdict(tmp_path: Path) -> None:
    def change(rows: list[dict[str, str]]) -> None:
        head, ready, crossing, bridge, within, _ = rows
        for row in rows:
            row["verdict"] = ""
        head["verdict"] = "OK"
        ready["source"] = "Ana  Reyes"
        ready["speaker_role"] = ""
        crossing["verdict"] = "rejected"
        bridge["content_spans"] = "0-7"
        within["headline"] = "TRUE"

    found = table(tmp_path / "talks.csv", change)
    assert found.changes == (
        Change(STATEMENTS[0].id, ID, "accept", {}, {}),
        Change(READY.id, ID, "correct", {"source": ((at("Ana Reyes"),),)}, {"speaker_role": None}),
        Change(STATEMENTS[2].id, ID, "reject", {}, {}),
        Change(STATEMENTS[3].id, ID, "correct", {"content": ((at("Norland"),),)}, {}),
        Change(STATEMENTS[4].id, ID, "correct", {}, {"headline": "true"}),
    )
    assert found.missing == ()


def test_words_that_do_not_stand_in_the_article_are_no_correction(tmp_path: Path) -> None:
    def change(rows: list[dict[str, str]]) -> None:
        rows[1]["content"] = "We shall be ready"
        rows[3]["content_spans"] = f"0-{len(TEXT) + 1}"
        rows[4]["content_spans"] = ""
        rows[4]["content"] = ""

    found = table(tmp_path / "talks.csv", change)
    assert found.changes == ()
    assert [fault.split(": ", 2)[2] for fault in found.faults] == [
        "its content “We shall be ready” does not stand in the article",
        "its content lies outside the text",
        "it has no content left: reject it instead",
    ]


def test_a_table_without_ids_and_one_with_strange_spans_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("name\nReyes\n", "utf-8")
    (tmp_path / "b.csv").write_text("id,content_spans\ns_1,everywhere\n", "utf-8")
    assert [sheet.fault for sheet in sheets(tmp_path)] == ["the table has no column “id”", "“everywhere” are no spans"]


def test_a_text_that_was_changed_makes_all_spans_worthless(tmp_path: Path) -> None:
    (folder("brat", tmp_path) / f"{ID}.txt").write_text("Something else", "utf-8")
    found = compared(tmp_path)[ID]
    assert found.changes == ()
    assert "is not that of" in found.faults[0]


def test_a_folder_without_such_files_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"holds no \.ann"):
        list(sheets(tmp_path))
    (tmp_path / "a.zip").write_bytes(b"PK no")
    with pytest.raises(SourceError, match="is no archive"):
        list(sheets(tmp_path / "a.zip"))
