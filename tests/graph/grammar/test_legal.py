"""Citations of documents: numbers, symbols, days, issuers, titles; what only looks like one."""

import pytest

from graph.grammar.documents.legal import find_legal
from graph.grammar.text.layout import analyse
from graph.mention import LegalMention
from graph.source import Source
from ontology.vocabulary import scheme


def read(text: str) -> tuple[LegalMention, ...]:
    return find_legal(analyse(Source.from_text("x", f"Tin hoạt động của huyện trong tuần\n\n{text}")))


def one(text: str) -> LegalMention:
    found = read(text)
    assert len(found) == 1, found
    return found[0]


def test_everything_that_a_citation_can_say() -> None:
    legal = one(
        "Các xã thực hiện Chỉ thị số 21-CT/TW ngày 4/3/2018 của Ban Bí thư về “Giữ sạch nguồn nước, bảo vệ rừng”."
    )
    assert (legal.type, legal.number, legal.symbol) == ("Chỉ thị", "21", "21-CT/TW")
    assert (legal.date, legal.issuer) == ("2018-03-04", "Ban Bí thư")
    assert legal.title == "Giữ sạch nguồn nước, bảo vệ rừng"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Theo Nghị định 17/2016/NĐ-CP của Chính phủ, phí tăng.", ("Nghị định", "17", "17/2016/NĐ-CP", None)),
        ("Triển khai kế hoạch số 4 / KH - UBND, các xã ra quân.", ("Kế hoạch", "4", "4/KH-UBND", None)),
        ("Hội nghị tổng kết 08/KH-BCA mở sáng nay.", ("Kế hoạch", "08", "08/KH-BCA", None)),
        ("Xã sơ kết Đề án 214 về nuôi tôm.", ("Đề án", "214", None, None)),
        ("Huyện thực hiện nghị quyết 30a, đời sống khá lên.", ("Nghị quyết", "30a", None, None)),
        (
            "Ban hành Quyết định số 5/QĐ-TTg, ngày 16-3-2022 của Thủ tướng.",
            ("Quyết định", "5", "5/QĐ-TTg", "2022-03-16"),
        ),
        ("Ông nhắc Thông báo ngày 12/8/2019 của Văn phòng Chính phủ.", ("Thông báo", None, None, "2019-08-12")),
        ("Chỉ thị của Ban Bí thư số 30 đã đi vào cuộc sống.", ("Chỉ thị", "30", None, None)),
    ],
)
def test_shapes(text: str, expected: tuple[str | None, ...]) -> None:
    legal = one(text)
    assert (legal.type, legal.number, legal.symbol, legal.date) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Huyện triển khai kế hoạch năm 2018 và hướng dẫn 5 xã làm điểm.",
        "Trong năm, cấp uỷ kỷ luật 111 đảng viên, kết luận 3 vụ việc.",
        "Hội Luật gia tỉnh và luật sư bàn về pháp luật đất đai.",
        "Ban soạn thảo nêu kế hoạch 2018 và quy định 13 hành vi bị cấm.",
        "Tàu khu trục Đề án 1155 cập cảng.",
        "Các nghị quyết, chỉ thị của Đảng được quán triệt.",
        "Quy hoạch dựa trên Công ước Liên hợp quốc về Luật Biển.",
    ],
)
def test_what_only_looks_like_a_citation(text: str) -> None:
    assert read(text) == ()


def test_short_forms_join_the_document() -> None:
    legal = one(
        "Xã sơ kết Chỉ thị số 77-CT/TW của Bộ Chính trị. Qua ba năm, Chỉ thị 77 đã thấm sâu. Chỉ thị này sẽ còn đi xa."
    )
    assert legal.symbol == "77-CT/TW"
    assert [e.derived for e in legal.evidence] == ["direct", "direct", "coreference"]


def test_two_documents_of_one_number_stay_apart() -> None:
    found = read("Nghị quyết 01/NQ-CP của Chính phủ và Nghị quyết số 01-NQ/TU của Tỉnh uỷ được triển khai.")
    assert [x.symbol for x in found] == ["01/NQ-CP", "01-NQ/TU"]


