"""Posts whose body or holder stands elsewhere in the report: of a district, of a list, after a comma, before "là"."""

import pytest

from graph.grammar.layout import analyse
from graph.grammar.persons import find_people
from graph.source import Source


def found(report: str) -> dict[str, list[str]]:
    people = find_people(analyse(Source.from_text("t", f"Hội nghị\n\n{report}\n")))
    return {
        p.name: [r.name for r in p.ranks]
        + [f"{q.title} @ {q.org}" + (" (nguyên)" if q.former else "") for q in p.posts]
        for p in people.persons
    }


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
]


@pytest.mark.parametrize(("report", "expected"), CASES, ids=[c[0][-30:] for c in CASES])
def test_posts(report: str, expected: dict[str, list[str]]) -> None:
    assert found(report) == expected
