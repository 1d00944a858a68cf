"""What became of a run: how many articles, statements and problems, and why nothing was found where nothing was."""

from __future__ import annotations

from collections import defaultdict

from verbale.cli.screen import screen, tell
from verbale.cli.unsaid import why_nothing
from verbale.errors import Code
from verbale.model import Problem, Reading
from verbale.place import Place
from verbale.store import Added
from verbale.wording import counted, line, told

DOUBTS = frozenset({Code.METADATA, Code.FUTURE_DATE, Code.CHARSET, Code.BROKEN_BYTES})
"""Problems of what was told beside articles, which cost no article."""
SHOWN = 5
"""So many files are named of each kind; the record names all."""


class Some:
    """How many there were, and the first few."""

    def __init__(self) -> None:
        self.count = 0
        self.first: list[str] = []

    def put(self, words: str) -> None:
        self.count += 1
        self.first += [words] if self.count <= SHOWN else []

    def __bool__(self) -> bool:
        return self.count > 0


class Tally:
    """The running count of one run."""

    def __init__(self) -> None:
        self.added = Added()
        self.unread = Some()
        self.doubtful = Some()
        self.silent: dict[str, Some] = defaultdict(Some)
        """Articles without a statement, by reason."""

    def known(self, count: int = 1) -> None:
        """So many articles were passed over because the record holds them."""
        self.added += Added(known=count)

    def problem(self, problem: Problem, new: int) -> None:
        """Something came that is no article; `new` is 0 if the record knew of it."""
        self.added += Added(problems=new)
        some = self.doubtful if problem.code in DOUBTS else self.unread
        some.put(f"{_where(problem.path)}: {told(problem)}")

    def reading(self, reading: Reading, added: Added) -> None:
        """An article was read, with what adding it changed."""
        self.added += added
        path = _where(reading.article.path)
        fault = next((p for p in reading.problems if p.code is Code.FAILED), None)
        if fault or added.failed:
            self.unread.put(f"{path}: {told(fault) if fault else Code.FAILED.sentence}")
        elif not reading.statements and not added.known:
            self.silent[why_nothing(reading)].put(path)

    def articles(self) -> int:
        """All articles that came, whatever became of them."""
        return self.added.new + self.added.changed + self.added.known + self.added.failed

    def words(self) -> str:
        """`14 articles (12 new, 2 already known), 180 statements and 3 problems added`."""
        added = self.added
        kinds = {"new": added.new, "new texts of known pages": added.changed, "already known": added.known}
        kinds |= {"refused": added.failed}
        parts = ", ".join(f"{n:,} {kind}" for kind, n in kinds.items() if n or kind == "new")
        gains = f"{counted(added.statements, 'statement')} and {counted(added.problems, 'problem')} added"
        return f"{counted(self.articles(), 'article')} ({parts}), {gains}"


def summarise(tally: Tally, record: Place) -> None:
    """Print the closing line and what is behind it; what was not read goes to standard error."""
    screen_, errors = screen(), screen(stderr=True)
    tell(screen_, f"{tally.words()} to {record}.")
    for reason, articles in tally.silent.items():
        tell(screen_, f"Nothing was found in {counted(articles.count, 'article')}: {_examples(articles)}. {reason}")
    for title, some in (("could not be read", tally.unread), ("could not be understood", tally.doubtful)):
        if some:
            tell(errors, f"{some.count} {title}:")
        for words in some.first:
            tell(errors, words, lead="  ")
        if some.count > SHOWN:
            tell(errors, f"and {some.count - SHOWN} more: verbale problems --record {record}", lead="  ")


def _examples(some: Some) -> str:
    more = f" and {some.count - SHOWN} more" if some.count > SHOWN else ""
    return ", ".join(some.first) + more


def _where(path: str | None) -> str:
    return {None: "options", "-": "standard input"}.get(path) or line(path or "")
