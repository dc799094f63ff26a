"""A second gathering of a report: after a line in brackets, told by a verb alone, by "được … tổ chức"."""

import pytest

from graph.grammar.events.events import find_events
from graph.grammar.people.persons import find_people
from graph.grammar.text.layout import analyse
from graph.mention import EventMention
from graph.source import Source

HEAD = (
    "Sơn La: Giữ nước đầu nguồn\n\n14/3/2022\n\nSáng 12/3, tại thành phố Sơn La, Sở Nông nghiệp tỉnh Sơn La tổ chức "
    "hội nghị trực tuyến về cấp nước mùa khô. Ông Lò Văn Pản, Giám đốc Sở chủ trì hội nghị.\n\n"
)


def events(text: str) -> tuple[EventMention, ...]:
    document = analyse(Source.from_text("t", text))
    return find_events(document, find_people(document))


SECOND = [
    (
        "(Ảnh: Đại biểu ở điểm cầu tỉnh)\n\n* Trước đó, ngày 11/3, tại Mộc Châu, Sở và Hội Phụ nữ tỉnh phối hợp tổ "
        "chức lễ ký kết quy chế phối hợp. Đặt bút ký là hai người đứng đầu. Bà Cà Thị Un chứng kiến lễ ký.",
        "lễ ký kết quy chế phối hợp", "2022-03-11",
    ),
    (
        "Tiếp liền đó, Ban Chỉ huy phòng, chống thiên tai tỉnh họp phiên quý I. Ông Lò Văn Pản chủ trì phiên họp.",
        "họp phiên quý I", "2022-03-12",
    ),
    (
        "19 giờ cùng ngày, Ban Chỉ đạo tỉnh giao ban trực tuyến với 12 huyện. Ông Lò Văn Pản chủ trì buổi giao ban.",
        "giao ban trực tuyến với 12 huyện", "2022-03-12",
    ),
    (
        "Sáng 13/3, cơ quan Sở phối hợp với Trường Chính trị tỉnh khai giảng lớp bồi dưỡng nghiệp vụ thủy nông. Lễ "
        "khai giảng nối với ba điểm cầu. Ông Lò Văn Pản dự.",
        "lớp bồi dưỡng nghiệp vụ thủy nông", "2022-03-13",
    ),
    (
        "Đầu giờ chiều, cũng ở hội trường này, lễ ký kết quy chế giữ rừng đầu nguồn diễn ra trước sự chứng kiến của "
        "ông Lò Văn Pản.",
        "lễ ký kết quy chế giữ rừng đầu nguồn", "2022-03-12",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "day"), SECOND)
def test_a_second_gathering_is_told_of(text: str, name: str, day: str) -> None:
    first, second = events(HEAD + text)
    assert first.name == "hội nghị trực tuyến về cấp nước mùa khô"
    assert (second.name, second.date) == (name, day)


def test_a_gathering_that_is_held_by_a_body_in_the_passive() -> None:
    (event,) = events(
        "Giữ rừng\n\nHôm 8/1, tại Sơn La, Hội nghị tổng kết công tác giữ rừng năm 2020 được Sở Nông nghiệp tổ chức "
        "sớm hơn mọi năm. Ông Lò Văn Pản chủ trì hội nghị."
    )
    assert event.name == "Hội nghị tổng kết công tác giữ rừng năm 2020"


def test_a_session_is_the_meeting_of_its_ordinal() -> None:
    (event,) = events(
        "Thông cáo\n\nNgày 8/1, tại Sơn La, Ủy ban Kiểm tra Tỉnh ủy Sơn La đã họp Kỳ thứ 9. Đồng chí Lò Văn Pản, Chủ "
        "nhiệm Ủy ban Kiểm tra Tỉnh ủy chủ trì kỳ họp."
    )
    assert [(r.person, r.role) for r in event.roles] == [("Lò Văn Pản", "chair")]


def test_what_a_gathering_is_and_does_is_not_its_name() -> None:
    for tail in ("đặt dưới sự chủ trì của", "bằng hình thức trực tuyến do", "khép lại với lời dặn của"):
        (event,) = events(HEAD + f"Hội nghị {tail} ông Lò Văn Pản.")
        assert event.name == "hội nghị trực tuyến về cấp nước mùa khô"


def test_a_ceremony_is_made_by_those_who_hold_it() -> None:
    (event,) = events("Giữ rừng\n\nNgày 8/1, tại Sơn La, UBND xã Mường Lầm làm Lễ ra quân trồng rừng đầu xuân.")
    assert [body.name for body in event.organisers] == ["UBND xã Mường Lầm"]
