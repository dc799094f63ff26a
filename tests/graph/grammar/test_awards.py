"""Honours: active and passive, counts, sums and their parts, who gives; pictures are not further honours."""

import pytest

from graph.extract import extract
from graph.grammar.honours.awards import find_awards
from graph.grammar.people.persons import find_people
from graph.grammar.text.layout import analyse
from graph.mention import AwardMention, EventMention, Evidence, Span
from graph.source import Source
from ontology.vocabulary import scheme

Row = tuple[str, str | None, str | None, float | None]


def read(text: str, events: tuple[EventMention, ...] = ()) -> tuple[AwardMention, ...]:
    document = analyse(Source.from_text("x", f"Tin hoạt động của tỉnh Hà Nam trong tuần\n\n{text}"))
    return find_awards(document, find_people(document), events)


def rows(text: str) -> list[Row]:
    return [(a.award, a.awarder, a.recipient, a.count) for a in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dịp này, UBND tỉnh tặng Bằng khen cho 4 tập thể, 6 cá nhân.",
            [
                ("Bằng khen", "UBND tỉnh Hà Nam", "collective", 4),
                ("Bằng khen", "UBND tỉnh Hà Nam", "individual", 6),
            ],
        ),
        (
            "Tại lễ, 3 tập thể và 7 cá nhân được Bộ Y tế tặng Bằng khen.",
            [("Bằng khen", "Bộ Y tế", "collective", 3), ("Bằng khen", "Bộ Y tế", "individual", 7)],
        ),
        (
            "Thừa uỷ quyền của Bộ trưởng Bộ Y tế, đồng chí Trần Văn Bách trao Kỷ niệm chương cho 5 cá nhân.",
            [("Kỷ niệm chương", "Bộ trưởng Bộ Y tế", "individual", 5)],
        ),
        (
            "Bộ Y tế trao Bằng khen cho 2 tập thể và Sở Y tế trao giấy khen cho 9 cá nhân có thành tích.",
            [("Bằng khen", "Bộ Y tế", "collective", 2), ("Giấy khen", "Sở Y tế", "individual", 9)],
        ),
        (
            "Bộ Y tế trao Huân chương Lao động hạng Ba cho ngành dược.",
            [("Huân chương Lao động hạng Ba", "Bộ Y tế", "ngành dược", None)],
        ),
        (
            "Trên 40 tập thể, cá nhân được Bộ Y tế tặng Cờ và Bằng khen.",
            [("Cờ và Bằng khen", "Bộ Y tế", "mixed", 40)],
        ),
    ],
)
def test_who_gave_what_to_whom(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


def test_a_sum_and_its_parts() -> None:
    awards = read(
        "Hội nghị đã trao 9 Bằng khen, Giấy khen cho tập thể, cá nhân, trong đó có 2 tập thể, 3 cá nhân được "
        "Bộ Y tế tặng Bằng khen; 4 cá nhân được Sở Y tế tặng Giấy khen."
    )
    assert [(a.award, a.recipient, a.count, a.part_of) for a in awards] == [
        ("Bằng khen, Giấy khen", "mixed", 9, None),
        ("Bằng khen", "collective", 2, 0),
        ("Bằng khen", "individual", 3, 0),
        ("Giấy khen", "individual", 4, 0),
    ]


def test_a_sum_split_at_once() -> None:
    awards = read("Bộ Y tế tặng 31 Bằng khen, gồm 19 tập thể, 12 cá nhân.")
    assert [(a.recipient, a.count, a.part_of) for a in awards] == [
        ("mixed", 31, None),
        ("collective", 19, 0),
        ("individual", 12, 0),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Xã đề nghị Chủ tịch nước tặng Huân chương cho 2 tập thể.",
        "Công tác khen thưởng chưa hướng về người trực tiếp làm, bằng khen còn ít.",
        "Hội là một trong 7 đơn vị được tặng Cờ thi đua.",
        "Huyện tặng 18 phần quà cho các hộ nghèo.",
    ],
)
def test_what_is_no_honour_given(text: str) -> None:
    assert rows(text) == []


