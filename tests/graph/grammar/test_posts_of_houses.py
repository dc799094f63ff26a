"""Posts inside hospitals, schools, parishes, unions and firms: whose they are, and where the body's name ends."""

import pytest

from tests.graph.grammar.people_read import people_in

HOSPITAL = "Hà Nam: Bệnh viện đón nhận danh hiệu\n\nSáng 12/3, Bệnh viện Đa khoa tỉnh Hà Nam tổ chức lễ kỷ niệm. "
SCHOOL = "Hội thảo khoa học\n\nNgày 5/4/2023, tại tỉnh Gia Lai, Trường Đại học Cao Nguyên tổ chức hội thảo. "
PROVINCE = "Hà Nam: Hội nghị sơ kết\n\nSáng 14/7, tại tỉnh Hà Nam, UBND tỉnh tổ chức hội nghị sơ kết. "

CASES = [
    (
        HOSPITAL,
        "Tại buổi lễ, BS.CKII Lê Văn Tám - Bí thư Đảng ủy, Giám đốc Bệnh viện ôn lại truyền thống.",
        {"Lê Văn Tám": ["Bí thư @ Đảng ủy Bệnh viện Đa khoa tỉnh Hà Nam", "Giám đốc @ Bệnh viện Đa khoa tỉnh Hà Nam"]},
    ),
    (
        HOSPITAL,
        "Bà Lê Thị Sáu, Giám đốc Bệnh viện dẫn lại lời dạy. Sở trao cờ cho tập thể Bệnh viện Đa khoa tỉnh và Huân "
        "chương Lao động hạng Ba cho bà Sáu.",
        {"Lê Thị Sáu": ["Giám đốc @ Bệnh viện Đa khoa tỉnh Hà Nam"]},
    ),
    (
        HOSPITAL,
        "Dự có bác sĩ Kim Thị Lài, Trưởng khoa Nội Tổng hợp và điều dưỡng Lê Thị Bảy, Điều dưỡng trưởng Khoa Nhi.",
        {"Kim Thị Lài": ["Trưởng khoa @ Khoa Nội Tổng hợp"], "Lê Thị Bảy": ["Điều dưỡng trưởng @ Khoa Nhi"]},
    ),
    (
        SCHOOL,
        "PGS.TS. Lê Văn Tám, Bí thư Đảng ủy, Chủ tịch Hội đồng trường dự. ThS. Lò Thị Sáu, Phó Trưởng khoa Toán - Tin, "
        "Trường Đại học Cao Nguyên trình bày. Trường Đại học Cao Nguyên và Viện Nghiên cứu Lúa ký kết.",
        {
            "Lê Văn Tám": [
                "Bí thư @ Đảng ủy Trường Đại học Cao Nguyên",
                "Chủ tịch @ Hội đồng Trường Đại học Cao Nguyên",
            ],
            "Lò Thị Sáu": ["Phó Trưởng khoa @ Khoa Toán - Tin, Trường Đại học Cao Nguyên"],
        },
    ),
    (
        PROVINCE,
        "Dự có ông Lê Văn Tám - Phó Trưởng Ban Công tác đại biểu thuộc Ủy ban Thường vụ Quốc hội.",
        {"Lê Văn Tám": ["Phó Trưởng Ban @ Ban Công tác đại biểu thuộc Ủy ban Thường vụ Quốc hội"]},
    ),
    (
        PROVINCE,
        "Ông Lê Hồng Quân, Chủ tịch UBND huyện Châu Thành A kiến nghị Bộ sớm sửa luật.",
        {"Lê Hồng Quân": ["Chủ tịch @ UBND huyện Châu Thành A"]},
    ),
    (
        PROVINCE,
        "Linh mục Giuse Lê Văn Tám, Chánh xứ Giáo xứ Đồng Quê mong muốn giáo dân sống tốt.",
        {"Lê Văn Tám": ["Chánh xứ @ Giáo xứ Đồng Quê"]},
    ),
    (
        PROVINCE,
        "Liên đoàn Lao động (LĐLĐ) tỉnh phát động thi đua. Ông Lê Văn Tám, Chủ tịch LĐLĐ tỉnh phát biểu.",
        {"Lê Văn Tám": ["Chủ tịch @ Liên đoàn Lao động (LĐLĐ) tỉnh Hà Nam"]},
    ),
    (
        PROVINCE,
        "Tập đoàn Thép Sao Mai (STM) báo cáo. Ông Lê Văn Tám, tổng giám đốc STM, cho biết như vậy.",
        {"Lê Văn Tám": ["Tổng giám đốc @ Tập đoàn Thép Sao Mai (STM)"]},
    ),
    (
        PROVINCE,
        "Bà Lê Thị Mơ làm Ủy viên Ban Kiểm soát, Phó Trưởng Ban Kiểm soát rồi Giám đốc Tổng công ty Sao Mai.",
        {
            "Lê Thị Mơ": [
                "Ủy viên @ Ban Kiểm soát Tổng công ty Sao Mai",
                "Phó Trưởng Ban @ Ban Kiểm soát Tổng công ty Sao Mai",
                "Giám đốc @ Tổng công ty Sao Mai",
            ]
        },
    ),
    (
        PROVINCE,
        "Ông Lê Văn Tám - chủ tịch Hội cựu chiến binh huyện Bình Lục đề nghị như vậy.",
        {"Lê Văn Tám": ["Chủ tịch @ Hội cựu chiến binh huyện Bình Lục"]},
    ),
    (
        PROVINCE,
        "Ông Lê Văn Tám, Ủy viên Đoàn Chủ tịch, Trưởng Ban Phong trào Ủy ban Trung ương MTTQ Việt Nam dự.",
        {
            "Lê Văn Tám": [
                "Ủy viên @ Đoàn Chủ tịch Ủy ban Trung ương MTTQ Việt Nam",
                "Trưởng Ban @ Ban Phong trào Ủy ban Trung ương MTTQ Việt Nam",
            ]
        },
    ),
    (
        PROVINCE,
        "Đại tá Lê Văn Tám, Phó Bí thư Đảng ủy, Chính ủy, Chủ tịch Hội đồng thi đua, khen thưởng Bộ CHQS tỉnh chủ trì.",
        {
            "Lê Văn Tám": [
                "Đại tá",
                "Phó Bí thư @ Đảng ủy Bộ CHQS tỉnh Hà Nam",
                "Chính ủy @ Bộ CHQS tỉnh Hà Nam",
                "Chủ tịch @ Hội đồng thi đua, khen thưởng Bộ CHQS tỉnh Hà Nam",
            ]
        },
    ),
    (
        PROVINCE,
        "Ông Lê Văn Tám - Bí thư Đảng ủy, Chủ tịch Hội đồng thành viên Tổng công ty Sao Mai dự.",
        {
            "Lê Văn Tám": [
                "Bí thư @ Đảng ủy Tổng công ty Sao Mai",
                "Chủ tịch @ Hội đồng thành viên Tổng công ty Sao Mai",
            ]
        },
    ),
    (
        PROVINCE,
        "Dự có ông Lê Văn Tám, Chủ tịch UBND Q.Tân Sơn; TT.Thích Minh Quang, Ủy viên Ban Trị sự Phật giáo tỉnh.",
        {
            "Lê Văn Tám": ["Chủ tịch @ UBND Q.Tân Sơn"],
            "Thích Minh Quang": ["Ủy viên @ Ban Trị sự Phật giáo tỉnh Hà Nam"],
        },
    ),
    (
        PROVINCE,
        "Đoàn công tác của Tỉnh ủy, UBND tỉnh Hà Nam do bà Lê Thị Sáu, Phó Bí thư Tỉnh ủy làm Trưởng đoàn đến dự.",
        {
            "Lê Thị Sáu": [
                "Phó Bí thư @ Tỉnh ủy Hà Nam",
                "Trưởng đoàn @ Đoàn công tác của Tỉnh ủy, UBND tỉnh Hà Nam",
            ]
        },
    ),
    (
        PROVINCE,
        "Bà Lê Thị Sáu - Phó Ban Phụ huynh và Bà: Lê Thị Bảy - Trưởng thôn Đông dự.",
        {"Lê Thị Sáu": ["Phó Ban @ Ban Phụ huynh"], "Lê Thị Bảy": ["Trưởng thôn @ thôn Đông"]},
    ),
    (
        PROVINCE,
        "Tổ đại biểu HĐND tỉnh gồm ông Lê Văn Tám, Chủ tịch HĐND tỉnh và đại biểu Lê Thị Bảy tiếp xúc cử tri ở kỳ họp.",
        {"Lê Văn Tám": ["Chủ tịch @ HĐND tỉnh Hà Nam"], "Lê Thị Bảy": ["Đại biểu @ HĐND tỉnh Hà Nam"]},
    ),
    (
        PROVINCE,
        "Dự có ông Lê Văn Tám, Chi cục trưởng Chi cục Thuế khu vực Tân Hà - Yên Hà; đại diện Công ty TNHH Hà Mỹ Á, bà "
        "Lê Thị Bảy - Kế toán trưởng; Thượng tá Lê Văn Chín, Phó Chủ nhiệm Chính trị, Chủ tịch Công đoàn BĐBP tỉnh.",
        {
            "Lê Văn Tám": ["Chi cục trưởng @ Chi cục Thuế khu vực Tân Hà - Yên Hà"],
            "Lê Thị Bảy": ["Kế toán trưởng @ Công ty TNHH Hà Mỹ Á"],
            "Lê Văn Chín": [
                "Thượng tá",
                "Phó Chủ nhiệm Chính trị @ None",
                "Chủ tịch @ Công đoàn BĐBP tỉnh Hà Nam",
            ],
        },
    ),
    (
        PROVINCE,
        "Dự có ngài Nicolas Martin, Đại sứ Cộng hòa Pháp tại Việt Nam; bà Sophie Durand - Tham tán Văn hóa và Hợp tác, "
        "Đại sứ quán Pháp; BS.CKI Lê Quang Tùng, Giám đốc Bệnh viện Sản - Nhi; đồng chí Lê Kim Hoa, UVBTV Huyện ủy "
        "Bình Lục, Trưởng Ban Dân vận.",
        {
            "Nicolas Martin": ["Đại sứ @ Cộng hòa Pháp tại Việt Nam"],
            "Sophie Durand": ["Tham tán Văn hóa và Hợp tác @ Đại sứ quán Pháp"],
            "Lê Quang Tùng": ["Giám đốc @ Bệnh viện Sản - Nhi"],
            "Lê Kim Hoa": ["Ủy viên @ Ban Thường vụ Huyện ủy Bình Lục", "Trưởng Ban @ Ban Dân vận Huyện ủy Bình Lục"],
        },
    ),
]


