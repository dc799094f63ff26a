"""Values from outside become exactly one RDF term, or are refused."""

import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import XSD

from graph.errors import ParameterError
from graph.stores import open_store
from queries.parameters import TYPES, Parameter, write_term


def parameter(type: str) -> Parameter:
    return Parameter(name="p", type=type, label={"vi": "tham số", "en": "parameter"})


@pytest.mark.parametrize(
    ("type", "value", "term"),
    [
        ("iri", "https://w3id.org/vpg/id/person/to-lam", URIRef("https://w3id.org/vpg/id/person/to-lam")),
        ("iri", "id:person/to-lam", URIRef("https://w3id.org/vpg/id/person/to-lam")),
        ("iri", "id/person/to-lam", URIRef("https://w3id.org/vpg/id/person/to-lam")),
        ("iri", "vpg:Conference", URIRef("https://w3id.org/vpg/def#Conference")),
        ("date", "2018-08-30", Literal("2018-08-30", datatype=XSD.date)),
        ("date", "30/8/2018", Literal("2018-08-30", datatype=XSD.date)),
        ("text", " Ủy ban ", Literal("Ủy ban")),
        ("integer", "007", Literal("7", datatype=XSD.integer)),
        ("decimal", "3.50", Literal("3.50", datatype=XSD.decimal)),
        ("boolean", "True", Literal("true", datatype=XSD.boolean)),
    ],
)
def test_a_value_becomes_a_term(type: str, value: str, term: URIRef | Literal) -> None:
    assert parameter(type).parse(value) == term


@pytest.mark.parametrize(
    ("type", "value"),
    [
        ("iri", "to-lam"),
        ("iri", "https://x.example/a> } DROP ALL #"),
        ("iri", "https://x.example/{a}"),
        ("date", "31/2/2018"),
        ("date", "2018"),
        ("date", "2018-08-30T00:00:00"),
        ("integer", "1.5"),
        ("integer", "1e3"),
        ("integer", "१२"),
        ("decimal", "NaN"),
        ("decimal", "1e999999999"),
        ("boolean", "có"),
        ("text", "   "),
        ("text", "\ud800"),
    ],
)
def test_a_value_of_another_type_is_refused_by_name(type: str, value: str) -> None:
    with pytest.raises(ParameterError, match="parameter p: "):
        parameter(type).parse(value)


@pytest.mark.parametrize(
    "value",
    ['"', "\\", '\\"', '" } DROP ALL #', "a\nb\rc\td"]
    + ["''' \"\"\"", "{ } # ?x", "Ủy ban đ", "\b\f\x7f", "$1 \\g<0>"],
)
def test_a_text_stays_the_same_text_in_sparql(value: str) -> None:
    query = f"SELECT ?x WHERE {{ VALUES ?x {{ {write_term(Literal(value))} }} }}"
    assert open_store(":memory:").query(query).rows() == [{"x": Literal(value)}]


def test_language_and_datatype_are_written() -> None:
    assert write_term(Literal("Bộ", lang="vi")) == '"Bộ"@vi'
    assert write_term(Literal("1", datatype=XSD.integer)) == f'"1"^^<{XSD.integer}>'


def test_every_type_is_tried_here() -> None:
    assert set(TYPES) == {"iri", "date", "text", "integer", "decimal", "boolean"}
