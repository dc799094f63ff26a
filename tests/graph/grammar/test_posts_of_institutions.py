"""Posts of institutions: departments with their parents, courts, schools, hospitals, firms, missions."""

import pytest

from tests.graph.grammar.people_read import people_in

HEAD = "Tin trong ngày\n\n"
TAIL = "\n\nHội nghị diễn ra tại trụ sở, các đại biểu thảo luận nhiều nội dung.\n"

HELD = [
    (
        "Ông Lê Minh Tám, Vụ trưởng Vụ II, Ủy ban Kiểm tra Trung ương, dự.",
        {"Lê Minh Tám": ["Vụ trưởng @ Vụ II, Ủy ban Kiểm tra Trung ương"]},
    ),
    (
        "Ông Lê Minh Tám, Vụ trưởng Vụ Pháp luật, Văn phòng Chính phủ, dự.",
        {"Lê Minh Tám": ["Vụ trưởng @ Vụ Pháp luật, Văn phòng Chính phủ"]},
    ),
    (
        "Ông Lê Minh Tám, Vụ trưởng Vụ Pháp luật (Văn phòng Chính phủ) dự.",
        {"Lê Minh Tám": ["Vụ trưởng @ Vụ Pháp luật (Văn phòng Chính phủ)"]},
    ),
    ("Ông Lê Minh Tám - Vụ trưởng Vụ Pháp chế - Bộ Y tế - dự.", {"Lê Minh Tám": ["Vụ trưởng @ Vụ Pháp chế - Bộ Y tế"]}),
    (
        "Ông Lê Minh Tám, Trưởng Ban Chính sách - Kinh tế, Tổng LĐLĐ Việt Nam, dự.",
        {"Lê Minh Tám": ["Trưởng Ban @ Ban Chính sách - Kinh tế, Tổng LĐLĐ Việt Nam"]},
    ),
    (
        "Ông Lê Minh Tám, Trưởng Ban Quan hệ lao động, Tổng Liên đoàn Lao động Việt Nam, dự.",
        {"Lê Minh Tám": ["Trưởng Ban @ Ban Quan hệ lao động, Tổng Liên đoàn Lao động Việt Nam"]},
    ),
    (
        "Ông Lê Minh Tám, Trưởng Ban Doanh trại, Đoàn Kinh tế - Quốc phòng 9, dự.",
        {"Lê Minh Tám": ["Trưởng Ban @ Ban Doanh trại, Đoàn Kinh tế - Quốc phòng 9"]},
    ),
    (
        "Bác sĩ Lê Minh Tám, Trưởng khoa Nội Tim mạch, Bệnh viện Đa khoa tỉnh Hà Nam, dự.",
        {"Lê Minh Tám": ["Trưởng khoa @ Khoa Nội Tim mạch, Bệnh viện Đa khoa tỉnh Hà Nam"]},
    ),
    (
        "Bà Phạm Thị Mơ, Điều dưỡng trưởng khoa Cấp cứu, Bệnh viện Nhi Hà Nam, dự.",
        {"Phạm Thị Mơ": ["Điều dưỡng trưởng @ khoa Cấp cứu, Bệnh viện Nhi Hà Nam"]},
    ),
    (
        "Ông Lê Minh Tám, Phó phòng Tham mưu, Bộ đội Biên phòng tỉnh Hà Tĩnh, dự.",
        {"Lê Minh Tám": ["Phó phòng @ Phòng Tham mưu, Bộ đội Biên phòng tỉnh Hà Tĩnh"]},
    ),
    (
        "Ông Lê Minh Tám, Trưởng phòng 9, Viện Kiểm sát nhân dân tỉnh Hà Nam, dự.",
        {"Lê Minh Tám": ["Trưởng phòng @ Phòng 9, Viện Kiểm sát nhân dân tỉnh Hà Nam"]},
    ),
    (
        "Ông Lê Minh Tám, Trưởng phòng Tổng hợp, Kho bạc Nhà nước Hà Nam, dự.",
        {"Lê Minh Tám": ["Trưởng phòng @ Phòng Tổng hợp, Kho bạc Nhà nước Hà Nam"]},
    ),
    (
        "Ông Lê Minh Tám, Trưởng phòng Thu, Bảo hiểm xã hội tỉnh Hà Nam, dự.",
        {"Lê Minh Tám": ["Trưởng phòng @ Phòng Thu, Bảo hiểm xã hội tỉnh Hà Nam"]},
    ),
    (
        "TS Lê Minh Tám, Trưởng khoa Luật, Đại học Mơ Sơn, dự.",
        {"Lê Minh Tám": ["Trưởng khoa @ Khoa Luật, Đại học Mơ Sơn"]},
    ),
    (
        "TS Lê Minh Tám (Viện trưởng Viện Kinh tế, Đại học Mơ Sơn) dự.",
        {"Lê Minh Tám": ["Viện trưởng @ Viện Kinh tế, Đại học Mơ Sơn"]},
    ),
    (
        "TS Lê Minh Tám, Giám đốc Trung tâm Thủy lợi thuộc Viện Khoa học Thủy lợi miền Nam, dự.",
        {"Lê Minh Tám": ["Giám đốc @ Trung tâm Thủy lợi thuộc Viện Khoa học Thủy lợi miền Nam"]},
    ),
    (
        "Ông Lê Minh Tám - giám đốc Trung tâm Dự báo khí tượng thủy văn quốc gia - dự.",
        {"Lê Minh Tám": ["Giám đốc @ Trung tâm Dự báo khí tượng thủy văn quốc gia"]},
    ),
    (
        "Ông Lê Minh Tám - giám đốc Ban quản lý dự án đầu tư xây dựng các công trình giao thông TP HCM - dự.",
        {"Lê Minh Tám": ["Giám đốc @ Ban quản lý dự án đầu tư xây dựng các công trình giao thông TP HCM"]},
    ),
    (
        "Ông Lê Minh Tám - trưởng ban quản lý an toàn thực phẩm TP.HCM - dự.",
        {"Lê Minh Tám": ["Trưởng ban @ Ban quản lý an toàn thực phẩm TP.HCM"]},
    ),
    ("Trưởng ban Quản lý ATTP TP HCM Phạm Thị Mơ dự.", {"Phạm Thị Mơ": ["Trưởng ban @ Ban Quản lý ATTP TP HCM"]}),
    ("Ông Lê Minh Tám, Phó Ban ATGT tỉnh Hà Nam, dự.", {"Lê Minh Tám": ["Phó Ban @ Ban ATGT tỉnh Hà Nam"]}),
    (
        "Ông Lê Minh Tám, Phó Chánh Văn phòng Ban ATGT tỉnh Hà Nam, dự.",
        {"Lê Minh Tám": ["Phó Chánh Văn phòng @ Văn phòng Ban ATGT tỉnh Hà Nam"]},
    ),
    (
        "Ông Lê Minh Tám, Phó Chánh Văn phòng Bộ Công Thương, dự.",
        {"Lê Minh Tám": ["Phó Chánh Văn phòng @ Văn phòng Bộ Công Thương"]},
    ),
    (
        "Ông Lê Minh Tám, Chánh văn phòng Trung ương Đảng, dự.",
        {"Lê Minh Tám": ["Chánh văn phòng @ Văn phòng Trung ương Đảng"]},
    ),
    (
        "Ông Lê Minh Tám, Phó Trưởng đoàn ĐBQH tỉnh Hà Nam, dự.",
        {"Lê Minh Tám": ["Phó Trưởng đoàn @ Đoàn ĐBQH tỉnh Hà Nam"]},
    ),
    (
        "Ông Lê Minh Tám, Ủy viên Thường trực Ủy ban Tư pháp của Quốc hội, dự.",
        {"Lê Minh Tám": ["Ủy viên Thường trực @ Ủy ban Tư pháp của Quốc hội"]},
    ),
    (
        "Phó Chủ nhiệm Ủy ban Về các vấn đề xã hội Lê Minh Tám dự.",
        {"Lê Minh Tám": ["Phó Chủ nhiệm @ Ủy ban Về các vấn đề xã hội"]},
    ),
    (
        "Phó Chủ nhiệm Ủy ban Tài chính - Ngân sách Quốc hội Lê Minh Tám dự.",
        {"Lê Minh Tám": ["Phó Chủ nhiệm @ Ủy ban Tài chính - Ngân sách Quốc hội"]},
    ),
    (
        "Phó Chủ tịch Ủy ban Chứng khoán Nhà nước Lê Minh Tám dự.",
        {"Lê Minh Tám": ["Phó Chủ tịch @ Ủy ban Chứng khoán Nhà nước"]},
    ),
    ("Tổng Thanh tra Chính phủ Lê Minh Tám dự.", {"Lê Minh Tám": ["Tổng Thanh tra @ Thanh tra Chính phủ"]}),
    ("Phó Tổng Thanh tra Chính phủ Lê Minh Tám dự.", {"Lê Minh Tám": ["Phó Tổng Thanh tra @ Thanh tra Chính phủ"]}),
    ("Tổng Kiểm toán Nhà nước Lê Minh Tám dự.", {"Lê Minh Tám": ["Tổng Kiểm toán @ Kiểm toán Nhà nước"]}),
    ("Viện trưởng VKSND Tối cao Lê Minh Tám dự.", {"Lê Minh Tám": ["Viện trưởng @ VKSND Tối cao"]}),
    ("Chánh án TAND Tối cao Lê Minh Tám dự.", {"Lê Minh Tám": ["Chánh án @ TAND Tối cao"]}),
    (
        "Phó Chánh án TAND cấp cao tại Hà Nội Lê Minh Tám dự.",
        {"Lê Minh Tám": ["Phó Chánh án @ TAND cấp cao tại Hà Nội"]},
    ),
    (
        "Phó Thống đốc Ngân hàng Nhà nước Việt Nam Lê Minh Tám dự.",
        {"Lê Minh Tám": ["Phó Thống đốc @ Ngân hàng Nhà nước Việt Nam"]},
    ),
    ("Cục trưởng Cục Hàng không Việt Nam Lê Minh Tám dự.", {"Lê Minh Tám": ["Cục trưởng @ Cục Hàng không Việt Nam"]}),
    ("Cục trưởng Hàng không Lê Minh Tám dự.", {"Lê Minh Tám": ["Cục trưởng @ Cục Hàng không"]}),
    (
        "Cục trưởng Quản lý chất lượng nông lâm sản và thủy sản Lê Minh Tám dự.",
        {"Lê Minh Tám": ["Cục trưởng @ Cục Quản lý chất lượng nông lâm sản và thủy sản"]},
    ),
    ("Tổng cục trưởng Hải quan Lê Minh Tám dự.", {"Lê Minh Tám": ["Tổng cục trưởng @ Tổng cục Hải quan"]}),
    (
        "Phó tổng cục trưởng Tổng cục Thủy lợi Lê Minh Tám dự.",
        {"Lê Minh Tám": ["Phó tổng cục trưởng @ Tổng cục Thủy lợi"]},
    ),
    ("Chi cục trưởng Kiểm lâm Hà Nam Lê Minh Tám dự.", {"Lê Minh Tám": ["Chi cục trưởng @ Chi cục Kiểm lâm Hà Nam"]}),
    (
        "Chi cục trưởng Chi cục Phòng, chống lãng phí TP HCM Lê Minh Tám dự.",
        {"Lê Minh Tám": ["Chi cục trưởng @ Chi cục Phòng, chống lãng phí TP HCM"]},
    ),
    ("Hạt trưởng Kiểm lâm huyện Mơ Sơn Lê Minh Tám dự.", {"Lê Minh Tám": ["Hạt trưởng @ Hạt Kiểm lâm huyện Mơ Sơn"]}),
    ("Trưởng Công an xã Tân Mơ Lê Minh Tám dự.", {"Lê Minh Tám": ["Trưởng Công an @ Công an xã Tân Mơ"]}),
    ("Trưởng Công an TP Hạ Long Lê Minh Tám dự.", {"Lê Minh Tám": ["Trưởng Công an @ Công an TP Hạ Long"]}),
    ("Phó Trưởng Công an quận 9 Lê Minh Tám dự.", {"Lê Minh Tám": ["Phó Trưởng Công an @ Công an quận 9"]}),
    (
        "Giám đốc Công an TP HCM, trung tướng Lê Minh Tám, dự.",
        {"Lê Minh Tám": ["Trung tướng", "Giám đốc @ Công an TP HCM"]},
    ),
    (
        "Trung tướng Lê Minh Tám, Giám đốc Công an TP HCM, dự.",
        {"Lê Minh Tám": ["Trung tướng", "Giám đốc @ Công an TP HCM"]},
    ),
    (
        "Phó giám đốc Học viện Chính trị khu vực II Lê Minh Tám dự.",
        {"Lê Minh Tám": ["Phó giám đốc @ Học viện Chính trị khu vực II"]},
    ),
    ("Giám đốc Đại học Quốc gia TP HCM Lê Minh Tám dự.", {"Lê Minh Tám": ["Giám đốc @ Đại học Quốc gia TP HCM"]}),
    (
        "Hiệu trưởng Trường ĐH Sư phạm Kỹ thuật TP.HCM Lê Minh Tám dự.",
        {"Lê Minh Tám": ["Hiệu trưởng @ Trường ĐH Sư phạm Kỹ thuật TP.HCM"]},
    ),
    (
        "Hiệu trưởng trường Tiểu học Lê Văn Khôi (quận 9) Phạm Thị Mơ dự.",
        {"Phạm Thị Mơ": ["Hiệu trưởng @ trường Tiểu học Lê Văn Khôi (quận 9)"]},
    ),
    (
        "Thầy Lê Minh Tám, Hiệu trưởng Trường TH, THCS và THPT Mơ Sơn, dự.",
        {"Lê Minh Tám": ["Hiệu trưởng @ Trường TH, THCS và THPT Mơ Sơn"]},
    ),
    (
        "Thầy Lê Minh Tám, Hiệu trưởng Trường TH&THCS Mơ Sơn, dự.",
        {"Lê Minh Tám": ["Hiệu trưởng @ Trường TH&THCS Mơ Sơn"]},
    ),
    (
        "Thầy Lê Minh Tám, Hiệu trưởng Trường PTDTBT TH&THCS Mơ Sơn, dự.",
        {"Lê Minh Tám": ["Hiệu trưởng @ Trường PTDTBT TH&THCS Mơ Sơn"]},
    ),
    (
        "Thầy Lê Minh Tám, Hiệu trưởng Trường PTDT Nội trú huyện Mơ Sơn, dự.",
        {"Lê Minh Tám": ["Hiệu trưởng @ Trường PTDT Nội trú huyện Mơ Sơn"]},
    ),
    (
        "Thầy Lê Minh Tám, Tổ trưởng tổ Ngữ văn, Trường THPT Mơ Sơn, dự.",
        {"Lê Minh Tám": ["Tổ trưởng @ tổ Ngữ văn, Trường THPT Mơ Sơn"]},
    ),
    (
        "Ông Lê Minh Tám, Chủ tịch HĐQT kiêm Tổng giám đốc Tập đoàn Sunrise, dự.",
        {"Lê Minh Tám": ["Chủ tịch @ HĐQT Tập đoàn Sunrise", "Tổng giám đốc @ Tập đoàn Sunrise"]},
    ),
    (
        "Ông Lê Minh Tám (Chủ tịch HĐQT, Tổng giám đốc Tập đoàn Sunrise) dự.",
        {"Lê Minh Tám": ["Chủ tịch @ HĐQT Tập đoàn Sunrise", "Tổng giám đốc @ Tập đoàn Sunrise"]},
    ),
    (
        "Ông Lê Minh Tám, Phó Chủ tịch thường trực Tập đoàn Sunrise, dự.",
        {"Lê Minh Tám": ["Phó Chủ tịch thường trực @ Tập đoàn Sunrise"]},
    ),
    ("Ông Lê Minh Tám, Chủ tịch Hội đồng thành viên EVN, dự.", {"Lê Minh Tám": ["Chủ tịch @ Hội đồng thành viên EVN"]}),
    ("Ông Lê Minh Tám, Giám đốc Grab Việt Nam, dự.", {"Lê Minh Tám": ["Giám đốc @ Grab Việt Nam"]}),
    ("Ông Lê Minh Tám, Tổng giám đốc Samsung Vina, dự.", {"Lê Minh Tám": ["Tổng giám đốc @ Samsung Vina"]}),
    ("Bà Phạm Thị Mơ, Phó Tổng giám đốc VietJet Air, dự.", {"Phạm Thị Mơ": ["Phó Tổng giám đốc @ VietJet Air"]}),
    (
        "Bà Phạm Thị Mơ, Giám đốc quốc gia Ngân hàng Thế giới tại Việt Nam, dự.",
        {"Phạm Thị Mơ": ["Giám đốc quốc gia @ Ngân hàng Thế giới tại Việt Nam"]},
    ),
    (
        "Ông Eric Miller, Giám đốc quốc gia ADB tại Việt Nam, dự.",
        {"Eric Miller": ["Giám đốc quốc gia @ ADB tại Việt Nam"]},
    ),
    ("Ông Eric Miller, Trưởng đại diện UNICEF Việt Nam, dự.", {"Eric Miller": ["Trưởng đại diện @ UNICEF Việt Nam"]}),
    (
        "Giám đốc quốc gia Ngân hàng Thế giới (WB) tại Việt Nam Eric Miller dự.",
        {"Eric Miller": ["Giám đốc quốc gia @ Ngân hàng Thế giới (WB) tại Việt Nam"]},
    ),
    (
        "Đại sứ đặc mệnh toàn quyền Nhật Bản tại Việt Nam Kenji Tanaka dự.",
        {"Kenji Tanaka": ["Đại sứ đặc mệnh toàn quyền @ Nhật Bản tại Việt Nam"]},
    ),
    ("Tổng lãnh sự Mỹ tại TP.HCM Mary Cooper dự.", {"Mary Cooper": ["Tổng lãnh sự @ Mỹ tại TP.HCM"]}),
]


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_posts_of_institutions(text: str, expected: dict[str, list[str]]) -> None:
    assert {name: posts for name, posts in people_in(HEAD + text + TAIL).items() if posts} == expected


