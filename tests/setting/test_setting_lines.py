"""Date, venue, addressee and conditions of single statements, as marked lines tell them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from marked import Part, mark, parse
from setting_lines import LINES
from stages import settled

from verbale.model import Statement

CASES = [(language, line) for language, lines in LINES.items() for line in lines]


def parts(statement: Statement) -> Iterator[Part]:
    venue = statement.venue.words if statement.venue else None
    found = (("said", statement.said.words), ("venue", venue), ("addressee", statement.addressee))
    for label, part in (*found, *(("condition", condition) for condition in statement.conditions)):
        yield from (Part(label, span) for span in (part.spans if part else ()))


@pytest.mark.parametrize(("language", "line"), CASES)
def test_the_setting_of_a_statement(language: str, line: str) -> None:
    text = parse(line).text
    (*_, statement) = settled(text, language, published="2031-05-14")
    assert mark(text, parts(statement)) == line


@pytest.mark.parametrize(("language", "line"), CASES)
def test_each_part_tells_why(language: str, line: str) -> None:
    (*_, statement) = settled(parse(line).text, language, published="2031-05-14")
    told = " ".join(statement.why)
    assert ("when: “" in told) == (statement.said.words is not None)
    assert ("where: “" in told) == (statement.venue is not None)


@pytest.mark.parametrize(
    ("language", "line", "kind", "place"),
    [
        ("en", "Daniel Hartov said at a press conference in Varnesk that the bridge was shut.", "press conference", "Varnesk"),
        ("en", "Daniel Hartov said on Ilva TV's Press Sunday that the bridge was shut.", "broadcast", None),
        ("en", "Daniel Hartov wrote on Facebook that the bridge was shut.", "post", None),
        ("en", "Daniel Hartov testified before the Senate at a hearing that the bridge was shut.", "testimony", None),
        ("en", "Daniel Hartov said in Lima that the bridge was shut.", "place", "Lima"),
        ("ru", "Даниэль Хартов заявил на встрече с послами, что мост закрыт.", "meeting", None),
        ("ru", "Даниэль Хартов заявил в эфире телеканала, что мост закрыт.", "broadcast", None),
        ("uk", "Даніель Гартов заявив у виступі в парламенті, що міст зачинено.", "speech", None),
        ("uk", "Даніель Гартов написав у фейсбуці, що міст зачинено.", "post", None),
    ],
)
def test_kind_and_place_of_a_venue(language: str, line: str, kind: str, place: str | None) -> None:
    (statement,) = settled(line, language)
    assert statement.venue is not None
    assert (statement.venue.kind, statement.venue.place) == (kind, place)
