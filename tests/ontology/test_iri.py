"""IRIs by table: what is minted today must be minted for ever."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology import iri

ID = "https://w3id.org/vpg/id/"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nguyễn Văn Minh", "nguyen-van-minh"),
        ("Đặng Thị Ngọc Thịnh", "dang-thi-ngoc-thinh"),
        ("Ủy ban MTTQ", "uy-ban-mttq"),
        ("Uỷ ban MTTQ", "uy-ban-mttq"),
        ("UBND tỉnh Bà Rịa - Vũng Tàu", "ubnd-tinh-ba-ria-vung-tau"),
        ("09/CTr-BCA-MTTW", "09-ctr-bca-mttw"),
        ("“Hòa giải”,  số 5", "hoa-giai-so-5"),
        ("Điểu K’ré", "dieu-k-re"),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert iri.slug(text) == expected
    assert iri.slug(unicodedata.normalize("NFD", text)) == expected


def test_slug_of_another_script_is_stable_and_ascii() -> None:
    assert iri.slug("習近平") == iri.slug("習近平") != iri.slug("李克強")
    assert iri.slug("習近平").isascii()


@pytest.mark.parametrize("text", ["", "  ", "…", "--"])
def test_nothing_to_slug(text: str) -> None:
    with pytest.raises(iri.EmptySlugError):
        iri.slug(text)


@pytest.mark.parametrize(
    ("minted", "expected"),
    [
        (iri.mint_person("Nguyễn Văn Sơn"), "person/nguyen-van-son"),
        (iri.mint_person("Nguyễn Văn Sơn", "2"), "person/nguyen-van-son--2"),
        (iri.mint_organization("UBND tỉnh Ninh Bình"), "org/ubnd-tinh-ninh-binh"),
        (iri.mint_post("Thứ trưởng", "Bộ Công an"), "post/thu-truong--bo-cong-an"),
        (iri.mint_post("Chủ tịch nước"), "post/chu-tich-nuoc"),
        (
            iri.mint_event("Hội nghị tổng kết năm", "2014-03-06", "Hải Dương"),
            "event/2014-03-06-hoi-nghi-tong-ket-nam--hai-duong",
        ),
        (iri.mint_event("Hội nghị", "--05-12", "Hà Nội"), "event/05-12-hoi-nghi--ha-noi"),
        (iri.mint_document("Chỉ thị", "09", "Ban Bí thư", 2011), "doc/chi-thi-09-ban-bi-thu-2011"),
        (iri.mint_document("Thông tư", "23", "Bộ Công an", None), "doc/thong-tu-23-bo-cong-an-nd"),
        (
            iri.mint_document("Luật", None, "Quốc hội", "2018", "An ninh mạng"),
            "doc/luat-an-ninh-mang-quoc-hoi-2018",
        ),
        (iri.mint_initiative("model", "Xóm an toàn"), "initiative/model--xom-an-toan"),
        (iri.mint_place("Ninh Bình"), "place/ninh-binh"),
        (iri.mint_place("Ninh Bình", 2025), "place/ninh-binh-2025"),
        (iri.mint_source("s004"), "source/s004"),
        (
            iri.mint_fact("Participation", "s004", "Nguyễn Lam", None, "chair"),
            "participation/s004--nguyen-lam--chair",
        ),
        (iri.mint_evidence("s003", 120, 188), "ev/s003-120-188"),
        (iri.mint_evidence("s_3", 120, 188, "roles.list"), "ev/s_3-120-188--roles-list"),
        (iri.mint_selector("s003", 120, 188), "sel/s003-120-188"),
        (iri.mint_fact("AwardConferral", "a/b c", "1"), "award/a%2Fb%20c--1"),
        (
            iri.mint_tenure(iri.mint_person("Tô Lâm"), iri.mint_post("Bộ trưởng", "Bộ Công an")),
            "tenure/to-lam--bo-truong--bo-cong-an",
        ),
    ],
)
def test_minted(minted: str, expected: str) -> None:
    assert str(minted) == ID + expected


def test_graphs() -> None:
    assert str(iri.document_graph("s004")) == "https://w3id.org/vpg/graph/doc/s004"
    assert str(iri.GRAPH_PLACES) == "https://w3id.org/vpg/graph/reference/places"


def test_two_reports_never_share_a_graph() -> None:
    assert iri.document_graph("a_b") != iri.document_graph("a-b") != iri.document_graph("A-b")


def test_metrics_and_units_are_concepts() -> None:
    assert str(iri.mint_unit("%")) == "https://w3id.org/vpg/voc/unit/percent"
    assert str(iri.mint_unit("tỷ đồng")) == "https://w3id.org/vpg/voc/unit/ty-dong"
    assert str(iri.mint_metric("vụ cháy")) == "https://w3id.org/vpg/voc/metric/vu-chay"


def test_numbered_documents_of_two_types_stay_two() -> None:
    directive = iri.mint_document("Chỉ thị", "09", None, None)
    programme = iri.mint_document("Chương trình phối hợp", "09", None, None)
    assert directive != programme


def test_long_names_are_cut_and_stay_apart() -> None:
    name = "Hội nghị " + "tổng kết phong trào " * 20
    one, two = iri.mint_event(name + "năm 2020"), iri.mint_event(name + "năm 2021")
    assert one != two
    assert len(iri.local_slug(one)) <= iri.MAX_PART


def test_no_fact_without_a_known_kind() -> None:
    with pytest.raises(KeyError):
        iri.mint_fact("Rumour", "s001")


@given(st.text(min_size=1))
def test_slug_is_ascii_and_idempotent(text: str) -> None:
    try:
        result = iri.slug(text)
    except iri.EmptySlugError:
        return
    assert result.isascii()
    assert iri.slug(result) == result
    assert not result.startswith("-")
    assert not result.endswith("-")
