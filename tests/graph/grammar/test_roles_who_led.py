"""Who chaired, directed, opened, reported or summed up, in the many orders in which newspapers write it."""

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


CHAIRED = [
    ("Thủ tướng Lê Văn Tám hôm nay chủ trì cuộc họp về giá điện tại Hà Nội.", "Tám:chair"),
    ("Thủ tướng Lê Văn Tám sáng nay đã chủ trì cuộc họp về giá điện tại Hà Nội.", "Tám:chair"),
    ("Thủ tướng Lê Văn Tám sáng 12/5 chủ trì cuộc họp về giá điện tại Hà Nội.", "Tám:chair"),
    ("Thủ tướng Lê Văn Tám hôm 12/5 chủ trì cuộc họp về giá điện tại Hà Nội.", "Tám:chair"),
    ("Thủ tướng Lê Văn Tám hôm 12 và 13/5 chủ trì cuộc họp về giá điện tại Hà Nội.", "Tám:chair"),
    ("Thủ tướng Lê Văn Tám ngày 12-13/5 chủ trì hội nghị về giá điện tại Hà Nội.", "Tám:chair"),
    ("Thủ tướng Lê Văn Tám hôm 12-13/5 chủ trì hội nghị về giá điện tại Hà Nội.", "Tám:chair"),
    ("Thủ tướng Lê Văn Tám chiều tối qua chủ trì cuộc họp khẩn về giá điện.", "Tám:chair"),
    ("Thủ tướng Lê Văn Tám ngày hôm qua đã chủ trì cuộc họp khẩn về giá điện.", "Tám:chair"),
    ("Thủ tướng Lê Văn Tám vào chiều 12/5 đã chủ trì cuộc họp khẩn về giá điện.", "Tám:chair"),
    ("Thủ tướng Lê Văn Tám vào hôm thứ hai đã chủ trì cuộc họp khẩn về giá điện.", "Tám:chair"),
    ("Thủ tướng Lê Văn Tám ngay trong đêm đã chủ trì cuộc họp khẩn về giá điện.", "Tám:chair"),
    ("Thủ tướng Lê Văn Tám sau đó chủ trì cuộc họp khẩn về giá điện ngày 12/5.", "Tám:chair"),
    ("Thủ tướng Lê Văn Tám tiếp tục chủ trì cuộc họp khẩn về giá điện ngày 12/5.", "Tám:chair"),
    (
        "Chủ tịch Cuba Miguel Ramos sáng 12/5 chủ trì lễ đón Thủ tướng Lê Văn Tám tại La Habana.",
        "Ramos:chair Tám:attend",
    ),
    ("Lãnh đạo Lào Thonglun Keo hôm 12/5 chủ trì hội nghị quân chính tại Vientiane.", "Keo:chair"),
    (
        "Sáng nay, dưới sự chủ trì của Phó Thủ tướng Lê Văn Tám, Ban Chỉ đạo quốc gia về biển họp phiên thứ ba.",
        "Tám:chair",
    ),
    ("Cuộc họp về giá điện chiều 12/5 do Phó Thủ tướng Lê Văn Tám chủ trì đã kết thúc lúc 18 giờ.", "Tám:chair"),
    ("Chiều 12/5, Bộ Y tế họp về giá thuốc do Thứ trưởng Lê Văn Tám chủ trì.", "Tám:chair"),
    ("Bộ Công an tổ chức hội nghị triển khai luật do Bộ trưởng, thượng tướng Lê Văn Tám chủ trì.", "Tám:chair"),
    (
        "Chủ trì cuộc họp về giá điện chiều 12/5 tại Hà Nội, Phó Thủ tướng Lê Văn Tám yêu cầu công khai chi phí.",
        "Tám:chair Tám:speak",
    ),
    ("Phó Thủ tướng Lê Văn Tám yêu cầu như vậy khi chủ trì cuộc họp về giá điện chiều 12/5.", "Tám:chair Tám:speak"),
    (
        "Trong cuộc họp về giá điện chiều 12/5, Phó Thủ tướng Lê Văn Tám, người chủ trì, yêu cầu công khai chi phí.",
        "Tám:chair Tám:speak",
    ),
    (
        "Phó Thủ tướng Lê Văn Tám và Thống đốc Trần Thị Hoa là đồng chủ trì cuộc họp về giá điện chiều 12/5.",
        "Hoa:chair Tám:chair",
    ),
    (
        "Phó Thủ tướng Lê Văn Tám cùng Thống đốc Ngân hàng Nhà nước Trần Thị Hoa đồng chủ trì hội nghị về giá điện "
        "chiều 12/5.",
        "Hoa:chair Tám:chair",
    ),
    (
        "Phó Thủ tướng Lê Văn Tám đồng chủ trì hội nghị về giá điện chiều 12/5 cùng Thống đốc Ngân hàng Nhà nước Trần "
        "Thị Hoa.",
        "Hoa:chair Tám:chair",
    ),
    (
        "Phó Thủ tướng Lê Văn Tám đồng chủ trì hội nghị về giá điện chiều 12/5 với Thống đốc Ngân hàng Nhà nước Trần "
        "Thị Hoa.",
        "Hoa:chair Tám:chair",
    ),
    (
        "Phó Thủ tướng Lê Văn Tám đã cùng Thống đốc Ngân hàng Nhà nước Trần Thị Hoa chủ trì hội nghị về giá điện chiều"
        " 12/5.",
        "Hoa:chair Tám:chair",
    ),
    (
        "Cùng Phó Thủ tướng Lê Văn Tám chủ trì hội nghị về giá điện chiều 12/5 có Thống đốc Ngân hàng Nhà nước Trần "
        "Thị Hoa.",
        "Hoa:chair Tám:chair",
    ),
    (
        "Hội nghị về giá điện diễn ra chiều 12/5 dưới sự đồng chủ trì của Phó Thủ tướng Lê Văn Tám và Thống đốc Ngân "
        "hàng Nhà nước Trần Thị Hoa.",
        "Hoa:chair Tám:chair",
    ),
    ("Ông Lê Văn Tám thay Thủ tướng chủ trì cuộc họp về giá điện chiều 12/5.", "Tám:chair"),
    ("Phó Thủ tướng Lê Văn Tám thay mặt Thủ tướng chủ trì cuộc họp về giá điện chiều 12/5.", "Tám:chair"),
    ("Phó Thủ tướng Lê Văn Tám, được Thủ tướng ủy quyền, chủ trì cuộc họp về giá điện chiều 12/5.", "Tám:chair"),
    ("Được Thủ tướng ủy quyền, Phó Thủ tướng Lê Văn Tám chủ trì cuộc họp về giá điện chiều 12/5.", "Tám:chair"),
    ("Theo ủy quyền của Thủ tướng, Phó Thủ tướng Lê Văn Tám chủ trì cuộc họp về giá điện chiều 12/5.", "Tám:chair"),
    (
        "Chủ tọa phiên tọa đàm là PGS.TS Lê Văn Tám, Viện trưởng Viện Kinh tế. Tọa đàm diễn ra sáng 12/5 tại Hà Nội.",
        "Tám:chair",
    ),
    ("Sáng 12/5, Quốc hội thảo luận tại hội trường dưới sự điều hành của Phó Chủ tịch Quốc hội Lê Văn Tám.", ""),
    (
        "Sáng 12/5, Quốc hội họp phiên toàn thể tại hội trường dưới sự điều hành của Phó Chủ tịch Quốc hội Lê Văn Tám.",
        "Tám:chair",
    ),
    (
        "Điều hành phiên chất vấn sáng 12/5, Chủ tịch Quốc hội Lê Văn Tám đề nghị đại biểu hỏi ngắn gọn.",
        "Tám:chair Tám:speak",
    ),
    ("Phó Chủ tịch Quốc hội Lê Văn Tám điều hành phiên thảo luận sáng 12/5 của Quốc hội.", "Tám:chair"),
    (
        "Chủ tịch Quốc hội Lê Văn Tám điều hành nội dung phiên họp thứ 20 của Ủy ban Thường vụ Quốc hội sáng 12/5.",
        "Tám:chair",
    ),
    ("Chiều 12/5, Văn phòng Chính phủ tổ chức họp báo do Bộ trưởng, Chủ nhiệm Lê Văn Tám chủ trì.", "Tám:chair"),
    (
        "Chủ trì họp báo Chính phủ thường kỳ chiều 12/5, Bộ trưởng Lê Văn Tám cho biết giá điện chưa tăng.",
        "Tám:chair Tám:speak",
    ),
    (
        "Tại họp báo chiều 12/5 do Thứ trưởng Bộ Y tế Lê Văn Tám chủ trì, bà Trần Thị Hoa - Vụ trưởng Vụ Dân số - trả "
        "lời báo chí về giá thuốc.",
        "Hoa:speak Tám:chair",
    ),
    (
        "Bà Trần Thị Hoa, Đại biện lâm thời Đại sứ quán Pháp tại Việt Nam, chiều 12/5 chủ trì họp báo tại Hà Nội.",
        "Hoa:chair",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CHAIRED)
def test_who_chaired(text: str, expected: str) -> None:
    assert told(text) == expected


DIRECTED = [
    (f"{LEAD}Dự và chỉ đạo hội nghị là Phó Thủ tướng Lê Văn Tám.", "Tám:direct"),
    (f"{LEAD}Phó Thủ tướng Lê Văn Tám đến dự và phát biểu chỉ đạo.", "Tám:direct"),
    (f"{LEAD}Phó Thủ tướng Lê Văn Tám chỉ đạo tại hội nghị.", "Tám:direct"),
    (f"{LEAD}Phó Thủ tướng Lê Văn Tám có ý kiến chỉ đạo tại hội nghị.", "Tám:direct"),
    (f"{LEAD}Phó Thủ tướng Lê Văn Tám dự hội nghị, lắng nghe các ý kiến và chỉ đạo ngành dân số.", "Tám:direct"),
    (
        f"{LEAD}Phó Thủ tướng Lê Văn Tám đã dự, lắng nghe ý kiến của các địa phương để có chỉ đạo cho năm tới.",
        "Tám:attend",
    ),
    (f"{LEAD}Chỉ đạo tại hội nghị, Phó Thủ tướng Lê Văn Tám yêu cầu đủ thuốc.", "Tám:direct"),
    (f"{LEAD}Đó là chỉ đạo của Phó Thủ tướng Lê Văn Tám tại hội nghị.", "Tám:direct"),
    (f"{LEAD}Trong bài phát biểu chỉ đạo hội nghị, Phó Thủ tướng Lê Văn Tám lưu ý ba việc.", "Tám:direct"),
    (
        f'{LEAD}Phó Thủ tướng Lê Văn Tám dự. "Phải đủ thuốc cho dân", Phó Thủ tướng chỉ đạo và cho rằng ngành đã cố '
        "gắng.",
        "Tám:direct",
    ),
    (f'{LEAD}"Phải đủ thuốc cho dân", ông Lê Văn Tám, Phó Thủ tướng, chỉ đạo.', "Tám:direct"),
    (
        f"{LEAD}Lo lắng trước tình trạng thiếu thuốc, Phó Thủ tướng Lê Văn Tám chỉ đạo nhiệm vụ trọng tâm năm tới là "
        "mua sắm.",
        "Tám:direct",
    ),
    (
        "Ngày 12/5, Phó Thủ tướng Lê Văn Tám chủ trì cuộc họp về giá điện. Phó Thủ tướng chỉ đạo Bộ Công Thương công "
        "khai chi phí.",
        "Tám:chair Tám:direct",
    ),
    (
        "Ngày 12/5, Phó Thủ tướng Lê Văn Tám đã chủ trì cuộc họp và chỉ đạo công khai ngay giá điện.",
        "Tám:chair Tám:direct",
    ),
]


@pytest.mark.parametrize(("text", "expected"), DIRECTED)
def test_who_directed(text: str, expected: str) -> None:
    assert told(text) == expected


SUMMED_UP = [
    (f"{LEAD}Kết luận hội nghị, Bộ trưởng Bộ Y tế Lê Văn Tám giao ba việc.", "Tám:conclude"),
    (f"{LEAD}Tại phần kết luận hội nghị, Bộ trưởng Bộ Y tế Lê Văn Tám giao ba việc.", "Tám:conclude"),
    (
        f"{LEAD}Tại phần kết luận hội nghị, khi nhắc đến giá thuốc, Bộ trưởng Bộ Y tế Lê Văn Tám đã đề nghị công khai.",
        "Tám:conclude",
    ),
    (f"{LEAD}Trong phần kết luận, Bộ trưởng Bộ Y tế Lê Văn Tám giao ba việc.", "Tám:conclude"),
    (f"{LEAD}Phát biểu kết luận, Bộ trưởng Bộ Y tế Lê Văn Tám giao ba việc.", "Tám:conclude"),
    (f"{LEAD}Phát biểu bế mạc, Bộ trưởng Bộ Y tế Lê Văn Tám giao ba việc.", "Tám:conclude"),
    (f"{LEAD}Kết thúc hội nghị, Bộ trưởng Bộ Y tế Lê Văn Tám kết luận cần ba việc.", "Tám:conclude"),
    (f"{LEAD}Bộ trưởng Bộ Y tế Lê Văn Tám chủ trì và kết luận hội nghị.", "Tám:chair Tám:conclude"),
    (
        f"{LEAD}Bộ trưởng Bộ Y tế Lê Văn Tám chủ trì hội nghị. Kết luận lại, ông Tám giao ba việc.",
        "Tám:chair Tám:conclude",
    ),
    (
        f"{LEAD}Bộ trưởng Bộ Y tế Lê Văn Tám chủ trì hội nghị. Kết luận buổi họp, ông giao ba việc.",
        "Tám:chair Tám:conclude",
    ),
    (
        "Chiều 12/5, Bí thư Tỉnh ủy Cà Mau Lê Văn Tám làm việc với huyện Năm Căn về chống hạn. Kết luận buổi làm việc,"
        " ông Tám yêu cầu khoan giếng.",
        "Tám:conclude",
    ),
    (
        "Kết luận buổi làm việc với huyện Năm Căn về chống hạn chiều 12/5, Bí thư Tỉnh ủy Cà Mau Lê Văn Tám yêu cầu "
        "khoan giếng.",
        "Tám:conclude",
    ),
    (
        "Kết luận của Phó Thủ tướng Lê Văn Tám tại cuộc họp về giá điện ngày 12/5 nêu rõ phải công khai chi phí.",
        "Tám:conclude",
    ),
    (
        "Văn phòng Chính phủ đã gửi các bộ thông báo kết luận của Phó Thủ tướng Lê Văn Tám tại cuộc họp về giá điện "
        "ngày 12/5.",
        "Tám:conclude",
    ),
    (
        "Theo kết luận của Phó Thủ tướng Lê Văn Tám tại cuộc họp về giá điện ngày 12/5, chi phí phải công khai.",
        "Tám:conclude",
    ),
    (
        "Ngày 12/5, Phó Chủ tịch UBND tỉnh Cà Mau Lê Văn Tám đã chủ trì cuộc họp về chống hạn và kết luận phải khoan "
        "giếng.",
        "Tám:chair Tám:conclude",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SUMMED_UP)
def test_who_summed_up(text: str, expected: str) -> None:
    assert told(text) == expected


REPORTED = [
    (f"{LEAD}Khai mạc hội nghị, Thứ trưởng Bộ Y tế Lê Văn Tám nêu ba việc.", "Tám:open"),
    (f"{LEAD}Phát biểu khai mạc, Thứ trưởng Bộ Y tế Lê Văn Tám nêu ba việc.", "Tám:open"),
    (f"{LEAD}Trong diễn văn khai mạc, Thứ trưởng Bộ Y tế Lê Văn Tám nêu ba việc.", "Tám:open"),
    (f"{LEAD}Hội nghị mở đầu bằng diễn văn khai mạc của Thứ trưởng Bộ Y tế Lê Văn Tám.", "Tám:open"),
    (f"{LEAD}Phát biểu tại phiên khai mạc, Thứ trưởng Bộ Y tế Lê Văn Tám nêu ba việc.", "Tám:speak"),
    (f"{LEAD}Phát biểu mở đầu hội nghị, Thứ trưởng Bộ Y tế Lê Văn Tám nêu ba việc.", "Tám:speak"),
    (f"{LEAD}Báo cáo tại hội nghị, Vụ trưởng Vụ Dân số Trần Thị Hoa cho biết mức sinh giảm.", "Hoa:report"),
    (f"{LEAD}Trong phần báo cáo của mình, Vụ trưởng Vụ Dân số Trần Thị Hoa cho biết mức sinh giảm.", "Hoa:report"),
    (f"{LEAD}Vụ trưởng Vụ Dân số Trần Thị Hoa báo cáo mức sinh giảm.", "Hoa:report"),
    (f"{LEAD}Theo báo cáo của Vụ trưởng Vụ Dân số Trần Thị Hoa tại hội nghị, mức sinh giảm.", "Hoa:report"),
    (f"{LEAD}Theo báo cáo do Vụ trưởng Vụ Dân số Trần Thị Hoa trình bày, mức sinh giảm.", "Hoa:report"),
    (f"{LEAD}Vụ trưởng Vụ Dân số Trần Thị Hoa thay mặt ban tổ chức trình bày báo cáo.", "Hoa:report"),
    (f"{LEAD}Thay mặt Bộ Y tế, Vụ trưởng Vụ Dân số Trần Thị Hoa đọc báo cáo tổng kết.", "Hoa:report"),
    (f"{LEAD}Vụ trưởng Vụ Dân số Trần Thị Hoa công bố kết quả điều tra tại hội nghị.", "Hoa:report"),
    (f"{LEAD}Vụ trưởng Vụ Dân số Trần Thị Hoa trình bày tham luận về mức sinh.", "Hoa:speak"),
    (
        f"{LEAD}Trước đó, báo cáo với lãnh đạo bộ, bà Trần Thị Hoa - Vụ trưởng Vụ Dân số - nhận định mức sinh giảm.",
        "Hoa:report",
    ),
    (f"{LEAD}Trước hội nghị, Vụ trưởng Vụ Dân số Trần Thị Hoa báo cáo tóm tắt tình hình.", "Hoa:report"),
    (
        "Sáng 12/5, thừa ủy quyền của Thủ tướng, Bộ trưởng Bộ Tài chính Lê Văn Tám trình bày tờ trình dự án luật tại "
        "phiên họp toàn thể của Quốc hội.",
        "Tám:report",
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPORTED)
def test_who_opened_or_reported(text: str, expected: str) -> None:
    assert told(text) == expected
