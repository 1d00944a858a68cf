"""Options that several commands share, each written once. Those that belong together arrive as one value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from verbale.place import Place, place

Command = TypeVar("Command", bound=Callable[..., Any])
Decorator = Callable[[Any], Any]

KINDS = ("direct", "indirect", "mixed")
FORMS = ("table", "json", "jsonl", "csv")


# ---------------------------------------------------------------- values


class Day(click.ParamType):  # type: ignore[type-arg]  # takes an argument since 8.4 only
    """A year, month or day."""

    name = "date"
    form = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
    right = "2031, 2031-05 or 2031-05-09"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The date as typed; fails for what is no date of the calendar."""
        if not self.form.fullmatch(value) or not _is_in_calendar(value):
            self.fail(f"“{value}” is no date: write {self.right}", param, ctx)
        return value


class Moment(Day):
    """A year, month or day, or a day with hour and minute."""

    form = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d)?)?)?", re.ASCII)
    right = "2031, 2031-05, 2031-05-09 or 2031-05-09T14:30"


class Language(click.ParamType):  # type: ignore[type-arg]
    """A language code."""

    name = "code"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The two letters of the language, without its country."""
        code = re.split("[-_]", value.lower())[0]
        if not re.fullmatch("[a-z]{2}", code):
            self.fail(f"“{value}” is no language code: write two letters, such as en, ru or uk", param, ctx)
        return code


class Where(click.ParamType):  # type: ignore[type-arg]
    """A file, or the address of a database."""

    name = "record"

    def convert(self, value: str | Place, *_: object) -> Place:
        """The place of the record."""
        return place(value)


def _is_in_calendar(value: str) -> bool:
    try:
        datetime.fromisoformat(value if len(value) > 10 else (value + "-01-01")[:10])
    except ValueError:
        return False
    return True


# ---------------------------------------------------------------- several options as one value


@dataclass(frozen=True, slots=True)
class Filters:
    """Which statements are wanted; what is None is not asked for."""

    about: str | None = None
    since: str | None = None
    until: str | None = None
    kind: str | None = None
    act: str | None = None
    outlet: str | None = None
    language: str | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """What narrows a record down to one story, whoever tells it; what is None is not asked for."""

    about: str | None = None
    since: str | None = None
    until: str | None = None
    kind: str | None = None
    limit: int | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """How much is read at once, how much may go wrong, and how the web is asked."""

    jobs: int = 1
    engine: str | None = None
    most: int | None = None
    bytes: str = "pages"
    to: str | None = None
    pause: float = 1.0
    private: bool = False


@dataclass(frozen=True, slots=True)
class Output:
    """How rows are written, and where to: `-` is standard output."""

    form: str | None = None
    file: str = "-"


@dataclass(frozen=True, slots=True)
class Judging:
    """Who judges, on which article's use of a name, and whether the record is joined at once."""

    by: str | None = None
    article: str | None = None
    later: bool = False


@dataclass(frozen=True, slots=True)
class Serving:
    """How the record is shown in a browser, and to whom."""

    edit: bool = False
    by: str | None = None
    host: str = "127.0.0.1"
    port: int = 0
    token: str | None = None


def _as_one(name: str, made: Callable[..., Any], options: Mapping[str, Decorator]) -> Callable[[Command], Command]:
    """A decorator that adds `options` to a command and hands their values over as `name`, made into one."""

    def decorate(command: Command) -> Command:
        @wraps(command)
        def with_one(**values: Any) -> Any:
            own = {option: values.pop(option) for option in options}
            return command(**values, **{name: made(**own)})

        decorated: Any = with_one
        for option in reversed(list(options.values())):
            decorated = option(decorated)
        return decorated  # type: ignore[no-any-return]

    return decorate


# ---------------------------------------------------------------- the options

record_option = click.option(
    "--record",
    type=Where(),
    metavar="FILE",
    envvar="VERBALE_RECORD",
    default="verbale.db",
    show_default=True,
    show_envvar=True,
    help="The record: one SQLite file, or a database as postgresql://HOST/NAME.",
)

outlets_option = click.option(
    "--outlets",
    type=click.Path(path_type=Path),
    metavar="FILE",
    envvar="VERBALE_OUTLETS",
    show_envvar=True,
    help="Media that count beside those that ship: TOML, or CSV with the header name,country,language,kind,also,domains.",
)

_FILTERS: dict[str, Decorator] = {
    "about": click.option(
        "--about",
        metavar="TOPIC",
        help="The name of a topic (`verbale topics` lists them), else words that all occur in what was said: “words in "
        "quotation marks” ('\"grain deal\"') stand together, and a word that ends in * is a beginning (talk*).",
    ),
    "since": click.option("--since", type=Day(), help="Said on this day, month or year, or later."),
    "until": click.option("--until", type=Day(), help="Said on this day, month or year, or earlier."),
    "kind": click.option("--kind", type=click.Choice(KINDS), help="direct: in the speaker's own words; indirect; mixed."),
    "act": click.option("--act", metavar="ACT", help="What is done in saying it: request, reject, promise, accuse …"),
    "outlet": click.option("--outlet", metavar="NAME", help="Published by this outlet: its whole name, in any case."),
    "language": click.option("--language", type=Language(), help="From articles in this language: en, ru, uk."),
    "limit": click.option("--limit", type=click.IntRange(min=1), metavar="N", help="No more than so many."),
}