def test_one_type_word_for_several_numbers() -> None:
    found = read("Các Nghị quyết 18, 19 của Ban Chấp hành Trung ương được quán triệt.")
    assert [(x.number, x.issuer) for x in found] == [
        ("18", "Ban Chấp hành Trung ương"),
        ("19", "Ban Chấp hành Trung ương"),
    ]


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        ("Học tập Nghị quyết Trung ương 4 khoá XII.", ["Hội nghị Trung ương 4 khóa XII"]),
        (
            "Quán triệt nghị quyết Hội nghị Trung ương 8, 9 khoá XI, tỉnh sắp xếp bộ máy.",
            ["Hội nghị Trung ương 8 khóa XI", "Hội nghị Trung ương 9 khóa XI"],
        ),
        ("Thực hiện Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XV.", ["Đại hội Đảng bộ tỉnh lần thứ XV"]),
    ],
)
def test_resolutions_without_a_number(text: str, issuers: list[str]) -> None:
    found = read(text)
    assert [x.issuer for x in found] == issuers
    assert all(x.number is None and x.type == "Nghị quyết" for x in found)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Cán bộ tuyên truyền Luật Phòng, chống ma túy cho bà con.", "Phòng, chống ma túy"),
        ("Sửa đổi luật giao thông đường bộ theo hướng chặt hơn.", "giao thông đường bộ"),
        ("Góp ý dự thảo Luật Nhà ở (sửa đổi) trong tuần.", "Nhà ở (sửa đổi)"),
        ("Bộ luật Hình sự năm 2015 quy định rõ.", "Hình sự"),
    ],
)
def test_laws_go_by_their_title(text: str, title: str) -> None:
    assert one(text).title == title


def test_the_number_of_the_one_law_named() -> None:
    legal = one("Hội nghị triển khai Luật Trồng trọt. Báo cáo viên nêu điểm mới của Luật số 31/2018/QH14.")
    assert (legal.title, legal.symbol, legal.issuer) == ("Trồng trọt", "31/2018/QH14", None)
    assert legal.symbol_issuer == legal.issued_by == "Quốc hội"  # no words say it


def test_day_and_issuer_before_the_document() -> None:
    legal = one("Ngày 6/1/2014, Bộ trưởng Bộ Y tế ký Kế hoạch số 12/KH-BYT về tiêm chủng.")
    assert (legal.date, legal.issuer) == ("2014-01-06", "Bộ trưởng Bộ Y tế")
    legal = one("Tháng 7/1998, Hội nghị Trung ương 5, khoá VIII đã ra Nghị quyết về văn hóa và con người.")
    assert (legal.date, legal.title) == ("1998-07", "văn hóa và con người")


def test_joint_issuers_are_one_name() -> None:
    legal = one("Ký Chương trình phối hợp số 3/CTr-BYT-HCTĐ giữa Bộ Y tế và Hội Chữ thập đỏ Việt Nam.")
    assert (legal.type, legal.issuer) == ("Chương trình phối hợp", "Bộ Y tế và Hội Chữ thập đỏ Việt Nam")


def test_an_issuer_without_its_place_is_not_completed_by_a_guess() -> None:
    assert one("Theo Kế hoạch số 9/KH-UBND, các xã ra quân.").issuer is None


def test_evidence_holds_number_and_issuer() -> None:
    document = analyse(Source.from_text("x", "Tin trong tuần\n\nTheo Chỉ thị số 7/CT-TTg của Thủ tướng, xã ra quân."))
    (legal,) = find_legal(document)
    assert document.words(legal.evidence[0].span) == "Chỉ thị số 7/CT-TTg của Thủ tướng"


@pytest.mark.parametrize(
    ("label", "example"),
    [(c.label, e) for c in scheme("document-type") if "unread" not in c.extra for e in c.examples],
)
def test_the_examples_of_the_scheme_of_types(label: str, example: str) -> None:
    assert [x.type for x in read(example)] == [label]


@pytest.mark.parametrize(
    ("label", "example"),
    [(c.label, e) for c in scheme("symbol-issuer") if "issuer" in c.extra and c.notation != "TW" for e in c.examples],
)
def test_the_examples_of_the_scheme_of_symbols(label: str, example: str) -> None:
    assert [x.issued_by for x in read(example)] == [label]


