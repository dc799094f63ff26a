"""Roles as newspapers tell them: beside the speech, in the title, after a quotation; and news that stands beside."""

import pytest

from graph.grammar.events.events import find_events
from graph.grammar.people.persons import find_people
from graph.grammar.text.layout import analyse
from graph.source import Source

LEAD = "Sáng 12/5, tại Hà Nội, Bộ Y tế tổ chức hội nghị sơ kết công tác dân số 6 tháng đầu năm. "


def roles(text: str, title: str = "Sơ kết công tác dân số") -> list[str]:
    document = analyse(Source.from_text("t", f"{title}\n\n{text}\n"))
    events = find_events(document, find_people(document))
    return [f"{i}:{r.person.split()[-1]}:{r.role}" for i, e in enumerate(events) for r in e.roles]


SAID = [
    # while one speaks
    (
        "Thủ tướng Lê Văn Tám khẳng định điều này khi chủ trì cuộc họp với Ủy ban Dân tộc chiều 29/5.",
        ["0:Tám:speak", "0:Tám:chair"],
    ),
    (
        f"{LEAD}\"Vì khi chủ trì xem xét nội dung này, chúng tôi thấy sai phạm\", Thứ trưởng Bộ Y tế Lê Văn Tám nói.",
        ["0:Tám:speak"],
    ),
    # after a quotation
    (
        f'{LEAD}"Phải làm ngay, không chần chừ", Thứ trưởng Bộ Y tế Lê Văn Tám kết luận.',
        ["0:Tám:conclude"],
    ),
    # whose picture it is
    (
        f"{LEAD}\n\nBộ trưởng Bộ Y tế Trần Thị Hoa (phải) chủ trì cuộc họp sơ kết công tác dân số 6 tháng đầu năm.",
        ["0:Hoa:chair"],
    ),
    ("Sáng 9/11, Tiểu ban Kinh tế tổ chức phiên họp đầu tiên. Ông Lê Văn Tám, Trưởng Tiểu ban chủ trì phiên họp.",
     ["0:Tám:chair"]),
    (
        f"{LEAD}Hội nghị diễn ra dưới sự chủ trì của Bộ trưởng Bộ Y tế Trần Thị Hoa và sự tham gia của Bộ trưởng Bộ "
        "Nội vụ Lê Văn Tám.",
        ["0:Hoa:chair", "0:Tám:attend"],
    ),
    # what the year held is not where one speaks
    (
        f"{LEAD}Trong quý có nhiều sự kiện, trong đó có Hội nghị cấp cao Á - Âu. Thứ trưởng Bộ Y tế Lê Văn Tám cho "
        "biết còn khó khăn.",
        ["0:Tám:speak"],
    ),
    # by all his posts and one more
    (
        f"{LEAD}Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ Lê Văn Tám dự. Bộ trưởng, Chủ nhiệm VPCP, Trưởng Tổ công tác "
        "của Thủ tướng chủ trì hội nghị.",
        ["0:Tám:chair"],
    ),
    # what the report opens with was said where he is told to have been
    (
        "Thủ tướng Lê Văn Tám cho rằng phải đưa tin nhiều hơn. Chiều 30/1, trong cuộc họp báo thường kỳ, Bộ trưởng Bộ "
        "Y tế Trần Thị Hoa cho biết đã chỉ đạo. Sáng 30/1, chủ trì phiên họp Chính phủ về lúa gạo, Thủ tướng Lê "
        "Văn Tám đã yêu cầu tiết kiệm.",
        ["0:Hoa:speak", "1:Tám:speak", "1:Tám:chair"],
    ),
    # a day, or the years of a term, between him and what he does
    (
        "Phó Thủ tướng Lê Văn Tám, Chủ tịch Ủy ban Quốc gia Năm 2023, sáng 17/4 chủ trì phiên họp toàn thể lần thứ 9.",
        ["0:Tám:chair"],
    ),
    (
        "Tại phiên họp lần thứ II, các thành viên biểu quyết. Ông Lê Văn Tám, Chủ tịch Hội đồng Y khoa Nhà nước nhiệm "
        "kỳ 2031-2036 chủ trì phiên họp.",
        ["0:Tám:chair"],
    ),
    # what the body prepares is not what it holds
    (
        "Sáng 19/1, Tiểu ban Kinh tế chuẩn bị Đại hội IX của Đảng tổ chức phiên họp kín dưới sự chủ trì của "
        "Thủ tướng Lê Văn Tám.",
        ["0:Tám:chair"],
    ),
    (
        "Chiều 19/2, Thủ tướng Lê Văn Tám đã chủ trì cuộc họp rà soát việc chuẩn bị Hội nghị cấp cao sắp tới được "
        "tổ chức tại Hà Nội.",
        ["0:Tám:chair"],
    ),
    (
        "Cách đây hai ngày, Bộ Y tế tổ chức hội nghị hiệu trưởng dưới sự chủ trì của Bộ trưởng Lê Văn Tám.",
        ["0:Tám:chair"],
    ),
    # asked at home
    (f'{LEAD}\n\nTrồng lúa khó lời\n\nTheo ông Lê Văn Tám (xã Đông Hà), mùa này khó. "Thua lỗ", ông Tám nói.\nAnh Lý '
     'Văn Bé, trú xã Tây Hà, nói: "Khó".', []),
    (f"{LEAD}Cử tri Lê Văn Tám (phường Đông Hà) đề nghị làm đường.", ["0:Tám:speak"]),
    # announced, or beside
    (f"{LEAD}Dự kiến cuộc họp tới sẽ do ông Lê Văn Tám - phó chủ tịch UBND tỉnh - chủ trì.", []),
    (f"{LEAD}Phó Thủ tướng Lê Văn Tám vừa yêu cầu thanh tra các dự án.", []),
    (f"{LEAD}Phó Thủ tướng Lê Văn Tám trước đó kêu gọi các bên kiềm chế.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_who_did_what(text: str, expected: list[str]) -> None:
    assert roles(text) == expected


def test_the_title_calls_the_gathering_by_another_head() -> None:
    text = "Sáng 17/4, Ban Cán sự Đảng Chính phủ có cuộc làm việc cùng Thành ủy Hà Nội về đề án chính quyền đảo xa."
    assert roles(text, "Thủ tướng Lê Văn Tám chủ trì họp về đề án chính quyền đảo xa") == ["0:Tám:chair"]


def test_a_lead_without_its_full_stop_is_read() -> None:
    text = (
        "Ngày 4/9, Thứ trưởng Bộ Y tế Lê Văn Tám đã chủ trì buổi làm việc với các vụ để lo "
        "việc chuẩn bị\n\nHội nghị dự kiến có 200 đại biểu trong nước và ngoài nước về dự trong hai ngày."
    )
    assert roles(text, "Chuẩn bị tổ chức Hội nghị toàn quốc về y tế cơ sở") == ["0:Tám:chair"]


def test_who_holds_an_office_or_a_verb_is_no_organiser() -> None:
    for opening in ("Thủ tướng Chính phủ đã", "Các quan chức hai nước vẫn", "Chuẩn bị"):
        document = analyse(Source.from_text("t", f"Tin\n\n{opening} tổ chức hội nghị toàn quốc về y tế tại Hà Nội.\n"))
        assert [e.organisers for e in find_events(document, find_people(document)) if e.organisers] == []


@pytest.mark.parametrize(
    ("words", "cue", "certainty"),
    [
        ("Theo ông Lê Văn Tám, Vụ trưởng Vụ Dân số, việc khó nhất là tiền.", "Theo", "inferred"),
        ("Theo đánh giá của ông Lê Văn Tám, Vụ trưởng Vụ Dân số, việc khó là tiền.", "Theo đánh giá của", "inferred"),
        (
            "Theo ông Lê Văn Tám, Vụ trưởng Vụ Dân số, việc khó nhất là tiền. Ông Tám đề nghị sớm cấp.",
            "đề nghị",
            "explicit",
        ),
    ],
)
def test_according_to_somebody_has_its_words_and_does_not_say_that_it_was_there(
    words: str, cue: str, certainty: str
) -> None:
    document = analyse(Source.from_text("t", f"Sơ kết công tác dân số\n\n{LEAD}{words}\n"))
    (event,) = find_events(document, find_people(document))
    assert [(r.role, r.cue, r.certainty) for r in event.roles] == [("speak", cue, certainty)]
