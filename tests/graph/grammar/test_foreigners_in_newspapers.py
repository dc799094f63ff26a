"""Foreigners as newspapers name them: envoys, officers, heads of world organisations and of firms, governors."""

import pytest

from tests.graph.grammar.people_read import people_in

HEAD = "Tin trong ngày\n\n"
TAIL = "\n\nHội nghị diễn ra tại trụ sở, các đại biểu thảo luận nhiều nội dung.\n"

HELD = [
    ("Ngoại trưởng Hàn Quốc Kang Min-wha thăm Hà Nội.", {"Kang Min-wha": ["Ngoại trưởng @ Hàn Quốc"]}),
    (
        "Bộ trưởng Quốc phòng Trung Quốc Ngụy Phương Hải nói.",
        {"Ngụy Phương Hải": ["Bộ trưởng @ Bộ Quốc phòng Trung Quốc"]},
    ),
    ("Chủ tịch Quốc hội Hàn Quốc Moon Hee-min thăm Hà Nội.", {"Moon Hee-min": ["Chủ tịch @ Quốc hội Hàn Quốc"]}),
    ("Đại sứ Hàn Quốc tại Việt Nam Kim Do-min dự.", {"Kim Do-min": ["Đại sứ @ Hàn Quốc tại Việt Nam"]}),
    ("Ông Kim Do-min, Đại sứ Hàn Quốc tại Việt Nam, dự.", {"Kim Do-min": ["Đại sứ @ Hàn Quốc tại Việt Nam"]}),
    ("Phó Thủ tướng Lào Sonexay Phomma dự.", {"Sonexay Phomma": ["Phó Thủ tướng @ Chính phủ Lào"]}),
    ("Phó Chủ tịch Thượng viện Czech Jan Novak dự.", {"Jan Novak": ["Phó Chủ tịch @ Thượng viện Czech"]}),
    ("Chủ tịch Thượng viện Campuchia Say Chhum dự.", {"Say Chhum": ["Chủ tịch @ Thượng viện Campuchia"]}),
    ("Thủ tướng Campuchia Hun Manith dự.", {"Hun Manith": ["Thủ tướng @ Chính phủ Campuchia"]}),
    (
        "Thống đốc Ngân hàng Trung ương Nga Elvira Petrova nói.",
        {"Elvira Petrova": ["Thống đốc @ Ngân hàng Trung ương Nga"]},
    ),
    (
        "Chủ tịch Ngân hàng Phát triển châu Á (ADB) Takeo Sato nói.",
        {"Takeo Sato": ["Chủ tịch @ Ngân hàng Phát triển châu Á (ADB)"]},
    ),
    ("Chủ tịch Ngân hàng Thế giới Jim Nelson nói.", {"Jim Nelson": ["Chủ tịch @ Ngân hàng Thế giới"]}),
    ("Tổng giám đốc WHO Tedros Abebe nói.", {"Tedros Abebe": ["Tổng giám đốc @ WHO"]}),
    (
        "Tổng giám đốc Quỹ Tiền tệ Quốc tế (IMF) Christine Martin nói.",
        {"Christine Martin": ["Tổng giám đốc @ Quỹ Tiền tệ Quốc tế (IMF)"]},
    ),
    ("Giám đốc điều hành WEF Klaus Weber nói.", {"Klaus Weber": ["Giám đốc điều hành @ WEF"]}),
    ("Tổng Thư ký ASEAN Lim Jock Min dự.", {"Lim Jock Min": ["Tổng Thư ký @ ASEAN"]}),
    ("Tổng Thư ký ASEAN Lê Công Minh dự.", {"Lê Công Minh": ["Tổng Thư ký @ ASEAN"]}),
    (
        "Ông Takeo Sato, Trưởng đại diện Văn phòng JICA Việt Nam, dự.",
        {"Takeo Sato": ["Trưởng đại diện @ Văn phòng JICA Việt Nam"]},
    ),
    ("Tổng giám đốc Intel Products Việt Nam Kim Huat dự.", {"Kim Huat": ["Tổng giám đốc @ Intel Products Việt Nam"]}),
    (
        "Chủ tịch Hiệp hội Doanh nghiệp Hàn Quốc tại Việt Nam Kim Han-min dự.",
        {"Kim Han-min": ["Chủ tịch @ Hiệp hội Doanh nghiệp Hàn Quốc tại Việt Nam"]},
    ),
    ("Phó Chủ tịch Hạ viện Nhật Bản Akamatsu Hirotaka dự.", {"Akamatsu Hirotaka": ["Phó Chủ tịch @ Hạ viện Nhật Bản"]}),
    ("Thống đốc tỉnh Gunma Yamamoto Ichita dự.", {"Yamamoto Ichita": ["Thống đốc @ tỉnh Gunma"]}),
    ("Tỉnh trưởng tỉnh Khammuane Odai Sudaphon dự.", {"Odai Sudaphon": ["Tỉnh trưởng @ tỉnh Khammuane"]}),
    (
        "Tư lệnh Bộ Tư lệnh Ấn Độ Dương - Thái Bình Dương Mỹ Philip Carter nói.",
        {"Philip Carter": ["Tư lệnh @ Bộ Tư lệnh Ấn Độ Dương - Thái Bình Dương Mỹ"]},
    ),
    (
        "Đô đốc Philip Carter, Tư lệnh Hạm đội Thái Bình Dương Mỹ, nói.",
        {"Philip Carter": ["Đô đốc", "Tư lệnh @ Hạm đội Thái Bình Dương Mỹ"]},
    ),
    (
        "Tổng tham mưu trưởng quân đội Nga Valery Ivanov nói.",
        {"Valery Ivanov": ["Tổng tham mưu trưởng @ quân đội Nga"]},
    ),
    (
        "Giám đốc Tổ chức Quốc tế Pháp ngữ Lê Văn Tám nói.",
        {"Lê Văn Tám": ["Giám đốc @ Tổ chức Quốc tế Pháp ngữ"]},
    ),
    (
        "Chủ tịch Hội đồng Tham mưu trưởng Liên quân Mỹ Joseph Carter nói.",
        {"Joseph Carter": ["Chủ tịch @ Hội đồng Tham mưu trưởng Liên quân Mỹ"]},
    ),
    (
        "Giám đốc Sở Văn hóa và Thể thao Kon Tum Lê Minh Tám dự.",
        {"Lê Minh Tám": ["Giám đốc @ Sở Văn hóa và Thể thao Kon Tum"]},
    ),
]


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_foreigners_in_newspapers(text: str, expected: dict[str, list[str]]) -> None:
    assert {name: posts for name, posts in people_in(HEAD + text + TAIL).items() if posts} == expected


NOT_HELD = [
    "Tay vợt Anna Carter và tài xế John Nelson dự.",
    "Theo nghị sĩ Anh, Brexit sẽ muộn.",
    "Tại Washington, Tổng thống Mỹ phát biểu.",
    "Tổng thống Mỹ thăm London, Paris và Berlin.",
]


@pytest.mark.parametrize("text", NOT_HELD)
def test_posts_that_are_not_held(text: str) -> None:
    assert not any(people_in(HEAD + text + TAIL).values())
