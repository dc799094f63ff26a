"""Gatherings: which phrases tell of one, which mean the same one, when, where and by whom it was held."""

import pytest

from graph.grammar.events.events import find_events
from graph.grammar.people.persons import find_people
from graph.grammar.text.layout import analyse
from graph.mention import EventMention
from graph.source import Source


def events(text: str, published: str | None = None) -> tuple[EventMention, ...]:
    document = analyse(Source.from_text("t", text, published=published))
    return find_events(document, find_people(document))


def only(text: str, published: str | None = None) -> EventMention:
    (event,) = events(text, published)
    return event


TITLE = "Bắc Giang đẩy mạnh công tác dân vận\n\n"


def test_several_mentions_are_one_gathering_with_its_setting() -> None:
    event = only(
        "Bắc Giang: Hội nghị tổng kết công tác dân vận\n\n13/5/2021\n\n"
        "Sáng 12/5, tại thành phố Bắc Giang, UBND tỉnh phối hợp với Ban Dân vận Tỉnh ủy tổ chức Hội nghị tổng kết "
        "công tác dân vận năm 2020, triển khai nhiệm vụ năm 2021. Dự Hội nghị có 150 đại biểu.\n\n"
        "Tại hội nghị, nhiều ý kiến được nêu. Hội nghị kết thúc lúc 11 giờ."
    )
    assert event.kind == "conference"
    assert event.name == "Hội nghị tổng kết công tác dân vận năm 2020, triển khai nhiệm vụ năm 2021"
    assert (event.date, event.place, event.mode) == ("2021-05-12", "thành phố Bắc Giang", None)
    assert [o.name for o in event.organisers] == ["UBND tỉnh Bắc Giang", "Ban Dân vận Tỉnh ủy Bắc Giang"]
    assert event.reviews == ("final", "launch")
    assert len(event.evidence) == 5


