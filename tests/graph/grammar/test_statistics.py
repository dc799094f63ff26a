"""Figures: values, units, bounds, ranges, shares; dates, durations, names and legal numbers are none."""

import re

import pytest

from graph.grammar.documents.legal import find_legal
from graph.grammar.figures.statistics import find_statistics
from graph.grammar.text.layout import analyse
from graph.grammar.text.numbers import WORDS, count, value
from graph.mention import StatisticMention
from graph.source import Source
from ontology.vocabulary import Concept, scheme, scheme_names


def read(text: str) -> tuple[StatisticMention, ...]:
    document = analyse(Source.from_text("x", f"Tin hoạt động của huyện trong tuần\n\n{text}"))
    return find_statistics(document, find_legal(document))


@pytest.mark.parametrize(
    ("written", "number"),
    [("1.457", 1457), ("3,53", 3.53), ("12.5", 12.5), ("1.234.567,8", 1234567.8), ("98", 98), ("1.2.3", None)],
)
def test_numbers_as_vietnamese_writes_them(written: str, number: float | None) -> None:
    assert value(written) == number


def test_counts_in_words() -> None:
    assert (count("ba"), count("12")) == (3, 12)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nhân dân cung cấp trên 2.350 nguồn tin cho công an.", [(2350, "nguồn tin", "over")]),
        ("Xã vận động được 86,4 tỷ đồng, xây 12 căn nhà.", [(86.4, "tỷ đồng", None), (12, "căn nhà", None)]),
        ("Kinh phí chưa tới 4 triệu đồng mỗi năm.", [(4_000_000, "đồng", "under")]),
        ("Thu gần 27,6 kg heroin và khoảng 500 triệu USD.", [(27.6, "kg", "under"), (500e6, "USD", "about")]),
        ("Phạm pháp hình sự giảm 8,3% so với cùng kỳ.", [(8.3, "%", None)]),
        ("Ban chấp hành có 21 - 27 người, thường vụ không quá 7-9 người.",
         [(21, "người", None), (27, "người", None), (7, "người", "under"), (9, "người", "under")]),
        ("Đã có 11/11 huyện lập tổ công tác.", [(11, "huyện", None)]),
        ("Ảnh hưởng đến 20-30 triệu dân ven biển.", [(20e6, "dân", None), (30e6, "dân", None)]),
        ("Số lượng hợp tác xã của tỉnh tăng lên hơn 110.", [(110, "hợp tác xã", "over")]),
    ],
)  # fmt: skip
def test_figures(text: str, expected: list[tuple[float, str, str | None]]) -> None:
    assert [(s.value, s.unit, s.qualifier) for s in read(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 12-8, lúc 14h30, hội nghị lần thứ 3 khai mạc tại phòng 4, quận 12.",
        "Trong 5 năm qua và 6 tháng đầu năm 2019, khoá 14 đã họp.",
        "Anh Nam, 52 tuổi, bị phạt 90 triệu đồng.",
        "Theo Nghị định 17/2016/NĐ-CP và Chỉ thị số 5, phí tăng.",
        "Máy bay EC130 của Quân khu 3 bay theo quốc lộ 22 về Trung ương 6.",
        "Công an phường 5 và Ban Chỉ đạo 138 tỉnh họp năm 2018 - 2020.",
    ],
)
def test_numbers_that_are_no_figures(text: str) -> None:
    assert read(text) == ()


def test_what_is_counted_is_said() -> None:
    share, drop = read("Có 93,8% số xã đạt chuẩn an toàn, phạm pháp hình sự giảm 8,3%.")
    assert share.subject == "số xã đạt chuẩn an toàn" or "xã" in share.subject
    assert "phạm pháp hình sự" in drop.subject


def test_parts_of_a_whole() -> None:
    statistics = read("Toàn tỉnh có 1.276 mô hình, trong đó 214 mô hình của phụ nữ và 96 mô hình của nông dân.")
    assert [s.part_of for s in statistics] == [None, 0, 0]


