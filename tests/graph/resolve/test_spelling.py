"""One name however it is written; never two names as one."""

import pytest

from graph.resolve.spelling import bare, key, overlap, spell_out


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND tỉnh Thái Bình", "Uỷ ban Nhân dân tỉnh Thái Bình"),
        ("Uỷ viên", "Ủy viên"),
        ("TP HCM", "Thành phố Hồ Chí Minh"),
        ("TP. Cần Thơ", "thành phố Cần Thơ"),
        ("Bộ GD&ĐT", "Bộ Giáo dục và Đào tạo"),
        ("Ban Dân vận TW", "Ban Dân vận Trung ương"),
        ("phòng, chống tội phạm", "phòng chống tội phạm"),
        ("Hoà Bình", "Hòa Bình"),
        ("Trung tâm A – B", "Trung tâm A - B"),
    ],
)
def test_two_writings_are_one_name(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nguyễn Đức Thanh", "Nguyễn Đức Thành"),
        ("Vũ Văn Sơn", "Nguyễn Văn Sơn"),
        ("Phòng 3", "Phòng 4"),
        ("bảo vệ ANTT", "bảo vệ ANTQ"),
    ],
)
def test_two_names_stay_two(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_an_abbreviation_is_a_whole_word() -> None:
    assert spell_out("BCHTW") == "Ban Chấp hành Trung ương"
    assert spell_out("TWINS") == "TWINS"


def test_bare_is_for_finding_only() -> None:
    assert bare("Nguyễn Đức Thanh") == bare("Nguyễn Đức Thành") == "nguyen duc thanh"


def test_overlap_counts_shared_words() -> None:
    assert overlap("Bộ Công an", "bộ công an") == 1.0
    assert overlap("Bộ Công an", "Sở Y tế") == 0.0
    assert overlap("", "Sở Y tế") == 0.0
