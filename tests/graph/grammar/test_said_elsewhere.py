"""What was chaired or said at another gathering than the one told of, or before it, gives no role there."""

import pytest

from graph.grammar.events.events import find_events
from graph.grammar.people.persons import find_people
from graph.grammar.text.layout import analyse
from graph.source import Source

LEAD = "Sáng 12/5, tại Hà Nội, Bộ Y tế tổ chức hội nghị sơ kết công tác dân số 6 tháng đầu năm. "
DIRECTOR = "Giám đốc Sở Y tế Hà Nội Lê Văn Tám"


def roles(text: str) -> list[str]:
    document = analyse(Source.from_text("t", f"Công tác dân số\n\n{text}\n"))
    events = find_events(document, find_people(document))
    return [f"{i}:{r.person.split()[-1]}:{r.role}" for i, e in enumerate(events) for r in e.roles]


MET = "Ngày 17/8 tại Huế, Ban Bí thư đã họp dưới sự điều hành của Tổng Bí thư Trần Văn Năm. "
CAPTION = "Bộ trưởng Bộ Y tế Trần Thị Hoa và các đại biểu tại hội nghị dân số toàn quốc do Chính phủ giao"
CASES = [
    # a body's own meeting, in a report on the meeting of another
    (f"{MET}\nÔng Lê Văn Tám cũng chủ trì họp Thường trực Huyện ủy duyệt dự án sai quy định.", ["0:Năm:chair"]),
    (f"{MET}\nTổng Bí thư Trần Văn Năm chủ trì họp Ban Bí thư để xem xét kỷ luật cán bộ.", ["0:Năm:chair"]),
    # another time's meeting, and what is said after it
    (f"{LEAD}\nTại cuộc họp mới đây, {DIRECTOR} cho biết còn thiếu thuốc. Ông Tám nói sẽ mua.", ["1:Tám:speak"]),
    (f"{LEAD}\nTại hội nghị khác, {DIRECTOR} cho biết còn thiếu thuốc.", ["1:Tám:speak"]),
    (f"{LEAD}\nTại hội nghị này, {DIRECTOR} cho biết còn thiếu thuốc.", ["0:Tám:speak"]),
    # at another one, which the report tells of by what was said there; and what the same person adds
    (f'{LEAD}\n"Còn thiếu", {DIRECTOR} nói tại một cuộc họp báo. "Sẽ mua thêm", ông Tám nói.', ["1:Tám:speak"]),
    # said to the press, the gathering being named in the quoted words only
    (f'{LEAD}\nTrao đổi với báo chí, {DIRECTOR} nhận lỗi. "Vậy nên hội nghị phải hoãn", ông Tám nói.', []),
    # said before it: about who may come
    (f"{LEAD}\n{DIRECTOR} đồng ý để nhà báo tỉnh vào dự hội nghị. Ông Tám cho rằng báo chí nên biết.", []),
    (
        f"{LEAD}\n{DIRECTOR} đồng ý và mong báo chí vào dự hội nghị. Khi nghe Bộ từ chối báo chí tham dự hội nghị, "
        "ông Tám cho rằng không đúng.",
        [],
    ),
    (f"{LEAD}\n{DIRECTOR} đồng ý để các xã mua thuốc.", ["0:Tám:speak"]),
    # on another occasion of the day; but at it where it is named
    (f"{LEAD}\nCùng ngày, {DIRECTOR} xác nhận đã nhận đơn.", []),
    (f"{LEAD}\nCùng ngày, tại hội nghị, {DIRECTOR} xác nhận đã nhận đơn.", ["0:Tám:speak"]),
    # on the agenda only
    (
        f"Theo lịch làm việc, chiều 5/9, tại phiên họp thứ 9, Ủy ban sẽ thảo luận về luật.\n{DIRECTOR} "
        "cho biết luật còn thiếu.",
        [],
    ),
    # a gathering that only a caption names, though the caption is printed twice
    (f"Đề án dân số vừa ra mắt.\n{CAPTION}.\n{DIRECTOR} cho rằng đề án tốt.\n\n{CAPTION}.", ["0:Hoa:attend"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_role_only_where_said(text: str, expected: list[str]) -> None:
    assert roles(text) == expected
