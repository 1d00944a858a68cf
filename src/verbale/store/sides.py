"""Join for whom everybody speaks: by office or name, else by what those with a country's office say that it will do."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable

from verbale.people import Person
from verbale.people.sides import Side, side, side_by_words
from verbale.store.file import File


def join_sides(file: File, persons: Iterable[Person], ids: Iterable[str]) -> None:
    """Make the sides anew, within the transaction of the caller and after the acts; rows go with the persons they point at."""
    called = {id_: person for person, id_ in zip(persons, ids, strict=True)}
    found = {id_: one for id_, person in called.items() if (one := side(person))}
    open_ = [id_ for id_, person in called.items() if id_ not in found and person.tenures]
    told = _told(file, open_)
    found |= {id_: one for id_, words in told.items() if (one := side_by_words(called[id_], words))}
    file.put("add_side", (_row(id_, one) for id_, one in found.items()))


def _told(file: File, ids: list[str]) -> dict[str, list[str]]:
    """What they say that they or theirs will or will not do, by person."""
    told: dict[str, list[str]] = defaultdict(list)
    for row in file.ask("own_words", persons=json.dumps(ids)):
        told[row["person"]].append(row["content"])
    return told


def _row(id_: str, one: Side) -> dict[str, str]:
    return {"person": id_, "code": one.code, "why": one.why}
