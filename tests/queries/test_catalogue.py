"""The catalogue: what a query file must say, how its rows are bound, and that nothing can be smuggled in."""

from pathlib import Path

import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import XSD

import queries
from graph.errors import ParameterError, UnknownNameError
from graph.stores.base import Changes
from graph.stores.registry import open_store
from queries.catalogue import Catalogue, NamedQuery, QueryFileError, catalogue, read_query

OFFICIAL = "https://w3id.org/vpg/id/person/to-lam"
FILE = """#+ question: {vi: "Ai?", en: "Who?"}
#+ summary: Who was where.
#+ parameters:
#+   official: {type: iri, label: {vi: Người, en: Official}, of: "vpg:Person", many: true, optional: true}
#+   since: {type: date, label: {vi: Từ ngày, en: Since}}
#+   name: {type: text, label: {vi: Tên, en: Name}, optional: true}
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
SELECT DISTINCT ?official (MIN(?d) AS ?date) (COUNT(*) AS ?count)
WHERE {
  VALUES ?official { <https://w3id.org/vpg/id/person/to-lam> }
  VALUES ?since { "2018-01-01"^^xsd:date }
  VALUES ?name { UNDEF }
  ?official ?p ?d .
  FILTER (?d >= ?since)
}
GROUP BY ?official
"""


@pytest.fixture
def query(tmp_path: Path) -> NamedQuery:
    return write(tmp_path, FILE)


def write(folder: Path, text: str, name: str = "official/who") -> NamedQuery:
    path = folder / f"{name}.rq"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return read_query(path, folder)


def test_this_is_our_package_and_not_the_one_of_that_name_on_pypi() -> None:
    assert Path(str(queries.__file__)).parent == Path(__file__).resolve().parents[2] / "queries"


def test_a_file_says_what_it_asks_and_what_it_needs(query: NamedQuery) -> None:
    assert (query.name, query.topic, query.kind) == ("official/who", "official", "select")
    assert query.question == {"vi": "Ai?", "en": "Who?"}
    assert query.columns == ("official", "date", "count")
    official, since, name = query.parameters
    assert (official.type, official.optional, official.many, official.of) == ("iri", True, True, "vpg:Person")
    assert (official.example, since.example, name.example) == (OFFICIAL, "2018-01-01", None)
    assert not query.body.startswith("#+") and query.text.startswith("#+")


def test_given_values_replace_the_rows_and_the_others_are_left_open(query: NamedQuery) -> None:
    text = query.bind({"since": "30/8/2018", "name": ""})
    assert "VALUES ?official { UNDEF }" in text
    assert f'VALUES ?since {{ "2018-08-30"^^<{XSD.date}> }}' in text
    assert "VALUES ?name { UNDEF }" in text


def test_several_values_are_several_rows(query: NamedQuery) -> None:
    text = query.bind({"official": [OFFICIAL, URIRef(OFFICIAL + "-2")], "since": "2018-01-01"})
    assert f"VALUES ?official {{ <{OFFICIAL}> <{OFFICIAL}-2> }}" in text
    with pytest.raises(ParameterError, match="expected one value, got 2"):
        query.bind({"since": ["2018-01-01", "2019-01-01"]})


def test_a_default_stands_when_nothing_is_given(tmp_path: Path) -> None:
    query = write(tmp_path, FILE.replace("since: {type: date,", "since: {type: date, default: true,"))
    assert query.parameters[1].optional
    assert '"2018-01-01"^^xsd:date' in query.bind()
    assert "2020-02-02" in query.bind({"since": "2020-02-02"})


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({}, "needs the parameter 'since'"),
        ({"since": "2018-01-01", "until": "2019-01-01"}, "has no parameter 'until'; it has name, official, since"),
        ({"since": "hôm qua"}, "parameter since: expected a date"),
    ],
)
def test_a_wrong_parameter_is_said_in_one_sentence(query: NamedQuery, values: dict[str, str], message: str) -> None:
    with pytest.raises(ParameterError, match=message) as caught:
        query.bind(values)
    assert "\n" not in str(caught.value) and caught.value.status == 400


