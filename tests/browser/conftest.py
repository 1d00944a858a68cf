"""A browser and a reader for it; without a browser these tests are skipped and say so."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import verbale
from verbale import read_files, store

ROOT = Path(__file__).parents[2]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="package")
def browser() -> Iterator[object]:
    """Chromium as the system has it, without a window. Its event loop ends with it, for other tests begin their own."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install --group browser")
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    with playwright.sync_playwright() as started:
        made = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample articles, read and joined, from a folder whose name has no place to break a line at."""
    path = tmp_path_factory.mktemp("browser") / "samples.db"
    folder = shutil.copytree(ROOT / "examples" / "articles", path.with_name("articles" * 8))
    with store.open(path) as record:
        record.add(read_files(folder))
        record.join()
    return path


@pytest.fixture(scope="session")
def address(samples: Path) -> Iterator[str]:
    """The reader of the samples, with forms to judge, as a program of its own."""
    yield from served(samples)


def served(path: Path) -> Iterator[str]:
    """The address of a record that is served while it is asked for."""
    environment = os.environ | {"PYTHONPATH": str(Path(verbale.__file__).parents[1])}
    command = [sys.executable, "-c", "from verbale.cli import main; main()", "serve", str(path), "--port", "0", "--edit"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        line = server.stdout.readline() if server.stdout else ""
        found = re.search(r"http://\S+", line)
        assert found, line
        yield found[0].rstrip("/")
    finally:
        server.terminate()
        server.wait()


@pytest.fixture
def page(browser: object, address: str) -> Iterator[object]:
    """A fresh page that fails the test for whatever the browser complains of."""
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})  # type: ignore[attr-defined]
    made = context.new_page()
    complaints: list[str] = []
    made.on("pageerror", lambda error: complaints.append(str(error)))
    made.on("console", lambda told: complaints.append(told.text) if told.type == "error" else None)
    made.on(
        "request", lambda asked: None if asked.url.startswith((address, "data:", "blob:")) else complaints.append(asked.url)
    )
    yield made
    context.close()
    assert complaints == []
