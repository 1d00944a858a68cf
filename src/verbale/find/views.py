"""A sentence as one cue sees it: a row of units, one letter each, that the forms are matched against."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.lang import INFLECTED, load
from verbale.model import Cue, Labels, Token
from verbale.models.morphology import animate
from verbale.text import Span

SPEECH = 4
"""A quotation of so many words can be speech on its own; a shorter one may be a term or a name."""
_MARKS = {
    ",": ",",
    ";": ";",
    ":": ":",
    "—": "-",
    "–": "-",
    "-": "-",
    "(": "(",
    ")": ")",
    ".": ".",
    "!": ".",
    "?": ".",
    "…": ".",
    "...": ".",
}


@dataclass(frozen=True, slots=True)
class View:
    """Units as letters, and the tokens `[start, stop)` that each stands for."""

    symbols: str
    ranges: tuple[tuple[int, int], ...]

    def tokens(self, start: int, stop: int) -> tuple[int, int]:
        """The token range of the units `[start, stop)`."""
        return self.ranges[start][0], self.ranges[stop - 1][1]


def view(labels: Labels, cue: Cue, language: str, window: tuple[int, int]) -> View:
    """The tokens of `window` as units around `cue`."""
    pieces = _pieces(labels, cue, window, language)
    tokens = labels.sentence.tokens
    small = _small(language)
    symbols, ranges = [], []
    at = window[0]
    while at < window[1]:
        symbol, stop = pieces.get(at) or (_symbol(tokens, at, small), at + 1)
        symbol = "w" if symbol == "T" and _tells_why(tokens, at, cue, language) else symbol
        symbols.append(symbol)
        ranges.append((at, min(stop, window[1])))
        at = max(stop, at + 1)
    return View("".join(symbols), tuple(ranges))


def _tells_why(tokens: tuple[Token, ...], at: int, cue: Cue, language: str) -> bool:
    """Whether a clause tells why something was said, not what: `в связи с тем, что`, and `чтобы` behind a cue that asks
    for nothing."""
    before = " ".join(t.text.lower() for t in tokens[max(0, at - 5) : at] if t.text != ",")
    if any(before.endswith(reason) for reason in load(language).words["small"]["reason"]):
        return True
    if takes_up(tokens, at, "parataxis", "acl", "acl:relcl") or _tells_of_thing(tokens, at, cue, language):
        return True
    if tokens[at].text.lower() not in load(language).words["small"]["so"] or "inf" in cue.frames:
        return False
    return at > cue.stop + 1


def takes_up(tokens: tuple[Token, ...], at: int, *ties: str) -> bool:
    """Whether syntax sees a pronoun there that takes up what stands before: `оценил мост в миллион, что делает его …`."""
    verb = tokens[at].head
    return tokens[at].pos == "PRON" and 0 <= verb < len(tokens) and tokens[verb].rel in ties


def _tells_of_thing(tokens: tuple[Token, ...], at: int, cue: Cue, language: str) -> bool:
    """Whether a clause hangs on the object before it: `оголосили страйк, що став найбільшим`."""
    noun = tokens[at - 2] if at - 2 >= cue.stop and tokens[at - 1].text == "," else None
    if noun is None or noun.pos != "NOUN" or noun.case not in {"Acc", "Nom"} or language not in INFLECTED:
        return False
    between = [t.text.lower() for t in tokens[cue.stop : at] if t.pos == "ADP"]
    topic = all(w in load(language).words["small"]["about"] for w in between) and _agrees(tokens, at, noun)
    return (not between or topic) and not animate(noun.lemma, language)


def _agrees(tokens: tuple[Token, ...], at: int, noun: Token) -> bool:
    """Whether the verb right behind `що` can have the noun for its subject: `про дослідження, що показало …`."""
    verb = tokens[at + 1] if at + 1 < len(tokens) else None
    return verb is not None and verb.form == "fin" and verb.number in {noun.number, ""} and verb.gender == noun.gender != ""


def _pieces(labels: Labels, cue: Cue, window: tuple[int, int], language: str) -> dict[int, tuple[str, int]]:
    """Where units of several tokens begin, with their letter and end. What matters most is set last."""
    tokens = labels.sentence.tokens
    pieces: dict[int, tuple[str, int]] = {}
    for other in labels.cues:
        if other is not cue and window[0] <= other.start < window[1] and (letter := _other(labels, other, cue, language)):
            pieces[other.start] = (letter, other.stop)
        if other is not cue and (start := _own_clause(labels, other, cue)) is not None:
            pieces[start] = ("k", other.stop)
    for quotation in labels.quotations:
        start, stop = token_range(tokens, quotation.outer)
        inside = start <= cue.start < stop
        if quotation.depth == 0 and stop > start and not inside and window[0] <= start:
            pieces[start] = ("Q" if _is_speech(tokens, start, stop) else "q", stop)
    if cue.subject and not _within(tokens, cue, cue.subject.span):
        start, stop = token_range(tokens, cue.subject.span)
        pieces[start] = ("S", stop)
    pieces[cue.start - cue.denies] = ("K", cue.stop)
    return pieces


def token_range(tokens: tuple[Token, ...], span: Span) -> tuple[int, int]:
    """First token in the span and one past the last; equal where the span holds none."""
    inside = [n for n, t in enumerate(tokens) if span.start <= t.span.start and t.span.stop <= span.stop]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _within(tokens: tuple[Token, ...], cue: Cue, span: Span) -> bool:
    start, stop = token_range(tokens, span)
    return cue.start <= start and stop <= cue.stop


def _is_speech(tokens: tuple[Token, ...], start: int, stop: int) -> bool:
    words = sum(t.text[:1].isalnum() for t in tokens[start:stop])
    ends = tokens[stop - 2].text in {"!", "?", "…", "...", "."} if stop - start > 2 else False
    return words >= SPEECH or (words >= 2 and ends)


def _other(labels: Labels, other: Cue, cue: Cue, language: str) -> str:
    """`k`: the same speaker goes on; `r`: an attribution of its own that closes the sentence; else nothing."""
    tokens = labels.sentence.tokens
    if other.form == "noun" or other.negated or other.start < cue.stop:
        return ""
    before = tokens[other.start - 1].text if other.start else ""
    if other.form == "according":
        return "r" if before == "," and _closes(tokens, other) else ""
    if other.subject is None:
        opened = before in {",", "—", "–", "-"} or tokens[other.start - 1].pos in {"CCONJ", "ADV", "PART"}
        opened = opened and _small(language).get(before.lower()) != "T"  # `що нібито запропонували`: within what is said
        guessed = not tokens[other.start].rel
        own = guessed or other.shared is None or cue.subject is None or other.shared.span == cue.subject.span
        own = own and not (cue.form == "passive" and other.shared)  # where nobody speaks, nobody goes on
        return "k" if opened and own and _same_verb(tokens, other, cue) else ""
    after = other.subject.span.start >= tokens[other.stop - 1].span.stop
    return "r" if after and (before in {",", "—", "–", "-"} or tokens[other.start - 1].lemma == "как") else ""


def _own_clause(labels: Labels, other: Cue, cue: Cue) -> int | None:
    """Where the subject of another cue begins, if both stand in a clause of their own behind this one: `…, а в суде заявили`."""
    tokens = labels.sentence.tokens
    if other.subject is None or other.form != "fin" or other.start < cue.stop:
        return None
    start, stop = token_range(tokens, other.subject.span)
    first = start - 1 if start and tokens[start - 1].pos == "ADP" else start
    joined = first > 1 and tokens[first - 1].pos == "CCONJ" and tokens[first - 2].text == ","
    return start if joined and cue.stop <= start < stop <= other.start else None


def _closes(tokens: tuple[Token, ...], cue: Cue) -> bool:
    """Whether nothing but the speaker's name stands behind an attribution."""
    rest = tokens[cue.stop :]
    return len(rest) <= 8 and not any(t.text == "," or t.form == "fin" for t in rest)


