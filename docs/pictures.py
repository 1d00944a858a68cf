"""Take the pictures of the reader anew, of the sample articles:  pictures.py

Needs Chromium, the browser group (`pip install --group browser`) and Pillow, which makes the files small.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import sync_playwright

from verbale import read_files, store

DOCS = Path(__file__).resolve().parent
COLOURS = 255
PICTURES = {
    "home": ("/", 800),
    "search": ("/search?about=table", 820),
    "article": ("{article}", 900),
    "statement": ("{statement}", 980),
    "person": ("{person}", 900),
    "topic": ("/topics/talks", 860),
    "timeline": ("/timeline", 820),
    "figures": ("/figures", 560),
}
"""Each picture with its page and height; the width is 1100, but for the one of a phone."""


def main() -> None:
    """Read the samples, serve them, and look at each page."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "samples.db"
        with store.open(path) as record:
            record.add(read_files(DOCS.parent / "examples" / "articles"))
            record.join()
            pages = _pages(record)
        command = [sys.executable, "-c", "from verbale.cli import main; main()", "serve", str(path), "--port", "0"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 - our own program
            line = server.stdout.readline() if server.stdout else ""
            try:
                _take(next(word for word in line.split() if word.startswith("http")).rstrip("/"), pages)
            finally:
                server.terminate()


def _pages(record: Any) -> dict[str, str]:
    """The addresses that hold ids."""
    (article,) = (a for a in record.articles() if a.path and a.path.endswith("en_08_after_ten_months.txt"))
    said = next(s for s in record.statements(speaker="Hartov", about="table"))
    (person,) = (p for p in record.people.find("Daniel Hartov") if p.kind == "person")
    return {"article": f"/articles/{article.id}", "statement": f"/statements/{said.id}", "person": f"/persons/{person.id}"}


def _take(address: str, pages: dict[str, str]) -> None:
    with sync_playwright() as started:
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(base_url=address)
        for name, (path, height) in PICTURES.items():
            page.set_viewport_size({"width": 1100, "height": height})
            page.goto(path.format(**pages))
            if name == "article":  # what pointing at a statement tells
                page.hover("a.at[data-n='2']")
            _keep(page.screenshot(), name)
        phone = browser.new_page(base_url=address, viewport={"width": 390, "height": 844}, color_scheme="dark")
        phone.goto(pages["article"])
        _keep(phone.screenshot(), "article-phone")
        browser.close()


def _keep(picture: bytes, name: str) -> None:
    """Keep it in its commonest colours, which is enough for a page and a third of the size."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    common = sorted(image.getcolors(image.width * image.height), reverse=True)[:COLOURS]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for _, colour in common for part in colour])
    image.quantize(palette=palette, dither=Image.Dither.NONE).save(DOCS / "pictures" / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
