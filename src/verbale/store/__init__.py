"""The record: a file or a database that keeps what was read. `Record` is all that other rooms need of it."""

from verbale.store.persons import Persons, Profile, Reason
from verbale.store.record import Record
from verbale.store.search import Sought, Wanted
from verbale.store.tally import Added, Counts, Version

open = Record.open  # noqa: A001 - `verbale.open("talks.db")` is what users write

__all__ = ["Added", "Counts", "Persons", "Profile", "Reason", "Record", "Sought", "Version", "Wanted", "open"]