@pytest.mark.parametrize(
    "value",
    [
        '" } } ; DROP ALL #',
        '"} VALUES ?since { "1900-01-01',
        '\\" } DROP ALL',
        "VALUES ?since { UNDEF }",
        "\\1 \\g<1>",
        "{" * 50,
    ],
)
def test_a_text_cannot_become_part_of_the_query(query: NamedQuery, value: str) -> None:
    store = open_store(":memory:")
    day = Literal("2020-01-01", datatype=XSD.date)
    store.apply(Changes(add=[(URIRef(OFFICIAL), URIRef("urn:p"), day, URIRef("urn:g"))]))
    rows = store.query(query.bind({"since": "2018-01-01", "name": value})).rows()
    assert [row["date"] for row in rows] == [day]


def test_an_iri_cannot_become_part_of_the_query(query: NamedQuery) -> None:
    for value in ("https://x.example/> } DROP ALL #", "https://x.example/}", "https://x.example/ {", "javascript"):
        with pytest.raises(ParameterError):
            query.bind({"official": value, "since": "2018-01-01"})
    with pytest.raises(ParameterError):
        query.bind({"official": URIRef("https://x.example/> }"), "since": "2018-01-01"})


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('#+ question: {vi: "Ai?", en: "Who?"}\n', "", "no question"),
        ('{vi: "Ai?", en: "Who?"}', "Who?", "in vi and one in en"),
        ("#+ summary: Who", "#+ sumary: Who", "unknown keys"),
        ("type: date", "type: day", "needs a type"),
        ("VALUES ?since {", "VALUES ?from {", r"no row VALUES \?since"),
        ("SELECT DISTINCT", "INSERT", "neither SELECT"),
        ("#+ summary", "#+ views: [hologram]\n#+ summary", "unknown views"),
        ('{vi: "Ai?"', "{vi: [", "not YAML"),
    ],
)
def test_a_file_that_breaks_the_rules_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in FILE
    with pytest.raises(QueryFileError, match=f"official/who: .*{message}"):
        write(tmp_path, FILE.replace(old, new))


def test_an_unknown_name_brings_the_close_ones(query: NamedQuery) -> None:
    found = Catalogue([query])
    for name in ("oficial/who", "conference/who"):
        with pytest.raises(UnknownNameError, match="did you mean official/who"):
            found[name]
    assert "official/who" in found and "nothing" not in found
    assert found.get("nothing") is None


def test_pages_and_checks_are_no_questions() -> None:
    names = {question.name for question in catalogue().questions()}
    assert names and not any(name.startswith(("page/", "checks/")) for name in names)
    assert {check.name for check in catalogue().checks()} == {
        name for name in catalogue() if name.startswith("checks/")
    }


def test_words_to_search_for_are_bound_in_the_same_pass(tmp_path: Path) -> None:
    text = FILE.replace("name: {type: text,", "name: {type: text, matches: true,").replace(
        "?official ?p ?d .", '?official ?p ?d . (?official ?fit) vpg:matches ("Lê An" 20) .'
    )
    query = write(tmp_path, text)
    words = 'VALUES ?since { UNDEF } vpg:matches "x" \\'
    bound = query.bind({"since": "2018-01-01", "name": words})
    written = '"VALUES ?since { UNDEF } vpg:matches \\"x\\" \\\\"'
    assert f"VALUES ?name {{ {written} }}" in bound
    assert f"vpg:matches ({written} 20)" in bound


def test_every_thing_that_a_form_asks_for_is_of_some_class() -> None:
    """A parameter of type iri names the classes that its form suggests; kinds and "anything" are told otherwise."""
    without = {
        f"{query.name} {p.name}"
        for query in catalogue().questions()
        for p in query.parameters
        if p.type == "iri" and not p.of and not p.name.lower().endswith("kind")
    }
    assert without == {"source/not-mentioning thing"}
