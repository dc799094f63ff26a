"""Named programmes, schemes, movements and models: in quotes, in lists, by title; generic words are none."""

import pytest

from graph.grammar.documents.legal import find_legal
from graph.grammar.events.events import find_events
from graph.grammar.initiatives.programme_ends import name_end
from graph.grammar.initiatives.programmes import find_programmes
from graph.grammar.people.persons import find_people
from graph.grammar.text.layout import analyse
from graph.mention import ProgrammeMention
from graph.source import Source
from ontology.vocabulary import Concept, scheme


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
    assert programme.kind == {"campaign": "movement", "pilot": "model", "project": "scheme"}.get(kind, kind)
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
        "Xã tổng kết Kế hoạch phát triển kinh tế - xã hội năm 2031, rồi Kế hoạch phát triển kinh tế - xã hội năm 2032."
    )
    assert [name[-4:] for _, name in found] == ["2031", "2032"]


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
            "Huyện gửi Quy hoạch tổng thể phát triển chè Thái Nguyên hôm qua.",
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
    assert names("Xã vào chương trình “Mỗi xã một sản phẩm”. Nhờ đó Chương trình OCOP giúp dân bán mật ong.") == [
        ("programme", "Mỗi xã một sản phẩm")
    ]
    assert names("Tỉnh làm đề án siết kỷ luật người đứng đầu. Có đề án siết kỷ luật, trách nhiệm người đứng đầu.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở báo cáo dự án BOT cầu Rạch Sậy, bộ chờ.", ["BOT cầu Rạch Sậy"]),
        (
            "Tỉnh vay vốn cho dự án phát triển quỹ khám bệnh miễn phí tại vùng cao.",
            ["phát triển quỹ khám bệnh miễn phí"],
        ),
        ("Bộ giục dự án xây dựng thêm bến phà số 3 ở cù lao.", ["xây dựng thêm bến phà số 3"]),
        (
            "Cần duyệt 2 dự án là Bến Sứ - quốc lộ 80 và quốc lộ 80 - Đầm Cui, sau đó đấu thầu.",
            ["Bến Sứ - quốc lộ 80", "quốc lộ 80 - Đầm Cui"],
        ),
        (
            "Dự án chống ngập do triều khu vực TP. Bạc Liêu có xét đến nước biển dâng bị dừng.",
            ["chống ngập do triều khu vực TP. Bạc Liêu có xét đến nước biển dâng"],
        ),
        ("Ban quản lý dự án cầu Rạch Sậy họp. Các dự án BOT Rạch Sậy chậm. Dự án BOT này chậm.", []),
        ("Bộ dừng dự án thủy điện nhỏ không trồng bù rừng, xã mừng.", []),
    ],
)
def test_projects(text: str, expected: list[str]) -> None:
    assert [name for _, name in names(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Huyện bàn về phong trào thi đua yêu nước, việc trồng cây.", [("movement", "thi đua yêu nước")]),
        ("Xã có nhiều phong trào. Các phong trào thi đua yêu nước lan rộng.", []),
        ("Bí thư phát động phong trào nhặt rác ven đê trong toàn huyện.", [("movement", "nhặt rác ven đê")]),
        ("Huyện đảo tổ chức “Ngày vì rạn san hô xanh” mỗi tháng.", [("movement", "Ngày vì rạn san hô xanh")]),
        ("Bà kể truyện “Ngày xưa có một con cò”.", []),
        ("Kế hoạch đầu tư công trung hạn phải sửa nhiều lần.", [("plan", "đầu tư công trung hạn")]),
        ("Xã chưa xong kế hoạch phòng chống lũ quét cấp quốc gia.", [("plan", "phòng chống lũ quét cấp quốc gia")]),
        (
            "Bộ vừa có kế hoạch hành động quốc gia về nước sạch học đường với 12 mục tiêu.",
            [("plan", "hành động quốc gia về nước sạch học đường")],
        ),
        ("Sở lập kế hoạch triển khai thông tư của Bộ.", []),
        (
            "Tỉnh thực hiện nghị quyết về chiến lược phát triển nghề biển thời kỳ đổi mới, dân mừng.",
            [("plan", "phát triển nghề biển thời kỳ đổi mới")],
        ),
        (
            "Nước bạn nói về Chiến lược Đông Á - Nam Á cởi mở và hài hòa của mình.",
            [("plan", "Đông Á - Nam Á cởi mở và hài hòa")],
        ),
        ("Sở lập đề án hỗ trợ nhà ở tự do cho thợ mỏ.", [("scheme", "hỗ trợ nhà ở tự do")]),
        ("Sở viết đề án sắp xếp trên cơ sở nhu cầu.", []),
        ("Bộ xây dựng đề án thông tin trên mạng làng quê.", [("scheme", "thông tin trên mạng làng quê")]),
        # plans of land and places in small letters: with a place in their name, and drawn up, or numbered
        ("Sở công bố quy hoạch chi tiết hai bờ sông Mơ cho dân.", [("plan", "quy hoạch chi tiết hai bờ sông Mơ")]),
        ("Bộ sớm lập quy hoạch điện IX cho cả nước.", [("plan", "quy hoạch điện IX")]),
        ("Xã thực hiện quy hoạch chung huyện Cam Lâm.", []),
        ("Xã rà soát quy hoạch xây dựng ven sông.", []),
        (
            "Bộ chọn “Năm ASEAN Hạ Long 2031 - Chung tay giữ biển xanh” làm chủ đề.",
            [("movement", "Năm ASEAN Hạ Long 2031 - Chung tay giữ biển xanh")],
        ),
        (
            "Tỉnh mở “Năm nước sạch vùng cao 2031: Chung tay giữ nguồn” ở các bản.",
            [("movement", "Năm nước sạch vùng cao 2031: Chung tay giữ nguồn")],
        ),
        ("Ông nói: “Năm 2031 - Chung tay giữ nguồn nước sạch vùng cao”.", []),
        ("Tỉnh gỡ khó cho dự án DAP Bến Sậy trong năm.", [("scheme", "DAP Bến Sậy")]),
        ("Sở thực hiện chương trình GD phổ thông mới từ năm sau.", [("programme", "GD phổ thông mới")]),
        ("Xã làm kế hoạch phát triển kinh tế - xã hội năm 2021-2025.", [("plan", "phát triển kinh tế - xã hội")]),
    ],
)
def test_movements_plans_and_schemes_without_quotes(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text) == expected


