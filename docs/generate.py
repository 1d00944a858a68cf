"""Write the generated pages of the documentation:  generate.py [--check]

With --check nothing is written, and the exit code is 1 if a page is out of date.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from inspect import cleandoc
from pathlib import Path

import click

from verbale import cli
from verbale.errors import Code
from verbale.store.glossary import SCHEMA, Thing, introduction, things

DOCS = Path(__file__).resolve().parent
NOTE = "<!-- Written by docs/generate.py from {source}; change that instead. -->"


# ---------------------------------------------------------------- the record file

_EXAMPLES = """## Asking it

Any program that knows SQLite opens the file: `sqlite3 talks.db`, Datasette, DB Browser, pandas, R. Who spoke of talks
in spring?

```sql
SELECT speaker, content, said, outlet
FROM said
WHERE said BETWEEN '2031-03' AND '2031-06'
  AND statement IN (SELECT id FROM statement WHERE number IN (SELECT rowid FROM statement_fts('talks')))
ORDER BY said;
```

Where exactly do the words of a statement stand?

```sql
SELECT part.name, part.words, substr(article.text, max(part.start - 30, 0) + 1, 90) AS around
FROM part
JOIN statement ON statement.number = part.statement
JOIN article ON article.number = statement.article
WHERE statement.speaker = 'Ana Reyes';
```

What could not be read?

```sql
SELECT code, count(*) AS times, min(coalesce(problem.path, article.path)) AS example
FROM problem LEFT JOIN article ON article.number = problem.article
GROUP BY code ORDER BY times DESC;
```
"""


def record() -> str:
    """docs/record.md: every table, view and column of the record file."""
    schema = SCHEMA.read_text(encoding="utf-8")
    page = [
        NOTE.format(source="src/verbale/store/schema.sql"),
        "# The record file",
        introduction(schema),
        _EXAMPLES.strip(),
    ]
    section = ""
    for thing in things(schema):
        if thing.section != section:
            section = thing.section
            page.append(f"## {section.capitalize()}")
        page += [f"### {thing.name}", thing.about, _table(thing)]
    return "\n\n".join(page) + "\n"


def _table(thing: Thing) -> str:
    typed = thing.kind == "TABLE"
    head = ("column", "type", "meaning") if typed else ("column", "meaning")
    rows = [(f"`{name}`", kind.lower(), meaning) for name, kind, meaning in thing.columns]
    cells = [head, ("---",) * len(head), *(row if typed else (row[0], row[2]) for row in rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)


# ---------------------------------------------------------------- the command line


def commands() -> str:
    """docs/commands.md: every command with its arguments and options."""
    page = [NOTE.format(source="the commands in src/verbale/cli"), "# The command line", _paragraphs(cli.main)]
    for name, command in all_commands(cli.main):
        page += [f"## verbale {name}", f"```\n{_usage(name, command)}\n```", _paragraphs(command), _options(command)]
    return "\n\n".join(page) + "\n"


def all_commands(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    """All commands in order, those of a group within it by the names of both."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from all_commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


def _paragraphs(command: click.Command) -> str:
    """The help of a command; what click is told to leave as it is (after a line of \\b) is code."""
    return "\n\n".join(map(_paragraph, cleandoc(command.help or "").split("\n\n")))


def _paragraph(text: str) -> str:
    return f"```sh{text[1:]}\n```" if text.startswith("\b\n") else _escaped(text)


def _usage(name: str, command: click.Command) -> str:
    arguments = (p.metavar or (p.name or "").upper() for p in command.params if isinstance(p, click.Argument))
    return " ".join(("verbale", name, "[OPTIONS]", *arguments))


def _options(command: click.Command) -> str:
    options = (p for p in command.params if isinstance(p, click.Option))
    rows = (f"| {_names(option)} | {_meaning(option)} |" for option in options)
    return "\n".join(("| option | meaning |", "| --- | --- |", *rows))


def _names(option: click.Option) -> str:
    """`-o`, `--output` FILE."""
    names = ", ".join(f"`{name}`" for name in option.opts)
    choices = "\\|".join(option.type.choices) if isinstance(option.type, click.Choice) else option.type.name.upper()
    return names if option.is_flag else f"{names} {option.metavar or choices}"


def _meaning(option: click.Option) -> str:
    """What an option is for, what it is if not given, and where else it may be given."""
    known = f" If not given, the environment variable `{option.envvar}`, else" if option.envvar else " If not given,"
    default = f"{known} `{option.default}`." if option.show_default else ""
    return _escaped(f"{option.help}{default}")


def _escaped(text: str) -> str:
    """Text in which no character is taken for Markdown."""
    return re.sub(r"[*|<]", r"\\\g<0>", text)


# ---------------------------------------------------------------- problems


def problems() -> str:
    """docs/problems.md: every code of a Problem row."""
    about = """Nothing that goes wrong with one article stops the reading of the others. It becomes a row of the table `problem`,
with the article or file and, where there are some, the words in question: `verbale problems --record talks.db` lists them."""
    rows = (f"| `{code}` | {_escaped(code.sentence)} |" for code in Code)
    page = (
        NOTE.format(source="src/verbale/errors.py"),
        "# Problems",
        about,
        "\n".join(("| code | meaning |", "| --- | --- |", *rows)),
    )
    return "\n\n".join(page) + "\n"


# ---------------------------------------------------------------- all pages

PAGES: dict[str, Callable[[], str]] = {"record.md": record, "commands.md": commands, "problems.md": problems}


def main(*, check: bool) -> int:
    """Write the pages that are out of date, or only tell which they are; returns the exit code."""
    stale = [name for name, page in PAGES.items() if not _is_current(DOCS / name, page())]
    for name in stale:
        sys.stdout.write(f"docs/{name} {'is out of date: run python docs/generate.py' if check else 'written'}\n")
        if not check:
            (DOCS / name).write_text(PAGES[name](), encoding="utf-8", newline="\n")
    return int(check and bool(stale))


def _is_current(path: Path, page: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == page


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))
