"""Pieces of XML as they come: broken ones, too."""

from __future__ import annotations

import pytest

from verbale.sources.markup import name, xml


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        (b"<a:b xmlns:a='x'/>", "b"),
        (b"<a:b/>", "b"),
        (b"<b/>", "b"),
    ],
)
def test_a_prefix_is_no_part_of_a_name_whether_declared_or_not(markup: bytes, told: str) -> None:
    assert name(xml(markup)) == told


def test_a_name_that_is_none_costs_nothing_else() -> None:
    root = xml(b"<rss><r: x><channel><title>Talks</title></channel></rss>")
    assert "title" in [name(element) for element in root.iter()]
