"""Bytes to text. Nothing is changed but bytes that fit no character: each becomes U+FFFD, and they are counted.

Order of trust: a byte order mark; valid UTF-8; UTF-16 seen by its zero bytes; UTF-8 with a few broken bytes; the
encoding a page declares; the letters themselves. A short text is too little for statistics, so the encodings of the
languages around Verbale are told apart by their alphabets; charset-normalizer is asked about everything else.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice

from charset_normalizer import from_bytes

from verbale.errors import Code
from verbale.model import Problem

# UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16.
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# PDF, RTF, ZIP and its kin (docx, epub), gzip, old Word: the beginnings that the count of control characters may miss.
_NO_TEXT = (b"%PDF-", b"{\\rtf", b"PK\x03\x04", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")
_CONTROLS = bytes([*range(9), *range(14, 28), 127])
# A text may hold a stray control character; with more than one in a hundred bytes it is no text.
_CONTROL_SHARE = 0.01
_SAMPLE = 1 << 16
# Two or three bytes of a character of UTF-8 whose end is missing.
_HALF = re.compile(rb"(?:[\xe0-\xef][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{1,2})\Z")

# Latin, Cyrillic and printed marks: what UTF-16 without a mark has to show nearly everywhere to be believed.
_USUAL = re.compile(r"[\t\n\r -~\u00a0-\u024f\u0400-\u052f\u2010-\u203a\u20ac\u2116]")

_CYRILLIC = (
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
)
_WESTERN = ("àâæçèéêëîïôœùûüÿ", "äöüß", "áéíñóúü¿¡ªº", "àèéìíòóùú", "àáâãçéêíóôõúü", "åäöéü", "æøåéö", "áéíóúýþæðö")
_CENTRAL = ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "ăâîşţ")
# Each alphabet is that of one language: letters of several languages side by side ("pøipraveni … zahranièí") are the
# surest sign of a wrong encoding. The first of equals is taken.
_ALPHABETS = {
    "cp1251": _CYRILLIC,
    "cp1252": _WESTERN,
    "cp1250": _CENTRAL,
    "cp1254": ("çğıöşüâ",),
    "koi8_u": _CYRILLIC,
    "iso8859_2": _CENTRAL,
    "cp866": _CYRILLIC,
    "iso8859_5": _CYRILLIC,
}
# Six letters of ten in Russian, Ukrainian and Bulgarian; a quarter where Greek passes for Cyrillic.
_COMMON = "оаеиітнрсв"
_MARKS = frozenset("“”„‘’‚«»‹›–—…•§№°€£©®™·\u00a0\u00ad")
_WORD = re.compile(rb"[A-Za-z]*[\x80-\xff][A-Za-z\x80-\xff]*")
_LATIN = re.compile(rb"[A-Za-z]")
_WORDS = 4000
_TAG = re.compile(rb"<[^<>\x80-\xff]{1,400}>")
# Below this share of letters at home no alphabet fits; another reading as near as the second makes the best doubtful.
_AT_HOME = 0.9
_MARGIN = 0.03
# Letters of several languages of one encoding fit, too, but less well: a señor in a text about élèves.
_MIXED = 0.95
# Encodings of other languages, for charset-normalizer. Left to itself it also answers with EBCDIC, Johab or MacOS
# code pages that no news text has been seen in.
_ELSEWHERE = ("cp1253", "cp1255", "cp1256", "cp1257", "cp1258", "cp874", "gb18030", "big5", "cp932", "euc_jp", "cp949")

# What browsers take a declared name for (WHATWG). UTF-16 cannot be declared in ASCII, so that means UTF-8.
_BROWSER_NAMES = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "koi8-r": "koi8-u", "gbk": "gb18030",
                  "gb2312": "gb18030"}  # fmt: skip
_PAGES = re.compile(r"utf-8|cp\d+|iso8859-\d+|koi8-.|gb.+|big5.*|euc_.+|shift_jis.*|mac-.+|tis-620")
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]{2,40})|<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the Python name of the encoding it was read with, and what was doubtful about it."""

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


def decode(data: bytes, *, declared: str | None = None, torn: bool = False, path: str | None = None) -> Decoded | Problem:
    """The text of `data` without its byte order mark, or a Problem `BINARY` where there is none. Never raises.

    `declared` is the codec a page says it has: believed where neither a mark nor valid UTF-8 speaks against it.
    `torn` says that `data` was cut at its end, so half a character there is no fault. Problems carry `path`.
    """
    read = None if data.startswith(_NO_TEXT) else _read(data, declared, torn)
    if read is None:
        return Problem(Code.BINARY, "sources", path=path)
    encoding, doubt = read
    text, broken = _told(data, encoding, torn)
    problems = []
    if doubt:
        problems.append(Problem(Code.CHARSET, "sources", doubt, path=path))
    if broken:
        problems.append(Problem(Code.BROKEN_BYTES, "sources", f"{broken} in {encoding}", path=path))
    return Decoded(text, encoding, tuple(problems))


def declared_in(data: bytes) -> str | None:
    """The encoding that the beginning of an HTML or XML page declares, as a Python codec name; None without one."""
    found = _DECLARED.search(data, 0, 4096)
    return _codec((found[1] or found[2]).decode("ascii", "replace")) if found else None


def mended(text: str) -> tuple[str, int]:
    """`text` with NULs and half surrogates, which no database can hold, as U+FFFD; and how many there were."""
    return re.subn("[\x00\ud800-\udfff]", "\ufffd", text)


