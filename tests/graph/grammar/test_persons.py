"""Persons of a report: posts completed, mentions joined, private people without posts."""

import pytest

from graph.grammar.people.persons import People, find_people
from graph.grammar.text.document import Document
from graph.grammar.text.layout import analyse
from graph.source import Source
from tests.graph.grammar.people_read import people_in

HEAD = "Ninh Bình: Tổng kết công tác năm\n\nSáng 12/3, tại thành phố Ninh Bình, UBND tỉnh Ninh Bình tổ chức hội nghị. "


def document(body: str, head: str = HEAD) -> Document:
    return analyse(Source.from_text("t", head + body + "\n"))


def found(body: str, head: str = HEAD) -> dict[str, list[str]]:
    return people_in(head + body + "\n")


CASES = [
    (
        "Các đồng chí Hồ Thanh Tùng, Phó Bí thư Tỉnh ủy, Cao Tiến Lâm, Chủ tịch UBND tỉnh chủ trì.",
        {"Hồ Thanh Tùng": ["Phó Bí thư @ Tỉnh ủy Ninh Bình"], "Cao Tiến Lâm": ["Chủ tịch @ UBND tỉnh Ninh Bình"]},
    ),
    (
        "Dự có các đồng chí: Trần Thị Hậu, Ủy viên Ban Thường vụ Tỉnh ủy; Phó Chủ tịch HĐND tỉnh; "
        "Lê Văn Tám, Giám đốc Sở Y tế; lãnh đạo các sở.",
        {
            "Trần Thị Hậu": ["Ủy viên @ Ban Thường vụ Tỉnh ủy Ninh Bình", "Phó Chủ tịch @ HĐND tỉnh Ninh Bình"],
            "Lê Văn Tám": ["Giám đốc @ Sở Y tế tỉnh Ninh Bình"],
        },
    ),
    (
        "Dự có các Phó Chủ tịch UBND tỉnh: Trương Thị Ngọc, Ngô Sách Thành; đại diện các sở.",
        {
            "Trương Thị Ngọc": ["Phó Chủ tịch @ UBND tỉnh Ninh Bình"],
            "Ngô Sách Thành": ["Phó Chủ tịch @ UBND tỉnh Ninh Bình"],
        },
    ),
    (
        "Cùng dự có các Ủy viên Bộ Chính trị, Ủy viên Quân ủy Trung ương: Chủ tịch nước Lê Văn "
        "Sáng; Đại tướng Vũ Lịch, Bộ trưởng Quốc phòng.",
        {
            "Lê Văn Sáng": ["Ủy viên @ Bộ Chính trị", "Ủy viên @ Quân ủy Trung ương", "Chủ tịch nước @ None"],
            "Vũ Lịch": [
                "Đại tướng",
                "Ủy viên @ Bộ Chính trị",
                "Ủy viên @ Quân ủy Trung ương",
                "Bộ trưởng @ Bộ Quốc phòng",
            ],
        },
    ),
    (
        "Đại tá Lê Văn Hùng, Ủy viên Ban Thường vụ Tỉnh ủy; Bí thư Đảng ủy kiêm Giám đốc Công an tỉnh dự.",
        {
            "Lê Văn Hùng": [
                "Đại tá",
                "Ủy viên @ Ban Thường vụ Tỉnh ủy Ninh Bình",
                "Bí thư @ Đảng ủy Công an tỉnh Ninh Bình",
                "Giám đốc @ Công an tỉnh Ninh Bình",
            ]
        },
    ),
    (
        "Phó Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Mai Văn Tuấn và Chủ tịch UBND tỉnh Phạm Ngân chủ trì.",
        {
            "Mai Văn Tuấn": ["Phó Bí thư @ Tỉnh ủy Ninh Bình", "Chủ tịch @ HĐND tỉnh Ninh Bình"],
            "Phạm Ngân": ["Chủ tịch @ UBND tỉnh Ninh Bình"],
        },
    ),
    (
        "Thừa ủy quyền của Bộ trưởng Bộ Y tế, Đại tá Lương Thế Hải trao Bằng khen.",
        {"Lương Thế Hải": ["Đại tá"]},
    ),
    (
        "Phó Giám đốc Công an tỉnh, Đại tá Đinh Văn Khiêm báo cáo kết quả.",
        {"Đinh Văn Khiêm": ["Đại tá", "Phó Giám đốc @ Công an tỉnh Ninh Bình"]},
    ),
    (
        "Ông Nguyễn Hữu Đức, nguyên Bí thư Tỉnh ủy, và ông Lê Sơn, Phó Chủ tịch kiêm Tổng Thư ký Hội Luật gia tỉnh dự.",
        {
            "Nguyễn Hữu Đức": ["Bí thư @ Tỉnh ủy Ninh Bình (nguyên)"],
            "Lê Sơn": ["Phó Chủ tịch @ Hội Luật gia tỉnh Ninh Bình", "Tổng Thư ký @ Hội Luật gia tỉnh Ninh Bình"],
        },
    ),
    (
        "Về phía tỉnh Nam Định có đồng chí Trần Lê Đoan, Phó Chủ tịch UBND tỉnh.",
        {"Trần Lê Đoan": ["Phó Chủ tịch @ UBND tỉnh Nam Định"]},
    ),
    (
        "Đồng chí Thiếu tướng, PGS.TS Trần Minh Hải, Phó Cục trưởng Cục Đối ngoại, Bộ Công an dự.",
        {"Trần Minh Hải": ["Thiếu tướng", "Phó Cục trưởng @ Cục Đối ngoại, Bộ Công an"]},
    ),
    (
        "Thủ tướng Lào Sonexay Siphandone và Tổng thống Mỹ John Smith gặp nhau.",
        {"Sonexay Siphandone": ["Thủ tướng @ Chính phủ Lào"], "John Smith": ["Tổng thống @ Mỹ"]},
    ),
    (
        "Ông Hoàng Mạnh từng là Hiệu trưởng Trường Cao đẳng Hoa Lư. Ông được điều động giữ chức Giám đốc Sở Nội vụ.",
        {
            "Hoàng Mạnh": [
                "Hiệu trưởng @ Trường Cao đẳng Hoa Lư (nguyên)",
                "Giám đốc @ Sở Nội vụ tỉnh Ninh Bình",
            ]
        },
    ),
    (
        "Hội Người cao tuổi (NCT) tỉnh họp. Ông Lê Đê, Chủ tịch Hội NCT tỉnh Ninh Bình chủ trì.",
        {"Lê Đê": ["Chủ tịch @ Hội Người cao tuổi (NCT) tỉnh Ninh Bình"]},
    ),
    (
        "Dự có nguyên Chủ tịch HĐND tỉnh: Lê Văn Sâm, Vũ Thị Tư; Tổng thống Mỹ Obama và Chủ tịch "
        "Triều Tiên Kim Jong - un.",
        {
            "Lê Văn Sâm": ["Chủ tịch @ HĐND tỉnh Ninh Bình (nguyên)"],
            "Vũ Thị Tư": ["Chủ tịch @ HĐND tỉnh Ninh Bình (nguyên)"],
            "Kim Jong - un": ["Chủ tịch @ Triều Tiên"],
            "Obama": ["Tổng thống @ Mỹ"],
        },
    ),
    (
        "Các Phó Bí thư Tỉnh ủy: Lê Ba (Thường trực), Vũ Bốn (Chủ tịch UBND tỉnh); nguyên Bí thư "
        "Tỉnh ủy Đỗ Năm cùng dự.",
        {
            "Lê Ba": ["Phó Bí thư Thường trực @ Tỉnh ủy Ninh Bình"],
            "Vũ Bốn": ["Phó Bí thư @ Tỉnh ủy Ninh Bình", "Chủ tịch @ UBND tỉnh Ninh Bình"],
            "Đỗ Năm": ["Bí thư @ Tỉnh ủy Ninh Bình (nguyên)"],
        },
    ),
    (
        "Thủ tướng Lê Hai, Tổng Bí thư, Chủ tịch nước Vũ Ba dự. Bộ Y tế và Bộ Tài chính họp; Bộ trưởng Đỗ Tư vắng mặt.",
        {
            "Lê Hai": ["Thủ tướng @ Chính phủ"],
            "Vũ Ba": ["Tổng Bí thư @ Trung ương Đảng", "Chủ tịch nước @ None"],
            "Đỗ Tư": ["Bộ trưởng @ None"],
        },
    ),
    (
        "Đồng chí Lê Lợi- TUV, Bí thư Huyện ủy Yên Mô và Thượng tá, Thạc sĩ Hà Văn Quý, Phó Trưởng "
        "Công an huyện Yên Mô.",
        {
            "Lê Lợi": ["Tỉnh ủy viên @ Tỉnh ủy Ninh Bình", "Bí thư @ Huyện ủy Yên Mô"],
            "Hà Văn Quý": ["Thượng tá", "Phó Trưởng Công an @ Công an huyện Yên Mô"],
        },
    ),
    ("Dự có các đồng chí lãnh đạo tỉnh và 3 đồng chí là Ủy viên Bộ Chính trị. Chủ tịch UBND các huyện cùng dự.", {}),
    ("Trường Nguyễn Trãi ở đường Lê Lợi, phường Trần Phú mang tên Phan Đình Phùng.", {}),
]


