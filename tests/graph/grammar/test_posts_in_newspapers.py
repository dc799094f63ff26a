"""Posts as newspapers write them: ministries by any spelling, firms, deputies, acting and past posts."""

import pytest

from tests.graph.grammar.people_read import people_in

HEAD = "Tin trong ngày\n\n"
TAIL = "\n\nHội nghị diễn ra tại trụ sở, các đại biểu thảo luận nhiều nội dung.\n"

HELD = [
    (
        "Phó giám đốc Công ty công viên - cây xanh Hải Phòng Lê Chính bị khiển trách.",
        {"Lê Chính": ["Phó giám đốc @ Công ty công viên - cây xanh Hải Phòng"]},
    ),
    (
        "Phó giám đốc Công ty cấp thoát nước Hải Phòng Lê Chính bị khiển trách.",
        {"Lê Chính": ["Phó giám đốc @ Công ty cấp thoát nước Hải Phòng"]},
    ),
    (
        "Bị kỷ luật có 3 phó phòng thuộc Ban quản lý rừng là Lê Văn Tám, Phạm Thị Mơ vì thiếu trách nhiệm.",
        {"Lê Văn Tám": ["Phó phòng @ Ban quản lý rừng"], "Phạm Thị Mơ": ["Phó phòng @ Ban quản lý rừng"]},
    ),
    (
        "Ông Lê Văn Tám được bầu làm Chủ tịch UBND huyện Mơ Sơn, thay thế người tiền nhiệm Phạm Văn Khoa.",
        {"Lê Văn Tám": ["Chủ tịch @ UBND huyện Mơ Sơn"], "Phạm Văn Khoa": ["Chủ tịch @ UBND huyện Mơ Sơn (nguyên)"]},
    ),
    (
        "Giám đốc Sở Y tế Lê Minh Tám (trước đây là Bí thư huyện ủy Củ Chi) báo cáo.",
        {"Lê Minh Tám": ["Giám đốc @ Sở Y tế", "Bí thư @ huyện ủy Củ Chi (nguyên)"]},
    ),
    (
        "Ông Lê Minh Tám (trước là Phó Giám đốc Sở Y tế Hà Nam) báo cáo.",
        {"Lê Minh Tám": ["Phó Giám đốc @ Sở Y tế Hà Nam (nguyên)"]},
    ),
    ("Quyền Bộ trưởng Bộ Y tế Lê Minh Tám chủ trì họp báo.", {"Lê Minh Tám": ["Quyền Bộ trưởng @ Bộ Y tế"]}),
    ("Ông Lê Minh Tám, quyền Giám đốc Sở Y tế Hà Nam, cho biết.", {"Lê Minh Tám": ["Quyền Giám đốc @ Sở Y tế Hà Nam"]}),
    ("Ông Lê Minh Tám, Q. Giám đốc Sở Y tế Hà Nam, cho biết.", {"Lê Minh Tám": ["Q. Giám đốc @ Sở Y tế Hà Nam"]}),
    (
        "Bà Phạm Thị Mơ, Phó Giám đốc phụ trách Sở Y tế Hà Nam, cho biết.",
        {"Phạm Thị Mơ": ["Phó Giám đốc phụ trách @ Sở Y tế Hà Nam"]},
    ),
    (
        "Bộ trưởng Lao động Thương binh Xã hội Lê Minh Tám trả lời.",
        {"Lê Minh Tám": ["Bộ trưởng @ Bộ Lao động Thương binh Xã hội"]},
    ),
    ("Bộ trưởng Bộ LĐ-TB-XH Lê Minh Tám trả lời.", {"Lê Minh Tám": ["Bộ trưởng @ Bộ LĐ-TB-XH"]}),
    ("Bộ trưởng Bộ LĐTB&XH Lê Minh Tám trả lời.", {"Lê Minh Tám": ["Bộ trưởng @ Bộ LĐTB&XH"]}),
    ("Bộ trưởng Bộ LĐ-TB & XH Lê Minh Tám trả lời.", {"Lê Minh Tám": ["Bộ trưởng @ Bộ LĐ-TB & XH"]}),
    (
        "Bộ trưởng Bộ Văn hóa - thể thao và du lịch Lê Minh Tám trả lời.",
        {"Lê Minh Tám": ["Bộ trưởng @ Bộ Văn hóa - thể thao và du lịch"]},
    ),
    ("Bộ trưởng Bộ VH-TT&DL Lê Minh Tám trả lời.", {"Lê Minh Tám": ["Bộ trưởng @ Bộ VH-TT&DL"]}),
    ("Bộ trưởng Bộ VH, TT & DL Lê Minh Tám trả lời.", {"Lê Minh Tám": ["Bộ trưởng @ Bộ VH, TT & DL"]}),
    ("Bộ trưởng bộ Giáo dục và Đào tạo Lê Minh Tám trả lời.", {"Lê Minh Tám": ["Bộ trưởng @ bộ Giáo dục và Đào tạo"]}),
    ("Bộ trưởng GD-ĐT Lê Minh Tám trả lời.", {"Lê Minh Tám": ["Bộ trưởng @ Bộ GD-ĐT"]}),
    ("Thứ trưởng GTVT Lê Minh Tám trả lời.", {"Lê Minh Tám": ["Thứ trưởng @ Bộ GTVT"]}),
    (
        "Ông Lê Minh Tám - trưởng ban Ban chỉ đạo quốc gia phòng chống sâu keo mùa xuân - kết luận.",
        {"Lê Minh Tám": ["Trưởng ban @ Ban chỉ đạo quốc gia phòng chống sâu keo mùa xuân"]},
    ),
    (
        "Trưởng Ban Chỉ đạo Trung ương về phòng, chống hạn mặn Lê Minh Tám yêu cầu.",
        {"Lê Minh Tám": ["Trưởng Ban @ Ban Chỉ đạo Trung ương về phòng, chống hạn mặn"]},
    ),
    (
        "Phó Trưởng ban Thường trực Ban Chỉ đạo 389 quốc gia Lê Minh Tám yêu cầu.",
        {"Lê Minh Tám": ["Phó Trưởng ban Thường trực @ Ban Chỉ đạo 389 quốc gia"]},
    ),
    (
        "Phó Chủ tịch chuyên trách Ủy ban An toàn giao thông quốc gia Lê Minh Tám nêu.",
        {"Lê Minh Tám": ["Phó Chủ tịch chuyên trách @ Ủy ban An toàn giao thông quốc gia"]},
    ),
    (
        "Đại biểu Quốc hội khóa XIV Lê Minh Tám (đoàn Hà Nam) phát biểu.",
        {"Lê Minh Tám": ["Đại biểu @ Quốc hội khóa XIV"]},
    ),
    (
        "Đại biểu Lê Minh Tám (đoàn Hà Nam) chất vấn tại Quốc hội. Kỳ họp Quốc hội tiếp tục.",
        {"Lê Minh Tám": ["Đại biểu @ Quốc hội"]},
    ),
    ("Đại biểu Quốc hội Lê Minh Tám (Hà Nam) chất vấn.", {"Lê Minh Tám": ["Đại biểu @ Quốc hội"]}),
    ("ĐBQH Lê Minh Tám (đoàn Hà Nam) chất vấn.", {"Lê Minh Tám": ["Đại biểu @ Quốc hội"]}),
    ("Ông Lê Minh Tám, đại biểu Quốc hội đoàn Hà Nam, chất vấn.", {"Lê Minh Tám": ["Đại biểu @ Quốc hội đoàn Hà Nam"]}),
    (
        "Theo lời cố Tổng Bí thư Trường Chinh, đó là việc lớn.",
        {"Trường Chinh": ["Tổng Bí thư @ Trung ương Đảng (nguyên)"]},
    ),
    ("Tổng Bí thư Trường Chinh đến thăm.", {"Trường Chinh": ["Tổng Bí thư @ Trung ương Đảng"]}),
    (
        "Ông Lê Minh Tám - hiệu trưởng Trường THCS & THPT Phạm Hồng Khôi, Hà Nội - cho rằng.",
        {"Lê Minh Tám": ["Hiệu trưởng @ Trường THCS & THPT Phạm Hồng Khôi, Hà Nội"]},
    ),
    (
        "Ông Lê Minh Tám - chủ tịch HĐQT Trường THCS & THPT Phạm Hồng Khôi - cho rằng.",
        {"Lê Minh Tám": ["Chủ tịch @ HĐQT Trường THCS & THPT Phạm Hồng Khôi"]},
    ),
    (
        "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ Lê Minh Tám chủ trì họp báo.",
        {"Lê Minh Tám": ["Bộ trưởng @ Văn phòng Chính phủ", "Chủ nhiệm @ Văn phòng Chính phủ"]},
    ),
    (
        "Bộ trưởng, trưởng ban Lê Minh Tám gặp Ban chỉ đạo quốc gia về sâu keo.",
        {"Lê Minh Tám": ["Bộ trưởng @ None", "Trưởng ban @ Ban chỉ đạo quốc gia về sâu keo"]},
    ),
    ("Chủ tịch HĐQT Sunrise Group Lê Minh Tám nói.", {"Lê Minh Tám": ["Chủ tịch @ HĐQT Sunrise Group"]}),
    ("Chủ tịch HĐQT Công ty CP Sunrise Lê Minh Tám nói.", {"Lê Minh Tám": ["Chủ tịch @ HĐQT Công ty CP Sunrise"]}),
    (
        "Ông Lê Minh Tám, Tổng giám đốc Công ty cổ phần Tập đoàn Sunrise Việt Nam, nói.",
        {"Lê Minh Tám": ["Tổng giám đốc @ Công ty cổ phần Tập đoàn Sunrise Việt Nam"]},
    ),
    ("Tổng giám đốc Vietcombank Lê Minh Tám nói.", {"Lê Minh Tám": ["Tổng giám đốc @ Vietcombank"]}),
    ("Tổng giám đốc Petrolimex Sài Gòn Lê Minh Tám nói.", {"Lê Minh Tám": ["Tổng giám đốc @ Petrolimex Sài Gòn"]}),
    (
        "Ông Lê Minh Tám, Giám đốc Marketing của Sunrise Việt Nam, nói.",
        {"Lê Minh Tám": ["Giám đốc Marketing @ Sunrise Việt Nam"]},
    ),
    (
        "Ông Lê Minh Tám (Giám đốc Kinh doanh Công ty Sunrise) nói.",
        {"Lê Minh Tám": ["Giám đốc Kinh doanh @ Công ty Sunrise"]},
    ),
    (
        "Trưởng phòng CSGT đường thủy (PC 77 - Công an Hà Nam) Lê Minh Tám nói.",
        {"Lê Minh Tám": ["Trưởng phòng @ Phòng CSGT đường thủy (PC 77 - Công an Hà Nam)"]},
    ),
    (
        "Trung tá Lê Minh Tám, trưởng phòng CSGT đường thủy (PC 77 - Công an Hà Nam) cho hay.",
        {"Lê Minh Tám": ["Trung tá", "Trưởng phòng @ Phòng CSGT đường thủy (PC 77 - Công an Hà Nam)"]},
    ),
    (
        "Giám đốc VCCI chi nhánh Đồng bằng sông Cửu Long Lê Minh Tám nói.",
        {"Lê Minh Tám": ["Giám đốc @ VCCI chi nhánh Đồng bằng sông Cửu Long"]},
    ),
    (
        "Ông Lê Minh Tám, Giám đốc VCCI chi nhánh Đồng bằng sông Cửu Long, nói.",
        {"Lê Minh Tám": ["Giám đốc @ VCCI chi nhánh Đồng bằng sông Cửu Long"]},
    ),
    ("Ông Lê Minh Tám, Giám đốc VCCI Cần Thơ, nói.", {"Lê Minh Tám": ["Giám đốc @ VCCI Cần Thơ"]}),
    (
        "Ông Lê Minh Tám, Giám đốc Ngân hàng Chính sách xã hội chi nhánh tỉnh Hà Nam, nói.",
        {"Lê Minh Tám": ["Giám đốc @ Ngân hàng Chính sách xã hội chi nhánh tỉnh Hà Nam"]},
    ),
    (
        "Ông Lê Minh Tám (chuyên viên phòng Kỹ thuật - xây dựng) bị kỷ luật.",
        {"Lê Minh Tám": ["Chuyên viên @ phòng Kỹ thuật - xây dựng"]},
    ),
    (
        "Bí thư Đảng ủy Khối Doanh nghiệp Trung ương Lê Minh Tám dự.",
        {"Lê Minh Tám": ["Bí thư @ Đảng ủy Khối Doanh nghiệp Trung ương"]},
    ),
    (
        "Bí thư Đảng ủy Khối các cơ quan tỉnh Hà Nam Lê Minh Tám dự.",
        {"Lê Minh Tám": ["Bí thư @ Đảng ủy Khối các cơ quan tỉnh Hà Nam"]},
    ),
    ("Bí thư Chi bộ 3 phường Mơ Sơn Lê Minh Tám dự.", {"Lê Minh Tám": ["Bí thư @ Chi bộ 3 phường Mơ Sơn"]}),
    ("Bí thư chi bộ thôn Đồng Mơ Lê Minh Tám dự.", {"Lê Minh Tám": ["Bí thư @ chi bộ thôn Đồng Mơ"]}),
    (
        "Bí thư Chi bộ, Trưởng thôn Đồng Mơ Lê Minh Tám dự.",
        {"Lê Minh Tám": ["Bí thư @ Chi bộ thôn Đồng Mơ", "Trưởng thôn @ thôn Đồng Mơ"]},
    ),
    (
        "Đại tá Lê Minh Tám - phó tư lệnh Bộ tư lệnh TP HCM - dự.",
        {"Lê Minh Tám": ["Đại tá", "Phó tư lệnh @ Bộ tư lệnh TP HCM"]},
    ),
    (
        "Thiếu tướng Lê Minh Tám, Tư lệnh Vùng Cảnh sát biển 3, nói.",
        {"Lê Minh Tám": ["Thiếu tướng", "Tư lệnh @ Vùng Cảnh sát biển 3"]},
    ),
    (
        "Đại tá Lê Minh Tám, Chính ủy Bộ Chỉ huy BĐBP tỉnh Hà Tĩnh, nói.",
        {"Lê Minh Tám": ["Đại tá", "Chính ủy @ Bộ Chỉ huy BĐBP tỉnh Hà Tĩnh"]},
    ),
    (
        "Đại tá Lê Minh Tám, Thủ trưởng Cơ quan CSĐT Công an tỉnh Hà Nam, nói.",
        {"Lê Minh Tám": ["Đại tá", "Thủ trưởng @ Cơ quan CSĐT Công an tỉnh Hà Nam"]},
    ),
    (
        "Thượng tá Lê Minh Tám, Phó trưởng phòng PC45 Công an TP HCM, nói.",
        {"Lê Minh Tám": ["Thượng tá", "Phó trưởng phòng @ Phòng PC45 Công an TP HCM"]},
    ),
    (
        "Thượng tá Lê Minh Tám (Phó phòng CSHS Công an Hà Nội) nói.",
        {"Lê Minh Tám": ["Thượng tá", "Phó phòng @ Phòng CSHS Công an Hà Nội"]},
    ),
    (
        "Trung tá Lê Minh Tám - đội trưởng Đội CSGT số 5 (Công an Hà Nội) - nói.",
        {"Lê Minh Tám": ["Trung tá", "Đội trưởng @ Đội CSGT số 5 (Công an Hà Nội)"]},
    ),
    (
        "Bác sĩ Lê Minh Tám, Trưởng khoa Hồi sức tích cực - Chống độc, Bệnh viện Nhi đồng 1, nói.",
        {"Lê Minh Tám": ["Trưởng khoa @ Khoa Hồi sức tích cực - Chống độc, Bệnh viện Nhi đồng 1"]},
    ),
    (
        "BS Lê Minh Tám - giám đốc Bệnh viện đa khoa khu vực Mơ Sơn - nói.",
        {"Lê Minh Tám": ["Giám đốc @ Bệnh viện đa khoa khu vực Mơ Sơn"]},
    ),
    (
        "PGS.TS Lê Minh Tám, Viện trưởng Viện Nghiên cứu Phát triển ĐBSCL, nói.",
        {"Lê Minh Tám": ["Viện trưởng @ Viện Nghiên cứu Phát triển ĐBSCL"]},
    ),
    (
        "Ông Lê Minh Tám - phó chủ tịch thường trực Liên hiệp các tổ chức hữu nghị Hà Nam - nói.",
        {"Lê Minh Tám": ["Phó chủ tịch thường trực @ Liên hiệp các tổ chức hữu nghị Hà Nam"]},
    ),
    (
        "Phó vụ trưởng Vụ 1A, Ủy ban Kiểm tra T.Ư Phạm Thị Thu Mơ dự.",
        {"Phạm Thị Thu Mơ": ["Phó vụ trưởng @ Vụ 1A, Ủy ban Kiểm tra T.Ư"]},
    ),
    (
        "Phó Chủ tịch Hội Nuôi ong Việt Nam, Phạm Thị Mơ; Phó Vụ trưởng Vụ Pháp chế Lê Minh Tám dự.",
        {"Phạm Thị Mơ": ["Phó Chủ tịch @ Hội Nuôi ong Việt Nam"], "Lê Minh Tám": ["Phó Vụ trưởng @ Vụ Pháp chế"]},
    ),
    (
        "Chủ tịch xã Tân Mơ (huyện Mơ Sơn) Lê Minh Tám cho hay.",
        {"Lê Minh Tám": ["Chủ tịch @ UBND xã Tân Mơ (huyện Mơ Sơn)"]},
    ),
    ("Bí thư xã Tân Mơ Lê Minh Tám cho hay.", {"Lê Minh Tám": ["Bí thư @ Đảng ủy xã Tân Mơ"]}),
    (
        "Tổng giám đốc Công ty TNHH MTV Xe điện Hà Nam (Xe Xanh) Lê Minh Tám cho biết.",
        {"Lê Minh Tám": ["Tổng giám đốc @ Công ty TNHH MTV Xe điện Hà Nam (Xe Xanh)"]},
    ),
    (
        "Ông Lê Minh Tám, Phó giám đốc điều hành Sở GTVT TP.HCM, nói.",
        {"Lê Minh Tám": ["Phó giám đốc điều hành @ Sở GTVT TP.HCM"]},
    ),
]


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_posts_in_newspapers(text: str, expected: dict[str, list[str]]) -> None:
    assert {name: posts for name, posts in people_in(HEAD + text + TAIL).items() if posts} == expected


NOT_HELD = [
    "TS Lê Minh Tám (Trường ĐH Kinh tế TP.HCM) nói.",
    "Nhà giáo Phạm Thị Mơ nêu ý kiến tại hội thảo.",
    "Thầy giáo Lê Minh Tám (Trường THPT Mơ Sơn) trình bày tham luận.",
]


@pytest.mark.parametrize("text", NOT_HELD)
def test_posts_that_are_not_held(text: str) -> None:
    assert not any(people_in(HEAD + text + TAIL).values())
