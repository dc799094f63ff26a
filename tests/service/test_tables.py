"""Tables of answers as text: names stand for things, and what is not stated is said."""

from rdflib import Literal, URIRef

from service.tables import text_table


def test_a_table_shows_names_and_not_the_names_of_resources() -> None:
    chair, label = URIRef("https://w3id.org/vpg/id/person/le-van-tam"), Literal("Lê Văn Tám")
    found = text_table(
        ["chair", "chairLabel", "event"],
        [{"chair": chair, "chairLabel": label, "event": Literal("A")}, {"chair": chair, "event": Literal("B")}],
    )
    first, _, one, other, _ = found.splitlines()
    assert first.split() == ["chair", "event"]
    assert one.split() == ["Lê", "Văn", "Tám", "A"]
    assert other.split() == ["id:person/le-van-tam", "B"]


def test_a_cell_is_not_stated_only_where_the_query_says_so() -> None:
    variables = ["chair", "chairLabel", "chairStated", "place"]
    rows = [
        {"chairStated": Literal(True), "chair": URIRef("https://w3id.org/vpg/id/person/x"), "chairLabel": Literal("X")},
        {"chairStated": Literal(False), "place": Literal("Y")},
    ]
    assert text_table(variables, rows).splitlines() == [
        "chair      place", "---------  -----", "X", "không nêu  Y", "(2 rows)"
    ]  # fmt: skip
    said = [{"tieStated": Literal(True)}, {"tieStated": Literal(False)}, {}]
    assert text_table(["tieStated"], said).splitlines()[2:] == ["có nêu", "không nêu", "", "(3 rows)"]
