"""Media: which words name a newspaper, a channel or an agency, and which one it is."""

from verbale.media.naming import is_medium, names, outlet, usual
from verbale.media.reading import OutletsError, read_outlets

__all__ = ["OutletsError", "is_medium", "names", "outlet", "read_outlets", "usual"]
