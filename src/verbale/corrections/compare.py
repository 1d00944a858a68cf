"""What was corrected: a statement as a file has it beside the same one as the record has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from verbale.corrections.marked import Marked, Sheet, Spans
from verbale.corrections.words import unfit
from verbale.model import Article, Statement
from verbale.store.check import named_parts
from verbale.text import Span

SINGLE = ("cue", "source", "addressee", "venue", "said")


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody made of one statement."""

    statement: str
    article: str
    verdict: str
    """`accept`, `reject` or `correct`."""
    parts: Mapping[str, tuple[Spans, ...]]
    """The parts that were changed, as they are now; none for one that was taken away."""
    told: Mapping[str, str | None]
    """The other fields that were changed, by the names of the table's columns."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of a sheet."""

    changes: tuple[Change, ...] = ()
    unchanged: int = 0
    missing: tuple[str, ...] = ()
    """Ids of the statements of the article that the sheet does not hold."""
    added: tuple[Marked, ...] = ()
    """Statements that the record does not have."""
    faults: tuple[str, ...] = ()
    """What could not be taken, in words."""


def compare(sheet: Sheet, article: Article, statements: Sequence[Statement]) -> Compared:
    """The corrections of an article's sheet against the statements that the record has of it."""
    if sheet.text is not None and unfit(sheet.text) != unfit(article.text):
        return Compared(faults=(f"{sheet.name}: its text is not that of {article.id}, so its spans mean nothing",))
    ours = {statement.id: statement for statement in statements}
    changes, faults, unchanged = list[Change](), list[str](), 0
    for marked in sheet.statements:
        if marked.id in ours:
            found = _change(marked, ours[marked.id], article)
            if isinstance(found, str):
                faults.append(f"{sheet.name}: {marked.id}: {found}")
            elif found:
                changes.append(found)
            else:
                unchanged += 1
    held = {marked.id for marked in sheet.statements}
    missing = tuple(id_ for id_ in ours if id_ not in held) if sheet.article else ()
    added = tuple(marked for marked in sheet.statements if marked.id is None and marked.parts.get("content"))
    return Compared(tuple(changes), unchanged, missing, added, tuple(faults))


def _change(marked: Marked, ours: Statement, article: Article) -> Change | str | None:
    """The change, None where there is none, or why it cannot be taken."""
    if marked.verdict == "reject":
        return Change(ours.id, article.id, "reject", {}, {})
    try:
        parts, told = _changed(marked, ours, article.text)
    except ValueError as fault:
        return str(fault)
    if not parts and not told:
        return Change(ours.id, article.id, "accept", {}, {}) if marked.verdict else None
    if "content" in parts and not parts["content"]:
        return "it has no content left: reject it instead"
    return Change(ours.id, article.id, "correct", parts, told)


def _changed(marked: Marked, ours: Statement, text: str) -> tuple[dict[str, tuple[Spans, ...]], dict[str, str | None]]:
    before = _parts(ours)
    parts = {name: found for name, found in marked.parts.items() if _ordered(found) != _ordered(before[name])}
    for name, found in parts.items():
        if any(not 0 <= span.start < span.stop <= len(text) for part in found for span in part):
            raise ValueError(f"its {name} lies outside the text")
    told = {name: value for name, value in marked.told.items() if name not in before and value != _field(name, ours)}
    for name, value in marked.told.items():
        if name in before and name not in parts and _squeezed(value) != _squeezed(_words(before[name], text)):
            parts[name] = tuple(_found(value, before[name], text, name)) if value else ()
    return parts, told


def _parts(statement: Statement) -> dict[str, tuple[Spans, ...]]:
    parts: dict[str, tuple[Spans, ...]] = dict.fromkeys(("content", *SINGLE, "condition", "promise"), ())
    for name, _, part in named_parts(statement):
        parts[name] += (part.spans,)
    return parts


def _ordered(parts: tuple[Spans, ...]) -> list[list[Span]]:
    return sorted(sorted(spans) for spans in parts)


def _field(name: str, statement: Statement) -> str | None:
    """A field as the table has it."""
    if name.startswith("speaker"):
        speaker = statement.speaker
        value = speaker and (" ".join(speaker.name.split()) if name == "speaker" else getattr(speaker, name[8:]))
    elif name.startswith("said_"):
        value = statement.said.start if name == "said_from" else statement.said.stop
    else:
        value = getattr(statement, name)
        value = str(value).lower() if isinstance(value, bool) else value
    return str(value) if value else None


# ---------------------------------------------------------------- words instead of spans


def _words(parts: tuple[Spans, ...], text: str) -> str:
    return " … ".join(span.of(text) for spans in parts for span in spans)


def _squeezed(words: str | None) -> str:
    return " ".join((words or "").split())


def _found(words: str, before: tuple[Spans, ...], text: str, name: str) -> Iterator[Spans]:
    """The stretches of corrected words, each where it stands nearest to the part before; raises ValueError if nowhere."""
    near = before[0][0].start if before else 0
    spans = list[Span]()
    for stretch in re.split(r"\s*…\s*", words) if " … " in words else [words]:
        spans.append(_nearest(stretch, near, text, name))
        near = spans[-1].stop
    yield tuple(spans)


def _nearest(words: str, near: int, text: str, name: str) -> Span:
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = [Span(*match.span()) for match in re.finditer(pattern, text)]
    if not found:
        raise ValueError(f"its {name} “{words[:60]}” does not stand in the article")
    return min(found, key=lambda span: abs(span.start - near))
