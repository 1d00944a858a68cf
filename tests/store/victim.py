"""A program that adds readings and may be killed: victim.py RECORD COUNT [STATEMENT]

It writes a line for each reading it takes up. With STATEMENT it kills itself in the midst of writing, at that insertion
of a part.
"""

import itertools
import os
import signal
import sys

from making import many

from verbale import store


def announced(readings):
    for reading in readings:
        print(reading.article.id.ljust(8000), flush=True)  # noqa: T201 - long lines fill a pipe: nobody runs far ahead
        yield reading


def die_at(nth):
    inserted = itertools.count(1)

    def look(statement):
        if statement.startswith("-- One stretch") and next(inserted) == nth:
            os.kill(os.getpid(), signal.SIGKILL)

    return look


if __name__ == "__main__":
    path, count, *nth = sys.argv[1:]
    with store.open(path) as record:
        if nth:
            record._file.connection.set_trace_callback(die_at(int(nth[0])))
        record.add(announced(many(int(count))), reader="test")
