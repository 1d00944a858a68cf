"""JSON lines and JSON documents."""

import hashlib
import io
import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from verbale.errors import Code
from verbale.model import Dated, Given, Problem, Source
from verbale.sources.jsonl import document, jsonl

JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["text", "date", "source", "x"]), inner),
    max_leaves=8,
)


def lines(data: bytes | str, **options: object) -> list[Source | Problem]:
    return list(jsonl(io.BytesIO(data if isinstance(data, bytes) else data.encode()), path="a.jsonl", **options))


def codes(found: list[Source | Problem]) -> list[Code | str]:
    return [row.code if isinstance(row, Problem) else row.text for row in found]


def test_an_article_a_line() -> None:
    line = '{"text": " Да.\\r\\n ", "headline": "Talk", "date": "20310507", "publisher": "The Lantern", "id": 7}'
    (source,) = lines(line + "\r\n", given=Given(outlet="A"), received="2031-05-09")
    assert source == Source(
        " Да.\r\n ",
        "a.jsonl#1",
        hashlib.sha256(line.encode()).hexdigest(),
        Given(outlet="A"),
        Given(title="Talk", published="2031-05-07", outlet="The Lantern", id="7"),
        "2031-05-09",
        dates=(Dated("2031-05-07", "metadata"),),
    )


@pytest.mark.parametrize("key", ["text", "body", "event_text"])
def test_the_names_of_the_text(key: str) -> None:
    assert codes(lines(json.dumps({key: "Да"}))) == ["Да"]


def test_broken_lines_cost_only_themselves() -> None:
    found = lines('{"text": "A"}\n{"text": \n\n[1]\n"x"\n{"title": "B"}\n{"text": ["C"]}\n{"text": " "}\n{"text": "D"}')
    assert codes(found) == ["A", *[Code.BROKEN_JSON] * 3, *[Code.NO_TEXT] * 3, "D"]
    assert [row.path for row in found] == [f"a.jsonl#{n}" for n in (1, 2, 4, 5, 6, 7, 8, 9)]
    assert all(row.words.startswith(f"line {row.path.partition('#')[2]}: ") for row in found if isinstance(row, Problem))


def test_values_that_are_not_understood_are_problems_of_the_article() -> None:
    (source,) = lines('{"text": "A", "date": "soon", "language": "martian"}')
    assert isinstance(source, Source)
    assert [p.words for p in source.problems] == ["published: 'soon'", "language: 'martian'"]


def test_half_surrogates_and_nulls() -> None:
    (source,) = lines(r'{"text": "a\ud800b\u0000c\ud83d\ude00", "title": "\udfff"}')
    assert isinstance(source, Source)
    assert source.text == "a\ufffdb\ufffdc😀"
    assert source.found.title == "\ufffd"
    assert [(p.code, p.words) for p in source.problems] == [(Code.BROKEN_BYTES, "3 half surrogates or NULs")]


def test_lines_in_other_encodings_and_with_a_mark() -> None:
    assert codes(lines('{"text": "Мы готовы к переговорам"}'.encode("cp1251"))) == ["Мы готовы к переговорам"]
    assert codes(lines('\ufeff{"text": "Да"}\n')) == ["Да"]


def test_numbers_and_nests_beyond_reason() -> None:
    assert codes(lines('{"text": "A", "id": ' + "9" * 5000 + "}")) == [Code.BROKEN_JSON]
    assert codes(lines('{"text": ' + "[" * 100_000)) == [Code.BROKEN_JSON]


def test_a_line_beyond_the_limit_is_passed_over() -> None:
    long = '{"text": "' + "x" * 3_000_000 + '"}'
    found = lines(f'{long}\n{{"text": "A"}}\n{long}', limit=100_000)
    assert codes(found) == [Code.TOO_LARGE, "A", Code.TOO_LARGE]
    assert found[0] == Problem(Code.TOO_LARGE, "sources", "line 1: longer than 100000 bytes", path="a.jsonl#1")


def test_a_line_without_end_is_given_up() -> None:
    found = lines(b"x" * 3_000_000 + b'\n{"text": "A"}', limit=10_000)
    assert codes(found) == [Code.TOO_LARGE]
    assert "the rest of the file was not read" in found[0].words


@pytest.mark.parametrize("data", [b"", b"\n \r\n"])
def test_nothing_in_it(data: bytes) -> None:
    assert lines(data) == [Problem(Code.EMPTY, "sources", path="a.jsonl")]
    assert list(document(data, path="a.json")) == [Problem(Code.EMPTY, "sources", path="a.json")]


def test_a_document_of_one() -> None:
    (source,) = document(b'\n{\n "text": "A"\n}\n', path="a.json")
    assert isinstance(source, Source)
    assert (source.text, source.path) == ("A", "a.json")
    assert source.sha256 == hashlib.sha256(b'{\n "text": "A"\n}').hexdigest()


@pytest.mark.parametrize("data", ['[{"text": "A"},\n{"text": "Да"}, 3]', '{"text": "A"} {"text": "Да"}\n3'])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_a_document_of_several(data: str, encoding: str) -> None:
    found = list(document(data.encode(encoding), path="a.json"))
    assert codes(found) == ["A", "Да", Code.BROKEN_JSON]
    assert [row.path for row in found] == ["a.json#1", "a.json#2", "a.json#3"]


def test_an_article_is_the_same_in_a_line_and_in_a_list() -> None:
    (line,) = lines('{"text": "A"}\n')
    (element,) = document(b'[{"text": "A"}]')
    assert line.sha256 == element.sha256


@pytest.mark.parametrize("end", [', {"text"', "", ", nope]", "] 1"])
def test_what_stands_before_the_break_is_read(end: str) -> None:
    found = list(document(f'[{{"text": "A"}}{end}'.encode(), path="a.json"))
    assert codes(found) == ["A", Code.BROKEN_JSON]
    assert "articles before it: 1" in found[1].words


def test_of_a_giant_document_the_beginning_is_read() -> None:
    data = json.dumps([{"text": "A" * 20}] * 100).encode()
    found = list(document(data, limit=40))
    assert codes(found)[0] == "A" * 20
    assert codes(found)[-1] is Code.TOO_LARGE
    assert len(found) < 40


def test_a_giant_among_others() -> None:
    assert codes(list(document(b'[{"text": "' + b"A" * 99 + b'"}, {"text": "B"}]', limit=50))) == [Code.TOO_LARGE, "B"]


@given(JSON)
def test_any_json(value: object) -> None:
    data = json.dumps(value).encode()
    for row in [*lines(data), *document(data)]:
        assert isinstance(row, Problem) or row.text == row.text.encode().decode()


@example(b",")
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    assert lines(data)
    assert list(document(data))
