"""Other readers of the same articles: what their files say, what a language model proposes, and how they differ from ours.

Nothing of theirs enters the record. Words that do not stand in the article are no statement, whoever proposes them.
"""

from __future__ import annotations

from verbale.second.asking import Answer, Asked, ask
from verbale.second.comparing import Beside, beside
from verbale.second.prompting import Estimate, estimate, prompt
from verbale.second.reading import Found, found_in
from verbale.second.verbatim import Proposal, Refused, checked

__all__ = [
    "Answer",
    "Asked",
    "Beside",
    "Estimate",
    "Found",
    "Proposal",
    "Refused",
    "ask",
    "beside",
    "checked",
    "estimate",
    "found_in",
    "prompt",
]
