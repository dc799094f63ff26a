"""Pages of things with hundreds of facts stay small and whole; odd names are shown as they are and break nothing."""

import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from rdflib import RDF, Literal
from rdflib.namespace import SKOS

from graph.stores import open_store
from graph.stores.base import Changes
from ontology.namespaces import GRAPH, ID, VOC, VPG
from service.app import create_app
from service.pages.entity import by_kind, by_relation, newest
from service.pages.ontology import all_properties, code_lists
from service.settings import Settings
from service.terms import Term
from tests.service.large_graph import ODD, quads
from tests.service.pages_client import client_over

HTML = {"Accept": "text/html", "Accept-Language": "en"}
REPORTS, BUDGET = 240, 40_000
LARGE = [
    "/id/person/rat-ban", "/id/person/rat-ban?facts=Participation", "/id/person/rat-ban?facts=TenureReport&page=3",
    "/id/org/bo-lon", "/id/org/bo-lon?incoming=organizedBy", "/id/place/tinh-to", "/id/post/truong-ban",
    "/id/person/khach-moi-7", "/search?q=khach", "/search?kind=person&tab=timeline",
    "/search?kind=event&tab=timeline", "/timeline", "/map",
    "/queries/official/posts?run=1", "/queries/conference/chairs?run=1&page=2",
    "/graph/together", "/ontology", "/ontology?part=properties", "/ontology?part=lists", "/ontology?list=lawtitle",
    "/ontology?list=pos&page=2", "/api", "/doc/l0003", "/queries", "/about", "/",
]  # fmt: skip


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    with client_over(quads(REPORTS), tmp_path_factory.mktemp("state"), share_days=1) as found:
        yield found


@pytest.mark.parametrize("path", LARGE)
def test_a_page_of_very_much_is_within_its_budget(client: FlaskClient, path: str) -> None:
    answer = client.get(path, headers=HTML)
    assert answer.status_code == 200
    assert len(answer.data) <= BUDGET


def test_a_picture_of_very_much_begins_with_the_strongest_and_gives_more_when_asked(client: FlaskClient) -> None:
    path, sizes = "/graph?centre=id:person/rat-ban", []
    while path and len(sizes) < 3:
        text = client.get(path, headers=HTML).get_data(as_text=True)
        sizes.append(text.count('class="node '))
        assert "org/bo-lon" in text[text.index('class="drawing"') :].partition("</svg>")[0], "240 facts join them"
        more = re.search(r'<a class="action" href="([^"]+)">Show 24 more<', text)
        path = more[1].replace("&amp;", "&") if more else ""
    assert sizes == [17, 41, 65]
    left = re.search(r"Drawn are the 64 things with most connections to the centre; ([0-9]+) are not drawn", text)
    whole = re.search(r'href="([^"]+)">Show all ([0-9]+) others<', text)
    assert left and whole and left[1] == whole[2]
    text = client.get(whole[1].replace("&amp;", "&"), headers=HTML).get_data(as_text=True)
    assert text.count('class="node ') == 65 + int(left[1]) and "not drawn" not in text
    for odd in ("0", "-3", "x", "٣", "99999999"):
        assert client.get(f"/graph?centre=id:person/rat-ban&most={odd}", headers=HTML).status_code == 200


def test_everyone_meeting_everyone_is_within_the_budget(tmp_path: Path) -> None:
    store = open_store(":memory:")
    met = []
    for person, event in itertools.product(range(60), range(12)):
        who, fact = ID[f"person/nguyen-thi-rat-dai-ten-so-{person}"], ID[f"participation/x{event}--{person}"]
        label = Literal(f"Nguyễn Thị Rất Dài Tên Số {person}", lang="vi")
        met += [(who, RDF.type, VPG.Person), (who, SKOS.prefLabel, label), (fact, RDF.type, VPG.Participation),
                (fact, VPG.participant, who), (fact, VPG.inEvent, ID[f"event/e{event}"]),
                (fact, VPG.participationRole, VOC["role/attend"])]  # fmt: skip
    store.apply(Changes(add=[(*triple, GRAPH["doc/x"]) for triple in met]))
    client = create_app(Settings(state=tmp_path), store).test_client(use_cookies=False)
    for page in (1, 2, 3):
        answer = client.get(f"/graph/together?page={page}", headers=HTML)
        assert len(answer.data) <= BUDGET
    text = answer.get_data(as_text=True)
    assert text.count("<tr>") - 1 == 60 - 2 * 25, "everyone is on some page"
    assert 'class="line' in text and "and 50 more" in text
    store.close()


