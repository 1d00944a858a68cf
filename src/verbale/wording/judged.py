"""What people judged, in words."""

from __future__ import annotations

from verbale.people import Judgement, Verdict
from verbale.rulings import Decision, Ruling


def judged(judgement: Judgement) -> str:
    """What a judgement says: `“Ana Reyes” and “Ana Reyna” are not the same`."""
    if judgement.verdict is Verdict.UNDO:
        return f"takes back {judgement.undoes}"
    if judgement.verdict is Verdict.RENAME:
        return f"{judgement.one} goes by “{judgement.name}”"
    return f"{judgement.one} and {judgement.two} {_VERDICTS[judgement.verdict]}"


_VERDICTS = {
    Verdict.SAME: "are the same",
    Verdict.DIFFERENT: "are not the same",
    Verdict.UNSURE: "may be the same or not",
}


def ruled(ruling: Ruling) -> str:
    """What a ruling says: `corrects “We will be ready”: speaker Ana Reyes`."""
    if ruling.decision is Decision.UNDO:
        return f"takes back {ruling.undoes}"
    right = ruling.correction
    told = [] if right.speaker is None else [f"speaker {right.speaker or 'unknown'}"]
    told += [f"{name} “{part.text}”" for name, part in right.parts.items()]
    return f"{ruling.decision}s “{ruling.words}”" + (f": {', '.join(told)}" if told else "")
