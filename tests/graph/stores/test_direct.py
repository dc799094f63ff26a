"""What is answered row by row from columns is what the engine answers: random data, random queries, both ways."""

import json
import os
import random
from collections import Counter
from typing import Any

import pytest

from graph.errors import QuerySyntaxError
from graph.stores import Changes, assembly
from graph.stores.analysis import Analysis
from graph.stores.base import JSON, Limits
from graph.stores.columns import Columns
from graph.stores.direct import steps
from graph.stores.direct.shapes import Direct
from graph.stores.formats import N_TRIPLES
from graph.stores.oxigraph import OxigraphStore

PREFIX = "PREFIX e: <http://e/>\nPREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n"
THINGS = [f"<http://e/t{i}>" for i in range(9)]
SUBJECTS = [*THINGS, "_:b1", "_:b2"]
LITERALS = [
    '"2015-03-01"^^<http://www.w3.org/2001/XMLSchema#date>',
    '"2016-01-01"^^<http://www.w3.org/2001/XMLSchema#date>',
    '"5"^^<http://www.w3.org/2001/XMLSchema#integer>',
    '"17"^^<http://www.w3.org/2001/XMLSchema#integer>',
    '"2.5"^^<http://www.w3.org/2001/XMLSchema#decimal>',
    '"Hội nghị tại Hà Nội"@vi',
    '"lớn \\"hơn\\"\\n tại Huế"@vi',
    '"CT-01/2015"',
    '"x"',
    '"x"@en',
    '"X"@en-GB',
    '""',
    '"İSTANBUL"',
    '"kısa ſK"@vi',
]
ODD = [
    '"2015-03-01Z"^^<http://www.w3.org/2001/XMLSchema#date>',
    '"1.0E3"^^<http://www.w3.org/2001/XMLSchema#double>',
    '"2015-03-01T00:00:00"^^<http://www.w3.org/2001/XMLSchema#dateTime>',
    '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>',
    '"z"^^<http://e/kind>',
]
FILTERS = [
    '?d >= "2015-06-01"^^xsd:date',
    '?d < "2016-01-01"^^xsd:date && ?d > 4',
    "?d > 4 || ?d = 17",
    "17 >= ?d",
    "!(?d = 5)",
    '?d != "x"',
    '?d = "x"@en',
    '?d < "y"',
    "?d = ?d2",
    "?d <= ?d2",
    "?d != ?d2",
    'CONTAINS(LCASE(?d), "tại h")',
    'CONTAINS(?d, "Hội")',
    'STRSTARTS(STR(?d), "CT")',
    'REGEX(?d, "^ct-01/2015$", "i")',
    'STRENDS(?d, "Huế")',
    'REGEX(?d, "i", "i")',
    'REGEX(?d, "ı", "i")',
    'REGEX(STR(?d), "^İs", "i")',
    'REGEX(?d, "hà nội$", "i")',
    'CONTAINS(LCASE(?d), "i̇s")',
    'CONTAINS(LCASE(STR(?d)), "k")',
    'LANG(?d) = "vi"',
    'LANGMATCHES(LANG(?d), "en")',
    'LCASE(STR(?d)) = "x"',
    "YEAR(?d) = 2015",
    "?a != <http://e/t1>",
    "?b IN (<http://e/t1>, e:t2)",
    "?b NOT IN (<http://e/t1>, e:t2)",
    "BOUND(?c)",
    '!BOUND(?d) || ?d >= "2015-01-01"^^xsd:date',
    "SAMETERM(?a, ?b)",
    "ISIRI(?b)",
    "ISLITERAL(?d)",
    "ISBLANK(?a)",
    "EXISTS { ?b e:q ?z }",
    "NOT EXISTS { ?a e:q ?b . ?b e:r ?y }",
    "NOT EXISTS { ?a e:r ?y FILTER(?y = 5) }",
]
PATHS = ["e:p+", "e:q*", "e:p/e:q", "(e:p|e:q)", "^e:p", "e:p?", "(e:p/^e:q)+", "(e:p|^e:q)*"]


WRITES = [
    "INSERT DATA {{ GRAPH e:g1 {{ _:new e:p {0} . {0} e:q _:new ; e:r 'kısa', 'İSA', 17 }} }}",
    "INSERT {{ GRAPH e:g2 {{ {0} e:p [] ; e:s 'Ị' }} }} WHERE {{ ?x e:p ?y }}",
    "DELETE {{ GRAPH ?g {{ {0} e:p ?y }} }} INSERT {{ GRAPH ?g {{ ?y e:q {0} }} }} "
    "WHERE {{ GRAPH ?g {{ {0} e:p ?y }} }}",
]