def test_every_term_of_a_code_list_is_on_some_page_and_its_address_leads_there(client: FlaskClient) -> None:
    path, seen = "/ontology?list=lawtitle", []
    while path:
        text = client.get(path, headers=HTML).get_data(as_text=True)
        seen += re.findall(r'<li id="([^"]+)">', text)
        following = re.search(r'rel="next" href="([^"]+)"', text)
        path = following[1].replace("&amp;", "&") if following else ""
    assert len(seen) == len(set(seen)) == len(code_lists()["lawtitle"]) > 200
    for code in (seen[0], seen[130], seen[-1]):
        there = client.get(f"/voc/lawtitle/{code}", headers=HTML)
        assert there.status_code == 303 and there.headers["Location"].endswith(f"#{code}")
        landed = client.get(there.headers["Location"].partition("#")[0], headers=HTML).get_data(as_text=True)
        assert f'<li id="{code}">' in landed
    assert client.get("/voc/lawtitle", headers=HTML).headers["Location"] == "/ontology?list=lawtitle"
    for unknown in ("/voc/nothing", "/ontology?list=nothing", "/ontology?list=<b>"):
        assert client.get(unknown, headers=HTML).status_code == 404
    assert client.get("/ontology?list=lawtitle&at=nothing&page=x", headers=HTML).status_code == 200


def test_every_property_is_on_some_page(client: FlaskClient) -> None:
    seen: set[str] = set()
    for number in range(1, 5):
        text = client.get(f"/ontology?part=properties&page={number}", headers=HTML).get_data(as_text=True)
        seen |= set(re.findall(r'data-heading="Property"><a href="/ontology/(\w+)"', text))
    assert {str(VPG[name]) for name in seen} == set(all_properties())


def test_every_fact_is_on_some_page(client: FlaskClient) -> None:
    first = client.get("/id/person/rat-ban", headers=HTML).get_data(as_text=True)
    assert re.search(r'facts=Participation">[^<]*</a> <span class="quiet">240<', first)
    seen: set[str] = set()
    path, pages = "/id/person/rat-ban?facts=Participation", 0
    while path:
        html = client.get(path, headers=HTML).get_data(as_text=True)
        seen |= set(re.findall(r'href="/fact/(participation/l\d+--ban--chair)"', html))
        following = re.search(r'rel="next" href="([^"]+)"', html)
        path, pages = (following[1].replace("&amp;", "&") if following else ""), pages + 1
    assert len(seen) == REPORTS and pages == REPORTS // 16
    for odd in ("-3", "0", "999999", "x", "9" * 40):
        assert client.get(f"/id/person/rat-ban?facts=Participation&page={odd}", headers=HTML).status_code == 200


def test_an_answer_goes_on_from_page_to_page(client: FlaskClient) -> None:
    address, seen = "/queries/conference/chairs?run=1", []
    for number in range(1, 11):
        html = client.get(f"{address}&page={number}", headers=HTML).get_data(as_text=True)
        assert "240 rows" in html
        seen += re.findall(r'<td data-heading="[^"]*"><a href="(/id/event/[^"]+)"', html)
    assert len(seen) == len(set(seen)) == REPORTS


def test_posts_are_of_all_reports_not_of_those_shown(client: FlaskClient) -> None:
    html = client.get("/id/person/rat-ban", headers=HTML).get_data(as_text=True)
    posts = html[html.index('id="posts"') :].partition("</section>")[0]
    assert 'datetime="2019-01-01"' in posts and 'datetime="2020-12-18"' in posts and "240 facts" in posts
    assert 'class="strip"' in posts


def test_long_lists_say_how_long_they_are(client: FlaskClient) -> None:
    html = client.get("/id/org/bo-lon", headers=HTML).get_data(as_text=True)
    assert "?incoming=organizedBy" in html and "All 240" in html
    alone = client.get("/id/org/bo-lon?incoming=organizedBy", headers=HTML).get_data(as_text=True)
    assert alone.count('<li><a href="/id/event/') == 200 and "first 200" in alone
    assert client.get("/id/org/bo-lon?incoming=nothing", headers=HTML).status_code == 200


