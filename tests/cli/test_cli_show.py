"""`verbale show`, `verbale why`: one statement in full, and what decided on it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from verbale.lang import forms
from verbale.model import Candidate, Entry, digest
from verbale.wording.reasons import in_words, reasons

from .conftest import Run
from .samples import READY


def test_a_statement_is_shown_in_its_sentence(run: Run, talks: Path) -> None:
    result = run("show", "s_1111", "--record", talks, env={"COLUMNS": "120"})
    assert result.exit_code == 0
    head, _, rest = result.stdout.partition("\n\n")
    assert head.splitlines()[0].startswith("“We will be ready,” Foreign Minister Ana Reyes told journalists")
    assert "talks go on" not in result.stdout
    assert "Rain is expected" not in result.stdout
    assert head.splitlines()[1].startswith(" said──────────── ")
    told, _, article = rest.partition("\n\n")
    assert told.splitlines() == [
        "who       Ana Reyes, Foreign Minister",
        f"person    Ana Reyes ({digest('p', 'person', 'ana reyes')})",
        "said      “We will be ready … if the other side keeps its word.” (direct)",
        (
            "setting   Said on 2031-05-08 (“on Thursday”), at a summit in Lima, to journalists. On one condition: "
            "“if the other side keeps its word” (for “We will be ready”). Carried by Orbit, then published by Meridian Post on "
            "2031-05-09."
        ),
        "act       agree; conditional",
        "about     talks",
        "id        s_1111aaaa1111aaaa",
    ]
    assert article.splitlines() == [
        "article   Norland is ready",
        "outlet    Meridian Post, I. Vance",
        "published 2031-05-09 14:30",
        "language  en",
        "url       https://meridian.example/norland",
        "file      news/summit.txt",
        "id        a_1111111111111111",
    ]


def test_what_is_not_known_is_said_to_be_unknown(run: Run, talks: Path) -> None:
    shown = run("show", "2222", "--record", talks).stdout
    assert "who       unknown (“She”)" in shown
    assert "setting   Said on a day that is not told. Published by Meridian Post on 2031-05-09." in shown


def test_an_article_is_shown_with_its_statements(run: Run, talks: Path) -> None:
    shown = run("show", "a_1", "--record", talks).stdout
    assert "1  Ana Reyes, Foreign Minister: “We will be ready … if the other side keeps its word.”  s_1111aaaa" in shown
    assert "2  unknown (“She”): the bridge at Zhdan would stay open  s_2222bbbb" in shown
    assert "A quotation mark has no partner" in shown
    assert "Rain is expected" not in shown


def test_an_article_is_shown_with_its_text(run: Run, talks: Path) -> None:
    shown = run("show", "a_1", "--text", "--record", talks).stdout
    assert "Rain is expected" in shown
    assert "1cue" in shown
    assert "2 said────" in shown


@pytest.mark.parametrize("prefix", ["s_3333cccc3333cccc", "s_3", "3333"])
def test_an_id_may_be_shortened(run: Run, talks: Path, prefix: str) -> None:
    assert "Пётр Йоркин" in run("show", prefix, "--record", talks).stdout


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("s_9", "no statement has an id that begins with “s_9”"),
        ("s_", "more than one statement has an id"),
        ("a_9", "no article has an id that begins with “a_9”"),
        ("9", "no statement has an id that begins with “s_9”, and no article has an id that begins with “a_9”"),
        ("", "more than one statement"),
        ("x\x1b[31m'%", "no statement"),
    ],
)
def test_an_id_that_names_nothing_or_too_much_is_told(run: Run, talks: Path, wrong: str, told: str) -> None:
    result = run("show", wrong, "--record", talks)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert told in result.stderr
    assert "\x1b" not in result.stderr


def test_why_tells_what_decided(run: Run, talks: Path) -> None:
    told = run("why", "s_1", "--record", talks, env={"COLUMNS": "120"}).stdout.partition("\n\n")[2]
    assert told.splitlines() == [
        "rule      quote-cue-source, score 0.93",
        "          quote-cue-source: a quotation, then the cue, then the speaker",
        "because   the cue stands between two quotations",
        "speaker   Ana Reyes, Foreign Minister (person), score 0.97, decided by the step “named”",
        "when      2031-05-08, by “on Thursday” in the text",
        "where     a summit in Lima",
        "to whom   journalists",
        (
            "terms     “if the other side keeps its word.”: a conditional clause within what was said; on it hangs "
            "“We will be ready”"
        ),
        "via       Orbit",
        "act       agree: “will be ready” stands in what was said (agree).",
        "stance    conditional: It hangs on a condition: “if the other side keeps its word”.",
        "about     talks: Its sentence is about it: “summit” stands in what was said.",
        "id        s_1111aaaa1111aaaa",
    ]


def test_why_tells_the_basis_of_each_part_of_the_setting() -> None:
    told = replace(
        READY,
        why=(
            "the cue stands between two quotations",
            "when, where: carried on",
            "relays: Orbit named with it",
            "where: told below",
        ),
    )
    told_of = dict(reasons(Entry(told, "a_1111111111111111")))
    assert told_of["because"] == "the cue stands between two quotations"
    assert told_of["when"].endswith("in the text: carried on")
    assert told_of["where"] == "a summit in Lima: told below"
    assert told_of["to whom"] == "journalists"
    assert told_of["via"] == "Orbit: Orbit named with it"


def test_why_tells_who_was_left_open() -> None:
    told = replace(
        READY,
        speaker=None,
        why=(
            "speaker: pronoun: nearest",
            "speaker: left open: Ana Reyes is the likeliest, but with 0.41 too doubtful to be named",
        ),
        candidates=(Candidate("Ana Reyes", 0.41), Candidate("Ana Lund", 0.2)),
    )
    told_of = dict(reasons(Entry(told, "a_1111111111111111")))
    assert told_of["speaker"] == "not known: Ana Reyes is the likeliest, but with 0.41 too doubtful to be named"
    assert told_of["perhaps"] == "Ana Reyes 0.41, Ana Lund 0.20"
    assert told_of["because"] == "speaker: pronoun: nearest"


def test_why_tells_that_a_speaker_is_not_known(run: Run, talks: Path) -> None:
    assert "speaker   not known; none of the steps could tell" in run("why", "2", "--record", talks).stdout


def test_every_rule_has_words() -> None:
    unknown = [form["name"] for form in forms() if "model" in in_words(form["name"])]
    assert unknown == []
    assert in_words("tagger-7") == "a trained model, which marked these words"
