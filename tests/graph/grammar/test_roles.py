"""Roles: who chaired, opened, reported, received, spoke, in every order the genre uses, and who did not."""

import pytest

from graph.grammar.events.events import find_events
from graph.grammar.people.persons import find_people
from graph.grammar.text.layout import analyse
from graph.mention import EventMention, RoleMention
from graph.source import Source

HEAD = (
    "Bắc Giang tổng kết công tác dân vận\n\nNgày 12/5/2021, tại thành phố Bắc Giang, UBND tỉnh Bắc Giang tổ chức "
    "hội nghị tổng kết công tác dân vận năm 2020. "
)


def told(body: str) -> tuple[EventMention, ...]:
    document = analyse(Source.from_text("t", HEAD + body))
    return find_events(document, find_people(document))


def roles(body: str, event: int = 0) -> list[RoleMention]:
    return list(told(body)[event].roles)


def short(found: list[RoleMention]) -> str:
    """Write "Bình:chair Hoa:attend"; "?" after an ambiguous role."""
    return " ".join(f"{r.person.split()[-1]}:{r.role}{'?' if r.certainty == 'ambiguous' else ''}" for r in found)


BINH = "đồng chí Trần Văn Bình, Phó Chủ tịch UBND tỉnh"
HOA = "đồng chí Lê Thị Hoa, Trưởng Ban Dân vận Tỉnh ủy"
SAU = "đồng chí Ngô Văn Sáu, Giám đốc Sở Nội vụ"

SAID = [
    # before the verb
    (f"Đ{BINH[1:]} chủ trì hội nghị.", "Bình:chair"),
    (f"Đ{BINH[1:]} và {HOA} đồng chủ trì.", "Bình:chair Hoa:chair"),
    ("Các đồng chí Trần Văn Bình, Lê Thị Hoa, Ngô Văn Sáu chủ trì hội nghị.", "Bình:chair Hoa:chair Sáu:chair"),
    (f"Hội nghị do {BINH} và {HOA} đồng chủ trì.", "Bình:chair Hoa:chair"),
    (f"Tại điểm cầu tỉnh có {HOA} chủ trì; cùng dự có {SAU}.", "Hoa:chair Sáu:attend"),
    (f"Đ{BINH[1:]} dự, phát biểu chỉ đạo; {SAU} chủ trì hội nghị.", "Bình:direct Sáu:chair"),
    (f"Đ{BINH[1:]} phát biểu khai mạc và điều hành hội nghị.", "Bình:open Bình:chair"),
    # after it
    ("Chủ trì hội nghị có các đồng chí: Trần Văn Bình, Phó Chủ tịch UBND tỉnh; Lê Thị Hoa, Trưởng Ban Dân vận Tỉnh ủy.",
     "Bình:chair Hoa:chair"),
    (f"Chủ tọa hội nghị: {BINH}; {HOA}.", "Bình:chair Hoa:chair"),
    (f"Tham dự hội nghị, về phía Trung ương có {BINH}; về phía tỉnh có {HOA}; {SAU}; cùng lãnh đạo các sở.",
     "Bình:attend Hoa:attend Sáu:attend"),
    (f"Tới dự và chỉ đạo có {BINH}. Cùng dự có {HOA}.", "Bình:direct Hoa:attend"),
    (f"Tham gia phát biểu tại hội nghị có {BINH}; {HOA}.", "Bình:speak Hoa:speak"),
    # introduced by it, under it
    (f"Kết luận hội nghị, {BINH} giao các sở thực hiện.", "Bình:conclude"),
    (f"Báo cáo tại hội nghị, {SAU} cho biết cả tỉnh có 200 mô hình.", "Sáu:report"),
    (f"Trong lời khai mạc, {HOA} nêu rõ mục đích.", "Hoa:open"),
    (f"Dưới sự chủ trì của {BINH}, hội nghị đã thảo luận.", "Bình:chair"),
    (f"Hội nghị có sự tham dự của các đồng chí: {BINH[9:]}; {HOA[9:]}.", "Bình:attend Hoa:attend"),
    (f"Báo cáo do {SAU} trình bày nêu rõ kết quả.", "Sáu:report"),
    # awards
    (f"Thừa ủy quyền của Chủ tịch nước, {BINH} trao Huân chương Lao động cho {HOA}.", "Bình:award Hoa:receive"),
    (f"Đ{HOA[1:]} và 5 cá nhân được Chủ tịch UBND tỉnh tặng Bằng khen.", "Hoa:receive"),
    (f"Đ{BINH[1:]} trao Giấy khen cho 5 tập thể; {HOA} trao Giấy khen cho 8 cá nhân.", "Bình:award Hoa:award"),
    # saying
    (f"Đ{SAU[1:]} cho rằng cần gần dân hơn.", "Sáu:speak"),
    (f"Theo {SAU}, cần gần dân hơn.", "Sáu:speak"),
    (f"Đ{BINH[1:]}, thay mặt Tỉnh ủy, HĐND tỉnh ghi nhận kết quả.", "Bình:speak"),
    (f"Chủ trì hội nghị, {BINH} nhấn mạnh vai trò cơ sở.", "Bình:chair Bình:speak"),
    (f"Sau khi nghe các ý kiến, {BINH} kết luận: các cấp phải gần dân.", "Bình:conclude"),
    (f"Đ{BINH[1:]} chủ trì hội nghị. Kết thúc hội nghị, đồng chí Trần Văn Bình yêu cầu các sở vào cuộc.",
     "Bình:chair Bình:conclude"),
    (f"Đ{BINH[1:]} tiếp thu các ý kiến và bế mạc hội nghị.", "Bình:conclude"),
    (f"Diễn văn khai mạc của {HOA} nêu rõ mục đích.", "Hoa:open"),
    ("Ông Lý Văn Sáu (xã Đông) và bà Hà Thị Bảy (xã Đoài) kể lại cách làm.", "Sáu:speak Bảy:speak"),
    ("Ba điển hình báo cáo tham luận là: ông Lý Văn Sáu (xã Đông) với mô hình nuôi cá; bà Hà Thị Bảy.",
     "Sáu:speak Bảy:speak"),
    (f"Hội nghị còn có sự tham gia của {BINH}, {HOA}.", "Bình:attend Hoa:attend"),
    (f"Ủy ban MTTQ tỉnh tặng Bằng khen cho {SAU}.", "Sáu:receive"),
    (f"Tại hội nghị, {BINH} và {HOA} đã ký giao ước.", "Bình:attend Hoa:attend"),
    # beside it: there, but not said at it
    (f"Trao đổi với phóng viên bên lề hội nghị, {SAU} cho biết sẽ tinh giản biên chế.", "Sáu:attend"),
    # captions
    (f"{BINH[9:]} phát biểu tại hội nghị", "Bình:speak"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), SAID)