@pytest.mark.parametrize(("body", "expected"), CASES, ids=lambda v: str(v)[:50])
def test_persons_with_ranks_and_posts(body: str, expected: dict[str, list[str]]) -> None:
    assert found(body) == expected


def people_of(body: str) -> tuple[People, Document]:
    doc = document(body)
    return find_people(doc), doc


@pytest.mark.parametrize(
    ("body", "mention", "name", "kind"),
    [
        ("Ông Lê Đức Thơm, Giám đốc Sở Y tế, báo cáo. Theo ông Thơm, dịch đã lui.", "ông Thơm", "Lê Đức Thơm", "short"),
        ("Ông Lê Đức Thơm, Giám đốc Sở Y tế, báo cáo. Ông đề nghị thêm kinh phí.", "Ông", "Lê Đức Thơm", "pronoun"),
        (
            "Đồng chí Vũ Ba, Chủ tịch UBND tỉnh dự. Đồng chí Chủ tịch UBND tỉnh nhấn mạnh kỷ cương.",
            "Đồng chí Chủ tịch UBND tỉnh",
            "Vũ Ba",
            "post",
        ),
        (
            "Thứ trưởng Bộ Công an Lê Mạnh và Thứ trưởng Bộ Tư pháp Vũ Hảo chủ trì. Thứ trưởng Bộ Tư pháp lưu ý.",
            "Thứ trưởng Bộ Tư pháp",
            "Vũ Hảo",
            "post",
        ),
        (
            "Thủ tướng Lê Văn Hai chủ trì. Người đứng đầu Chính phủ yêu cầu.",
            "Người đứng đầu Chính phủ",
            "Lê Văn Hai",
            "pronoun",
        ),
        (
            "Bà Lê Thị Năm, Bí thư Tỉnh ủy và ông Vũ Sáu, Chủ tịch UBND tỉnh dự. Bà yêu cầu.",
            "Bà",
            "Lê Thị Năm",
            "pronoun",
        ),
    ],
)
def test_later_mentions(body: str, mention: str, name: str, kind: str) -> None:
    people, doc = people_of(body)
    last = people.occurrences[-1]
    assert (doc.words(last.span), people.persons[last.person].name, last.kind) == (mention, name, kind)