def store_of(chance: random.Random, literals: list[str]) -> OxigraphStore:
    store, lines = OxigraphStore(), []
    for _ in range(chance.randrange(20, 110)):
        name = chance.choice("pqrs")
        obj = chance.choice(SUBJECTS) if name in "pq" else chance.choice(literals)
        lines.append(f"{chance.choice(SUBJECTS)} <http://e/{name}> {obj} <http://e/g{chance.randrange(3)}> .\n")
    store.apply(Changes(nquads="".join(lines).encode()))
    if chance.random() < 0.5:
        store.update(PREFIX + chance.choice(WRITES).format(chance.choice(THINGS)))
    return store


def columns_of(store: OxigraphStore) -> Columns:
    file = os.memfd_create("columns")
    try:
        assembly.build(store.dump().split(b"\n"), file, graphs=True)
        return Columns(file)
    finally:
        os.close(file)


def pattern_of(chance: random.Random) -> str:
    subject = chance.choice(["?a", "?a", "?b", "?c", *THINGS[:3], "<http://e/not-there>"])
    kind = chance.random()
    if kind < 0.45:
        return f"{subject} e:{chance.choice('pq')} {chance.choice(['?b', '?c', '?a', *THINGS[:3]])}"
    if kind < 0.7:
        return f"{subject} e:{chance.choice('rs')} {chance.choice(['?d', '?d', '?d2', '5', chr(34) + 'x' + chr(34)])}"
    if kind < 0.85:
        return f"{subject} {chance.choice(PATHS)} {chance.choice(['?b', '?c', *THINGS[:2]])}"
    if kind < 0.95:
        return f"{subject} ?p {chance.choice(['?b', '?d', *THINGS[:2]])}"
    return f"{subject} e:p {chance.choice(THINGS[:2])} ; e:r ?d , ?d2"


def group_of(chance: random.Random, depth: int = 0) -> str:
    parts = [pattern_of(chance) for _ in range(chance.choice((1, 1, 2, 2, 3)))]
    if chance.random() < 0.35:
        parts.append(f"OPTIONAL {{ {group_of(chance, depth + 1) if depth < 2 else pattern_of(chance)} }}")
    if chance.random() < 0.2:
        parts.append(f"{{ {pattern_of(chance)} }} UNION {{ {group_of(chance, depth + 1) if depth < 2 else ''} }}")
    if chance.random() < 0.2:
        graph = chance.choice(["?g", "?g", "<http://e/g1>"])
        parts.append(f"GRAPH {graph} {{ {pattern_of(chance)} . {pattern_of(chance)} }}")
    if chance.random() < 0.1:
        parts.append("VALUES ?b { <http://e/t1> e:t2 }")
    if chance.random() < 0.1:
        parts.append(pattern_of(chance))
    if chance.random() < 0.5:
        parts.append(f"FILTER({chance.choice(FILTERS)})")
    if chance.random() < 0.1:
        chance.shuffle(parts)
    return " . ".join(parts)


def query_of(chance: random.Random) -> str:
    body, shape = group_of(chance), chance.randrange(12)
    match shape:
        case 0:
            return f"{PREFIX} ASK {{ {body} }}"
        case 1:
            return f"{PREFIX} SELECT (COUNT(*) AS ?n) {{ {body} }}"
        case 2:
            return f"{PREFIX} SELECT ?a (COUNT(?b) AS ?n) (COUNT(DISTINCT ?d) AS ?m) {{ {body} }} GROUP BY ?a"
        case 3:
            return f"{PREFIX} SELECT DISTINCT ?a ?d {{ {body} }}"
        case 4:
            return f"{PREFIX} SELECT ?a ?b {{ {body} }} ORDER BY DESC(?a) ?b"
        case 5:
            return f"{PREFIX} SELECT ?d ?a {{ {body} }} ORDER BY ?d LIMIT 1000 OFFSET 0"
        case 6:
            return f"{PREFIX} CONSTRUCT {{ ?a e:made ?b . ?b ?p ?d . <http://e/t1> e:of ?a }} WHERE {{ {body} }}"
        case 7:
            return f"{PREFIX} SELECT * {{ {body} }}"
        case 8:
            return f"{PREFIX} SELECT DISTINCT ?e {{ {body} }} ORDER BY ?e"
        case 9:
            return f"{PREFIX} SELECT DISTINCT ?e ?a {{ {body} }} ORDER BY ?a DESC(?e) LIMIT 1000"
        case 10:
            return f"{PREFIX} SELECT ?e ?a {{ {body} }} ORDER BY ?e ?a"
    return f"{PREFIX} SELECT ?a ?b ?c ?d ?g ?p {{ {body} }}"


def rows(body: bytes) -> Counter[str]:
    return Counter(json.dumps(row, sort_keys=True) for row in json.loads(body)["results"]["bindings"])


