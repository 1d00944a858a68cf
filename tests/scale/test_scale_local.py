"""One process or several: the same readings, in the order of their sources."""

from __future__ import annotations

from pathlib import Path

from verbale import read_files
from verbale.errors import Code
from verbale.flow import BATCH, read_many
from verbale.model import Given, Outlet, Outlets, Problem, Reading, Source
from verbale.scale import run

TEXTS = {
    "uk": "Міністр Марек Тонев заявив, що міст {} зачинять.",
    "en": "“Bridge {} is shut,” Transport Minister Marek Tonev said.",
}


def sources(count: int) -> list[Source | Problem]:
    """Articles in two languages, and a problem after every fifth."""
    out: list[Source | Problem] = []
    for n in range(count):
        language = ("uk", "en")[n % 2]
        out.append(Source(TEXTS[language].format(n), f"{n:03}.txt", given=Given(language=language)))
        if n % 5 == 4:
            out.append(Problem(Code.BINARY, "sources", path=f"{n:03}.png"))
    return out


def test_problems_stay_in_their_place() -> None:
    done = list(run(sources(12)))
    assert [isinstance(one, Problem) for one in done] == [isinstance(one, Problem) for one in sources(12)]
    assert [one for one in done if isinstance(one, Problem)] == [one for one in sources(12) if isinstance(one, Problem)]
    assert [r.article.path for r in done if isinstance(r, Reading)] == [f"{n:03}.txt" for n in range(12)]


def test_several_processes_read_like_one() -> None:
    """More articles than the two processes are given at once."""
    given = sources(5 * BATCH + 3)
    assert list(run(iter(given), jobs=2)) == list(run(iter(given)))


def test_nothing_to_read() -> None:
    assert list(run([])) == []
    assert list(run([], jobs=2)) == []


def test_only_problems() -> None:
    problem = Problem(Code.EMPTY, "sources", path="a.txt")
    assert list(run([problem, problem])) == [problem, problem]


def test_sources_are_taken_as_they_are_needed() -> None:
    taken: list[int] = []

    def slowly() -> object:
        for n, source in enumerate(sources(3 * BATCH)):
            taken.append(n)
            yield source

    next(run(slowly()))
    assert len(taken) == BATCH


def test_files_are_read_and_what_is_no_article_is_passed_over(tmp_path: Path) -> None:
    tmp_path.joinpath("a.txt").write_text(TEXTS["uk"].format("a"), "utf-8")
    tmp_path.joinpath("b.txt").write_bytes(b"\x89PNG\0\0\0\0")
    tmp_path.joinpath("c.txt").write_text(TEXTS["uk"].format("c"), "utf-8")
    readings = list(read_files(tmp_path, language="uk"))
    assert [Path(r.article.path or "").name for r in readings] == ["a.txt", "c.txt"]
    assert [str(r.statements[0].content) for r in readings] == ["що міст a зачинять", "що міст c зачинять"]


def test_own_outlets_reach_every_process() -> None:
    text = "“The bridge is shut,” Transport Minister Marek Tonev said, Overlook reported.\n"
    given = [Source(text + "\n" * n, given=Given(language="en")) for n in range(BATCH + 1)]
    own = Outlets((Outlet("Overlook"),))
    there = [one for one in run(given, jobs=2, outlets=own) if isinstance(one, Reading)]
    assert {s.relays for reading in there for s in reading.statements if s.kind == "direct"} == {("Overlook",)}
    assert there == list(run(given, outlets=own))
    assert there[0].article == next(read_many(given)).article