NAMES = [
    ("Sáng 3/4, Sở Y tế tổ chức hội nghị “Chung tay, vì nước sạch” tại Huế.", "hội nghị “Chung tay, vì nước sạch”"),
    ("Sáng 3/4, hội thảo về nước sạch ở nông thôn đã diễn ra tại Huế.", "hội thảo về nước sạch ở nông thôn"),
    ("Sáng 3/4, Sở Y tế mở tọa đàm phòng, chống dịch do ông Lê Văn Hòa, Giám đốc Sở chủ trì.",
     "tọa đàm phòng, chống dịch"),
    ("Sáng 3/4, Sở Y tế tổ chức hội nghị sơ kết 6 tháng đầu năm.", "hội nghị sơ kết 6 tháng đầu năm"),
    ("Sáng 3/4, xã Đông tổ chức Lễ công bố quyết định công nhận xã mới.", "Lễ công bố quyết định công nhận xã mới"),
    ("Sau “Hội nghị bàn về nước sạch” được tổ chức sáng 3/4, các xã vui.", "Hội nghị bàn về nước sạch"),
    (
        "Sáng 3/4, Bộ Y tế tổ chức hội nghị sơ kết ba năm làm theo Chỉ thị số 77-CT/TW ngày 2/3/2012 của Ban Bí thư.",
        "hội nghị sơ kết ba năm làm theo Chỉ thị số 77-CT/TW ngày 2/3/2012 của Ban Bí thư",
    ),
    ("Ngày 3/4, xã Đông tổ chức lễ ra mắt mô hình “Làng xanh”, với sự tham gia của bà con.",
     "lễ ra mắt mô hình “Làng xanh”"),
    ("Chiều 3/4, UBND tỉnh họp bàn việc cấp nước cho vùng hạn.", "họp bàn việc cấp nước cho vùng hạn"),
    ("Tại hội nghị sơ kết công tác quản lý, bảo vệ đê điều sáng 3/4, ông Lê Văn Tám, Giám đốc Sở Y tế, nói vui.",
     "hội nghị sơ kết công tác quản lý, bảo vệ đê điều"),
    ("Tại hội nghị tổng kết ngành văn hóa, thể thao, du lịch sáng 3/4, bà Lê Thị Tám, Giám đốc Sở Y tế, nói vui.",
     "hội nghị tổng kết ngành văn hóa, thể thao, du lịch"),
    ("Tại hội nghị tổng kết mùa cháy, cán bộ kiểm lâm sáng 3/4 kể chuyện; ông Lê Văn Tám, Giám đốc Sở Y tế, nói.",
     "hội nghị tổng kết mùa cháy"),
    ("Tại hội nghị về bến cá, khu tránh bão tổ chức tại Huế ngày 3/4, ông Lê Văn Tám, Giám đốc Sở Y tế, nói vui.",
     "hội nghị về bến cá, khu tránh bão"),
    ("Tại hội nghị sơ kết mùa nhãn, vải do Sở Y tế tổ chức sáng 3/4, ông Lê Văn Tám, Giám đốc Sở Y tế, nói vui.",
     "hội nghị sơ kết mùa nhãn, vải"),
    ("Tại hội nghị sơ kết mùa nhãn, bà con kể chuyện lớp học do Sở Y tế tổ chức; ngày 3/4 ông Tám dự hội nghị.",
     "hội nghị sơ kết mùa nhãn"),
    ("Ngày 3/4, Sở Y tế tổ chức hội nghị về nước sạch, tuy nhiên lãnh đạo các xã vắng mặt.",
     "hội nghị về nước sạch"),
    ("Ngày 3/4, bà Lê Thị Tám, Giám đốc Sở Y tế, chủ trì cuộc họp với các xã và đưa ra ba cách làm.",
     "cuộc họp với các xã"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_name_runs_from_its_noun_to_the_end_of_the_phrase(text: str, name: str) -> None:
    assert only(TITLE + text).name == name


NONE = [
    "Tuần tới, Bộ Nội vụ sẽ tổ chức hội nghị trực tuyến về tuyển dụng.",
    "Ông Trần Văn Bình, Giám đốc Sở Nội vụ đề nghị các huyện tổ chức hội nghị sơ kết trong tháng 6.",
    "Trong năm, các xã đã tổ chức 25 hội nghị tuyên truyền cho bà con.",
    "Nghị quyết Hội nghị Trung ương 5 khóa XII đặt ra nhiều việc.",
    "Việc tổ chức đại hội chi bộ cần bám sát hướng dẫn.",
    "Hội nghị về nước sạch dự kiến diễn ra ngày 3/4.",
    "Chị Thủy ký hợp đồng làm việc với các điều khoản mới.",
    "Bà con kể: “Tháng nào xã cũng tổ chức hội nghị.\nTại hội nghị, ai cũng nói.”",
    "Khách nghỉ lễ năm nay đông hơn mọi năm, lễ hội kéo dài.",
]


@pytest.mark.parametrize("text", NONE)
def test_planned_general_and_cited_gatherings_are_not_told_of(text: str) -> None:
    assert events(TITLE + text) == ()


def test_two_gatherings_of_one_day_stay_apart() -> None:
    first, second = events(
        TITLE + "Sáng 12/5, UBND tỉnh tổ chức hội nghị tổng kết công tác dân vận. Hội nghị có 100 đại biểu.\n\n"
        "Chiều cùng ngày, Sở Nội vụ tổ chức hội thảo về cải cách hành chính. Hội thảo nhận được 20 bài viết."
    )
    assert (first.kind, second.kind) == ("conference", "workshop")
    assert first.date == second.date == "--05-12"
    assert second.organisers[0].name == "Sở Nội vụ"


def test_right_after_means_the_same_day_and_before_keeps_its_own() -> None:
    told = events(
        TITLE + "Sáng 12/5/2021, UBND tỉnh tổ chức hội nghị tổng kết công tác dân vận.\n\n"
        "Ngay sau hội nghị, UBND tỉnh họp bàn việc chống hạn.\n\n"
        "Trước đó, ngày 2/5, Sở Nội vụ tổ chức hội thảo về cải cách hành chính."
    )
    assert [e.date for e in told] == ["2021-05-12", "2021-05-12", "2021-05-02"]


def test_a_day_right_after_a_bare_word_tells_another_gathering() -> None:
    told = events(
        TITLE + "Ngày 12/5, UBND tỉnh tổ chức họp báo về tình hình kinh tế.\n\n"
        "Tại cuộc họp báo ngày 2/5, ông Trần Văn Bình, Chủ tịch UBND tỉnh cho biết hạn đã qua."
    )
    assert [(e.date, len(e.roles)) for e in told] == [("--05-12", 0), ("--05-02", 1)]


def test_a_day_after_yesterday_is_that_day() -> None:
    assert only(TITLE + "Hôm qua 2/7, tại hội nghị bàn về nước, ông Trần Văn Bình đề nghị tiết kiệm.").date == "--07-02"


def test_a_range_of_days_begins_with_the_first() -> None:
    assert only(TITLE + "Từ ngày 10 đến 12/11/2021, tại Huế, Sở Y tế tổ chức hội thảo về nước.").date == "2021-11-10"


def test_a_loose_word_of_the_lead_becomes_the_named_gathering() -> None:
    event = only(
        TITLE + "Nhiều việc được bàn trong cuộc họp ngày 12/5.\n\n"
        "Ngày 12/5, UBND tỉnh tổ chức hội nghị trực tuyến về chống hạn với các huyện."
    )
    assert event.name == "hội nghị trực tuyến về chống hạn với các huyện"
    assert event.mode == "online"


PLACES = [
    ("Sáng 3/4, tại Trung tâm Hội nghị tỉnh, thành phố Huế, Sở Y tế tổ chức hội nghị bàn về nước sạch.",
     "thành phố Huế"),
    ("Sáng 3/4, hội nghị bàn về nước sạch diễn ra tại xã Đông Hòa (huyện Dĩ An).", "xã Đông Hòa (huyện Dĩ An)"),
    ("(Nam Định) Ngày 9-7, Hội Nông dân tổ chức hội nghị bàn về nước sạch.", "Nam Định"),
    ("Sáng 3/4, Bộ Y tế tổ chức hội nghị bàn về nước sạch.", None),
    ("Sáng 3/4, UBND tỉnh Nam Định tổ chức hội nghị bàn về nước sạch.", "Nam Định"),
    ("Sáng 3/4, UBND huyện Ý Yên tổ chức hội nghị bàn về nước sạch.", "Ý Yên"),
    ("Sáng 3/4, tại Hội trường UBND huyện Ý Yên, Sở Y tế tổ chức hội nghị bàn về nước sạch.", "huyện Ý Yên"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_the_place_is_the_city_before_the_hall_or_the_holders_province(text: str, place: str | None) -> None:
    assert only("Bàn về nước sạch\n\n" + text).place == place


def test_every_part_opens_its_words() -> None:
    text = TITLE + "Sáng 12/5, tại Hà Nội, Bộ Y tế tổ chức hội nghị trực tuyến tổng kết mùa lúa."
    document = analyse(Source.from_text("t", text))
    (event,) = find_events(document, find_people(document))
    assert document.words(event.date_evidence[0].span) == "12/5"
    assert document.words(event.place_evidence[0].span) == "Hà Nội"
    assert document.words(event.mode_evidence[0].span) == "trực tuyến"
    assert document.words(event.organisers[0].evidence[0].span) == "Bộ Y tế"
    assert document.words(event.review_evidence[0].span) == "tổng kết"


def test_a_report_read_at_the_gathering_tells_what_it_reviews() -> None:
    told = only(TITLE + "Sáng 12/5, UBND tỉnh tổ chức hội nghị. Báo cáo sơ kết tại hội nghị nêu rõ ba kết quả.")
    silent = only(TITLE + "Sáng 12/5, UBND tỉnh tổ chức hội nghị. Báo cáo tình hình tại hội nghị nêu rõ ba kết quả.")
    assert (told.reviews, silent.reviews) == (("interim",), ())