@pytest.mark.parametrize(("head", "body", "expected"), CASES, ids=lambda v: str(v)[:40])
def test_posts_of_houses(head: str, body: str, expected: dict[str, list[str]]) -> None:
    assert people_in(head + body + "\n") == expected


def test_what_a_city_ends_is_no_person() -> None:
    body = "Đại tá Lê Văn Tám, Giám đốc Cảng Cá Sài Gòn, mong bớt giấy tờ."
    assert people_in(PROVINCE + body + "\n") == {"Lê Văn Tám": ["Đại tá", "Giám đốc @ Cảng Cá Sài Gòn"]}


def test_who_is_told_by_a_letter_is_nobody() -> None:
    body = "Cô giáo Lê Thị H. phát biểu; bà Lê Thị Như Ý, Hiệu trưởng Trường Tiểu học Sao Mai chủ trì hội nghị."
    assert people_in(PROVINCE + body + "\n") == {"Lê Thị Như Ý": ["Hiệu trưởng @ Trường Tiểu học Sao Mai"]}


def test_bare_prison_is_the_one_named() -> None:
    head = "Hà Nam: Lễ đặc xá\n\nNgày 2/9/2021, Trại giam Nghĩa Hòa tổ chức lễ công bố. "
    body = "Dự có Thượng tá Lê Văn Tám, Bí thư Đảng ủy, Giám thị Trại giam; Trung tá Lê Văn Chín, Phó Giám thị."
    assert people_in(head + body + "\n") == {
        "Lê Văn Tám": ["Thượng tá", "Bí thư @ Đảng ủy Trại giam Nghĩa Hòa", "Giám thị @ Trại giam Nghĩa Hòa"],
        "Lê Văn Chín": ["Trung tá", "Phó Giám thị @ Trại giam Nghĩa Hòa"],
    }


