"""Who holds a gathering: with whom together, in the passive, by its name."""

import pytest

from graph.extract import extract
from graph.source import Source


def holders(text: str) -> list[str]:
    (event,) = extract(Source.from_text("x", f"Tin trong tuần\n\n{text}")).events
    return [body.name for body in event.organisers]


HOLDERS = [
    # with whom together, of whatever kind, each by its comma; "và" inside a name parts nothing
    (
        "Sáng 3-7 tại Huế, Trung ương Hội Thả diều Việt Nam phối hợp với Bộ Y tế, công ty cổ phần Sao Mai tổ chức hội "
        "nghị tổng kết mùa diều.",
        ["Trung ương Hội Thả diều Việt Nam", "Bộ Y tế", "công ty cổ phần Sao Mai"],
    ),
    (
        "Ngày 3/7, Quỹ Mầm Xanh phối hợp với Sở Khoa học và Công nghệ tỉnh Sơn La tổ chức hội thảo về chè.",
        ["Quỹ Mầm Xanh", "Sở Khoa học và Công nghệ tỉnh Sơn La"],
    ),
    # a body whose name holds the verb; the passive with the body at once
    (
        "Hội thảo về chợ nổi do Ban Tổ chức Thành ủy Cần Thơ và Sở Du lịch Cần Thơ tổ chức chiều 17-7.",
        ["Ban Tổ chức Thành ủy Cần Thơ", "Sở Du lịch Cần Thơ"],
    ),
    ("Các ý kiến nêu tại hội nghị về chè được Bộ Y tế tổ chức chiều 18-1 ở Hà Nội.", ["Bộ Y tế"]),
    # who calls the press together; a session has its body only
    ("Tại họp báo quý II của UBND tỉnh Sơn La sáng 11-1, ông Lê Văn Tám trả lời.", ["UBND tỉnh Sơn La"]),
    ("Tại phiên họp của Ban Dân vận Tỉnh ủy Sơn La sáng 11-1, ông Lê Văn Tám phát biểu.", []),
    (
        "Sáng 13/5, Ban Chỉ đạo phòng chống hạn tỉnh Sơn La do ông Lê Văn Tám chủ trì đã tổ chức hội nghị về hạn.",
        ["Ban Chỉ đạo phòng chống hạn tỉnh Sơn La"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HOLDERS)
def test_who_holds_a_gathering(text: str, expected: list[str]) -> None:
    assert holders(text) == expected
