"""Documents without a number: laws by their titles, others by their issuer and day."""

import pytest

from graph.grammar.documents.legal import find_legal
from graph.grammar.text.layout import analyse
from graph.mention import LegalMention
from graph.source import Source


def read(text: str) -> tuple[LegalMention, ...]:
    return find_legal(analyse(Source.from_text("x", f"Tin hoạt động của huyện trong tuần\n\n{text}")))


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Xã góp ý sửa đổi Luật thuỷ sản và trồng trọt, báo cáo huyện.", ["thuỷ sản", "trồng trọt"]),
        ("Đoàn rà soát các luật đất đai, xây dựng và nhà ở.", ["đất đai", "xây dựng", "nhà ở"]),
        ("Tuyên truyền Luật Đất đai, Nhà ở, Xây dựng cho bà con.", ["Đất đai", "Nhà ở", "Xây dựng"]),
        ("Việc ấy trái với các bộ luật hình sự, dân sự.", ["hình sự", "dân sự"]),
        ("Theo luật trồng trọt thì giống phải có hồ sơ.", ["trồng trọt"]),
        ("Xã tuyên truyền Luật Thuỷ sản và doanh nghiệp đã hưởng ứng.", ["Thuỷ sản"]),
        ("Góp ý dự thảo Luật quản lý chợ nông thôn, các hộ đồng tình.", ["quản lý chợ nông thôn"]),
        ("Góp ý Luật Chăm sóc và bảo tồn cây cổ thụ để trình kỳ họp.", ["Chăm sóc và bảo tồn cây cổ thụ"]),
        (
            "Góp ý cho Luật sửa đổi, bổ sung Luật Đê điều và Luật Thủy lợi trong tuần.",
            ["sửa đổi, bổ sung Luật Đê điều và Luật Thủy lợi"],
        ),
        ("Luật Thủy sản năm 2017 thay Luật Thủy sản năm 2003.", ["Thủy sản", "Thủy sản"]),
        ("Dự thảo Luật lao động được góp ý, Bộ luật lao động hiện hành đã cũ.", ["lao động"]),
        ("Xã phổ biến Luật BHXH. Luật Bảo hiểm xã hội có nhiều điểm mới.", ["Bảo hiểm xã hội"]),
    ],
)
def test_laws(text: str, titles: list[str]) -> None:
    assert [x.title for x in read(text)] == titles


