"""Bytes to text: every encoding of the languages served, at the length of one sentence, and bytes that are no text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.errors import Code
from verbale.model import Problem
from verbale.sources.charset import Decoded, declared_in, decode, mended

RUSSIAN = "«Мы готовы к переговорам», — сказала министр Вельдории Анна Рейес."
UKRAINIAN = "«Ми готові до переговорів», — сказала міністерка Вельдорії Анна Рейєс."
SENTENCES = [
    ("cp1251", RUSSIAN),
    ("cp1251", "Нет."),
    ("cp1251", UKRAINIAN),
    ("cp1251", "Прем’єр: «Ми чекаємо на відповідь»"),
    ("cp1251", "Готови сме за преговори, каза министърът на Велдория."),
    ("koi8_u", UKRAINIAN.replace("«", "").replace("»", "").replace("—", "-")),
    ("koi8_r", "Мы готовы к переговорам, сказала министр."),
    ("cp866", "Мы готовы к переговорам, сказала министр."),
    ("iso8859_5", "Мы готовы к переговорам, сказала министр."),
    ("cp1252", "“We will be ready,” Foreign Minister Ana Reyes said – on Thursday."),
    ("cp1252", "It’s not over – yet"),
    ("cp1252", "The café was closed."),
    ("cp1252", "Il va à Lima."),
    ("cp1252", "Nous sommes prêts à négocier, a déclaré la ministre."),
    ("cp1252", "« Le traité est signé », a-t-il dit."),
    ("cp1252", "„Für uns ist das zu wenig“, sagte die Außenministerin."),
    ("cp1252", "El señor Peña habló mañana."),
    ("cp1250", "Jesteśmy gotowi do rozmów, powiedziała minister spraw zagranicznych."),
    ("cp1250", "Jsme připraveni na jednání, řekla ministryně."),
    ("iso8859_2", "Jesteśmy gotowi do rozmów, powiedziała minister spraw zagranicznych."),
    ("iso8859_2", "Ministryně zahraničí ve čtvrtek uvedla, že její země je připravena k jednání."),
]


def text_of(data: bytes, **options: object) -> str:
    decoded = decode(data, **options)
    assert isinstance(decoded, Decoded)
    return decoded.text


def codes(data: bytes, **options: object) -> list[Code]:
    decoded = decode(data, **options)
    return [decoded.code] if isinstance(decoded, Problem) else [p.code for p in decoded.problems]


@pytest.mark.parametrize(("encoding", "sentence"), SENTENCES)
def test_one_sentence_is_enough(encoding: str, sentence: str) -> None:
    assert text_of(sentence.encode(encoding)) == sentence


@pytest.mark.parametrize(("encoding", "sentence"), SENTENCES)
def test_more_of_the_same_is_the_same(encoding: str, sentence: str) -> None:
    assert text_of(f"{sentence}\n".encode(encoding) * 500) == f"{sentence}\n" * 500


def test_words_of_several_languages() -> None:
    text = "The señor and the élèves went to Köln, said Anaïs Weiß."
    assert text_of(text.encode("cp1252")) == text


def test_a_guess_that_could_be_another_says_so() -> None:
    decoded = decode("El señor Peña".encode("cp1252"))
    assert isinstance(decoded, Decoded)
    (doubt,) = decoded.problems
    assert (doubt.code, doubt.words) == (Code.CHARSET, "read as cp1252, could be cp1250, iso8859_2")


def test_a_sure_guess_is_no_problem() -> None:
    assert codes(RUSSIAN.encode("cp1251")) == []


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1254", "Görüşmelere hazırız, dedi dışişleri bakanı."),
        ("gb18030", "外交部长周四表示，她的国家已准备好进行谈判。" * 5),
        ("cp1256", "قالت وزيرة الخارجية يوم الخميس إن بلادها مستعدة للمحادثات." * 3),
    ],
)
def test_other_languages(encoding: str, text: str) -> None:
    assert text_of(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("gb18030", "外交部长周四表示，她的国家已准备好进行谈判。" * 5),
        ("cp1253", "Είμαστε έτοιμοι για συνομιλίες, δήλωσε η υπουργός Εξωτερικών."),
    ],
)
def test_what_no_alphabet_here_explains_is_never_sure(encoding: str, text: str) -> None:
    assert codes(text.encode(encoding)) == [Code.CHARSET]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_dropped(encoding: str) -> None:
    assert text_of(RUSSIAN.encode(encoding)) == RUSSIAN
    assert codes(RUSSIAN.encode(encoding)) == []


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("sentence", [RUSSIAN, "“We will be ready,” she said."])
def test_utf_16_without_a_mark(encoding: str, sentence: str) -> None:
    assert text_of(sentence.encode(encoding)) == sentence
    assert codes(sentence.encode(encoding)) == [Code.CHARSET]


def test_line_ends_stay_as_they_are() -> None:
    assert text_of(b"a\r\nb\nc\rd\x0b\x0c\xc2\x85") == "a\r\nb\nc\rd\x0b\x0c\x85"


def test_a_few_broken_bytes_do_not_change_the_encoding() -> None:
    data = RUSSIAN.encode().replace("с".encode(), b"\xd1", 1)
    decoded = decode(data, path="a.txt")
    assert isinstance(decoded, Decoded)
    assert decoded.encoding == "utf-8"
    assert decoded.text == data.decode("utf-8", "replace")
    assert decoded.problems == (Problem(Code.BROKEN_BYTES, "sources", "1 in utf-8", path="a.txt"),)


def test_a_replacement_character_that_was_there_is_no_fault() -> None:
    assert codes("a \ufffd b".encode()) == []


def test_a_file_torn_in_the_middle_of_a_mark_is_still_utf_8() -> None:
    assert text_of("He said: “".encode()[:-1]) == "He said: \ufffd"


def test_what_we_cut_ourselves_is_no_fault() -> None:
    assert decode(RUSSIAN.encode()[:-3], torn=True) == Decoded(RUSSIAN[:-2], "utf-8")
    assert decode("\ufeffab".encode("utf-16-le")[:-1], torn=True) == Decoded("a", "utf-16-le")


def test_a_stray_null_never_costs_an_article() -> None:
    text = RUSSIAN * 3
    assert text_of(text.encode() + b"\0") == text + "\ufffd"
    assert codes(text.encode() + b"\0") == [Code.BROKEN_BYTES]


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0",
        b"PK\x03\x04plain name.txt and plain words",
        b"%PDF-1.7 plain words",
        b"\xff\xfe" + b"\0\0\1\0" * 50,
        b"\0" * 100,
        bytes(range(256)) * 16,
    ],
)
def test_what_is_no_text_is_told_as_such(data: bytes) -> None:
    assert decode(data, path="x") == Problem(Code.BINARY, "sources", path="x")


@pytest.mark.parametrize(
    ("page", "name"),
    [
        (b'<html><head><meta charset="windows-1251">', "cp1251"),
        (b"<META http-equiv=Content-Type content='text/html; charset=KOI8-R'>", "koi8-u"),
        (b'<?xml version="1.0" encoding="ISO-8859-1"?>', "cp1252"),
        (b"<meta charset=utf-16>", "utf-8"),
        (b"<meta charset=utf-7>", None),
        (b"<meta charset=hex>", None),
        (b"<meta charset=idna>", None),
        (b"<meta charset=unicode_escape>", None),
        (b"<meta charset=martian>", None),
        (b"<p>charset=windows-1251", None),
    ],
)
def test_the_encoding_a_page_declares(page: bytes, name: str | None) -> None:
    assert declared_in(page) == name


def test_a_declared_encoding_is_believed_before_any_guess() -> None:
    assert text_of("señor".encode("cp1250", "replace") + b"\xf1", declared="cp1250").endswith("ń")


def test_valid_utf_8_is_believed_before_what_is_declared() -> None:
    assert text_of(RUSSIAN.encode(), declared="cp1251") == RUSSIAN
    assert codes(RUSSIAN.encode(), declared="cp1251") == [Code.CHARSET]
    assert codes(b"plain", declared="cp1251") == []


def test_half_surrogates_and_nulls_are_mended() -> None:
    assert mended("a\ud800b\0c😀") == ("a\ufffdb\ufffdc😀", 2)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    if not text.encode().startswith((codecs.BOM_UTF8, b"%PDF-", b"{\\rtf")):
        assert decode(text.encode()) == Decoded(text, "utf-8")


@given(st.permutations(RUSSIAN.split()).map(" ".join))
def test_russian_words_in_any_order_come_back_from_cp1251(text: str) -> None:
    assert text_of(text.encode("cp1251")) == text


@given(st.binary(max_size=300), st.sampled_from([None, "cp1251", "utf-8", "gb18030", "cp932"]), st.booleans())
def test_any_bytes_are_text_or_a_problem(data: bytes, declared: str | None, torn: bool) -> None:
    decoded = decode(data, declared=declared, torn=torn)
    if isinstance(decoded, Decoded):
        assert mended(decoded.text) == (decoded.text, 0)
