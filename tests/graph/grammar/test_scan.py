"""Where phrases are looked up: by their first two words, as whole words, the longest at a place."""

import pytest

from graph.grammar.text.before import Before
from graph.grammar.text.layout import analyse
from graph.grammar.text.scan import Finder, first_words, places_of
from graph.source import Source


def _document(text: str):
    return analyse(Source("x", text))


@pytest.mark.parametrize(
    ("text", "phrases", "found"),
    [
        ("Ông Tám dự và chủ trì hội nghị.", ["dự", "dự và chủ trì", "chủ trì"], ["dự và chủ trì", "chủ trì"]),
        ("Bà Chín xây dựng dự án, dự họp.", ["dự", "dự án"], ["dự án", "dự"]),
        ("Đ/c Tám, đ/c  Chín (đ/c).", ["đ/c"], ["đ/c", "đ/c", "đ/c"]),
        ("Trao “bằng khen”• giấy khen → bằng\nkhen.", ["bằng khen", "giấy khen"], ["bằng khen", "giấy khen"]),
        ("Kinh tế - xã hội; kinh tế-xã hội.", ["kinh tế - xã hội", "kinh tế"], ["kinh tế - xã hội", "kinh tế"]),
        ("TP. Vinh, tp Vinh, tpx.", ["tp.", "tp"], ["tp.", "tp"]),
    ],
)
def test_phrases_are_found_as_whole_words_the_longest_first(text: str, phrases: list[str], found: list[str]) -> None:
    hits = Finder(phrases).hits(_document(text))
    assert [phrase for _, phrase in hits] == found
    assert all(text.lower()[at:].startswith(phrase[:2]) for at, phrase in hits)


def test_a_word_wanted_later_is_found_in_a_report_that_was_cut_before() -> None:
    document = _document("Xã Thượng Quả Mơ mở hội.")
    assert not Finder(["quýt"]).hits(document)
    assert places_of(document, first_words(["mơ mở", "hội"])) == [14, 20]


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("đề nghị |", True),
        ("đề nghị các |", True),
        ("kiến đề nghị các |", True),
        ("xđề nghị |", False),
        ("đề nghị cả |", False),
        ("12 |", True),
        ("a12 |", False),
        ("đề nghị|", False),
    ],
)
def test_what_stands_before_an_offset_is_a_whole_phrase(text: str, stands: bool) -> None:
    before = Before(["đề nghị"], links=["các"], numbers=True)
    assert before.stands(text, 0, text.index("|")) is stands
