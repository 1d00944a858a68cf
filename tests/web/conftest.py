"""What the tests of the reader share: a record of invented people, and the reader in this process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from cli.samples import made
from starlette.testclient import TestClient

from verbale.web import Settings, app
from verbale.web.settings import LOOPBACK

HERE = "http://127.0.0.1:8031"


@pytest.fixture(scope="session")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of three statements. Nobody writes to it."""
    return made(tmp_path_factory.mktemp("web") / "talks.db")


def client(path: Path, **settings: object) -> TestClient:
    """A reader of that record, asked as a browser on this machine asks."""
    made = app(Settings(path, **{"hosts": LOOPBACK, **settings}))  # type: ignore[arg-type]
    return TestClient(made, base_url=HERE, follow_redirects=False)


@pytest.fixture(scope="session")
def web(talks: Path) -> Iterator[TestClient]:
    """The reader of `talks`."""
    with client(talks) as made:
        yield made
