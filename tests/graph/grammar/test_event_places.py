"""Where gatherings were held: said beside, far behind, by the spot told before, or by who held them."""

import pytest

from graph.extract import extract
from graph.source import Source


def places(text: str, title: str = "Tin hoạt động trong tuần") -> list[str | None]:
    return [event.place for event in extract(Source.from_text("x", f"{title}\n\n{text}")).events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sáng 5/6, Sở Y tế tổ chức Hội nghị tổng kết công tác dân số tại thị xã Từ Sơn.", "thị xã Từ Sơn"),
        (
            "Hội thảo do Sở Du lịch Ninh Bình, Hiệp hội Du lịch tỉnh và Trường Cao đẳng Du lịch Tràng An cùng một số "
            "công ty lữ hành phối hợp tổ chức, diễn ra ngày 14/9 tại thành phố Tam Điệp.",
            "thành phố Tam Điệp",
        ),
        (
            "Hội nghị trực tuyến sơ kết công tác tiêm chủng do Bộ Y tế tổ chức sáng 9/7, phát đi từ Hà Nội "
            "tới 63 tỉnh.",
            "Hà Nội",
        ),
        ("Tối 5/6, tại phố đi bộ Trần Phú, thành phố Tam Điệp đã diễn ra lễ ra mắt đội bóng.", "thành phố Tam Điệp"),
        ("Chiều 5/6, bà Lê Thị Lan dự buổi làm việc với Ban Thường vụ Huyện ủy Yên Khánh về đê.", "Yên Khánh"),
        ("Sáng 5/6, ông Lê Văn Tám dự buổi tiếp xúc cử tri quận Tây Hồ, TP. Hà Nội.", "Hà Nội"),
        ("Lễ trao giải làng nghề khéo tay năm 2017 đã diễn ra tại Vân Nam, Trung Quốc.", "Vân Nam, Trung Quốc"),
    ],
)
def test_places_that_the_sentence_says(text: str, expected: str) -> None:
    assert places(text) == [expected]


def test_the_spot_of_the_gathering_told_before() -> None:
    text = (
        "Sáng 5/6/2020, tại thành phố Tam Điệp, Sở Y tế tổ chức Hội nghị tổng kết công tác dân số.\n\n"
        "Chiều 5/6/2020, cũng ở hội trường này, Sở Y tế tổ chức lễ ký kết quy chế phối hợp với Sở Nội vụ."
    )
    assert places(text) == ["thành phố Tam Điệp", "thành phố Tam Điệp"]
    events = extract(Source.from_text("x", f"Tin trong tuần\n\n{text}")).events
    assert [e.derived for e in events[1].place_evidence] == ["coreference", "direct"]


def test_a_hall_of_the_unit_that_the_report_is_about() -> None:
    title = "Xã Yên Sơn: họp bàn việc làm đường"
    text = "Sáng 5/6, tại hội trường UBND xã, Đảng ủy xã Yên Sơn tổ chức Hội nghị tổng kết việc làm đường."
    assert places(text, title) == ["xã Yên Sơn"]


def test_the_district_of_those_who_chair() -> None:
    text = (
        "Sáng 5/6, UBND huyện Yên Khánh họp phiên thường kỳ tháng 5. Ông Lê Văn Tám, Phó Bí thư Huyện ủy, "
        "Chủ tịch UBND huyện Yên Khánh chủ trì phiên họp."
    )
    assert places(text, "Yên Khánh họp phiên tháng 5") == ["Yên Khánh"]


def test_a_ministrys_gathering_is_not_at_the_provinces_home() -> None:
    text = "Sáng 5/6, Bộ Y tế và Sở Y tế Ninh Bình tổ chức Hội nghị tổng kết công tác dân số."
    assert places(text, "Ninh Bình tổng kết công tác dân số") == [None]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("hội nghị tổng kết công tác tiêm chủng năm 2018", "Ninh Bình"),
        ("hội nghị toàn quốc về công tác tiêm chủng năm 2018", None),
        ("hội nghị tổng kết ngành y tế năm 2018", None),
        ("hội nghị tổng kết ngành y tế Ninh Bình năm 2018", "Ninh Bình"),
        ("hội nghị bàn chương trình hợp tác với tỉnh Nam Định", None),
    ],
)
def test_who_speaks_is_at_home_only_at_gatherings_of_the_province(name: str, expected: str | None) -> None:
    text = f"Ông Lê Văn Tám, Bí thư Tỉnh ủy Ninh Bình, phát biểu tại {name} diễn ra sáng 5/6."
    assert places(text, "Ninh Bình làm việc cuối tuần") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Sáng 5/6, Bộ Y tế họp với Hiệp hội Doanh nghiệp Hàn Quốc tại Việt Nam về vắc xin.",
        "Sáng 5/6, Bộ Y tế tổ chức họp báo, cho biết sẽ xem lại ba dự án ở Sơn Trà.",
    ],
)
def test_places_of_other_things(text: str) -> None:
    assert places(text) == [None]


def test_a_guest_from_a_union_does_not_say_where_it_was() -> None:
    """Who only speaks there for a union of the city tells nothing of the place; the city's own committee does."""
    said = "phát biểu tại hội thảo về biển sáng 5/6. Đà Nẵng phát triển."
    assert places(f"Bà Lê Thị Lan, Chủ tịch Hiệp hội Du lịch TP Đà Nẵng, {said}", "TP Đà Nẵng giữ biển") == [None]
    assert places(f"Bà Lê Thị Lan, Chủ tịch UBND TP Đà Nẵng, {said}", "TP Đà Nẵng giữ biển") == ["TP Đà Nẵng"]


HOME = "UBND tỉnh Sơn La có thông báo mới.\n\nÔng Lò Văn Pản, Chủ tịch UBND tỉnh Sơn La, ký thông báo.\n\n"
BY_HOLDER = [
    # of the report's own province, by what it was about
    ("Sáng 5/3, hội nghị tổng kết việc trồng cây trên địa bàn tỉnh diễn ra.", "Sơn La"),
    # one of a ministry or firm, whoever was there
    ("Tại hội nghị tổng kết năm 2017 của Bộ Y tế, ông Lò Văn Pản cho biết tỉnh đủ thuốc.", None),
    ("Tại hội nghị tổng kết năm 2017, ông Lò Văn Pản cho biết tỉnh đủ thuốc.", "Sơn La"),
    # over a link: one of the place says nothing, several do
    ("Tại hội nghị trực tuyến về thuốc chiều 5/3, ông Lò Văn Pản cho biết tỉnh đủ thuốc.", None),
    (
        "Tại hội nghị trực tuyến về thuốc chiều 5/3, ông Lò Văn Pản cho biết tỉnh đủ thuốc. Bà Cà Thị Un, Giám đốc Sở "
        "Y tế tỉnh Sơn La, nói sẽ mua thêm.",
        "Sơn La",
    ),
    # who is visited, before who visits
    ("Sáng 5/3, ông Lò Văn Pản chủ trì buổi làm việc với UBND xã Chiềng Xôm về chợ.", "xã Chiềng Xôm"),
    # a district's body with its province behind
    ("Sáng 5/3, UBND huyện Mai Sơn, tỉnh Sơn La tổ chức cuộc họp về chợ.", "Mai Sơn"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place"), BY_HOLDER)
def test_place_by_whose_the_gathering_is(text: str, place: str | None) -> None:
    assert places(f"{HOME}{text}") == [place]
