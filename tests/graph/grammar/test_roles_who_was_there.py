"""Who was there: guests, sides of talks, travellers, those who gave and were given, those pictured; and who was not."""

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


THERE = [
    (
        f"{LEAD}Tham dự hội nghị có Thứ trưởng Bộ Y tế Lê Văn Tám cùng Vụ trưởng Vụ Dân số Trần Thị Hoa.",
        "Hoa:attend Tám:attend",
    ),
    (f"{LEAD}Cùng tham dự có Thứ trưởng Bộ Y tế Lê Văn Tám.", "Tám:attend"),
    (
        f"{LEAD}Cùng dự với Bộ trưởng Bộ Y tế Lê Văn Tám còn có Vụ trưởng Vụ Dân số Trần Thị Hoa.",
        "Hoa:attend Tám:attend",
    ),
    (f"{LEAD}Bộ trưởng Bộ Y tế Lê Văn Tám và Vụ trưởng Vụ Dân số Trần Thị Hoa tham dự.", "Hoa:attend Tám:attend"),
    (
        f"{LEAD}Bộ trưởng Bộ Y tế Lê Văn Tám cùng Vụ trưởng Vụ Dân số Trần Thị Hoa đã dự hội nghị.",
        "Hoa:attend Tám:attend",
    ),
    (
        f"{LEAD}Hội nghị có sự tham gia của Thứ trưởng Bộ Y tế Lê Văn Tám, Vụ trưởng Vụ Dân số Trần Thị Hoa và đại "
        "diện các sở.",
        "Hoa:attend Tám:attend",
    ),
    (f"{LEAD}Hội nghị có sự góp mặt của nhiều chuyên gia, gồm cả Viện trưởng Viện Dân số Lê Văn Tám.", "Tám:attend"),
    (f"{LEAD}Hội nghị có sự tham gia của nhiều lãnh đạo, trong đó có Thứ trưởng Bộ Y tế Lê Văn Tám.", "Tám:attend"),
    (
        f"{LEAD}Hội nghị thu hút 200 đại biểu, trong đó có Thứ trưởng Bộ Y tế Lê Văn Tám và Vụ trưởng Vụ Dân số Trần "
        "Thị Hoa.",
        "Hoa:attend Tám:attend",
    ),
    (f"{LEAD}Hơn 200 đại biểu tham dự, trong đó có Thứ trưởng Bộ Y tế Lê Văn Tám.", "Tám:attend"),
    (f"{LEAD}Trong số các đại biểu tham dự có Thứ trưởng Bộ Y tế Lê Văn Tám.", "Tám:attend"),
    (
        f"{LEAD}Nhiều lãnh đạo đã đến dự, như Thứ trưởng Bộ Y tế Lê Văn Tám, Vụ trưởng Vụ Dân số Trần Thị Hoa.",
        "Hoa:attend Tám:attend",
    ),
    (f"{LEAD}Hội nghị có mặt Thứ trưởng Bộ Y tế Lê Văn Tám.", "Tám:attend"),
    (f"{LEAD}Có mặt tại hội nghị, Thứ trưởng Bộ Y tế Lê Văn Tám ghi nhận các ý kiến.", "Tám:speak"),
    (f"{LEAD}Thứ trưởng Bộ Y tế Lê Văn Tám cũng có mặt tại hội nghị.", "Tám:attend"),
    (f"{LEAD}Đến dự hội nghị, Thứ trưởng Bộ Y tế Lê Văn Tám bắt tay từng đại biểu.", "Tám:attend"),
    (f"{LEAD}Hội nghị có sự hiện diện của Thứ trưởng Bộ Y tế Lê Văn Tám.", "Tám:attend"),
    (f"{LEAD}Với sự tham dự của Thứ trưởng Bộ Y tế Lê Văn Tám, hội nghị bàn ba việc.", "Tám:attend"),
    ("Thủ tướng Lê Văn Tám chiều 12/5 đã tới Đà Nẵng dự hội nghị xúc tiến đầu tư.", "Tám:attend"),
    (
        "Ngày 12/5, Thủ tướng Lê Văn Tám đã về Hưng Yên dự lễ thông xe cầu Bình Than; thăm các gia đình chính sách.",
        "Tám:attend",
    ),
    ("Thủ tướng Lê Văn Tám cùng phu nhân đã dự lễ khai mạc Festival Huế tối 12/5.", "Tám:attend"),
    ("Tối 12/5, lễ khai mạc Festival Huế diễn ra với sự tham dự của Thủ tướng Lê Văn Tám.", "Tám:attend"),
    ("Thủ tướng Lê Văn Tám đã tham dự Diễn đàn Hợp tác biển tại Oslo, Na Uy, trong tháng 1.", "Tám:attend"),
    (
        "Thủ tướng Lê Văn Tám chủ trì họp lãnh đạo chủ chốt ngày 12/5 cùng Chủ tịch Quốc hội Trần Thị Hoa, Thường trực"
        " Ban Bí thư Ngô Văn Sáu.",
        "Hoa:attend Sáu:attend Tám:chair",
    ),
    (
        "Ngày 12/5, Thủ tướng Lê Văn Tám chủ trì cuộc họp về giá điện với sự tham dự của Bộ trưởng Bộ Tài chính Trần "
        "Thị Hoa.",
        "Hoa:attend Tám:chair",
    ),
    (
        "Ngày 12/5, Thủ tướng Lê Văn Tám chủ trì cuộc họp về giá điện. Phó Thủ tướng Ngô Văn Sáu, Bộ trưởng Bộ Tài "
        "chính Trần Thị Hoa cùng dự.",
        "Hoa:attend Sáu:attend Tám:chair",
    ),
]


