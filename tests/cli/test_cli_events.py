"""`verbale timeline`, `verbale figures`, and `verbale show` of an event and a figure."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from verbale import store
from verbale.flow import read

from .conftest import Run

ARTICLES = (
    ("2031-10-07", "President Daniel Hartov may meet President Irena Valdova in Varnesk."),
    ("2031-11-21", "President Daniel Hartov has no plans to meet with President Irena Valdova."),
    ("2031-11-22", "At least 40 people were killed in Varnesk on Monday, the ministry said."),
    ("2031-11-22", "The police reported that 52 people were killed in Varnesk on Monday."),
)


@pytest.fixture(scope="module")
def happened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("events") / "talks.db"
    with store.open(path) as record:
        record.add(read(text, published=published, language="en", outlet="Orbit") for published, text in ARTICLES)
        record.join()
    return path


def test_the_timeline_follows_the_status(run: Run, happened: Path) -> None:
    result = run("timeline", "--actor", "Valdova", "--what", "meeting", "--record", happened)
    assert "possible (2031-10-07), not planned (2031-11-21)" in result.stdout
    assert result.stdout.count("\n") == 2
    (event,) = json.loads(run("timeline", "--json", "--record", happened).stdout)
    assert [told["status"] for told in event["tellings"]] == ["possible", "not planned"]
    for told, (_, text) in zip(event["tellings"], ARTICLES, strict=False):
        start, stop = told["span"]
        assert text[start:stop] == told["text"]
    (row,) = csv.DictReader(io.StringIO(run("timeline", "--csv", "--record", happened).stdout))
    assert (row["status"], row["tellings"]) == ("not planned", "2")


def test_an_event_is_shown_with_all_that_tell_it(run: Run, happened: Path) -> None:
    (event,) = json.loads(run("timeline", "--json", "--record", happened).stdout)
    shown = run("show", event["id"][:8], "--record", happened).stdout
    assert "may meet" in shown
    assert "no plans to meet" in shown


def test_differing_figures_tell_of_each_other(run: Run, happened: Path) -> None:
    result = run("figures", "--measure", "killed", "--record", happened)
    assert result.stdout.count("1 other value") == 2
    one, two = json.loads(run("figures", "--json", "--record", happened).stdout)
    assert (one["value"], two["value"], one["question"]) == (40, 52, two["question"])
    shown = run("show", one["id"], "--record", happened).stdout
    assert two["id"] in shown


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["timeline", "--what", "party"], "is no kind of event"),
        (["timeline", "--status", "maybe"], "Invalid value for '--status'"),
        (["timeline", "--since", "soon"], "is no date"),
        (["show", "e_0"], "no event has an id"),
        (["show", "f_0"], "no figure has an id"),
    ],
)
def test_wrong_use_is_told_in_a_line(run: Run, happened: Path, arguments: list[str], told: str) -> None:
    result = run(*arguments, "--record", happened)
    assert result.exit_code == 1
    assert told in result.stderr


def test_nothing_found_is_told(run: Run, happened: Path) -> None:
    assert "No event fits." in run("timeline", "--actor", "Lund", "--record", happened).stderr
    assert "No figure fits." in run("figures", "--measure", "troops", "--record", happened).stderr
