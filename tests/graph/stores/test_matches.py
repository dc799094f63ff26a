"""`vpg:matches` in queries, in step with writes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import RDFS

from graph.errors import QuerySyntaxError
from graph.stores import Changes, Store, open_store
from graph.stores.pool import PoolSettings, open_pool

PREFIXES = (
    "PREFIX vpg: <https://w3id.org/vpg/def#> PREFIX e: <http://e/> "
    "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
)
NAMES = {"to-lam": "Tô Lâm", "to-lam-2": "Tố Lam", "ha-noi": "Thủ đô Hà Nội", "ha-nam": "tỉnh Hà Nam"}


def write(store: Store, names: dict[str, str], graph: str = "g") -> None:
    quads = [
        (URIRef(f"http://e/{key}"), RDFS.label, Literal(text, lang="vi"), URIRef(f"http://e/{graph}"))
        for key, text in names.items()
    ]
    store.apply(Changes(drop=[URIRef(f"http://e/{graph}")], add=quads))


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_pool(tmp_path_factory.mktemp("pool"), PoolSettings(workers=1))
    yield store
    store.close()


@pytest.fixture(params=["memory", "pool"])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    store: Store = request.getfixturevalue("pool") if request.param == "pool" else open_store(":memory:")
    store.update("DROP ALL")
    write(store, NAMES)
    yield store
    if request.param != "pool":
        store.close()


def found(store: Store, pattern: str) -> set[str]:
    rows = store.query(f"{PREFIXES} SELECT DISTINCT ?x {{ {pattern} }}").rows()
    return {str(row["x"]).removeprefix("http://e/") for row in rows}


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ('?x vpg:matches "to lam"', {"to-lam", "to-lam-2"}),
        ('?x vpg:matches "to lam" .', {"to-lam", "to-lam-2"}),
        ('?x vpg:matches "tô lâm"@vi ; rdfs:label "Tô Lâm"@vi', {"to-lam"}),
        ('?x rdfs:label ?l ; vpg:matches "hà n" . FILTER(STRLEN(?l) > 0)', {"ha-noi", "ha-nam"}),
        ('?x rdfs:label ?l ; vpg:matches "hà n" ; rdfs:label ?k', {"ha-noi", "ha-nam"}),
        ('FILTER(1 < 2) ?x rdfs:label ?l ; vpg:matches "hà nội"', {"ha-noi"}),
        ('(?x ?score) vpg:matches "to lam" FILTER(?score > 0.8)', {"to-lam", "to-lam-2"}),
        ('(?x ?score ?name) vpg:matches ("tô lâm" 1)', {"to-lam"}),
        ('GRAPH ?g { ?x rdfs:label ?l . } ?x vpg:matches "ha noi"', {"ha-noi"}),
        ('{ ?x vpg:matches "ha noi" } UNION { ?x vpg:matches "ha nam" }', {"ha-noi", "ha-nam"}),
        ('?x <https://w3id.org/vpg/def#matches> """thu\\u0301 do\\u0302"""', {"ha-noi"}),
        ('?x vpg:matches "thủ đô"', {"ha-noi"}),
        ('?x vpg:matches "nobody"', set()),
        ('?x rdfs:label ?l . e:to-lam vpg:matches "to lam"', set(NAMES)),
        ('?x rdfs:label ?l . <http://e/ha-noi> vpg:matches "to lam"', set()),
        ('?x rdfs:label "vpg:matches"', set()),
    ],
)
def test_forms(store: Store, pattern: str, names: set[str]) -> None:
    if "e:to-lam" in pattern:
        pattern = pattern.replace("e:to-lam", "<http://e/to-lam>")
    assert found(store, pattern) == names


def test_score_and_name_are_there(store: Store) -> None:
    text = f'{PREFIXES} SELECT * {{ (?x ?score ?name) vpg:matches "to lam" }} ORDER BY DESC(?score)'
    rows = store.query(text).rows()
    assert [str(row["name"]) for row in rows] in (["Tô Lâm", "Tố Lam"], ["Tố Lam", "Tô Lâm"])
    exact = store.query(text.replace("to lam", "tố lam")).rows()
    assert [str(row["name"]) for row in exact] == ["Tố Lam", "Tô Lâm"]


def test_in_step_with_every_kind_of_write(store: Store) -> None:
    everything = '?x vpg:matches "hải"'
    assert found(store, everything) == set()
    write(store, {"hai": "Đỗ Hải"}, "h")
    assert found(store, everything) == {"hai"}
    store.update(
        "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
        'INSERT DATA { GRAPH <http://e/h> { <http://e/hai2> skos:altLabel "Hải Phòng" } }'
    )
    assert found(store, everything) == {"hai", "hai2"}
    write(store, {"hai": "Đỗ Nam"}, "h")
    assert found(store, everything) == set()
    store.update(
        f"{PREFIXES} INSERT {{ GRAPH e:h {{ e:late rdfs:label ?l }} }} "
        "WHERE { BIND(CONCAT('Hải ', STR(YEAR(NOW()))) AS ?l) }"
    )
    assert found(store, everything) == {"late"}
    store.apply(Changes(drop=[URIRef("http://e/h")]))
    assert found(store, everything) == set()


@pytest.mark.parametrize(
    "pattern",
    ["?x vpg:matches ?words", '"a" vpg:matches "b"', '?x vpg:matches ("a" ?n)', '(?a ?b ?c ?d) vpg:matches "b"'],
)
def test_other_forms_say_what_is_allowed(store: Store, pattern: str) -> None:
    with pytest.raises(QuerySyntaxError, match="vpg:matches"):
        found(store, f"?x ?p ?o . {pattern}")


def test_a_name_cannot_break_out_of_the_query(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        write(store, {"bad": 'Hải" } UNION { ?s ?p ?o } # \\'})
        assert found(store, '(?x ?s ?n) vpg:matches "hai"') == {"bad"}