@pytest.mark.parametrize(
    "text",
    [
        "Khi Luật quy định rõ thì dân dễ làm, hành vi này vi phạm luật hình sự.",
        "Lào đã ban hành nhiều văn bản pháp luật như Luật về Cảng, Luật Quản lý cây giống năm 2008.",
        "Dự thảo Luật cần quy định chặt, Luật có hiệu lực từ năm sau.",
    ],
)
def test_what_names_no_law(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ngày 19/8/2016, Thường vụ Quốc hội đã ra nghị quyết tạm dừng việc chia tách hai xã ven biển.",
            ("Nghị quyết", "2016-08-19", "Thường vụ Quốc hội", "tạm dừng việc chia tách hai xã ven biển"),
        ),
        (
            "Chiều 23/5, Ủy ban Kiểm tra Tỉnh ủy ra thông báo kỳ họp thứ 31 và 32.",
            ("Thông báo", "--05-23", "Ủy ban Kiểm tra Tỉnh ủy", "kỳ họp thứ 31 và 32"),
        ),
        (
            "Tháng 10/2015, Bộ Y tế có công văn gửi các sở hướng dẫn việc tiêm chủng ở miền núi.",
            ("Công văn", "2015-10", "Bộ Y tế", "hướng dẫn việc tiêm chủng ở miền núi"),
        ),
        (
            "Năm 2013, Bộ Y tế đã phối hợp với Hội Chữ thập đỏ ban hành quyết định về tiêu chí trạm y tế.",
            ("Quyết định", None, "Bộ Y tế", "tiêu chí trạm y tế"),
        ),
        (
            "Còn dùng Thông tư ban hành từ ngày 14/2/1973 về hướng dẫn chia ruộng theo vụ.",
            ("Thông tư", "1973-02-14", None, "hướng dẫn chia ruộng theo vụ"),
        ),
        (
            "Ngày 5/3/2019, đồng chí Lê Văn Tám đã ký kết luận của Tỉnh ủy về chăm sóc rừng đầu nguồn.",
            ("Kết luận", "2019-03-05", "Tỉnh ủy", "chăm sóc rừng đầu nguồn"),
        ),
        (
            "Ngày 17/4, Văn phòng Tỉnh ủy gửi thông báo kết luận của Bí thư về việc trồng rừng ở các đảo.",
            ("Thông báo", "--04-17", "Văn phòng Tỉnh ủy", "kết luận của Bí thư về việc trồng rừng ở các đảo"),
        ),
        (
            "Hôm 5/6, Bộ Y tế gửi công văn yêu cầu các xã rà soát trạm nước.",
            ("Công văn", "--06-05", "Bộ Y tế", "yêu cầu các xã rà soát trạm nước"),
        ),
        (
            "Kết luận thanh tra của Thanh tra Bộ Y tế ngày 9-1 chỉ rõ.",
            ("Kết luận", "--01-09", "Thanh tra Bộ Y tế", None),
        ),
        (
            "Luật Thủy sản được Quốc hội, kỳ họp thứ 4 thông qua ngày 21/11/2017.",
            ("Luật", "2017-11-21", "Quốc hội", "Thủy sản"),
        ),
        (
            "Có chỉ thị về trồng cây ven biển của Bộ trưởng Bộ Xây dựng ban hành ngày 16-4.",
            ("Chỉ thị", "--04-16", "Bộ trưởng Bộ Xây dựng", "trồng cây ven biển"),
        ),
        (
            "Theo nghị quyết được HĐND tỉnh Hà Nam thông qua cuối năm 2016, huyện lập thêm một trạm.",
            ("Nghị quyết", None, "HĐND tỉnh Hà Nam", None),
        ),
        (
            "Ông giới thiệu nghị quyết “phát triển nghề nuôi ong ở các xã vùng cao” với đại biểu.",
            ("Nghị quyết", None, None, "phát triển nghề nuôi ong ở các xã vùng cao"),
        ),
        (
            "Đoàn viên học Nghị quyết Đại hội Đoàn toàn tỉnh lần thứ XIV trong tháng.",
            ("Nghị quyết", None, "Đại hội Đoàn toàn tỉnh lần thứ XIV", None),
        ),
    ],
)
def test_issuer_and_day_without_a_number(text: str, expected: tuple[str | None, ...]) -> None:
    (legal,) = read(text)
    assert (legal.type, legal.date, legal.issuer, legal.title) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Trong quý tới, tỉnh sẽ ban hành nghị quyết về nuôi cá lồng trên hồ.",
        "Sau khi Sở Tài chính đếm lại và có kết luận, hôm 9-5-2018, ông Tám họp dân.",
        "Sáng 22/10, Sở Nội vụ công bố quyết định bổ nhiệm hai trưởng phòng.",
        "Ngày 5/3/2019, Công an tỉnh ra quyết định khởi tố vụ án phá rừng ở xã Mỏ.",
        "Sáng 12/3, một cán bộ Sở Y tế cho biết đã có kết luận sơ bộ về mẫu nước.",
        "Huyện trình nghị quyết về “phát triển nghề nuôi ong ở các xã vùng cao” tại kỳ họp tới.",
        "Bộ Y tế bàn kết luận của Ban Bí thư về chăm sóc người già neo đơn.",
        "Chiều 9/12, Bộ Y tế họp sơ kết Kế hoạch của Sở Y tế, thông qua dự thảo quyết định thực hiện việc tiêm chủng.",
        "Ông Tám ký Nghị quyết số 05/NQ-HĐQT của công ty.",
        "Ngày 5/3/2019, UBND tỉnh có kế hoạch trồng thêm một triệu cây xanh.",
    ],
)
def test_acts_that_are_no_documents(text: str) -> None:
    assert read(text) == ()


def test_what_is_said_without_a_day_gives_the_title() -> None:
    (legal,) = read(
        "Huyện đã nhận quyết định của Thủ tướng về việc trồng rừng ở năm xã. "
        "Ngày 5/3/2019, ông Tám đã ký quyết định của Thủ tướng."
    )
    assert (legal.date, legal.title) == ("2019-03-05", "trồng rừng ở năm xã")


