"""Posts told apart from their holder's name: given, taken away, taken over, once held, held in a capacity."""

import pytest

from tests.graph.grammar.people_read import people_in


def found(report: str) -> dict[str, list[str]]:
    return people_in(f"Hội nghị\n\n{report}\n")


CASES = [
    # whose the office is stands after it
    (
        "Quốc hội miễn nhiệm chức vụ Bộ trưởng Bộ Xây dựng với ông Lê Văn Tám và chức vụ Tổng Thanh tra Chính phủ với "
        "bà Trần Thị Hoa.",
        {"Lê Văn Tám": ["Bộ trưởng @ Bộ Xây dựng"], "Trần Thị Hoa": ["Tổng Thanh tra @ Thanh tra Chính phủ"]},
    ),
    (
        "Thủ tướng cho miễn nhiệm chức vụ Chủ tịch UBND tỉnh Hà Nam nhiệm kỳ 2016-2021 đối với ông Lê Văn "
        "Tám, Bí thư Tỉnh ủy Hà Nam.",
        {"Lê Văn Tám": ["Chủ tịch @ UBND tỉnh Hà Nam nhiệm kỳ 2016-2021", "Bí thư @ Tỉnh ủy Hà Nam"]},
    ),
    (
        "Ông Phạm Hùng Dũng trao quyết định bổ nhiệm chức vụ phó giám đốc Sở Y tế Hòa Bình cho ông Lê Văn Tám.",
        {"Phạm Hùng Dũng": [], "Lê Văn Tám": ["Phó giám đốc @ Sở Y tế Hòa Bình"]},
    ),
    (
        "Hội nghị miễn nhiệm chức vụ Tổng thư ký, Trưởng ban Kiểm tra đối với đồng chí Lê Văn Tám.",
        {"Lê Văn Tám": ["Tổng thư ký @ None", "Trưởng ban @ Ban Kiểm tra"]},
    ),
    # ... but what is only proposed is nobody's; what is proposed to be taken away is held
    ("Sở đề nghị bổ nhiệm chức vụ giám đốc Bệnh viện Mắt cho ông Lê Văn Tám.", {"Lê Văn Tám": []}),
    (
        "Sở đề nghị miễn nhiệm chức vụ giám đốc Bệnh viện Mắt đối với ông Lê Văn Tám.",
        {"Lê Văn Tám": ["Giám đốc @ Bệnh viện Mắt"]},
    ),
    ("Hội đồng từ chối bổ nhiệm chức vụ Giám đốc Bệnh viện Mắt cho ông Lê Văn Tám.", {"Lê Văn Tám": []}),
    ("Dân phản đối bổ nhiệm chức vụ Giám đốc Bệnh viện Mắt cho ông Lê Văn Tám.", {"Lê Văn Tám": []}),
    ("Tỉnh hoãn bổ nhiệm chức vụ Giám đốc Bệnh viện Mắt cho ông Lê Văn Tám.", {"Lê Văn Tám": []}),
    ("Ông Lê Văn Tám được xem xét bổ nhiệm giữ chức Giám đốc Bệnh viện Mắt.", {"Lê Văn Tám": []}),
    ("Sở đề nghị cử, bổ nhiệm ông Lê Văn Tám, 40 tuổi, giữ chức Giám đốc Bệnh viện Mắt.", {"Lê Văn Tám": []}),
    ("Hội đồng không bầu ông Lê Văn Tám, 40 tuổi, giữ chức Giám đốc Bệnh viện Mắt.", {"Lê Văn Tám": []}),
    (
        "Không lâu sau, tỉnh bổ nhiệm ông Lê Văn Tám, 40 tuổi, giữ chức Giám đốc Bệnh viện Mắt.",
        {"Lê Văn Tám": ["Giám đốc @ Bệnh viện Mắt"]},
    ),
    # who follows whom
    ("Ông Lê Văn Tám sẽ thay ông Trần Hữu Hoa làm Giám đốc Sở Y tế Hà Nam.", {"Lê Văn Tám": [], "Trần Hữu Hoa": []}),
    ("Dự kiến ông Lê Văn Tám thay ông Trần Hữu Hoa làm Giám đốc Sở Y tế.", {"Lê Văn Tám": [], "Trần Hữu Hoa": []}),
    (
        "Ông Lê Văn Tám thay ông Trần Hữu Hoa làm Giám đốc Sở Y tế Hà Nam.",
        {"Lê Văn Tám": ["Giám đốc @ Sở Y tế Hà Nam"], "Trần Hữu Hoa": []},
    ),
    (
        "Ông Lê Văn Tám được bổ nhiệm giữ chức Chủ tịch Sông Mơ Group thay cho ông Trần Hữu Hoa.",
        {"Lê Văn Tám": ["Chủ tịch @ Sông Mơ Group"], "Trần Hữu Hoa": []},
    ),
    (
        "Ông Lê Văn Tám (phải) nhận quyết định về làm Giám đốc Sở Y tế Hà Tĩnh.",
        {"Lê Văn Tám": ["Giám đốc @ Sở Y tế Hà Tĩnh"]},
    ),
    ("Ông Lê Văn Tám đi làm đại sứ tại Lào.", {"Lê Văn Tám": ["Đại sứ @ Lào"]}),
    (
        "Bà Lê Thị Tám trở thành Phó tổng thư ký Hội Luật gia Việt Nam.",
        {"Lê Thị Tám": ["Phó tổng thư ký @ Hội Luật gia Việt Nam"]},
    ),
    ("Ông Lê Văn Tám còn là Tổng giám đốc Công ty Sông Mơ.", {"Lê Văn Tám": ["Tổng giám đốc @ Công ty Sông Mơ"]}),
    # in which capacity somebody acts
    (
        "Với cương vị Chủ tịch UBND tỉnh Hà Nam, ông Lê Văn Tám yêu cầu làm ngay.",
        {"Lê Văn Tám": ["Chủ tịch @ UBND tỉnh Hà Nam"]},
    ),
    (
        "Ông Lê Văn Tám, với cương vị Chủ tịch Hội Nhà báo tỉnh Hà Nam, phát biểu.",
        {"Lê Văn Tám": ["Chủ tịch @ Hội Nhà báo tỉnh Hà Nam"]},
    ),
    # ... which may be a country's
    ("Với vai trò Chủ tịch ASEAN, Thủ tướng Lê Văn Tám phát biểu.", {"Lê Văn Tám": ["Thủ tướng @ Chính phủ"]}),
    # lives: all that is listed after "từng" is past
    (
        "Ông Lê Văn Tám từng đảm nhiệm nhiều cương vị khác nhau, như: Trưởng phòng Y tế huyện Mỏ Cày; Chánh "
        "Văn phòng UBND huyện Mỏ Cày; Bí thư Huyện ủy Mỏ Cày.",
        {
            "Lê Văn Tám": [
                "Trưởng phòng @ Phòng Y tế huyện Mỏ Cày (nguyên)",
                "Chánh Văn phòng @ Văn phòng UBND huyện Mỏ Cày (nguyên)",
                "Bí thư @ Huyện ủy Mỏ Cày (nguyên)",
            ]
        },
    ),
    (
        "Ông Lê Văn Tám sinh năm 1961, từng làm Phó chủ tịch UBND tỉnh Cà Mau.",
        {"Lê Văn Tám": ["Phó chủ tịch @ UBND tỉnh Cà Mau (nguyên)"]},
    ),
    (
        "Ông Lê Văn Tám sinh năm 1963, quê Hà Tĩnh, là Ủy viên Trung ương Đảng khóa IX, X; đại biểu Quốc hội khóa XI.",
        {"Lê Văn Tám": ["Ủy viên @ Trung ương Đảng khóa IX, X", "Đại biểu @ Quốc hội khóa XI"]},
    ),
    (
        "Ông Lê Văn Tám (sinh năm 1961, quê xã Đông, Hà Nam), hiện là Giám đốc Sở Y tế Hà Nam.",
        {"Lê Văn Tám": ["Giám đốc @ Sở Y tế Hà Nam"]},
    ),
    (
        "Ông Trần Hữu Hoa và ông Lê Văn Tám trước kia từng đảm nhận chức vụ Giám đốc Sở Y tế Hà Nam.",
        {
            "Trần Hữu Hoa": ["Giám đốc @ Sở Y tế Hà Nam (nguyên)"],
            "Lê Văn Tám": ["Giám đốc @ Sở Y tế Hà Nam (nguyên)"],
        },
    ),
    # ... but not the posts of family, friends and successors
    ("Ông Lê Văn Tám sinh năm 1961, vợ là Giám đốc Sở Y tế Hà Nam.", {"Lê Văn Tám": []}),
    ("Ông Lê Văn Tám quê Hà Nam, có con trai là Giám đốc Sở Y tế Hà Nam.", {"Lê Văn Tám": []}),
    ("Ông Lê Văn Tám sinh năm 1961, bạn học của ông là Giám đốc Sở Y tế Hà Nam.", {"Lê Văn Tám": []}),
    ("Ông Lê Văn Tám quê Hà Nam, người thay thế là Giám đốc Sở Y tế Hà Nam.", {"Lê Văn Tám": []}),
    ("Ông Lê Văn Tám được thưởng, vợ giữ chức Giám đốc Sở Y tế Hà Nam.", {"Lê Văn Tám": []}),
    (
        "Ông Lê Văn Tám nguyên Trạm trưởng Trạm kiểm lâm Sông Mơ bị kỷ luật.",
        {"Lê Văn Tám": ["Trạm trưởng @ Trạm kiểm lâm Sông Mơ (nguyên)"]},
    ),
    (
        "Hai nguyên Chủ tịch UBND Cần Thơ là các ông Hồ Nam (giai đoạn 1991-1995) và ông Hoàng Tấn (giai đoạn "
        "1996-1999) xác nhận.",
        {"Hồ Nam": ["Chủ tịch @ UBND Cần Thơ (nguyên)"], "Hoàng Tấn": ["Chủ tịch @ UBND Cần Thơ (nguyên)"]},
    ),
    ("Dưới thời Tổng thống Gerald Ford, phòng họp được xây.", {"Gerald Ford": ["Tổng thống @ None"]}),
    # a post and its holder without a comma, and over what a deputy looks after
    ("Chánh Thanh tra TP. HCM ông Lê Văn Tám nêu thực tế.", {"Lê Văn Tám": ["Chánh Thanh tra @ Thanh tra TP. HCM"]}),
    (
        "Ông gặp Thứ trưởng Bộ Y tế phụ trách các vấn đề kinh tế Mario Belluno.",
        {"Mario Belluno": ["Thứ trưởng @ Bộ Y tế"]},
    ),
    (
        "Bà đón Phó cố vấn An ninh quốc gia Gordon Tibble, Thứ trưởng Bộ Y tế phụ trách kinh tế Mario Belluno.",
        {"Gordon Tibble": ["Phó cố vấn An ninh quốc gia @ None"], "Mario Belluno": ["Thứ trưởng @ Bộ Y tế"]},
    ),
    ("Với cương vị Chủ tịch ASEAN 2031, bà Lê Thị Tám phát biểu.", {"Lê Thị Tám": ["Chủ tịch @ ASEAN 2031"]}),
    # more than one such council: no seat of one
    ("Ông Lê Văn Tám là Chủ tịch 4 hội đồng chấm thi.", {"Lê Văn Tám": []}),
    # an office taken up, before its holder's name; before another title the words leave open whose it is
    (
        "Sau khi nhận chức Giám đốc Sở Y tế Hà Nam, ông Lê Văn Tám đi thăm bến cá.",
        {"Lê Văn Tám": ["Giám đốc @ Sở Y tế Hà Nam"]},
    ),
    (
        "Sau khi nhận chức Giám đốc Sở Y tế Hà Nam, Bộ trưởng Y tế Trần Thị Hoa đã khen ông.",
        {"Trần Thị Hoa": ["Bộ trưởng @ Bộ Y tế"]},
    ),
    ("Trước khi nhận chức Giám đốc Sở Y tế Hà Nam, ông Lê Văn Tám dạy học.", {"Lê Văn Tám": []}),
    ("Từ chối nhận chức Giám đốc Sở Y tế Hà Nam, ông Lê Văn Tám về quê.", {"Lê Văn Tám": []}),
    ("Nghe kẻ đòi giữ chức Giám đốc Sở Y tế Hà Nam, ông Lê Văn Tám cười.", {"Lê Văn Tám": []}),
    ("Từ chối cương vị Giám đốc Sở Y tế Hà Nam, ông Lê Văn Tám về quê.", {"Lê Văn Tám": []}),
    ("Khi nhận chức Giám đốc Sở Y tế Hà Nam, ông Lê Văn Tám sẽ dời nhà.", {"Lê Văn Tám": []}),
    # a committee for one gathering, with the year of it
    (
        "Phó thủ tướng, Chủ tịch Ủy ban Quốc gia ASEAN 2031 Lê Văn Tám chủ trì họp.",
        {"Lê Văn Tám": ["Phó thủ tướng @ Chính phủ", "Chủ tịch @ Ủy ban Quốc gia ASEAN 2031"]},
    ),
    (
        "Anh Lê Văn Tám - Bí thư Trung ương đoàn, Chủ tịch Hội Tem Hà Nam - dự.",
        {"Lê Văn Tám": ["Bí thư @ Trung ương đoàn", "Chủ tịch @ Hội Tem Hà Nam"]},
    ),
    (
        "Bà Lê Thị Tám, Ủy viên Ban Thường vụ Trung ương hội, trưởng đoàn thanh tra, dự.",
        {"Lê Thị Tám": ["Ủy viên @ Ban Thường vụ Trung ương hội", "Trưởng đoàn @ Đoàn thanh tra"]},
    ),
    # short names that are introduced later, before another body
    (
        "Ông Lê Văn Tám, chủ tịch VPA, nói. Phòng Thương mại và công nghiệp Sông Mơ (VPA) và Hội Sông Bến họp báo.",
        {"Lê Văn Tám": ["Chủ tịch @ Phòng Thương mại và công nghiệp Sông Mơ"]},
    ),
    # the assembly that puts questions
    (
        "Trong phiên trả lời chất vấn HĐND tỉnh Hà Nam, sở nhận lỗi. Đại biểu Lê Thị Tám hỏi về rác.",
        {"Lê Thị Tám": ["Đại biểu @ HĐND tỉnh Hà Nam"]},
    ),
    # a gathering of ministers is nobody's post
    (
        "Tại Diễn đàn Bộ trưởng Y tế ASEAN - Ấn Độ, Phó Thủ tướng Lê Văn Tám phát biểu.",
        {"Lê Văn Tám": ["Phó Thủ tướng @ Chính phủ"]},
    ),
    # a day, a year or an hour before a post counts nobody
    (
        "Hôm 25/12 Chủ tịch tỉnh Hà Nam Lê Văn Tám đi thăm kênh.",
        {"Lê Văn Tám": ["Chủ tịch @ UBND tỉnh Hà Nam"]},
    ),
    ("Đầu năm 2031 Thủ tướng Lê Văn Tám đi thăm kênh.", {"Lê Văn Tám": ["Thủ tướng @ Chính phủ"]}),
    ("Lúc 9h30 Bộ trưởng Y tế Lê Văn Tám đi thăm kênh.", {"Lê Văn Tám": ["Bộ trưởng @ Bộ Y tế"]}),
    # the dead hold their posts no longer; an adviser ("cố vấn") is alive
    ("Sách kể chuyện cố Thủ tướng Lê Văn Tám ở rừng.", {"Lê Văn Tám": ["Thủ tướng @ Chính phủ (nguyên)"]}),
    # two titles with nothing between them
    (
        "Bộ trưởng Chủ nhiệm Văn phòng Chính phủ Lê Văn Tám trả lời.",
        {"Lê Văn Tám": ["Bộ trưởng @ Văn phòng Chính phủ", "Chủ nhiệm @ Văn phòng Chính phủ"]},
    ),
    # a party before a foreign name
    ("Nghị sĩ Đảng Xanh Golda Menner đặt câu hỏi.", {"Golda Menner": ["Nghị sĩ @ Đảng Xanh"]}),
    # a name of the highlands that begins as medicine does
    ("Chủ tịch UBND xã Ea Kao Y Học Niê dự.", {"Y Học Niê": ["Chủ tịch @ UBND xã Ea Kao"]}),
    # callings before names
    ("Soạn giả Lê Văn Tám góp lời. Võ sư Trần Hữu Hoa múa kiếm.", {"Lê Văn Tám": [], "Trần Hữu Hoa": []}),
]