def test_how_a_post_was_read_is_said() -> None:
    people, _ = people_of(
        "Dự có các Phó Chủ tịch UBND tỉnh: Vũ Thị Ba, Lê Bốn. Ông Bốn hiện là Ủy viên Ban Thường vụ Tỉnh ủy."
    )
    shared, told = (post.evidence[0].derived for post in people.persons[1].posts)
    assert (shared, told) == ("list", "coreference")
    assert {e.derived for e in people.persons[1].posts[0].evidence} == {"list", "context"}


def test_a_day_at_the_end_of_a_line_counts_nobody_in_the_next() -> None:
    body = "Cuộc thi bắt đầu từ ngày 1/7\nPhó Giám đốc Sở Y tế Trần Văn Quýt phát biểu tại hội nghị sáng nay."
    (person,) = find_people(document(body)).persons
    assert [e.derived for post in person.posts for e in post.evidence[:1]] == ["direct"]


def test_two_syllables_of_a_known_name_are_no_other_person() -> None:
    people, _ = people_of(
        "Ông Lê Thiện Nhân, Bí thư Tỉnh ủy, dự. Ông Thiện Nhân hiện là Trưởng đoàn đại biểu Quốc hội tỉnh."
    )
    assert [p.name for p in people.persons] == ["Lê Thiện Nhân"]
    assert [q.title for q in people.persons[0].posts] == ["Bí thư", "Trưởng đoàn"]