def test_laws_passed_together_have_one_issuer() -> None:
    order = "Văn phòng đọc lệnh của Chủ tịch nước công bố Luật Kiến trúc; Luật Thư viện và Luật Đầu tư công"
    assert {law.issuer for law in read(order + ".")} == {None}  # making public is not passing
    found = read(order + ", đã được Quốc hội thông qua.")
    assert [(law.title, law.issuer) for law in found] == [
        ("Kiến trúc", "Quốc hội"),
        ("Thư viện", "Quốc hội"),
        ("Đầu tư công", "Quốc hội"),
    ]


def test_a_local_symbol_is_of_the_place_named_before() -> None:
    assert one("HĐND xã Gia Vượng họp, thông qua Nghị quyết số 7/NQ-HĐND.").issuer == "HĐND xã Gia Vượng"
    assert one("Kỳ họp thông qua Nghị quyết số 7/NQ-HĐND.").issuer is None


def test_one_day_for_all_of_a_paragraph() -> None:
    found = read(
        "Xã học Nghị quyết số 11-NQ/TU về nuôi tôm. Nghị quyết ấy và Nghị quyết số 12-NQ/TU đều ban hành ngày 3/6/2017."
    )
    assert [d.date for d in found] == ["2017-06-03", "2017-06-03"]


def test_the_title_is_that_of_the_full_citation() -> None:
    headline = "Xã học Chỉ thị 9 về nuôi tôm của huyện"
    text = f"{headline}\n\nXã học Chỉ thị số 9-CT/TU ngày 2/3/2012 của Tỉnh ủy về “Nuôi tôm sạch”."
    (legal,) = find_legal(analyse(Source.from_text("x", text)))
    assert legal.title == "Nuôi tôm sạch"


def test_each_number_of_a_list_with_its_day() -> None:
    found = read("Xã làm theo các công văn số: 12/SYT-NV ngày 3 tháng 5 năm 2019, 15/SYT-NV ngày 6/7/2019.")
    assert [(x.number, x.date) for x in found] == [("12", "2019-05-03"), ("15", "2019-07-06")]
    found = read("Học Nghị quyết số 3-NQ/TW ngày 2/4/2018 và số 5-NQ/TW ngày 6/4/2018 của Bộ Chính trị.")
    assert [(x.number, x.date, x.issuer) for x in found] == [
        ("3", "2018-04-02", "Bộ Chính trị"),
        ("5", "2018-04-06", "Bộ Chính trị"),
    ]


@pytest.mark.parametrize(
    ("text", "number", "date", "issuer"),
    [
        (
            "Xét Tờ trình của Sở Nội vụ tỉnh Hà Nam (số 8-TTr/SNV, ngày 2/3/2019).",
            "8",
            "2019-03-02",
            "Sở Nội vụ tỉnh Hà Nam",
        ),
        ("Chợ được Thủ tướng phê duyệt bằng Quyết định số 45.", "45", None, "Thủ tướng"),
        ("Ngày 2/3/2019, Thủ tướng Lê Văn Tám ký Quyết định số 45 về đê.", "45", "2019-03-02", "Thủ tướng"),
        ("Học Chỉ thị số 9 của Ban Bí thư về dân vận, ban hành ngày 5/6/2017.", "9", "2017-06-05", "Ban Bí thư"),
        ("Theo Thông tư số 26 tháng 10/2015 của Bộ Y tế, bác sĩ học thêm.", "26", "2015-10", "Bộ Y tế"),
        ("Làm theo Chỉ thị 20 năm 2017 của Thủ tướng.", "20", None, "Thủ tướng"),
    ],
)
def test_number_day_and_issuer_in_other_places(text: str, number: str, date: str | None, issuer: str) -> None:
    legal = one(text)
    assert (legal.number, legal.date, legal.issuer) == (number, date, issuer)


def test_two_numbers_without_letters_have_the_issuer_named_after_them() -> None:
    found = read("Xã học quyết định 17 và chỉ thị 26 của Thủ tướng về đê.")
    assert [(x.type, x.number, x.issuer) for x in found] == [
        ("Quyết định", "17", "Thủ tướng"),
        ("Chỉ thị", "26", "Thủ tướng"),
    ]


