"""Where formats of several files go: a folder or a zip archive."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


class Folder:
    """Files in a folder, which is made if absent; files of the same names are replaced."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path.mkdir(parents=True, exist_ok=True)

    def put(self, name: str, text: str) -> None:
        (self._path / name).write_text(text, encoding="utf-8", newline="")


class Archive:
    """Files in a zip archive that is written to a binary stream, which need not be seekable. To be closed, or used with `with`.

    The archive of the same files is the same on any day: its entries bear no date.
    """

    def __init__(self, out: BinaryIO) -> None:
        self._zip = ZipFile(out, "w", ZIP_DEFLATED)

    def put(self, name: str, text: str) -> None:
        self._zip.writestr(ZipInfo(name), text.encode(), ZIP_DEFLATED)

    def close(self) -> None:
        self._zip.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
