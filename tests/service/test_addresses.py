"""A report's id may hold anything: its pages, its facts and every link to them must still be found."""

import re
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from rdflib import RDF

from ontology.base import BASE
from ontology.iri import mint_fact, mint_source, source_key
from ontology.namespaces import ID, VOC, VPG
from service.addresses import iri_at
from service.reading import path_of
from tests.service.page_graph import Report
from tests.service.pages_client import client_over

HTML = {"Accept": "text/html"}
NAMES = ["a b", "ký tự/ừ", "báo cáo #3", "what?", "100%", "a%20b", "../x", "b&c<d>"]


def report(name: str) -> Report:
    """One report with one fact, under the key that ingestion gives its name."""
    made = Report(source_key(name), f"Bản tin {name}", "Bà Lê Thị Uyên dự hội nghị.", "2022-05-13")
    person = made.say(ID["person/le-thi-uyen"], "Lê Thị Uyên", "person", (RDF.type, VPG.Person))
    made.fact(
        "participation/e1--le-thi-uyen",
        VPG.Participation,
        "dự hội nghị",
        "verb",
        (VPG.participant, person),
        (VPG.participationRole, VOC["role/attendee"]),
    )
    return made


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    made = [report(name) for name in NAMES]
    facts = [(*triple, one.graph) for one in made for triple in one.triples]
    with client_over(facts, tmp_path_factory.mktemp("state")) as found:
        yield found


@pytest.mark.parametrize("name", NAMES)
def test_a_report_of_any_name_is_found(client: FlaskClient, name: str) -> None:
    source = mint_source(name)
    page = path_of(source)
    assert page is not None
    html = client.get(page, headers=HTML)
    assert html.status_code == 200
    assert "<h1" in html.get_data(as_text=True)
    assert client.get(page, headers={"Accept": "text/turtle"}).status_code == 200
    resource = client.get("/" + source.removeprefix(BASE), headers=HTML)
    assert (resource.status_code, resource.headers["Location"]) == (303, page)
    fact = mint_fact("Participation", name, "e1", "le-thi-uyen")
    shown = client.get("/fact/" + fact.removeprefix(BASE + "id/"), headers=HTML)
    assert shown.status_code == 200
    links = re.findall(r'href="(/(?:doc|fact|id)/[^"]+)"', shown.get_data(as_text=True) + html.get_data(as_text=True))
    assert any(link.startswith(page) for link in links), "the fact opens its sentence"
    for link in set(links):
        assert client.get(link.replace("&amp;", "&"), headers=HTML).status_code < 400, link


def test_other_slugs_keep_what_an_iri_may_hold() -> None:
    assert iri_at("person", "le-thi-uyen") == BASE + "id/person/le-thi-uyen"
    assert iri_at("org", "a+b:(c)/ừ") == BASE + "id/org/a+b:(c)/ừ"
    assert iri_at("org", "a b>") == BASE + "id/org/a%20b%3E"
    assert iri_at("source", "ký tự/ừ") == str(mint_source("ký tự/ừ"))


@pytest.mark.parametrize(
    "path", ["/doc/%ff%fe", "/id/person/%ff%fe", "/voc/%ff/%fe", "/fact/x%3E/%00", "/id/%3E%20/x", "/doc/none"]
)
def test_what_no_iri_can_be_is_not_found(client: FlaskClient, path: str) -> None:
    answer = client.get(path, headers=HTML)
    assert answer.status_code == 404
    assert "SPARQL" not in answer.get_data(as_text=True).partition("<main")[2].partition("</main>")[0]
