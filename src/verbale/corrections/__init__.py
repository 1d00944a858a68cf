"""What people corrected in other tools, on its way back: statements as their files have them, and what differs from ours.

One file a format (`brat`, `xmi`, `table`), each of which makes `Sheet`s; `compare` tells the corrections, and writes nothing.
"""

from __future__ import annotations

from verbale.corrections.compare import Change, Compared, compare
from verbale.corrections.finding import sheets
from verbale.corrections.gold import gold, sheet_gold
from verbale.corrections.marked import Marked, Sheet

__all__ = ["Change", "Compared", "Marked", "Sheet", "compare", "gold", "sheet_gold", "sheets"]
