"""Named programmes, schemes, movements and models: in quotes, in lists, by title; generic words are none."""

import pytest

from graph.grammar.layout import analyse
from graph.grammar.legal import find_legal
from graph.grammar.programmes import find_programmes
from graph.mention import ProgrammeMention
from graph.source import Source
from ontology.vocabulary import scheme


def read(text: str) -> tuple[ProgrammeMention, ...]:
    document = analyse(Source.from_text("x", f"Tin hoạt động của huyện trong tuần\n\n{text}"))
    return find_programmes(document, find_legal(document))


def names(text: str) -> list[tuple[str, str]]:
    return [(p.kind, p.name) for p in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Xã có các mô hình “Ngõ sạch” của Hội Phụ nữ, “Ruộng xanh” và “Chợ an toàn” được khen.",
            [("model", "Ngõ sạch"), ("model", "Ruộng xanh"), ("model", "Chợ an toàn")],
        ),
        (
            "Nhiều mô hình hay như: Tổ thủy nông tự quản, Dòng họ khuyến học, Bến đò không rác... đã ra đời.",
            [
                ("model", "Tổ thủy nông tự quản"),
                ("model", "Dòng họ khuyến học"),
                ("model", "Bến đò không rác"),
            ],
        ),
        (
            "Toàn xã có 12 mô hình hộ nuôi cá sạch; 30 câu lạc bộ dân ca ba miền; phong trào lên cao.",
            [("model", "hộ nuôi cá sạch"), ("model", "dân ca ba miền")],
        ),
        ("Phong trào Toàn dân bảo vệ ANTQ lan rộng.", [("movement", "Toàn dân bảo vệ ANTQ")]),
        (
            "Xã mở Ngày hội Toàn dân bảo vệ an ninh Tổ quốc.",
            [("movement", "Ngày hội Toàn dân bảo vệ an ninh Tổ quốc")],
        ),
        ("Huyện lồng ghép với Chương trình 135 về điện.", [("programme", "135")]),
        (
            "Tỉnh vào Chương trình mục tiêu quốc gia xây dựng nông thôn mới năm nay.",
            [("programme", "mục tiêu quốc gia xây dựng nông thôn mới")],
        ),
        ("Sở trình đề án xây dựng chợ đầu mối thủy sản.", [("scheme", "xây dựng chợ đầu mối thủy sản")]),
        ("Xã sơ kết Đề án 214 về “Nuôi tôm sạch ven biển” hôm qua.", [("scheme", "Nuôi tôm sạch ven biển")]),
    ],
)
def test_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Xã đẩy mạnh các phong trào thi đua yêu nước, có kế hoạch cụ thể.",
        "Ban chỉ đạo đề án giải quyết nhiều việc, mô hình này tốt.",
        "Chương trình nghị sự của kỳ họp đã được thông qua.",
        "Kế hoạch “giải cứu” lúa bị chê chậm.",
        "Anh theo dõi chương trình truyền hình và phong trào của trường.",
    ],
)
def test_generic_words_name_nothing(text: str) -> None:
    assert read(text) == ()


def test_the_period_is_read_and_not_part_of_the_name() -> None:
    (programme,) = read("Sơ kết chương trình hợp tác trồng rừng phòng hộ giai đoạn 2013 – 2018 hôm qua.")
    assert (programme.name, programme.period) == ("hợp tác trồng rừng phòng hộ", "2013-2018")


def test_a_coordination_programme_is_a_document_and_a_programme() -> None:
    (programme,) = read("Ký Chương trình phối hợp số 3/CTr-BYT-HCTĐ giữa Bộ Y tế và Hội Chữ thập đỏ Việt Nam.")
    assert programme.name == "phối hợp giữa Bộ Y tế và Hội Chữ thập đỏ Việt Nam"
    assert programme.partners == ("Bộ Y tế", "Hội Chữ thập đỏ Việt Nam")


def test_mentions_of_one_movement_are_one_entry() -> None:
    (programme,) = read("Phong trào toàn dân bảo vệ ANTQ lên cao. Phong trào “Toàn dân bảo vệ an ninh Tổ quốc” tốt.")
    assert programme.name == "Toàn dân bảo vệ an ninh Tổ quốc"
    assert len(programme.evidence) == 2


def test_a_committee_for_a_movement_does_not_name_it_again() -> None:
    assert read("Cục Xây dựng phong trào bảo vệ an ninh Tổ quốc về làm việc.") == ()


