"""Posts named in two spellings, by letters or beside another's, which are one or are told apart."""

import pytest

from tests.graph.grammar.people_read import people_in

HEAD = "Tin trong ngày\n\n"
TAIL = "\n\nHội nghị diễn ra tại trụ sở, các đại biểu thảo luận nhiều nội dung.\n"

HELD = [
    (
        "Sở Thông tin và Truyền thông (TT&TT) họp. Đồng chí Hà Kế Tám - Phó Giám đốc Sở TT&TT; nhà báo Lê Văn Khoa dự.",
        {"Hà Kế Tám": ["Phó Giám đốc @ Sở Thông tin và Truyền thông"]},
    ),
    (
        "Bộ Văn hóa, thể thao và du lịch (VH-TT - DL) họp. Ông Lê Văn Khoa, Thứ trưởng Bộ VH-TT - DL, nói.",
        {"Lê Văn Khoa": ["Thứ trưởng @ Bộ Văn hóa, thể thao và du lịch"]},
    ),
    (
        "Bộ trưởng Bộ GTVT Lê Văn Khoa dự. Bộ trưởng Giao thông vận tải Lê Văn Khoa nói.",
        {"Lê Văn Khoa": ["Bộ trưởng @ Bộ Giao thông vận tải"]},
    ),
    (
        "Phó chủ tịch UBND TP Cần Thơ Lê Văn Khoa chủ trì. Ông Lê Văn Khoa - Phó chủ tịch UNBD TP Cần Thơ - kết luận.",
        {"Lê Văn Khoa": ["Phó chủ tịch @ UBND TP Cần Thơ"]},
    ),
    (
        "Trưởng ban Tuyên giáo Trung ương Lê Văn Khoa dự. Ông Lê Văn Khoa, Trưởng ban Tuyên gáo Trung ương, nói.",
        {"Lê Văn Khoa": ["Trưởng ban @ Ban Tuyên giáo Trung ương"]},
    ),
    (
        "Ông Lê Văn Khoa, Chủ tịch UBND xã Tân An; nguyên Chủ tịch UBND xã Tân Anh, dự.",
        {"Lê Văn Khoa": ["Chủ tịch @ UBND xã Tân An", "Chủ tịch @ UBND xã Tân Anh (nguyên)"]},
    ),
    (
        "Ông Lê Văn Khoa - phó chủ tịch Liên đoàn lao động Hà Nam - dự. Phó chủ tịch LĐLĐ Hà Nam Lê Văn Khoa nói.",
        {"Lê Văn Khoa": ["Phó chủ tịch @ Liên đoàn lao động Hà Nam"]},
    ),
    (
        "Bà Vi Thị Mơ, Đại biện Đại sứ quán Lào, dự. Bà Vi Thị Mơ, Đại biện lâm thời Đại sứ quán Lào, nói.",
        {"Vi Thị Mơ": ["Đại biện lâm thời @ Đại sứ quán Lào"]},
    ),
    (
        "Theo đại biểu Lê Văn Khoa (Gia Lai), dự luật còn thiếu. Quốc hội sẽ thông qua.",
        {"Lê Văn Khoa": ["Đại biểu @ Quốc hội"]},
    ),
    ("Đại biểu Lê Văn Khoa (đoàn Hà Nội) đồng tình. Quốc hội sẽ thông qua.", {"Lê Văn Khoa": ["Đại biểu @ Quốc hội"]}),
    (
        "Thầy Thò Bá Mơ, Hiệu trưởng Trường PTDTBT Tiểu học Tri Mơ 5 xúc động nói.",
        {"Thò Bá Mơ": ["Hiệu trưởng @ Trường PTDTBT Tiểu học Tri Mơ 5"]},
    ),
    (
        "Bà Phạm Thị Mơ, Hiệu trưởng Trường Tiểu học Lê Lợi 2, dự.",
        {"Phạm Thị Mơ": ["Hiệu trưởng @ Trường Tiểu học Lê Lợi 2"]},
    ),
    ("Người phát ngôn của Thủ tướng Anh Anna Carter cho biết.", {"Anna Carter": ["Thủ tướng @ Chính phủ Anh"]}),
    (
        "Pony Chen - nhà sáng lập Tập đoàn Sunrise và Robin Weber - giám đốc CIA - dự lễ.",
        {"Pony Chen": ["Nhà sáng lập @ Tập đoàn Sunrise"], "Robin Weber": ["Giám đốc @ CIA"]},
    ),
    (
        "Cảnh sát trưởng Putramaya Rosly Hasan cho biết. Ở Putramaya trời mưa.",
        {"Rosly Hasan": ["Cảnh sát trưởng @ Putramaya"]},
    ),
]


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_posts_named_twice(text: str, expected: dict[str, list[str]]) -> None:
    assert {name: posts for name, posts in people_in(HEAD + text + TAIL).items() if posts} == expected
