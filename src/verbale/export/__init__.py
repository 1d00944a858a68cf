"""Statements in the formats of others, one writer a file, all of the same signature: `write(entries, out, around)`.

A writer takes the entries of a record one by one, those of an article one after the other, and holds no more than one
article of them in memory. What it needs beside the standard library is imported with its file, which happens when the
format is asked for (`writer`).
"""

from __future__ import annotations

from importlib import import_module

from verbale.errors import VerbaleError
from verbale.export.form import Around, Files, Form, Medium, Writer
from verbale.export.forms import FORMS, forms

__all__ = ["FORMS", "Around", "Files", "Form", "Medium", "Writer", "form_of", "forms", "writer"]


def form_of(file: str) -> Form | None:
    """The format that the ending of a file tells, the longest ending first; None where it tells none."""
    fitting = ((ending, form) for form in forms().values() for ending in form.endings if file.lower().endswith(ending))
    return max(fitting, key=lambda found: len(found[0]), default=("", None))[1]


def writer(form: Form) -> Writer:
    """The writer of a format; raises `VerbaleError` where what it needs is not installed."""
    try:
        found: Writer = import_module(form.module).write
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.startswith("verbale"):
            raise
        raise VerbaleError(f"the format {form.name} needs {missing.name}: pip install 'verbale[exchange]'") from missing
    return found
