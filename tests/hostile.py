"""Texts that make careless readers slow: each a pattern that goes on as long as wanted."""

from __future__ import annotations

PATTERNS = {
    "one word": "a",
    "one Russian word": "я",
    "capitals": "A",
    "digits": "7",
    "numbers": "17 ",
    "dates": "7 May 2031, ",
    "names": "Ana Reyes, ",
    "Russian names": "Иван Рес, ",
    "initials": "A. ",
    "offices": "President ",
    "said": "said ",
    "he said": "he said that she said that ",
    "Russian said": "он сказал, что ",
    "adding": ", adding that he said",
    "according to": "according to ",
    "who": "who ",
    "short speech": "“Yes,” he said. ",
    "short speech a line": "“Yes,” he said.\n",
    "Russian speech a line": "«Да», — сказал он.\n",
    "lines of a conversation": "REYES: Yes, I do.\n",
    "straight marks": '"',
    "opening marks": "“",
    "opened words": "“word ",
    "quoted words": "“words here” ",
    "single marks": " 'a",
    "angle marks": "«а ",
    "brackets": "(",
    "bracketed": "(a word) ",
    "dashes": "— ",
    "dots": ". ",
    "hyphens": "a-",
    "cut off lines": "Some words here in a line…\n",
    "lines of a word": "word\n",
    "empty lines": "\n",
    "spaces": " ",
    "zero width": "a\u200b",
    "bidirectional": "\u202eabc ",
    "combining": "\u0301",
    "two alphabets": "aя",
    "no alphabet": "中文。",
    "addresses": "http://a.example/b?c=d&e=f ",
    "tags": "<a><b>",
    "prose": "The talks will go on in the city and nobody knows when they end.\n",
    "Russian prose": "Переговоры продолжатся в городе, и никто не знает, когда они кончатся.\n",
}


def hostile(name: str, size: int) -> str:
    """The pattern of that name over `size` characters, with a letter before and behind it."""
    pattern = PATTERNS[name]
    return f"x{(pattern * (size // len(pattern) + 1))[: size - 2]}x"
