"""Roles of those named by post or given name alone, of sessions and voters' meetings, of sides; and who has none."""

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


LATER = [
    (
        f"{LEAD}Dự hội nghị có Phó Thủ tướng Lê Văn Tám; Bộ trưởng Bộ Y tế Trần Thị Hoa; ông Ngô Văn Sáu, Chủ tịch "
        "UBND TP Cần Thơ. Chủ trì hội nghị, Bộ trưởng nêu ba việc.",
        "Hoa:chair Hoa:speak Sáu:attend Tám:attend",
    ),
    (
        f"{LEAD}Dự hội nghị có Phó Thủ tướng Lê Văn Tám; Bộ trưởng Bộ Y tế Trần Thị Hoa; ông Ngô Văn Sáu, Chủ tịch "
        "UBND TP Cần Thơ. Bà Hoa chủ trì hội nghị.",
        "Hoa:chair Sáu:attend Tám:attend",
    ),
    (
        f"{LEAD}Dự hội nghị có Phó Thủ tướng Lê Văn Tám; Bộ trưởng Bộ Y tế Trần Thị Hoa; ông Ngô Văn Sáu, Chủ tịch "
        "UBND TP Cần Thơ. Bộ trưởng Hoa chủ trì hội nghị.",
        "Hoa:chair Sáu:attend Tám:attend",
    ),
    (
        f"{LEAD}Dự hội nghị có Phó Thủ tướng Lê Văn Tám; Bộ trưởng Bộ Y tế Trần Thị Hoa; ông Ngô Văn Sáu, Chủ tịch "
        "UBND TP Cần Thơ. Hội nghị do bà Hoa chủ trì.",
        "Hoa:chair Sáu:attend Tám:attend",
    ),
    (
        f"{LEAD}Dự hội nghị có Phó Thủ tướng Lê Văn Tám; Bộ trưởng Bộ Y tế Trần Thị Hoa; ông Ngô Văn Sáu, Chủ tịch "
        "UBND TP Cần Thơ. Hội nghị do nữ Bộ trưởng chủ trì.",
        "Hoa:chair Sáu:attend Tám:attend",
    ),
    (
        f"{LEAD}Dự hội nghị có Phó Thủ tướng Lê Văn Tám; Bộ trưởng Bộ Y tế Trần Thị Hoa; ông Ngô Văn Sáu, Chủ tịch "
        "UBND TP Cần Thơ. Kết luận hội nghị, Phó Thủ tướng giao ba việc.",
        "Hoa:attend Sáu:attend Tám:conclude",
    ),
    (
        f"{LEAD}Dự hội nghị có Phó Thủ tướng Lê Văn Tám; Bộ trưởng Bộ Y tế Trần Thị Hoa; ông Ngô Văn Sáu, Chủ tịch "
        "UBND TP Cần Thơ. Kết luận hội nghị, ông Tám giao ba việc.",
        "Hoa:attend Sáu:attend Tám:conclude",
    ),
    (
        f"{LEAD}Dự hội nghị có Phó Thủ tướng Lê Văn Tám; Bộ trưởng Bộ Y tế Trần Thị Hoa; ông Ngô Văn Sáu, Chủ tịch "
        "UBND TP Cần Thơ. Khai mạc hội nghị, Bộ trưởng Trần Thị Hoa nêu ba việc.",
        "Hoa:open Sáu:attend Tám:attend",
    ),
    (
        f"{LEAD}Dự hội nghị có Phó Thủ tướng Lê Văn Tám; Bộ trưởng Bộ Y tế Trần Thị Hoa; ông Ngô Văn Sáu, Chủ tịch "
        "UBND TP Cần Thơ. Thay mặt lãnh đạo thành phố, ông Sáu phát biểu chào mừng.",
        "Hoa:attend Sáu:speak Tám:attend",
    ),
    (
        f"{LEAD}Dự hội nghị có Phó Thủ tướng Lê Văn Tám; Bộ trưởng Bộ Y tế Trần Thị Hoa; ông Ngô Văn Sáu, Chủ tịch "
        "UBND TP Cần Thơ. Dịp này, Phó Thủ tướng trao Bằng khen cho 5 tập thể.",
        "Hoa:attend Sáu:attend Tám:award",
    ),
    (
        f"{LEAD}Dự hội nghị có Phó Thủ tướng Lê Văn Tám; Bộ trưởng Bộ Y tế Trần Thị Hoa; ông Ngô Văn Sáu, Chủ tịch "
        "UBND TP Cần Thơ. Dịp này, ông Sáu được tặng Kỷ niệm chương.",
        "Hoa:attend Sáu:receive Tám:attend",
    ),
    (
        f"{LEAD}Dự hội nghị có Phó Thủ tướng Lê Văn Tám; Bộ trưởng Bộ Y tế Trần Thị Hoa; ông Ngô Văn Sáu, Chủ tịch "
        "UBND TP Cần Thơ. Dịp này, ông Sáu và 5 cá nhân được tặng Kỷ niệm chương.",
        "Hoa:attend Sáu:receive Tám:attend",
    ),
    (
        f"{LEAD}Dự hội nghị có Phó Thủ tướng Lê Văn Tám; Bộ trưởng Bộ Y tế Trần Thị Hoa; ông Ngô Văn Sáu, Chủ tịch "
        "UBND TP Cần Thơ. Ông Sáu trình bày báo cáo của thành phố.",
        "Hoa:attend Sáu:report Tám:attend",
    ),
    (
        f"{LEAD}Dự hội nghị có Phó Thủ tướng Lê Văn Tám; Bộ trưởng Bộ Y tế Trần Thị Hoa; ông Ngô Văn Sáu, Chủ tịch "
        "UBND TP Cần Thơ. Báo cáo Phó Thủ tướng tại hội nghị, ông Sáu cho biết mức sinh giảm.",
        "Hoa:attend Sáu:report Tám:attend",
    ),
    (
        f"{LEAD}Dự hội nghị có Phó Thủ tướng Lê Văn Tám; Bộ trưởng Bộ Y tế Trần Thị Hoa; ông Ngô Văn Sáu, Chủ tịch "
        "UBND TP Cần Thơ. Hội nghị nghe ông Sáu báo cáo kết quả.",
        "Hoa:attend Sáu:report Tám:attend",
    ),
    (
        f"{LEAD}Dự hội nghị có Phó Thủ tướng Lê Văn Tám; Bộ trưởng Bộ Y tế Trần Thị Hoa; ông Ngô Văn Sáu, Chủ tịch "
        "UBND TP Cần Thơ. Phó Thủ tướng chỉ đạo hội nghị tập trung ba việc.",
        "Hoa:attend Sáu:attend Tám:direct",
    ),
    (
        f"{LEAD}Dự hội nghị có Phó Thủ tướng Lê Văn Tám; Bộ trưởng Bộ Y tế Trần Thị Hoa; ông Ngô Văn Sáu, Chủ tịch "
        "UBND TP Cần Thơ. Phát biểu chỉ đạo, Phó Thủ tướng nêu ba việc.",
        "Hoa:attend Sáu:attend Tám:direct",
    ),
]


