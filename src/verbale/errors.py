"""What can go wrong, told in words: the errors a caller may catch and the codes of Problem rows."""

from __future__ import annotations

from enum import StrEnum


class VerbaleError(Exception):
    """Any error that Verbale raises on purpose; its text is one line fit for a user."""


class SourceError(VerbaleError):
    """Nothing could be read where articles were expected."""


class RecordError(VerbaleError):
    """A record file cannot be opened, or a row to be written contradicts its article."""


class UnknownError(RecordError):
    """The record holds nothing of that id, or several things whose ids begin so."""


class UnfitError(RecordError):
    """What is asked for is no question: a date that is none, a kind that there is not."""


class Code(StrEnum):
    """Codes of Problem rows; `sentence` tells what each means."""

    EMPTY = "empty"
    BINARY = "binary"
    UNREADABLE = "unreadable"
    CHARSET = "charset"
    BROKEN_BYTES = "broken-bytes"
    BROKEN_JSON = "broken-json"
    NO_TEXT = "no-text"
    TOO_LARGE = "too-large"
    METADATA = "metadata"
    LANGUAGE = "language"
    NO_RULES = "no-rules"
    STRAY_MARK = "stray-mark"
    LONG_LINE = "long-line"
    LONG_TEXT = "long-text"
    FUTURE_DATE = "future-date"
    SPAN = "span"
    FAILED = "failed"

    @property
    def sentence(self) -> str:
        """One sentence for the user."""
        return _SENTENCES[self]


_SENTENCES = {
    Code.EMPTY: "The source holds no text at all.",
    Code.BINARY: "The source is not text: its bytes look like an image, an archive or a program.",
    Code.UNREADABLE: "The file or page could not be opened or read.",
    Code.CHARSET: "The encoding of the bytes is doubtful; the best guess was taken.",
    Code.BROKEN_BYTES: "Some bytes do not fit the encoding; each was replaced by U+FFFD.",
    Code.BROKEN_JSON: "A line is not a JSON object and was passed over.",
    Code.NO_TEXT: "The source was understood but holds no article text.",
    Code.TOO_LARGE: "The source is larger than the limit; only its beginning was read.",
    Code.METADATA: "A value given beside the article could not be understood and was left out.",
    Code.LANGUAGE: "The language of the article is doubtful; the best guess was taken.",
    Code.NO_RULES: "Verbale has no words and rules for this language; only metadata was kept.",
    Code.STRAY_MARK: "A quotation mark has no partner and was passed over.",
    Code.LONG_LINE: "A block or a sentence is too long to be prose and was not searched for statements.",
    Code.LONG_TEXT: "The article is longer than Verbale reads; the rest was kept but not searched for statements.",
    Code.FUTURE_DATE: "A publication date lies after the moment of reading and was left out.",
    Code.SPAN: "A span does not hold the words it claims; the row was refused.",
    Code.FAILED: "The article could not be read because of a fault in Verbale; please report it.",
}
