"""What decided on a statement, part by part, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verbale import wording
from verbale.model import Condition, Entry, Statement, Tie
from verbale.topics import About

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

LEFT_OPEN = "speaker: left open: "
"""So the reason begins why somebody who was decided on is not named."""


def reasons(entry: Entry, about: Iterable[About] = ()) -> Iterator[tuple[str, str]]:
    """Each decision with a label: `rule`, `because`, `speaker`, `when` …; its words are empty where nothing was to decide.

    `about` are its topics with what decided on each.
    """
    said = entry.statement
    yield "rule", f"{wording.line(said.rule) or 'not told'}, score {said.score:.2f}"
    yield from (("", f"{wording.line(rule)}: {in_words(rule)}") for rule in said.rule.split("+") if rule)
    bases = dict(_bases(said))
    told = (reason for reason in said.why if not _parts(reason) and not reason.startswith(LEFT_OPEN))
    yield from (("because", wording.line(reason)) for reason in told)
    yield "speaker", _speaker(said)
    yield "perhaps", ", ".join(f"{wording.line(c.name)} {c.score:.2f}" for c in said.candidates)
    yield "when", _with(wording.when(entry), bases.get("when"))
    yield "where", _with(wording.line(str(said.venue or "")), bases.get("where"))
    yield "to whom", _with(wording.line(str(said.addressee or "")), bases.get("to whom"))
    yield from (("terms", _terms(condition)) for condition in said.conditions)
    yield "via", _with(", ".join(map(wording.line, said.relays)), bases.get("relays"))
    yield from zip(("act", "stance"), _act(entry), strict=False)
    yield from (("about", f"{one.topic}: {wording.line(one.why)}") for one in about)
    if said.inside:
        yield "within", f"the content of {said.inside} holds it"
    yield "id", said.id


def briefly(said: Statement) -> str:
    """What decided on the words and on the speaker, in a line."""
    found = "; ".join(dict.fromkeys(in_words(rule) for rule in said.rule.split("+") if rule))
    who = next((reason for reason in said.why if reason.startswith("speaker: ")), "").removeprefix("speaker: ")
    speaker = wording.line(who.partition(": ")[2] or who)
    return " ".join(filter(None, (found and f"Words: {found}.", speaker and f"Speaker: {speaker}")))


def _act(entry: Entry) -> Iterator[str]:
    """What decided on the act, and on the stance."""
    if entry.act:
        named = (wording.act(entry).partition(";")[0], str(entry.act.stance))
        yield from (f"{what}: {wording.line(why)}" for what, why in zip(named, entry.act.why, strict=False))


_TIES = {
    Tie.IF: "a conditional clause within what was said",
    Tie.UNLESS: "a negated condition; what is said holds as long as it is not so",
    Tie.EVEN_IF: "no condition; what is said holds either way",
    Tie.CONTRARY: "a condition that is only imagined",
}


def _terms(condition: Condition) -> str:
    hangs = f"; on it hangs “{wording.line(condition.promise.text)}”" if condition.promise else ""
    return f"“{wording.line(condition.text)}”: {_TIES[condition.tie]}{hangs}"


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
        open_ = next((w.removeprefix(LEFT_OPEN) for w in said.why if w.startswith(LEFT_OPEN)), "")
        return f"not known: {wording.line(open_)}" if open_ else "not known; none of the steps could tell, and none guesses"
    decider = f", decided by the step “{wording.line(speaker.decider)}”" if speaker.decider else ""
    return f"{wording.speaker_in_role(said)} ({speaker.kind}), score {speaker.score:.2f}{decider}"
