"""The ways in which a report says that people met: verbs, purposes, lists of those met, and other gatherings."""

import pytest

from graph.grammar.events.events import find_events
from graph.grammar.people.persons import find_people
from graph.grammar.text.layout import analyse
from graph.mention import EventMention
from graph.source import Source


def events(text: str) -> tuple[EventMention, ...]:
    document = analyse(Source.from_text("t", text))
    return find_events(document, find_people(document))


def roles(event: EventMention) -> set[tuple[str, str]]:
    return {(role.person, role.role) for role in event.roles}


VERBS = [
    # the last word of a name before the verb is no "phòng" in which people meet
    (
        "Sáng 13-5, tại quận Kiến Hưng, Chủ tịch nước Phạm Đức Nhân và các nhà báo của thành phố Hải Phòng "
        "tiếp xúc cử tri các phường ven sông.",
        "tiếp xúc cử tri các phường ven sông", "--05-13",
    ),
    ("Chiều 3-10, Cục Môi trường gặp gỡ báo chí để nói về vụ cháy.", "gặp gỡ báo chí", "--10-03"),
    ("Sáng 8/6, Quốc hội họp phiên toàn thể về đê điều.", "họp phiên toàn thể về đê điều", "--06-08"),
    # the day after the verb; the verb that opens a report
    (
        "Gió to\n\nBão vào sát bờ.\nLãnh đạo tỉnh Bình Sơn họp bàn phương án chống bão chiều 28/11.",
        "họp bàn phương án chống bão", "--11-28",
    ),
    (
        "Quân ủy xếp lại\n\nQuân ủy Trung ương Nam Quốc họp mở rộng bàn việc bổ nhiệm các tướng.",
        "họp mở rộng bàn việc bổ nhiệm các tướng", None,
    ),
    # verbs that are nouns too: after a day, and with whom
    (
        "Sáng 22/4, Chủ tịch UBND huyện Sơn Đông Trần Công Chánh đối thoại với người dân xã Đồng Lộc.",
        "đối thoại với người dân xã Đồng Lộc", "--04-22",
    ),
    # two subjects of one verb; one body under whose hand
    (
        "Chiều 6/9, Chủ tịch nước Phạm Đức Nhân và Tổng thống Peru Carlos Vega hội đàm tại Hà Nội.",
        "hội đàm", "--09-06",
    ),
    ("Chiều 6/9, bà Lê Thị Nhài tiếp Đại sứ Peru Carlos Vega đến chào từ biệt.",
     "tiếp Đại sứ Peru Carlos Vega đến chào từ biệt", "--09-06"),
    ("Sáng 4/4, ông Lê Văn Tám gặp gỡ, đối thoại với chủ các bến phà.", "gặp gỡ", "--04-04"),
    ("Tại họp báo chiều 12/5 do ông Lê Văn Tám chủ trì, bà Lý Thị Mận trả lời về dịch sởi.", "họp báo", "--05-12"),
    # its day before who chaired it; asked while he chairs it; one that goes on
    (
        "Cuộc họp về giá muối chiều 12/5 do ông Lê Văn Tám chủ trì đã kết thúc lúc 19 giờ.",
        "Cuộc họp về giá muối", "--05-12",
    ),
    (
        "Đó là yêu cầu của Thứ trưởng Lê Văn Tám khi chủ trì cuộc họp về giá muối chiều 12/5.",
        "cuộc họp về giá muối", "--05-12",
    ),
    (
        "Luật Đê điều\n\nTiếp tục phiên họp thứ 24, sáng 15/5, Thường trực Ủy ban nghe về đê. Ông Lê Văn Tám nêu ba ý.",
        "phiên họp thứ 24", "--05-15",
    ),
    # what people met for names the meeting, and so do all that were met
    (
        "Ngày 2/7, ông Lê Văn Tám - Chủ tịch UBND tỉnh Hòa Tây chủ trì họp với các sở của tỉnh, lãnh đạo Cảng Sông "
        "Lam và đại diện các hãng tàu để tìm cách thông luồng.",
        "họp với các sở của tỉnh, lãnh đạo Cảng Sông Lam và đại diện các hãng tàu để tìm cách thông luồng",
        "--07-02",
    ),
    (
        "Ngày 2/7, Ủy ban tổ chức cuộc họp giữa Tổng thống Peru Carlos Vega và Thủ tướng Nepal Hari Thapa tại Rome.",
        "cuộc họp giữa Tổng thống Peru Carlos Vega và Thủ tướng Nepal Hari Thapa", "--07-02",
    ),
    ("Tối 28/11, Thủ tướng Lê Văn Tựu chủ trì tiệc chiêu đãi tại Hà Nội.", "tiệc chiêu đãi", "--11-28"),
    ("Sáng 6/9, Ủy ban Tư pháp tổ chức phiên điều trần về án oan.", "phiên điều trần về án oan", "--09-06"),
    (
        "Sáng 24/6, phát biểu tại lễ khai trương trạm y tế đảo Hòn Mấu, ông Lê Văn Tám nói trạm mở cửa cả đêm.",
        "lễ khai trương trạm y tế đảo Hòn Mấu", "--06-24",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "day"), VERBS)