def test_a_role_is_read_in_every_order(body: str, expected: str) -> None:
    assert short(roles(body)) == expected


NOT_SAID = [
    f"Trong thời gian tới, {BINH} sẽ chủ trì hội nghị sơ kết.",
    f"Tuần tới, Bộ Nội vụ sẽ tổ chức hội nghị trực tuyến do {BINH} chủ trì.",
    f"UBND tỉnh giao {SAU} chủ trì, phối hợp với các sở xây dựng đề án.",
    f"Đ{SAU[1:]} được giao chủ trì xây dựng đề án.",
    f"Ban tổ chức đã mời {BINH} chỉ đạo hội nghị.",
    f"Đ{BINH[1:]} chưa dự hội nghị.",
    f"Năm 2018, {BINH} từng chủ trì hội nghị sơ kết chuyên đề này.",
    f"Đoàn đã thăm dự án do {SAU} giới thiệu với bà con.",
    f"Hội nghị đã bầu {SAU} giữ chức Chủ tịch Hội.",
    f"Công ty dưới sự điều hành của {SAU} đã làm tốt.",
    f"Nhắc lại phát biểu của {BINH}: “Gần dân”, các đại biểu ra về.",
]


@pytest.mark.parametrize("body", NOT_SAID)
def test_plans_tasks_and_words_from_elsewhere_give_no_role(body: str) -> None:
    assert short(roles(body)) == ""


def test_a_shared_attend_and_chair_leaves_the_second_open() -> None:
    found = roles(f"Dự và chủ trì hội nghị có {BINH}; {HOA}; đại diện các sở.")
    assert short(found) == "Bình:chair Hoa:chair?"
    assert found[0].cue == "chủ trì"


def test_what_one_person_is_told_to_have_said_gives_that_one_no_role() -> None:
    assert short(roles(f"Đ{SAU[1:]} cho biết, {BINH} đã yêu cầu các huyện báo cáo.")) == "Sáu:speak"


def test_the_one_in_whose_name_somebody_acts_is_kept() -> None:
    (role,) = roles(f"Thay mặt Ban Thường vụ Tỉnh ủy, {BINH} phát biểu chỉ đạo hội nghị.")
    assert (role.role, role.on_behalf_of) == ("direct", ("Ban Thường vụ Tỉnh ủy",))


def test_a_second_gathering_has_its_own_people() -> None:
    body = f"Chiều cùng ngày, Sở Nội vụ tổ chức hội thảo về cải cách hành chính. Đ{SAU[1:]} chủ trì. {HOA} đến dự."
    assert short(roles(body)) == ""
    assert short(roles(body, 1)) == "Sáu:chair Hoa:attend"


def test_the_stronger_role_stands_alone() -> None:
    body = f"Dự hội nghị có {BINH}. Phát biểu chỉ đạo, đồng chí Trần Văn Bình nhấn mạnh ba việc."
    assert short(roles(body)) == "Bình:direct"


def test_host_and_guest_of_a_reception_attend_it() -> None:
    told_of = told("Cùng ngày, đồng chí Trần Văn Bình, Phó Chủ tịch UBND tỉnh đã tiếp ông Khăm Phết, Phó Tỉnh trưởng.")
    assert [short(list(e.roles)) for e in told_of] == ["", "Bình:attend Phết:attend"]


def test_every_role_opens_words_with_the_person_and_the_cue() -> None:
    text = HEAD + f"Phát biểu kết luận hội nghị, {BINH} biểu dương các xã."
    document = analyse(Source.from_text("t", text))
    (event,) = find_events(document, find_people(document))
    words = document.words(event.roles[0].evidence[0].span)
    assert words.startswith("Phát biểu kết luận") and "Trần Văn Bình" in words