def test_a_bare_number_goes_on_with_the_sentence() -> None:
    assert one("Nghị quyết 120 đánh dấu bước ngoặt của vùng.").number == "120"
    assert one("Bộ Y tế có Kết luận 43, các trạm làm theo.").number == "43"
    assert read("Hội nghị ra nghị quyết 12 nội dung. Tổ kết luận 43, rồi về.") == ()


def test_plenums_of_several_terms_and_those_to_come() -> None:
    found = read("Xã học Nghị quyết Trung ương 8 khoá IX, X về trồng rừng.")
    assert [x.issuer for x in found] == ["Hội nghị Trung ương 8 khóa IX", "Hội nghị Trung ương 8 khóa X"]
    assert read("Xã mong Nghị quyết của Hội nghị Trung ương 9 sắp tới.") == ()


def test_an_unnumbered_decision_has_its_day_issuer_and_title() -> None:
    legal = one("Tháng 8/2016, Thủ tướng Lê Văn Tám ký quyết định thành lập Tổ công tác do bà Đỗ An làm tổ trưởng.")
    assert (legal.date, legal.issuer, legal.title) == ("2016-08", "Thủ tướng", "thành lập Tổ công tác")


def test_titles_of_laws_are_a_scheme() -> None:
    for concept in scheme("law-title"):
        for form in concept.forms:
            law = one(f"Phường phổ biến Luật {form} cho bà con.")
            assert law.title == form
            assert law.evidence[0].rule == "legal.law"


def test_one_law_under_two_names() -> None:
    law = one("Tổng kết Luật Khám bệnh, chữa bệnh. Theo ông An, Luật KCB cần sửa.")
    assert len(law.evidence) == 2


def test_laws_changed_together_and_laws_abroad() -> None:
    law = one("Quốc hội thông qua Luật sửa đổi, bổ sung một số điều của 4 luật có liên quan đến nuôi ong.")
    assert law.title == "sửa đổi, bổ sung một số điều của 4 luật có liên quan đến nuôi ong"
    assert read("Nhật Bản có Luật Khuyến đọc cho trẻ. Đoàn thăm nơi làm Luật Nhà ở của Pháp.") == ()


def test_a_document_reviewed_by_its_title() -> None:
    legal = one("Tỉnh sơ kết 5 năm thực hiện nghị quyết về nuôi cá nước ngọt ở vùng trũng sáng 12-8.")
    assert (legal.number, legal.title) == (None, "nuôi cá nước ngọt ở vùng trũng")
    legal = one("Huyện quán triệt Chỉ thị của Ban Bí thư về giữ gìn rừng đầu nguồn và nguồn nước.")
    assert (legal.issuer, legal.title) == ("Ban Bí thư", "giữ gìn rừng đầu nguồn và nguồn nước")
    assert read("Huyện triển khai quyết định của Tỉnh ủy về công tác cán bộ. Xã thực hiện nghị quyết của huyện.") == ()
    text = "Học Nghị quyết số 7-NQ/TW. Sơ kết 5 năm thực hiện nghị quyết về nuôi cá nước ngọt ở vùng trũng."
    assert [x.number for x in read(text)] == ["7"]


def test_one_issuer_for_two_documents_of_one_symbol() -> None:
    found = read("Học Nghị quyết số 5-NQ/TW ngày 2/4/2018 và Nghị quyết số 6-NQ/TW ngày 3/4/2018 của Bộ Chính trị.")
    assert [x.issuer for x in found] == ["Bộ Chính trị", "Bộ Chính trị"]
    found = read("Theo Quyết định số 5/QĐ-UBND và Nghị quyết số 6/NQ-CP của Chính phủ, xã làm đường.")
    assert [x.issuer for x in found] == [None, "Chính phủ"]