def test_a_headline_shortens_the_name_of_a_scheme() -> None:
    text = "Ban lập đề án về đội ngũ thợ giỏi vùng cao. Đề án “xây dựng đội ngũ thợ, nhất là thợ giỏi ở vùng cao” hay."
    assert names(text) == [("scheme", "xây dựng đội ngũ thợ, nhất là thợ giỏi ở vùng cao")]


@pytest.mark.parametrize("pair", next(c.extra["phrase"] for c in scheme("name-joint") if c.id == "coupled"))
def test_coupled_words_do_not_end_a_name(pair: str) -> None:
    ((_, name),) = names(f"Sở lập đề án hỗ trợ bến cá {pair} cho xã.")
    assert name == f"hỗ trợ bến cá {pair}"


@pytest.mark.parametrize("kind", ["scheme", "programme", "project"])
def test_the_opening_words_of_the_scheme_of_kinds(kind: str) -> None:
    (concept,) = [c for c in scheme("initiative-kind") if c.id == kind]
    for word in concept.extra["opening"]:
        ((found, name),) = names(f"Sở gửi {concept.label} {word} bến cá ven sông cho xã.")
        assert found == kind.replace("project", "scheme") and name.startswith(word), word


@pytest.mark.parametrize("name", ["phát triển thương mại tự do", "hỗ trợ nhà ở", "học tập và làm theo"])
def test_the_end_of_what_is_searched_ends_a_name(name: str) -> None:
    # It is a stop without words; going on over it, as over a preposition, would never come to an end.
    assert name_end(name, name, 0, len(name)) == len(name)


# How a joint stands in the name that goes on over it.
JOINED = {"with": "{} với ", "of": "{} của ", "harm": "{}, ", "cause": " do {}"}


@pytest.mark.parametrize(("use", "example"), [(c, e) for c in scheme("name-joint") for e in c.examples], ids=str)
def test_names_go_on_as_the_examples_of_joints_say(use: Concept, example: str) -> None:
    document = analyse(Source.from_text("x", f"Tin hoạt động của huyện trong tuần\n\n{example}"))
    people = find_people(document)
    told = [name for _, name in names(example)] + [e.name for e in find_events(document, people)]
    told += [str(post.org).lower() for person in people.persons for post in person.posts]
    over = [JOINED.get(use.id, "{}").format(phrase) for phrase in use.extra["phrase"]]
    assert any(phrase in name for phrase in over for name in told), told
