"""The sample articles on their way into a folder of the user's."""

from __future__ import annotations

from pathlib import Path

import click

import verbale
from verbale.wording import counted

PACKAGE = Path(verbale.__file__).parent
PLACES = (PACKAGE / "samples", PACKAGE.parents[1] / "examples" / "articles")
"""Within an installed package, and in a copy of the repository."""


def write_samples(folder: Path) -> None:
    """Write the samples into a folder, made if absent; raises `click.ClickException` where another file is in the way."""
    kept = {path.name: path.read_bytes() for path in sorted(_place().iterdir())}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        others = [name for name, data in kept.items() if (folder / name).exists() and (folder / name).read_bytes() != data]
        if others:
            raise click.ClickException(f"{folder / others[0]} is another file; name a folder that is new")
        for name, data in kept.items():
            (folder / name).write_bytes(data)
    except OSError as error:
        raise click.ClickException(f"{folder} cannot be written: {error.strerror}") from error
    texts = sum(name.endswith(".txt") for name in kept)
    click.echo(f"{counted(texts, 'article')} written to {folder}; read them with: verbale read {folder} --record talks.db")


def _place() -> Path:
    found = next((place for place in PLACES if place.is_dir()), None)
    if found is None:
        raise click.ClickException("this installation has no sample articles")
    return found