def test_one_document_by_its_number_and_by_its_day() -> None:
    (legal,) = read("Xã làm theo Thông báo số 40/TB-UBND ngày 20/3/2015. Thông báo kết luận ngày 20/3/2015 nêu rõ.")
    assert legal.symbol == "40/TB-UBND"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Đoàn đề nghị gộp các nghị định 42 và 87 để dân dễ vay vốn.", ["42", "87"]),
        ("Sở Y tế mới ra quyết định 2718 bớt nhiều giấy tờ.", ["2718"]),
        ("Huyện nhắc nội dung của Đề án 2316 tái cơ cấu hợp tác xã.", ["2316"]),
        ("Công an huyện ký quyết định khởi tố bị can số 37 với hai người.", ["37"]),
        ("Cơ quan điều tra ra quyết định khởi tố 9 bị can.", []),
        ("Xã quán triệt nghị quyết 57, 59, 66 và 68 của Bộ Chính trị.", ["57", "59", "66", "68"]),
        ("Người dân chấp hành NĐ 100, NQ số 54 của Quốc hội và QĐ 367/TTg.", ["100", "54", "367"]),
        ("Xã làm theo Kết luận thanh tra số 45 của Thanh tra tỉnh.", ["45"]),
        ("Hội đồng Bảo an thông qua Nghị quyết 2231 về cấm vận.", []),
        ("Xã giữ nếp dân chủ theo Pháp lệnh số 34 của Ủy ban Thường vụ Quốc hội.", ["34"]),
    ],
)
def test_bare_numbers(text: str, numbers: list[str]) -> None:
    assert [x.number for x in read(text)] == numbers


def test_plenums_in_a_list() -> None:
    found = read("Xã học Nghị quyết Trung ương 3, Trung ương 5 và Trung ương 9 khoá X.")
    assert [x.issuer for x in found] == [f"Hội nghị Trung ương {n} khóa X" for n in (3, 5, 9)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Theo đề nghị của Sở Y tế tại Tờ trình số 66/TTr-SYT, huyện lập trạm.", ("66/TTr-SYT", None, "Sở Y tế")),
        (
            "Kỳ họp sửa Nghị quyết 10/2016/NQ-HĐND tỉnh ngày 7/12/2016 của HĐND tỉnh Hà Nam về thu phí.",
            ("10/2016/NQ-HĐND", "2016-12-07", "HĐND tỉnh Hà Nam"),
        ),
        ("Đảng bộ học Kế hoạch số 12 KH/TU của Tỉnh ủy Hà Nam.", ("12KH/TU", None, "Tỉnh ủy Hà Nam")),
        ("Sở làm theo Công văn số 51/BTTTT-PTTH&TTĐT của Bộ Y tế.", ("51/BTTTT-PTTH&TTĐT", None, "Bộ Y tế")),
        ("Sau họp, Bộ Y tế đã khẩn trương ban hành Kế hoạch số 08 về tiêm chủng.", (None, None, "Bộ Y tế")),
    ],
)
def test_symbols_and_issuers(text: str, expected: tuple[str | None, ...]) -> None:
    (legal,) = read(text)
    assert (legal.symbol, legal.date, legal.issuer) == expected


def test_one_congress_in_two_ways() -> None:
    (legal,) = read(
        "Xã học Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XI. Nghị quyết Đại hội XI Đảng bộ tỉnh, nhiệm kỳ "
        "2020 - 2025 được in thành sách."
    )
    assert legal.issuer == "Đại hội đại biểu Đảng bộ tỉnh lần thứ XI"


def test_laws_passed_on_one_day() -> None:
    found = read("Quốc hội thông qua Luật Chăn nuôi, Luật Trồng trọt và Luật Đặc xá ngày 19-11-2018.")
    assert {(x.issuer, x.date) for x in found} == {("Quốc hội", "2018-11-19")}
    assert len(found) == 3


def test_an_issuer_ends_before_the_next_document() -> None:
    found = read("Xã thực hiện Đề án 47 của Bộ Y tế, kế hoạch 135 của tỉnh và Nghị quyết 54 (thí điểm) của Quốc hội.")
    assert [x.issuer for x in found] == ["Bộ Y tế", None, "Quốc hội"]


