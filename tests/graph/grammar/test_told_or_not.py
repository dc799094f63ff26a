"""Gatherings that are told of and such as are only ordered, possible, or announced; one gathering under two heads."""

import pytest

from graph.grammar.events.events import find_events
from graph.grammar.people.persons import find_people
from graph.grammar.text.layout import analyse
from graph.source import Source


def names(text: str) -> list[str]:
    document = analyse(Source.from_text("t", text))
    return [event.name for event in find_events(document, find_people(document))]


MAIN = "Sáng 12/3, tại Hà Nội, Bộ Y tế tổ chức hội nghị tổng kết công tác dân số."
TOLD = [
    # what a paper orders, and what may be done
    (
        "Thực hiện Kế hoạch số 12/KH-MTTW của Ban Thường trực về tổ chức Hội nghị tổng kết việc của các nhóm bạn đọc "
        "2018, ngày 12/12 Hội Luật gia tổ chức Hội nghị tổng kết công tác pháp luật.",
        ["Hội nghị tổng kết công tác pháp luật"],
    ),
    (f"{MAIN} Ngoài tổ chức họp báo thì cơ quan nhà nước có thể đăng tin.", ["hội nghị tổng kết công tác dân số"]),
    (f"{MAIN} Hai bên đã họp bàn về nội dung này.", ["hội nghị tổng kết công tác dân số"]),
    # announced above, told below
    (
        "Hơn 1.000 đại biểu đến Hà Nội để dự phiên họp toàn thể Liên đoàn Bơi lội.\n\nÔng Lê Văn Tám, Phó Chủ tịch "
        "Liên đoàn Bơi lội, đã chủ trì phiên họp toàn thể Liên đoàn Bơi lội từ ngày 18 đến ngày 21-11.",
        ["phiên họp toàn thể Liên đoàn Bơi lội"],
    ),
    # what follows on talks
    (
        "Sáng 12/3, Thủ tướng Lê Văn Tám và Thủ tướng Lào Bounmy Phanthavong đồng chủ trì kỳ họp lần thứ 40 tại Hà "
        "Nội. Sau kỳ họp, Thủ tướng Lê Văn Tám chứng kiến lễ ký 5 bản ghi nhớ, chủ trì họp báo chung về kết quả "
        "kỳ họp.",
        ["kỳ họp lần thứ 40", "lễ ký 5 bản ghi nhớ", "họp báo chung về kết quả kỳ họp"],
    ),
    ("Chiều 13/11, Bộ Y tế họp báo công bố kết quả điều tra.", ["họp báo công bố kết quả điều tra"]),
    # over several days; held in the lead, named below; long ago, but with its chair and day
    (
        "Tại hội nghị tổng kết chương trình nước sạch sáng 4/6, Thứ trưởng Bộ Y tế Lê Văn Tám cho biết kết quả.\n\nHội "
        "nghị tổng kết chương trình nước sạch diễn ra trong hai ngày 3 và 4/6.",
        ["Hội nghị tổng kết chương trình nước sạch"],
    ),
    (
        "Trong buổi làm việc ngày 14-5, Thứ trưởng Bộ Y tế Lê Văn Tám đốc thúc việc này.\n\nSáng 14-5, Thứ trưởng Bộ Y "
        "tế Lê Văn Tám đã chủ trì cuộc họp bàn về trạm xá đảo.",
        ["cuộc họp bàn về trạm xá đảo"],
    ),
    (
        f"{MAIN} Ông Lê Văn Tám dự.\n\nChuyện như thế từng có lúc ông Lê Văn Tám chủ trì Hội nghị về y tế cơ sở "
        "ngày 14/2/2015.",
        ["hội nghị tổng kết công tác dân số", "Hội nghị về y tế cơ sở"],
    ),
    # every five years
    (
        f"{MAIN} Theo Điều lệ, Đại hội đại biểu toàn quốc Hội Y học được tổ chức 5 năm 1 lần.",
        ["hội nghị tổng kết công tác dân số"],
    ),
    # where a name ends
    (f"{MAIN} Sau khi bị chủ trì cuộc họp nhắc nhở, ông đã dừng.", ["hội nghị tổng kết công tác dân số"]),
    (
        "Ông Lê Văn Tám dự hội nghị nghề nuôi ong (ngày 17/4), người nuôi lâu năm nói như vậy.",
        ["hội nghị nghề nuôi ong"],
    ),
    # told already, or of another time
    (
        f"{MAIN} Đây là lần đầu tiên Bộ Y tế tổ chức hội nghị trực tuyến với 63 tỉnh.",
        ["hội nghị tổng kết công tác dân số"],
    ),
    (
        f"{MAIN} Sau khi mở hội nghị lấy ý kiến chuyên gia vào tháng 11-2018, Bộ chưa quyết.",
        ["hội nghị tổng kết công tác dân số"],
    ),
    (
        f"{MAIN} Bộ sẽ lập ban chỉ đạo, cử chuyên viên, tổ chức cuộc họp nhóm nghị sĩ trẻ.",
        ["hội nghị tổng kết công tác dân số"],
    ),
    (f"{MAIN} Nhất trí thời gian tổ chức Đại hội Hội Dân số vào ngày 12/9.", ["hội nghị tổng kết công tác dân số"]),
    (f"{MAIN} Bộ trình Quốc hội tại kỳ họp tháng 5 tới.", ["hội nghị tổng kết công tác dân số"]),
    # the same day, a shorter name
    (
        "Hội nghị tổng kết diễn ra sáng 27/1 tại Hà Nội. Sáng 27/1, tại cuộc họp tổng kết công tác dân số, Bộ Y tế nêu "
        "ba việc.",
        ["Hội nghị tổng kết"],
    ),
    # two heads, one gathering
    (
        "Kết luận Hội nghị trực tuyến của tỉnh với các đảo ngày 17/4, Thủ tướng Lê Văn Tám nêu rõ mục "
        "tiêu. Trong cuộc họp trực tuyến của tỉnh với các đảo, Thủ tướng Lê Văn Tám yêu cầu tiết kiệm.",
        ["Hội nghị trực tuyến của tỉnh với các đảo"],
    ),
]


@pytest.mark.parametrize(("body", "expected"), TOLD)
def test_which_gatherings_a_report_tells_of(body: str, expected: list[str]) -> None:
    assert names("Tin trong tuần\n\n" + body + "\n") == expected


def test_what_a_title_tells_and_the_text_announces_has_not_been_held() -> None:
    told = "Chiều nay tỉnh Hòa An họp báo về vụ cháy\n\n"
    assert names(told + "14h chiều nay, 12-3, UBND tỉnh Hòa An sẽ tổ chức họp báo để trả lời về vụ cháy.") == []
    assert names(told + "Chiều 12-3, UBND tỉnh Hòa An tổ chức họp báo về vụ cháy chợ.") != []


def test_what_a_session_is_to_do_by_its_programme_has_not_been_done() -> None:
    session = "tại phiên họp thứ 9, Ủy ban Pháp luật"
    assert names(f"Cầu mới\n\nTheo chương trình dự kiến, sáng 12/3, {session} sẽ bàn đề án cầu phao.") == []
    assert names(f"Cầu mới\n\nSáng 12/3, {session} bàn đề án cầu phao.") == ["phiên họp thứ 9"]