def same(text: str, ours: bytes, engine: bytes) -> None:
    if "CONSTRUCT" in text:
        assert set(ours.splitlines()) == set(engine.splitlines()), text
        return
    found, wanted = json.loads(ours), json.loads(engine)
    if "ASK" in text:
        assert found == wanted, text
        return
    assert sorted(found["head"]["vars"]) == sorted(wanted["head"]["vars"]), text
    assert rows(ours) == rows(engine), text
    if "ORDER BY DESC(?a)" in text:
        keys = [{k: v["value"] for k, v in row.items()} for row in found["results"]["bindings"]]
        plain = [key for key in keys if "a" in key and key["a"].startswith("http")]
        assert [k["a"] for k in plain] == sorted((k["a"] for k in plain), reverse=True), text


@pytest.fixture(autouse=True)
def _time_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "SECONDS", 60.0)


@pytest.mark.parametrize(("literals", "seed"), [(LITERALS, 3), (LITERALS, 4), (LITERALS + ODD, 5)])
def test_direct_answers_are_the_engines(literals: list[str], seed: int, caplog: pytest.LogCaptureFixture) -> None:
    chance = random.Random(seed)
    used: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for _ in range(25):
        with store_of(chance, literals) as store:
            direct = Direct(columns_of(store))
            for _ in range(100):
                text = query_of(chance)
                media_type = N_TRIPLES if "CONSTRUCT" in text else JSON
                known = direct.shape(text)
                answer = direct.answer(*known, media_type, None) if known is not None else None
                asked["unbound"] += "?e" in text.partition("ORDER BY")[2]
                if answer is None:
                    continue
                for word in (
                    "OPTIONAL",
                    "UNION",
                    "GRAPH",
                    "FILTER",
                    "EXISTS",
                    "COUNT",
                    "VALUES",
                    "CONSTRUCT",
                    "+",
                    "*",
                ):
                    used[word] += word in text
                same(text, answer, store.query(text, media_type=media_type).body)
                used["direct"] += 1
                used["letters"] += '"i")' in text or "LCASE" in text
            asked["columns"] += len(direct._columns.predicates) > 0
    assert min(used.values()) > 1 and used["direct"] > 250 and used["letters"] > 20, used
    assert asked["columns"] == 25 and asked["unbound"] > 300, asked
    assert not caplog.records  # the engine was never asked because of a fault


def answered(direct: Direct, text: str) -> Any:
    known = direct.shape(text)
    body = direct.answer(*known, JSON, None) if known is not None else None
    return None if body is None else rows(body)


def test_other_constants_of_the_same_shape() -> None:
    chance = random.Random(8)
    with store_of(chance, LITERALS) as store:
        direct = Direct(columns_of(store))
        for shape in (
            "SELECT ?p ?o {{ {0} ?p ?o }}",
            "SELECT ?s {{ ?s e:p {0} ; e:q {1} }}",
            "SELECT ?s ?d {{ ?s <http://e/p> {0} ; e:r ?d FILTER(?d >= {2}) }} ORDER BY ?s LIMIT 1{3}",
            'SELECT ?s {{ ?s <http://e/{4}> {0} ; e:s "{5}" }}',
            "SELECT ?o {{ {0} e:p+ ?o FILTER(?o != {1}) }}",
        ):
            for _ in range(20):
                text = PREFIX + shape.format(
                    *chance.choices(THINGS, k=2), chance.randrange(20), 0, *chance.choices("pqx", k=2)
                )
                found = answered(direct, text)
                assert found == rows(store.query(text).body), text
        assert len(direct._shapes) == 5
        assert sum(map(len, direct._shapes.values())) == 7  # a predicate belongs to the shape


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?s { ?s ?p ?o }",
        "SELECT ?s { <http://e/t1> e:p ?s BIND(1 AS ?x) }",
        "SELECT ?s { <http://e/t1> e:p ?s . { SELECT ?s { ?s e:p ?o } } }",
        "SELECT ?s { <http://e/t1> e:p ?s MINUS { ?s e:q ?z } }",
        "SELECT ?s { <http://e/t1> e:p ?s OPTIONAL { ?s e:q ?z } ?z e:p ?y }",
        "SELECT ?s { <http://e/t1> e:p ?s OPTIONAL { ?x e:q ?z OPTIONAL { ?z e:r ?y FILTER(?s = ?y) } } }",
        "SELECT ?s { <http://e/t1> e:p ?s { ?s e:q ?z FILTER(?y = ?z) } }",
        "SELECT ?s FROM <http://e/g1> { <http://e/t1> e:p ?s }",
        "SELECT (SUM(?s) AS ?n) { <http://e/t1> e:p ?s }",
        "SELECT (NOW() AS ?n) { <http://e/t1> e:p ?s }",
        "SELECT ?s { <http://e/t1> e:p ?s SERVICE <http://e/> { ?s ?p ?o } }",
        'SELECT ?s { ?s e:r "007"^^xsd:integer }',
        "SELECT ?s { <t1> e:p ?s }",
        "SELECT ?s { ?s e:p [] }",
        'SELECT ?s { <http://e/t1> e:p ?s } # a comment with " in it',
        "SELECT ?s { ?s e:p* <http://e/not-there> }",
        "DESCRIBE <http://e/t1>",
        "SELECT * { VALUES ?u { UNDEF } <http://e/t1> e:p ?s }",
        "SELECT nonsense",
        "",
        "\x00",
    ],
)
def test_what_is_outside_goes_to_the_engine(text: str) -> None:
    with store_of(random.Random(2), LITERALS) as store:
        direct = Direct(columns_of(store))
        for _ in range(2):  # the second time it is known
            assert answered(direct, PREFIX + text) is None


