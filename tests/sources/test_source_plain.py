"""Plain text files."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.errors import Code
from verbale.model import Given, Problem, Source
from verbale.sources.plain import plain

TEXT = "“Да”, сказал он.\r\n\r\nКонец.\n"


def test_the_decoded_file_is_the_text() -> None:
    source = plain(TEXT.encode(), path="a.txt", given=Given(outlet="The Lantern"), received="2031-05-09")
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    assert source == Source(TEXT, "a.txt", sha256, Given(outlet="The Lantern"), received="2031-05-09")


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_nothing_in_it(data: bytes) -> None:
    assert plain(data, path="a.txt") == Problem(Code.EMPTY, "sources", path="a.txt")


def test_a_binary_file_is_a_problem_alone() -> None:
    assert plain(b"\x89PNG\0\0\0\0", path="a") == Problem(Code.BINARY, "sources", path="a")


def test_of_a_giant_the_beginning_is_kept() -> None:
    source = plain("Да".encode() * 10, limit=11)
    assert isinstance(source, Source)
    assert source.text == "ДаДаД"
    assert source.sha256 == hashlib.sha256("ДаДаДа".encode()[:11]).hexdigest()
    assert [(p.code, p.words) for p in source.problems] == [(Code.TOO_LARGE, "longer than 11 bytes")]


def test_a_file_of_just_the_limit_is_whole() -> None:
    source = plain(b"12345", limit=5)
    assert isinstance(source, Source)
    assert source.problems == ()


@given(st.binary(max_size=200), st.integers(1, 100))
def test_any_bytes_make_a_source_or_a_problem(data: bytes, limit: int) -> None:
    assert isinstance(plain(data, limit=limit), Source | Problem)
