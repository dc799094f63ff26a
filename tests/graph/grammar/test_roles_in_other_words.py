"""Roles in the turns of phrase of reporters: talks, receptions, seats, delegations, honours, openings and closings."""

import pytest

from graph.grammar.events.events import find_events
from graph.grammar.people.persons import find_people
from graph.grammar.text.layout import analyse
from graph.source import Source

LEAD = "Sáng 12/5, tại Cần Thơ, Bộ Y tế tổ chức hội nghị sơ kết công tác dân số 6 tháng đầu năm. "


def told(text: str) -> str:
    """Write "Hoa:attend Tám:chair", sorted, the gatherings parted by " / "."""
    document = analyse(Source.from_text("t", f"Tin trong ngày\n\n{text}\n"))
    events = find_events(document, find_people(document))
    return " / ".join(" ".join(sorted(f"{r.person.split()[-1]}:{r.role}" for r in e.roles)) for e in events)


TALKS = [
    (
        "Chiều 12/5, Chủ tịch nước Lê Văn Tám và Tổng thống Pháp Jean Martin đã tiến hành hội đàm tại Hà Nội.",
        "Martin:attend Tám:attend",
    ),
    (
        "Sáng 12/5, Thủ tướng Lê Văn Tám chủ trì lễ đón chính thức Thủ tướng Anh Mary Stone tại Phủ Chủ tịch.",
        "Stone:attend Tám:chair",
    ),
    (
        "Sáng 12/5, Thủ tướng Lê Văn Tám đã tiếp Bộ trưởng Quốc phòng Lào Kham Sai và Đại sứ Lào Thong Keo.",
        "Keo:attend Sai:attend Tám:attend",
    ),
    (
        "Bên lề Hội nghị cấp cao ASEAN sáng 12/5, Thủ tướng Lê Văn Tám đã gặp Thủ tướng Lào Thong Keo.",
        "Tám:attend / Keo:attend Tám:attend",
    ),
    ("Thủ tướng Lê Văn Tám sẽ gặp Thủ tướng Lào Thong Keo bên lề Hội nghị cấp cao ASEAN vào tháng tới.", ""),
    (f"{LEAD}Xin Bộ trưởng Bộ Y tế Trần Thị Hoa giới thiệu vài nét về ngành.", ""),
    (f"{LEAD}Phóng viên nhờ Bộ trưởng Bộ Y tế Trần Thị Hoa trình bày thêm.", ""),
]


@pytest.mark.parametrize(("text", "expected"), TALKS)
def test_talks_and_requests(text: str, expected: str) -> None:
    assert told(text) == expected


