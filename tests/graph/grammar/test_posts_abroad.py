"""Offices of other countries: heads of state and government, ministries, envoys, officers, mayors, firms."""

import pytest

from graph.grammar.people.persons import find_people
from graph.grammar.text.layout import analyse
from graph.source import Source
from tests.graph.grammar.people_read import people_in

HEAD = "Tin trong ngày\n\n"
TAIL = "\n\nHội nghị diễn ra tại trụ sở, các đại biểu thảo luận nhiều nội dung.\n"

ABROAD = [
    ("Lãnh đạo Catalonia Jordi Ferrer từ chối dừng chiến dịch.", {"Jordi Ferrer": ["Lãnh đạo @ Catalonia"]}),
    ("Lãnh đạo Triều Tiên Kim Jong-nam thăm nhà máy.", {"Kim Jong-nam": ["Lãnh đạo @ Triều Tiên"]}),
    ("Nhà lãnh đạo Triều Tiên Kim Jong-nam thăm nhà máy.", {"Kim Jong-nam": ["Nhà lãnh đạo @ Triều Tiên"]}),
    ("Nhà lãnh đạo Nga Viktor Petrov cho biết.", {"Viktor Petrov": ["Nhà lãnh đạo @ Nga"]}),
    ("Lãnh tụ tối cao Iran Ali Rezaei phát biểu hôm 3/4.", {"Ali Rezaei": ["Lãnh tụ tối cao @ Iran"]}),
    ("Lãnh đạo đa số tại Hạ viện Peter Miller có mặt.", {"Peter Miller": ["Lãnh đạo đa số @ Hạ viện"]}),
    ("Lãnh đạo phe đa số Thượng viện Mỹ Peter Miller nói.", {"Peter Miller": ["Lãnh đạo phe đa số @ Thượng viện Mỹ"]}),
    ("Ông Peter Miller, Lãnh đạo đa số Hạ viện, nói.", {"Peter Miller": ["Lãnh đạo đa số @ Hạ viện"]}),
    ("Lãnh đạo phe thiểu số Hạ viện Mỹ Anna Carter phản đối.", {"Anna Carter": ["Lãnh đạo phe thiểu số @ Hạ viện Mỹ"]}),
    ("Chủ tịch Hạ viện Mỹ Anna Carter thăm Tokyo.", {"Anna Carter": ["Chủ tịch @ Hạ viện Mỹ"]}),
    ("Bà Anna Carter, Chủ tịch Hạ viện Mỹ, thăm Tokyo.", {"Anna Carter": ["Chủ tịch @ Hạ viện Mỹ"]}),
    (
        "người phát ngôn của Tổng thống Nga, ông Oleg Ivanov, nói với báo giới.",
        {"Oleg Ivanov": ["Người phát ngôn @ Tổng thống Nga"]},
    ),
    (
        "Người phát ngôn Tổng thống Nga Oleg Ivanov nói với báo giới.",
        {"Oleg Ivanov": ["Người phát ngôn @ Tổng thống Nga"]},
    ),
    ("Người phát ngôn Điện Kremlin Oleg Ivanov nói với báo giới.", {"Oleg Ivanov": ["Người phát ngôn @ Điện Kremlin"]}),
    ("Phát ngôn viên Nhà Trắng Mary Cooper cho biết.", {"Mary Cooper": ["Phát ngôn viên @ Nhà Trắng"]}),
    (
        "Nữ phát ngôn viên Bộ Ngoại giao Nga Olga Ivanova cho biết.",
        {"Olga Ivanova": ["Phát ngôn viên @ Bộ Ngoại giao Nga"]},
    ),
    ("Người phát ngôn Bộ Ngoại giao Mỹ Mary Cooper cho biết.", {"Mary Cooper": ["Người phát ngôn @ Bộ Ngoại giao Mỹ"]}),
    (
        "Phát ngôn viên Bộ Quốc phòng Nga, thiếu tướng Igor Sokolov, khẳng định.",
        {"Igor Sokolov": ["Thiếu tướng", "Phát ngôn viên @ Bộ Quốc phòng Nga"]},
    ),
    ("Phát ngôn viên quân đội Philippines Jose Ramos nói.", {"Jose Ramos": ["Phát ngôn viên @ quân đội Philippines"]}),
    ("Phát ngôn viên cảnh sát London Mark Hill nói.", {"Mark Hill": ["Phát ngôn viên @ cảnh sát London"]}),
    ("Người phát ngôn Liên Hợp Quốc Stephane Martin nói.", {"Stephane Martin": ["Người phát ngôn @ Liên Hợp Quốc"]}),
    (
        "Bộ trưởng Tình trạng Khẩn cấp Nga Igor Sokolov báo cáo.",
        {"Igor Sokolov": ["Bộ trưởng @ Bộ Tình trạng Khẩn cấp Nga"]},
    ),
    ("Bộ trưởng Quốc phòng Mỹ James Cooper tới Seoul.", {"James Cooper": ["Bộ trưởng @ Bộ Quốc phòng Mỹ"]}),
    ("Bộ trưởng Ngân khố Úc Paul Harris nói.", {"Paul Harris": ["Bộ trưởng @ Bộ Ngân khố Úc"]}),
    ("Bộ trưởng An ninh Nội địa Mỹ Paul Harris nói.", {"Paul Harris": ["Bộ trưởng @ Bộ An ninh Nội địa Mỹ"]}),
    ("Bộ trưởng Thống nhất Hàn Quốc Park Min-ho nói.", {"Park Min-ho": ["Bộ trưởng @ Bộ Thống nhất Hàn Quốc"]}),
    ("Bộ trưởng Dầu mỏ Iran Hassan Karimi nói.", {"Hassan Karimi": ["Bộ trưởng @ Bộ Dầu mỏ Iran"]}),
    ("Bộ trưởng Nội vụ Anh Amber Green từ chức.", {"Amber Green": ["Bộ trưởng @ Bộ Nội vụ Anh"]}),
    ("Bộ trưởng Thương mại Mỹ Wilbur Grant nói.", {"Wilbur Grant": ["Bộ trưởng @ Bộ Thương mại Mỹ"]}),
    ("Bộ trưởng Tài chính Pháp Paul Dupont nói.", {"Paul Dupont": ["Bộ trưởng @ Bộ Tài chính Pháp"]}),
    (
        "Bộ trưởng Ngoại giao Trung Quốc Lý Kiến Quốc tới Manila.",
        {"Lý Kiến Quốc": ["Bộ trưởng @ Bộ Ngoại giao Trung Quốc"]},
    ),
    (
        "Bộ trưởng Năng lượng Saudi Arabia Khalid Al-Nasser nói.",
        {"Khalid Al-Nasser": ["Bộ trưởng @ Bộ Năng lượng Saudi Arabia"]},
    ),
    ("Bộ trưởng Nhập cư Úc Peter Harris nói.", {"Peter Harris": ["Bộ trưởng @ Bộ Nhập cư Úc"]}),
    ("Bộ trưởng Tư pháp Mỹ Jeff Harris nói.", {"Jeff Harris": ["Bộ trưởng @ Bộ Tư pháp Mỹ"]}),
    ("Bộ trưởng Giao thông Malaysia Anthony Tan nói.", {"Anthony Tan": ["Bộ trưởng @ Bộ Giao thông Malaysia"]}),
    ("Bộ trưởng Y tế Đức Jens Weber nói.", {"Jens Weber": ["Bộ trưởng @ Bộ Y tế Đức"]}),
    (
        "Isaac Banda, đại sứ Zambia tại Nam Phi, bác bỏ thông tin trên.",
        {"Isaac Banda": ["Đại sứ @ Zambia tại Nam Phi"]},
    ),
    (
        "Ông Isaac Banda, đại sứ Zambia tại Nam Phi, bác bỏ thông tin trên.",
        {"Isaac Banda": ["Đại sứ @ Zambia tại Nam Phi"]},
    ),
    ("Đại sứ Zambia tại Nam Phi Isaac Banda bác bỏ thông tin trên.", {"Isaac Banda": ["Đại sứ @ Zambia tại Nam Phi"]}),
    ("Đại sứ Nga tại Liên Hợp Quốc Oleg Ivanov nói.", {"Oleg Ivanov": ["Đại sứ @ Nga tại Liên Hợp Quốc"]}),
    ("Phó đại sứ Nga tại Liên Hợp Quốc Oleg Ivanov nói.", {"Oleg Ivanov": ["Phó đại sứ @ Nga tại Liên Hợp Quốc"]}),
    (
        "Phó đại diện thường trực của Nga tại LHQ Oleg Ivanov nói.",
        {"Oleg Ivanov": ["Phó đại diện thường trực @ Nga tại LHQ"]},
    ),
    (
        "Đại diện thường trực Việt Nam tại Liên Hợp Quốc Trần Văn Khôi phát biểu.",
        {"Trần Văn Khôi": ["Đại diện thường trực @ Việt Nam tại Liên Hợp Quốc"]},
    ),
    ("Đại diện Thương mại Mỹ Robert Lane nói.", {"Robert Lane": ["Đại diện Thương mại @ Mỹ"]}),
    ("chỉ huy quân đội Zambia Joseph Phiri dọa can thiệp.", {"Joseph Phiri": ["Chỉ huy @ quân đội Zambia"]}),
    ("Tư lệnh lục quân Ấn Độ Rajesh Kumar nói.", {"Rajesh Kumar": ["Tư lệnh @ lục quân Ấn Độ"]}),
    ("Tư lệnh quân đội Thái Lan Somchai Prasert nói.", {"Somchai Prasert": ["Tư lệnh @ quân đội Thái Lan"]}),
    ("Tổng tư lệnh quân đội Myanmar Aung Zaw nói.", {"Aung Zaw": ["Tổng tư lệnh @ quân đội Myanmar"]}),
    (
        "Chỉ huy Bộ Tư lệnh Thái Bình Dương Mỹ Harry Cole nói.",
        {"Harry Cole": ["Chỉ huy @ Bộ Tư lệnh Thái Bình Dương Mỹ"]},
    ),
    ("Cảnh sát trưởng Catalonia Jordi Ferrer đã bị bắt.", {"Jordi Ferrer": ["Cảnh sát trưởng @ Catalonia"]}),
    ("Phó cảnh sát trưởng Peter King bào chữa.", {"Peter King": ["Phó cảnh sát trưởng @ None"]}),
    ("Cảnh sát trưởng hạt Orange Peter King nói.", {"Peter King": ["Cảnh sát trưởng @ hạt Orange"]}),
    ("Thống đốc bang California Peter King nói.", {"Peter King": ["Thống đốc @ bang California"]}),
    ("Thống đốc California Peter King nói.", {"Peter King": ["Thống đốc @ California"]}),
    ("Thị trưởng New York Peter King nói.", {"Peter King": ["Thị trưởng @ New York"]}),
    ("Thị trưởng London Peter King nói.", {"Peter King": ["Thị trưởng @ London"]}),
    ("Thị trưởng thành phố Davao Peter King nói.", {"Peter King": ["Thị trưởng @ thành phố Davao"]}),
    ("Thượng nghị sỹ Cory Baker dự họp.", {"Cory Baker": ["Thượng nghị sỹ @ None"]}),
    ("Thượng nghị sĩ Mỹ Cory Baker dự họp.", {"Cory Baker": ["Thượng nghị sĩ @ Mỹ"]}),
    ("Thượng nghị sĩ đảng Dân chủ Cory Baker dự họp.", {"Cory Baker": ["Thượng nghị sĩ @ đảng Dân chủ"]}),
    ("Nghị sĩ Cộng hòa Cory Baker dự họp.", {"Cory Baker": ["Nghị sĩ @ Cộng hòa"]}),
    ("Hạ nghị sĩ bang Texas Cory Baker dự họp.", {"Cory Baker": ["Hạ nghị sĩ @ bang Texas"]}),
    ("Trợ lý Ngoại trưởng Mỹ Daniel Cole thăm Hà Nội.", {"Daniel Cole": ["Trợ lý Ngoại trưởng @ Mỹ"]}),
    ("Ngoại trưởng Mỹ Michael Cole thăm Hà Nội.", {"Michael Cole": ["Ngoại trưởng @ Mỹ"]}),
    ("Phó tổng thống bị sa thải Joseph Phiri đã bỏ trốn.", {"Joseph Phiri": ["Phó tổng thống @ None (nguyên)"]}),
    ("tổng thống Ukraine thân Nga Viktor Bondar bị lật đổ.", {"Viktor Bondar": ["Tổng thống @ Ukraine"]}),
    ("Tổng thống đắc cử Mỹ Peter King chọn nội các.", {"Peter King": ["Tổng thống đắc cử @ Mỹ"]}),
    ("Tổng thống mới đắc cử của Pháp Paul Dupont nói.", {"Paul Dupont": ["Tổng thống @ Pháp"]}),
    ("Tổng thống HILDA NELSON trả lời phỏng vấn.", {"Hilda Nelson": ["Tổng thống @ None"]}),
    (
        "Tổng thống Cộng hoà quốc đảo Palau Hilda Nelson công bố.",
        {"Hilda Nelson": ["Tổng thống @ Cộng hoà quốc đảo Palau"]},
    ),
    ("Tổng thống Cộng hòa Trung Phi Hilda Nelson công bố.", {"Hilda Nelson": ["Tổng thống @ Cộng hòa Trung Phi"]}),
    ("Tổng thống quần đảo Marshall Hilda Nelson công bố.", {"Hilda Nelson": ["Tổng thống @ quần đảo Marshall"]}),
    ("Thủ tướng Đảo quốc Tonga Hilda Nelson công bố.", {"Hilda Nelson": ["Thủ tướng @ Chính phủ Đảo quốc Tonga"]}),
    ("Thủ tướng Papua New Guinea Peter Nelson nói.", {"Peter Nelson": ["Thủ tướng @ Chính phủ Papua New Guinea"]}),
    ("Thủ tướng New Zealand Jane Nelson nói.", {"Jane Nelson": ["Thủ tướng @ Chính phủ New Zealand"]}),
    (
        "Thủ tướng Canada Peter King và Thủ tướng Úc Mark Hill hội đàm.",
        {"Peter King": ["Thủ tướng @ Chính phủ Canada"], "Mark Hill": ["Thủ tướng @ Chính phủ Úc"]},
    ),
    ("Quốc vương Brunei Hassan Karim thăm Hà Nội.", {"Hassan Karim": ["Quốc vương @ Brunei"]}),
    ("Nhà vua Thái Lan Somchai Prasert qua đời.", {"Somchai Prasert": ["Nhà vua @ Thái Lan"]}),
    ("Thái tử Saudi Arabia Khalid bin Nasser thăm Nhật.", {"Khalid bin Nasser": ["Thái tử @ Saudi Arabia"]}),
    ("Cố vấn cấp cao Nhà Trắng John Cole nói.", {"John Cole": ["Cố vấn cấp cao @ Nhà Trắng"]}),
    ("Tổng thư ký NATO John Cole nói.", {"John Cole": ["Tổng thư ký @ NATO"]}),
    ("Tổng thư ký Liên Hợp Quốc John Cole nói.", {"John Cole": ["Tổng thư ký @ Liên Hợp Quốc"]}),
    ("Tổng thư ký ASEAN John Cole nói.", {"John Cole": ["Tổng thư ký @ ASEAN"]}),
    ("Chủ tịch Ủy ban châu Âu Jean Dupont nói.", {"Jean Dupont": ["Chủ tịch @ Ủy ban châu Âu"]}),
    ("Chủ tịch Hội đồng châu Âu Jean Dupont nói.", {"Jean Dupont": ["Chủ tịch @ Hội đồng châu Âu"]}),
    ("Chủ tịch Trung Quốc Lý Kiến Quốc nói.", {"Lý Kiến Quốc": ["Chủ tịch @ Trung Quốc"]}),
    ("Giám đốc CIA Mike Cole nói.", {"Mike Cole": ["Giám đốc @ CIA"]}),
    ("Giám đốc FBI Mike Cole bị sa thải.", {"Mike Cole": ["Giám đốc @ FBI"]}),
    (
        "Giám đốc Cơ quan Tình báo Trung ương Mỹ Mike Cole bị sa thải.",
        {"Mike Cole": ["Giám đốc @ Cơ quan Tình báo Trung ương Mỹ"]},
    ),
    ("Chủ tịch Cục Dự trữ liên bang Mỹ Janet Cole nói.", {"Janet Cole": ["Chủ tịch @ Cục Dự trữ liên bang Mỹ"]}),
    ("Pony Chen - nhà sáng lập Tập đoàn Sunrise - dự lễ.", {"Pony Chen": ["Nhà sáng lập @ Tập đoàn Sunrise"]}),
    ("Cựu Tổng thống Mỹ Peter King nói.", {"Peter King": ["Tổng thống @ Mỹ (nguyên)"]}),
    ("cựu bộ trưởng quốc phòng Mỹ Peter King nói.", {"Peter King": ["Bộ trưởng @ Bộ quốc phòng Mỹ (nguyên)"]}),
    (
        "Tổng thống Mỹ Peter King và người đồng cấp Nga Viktor Petrov hội đàm.",
        {"Peter King": ["Tổng thống @ Mỹ"], "Viktor Petrov": ["Tổng thống @ Nga"]},
    ),
    (
        "Tổng thống Peter King (Mỹ) và Tổng thống Viktor Petrov (Nga) hội đàm.",
        {"Peter King": ["Tổng thống @ Mỹ"], "Viktor Petrov": ["Tổng thống @ Nga"]},
    ),
    (
        "Ngoại trưởng Mỹ John Cole điện đàm với người đồng cấp Nga Viktor Petrov.",
        {"John Cole": ["Ngoại trưởng @ Mỹ"], "Viktor Petrov": ["Ngoại trưởng @ Nga"]},
    ),
    ("Ông Peter King, chủ tịch đảng Dân chủ, nói.", {"Peter King": ["Chủ tịch @ đảng Dân chủ"]}),
    ("Thủ tướng lâm thời Pakistan Hassan Karim nói.", {"Hassan Karim": ["Thủ tướng lâm thời @ Chính phủ Pakistan"]}),
    ("quyền Tổng thống Hàn Quốc Hwang Min-ho nói.", {"Hwang Min-ho": ["Quyền Tổng thống @ Hàn Quốc"]}),
    ("Quyền Ngoại trưởng Mỹ John Cole nói.", {"John Cole": ["Quyền Ngoại trưởng @ Mỹ"]}),
    ("Thủ tướng Đức, bà Angela Weber, nói.", {"Angela Weber": ["Thủ tướng @ Chính phủ Đức"]}),
    ("Thủ tướng Đức - bà Angela Weber - nói.", {"Angela Weber": ["Thủ tướng @ Chính phủ Đức"]}),
    (
        "Bộ trưởng Nông nghiệp, Lâm nghiệp và Thủy sản Nhật Bản Kenji Tanaka nói.",
        {"Kenji Tanaka": ["Bộ trưởng @ Bộ Nông nghiệp, Lâm nghiệp và Thủy sản Nhật Bản"]},
    ),
    (
        "Bộ trưởng Kinh tế, Thương mại và Công nghiệp Nhật Bản Kenji Tanaka nói.",
        {"Kenji Tanaka": ["Bộ trưởng @ Bộ Kinh tế, Thương mại và Công nghiệp Nhật Bản"]},
    ),
    (
        "Phó thủ tướng kiêm Bộ trưởng Quốc phòng Thái Lan Prasert Wong nói.",
        {"Prasert Wong": ["Phó thủ tướng @ Chính phủ Thái Lan", "Bộ trưởng @ Bộ Quốc phòng Thái Lan"]},
    ),
    ("Chủ tịch Quốc hội Lào Khamphan Sisavath thăm Hà Nội.", {"Khamphan Sisavath": ["Chủ tịch @ Quốc hội Lào"]}),
]


