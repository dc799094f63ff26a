"""What a body's name says: its kind, its place, the bodies above it."""

import pytest

from graph.mention import Extraction, NamedBody
from graph.resolve.body import parse_body
from graph.resolve.context import ReportContext
from graph.resolve.place import province
from graph.source import Source

DAY = "2018-08-30"


def slug(name: str, **more: str) -> str:
    return str(parse_body(name, day=DAY, document=more.get("document", "s1")).iri).rsplit("/", 1)[-1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND tỉnh Thái Bình", "Ủy ban nhân dân tỉnh Thái Bình"),
        ("Công an Nghệ An", "Công an tỉnh Nghệ An"),
        ("Sở GD-ĐT tỉnh Sơn La", "Sở Giáo dục và đào tạo Sơn La"),
        ("Thành uỷ TP. HCM", "Thành ủy TP HCM"),
        ("Trung ương Đảng", "Ban Chấp hành Trung ương Đảng khoá XI"),
        ("Ban Bí thư", "Ban Bí thư Trung ương Đảng (Khoá XI)"),
        ("Cục Xây dựng phong trào - Bộ Công an", "Cục Xây dựng phong trào (Bộ Công an)"),
        ("Vụ Vận tải, Bộ Giao thông - Vận tải", "Vụ Vận tải thuộc Bộ GTVT"),
    ],
)
def test_two_writings_are_one_body(one: str, other: str) -> None:
    assert slug(one) == slug(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Công an tỉnh Nam Định", "Công an thành phố Nam Định"),
        ("UBND tỉnh Thái Bình", "UBND tỉnh Hải Dương"),
        ("Phòng 3, Cục Xây dựng phong trào, Bộ Công an", "Phòng 4, Cục Xây dựng phong trào, Bộ Công an"),
        ("Tỉnh ủy Ninh Bình", "UBND tỉnh Ninh Bình"),
        ("Văn phòng UBND tỉnh Nghệ An", "UBND tỉnh Nghệ An"),
    ],
)
def test_two_bodies_stay_two(one: str, other: str) -> None:
    assert slug(one) != slug(other)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Bộ Công an", "Ministry"),
        ("UBND tỉnh Thái Bình", "PeoplesCommittee"),
        ("Công an huyện Chư Păh", "PoliceBody"),
        ("Tỉnh ủy Bến Tre", "PartyCommittee"),
        ("Ban Chỉ đạo 138 tỉnh Bình Định", "SteeringCommittee"),
        ("Ủy ban MTTQ Việt Nam tỉnh Trà Vinh", "FrontBody"),
        ("Hội Nông dân huyện Chư Păh", "MassOrganization"),
        ("Bộ Chính trị", "PartyBody"),
    ],
)
def test_the_name_says_the_class(name: str, kind: str) -> None:
    assert kind in parse_body(name, day=DAY, document="s1").classes


def test_a_part_names_the_bodies_above_it() -> None:
    body = parse_body("Phòng 3, Cục Thử nghiệm, Bộ Công an", day=DAY)
    assert [b.label for b in body.chain()] == ["Phòng 3", "Cục Thử nghiệm", "Bộ Công an"]


def test_a_part_that_the_reference_data_know_is_that_body() -> None:
    one = parse_body("Cục Cảnh sát hình sự (Bộ Công an)", day=DAY)
    assert one.known is not None and one.iri == parse_body("Cục Cảnh sát hình sự", day=DAY).iri


@pytest.mark.parametrize(
    ("name", "parent"),
    [
        ("Đoàn công tác của Bộ Công an", "Bộ Công an"),
        ("Ban Soạn thảo các nghị định của Chính phủ về nuôi ong", None),
        ("Phòng Tuyên truyền, Báo chí", None),
    ],
)
def test_of_a_body_is_a_border_before_a_whole_name_only(name: str, parent: str | None) -> None:
    body = parse_body(name, day=DAY)
    assert (body.parent.label if body.parent else None) == parent


