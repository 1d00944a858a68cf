"""UIMA CAS XMI, read back with dkpro-cassis."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from xml.etree import ElementTree

from cassis import load_cas_from_xmi, load_typesystem

from verbale.export import jsonl
from verbale.export.xmi import META, PART, STATEMENT
from verbale.store.check import named_parts

from .story import ARTICLE, STATEMENTS, TEXT
from .writing import entries, folder


def test_every_stretch_comes_back_where_it_stood(tmp_path: Path) -> None:
    path = folder("xmi", tmp_path / "xmi")
    types = load_typesystem((path / "TypeSystem.xml").read_text("utf-8"))
    cas = load_cas_from_xmi((path / f"{ARTICLE.id}.xmi").read_bytes().decode(), typesystem=types)
    assert cas.sofa_string == TEXT.replace("\x0b", "\ufffd")
    (meta,) = cas.select(META)
    assert (meta.documentId, meta.language, meta.documentUri) == (ARTICLE.id, "en", ARTICLE.url)
    found = defaultdict(list)
    for a in sorted(cas.select(STATEMENT), key=lambda a: a.stretch):
        found[a.identifier, "content", 0].append((a.begin, a.end))
    for a in sorted(cas.select(PART), key=lambda a: a.stretch):
        found[a.statement, a.name, a.n].append((a.begin, a.end))
    assert found == {(s.id, name, n): [*map(tuple, part.spans)] for s in STATEMENTS for name, n, part in named_parts(s)}


def test_a_statement_tells_all_of_itself(tmp_path: Path) -> None:
    path = folder("xmi", tmp_path)
    types = load_typesystem((path / "TypeSystem.xml").read_text("utf-8"))
    cas = load_cas_from_xmi((path / f"{ARTICLE.id}.xmi").read_bytes().decode(), typesystem=types)
    told = {a.identifier: a for a in cas.select(STATEMENT) if a.stretch == 0}
    for entry in entries()[:5]:
        a, statement = told[entry.id], entry.statement
        assert json.loads(a.told) == jsonl.row(entry)
        assert (a.kind, a.speaker) == (statement.kind, statement.speaker.name if statement.speaker else None)
        assert (a.headline, a.implicit, a.unquoted) == (statement.headline, statement.implicit, statement.unquoted)


def test_offsets_are_counted_as_uima_counts(tmp_path: Path) -> None:
    """The file itself, not as cassis converts it: UTF-16 code units."""
    root = ElementTree.parse(folder("xmi", tmp_path) / f"{ARTICLE.id}.xmi").getroot()
    text = next(e for e in root if e.tag.endswith("Sofa")).get("sofaString").encode("utf-16-le")
    cues = [e for e in root if e.tag.endswith("Part") and e.get("name") == "cue"]
    words = [text[2 * int(e.get("begin")) : 2 * int(e.get("end"))].decode("utf-16-le") for e in cues]
    assert sorted(words) == ["added", "put it", "told"]
