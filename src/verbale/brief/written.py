"""A brief as Markdown, and as one HTML page that needs nothing beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from verbale import wording
from verbale.brief.page import Brief, Line, Note, Section

CAUTION = (
    "Verbale records what is attributed, not what is true. Every line is made of rows of the record; numbers lead to the words."
)
STYLE = """body{font:16px/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}
h1,h2,h3{font-family:system-ui,sans-serif;line-height:1.2}h2{border-bottom:1px solid #999;margin-top:2rem}
li{margin:.4rem 0}q{quotes:"“" "”"}sup a{text-decoration:none}.notes{font-size:.85rem;overflow-wrap:anywhere}
.caution{color:#444}@media print{body{margin:0;max-width:none}h2,h3{break-after:avoid}li{break-inside:avoid}a{color:#111}}"""


class _Notes:
    """Footnotes, numbered in order of use; one place has one number."""

    def __init__(self) -> None:
        self.places: dict[Note, int] = {}

    def number(self, note: Note) -> int:
        return self.places.setdefault(note, len(self.places) + 1)


# ---------------------------------------------------------------- Markdown


def markdown(brief: Brief) -> str:
    """The brief as Markdown with footnotes; words of articles are escaped, so that none of them is markup."""
    notes = _Notes()
    about = f" ({_plain(brief.about)})" if brief.about else ""
    lines = [f"# {_plain(brief.title)}{about}", "", CAUTION, ""]
    for section in brief.sections:
        lines += [*_section(section, notes), ""]
    lines += [f"[^{number}]: {_plain(where(note))}" for note, number in notes.places.items()]
    return "\n".join(lines).rstrip() + "\n"


def _section(section: Section, notes: _Notes) -> Iterator[str]:
    yield f"## {section.title}"
    yield ""
    if not section.lines:
        yield section.empty
    for group in section.groups:
        if group.name:
            yield from (f"### {_plain(group.name)}", "")
        yield from (_line(line, notes) for line in group.lines)
        if group is not section.groups[-1]:
            yield ""


def _line(line: Line, notes: _Notes) -> str:
    quoted = ": " + "; ".join(f"“{_plain(words)}”" for words in line.quoted) if line.quoted else ""
    marks = "".join(f"[^{notes.number(note)}]" for note in line.notes)
    return f"- {_plain(line.told)}{quoted} {marks}".rstrip()


def _plain(words: str) -> str:
    """Words without any meaning as markup."""
    return re.sub(r"([\\`*_\[\]<>#|~&!])", r"\\\1", wording.line(words))


def where(note: Note) -> str:
    """`Meridian Post, “Norland is ready”, 2031-05-09, characters 120 to 136 of a_9f… (s_5c1e…), https://…`."""
    title = f"“{wording.line(note.title)}”" if note.title else ""
    characters = f"characters {note.span.start} to {note.span.stop} of {note.article}"
    parts = (note.outlet or "", title, (note.published or "")[:10], f"{characters} ({note.id})", note.address or "")
    return wording.line(", ".join(filter(None, parts)))


# ---------------------------------------------------------------- HTML


def html(brief: Brief) -> str:
    """The brief as one page, fit to be mailed and printed: no script, no picture, no other file."""
    notes = _Notes()
    heading = escape(f"{brief.title} ({brief.about})" if brief.about else brief.title)
    body = "\n".join(_part(section, notes) for section in brief.sections)
    foot = "\n".join(f'<li id="n{number}">{_where(note)}</li>' for note, number in notes.places.items())
    return (
        f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
        f"<title>{heading}</title>\n<style>\n{STYLE}\n</style>\n<h1>{heading}</h1>\n"
        f'<p class="caution">{escape(CAUTION)}</p>\n{body}\n<h2>Sources</h2>\n<ol class="notes">\n{foot}\n</ol>\n</html>\n'
    )


def _part(section: Section, notes: _Notes) -> str:
    out = [f"<h2>{escape(section.title)}</h2>"]
    if not section.lines:
        out.append(f"<p>{escape(section.empty)}</p>")
    for group in section.groups:
        if group.name:
            out.append(f'<h3 dir="auto">{escape(group.name)}</h3>')
        out += ["<ul>", *(_item(line, notes) for line in group.lines), "</ul>"]
    return "\n".join(out)


def _item(line: Line, notes: _Notes) -> str:
    quoted = (
        ": " + "; ".join(f'<q dir="auto">{escape(wording.line(words))}</q>' for words in line.quoted) if line.quoted else ""
    )
    marks = "".join(f'<sup><a href="#n{(n := notes.number(note))}">{n}</a></sup> ' for note in line.notes)
    return f"<li>{escape(line.told)}{quoted} {marks}</li>"


def _where(note: Note) -> str:
    """The place of a note, its address a link where it is one of the web."""
    told = escape(where(note))
    if note.address and re.match(r"https?://", note.address):
        link = escape(wording.line(note.address))
        return told.replace(link, f'<a href="{link}">{link}</a>')
    return told