@pytest.mark.parametrize(
    ("text", "drafts"),
    [
        ("Hội nghị góp ý dự thảo Luật Thư viện do Bộ soạn.", ["Thư viện"]),
        ("Quốc hội bàn dự án Luật Kiến trúc trong hai ngày.", ["Kiến trúc"]),
        ("Ban soạn thảo trình dự thảo lần thứ ba Luật Thư viện.", ["Thư viện"]),
        ("Xã góp ý các dự án Luật Kiến trúc, Luật Thư viện.", ["Kiến trúc", "Thư viện"]),
        ("Xã góp ý các dự án luật: Luật Kiến trúc; Luật Thư viện.", ["Kiến trúc", "Thư viện"]),
        ("Góp ý dự án Luật Kiến trúc; thi hành Luật Thư viện.", ["Kiến trúc"]),
        ("Góp ý dự án Luật Kiến trúc, Luật Thư viện đã có hiệu lực.", ["Kiến trúc"]),
        ("Góp ý Luật Thư viện (dự thảo) trong tuần.", ["Thư viện"]),
        ("Xã thi hành Luật Thư viện, lập dự án thư viện.", []),
        ("Huyện có dự thảo sửa đổi Luật Thư viện.", []),
    ],
)
def test_a_draft_is_called_one(text: str, drafts: list[str]) -> None:
    found = read(text)
    assert [law.title for law in found if law.drafts] == drafts
    opening = len("Tin hoạt động của huyện trong tuần\n\n")
    for law in found:
        for words in law.drafts:
            said = text[words.span.start - opening : words.span.end - opening]
            assert str(law.title) in said and ("dự " in said or words.derived == "list")


def test_an_amended_decree_is_no_draft_of_it() -> None:
    (decree,) = read("Bộ trình dự thảo thay thế Nghị định số 15/2014/NĐ-CP.")
    assert decree.drafts == ()


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        (
            "Mùa xuân tới Quốc hội định xem xét, thông qua 6 dự án luật, trong đó có Luật Chăn nuôi; "
            "Luật Trồng trọt; Luật Đê điều (sửa đổi).",
            ["Quốc hội"] * 3,
        ),
        (
            "Quốc hội sẽ cho ý kiến về 4 dự án luật gồm: Luật Chăn nuôi, Luật Thủy sản (sửa đổi) và Bộ luật Lao động.",
            ["Quốc hội"] * 3,
        ),
        (
            "Quốc hội khóa XIV đã biểu quyết thông qua các luật: Luật Chăn nuôi; Luật Đê điều.",
            ["Quốc hội khóa XIV"] * 2,
        ),
        ("Kỳ họp này Quốc hội sẽ thảo luận các dự án luật như Luật Đất đai, Luật Nhà ở.", ["Quốc hội"] * 2),
        ("Kỳ họp thứ 6 của Quốc hội đã thông qua nhiều luật quan trọng, trong đó có Luật Chăn nuôi.", ["Quốc hội"]),
        ("Chính phủ trình Quốc hội dự án Luật Chăn nuôi tại kỳ họp tới.", ["Quốc hội"]),
        ("Để trình Quốc hội dự Luật Trồng trọt đúng hạn, Bộ phải làm nhanh.", ["Quốc hội"]),
        ("Chiều nay, Quốc hội thảo luận ở hội trường về dự án Luật Chăn nuôi.", ["Quốc hội"]),
        ("Luật Chăn nuôi (sửa đổi) dự kiến được Quốc hội thông qua vào kỳ họp tới.", ["Quốc hội"]),
        ("Luật Chăn nuôi sắp được Quốc hội xem xét, thông qua.", ["Quốc hội"]),
        ("Quốc hội thông qua Luật Đê điều tại kỳ họp thứ 5 và Luật Chăn nuôi tại kỳ họp thứ 6.", ["Quốc hội"] * 2),
        ("Đại biểu Quốc hội cho rằng Luật Chăn nuôi còn chồng chéo.", [None]),
        ("Chính phủ cần trình Quốc hội sửa Luật Chăn nuôi.", [None]),
        ("Quốc hội giám sát việc thi hành Luật Chăn nuôi.", [None]),
        ("Ủy ban Thường vụ Quốc hội cho ý kiến về dự án Luật Chăn nuôi.", [None]),
    ],
)
def test_laws_that_the_assembly_passes_or_debates(text: str, issuers: list[str | None]) -> None:
    assert [x.issuer for x in read(text)] == issuers