LETTERS = ["ı", "İ", "I", "i", "ſ", "s", "\u212a", "k", "ß", "ẞ", "µ", "Σ", "ς", "ĐÔ", "đô", "Ư", "ư", "Ị", "ị"]


def test_letters_are_the_same_as_for_the_engine() -> None:
    lines = "".join(f'<http://e/l{i}> <http://e/r> "{text}" <http://e/g> .\n' for i, text in enumerate(LETTERS))
    with OxigraphStore() as store:
        store.apply(Changes(nquads=lines.encode()))
        direct, used = Direct(columns_of(store)), 0
        for i in range(len(LETTERS)):
            for text in LETTERS:
                for test in (f'REGEX(?d, "{text}", "i")', f'CONTAINS(LCASE(?d), "{text}")', f'REGEX(?d, "{text}")'):
                    asked = f"SELECT ?d {{ <http://e/l{i}> <http://e/r> ?d FILTER({test}) }}"
                    found = answered(direct, asked)
                    used += found is not None
                    assert found in (None, rows(store.query(asked).body)), asked
        assert used > 200


def test_order_by_what_nothing_binds() -> None:
    with store_of(random.Random(2), LITERALS) as store:
        direct = Direct(columns_of(store))
        for text in (
            "SELECT DISTINCT ?e WHERE { e:t1 e:p ?a } ORDER BY ?e",
            "SELECT DISTINCT ?e ?a WHERE { e:t1 e:p ?a } ORDER BY ?e",
            "SELECT ?e WHERE { e:t1 e:p ?a } ORDER BY ?e",
        ):
            assert answered(direct, PREFIX + text) in (None, rows(store.query(PREFIX + text).body))


@pytest.mark.parametrize("size", [str((1 << 64) - 1), str(1 << 64), "9" * 400, "9" * 5000], ids=len)
@pytest.mark.parametrize("word", ["LIMIT", "OFFSET"])
def test_limits_too_large_for_the_engine(word: str, size: str) -> None:
    text = f"{PREFIX} SELECT DISTINCT ?a ?b {{ e:t1 e:p ?a . ?a e:q ?b }} ORDER BY ?a {word} {size}"
    with store_of(random.Random(2), LITERALS) as store:
        columns = columns_of(store)
        if size.endswith("5"):
            assert answered(Direct(columns), text) == rows(store.query(text).body)
            return
        assert answered(Direct(columns), text) is None
        assert Analysis(columns, store.writes).rewritten(text, store.writes) is None
        for limits in (Limits(), Limits(rows=5)):
            with pytest.raises(QuerySyntaxError):
                store.query(text, limits=limits)


def test_a_fault_leaves_the_answer_to_the_engine(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    text = f"{PREFIX} SELECT ?s ?n {{ ?s e:p e:t1 ; e:r ?n FILTER(?n > 3) }} ORDER BY ?s"
    with store_of(random.Random(2), LITERALS) as store:
        wanted = rows(store.query(text).body)
        store._columns = Analysis(columns_of(store), store.writes)

        def fault(*_: object) -> None:
            raise KeyError("?e")

        monkeypatch.setattr("graph.stores.direct.shapes.run", fault)
        monkeypatch.setattr("graph.stores.analysis.evaluated", fault)
        assert rows(store.query(text).body) == wanted
        assert [record.name for record in caplog.records] == ["vpg.store", "vpg.store"]
        monkeypatch.setattr("graph.stores.direct.shapes.parse", fault)
        assert rows(store.query(text + " LIMIT 99").body) == wanted


def test_too_many_rows_go_to_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    with OxigraphStore() as store:
        lines = b"".join(b"<http://e/%d> <http://e/p> <http://e/all> <http://e/g> .\n" % i for i in range(200))
        store.apply(Changes(nquads=lines))
        direct = Direct(columns_of(store))
        text = f"{PREFIX} SELECT ?s {{ ?s e:p e:all }}"
        assert answered(direct, text) is not None
        monkeypatch.setattr(steps, "MOST", 100)
        assert answered(direct, text) is None
