"""Answers from columns are the engine's answers: random data, random queries of the subset, both ways."""

import os
import random
from collections import Counter
from collections.abc import Iterator

import pytest

from graph.planner import plan
from graph.stores import Changes, analytic, assembly
from graph.stores.analysis import Analysis
from graph.stores.base import JSON, Answer
from graph.stores.columns import Columns
from graph.stores.oxigraph import OxigraphStore

PREFIX = "PREFIX e: <http://e/>\nPREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n"
THINGS = [f"<http://e/t{i}>" for i in range(12)] + ["_:b1", "_:b2"]
VALUES = [
    '"2015-03-01"^^<http://www.w3.org/2001/XMLSchema#date>',
    '"2015-12-31"^^<http://www.w3.org/2001/XMLSchema#date>',
    '"2016-01-01"^^<http://www.w3.org/2001/XMLSchema#date>',
    '"5"^^<http://www.w3.org/2001/XMLSchema#integer>',
    '"17"^^<http://www.w3.org/2001/XMLSchema#integer>',
    '"2.5"^^<http://www.w3.org/2001/XMLSchema#decimal>',
    '"Hội nghị tại Hà Nội"@vi',
    '"hội thảo \\"lớn\\"\\n tại Huế"@vi',
    '"CT-01/2015"',
    '"ĐẠI HỘI"@en',
    '"x"',
]
ODD = ['"2015-03-01Z"^^<http://www.w3.org/2001/XMLSchema#date>', '"1.0E3"^^<http://www.w3.org/2001/XMLSchema#double>']


@pytest.fixture(autouse=True)
def _always(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analytic, "WORTH", 0)


def store_of(chance: random.Random, values: list[str]) -> OxigraphStore:
    store = OxigraphStore()
    lines = []
    for _ in range(chance.randrange(20, 120)):
        subject, name = chance.choice(THINGS), chance.choice("pqrs")
        obj = chance.choice(THINGS) if name in "pq" else chance.choice(values)
        lines.append(f"{subject} <http://e/{name}> {obj} <http://e/g{chance.randrange(3)}> .\n")
    store.apply(Changes(nquads="".join(lines).encode()))
    return store


def columns_of(store: OxigraphStore) -> Analysis:
    file = os.memfd_create("columns")
    try:
        assembly.build(store.dump().split(b"\n"), file, graphs=True)
        return Analysis(Columns(file), store.writes)
    finally:
        os.close(file)


def query_of(chance: random.Random) -> str:
    variables = ["?a", "?b", "?c"]
    patterns = []
    for i in range(chance.randrange(1, 4)):
        subject = variables[min(i, 1)] if chance.random() < 0.85 else chance.choice(THINGS[:4])
        if chance.random() < 0.6:
            patterns.append(f"{subject} e:{chance.choice('pq')} {chance.choice([*variables[1:], *THINGS[:3]])}")
        else:
            patterns.append(
                f"{subject} e:{chance.choice('rs')} {chance.choice(['?d', '?d', '5', chr(34) + 'x' + chr(34)])}"
            )
    filters = [
        'FILTER(?d >= "2015-06-01"^^xsd:date)',
        'FILTER(?d < "2016-01-01"^^xsd:date && ?d > "2015-03-01"^^xsd:date)',
        "FILTER(?d > 4)",
        "FILTER(17 >= ?d)",
        'FILTER(CONTAINS(LCASE(?d), "tại h"))',
        'FILTER(CONTAINS(?d, "Hội"))',
        'FILTER(STRSTARTS(STR(?d), "CT"))',
        'FILTER REGEX(?d, "^CT-01/2015$")',
        'FILTER(STRENDS(?d, "Huế"))',
        "FILTER(?a != <http://e/t1>)",
        "FILTER(?b = <http://e/t2>)",
        "",
        "",
    ]
    body = " . ".join(patterns) + f" {chance.choice(filters)}"
    shape = chance.randrange(5)
    if shape == 0:
        return f"{PREFIX} SELECT (COUNT(*) AS ?n) {{ {body} }}"
    if shape == 1:
        counts = "(COUNT(?b) AS ?n) (COUNT(DISTINCT ?b) AS ?m)"
        return f"{PREFIX} SELECT ?a {counts} {{ {body} }} GROUP BY ?a ORDER BY DESC(?n) ?a"
    if shape == 2:
        return f"{PREFIX} SELECT DISTINCT ?a {{ {body} }} ORDER BY ?a"
    if shape == 3:
        return f"{PREFIX} SELECT DISTINCT ?a ?d {{ {body} }}"
    return f"{PREFIX} SELECT ?a ?b {{ {body} }} ORDER BY DESC(?a) LIMIT 1000"