@pytest.mark.parametrize(("text", "expected"), THERE)
def test_who_attended(text: str, expected: str) -> None:
    assert told(text) == expected


TALKS = [
    (
        "Chiều 12/5, tại Hà Nội, Chủ tịch nước Lê Văn Tám tiếp Đại sứ Nhật Bản Sato Kenji đến chào từ biệt.",
        "Kenji:attend Tám:attend",
    ),
    (
        "Chiều 12/5, tại Hà Nội, Chủ tịch nước Lê Văn Tám đã có buổi tiếp Đại sứ Nhật Bản Sato Kenji.",
        "Kenji:attend Tám:attend",
    ),
    (
        "Chiều 12/5, Chủ tịch nước Lê Văn Tám hội đàm với Tổng thống Pháp Jean Martin tại Hà Nội.",
        "Martin:attend Tám:attend",
    ),
    (
        "Chiều 12/5, Chủ tịch nước Lê Văn Tám và Tổng thống Pháp Jean Martin hội đàm tại Hà Nội.",
        "Martin:attend Tám:attend",
    ),
    (
        "Chiều 12/5, Chủ tịch nước Lê Văn Tám và Tổng thống Pháp Jean Martin đã tiến hành hội đàm tại Hà Nội.",
        "Martin:attend Tám:attend",
    ),
    (
        "Chiều 12/5, Chủ tịch nước Lê Văn Tám có cuộc hội đàm với Tổng thống Pháp Jean Martin tại Hà Nội.",
        "Martin:attend Tám:attend",
    ),
    (
        "Chiều 12/5 diễn ra cuộc hội đàm giữa Chủ tịch nước Lê Văn Tám và Tổng thống Pháp Jean Martin.",
        "Martin:attend Tám:attend",
    ),
    (
        "Cuộc hội đàm giữa Chủ tịch nước Lê Văn Tám với Tổng thống Pháp Jean Martin diễn ra chiều 12/5 tại Hà Nội.",
        "Martin:attend Tám:attend",
    ),
    (
        "Tại cuộc hội đàm với Tổng thống Pháp Jean Martin chiều 12/5, Chủ tịch nước Lê Văn Tám đề nghị mở rộng hợp "
        "tác.",
        "Martin:attend Tám:speak",
    ),
    (
        "Chiều 12/5, Tổng thống Mỹ John Carter và Thủ tướng Anh Mary Stone hội đàm tại Nhà Trắng.",
        "Carter:attend Stone:attend",
    ),
    (
        "Tổng thống Mỹ John Carter ngày 12/5 có cuộc gặp với Thủ tướng Anh Mary Stone tại Nhà Trắng.",
        "Carter:attend Stone:attend",
    ),
    (
        "Tổng thống Mỹ John Carter đã có cuộc họp với Ngoại trưởng Paul Reed và Bộ trưởng Quốc phòng Mark Hill ngày "
        "12/5.",
        "Carter:attend Hill:attend Reed:attend",
    ),
    (
        "Hội nghị giữa Tổng thống Mỹ John Carter và lãnh đạo Triều Tiên Kim Song Il diễn ra ngày 12/5 ở Hà Nội.",
        "Carter:attend Il:attend",
    ),
    (
        "Hội nghị thượng đỉnh giữa Tổng thống Mỹ John Carter và Tổng thống Nga Ivan Petrov diễn ra ngày 12/5 ở Geneva.",
        "Carter:attend Petrov:attend",
    ),
    ("Tổng thống Mỹ John Carter hôm 12/5 dự hội nghị thượng đỉnh NATO tại Brussels.", "Carter:attend"),
    ("Thủ tướng Tây Ban Nha Pablo Ruiz hôm nay chủ trì cuộc họp nội các để bàn về ngân sách.", "Ruiz:chair"),
    (
        "Chiều 12/5, Thứ trưởng Bộ Ngoại giao Lê Văn Tám đã gặp Phó cố vấn An ninh quốc gia Mỹ Paul Reed, Thượng nghị "
        "sĩ Mark Hill để thảo luận hợp tác.",
        "Hill:attend Reed:attend Tám:attend",
    ),
    ("Chiều 12/5, Thủ tướng Lê Văn Tám làm việc với lãnh đạo tỉnh Cà Mau về chống hạn.", "Tám:attend"),
    (
        "Chiều 12/5, Thủ tướng Lê Văn Tám đã có buổi làm việc với Bí thư Tỉnh ủy Cà Mau Trần Thị Hoa về chống hạn.",
        "Hoa:attend Tám:attend",
    ),
    ("Ngày 12/5, Chủ tịch UBND TP Cần Thơ Lê Văn Tám gặp gỡ, đối thoại với 200 doanh nghiệp.", "Tám:attend"),
    ("Ngày 12/5, Chủ tịch UBND TP Cần Thơ Lê Văn Tám đã có buổi gặp gỡ, đối thoại với công nhân.", "Tám:attend"),
    ("Ngày 12/5, Chủ tịch UBND TP Cần Thơ Lê Văn Tám chủ trì buổi đối thoại với công nhân.", "Tám:chair"),
    ("Ngày 12/5, Bí thư Thành ủy Lê Văn Tám đã tiếp xúc cử tri quận Ninh Kiều.", "Tám:attend"),
    (
        "Sáng 12/5, đoàn đại biểu Quốc hội TP Cần Thơ do bà Trần Thị Hoa làm trưởng đoàn đã tiếp xúc cử tri quận Ninh "
        "Kiều.",
        "Hoa:attend",
    ),
    (
        "Sáng 12/5, đoàn công tác của Bộ Y tế do Thứ trưởng Lê Văn Tám dẫn đầu đã làm việc với UBND tỉnh Cà Mau về "
        "tiêm chủng.",
        "Tám:attend",
    ),
    (
        "Sáng 12/5, đoàn công tác của Bộ Y tế do Thứ trưởng Lê Văn Tám làm trưởng đoàn có buổi làm việc với UBND tỉnh "
        "Cà Mau. Tiếp đoàn có ông Ngô Văn Sáu - Chủ tịch UBND tỉnh.",
        "Sáu:attend Tám:attend",
    ),
    (
        "Sáng 12/5, Thứ trưởng Bộ Y tế Lê Văn Tám dẫn đầu đoàn công tác đến làm việc với UBND tỉnh Cà Mau về tiêm "
        "chủng.",
        "Tám:attend",
    ),
    (
        "Cùng đi với Thủ tướng Lê Văn Tám có Bộ trưởng Bộ Y tế Trần Thị Hoa. Sáng 12/5, Thủ tướng làm việc với tỉnh Cà"
        " Mau về tiêm chủng.",
        "Hoa:attend Tám:attend",
    ),
]