def test_a_law_is_of_the_session_that_passed_it() -> None:
    (law,) = read("Luật Chăn nuôi được thông qua ngày 19/11/2018 tại kỳ họp thứ 6 Quốc hội khóa XIV.")
    assert (law.date, law.issuer) == ("2018-11-19", "Quốc hội khóa XIV")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ngày 3/3/2021, Bộ trưởng Công Thương Lê Văn Tám ký quyết định bổ nhiệm ông Trần Văn Nam làm vụ trưởng.",
            ("Quyết định", "2021-03-03", "Bộ trưởng Công Thương", "bổ nhiệm ông Trần Văn Nam làm vụ trưởng"),
        ),
        (
            "Ngày 3/3/2021, mưa. Cùng ngày, Chủ tịch UBND tỉnh Hà Nam ký quyết định thu hồi đất của trại lợn ven sông.",
            ("Quyết định", "2021-03-03", "Chủ tịch UBND tỉnh Hà Nam", "thu hồi đất của trại lợn ven sông"),
        ),
        (
            "Ngày 8/4/2020, mưa. Cùng ngày, Chủ tịch nước Cộng hòa xã hội chủ nghĩa Việt Nam ban hành quyết định "
            "tặng thưởng cho bộ đội biên phòng.",
            ("Quyết định", "2020-04-08", "Chủ tịch nước", "tặng thưởng cho bộ đội biên phòng"),
        ),
        (
            "Ngày 9/5, Tỉnh ủy đã có kết luận, thông báo đề nghị các tỉnh rà soát quỹ nhà công vụ.",
            ("Kết luận", "--05-09", "Tỉnh ủy", "đề nghị các tỉnh rà soát quỹ nhà công vụ"),
        ),
        (
            "Ngày 25/7/2017, Thanh tra tỉnh Hà Nam ra thông báo kết luận thanh tra chuyên đề việc cho thuê sạp.",
            ("Kết luận", "2017-07-25", "Thanh tra tỉnh Hà Nam", "thanh tra chuyên đề việc cho thuê sạp"),
        ),
        (
            "Đầu năm 2014, Bộ Y tế có công văn nhắc các trạm về cấp nước cho vùng hạn.",
            ("Công văn", None, "Bộ Y tế", "nhắc các trạm về cấp nước cho vùng hạn"),
        ),
        (
            "Theo Nghị quyết của HĐND tỉnh Hà Nam ban hành hồi tháng 3/2018, cán bộ xã được thêm phụ cấp.",
            ("Nghị quyết", "2018-03", "HĐND tỉnh Hà Nam", None),
        ),
    ],
)
def test_acts_told_by_who_signed_them_and_when(text: str, expected: tuple[str | None, ...]) -> None:
    (legal,) = read(text)
    assert (legal.type, legal.date, legal.issuer, legal.title) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Chiều nay, Thủ tướng Lê Văn Tám ký quyết định thành lập tổ công tác về dịch bệnh.",  # on what day?
        "Cùng ngày, tòa án ra quyết định khởi tố vụ án.",
        "Hôm nay, Bộ Y tế có kết luận là thuốc tốt.",
    ],
)
def test_no_day_no_document(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Bộ luật Hàng hải (sửa đổi) bỏ 9 điều của Bộ luật Hàng hải hiện hành.", ["Hàng hải (sửa đổi)", "Hàng hải"]),
        (
            "Xã họp 10 năm thực hiện Luật Chăn nuôi. Luật Chăn nuôi sửa đổi, bổ sung sắp được trình ra kỳ họp.",
            ["Chăn nuôi", "Chăn nuôi sửa đổi, bổ sung"],
        ),
        ("Góp ý Luật Chăn nuôi (sửa đổi). Luật Chăn nuôi sẽ giúp dân.", ["Chăn nuôi (sửa đổi)"]),
        ("Xã bàn Luật Chăn nuôi sửa đổi, bổ sung một số điều về giống.", ["Chăn nuôi"]),
        (
            "Sở rà Luật sửa đổi, bổ sung một số điều của 11 luật về thuế. Luật sửa đổi, bổ sung một số điều của "
            "37 luật về thuế để sau.",
            ["sửa đổi, bổ sung một số điều của 11 luật về thuế", "sửa đổi, bổ sung một số điều của 37 luật về thuế"],
        ),
    ],
)
def test_the_law_in_force_is_not_the_one_that_amends_it(text: str, titles: list[str]) -> None:
    assert [x.title for x in read(text)] == titles