def test_a_picture_repeats_what_the_counts_say() -> None:
    text = (
        "Bộ Y tế tặng Bằng khen cho 4 tập thể có thành tích trong năm.\n\n"
        "Lãnh đạo Bộ trao Bằng khen cho các tập thể\n\nNăm tới, ngành còn nhiều việc phải làm cho dân."
    )
    assert rows(text) == [("Bằng khen", "Bộ Y tế", "collective", 4)]


def test_who_hands_over_for_another_is_not_the_giver() -> None:
    event = EventMention("e1", "conference", "Hội nghị", (Evidence(Span(0, 1), "test"),))
    words = "Tại hội nghị, đại biểu thảo luận sôi nổi. {}đồng chí Lê Văn Tám trao Bằng khen cho 3 tập thể."
    found = [read(words.format(by), (event,))[0] for by in ("", "Thừa ủy quyền cấp trên, ", "Thừa lệnh Bộ Y tế, ")]
    assert [(a.awarder, a.event) for a in found] == [("Lê Văn Tám", "e1"), (None, "e1"), ("Bộ Y tế", "e1")]


def test_the_gathering_where_it_was_handed_out() -> None:
    event = EventMention("e1", "conference", "Hội nghị", (Evidence(Span(0, 1), "test"),))
    assert read("Dịp này, Bộ Y tế tặng Bằng khen cho 4 tập thể.", (event,))[0].event == "e1"
    assert read("Năm qua, Bộ Y tế tặng Bằng khen cho 4 tập thể.", (event,))[0].event is None


@pytest.mark.parametrize(
    ("label", "example"),
    [(c.label, e) for c in scheme("award-type") if "unread" not in c.extra for e in c.examples],
)
def test_the_examples_of_the_scheme(label: str, example: str) -> None:
    assert [(a.award, a.count) for a in read(example)] == [(label, 12)]


