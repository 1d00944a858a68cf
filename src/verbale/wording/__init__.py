"""Records in the words a reader of the screen sees."""

from __future__ import annotations

import unicodedata
from calendar import monthrange
from collections.abc import Iterable

from verbale.model import Entry, Kind, Problem, Said, Speech, Stance, Statement


def line(text: str) -> str:
    """The text on one line, without characters that would move the cursor or change the screen."""
    return " ".join(text.translate(_SIGNS).split())


def sign(character: str) -> str:
    """What is shown of one character: itself, a space for a break, nothing for what is invisible."""
    category = unicodedata.category(character)
    if category in {"Cf", "Cs", "Cc"} and character not in "\t\n\r\v\f\x85":
        return "" if category == "Cf" else "\ufffd"
    return " " if character.isspace() else character


class _Signs(dict[int, str]):
    """What is shown of each character, looked at once."""

    def __missing__(self, code: int) -> str:
        self[code] = sign(chr(code))
        return self[code]


_SIGNS = _Signs()


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 article`, `2 articles`, `1,204 articles`; `many` where an s is not enough."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(words: Iterable[str], *, last: str = "and") -> str:
    """`en`, `en and ru`, `en, ru and uk`; at least one."""
    *first, final = words
    return f"{', '.join(first)} {last} {final}" if first else final


def speaker(statement: Statement) -> str:
    """The name of who said it; where it is unknown, the words that point at somebody."""
    if statement.speaker:
        return line(statement.speaker.name)
    return f"unknown (“{line(statement.source.text)}”)" if statement.source else "unknown"


def holder(entry: Entry) -> str:
    """As `speaker`; where the article names but an office, the person whom the record knows to have held it."""
    if entry.called and entry.speaker and entry.speaker.kind is Kind.UNNAMED:
        return f"{line(entry.called)} ({line(entry.speaker.name)})"
    return speaker(entry.statement)


def role(statement: Statement) -> str:
    """The office of the speaker; empty where none is known."""
    return line(statement.speaker.role or "") if statement.speaker else ""


def speaker_in_role(statement: Statement) -> str:
    """`Ana Reyes, Foreign Minister`."""
    return ", ".join(filter(None, (speaker(statement), role(statement))))


def content(statement: Statement) -> str:
    """What was said: within “ ” where the words are the speaker's own."""
    words = line(statement.content.text)
    return f"“{words}”" if statement.kind is Speech.DIRECT and not words.startswith(("“", "«", '"')) else words


def days(said: Said) -> str:
    """`2031-05-09`, `2031-05` or `2031-05-05 to 2031-05-09`; empty where nothing is known."""
    return between(said.start or said.stop or "", said.stop or said.start or "")


def between(first: str, last: str) -> str:
    """The days from the first to the last: `2031-05-05 to 2031-05-09`, `2031-05-09`; a whole month `2031-05`, a year `2031`."""
    if first == last:
        return first
    if (first[4:], last[4:]) == ("-01-01", "-12-31") and first[:4] == last[:4]:
        return first[:4]
    if first[:7] == last[:7] and first[7:] == "-01" and last[8:] == _length(last[:7]):
        return first[:7]
    return f"{first} to {last}"


def _length(month: str) -> str:
    """How many days a month has, as written; nothing for what is no month."""
    year, number = int(month[:4]), int(month[5:7])
    return str(monthrange(year, number)[1]) if year and 1 <= number <= 12 else ""


def date(entry: Entry) -> str:
    """When it was said; in brackets, because it only tells the latest day, when the article was published."""
    published = f"({entry.published[:10]})" if entry.published else ""
    return days(entry.said) or published


def words_in_question(problem: Problem) -> str:
    """The words a problem is about, with their place; empty where it names none."""
    place = f"characters {problem.span.start} to {problem.span.stop}" if problem.span else ""
    return ", ".join(filter(None, (line(problem.words), place)))


def told(problem: Problem) -> str:
    """What a problem means, and the words it is about."""
    words = words_in_question(problem)
    return f"{problem.code.sentence} ({words})" if words else problem.code.sentence


def act(entry: Entry) -> str:
    """`request, towards Norland; open`; empty before the record was joined."""
    if entry.act is None:
        return ""
    towards = f", towards {line(entry.act.target)}" if entry.act.target else ""
    stance = f"; {entry.act.stance}" if entry.act.stance is not Stance.UNCLEAR else ""
    return f"{entry.act.code}{towards}{stance}"


def when(entry: Entry) -> str:
    """When it was said, and how that is known."""
    said = entry.said
    words = f"“{line(said.words.text)}” in " if said.words else ""
    bases = {"stated": f"by {words}the text", "article": "taken from the date of the article"}
    if days(said):
        return f"{days(said)}, {bases.get(said.basis, said.basis)}"
    return f"not told; the article was published on {entry.published[:10]}" if entry.published else "not told"
