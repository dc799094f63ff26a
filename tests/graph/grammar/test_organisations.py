"""Names of bodies: how far they go."""

import pytest

from graph.grammar.bodies.organisations import body_at
from graph.grammar.text.normal import fold, lower


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("UBND tỉnh tổ chức hội nghị", "UBND tỉnh"),
        ("Ủy ban nhân dân thành phố Sơn La và", "Ủy ban nhân dân thành phố Sơn La"),
        ("Sở Y tế và Công an tỉnh", "Sở Y tế"),
        ("Sở Giáo dục và Đào tạo Lai Châu phối hợp", "Sở Giáo dục và Đào tạo Lai Châu"),
        ("Bộ NN & PTNT cho hay", "Bộ NN & PTNT"),
        ("Ban Thường vụ Huyện ủy Mai Sơn họp", "Ban Thường vụ Huyện ủy Mai Sơn"),
        ("Hội Đoàn kết sư sãi yêu nước tỉnh, cùng", "Hội Đoàn kết sư sãi yêu nước tỉnh"),
        ("Cục Quản lý xuất nhập cảnh phối hợp với", "Cục Quản lý xuất nhập cảnh"),
        ("Đảng ủy xã Nà Tấu, huyện Điện Biên nêu", "Đảng ủy xã Nà Tấu, huyện Điện Biên"),
        (
            "Trung tâm Phát triển quỹ đất (Sở Tài nguyên và Môi trường) nói",
            "Trung tâm Phát triển quỹ đất (Sở Tài nguyên và Môi trường)",
        ),
        ("bộ Quốc phòng ký", "bộ Quốc phòng"),
    ],
)
def test_extent(words: str, name: str) -> None:
    folded = fold(words)
    body = body_at(folded, lower(folded), 0)
    assert body is not None
    assert folded[body.start : body.end] == name


@pytest.mark.parametrize(
    "words", ["Công an các địa phương khắc phục hạn chế", "UBND các cấp phải", "Sở, ngành các tỉnh"]
)
def test_many_bodies_are_generic_or_none(words: str) -> None:
    folded = fold(words)
    body = body_at(folded, lower(folded), 0)
    assert body is None or body.generic or words.startswith("Sở")


@pytest.mark.parametrize(
    "words", ["hội nghị tổng kết", "Tổ quốc Việt Nam", "đoàn viên thanh niên", "báo cáo tổng kết", ""]
)
def test_common_nouns_are_no_bodies(words: str) -> None:
    folded = fold(words)
    assert body_at(folded, lower(folded), 0) is None
