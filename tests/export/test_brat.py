"""brat standoff, read back by the rules that brat holds a file to."""

from __future__ import annotations

import json
import re
from pathlib import Path

from verbale.export import jsonl
from verbale.text import Span

from .story import ARTICLE, STATEMENTS, TEXT
from .writing import entries, folder


def annotations(path: Path) -> dict[str, list[str]]:
    """The lines of an article's annotations, each in its fields, by id."""
    lines = (path / f"{ARTICLE.id}.ann").read_bytes().decode().splitlines()
    return {fields[0]: fields[1:] for fields in (line.split("\t") for line in lines)}


def test_the_text_is_untouched(tmp_path: Path) -> None:
    assert (folder("brat", tmp_path) / f"{ARTICLE.id}.txt").read_bytes() == TEXT.encode()


def test_every_stretch_lies_on_one_line_and_says_its_words(tmp_path: Path) -> None:
    marks = {name: fields for name, fields in annotations(folder("brat", tmp_path)).items() if name[0] == "T"}
    assert len(marks) == 16
    for told, words in marks.values():
        kind, _, offsets = told.partition(" ")
        assert kind in ("Statement", "Cue", "Source", "Addressee", "Venue", "When", "Condition", "Promise")
        spans = [Span(*map(int, pair.split())) for pair in offsets.split(";")]
        assert " ".join(span.of(TEXT) for span in spans) == words
        assert not re.search(r"[\r\n]", words)


def test_statements_are_events_over_their_parts(tmp_path: Path) -> None:
    lines = annotations(folder("brat", tmp_path))
    events = [fields[0].split() for name, fields in lines.items() if name[0] == "E"]
    assert len(events) == len(STATEMENTS)
    for event in events:
        for argument in event:
            role, _, mark = argument.partition(":")
            assert lines[mark][0].startswith(role.rstrip("0123456789") + " ")
    assert [role.partition(":")[0] for role in events[1]] == [
        "Statement", "Cue", "Source", "Addressee", "Venue", "When", "Condition", "Promise"
    ]  # fmt: skip


def test_attributes_and_notes_tell_the_rest(tmp_path: Path) -> None:
    lines = annotations(folder("brat", tmp_path))
    attributes = {fields[0] for name, fields in lines.items() if name[0] == "A"}
    assert {"Kind E1 mixed", "Headline E1", "Kind E2 direct", "Unquoted E3"} <= attributes
    notes = {tuple(fields[0].split()): fields[1] for name, fields in lines.items() if name[0] == "#"}
    assert notes["AnnotatorNotes", "E2"] == "Ana Reyes"
    assert ("AnnotatorNotes", "E1") not in notes
    assert [json.loads(notes["Verbale", f"E{n}"]) for n in range(1, 6)] == [jsonl.row(e) for e in entries()[:5]]


def test_the_settings_declare_what_is_used(tmp_path: Path) -> None:
    path = folder("brat", tmp_path)
    declared = (path / "annotation.conf").read_text("utf-8")
    for name in (
        "Statement",
        "Cue",
        "Source",
        "Addressee",
        "Venue",
        "When",
        "Condition",
        "Promise",
        "Kind",
        "Headline",
        "Implicit",
    ):
        assert re.search(rf"^{name}\b", declared, re.MULTILINE)
