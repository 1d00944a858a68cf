"""What decided on a statement, or on who somebody is, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.cli import wording
from verbale.cli.drawing import drawn, marks
from verbale.cli.finding import statement
from verbale.cli.screen import screen, tell, text_width
from verbale.cli.showing import around
from verbale.errors import RecordError
from verbale.model import Article, Entry, Statement
from verbale.people.sighting import spoken
from verbale.store import Record

LABEL = 10
"""Columns before each reason."""

_RULES = {
    "block-cue-source": "a paragraph of somebody's words without quotation marks; the next one says whose they are",
    "carried-on": "the sentence goes on with what was said before, without a cue of its own",
    "pointing": "the sentence after it tells who said it",
    "quote-around-cue": "a quotation with the cue and the speaker in its midst",
    "quote-around-source-cue": "a quotation with the speaker and the cue in its midst",
    "quote-alone": "a quotation that stands alone, by the speaker of the one before",
}
_PIECES = {
    "about": "what was spoken about",
    "according": "“according to”",
    "as": "“as”",
    "clause": "a clause",
    "colon": "a colon",
    "cue": "the cue",
    "dash": "a dash",
    "dropped": "nobody named",
    "impersonal": "nobody named",
    "infinitive": "speaker, cue and an infinitive",
    "noun": "a noun that reports",
    "object": "what was said, in a noun",
    "on": "what was spoken on",
    "quote": "a quotation",
    "source": "the speaker",
    "that": "a clause with “that”",
    "whether": "an indirect question",
}
"""What the words in the name of a rule stand for."""


def explain(entry: Entry, article: Article) -> None:
    """Print the sentence of a statement with its parts marked, and what decided on each."""
    console, said = screen(), entry.statement
    for line in drawn(article.text, marks(said), width=text_width(console), within=around(said, article)):
        console.print(line, soft_wrap=True)
    console.print()
    for label, words in _reasons(entry):
        if words:
            tell(console, words, lead=f"{label:<{LABEL}}")


def _reasons(entry: Entry) -> Iterator[tuple[str, str]]:
    """Each decision with a label."""
    said = entry.statement
    yield "rule", f"{wording.line(said.rule) or 'not told'}, score {said.score:.2f}"
    yield from (("", f"{wording.line(rule)}: {in_words(rule)}") for rule in said.rule.split("+") if rule)
    bases = dict(_bases(said))
    yield from (("because", wording.line(reason)) for reason in said.why if not _parts(reason))
    yield "speaker", _speaker(said)
    yield "when", _with(wording.when(entry), bases.get("when"))
    yield "where", _with(wording.line(str(said.venue or "")), bases.get("where"))
    yield "to whom", _with(wording.line(str(said.addressee or "")), bases.get("to whom"))
    yield from (("if", f"“{wording.line(c.text)}”: a conditional clause within what was said") for c in said.conditions)
    yield "via", _with(", ".join(map(wording.line, said.relays)), bases.get("relays"))
    if said.inside:
        yield "within", f"the content of {said.inside} holds it"
    yield "id", said.id


_SETTING = frozenset({"when", "where", "to whom", "relays"})
"""Parts of the setting as reasons name them: `when, where: carried on`."""


def _parts(reason: str) -> list[str]:
    """The parts of the setting that a reason is about; none where it is about something else."""
    parts = reason.partition(": ")[0].split(", ")
    return parts if _SETTING.issuperset(parts) else []


def _bases(said: Statement) -> Iterator[tuple[str, str]]:
    """What decided on each part of the setting; where several did, the last word counts."""
    for reason in said.why:
        for part in _parts(reason):
            yield part, wording.line(reason.partition(": ")[2])


def _with(words: str, basis: str | None) -> str:
    return f"{words}: {basis}" if words and basis else words


def in_words(rule: str) -> str:
    """What a rule looks for: the pieces of its name in words, or that it is a model."""
    pieces = rule.split("-")
    if rule in _RULES:
        return _RULES[rule]
    if any(piece in _PIECES for piece in pieces):
        return ", then ".join(_PIECES.get(piece, f"“{piece}”") for piece in pieces)
    return "a trained model, which marked these words"


def _speaker(said: Statement) -> str:
    speaker = said.speaker
    if speaker is None:
        return "not known; none of the steps could tell, and none guesses"
    decider = f", decided by the step “{wording.line(speaker.decider)}”" if speaker.decider else ""
    return f"{wording.speaker_in_role(said)} ({speaker.kind}), score {speaker.score:.2f}{decider}"


# ---------------------------------------------------------------- who somebody is


def explain_identity(record: Record, person: str, mention: str) -> None:
    """Print why a mention, `a_9f…:12` or the speaker of `s_5c…`, is a person; or who it is instead."""
    console, wanted = screen(), record.people.one(person)
    article, n = _place(record, mention)
    reason = record.people.why(article, n)
    words = f"“{wording.line(reason.words)}” in {article}"
    if reason.person is None:
        tell(console, f"{words} is nobody for sure.")
    elif reason.person.id != wanted.id:
        name = f"{wording.line(reason.person.name)} ({reason.person.id})"
        tell(console, f"{words} is {name}, not {wording.line(wanted.name)}.")
    else:
        tell(console, f"{words} is {wording.line(wanted.name)} ({wanted.id}).")
    for sentence in reason.why:
        tell(console, wording.line(sentence), lead="because   ")


def _place(record: Record, mention: str) -> tuple[str, int]:
    """The article and number of a mention."""
    if found := re.fullmatch(r"(a_\w+):(\d+)", mention):
        return record.article(found[1]).id, int(found[2])
    if not mention.startswith("s_"):
        raise RecordError(f"“{mention}” is no mention: write a_9f01:12, as `verbale who` shows it, or the id of a statement")
    entry = statement(record, mention)
    order = [said.id for said in record.reading(entry.article).statements]
    return entry.article, spoken(order.index(entry.id))
