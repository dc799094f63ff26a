"""Figures as newspapers write them: how long, from and to, without their unit; where something is counts nothing."""

import pytest

from graph.grammar.figures.statistics import find_statistics
from graph.grammar.text.layout import analyse
from graph.mention import StatisticMention
from graph.source import Source


def read(text: str) -> tuple[StatisticMention, ...]:
    return find_statistics(analyse(Source.from_text("x", f"Tin hoạt động của huyện trong tuần\n\n{text}")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # how long something lasts or is given
        ("Phiên chợ có 24 ngày làm việc, dành trọn 3 ngày cho hội vật.", [(24, "ngày làm việc"), (3, "ngày")]),
        ("Ca mổ kéo dài khoảng 5 tiếng, buổi giao lưu diễn ra trong hơn 10 phút.", [(5, "tiếng"), (10, "phút")]),
        ("Kỳ hạn vay đạt 13,8 năm, tăng 5,5 năm so với trước.", [(13.8, "năm"), (5.5, "năm")]),
        ("Máy quét mất 0,2 giây mỗi xe.", [(0.2, "giây")]),
        # from and to
        ("Số bến đò cấm giảm từ 13 xuống còn 11 bến.", [(13, "bến"), (11, "bến")]),
        ("Tiền công tăng từ 3 lên 5 triệu đồng.", [(3e6, "đồng"), (5e6, "đồng")]),
        # of a whole, in thousands
        ("Đê đã đắp 5.180/6.907 m kè.", [(5180, "m")]),
        # money and people without a noun after them
        ("Một cái cầu tre chỉ 40 triệu nhưng ba năm mới xong.", [(40e6, "đồng")]),
        ("Số người trồng sen trên 35 nghìn (tăng 3 nghìn người).", [(35e3, "người trồng"), (3e3, "người")]),
        (
            "Xã có 30 người bị kỷ luật: cảnh cáo 15, khiển trách 7, giáng chức 6 và sa thải 2.",
            [(30, "người"), (15, "người"), (7, "người"), (6, "người"), (2, "người")],
        ),
        ("Nhà hát sức chứa 1.500 chỗ.", [(1500, "chỗ")]),
        # "nay" ends a day ("sáng nay 26-3") but not here
        ("Từ đầu vụ đến nay 60 ruộng đã gặt.", [(60, "ruộng")]),
        # three or four people
        ("Mỗi tổ chỉ cử 3,4 cán bộ về bản.", [(3, "cán bộ"), (4, "cán bộ")]),
        ("Bão làm ngập 3,4 ha mía.", [(3.4, "ha")]),
    ],
)
def test_figures_in_news(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(s.value, s.unit) for s in read(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tàu nằm ở 10,2 độ vĩ Bắc; 116,0 độ kinh Đông.",
        "Vùng nguy hiểm từ 9,5 đến 13,0 độ vĩ Bắc.",
        'Xã phát động "5 sạch", “3 không” trong tuần.',
        "Huyện treo bản vẽ tỷ lệ 1/500 chợ Mơ và tỷ lệ 1/2.000 bến Mơ.",
        "Sai phạm kéo dài hơn 2 năm, hạn hán kéo dài 3 tháng.",
        "Hội thi kéo dài 2 ngày 26 và 27-9.",
        "Sở trả lời trong vòng 15 ngày làm việc.",
        "Xe 16 chỗ chạy chậm.",
        "Việc này do phòng của ông Lê Văn Tám 3,4 cán bộ lo.",
        "Cảnh cáo 6, kỷ luật 4 thì ai cũng sợ.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert read(text) == ()


def test_a_sentence_does_not_repeat_itself() -> None:
    found = read("Mỗi năm có 2.000 cây mía gãy do bão, gần 2.000 cây mía gãy do chuột. Năm nay cũng 2.000 cây mía.")
    assert [(s.value, s.qualifier) for s in found] == [(2000, None), (2000, "under")]


def test_the_punishment_says_of_whom() -> None:
    found = read("Huyện xử lý 10 cán bộ, cảnh cáo 6, sa thải 4.")
    assert [s.subject for s in found[1:]] == ["cán bộ bị cảnh cáo", "cán bộ bị sa thải"]


def test_few_people_told_twice_are_not_the_same() -> None:
    found = read("Cháy chợ làm 2 người chết. Ở nhà bên, 2 người.")
    assert [s.subject for s in found] == ["người chết", "người"]