def _same_verb(tokens: tuple[Token, ...], other: Cue, cue: Cue) -> bool:
    """Whether the other verb can share the subject of this one."""
    if other.form == "conv":
        return True
    one, two = tokens[cue.start], tokens[other.start]
    return other.form == "fin" and one.number == two.number and one.gender == two.gender


def _small(language: str) -> dict[str, str]:
    """Small words by the letter they stand for."""
    small = load(language).words["small"]
    letters = (
        ("and", "&"),
        ("about", "A"),
        ("on", "O"),
        ("as", "J"),
        ("also", "n"),
        ("whether", "H"),
        ("not", "N"),
        ("that", "T"),
        ("because", "B"),
    )
    return {word: letter for key, letter in letters for word in small.get(key, [])}


def _in_number(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a colon stands within a time of day or a score: `18:00`."""
    near = tokens[max(0, at - 1) : at + 2]
    touch = len(near) == 3 and near[0].span.stop == near[1].span.start and near[1].span.stop == near[2].span.start
    return touch and near[1].text == ":" and near[0].text.isdigit() and near[2].text.isdigit()


def _symbol(tokens: tuple[Token, ...], at: int, small: dict[str, str]) -> str:
    token = tokens[at]
    if token.text in _MARKS:
        return "w" if _in_number(tokens, at) else _MARKS[token.text]
    word = token.text.lower()
    if word in small:
        return small[word]
    if token.pos == "ADJ" and token.case == "Gen":
        return "p"
    if token.pos in {"VERB", "AUX"}:
        return {"inf": "I", "conv": "g", "part": "p" if token.case else "w"}.get(token.form, "v")
    return "w"
