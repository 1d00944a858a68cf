"""Write the story in a format, as the command does."""

from __future__ import annotations

import io
from pathlib import Path

from verbale.export import FORMS, Around, Medium, writer
from verbale.export.files import Folder
from verbale.model import Entry

from .story import record


def entries() -> list[Entry]:
    with record() as kept:
        return list(kept.statements())


def text(form: str, title: str = "Statements") -> str:
    """What a format of text becomes."""
    assert FORMS[form].medium is Medium.TEXT
    out = io.StringIO(newline="")
    with record() as kept:
        writer(FORMS[form])(kept.statements(), out, Around(kept.article, title=title, record="talks"))
    return out.getvalue()


def data(form: str) -> bytes:
    """What a binary format becomes."""
    out = io.BytesIO()
    with record() as kept:
        assert writer(FORMS[form])(kept.statements(), out, Around(kept.article)) == 6
    return out.getvalue()


def folder(form: str, path: Path) -> Path:
    """What a format of several files becomes."""
    with record() as kept:
        assert writer(FORMS[form])(kept.statements(), Folder(path), Around(kept.article)) == 6
    return path
