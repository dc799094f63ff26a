"""What tells speech at a gathering from comment that a paper took elsewhere, where no words say where it was said."""

import pytest

from graph.grammar.events.events import find_events
from graph.grammar.people.persons import find_people
from graph.grammar.text.layout import analyse
from graph.source import Source

LEAD = "Huyện Hòa An còn 12 xã thiếu trạm bơm."
SET = "Sáng 12/5, tại Cao Bằng, Sở Nông nghiệp tổ chức hội nghị sơ kết công tác thủy lợi 6 tháng đầu năm."
# The gathering stands in the lead alone: the report goes on to the matter itself.
ASIDE = "Sáng 12/5, Giám đốc Sở Nông nghiệp Hà Văn Tư chủ trì hội nghị sơ kết công tác thủy lợi 6 tháng đầu năm."
MATTER = [f"Trạm bơm thứ {number} đã xuống cấp, kênh mương nứt nẻ." for number in ("nhất", "nhì", "ba", "tư")]
TELLS = "Ông Lê Văn Tám, Chủ tịch UBND xã Nước Hai, cho biết nước không lên tới ruộng."
ASKS = "Ông Lê Văn Tám, Chủ tịch UBND xã Nước Hai, đề nghị sớm sửa trạm bơm."


def roles(*lines: str) -> list[str]:
    text = "\n\n".join(["Thủy lợi Hòa An", *lines])
    document = analyse(Source.from_text("t", text + "\n"))
    events = find_events(document, find_people(document))
    return [f"{r.person.split()[-1]}:{r.role}" for e in events for r in e.roles]


def test_a_report_set_at_the_gathering_goes_on_at_it() -> None:
    assert roles(LEAD, SET, *MATTER, TELLS) == ["Tám:speak"]


def test_a_verb_that_merely_tells_is_comment_where_the_report_has_left_the_gathering() -> None:
    assert roles(ASIDE, *MATTER, TELLS) == ["Tư:chair"]


def test_what_the_same_person_adds_is_comment_too() -> None:
    assert roles(ASIDE, *MATTER, TELLS, "Ông Tám nhấn mạnh phải sửa ngay.") == ["Tư:chair"]


@pytest.mark.parametrize(
    "further",
    [
        pytest.param([ASKS], id="a verb that addresses those present"),
        pytest.param(["Ghi nhận ý kiến các xã, ông Lê Văn Tám cho biết sẽ sửa."], id="words of one who takes part"),
        pytest.param([TELLS, "Hội nghị cũng bàn việc nạo vét kênh."], id="the report comes back to it"),
        pytest.param(
            ["Tại hội nghị, Chủ tịch UBND xã Nước Hai Lê Văn Tám cho biết còn khó."], id="the sentence names it"
        ),
    ],
)
def test_what_places_it_at_the_gathering(further: list[str]) -> None:
    assert "Tám:speak" in roles(ASIDE, *MATTER, *further)


FAR = [*MATTER, *(line.replace("Trạm bơm", "Hồ chứa") for line in MATTER)]
OTHER = "Ông Đỗ Văn Hùng, Chủ tịch UBND xã Bình Long, đề nghị cấp thêm ống dẫn."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([*FAR, TELLS], False, id="who chaired it stands far before"),
        pytest.param([*MATTER, TELLS], True, id="not so far"),
        pytest.param([*FAR, OTHER, TELLS], True, id="another has just spoken there"),
        pytest.param([*FAR, OTHER, TELLS.replace("Ông", "Bác sĩ")], False, id="a doctor is asked beside"),
        pytest.param([*FAR, OTHER, TELLS.replace("Chủ tịch", "nguyên Chủ tịch")], False, id="who held the post"),
        pytest.param([OTHER, *FAR, TELLS, "Ông Hùng đề nghị làm ngay."], True, id="who spoke before speaks again"),
    ],
)
def test_far_from_where_the_gathering_is_told_of(lines: list[str], expected: bool) -> None:
    assert ("Tám:speak" in roles(LEAD, ASIDE, *lines)) == expected


WISH = "Ông Lê Văn Tám, Chủ tịch UBND xã Nước Hai, xin thêm ống dẫn."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([WISH, "Hội nghị cũng bàn việc nạo vét kênh."], ["Tám:speak"]),
        ([WISH], []),
        ([WISH.replace("xin thêm ống dẫn", "trao đổi với các xã"), "Hội nghị cũng bàn việc nạo vét kênh."], []),
    ],
)
def test_a_verb_of_other_meaning_too_is_speech_in_the_course_of_the_gathering(
    lines: list[str], expected: list[str]
) -> None:
    assert roles(LEAD, SET, *lines) == expected


def test_named_just_before() -> None:
    assert "Tám:speak" in roles(ASIDE, MATTER[0], TELLS)


@pytest.mark.parametrize(
    "said",
    [
        "Khi được hỏi vì sao, ông Lê Văn Tám, Chủ tịch UBND xã Nước Hai, cho biết không rõ.",
        "Trong báo cáo gửi huyện, ông Lê Văn Tám, Chủ tịch UBND xã Nước Hai, cho biết không rõ.",
        "Điều này được ông Lê Văn Tám - Chủ tịch UBND xã Nước Hai nói gần đây.",
    ],
)
def test_words_of_another_occasion(said: str) -> None:
    assert roles(LEAD, SET, said) == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ông Lê Văn Tám chủ trì hội nghị và cho hay xã sẽ sửa trạm bơm.", ["Tám:chair", "Tám:speak"]),
        ("Ông Lê Văn Tám dự hội nghị, nghe các xã nêu ý kiến và chỉ đạo ngành điện sửa đường dây.", ["Tám:direct"]),
        ("Ngày 2/3, ông Lê Văn Tám chỉ đạo ngành điện sửa đường dây.", []),
        ("Trước sự cố đó, ông Lê Văn Tám chỉ đạo ngành điện sửa đường dây.", ["Tám:speak"]),
        ("“Phải sửa ngay”, ông Lê Văn Tám chỉ đạo và cho rằng không thể chờ.", ["Tám:direct"]),
        ("Ông Lê Văn Tám trình bày ba kiến nghị.", ["Tám:speak"]),
        ("Ông Lê Văn Tám trình bày báo cáo “Nước về ruộng cao”.", ["Tám:report"]),
        ("Trước đó, báo cáo với lãnh đạo tỉnh, ông Lê Văn Tám nhận định kênh đã nứt.", ["Tám:report"]),
        ("Tại phần kết luận hội nghị, ông Lê Văn Tám đề nghị sửa trạm bơm.", ["Tám:conclude"]),
    ],
)
def test_what_it_makes_of_the_speaker(said: str, expected: list[str]) -> None:
    assert roles(LEAD, SET, said) == expected