def _codec(name: str) -> str | None:
    """The Python codec that browsers take `name` for; None for what is no encoding of pages (`hex`, `idna`, EBCDIC)."""
    try:
        known = codecs.lookup(name.lower().removeprefix("x-")).name
    except LookupError:
        return None
    known = "utf-8" if known.startswith("utf-") and known != "utf-7" else _BROWSER_NAMES.get(known, known)
    return known if _PAGES.fullmatch(known) and b"abcd".decode(known) == "abcd" else None


def _read(data: bytes, declared: str | None, torn: bool) -> tuple[str, str] | None:
    """The encoding to read `data` with and a word of doubt, empty where there is none; None for what is no text."""
    if marked := next((encoding for mark, encoding in _BOMS if data.startswith(mark)), None):
        return None if _controls(data.decode(marked, "replace").encode("utf-8")) else (marked, "")
    if _controls(data):
        return _wide(data)
    if _is_utf8(data, torn):
        lie = declared not in {None, "utf-8"} and not data.isascii()
        return "utf-8", f"declared {declared}, read as utf-8" if lie else ""
    if _is_broken_utf8(data):
        return "utf-8", ""
    if declared and declared != "utf-8":
        return declared, ""
    return _by_letters(data) or _by_statistics(data)


def _controls(data: bytes) -> bool:
    """Whether there are more control characters than text has."""
    return len(data) - len(data.translate(None, _CONTROLS)) > _CONTROL_SHARE * len(data)


def _is_utf8(data: bytes, torn: bool) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final=not torn)
    except UnicodeDecodeError:
        return False
    return True


def _is_broken_utf8(data: bytes) -> bool:
    """Whether more characters are whole than broken, which no other encoding brings about by chance."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(text) - len(text.encode("ascii", "ignore")) - broken
    return whole + bool(_HALF.search(data)) >= broken


def _wide(data: bytes) -> tuple[str, str] | None:
    """UTF-16 without a mark, if nearly all of it is then Latin or Cyrillic."""
    sample = data[: _SAMPLE & ~1]
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, "replace")
        if len(_USUAL.findall(text)) > 0.95 * len(text):
            return encoding, f"no byte order mark, read as {encoding}"
    return None


def _by_letters(data: bytes) -> tuple[str, str] | None:
    """The encoding in which the letters make words of one language; None where none does."""
    bare = _TAG.sub(b" ", data)
    sample = b" ".join(m[0] for m in islice(_WORD.finditer(bare), _WORDS))
    latin = len(_LATIN.findall(bare[:_SAMPLE]))
    texts = {encoding: sample.decode(encoding, "replace") for encoding in _ALPHABETS}
    scores = {encoding: _at_home(text, _ALPHABETS[encoding], latin) for encoding, text in texts.items()}
    best = max(scores, key=scores.__getitem__)
    if scores[best] < _AT_HOME:
        return None
    rivals = [e for e in texts if scores[e] > scores[best] - _MARGIN and texts[e] != texts[best]]
    return best, f"read as {best}, could be {', '.join(rivals)}" if rivals else ""


def _at_home(text: str, alphabets: tuple[str, ...], latin: int) -> float:
    """Share of the letters beyond ASCII that fit: they belong to one alphabet and make words of the usual shape."""
    letters = Counter(c for c in text.lower() if c > "\x7f")
    marks = sum(n for c, n in letters.items() if c in _MARKS)
    mixed = _MIXED * _among(letters, "".join(alphabets))
    home = max(mixed, *(_among(letters, alphabet) for alphabet in alphabets))
    fit = (home + marks - sum(map(_oddness, text, text[1:]))) / letters.total()
    return fit - (_against_cyrillic(letters, latin) if alphabets is _CYRILLIC else _against_latin(letters, latin))


def _against_cyrillic(letters: Counter[str], latin: int) -> float:
    """The wrong letters for its length; or so few that they are a French à or a dash."""
    total = letters.total()
    if total > 30 and _among(letters, _COMMON) < 0.4 * total:
        return 0.2
    return 0.05 if total * 3 < latin else 0


def _against_latin(letters: Counter[str], latin: int) -> float:
    """More letters with accents than without."""
    return 0.2 if letters.total() > max(5, latin) else 0


def _among(letters: Counter[str], alphabet: str) -> int:
    return sum(n for letter, n in letters.items() if letter in alphabet)


def _oddness(one: str, two: str) -> float:
    """How unusual it is for two characters to stand side by side in a word: `нЕ`, `tТ`; `НЕ` a little."""
    if max(one, two) <= "\x7f" or not (one.isalpha() and two.isalpha()):
        return 0
    if (one.islower() and two.isupper()) or _is_cyrillic(one) != _is_cyrillic(two):
        return 1
    return 0.25 if one.isupper() and two.isupper() else 0


def _is_cyrillic(letter: str) -> bool:
    return "\u0400" <= letter <= "\u04ff"


def _by_statistics(data: bytes) -> tuple[str, str] | None:
    """What charset-normalizer takes `data` for; None where it sees no text."""
    best = from_bytes(data[:_SAMPLE], cp_isolation=[*_ALPHABETS, *_ELSEWHERE]).best()
    return (best.encoding, f"read as {best.encoding}") if best else None


def _told(data: bytes, encoding: str, torn: bool) -> tuple[str, int]:
    """The text of `data` without a mark, and how many characters in it had to be replaced."""
    text = codecs.getincrementaldecoder(encoding)("replace").decode(data, final=not torn)
    spelled = data.count("\ufffd".encode()) if encoding == "utf-8" else 0
    text = mended(text.removeprefix("\ufeff"))[0]
    return text, text.count("\ufffd") - spelled
