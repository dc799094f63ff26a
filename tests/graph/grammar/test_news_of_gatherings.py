"""News of gatherings: how articles name one in passing, who is placed there, and who is only near it in the text."""

import pytest

from graph.grammar.events.events import find_events
from graph.grammar.people.persons import find_people
from graph.grammar.text.layout import analyse
from graph.mention import EventMention
from graph.source import Source

LEAD = "Sáng 12/5, tại Hà Nội, Bộ Y tế tổ chức hội nghị sơ kết công tác dân số 6 tháng đầu năm. "
HOA = "Thứ trưởng Bộ Y tế Trần Thị Hoa"
TAM = "ông Lê Văn Tám, Giám đốc Sở Y tế Hà Nội,"


def events(text: str, title: str = "Công tác dân số") -> tuple[EventMention, ...]:
    document = analyse(Source.from_text("t", f"{title}\n\n{text}\n"))
    return find_events(document, find_people(document))


def roles(text: str) -> list[str]:
    return [f"{i}:{r.person.split()[-1]}:{r.role}" for i, e in enumerate(events(text)) for r in e.roles]


ROLES = [
    # what a report opens with and does not come back to was said elsewhere
    (f"{HOA} cho rằng cần thêm bác sĩ.\n\n{LEAD}{TAM[0].upper()}{TAM[1:]} cho biết còn thiếu thuốc.", ["0:Tám:speak"]),
    (
        f"{HOA} cho rằng cần thêm bác sĩ.\n\n{LEAD}Bà Hoa nói mỗi xã phải có một người.",
        ["0:Hoa:speak"],
    ),
    (f'"Cần thêm bác sĩ", {HOA} nói tại hội nghị sơ kết công tác dân số sáng 12/5.', ["0:Hoa:speak"]),
    # a paper that quotes, a reply beside the gathering, other news of the day: nor what the same person adds
    (f"{LEAD}Tờ Sức trẻ dẫn lời {TAM} cho rằng còn thiếu thuốc. Ông Tám nói sẽ mua.", []),
    (
        f"Trả lời báo chí bên lề hội nghị sơ kết công tác dân số sáng 12/5, {HOA} nhận lỗi. {TAM[0].upper()}{TAM[1:]} "
        "cho biết còn thiếu thuốc.",
        ["0:Hoa:attend"],
    ),
    (f'{LEAD}Cùng ngày, {TAM} yêu cầu các xã báo cáo. "Phải xong trong tuần", ông Tám chỉ đạo.', []),
    (f"{LEAD}Trước đó, Bộ trưởng Bộ Y tế Phan Văn Bảy đã yêu cầu các tỉnh báo cáo.", []),
    (f"{LEAD}Trước đó, {TAM} cho biết còn thiếu thuốc.", ["0:Tám:speak"]),
    (f"{LEAD}Trong diễn biến liên quan, {TAM} cho biết đã khởi tố ba người.", []),
    (f"{LEAD}\nVideo: {HOA} nói về thuốc.", []),
    (f"{LEAD}Quyết định này của {HOA} đưa ra sau khi dân kêu.", []),
    (f"Sau đề nghị của {HOA} tại hội nghị dân số ngày 12/5, nhiều cơ sở đã công bố giảm giá.", []),
    # an order given, and how one directs
    (f"{LEAD}{HOA} đã chỉ đạo thống kê số người bỏ về và cho rằng như thế là sai.", ["0:Hoa:speak"]),
    (f"{LEAD}{HOA} chỉ đạo các tỉnh mua thêm thuốc.", ["0:Hoa:direct"]),
    # the report is set where its news was told, though no day is said
    (
        f"{TAM[0].upper()}{TAM[1:]} đã nói như vậy tại hội nghị sơ kết công tác dân số.\n\n{HOA} cho biết sẽ mua.",
        ["0:Tám:speak", "0:Hoa:speak"],
    ),
    (
        f"Dân số tăng nhanh.\n\n{TAM[0].upper()}{TAM[1:]} từng nhắc tới việc đó tại hội nghị sơ kết công tác "
        f"dân số.\n\n{HOA} cho biết sẽ mua.",
        [],
    ),
    # decisions on posts are handed over: both are there, nobody is awarded
    (
        "Sáng 3/4, Ban Tuyên giáo tổ chức hội nghị công bố quyết định về công tác cán bộ.\n\nÔng Đỗ Văn Mạnh (trái) "
        "trao quyết định cho ông Nguyễn Thành Long.",
        ["0:Mạnh:attend", "0:Long:attend"],
    ),
    (
        "Sáng 3/4, Ban Tuyên giáo tổ chức hội nghị công bố quyết định về công tác cán bộ. Ông Đỗ Văn Mạnh trao quyết "
        "định bổ nhiệm ông Nguyễn Thành Long làm Trưởng phòng và tặng hoa chúc mừng.",
        ["0:Mạnh:attend", "0:Long:attend"],
    ),
    # but an award that is named is one
    (
        "Sáng 3/4, Ban Tuyên giáo tổ chức hội nghị tổng kết công tác. Tại hội nghị, ông Đỗ Văn Mạnh trao quyết định "
        "nghỉ hưu cho ông Nguyễn Thành Long và trao Bằng khen cho 4 tập thể.",
        ["0:Mạnh:award", "0:Long:attend"],
    ),
    (
        "Sáng 3/4, Ban Tuyên giáo tổ chức hội nghị tổng kết công tác. Tại hội nghị, ông Đỗ Văn Mạnh trao quyết định "
        "nghỉ hưu cho ông Nguyễn Thành Long, trao Bằng khen cho bà Trần Thị Lan.",
        ["0:Mạnh:award", "0:Long:attend", "0:Lan:receive"],
    ),
    (f"{LEAD}Năm ngoái, ông Đỗ Văn Mạnh trao quyết định cho ông Nguyễn Thành Long.", []),
    # a name that is spelt like a cue
    (f"{LEAD}Ông Võ Văn Thưởng (trái) đưa tài liệu tiền lương cho ông Nguyễn Thành Long.", []),
    # while chairing, and besides
    (
        f'"Giao thuốc muộn mãi thì xã không chịu được", {HOA} phát biểu khi chủ trì cuộc họp giao ban sáng 12/5.',
        ["0:Hoa:chair", "0:Hoa:speak"],
    ),
    (f"{HOA} chỉ trích việc này, đồng thời chủ trì cuộc họp của tổ ứng phó khẩn cấp.", ["0:Hoa:chair", "0:Hoa:speak"]),
    # another gathering chaired in the same report
    (
        f"{HOA} đã tiếp đoàn chuyên gia Lào. {HOA} và ông Bounmy Phanthavong đồng chủ trì cuộc họp vòng II của Nhóm "
        "công tác y tế.",
        ["0:Hoa:attend", "1:Hoa:chair", "1:Phanthavong:chair"],
    ),
    # what is asked about, whose daughter spoke, what the rest of the sentence names
    (
        f"{LEAD}Trả lời câu hỏi về việc ông Đỗ Văn Mạnh có phát biểu chỉ đạo tại hội nghị không, {HOA} nói chưa rõ.",
        ["0:Hoa:speak"],
    ),
    (
        f"{LEAD}Trả lời câu hỏi về việc ông Đỗ Văn Mạnh, ông Lê Văn Tám có phát biểu chỉ đạo tại hội nghị không, {HOA} "
        "nói chưa rõ.",
        ["0:Hoa:speak"],
    ),
    (f"Nói về việc thiếu thuốc, sáng 5/3, {HOA} chủ trì hội nghị toàn quốc về dân số.", ["0:Hoa:chair"]),
    (f"{LEAD}Con gái cả của {HOA} đã phát biểu hai phút.", []),
    (
        f"{LEAD}Ngày 20/4, Hội Y học tổ chức lễ vinh danh thầy thuốc trẻ.\n\n{LEAD}\nÔng Đỗ Văn Mạnh nhận bằng khen "
        "của Bộ trong lễ vinh danh thầy thuốc trẻ.",
        ["1:Mạnh:receive"],
    ),
    (f"{LEAD}\n\n{HOA} trình bày tại hội nghị - Ảnh: NAM", ["0:Hoa:speak"]),
    (f"{LEAD}{HOA} trình bày báo cáo tại hội nghị.", ["0:Hoa:report"]),
    (
        f"Danh sách vừa được công khai tại hội nghị sơ kết công tác dân số.\n\n{HOA} cho biết sẽ mua.",
        ["0:Hoa:speak"],
    ),
    # who set out for it, who says it of himself, who opens or ends it with a speech
    (f"{HOA} đã trở về Huế để chủ trì cuộc họp của tổ ứng phó khẩn cấp.", ["0:Hoa:chair"]),
    (f"{HOA} vừa bay ra Đà Nẵng sáng nay để chủ trì cuộc họp của tổ ứng phó khẩn cấp.", []),
    (f"{HOA} vừa bay đến Đà Nẵng sáng nay để chủ trì cuộc họp của tổ ứng phó khẩn cấp.", ["0:Hoa:chair"]),
    (f"{HOA} đã về Huế để chủ trì hội nghị dân số vào tháng sau.", []),
    (f"{HOA} đã về Huế để chủ trì hội nghị dân số dự kiến diễn ra ngày 12/5.", []),
    (f"{HOA} đã vào cuộc để chủ trì hội nghị toàn quốc về dân số tháng sau.", []),
    (f"{HOA} đã ra thông báo để chủ trì hội nghị toàn quốc về dân số vào tháng sau.", []),
    (f"{HOA} vừa ra lệnh dừng máy bay để chủ trì cuộc họp của tổ ứng phó khẩn cấp tuần tới.", []),
    (f"{HOA} sẽ trở về Huế để chủ trì cuộc họp của tổ ứng phó khẩn cấp.", []),
    (
        f"Ngày 19/9, {HOA} cho biết, cuối tuần qua bà đã chủ trì cuộc họp về thuốc giả.",
        ["0:Hoa:chair", "0:Hoa:speak"],
    ),
    (f"Phát biểu mở đầu cuộc họp của Ban Chỉ đạo về thuốc sáng 21/6, {HOA} cho biết thuốc đủ.", ["0:Hoa:speak"]),
    (f"{LEAD}Phát biểu kết thúc hội nghị, {HOA} hứa sẽ mua thêm.", ["0:Hoa:conclude"]),
    # who talks with the delegates is there
    (f"{LEAD}\n{HOA} trao đổi cùng các đại biểu dự hội nghị - Ảnh: NAM", ["0:Hoa:attend"]),
    (f"{LEAD}\n{HOA} trao đổi cùng người dân về hội nghị", []),
    # a quotation goes on where it began; others asked on the same day
    (
        f'{LEAD}Ông Tám vắng.\nNgày 8/3/2016, tại hội nghị y tế cơ sở của Chính phủ, {HOA} cho rằng xã '
        'thiếu người. "Lỗi ở chúng ta.\nPhải sửa", bà Hoa nêu.',
        ["1:Hoa:speak"],
    ),
    (
        f"{LEAD}Cùng ngày, trao đổi với báo Sức trẻ, {TAM} cho hay thuốc đã hết. Bà Ngô Thị Chín, Giám đốc Bệnh viện "
        "Đông, cho rằng phải chờ.",
        [],
    ),
    # a press conference has a speaker, but what follows is not told from there
    (
        f"Trong một cuộc họp báo sáng 12/5, {HOA} khẳng định thuốc không thiếu. {TAM[0].upper()}{TAM[1:]} nói dân đã "
        "được tiêm.",
        ["0:Hoa:speak"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_who_is_placed_at_a_gathering(text: str, expected: list[str]) -> None:
    assert sorted(roles(text)) == sorted(expected)


NAMES = [
    # the subject of what it showed
    (
        "Số trẻ em tăng nhanh, hội nghị tổng kết công tác dân số tại Hà Nội chiều 7/12 cho thấy bức tranh trái ngược.",
        ["hội nghị tổng kết công tác dân số"],
    ),
    # begun, and expected to last
    (
        "Hội nghị toàn quốc về dân số khai mạc sáng 3/4, dự kiến diễn ra trong hai ngày.",
        ["Hội nghị toàn quốc về dân số"],
    ),
    ("Hội nghị toàn quốc về dân số dự kiến diễn ra trong hai ngày.", []),
    # as many as there are bodies; an idea of one; an interview; of another year; told by a verb alone
    ("Sau chỉ thị, 30/30 quận, huyện đã xây dựng kế hoạch và tổ chức hội nghị triển khai kế hoạch.", []),
    ("Sau khi có chỉ thị, 7/7 huyện và 90/90 xã, thị trấn đã họp bàn và tổ chức hội nghị triển khai kế hoạch.", []),
    ("Đến nay, tất cả các xã, phường đã tổ chức hội nghị triển khai kế hoạch.", []),
    # but one body, whoever helps it
    (
        "Sáng 5/3, Sở Y tế phối hợp với các huyện và Sở Nội vụ tổ chức hội nghị triển khai kế hoạch.",
        ["hội nghị triển khai kế hoạch"],
    ),
    (
        "Sáng 5/3, cùng với các xã trong vùng, huyện Tây Hồ đã tổ chức hội nghị triển khai kế hoạch.",
        ["hội nghị triển khai kế hoạch"],
    ),
    (
        "Sau khi các huyện góp ý, sáng 5/3, Sở Y tế đã tổ chức hội nghị triển khai kế hoạch.",
        ["hội nghị triển khai kế hoạch"],
    ),
    (
        "Để giúp các xã có thuốc, sáng 5/3, Sở Y tế đã tổ chức hội nghị triển khai kế hoạch.",
        ["hội nghị triển khai kế hoạch"],
    ),
    (
        "Các xã và Sở Y tế đã tổ chức hội nghị triển khai kế hoạch.",
        ["hội nghị triển khai kế hoạch"],
    ),
    ("Sáng 5/3, quận Tây Hồ đã tổ chức hội nghị triển khai kế hoạch.", ["hội nghị triển khai kế hoạch"]),
    ("Ý tưởng tổ chức một hội nghị trực tuyến về dân số thật mới mẻ.", []),
    (f"{HOA} nói với phóng viên báo Sức trẻ trong cuộc trao đổi ngày 29/3.", []),
    ("Ông Lê Văn Tám nhớ rằng tại cuộc họp năm 2011 không có kho thuốc nào được nhắc đến.", []),
    ("Giá thuốc tăng. Bộ đã họp chỉ đạo ngay, thuốc đang về.", []),
    # a name ends where the quotation does; the press conference that is then named a meeting; the one above
    (
        f'Sáng 3/4, {HOA} chủ trì đại hội. Nội quy nêu "những việc làm được từ Đại hội 7", và "chỗ còn dở".',
        ["đại hội"],
    ),
    (
        f"{HOA} chủ trì cuộc họp báo.\n\nNgày 28/11, {HOA} chủ trì cuộc họp thông tin về giá thuốc. Lúc kết thúc "
        "cuộc họp thông tin nêu trên, bà Hoa cảm ơn.",
        ["cuộc họp thông tin về giá thuốc"],
    ),
    # the fifth of its kind; where questions are answered
    (f"Sáng 25/3, {HOA} chủ trì hội nghị y tế thôn bản lần thứ năm tại Huế.", ["hội nghị y tế thôn bản lần thứ năm"]),
    (
        f"Trong phiên trả lời chất vấn của HĐND tỉnh chiều 6/12, {HOA} khẳng định thuốc đủ.",
        ["phiên trả lời chất vấn của HĐND tỉnh"],
    ),
    # a journey is none
    (f"Nhân chuyến thăm và làm việc tại Lào, ngày 5/5, {HOA} đã thắp hương ở nghĩa trang.", []),
    # talking to the press
    (
        f"Chiều 10/6, {HOA} đã chủ trì buổi thông tin báo chí về giá thuốc.",
        ["buổi thông tin báo chí về giá thuốc"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_what_is_told_as_a_gathering(text: str, expected: list[str]) -> None:
    assert [event.name for event in events(text)] == expected


DAYS = [
    # a word for a paper inside the name, or the name of a ministry, is no cited paper
    ("Hội nghị sơ kết công tác của Sở Kế hoạch diễn ra ngày 18/7.", "--07-18"),
    (f"{HOA} dự hội nghị tổng kết ngành và bàn kế hoạch năm 2019 ngày 26/12.", "--12-26"),
    (f"{HOA} dự hội nghị tổng kết công tác thanh tra, khiếu nại, giữ kỷ luật Đảng ngày 10/9.", "--09-10"),
    (f"{HOA} dự hội nghị triển khai Quyết định số 5/QĐ-TTg ngày 3/4/2018.", None),
    # the day of the saying, and of no saying
    ("Ngày 5/3, theo kết quả tháng trước, Sở Y tế tổ chức hội nghị toàn quốc về dân số.", "--03-05"),
    ("Ngày 5/3, sau cuộc họp tuần trước, ông Lê Văn Tám đã chủ trì hội nghị toàn quốc về dân số.", "--03-05"),
    (f"Ngày 19/9, {HOA} cho biết, cuối tuần qua bà đã chủ trì cuộc họp về thuốc giả.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_the_day_of_a_gathering(text: str, day: str | None) -> None:
    assert [event.date for event in events(text)] == [day]


@pytest.mark.parametrize(("year", "day"), [(1957, None), (2011, None), (2023, "2023-04-09")])
def test_a_day_of_long_ago_beside_it_is_not_its_day(year: int, day: str | None) -> None:
    text = f"{HOA} dự hội nghị tổng kết công tác trồng rừng.\n\nCây cuối cùng được trồng ngày 9/4/{year}."
    document = analyse(Source.from_text("t", f"Trồng rừng\n\n{text}\n", published="2023-04-10"))
    assert [event.date for event in find_events(document, find_people(document))] == [day]


def test_a_gathering_right_after_another_is_of_its_day() -> None:
    first, second = events(
        "HĐND tỉnh vừa kết thúc phiên họp bất thường chiều nay 1/12. Cuộc họp báo diễn ra ngay sau đó do "
        "ông Lê Văn Tám, Chánh Văn phòng, chủ trì."
    )
    assert (first.date, second.date, second.name) == ("--12-01", "--12-01", "Cuộc họp báo")
    assert [(r.person, r.role) for r in second.roles] == [("Lê Văn Tám", "chair")]


def test_places_in_what_is_said_are_not_its_place() -> None:
    (event,) = events(f"Sáng 20/4, tại hội nghị tổng kết công tác lễ hội, {HOA} cho rằng lễ hội ở Phú Thọ còn lộn xộn.")
    assert event.place is None
