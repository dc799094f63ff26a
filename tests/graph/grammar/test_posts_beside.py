"""Posts whose body or holder stands elsewhere in the report: of a district, of a list, after a comma, before "là"."""

import pytest

from graph.grammar.people.persons import find_people
from graph.grammar.text.layout import analyse
from graph.source import Source
from tests.graph.grammar.people_read import people_in


def found(report: str) -> dict[str, list[str]]:
    return people_in(f"Hội nghị\n\n{report}\n")


DISTRICT = "Sáng 5/6, Huyện ủy Mộc Châu (tỉnh Sơn La) tổ chức Hội nghị sơ kết. "
JUSTICE = "Ngày 9/8, Sở Tư pháp tỉnh Bắc Giang tổ chức hội nghị tập huấn. "
ARMY = "Ngày 20/7, Bộ CHQS tỉnh Nghệ An tổ chức Hội nghị rút kinh nghiệm. "
WARD = "Ngày 25/7, Đại hội đại biểu Đảng bộ phường Tân Hòa lần thứ I khai mạc. "
WOMEN = "Ngày 9/8, Hội LHPN tỉnh Bắc Giang tổ chức hội nghị. "
CASES = [
    (
        DISTRICT + "Đồng chí Nguyễn Thị Hoan, Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức, phát biểu. Đồng chí Lê Trọng"
        " Bính, Phó Bí thư, Chủ tịch UBND huyện chủ trì.",
        {
            "Nguyễn Thị Hoan": [
                "Ủy viên @ Ban Thường vụ Huyện ủy Mộc Châu",
                "Trưởng Ban @ Ban Tổ chức Huyện ủy Mộc Châu",
            ],
            "Lê Trọng Bính": ["Phó Bí thư @ Huyện ủy Mộc Châu", "Chủ tịch @ UBND huyện Mộc Châu"],
        },
    ),
    (
        JUSTICE + "Bà Đỗ Thị Việt, Giám đốc Sở cùng các Phó Giám đốc Sở: Lương Thị Kim và Nguyễn Văn Bằng chủ trì."
        " Trưởng phòng Phổ biến, giáo dục pháp luật Hà Văn Bé báo cáo.",
        {
            "Đỗ Thị Việt": ["Giám đốc @ Sở Tư pháp tỉnh Bắc Giang"],
            "Lương Thị Kim": ["Phó Giám đốc @ Sở Tư pháp tỉnh Bắc Giang"],
            "Nguyễn Văn Bằng": ["Phó Giám đốc @ Sở Tư pháp tỉnh Bắc Giang"],
            "Hà Văn Bé": ["Trưởng phòng @ Phòng Phổ biến, giáo dục pháp luật"],
        },
    ),
    (
        ARMY + "Đại tá Phan Đại Nghị, Phó Bí thư Đảng ủy, Chỉ huy trưởng, chủ trì. Thiếu tá Ngô Xuân Hải, Đồn trưởng"
        " Đồn Biên phòng Tam Quan, phát biểu. Thiếu tá QNCN Lê Văn Tý được khen.",
        {
            "Phan Đại Nghị": [
                "Đại tá",
                "Phó Bí thư @ Đảng ủy Bộ CHQS tỉnh Nghệ An",
                "Chỉ huy trưởng @ Bộ CHQS tỉnh Nghệ An",
            ],
            "Ngô Xuân Hải": ["Thiếu tá", "Đồn trưởng @ Đồn Biên phòng Tam Quan"],
            "Lê Văn Tý": ["Thiếu tá"],
        },
    ),
    (
        WARD + "Đồng chí Cil Thị Ngần, Phó Bí thư Thường trực Đảng ủy, điều hành.",
        {"Cil Thị Ngần": ["Phó Bí thư Thường trực @ Đảng ủy phường Tân Hòa"]},
    ),
    (
        WOMEN + "Dự có hai Phó Chủ tịch Hội LHPN tỉnh là bà Đặng Thị Dung và bà Hoàng Thị Hà. Bà Lò Thị Mai phát biểu.",
        {
            "Đặng Thị Dung": ["Phó Chủ tịch @ Hội LHPN tỉnh Bắc Giang"],
            "Hoàng Thị Hà": ["Phó Chủ tịch @ Hội LHPN tỉnh Bắc Giang"],
            "Lò Thị Mai": [],
        },
    ),
    (
        WOMEN + "Các đồng chí: Ngụy Thị Tuyến, Chủ tịch Hội LHPN tỉnh; Lưu Thị Khang, Tô Thị Sáng, Phó Chủ tịch Hội.",
        {
            "Ngụy Thị Tuyến": ["Chủ tịch @ Hội LHPN tỉnh Bắc Giang"],
            "Lưu Thị Khang": ["Phó Chủ tịch @ Hội LHPN tỉnh Bắc Giang"],
            "Tô Thị Sáng": ["Phó Chủ tịch @ Hội LHPN tỉnh Bắc Giang"],
        },
    ),
    (
        WOMEN + "Bà Trần Lưu Mi, người từng là Hiệu trưởng Trường THPT Gia Hòa, kể lại. Ông Bùi Minh Hưng (Kế toán"
        " trưởng, Trung tâm y tế huyện Lục Nam) cùng dự.",
        {
            "Trần Lưu Mi": ["Hiệu trưởng @ Trường THPT Gia Hòa (nguyên)"],
            "Bùi Minh Hưng": ["Kế toán trưởng @ Trung tâm y tế huyện Lục Nam"],
        },
    ),
    (
        WOMEN + "Cô Vũ Thị Mận, Hiệu trưởng Trường Mầm non 1/6, và thầy Nguyễn Văn Tiến, Hiệu trưởng Trường TH&THCS Yên"
        " Định, dự. Đại úy Trần Thị Lan, Phó Đội trưởng Đội Cảnh sát giao thông, trật tự, Công an huyện Lục Nam, dự.",
        {
            "Vũ Thị Mận": ["Hiệu trưởng @ Trường Mầm non 1/6"],
            "Nguyễn Văn Tiến": ["Hiệu trưởng @ Trường TH&THCS Yên Định"],
            "Trần Thị Lan": ["Đại úy", "Phó Đội trưởng @ Đội Cảnh sát giao thông, trật tự, Công an huyện Lục Nam"],
        },
    ),
    (
        WOMEN + "Phó Chủ tịch Nguyễn Thị Minh Tâm (Thường trực) chủ trì.",
        {"Nguyễn Thị Minh Tâm": ["Phó Chủ tịch Thường trực @ Hội LHPN tỉnh Bắc Giang"]},
    ),
    (
        "Ngày 2/3, tại Hà Nội, Bộ Nội vụ công bố quyết định. Chánh Văn phòng Bộ Vũ Đăng Minh công bố. Ông Trần Anh Tú,"
        " Phó Vụ trưởng Vụ Công chức - Viên chức, dự.",
        {
            "Vũ Đăng Minh": ["Chánh Văn phòng @ Văn phòng Bộ Nội vụ"],
            "Trần Anh Tú": ["Phó Vụ trưởng @ Vụ Công chức - Viên chức, Bộ Nội vụ"],
        },
    ),
    (
        "Ngày 2/3, Trường Đại học Tây Bắc tổ chức Hội nghị viên chức. ThS Lò Ngọc Diệp, Chủ tịch Công đoàn Trường; TS"
        " Nguyễn Văn Báo, Bí thư Đảng ủy, Hiệu trưởng Nhà trường dự.",
        {
            "Lò Ngọc Diệp": ["Chủ tịch @ Công đoàn Trường Đại học Tây Bắc"],
            "Nguyễn Văn Báo": ["Bí thư @ Đảng ủy Trường Đại học Tây Bắc", "Hiệu trưởng @ Trường Đại học Tây Bắc"],
        },
    ),
    (
        "Ngày 2/3, Tỉnh đoàn Tuyên Quang tổ chức Đại hội. Chị Phương Thị Thanh và anh Nông Minh Tú được bầu làm Phó"
        " Bí thư Tỉnh đoàn. Chị Hà Hạnh Nhung tái đắc cử chức danh Chủ tịch Hội đồng Đội tỉnh.",
        {
            "Phương Thị Thanh": ["Phó Bí thư @ Tỉnh đoàn Tuyên Quang"],
            "Nông Minh Tú": ["Phó Bí thư @ Tỉnh đoàn Tuyên Quang"],
            "Hà Hạnh Nhung": ["Chủ tịch @ Hội đồng Đội tỉnh Tuyên Quang"],
        },
    ),
    (
        "Ngày 2/3, Sở Công Thương Lạng Sơn họp. Chị Hứa Thị Lan, Phó phòng Quản lý thương mại, nay là Trưởng phòng Hành"
        " chính - Tổng hợp, dự. Ông Đinh Bưu, Thôn trưởng thôn Bắc (xã Hòa An, huyện Cao Lộc) dự.",
        {
            "Hứa Thị Lan": [
                "Phó phòng @ Phòng Quản lý thương mại (nguyên)",
                "Trưởng phòng @ Phòng Hành chính - Tổng hợp",
            ],
            "Đinh Bưu": ["Thôn trưởng @ thôn Bắc (xã Hòa An, huyện Cao Lộc)"],
        },
    ),
    (
        "Ngày 2/3, Hội đồng họp tại Dubai về việc của Globpol. Tổng Thư ký Globpol Jurgen Steck phát biểu. Chủ tịch"
        " Ngân hàng Phát triển châu Á Takeo Nakazo dự. Ông Sato, Phó Thư ký báo chí Bộ Ngoại giao Nhật Bản, nói. Cố vấn"
        " Nhà Trắng Ivonne Kramp cùng dự với Ngoại trưởng Mỹ Condola Reeves, Quốc vương Hassan Bolkan.",
        {
            "Jurgen Steck": ["Tổng Thư ký @ Globpol"],
            "Takeo Nakazo": ["Chủ tịch @ Ngân hàng Phát triển châu Á"],
            "Sato": ["Phó Thư ký báo chí @ Bộ Ngoại giao Nhật Bản"],
            "Ivonne Kramp": ["Cố vấn @ Nhà Trắng"],
            "Condola Reeves": ["Ngoại trưởng @ Mỹ"],
            "Hassan Bolkan": ["Quốc vương @ None"],
        },
    ),
    (
        "Ngày 12/5, Huyện ủy Thới Lai (TP Cần Thơ) họp. Đ/c Lê Văn Tâm - UVBTV Thành ủy, PCT UBND TP; đ/c Nguyễn Ngọc"
        " Hè - PBT Thường trực Huyện ủy; đ/c Huỳnh Thanh Sự (CT UBND huyện) dự.",
        {
            "Lê Văn Tâm": ["Ủy viên @ Ban Thường vụ Thành ủy Cần Thơ", "Phó Chủ tịch @ UBND TP Cần Thơ"],
            "Nguyễn Ngọc Hè": ["Phó Bí thư Thường trực @ Huyện ủy Thới Lai"],
            "Huỳnh Thanh Sự": ["Chủ tịch @ UBND huyện Thới Lai"],
        },
    ),
    (
        "Ngày 3/12, Hải đội 2, Bộ đội Biên phòng tỉnh Kiên Giang tổ chức lễ. Thượng tá Danh Dũng, Hải đội trưởng, bàn"
        " giao. Thiếu tá Lâm Thành Tâm, Chính trị viên Hải đội chứng kiến.",
        {
            "Danh Dũng": ["Thượng tá", "Hải đội trưởng @ Hải đội 2"],
            "Lâm Thành Tâm": ["Thiếu tá", "Chính trị viên @ Hải đội 2"],
        },
    ),
    (
        "Ngày 2/6, HĐND huyện Trạm Tấu (Yên Bái) họp. Bà Sùng Thị Giao (xã Bản Mù), Trưởng Ban Pháp chế HĐND huyện,"
        " hỏi. Anh Quàng Văn Út là tổ trưởng tổ sản xuất số 3, Xí nghiệp Chè Hòa Châu. Chị Lừ Thị Pân giữ vai trò Chủ"
        " nhiệm CLB Nữ công. Đ/c LÔ VĂN GIÁP - Bí thư Huyện ủy nghe.",
        {
            "Sùng Thị Giao": ["Trưởng Ban @ Ban Pháp chế HĐND huyện Trạm Tấu"],
            "Quàng Văn Út": ["Tổ trưởng @ tổ sản xuất số 3, Xí nghiệp Chè Hòa Châu"],
            "Lừ Thị Pân": ["Chủ nhiệm @ CLB Nữ công"],
            "Lô Văn Giáp": ["Bí thư @ Huyện ủy Trạm Tấu"],
        },
    ),
    (
        "Ngày 4/11, tại Viêng Chăn, các bên họp. Tỉnh trưởng tỉnh Xiêng Khoảng Bunton Chanthaphon dự. Thủ tướng Lý Khắc"
        " Cường của Trung Quốc và Quốc vương Hassan Bolkan của Brunei gửi thư. TS Vũ Quốc Khánh, Trưởng khoa Nông Lâm.",
        {
            "Bunton Chanthaphon": ["Tỉnh trưởng @ tỉnh Xiêng Khoảng"],
            "Lý Khắc Cường": ["Thủ tướng @ Chính phủ Trung Quốc"],
            "Hassan Bolkan": ["Quốc vương @ Brunei"],
            "Vũ Quốc Khánh": ["Trưởng khoa @ Khoa Nông Lâm"],
        },
    ),
    (
        "Ngày 15/6, Công ty Cổ phần Nước sạch Lào Cai họp. Ông Phạm Văn Quyền - Chủ tịch HĐQT, ông Mai Đình Định - Kế"
        " toán trưởng điều hành. Bà Giàng Thị Sử, dân tộc Mông, Trưởng thôn Lùng Thá, dự.",
        {
            "Phạm Văn Quyền": ["Chủ tịch @ HĐQT Công ty Cổ phần Nước sạch Lào Cai"],
            "Mai Đình Định": ["Kế toán trưởng @ Công ty Cổ phần Nước sạch Lào Cai"],
            "Giàng Thị Sử": ["Trưởng thôn @ thôn Lùng Thá"],
        },
    ),
    (
        "Ngày 15/6, Ủy ban bầu cử tỉnh An Giang họp. Ông Lê Văn Nương, Chủ tịch HĐND tỉnh, Phó Chủ tịch Ủy ban bầu cử;"
        " ông Chau Sóc Kha, Chánh Văn phòng Đoàn ĐBQH và HĐND tỉnh dự.",
        {
            "Lê Văn Nương": ["Chủ tịch @ HĐND tỉnh An Giang", "Phó Chủ tịch @ Ủy ban bầu cử tỉnh An Giang"],
            "Chau Sóc Kha": ["Chánh Văn phòng @ Văn phòng Đoàn ĐBQH và HĐND tỉnh An Giang"],
        },
    ),
    (
        "Ngày 9/8, huyện Nam Giang (Quảng Nam) tổ chức Đại hội. Ông Bh’riu Liếp, nguyên Bí thư Huyện ủy Tây Giang; ông"
        " A Viết Sang, Chủ tịch UBND huyện dự.",
        {
            "Bh’riu Liếp": ["Bí thư @ Huyện ủy Tây Giang (nguyên)"],
            "A Viết Sang": ["Chủ tịch @ UBND huyện Nam Giang"],
        },
    ),
    (
        "Ngày 3/11, tại Bạc Liêu, Hội CCB tỉnh mở hội nghị. Chủ tịch Hội là Đại tá Huỳnh Văn Tới điều khiển. Dự có"
        " Thiếu tướng Nguyễn Song Phi, nguyên Phó Chủ tịch Hội CCB Việt Nam; bà Lâm Thị Sáng, người đang giữ ghế Phó"
        " Chủ tịch UBND tỉnh; ông Quách Tố Giang, Chánh Văn phòng Hội; ông Đinh Văn Quế, nguyên Chánh tòa Hình sự TAND"
        " tỉnh.",
        {
            "Huỳnh Văn Tới": ["Đại tá", "Chủ tịch @ Hội CCB tỉnh Bạc Liêu"],
            "Nguyễn Song Phi": ["Thiếu tướng", "Phó Chủ tịch @ Hội CCB Việt Nam (nguyên)"],
            "Lâm Thị Sáng": ["Phó Chủ tịch @ UBND tỉnh Bạc Liêu"],
            "Quách Tố Giang": ["Chánh Văn phòng @ Văn phòng Hội CCB tỉnh Bạc Liêu"],
            "Đinh Văn Quế": ["Chánh tòa @ Tòa Hình sự TAND tỉnh Bạc Liêu (nguyên)"],
        },
    ),
    (
        "Ngày 9/9, phường Nam Hòa (Khánh Hòa) họp. Bí thư Đảng ủy phường Nguyễn Văn Minh chủ trì; Chủ tịch UBND phường"
        " Bo Bo Thị Yên dự. Chủ tịch UBND TP Nha Trang - Nguyễn Sỹ Khánh gửi thư. Ông Trương Minh Tú - khi đó là Bí thư"
        " Thành ủy Nha Trang - kể lại.",
        {
            "Nguyễn Văn Minh": ["Bí thư @ Đảng ủy phường Nam Hòa"],
            "Bo Bo Thị Yên": ["Chủ tịch @ UBND phường Nam Hòa"],
            "Nguyễn Sỹ Khánh": ["Chủ tịch @ UBND TP Nha Trang"],
            "Trương Minh Tú": ["Bí thư @ Thành ủy Nha Trang (nguyên)"],
        },
    ),
    (
        "Ngày 12/6, Sở Nông nghiệp tỉnh Trà Vinh họp. Trưởng phòng Thủy lợi Kim Rương điểm lại kết quả. Ông Sơn Minh,"
        " Chủ tịch Công đoàn cơ sở Công ty Gỗ An Phát phản ánh khó khăn.",
        {
            "Kim Rương": ["Trưởng phòng @ Phòng Thủy lợi"],
            "Sơn Minh": ["Chủ tịch @ Công đoàn cơ sở Công ty Gỗ An Phát"],
        },
    ),
    (
        "Ngày 12/6, tại Quảng Ninh, Đại sứ Đặc mệnh toàn quyền Nhật Bản tại Việt Nam Yamada Taro thăm. Tổng Lãnh sự"
        " Trung Quốc tại TP Hồ Chí Minh Ngụy Hoa Tường dự. Ông Nguyễn Xuân Kỳ, Bí thư Tỉnh ủy, tiếp.",
        {
            "Yamada Taro": ["Đại sứ Đặc mệnh toàn quyền @ Nhật Bản tại Việt Nam"],
            "Ngụy Hoa Tường": ["Tổng Lãnh sự @ Trung Quốc tại TP Hồ Chí Minh"],
            "Nguyễn Xuân Kỳ": ["Bí thư @ Tỉnh ủy Quảng Ninh"],
        },
    ),
    (
        "Ngày 5/11, Ban Chỉ đạo chuyển đổi số tỉnh An Giang họp. Chủ trì là Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh. Chủ"
        " tịch UBND tỉnh Giang Tuấn Kiên kết luận.",
        {"Giang Tuấn Kiên": ["Chủ tịch @ UBND tỉnh An Giang", "Phó Bí thư @ Tỉnh ủy An Giang"]},
    ),
    (
        "Ngày 5/11, tỉnh An Giang họp. Hội nghị đề nghị Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh vào cuộc. Chủ tịch UBND tỉnh"
        " Giang Tuấn Kiên kết luận.",
        {"Giang Tuấn Kiên": ["Chủ tịch @ UBND tỉnh An Giang"]},
    ),
]


