"""Characters that formats of XML cannot hold, so that a text can be known again."""

from __future__ import annotations

import re

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ufffd]")


def unfit(text: str) -> str:
    """The text with U+FFFD for what XML cannot hold."""
    return _UNFIT.sub("\ufffd", text)
