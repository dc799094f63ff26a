"""Whose party committee a post is of where another post beside says it; letters by which bodies are known too."""

import pytest

from graph.grammar.names.coreference import body_words
from tests.graph.grammar.people_read import people_in

BESIDE = [
    # a firm of four letters says whose committee it is
    ("Ông Lê Văn Tám, Bí thư Đảng ủy, Tổng Giám đốc VNPT, dự hội nghị.", "Bí thư @ Đảng ủy VNPT"),
    (
        "Ông Lê Văn Tám, Bí thư Đảng ủy, Chủ tịch HĐQT Công ty Thép Lam, dự.",
        "Bí thư @ Đảng ủy Công ty Thép Lam",
    ),
    ("Ông Lê Văn Tám, Bí thư Đảng ủy, Chủ tịch UBND xã Nậm Cắn, dự.", "Bí thư @ Đảng ủy xã Nậm Cắn"),
]


@pytest.mark.parametrize(("text", "post"), BESIDE)
def test_the_body_beside_says_whose_committee(text: str, post: str) -> None:
    assert post in people_in(text)["Lê Văn Tám"]


@pytest.mark.parametrize("body", ["UBND", "HĐND", "HĐQT", "HĐTV"])
def test_a_board_or_council_alone_does_not_say_whose(body: str) -> None:
    posts = people_in(f"Ông Lê Văn Tám, Bí thư Đảng ủy, Chủ tịch {body}, dự hội nghị.")["Lê Văn Tám"]
    assert any(post.startswith("Bí thư @ Đảng ủy") for post in posts)
    assert not any(post.startswith(f"Bí thư @ Đảng ủy {body}") for post in posts)


@pytest.mark.parametrize("letters", ["LĐLĐ", "HoREA", "Vinatex", "VH-TT", "PC02"])
def test_letters_after_a_name_are_not_of_it(letters: str) -> None:
    assert body_words(f"Hội Dệt sợi ({letters}) tỉnh") == body_words("Hội Dệt sợi tỉnh")


@pytest.mark.parametrize("place", ["Pleiku", "Huế", "Campuchia"])
def test_a_place_in_brackets_is(place: str) -> None:
    assert body_words(f"Hội Dệt sợi ({place})") != body_words("Hội Dệt sợi")