def test_nobody_is_guessed() -> None:
    people, _ = people_of("Bộ trưởng Bộ Công an ký kế hoạch. Ông Bảy cười. Đồng chí nhấn mạnh kỷ cương.")
    assert people == People((), ())


def test_occurrences_are_sorted_and_apart() -> None:
    body = " ".join(body for body, _ in CASES)
    people, doc = people_of(body)
    ends = 0
    for occurrence in people.occurrences:
        assert ends <= occurrence.span.start <= occurrence.head.start < occurrence.head.end <= occurrence.span.end
        ends = occurrence.span.end
        assert all(0 <= i < len(people.persons[occurrence.person].posts) for i in occurrence.posts)
    assert ends <= len(doc.text)


def test_every_fact_has_its_words() -> None:
    people, doc = people_of(" ".join(body for body, _ in CASES))
    for person in people.persons:
        assert person.evidence and all(p.evidence for p in person.posts) and all(r.evidence for r in person.ranks)
        for post in person.posts:
            for evidence in post.evidence:
                assert 0 <= evidence.span.start < evidence.span.end <= len(doc.text)


@pytest.mark.parametrize("body", [body for body, _ in CASES])
def test_no_prefix_crashes(body: str) -> None:
    for end in range(0, len(body), 3):
        find_people(document(body[:end]))


def test_long_input_is_linear() -> None:
    repeated = " ".join(body for body, _ in CASES) * 40
    find_people(document(repeated))
    find_people(document("Chủ tịch " * 3000))
    find_people(document("các đồng chí: " * 2000))
    find_people(document("Nguyễn Văn A, " * 2000))


@pytest.mark.parametrize(
    "several",
    [
        "25 đồng chí Phó Giám đốc Sở Y tế",
        "các đồng chí Phó Giám đốc Sở Y tế",
        "những đồng chí Phó Giám đốc Sở Y tế",
        "nhiều đồng chí Phó Giám đốc Sở Y tế",
        "một số Phó Giám đốc Sở Y tế",
        "một số đồng chí Phó Giám đốc Sở Y tế",
        "hai đồng chí Phó Giám đốc Sở Y tế",
        "mười đồng chí là Phó Giám đốc Sở Y tế",
    ],
)
def test_a_post_that_is_counted_means_nobody_named(several: str) -> None:
    people = find_people(document(f"Ông Vũ Đình Sáu, Phó Giám đốc Sở Y tế báo cáo. Dự họp còn có {several}."))
    assert [words.rule for words in people.persons[0].evidence] == ["name"]


@pytest.mark.parametrize("again", ["Đồng chí Phó Giám đốc Sở Y tế", "Ngày 25 đồng chí Phó Giám đốc Sở Y tế"])
def test_a_post_that_is_not_counted_means_its_holder_again(again: str) -> None:
    people = find_people(document(f"Ông Vũ Đình Sáu, Phó Giám đốc Sở Y tế báo cáo. {again} trả lời các câu hỏi."))
    assert [words.rule for words in people.persons[0].evidence] == ["name", "bare-post"]
