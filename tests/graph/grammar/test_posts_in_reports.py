"""Posts in whole reports: bodies of the army, of working groups, of lists; whose post a title is, and whose not."""

import pytest

from tests.graph.grammar.people_read import people_in

HEAD = "Họp về biển\n\nSáng 12/3, tại thành phố Nha Trang, Bộ Tư lệnh Quân khu 5 tổ chức hội nghị tổng kết. "


def found(body: str, head: str = HEAD) -> dict[str, list[str]]:
    return people_in(head + body + "\n")


CASES = [
    (
        "Đại tá Đỗ Văn Quyên - chủ nhiệm chính trị Vùng 4 hải quân - cho biết kết quả.",
        {"Đỗ Văn Quyên": ["Đại tá", "Chủ nhiệm chính trị @ Vùng 4 hải quân"]},
    ),
    (
        "Chuẩn đô đốc Phạm Văn Vượng - chính ủy (Quân chủng hải quân) - cho biết kết quả.",
        {"Phạm Văn Vượng": ["Chuẩn Đô đốc", "Chính ủy @ Quân chủng hải quân"]},
    ),
    (
        "Bà Hoàng Hồng Hải, phó vụ trưởng Vụ Giống cây - thanh tra, Tổng cục Thủy lợi Việt Nam, cho biết.",
        {"Hoàng Hồng Hải": ["Phó vụ trưởng @ Vụ Giống cây - thanh tra, Tổng cục Thủy lợi Việt Nam"]},
    ),
    (
        "Ông Mai Tiến Hùng, Tổ trưởng tổ công tác của Thủ tướng, đề nghị làm rõ.",
        {"Mai Tiến Hùng": ["Tổ trưởng @ tổ công tác của Thủ tướng"]},
    ),
    (
        "Ông Lê Xuân Cảnh, trưởng ban chỉ đạo trung ương về nước sạch, đề nghị sơ tán.",
        {"Lê Xuân Cảnh": ["Trưởng ban @ Ban chỉ đạo trung ương về nước sạch"]},
    ),
    (
        "Ông Lê Xuân Cảnh, Trưởng Ban Chỉ đạo phòng, chống lụt bão, đề nghị sơ tán. Thành viên Ban Chỉ đạo, đã nỗ lực "
        "triển khai, đạt nhiều kết quả, được khen.",
        {"Lê Xuân Cảnh": ["Trưởng Ban @ Ban Chỉ đạo phòng, chống lụt bão"]},
    ),
    # "Bí thư Thắng" is the next clause's subject
    (
        "Bí thư Huyện ủy Cam Lâm Trần Đức Thắng đến thăm. Quay sang ông Lê Quang Dũng, Trưởng phòng Y tế huyện "
        "Cam Lâm, Bí thư Thắng nói phải làm ngay.",
        {
            "Trần Đức Thắng": ["Bí thư @ Huyện ủy Cam Lâm"],
            "Lê Quang Dũng": ["Trưởng phòng @ Phòng Y tế huyện Cam Lâm"],
        },
    ),
    # a shared title ends before a ranked person with a post of his own
    (
        "Dự có các đồng chí Phó Chủ tịch UBND xã Cam Hòa: Cil Ha Jâng, Lê Thị Dung; Thượng tá Bon Niêng Hà, Trưởng "
        "Công an xã Cam Hòa.",
        {
            "Cil Ha Jâng": ["Phó Chủ tịch @ UBND xã Cam Hòa"],
            "Lê Thị Dung": ["Phó Chủ tịch @ UBND xã Cam Hòa"],
            "Bon Niêng Hà": ["Thượng tá", "Trưởng Công an @ Công an xã Cam Hòa"],
        },
    ),
    (
        "Phó Giám đốc Trung tâm Phục vụ hành chính công xã Võ Hoàng Lan Chi cho biết đã nhận hồ sơ.",
        {"Võ Hoàng Lan Chi": ["Phó Giám đốc @ Trung tâm Phục vụ hành chính công xã"]},
    ),
    (
        "Báo Lao Động và Sở Xây dựng cùng dự. Nhà báo Đoàn Quốc Chính, Phó Tổng Biên tập Báo Lao Động điều hành.",
        {"Đoàn Quốc Chính": ["Phó Tổng Biên tập @ Báo Lao Động"]},
    ),
    # given further on in the sentence
    (
        "Ông Nguyễn Văn Thắng, Uỷ viên Trung ương Đảng, thôi giữ chức Bí thư Tỉnh uỷ, rời Ban Chấp hành "
        "Tỉnh uỷ Hưng Yên, để giữ chức vụ phó trưởng ban Nội chính Trung ương.",
        {
            "Nguyễn Văn Thắng": [
                "Ủy viên @ Trung ương Đảng",
                "Bí thư @ Tỉnh uỷ Hưng Yên",
                "Phó trưởng ban @ Ban Nội chính Trung ương",
            ]
        },
    ),
    (
        "Kỳ họp đã bầu ông Nguyễn Cư Trinh - Bí thư Huyện uỷ Cam Lâm - làm Chủ tịch HĐND huyện Cam Lâm. Ông Phan Văn "
        "Sơn, Chủ tịch UBND huyện Cam Lâm, trao quyết định giữ chức Trưởng phòng Y tế huyện cho bà Lê Thị Hoa. Ông Lê "
        "Văn Bảy và ông Võ Văn Hùng đã nhận quyết định giữ chức Phó Chủ tịch UBND huyện Cam Lâm.",
        {
            "Nguyễn Cư Trinh": ["Bí thư @ Huyện uỷ Cam Lâm", "Chủ tịch @ HĐND huyện Cam Lâm"],
            "Phan Văn Sơn": ["Chủ tịch @ UBND huyện Cam Lâm"],
            "Lê Thị Hoa": ["Trưởng phòng @ Phòng Y tế huyện Cam Lâm"],
            "Lê Văn Bảy": ["Phó Chủ tịch @ UBND huyện Cam Lâm"],
            "Võ Văn Hùng": ["Phó Chủ tịch @ UBND huyện Cam Lâm"],
        },
    ),
    # one chair, one name misspelled
    (
        "Chủ tịch UBND huyện Cam Lâm Võ Thành Thống chủ trì. Ông Thống cho biết kết quả. Ông Võ Thành Thông - Chủ tịch "
        "UBND huyện Cam Lâm.",
        {"Võ Thành Thống": ["Chủ tịch @ UBND huyện Cam Lâm"]},
    ),
    (
        "Chủ tịch Hội Nông dân tỉnh Khánh Hòa khi đó là ông Mạnh Văn Vĩ. Ông Lê Văn Sáu từng là Giám đốc rồi Chủ "
        "tịch Hội đồng thành viên Tổng công ty Xây lắp. Ông Lê Hồng Việt, Giám đốc công nghệ Tập đoàn Sao Mai, nói.",
        {
            "Mạnh Văn Vĩ": ["Chủ tịch @ Hội Nông dân tỉnh Khánh Hòa"],
            "Lê Văn Sáu": [
                "Giám đốc @ Tổng công ty Xây lắp (nguyên)",
                "Chủ tịch @ Hội đồng thành viên Tổng công ty Xây lắp (nguyên)",
            ],
            "Lê Hồng Việt": ["Giám đốc công nghệ @ Tập đoàn Sao Mai"],
        },
    ),
    # given names of two and three syllables
    (
        "Dự có bà Vũ Duyên Hà My, Phó Cục trưởng Cục Kiểm ngư; Thiếu tướng Đào Xuân Khoản, Cục trưởng Cục Cứu hộ. "
        "Bà Duyên Hà My đề nghị nhân rộng. Tướng Khoản đồng ý.",
        {
            "Vũ Duyên Hà My": ["Phó Cục trưởng @ Cục Kiểm ngư"],
            "Đào Xuân Khoản": ["Thiếu tướng", "Cục trưởng @ Cục Cứu hộ"],
        },
    ),
]


@pytest.mark.parametrize(("body", "expected"), CASES)
def test_who_holds_what(body: str, expected: dict[str, list[str]]) -> None:
    assert found(body) == expected
