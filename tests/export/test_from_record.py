"""From a record to a file: what was added is what is exported, in order."""

from __future__ import annotations

import io
import json

from verbale import store
from verbale.export import FORMS, Around, writer
from verbale.model import Article, Kind, Part, Reading, Speaker, Speech, Statement
from verbale.text import Span

TEXT = "“We will be ready,” Ana Reyes said. “Перемирие близко”, — сказал Пётр Йоркин."


def part(words: str) -> Part:
    start = TEXT.index(words)
    return Part.of(TEXT, Span(start, start + len(words)))


READING = Reading(
    Article("a_1", TEXT, "en", path="1.txt", published="2031-05-09"),
    (
        Statement("s_1", Speech.DIRECT, part("We will be ready"), speaker=Speaker("Ana Reyes", Kind.PERSON)),
        Statement("s_2", Speech.DIRECT, part("Перемирие близко"), speaker=Speaker("Пётр Йоркин", Kind.PERSON)),
    ),
)


def test_lines_point_at_the_text_and_carry_the_persons_of_the_join() -> None:
    out = io.StringIO()
    with store.open(":memory:") as record:
        record.add(READING)
        record.join()
        count = writer(FORMS["jsonl"])(record.statements(), out, Around(record.article))
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    assert count == len(lines) == 2
    assert [line["id"] for line in lines] == ["s_1", "s_2"]
    for line in lines:
        assert [TEXT[start:stop] for start, stop in line["content"]["spans"]] == [line["content"]["text"]]
        assert line["speaker"]["id"].startswith("p_")
