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


def topic_called(file: File, name: str) -> Topic | None:
    """The topic of that name or id."""
    return next((topic for topic in topics(file) if topic.is_called(name)), None)


def topical(file: File, values: Values, about: str | None) -> Values:
    """The values to bind for a search, `about` as a topic where it is the name of one, and topics were joined."""
    topic = topic_called(file, about) if about and not values["topic"] else None
    if topic is None or not file.ask("made", what="topics"):  # before the first join, words are all there is
        return values
    return {**values, "about": None, "topic": topic.id}


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
