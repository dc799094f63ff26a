"""Roles that stand near a name and are not its own: denials, kin, another's verb, another day, place or hearer."""

import pytest

from graph.grammar.events.events import find_events
from graph.grammar.people.persons import find_people
from graph.grammar.text.layout import analyse
from graph.source import Source

MAIN = (
    "Sáng 12/5/2019, tại Cao Bằng, Sở Nông nghiệp tỉnh Cao Bằng tổ chức hội nghị sơ kết công tác thủy lợi. "
    "Giám đốc Sở Hà Văn Tư chủ trì hội nghị. "
)
TAM = "ông Lê Văn Tám, Chủ tịch UBND xã Nước Hai"
OPEN = "Ông Lê Văn Tám, Chủ tịch UBND xã Nước Hai"
HUNG = "ông Đỗ Văn Hùng, Phó Giám đốc Sở"
END = " Hội nghị kết thúc lúc 11 giờ."


def told(text: str) -> set[str]:
    """Give "Tám:attend" of every gathering."""
    document = analyse(Source.from_text("t", f"Tin trong ngày\n\n{text}\n"))
    events = find_events(document, find_people(document))
    return {f"{r.person.split()[-1]}:{r.role}" for e in events for r in e.roles}


NOT_THEIRS = [
    (f"Thay mặt những người không được nhận Bằng khen, {TAM} lên tiếng.", {"Tám:speak"}),
    (f"Thay mặt các hộ chưa được nhận Bằng khen, {TAM} lên tiếng.", {"Tám:speak"}),
    (f"Thay mặt các hộ được nhận Bằng khen, {TAM} cảm ơn.", {"Tám:receive", "Tám:speak"}),
    ("Thay mặt các hộ được nhận Bằng khen, Giám đốc Sở Hà Văn Tư cảm ơn.", {"Tư:speak"}),
    (f"Bên lề hội nghị, nhiều người bàn tán, {TAM} đã bị bắt tối qua.", set()),
    (f"Bên lề hội nghị, theo tin đồn, {TAM} đang ở nước ngoài.", set()),
    (f"Bên lề hội nghị, {TAM} cho biết xã sẽ sửa trạm bơm.", {"Tám:attend"}),
    (f"Cử tri nhắc chuyện {TAM} với phóng viên bên lề hội nghị.", set()),
    (f"{OPEN} trao đổi với con trai Bộ trưởng Y tế Trần Văn Bình bên lề hội nghị.", {"Tám:attend"}),
    (f"{OPEN} trao đổi với Bộ trưởng Y tế Trần Văn Bình bên lề hội nghị.", {"Tám:attend", "Bình:attend"}),
    (f"Hơn 200 đại biểu tham dự hội nghị đã phê bình nhiều cán bộ, như {TAM}.", set()),
    (f"Hơn 200 đại biểu từ các huyện tham dự hội nghị, trong đó có {TAM}.", {"Tám:attend"}),
    (f"Hơn 200 đại biểu tham dự hội nghị, trong đó có {HUNG}, người thay {TAM}.", {"Hùng:attend"}),
    (f"Hơn 200 đại biểu tham dự hội nghị, trong đó có {HUNG}, bàn về vụ án {TAM[4:]}.", {"Hùng:attend"}),
    (f"Hơn 200 đại biểu tham dự hội nghị, trong đó có {HUNG}, {TAM}.", {"Hùng:attend", "Tám:attend"}),
    (f"Cùng dự có {HUNG}, người từng tố cáo {TAM}.", {"Hùng:attend"}),
    (f"Cùng dự có {HUNG}, cháu ruột Đại tướng Lê Văn Tám.", {"Hùng:attend"}),
    (f"Cùng dự có {HUNG}, từng là kỹ sư thủy lợi; {TAM}.", {"Hùng:attend", "Tám:attend"}),
    (f"Cùng dự có con trai {TAM}.", set()),
    (f"Cùng dự có vợ chồng {TAM}.", {"Tám:attend"}),
    (f"Hội nghị có nhiều lãnh đạo, như {TAM} mong đợi.", set()),
    (f"Hội nghị có nhiều lãnh đạo, như {TAM}.", {"Tám:attend"}),
    (f"Chủ trì hội nghị không phải là {TAM}.", set()),
    (f"Đồng chủ trì hội nghị là {TAM}.", {"Tám:chair"}),
    (f"Theo kế hoạch, {TAM} về Cao Bằng dự hội nghị nhưng xe hỏng.", set()),
    (f"{OPEN} xuống Hà Nội khiếu kiện người tham dự hội nghị.", set()),
    (f"{OPEN} đã lên thành phố Cao Bằng dự hội nghị.", {"Tám:attend"}),
    (f"Giám đốc Sở Hà Văn Tư chủ trì hội nghị, so tài cùng {TAM} ở quê nhà.", set()),
    (f"Giám đốc Sở Hà Văn Tư đồng chủ trì hội nghị về tranh chấp đất với {TAM}.", set()),
    (f"Giám đốc Sở Hà Văn Tư đồng chủ trì hội nghị với {TAM}.", {"Tám:chair"}),
    (f"Đó là chỉ đạo của {TAM} trong thư gửi trước hội nghị.", set()),
    (f"Đó là chỉ đạo của {TAM} tại hội nghị.", {"Tám:direct"}),
    (f"{OPEN} vừa dự hội nghị ở Huế về việc khác và cho biết sẽ sửa bơm.", set()),
    (f"{OPEN} dự hội nghị ở Cao Bằng và cho biết sẽ sửa bơm.", {"Tám:speak"}),
    (f"Tại tòa, bị cáo Lê Văn Tám, nguyên Chủ tịch UBND xã Nước Hai, khẳng định vô tội.{END}", set()),
    (f"Năm 1998, ông Lê Văn Tám, khi đó là Chủ tịch UBND xã Nước Hai, đề nghị xây trạm bơm.{END}", set()),
    (f"Năm 2019, {TAM} đề nghị xây trạm bơm.{END}", {"Tám:speak"}),
    (f"Đáp lại tin nhắn của báo, {TAM} cho biết xã sẽ sửa trạm bơm.{END}", set()),
    (f"Đáp lại ý kiến này, {TAM} cho biết xã sẽ sửa trạm bơm.{END}", {"Tám:speak"}),
    (f"Đại diện lãnh đạo công ty trả lời qua email, {TAM} cho biết xã sẽ sửa trạm bơm.{END}", set()),
    (f"Thay mặt gia đình người đã khuất, {TAM} cảm ơn bà con.{END}", set()),
    (f"Giải trình với thanh tra từ tháng 3, {TAM} cho biết xã sẽ sửa trạm bơm.{END}", set()),
    (f"Giải trình ý kiến đại biểu, {TAM} cho biết xã sẽ sửa trạm bơm.{END}", {"Tám:speak"}),
    (f"Năm 2005, {TAM} đã tham dự hội nghị thủy lợi ở Huế.", set()),
    (f"\n\n{OPEN} trong hội nghị tháng trước", set()),
    (f"\n\n{OPEN} tại hội nghị năm 2015", set()),
    (f"\n\n{OPEN} tại hội nghị năm 2019", {"Tám:attend"}),
    (f"Bà Trần Thị Mơ, vợ {TAM}, đã đến dự hội nghị.", {"Mơ:attend"}),
]


@pytest.mark.parametrize(("text", "expected"), NOT_THEIRS)
def test_whose_role_it_is(text: str, expected: set[str]) -> None:
    assert told(MAIN + text) == {"Tư:chair"} | expected


def test_who_hands_on_a_gift_is_not_taken_to_be_given_one() -> None:
    text = f"{MAIN}Đại diện cho các hộ được nhận quà, {TAM} trao lại quà cho bà Trần Thị Mơ."
    assert told(text) == {"Tư:chair", "Tám:award", "Mơ:receive"}
