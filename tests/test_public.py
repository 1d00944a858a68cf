"""The public names, and that asking for Verbale loads no model."""

from __future__ import annotations

import subprocess
import sys

import pytest

import verbale

HEAVY = (
    "numpy",
    "onnxruntime",
    "pymorphy3",
    "slovnet",
    "navec",
    "tokenizers",
    "razdel",
    "sentencex",
    "trafilatura",
    "py3langid",
)


def loaded(code: str) -> list[str]:
    """Which of the heavy packages a fresh interpreter has loaded after `code`."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*(m for m in {HEAVY!r} if m in sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


def test_importing_verbale_loads_no_model() -> None:
    assert loaded("import verbale") == []


@pytest.mark.parametrize("name", ["Statement", "Reading", "VerbaleError"])
def test_records_and_errors_need_no_model(name: str) -> None:
    assert loaded(f"from verbale import {name}") == []


def test_at_most_ten_names() -> None:
    assert len(verbale.__all__) <= 10
    assert list(verbale.__all__) == sorted(verbale.__all__)


@pytest.mark.parametrize("name", verbale.__all__)
def test_a_public_name_is_there(name: str) -> None:
    assert getattr(verbale, name).__name__ == name
    assert getattr(verbale, name) is getattr(verbale, name)


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        verbale.nothing  # noqa: B018


def test_a_sentence_is_read() -> None:
    reading = verbale.read("“We will be ready,” Foreign Minister Ana Reyes said in Lima on Thursday.", published="2031-05-09")
    (statement,) = reading.statements
    assert isinstance(statement, verbale.Statement)
    assert str(statement.speaker) == "Ana Reyes"
    assert str(statement.cue) == "said"
    assert str(statement.content).startswith("We will be ready")
    assert statement.kind == "direct"
