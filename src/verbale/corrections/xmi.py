"""UIMA CAS XMI as `verbale export --format xmi` writes it and INCEpTION gives it back."""

from __future__ import annotations

import io
from collections import defaultdict
from typing import Any

from cassis import Cas, TypeSystem, load_cas_from_xmi, load_typesystem

from verbale.corrections.marked import Marked, Sheet, Spans, article_in
from verbale.text import Span

STATEMENT, PART = "custom.Statement", "custom.Part"
META = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
PARTS = ("content", "cue", "source", "addressee", "venue", "said", "condition", "promise")
WORDS = {"speaker": "speaker", "kind": "kind", "speaker_role": "role", "said_from": "saidFrom", "said_to": "saidTo"}
"""Columns of the table and the features that tell them."""
FLAGS = ("headline", "implicit", "unquoted")


def xmi(name: str, data: bytes, types: bytes | None) -> Sheet:
    """The statements of a file; raises ValueError for what is no such file, or has no type system beside it."""
    if types is None:
        raise ValueError("there is no TypeSystem.xml beside it")
    try:
        cas = load_cas_from_xmi(io.BytesIO(data), typesystem=_types(types), lenient=True)
    except Exception as fault:  # whatever the library meets in a file that is none
        raise ValueError(f"no CAS could be read: {type(fault).__name__}: {fault}") from fault
    if cas.sofa_string is None:
        raise ValueError("it holds no text")
    return Sheet(article_in(name, _document(cas)), tuple(_statements(cas)), name, cas.sofa_string)


def _types(types: bytes) -> TypeSystem:
    return load_typesystem(io.BytesIO(types))


def _document(cas: Cas) -> str | None:
    return next((a.documentId for a in _all(cas, META)), None)


def _all(cas: Cas, kind: str) -> list[Any]:
    return list(cas.select(kind)) if cas.typesystem.contains_type(kind) else []


def _statements(cas: Cas) -> list[Marked]:
    """Statements with all their stretches; one without an id was added and is by itself."""
    stretches: dict[str, list[Any]] = defaultdict(list)
    for n, annotation in enumerate(sorted(_all(cas, STATEMENT), key=lambda a: (a.begin, a.end))):
        stretches[annotation.identifier or f"new {n}"].append(annotation)
    parts = _parts(cas)
    return [_statement(id_, found, parts.get(id_, {})) for id_, found in stretches.items()]


def _statement(id_: str, found: list[Any], others: dict[str, tuple[Spans, ...]]) -> Marked:
    head = next((a for a in found if a.kind), found[0])
    told: dict[str, str | None] = {column: getattr(head, feature) or None for column, feature in WORDS.items()}
    told |= {flag: str(bool(getattr(head, flag))).lower() for flag in FLAGS}
    parts = {**dict.fromkeys(PARTS, ()), **others, "content": (tuple(Span(a.begin, a.end) for a in found),)}
    return Marked(None if id_.startswith("new ") else id_, parts, told)


def _parts(cas: Cas) -> dict[str, dict[str, tuple[Spans, ...]]]:
    """The other parts of each statement by its id and their names."""
    found: dict[tuple[str, str, int], list[Span]] = defaultdict(list)
    for a in sorted(_all(cas, PART), key=lambda a: (a.begin, a.end)):
        found[a.statement or "", a.name or "", a.n or 0].append(Span(a.begin, a.end))
    parts: dict[str, dict[str, tuple[Spans, ...]]] = defaultdict(lambda: defaultdict(tuple))
    for (statement, name, _), spans in sorted(found.items()):
        parts[statement][name] += (tuple(spans),)
    return parts