@pytest.mark.parametrize(("report", "expected"), CASES, ids=[c[0][-30:] for c in CASES])
def test_posts(report: str, expected: dict[str, list[str]]) -> None:
    assert found(report) == expected


@pytest.mark.parametrize("body", ["UBND thành phố Phan Thiết", "Công an thành phố Phan Rang", "UBND thị xã Trần Phong"])
def test_a_town_named_like_a_person_ends_the_body(body: str) -> None:
    text = f"Tin trong tỉnh\n\nDự hội nghị có bà Lê Thị Nhài, Phó Chủ tịch {body}."
    (person,) = find_people(analyse(Source.from_text("t", text))).persons
    assert (person.name, [post.org for post in person.posts]) == ("Lê Thị Nhài", [body])


def test_deputies_beside_their_chief_share_his_body() -> None:
    text = (
        "Tin trong tỉnh\n\nChủ tọa: ông Lò Văn Pản, Chánh án TAND tỉnh; các Phó Chánh án Cà Văn Un và Ngô Thị Mai. "
        "Bà Lê Thị Nhài, Chánh án TAND huyện Mường La phát biểu."
    )
    persons = find_people(analyse(Source.from_text("t", text))).persons
    assert {person.name: person.posts[0].org for person in persons}["Ngô Thị Mai"] == "TAND tỉnh"