@pytest.mark.parametrize(("text", "expected"), LATER)
def test_who_is_named_again(text: str, expected: str) -> None:
    assert told(text) == expected


SESSIONS = [
    ("Phó Thủ tướng Lê Văn Tám vừa có buổi làm việc với tỉnh Cà Mau về chống hạn.", "Tám:attend"),
    ("Chiều nay (12/5), Phó Thủ tướng Lê Văn Tám chủ trì buổi làm việc với tỉnh Cà Mau về chống hạn.", "Tám:chair"),
    (
        "Ngày 12-5, tại Hà Nội, Phó Thủ tướng Lê Văn Tám, Trưởng Ban Chỉ đạo quốc gia về biển, chủ trì phiên họp thứ "
        "ba của Ban Chỉ đạo.",
        "Tám:chair",
    ),
    (
        "Ngày 12-5, tại Hà Nội, Ban Chỉ đạo quốc gia về biển họp phiên thứ ba. Phó Thủ tướng Lê Văn Tám - Trưởng Ban -"
        " chủ trì.",
        "Tám:chair",
    ),
    (
        "Ngày 12-5, Ban Chỉ đạo quốc gia về biển tổ chức phiên họp thứ ba. Phó Thủ tướng Lê Văn Tám và Bộ trưởng Bộ Y "
        "tế Trần Thị Hoa chủ trì.",
        "Hoa:chair Tám:chair",
    ),
    (
        "Ngày 12-5, Ban Chỉ đạo quốc gia về biển tổ chức phiên họp thứ ba. Đồng chủ trì có Phó Thủ tướng Lê Văn Tám và"
        " Bộ trưởng Bộ Y tế Trần Thị Hoa.",
        "Hoa:chair Tám:chair",
    ),
    (
        "Sáng 12/5, HĐND TP Cần Thơ khai mạc kỳ họp thứ 9. Chủ tọa kỳ họp là Chủ tịch HĐND thành phố Trần Thị Hoa.",
        "Hoa:chair",
    ),
    (
        "Sáng 12/5, HĐND TP Cần Thơ khai mạc kỳ họp thứ 9. Phát biểu khai mạc kỳ họp, Chủ tịch HĐND thành phố Trần Thị"
        " Hoa nêu ba việc.",
        "Hoa:open",
    ),
    (
        "Sáng 12/5, Quốc hội khai mạc kỳ họp thứ 3. Chủ tịch Quốc hội Trần Thị Hoa đọc diễn văn khai mạc. Thủ tướng Lê"
        " Văn Tám trình bày báo cáo kinh tế - xã hội.",
        "Hoa:open Tám:report",
    ),
    (
        "Sáng 12/5, Ủy ban Thường vụ Quốc hội khai mạc phiên họp thứ 20 dưới sự chủ trì của Chủ tịch Quốc hội Trần Thị"
        " Hoa.",
        "Hoa:chair",
    ),
    (
        "Bế mạc phiên họp thứ 20 của Ủy ban Thường vụ Quốc hội chiều 12/5, Chủ tịch Quốc hội Trần Thị Hoa đề nghị các "
        "cơ quan khẩn trương.",
        "Hoa:conclude",
    ),
    (
        "Sáng 12/5, đoàn đại biểu Quốc hội TP Cần Thơ có buổi tiếp xúc cử tri quận Ninh Kiều. Thay mặt đoàn, đại biểu "
        "Trần Thị Hoa thông báo với cử tri kết quả kỳ họp thứ 3.",
        "Hoa:report",
    ),
    (
        "Sáng 12/5, đoàn đại biểu Quốc hội TP Cần Thơ tiếp xúc cử tri quận Ninh Kiều. Đại biểu Trần Thị Hoa báo cáo "
        "với cử tri kết quả kỳ họp thứ 3.",
        "Hoa:report",
    ),
    (
        "Sáng 12/5, các đại biểu Quốc hội Trần Thị Hoa, Lê Văn Tám, Ngô Văn Sáu tiếp xúc cử tri quận Ninh Kiều.",
        "Hoa:attend Sáu:attend Tám:attend",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SESSIONS)
def test_sessions_and_voters(text: str, expected: str) -> None:
    assert told(text) == expected


SIDES = [
    (
        f"{LEAD}Phía Hội Dân số Việt Nam có bà Trần Thị Hoa, Chủ tịch Hội. Phía thành phố có ông Ngô Văn Sáu, Chủ tịch"
        " UBND thành phố.",
        "Hoa:attend Sáu:attend",
    ),
    (
        f"{LEAD}Tham dự hội nghị, phía Bộ Y tế có Thứ trưởng Lê Văn Tám; phía thành phố có ông Ngô Văn Sáu, Chủ tịch "
        "UBND thành phố.",
        "Sáu:attend Tám:attend",
    ),
    (f"{LEAD}Mở đầu bài phát biểu khai mạc hội nghị, Thứ trưởng Bộ Y tế Lê Văn Tám nêu ba việc.", "Tám:open"),
    (f"{LEAD}Trong bài phát biểu bế mạc hội nghị, Thứ trưởng Bộ Y tế Lê Văn Tám nêu ba việc.", "Tám:conclude"),
    (f"{LEAD}Phó Thủ tướng Lê Văn Tám thị sát một trạm y tế rồi đến dự hội nghị.", "Tám:attend"),
    (f"{LEAD}Sau khi thăm một trạm y tế, Phó Thủ tướng Lê Văn Tám đến dự hội nghị.", "Tám:attend"),
    (f"{LEAD}Không khí hội nghị nóng lên khi Phó Thủ tướng Lê Văn Tám xuất hiện.", ""),
    (f"{LEAD}Sự có mặt của Phó Thủ tướng Lê Văn Tám tại hội nghị cho thấy sự quan tâm.", "Tám:attend"),
    (f"{LEAD}Tại đầu cầu Cà Mau, Phó Chủ tịch UBND tỉnh Lê Văn Tám chủ trì.", "Tám:chair"),
    (f"{LEAD}Tại điểm cầu Cà Mau có Phó Chủ tịch UBND tỉnh Lê Văn Tám dự.", "Tám:attend"),
    (
        f"{LEAD}Dự tại điểm cầu Cà Mau có các đồng chí Lê Văn Tám, Phó Chủ tịch UBND tỉnh; Trần Thị Hoa, Giám đốc Sở Y"
        " tế.",
        "Hoa:attend Tám:attend",
    ),
    (f"{LEAD}Phó Thủ tướng Lê Văn Tám dự và phát biểu.", "Tám:speak"),
    (f"{LEAD}Đến dự có Phó Thủ tướng Lê Văn Tám, cùng nhiều lãnh đạo bộ, ngành.", "Tám:attend"),
    (f"{LEAD}Các đại biểu dự hội nghị đã nghe Phó Thủ tướng Lê Văn Tám phát biểu.", "Tám:speak"),
]


@pytest.mark.parametrize(("text", "expected"), SIDES)
def test_sides_and_sites(text: str, expected: str) -> None:
    assert told(text) == expected


NONE = [
    (f"{LEAD}Thủ tướng giao Phó Thủ tướng Lê Văn Tám chỉ đạo việc mua thuốc.", ""),
    (f"{LEAD}Thông tin trên được Bộ trưởng Bộ Y tế Trần Thị Hoa công bố sáng 2/5.", ""),
    (f"{LEAD}Bộ trưởng Bộ Y tế Trần Thị Hoa không có mặt tại hội nghị.", ""),
    (f"{LEAD}Lẽ ra Phó Thủ tướng Lê Văn Tám chủ trì hội nghị.", ""),
    (f"{LEAD}Dự kiến Phó Thủ tướng Lê Văn Tám chủ trì hội nghị tháng tới.", ""),
    (f"{LEAD}Phó Thủ tướng Lê Văn Tám có thể dự hội nghị.", ""),
    (f"{LEAD}Xe của Phó Thủ tướng Lê Văn Tám đến dự hội nghị bị hỏng.", ""),
    (f"{LEAD}Ông Ngô Văn Sáu, Giám đốc Công ty Dược, bị phạt vì không báo cáo kết quả.", ""),
    (f"{LEAD}Anh Ngô Văn Sáu được trao quyền nuôi con.", ""),
    (f"{LEAD}Ông Ngô Văn Sáu, Chủ tịch UBND phường, nhận tiền hối lộ.", ""),
    (f"{LEAD}Ông Ngô Văn Sáu, Chủ tịch UBND phường, được nhận lương hưu từ tháng sau.", ""),
    (f"{LEAD}Theo Phó Thủ tướng Lê Văn Tám, người từng chủ trì hội nghị năm 2015, cần thêm thuốc.", "Tám:speak"),
    (f"{LEAD}Bài báo giới thiệu ông Ngô Văn Sáu, Chủ tịch UBND phường.", ""),
    (f"{LEAD}Ban Tổ chức giới thiệu ông Ngô Văn Sáu, Chủ tịch UBND phường, với đại biểu.", ""),
]


@pytest.mark.parametrize(("text", "expected"), NONE)
def test_who_has_no_role(text: str, expected: str) -> None:
    assert told(text) == expected
