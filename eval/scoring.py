"""The measure lives in the package, for `verbale evaluate`; here it keeps the name that the programs of this folder know."""

from verbale.scoring import SHARES, Difference, Tally, latin, same_speaker, score

__all__ = ["SHARES", "Difference", "Tally", "latin", "same_speaker", "score"]
