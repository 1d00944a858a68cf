"""Plain text: the decoded file, unchanged, is the article."""

from __future__ import annotations

from verbale.errors import Code
from verbale.model import Given, Problem, Raw, Source
from verbale.sources.charset import decode
from verbale.sources.metadata import UNKNOWN
from verbale.sources.opening import LIMIT, sha256, too_large


def plain(
    data: bytes,
    *,
    path: str | None = None,
    given: Given = UNKNOWN,
    received: str | None = None,
    limit: int = LIMIT,
) -> Source | Problem:
    """The article that `data` is; a Problem alone where there is no text (`EMPTY`, `BINARY`). Never raises.

    Of more than `limit` bytes only the beginning is kept, with a Problem. `sha256` is that of the bytes kept.
    """
    kept = data[:limit]
    decoded = decode(kept, torn=len(kept) < len(data), path=path)
    if isinstance(decoded, Problem):
        return decoded
    if not decoded.text.strip():
        return Problem(Code.EMPTY, "sources", path=path)
    cut = (too_large(limit, path),) if len(kept) < len(data) else ()
    problems = (*decoded.problems, *cut)
    return Source(decoded.text, path, sha256(kept), given, received=received, problems=problems, raw=Raw("plain", kept))
