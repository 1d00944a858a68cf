"""What tests in every folder share. Lying here, it also puts this folder on the path, so that all can import the helpers."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import onserver
import pytest
from hypothesis import settings


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "sqlite: about SQLite itself, its file, or another program that opens it")
    if onserver.URL:
        onserver.take_over()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if onserver.URL and item.get_closest_marker("sqlite"):
            item.add_marker(pytest.mark.skip(reason="is about a file of SQLite's; VERBALE_TEST_STORE names a server"))


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