def test_a_figure_told_twice_is_one_with_two_places() -> None:
    (statistic,) = read("Có 650 đại biểu dự hội nghị hôm nay.\n\nHơn 650 đại biểu dự hội nghị nghe báo cáo.")
    assert len(statistic.evidence) == 2
    assert statistic.qualifier == "over"


def test_the_period_of_a_figure() -> None:
    (statistic,) = read("Trong 6 tháng đầu năm 2019, tỉnh thu 120 tỷ đồng tiền thuế.")
    assert statistic.period == "6 tháng đầu năm 2019"


def test_a_measure_is_of_what_stands_before_it() -> None:
    assert [s.subject for s in read("Theo đó, tổng vốn của xã là 470 tỷ đồng.")] == ["tổng vốn của xã"]
    assert [s.subject for s in read("Dân quân vây bắt 14 người.")] == ["người Dân quân vây bắt"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ba lực lượng bắt 156 vụ/203 đối tượng trong quý.", [(156, "vụ"), (203, "đối tượng")]),
        ("Trước đây cần 3, 4 cán bộ, nay một.", [(3, "cán bộ"), (4, "cán bộ")]),
        ("Chi phí tăng từ 400 triệu tăng lên 6,7 tỷ đồng.", [(400e6, "đồng"), (6.7, "tỷ đồng")]),
        ("Kho có 3.500 bằng sáng chế và 120 số đăng ký thuốc.", [(3500, "bằng sáng chế"), (120, "số đăng ký")]),
        ("Đội xử lý 410 trường hợp, phạt tiền 4,3 tỷ đồng.", [(410, "trường hợp"), (4.3, "tỷ đồng")]),
        ("Thủ tục mất khoảng 800 ngày; CPI bình quân 6 tháng đầu năm ổn định.", [(800, "ngày")]),
        ("Bị can Lê Văn Tám khai đã nhận hối lộ 3 tỷ đồng và 2 căn nhà.", []),
        ("Tính đến 25/9 toàn xã có 57 ca mắc, bằng 1/6 mức chung.", [(57, "ca")]),
        ("Ngành có 12 dự án thua lỗ. Tháng tới, 12 dự án đó được xử lý.", [(12, "dự án")]),
    ],
)
def test_figures_that_are_easily_missed_or_mistaken(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(s.value, s.unit) for s in read(text)] == expected


def test_figures_of_a_list_with_dots() -> None:
    text = "Trong quý, các cấp Hội:\n• Kết nạp 1.215 hội viên mới, đạt 48% chỉ tiêu;\n• Hiến 6.870 m2 đất làm đường."
    assert [s.value for s in read(text)] == [1215, 48, 6870]


def test_the_words_for_place_and_period_are_evidence() -> None:
    text = "Tin tỉnh Hà Nam\n\nNăm 2019, toàn tỉnh đã xây 86 căn nhà cho hộ nghèo."
    document = analyse(Source.from_text("x", text))
    (figure,) = find_statistics(document)
    assert (figure.place, figure.period) == ("tỉnh Hà Nam", "Năm 2019")
    words = {e.rule: document.words(e.span) for e in figure.evidence[1:]}
    assert words == {"statistic.period": "Năm 2019", "statistic.place": "toàn tỉnh", "context.place": "Hà Nam"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Huyện có khu 1.900 căn hộ, mất một lúc 214 bồn hoa.", [(1900, "căn hộ"), (214, "bồn hoa")]),
        ("Xã muốn xây chung cư 30-40 tầng vẫn thoáng.", [(30, "tầng"), (40, "tầng")]),
        ("Ngân sách đạt 2 triệu tỉ đồng trong năm.", [(2e6, "tỉ đồng")]),
        ("Bão mạnh 90 km/h ở ngoài khơi đảo.", [(90, "km/h")]),
        ("Sở đã 3 lần báo cáo tỉnh về bến cá.", [(3, "lần")]),
        ("Mưa ở huyện gấp hai lần năm trước.", [(2, "lần")]),
        ("Ngành đặt mục tiêu xuất khẩu đạt 12 tỷ USD trở lên.", [(12, "tỷ USD")]),
        ("Danh mục 45 dự án của huyện được công bố.", [(45, "dự án")]),
        ("Thời gian cấp phép rút còn 90 phút cho mỗi hộ.", [(90, "phút")]),
        ("Huyện có số phòng ước tính 4.300.", [(4300, "phòng")]),
        ("Huyện cắt bỏ 12 thủ tục hành chính và kỷ luật 4 tổ chức Đảng.",
         [(12, "thủ tục hành chính"), (4, "tổ chức Đảng")]),
    ],
)  # fmt: skip
def test_figures_after_words_that_often_name(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(s.value, s.unit) for s in read(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Xe mang biển số 24B-029.19 và xe 30 A 1-150.50 lưu thông qua cầu.",
        "Bộ trưởng nhắc Ban quản lý dự án 12 nộp hồ sơ.",
        "Thợ lò làm 9 tiếng một mạch rồi nghỉ 7 tiếng trong lán.",
        "Đại hội của hội được tổ chức 5 năm 1 lần ở tỉnh.",
    ],
)
def test_plates_names_and_hours_are_no_figures(text: str) -> None:
    assert read(text) == ()


