"""A record looked at, told of and mended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from verbale.cli.finding import existing
from verbale.cli.group import UNREAD
from verbale.cli.screen import screen, tell
from verbale.flow import read
from verbale.store import Record
from verbale.store.audit import Audit
from verbale.wording import counted

SHOWN = 10


def auditing(path: Path, *, mend: bool) -> None:
    """Look at a record and tell what is wrong; with `mend`, put right what can be. Ends with 2 where something stays wrong."""
    with existing(path, readonly=False) as record:
        found = record.audit()
        for words in _told(found):
            tell(screen(), words)
        if mend and not found.whole and not found.damage:
            _mend(record, found)
            found = record.audit()
            tell(screen(), "Mended." if found.whole else "Not all could be mended:")
            for words in _told(found):
                tell(screen(), words, lead="  ")
        elif found.whole:
            tell(screen(), f"{path} is whole: {counted(record.counts().statements, 'statement')}, each on its words.")
    if not found.whole:
        raise click.exceptions.Exit(UNREAD)


def _mend(record: Record, found: Audit) -> None:
    for article, _ in found.articles:
        record.renew(read(record.source(article), outlets=record.outlets), anyway=True)
    record.rebuild()
    record.join()


def _told(found: Audit) -> Iterator[str]:
    yield from (f"The file is damaged: {words}. Restore it from a copy." for words in found.damage)
    yield from (f"{counted(times, 'row')} of {name} point at rows that are not there." for name, times in found.orphans)
    for article, times in found.articles[:SHOWN]:
        yield f"{article}: {counted(times, 'span')} without the words it should hold."
    if len(found.articles) > SHOWN:
        yield f"And {counted(len(found.articles) - SHOWN, 'more article')} like that."
    yield from (f"The search index of {name}s is not true." for name in found.indices)
