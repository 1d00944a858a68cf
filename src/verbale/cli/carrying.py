"""An utterance as it is shown: who carried it, in order of time, how their wordings differ, and why they are one."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from verbale.cli.screen import screen, tell
from verbale.model import Carrier, Entry, Utterance
from verbale.same.differences import Change, Stretch, differences
from verbale.store import Record
from verbale.wording import content, counted, date, line, listed, speaker

LABEL = 10
"""Columns before what is told of an utterance."""
READABLE = 0.5
"""Changes are marked where so much of the shorter wording is kept; else they would hide the words."""
_STYLES = {Change.KEPT: "", Change.LEFT_OUT: "red strike", Change.ADDED: "green bold"}
_SIGNS = {Change.KEPT: "{}", Change.LEFT_OUT: "[-{}-]", Change.ADDED: "{{+{}+}}"}
"""How a change is told where there are no colours; `wdiff` writes so, too."""


def show_utterance(record: Record, utterance: Utterance) -> None:
    """Print an utterance with its carriers, each with what its wording changes of the first in its language."""
    console = screen()
    entries = [record.statement(carrier.statement) for carrier in utterance.carriers]
    for label, words in _told(utterance, entries):
        tell(console, words, lead=f"{label:<{LABEL}}")
    first: dict[str, Entry] = {}
    width = len(str(len(entries)))
    for n, (carrier, entry) in enumerate(zip(utterance.carriers, entries, strict=True), 1):
        console.print()
        tell(console, _head(carrier, entry), lead=f"{n:>{width}}  ")
        model = first.setdefault(carrier.language, entry)
        tell(console, wording(model, entry, colours=console.is_terminal), lead=" " * (width + 2))


def _told(utterance: Utterance, entries: list[Entry]) -> Iterator[tuple[str, str]]:
    known = next((e for e in entries if e.person == utterance.person and e.called), entries[0])
    person = f" ({utterance.person})" if utterance.person else ""
    yield "who", f"{line(known.called or speaker(known.statement))}{person}"
    yield "carried", carried(utterance)
    yield "id", utterance.id


def carried(utterance: Utterance) -> str:
    """`by 5 statements in 4 articles, 3 of them independent, in en and ru, from 2031-05-09 to 2031-05-11`."""
    articles = len({c.article for c in utterance.carriers})
    many = f"by {counted(len(utterance.carriers), 'statement')} in {counted(articles, 'article')}"
    many += f", {utterance.independent} of them independent" if utterance.independent < articles else ""
    languages = listed(dict.fromkeys(c.language for c in utterance.carriers))
    days = sorted({c.published[:10] for c in utterance.carriers if c.published})
    between = "" if not days else f", on {days[0]}" if len(days) == 1 else f", from {days[0]} to {days[-1]}"
    return f"{many}, in {languages}{between}"


def others(utterance: Utterance) -> str:
    """`u_12…, carried by 5 statements …`; empty where nobody else carries it."""
    return f"{utterance.id}, carried {carried(utterance)}" if len(utterance.carriers) > 1 else ""


def _head(carrier: Carrier, entry: Entry) -> Text:
    """`(2031-05-10)  Orbit  s_5c1e…  88% of the words`."""
    notes = ["headline"] if entry.statement.headline else []
    notes += [_how(carrier)] if carrier.how != "first" else []
    notes += ["copy"] if carrier.copy else []
    outlet = line(carrier.outlet or carrier.article)
    return Text("  ".join(filter(None, (date(entry), outlet, carrier.statement, ", ".join(notes)))), style="bold")


def _how(carrier: Carrier) -> str:
    share = f"{carrier.likeness:.0%} of the words"
    told = {"translation": f"translation, {carrier.likeness:.0%} known again", "judged": "judged to be the same"}
    return told.get(carrier.how, share)


def wording(model: Entry, entry: Entry, *, colours: bool = False) -> Text:
    """The words of a statement, marked where they differ from those of the model; bare where too little of it is left."""
    if model is entry:
        return Text(content(entry.statement))
    changes = differences(line(model.content.text), line(entry.content.text))
    kept = sum(len(stretch.words.split()) for stretch in changes if stretch.change is Change.KEPT)
    if kept < READABLE * min(len(e.content.text.split()) for e in (model, entry)):
        return Text(content(entry.statement))
    return Text(" ").join(_stretch(stretch, colours=colours) for stretch in changes)


def _stretch(stretch: Stretch, *, colours: bool) -> Text:
    return Text(stretch.words, style=_STYLES[stretch.change]) if colours else Text(_SIGNS[stretch.change].format(stretch.words))


# ---------------------------------------------------------------- why


def explain_utterance(record: Record, utterance: Utterance) -> None:
    """Print for each carrier but the first why it is one saying with the one that it is most like among the earlier ones."""
    console = screen()
    tell(console, f"{utterance.id} is carried {carried(utterance)}.")
    for n, carrier in enumerate(utterance.carriers[1:], 1):
        reason = record.likeness(carrier.statement, [c.statement for c in utterance.carriers[:n]])
        tell(console)
        tell(console, f"{carrier.statement} stands beside {reason.statement}, the most alike before it:", style="bold")
        if carrier.how == "judged":
            tell(console, "somebody judged that they are the same", lead="because   ")
        for sentence in reason.why:
            tell(console, line(sentence), lead="because   ")
