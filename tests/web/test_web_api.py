"""The interface for programs keeps to its description, whatever is asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from cli.samples import made
from hypothesis import HealthCheck, given, settings

from verbale import read_files, store
from verbale.web import Settings, app
from verbale.web.api import description


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The description as a program takes it that asks all that can be asked."""
    schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed: pip install --group browser")
    path: Path = made(tmp_path_factory.mktemp("api") / "talks.db")
    with store.open(path) as record:
        record.add(read_files(Path(__file__).parents[2] / "examples" / "articles"))
        record.join()
    return schemathesis.openapi.from_asgi("/api/openapi.json", app(Settings(path, hosts=frozenset())))


@pytest.mark.parametrize("path", description()["paths"])
def test_answers_are_as_described(described: Any, path: str) -> None:
    """Right questions and wrong ones: the status, the type and the shape of every answer are those that are described."""

    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=described[path]["GET"].as_strategy())
    def ask(case: Any) -> None:
        case.call_and_validate()

    ask()


def test_all_that_is_asked_for_is_described() -> None:
    for path, told in description()["paths"].items():
        names = {parameter["name"] for parameter in told["get"]["parameters"]}
        assert told["get"]["summary"]
        assert ("{id}" in path) == ("id" in names)