@pytest.mark.parametrize(("text", "expected"), ABROAD)
def test_offices_abroad(text: str, expected: dict[str, list[str]]) -> None:
    assert {name: posts for name, posts in people_in(HEAD + text + TAIL).items() if posts} == expected


NOBODYS = [
    "Lãnh đạo Bộ Công an Nguyễn dự họp.",
    "Lãnh đạo Triều Tiên và lãnh đạo Hàn Quốc gặp nhau.",
    "Lực lượng này do quân đội chỉ huy, chỉ huy quân đội Mỹ xác nhận.",
    "Theo Wall Street Journal, Thủ tướng Anh sẽ từ chức.",
    "Tờ Washington Post, Tổng thống Mỹ nói, đưa tin sai.",
    "Tại Kuala Lumpur, Thủ tướng Malaysia tiếp đoàn.",
    "Ông ở Texas, Thống đốc bang Texas đã về.",
]


@pytest.mark.parametrize("text", NOBODYS)
def test_nobody_holds_these(text: str) -> None:
    assert not any(people_in(HEAD + text + TAIL).values())


# Two districts whose names begin like a country, brackets that are no part of a body, counterparts of others, stories.
BESIDE = [
    ("Lãnh đạo Nga Sơn Phạm Văn Khoa đến thăm.", {}),
    ("Lãnh đạo Anh Sơn Phạm Văn Khoa đến thăm.", {}),
    ("Lãnh đạo Anh Peter Nelson đến thăm.", {"Peter Nelson": ["Lãnh đạo @ Anh"]}),
    ("Bí thư Nga Sơn Phạm Văn Khoa đến thăm.", {"Phạm Văn Khoa": ["Bí thư @ Nga Sơn"]}),
    ("Chủ tịch UBND xã Mơ Hạ (bìa trái) Phạm Văn Khoa dự.", {"Phạm Văn Khoa": ["Chủ tịch @ UBND xã Mơ Hạ"]}),
    ("Chủ tịch UBND xã Mơ Hạ (chồng bà Lụa) Phạm Văn Khoa dự.", {}),
    (
        "Chủ tịch UBND xã Mơ Hạ (huyện Mơ Sơn) Phạm Văn Khoa dự.",
        {"Phạm Văn Khoa": ["Chủ tịch @ UBND xã Mơ Hạ (huyện Mơ Sơn)"]},
    ),
    (
        "Chủ tịch VBA Phạm Văn Khoa khen huấn luyện viên giỏi hơn người tiền nhiệm Đỗ Văn Lương.",
        {"Phạm Văn Khoa": ["Chủ tịch @ VBA"]},
    ),
    (
        "Chủ tịch VBA Phạm Văn Khoa vừa nhậm chức, thay người tiền nhiệm Đỗ Văn Lương.",
        {"Phạm Văn Khoa": ["Chủ tịch @ VBA"], "Đỗ Văn Lương": ["Chủ tịch @ VBA (nguyên)"]},
    ),
    (
        "Ông Phạm Văn Khoa trở thành Chủ tịch VBA sau khi người tiền nhiệm Đỗ Văn Lương nghỉ hưu.",
        {"Phạm Văn Khoa": ["Chủ tịch @ VBA"], "Đỗ Văn Lương": ["Chủ tịch @ VBA (nguyên)"]},
    ),
    (
        "Phu nhân Tổng thống Nga Oleg Ivanov gặp người đồng cấp Chile Peter King.",
        {"Oleg Ivanov": ["Tổng thống @ Nga"]},
    ),
    (
        "Tổng thống Nga Oleg Ivanov cử đặc sứ gặp người đồng cấp Chile Peter King.",
        {"Oleg Ivanov": ["Tổng thống @ Nga"]},
    ),
    (
        "Cuộc hội đàm của Tổng thống Nga Oleg Ivanov với người đồng cấp Chile Peter King kết thúc.",
        {"Oleg Ivanov": ["Tổng thống @ Nga"], "Peter King": ["Tổng thống @ Chile"]},
    ),
    ("Nhân vật Thái tử Phạm Văn Khoa được yêu mến.", {}),
    ("Thủ tướng NATO PETER KING đến thăm.", {}),
    ("Đại diện Thương mại Mây Hồng đến thăm.", {}),
    ("Ông Robert Lane, Đại diện Thương mại Mỹ, đến thăm.", {"Robert Lane": ["Đại diện Thương mại @ Mỹ"]}),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE)
def test_only_whose_office_is_told(text: str, expected: dict[str, list[str]]) -> None:
    assert {name: posts for name, posts in people_in(HEAD + text + TAIL).items() if posts} == expected


def test_districts_are_no_part_of_a_name() -> None:
    assert "Sơn Phạm Văn Khoa" not in people_in(HEAD + "Lãnh đạo Anh Sơn Phạm Văn Khoa đến thăm." + TAIL)


def test_counterparts_quote_the_words_that_make_them() -> None:
    text = HEAD + "Tổng thống Nga Oleg Ivanov gặp người đồng cấp Chile Peter King." + TAIL
    document = analyse(Source.from_text("t", text))
    other = next(p for p in find_people(document).persons if p.name == "Peter King")
    quoted = [text[e.span.start : e.span.end] for e in other.posts[0].evidence]
    assert "người đồng cấp Chile" in quoted and "Tổng thống Nga" in quoted