def test_a_document_told_first_and_dated_when_it_is_spoken_of_again() -> None:
    (legal,) = read(
        "Sở bàn việc giữ thông tư của Bộ Y tế quy định chức năng, nhiệm vụ của trạm xá. Ông Tám nói thông tư "
        "này vừa được ký ngày 6-8."
    )
    assert (legal.type, legal.date, legal.issuer) == ("Thông tư", "--08-06", "Bộ Y tế")
    assert legal.title == "quy định chức năng, nhiệm vụ của trạm xá"
    assert read("Sở bàn việc giữ thông tư của Bộ Y tế quy định chức năng, nhiệm vụ của trạm xá.") == ()


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        ("Quốc hội xem xét, thông qua 2 luật, gồm: Luật Đê điều; Luật Thủy lợi.", ["Quốc hội", "Quốc hội"]),
        ("Hạ viện và Quốc hội Hàn Quốc xem xét, thông qua 2 luật, gồm: Luật Đê điều; Luật Thủy lợi.", [None, None]),
        ("Quốc hội của nước Lào đã thông qua 2 luật, gồm: Luật Đê điều; Luật Thủy lợi.", [None, None]),
        ("Chính phủ đã trình Quốc hội dự án Luật Đê điều.", ["Quốc hội"]),
        ("Chính phủ không trình Quốc hội dự án Luật Đê điều.", [None]),
        ("Bộ chưa kịp trình Quốc hội dự án Luật Đê điều.", [None]),
        ("Quốc hội chưa xem xét, thông qua 2 luật, gồm: Luật Đê điều; Luật Thủy lợi.", [None, None]),
    ],
)
def test_laws_of_the_assembly_are_those_it_is_said_to_have(text: str, issuers: list[str | None]) -> None:
    assert [x.issuer for x in read(text)] == issuers


def test_a_law_quotes_who_passed_it() -> None:
    text = "Quốc hội thông qua 2 luật, gồm: Luật Đê điều; Luật Thủy lợi."
    document = analyse(Source.from_text("x", f"Tin hoạt động của huyện trong tuần\n\n{text}"))
    quoted = [[document.text[e.span.start : e.span.end] for e in law.evidence] for law in find_legal(document)]
    assert quoted == [["Luật Đê điều", "Quốc hội"], ["Luật Thủy lợi", "Quốc hội"]]


@pytest.mark.parametrize(
    ("verb", "dates"),
    [("đã", ["2031-05-12"]), ("quyết định", ["2031-05-12"]), ("từ chối", []), ("không", []), ("hứa", [])],
)
def test_what_somebody_would_not_sign_is_no_document(verb: str, dates: list[str]) -> None:
    text = f"Ngày 12/5/2031, Chủ tịch UBND tỉnh Cao Bằng {verb} ký quyết định cách chức ông Tám ở xã Mơ."
    assert [x.date for x in read(text)] == dates


@pytest.mark.parametrize(
    ("symbol", "issuer", "by_symbol"),
    [("QĐ-TTg", None, "Thủ tướng Chính phủ"), ("QĐ-UBND", "UBND huyện Hòa An", None)],
)
def test_no_place_issues_under_the_symbol_of_a_central_body(symbol: str, issuer: str | None, by_symbol: str) -> None:
    (found,) = read(f"Bến đò được UBND huyện Hòa An phê duyệt theo Quyết định số 9/{symbol}.")
    assert (found.issuer, found.symbol_issuer) == (issuer, by_symbol)