def test_a_verb_or_noun_tells_of_a_gathering(text: str, name: str, day: str | None) -> None:
    (event,) = events(text)
    assert (event.name, event.date) == (name, day)


NONE = [
    # tomorrow, what others do each day, and what is asked for
    "Bến phà\n\nNgày mai, Sở Giao thông họp với chủ phà để tìm phương án.",
    "Ngày 2/7, ông Lê Văn Tám yêu cầu Sở Giao thông họp với chủ phà.",
    "Chiều 2/7, lãnh đạo cho rằng nhiều nơi không đối thoại với dân.",
    "Trong buổi tiệc chiêu đãi các nhà thơ tối nay 2/7, ông sẽ mời khách uống trà.",
    "Trong cuộc trao đổi với Báo Mai sáng 2/7, ông Lê Văn Tám cho biết bến phà cũ.",
    "Sáng 2/7, ông Lê Văn Tám yêu cầu bà Lý Thị Mận báo cáo khi dự họp, nếu cần.",
    "Một ngày làm việc\n\nNgười dân khi họp với xã thì đi bộ.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_gathering_is_told_of(text: str) -> None:
    assert events(text) == ()


MAIN = (
    "Giữ rừng\n\nSáng 12/3/2019, tại Hà Nội, Bộ Nông nghiệp tổ chức hội nghị tổng kết công tác giữ rừng. Thứ trưởng "
    "Bộ Nông nghiệp Lê Văn Tám chủ trì hội nghị.\n\n"
)
MORE = [
    # a named person was there, as a thing done
    (
        "Trong tháng 1, Thứ trưởng Lê Văn Tám đã tham dự Diễn đàn Nước sạch thế giới tại Lima.",
        ("Diễn đàn Nước sạch thế giới", {("Lê Văn Tám", "attend")}),
    ),
    (
        "Thứ trưởng Lê Văn Tám cũng đã gặp Bộ trưởng Môi trường Peru Carlos Vega.",
        ("gặp Bộ trưởng Môi trường Peru Carlos Vega", {("Lê Văn Tám", "attend"), ("Carlos Vega", "attend")}),
    ),
    # what was said, and where
    (
        '"Chúng tôi sẽ trồng lại", Thứ trưởng Môi trường Peru Carlos Vega nói tại một cuộc họp báo ở Lima.',
        ("cuộc họp báo", {("Carlos Vega", "speak")}),
    ),
    # of another day than the one told of, though of the same kind
    (
        "Ngày 20-2 vừa qua, Sở Nông nghiệp tỉnh Hòa Tây đã tổ chức hội nghị để bàn việc này.",
        ("hội nghị", set()),
    ),
    # what a ceremony starts; "chưa" of a clause before
    (
        "Cũng trong sáng 12/3, Thứ trưởng Lê Văn Tám đã phát động Lễ ra quân trồng cây ven sông.",
        ("Lễ ra quân trồng cây ven sông", {("Lê Văn Tám", "speak")}),
    ),
    (
        "Chừng đó chưa đủ làm dịu dư luận, ông Tám còn có một cuộc gặp ngắn với người trồng rừng.",
        ("cuộc gặp ngắn với người trồng rừng", set()),
    ),
    # told of as done, by somebody who need not have been there: those who tell it do not speak there
    (
        "Ông Đỗ Văn Rạng, phát ngôn viên của Bộ, cho biết sáng 9-4, Bộ trưởng Bộ Nông nghiệp Phan Cảnh đã chủ trì cuộc "
        "họp kín về cháy rừng. Ông Rạng nói nhiều nơi còn khô.",
        ("cuộc họp kín về cháy rừng", {("Phan Cảnh", "chair")}),
    ),
    # long ago, by its holder
    (
        "Năm 2005, Bộ Nông nghiệp đã tổ chức lễ phát động gây rừng đầu nguồn tại Sơn La.",
        ("lễ phát động gây rừng đầu nguồn", set()),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "second"), MORE)
def test_another_gathering_beside_that_of_the_report(text: str, second: tuple[str, set[tuple[str, str]]]) -> None:
    first, other = events(MAIN + text)
    assert first.name == "hội nghị tổng kết công tác giữ rừng"
    assert (other.name, roles(other)) == second


def test_the_day_right_after_its_name_is_its_own() -> None:
    (event,) = events(
        "Sáng 9-11, các bộ trưởng vào bàn sau khi phát biểu tại Hội nghị Nước sạch tối 8-11 ở Lima. Thứ trưởng Lê Văn "
        "Tám nói tại Hội nghị Nước sạch rằng còn khó."
    )
    assert event.date == "--11-08"


def test_who_told_that_he_had_a_meeting() -> None:
    (event,) = events("Phát ngôn viên cho biết, ông Carlos Vega đã có cuộc họp với Thủ tướng Peru Pablo Ruiz.")
    assert ("Carlos Vega", "attend") in roles(event)
    assert not events("Ông Đỗ Văn Rạng cho biết, ông Carlos Vega đã có cuộc thảo luận tốt với bà Lý Thị Mận.")


def test_a_first_line_that_the_next_goes_on_from_names_the_gathering() -> None:
    (event,) = events(
        "Nghề muối phải bền hơn và sạch hơn nhiều\n\nTại Hội nghị sơ kết nghề muối sáu tháng đầu năm và bàn việc cho "
        "sáu tháng cuối năm ngày "
        "5/7\n\nThứ trưởng Lê Văn Tám đã giao việc cho các sở về giống và kho.\n\nTại hội nghị, bà Lý Thị Mận nói muối "
        "còn rẻ."
    )
    assert event.date == "--07-05"
    assert event.name.startswith("Hội nghị sơ kết nghề muối")


def test_what_is_said_of_the_conference_that_the_press_is_told_of() -> None:
    press, conference = events(
        "Thứ trưởng Lê Văn Tám hôm nay chủ trì họp báo về kết quả Hội nghị Nước sạch lần thứ 9 diễn ra ngày 8/11 tại "
        "Huế. Ông Tám cho biết hội nghị kết thúc tốt đẹp."
    )
    assert (press.date, press.place, roles(press)) == (None, None, {("Lê Văn Tám", "chair"), ("Lê Văn Tám", "speak")})
    assert (conference.name, conference.date, conference.place) == ("Hội nghị Nước sạch lần thứ 9", "--11-08", "Huế")


def test_a_picture_of_a_speaker_is_no_further_gathering() -> None:
    events_told = events(f"{MAIN}Thứ trưởng Lê Văn Tám phát biểu trong buổi làm việc về giữ rừng.")
    assert [event.name for event in events_told] == ["hội nghị tổng kết công tác giữ rừng"]


def test_who_was_at_another_gathering_leaves_the_next_words_to_that_of_the_report() -> None:
    text = (
        "Hôm 23-2, bà Lý Thị Mận đã tham dự lễ cắt băng khai trương trạm y tế. Thứ trưởng Lê Văn Tám nhấn mạnh rừng "
        "là lá phổi."
    )
    first, other = events(MAIN + text)
    assert ("Lê Văn Tám", "speak") in roles(first)
    assert roles(other) == {("Lý Thị Mận", "attend")}


def test_numbers_in_names_tell_gatherings_apart() -> None:
    (event,) = events(
        "Ngày 25/3, tại Lima, Thứ trưởng Lê Văn Tám chủ trì Đối thoại Nước sạch lần thứ 10 giữa hai nước.\n\nĐối thoại "
        "Nước sạch lần thứ 11 sẽ diễn ra tại Hà Nội."
    )
    assert (event.name, event.place) == ("Đối thoại Nước sạch lần thứ 10 giữa hai nước", "Lima")


AFTER = "Gió to\n\nBão vào sát bờ.\n"
UNTRUE = [
    # rumours, lies, questions, agendas, demands and charges before who meets
    f"{AFTER}Tin đồn lãnh đạo tỉnh Bình Sơn họp bàn việc chuyển chợ chiều 28/11 là sai sự thật.",
    f"{AFTER}Bà Mận bịa chuyện Chủ tịch tỉnh Bình Sơn họp báo về kênh mới ngày 28/11.",
    f"{AFTER}Vì sao lãnh đạo tỉnh Bình Sơn họp bàn việc chuyển chợ chiều 28/11?",
    f"{AFTER}Lịch tuần: Chủ tịch tỉnh Bình Sơn họp báo về kênh mới ngày 28/11.",
    f"{AFTER}Dân đòi Sở Y tế Bình Sơn họp báo về dịch sởi ngày 28/11.",
    f"{AFTER}Cáo trạng nêu Giám đốc Sở Y tế Bình Sơn họp bàn cách chia tiền hôm 28/11/2009.",
    # a day that is yet to come; one that was put off
    f"{AFTER}Lãnh đạo tỉnh Bình Sơn họp bàn việc chuyển chợ vào chiều mai, ngày 28/11.",
    f"{AFTER}Lãnh đạo tỉnh Bình Sơn họp bàn việc chuyển chợ, rồi hoãn đến sáng 28/11.",
    # told as not done, or as having failed
    "Đất bán\n\nÔng Lê Văn Tám, Chánh Văn phòng, cho biết không có chuyện sáng 9/4, Sở Y tế đã chủ trì cuộc họp kín.",
    "Họp thủy nông\n\nÔng Lê Văn Tám, Chủ tịch xã, cho biết chiều 3/5 xã vừa tổ chức họp nhưng không ai đến.",
    "Đất bán\n\nÔng Lê Văn Tám phủ nhận việc sáng 9/4, Sở Y tế tổ chức cuộc họp kín về đất.",
    "Đất bán\n\nCó tin đồn rằng sáng 9/4, Sở Y tế đã tổ chức cuộc họp kín về đất.",
    f"{AFTER}Lãnh đạo tỉnh Bình Sơn họp bàn việc chuyển chợ chiều 28/11 là tin đồn.",
    f"{AFTER}Trong phim, Chủ tịch tỉnh Bình Sơn họp báo về lũ ngày 28/11.",
    f"{AFTER}Giá mà lãnh đạo tỉnh Bình Sơn họp bàn việc chuyển chợ chiều 28/11.",
    # families and friends; trials; stories
    "Vui\n\nTối 28/11, ông Lê Văn Tám tổ chức bữa tiệc cưới cho con tại Hà Nội.",
    "Vui\n\nTối 28/11, ông Lê Văn Tám tham dự buổi tiệc sinh nhật của bạn rồi gây tai nạn.",
    "Án\n\nSáng 28/11, Tòa án nhân dân tỉnh Bình Sơn tổ chức phiên tranh luận vụ giết người.",
    'Sách\n\n"Mai trồng lại", ông Lê Văn Tám nói tại một cuộc họp báo tưởng tượng trong truyện.',
]  # fmt: skip


@pytest.mark.parametrize("text", UNTRUE)
def test_what_is_denied_doubted_invented_or_private_is_no_gathering(text: str) -> None:
    assert events(text) == ()


HELD = [
    (f"{AFTER}Giám đốc Sở Du lịch tỉnh Bình Sơn họp báo về lễ hội ngày 28/11.", "họp báo về lễ hội"),
    (f"{AFTER}Chủ tịch UBND xã Nghi Thủy Hứa Thị Mơ họp bàn việc chuyển chợ chiều 28/11.", "họp bàn việc chuyển chợ"),
    (f"{AFTER}Sáng 28/11, Sở Y tế tổ chức họp báo bác tin đồn về dịch sởi.", "họp báo bác tin đồn về dịch sởi"),
    (
        "Ông Lê Văn Tám bác bỏ tin đồn về dịch sởi tại cuộc họp báo của Sở Y tế chiều 28/11.",
        "cuộc họp báo của Sở Y tế",
    ),
    ("Để dập tin đồn, sáng 28/11, Sở Y tế tổ chức họp báo về dịch sởi.", "họp báo về dịch sởi"),
    ("Tối 28/11, ông Lê Văn Tám dự buổi tiệc chào mừng đoàn Peru.", "buổi tiệc chào mừng đoàn Peru"),
    ("Sáng 28/11, Viện Văn tổ chức hội thảo về nhân vật hư cấu.", "hội thảo về nhân vật hư cấu"),
    ("Sáng 28/11, Sở Y tế tổ chức hội nghị tổng kết, nhưng không có ai vắng mặt.", "hội nghị tổng kết"),
    ("Sáng 28/11, Tòa án nhân dân tỉnh Bình Sơn tổ chức hội nghị tổng kết.", "hội nghị tổng kết"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), HELD)
def test_words_of_doubt_about_something_else_deny_no_gathering(text: str, name: str) -> None:
    (event,) = events(text)
    assert (event.name, event.date) == (name, "--11-28")


BESIDE = [
    "Theo bản tin sai sự thật của một tờ báo, Tổng thống Peru Carlos Vega đã gặp Thủ tướng Nepal Hari Thapa.",
    "Không có chuyện sáng 9/4, Sở Y tế đã tổ chức cuộc họp kín về đất.",
    '"Mai trồng lại", ông Đỗ Văn Rạng nói tại một cuộc họp báo tưởng tượng trong truyện.',
    "Năm 1945, ông Đỗ Văn Rạng đã dự hội nghị ở Sơn La.",
]


@pytest.mark.parametrize("text", BESIDE)
def test_what_is_untrue_or_long_ago_leaves_the_gathering_of_the_report_as_it_is(text: str) -> None:
    (event,) = events(MAIN + text)
    assert (event.name, event.place) == ("hội nghị tổng kết công tác giữ rừng", "Hà Nội")
    assert roles(event) == {("Lê Văn Tám", "chair")}


def test_a_parade_of_long_ago_is_not_that_of_today() -> None:
    (event,) = events(
        "Duyệt binh\n\nSáng 9/5, Bộ Quốc phòng Peru tổ chức lễ duyệt binh. Năm 1945, ông Lê Văn Tám đã dự lễ duyệt "
        "binh ở Điện Biên."
    )
    assert (event.place, event.roles) == (None, ())
