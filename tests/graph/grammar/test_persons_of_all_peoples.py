"""Names of all the peoples of Vietnam, told by their place in a list; posts of small units, courts and schools."""

import pytest

from graph.grammar.people.persons import find_people
from graph.grammar.text.layout import analyse
from graph.source import Source
from tests.graph.grammar.people_read import people_in

HEAD = "Họp mặt\n\nNgày 3/5/2022, Hội Nông dân tỉnh Gia Lai tổ chức Hội nghị sơ kết. "


def found(body: str, head: str = HEAD) -> dict[str, list[str]]:
    return people_in(head + body + "\n")


CASES = [
    (
        "Dự có các đồng chí: Kpui H’Blơ, Bí thư Tỉnh đoàn; Nay Gai, Phó Chủ tịch UBND huyện Krông Pa; A Hơi, Chủ tịch"
        " UBND xã Đăk Krong; Rah Lan Tuấn, Phó Bí thư Tỉnh ủy.",
        {
            "Kpui H’Blơ": ["Bí thư @ Tỉnh đoàn Gia Lai"],
            "Nay Gai": ["Phó Chủ tịch @ UBND huyện Krông Pa"],
            "A Hơi": ["Chủ tịch @ UBND xã Đăk Krong"],
            "Rah Lan Tuấn": ["Phó Bí thư @ Tỉnh ủy Gia Lai"],
        },
    ),
    (
        "Về dự có Điểu K’Reo, Phó Trưởng Ban Dân vận Tỉnh ủy; K’Brin, Phó Chủ tịch HĐND tỉnh.",
        {
            "Điểu K’Reo": ["Phó Trưởng Ban @ Ban Dân vận Tỉnh ủy Gia Lai"],
            "K’Brin": ["Phó Chủ tịch @ HĐND tỉnh Gia Lai"],
        },
    ),
    (
        "Bà H’Lan Niê, Trưởng thôn Bù Lư, phát biểu. Chị H’Lan nói thêm.",
        {"H’Lan Niê": ["Trưởng thôn @ thôn Bù Lư"]},
    ),
    (
        "Dự có Thiếu tá Lê Văn Tuân, Tiểu đoàn trưởng Tiểu đoàn 41; Binh nhì Vi Văn Khăm.",
        {"Lê Văn Tuân": ["Thiếu tá", "Tiểu đoàn trưởng @ Tiểu đoàn 41"], "Vi Văn Khăm": ["Binh nhì"]},
    ),
    (
        "Bà Danh Thị Mol, Thẩm phán Tòa án nhân dân huyện Chư Sê, giới thiệu luật.",
        {"Danh Thị Mol": ["Thẩm phán @ Tòa án nhân dân huyện Chư Sê"]},
    ),
    (
        "Các đồng chí: Hoàng Thùy Trang, Leo Văn Hưởng (đều là Phó Bí thư Tỉnh đoàn) cùng dự.",
        {"Hoàng Thùy Trang": ["Phó Bí thư @ Tỉnh đoàn Gia Lai"], "Leo Văn Hưởng": ["Phó Bí thư @ Tỉnh đoàn Gia Lai"]},
    ),
    ("Tại Gia Lai, Chủ tịch UBND tỉnh khẳng định quyết tâm.", {}),
    ("Làm việc với Quảng Nam, Chủ tịch UBND tỉnh cho biết; Đà Nẵng, Phó Chủ tịch UBND tỉnh nói tiếp.", {}),
]


@pytest.mark.parametrize(("body", "expected"), CASES, ids=[c[0][:30] for c in CASES])
def test_people(body: str, expected: dict[str, list[str]]) -> None:
    assert found(body) == expected


def meant(body: str) -> list[tuple[str, str]]:
    """Each later mention (no full name) with the person it means."""
    people = find_people(analyse(Source.from_text("t", HEAD + body + "\n")))
    text = HEAD + body
    return [
        (text[o.span.start : o.span.end], people.persons[o.person].name) for o in people.occurrences if o.kind != "full"
    ]


def test_later_mentions_by_one_word_and_by_post() -> None:
    body = (
        "Ông K’Khet, Bí thư Huyện ủy Đăk Song; chị H’Bri, Bí thư Huyện đoàn; Trung tá Sình Dỉ Gài, Chỉ huy trưởng Ban"
        " CHQS huyện dự. Bí thư Huyện ủy K’Khet khai mạc. Hai đồng chí Sình Dỉ Gài và K’Khet tặng quà. Đồng chí Bí"
        " thư Huyện đoàn nói. Chỉ huy trưởng Sình Dỉ Gài đáp."
    )
    later = meant(body)
    assert ("Bí thư Huyện ủy K’Khet", "K’Khet") in later
    assert ("K’Khet", "K’Khet") in later
    assert ("Đồng chí Bí thư Huyện đoàn", "H’Bri") in later
    assert found(body)["Sình Dỉ Gài"] == ["Trung tá", "Chỉ huy trưởng @ Ban CHQS huyện Đăk Song"]


def test_one_post_by_two_words_is_one() -> None:
    body = "Anh Hoàng A Dế, Trưởng trạm Y tế xã Sơn Lộ, báo cáo. Trạm trưởng Hoàng A Dế đề nghị."
    assert found(body) == {"Hoàng A Dế": ["Trưởng trạm @ Trạm Y tế xã Sơn Lộ"]}