def test_the_story_of_one_case_has_no_figures() -> None:
    case = "Bị can Tám bị truy tố. Cáo trạng nói bị can nhận hối lộ. Bị can khai chiếm đoạt. Vườn rộng 5 ha ở xã."
    assert read(case) == ()
    assert [s.value for s in read(f"Hội nghị bàn về án. {case}")] == [5]


def test_a_report_on_many_cases_has_figures() -> None:
    many = "Trong quý, công an tỉnh khởi tố 12 vụ, 30 bị can. Vườn rộng 5 ha ở xã."
    assert [s.value for s in read(many)] == [12, 30, 5]
    deep = "Hồ sơ bị can nhận hối lộ, cáo trạng, truy tố, khởi tố, chiếm đoạt. Vườn rộng 5 ha."
    assert [s.value for s in read(f"Bí thư xã kể cho bà con nghe chuyện đồng áng của làng.\n\n{deep}")] == [5]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bão làm 3 người bị thương nặng.", (3, "người", "người bị thương nặng")),
        ("Huyện trải qua 12 đợt thiên tai.", (12, "đợt", "đợt thiên tai")),
        ("Đoàn có 11 bộ trưởng và nhiều khách.", (11, "bộ trưởng", "bộ trưởng")),
        ("Huyện có 3 việc lớn của ngành y tế, bộ trưởng cho hay.", (3, "việc", "việc lớn của ngành y tế")),
        ("Huyện thu hồi 175 sổ đỏ của dân.", (175, "sổ", "sổ đỏ của dân")),
        ("Xã giao khu đất quốc phòng 14,2 ha cho dân.", (14.2, "ha", "Xã giao khu đất quốc phòng")),
        ("Nhà máy bán ra 20 mặt hàng trong tuần.", (20, "mặt hàng", "mặt hàng")),
        ("Đã cấp 700 số định danh cá nhân.", (700, "số định danh", "số định danh cá nhân")),
        ("Xã bỏ hoang ở khu 3,5 triệu m2 đất.", (3.5e6, "m2", "m2 đất")),
        ("Sở có 5 lập trình viên giỏi.", (5, "lập trình viên", "lập trình viên giỏi")),
        ("Hội đồng cử 12 sát hạch viên về huyện.", (12, "sát hạch viên", "sát hạch viên")),
        ("Tỉnh có 3 kiểm tra viên cao cấp.", (3, "kiểm tra viên", "kiểm tra viên cao cấp")),
        ("Tòa triệu tập 4 bị đơn đến họp.", (4, "bị đơn", "bị đơn")),
    ],
)
def test_what_is_counted(text: str, expected: tuple[float, str, str]) -> None:
    (found,) = read(text)
    assert (found.value, found.unit) == expected[:2]
    assert found.subject.startswith(expected[2])


