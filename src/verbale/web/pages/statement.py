"""One statement: its words in their paragraph, its setting, whose hands it came through, and what decided."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.responses import Response

from verbale.model import Article, Carrier, Entry
from verbale.same.differences import Change, Stretch, differences
from verbale.web.citing import cited
from verbale.web.judging import KINDS
from verbale.web.marking import Note, Paragraph, notes, paragraphs
from verbale.web.pages.topics import names as topic_names
from verbale.web.plots.chain import chain
from verbale.web.visit import Visit
from verbale.wording.reasons import reasons
from verbale.wording.setting import setting

CARRIERS = 50
"""So many carriers of a saying are told."""
ALIKE = 0.4
"""Wordings that share fewer of their words are shown as they are."""


def statement(visit: Visit) -> Response:
    """All that is known of a statement."""
    entry = visit.record.statement(visit.id)
    if entry.id != visit.id:
        return visit.to(f"/statements/{entry.id}")
    article = visit.record.article(entry.article)
    copies = visit.record.copies(article.id)
    carriers = carried(visit, entry)
    (note,) = notes([entry])
    return visit.page(
        "statement.html",
        entry=entry,
        topics=topic_names(visit),
        rulings=visit.record.rulings.of(entry.id),
        as_read=visit.record.pages.as_read(entry.id).statement if entry.ruled == "correct" else None,
        kinds=KINDS,
        said=entry.statement,
        article=article,
        around=around(article, note),
        setting=setting(entry, article, copies, outlets=visit.record.outlets),
        copies=copies,
        carriers=carriers,
        within=visit.record.statement(entry.statement.inside) if entry.statement.inside else None,
        holds=visit.record.pages.inside(entry.id),
        reasons=[(label, words) for label, words in reasons(entry) if words],
        plot=chain(entry, [one.carrier for one in carriers]),
        citation=cited(entry, visit.whole_address(f"/statements/{entry.id}")),
    )


@dataclass(frozen=True, slots=True)
class Carried:
    """Another who carries the same saying, with where the wording differs."""

    carrier: Carrier
    entry: Entry
    differs: tuple[Stretch, ...]
    """See `differences`; empty where the two have too little in common for that to be read."""


def carried(visit: Visit, entry: Entry) -> list[Carried]:
    """All who carry the saying, in order of time, the statement itself among them; nobody before the record is joined."""
    if entry.same is None:
        return []
    carriers = visit.record.utterance(entry.same).carriers[:CARRIERS]
    found = {one.id: one for one in visit.record.pages.of_ids(carrier.statement for carrier in carriers)}
    return [
        Carried(one, found[one.statement], _differs(entry, found[one.statement])) for one in carriers if one.statement in found
    ]


def _differs(entry: Entry, other: Entry) -> tuple[Stretch, ...]:
    if other.id == entry.id or other.language != entry.language:
        return ()
    found = differences(entry.content.text, other.content.text)
    kept = sum(len(stretch.words.split()) for stretch in found if stretch.change is Change.KEPT)
    most = max(len(one.content.text.split()) for one in (entry, other))
    return tuple(found) if kept >= ALIKE * most else ()


def around(article: Article, note: Note) -> list[Paragraph]:
    """The paragraphs in which the parts of the statement stand, with all of them marked."""
    marked = paragraphs(article, [note], all_parts=True)
    return [one for one in marked if any(piece.within or piece.part for piece in one.pieces)]