@pytest.mark.parametrize(("text", "expected"), TALKS)
def test_who_talked_with_whom(text: str, expected: str) -> None:
    assert told(text) == expected


AWARDS = [
    (f"{LEAD}Phó Thủ tướng Lê Văn Tám trao Huân chương Lao động cho bác sĩ Trần Thị Hoa.", "Hoa:receive Tám:award"),
    (
        f"{LEAD}Phó Thủ tướng Lê Văn Tám trao Huân chương Lao động cho Bệnh viện Mắt và bác sĩ Trần Thị Hoa.",
        "Hoa:receive Tám:award",
    ),
    (
        f"{LEAD}Phó Thủ tướng Lê Văn Tám trao Bằng khen cho bác sĩ Ngô Văn Sáu, Trưởng khoa Nội và điều dưỡng Trần Thị"
        " Hoa, Điều dưỡng trưởng khoa Mắt.",
        "Hoa:receive Sáu:receive Tám:award",
    ),
    (
        f"{LEAD}Thừa ủy quyền của Chủ tịch nước, Phó Thủ tướng Lê Văn Tám đã trao Huân chương Lao động tặng ngành dân "
        "số.",
        "Tám:award",
    ),
    (f"{LEAD}Bác sĩ Trần Thị Hoa, Trưởng khoa Nội, được tặng Bằng khen của Thủ tướng.", "Hoa:receive"),
    (f"{LEAD}Bác sĩ Trần Thị Hoa, Trưởng khoa Nội, vinh dự đón nhận danh hiệu Thầy thuốc nhân dân.", "Hoa:receive"),
    (f"{LEAD}Dịp này, Bộ Y tế tặng Bằng khen cho bác sĩ Trần Thị Hoa, Trưởng khoa Nội.", "Hoa:receive"),
    (
        f"{LEAD}Thay mặt những người được nhận Bằng khen, bác sĩ Trần Thị Hoa, Trưởng khoa Nội, cảm ơn Bộ Y tế.",
        "Hoa:receive Hoa:speak",
    ),
    (
        f"{LEAD}Đại diện các cá nhân được tặng Bằng khen, bác sĩ Trần Thị Hoa, Trưởng khoa Nội, cảm ơn Bộ Y tế.",
        "Hoa:receive Hoa:speak",
    ),
    (
        f"{LEAD}Bác sĩ Trần Thị Hoa, Trưởng khoa Nội, thay mặt bệnh viện nhận 20 chiếc xe lăn do Hội Chữ thập đỏ gửi "
        "tặng.",
        "Hoa:receive",
    ),
    (f"{LEAD}Bác sĩ Trần Thị Hoa, Trưởng khoa Nội, thay mặt bệnh viện nhận Bằng khen.", "Hoa:receive"),
    (f"{LEAD}Phó Thủ tướng Lê Văn Tám tặng bức tranh kỷ niệm cho lãnh đạo thành phố.", "Tám:award"),
    (f"{LEAD}Phó Thủ tướng Lê Văn Tám trao biển tượng trưng số tiền ủng hộ.", "Tám:award"),
    (f"{LEAD}Phó Thủ tướng Lê Văn Tám tặng quà lưu niệm cho đại biểu.", "Tám:award"),
    (
        f"{LEAD}Phó Thủ tướng Lê Văn Tám và Bộ trưởng Bộ Y tế Ngô Văn Sáu trao Cờ thi đua cho các đơn vị.",
        "Sáu:award Tám:award",
    ),
    (f"{LEAD}Các tập thể nhận Bằng khen do Phó Thủ tướng Lê Văn Tám trao tặng.", "Tám:award"),
]


