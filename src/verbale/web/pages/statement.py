"""One statement: its words in their paragraph, its setting, whose hands it came through, and what decided."""

from __future__ import annotations

from starlette.responses import Response

from verbale.model import Article
from verbale.web.citing import cited
from verbale.web.marking import Note, Paragraph, notes, paragraphs
from verbale.web.plots.chain import chain
from verbale.web.visit import Visit
from verbale.wording.reasons import reasons
from verbale.wording.setting import setting


def statement(visit: Visit) -> Response:
    """All that is known of a statement."""
    entry = visit.record.statement(visit.id)
    if entry.id != visit.id:
        return visit.to(f"/statements/{entry.id}")
    article = visit.record.article(entry.article)
    copies = visit.record.copies(article.id)
    (note,) = notes([entry])
    return visit.page(
        "statement.html",
        entry=entry,
        said=entry.statement,
        article=article,
        around=around(article, note),
        setting=setting(entry, article, copies),
        copies=copies,
        within=visit.record.statement(entry.statement.inside) if entry.statement.inside else None,
        holds=visit.record.pages.inside(entry.id),
        reasons=[(label, words) for label, words in reasons(entry) if words],
        plot=chain(entry, copies),
        citation=cited(entry, visit.whole_address(f"/statements/{entry.id}")),
    )


def around(article: Article, note: Note) -> list[Paragraph]:
    """The paragraphs in which the parts of the statement stand, with all of them marked."""
    marked = paragraphs(article, [note], all_parts=True)
    return [one for one in marked if any(piece.within or piece.part for piece in one.pieces)]
