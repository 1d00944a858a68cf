"""How events and figures are written as rows, and shown with all that tells them."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console

from verbale import wording
from verbale.cli.drawing import Mark, drawn
from verbale.cli.rows import Cells, Sheet, Stack
from verbale.cli.screen import screen, tell, text_width
from verbale.model import Claim, Event, Telling
from verbale.split import split
from verbale.store import Record
from verbale.text import Span, cover
from verbale.wording import happened, tabled

LABEL = 10

# ---------------------------------------------------------------- rows


def _event(event: Event) -> Cells:
    told = event.tellings[-1]
    articles = wording.counted(event.articles, "article")
    words = wording.line(told.happening.words.text)
    return happened.days(event), event.what, happened.course(event), happened.parties(event), articles, event.id, words


def _figure(claim: Claim) -> Cells:
    figure = claim.figure
    rivals = f"{wording.counted(claim.rivals, 'other value')}" if claim.rivals else ""
    what = " ".join(filter(None, (figure.measure, f"({happened.parts(figure)})" if figure.parts else "")))
    place = wording.line(figure.place or "")
    words = wording.line(figure.words.text)
    return happened.as_of(claim), happened.value(figure), what, place, happened.source(claim), rivals, claim.id, words


EVENTS = Sheet(
    header=("WHEN", "WHAT", "STATUS", "WHO", "TOLD BY", "ID", "WORDS"),
    cells=_event,
    stacks=(Stack((0,), 24), Stack((1, 2), 26), Stack((3, 6, 4, 5))),
    object=tabled.event_object,
    flat=tabled.event_row,
    columns=tabled.EVENT,
)
"""Events by date, with who takes part and how their status changed."""

FIGURES = Sheet(
    header=("FOR", "VALUE", "WHAT", "WHERE", "SOURCE", "BESIDE", "ID", "WORDS"),
    cells=_figure,
    stacks=(Stack((0,), 24), Stack((1, 5), 18), Stack((2, 7, 3, 4, 6))),
    object=tabled.figure_object,
    flat=tabled.figure_row,
    columns=tabled.FIGURE,
)
"""Figures by the day they are claimed for, with source and parts."""


# ---------------------------------------------------------------- one in full


def show_event(record: Record, event: Event) -> None:
    """Print an event: what is known of it, then every telling in its sentence, in order of publication."""
    console = screen()
    known = (
        ("event", event.what),
        ("status", happened.course(event)),
        ("when", happened.days(event) if event.start else "not told"),
        ("where", wording.line(event.place or "")),
        ("who", happened.parties(event)),
        ("id", event.id),
    )
    _rows(console, known)
    for told in event.tellings:
        console.print()
        happening = told.happening
        marks = [Mark(actor.span, "who") for actor in happening.actors] + [Mark(happening.trigger, "cue")]
        marks += [Mark(span, "when") for span in (happening.when.words.spans if happening.when.words else ())]
        _in_sentence(record, console, told.article, happening.words.spans[0], marks)
        _rows(console, (("status", f"{happening.status} ({'; '.join(happening.why)})"), *_head(told, happening.inside)))


def show_figure(record: Record, claim: Claim) -> None:
    """Print a figure in its sentence, what is known of it, and the other values given for the same question."""
    console, figure = screen(), claim.figure
    marks = [Mark(part.span, "said") for part in figure.parts]
    marks += [Mark(figure.source.span, "who")] if figure.source else []
    marks += [Mark(span, "when") for span in (figure.as_of.words.spans if figure.as_of.words else ())]
    _in_sentence(record, console, claim.article, figure.words.spans[0], marks)
    known = (
        ("figure", f"{happened.value(figure)} {figure.measure}"),
        ("parts", happened.parts(figure)),
        ("for", happened.as_of(claim)),
        ("where", wording.line(figure.place or "")),
        ("source", happened.source(claim)),
        *_head(claim, figure.inside),
        ("id", claim.id),
    )
    _rows(console, known)
    beside = record.figures(question=claim.question) if claim.rivals else ()
    for other in (c for c in beside if c.id != claim.id):
        told = f"{happened.value(other.figure)}, {happened.source(other)}, {happened.as_of(other)} ({other.id})"
        _rows(console, (("beside", told),))


def _head(told: Telling | Claim, inside: str | None) -> Iterator[tuple[str, str]]:
    outlet = wording.line(told.outlet or told.path or "")
    yield "article", ", ".join(filter(None, (outlet, (told.published or "")[:10], told.article)))
    yield "told in", inside or ""


def _in_sentence(record: Record, console: Console, id_: str, span: Span, marks: list[Mark]) -> None:
    article = record.article(id_)
    whole = cover([span, *(mark.span for mark in marks)])
    sentences = [s.span for s in split(article).sentences if s.span.meets(whole)]
    around = (cover([whole, *sentences]),)
    for line in drawn(article.text, marks, width=text_width(console), within=around):
        console.print(line, soft_wrap=True)


def _rows(console: Console, rows: Iterator[tuple[str, str]] | tuple[tuple[str, str], ...]) -> None:
    for label, words in rows:
        if words:
            tell(console, words, lead=f"{label:<{LABEL}}")
