"""Provinces before and after July 2025, and units whose province nobody says."""

import pytest

from graph.resolve.place import find_place, province, provinces_in

OLD, NEW = "2018-08-30", "2025-09-01"


def local(text: str, **how: str | None) -> str | None:
    place = find_place(text, day=how.get("day", OLD), document=how.get("document"))
    return str(place.iri).rsplit("/", 1)[-1] if place else None


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Thái Bình", "thai-binh"),
        ("tỉnh Hoà Bình", "hoa-binh"),
        ("TP. HCM", "ho-chi-minh"),
        ("Hà Nội", "ha-noi"),
        ("huyện Ninh Phước, Ninh Thuận", "huyen-ninh-phuoc--ninh-thuan"),
        ("thành phố Hạ Long (Quảng Ninh)", "thanh-pho-ha-long--quang-ninh"),
        ("Phnom Penh, Campuchia", None),
        ("Hồ Chí Minh", None),
    ],
)
def test_a_place_as_written(text: str, slug: str | None) -> None:
    assert local(text) == slug


def test_a_province_is_the_one_of_its_day() -> None:
    before, after = province("Ninh Bình", OLD), province("Ninh Bình", NEW)
    assert before and after
    assert str(before.iri).endswith("/ninh-binh")
    assert str(after.iri).endswith("/ninh-binh-2025")


def test_a_former_province_is_found_after_its_end() -> None:
    place = province("Thái Bình", NEW)
    assert place is not None and str(place.iri).endswith("/thai-binh")


def test_a_commune_without_province_stays_in_its_document() -> None:
    here = find_place("xã Bình Minh", day=OLD, document="s1")
    there = find_place("xã Bình Minh", day=OLD, document="s2")
    assert here and there and here.iri != there.iri and not here.scoped
    assert find_place("xã Bình Minh", day=OLD) is None


def test_a_commune_takes_the_province_of_the_report() -> None:
    about = province("Gia Lai", OLD)
    place = find_place("xã Ia Ly", day=OLD, context=about, document="s1")
    assert place and about and place.province == about.iri and place.scoped


def test_small_letters_name_no_province() -> None:
    assert provinces_in("cuộc sống thái bình, an giang", OLD) == []
    assert [p.short for p in provinces_in("Thái Bình và An Giang", OLD)] == ["Thái Bình", "An Giang"]