def rows(answer: Answer) -> Counter[str]:
    return Counter(str(sorted(row.items())) for row in answer.rows())


@pytest.mark.parametrize("values", [VALUES, VALUES + ODD], ids=["plain", "odd"])
def test_columns_answer_what_the_engine_answers(values: list[str]) -> None:
    chance = random.Random(13)
    used = as_json = 0
    for _ in range(25):
        store = store_of(chance, values)
        columns = columns_of(store)
        for _ in range(40):
            text = query_of(chance)
            engine = store.query(text)
            instead = columns.rewritten(text, store.writes)
            made = columns.joined(text, JSON, None, store.writes)
            assert made is not None or instead is None
            if isinstance(made, bytes):
                as_json += 1
                assert rows(Answer("select", JSON, made, "")) == rows(engine), text
            if instead is None:
                continue
            used += 1
            found = store.query(instead)
            assert rows(found) == rows(engine), text
            if "ORDER BY ?a" in text:
                order = [row["a"] for row in found.rows()]
                assert order == [row["a"] for row in engine.rows()], text
        store.close()
    assert used > 60 and as_json > 60


@pytest.fixture
def store() -> Iterator[OxigraphStore]:
    with OxigraphStore() as store:
        store.apply(
            Changes(
                nquads=b"".join(b'<http://e/%d> <http://e/p> "%d" <http://e/g> .\n' % (i, i % 7) for i in range(99))
            )
        )
        yield store


def test_columns_are_left_alone_after_a_write(store: OxigraphStore) -> None:
    columns = columns_of(store)
    text = "SELECT (COUNT(*) AS ?n) { ?s <http://e/p> ?o }"
    assert columns.rewritten(text, store.writes) is not None
    store.update("DELETE WHERE { GRAPH ?g { <http://e/1> ?p ?o } }")
    assert columns.rewritten(text, store.writes) is None


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?s { ?s ?p ?o } ORDER BY ?s",
        "SELECT ?s { ?s <http://e/p> ?o OPTIONAL { ?s <http://e/q> ?x } } ORDER BY ?s",
        "SELECT ?s { ?s <http://e/p>+ ?o } ORDER BY ?s",
        "SELECT ?s { ?s <http://e/p> ?o FILTER(?o = 5) } ORDER BY ?s",
        'SELECT ?s { ?s <http://e/p> "007"^^<http://www.w3.org/2001/XMLSchema#integer> } ORDER BY ?s',
        "SELECT ?s (SUM(?o) AS ?n) { ?s <http://e/p> ?o } GROUP BY ?s",
        "SELECT ?s { ?s <http://e/p> ?o FILTER(?o > 5 || ?o < 3) } ORDER BY ?s",
        'SELECT ?s { ?s <http://e/p> ?o FILTER(REGEX(?o, "(a+)+$")) }',
        "SELECT * { ?s <http://e/p> ?o } ORDER BY ?s",
        "SELECT (COUNT(?x) AS ?n) { ?s <http://e/p> ?o }",
        "SELECT ?s { ?s <http://e/p> ?o } ORDER BY STR(?s)",
        "SELECT nonsense",
        "\x00",
    ],
)
def test_what_is_outside_goes_to_the_engine(store: OxigraphStore, text: str) -> None:
    assert columns_of(store).rewritten(text, store.writes) is None


def test_a_plan_reads_abbreviations_and_paths() -> None:
    found = plan(f"{PREFIX} SELECT ?x {{ ?x a e:C ; e:p/e:q ?y , 5 . }} ORDER BY ?x LIMIT 3 OFFSET 1")
    assert found is not None
    assert [p.predicate.rsplit("/")[-1] for p in found.patterns][0].endswith("type>")
    assert len(found.patterns) == 5
    assert (found.limit, found.offset) == (3, 1)