def test_school_named_once_is_the_one_of_every_bare_title() -> None:
    head = "Lễ kỷ niệm\n\nSáng 12/11/2016, Trường THPT Sông Cầu kỷ niệm 30 năm ngày thành lập. Dự có "
    body = (
        "thầy Lê Văn Tám, Hiệu trưởng; cô Lê Thị Bảy, Bí thư Chi bộ, Phó Hiệu trưởng. Mở đầu, cô Lê Thị Sáu, Hiệu "
        "phó, Chủ tịch Công đoàn thông tin tới phụ huynh."
    )
    assert people_in(head + body + "\n") == {
        "Lê Văn Tám": ["Hiệu trưởng @ Trường THPT Sông Cầu"],
        "Lê Thị Bảy": ["Bí thư @ Chi bộ Trường THPT Sông Cầu", "Phó Hiệu trưởng @ Trường THPT Sông Cầu"],
        "Lê Thị Sáu": ["Hiệu phó @ Trường THPT Sông Cầu", "Chủ tịch @ Công đoàn Trường THPT Sông Cầu"],
    }


def test_number_of_guests_is_no_part_of_a_body() -> None:
    body = "Dự có bà Lê Thị Sáu, Chủ tịch Hội Chữ thập đỏ tỉnh và 80 đại biểu; ông Lê Văn Chín, Tổng cục Hậu cần."
    assert people_in(PROVINCE + body + "\n")["Lê Thị Sáu"] == ["Chủ tịch @ Hội Chữ thập đỏ tỉnh Hà Nam"]


def test_commas_of_the_fire_service_stand_inside_its_name() -> None:
    body = (
        "Thượng tá Lê Văn Tám, Phó Trưởng phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ Công an tỉnh trả lời."
    )
    assert people_in(PROVINCE + body + "\n")["Lê Văn Tám"][1] == (
        "Phó Trưởng phòng @ Phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ Công an tỉnh Hà Nam"
    )


def test_letters_on_both_sides_of_an_ampersand_are_written_out() -> None:
    body = "Theo Sở Nông nghiệp & Phát triển nông thôn (NN & PTNT), ông Lê Văn Tám, Giám đốc Sở NN & PTNT trả lời."
    assert people_in(PROVINCE + body + "\n") == {
        "Lê Văn Tám": ["Giám đốc @ Sở Nông nghiệp & Phát triển nông thôn tỉnh Hà Nam"]
    }