filter_options = _as_one("filters", Filters, _FILTERS)

_SPEAKER = click.option("--speaker", metavar="NAME", help="Said by somebody of this name: words of it, or their beginnings.")

story_options = _as_one(
    "story", Story, {**{name: _FILTERS[name] for name in ("about", "since", "until", "kind", "limit")}, "speaker": _SPEAKER}
)

work_options = _as_one(
    "work",
    Work,
    {
        "jobs": click.option(
            "--jobs",
            type=click.IntRange(1, 256),
            default=1,
            show_default=True,
            metavar="N",
            help="Read and join in so many processes.",
        ),
        "engine": click.option(
            "--engine",
            type=click.Choice(["daft", "ray"]),
            help="Read and join with Daft, on all processors of this machine, or on the Ray cluster of RAY_ADDRESS "
            "(verbale[cluster]).",
        ),
        "most": click.option(
            "--max-problems",
            "most",
            type=click.IntRange(min=0),
            metavar="N",
            help="Give up when more than so many articles could not be read.",
        ),
        "bytes": click.option(
            "--keep-bytes",
            "bytes",
            type=click.Choice(["pages", "all", "none"]),
            default="pages",
            show_default=True,
            help="Whose bytes are kept, packed, for a later Verbale to read better: pages and documents of up to 1 MB, "
            "all articles, or none. Their hashes are kept always.",
        ),
        "to": click.option(
            "--to",
            metavar="FOLDER",
            help="Write Parquet of readings to this folder, here or in object storage (s3://), and no record; `verbale join` "
            "puts them into one (verbale[exchange]).",
        ),
        "pause": click.option(
            "--pause",
            type=click.FloatRange(0, 3600),
            default=1.0,
            show_default=True,
            metavar="SECONDS",
            help="Between two pages of one site; its robots.txt may ask for more.",
        ),
        "private": click.option(
            "--allow-private", "private", is_flag=True, help="Read addresses of your own network and of this machine, too."
        ),
    },
)

judging_options = _as_one(
    "judging",
    Judging,
    {
        "by": click.option("--by", metavar="NAME", envvar="VERBALE_JUDGE", help="Who judges; your login name if not given."),
        "article": click.option(
            "--article", metavar="ID", help="The first name is meant as this article uses it, not wherever it stands."
        ),
        "later": click.option(
            "--later", is_flag=True, help="Do not join at once: several judgements cost one `verbale people join`."
        ),
    },
)

serving_options = _as_one(
    "serving",
    Serving,
    {
        "edit": click.option("--edit", is_flag=True, help="Let readers judge: statements, and who is who. All can be undone."),
        "by": click.option("--by", metavar="NAME", envvar="VERBALE_JUDGE", help="Who judges; your login name if not given."),
        "host": click.option(
            "--host", metavar="NAME", default="127.0.0.1", show_default=True, help="The address to answer at."
        ),
        "port": click.option(
            "--port", type=click.IntRange(0, 65535), metavar="N", default=8031, show_default=True, help="0 is any free one."
        ),
        "token": click.option(
            "--token",
            metavar="WORD",
            envvar="VERBALE_TOKEN",
            help="What readers must show; made up if not given and others than this machine may ask.",
        ),
    },
)

output_options = _as_one(
    "output",
    Output,
    {
        "form": lambda command: _form(_form(_form(_form(command, "csv"), "jsonl"), "json"), "table"),
        "file": click.option(
            "-o",
            "--output",
            "file",
            metavar="FILE",
            default="-",
            help="Write to this file instead of standard output; its ending tells the form if no option does.",
        ),
    },
)

_FORM_HELP = {
    "table": "A table to read (this is the default).",
    "json": "A JSON list.",
    "jsonl": "A JSON object a line.",
    "csv": "CSV with a header and every field, UTF-8.",
}


def _form(command: Any, form: str) -> Any:
    return click.option(f"--{form}", "form", flag_value=form, default=None, help=_FORM_HELP[form])(command)


_LANGUAGE = click.option("--language", type=Language(), help="The language: en, ru, uk. Guessed if not given.")
_PUBLISHED = click.option("--published", type=Moment(), help="When it was published; “on Thursday” is counted from here.")

text_options = _as_one("given", dict, {"language": _LANGUAGE, "published": _PUBLISHED})
"""What is known of a text that is tried."""

given_options = _as_one(
    "given",
    dict,
    {
        "outlet": click.option("--outlet", metavar="NAME", help="Who published it."),
        "published": _PUBLISHED,
        "url": click.option("--url", metavar="ADDRESS", help="The address of its page."),
        "title": click.option("--title", metavar="TEXT", help="Its headline."),
        "author": click.option("--author", metavar="NAME", help="Who signed it."),
        "language": _LANGUAGE,
    },
)
"""What is known of all articles that are read; it counts before what a file says of itself."""
