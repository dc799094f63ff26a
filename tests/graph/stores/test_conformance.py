"""What is put right before the engine sees a query."""

import pytest

from graph.errors import QuerySyntaxError
from graph.stores.oxigraph import OxigraphStore

P = "PREFIX e: <http://e/> "


def rows(text: str) -> list[dict[str, str]]:
    with OxigraphStore() as store:
        store.update(P + "INSERT DATA { e:a e:p e:b . e:b e:p e:c }")
        return [{k: str(v) for k, v in row.items()} for row in store.query(P + text).rows()]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SELECT ?s { ?s e:p* e:nowhere }", ["http://e/nowhere"]),
        ("SELECT ?s { e:nowhere e:p? ?s . }", ["http://e/nowhere"]),
        ("SELECT ?s { <http://e/nowhere> <http://e/p>* ?s }", ["http://e/nowhere"]),
        ("SELECT ?s { ?s e:p* e:c }", ["http://e/a", "http://e/b", "http://e/c"]),
    ],
)
def test_a_path_of_no_length_ends_where_it_starts(text: str, found: list[str]) -> None:
    assert sorted(row["s"] for row in rows(text)) == found


def test_a_column_knows_the_columns_before_it() -> None:
    text = "SELECT (COUNT(*) AS ?n) (?n + 1 AS ?m) (?m * 2 AS ?k) { ?s e:p ?o }"
    assert [row["m"] for row in rows(text)] == ["3"]
    assert rows("SELECT (COUNT(?o) AS ?n) { ?s e:p ?o } GROUP BY ?s HAVING (COUNT(?o) > 0)")[0] == {"n": "1"}


@pytest.mark.parametrize(
    "text",
    [
        "SELECT (COUNT(COUNT(*)) AS ?n) { ?s ?p ?o }",
        'SELECT * { BIND( <<( "literal" e:q e:z )>> AS ?x ) }',
        "SELECT * { BIND( <<( <<( e:s e:p e:o )>> e:q e:z )>> AS ?x ) }",
    ],
)
def test_what_the_grammar_forbids_is_an_error(text: str) -> None:
    with pytest.raises(QuerySyntaxError):
        rows(text)


def test_names_may_have_combining_marks() -> None:
    assert rows("SELECT ?s { ?s e:p* e:nơ\u0301i }")[0]["s"] == "http://e/nơ\u0301i"


def test_a_query_is_put_right_each_time_it_is_asked() -> None:
    with OxigraphStore() as store:
        store.update("INSERT DATA { <http://e/a> <http://e/p> 1, 2 }")
        text = "SELECT (COUNT(?v) AS ?n) (?n + 1 AS ?m) { ?s ?p ?v }"
        for _ in range(3):
            again = (text + " ")[:-1]  # an equal text, not the same object
            assert [str(row["m"]) for row in store.query(again).rows()] == ["3"]
