"""Topics listed, brought in and dropped."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, NamedTuple

import click

from verbale.cli.finding import existing
from verbale.cli.options import Output
from verbale.cli.rows import Cells, Sheet, Stack, write
from verbale.errors import SourceError, UnknownError
from verbale.place import Place
from verbale.store import Record
from verbale.topics import Topic, TopicsError, read_topics, shipped
from verbale.wording import counted, line


class _Counted(NamedTuple):
    topic: Topic
    statements: int


def show_topics(record: Record, output: Output) -> None:
    """Write the topics as rows, those with most statements first."""
    counts = record.topic_counts()
    rows = sorted((_Counted(topic, counts.get(topic.id, 0)) for topic in record.topics()), key=lambda r: -r.statements)
    write(rows, TOPICS, output, record=record.path)


def take_topics(file: str, *, record: Place) -> None:
    """Read topics of one's own, keep them, and join anew; a faulty file changes nothing."""
    try:
        some = read_topics(_text(file))
    except TopicsError as error:
        raise TopicsError(f"{file}: {error}") from None
    with existing(record, readonly=False) as kept:
        kept.add_topics(some)
        kept.join()
        counts = kept.topic_counts()
    for topic in some:
        click.echo(f"{line(topic.name())} ({topic.id}): {counted(counts.get(topic.id, 0), 'statement')}.")


def drop_topic(id_: str, *, record: Place) -> None:
    """Drop a topic of one's own and join anew; raises `UnknownError` where there is none."""
    with existing(record, readonly=False) as kept:
        if not kept.forget_topic(id_):
            what = (
                "ships with Verbale and cannot be dropped" if id_ in {t.id for t in shipped()} else "is no topic of this record"
            )
            raise UnknownError(f"“{line(id_)}” {what}")
        kept.join()


def _text(file: str) -> str:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SourceError(f"{file} is no text in UTF-8") from None
    except (OSError, ValueError) as error:
        raise SourceError(f"{file} cannot be read: {getattr(error, 'strerror', None) or error}") from None


# ---------------------------------------------------------------- rows


def _cells(row: _Counted) -> Cells:
    names = ", ".join(dict.fromkeys(line(name) for _, name in row.topic.names))
    words = ", ".join(line(phrase) for _, phrases in row.topic.words[:1] for phrase in phrases)
    return row.topic.id, f"{row.statements:,}", names, words


def _object(row: _Counted) -> dict[str, Any]:
    topic = row.topic
    words = {language: list(phrases) for language, phrases in topic.words}
    return {
        "id": topic.id,
        "statements": row.statements,
        "names": dict(topic.names),
        "words": words,
        "examples": list(topic.examples),
    }


def _flat(row: _Counted) -> dict[str, Any]:
    topic = row.topic
    names, words = (name for _, name in topic.names), (phrase for _, phrases in topic.words for phrase in phrases)
    return {"id": topic.id, "statements": row.statements, "names": " | ".join(names), "words": " | ".join(words)}


TOPICS = Sheet(
    header=("ID", "STATEMENTS", "NAMES", "WORDS"),
    cells=_cells,
    stacks=(Stack((0, 1), 16), Stack((2,), 30), Stack((3,))),
    object=_object,
    flat=_flat,
    columns=("id", "statements", "names", "words"),
)
"""Topics with the number of statements about each."""
