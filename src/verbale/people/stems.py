"""Words without their case endings, roughly: enough to tell that two are one word in two cases."""

from __future__ import annotations

import re
from functools import lru_cache

from verbale.people.letters import plain

_ENDING = re.compile(
    r"(?:ского|скому|ским|ском|ские|ских|ская|скую|ской|ский|"
    r"ського|ському|ським|ськом|ські|ських|ська|ську|ської|ській|ською|ський|"
    r"ого|ому|ими|ых|ім|им|ою|ої|ом|ем|ам|ий|ій|ый|ая|яя|ие|ия|ии|ію|ії|ія|ею|ей|ой|ах|ям|ье|ьо|а|я|у|ю|е|є|и|і|ї|ы|ь|й|о)$"
)
_LATIN_ENDING = re.compile(r"(?:'s|s)$")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The word in small letters without its ending; short words and words of capitals keep theirs."""
    small = plain(word).strip(".'-").replace(".", "")
    if len(small) <= 3 or word.isupper():
        return small
    bare = (_LATIN_ENDING if small.isascii() else _ENDING).sub("", small)
    return bare if len(bare) > 2 else small


def stems(words: str) -> list[str]:
    """The stems of all words of a phrase."""
    return [stem(w) for w in re.findall(r"[\w.'’-]+", words.replace("’", "'"))]
