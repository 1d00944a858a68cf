"""Articles of a record on their way through the reading once more."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import cast

from verbale.cli.finding import existing
from verbale.cli.origins import again as once_more
from verbale.cli.outlets import media
from verbale.cli.screen import screen, tell
from verbale.errors import Code
from verbale.model import Origin, Problem, Reading, Source
from verbale.place import Place
from verbale.scale import run
from verbale.store import Record
from verbale.wording import counted


def again(path: Place, *, jobs: int, everything: bool, outlets: Path | None = None) -> None:
    """Read the articles of a record again, join it, and tell what became of it."""
    told = media(outlets) if outlets else None
    with existing(path, readonly=False) as record:
        if told is not None:
            record.tell_outlets(told)
        ids = record.read_before(reader=None if everything else record.reader)
        if not ids:
            with_them = " with these outlets" if record.outlets.all else ""
            tell(screen(), f"All articles of {path} were read by this version{with_them}; --all reads them again.")
            return
        changed = failed = 0
        origins: dict[str, Origin] = {}
        found = run(_sources(record, ids, origins), jobs=jobs, outlets=record.outlets)
        items = cast("Generator[Reading | Problem]", found)
        with closing(items):
            for reading in items:
                if isinstance(reading, Problem) or any(p.code is Code.FAILED for p in reading.problems):
                    failed += 1  # what was read before is worth more
                else:
                    changed += record.renew(reading, origin=origins.pop(reading.article.id))
        record.join(jobs=jobs)
    left = f"; {counted(failed, 'article')} could not be read and {'is' if failed == 1 else 'are'} as before" if failed else ""
    tell(screen(), f"{counted(len(ids), 'article')} read again, {changed} with another outcome{left}.")


def _sources(record: Record, ids: Iterable[str], origins: dict[str, Origin]) -> Iterator[Source]:
    """The articles to be read; where they come from is noted until they are."""
    for article in ids:
        source, origins[article] = once_more(record, article)
        yield source
