"""Folding never moves a character, and writes what is the same in one way."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.grammar.text.normal import fold, lower

LETTERS = st.sampled_from("oaeuyOUYqQnàáảãạèéẻẽẹỳýỷỹỵÀẠỶ .“”‘’–\u00a0\u200b\r\nÐđİ")


@given(st.one_of(st.text(), st.text(LETTERS)))
def test_length_stays_and_folding_twice_changes_nothing(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@given(st.text())
def test_lower_keeps_the_length(text: str) -> None:
    assert len(lower(text)) == len(text)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Uỷ ban", "Ủy ban"),
        ("UỶ BAN", "ỦY BAN"),
        ("hoà giải", "hòa giải"),
        ("khoẻ", "khỏe"),
        ("Quý", "Quý"),
        ("hoàn toàn", "hoàn toàn"),
        ("Thuỵ", "Thụy"),
        ("“a” ‘b’ «c»", '"a" \'b\' "c"'),
        ("2013 – 2018", "2013 - 2018"),
        ("Ðảng\u00a0bộ", "Đảng bộ"),
        ("a\r\nb\rc", "a \nb\nc"),
    ],
)
def test_one_spelling(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_both_tone_placements_of_a_text_fold_alike() -> None:
    old = "Uỷ ban thuỷ lợi hoà bình, khoẻ mạnh, quỳ, quý III, hoạ sĩ"
    new = "Ủy ban thủy lợi hòa bình, khỏe mạnh, quỳ, quý III, họa sĩ"
    assert fold(old) == fold(new) == unicodedata.normalize("NFC", new)