@pytest.mark.parametrize(("report", "expected"), CASES)
def test_posts_given_and_left(report: str, expected: dict[str, list[str]]) -> None:
    assert found(report) == expected


BODIES = [
    ("Trưởng BCĐ Trung ương về Xóa mù chữ", "Ban Chỉ đạo Trung ương về Xóa mù chữ"),
    ("chánh án TAND cấp cao tại Hà Nội", "TAND cấp cao tại Hà Nội"),
    ("Cục trưởng Cục Di sản, khảo cổ và bảo tàng", "Cục Di sản, khảo cổ và bảo tàng"),
    ("Trưởng ban Ban Biên giới Lào - Việt Nam", "Ban Biên giới Lào - Việt Nam"),
    (
        "Phó Giám đốc Cơ quan thanh tra, giám sát thị trường",
        "Cơ quan thanh tra, giám sát thị trường",
    ),
    (
        "Đội trưởng Đội Cảnh sát giao thông đường bộ - đường sắt Công an TP Hải Phòng",
        "Đội Cảnh sát giao thông đường bộ - đường sắt Công an TP Hải Phòng",
    ),
    ("Chủ tịch Hiệp hội Làng nghề Việt Nam", "Hiệp hội Làng nghề Việt Nam"),
    ("giám đốc Công ty TNHH Sản xuất, thương mại Bình Phát", "Công ty TNHH Sản xuất, thương mại Bình Phát"),
    ("Giám đốc Sở Văn hóa Bà Rịa - Vũng Tàu", "Sở Văn hóa Bà Rịa - Vũng Tàu"),
    ("Hiệu trưởng Trung cấp Y Dược Tuệ Tĩnh", "Trường Trung cấp Y Dược Tuệ Tĩnh"),
    (
        "Giám đốc Chương trình Y tế Cộng đồng khu vực Đông Á Thái Bình Dương",
        "Chương trình Y tế Cộng đồng khu vực Đông Á Thái Bình Dương",
    ),
    ("ĐBQH tỉnh Thanh Hóa", "Quốc hội tỉnh Thanh Hóa"),
    ("giảng viên Trường Đại học Luật Hà Nội", "Trường Đại học Luật Hà Nội"),
    ("chuyên viên Vụ Pháp chế", "Vụ Pháp chế"),
    ("Hiệu trưởng Trường Cao đẳng Y Khoa Hòa Lạc", "Trường Cao đẳng Y Khoa Hòa Lạc"),
    ("Giám đốc Trung tâm Dịch vụ về nước sạch", "Trung tâm Dịch vụ về nước sạch"),
    ("Trưởng Ban Tổ chức HTWX 2031", "Ban Tổ chức HTWX 2031"),
    (
        "Chủ nhiệm Ủy ban Văn hóa, giáo dục, thanh niên, thiếu niên và nhi đồng",
        "Ủy ban Văn hóa, giáo dục, thanh niên, thiếu niên và nhi đồng",
    ),
]


