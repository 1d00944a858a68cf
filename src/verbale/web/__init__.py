"""The record in a browser: `verbale serve`. It reads the record and writes nothing but what people judge.

`app` puts the parts together, `guard` lets in whom it should, `desk` holds the record, `asked` is a search as an address,
`found` what it finds; each file of `pages/` makes the pages of one kind, each of `plots/` draws one kind of picture;
`pictures` and `take` hand out pictures and tables as files, and `api` tells programs what pages tell people. Nothing is
fetched from elsewhere, and no script stands in a page.
"""

from __future__ import annotations

from verbale.web.app import app
from verbale.web.settings import Settings

__all__ = ["Settings", "app"]
