"""`verbale try`: what is said in a text, or why nothing is."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale.cli.unsaid import why_nothing
from verbale.errors import Code
from verbale.model import Article, Block, Problem, Reading, Role
from verbale.text import Span

from .conftest import Run

SENTENCE = "“We will be ready,” Foreign Minister Ana Reyes said in Lima on Thursday."


def test_a_plain_sentence_is_drawn_and_told(run: Run) -> None:
    result = run("try", SENTENCE, "--published", "2031-05-09", "--language", "en")
    assert result.exit_code == 0
    words, marks, _, told = result.stdout.splitlines()[:4]
    assert words == SENTENCE
    assert marks.index("1 said") == SENTENCE.index("We will")
    assert marks.index("1 who") == SENTENCE.index("Foreign")
    assert marks.index("1cue") == SENTENCE.index("said")
    assert told.startswith("1  Ana Reyes, Foreign Minister · direct · said · agree (open) · 2031-05-08 · ")


def test_on_a_terminal_it_has_colours_and_without_one_none(run: Run) -> None:
    plain = run("try", SENTENCE).stdout
    coloured = run("try", SENTENCE, env={"FORCE_COLOR": "1", "COLUMNS": "90", "TERM": "xterm"}).stdout
    assert "\x1b[" not in plain
    assert "\x1b[" in coloured
    assert "1 who" in coloured


def test_standard_input_is_read_as_bytes(run: Run) -> None:
    result = run("try", "-", "--language", "uk", input="«Ми готові», – заявила міністерка Ана Рейєс.".encode("cp1251"))
    assert result.exit_code == 0
    assert "«Ми готові», – заявила міністерка Ана Рейєс." in result.stdout


def test_broken_bytes_are_told_and_cost_nothing_else(run: Run) -> None:
    result = run("try", "-", input=b"caf\xff " + SENTENCE.encode())
    assert result.exit_code == 0
    assert "1 who" in result.stdout
    assert Code.BROKEN_BYTES.sentence in result.stdout


@pytest.mark.parametrize(("given", "code"), [(b"", Code.EMPTY), (b" \n ", Code.EMPTY), (bytes(range(256)) * 9, Code.BINARY)])
def test_what_is_no_text_is_told(run: Run, given: bytes, code: Code) -> None:
    result = run("try", "-", input=given)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"verbale: {code.sentence}\n"


def test_an_empty_text_is_told(run: Run) -> None:
    assert run("try", " ").exit_code == 2


def test_where_nothing_is_said_the_reason_is_told(run: Run) -> None:
    result = run("try", "The bridge is long and old.", "--language", "en")
    assert result.exit_code == 0
    assert "Nothing was found. No word that reports speech" in result.stdout


def test_a_file_name_is_not_taken_for_a_text_without_a_word(run: Run) -> None:
    Path("news.txt").write_text(SENTENCE)
    assert "`verbale try - < news.txt`" in run("try", "news.txt", "--language", "en").stdout


def test_half_characters_and_control_characters_do_no_harm(run: Run) -> None:
    result = run("try", f"\udcff\x1b[31m {SENTENCE}", "--language", "en")
    assert result.exit_code == 0
    assert "\x1b" not in result.stdout


def reading(*roles: Role, text: str = "Line.", problem: Code | None = None, words: str = "") -> Reading:
    blocks = tuple(Block(Span(0, 5), role) for role in roles)
    problems = (Problem(problem, "clean", words),) if problem else ()
    return Reading(Article("a_1", text, "en", blocks=blocks), problems=problems)


@pytest.mark.parametrize(
    ("silent", "reason"),
    [
        (reading(problem=Code.NO_RULES), "no words and rules for the language “en”; it reads en, ru and uk"),
        (reading(problem=Code.FAILED, words="KeyError: 'x'"), "please report it. (KeyError: 'x')"),
        (reading(Role.FURNITURE, Role.BYLINE), "all were taken for byline and furniture"),
        (reading(Role.FURNITURE, problem=Code.LONG_LINE), "too long to be prose"),
        (reading(), "holds no text"),
        (reading(Role.BODY), "such as “say”, could be linked to something said"),
    ],
)
def test_reasons(silent: Reading, reason: str) -> None:
    assert reason in why_nothing(silent)
