"""One label for a resource, one resource for a name, whatever else the collection holds."""

from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import SKOS

from graph.mention import Extraction, NamedBody, StatisticMention
from graph.quads import write
from graph.resolve.body import parse_body
from graph.resolve.place import find_place
from graph.resolve.register import Register
from graph.resolve.resolver import Resolver
from graph.source import Source

DAY = "2018-08-30"


def bodies(resolver: Resolver, document: str, *names: str) -> list[str]:
    text = ". ".join(names)
    found = Extraction(document, None, DAY, bodies=tuple(NamedBody(n, ()) for n in names))
    resolution = resolver.resolve(found, Source.from_text(document, text, published=DAY))
    return [str(resolution.bodies[name][0].iri) for name in names]


def test_names_that_differ_in_tone_marks_only_are_two(tmp_path: Path) -> None:
    path = tmp_path / "register.jsonl"
    one, other = "Công an xã Tân Thanh, tỉnh Bến Tre", "Công an xã Tân Thành, tỉnh Bến Tre"
    first = bodies(Resolver(Register(path)), "a", one, other)
    assert first[0] != first[1]
    assert bodies(Resolver(Register(path)), "b", other, one) == first[::-1]


def test_the_spelling_of_capitals_and_y_does_not_part_a_body() -> None:
    resolver = Resolver()
    assert bodies(resolver, "a", "Thành ủy Hà Nội") == bodies(resolver, "b", "Thành Uỷ Hà Nội")


def test_a_generic_part_says_whose_part_it_is() -> None:
    body = parse_body("Ban Thường vụ Tỉnh ủy Thái Bình", day=DAY, document="s1")
    assert body.title == "Ban Thường vụ Tỉnh ủy Thái Bình"
    assert body.parent is not None and body.parent.title == "Tỉnh ủy Thái Bình"


@pytest.mark.parametrize("name", ["Hội đồng nhân dân", "Công an nhân dân", "Bộ Công an - Bộ Công an"])
def test_nothing_is_part_of_itself(name: str) -> None:
    body = parse_body(name, day=DAY, document="s1")
    assert body.parent is None or body.parent.iri != body.iri


def test_a_place_ends_where_a_person_begins() -> None:
    place = find_place("thành phố Hà Nội Nguyễn Doãn", day=DAY, document="s1")
    assert place is not None and str(place.iri).endswith("/ha-noi")


def test_what_is_counted_is_known_by_its_words_to_the_tone_mark() -> None:
    resolver = Resolver()
    units = {}
    for document, unit in (("a", "đội"), ("b", "đôi"), ("c", "Đội"), ("d", "đội,")):
        figure = StatisticMention(12.0, unit, f"{unit} dân phòng", ())
        found = Extraction(document, None, DAY, statistics=(figure,))
        resolution = resolver.resolve(found, Source.from_text(document, f"12 {unit} dân phòng", published=DAY))
        units[document] = resolution.units[unit], resolution.metrics[f"{unit} dân phòng"]
    assert units["a"] == units["c"] == units["d"]
    assert units["a"][0] != units["b"][0] and units["a"][1] != units["b"][1]


def test_a_unit_of_the_scheme_keeps_its_concept() -> None:
    figure = StatisticMention(98.0, "%", "hộ", ())
    found = Extraction("a", None, DAY, statistics=(figure,))
    resolution = Resolver().resolve(found, Source.from_text("a", "98% hộ", published=DAY))
    assert str(resolution.units["%"]).endswith("/voc/unit/percent")


def test_each_resource_has_one_label(made: Callable) -> None:
    resolver = Resolver()
    labels = set()
    bearers = (
        ("a", "Phó Bí thư Thường trực", "Thành ủy Hà Nội"),
        ("b", "Phó bí thư thường trực", "Thành Uỷ Hà Nội"),
    )
    for document, head, org in bearers:
        found, source = made(document, published=DAY, persons=[("Trần Văn An", None, [(head, org)])])
        for quad in write(found, source, resolver.resolve(found, source)):
            if quad[1] == SKOS.prefLabel:
                labels.add((quad[0], quad[2]))
    assert len({subject for subject, _ in labels}) == len(labels)