def test_persons_named_after_counted_groups() -> None:
    found = rows("UBND tỉnh tặng Bằng khen cho 2 tập thể và ông Lê Văn Hòa.")
    assert [(recipient, number) for _, _, recipient, number in found] == [("collective", 2), ("Lê Văn Hòa", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ban Tổ chức trao 1 giải Nhất, 2 giải Nhì và 3 giải Ba cho các thí sinh.",
            [
                ("Giải Nhất", None, "individual", 1),
                ("Giải Nhì", None, "individual", 2),
                ("Giải Ba", None, "individual", 3),
            ],
        ),
        (
            "Giải Nhất cuộc thi nấu ăn thuộc về nhóm Trường Tiểu học Đông Hòa.",
            [("Giải Nhất cuộc thi nấu ăn", None, "nhóm Trường Tiểu học Đông Hòa", None)],
        ),
        (
            "Sở Y tế tặng Giấy khen cho Trạm Y tế xã Đông Hòa và 04 cá nhân; Hội Chữ thập đỏ tỉnh tặng Giấy khen 3 "
            "cộng tác viên.",
            [
                ("Giấy khen", "Sở Y tế", "Trạm Y tế xã Đông Hòa", None),
                ("Giấy khen", "Sở Y tế", "individual", 4),
                ("Giấy khen", "Hội Chữ thập đỏ tỉnh Hà Nam", "individual", 3),
            ],
        ),
        (
            "Thay mặt Ban Thường vụ Tỉnh đoàn, chị Lê Thị Hồng trao Bằng khen cho 11 tập thể.",
            [("Bằng khen", "Ban Thường vụ Tỉnh đoàn Hà Nam", "collective", 11)],
        ),
        (
            "Bà Lê Thị Lan, Giám đốc Sở Y tế trao Giấy khen của Sở cho 14 cá nhân.",
            [("Giấy khen", "Sở Y tế", "individual", 14)],
        ),
        (
            "Bộ Y tế tặng Cờ thi đua cho Trạm Y tế xã Đông Hòa, Trạm Y tế xã Tây Sơn.",
            [
                ("Cờ thi đua", "Bộ Y tế", "Trạm Y tế xã Đông Hòa", None),
                ("Cờ thi đua", "Bộ Y tế", "Trạm Y tế xã Tây Sơn", None),
            ],
        ),
        (
            "Vì vậy, xã Đông Hòa được Bộ Y tế tặng Bằng khen.",
            [("Bằng khen", "Bộ Y tế", "xã Đông Hòa", None)],
        ),
        (
            "Ông Lê Văn Hòa và bà Trần Thị Lan được nhận Bằng khen của Bộ Y tế.",
            [("Bằng khen", "Bộ Y tế", "Lê Văn Hòa", None), ("Bằng khen", "Bộ Y tế", "Trần Thị Lan", None)],
        ),
        (
            "Bà Lê Thị Lan là Giám đốc Sở Y tế. Giấy khen của Giám đốc Sở đến với 12 kiểm dịch viên.",
            [("Giấy khen", "Giám đốc Sở Y tế", "individual", 12)],
        ),
        (
            "Bộ Y tế trao Bằng khen cho Trạm Y tế xã Đông Hòa và nghệ nhân Lê Thị Mai.",
            [("Bằng khen", "Bộ Y tế", "Trạm Y tế xã Đông Hòa", None), ("Bằng khen", "Bộ Y tế", "Lê Thị Mai", None)],
        ),
        (
            "Bộ Y tế tặng Bằng khen cho 2 thôn và già làng Lê Văn Hòa.",
            [("Bằng khen", "Bộ Y tế", "collective", 2), ("Bằng khen", "Bộ Y tế", "Lê Văn Hòa", None)],
        ),
    ],
)
def test_other_ways_to_honour(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


def test_the_words_for_the_giver_are_evidence() -> None:
    (award,) = read("Dịp này, UBND tỉnh trân trọng tặng Bằng khen cho 4 tập thể.")
    document = analyse(
        Source.from_text("x", "Tin hoạt động của tỉnh Hà Nam trong tuần\n\nDịp này, UBND tỉnh trân trọng.")
    )
    words = [(e.rule, e.derived, document.words(e.span)) for e in award.evidence[1:]]
    assert words == [("award.giver", "direct", "UBND tỉnh"), ("context.place", "context", "Hà Nam")]


TWO = (
    "Sáng 3/4, UBND tỉnh tổ chức hội nghị sơ kết công tác y tế. {first}\n\n"
    "Chiều cùng ngày, Sở Y tế tổ chức lễ khánh thành Trạm Y tế xã Đông. {second}\n\n{third}"
)


@pytest.mark.parametrize(
    ("place", "words", "expected"),
    [
        ("first", "Dịp này, Bộ Y tế tặng Bằng khen cho 4 tập thể.", "hội nghị"),
        ("second", "Dịp này, Bộ Y tế tặng Bằng khen cho 4 tập thể.", "lễ"),
        ("third", "Dịp này, Bộ Y tế tặng Bằng khen cho 4 tập thể.", "lễ"),
        ("third", "Tại hội nghị sơ kết, Bộ Y tế tặng Bằng khen cho 4 tập thể.", "hội nghị"),
        ("third", "Trong năm, Bộ Y tế tặng Bằng khen cho 4 tập thể.", None),
        ("second", "Bộ Y tế tặng Bằng khen cho 4 tập thể.", "lễ"),
    ],
)
def test_of_several_gatherings_the_one_that_the_words_tell(place: str, words: str, expected: str | None) -> None:
    text = TWO.format(**{"first": "", "second": "", "third": "Bà con vui mừng."} | {place: words})
    extraction = extract(Source.from_text("x", f"Tin hoạt động của tỉnh Hà Nam trong tuần\n\n{text}"))
    assert len(extraction.events) == 2
    (award,) = extraction.awards
    told = {e.id: e.name for e in extraction.events}.get(award.event or "")
    assert (told is None) == (expected is None)
    assert told is None or told.startswith(str(expected))