NOT_HELD = [
    "Sở đề nghị bổ nhiệm ông Lê Minh Tám giữ chức Giám đốc Trung tâm Y tế huyện Mơ Sơn.",
    "Ông Lê Minh Tám được giới thiệu ứng cử chức Chủ tịch UBND huyện Mơ Sơn.",
    "Ông Lê Minh Tám là ứng viên cho chức Tổng giám đốc Sunrise.",
    "Ông Peter Miller, ứng viên Tổng thống Mỹ, phát biểu.",
    "Bộ trưởng sẽ ký quyết định. Ông Lê Minh Tám không giữ chức Chủ tịch UBND xã Tân Mơ như tin đồn.",
    "Ông Lê Minh Tám có thể làm Chủ tịch UBND huyện Mơ Sơn.",
    "Bà Phạm Thị Mơ, vợ Chủ tịch UBND huyện Mơ Sơn, khai báo.",
    "Ông Lê Minh Tám, con trai nguyên Bí thư Tỉnh ủy Hà Nam, khai báo.",
    "Ông Lê Minh Tám (em trai Giám đốc Sở Y tế Hà Nam) khai báo.",
    "Ông Lê Minh Tám, lái xe của Giám đốc Sở Y tế Hà Nam, khai báo.",
]


@pytest.mark.parametrize("text", NOT_HELD)
def test_posts_that_are_not_held(text: str) -> None:
    assert not any(people_in(HEAD + text + TAIL).values())
