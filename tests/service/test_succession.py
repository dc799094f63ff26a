"""Addresses that are no longer one: joined, parted or removed things answer 301, 300 or 410, never a bare 404."""

import json
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from rdflib import Literal, URIRef

from graph.ingest import ingest, remove
from graph.resolve.judgement import Judgements, mention_ref
from graph.review import rewrite, undo
from graph.source import Source
from graph.stores import open_store
from graph.stores.base import Changes, Store
from ontology.namespaces import DCTERMS, GRAPH, ID, OWL
from service.app import create_app
from service.settings import Settings
from service.succession import Held

HTML = {"Accept": "text/html"}
TEXTS = {
    "a": "Ngày 5/3/2019, đồng chí Đinh Quốc Khải, Bí thư Tỉnh ủy Hòa Bình, chủ trì hội nghị sơ kết tại Hòa Bình.",
    "b": "Chiều 9/9/2020, ông Đinh Quốc Khải, Giám đốc Sở Y tế tỉnh Kiên Giang, dự hội nghị tổng kết tại Kiên Giang.",
}


@pytest.fixture
def served(tmp_path: Path) -> tuple[FlaskClient, Store, Path]:
    store, state = open_store(":memory:"), tmp_path / "store.state"
    sources = [
        Source.from_text(name, text, title=f"Tin {name}", published="2020-10-01") for name, text in TEXTS.items()
    ]
    ingest(sources, store, state=state, workers=1)
    return create_app(Settings(store=str(tmp_path / "store"), state=tmp_path), store).test_client(), store, state


def people(state: Path) -> list[str]:
    rows = [json.loads(line) for line in (state / "register.jsonl").read_text("utf-8").splitlines()]
    return list(
        dict.fromkeys("/" + r["iri"].removeprefix("https://w3id.org/vpg/") for r in rows if r["kind"] == "person")
    )


def test_a_joined_address_leads_to_its_successor(served: tuple[FlaskClient, Store, Path]) -> None:
    client, store, state = served
    older, younger = people(state)
    assert client.get(younger, headers=HTML).status_code == 200
    refs = [mention_ref("person", name, "Đinh Quốc Khải") for name in TEXTS]
    Judgements(state / "judgements.tsv").add(*refs, "same", "tester")
    rewrite(list(TEXTS), state, store)
    moved = client.get(f"{younger}?lang=en", headers=HTML)
    assert (moved.status_code, moved.headers["Location"]) == (301, f"{older}?lang=en")
    turtle = client.get(younger, headers={"Accept": "text/turtle"})
    assert (turtle.status_code, turtle.headers["Location"]) == (301, older)
    undo(state, "last", "tester", store=store)
    assert client.get(younger, headers=HTML).status_code == 200


def test_what_a_removed_report_named_is_gone_and_not_named(served: tuple[FlaskClient, Store, Path]) -> None:
    client, store, state = served
    _, younger = people(state)
    assert remove("b", store, state=state)
    for path in (younger, "/doc/b", "/fact/participation/b--0--x"):
        answer = client.get(path, headers=HTML)
        html = answer.get_data(as_text=True)
        assert answer.status_code == 410 and 'role="search"' in html
        assert "Đinh Quốc Khải" not in html
        assert client.get(path, headers={"Accept": "application/json"}).status_code in (406, 410)
    assert client.get("/id/person/nobody", headers=HTML).status_code == 404
    assert client.get("/doc/c", headers=HTML).status_code == 404


def test_a_graph_of_others_says_what_replaces_what(served: tuple[FlaskClient, Store, Path]) -> None:
    client, store, state = served
    heirs = people(state)
    replaced = {"one": heirs[:1], "two": heirs, "none": []}
    deprecated = [(ID[f"person/{name}"], OWL.deprecated, Literal(True)) for name in replaced]
    links = [
        (ID[f"person/{name}"], DCTERMS.isReplacedBy, URIRef(f"https://w3id.org/vpg{heir}"))
        for name, others in replaced.items()
        for heir in others
    ]
    store.apply(Changes(add=[(*triple, GRAPH["links"]) for triple in (*deprecated, *links)]))
    assert client.get("/id/person/one", headers=HTML).headers["Location"] == heirs[0]
    choice = client.get("/id/person/two?lang=en", headers=HTML)
    html = choice.get_data(as_text=True)
    assert choice.status_code == 300 and all(f'href="{heir}"' in html for heir in heirs) and "Choose" in html
    listed = client.get("/id/person/two", headers={"Accept": "application/json"}).get_json()
    assert listed["successors"] == sorted(f"https://w3id.org/vpg{heir}" for heir in heirs)
    assert client.get("/id/person/none", headers=HTML).status_code == 410


def test_a_parted_address_tells_where_the_rest_is(served: tuple[FlaskClient, Store, Path], tmp_path: Path) -> None:
    client, _, state = served
    path = state / "register.jsonl"
    first, second = [json.loads(line) for line in path.read_text("utf-8").splitlines() if '"person"' in line][:2]
    lines = [
        {**second, "iri": "https://w3id.org/vpg/id/person/both"},
        {**first, "ref": "person|a|Khải", "iri": "https://w3id.org/vpg/id/person/both"},
        second,
        {**first, "ref": "person|a|Khải"},
        {**second, "split_from": first["iri"]},
    ]
    with path.open("a", encoding="utf-8") as file:
        file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    assert Held(state).heirs("https://w3id.org/vpg/id/person/both") == tuple(sorted((first["iri"], second["iri"])))
    assert client.get("/id/person/both", headers=HTML).status_code == 300
    page = client.get("/" + first["iri"].removeprefix("https://w3id.org/vpg/") + "?lang=en", headers=HTML)
    assert second["iri"].rpartition("/")[2] in page.get_data(as_text=True).partition('id="history"')[2]
