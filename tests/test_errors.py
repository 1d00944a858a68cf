"""Problems explain themselves."""

import re
from pathlib import Path

import pytest

import verbale
from verbale.errors import Code, RecordError, SourceError, VerbaleError


@pytest.mark.parametrize("code", Code)
def test_every_code_has_a_sentence(code: Code) -> None:
    assert re.fullmatch(r"[A-Z].+\.", code.sentence)
    assert "\n" not in code.sentence


def test_every_code_is_told_somewhere() -> None:
    files = Path(verbale.__file__).parent.rglob("*.py")
    told = "".join(p.read_text("utf-8") for p in files if p.name != "errors.py")
    assert [c.name for c in Code if f"Code.{c.name}" not in told] == []


def test_one_error_catches_all() -> None:
    assert issubclass(SourceError, VerbaleError)
    assert issubclass(RecordError, VerbaleError)
