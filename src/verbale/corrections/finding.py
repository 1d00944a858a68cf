"""Files in folders and archives, each given to the reader of its format."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from verbale.corrections.brat import brat
from verbale.corrections.marked import Sheet
from verbale.corrections.table import table
from verbale.errors import SourceError, VerbaleError

LARGEST = 64 * 2**20
"""Bytes of one file, unpacked; a larger one is no article."""
DEEPEST = 2
"""Archives may lie in archives, as INCEpTION packs them, so deep and no deeper."""

File = tuple[str, bytes]


def sheets(path: Path) -> Iterator[Sheet]:
    """What a file, a folder or an archive holds of corrected statements.

    A file that cannot be understood is a sheet that says why. Raises `SourceError` where there is nothing at all, and
    `VerbaleError` where a library is missing.
    """
    found = dict(_files(path))
    known = [name for name in sorted(found) if Path(name).suffix.lower() in (".ann", ".xmi", ".csv")]
    if not known:
        raise SourceError(f"{path} holds no .ann, .xmi or .csv file")
    for name in known:
        yield _sheet(name, found)


def _sheet(name: str, found: dict[str, bytes]) -> Sheet:
    try:
        if name.lower().endswith(".ann"):
            beside = found.get(f"{name[:-4]}.txt")
            return brat(name, found[name].decode("utf-8-sig"), beside.decode("utf-8-sig") if beside is not None else None)
        if name.lower().endswith(".csv"):
            return table(name, found[name].decode("utf-8-sig"))
        return _xmi(name, found)
    except (UnicodeDecodeError, ValueError) as fault:
        return Sheet(None, (), name, fault=" ".join(str(fault).split()) or type(fault).__name__)


def _xmi(name: str, found: dict[str, bytes]) -> Sheet:
    """The reader of XMI needs a library of its own."""
    try:
        from verbale.corrections.xmi import xmi  # noqa: PLC0415 - what others do not need is not loaded
    except ModuleNotFoundError as missing:
        raise VerbaleError(f"{name} needs {missing.name}: pip install 'verbale[exchange]'") from missing
    types = next((data for other, data in found.items() if other.lower().endswith("typesystem.xml")), None)
    return xmi(name, found[name], types)


def _files(path: Path) -> Iterator[File]:
    """The files below a path, those of archives among them, with names that tell the way."""
    if path.is_dir():
        for below in sorted(p for p in path.rglob("*") if p.is_file()):
            yield from _opened(str(below.relative_to(path)), below.read_bytes(), DEEPEST)
    else:
        yield from _opened(path.name, path.read_bytes(), DEEPEST)


def _opened(name: str, data: bytes, depth: int) -> Iterator[File]:
    if not name.lower().endswith(".zip"):
        yield name, data
    elif depth:
        try:
            with ZipFile(io.BytesIO(data)) as archive:
                for member in archive.infolist():
                    if not member.is_dir() and member.file_size <= LARGEST:
                        yield from _opened(f"{name}/{member.filename}", archive.read(member), depth - 1)
        except BadZipFile as fault:
            raise SourceError(f"{name} is no archive: {fault}") from fault