def test_the_clause_of_another_figure_is_no_part_of_what_is_counted() -> None:
    found = read("Xã có 35 ha chè, thôn Đông có 20 ha lúa; 48 thôn, khu dân cư giữ nếp cũ.")
    assert [(s.value, s.subject) for s in found[:2]] == [(35, "ha chè"), (20, "ha lúa")]
    assert found[2].subject.startswith("thôn, khu dân cư")


def test_counts_beside_the_names_of_places() -> None:
    found = read("Số người chết gồm Sơn La 5 người, Hòa Bình 4 người.")
    assert [(s.value, s.unit) for s in found] == [(5, "người"), (4, "người")]


@pytest.mark.parametrize(
    "text",
    [
        "Xã rà soát lại 150 ha này và 12 dự án nêu trên.",
        "Đường nối giữa 2 địa phương còn hẹp.",
        "Cấm xe máy 3 bánh trong mô hình chính quyền địa phương 2 cấp.",
        "Đường dây trực 24/7 miễn phí.",
        "Hẹn nhau ngày mùng (mùng 3 tết) ở đình.",
        "Cả 2 đều bỏ trốn.",
        "Vùng Cảnh sát biển 3 phối hợp với xã, khu phố 2 tổ chức hội thi.",
        "Tỷ suất tử vong của trẻ nhỏ tính trên 100.000 trẻ.",
        "Tàu KH 96417 TS chìm ngoài khơi.",
        "Bà con tổ 3,4 phường Đông ra đồng.",
        "Trong quý 2,3 tỉnh khởi công đường mới.",
        "Ở khu phố 2,3 người dân đều vui.",
        "Đường dây trực 24/7 người dân đều gọi được.",
        "Trực bãi 24/7 xã cử dân quân.",
    ],
)
def test_what_was_told_before_kinds_and_codes_are_no_figures(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đảng ủy cảnh cáo hai người, khai trừ một đảng viên.", [(2, "người"), (1, "đảng viên")]),
        ("Công an tỉnh đã mở ba đường dây nóng.", [(3, "đường dây nóng")]),
        ("Bắt giữ một tàu lạ; lãnh đạo hai nước nêu ba việc với hai tỉnh.", []),
        ("Đảng ủy kỷ luật ba cán bộ nêu trên.", []),
    ],
)
def test_small_counts_in_words_are_figures_where_acts_are_counted(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(s.value, s.unit) for s in read(text)] == expected


NO_FIGURE = ("naming", "naming-pair", "dating", "none-such", "no-unit", "kind")
ACTS = ("punishment", "counted-act")
# Numbers in the examples: wholes are written with marks between thousands only.
DIGITS = re.compile(r"\d[\d.,]*")


@pytest.mark.parametrize(("use", "example"), [(c, e) for c in scheme("figure-words") for e in c.examples], ids=str)
def test_words_around_figures_as_their_examples_say(use: Concept, example: str) -> None:
    found = read(example)
    if use.id in NO_FIGURE:
        assert found == ()
        return
    words = example.lower().rstrip(".").split()
    if use.id in ACTS:
        written = [WORDS[word] for word in words if word in WORDS]
    else:
        written = [int(re.sub(r"\D", "", number)) for number in DIGITS.findall(example)]
    assert [s.value for s in found] == written != []
    if use.id in ("under", "over", "about"):
        assert [s.qualifier for s in found] == [use.id]
    elif use.id in ("syllable", "counted", "whole", "common", "unit-though"):
        assert {s.unit for s in found} <= set(use.extra["phrase"])


def test_every_word_list_has_an_example() -> None:
    lists = [c for name in scheme_names() for c in scheme(name) if "phrase" in c.extra]
    assert [c.iri for c in lists if not c.examples] == []


@pytest.mark.parametrize(
    "after", [" “Thi đua yêu nước”", ' "Thi đua yêu nước"', " (chủ yếu ở cơ sở)", " , đó là điều mới", " - đó"]
)
def test_the_words_of_a_figure_end_at_a_word(after: str) -> None:
    document = analyse(Source.from_text("x", f"Tin của huyện trong tuần\n\nHuyện phát động 13 phong trào{after}."))
    (figure,) = find_statistics(document)
    assert document.words(figure.evidence[0].span) == "13 phong trào"