@pytest.mark.parametrize(("kind", "example"), [(c.id, e) for c in scheme("initiative-kind") for e in c.examples])
def test_the_examples_of_the_scheme(kind: str, example: str) -> None:
    (programme,) = read(example)
    assert programme.kind == {"campaign": "movement", "pilot": "model"}.get(kind, kind)
    assert programme.name == "Xóm sạch, ngõ đẹp"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Huyện họp về dự án cầu Bến Thủy 2, vốn lớn.", [("scheme", "cầu Bến Thủy 2")]),
        ("Tỉnh chậm dự án mở rộng Nhà máy đường Sông Con.", [("scheme", "mở rộng Nhà máy đường Sông Con")]),
        ("Xã ra quân Tháng hành động vì rừng xanh.", [("movement", "Tháng hành động vì rừng xanh")]),
        ("Sở tổng kết chương trình hỗ trợ nhà ở trong thời gian qua.", [("programme", "hỗ trợ nhà ở")]),
        ("Có dự án thuộc trách nhiệm của Ban.", []),
    ],
)
def test_names_without_quotes(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text) == expected


def test_plans_of_two_years_are_two() -> None:
    found = names(
        "Xã tổng kết Kế hoạch phát triển kinh tế - xã hội năm 2015 và Kế hoạch phát triển kinh tế - xã hội năm 2016."
    )
    assert [name[-4:] for _, name in found] == ["2015", "2016"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sở lập đề án nâng cao hiệu lực, hiệu quả của công tác dân số, theo đó xã tự chủ.",
            [("scheme", "nâng cao hiệu lực, hiệu quả của công tác dân số")],
        ),
        (
            "Huyện triển khai chương trình trồng rừng thích ứng với biến đổi khí hậu, xã đi đầu.",
            [("programme", "trồng rừng thích ứng với biến đổi khí hậu")],
        ),
        ("Ban xây dựng đề án cán bộ trẻ cấp xã và chuẩn bị cho đại hội.", [("scheme", "cán bộ trẻ cấp xã")]),
        (
            "Chính phủ phê duyệt Quy hoạch tổng thể phát triển chè Thái Nguyên hôm qua.",
            [("plan", "Quy hoạch tổng thể phát triển chè Thái Nguyên")],
        ),
        (
            "Xã phát động “Tháng cao điểm dọn ao, diệt bọ gậy” chiều qua.",
            [("movement", "Tháng cao điểm dọn ao, diệt bọ gậy")],
        ),
        (
            "Cục phát động phong trào thi đua xử lý rác ở chợ quê, xã làm trước.",
            [("movement", "thi đua xử lý rác ở chợ quê")],
        ),
        (
            "Huyện chậm dự án nâng cấp tuyến đê bao ngăn mặn vùng bãi ngang Kim Sơn, vốn lớn.",
            [("scheme", "nâng cấp tuyến đê bao ngăn mặn vùng bãi ngang Kim Sơn")],
        ),
        ("Sở Quy hoạch - Kiến trúc họp. Xã theo phương châm “quy hoạch mở”.", []),
        ("Bà Lan xem chương trình “Chào buổi sáng” của đài tỉnh.", []),
    ],
)
def test_where_a_name_begins_and_ends(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("example", [e for c in scheme("initiative-name") for e in c.examples])
def test_the_examples_of_the_scheme_of_names(example: str) -> None:
    assert len(read(example)) == 1


def test_two_names_of_one_initiative_are_one_entry() -> None:
    assert names("Xã vào chương trình “Mỗi xã một sản phẩm”. Chương trình OCOP giúp dân bán mật ong.") == [
        ("programme", "Mỗi xã một sản phẩm")
    ]
    assert names("Tỉnh làm đề án siết kỷ luật người đứng đầu. Có đề án siết kỷ luật, trách nhiệm người đứng đầu.") == []


@pytest.mark.parametrize("kind", ["scheme", "programme"])
def test_the_opening_words_of_the_scheme_of_kinds(kind: str) -> None:
    (concept,) = [c for c in scheme("initiative-kind") if c.id == kind]
    for word in concept.extra["opening"]:
        ((found, name),) = names(f"Sở gửi {concept.label} {word} bến cá ven sông cho xã.")
        assert found == kind and name.startswith(word), word
