"""A medium whose name is left blank names nobody, and stops nothing."""

from __future__ import annotations

import pytest

import verbale
from verbale.errors import Code


@pytest.mark.parametrize("blank", ["« »", "«»", "“ ”"])
def test_a_blank_name_is_no_carrier(blank: str) -> None:
    text = f"Министр Лука Терзен заявил, что мост открыт. Об этом сообщило агентство {blank} в среду."
    reading = verbale.read(text, language="ru")
    assert Code.FAILED not in {p.code for p in reading.problems}
    assert all(r.strip() for s in reading.statements for r in s.relays)
