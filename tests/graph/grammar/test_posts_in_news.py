"""Posts as newspapers write them: short names of firms, wards with a dotted word, two firms' seats, posts once held."""

import pytest

from tests.graph.grammar.people_read import people_in


def found(report: str) -> dict[str, list[str]]:
    return people_in(f"Hội nghị\n\n{report}\n")


FIRM = "Sáng 12/1, Tập đoàn Than khoáng sản Việt Nam (Vinacomin) tổ chức hội nghị tổng kết. "
CASES = [
    # a short name that the report introduces, by itself and after the firm's board
    (
        FIRM + "Ông Lê Văn Tám, tổng giám đốc Vinacomin, cho biết. Bà Trần Thị Hoa, Chủ tịch HĐTV Vinacomin, kết luận.",
        {
            "Lê Văn Tám": ["Tổng giám đốc @ Tập đoàn Than khoáng sản Việt Nam (Vinacomin)"],
            "Trần Thị Hoa": ["Chủ tịch @ HĐTV Tập đoàn Than khoáng sản Việt Nam (Vinacomin)"],
        },
    ),
    # one that it does not introduce
    ("Ông Lê Văn Tám, chủ tịch VCCI, cho biết.", {"Lê Văn Tám": ["Chủ tịch @ VCCI"]}),
    (
        "Ông Lê Văn Tám - chủ tịch HĐTV kiêm giám đốc Công ty TNHH Bình Minh cho biết.",
        {"Lê Văn Tám": ["Chủ tịch @ HĐTV Công ty TNHH Bình Minh", "Giám đốc @ Công ty TNHH Bình Minh"]},
    ),
    (
        "Ông Lê Văn Tám - phó chủ tịch UBND Q. Bình Tân - nhìn nhận khó khăn.",
        {"Lê Văn Tám": ["Phó chủ tịch @ UBND Q. Bình Tân"]},
    ),
    (
        "Ông Lê Văn Tám - chủ tịch Hội cựu chiến binh xã Tân Lập đề nghị làm ngay.",
        {"Lê Văn Tám": ["Chủ tịch @ Hội cựu chiến binh xã Tân Lập"]},
    ),
    ("Ông John Smith, đại sứ Úc tại VN, phát biểu.", {"John Smith": ["Đại sứ @ Úc tại VN"]}),
    (
        "Ông Lê Văn Tám, Phó tổng giám đốc Tân Cảng Đà Nẵng, đề nghị giảm phí.",
        {"Lê Văn Tám": ["Phó tổng giám đốc @ Tân Cảng Đà Nẵng"]},
    ),
    (
        "Bà Trần Thị Hoa (nguyên Chủ tịch UBND quận Ba Đình - hiện là Phó Giám đốc Sở Y tế Hà Nội) phát biểu.",
        {"Trần Thị Hoa": ["Chủ tịch @ UBND quận Ba Đình (nguyên)", "Phó Giám đốc @ Sở Y tế Hà Nội"]},
    ),
    ("Ông Lê Văn Tám khi đó là Thứ trưởng Bộ Y tế đã ký.", {"Lê Văn Tám": ["Thứ trưởng @ Bộ Y tế (nguyên)"]}),
    # a firm named like a person, after its head's name
    (
        "Ông Lê Văn Tám, tổng giám đốc Ngân hàng Phương Nam (PNB), lại nêu thực tế khác.",
        {"Lê Văn Tám": ["Tổng giám đốc @ Ngân hàng Phương Nam"]},
    ),
    # foreign ministers without their country
    (
        "Bộ trưởng Nội vụ Gerard Martin và Bộ trưởng An ninh quốc gia Kirk Douglas dự.",
        {"Gerard Martin": ["Bộ trưởng @ Bộ Nội vụ"], "Kirk Douglas": ["Bộ trưởng @ Bộ An ninh quốc gia"]},
    ),
    ("Trợ lý Bộ trưởng Quốc phòng Mỹ Kirk Douglas dự.", {"Kirk Douglas": ["Trợ lý Bộ trưởng @ Bộ Quốc phòng Mỹ"]}),
    (
        "Bà Trần Thị Hoa, Đại biện Đại sứ quán Lào tại Việt Nam, dự.",
        {"Trần Thị Hoa": ["Đại biện @ Đại sứ quán Lào tại Việt Nam"]},
    ),
    (
        "Ông Lê Văn Tám - Trưởng chi cục Thú y tỉnh Hà Nam - nói thêm.",
        {"Lê Văn Tám": ["Trưởng chi cục @ Chi cục Thú y tỉnh Hà Nam"]},
    ),
]


@pytest.mark.parametrize(("report", "expected"), CASES)
def test_posts_in_news(report: str, expected: dict[str, list[str]]) -> None:
    assert found(report) == expected
