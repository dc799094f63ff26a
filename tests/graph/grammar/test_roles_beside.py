"""Who talks beside a gathering is there; what is only near the words for being there or chairing is nobody's."""

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


BESIDE = [
    (
        f"{LEAD}Bộ trưởng Bộ Y tế Lê Văn Tám (phải) trao đổi với Thứ trưởng Trần Thị Hoa bên lề hội nghị.",
        "Hoa:attend Tám:attend",
    ),
    (f"{LEAD}Bên lề hội nghị, Bộ trưởng Bộ Y tế Lê Văn Tám trả lời báo chí.", "Tám:attend"),
    (
        f"{LEAD}Bên lề hội nghị, trả lời câu hỏi của phóng viên, Bộ trưởng Bộ Y tế Lê Văn Tám nói giá thuốc chưa tăng.",
        "Tám:attend",
    ),
    (f"{LEAD}Bộ trưởng Bộ Y tế Lê Văn Tám sẽ gặp báo chí bên lề hội nghị.", ""),
    (f"{LEAD}Cuốn sách của Bộ trưởng Bộ Y tế Lê Văn Tám được trưng bày bên lề hội nghị.", ""),
    (f"{LEAD}Bên lề hội nghị, triển lãm của họa sĩ Lê Văn Tám, Giám đốc Bảo tàng, mở cửa.", ""),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE)
def test_who_talks_beside_it(text: str, expected: str) -> None:
    assert told(text) == expected


NEAR = [
    (f"{LEAD}Phía doanh nghiệp có 20 đơn vị đăng ký.", ""),
    (f"{LEAD}Ông Lê Văn Tám, Giám đốc Sở Y tế, cho biết phía Bộ đã trả lời.", "Tám:speak"),
    (f"{LEAD}Khách từ nhiều phía có thể liên hệ ông Lê Văn Tám, Giám đốc Sở Y tế.", ""),
    (f"{LEAD}Nhiều bác sĩ bỏ việc, trong đó có ông Lê Văn Tám, Trưởng khoa Nội.", ""),
    (f"{LEAD}Ba cán bộ bị kỷ luật, gồm ông Lê Văn Tám, Giám đốc Sở Y tế.", ""),
    (f"{LEAD}Hội nghị bàn cách xử lý nhiều cán bộ vi phạm, trong đó có ông Lê Văn Tám, Giám đốc Sở Y tế.", ""),
    (f"{LEAD}Các đại biểu dự hội nghị nhắc nhiều người đã mất, trong đó có bác sĩ Lê Văn Tám, Trưởng khoa Nội.", ""),
    (f"{LEAD}Hội nghị có nhiều đại biểu nhắc đến ông Lê Văn Tám, Giám đốc Sở Y tế.", ""),
    (
        f"{LEAD}Thứ trưởng Lê Văn Tám chủ trì hội nghị, cùng lúc bà Trần Thị Hoa, Giám đốc Sở Y tế, ở Cà Mau.",
        "Tám:chair",
    ),
    (
        "Sáng 12/5, Bộ Công Thương họp về giá điện do Thứ trưởng Lê Văn Tám chủ trì. Cuộc họp với Thứ trưởng rất căng.",
        "Tám:chair",
    ),
    ("Sáng 12/5, Chính phủ họp với các tỉnh về chuyến thăm của Tổng thống Mỹ John Carter.", ""),
    ("Sáng 12/5, hội nghị với chủ đề học theo Chủ tịch Cuba Miguel Ramos diễn ra tại Hà Nội.", ""),
]


@pytest.mark.parametrize(("text", "expected"), NEAR)
def test_what_is_only_near(text: str, expected: str) -> None:
    assert told(text) == expected
