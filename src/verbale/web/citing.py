"""A statement as it is cited."""

from __future__ import annotations

from verbale import wording
from verbale.model import Entry, Speech


def cited(entry: Entry, address: str) -> str:
    """One paragraph to copy: who, what, when, where it stands, and the address of the statement.

    What is not in the speaker's own words bears no quotation marks.
    """
    said = entry.statement
    words = wording.line(said.content.text)
    words = f"“{words.strip('“”«»„').rstrip(',')}”" if said.kind is Speech.DIRECT else words
    days = wording.days(said.said)
    published = (_title(entry), wording.line(entry.outlet or ""), (entry.published or "")[:10], wording.line(entry.url or ""))
    stands = ", ".join(filter(None, published))
    told = f"{wording.speaker_in_role(said)}{f', {days}' if days else ''}: {words.rstrip('.')}."
    told += f" In: {stands}" if stands else ""
    return f"{told} (Verbale {said.id}, {address})"


def _title(entry: Entry) -> str:
    return f"“{wording.line(entry.title)}”" if entry.title else ""
