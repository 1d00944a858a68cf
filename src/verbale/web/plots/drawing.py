"""Pictures as SVG: put together by the server, so that no script is needed and each can be taken away as a file.

Markup fills in what follows % as safely as its `format` does, and several times as quickly; a picture has hundreds of marks.
Colours stand twice: as attributes, which a file taken away shows, and as classes, by which a page in the dark shows others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

INK, FAINT, LINE, BAR, PAPER = "#1c1b19", "#5f5b55", "#c9c3b8", "#0b6b8a", "#ffffff"
HUES = ("#6b6b6b", "#0072b2", "#b35900", "#007a5a", "#a8457d", "#4b5fc4", "#8a6d00", "#c2402a", "#3f7f2a")
"""Colours that people with any kind of sight can tell apart (after Okabe and Ito), dark enough for lines on white; the first
is for all others."""


FINE = 10
"""Words of this size are told elsewhere on the page, too."""


@dataclass(frozen=True, slots=True)
class Plot:
    """A picture with the words that stand for it."""

    name: str
    """Under which it is taken away: `months`."""
    title: str
    width: int
    height: int
    body: Markup
    query: str = ""
    """What its address asks for besides."""

    @property
    def file(self) -> str:
        """The whole file."""
        return str(_svg(self, Markup(' xmlns="http://www.w3.org/2000/svg" width="%s" height="%s"') % (self.width, self.height)))

    def __html__(self) -> str:
        """As it stands in a page."""
        return str(_svg(self, Markup(' class="plot %s"') % self.name))


def _svg(plot: Plot, attributes: Markup) -> Markup:
    """One with links in it is a group to those who hear it, any other a picture."""
    role = "group" if "<a " in plot.body else "img"
    return Markup(
        '<svg%s viewBox="0 0 %s %s" role="%s" aria-label="%s" font-family="system-ui, sans-serif"><title>%s</title>%s</svg>'
    ) % (attributes, plot.width, plot.height, role, plot.title, plot.title, plot.body)


def rect(x: float, y: float, width: float, height: float, *, hue: int | None = None, title: str = "") -> Markup:
    """A bar; of a speaker where `hue` is given."""
    kind, colour = ("bar", BAR) if hue is None else (f"h{hue}", HUES[hue])
    inside = Markup("<title>%s</title>") % title if title else Markup("")
    return Markup('<rect class="%s" fill="%s" x="%.1f" y="%.1f" width="%.1f" height="%.1f" rx="1.5">%s</rect>') % (
        kind,
        colour,
        x,
        y,
        width,
        height,
        inside,
    )


def words(x: float, y: float, text: str, *, size: int = 12, faint: bool = False, anchor: str = "start") -> Markup:
    """A line of text, its base line at `y`. The smallest is left out where a page is narrow."""
    kind, colour = ("faint", FAINT) if faint else ("ink", INK)
    kind += " fine" if size <= FINE else ""
    return Markup('<text class="%s" fill="%s" x="%.1f" y="%.1f" font-size="%s" text-anchor="%s">%s</text>') % (
        kind,
        colour,
        x,
        y,
        size,
        anchor,
        text,
    )


def line(points: Sequence[tuple[float, float]], *, hue: int | None = None, width: float = 1, dashed: bool = False) -> Markup:
    """A line through all points."""
    kind, colour = ("rule", LINE) if hue is None else (f"s{hue}", HUES[hue])
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dashes = Markup(' stroke-dasharray="3 3"') if dashed else Markup("")
    return Markup('<polyline class="%s" stroke="%s" stroke-width="%s" fill="none" points="%s"%s/>') % (
        kind,
        colour,
        width,
        path,
        dashes,
    )


def dot(x: float, y: float, radius: float, *, hue: int = 0, hollow: bool = False, title: str = "") -> Markup:
    """A point; hollow where it is not certain."""
    kind, fill = ("hollow", PAPER) if hollow else (f"h{hue}", HUES[hue])
    inside = Markup("<title>%s</title>") % title if title else Markup("")
    return Markup('<circle class="%s s%s" cx="%.1f" cy="%.1f" r="%.1f" fill="%s" stroke="%s" stroke-width="2">%s</circle>') % (
        kind,
        hue,
        x,
        y,
        radius,
        fill,
        HUES[hue],
        inside,
    )


def square(x: float, y: float, radius: float, *, hue: int = 0, hollow: bool = False, title: str = "") -> Markup:
    """A sign of another shape than `dot`, of the same size."""
    kind, fill = ("hollow", PAPER) if hollow else (f"h{hue}", HUES[hue])
    inside = Markup("<title>%s</title>") % title if title else Markup("")
    return Markup(
        '<rect class="%s s%s" x="%.1f" y="%.1f" width="%s" height="%s" fill="%s" stroke="%s" stroke-width="2">%s</rect>'
    ) % (kind, hue, x - radius, y - radius, radius * 2, radius * 2, fill, HUES[hue], inside)


def link(address: str, body: Markup, label: str) -> Markup:
    """A part of a picture that leads somewhere."""
    return Markup('<a href="%s" aria-label="%s">%s</a>') % (address, label, body)


def joined(parts: Sequence[Markup]) -> Markup:
    return Markup("").join(parts)


def cut(text: str, most: int) -> str:
    """The text, shortened to fit."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


__all__ = ["BAR", "HUES", "Plot", "cut", "dot", "escape", "joined", "line", "link", "rect", "square", "words"]