@pytest.mark.parametrize(
    ("text", "title", "issuer"),
    [
        ("Thông tư số 5/2020/TT-BYT của Bộ Y tế quy định quy trình khám mắt.", "quy trình khám mắt", "Bộ Y tế"),
        ("Chỉ thị số 8 của Ban Bí thư về nêu gương được quán triệt ở xã.", "nêu gương", "Ban Bí thư"),
        (
            "Đưa Nghị quyết Đại hội Đảng bộ xã lần thứ II, nhiệm kỳ 2020 - 2025 vào đời sống.",
            None,
            "Đại hội Đảng bộ xã lần thứ II, nhiệm kỳ 2020 - 2025",
        ),
    ],
)
def test_where_titles_and_issuers_end(text: str, title: str | None, issuer: str) -> None:
    legal = one(text)
    assert (legal.title, legal.issuer) == (title, issuer)


def test_two_laws_passed_on_one_day_and_a_session_before_the_number() -> None:
    found = read("Xã triển khai Luật Đường bộ và Luật Thư viện, hai đạo luật được Quốc hội thông qua ngày 27/6/2024.")
    assert [(x.issuer, x.date) for x in found] == [("Quốc hội", "2024-06-27"), ("Quốc hội", "2024-06-27")]
    legal = one("Đề án được Quốc hội khóa XI, kỳ họp thứ 3 thông qua tại Nghị quyết số 77/2009/QH11.")
    assert legal.issuer == "Quốc hội khóa XI"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trước đó ngày 6/3, Ủy ban Kiểm tra Tỉnh ủy ra thông báo kỳ họp thứ 9 về xử lý vi phạm.",
            ("Thông báo", "--03-06", "Ủy ban Kiểm tra Tỉnh ủy", "kỳ họp thứ 9 về xử lý vi phạm"),
        ),
        (
            "Báo chí hỏi về pháp lệnh của Ủy ban Thường vụ Quốc hội về sửa đổi, bổ sung một số điều của 3 pháp lệnh có "
            "liên quan đến đê điều.",
            (
                "Pháp lệnh",
                None,
                "Ủy ban Thường vụ Quốc hội",
                "sửa đổi, bổ sung một số điều của 3 pháp lệnh có liên quan đến đê điều",
            ),
        ),
    ],
)
def test_documents_told_by_their_issuer(text: str, expected: tuple[str | None, ...]) -> None:
    (found,) = find_legal(analyse(Source.from_text("t", f"Tin trong ngày\n\n{text}")))
    assert (found.type, found.date, found.issuer, found.title) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Quy định 15/2016 về quản lý chợ, được Chủ tịch UBND TP Hà Nội ký ban hành tháng 4/2016.",
            ("2016-04", "Chủ tịch UBND TP Hà Nội", "quản lý chợ"),
        ),
        (
            "Quyết định 15 về quản lý chợ do Chủ tịch UBND tỉnh Hà Nam ký ngày 4/4/2016.",
            ("2016-04-04", "Chủ tịch UBND tỉnh Hà Nam", "quản lý chợ"),
        ),
        (
            "Chợ Mơ được UBND TP. Cần Thơ chấp thuận bản vẽ theo Quyết định số 26/QĐ-UBND ngày 2/12/2010.",
            ("2010-12-02", "UBND TP. Cần Thơ", None),
        ),
        ("Với Nghị quyết 19, Thủ tướng quán triệt phải làm sớm.", (None, None, None)),
        ("Thực hiện Chỉ thị 30, Ban Bí thư, xã làm tốt.", (None, "Ban Bí thư", None)),
        (
            "Bằng Quyết định số 72/QĐ-TTg ngày 26/6/2018, Thủ tướng Chính phủ đã ấn định thời điểm.",
            ("2018-06-26", "Thủ tướng Chính phủ", None),
        ),
    ],
)
def test_who_issued_it_by_the_words_around(text: str, expected: tuple[str | None, ...]) -> None:
    legal = one(text)
    assert (legal.date, legal.issuer, legal.title) == expected


def test_two_decisions_of_one_issuer() -> None:
    found = read(
        "Chợ Mơ được UBND TP. Cần Thơ chấp thuận bản vẽ theo Quyết định số 26/QĐ-UBND ngày 2/12/2010 và Quyết định số "
        "56/QĐ-UBND ngày 22/3/2014."
    )
    assert [x.issuer for x in found] == ["UBND TP. Cần Thơ"] * 2
