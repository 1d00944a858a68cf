"""A selection on its way into a format of others."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any, BinaryIO

import click

from verbale.cli.finding import existing, found
from verbale.cli.options import Filters
from verbale.cli.rows import target
from verbale.export import FORMS, Around, Form, Medium, form_of, forms, writer
from verbale.export.files import Archive, Folder
from verbale.model import Event
from verbale.place import Place
from verbale.store import Record
from verbale.wording import counted

STDOUT = "-"


def list_forms() -> None:
    """Name, what it is and endings of each format."""
    for form in forms().values():
        click.echo(f"{form.name:<13}{form.about}{'  ' + ' '.join(form.endings) if form.endings else ''}")


def write_form(file: str, name: str | None, *, record: Place, filters: Filters) -> None:
    """Write what fits the filters to a file or folder and tell how much."""
    form = _form(file, name)
    write = writer(form)
    with existing(record) as kept, _opened(file, form.medium, record=record) as out:
        written = write(found(kept, filters), out, _around(kept, filters))
    if file != STDOUT:
        click.echo(f"{counted(written, form.noun)} written to {file}.")


def _form(file: str, name: str | None) -> Form:
    """The format that was named, or that the file's ending tells; JSON lines into a pipe."""
    form = forms().get(name) if name else FORMS["jsonl"] if file == STDOUT else form_of(file)
    if form is None:
        ending = Path(file).suffix[1:]
        raise click.UsageError(f"“{name or ending or file}” is no format: name one of {', '.join(forms())} with --format")
    return form


def _around(kept: Record, filters: Filters) -> Around:
    def events() -> Iterator[Event]:
        return kept.events(since=filters.since, until=filters.until, limit=filters.limit)

    return Around(kept.article, title=title(filters), record=kept.path.stem, events=events, sides=kept.sides)


def title(filters: Filters) -> str:
    """What was asked for, in words: `Statements, about talks, since 2031`."""
    asked = (f"{f.name} {value}" for f in fields(filters) if (value := getattr(filters, f.name)) is not None)
    return ", ".join(("Statements", *asked))


# ---------------------------------------------------------------- where to


@contextmanager
def _opened(file: str, medium: Medium, *, record: Place) -> Iterator[Any]:
    """What a writer of that medium writes to."""
    if medium is Medium.TEXT:
        with target(file, record=record) as out:
            yield out
    elif medium is Medium.FILES and not (file == STDOUT or file.lower().endswith(".zip")):
        yield _folder(file)
    else:
        with _binary(file, record=record) as stream:
            if medium is Medium.BYTES:
                yield stream
            else:
                with Archive(stream) as archive:
                    yield archive


def _folder(file: str) -> Folder:
    try:
        return Folder(Path(file))
    except OSError as error:
        raise click.ClickException(f"{file} is no folder to write to: {error.strerror}") from error


@contextmanager
def _binary(file: str, *, record: Place) -> Iterator[BinaryIO]:
    """The file as bytes, or standard output, which may be a pipe and is never a terminal."""
    if file != STDOUT:
        with target(file, record=record) as text:
            yield text.buffer
        return
    if sys.stdout.isatty():
        raise click.UsageError("this format is no text for a terminal: write --to FILE, or into a pipe")
    stream = getattr(sys.stdout, "buffer", None) or io.BytesIO()
    yield stream
    stream.flush()
