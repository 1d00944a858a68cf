"""What tests in every folder share. Lying here, it also puts this folder on the path, so that all can import the helpers."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings

# The first example of a property may load a model.
settings.register_profile("verbale", deadline=None)
settings.load_profile("verbale")


@pytest.fixture
def generate(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The program that writes the generated pages of the documentation."""
    spec = importlib.util.spec_from_file_location("generate", Path(__file__).parents[1] / "docs" / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "generate", module)
    spec.loader.exec_module(module)
    return module