@pytest.mark.parametrize(("text", "expected"), AWARDS)
def test_who_gave_and_who_was_given(text: str, expected: str) -> None:
    assert told(text) == expected


PICTURED = [
    (f"{LEAD}\n\nPhó Thủ tướng Lê Văn Tám phát biểu chỉ đạo tại hội nghị - Ảnh: BÌNH MINH", "Tám:direct"),
    (f"{LEAD}\n\nPhó Thủ tướng Lê Văn Tám (giữa) tại hội nghị sáng 12/5 - Ảnh: BÌNH MINH", "Tám:attend"),
    (f"{LEAD}\n\nPhó Thủ tướng Lê Văn Tám (thứ hai từ trái sang) tham dự hội nghị. Ảnh: BÌNH MINH", "Tám:attend"),
    (
        f"{LEAD}\n\nPhó Thủ tướng Lê Văn Tám và Bộ trưởng Trần Thị Hoa tại hội nghị. Ảnh: BÌNH MINH",
        "Hoa:attend Tám:attend",
    ),
    (
        f"{LEAD}\n\nTừ trái qua: Phó Thủ tướng Lê Văn Tám, Bộ trưởng Trần Thị Hoa, Thứ trưởng Ngô Văn Sáu tại hội "
        "nghị. Ảnh: BÌNH MINH",
        "Hoa:attend Sáu:attend Tám:attend",
    ),
    (f"{LEAD}\n\nBà Trần Thị Hoa, Vụ trưởng Vụ Dân số, ngoài cùng bên phải, trong hội nghị hôm nay.", "Hoa:attend"),
    (
        f"{LEAD}\n\nPhó Thủ tướng Lê Văn Tám trao đổi với Bộ trưởng Trần Thị Hoa tại hội nghị. Ảnh: BÌNH MINH",
        "Hoa:attend Tám:attend",
    ),
    (
        f"{LEAD}\n\nPhó Thủ tướng Lê Văn Tám trao đổi cùng Bộ trưởng Trần Thị Hoa và Thứ trưởng Ngô Văn Sáu bên lề hội"
        " nghị. Ảnh: BÌNH MINH",
        "Hoa:attend Sáu:attend Tám:attend",
    ),
    (
        f"{LEAD}\n\nPhó Thủ tướng Lê Văn Tám bắt tay Bộ trưởng Trần Thị Hoa tại hội nghị - Ảnh: BÌNH MINH",
        "Hoa:attend Tám:attend",
    ),
    (
        f"{LEAD}\n\nPhó Thủ tướng Lê Văn Tám trao Bằng khen cho bác sĩ Trần Thị Hoa - Ảnh: BÌNH MINH",
        "Hoa:receive Tám:award",
    ),
    (f"{LEAD}\n\nToàn cảnh hội nghị - Ảnh: BÌNH MINH", ""),
    (f"{LEAD}\n\nPhó Thủ tướng Lê Văn Tám - Ảnh: BÌNH MINH", ""),
]