@pytest.mark.parametrize(("post", "body"), BODIES)
def test_bodies_to_their_end(post: str, body: str) -> None:
    (own,) = found(f"Ông Lê Văn Tám, {post}, phát biểu.")["Lê Văn Tám"]
    assert own.split(" @ ")[1] == body


NO_PERSONS = [
    'Lê Văn Tám (tức Ba "Bến") - thợ mộc, phó giám đốc Công ty Thái Minh - mở tiệc mừng.',
    "Về phía Đại học Tôn Đức Thắng, Phó hiệu trưởng nhà trường cho hay kết quả. Đại học Tôn Đức Thắng lãi.",
]


@pytest.mark.parametrize("report", NO_PERSONS)
def test_firms_and_schools_are_no_persons(report: str) -> None:
    assert not {"Thái Minh", "Tôn Đức Thắng"} & set(found(report))


def test_a_body_ends_before_what_is_spoken_of() -> None:
    report = "Bà Trần Thị Hoa hỏi ông Lê Văn Tám, Cục trưởng Cục Y tế dự phòng về dịch sởi."
    assert found(report)["Lê Văn Tám"] == ["Cục trưởng @ Cục Y tế dự phòng"]


def test_a_name_that_ends_like_a_country_names_none() -> None:
    assert found("Đại sứ Lê Nguyệt Nga khai mạc. Bà Nga cảm ơn. Bà Nga chào.")["Lê Nguyệt Nga"] == ["Đại sứ @ None"]


def test_of_several_firms_the_one_named_last_is_meant() -> None:
    report = (
        "Tập đoàn Dệt may Sông Mơ tổ chức hội nghị. Ông Lê Văn Tám - Tổng giám đốc Tập đoàn - cho biết lãi tăng. Tập "
        "đoàn Đầu tư và Phát triển Than Hòn Nước đã góp vốn."
    )
    assert found(report)["Lê Văn Tám"] == ["Tổng giám đốc @ Tập đoàn Dệt may Sông Mơ"]
