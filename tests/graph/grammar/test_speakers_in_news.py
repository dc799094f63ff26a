"""Who speaks at a gathering of which a newspaper tells: after a quotation, past a plan, and not the spokesman."""

import pytest

from graph.grammar.events.events import find_events
from graph.grammar.people.persons import find_people
from graph.grammar.text.layout import analyse
from graph.source import Source

LEAD = "Sáng 12/5, tại Hà Nội, Bộ Y tế tổ chức hội nghị bàn về công tác dân số quý một. "


def roles(text: str) -> list[str]:
    document = analyse(Source.from_text("t", f"Bàn về công tác dân số\n\n{text}\n"))
    events = find_events(document, find_people(document))
    return [f"{i}:{r.person.split()[-1]}:{r.role}" for i, e in enumerate(events) for r in e.roles]


CASES = [
    # what is quoted first is no word of the report: neither its days nor its "từng"
    (
        f'{LEAD}\n"Ngày 17/9 sẽ từng bước làm chủ kỹ thuật", ông Lê Văn Tám, Giám đốc Sở Y tế Hà Nội, nhận định.',
        ["0:Tám:speak"],
    ),
    (f'{LEAD}\n"Việc này phải làm", ông Lê Văn Tám, Giám đốc Sở Y tế Hà Nội, từng nói.', []),
    # a quoted title before the speaker: the words before it are the report's
    (f'{LEAD}\nTrong bài viết "Vì một Việt Nam khỏe", Bộ trưởng Bộ Y tế Trần Thị Hoa khẳng định quyết tâm.', []),
    # one whom the minister asks to hold another meeting later
    (
        f"{LEAD}Bộ trưởng Bộ Y tế Trần Thị Hoa giao Thứ trưởng sớm chủ trì cuộc họp với các tỉnh miền núi. "
        "Giám đốc Sở Y tế Hà Nội Lê Văn Tám kiến nghị thêm kinh phí.",
        ["0:Hoa:speak", "0:Tám:speak"],
    ),
    # but what the report itself announces with its day stays what it speaks of
    (
        f"{LEAD}\nNgày 23/9, hội nghị bàn về trạm y tế đảo sẽ được tổ chức. Giám đốc Sở Y tế Hà Nội Lê Văn Tám "
        "kiến nghị thêm kinh phí.",
        [],
    ),
    # the headline and first words of another article, inserted; what a video shows
    (f"{LEAD}\nTrạm xá xin thêm giường TTO - Thứ trưởng Bộ Y tế Lê Văn Tám yêu cầu rà soát.", []),
    (f"{LEAD}\nTrạm xá xin thêm giường (NLĐO) - Thứ trưởng Bộ Y tế Lê Văn Tám yêu cầu rà soát.", []),
    (f"{LEAD}\nTrạm xá xin thêm giường VOV.VN - Thứ trưởng Bộ Y tế Lê Văn Tám yêu cầu rà soát.", []),
    (f"{LEAD}\nTrạm xá xin thêm giường BHYT - Thứ trưởng Bộ Y tế Lê Văn Tám yêu cầu rà soát.", ["0:Tám:speak"]),
    (f"{LEAD}\nThứ trưởng Bộ Y tế Lê Văn Tám nói về việc mua giường - Video: Q.N.", []),
    # said with a colon
    (f'{LEAD}\nÔng Lê Văn Tám - Giám đốc Sở Y tế Hà Nội bổ sung thêm: "Còn khó".', ["0:Tám:speak"]),
    # two sentences run together
    (f"{LEAD}\nÔng Lê Văn TámTheo kế hoạch nói thêm. Ông Lê Văn Tám nhấn mạnh việc này.", ["0:Tám:speak"]),
    (f'{LEAD}\n"Sẽ kiểm tra thường xuyên", ông Lê Văn Tám, Giám đốc Sở Y tế Hà Nội, trình bày.', ["0:Tám:speak"]),
    # beside the gathering, and by one who was not asked to come
    (
        "Thứ trưởng Bộ Y tế Lê Văn Tám cho biết thông tin này lúc trả lời phóng viên bên lề hội nghị về thuốc nam "
        "sáng 12/5.",
        ["0:Tám:attend"],
    ),
    (f"{LEAD}Không được mời dự họp, nhưng ông Lê Văn Tám, Giám đốc Sở Y tế Hà Nội, cho biết đồng tình.", []),
    # what somebody says in the report's own words about it
    (f"{LEAD}Cơ quan này cũng thông báo về nội dung ông Lê Văn Tám khẳng định số tiền.", []),
    # to whom one reports
    (
        f"{LEAD}Báo cáo Bộ trưởng Bộ Y tế Trần Thị Hoa tại hội nghị, Giám đốc Sở Y tế Hà Nội Lê Văn Tám cho biết "
        "kết quả.",
        ["0:Tám:report"],
    ),
    # the day of what is spoken of is not the day of speaking
    (
        f"{LEAD}\nVề vụ lật đò tối 14-2, ông Lê Văn Tám, Giám đốc Sở Y tế Hà Nội, cho biết đã xử lý.",
        ["0:Tám:speak"],
    ),
    (
        f"{LEAD}\nTrước các kiến nghị đó, ngày 19/8, ông Lê Văn Tám, Giám đốc Sở Y tế Hà Nội, cho biết đã xử lý.",
        [],
    ),
    # a picture of the other of two press conferences
    (
        "Sáng 22-4, tại Hà Nội, Bộ Y tế họp báo. Thứ trưởng Bộ Y tế Lê Văn Tám chủ trì cuộc họp báo.\n\nTại cuộc họp "
        "báo tối 21-4, đại tá Đỗ Văn Hùng cho biết kết quả.\n\nThứ trưởng Bộ Y tế Lê Văn Tám chủ trì cuộc họp báo "
        "- Ảnh: Q.N.",
        ["0:Tám:chair", "1:Hùng:speak"],
    ),
    (f"{LEAD}\nThứ trưởng Bộ Y tế Lê Văn Tám trả lời báo chí về công tác này.", []),
    (f"{LEAD}\nThứ trưởng Bộ Y tế Lê Văn Tám chia sẻ đoạn phim ấy trên trang cá nhân.", []),
    # a certificate of investment is no honour
    (f"{LEAD}Tại hội nghị, ông Lê Văn Tám đã trao giấy chứng nhận đầu tư cho 6 dự án.", ["0:Tám:attend"]),
    # a spokesman speaks to the press
    (f"{LEAD}\nNgười phát ngôn Bộ Ngoại giao Mỹ Mary Hillbrook bác bỏ tin này.", []),
    # who directs at it
    (f"{LEAD}Tại hội nghị, Bộ trưởng Bộ Y tế Trần Thị Hoa đã chỉ đạo các sở rà soát.", ["0:Hoa:direct"]),
    (f"{LEAD}Về vấn đề này, Bộ trưởng Bộ Y tế Trần Thị Hoa đã chỉ đạo các sở rà soát.", ["0:Hoa:speak"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_speaks_at_it(text: str, expected: list[str]) -> None:
    assert roles(text) == expected
