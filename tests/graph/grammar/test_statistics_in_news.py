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
        # means
        ("Bình quân 4,5 người mỗi hộ ở xóm đảo.", [(4.5, "người")]),
        ("Trên đèo có 2,3 vụ mỗi ngày.", [(2.3, "vụ")]),
        ("Tỷ lệ 7,8 người trên 1.000 dân là thấp.", [(7.8, "người")]),
        ("Mỗi ngày có 1,2 người đuối nước.", [(1.2, "người")]),
        ("Mỗi nhà có 4,5 người.", []),
        # the number before the change has the scale after it only if it then changes that way
        ("Quân số từ 100 lên tới 1,2 nghìn người.", [(100, "người"), (1200, "người")]),
        ("Giá từ 900 lên 1,1 triệu đồng.", [(1.1e6, "đồng")]),
        ("Lãi từ 800 lên 1,2 tỷ đồng.", [(1.2, "tỷ đồng")]),
        ("Giá từ 1,5 xuống 800 nghìn đồng.", [(8e5, "đồng")]),
        ("Quân số từ 3 lên 5 nghìn người.", [(3000, "người"), (5000, "người")]),
        # years in prison, cards on a pitch, when somebody died
        ("Ông ấy bị phạt 12,5 năm tù.", []),
        ("Trận ấy 3 người xem thẻ đỏ, cảnh cáo 2, phút 89.", [(3, "người")]),
        ("Cụ mất 5 tháng trước.", []),
        ("Việc đắp đê mất 5 tháng trước khi lũ về.", [(5, "tháng")]),
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


def test_punished_people_quote_the_punishment_and_who_they_are() -> None:
    text = "Xã có 30 người bị kỷ luật: cảnh cáo 15, sa thải 2."
    source = Source.from_text("x", f"Tin hoạt động của huyện trong tuần\n\n{text}")
    document = analyse(source)
    quoted = [[document.text[e.span.start : e.span.end] for e in s.evidence] for s in find_statistics(document)]
    assert quoted[1:] == [["cảnh cáo 15", "30 người"], ["sa thải 2", "30 người"]]
