"""TEI P5: a corpus with the text of each article in lines, what was said in `<said>`, cues and sources in `<seg>`.

`direct` is true for a speaker's own words, false for others' words, unknown for a mixture. Where stretches overlap, go
over lines or are interrupted, they are several elements joined by `next` and `prev`. `who` points at the list of those
who speak in the article. A note at the end of each article holds the whole statement as a line of the exchange format.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from verbale.export import jsonl
from verbale.export.form import Around
from verbale.export.grouping import by_article
from verbale.export.nesting import Mark, Piece, nested
from verbale.model import Article, Block, Entry, Kind, Role, Speech
from verbale.store.check import named_parts

DIRECT = {Speech.DIRECT: "true", Speech.INDIRECT: "false", Speech.MIXED: "unknown"}
ELEMENTS = {Role.TITLE: ("head", ""), Role.BODY: ("p", "")}
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt>
<publicationStmt><p>Written by Verbale.</p></publicationStmt><sourceDesc><p>News articles.</p></sourceDesc></fileDesc></teiHeader>
"""


def write(entries: Iterable[Entry], out: TextIO, around: Around) -> int:
    """Write one corpus to `out`; returns how many statements."""
    out.write(HEAD.format(title=_text(around.title)))
    written = 0
    for article, group in by_article(entries):
        out.writelines(_article(around.article_of(article), group))
        written += len(group)
    out.write("</teiCorpus>\n")
    return written


def _article(article: Article, entries: Sequence[Entry]) -> Iterator[str]:
    speakers = _speakers(article, entries)
    yield f"<TEI xml:id={_attribute(article.id)}>\n<teiHeader><fileDesc>"
    yield f"<titleStmt><title>{_text(article.title or article.id)}</title>"
    yield f"<author>{_text(article.author)}</author></titleStmt>" if article.author else "</titleStmt>"
    yield f"<publicationStmt><publisher>{_text(article.outlet or 'unknown')}</publisher>"
    yield _date(article.published) if article.published else ""
    yield f'<idno type="verbale">{article.id}</idno></publicationStmt>\n<sourceDesc>{_source(article)}</sourceDesc></fileDesc>'
    yield f"<profileDesc><langUsage><language ident={_attribute(article.language)}/></langUsage>"
    yield from _cast(speakers)
    yield "</profileDesc></teiHeader>\n<text><body>\n"
    yield from _body(article, _marks(entries, speakers))
    yield "</body>\n<back><div>\n"
    for entry in entries:
        yield f'<note type="statement" target="#{entry.id}">{_text(jsonl.line(jsonl.row(entry)))}</note>\n'
    yield "</div></back></text></TEI>\n"


def _date(published: str) -> str:
    """The day in the terms of TEI, which knows no time without seconds, and the moment as it is known."""
    return f"<date when={_attribute(published[:10])}>{_text(published)}</date>"


def _source(article: Article) -> str:
    return f"<bibl><ref target={_attribute(article.url)}/></bibl>" if article.url else f"<p>{_text(article.path or '')}</p>"


# ---------------------------------------------------------------- who speaks


@dataclass(frozen=True, slots=True)
class _Speaker:
    """One of those who speak in an article."""

    id: str
    name: str
    kind: Kind
    known: tuple[str, ...]


def _speakers(article: Article, entries: Iterable[Entry]) -> dict[str, _Speaker]:
    """Those who speak, by what tells them apart: the person, else the name."""
    found: dict[str, _Speaker] = {}
    for entry in entries:
        if entry.speaker and (key := _key(entry)) not in found:
            known = tuple(filter(None, (entry.person, *entry.person_ids)))
            name = entry.called or entry.speaker.name
            found[key] = _Speaker(f"{article.id}.{len(found) + 1}", name, entry.speaker.kind, known)
    return found


def _key(entry: Entry) -> str:
    return entry.person or (entry.speaker.name if entry.speaker else "")


def _cast(speakers: dict[str, _Speaker]) -> Iterator[str]:
    yield "<particDesc>"
    for speaker in speakers.values():
        of, name = ("person", "persName") if speaker.kind in (Kind.PERSON, Kind.UNNAMED) else ("org", "orgName")
        ids = "".join(f"<idno>{_text(known)}</idno>" for known in speaker.known)
        yield f"<{of} xml:id={_attribute(speaker.id)}><{name}>{_text(speaker.name)}</{name}>{ids}</{of}>"
    yield "<p/></particDesc>" if not speakers else "</particDesc>"


# ---------------------------------------------------------------- the text


def _marks(entries: Iterable[Entry], speakers: dict[str, _Speaker]) -> Iterator[Mark]:
    for entry in entries:
        statement = entry.statement
        for name, n, part in named_parts(statement):
            if name == "content":
                who = {"who": f"#{speakers[_key(entry)].id}"} if entry.speaker else {}
                mark = Mark("said", statement.id, (*who.items(), ("direct", DIRECT[statement.kind])), part.spans)
            else:
                told = (("type", name), ("corresp", f"#{statement.id}"))
                mark = Mark("seg", f"{statement.id}.{name}{n or ''}", told, part.spans)
            yield mark


def _body(article: Article, marks: Iterable[Mark]) -> Iterator[str]:
    blocks = [block for block in article.blocks if block.span.size()]
    pieces: dict[int, list[Piece]] = defaultdict(list)
    for piece in nested(marks, [block.span for block in blocks]):
        pieces[piece.line].append(piece)
    heads = next((n for n, block in enumerate(blocks) if block.role is not Role.TITLE), len(blocks))
    for n, block in enumerate(blocks):
        element, kind = ELEMENTS.get(block.role, ("ab", block.role.value))
        late = element == "head" and n >= heads  # TEI has heads at the top alone
        yield from _line(block, article.text, pieces[n], ("ab", block.role.value) if late else (element, kind))
    yield "<p/>\n" if heads == len(blocks) else ""


def _line(block: Block, text: str, pieces: Sequence[Piece], how: tuple[str, str]) -> Iterator[str]:
    element, kind = how
    yield f"<{element}{f' type={_attribute(kind)}' if kind else ''}>"
    at, stack = block.span.start, list[Piece]()
    for piece in [*pieces, None]:
        start = piece.span.start if piece else block.span.stop
        while stack and stack[-1].span.stop <= start:
            ended = stack.pop()
            yield f"{_text(text[at : ended.span.stop])}</{ended.mark.element}>"
            at = ended.span.stop
        yield _text(text[at:start])
        at = start
        if piece:
            yield _opening(piece)
            stack.append(piece)
    yield f"</{element}>\n"


def _opening(piece: Piece) -> str:
    links = (("xml:id", piece.id), ("prev", piece.before and f"#{piece.before}"), ("next", piece.after and f"#{piece.after}"))
    told = " ".join(f"{name}={_attribute(value)}" for name, value in (*links, *piece.mark.told) if value)
    return f"<{piece.mark.element} {told}>"


def _text(words: str) -> str:
    return escape(UNFIT.sub("\ufffd", words), {"\r": "&#13;"})


def _attribute(words: str) -> str:
    return quoteattr(UNFIT.sub("\ufffd", words))
