"""Columns that are made (pieces of texts, the least IRI) and VALUES with unknown terms: as the engine answers."""

import random

import pytest

from graph.stores.base import Changes
from graph.stores.direct.shapes import Direct
from graph.stores.oxigraph import OxigraphStore
from tests.graph.stores.test_direct import LITERALS, PREFIX, answered, columns_of, rows, store_of

TEXTS = [
    '<http://e/t1> <http://e/text> "Hội nghị \\"sơ kết\\"\\n tại Huế 👩🏽‍🚀 kết thúc"@vi <http://e/g0> .',
    '<http://e/t2> <http://e/text> "ngắn" <http://e/g1> .',
    "<http://e/t3> <http://e/text> <http://e/t1> <http://e/g1> .",
    '<http://e/t1> <http://e/from> "4"^^<http://www.w3.org/2001/XMLSchema#integer> <http://e/g0> .',
    '<http://e/t1> <http://e/from> "0"^^<http://www.w3.org/2001/XMLSchema#integer> <http://e/g0> .',
    '<http://e/t2> <http://e/from> "12"^^<http://www.w3.org/2001/XMLSchema#integer> <http://e/g0> .',
    '<http://e/t3> <http://e/from> "2"^^<http://www.w3.org/2001/XMLSchema#integer> <http://e/g0> .',
]
ANSWERED = [
    "SELECT ?s (SUBSTR(?t, ?n + 1, 5) AS ?piece) { VALUES ?s { e:t1 e:t2 } ?s e:text ?t ; e:from ?n }",
    "SELECT ?s (SUBSTR(?t, ?n + 1) AS ?rest) { VALUES ?s { e:t1 e:t2 } ?s e:text ?t ; e:from ?n }",
    "SELECT (SUBSTR(?t, IF(?n > 3, ?n - 2, 1), IF(?n > 3, 3, ?n)) AS ?before) (SUBSTR(?t, ?n + 1, 3) AS ?after) ?n "
    "{ VALUES ?s { e:t1 e:t2 } ?s e:text ?t ; e:from ?n }",
    "SELECT ?s (SUBSTR(?t, 2, ?n) AS ?x) { VALUES ?s { e:t1 e:t2 } ?s e:text ?t OPTIONAL { ?s e:nothing ?n } }",
    "SELECT ?s (SUBSTR(?t, 2, 3) AS ?x) { VALUES ?s { e:t1 } ?s e:from ?n OPTIONAL { ?s e:nothing ?t } }",
    "SELECT ?p (COUNT(DISTINCT ?g) AS ?n) (MIN(STR(?g)) AS ?one) { GRAPH ?g { <http://e/t1> ?p ?o } } GROUP BY ?p",
    "SELECT ?o (MIN(STR(?g)) AS ?one) { VALUES ?s { e:t1 e:t2 e:t3 } GRAPH ?g { ?s e:p ?o } VALUES ?g { UNDEF } "
    "?s ?p ?o } GROUP BY ?o",
    "SELECT ?s ?o { VALUES ?s { e:t1 <http://e/not-there> e:t3 } ?s e:p ?o }",
    "SELECT ?s ?o { VALUES ?s { e:t1 <http://e/not-there> } { ?s e:p ?o } UNION { ?s e:q ?o } }",
    "SELECT ?s ?p { VALUES ?s { e:t1 } VALUES ?p { e:p e:nothing e:t5 e:q } ?s ?p ?o }",
    "SELECT ?s ?p { VALUES ?s { e:t1 } VALUES ?p { e:p e:nothing e:q } ?o ?p ?s FILTER(?p != e:q) }",
    "SELECT ?s ?o { <http://e/t1> e:p ?s . VALUES ?s { e:t1 e:t2 e:t2 <http://e/not-there> } ?s e:q ?o }",
    "SELECT ?s ?g { GRAPH ?g { <http://e/t1> ?p ?s } VALUES ?g { <http://e/g1> <http://e/g7> } }",
]  # fmt: skip
LEFT = [
    "SELECT ?s (SUBSTR(?t, ?n, 5) AS ?piece) { VALUES ?s { e:t1 } ?s e:text ?t ; e:from ?n }",  # a start of 0
    "SELECT ?s (SUBSTR(?t, 2, 5) AS ?piece) { VALUES ?s { e:t3 } ?s e:text ?t }",  # no text
    "SELECT (SUBSTR(?t, 2) AS ?n) { VALUES ?s { e:t1 } ?s e:text ?t ; e:from ?n }",
    "SELECT DISTINCT (SUBSTR(?t, 2) AS ?x) { VALUES ?s { e:t1 } ?s e:text ?t }",
    "SELECT (SUBSTR(?t, 2) AS ?x) { VALUES ?s { e:t1 } ?s e:text ?t } ORDER BY ?x",
    "SELECT (SUBSTR(?t, 2, ?t) AS ?x) { VALUES ?s { e:t1 } ?s e:text ?t }",
    "SELECT (MIN(STR(?o)) AS ?one) { <http://e/t1> e:p ?o }",
    "SELECT ?p (MIN(STR(?o)) AS ?one) { <http://e/t1> ?p ?o } GROUP BY ?p",  # literals among them
    "SELECT ?s ?o { VALUES ?s { e:t1 <http://e/not-there> } OPTIONAL { ?s e:p ?o } }",
    "SELECT ?s ?o { VALUES ?s { e:t1 <http://e/not-there> } { ?s e:p ?o } UNION { ?o e:q <http://e/t1> } }",
    "SELECT ?s ?o { VALUES (?s ?o) { (e:t1 UNDEF) } ?s e:p ?o }",
]


@pytest.fixture(params=range(6))
def store(request: pytest.FixtureRequest) -> OxigraphStore:
    chance = random.Random(request.param)
    found = store_of(chance, LITERALS)
    lines = [f"<http://e/t1> <http://e/{p}> <http://e/t{n}> <http://e/g{n}> .\n" for p in "pq" for n in range(4)]
    lines.append("<http://e/t2> <http://e/q> <http://e/t5> <http://e/g1> .\n")
    found.apply(Changes(nquads=("\n".join(TEXTS) + "\n" + "".join(lines)).encode()))
    return found


def test_what_is_made_is_what_the_engine_makes(store: OxigraphStore) -> None:
    direct = Direct(columns_of(store))
    for text in ANSWERED:
        for _ in range(2):
            assert answered(direct, PREFIX + text) == rows(store.query(PREFIX + text).body), text


def test_what_is_in_doubt_is_left_to_the_engine(store: OxigraphStore) -> None:
    direct = Direct(columns_of(store))
    for text in LEFT:
        assert answered(direct, PREFIX + text) is None, text
