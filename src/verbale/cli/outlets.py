"""The user's own outlets, from a file."""

from __future__ import annotations

from pathlib import Path

from verbale.errors import SourceError
from verbale.media import OutletsError, read_outlets
from verbale.model import Outlets


def media(file: Path) -> Outlets:
    """The outlets of a TOML file, or of a CSV file by its ending; raises `VerbaleError` with the fault in one line."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SourceError(f"{file} is no text in UTF-8") from None
    except (OSError, ValueError) as error:
        raise SourceError(f"{file} cannot be read: {getattr(error, 'strerror', None) or error}") from None
    try:
        return read_outlets(text, form="csv" if file.suffix.lower() == ".csv" else "toml")
    except OutletsError as error:
        raise OutletsError(f"{file}: {error}") from None