@pytest.mark.parametrize("name", ODD)
def test_odd_names_are_shown_as_they_are(client: FlaskClient, name: str) -> None:
    label = ODD[name]
    escaped = (
        label.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&#34;")
        .replace("'", "&#39;")
    )
    page = client.get(f"/id/{name}", headers=HTML)
    assert f'<p class="quiet"><bdi>{escaped}</bdi>. ' in page.get_data(as_text=True)  # how to cite it
    assert page.status_code == 200 and f"<bdi>{escaped}</bdi></h1>" in page.get_data(as_text=True)
    for path in (f"/graph?centre=id:{name}", f"/search?q={quote(label[:40])}", f"/timeline?entity=id:{name}"):
        answer = client.get(path, headers=HTML)
        assert answer.status_code == 200 and "<b>Trần</b>" not in answer.get_data(as_text=True)
    for form in ("svg", "graphml", "gexf", "csv", "json"):
        assert client.get(f"/api/graph?centre=id:{name}&format={form}").status_code == 200


def test_odd_names_are_found(client: FlaskClient) -> None:
    def found(query: str) -> list[str]:
        return [hit["label"] for hit in client.get("/api/entities", query_string={"q": query}).get_json()["entities"]]

    assert found("do thi vui") == [ODD["person/emoji"]]
    assert found("الأمين") == [ODD["person/phai-sang-trai"]]
    assert found("") == found("👩🏽‍🚀") == found("\u202e") == []


def test_a_link_whose_time_is_over_says_so(client: FlaskClient) -> None:
    made = client.post("/api/share", json={"query": "ASK { ?s ?p ?o }", "view": "table"}).get_json()
    assert client.get(made["path"], headers=HTML).status_code == 200
    path = Path(client.application.extensions["vpg.settings"].state) / "shares.jsonl"
    line = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**line, "made": line["made"] - 2 * 86_400}) + "\n", "utf-8")
    gone = client.get(made["path"], headers=HTML)
    html = gone.get_data(as_text=True)
    assert gone.status_code == 410 and "Link expired" in html and 'role="search"' in html
    assert client.get(made["path"], headers={"Accept": "application/json"}).get_json()["status"] == 410


@pytest.mark.parametrize("place", ["Atlantis", "Ψ🗺️", "<i>x</i>", "a" * 500, "tinh to"])
def test_a_map_of_an_unknown_place_says_so(client: FlaskClient, place: str) -> None:
    answer = client.get("/map", query_string={"place": place}, headers=HTML)
    html = answer.get_data(as_text=True)
    assert answer.status_code == 200 and "No province is or was called" in html and "<i>x</i>" not in html


def test_a_heading_gives_the_total_and_opens_all(client: FlaskClient) -> None:
    text = client.get("/id/person/rat-ban", headers=HTML).get_data(as_text=True)
    section = re.search(r'<section aria-labelledby="g\d+">(?:(?!</section>).)*relation=chair".*?</section>', text, re.S)
    assert section
    told = re.search(r'class="quiet">(\d+) of (\d+)</span></h2>', section[0])
    assert told and 1 < int(told[1]) < int(told[2]) == REPORTS
    html = client.get("/id/person/rat-ban?facts=Participation&relation=chair&page=2", headers=HTML)
    facts = set(re.findall(r'href="/fact/(participation/[^"]+)"', html.get_data(as_text=True)))
    assert len(facts) == 16 and all(fact.endswith("--chair") for fact in facts)


def test_the_weightier_role_has_its_share_of_the_room() -> None:
    def pointer(name: str, role: str, day: int) -> dict[str, Term]:
        return {
            "fact": Term(str(ID[f"participation/{name}"])), "role": Term(str(VPG.participant)),
            "date": Term(f"2024-01-{day:02}", "literal"), "relation": Term(str(VOC[f"role/{role}"])),
        }  # fmt: skip

    rows = [pointer(f"a{day}", "attend", day) for day in range(10, 28)] + [
        pointer(f"c{day}", "chair", day) for day in (1, 2, 3)
    ]
    chosen = [iri.rpartition("/")[2] for iri in newest(by_kind(rows), rows, by_relation(rows))]
    assert chosen[:2] == ["c3", "c2"]
    assert sum(name.startswith("a") for name in chosen) >= 2
    assert "c1" in chosen
