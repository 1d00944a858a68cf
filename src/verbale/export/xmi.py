"""UIMA CAS XMI for INCEpTION: one file an article, with the type system beside them.

`custom.Statement` covers a stretch of what was said and tells the statement, `custom.Part` covers a stretch of any other
part and names the statement it belongs to. Further stretches repeat `identifier` (or `statement`, `name` and `n`) and
count `stretch` up. Offsets are UTF-16 code units, as UIMA counts. Characters that XML cannot hold become U+FFFD.

The corrected files come back with `verbale judge import`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from cassis import Cas, TypeSystem

from verbale.export import jsonl
from verbale.export.form import Around, Files
from verbale.export.grouping import by_article
from verbale.model import Article, Entry, Part, Statement
from verbale.store.check import named_parts

STATEMENT = "custom.Statement"
PART = "custom.Part"
META = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
WORDS = ("identifier", "kind", "speaker", "speakerKind", "role", "person", "saidFrom", "saidTo", "saidBasis", "told")
"""Features of a statement that are words; `told` is the whole statement as a line of the exchange format."""
FLAGS = ("headline", "implicit", "unquoted")
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write(entries: Iterable[Entry], out: Files, around: Around) -> int:
    """Write `TypeSystem.xml` and an `.xmi` an article; returns how many statements."""
    types = type_system()
    out.put("TypeSystem.xml", types.to_xml() or "")
    written = 0
    for article, group in by_article(entries):
        out.put(f"{article}.xmi", cas(around.article_of(article), group, types).to_xmi() or "")
        written += len(group)
    return written


def type_system() -> TypeSystem:
    """What the annotations are; INCEpTION takes it for its layers."""
    types = TypeSystem()
    meta = types.create_type(META, supertypeName="uima.tcas.DocumentAnnotation")
    for name in ("documentId", "documentTitle", "documentUri"):
        types.create_feature(meta, name, "uima.cas.String")
    statement = types.create_type(STATEMENT, supertypeName="uima.tcas.Annotation")
    for name in WORDS:
        types.create_feature(statement, name, "uima.cas.String")
    for name in FLAGS:
        types.create_feature(statement, name, "uima.cas.Boolean")
    types.create_feature(statement, "score", "uima.cas.Double")
    part = types.create_type(PART, supertypeName="uima.tcas.Annotation")
    for name in ("statement", "name"):
        types.create_feature(part, name, "uima.cas.String")
    types.create_feature(part, "n", "uima.cas.Integer")
    for kind in (statement, part):
        types.create_feature(kind, "stretch", "uima.cas.Integer")
    return types


def cas(article: Article, entries: Iterable[Entry], types: TypeSystem) -> Cas:
    """The article with its statements."""
    made = Cas(types, sofa_string=UNFIT.sub("\ufffd", article.text), sofa_mime="text/plain")
    meta = types.get_type(META)
    title, uri = article.title or article.id, article.url or article.path
    stop = len(article.text)
    made.add(meta(begin=0, end=stop, language=article.language, documentId=article.id, documentTitle=title, documentUri=uri))
    for entry in entries:
        for begin, end, values in _statements(entry):
            made.add(types.get_type(STATEMENT)(begin=begin, end=end, **values))
        for begin, end, values in _parts(entry.statement):
            made.add(types.get_type(PART)(begin=begin, end=end, **values))
    return made


Annotation = tuple[int, int, dict[str, Any]]


def _statements(entry: Entry) -> Iterator[Annotation]:
    """The stretches of the content; the first tells all of the statement."""
    told = _told(entry)
    for start, stop, stretch in _stretches(entry.content):
        yield start, stop, {**(told if stretch == 0 else {}), "identifier": entry.id, "stretch": stretch}


def _told(entry: Entry) -> dict[str, Any]:
    statement, speaker, said = entry.statement, entry.speaker, entry.said
    return {
        "kind": str(statement.kind),
        "speaker": speaker.name if speaker else None,
        "speakerKind": str(speaker.kind) if speaker else None,
        "role": speaker.role if speaker else None,
        "person": entry.person,
        "saidFrom": said.start,
        "saidTo": said.stop,
        "saidBasis": said.basis,
        "told": jsonl.line(jsonl.row(entry)),
        "score": float(statement.score),
        **{flag: getattr(statement, flag) for flag in FLAGS},
    }


def _parts(statement: Statement) -> Iterator[Annotation]:
    for name, n, part in named_parts(statement):
        if name != "content":
            for start, stop, stretch in _stretches(part):
                yield start, stop, {"statement": statement.id, "name": name, "n": n, "stretch": stretch}


def _stretches(part: Part) -> Iterator[tuple[int, int, int]]:
    return ((span.start, span.stop, n) for n, span in enumerate(part.spans))
