"""A program that adds and joins, over and over: joiner.py RECORD COUNT EVERY [MOST]

It adds COUNT readings and joins behind each EVERY of them. With MOST no file that it writes grows beyond so many bytes.
What goes wrong with the record is its last line.
"""

import resource
import sys
from itertools import islice

from making import many

from verbale import store
from verbale.errors import RecordError


def fill(path, count, every):
    readings = many(count)
    with store.open(path) as record:
        while batch := list(islice(readings, every)):
            record.add(batch, reader="test")
            record.join()


if __name__ == "__main__":
    path, count, every, *most = sys.argv[1:]
    if most:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(most[0]), int(most[0])))
    try:
        fill(path, int(count), int(every))
    except RecordError as error:
        sys.exit(str(error))
