"""Folders on a disk or in object storage (`s3://news/readings`).

Where the storage is and who may use it stands in the environment: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION,
AWS_ENDPOINT_URL and their like.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
from pyarrow.fs import FileSelector, FileSystem, FileType

from verbale.errors import SourceError


class Folder(NamedTuple):
    """A folder, or what is to be one; a file can stand in its place."""

    files: Any
    """The file system of pyarrow's in which it lies."""
    root: str

    @property
    def kind(self) -> Any:
        """A `FileType`: whether there is a folder, a file or nothing."""
        return self.files.get_file_info(self.root).type

    def has(self, name: str) -> bool:
        return bool(self.files.get_file_info(self._path(name)).type == FileType.File)

    def names(self) -> list[str]:
        """The paths of all files below, in order; none where there is no folder."""
        found = self.files.get_file_info(FileSelector(self.root, allow_not_found=True, recursive=True))
        return sorted(file.path for file in found if file.type == FileType.File)

    def touch(self, name: str) -> None:
        """Make an empty file, and the folder if absent."""
        self.files.create_dir(self.root, recursive=True)
        with self.files.open_output_stream(self._path(name)):
            pass

    @contextmanager
    def writing(self, name: str) -> Iterator[Any]:
        """A stream into a file, which is there whole or not at all; the folder is made if absent."""
        self.files.create_dir(self.root, recursive=True)
        part = self._path(f"{name}.part")
        with self.files.open_output_stream(part) as stream:
            yield stream
        self.files.move(part, self._path(name))

    def _path(self, name: str) -> str:
        return f"{self.root}/{name}"


@contextmanager
def folder(place: str) -> Iterator[Folder]:
    """The folder at a place. Raises `SourceError` for what goes wrong within: storage that cannot be reached, a full disk."""
    try:
        yield _folder(place)
    except (pa.ArrowException, OSError) as error:
        raise SourceError(f"{place} cannot be read or written: {' '.join(str(error).split())}") from error


def _folder(place: str) -> Folder:
    try:
        files, root = FileSystem.from_uri(place if "://" in place else Path(place).absolute().as_uri())
    except ValueError as error:  # no address, or one of another kind
        raise SourceError(f"{place} cannot be read or written: {error}") from error
    return Folder(files, root.rstrip("/"))
