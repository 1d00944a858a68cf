"""What an editor does, in a real browser: find, read, judge, hand on; with the keyboard alone, on a phone, in the dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from verbale import store
from verbale.model import Article, Block, Kind, Part, Reading, Role, Speaker, Speech, Statement
from verbale.text import Span

from .conftest import served

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed: pip install --group browser")
PAGES = ("/", "/search?about=table", "/articles", "/persons", "/topics", "/topics/talks", "/timeline", "/figures",
         "/compare?by=language", "/brief?about=talks", "/problems", "/doubts", "/words",
         "/judgements", "/api/", "/nowhere")  # fmt: skip


def first(page: Any, listing: str, link: str) -> str:
    """The address of the first thing on a list."""
    page.goto(listing)
    return str(page.locator(link).first.get_attribute("href"))


def of_each_kind(page: Any) -> list[str]:
    statement = first(page, "/search?about=table", ".row .content a")
    article = first(page, "/articles", ".row .head a")
    person = first(page, "/persons", ".row .head a")
    return [*PAGES, statement, article, person]


def test_an_editor_finds_a_quotation_and_hands_it_on(page: Any) -> None:
    page.goto("/")
    page.get_by_label("What was said about").fill("table")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?about=table*")
    assert page.locator("mark").first.inner_text().lower().startswith("table")
    page.get_by_role("link", name="Daniel Hartov").first.click()
    page.wait_for_url("**person=p_*" if "person=" in page.url else "**/persons/p_*")
    page.go_back()
    page.locator(".row .content a").first.click()
    page.wait_for_url("**/statements/s_*")
    assert "Verbale s_" in page.locator("#citation").inner_text()
    page.locator(".facts a[href^='/articles/']").first.click()
    page.wait_for_url("**/articles/a_*#s_*")
    note = page.locator("li.note:target")
    assert note.is_visible()


def test_words_and_note_light_up_together(page: Any) -> None:
    page.goto(first(page, "/articles", ".row .head a"))
    number = page.locator("a.at").first
    number.focus()
    wanted = number.get_attribute("data-n")
    assert page.locator(f"li.note.lit[data-n='{wanted}']").count() == 1
    assert page.locator(f"span.said.lit[data-n~='{wanted}']").count() >= 1
    number.blur()
    assert page.locator(".lit").count() == 0


def test_the_keyboard_alone_leads_everywhere(page: Any) -> None:
    page.goto("/articles")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.type") == "search"
    page.goto("/search")
    for expected in (0, 1):
        page.keyboard.press("j")
        stops = "[...document.querySelectorAll('.row .content a')].indexOf(document.activeElement)"
        assert page.evaluate(stops) == expected
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.wait_for_url("**/statements/s_*")


def test_a_wrong_speaker_is_put_right_and_taken_back(page: Any) -> None:
    statement = first(page, "/search?about=table", ".row .content a")
    page.goto(statement)
    page.get_by_text("Correct it").click()
    page.get_by_label("Speaker, as the record knows").fill("Irena Valdova")
    page.get_by_role("button", name="Correct", exact=True).click()
    page.wait_for_selector(".ruled.correct")
    assert "Irena Valdova" in page.locator(".one > .head").inner_text()
    page.get_by_role("link", name="All judgements").click()
    page.get_by_role("button", name="Take back").first.click()
    page.wait_for_url("**/judgements")
    page.goto(statement)
    assert page.locator(".ruled").count() == 0


def test_light_and_dark_are_remembered(page: Any) -> None:
    page.goto("/")
    page.get_by_role("button", name="Show dark pages").click()
    dark = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.goto("/search")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == dark
    page.get_by_role("button", name="Show light pages").click()
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != dark


def test_paper_is_white_whatever_the_screen(page: Any) -> None:
    page.goto("/")
    page.get_by_role("button", name="Show dark pages").click()
    for path in ("/", "/topics/talks", "/figures"):
        page.goto(path)
        page.set_viewport_size({"width": 720, "height": 1000})
        page.emulate_media(media="print")
        colours = "[getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).color]"
        assert page.evaluate(colours) == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
        assert page.locator("nav:visible, form:visible, button:visible").count() == 0
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
        page.emulate_media(media="screen")


def test_a_picture_is_taken_away_as_png(page: Any, tmp_path: Path) -> None:
    page.goto("/")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="PNG").first.click()
    waiting.value.save_as(tmp_path / "months.png")
    assert (tmp_path / "months.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_page_has_a_serious_fault_of_access(browser: Any, address: str, width: int, scheme: str) -> None:
    context = browser.new_context(base_url=address, viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    found = []
    for path in of_each_kind(page):
        page.goto(path)
        results = axe.Axe().run(page).response["violations"]
        grave = [v for v in results if v["impact"] in {"serious", "critical"}]
        found += [(path, v["id"], [n["html"][:90] for n in v["nodes"][:3]]) for v in grave]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append((path, "wider than the screen", []))
    context.close()
    assert found == []


def test_pages_work_without_script(browser: Any, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    for path in of_each_kind(page):
        page.goto(path)
        assert page.locator("main").is_visible()
        assert page.locator("button:visible").count() == page.locator("form button:visible").count()
    context.close()


# ---------------------------------------------------------------- what articles may hold


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A reader of attacks, and of words that run from right to left."""
    path = tmp_path_factory.mktemp("odd") / "odd.db"
    with store.open(path) as record:
        record.add([article(0, "<img src=x onerror=document.title='hacked'><script>document.title='hacked'</script>")])
        record.add([article(1, "نحن مستعدون للمحادثات", "ar")])
        record.join()
    yield from served(path)


def article(n: int, words: str, language: str = "en") -> Reading:
    text = f"“{words},” {words} said."
    part = Part.of(text, Span(1, 1 + len(words)))
    said = Statement(f"s_{n:016x}", Speech.DIRECT, part, part, part, Speaker(words, Kind.PERSON, words), rule="test")
    told = {"path": words, "outlet": words, "title": words, "published": "2031-05-09"}
    head = Article(f"a_{n:016x}", text, language, blocks=(Block(Span(0, len(text)), Role.BODY),), **told)  # type: ignore[arg-type]
    return Reading(head, (said,))


def test_nothing_from_an_article_runs(browser: Any, odd: str) -> None:
    page = browser.new_page(base_url=odd)
    for path in ("/", "/search", "/search?about=onerror", f"/articles/a_{0:016x}", f"/statements/s_{0:016x}", "/persons"):
        page.goto(path)
        assert page.title() != "hacked"
        assert page.locator("main img").count() == 0
    page.close()


def test_words_from_right_to_left_are_set_so(browser: Any, odd: str) -> None:
    page = browser.new_page(base_url=odd)
    page.goto(f"/articles/a_{1:016x}")
    assert page.evaluate("getComputedStyle(document.querySelector('.line > p')).direction") == "rtl"
    page.goto("/search?language=ar")
    named = page.locator(".row .facts a").first
    assert named.evaluate("a => a.matches(':dir(rtl)')")
    assert named.locator(".day").evaluate("day => getComputedStyle(day).direction") == "ltr"  # 2031-05-09, not 09-05-2031
    page.close()
