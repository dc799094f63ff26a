"""Pairs of words that stand together over a comma: each once, whole words only, in names of bodies too."""

import pytest

from graph.extract import extract
from graph.grammar.text.joints import coupled, joints
from graph.source import Source

PAIRS = [*joints("coupled"), *joints("office")]


def reads(wide: str, narrow: str) -> bool:
    """Is everything that holds one pair joined by another already?"""
    (before, after), (ends, begins) = wide.split(", "), narrow.split(", ")
    return f" {before}".endswith(f" {ends}") and f"{after} ".startswith(f"{begins} ")


def test_no_pair_is_listed_twice_or_is_part_of_another() -> None:
    assert [(a, b) for i, a in enumerate(PAIRS) for j, b in enumerate(PAIRS) if i != j and reads(a, b)] == []


@pytest.mark.parametrize(
    ("use", "words", "one"),
    [
        ("office", "tư vấn, thiết kế cầu", True),
        ("office", "đầu tư vấn, thiết kế cầu", True),
        ("office", "xtư vấn, thiết kế cầu", False),
        ("office", "tư vấn, thiết kếch cầu", False),
        ("coupled", "tư vấn, thiết kế cầu", False),
        ("coupled", "phòng, chống lụt", True),
        ("coupled", "phòng, chốngx lụt", False),
    ],
)
def test_pairs_are_of_whole_words_and_of_their_use(use: str, words: str, one: bool) -> None:
    assert coupled(words, 0, words.index(","), use) is one


@pytest.mark.parametrize(
    ("post", "body"),
    [
        ("Giám đốc Trung tâm Bảo tồn, phát huy di sản tỉnh Hà Nam", "Trung tâm Bảo tồn, phát huy di sản tỉnh Hà Nam"),
        ("Phó Giám đốc Quỹ Bảo vệ, phát triển rừng tỉnh Hà Nam", "Quỹ Bảo vệ, phát triển rừng tỉnh Hà Nam"),
        ("Ủy viên Ủy ban Thường vụ Quốc hội, Chính phủ", "Ủy ban Thường vụ Quốc hội"),
        ("Chủ tịch UBND xã, phường", "UBND xã"),
    ],
)
def test_bodies_go_on_over_the_pairs_of_all_names_but_not_into_another_body(post: str, body: str) -> None:
    (person,) = extract(Source.from_text("t", f"Ông Lê Văn Tám, {post}, dự hội nghị.")).persons
    assert [held.org for held in person.posts] == [body]