@pytest.mark.parametrize(("text", "expected"), PICTURED)
def test_who_is_pictured(text: str, expected: str) -> None:
    assert told(text) == expected


NOT_THERE = [
    (f"{LEAD}Tuần tới, Phó Thủ tướng Lê Văn Tám sẽ chủ trì cuộc họp về giá thuốc.", ""),
    (f"{LEAD}Ngày 20/5, Phó Thủ tướng Lê Văn Tám dự kiến chủ trì hội nghị toàn quốc.", ""),
    (f"{LEAD}Hội nghị toàn quốc dự kiến do Phó Thủ tướng Lê Văn Tám chủ trì vào ngày 20/5.", ""),
    (f"{LEAD}Theo lịch, Phó Thủ tướng Lê Văn Tám chủ trì hội nghị toàn quốc vào ngày 20/5.", ""),
    (f"{LEAD}Bộ Y tế mời Phó Thủ tướng Lê Văn Tám đến dự hội nghị.", ""),
    (f"{LEAD}Bộ Y tế đã mời Phó Thủ tướng Lê Văn Tám nhưng ông không đến dự hội nghị.", ""),
    (f"{LEAD}Phó Thủ tướng Lê Văn Tám được mời nhưng không dự.", ""),
    (f"{LEAD}Phó Thủ tướng Lê Văn Tám gửi lẵng hoa chúc mừng hội nghị.", ""),
    (f"{LEAD}Phó Thủ tướng Lê Văn Tám không tham dự hội nghị vì bận công tác.", ""),
    (f"{LEAD}Phó Thủ tướng Lê Văn Tám không chủ trì hội nghị như thông báo ban đầu.", ""),
    (f"{LEAD}Bộ Y tế phủ nhận việc Phó Thủ tướng Lê Văn Tám chủ trì hội nghị.", ""),
    (f"{LEAD}Đại biểu đề nghị Phó Thủ tướng Lê Văn Tám chủ trì một hội nghị riêng về giá thuốc.", ""),
    (f"{LEAD}Bộ Y tế kiến nghị Phó Thủ tướng Lê Văn Tám chỉ đạo các địa phương mua thuốc.", ""),
    (f"{LEAD}Thủ tướng giao Phó Thủ tướng Lê Văn Tám chỉ đạo việc mua thuốc.", ""),
    (f"{LEAD}Thủ tướng phân công Phó Thủ tướng Lê Văn Tám trực tiếp chủ trì xử lý việc mua thuốc.", ""),
    (f"{LEAD}Năm ngoái, Phó Thủ tướng Lê Văn Tám chủ trì hội nghị cùng chuyên đề tại Huế.", ""),
    (f"{LEAD}Trước đó, ngày 2/3, Phó Thủ tướng Lê Văn Tám nhận Huân chương Lao động.", ""),
    (f"{LEAD}Nếu Phó Thủ tướng Lê Văn Tám chủ trì, hội nghị sẽ có kết quả tốt hơn.", ""),
    (f"{LEAD}Người dân mong Phó Thủ tướng Lê Văn Tám dự hội nghị.", ""),
    (f"{LEAD}Đoàn kiểm tra do Phó Thủ tướng Lê Văn Tám làm trưởng đoàn sẽ đi các tỉnh trong tháng 6.", ""),
    (f"{LEAD}Ban Chỉ đạo do Phó Thủ tướng Lê Văn Tám đứng đầu được lập từ năm 2015.", ""),
    (f"{LEAD}Nghị quyết do Chủ tịch Quốc hội Lê Văn Tám ký ngày 2/3 giao việc cho Bộ Y tế.", ""),
    (f"{LEAD}Báo cáo của Bộ trưởng Lê Văn Tám gửi Quốc hội cho thấy mức sinh giảm.", ""),
    (f"{LEAD}Phó Thủ tướng Lê Văn Tám được bầu làm Chủ tịch Hội Dân số.", ""),
    (f"{LEAD}Công ty do ông Lê Văn Tám điều hành đã trúng thầu thuốc.", ""),
    (f"{LEAD}Phó Thủ tướng Lê Văn Tám vắng mặt tại hội nghị.", ""),
    (f"{LEAD}Ông Lê Văn Tám, Vụ trưởng, người từng chủ trì hội nghị năm ngoái, đã nghỉ hưu.", ""),
    (f"{LEAD}Vợ ông Lê Văn Tám được tặng Bằng khen.", ""),
    (f"{LEAD}Cuốn sách do ông Lê Văn Tám, Vụ trưởng, giới thiệu đã bán hết.", ""),
    (f"{LEAD}Phó Thủ tướng Lê Văn Tám đã ký quyết định tặng Bằng khen cho 5 tập thể.", ""),
    (f"{LEAD}Quyết định khen thưởng của Phó Thủ tướng Lê Văn Tám được công bố.", ""),
    (f"{LEAD}Phó Thủ tướng Lê Văn Tám đang ở thăm Nhật Bản.", ""),
    (f"{LEAD}Ngày 20/5 tới, Phó Thủ tướng Lê Văn Tám tiếp Đại sứ Nhật Bản Sato Kenji.", ""),
    (f"{LEAD}Phó Thủ tướng Lê Văn Tám hoãn cuộc hội đàm với Đại sứ Nhật Bản Sato Kenji.", ""),
    (f"{LEAD}Phó Thủ tướng Lê Văn Tám từ chối dự hội nghị.", ""),
    (f"{LEAD}Trợ lý của Phó Thủ tướng Lê Văn Tám dự hội nghị.", ""),
    (f"{LEAD}Đại diện Phó Thủ tướng Lê Văn Tám đến dự hội nghị.", ""),
    (
        f"{LEAD}Thay mặt Phó Thủ tướng Lê Văn Tám, Chánh Văn phòng Trần Thị Hoa tặng hoa chúc mừng hội nghị.",
        "Hoa:award",
    ),
    (f"{LEAD}Sau hội nghị, Phó Thủ tướng Lê Văn Tám lên đường thăm Lào.", ""),
    (f"{LEAD}Tòa án do thẩm phán Lê Văn Tám làm chủ tọa xử vụ này vào tháng tới.", ""),
    (f"{LEAD}Chỉ đạo của Phó Thủ tướng Lê Văn Tám về mua thuốc được nhắc lại.", ""),
    (f"{LEAD}Thực hiện chỉ đạo của Phó Thủ tướng Lê Văn Tám, Bộ Y tế đã mua thuốc.", ""),
]


