"""The shapes of attributed speech, compiled: from the names of `lang/forms.toml` to expressions over units."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from verbale.lang import forms as written

# One letter a unit. `find/views.py` writes them, the names in forms.toml stand for them.
SYMBOLS = {
    "cue": "K", "source": "S", "quote": "[Qq]", "speech": "Q", "that": "T", "whether": "H", "about": "A", "inf": "I",
    "as": "J", "and": "&", "comma": ",", "dash": "-", "colon": ":", "end": r"\.", "next": "k", "tail": "r",
    "on": "O", "adverb": "n", "thing": "[wpqQ]", "mid": "[wp&AJHOqn]", "also": "[wpn]", "any": "[^KS]", "bare": "[^KSvgk]",
    "verbless": r"[^KSvgk.:\-Qq]", "not": "N", "still": "[wp&JHqn]", "part": "p", "plain": "[^KSvTH]", "flat": "[^,KSvTH]",
}  # fmt: skip
# A quotation with no words right before it, or one that is speech in any case.
SYMBOLS["opening"] = r"(?:Q|(?<![wpnvgAOITH])q)"
# A clause or an apposition between two commas or brackets.
SYMBOLS["aside"] = r"(?:,[^,KS]{1,30},|\([^KS]{1,20}\)|,[^KS]{1,25},(?=K))"
# Words between two commas that hold no verb: a date, a place, an address.
SYMBOLS["pause"] = r"(?:,[^,KSvgkrTB]{1,30},(?!&))"
# A short form or a number in brackets.
SYMBOLS["bracket"] = r"(?:\([^KS]{1,20}?\))"
# A participle with its words, which tells more of the source before it.
SYMBOLS["hanging"] = r"(?:,p[^,KSvT]{0,30},)"
# Where a clause of the reporter's own goes on behind what cannot hold one: "demanded a new vote, but lost it".
SYMBOLS["turn"] = r"(?=,?&n{0,2}v|,&[^,vKS]{0,8}v|-[^,vKS-]{0,6}v|,B)"
# Where the clause goes on that holds the attribution: "states where she demands a recount gave their votes".
SYMBOLS["back"] = r"(?=,n?v)"
# Where a gerund tells what the speaker does beside: "denied the claims, going on to …".
SYMBOLS["beside"] = r"(?=,n{0,2}g)"
# Where what is said ends: before the same speaker's next cue, before another's closing attribution, or with the sentence.
SYMBOLS["stop"] = r"(?=[,;]?&?n?k|[,-]+J?r|\.?$|;)"


@dataclass(frozen=True, slots=True)
class Form:
    """One shape: its name, the frames it needs and the expression over units."""

    name: str
    frames: frozenset[str]
    shape: re.Pattern[str]
    direct: bool


@cache
def forms() -> tuple[Form, ...]:
    """All forms in the order in which they are tried."""
    return tuple(Form(f["name"], frozenset(f["frames"]), _compiled(f["shape"]), f.get("direct", False)) for f in written())


def _compiled(shape: str) -> re.Pattern[str]:
    groups = (
        re.sub(r"<(\w+):", r"(?P<\1>", shape)
        .replace(">", ")")
        .replace("(?P<content)", "(?P<content>")
        .replace("(?P<more)", "(?P<more>")
    )
    listed = re.sub(r"\[([a-z ]+)\]", lambda m: "[" + "".join(SYMBOLS[name] for name in m[1].split()) + "]", groups)
    named = re.sub(r"(?<![<\w])[a-z]+(?![\w>])", lambda m: SYMBOLS[m[0]], listed)
    return re.compile(named.replace(" ", ""))
