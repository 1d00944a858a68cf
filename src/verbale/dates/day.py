"""The day from which the dates of an article are counted."""

from __future__ import annotations

from datetime import date

from verbale.dates.meant import resolve
from verbale.dates.written import find
from verbale.model import Article


def day_of(article: Article) -> date | None:
    """The day of publication, else that of the dateline; None where neither tells a whole day."""
    if article.published and len(article.published) >= 10:
        return date.fromisoformat(article.published[:10])
    written = article.dateline.date if article.dateline else None
    when = next(find(written, article.language), None) if written else None
    days = resolve(when, None) if when and when.day else None
    return days.first if days else None
