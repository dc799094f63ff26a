"""A text's code has one byte for each character, and what is folded through it is what `normal` folds."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.grammar.names.names import name_runs
from graph.grammar.text import normal
from graph.grammar.text.codes import codes_of, folded, is_coded, lowered, table
from graph.grammar.text.numbers import digit_runs

LETTERS = st.sampled_from("oaeuyOUYqQnàáảãạèéẻẽẹỳýỷỹỵÀẠỶ .“”‘’–\u00a0\u200b\r\nÐđİẲÇ中٣²_'-0129")
TEXTS = st.one_of(st.text(), st.text(LETTERS), st.text(LETTERS, min_size=200))


@given(TEXTS)
def test_a_text_is_folded_and_lowered_as_its_words_are(text: str) -> None:
    assert folded(text) == normal.fold(text)
    assert lowered(text) == normal.lower(text)
    assert len(codes_of(text)) == len(text)


@pytest.mark.parametrize("text", ["Uỷ ban hoà giải, quý III", "“Thuỷ” – Hoè\r\nquỳ\rU\u00a0Ỷ", "uỷ", "ỷ", "", "Ðoà"])
def test_common_writings_have_a_code_of_their_own(text: str) -> None:
    assert is_coded(codes_of(text))
    assert folded(text) == normal.fold(text)


def test_every_vietnamese_letter_has_a_code_of_its_own() -> None:
    letters = {
        unicodedata.normalize("NFC", v + tone)
        for v in "aăâeêioôơuưy"
        for tone in ("", *"\u0300\u0301\u0303\u0309\u0323")
    }
    text = "".join(sorted({form for letter in letters | {"đ"} for form in (letter, letter.upper())}))
    assert len(set(codes_of(text))) == len(text) == 146
    assert is_coded(codes_of(text))


@given(TEXTS)
def test_a_table_tells_kinds_of_characters_with_a_code_and_without(text: str) -> None:
    kinds = codes_of(text).translate(table(lambda c: "A" if c in normal.UPPER else "a" if c.isalnum() else " "))
    assert kinds.decode() == "".join("A" if c in normal.UPPER else "a" if c.isalnum() else " " for c in text)


@pytest.mark.parametrize(
    ("text", "runs"),
    [("12 và 2014, ٣ năm", [(0, 2), (6, 10)]), ("", []), ("năm", []), ("7", [(0, 1)]), ("x²3", [(2, 3)])],
)
def test_runs_of_digits_are_those_from_0_to_9(text: str, runs: list[tuple[int, int]]) -> None:
    assert digit_runs(text) == runs


def test_names_with_letters_of_other_alphabets_are_runs_of_capitals_too() -> None:
    assert name_runs("bà Lê Ömer Çelik và H'Wê Niê ở đó") == [(3, "Lê Ömer Çelik"), (20, "H'Wê Niê")]
