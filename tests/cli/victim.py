"""`verbale read` that dies as if the power went: victim.py NTH ARGUMENT...

It kills itself when the NTH article is about to be added.
"""

import itertools
import os
import signal
import sys

from verbale.cli import main
from verbale.store import Record

number, *arguments = sys.argv[1:]
count, add = itertools.count(1), Record.add


def deadly(self, *readings, **options):
    if next(count) == int(number):
        os.kill(os.getpid(), signal.SIGKILL)
    return add(self, *readings, **options)


Record.add = deadly
main(["read", *arguments], prog_name="verbale")