def test_a_party_committee_leads_a_body_and_is_no_part_of_it() -> None:
    body = parse_body("Đảng ủy Công an tỉnh Thái Bình", day=DAY)
    assert body.parent is None
    assert body.committee_of is not None and body.committee_of.label == "Công an tỉnh Thái Bình"


def test_a_comma_inside_a_name_is_no_border() -> None:
    body = parse_body("Phòng An ninh mạng và phòng, chống tội phạm công nghệ cao, Công an tỉnh Ninh Thuận", day=DAY)
    assert body.parent is not None and body.parent.label == "Công an tỉnh Ninh Thuận"
    assert body.label == "Phòng An ninh mạng và phòng, chống tội phạm công nghệ cao"


def test_a_name_without_its_province_takes_that_of_the_report() -> None:
    about = province("Hải Dương", DAY)
    assert parse_body("Tỉnh uỷ", day=DAY, context=about).label == "Tỉnh ủy Hải Dương"
    assert parse_body("UBND tỉnh", day=DAY, context=about).label == "Ủy ban nhân dân tỉnh Hải Dương"


def test_a_name_that_nothing_completes_stays_in_its_document() -> None:
    assert slug("UBND tỉnh", document="s1") != slug("UBND tỉnh", document="s2")
    assert slug("UBND xã Bình Minh", document="s1") != slug("UBND xã Bình Minh", document="s2")


def test_a_man_s_name_in_a_body_is_no_city() -> None:
    assert parse_body("Đoàn TNCS Hồ Chí Minh", day=DAY).place is None


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("Bộ Y tế và Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam", 2),
        ("Bộ Công an và Ủy ban nhân dân tỉnh Hải Dương", 2),
        ("Bộ Giáo dục và Đào tạo", 1),
        ("Ban Tuyên giáo và Dân vận Trung ương", 1),
        ("Sở Văn hóa, Thể thao và Du lịch tỉnh Bến Tre", 1),
        ("Cục Xây dựng phong trào, Bộ Công an", 1),
    ],
)
def test_joint_names_are_several_bodies(name: str, count: int) -> None:
    extraction = Extraction("r", None, None, bodies=(NamedBody(name, ()),))
    context = ReportContext(extraction, Source.from_text("r", "Một bản tin."))
    assert len(context.bodies[name]) == count


@pytest.mark.parametrize(
    ("names", "bodies"),
    [
        (("Công an tỉnh Thanh Lạc", "Công an Thanh Lạc"), 1),  # a province that no gazetteer has
        (("UBND huyện Ea Lốp", "Ủy ban nhân dân Ea Lốp"), 1),
        (("Công an tỉnh Thanh Lạc", "Công an xã Thanh Lạc", "Công an Thanh Lạc"), 3),  # which of both is open
        (("Công an tỉnh Thanh Lạc", "UBND xã Thanh Lạc", "Công an Thanh Lạc"), 3),
        (("Công an tỉnh Thanh Lạc", "Sở Nội vụ Thanh Lạc"), 2),  # another body
        (("Công an huyện Ninh Bình", "Công an Ninh Bình"), 2),  # the province bears the name
        (("Công an tỉnh Thanh Lạc", "Công an Thanh Lạc Đông"), 2),
    ],
)
def test_a_level_said_once_is_meant_in_the_whole_report(names: tuple[str, ...], bodies: int) -> None:
    extraction = Extraction("x", None, None, bodies=tuple(NamedBody(name, ()) for name in names))
    found = ReportContext(extraction, Source.from_text("x", "Một bản tin.")).bodies
    assert len({body.iri for name in names for body in found[name]}) == bodies


def test_a_level_said_in_one_report_means_nothing_in_another() -> None:
    extraction = Extraction("x", None, None, bodies=(NamedBody("Công an Thanh Lạc", ()),))
    (body,) = ReportContext(extraction, Source.from_text("x", "Một bản tin.")).bodies["Công an Thanh Lạc"]
    assert body.label == "Công an Thanh Lạc"
