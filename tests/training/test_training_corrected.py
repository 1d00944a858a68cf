"""Corrected articles are learned from as those of PolNeAR are."""

from __future__ import annotations

from pathlib import Path

import pytest
from export.story import ARTICLE, READY, STATEMENTS
from export.writing import text

data = pytest.importorskip("training.attribution.data", reason="run from the root of the repository")


def test_what_was_exported_is_an_example(tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_text(text("attributions"), "utf-8")
    first, second = data.rows(path)
    assert (first["id"], first["language"], len(first["attributions"]), len(second["attributions"])) == (ARTICLE.id, "en", 5, 1)
    told = {a["id"]: a for a in first["attributions"]}
    assert told[READY.id]["content"] == [list(span) for span in READY.content.spans]
    assert [a["cue"] for a in first["attributions"] if a["id"] == STATEMENTS[2].id] == [[]]
    made = data.example(first, data.grammar([first]))
    for label in ("cue", "source", "content"):
        assert made.first[label]
    cue = next(n for n, span in enumerate(made.pieces.spans) if span.start == READY.cue.spans[0].start)
    assert data.TAGS[made.tags[cue]] == "S-cue"
    assert made.source_of[cue] in made.first["source"]
