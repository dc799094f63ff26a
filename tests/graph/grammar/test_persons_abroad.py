"""Persons of other countries, deputies, joined and led bodies: constructions of press news."""

import pytest

from graph.grammar.people.persons import find_people
from graph.grammar.text.layout import analyse
from graph.source import Source


def found(text: str, title: str = "Tin trong ngày") -> dict[str, list[str]]:
    people = find_people(analyse(Source.from_text("t", f"{title}\n\n{text}\n")))
    return {p.name: [f"{q.title} @ {q.org}" for q in p.posts] for p in people.persons}


FOREIGN = [
    ("Thủ tướng Nhật Bản Kenji Tanaka đến thăm.", {"Kenji Tanaka": ["Thủ tướng @ Chính phủ Nhật Bản"]}),
    (
        "Cựu thủ tướng Marek Novak gặp Tổng thống Cộng hòa Séc Jan Dvorak.",
        {"Marek Novak": ["Thủ tướng @ None"], "Jan Dvorak": ["Tổng thống @ Cộng hòa Séc"]},
    ),
    (
        "Tổng Bí thư, Chủ tịch nước Lào Bun-khăm Xi-pha-xợt dự lễ.",
        {"Bun-khăm Xi-pha-xợt": ["Tổng Bí thư @ Lào", "Chủ tịch nước @ Lào"]},
    ),
    (
        "Thủ tướng Va - nu - a - tu L. Ta - ri tiếp đoàn. Thủ tướng L. Ta - ri cảm ơn. Ông Ta - ri ra về.",
        {"L. Ta - ri": ["Thủ tướng @ Chính phủ Va - nu - a - tu"]},
    ),
    ("Thủ tướng Đức B. Schneider phát biểu.", {"B. Schneider": ["Thủ tướng @ Chính phủ Đức"]}),
    ("Tổng thống Syria Karim al - Hamad trả lời.", {"Karim al - Hamad": ["Tổng thống @ Syria"]}),
    ("Đại sứ Mỹ tại Liên Hợp Quốc Emma Carter nói.", {"Emma Carter": ["Đại sứ @ Mỹ tại Liên Hợp Quốc"]}),
    (
        "Đại sứ Việt Nam tại Nhật Bản Lê Thanh Hải tiếp bà Emma Carter, Phó Trưởng đại diện UNICEF tại Việt Nam.",
        {
            "Lê Thanh Hải": ["Đại sứ @ Việt Nam tại Nhật Bản"],
            "Emma Carter": ["Phó Trưởng đại diện @ UNICEF tại Việt Nam"],
        },
    ),
    (
        "Tỉnh trưởng Udon Thani Somchai Prasert cho biết. Ông Somchai Prasert cảm ơn.",
        {"Somchai Prasert": ["Tỉnh trưởng @ Udon Thani"]},
    ),
    ("Theo chính quyền Tổng thống Mỹ Alan Brown, việc này xong.", {"Alan Brown": ["Tổng thống @ Mỹ"]}),
    (
        "Bộ trưởng Ngoại giao P. Ka-lô của Va-nu-a-tu dự.",
        {"P. Ka-lô": ["Bộ trưởng @ Bộ Ngoại giao Va-nu-a-tu"]},
    ),
]
JOINED = [
    (
        "Phó giám đốc Sở Văn hóa Đà Nẵng, ông Trần Hữu Chí chia sẻ.",
        {"Trần Hữu Chí": ["Phó giám đốc @ Sở Văn hóa Đà Nẵng"]},
    ),
    (
        "Các đồng chí Lê Công Bền, Chủ tịch Hội CCB huyện Ba Vì và Tạ Thị Yến, Chủ tịch Hội CCB huyện Hạ Hòa dự.",
        {
            "Lê Công Bền": ["Chủ tịch @ Hội CCB huyện Ba Vì"],
            "Tạ Thị Yến": ["Chủ tịch @ Hội CCB huyện Hạ Hòa"],
        },
    ),
    (
        "Dự có ông Lê Văn Tư, Đồn trưởng Đồn Biên phòng Ra Mai và chị Hồ Thị Mai.",
        {"Lê Văn Tư": ["Đồn trưởng @ Đồn Biên phòng Ra Mai"], "Hồ Thị Mai": []},
    ),
    (
        "Giám đốc Công ty TNHH Gốm đỏ Mang Thít Phan Thị Bé Năm phản ánh.",
        {"Phan Thị Bé Năm": ["Giám đốc @ Công ty TNHH Gốm đỏ Mang Thít"]},
    ),
    (
        "Bí thư Trung ương Đoàn Tạ Quang Hòa phát động.",
        {"Tạ Quang Hòa": ["Bí thư @ Trung ương Đoàn"]},
    ),
    (
        "Chủ tịch UBND xã Y Thanh Byă nhấn mạnh. Bà H'Lan Êban, Chủ tịch UBND huyện Krông Pắc dự.",
        {"Y Thanh Byă": ["Chủ tịch @ UBND xã"], "H'Lan Êban": ["Chủ tịch @ UBND huyện Krông Pắc"]},
    ),
    (
        "Phó tổng thư ký Quốc hội Lê Bộ Giang cho biết.",
        {"Lê Bộ Giang": ["Phó tổng thư ký @ Quốc hội"]},
    ),
    (
        "Cục trưởng Cục Quản lý đê biển 3 (Tổng cục Thủy lợi Việt Nam - Bộ NN) Lý Thanh Bảo cho biết.",
        {"Lý Thanh Bảo": ["Cục trưởng @ Cục Quản lý đê biển 3 (Tổng cục Thủy lợi Việt Nam - Bộ NN)"]},
    ),
]
COMPLETED = [
    (
        "Tập đoàn Sông Xanh do bà Lê Thị Mơ làm Chủ tịch đã góp vốn.",
        {"Lê Thị Mơ": ["Chủ tịch @ Tập đoàn Sông Xanh"]},
    ),
    (
        "Ông Trần Sỹ Toàn - chủ tịch HĐTV Tập đoàn Than Việt Nam (TVN) - khẳng định. Chủ tịch TVN Trần Sỹ Toàn nói.",
        {"Trần Sỹ Toàn": ["Chủ tịch @ HĐTV Tập đoàn Than Việt Nam"]},
    ),
    (
        "Ông Mai Đức Dũng, Đại tá, Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ dự.",
        {"Mai Đức Dũng": ["Bộ trưởng @ Văn phòng Chính phủ", "Chủ nhiệm @ Văn phòng Chính phủ"]},
    ),
    (
        "Đại tá Cao Xuân Lanh, Ủy viên Ban Thường vụ Đảng ủy, Chính ủy Bộ Chỉ huy BĐBP tỉnh Quảng Bình dự.",
        {
            "Cao Xuân Lanh": [
                "Ủy viên @ Ban Thường vụ Đảng ủy Bộ Chỉ huy BĐBP tỉnh Quảng Bình",
                "Chính ủy @ Bộ Chỉ huy BĐBP tỉnh Quảng Bình",
            ]
        },
    ),
    (
        "Trước đó ông Đỗ Đức Dụng lần lượt giữ các chức vụ Chánh văn phòng; Thứ trưởng Bộ Xây dựng.",
        {"Đỗ Đức Dụng": ["Chánh văn phòng @ Văn phòng Bộ Xây dựng", "Thứ trưởng @ Bộ Xây dựng"]},
    ),
    (
        "Đoàn Việt Nam do Đại tá Lê Quốc Tháng, Chỉ huy trưởng BĐBP tỉnh Quảng Trị làm trưởng đoàn; "
        "đoàn Lào do Phó Thủ tướng Bun-my Xi-xa-vạt dẫn đầu.",
        {
            "Lê Quốc Tháng": ["Chỉ huy trưởng @ BĐBP tỉnh Quảng Trị", "Trưởng đoàn @ Đoàn Việt Nam"],
            "Bun-my Xi-xa-vạt": ["Phó Thủ tướng @ Chính phủ Lào"],
        },
    ),
    (
        "Bí thư Thành ủy Đinh La Minh dự. Bí thư Minh nói. Chủ tịch Công ty TNHH một thành viên Sông Hồng Lê Văn Ba.",
        {
            "Đinh La Minh": ["Bí thư @ Thành ủy"],
            "Lê Văn Ba": ["Chủ tịch @ Công ty TNHH một thành viên Sông Hồng"],
        },
    ),
    (
        "Hội đồng Xổ số khu vực Miền Nam họp. Ông Đỗ Quang Vĩ - chủ tịch hội đồng - cho biết.",
        {"Đỗ Quang Vĩ": ["Chủ tịch @ Hội đồng Xổ số khu vực Miền Nam"]},
    ),
    (
        "Phiên họp Quốc hội sáng nay. Đại biểu Dương Trung Kiên cho rằng Quốc hội cần xem xét.",
        {"Dương Trung Kiên": ["Đại biểu @ Quốc hội"]},
    ),
    (
        "Tại kỳ họp Quốc hội, đại biểu đoàn thành phố Hải Phòng Trần Ngọc Vượng nói.",
        {"Trần Ngọc Vượng": ["Đại biểu @ Quốc hội đoàn thành phố Hải Phòng"]},
    ),
    (
        "Đại biểu Trần Ngọc Vượng dự hội nghị điển hình tiên tiến.",
        {"Trần Ngọc Vượng": []},
    ),
    (
        "Dưới sự chủ trì của Bí thư Tỉnh ủy Nghệ An Lê Văn Lộc, Thường trực Tỉnh ủy đã họp.",
        {"Lê Văn Lộc": ["Bí thư @ Tỉnh ủy Nghệ An"]},
    ),
    (
        "Xe chạy đến ngã tư phố Lê Lợi - Nguyễn Thái Lan, Thủ tướng xuống xe.",
        {},
    ),
]


@pytest.mark.parametrize(("text", "expected"), FOREIGN + JOINED + COMPLETED)
def test_constructions_of_news(text: str, expected: dict[str, list[str]]) -> None:
    assert found(text) == expected