@pytest.mark.parametrize(("text", "expected"), NOT_THERE)
def test_who_was_not_there(text: str, expected: str) -> None:
    assert told(text) == expected


ABROAD = [
    ("Sáng 12/5, Phó Thủ tướng Lê Văn Tám đi kiểm tra công tác chống hạn tại Cà Mau.", ""),
    (
        "Sáng 12/5, Phó Thủ tướng Lê Văn Tám đã đến kiểm tra cầu Năm Căn. Sau đó, ông làm việc với tỉnh Cà Mau về "
        "chống hạn. Tại buổi làm việc, Phó Thủ tướng chỉ đạo khoan giếng.",
        "Tám:direct",
    ),
    (
        "Sáng 12/5, Phó Thủ tướng Lê Văn Tám đến thăm và làm việc tại tỉnh Cà Mau. Cùng đi có Bộ trưởng Bộ Y tế Trần "
        "Thị Hoa.",
        "Hoa:attend Tám:attend",
    ),
    (
        "Hội nghị thượng đỉnh EU hôm 12/5 tại Brussels do Chủ tịch Hội đồng châu Âu Karl Weber chủ trì. Thủ tướng Anh "
        "Mary Stone tham dự.",
        "Stone:attend Weber:chair",
    ),
    (
        "Phát biểu tại hội nghị thượng đỉnh EU hôm 12/5, Thủ tướng Anh Mary Stone kêu gọi các nước giữ bình tĩnh.",
        "Stone:speak",
    ),
    ("Tổng thống Pháp Jean Martin khai mạc hội nghị thượng đỉnh về khí hậu ngày 12/5 tại Paris.", "Martin:open"),
    (
        "Cuộc họp báo chung giữa Tổng thống Pháp Jean Martin và Thủ tướng Anh Mary Stone diễn ra ngày 12/5.",
        "Martin:attend Stone:attend",
    ),
    (
        "Trong cuộc họp báo chung với Thủ tướng Anh Mary Stone ngày 12/5, Tổng thống Pháp Jean Martin tuyên bố sẽ giúp"
        " Ukraine.",
        "Martin:speak Stone:attend",
    ),
    (
        "Ái nữ của Tổng thống Mỹ John Carter, cô Anna Carter, thay cha chủ trì cuộc họp với các nghị sĩ ngày 12/5.",
        "Carter:chair",
    ),
    (
        "Hạ viện Mỹ họp ngày 12/5. Cuộc họp có sự hiện diện của hàng chục nghị sĩ, gồm cả Lãnh đạo đa số Kevin Brown.",
        "Brown:attend",
    ),
    (
        "Phái đoàn hai nước hôm 12/5 họp lo việc mở cuộc gặp giữa Tổng thống Mỹ John Carter và Tổng thống Nga Ivan "
        "Petrov.",
        "",
    ),
    ("Chiều 12/5, Bộ Ngoại giao họp bàn việc đón Tổng thống Mỹ John Carter và Ngoại trưởng Paul Reed.", ""),
    ("Trong khi đó, Thủ tướng Lê Văn Tám đã tới hiện trường và chủ trì một cuộc họp chống lũ sáng 12/5.", "Tám:chair"),
]


@pytest.mark.parametrize(("text", "expected"), ABROAD)
def test_visitors_and_leaders_of_other_countries(text: str, expected: str) -> None:
    assert told(text) == expected
