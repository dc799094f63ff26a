"""Provinces before and after July 2025, and the central bodies."""

import csv
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, Graph

from ontology.load import ontology_graph
from ontology.namespaces import QB, VPG
from ontology.reference import HERE, Place, bodies, build, places


def provinces(day: str) -> dict[str, Place]:
    return {place.name: place for place in places() if place.level == "province" and place.valid_on(day)}


def test_63_provinces_until_june_2025_and_34_after() -> None:
    assert len(provinces("2025-06-30")) == 63
    assert len(provinces("2025-07-01")) == 34
    assert len(provinces("2019-01-01")) == 63


@pytest.mark.parametrize("day", ["2007-12-31", "2010-01-01", "2024-12-31", "2025-01-01", "2025-06-30", "2025-07-01"])
def test_a_code_means_one_unit_on_a_day(day: str) -> None:
    codes = Counter(place.gso_code for place in provinces(day).values())
    assert [code for code, count in codes.items() if count > 1] == []
    names = Counter(form for place in provinces(day).values() for form in place.forms)
    assert [form for form, count in names.items() if count > 1] == []


def test_each_unit_that_ended_was_merged_into_one_that_stood_then() -> None:
    by_iri = {place.iri: place for place in places()}
    for place in places():
        assert (place.valid_until is None) == (place.merged_into is None), place.id
        if place.merged_into:
            assert by_iri[place.merged_into].valid_until is None
            assert (by_iri[place.merged_into].valid_from or "") >= (place.valid_until or "")


@pytest.mark.parametrize(
    ("before", "after"),
    [("Thái Bình", "Hưng Yên"), ("Hải Dương", "Hải Phòng"), ("Ninh Bình", "Ninh Bình"), ("Nam Định", "Ninh Bình")],
)
def test_successors(before: str, after: str) -> None:
    old, new = provinces("2022-11-23")[before], provinces("2025-07-01")[after]
    assert old.merged_into == new.iri
    assert old.iri != new.iri


def test_unchanged_provinces_are_one_unit() -> None:
    assert provinces("2020-01-01")["Lạng Sơn"] is provinces("2026-01-01")["Lạng Sơn"]


def test_the_table_agrees_with_the_list_of_mergers(shared: Callable[[str], Path]) -> None:
    with shared("places/provinces-2025.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    before, after = provinces("2025-06-30"), provinces("2025-07-01")
    assert len(rows) == 63
    for row in rows:
        name = row["name_before"].removeprefix("Tỉnh ").removeprefix("Thành phố ").replace("Hoà", "Hòa")
        place, successor = before[name], after[row["successor_name"]]
        assert place.gso_code == row["gso_code_before"]
        assert successor.gso_code == row["successor_code"]
        if row["extent_changed_on"]:
            assert place.merged_into == successor.iri
        else:
            assert place is successor


def test_iso_codes_are_of_one_unit_each() -> None:
    codes = Counter(place.iso_code for place in places() if place.iso_code and place.valid_on("2025-06-30"))
    assert len(codes) == 64  # 63 provinces and the country
    assert set(codes.values()) == {1}


def test_bodies_have_unique_names_parents_that_exist_and_classes_of_the_ontology() -> None:
    names = Counter(form for body in bodies() for form in {form.casefold() for form in body.forms})
    assert [name for name, count in names.items() if count > 1] == []
    iris = {body.iri for body in bodies()}
    classes = {str(s) for s in ontology_graph().subjects(RDF.type)}
    for body in bodies():
        assert body.parent is None or body.parent in iris
        assert body.succeeded_by is None or body.succeeded_by in iris
        assert str(VPG[body.class_name]) in classes


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("Trung ương Đảng", "Ban Chấp hành Trung ương Đảng"),
        ("BCA", "Bộ Công an"),
        ("Bộ GD-ĐT", "Bộ Giáo dục và Đào tạo"),
        ("TAND tối cao", "Tòa án nhân dân tối cao"),
        ("Trung ương Đoàn", "Đoàn Thanh niên Cộng sản Hồ Chí Minh"),
    ],
)
def test_bodies_are_known_by_their_other_names(written: str, label: str) -> None:
    assert [body.label for body in bodies() if written in body.forms] == [label]


@pytest.mark.parametrize("name", build.FILES)
def test_turtle_is_what_the_tables_say(name: str) -> None:
    """After a change of a table: python -m ontology.reference.build."""
    path = HERE / f"{name}.ttl"
    assert path.read_text(encoding="utf-8") == build.turtle(name)
    assert len(Graph().parse(path)) > 500


def test_the_data_set_of_figures_has_only_properties_of_figures() -> None:
    """A component of the cube must be a property that a reported figure can have."""
    ontology, cube = ontology_graph(), Graph().parse(HERE / "statistics.ttl")
    parts = {o for p in (QB.dimension, QB.measure, QB.attribute) for o in cube.objects(None, p)}
    assert len(parts) == 9
    for part in parts:
        domains = set(ontology.objects(part, RDFS.domain))
        assert (part, RDF.type, None) in ontology
        assert domains <= {VPG.ReportedStatistic, VPG.ReportedFact}, part
