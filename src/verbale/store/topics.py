"""The topics of a record: those that ship with Verbale, and those that its user brought in."""

from __future__ import annotations

import json
from collections.abc import Iterable

from verbale.store.file import File, Row, Values
from verbale.topics import Topic, shipped


def topics(file: File) -> tuple[Topic, ...]:
    """All topics, the shipped ones first; a topic of the user takes the place of a shipped one with its id."""
    own = {topic.id: topic for topic in map(_topic, file.ask("topics"))}
    kept = [own.pop(topic.id, topic) for topic in shipped()]
    return (*kept, *own.values())


def write_topics(file: File, some: Iterable[Topic], *, added: str) -> None:
    """Keep topics of a user; of an id that is known already, what is told now."""
    file.put("set_topic", (_row(topic, added) for topic in some))


def forget_topic(file: File, id_: str) -> bool:
    """Drop a topic of a user; whether there was one."""
    return file.put("drop_topic", [{"id": id_}]) > 0


def _topic(row: Row) -> Topic:
    words = ((language, tuple(phrases)) for language, phrases in json.loads(row["words"]).items())
    return Topic(row["id"], tuple(json.loads(row["names"]).items()), tuple(words), tuple(json.loads(row["examples"])))


def _row(topic: Topic, added: str) -> Values:
    cells = {"names": dict(topic.names), "words": dict(topic.words), "examples": topic.examples}
    return {"id": topic.id, "added": added, **{name: json.dumps(value, ensure_ascii=False) for name, value in cells.items()}}
