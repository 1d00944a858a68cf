"""What the tests of the commands share: a way to run them, and a record to ask."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import verbale
from verbale.cli import main

from .samples import made

Run = Callable[..., Result]
Program = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test runs in a folder of its own, whatever the environment says of records and colours."""
    monkeypatch.chdir(tmp_path)
    for name in ("VERBALE_RECORD", "VERBALE_OUTLETS", "FORCE_COLOR", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of three statements. Nobody writes to it."""
    return made(tmp_path_factory.mktemp("talks") / "talks.db")


@pytest.fixture
def run() -> Run:
    """Run a command in this process; a fault that is not told in a line fails the test."""

    def runs(*arguments: object, **options: Any) -> Result:
        result = CliRunner().invoke(main, list(map(str, arguments)), **options)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert "Traceback" not in result.output
        return result

    return runs


@pytest.fixture
def program() -> Program:
    """Run a command in a process of its own."""

    def runs(*arguments: object, **options: Any) -> subprocess.CompletedProcess[bytes]:
        defaults: dict[str, Any] = {"capture_output": True, "timeout": 60, "env": ENVIRONMENT}
        return subprocess.run([*PROGRAM, *map(str, arguments)], check=False, **{**defaults, **options})

    return runs


PROGRAM = (sys.executable, "-c", "from verbale.cli import main; main(prog_name='verbale')")
ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(verbale.__file__).parents[1])}
