"""Articles made again from the bytes that were kept of them, by the reader of today."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace

from verbale.errors import Code
from verbale.model import Given, Origin, Problem, Raw, Source
from verbale.sources.charset import Decoded, decode
from verbale.sources.jsonl import article
from verbale.sources.opening import LIMIT
from verbale.sources.plain import plain
from verbale.sources.terms import Terms

_BESIDE = {Code.METADATA, Code.FUTURE_DATE}
"""Problems that may be of what was told beside the bytes; they stay."""


def anew(origin: Origin, before: Source) -> Source | Problem:
    """The article of the bytes that `origin` kept, under the id it had `before`; as it was where none are kept.

    What was given counts first, then what the bytes tell now, then what was known before. A Problem alone where the bytes
    hold no article; never raises.
    """
    if origin.raw is None:
        return before
    found = next(_read(origin.raw, before, origin.given), None)
    if not isinstance(found, Source):
        return found or Problem(Code.NO_TEXT, "sources", path=before.path)
    known = found.found.over(replace(before.found, language=None, published=None))
    day = before.found.published if not known.published else None
    known = known.over(Given(published=day, id=origin.given.id))
    told = tuple(p for p in before.problems if p.code in _BESIDE and p not in found.problems)
    return replace(
        found, path=before.path, given=origin.given, found=known, problems=(*found.problems, *told), article=before.article
    )


def _read(raw: Raw, before: Source, given: Given) -> Iterator[Source | Problem]:
    path, received, limit = before.path, before.received, max(LIMIT, len(raw.data))
    if raw.form == "plain":
        yield plain(raw.data, path=path, given=given, received=received, limit=limit)
    elif raw.form == "html":
        from verbale.sources.html import html  # noqa: PLC0415  (takes longer than most commands run)

        yield html(raw.data, path=path, given=given, received=received, limit=limit)
    elif raw.form == "json":
        yield article(_value(raw.data), raw.data, path=path, given=given, received=received)
    elif raw.form in {"pdf", "docx", "epub"}:
        from verbale.sources import papers  # noqa: PLC0415

        terms = Terms(given, received or "", limit)
        yield from getattr(papers, raw.form)(io.BytesIO(raw.data), path or "", terms)


def _value(data: bytes) -> object:
    decoded = decode(data)
    try:
        return json.loads(decoded.text) if isinstance(decoded, Decoded) else None
    except (ValueError, RecursionError):
        return None
