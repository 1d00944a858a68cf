"""Where articles come from, noted before they are read: the reading does not look at their bytes."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import astuple, replace
from typing import Any

from verbale.model import Given, Origin, Raw, Source
from verbale.store.origins import UNPACKED, packed, worth


def origin(source: Source, *, everything: bool = False) -> Origin:
    """Where an article comes from, with its bytes where they are worth keeping."""
    raw = source.raw
    wanted = raw and worth(raw, source.text, everything=everything)
    return Origin(raw if wanted else None, replace(source.given, id=source.given.id or source.found.id))


def cells(found: Origin) -> dict[str, Any]:
    """The origin as cells of a table; the bytes are packed."""
    raw = found.raw
    given = json.dumps(astuple(found.given), ensure_ascii=True)
    return {"form": raw.form if raw else None, "raw": packed(raw.data) if raw else None, "given": given}


def of_cells(row: Mapping[str, Any]) -> Origin:
    """The origin of a row; without bytes where they cannot be unpacked."""
    given = Given(*json.loads(row["given"])) if row["given"] else Given()
    if row["form"] is None or row["raw"] is None:
        return Origin(None, given)
    try:
        return Origin(Raw(row["form"], zlib.decompressobj().decompress(row["raw"], UNPACKED)), given)
    except zlib.error:
        return Origin(None, given)