SEATS = [
    (f"{LEAD}Chủ trì hội nghị là Thứ trưởng Lê Văn Tám; thư ký là bà Trần Thị Hoa, Chánh Văn phòng.", "Tám:chair"),
    (f"{LEAD}Phiên thảo luận do Thứ trưởng Lê Văn Tám điều phối.", "Tám:chair"),
    (f"{LEAD}Thứ trưởng Lê Văn Tám là chủ tọa hội nghị.", "Tám:chair"),
    (f"{LEAD}Với vai trò chủ tọa, Thứ trưởng Lê Văn Tám đề nghị các sở nói thẳng.", "Tám:chair Tám:speak"),
    (f"{LEAD}Trên cương vị chủ trì hội nghị, Thứ trưởng Lê Văn Tám đề nghị các sở nói thẳng.", "Tám:chair Tám:speak"),
    (f"{LEAD}Thứ trưởng Lê Văn Tám, người điều hành hội nghị, đề nghị các sở nói thẳng.", "Tám:chair Tám:speak"),
    (f"{LEAD}Thay mặt chủ tọa, Thứ trưởng Lê Văn Tám đề nghị các sở nói thẳng.", "Tám:speak"),
    (f"{LEAD}Thứ trưởng Lê Văn Tám đề nghị chủ tọa cho nghỉ giải lao.", "Tám:speak"),
    (f"{LEAD}Đáp lời chủ tọa, Thứ trưởng Lê Văn Tám nhận thiếu sót.", "Tám:speak"),
    (
        f"{LEAD}Tham gia điều hành hội nghị có Thứ trưởng Lê Văn Tám và Vụ trưởng Vụ Dân số Trần Thị Hoa.",
        "Hoa:chair Tám:chair",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SEATS)
def test_seats(text: str, expected: str) -> None:
    assert told(text) == expected


DELEGATIONS = [
    (f"{LEAD}Dự hội nghị ở đầu cầu Hà Nội có Thứ trưởng Lê Văn Tám.", "Tám:attend"),
    (f"{LEAD}Lãnh đạo Bộ Y tế tham dự hội nghị có Thứ trưởng Lê Văn Tám.", "Tám:attend"),
    (f"{LEAD}Thứ trưởng Lê Văn Tám đại diện Bộ Y tế dự hội nghị.", "Tám:attend"),
    (f"{LEAD}Thứ trưởng Lê Văn Tám dẫn đầu đoàn Bộ Y tế dự hội nghị.", "Tám:attend"),
    (f"{LEAD}Đoàn Bộ Y tế dự hội nghị do Thứ trưởng Lê Văn Tám dẫn đầu.", "Tám:attend"),
    (
        f"{LEAD}Ngoài Thứ trưởng Lê Văn Tám, dự hội nghị còn có Vụ trưởng Vụ Dân số Trần Thị Hoa.",
        "Hoa:attend Tám:attend",
    ),
]


@pytest.mark.parametrize(("text", "expected"), DELEGATIONS)
def test_delegations(text: str, expected: str) -> None:
    assert told(text) == expected


HONOURS = [
    (f"{LEAD}Người trao Bằng khen cho các tập thể là Thứ trưởng Lê Văn Tám.", "Tám:award"),
    (f"{LEAD}Lên nhận Bằng khen có bác sĩ Trần Thị Hoa, Trưởng khoa Nội.", "Hoa:receive"),
    (f"{LEAD}Bằng khen được trao cho bác sĩ Trần Thị Hoa, Trưởng khoa Nội.", "Hoa:receive"),
    (f"{LEAD}Trong số các cá nhân được khen thưởng có bác sĩ Trần Thị Hoa, Trưởng khoa Nội.", "Hoa:receive"),
    (f"{LEAD}Thứ trưởng Lê Văn Tám đã trao 10 suất học bổng cho học sinh nghèo.", "Tám:award"),
    (f"{LEAD}Thứ trưởng Lê Văn Tám cùng lãnh đạo thành phố trao Bằng khen cho các tập thể.", "Tám:award"),
    (f"{LEAD}Ông Ngô Văn Sáu, Giám đốc Sở Y tế, thay mặt ngành nhận Cờ thi đua.", "Sáu:receive"),
    (f"{LEAD}Ông Ngô Văn Sáu, Giám đốc Sở Y tế, cho biết đơn vị từng được tặng Bằng khen năm 2010.", "Sáu:speak"),
    (f"{LEAD}Đơn vị của ông Ngô Văn Sáu, Giám đốc Sở Y tế, được tặng Cờ thi đua.", ""),
    (f"{LEAD}Sở Y tế do ông Ngô Văn Sáu làm giám đốc được tặng Cờ thi đua.", ""),
]


@pytest.mark.parametrize(("text", "expected"), HONOURS)
def test_honours(text: str, expected: str) -> None:
    assert told(text) == expected


SPEECHES = [
    (f"{LEAD}Tổng kết hội nghị, Thứ trưởng Lê Văn Tám cảm ơn các đại biểu.", "Tám:conclude"),
    (f"{LEAD}Khép lại hội nghị, Thứ trưởng Lê Văn Tám cảm ơn các đại biểu.", "Tám:speak"),
    (f"{LEAD}Tuyên bố bế mạc hội nghị, Thứ trưởng Lê Văn Tám cảm ơn các đại biểu.", "Tám:conclude"),
    (f"{LEAD}Thứ trưởng Lê Văn Tám đánh cồng khai mạc hội nghị.", "Tám:open"),
    (f"{LEAD}Thứ trưởng Lê Văn Tám tuyên bố khai mạc hội nghị.", "Tám:open"),
    (
        f"{LEAD}Sau phát biểu khai mạc của Thứ trưởng Lê Văn Tám, hội nghị nghe Vụ trưởng Vụ Dân số Trần Thị Hoa báo "
        "cáo.",
        "Hoa:report Tám:open",
    ),
    (f"{LEAD}Vụ trưởng Vụ Dân số Trần Thị Hoa trình bày dự thảo kế hoạch.", "Hoa:report"),
    (f"{LEAD}Dự thảo kế hoạch do Vụ trưởng Vụ Dân số Trần Thị Hoa trình bày được các đại biểu góp ý.", "Hoa:report"),
    (f"{LEAD}Vụ trưởng Vụ Dân số Trần Thị Hoa giới thiệu những điểm mới của luật.", "Hoa:report"),
    (f"{LEAD}Vụ trưởng Vụ Dân số Trần Thị Hoa đã có báo cáo tại hội nghị.", "Hoa:report"),
    (f"{LEAD}Vụ trưởng Vụ Dân số Trần Thị Hoa cho biết sẽ trình bày báo cáo vào cuối năm.", "Hoa:speak"),
]


@pytest.mark.parametrize(("text", "expected"), SPEECHES)
def test_openings_reports_and_closings(text: str, expected: str) -> None:
    assert told(text) == expected
