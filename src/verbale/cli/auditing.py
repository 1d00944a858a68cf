"""A record looked at, told of and mended."""

from __future__ import annotations

from collections.abc import Iterator

import click

from verbale.cli.finding import existing
from verbale.cli.group import UNREAD
from verbale.cli.origins import again as once_more
from verbale.cli.screen import screen, tell
from verbale.flow import read
from verbale.place import Place
from verbale.store import Record
from verbale.store.audit import Audit
from verbale.wording import counted

SHOWN = 10


def auditing(path: Place, *, mend: bool) -> None:
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
    record.rebuild()
    lost = {article for article in found.texts if record.origin(article).raw is None}
    for article in dict.fromkeys((*found.texts, *(article for article, _ in found.articles))):
        if article not in lost:  # to read what somebody wrote into the text would only hide that
            source, origin = once_more(record, article)
            record.renew(read(source, outlets=record.outlets), origin=origin, anyway=True)
    record.rebuild()
    record.join()


def _told(found: Audit) -> Iterator[str]:
    yield from (f"The file is damaged: {words}. Restore it from a copy." for words in found.damage)
    yield from (f"{counted(times, 'row')} of {name} point at rows that are not there." for name, times in found.orphans)
    spans = [f"{article}: {counted(times, 'span')} without the words it should hold." for article, times in found.articles]
    yield from _some(spans, "article")
    yield from _some([f"{article}: its text is not the one that was read." for article in found.texts], "article")
    yield from _some([f"The bytes {sha256} are no longer what they were." for sha256 in found.raws], "page")
    yield from _some([f"The bytes {sha256} are those of no article." for sha256 in found.strays], "page")
    yield from (f"The search index of {name}s is not true." for name in found.indices)


def _some(lines: list[str], kind: str) -> Iterator[str]:
    """The first few lines, and how many more there are."""
    yield from lines[:SHOWN]
    if len(lines) > SHOWN:
        yield f"And {counted(len(lines) - SHOWN, f'more {kind}')} like that."
