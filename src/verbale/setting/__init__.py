"""When a statement was made, where, to whom, on which terms, and through whose hands it came.

Each is read from the words around the cue, outside of what was said; what holds for a whole occasion is then carried
over the statements made there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from verbale.dates import Days
from verbale.model import Article, Kind, Labels, Said, Statement
from verbale.setting.frames import Page, frame, page
from verbale.setting.hands import is_outlet, medium, press
from verbale.setting.occasions import Occasion, carried, relayed
from verbale.setting.scenes import Scene, scenes
from verbale.setting.terms import conditions
from verbale.setting.told import UNDATED, Around, Told, own
from verbale.setting.when import Calendar, calendar, dated, days_of, is_bound, narrowed, said
from verbale.setting.where import reaching, venue
from verbale.text import Span

__all__ = ["setting"]


def setting(article: Article, labels: Sequence[Labels], statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements with date, venue, addressee, relays and conditions as far as the text tells them.

    What decided stands in `why`. Dates are whole days; one that only tells of no day the article can be read from
    keeps its words, with the basis `unknown`. Nothing is raised for text that tells nothing.
    """
    if not statements:
        return ()
    laid = page(article, labels, statements)
    told = _settled(laid)
    return tuple(
        replace(
            s,
            said=t.said,
            venue=t.venue,
            addressee=t.addressee,
            relays=t.relays,
            conditions=conditions(laid, s),
            why=(*s.why, *t.why),
        )
        for s, t in zip(statements, told, strict=True)
    )


def _settled(laid: Page) -> list[Told]:
    """The setting of each statement: what its own words tell, then what its occasion tells."""
    day, known = calendar(laid), press(laid)
    framed = [frame(laid, s) for s in laid.statements]
    frames = [reaching(f) if f else None for f in framed]
    places = [venue(laid.article, f) if f else None for f in frames]
    around = list(scenes(laid, frames, known))
    claims = {when.span: n for n, when in dated(laid, frames, places).items()}
    days = _days(laid, set(claims), day)
    dates = {n: days[span] for span, n in claims.items()}
    found = [
        Around(s, f, dates.get(n, UNDATED), p) for n, (s, f, p) in enumerate(zip(laid.statements, frames, places, strict=True))
    ]
    told = list(own(laid, found, known))
    met = [_occasion(laid, scene, days, {t.speaker for t in told if t.speaker}) for scene in around]
    out = carried(told, met, day.days)
    media = {t.speaker: name for t in told if t.speaker and (name := medium(t.speaker, known))}
    foreign = {s: name for s, name in media.items() if not is_outlet(laid.article, name)}
    outlet = {name for one in out for name in (*one.relays, *laid.article.agencies) if is_outlet(laid.article, name)}
    return relayed(out, foreign, laid.article.agencies, outlet)


def _days(laid: Page, claimed: set[Span], day: Calendar) -> dict[Span, Said]:
    """The days that all dates of the article mean. Some count from those before them, so they are read in text order."""
    out: dict[Span, Said] = {}
    anchors: dict[str, Days] = {}
    for n, line in enumerate(laid.lines):
        outside = {line.starts[i] for i in laid.unsaid(n)} if line.dates else set()
        for when in line.dates:
            out[when.span] = said(laid.article, when, day, anchors)
            days = days_of(out[when.span])
            if days and when.span.start in outside and not is_bound(laid.article.language, when):
                anchors["told"] = days
                if when.span in claimed and not laid.heads(n):
                    anchors["story"] = days
    return out


def _occasion(laid: Page, scene: Scene, days: Mapping[Span, Said], speakers: set[str]) -> Occasion:
    """A scene with its date, and those of the speakers it names."""
    when = days[scene.when.span] if scene.when else UNDATED
    when = narrowed(when, scene.venue.words.text, laid.article.language) if scene.venue else when
    told = Told(
        scene.sentence, laid.block(scene.sentence), None, when, scene.venue, scene.head, scene.known, relays=scene.relays
    )
    persons = {s.speaker.name for s in laid.statements if s.speaker and s.speaker.kind is Kind.PERSON}
    named = {s for s in speakers if scene.names(s)}
    return Occasion(told, frozenset(named & persons or named), scene.points, scene.past)
