"""Every view opens its query: each link from a page to SPARQL runs, and gives the rows that the page shows."""

import html as markup
import re
from collections import Counter, deque
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from flask.testing import FlaskClient
from rdflib import OWL, RDF, RDFS
from rdflib.namespace import ORG

from graph.stores import open_store
from graph.stores.base import Changes
from ontology.load import ontology_graph
from ontology.namespaces import GRAPH, ID, VPG
from queries.catalogue import catalogue
from service.app import create_app
from service.pages.entity import by_kind
from service.settings import Settings
from service.terms import Row, read_term
from tests.service.page_graph import quads

HTML = {"Accept": "text/html", "Accept-Language": "en"}
STARTS = [
    "/", "/search?q=do", "/search?kind=person&tab=network", "/search?kind=person&tab=timeline",
    "/search?kind=event&tab=map", "/graph?centre=id:person/tran-van-do&path=id:person/do-manh-ha",
    "/graph?centre=id:org/bo-cong-an&depth=2&sure=explicit", "/graph?centre=id:person/le-thi-uyen&from=2022-01-01",
    "/graph/together", "/graph/overview", "/timeline", "/timeline?entity=id:person/le-thi-uyen", "/map",
    "/map?units=34&measure=officials", "/queries", "/ontology", "/ontology/participant", "/data", "/about",
]  # fmt: skip
# Pages that show nothing of the data: forms, texts, code lists, the editor itself.
WITHOUT = re.compile(
    r"^/(sparql|queries|review|api|search$|search\?q=(&|$)|s/|ontology\?(list|part)|static|favicon|def|feed|data/)"
)
# Links that lead to no page, and places of the reference data, which the graph of this test has not.
OTHER = re.compile(r"format=|-2025$|^/(static|s/|sparql|api|data/|feed|timeline\.ics)")
MOST = 130  # pages visited
NAMES = (
    "facts",
    "fact",
    "evidence",
    "picture",
    "timeline",
    "map-events",
    "marks",
    "members",
    "uses",
    "newest",
    "rules",
)


def page(client: FlaskClient, path: str) -> str:
    answer = client.get(path, headers=HTML, follow_redirects=True)
    assert answer.status_code == 200, path
    return answer.get_data(as_text=True)


def links(text: str, pattern: str) -> list[str]:
    return [markup.unescape(href) for href in re.findall(rf'href="({pattern})"', text)]


def rows(client: FlaskClient, text: str, name: str, number: int = 0) -> list[Row]:
    """Return the rows of the query `name` that the page links to as JSON."""
    address = links(text, rf"/api/queries/{name}\?[^\"]*format=json")[number]
    bindings = client.get(address).get_json()["results"]["bindings"]
    return [{key: read_term(cell) for key, cell in row.items()} for row in bindings]


def column(found: list[Row], name: str) -> list[str]:
    return [row[name].value for row in found if name in row]


def shown(text: str, place: str) -> list[str]:
    """Return the addresses of the links to things in the section `place` (the id of its heading)."""
    part = re.search(rf'aria-labelledby="{place}".*?</section>', text, re.S)
    return re.findall(r'<li[^>]*><a href="([^"]+)"', part[0]) if part else []


def as_path(iri: str) -> str:
    return iri.replace("https://w3id.org/vpg/id/source/", "/doc/").replace("https://w3id.org/vpg/", "/")


def test_every_page_of_data_opens_queries_that_run(client: FlaskClient) -> None:
    waiting, seen = deque(STARTS), set(STARTS)
    asked: dict[str, list[str]] = {}
    for _ in range(MOST):
        path = waiting.popleft()
        text = page(client, path)
        for href in links(text, r"/[^\"#]*"):
            clean = re.sub(r"[?&](lang|theme)=\w+", "", href)
            if clean not in seen and not OTHER.search(clean):
                seen.add(clean)
                waiting.append(clean)
        opened = links(text, r"/sparql\?(?:named|query)=[^\"]+")
        assert opened or WITHOUT.match(path) or 'class="empty"' in text, f"{path} opens no query"
        for address in opened + links(text, r"/api/queries/[^\"]+format=json"):
            held = asked.setdefault(re.split(r"[&?]", address.replace("/sparql?named=", "sparql "))[0], [])
            if address not in held[:3] and len(held) < 3:  # three sets of parameters show what more would
                held.append(address)
    assert {name for name in asked if "page/" in name} >= {f"sparql page/{name}" for name in NAMES}
    for address in (one for held in asked.values() for one in held):
        if address.startswith("/sparql"):
            assert 'role="alert"' not in page(client, address), address
        else:
            answer = client.get(address)
            assert answer.status_code == 200, address
            name = urlsplit(address).path.removeprefix("/api/queries/")
            if catalogue()[name].kind == "select":
                assert answer.get_json()["head"]["vars"] == list(catalogue()[name].columns)


def test_the_page_of_a_thing_shows_the_rows_of_its_queries(client: FlaskClient) -> None:
    for path in ("/id/person/le-thi-uyen", "/id/org/bo-cong-an", "/id/place/ninh-binh"):
        text = page(client, path)
        facts = {as_path(iri).replace("/id/", "/fact/") for found in by_kind(rows(client, text, "page/facts")).values()
                 for iri in found}  # fmt: skip
        assert set(links(text, '/fact/[^"]+')) == facts
        assert Counter(shown(text, "docs")) == Counter(
            map(as_path, column(rows(client, text, "page/documents-of"), "source"))
        )
        pointing = set(map(as_path, column(rows(client, text, "page/incoming"), "subject")))
        for place in re.findall(r'aria-labelledby="(i\d+)"', text):
            assert set(shown(text, place)) <= pointing
        if "/person/" in path:
            assert shown(text, "with") == [as_path(i) for i in column(rows(client, text, "page/companions"), "other")]
            assert set(links(text, '/id/post/[^"]+')) >= set(
                map(as_path, column(rows(client, text, "page/posts-of"), "post"))
            )


@pytest.mark.parametrize("path", [p for p in STARTS if p.startswith("/graph?")])
def test_the_picture_and_its_table_are_the_rows(client: FlaskClient, path: str) -> None:
    text = page(client, path)
    found = rows(client, text, "page/picture")
    table = re.search(r'aria-labelledby="edges".*?</section>', text, re.S)
    assert table is not None
    told: Counter[tuple[str, ...]] = Counter()
    for line in table[0].split("<tr>")[2:]:  # connections that say the same are one line, each with its own proof
        proofs = line.partition('class="proofs"')[2].count("<a ")
        told[tuple(re.findall(r'<td[^>]*><a href="([^"]+)"', line)[:2])] += proofs
    assert told == Counter((as_path(row["from"].value), as_path(row["to"].value)) for row in found)
    pairs = set(re.findall(r'data-from="([^"]+)" data-to="([^"]+)"', text))
    assert pairs == {(row["from"].value, row["to"].value) for row in found}
    if "path=" in path:
        steps = set(re.findall(r'/fact/([^"]+)"', text[text.index('id="paths"') : text.index("<figure")]))
        second = rows(client, text, "page/picture", 1)
        assert steps and steps <= {iri.partition("/id/")[2] for iri in column(second, "fact")}


def test_circles_search_timeline_and_map_are_the_rows(client: FlaskClient) -> None:
    text = page(client, "/graph/together")
    shared: Counter[str] = Counter()
    for row in rows(client, text, "page/pairs"):
        shared[as_path(row["first"].value)] += int(row["events"].value)
        shared[as_path(row["second"].value)] += int(row["events"].value)
    table = re.findall(r'<tr><td><a href="/graph\?centre=([^"]+)".*?</td><td.*?</td><td class="num">(\d+)</td>', text)
    told = {unquote(iri).replace("id:", "/id/", 1): int(number) for iri, number in table}
    assert {iri: number for iri, number in told.items() if number} == dict(shared)

    text = page(client, "/search?q=do")
    assert sorted(
        re.findall(r'<li><a href="([^"]+)"', text[text.index('class="plain rows hits"') :].partition("</ol>")[0])
    ) == (sorted(set(map(as_path, column(rows(client, text, "page/selected"), "node")))))
    text = page(client, "/search?kind=person&kind=event&tab=network")
    drawn = {(row["from"].value, row["to"].value) for row in rows(client, text, "page/picture")}
    assert set(re.findall(r'data-from="([^"]+)" data-to="([^"]+)"', text)) == drawn

    text = page(client, "/timeline")
    items = {
        (as_path(r["item"].value), r["date"].value if "date" in r else "") for r in rows(client, text, "page/timeline")
    }
    dated = set(re.findall(r'<time datetime="([^"]+)">[^<]*</time>\s*<a href="([^"]+)"', text))
    assert {(path, day) for day, path in dated} == {item for item in items if item[1]}

    text = page(client, "/map")
    numbers = [int(n.replace(",", "")) for n in re.findall(r'<td class="num">([\d,]+)</td>', text)]
    assert sum(numbers) == sum(int(row["count"].value) for row in rows(client, text, "page/map-events"))

    for address, name in (("/graph/overview", "page/overview"), ("/graph/overview?reference=1", "page/network")):
        text = page(client, address)
        edges = {(r["from"].value, r["to"].value) for r in rows(client, text, name) if r["to"].is_iri}
        source = re.search(r'data-overview="([^"]+)"', text)
        assert source, address
        whole = client.get(source[1]).get_json()
        base, iris = whole["base"], whole["iris"]
        assert {(base + iris[a], base + iris[b]) for a, b in zip(whole["from"], whole["to"], strict=True)} == edges


def test_the_overview_leaves_out_what_no_report_names(tmp_path: Path) -> None:
    store = open_store(":memory:")
    named, listed = ID["org/bo-cong-an"], [ID["org/tong-cuc-mot"], ID["org/tong-cuc-hai"]]
    bodies = GRAPH["reference/bodies"]
    lists = [(one, RDF.type, VPG.Organization, bodies) for one in (named, *listed)]
    lists += [(one, ORG.subOrganizationOf, named, bodies) for one in listed]
    lists.append((ID["org/tinh-uy-ninh-binh"], ORG.subOrganizationOf, named, bodies))  # a report names both
    store.apply(Changes(add=[*quads(), *lists]))
    client = create_app(Settings(state=tmp_path), store).test_client(use_cookies=False)

    def drawn(address: str, name: str) -> set[tuple[str, str]]:
        text = page(client, address)
        edges = {(r["from"].value, r["to"].value) for r in rows(client, text, name) if r["to"].is_iri}
        whole = client.get(address.replace("/graph/", "/api/")).get_json()
        of = [whole["base"] + iri for iri in whole["iris"]]
        assert {(of[a], of[b]) for a, b in zip(whole["from"], whole["to"], strict=True)} == edges
        return edges

    told, everything = drawn("/graph/overview", "page/overview"), drawn("/graph/overview?reference=1", "page/network")
    assert everything - told == {(str(one), str(named)) for one in listed}
    assert (str(ID["org/tinh-uy-ninh-binh"]), str(named)) in told
    assert "Left out are 2 things" in page(client, "/graph/overview")
    store.close()


def test_a_document_shows_the_rows_of_its_queries(client: FlaskClient) -> None:
    text = page(client, "/doc/t000")
    facts = {
        as_path(iri).replace("/id/", "/fact/") for iri in column(rows(client, text, "page/document-facts"), "fact")
    }
    assert set(links(text, '/fact/[^"]+')) == facts
    marked = {(int(a), int(b)) for a, b in re.findall(r'data-start="(\d+)" data-end="(\d+)"', text)}
    spans = {(int(r["start"].value), int(r["end"].value)) for r in rows(client, text, "page/marks")}
    assert marked and all(any(s <= a and b <= e for s, e in spans) for a, b in marked)


def test_an_answer_is_the_rows_of_its_address(client: FlaskClient) -> None:
    text = page(client, "/queries/conference/chairs?run=1")
    answer = rows(client, text, "conference/chairs")
    assert text.count("<tbody>") == len(answer) > 0
    opened = dict(parse_qsl(urlsplit(links(text, r"/sparql\?query=[^\"]+")[0]).query))["query"]
    again = client.post("/sparql", data=opened, content_type="application/sparql-query",
                        headers={"Accept": "application/sparql-results+json"})  # fmt: skip
    assert len(again.get_json()["results"]["bindings"]) == len(answer)


def test_facts_are_found_by_every_part_a_thing_can_play_in_one() -> None:
    """page/facts names the parts: an object property of a class of facts that is added has to be added there."""
    graph = ontology_graph()
    classes = set(graph.transitive_subjects(RDFS.subClassOf, VPG.ReportedFact))
    parts = {
        str(name).removeprefix(str(VPG))
        for name in graph.subjects(RDF.type, OWL.ObjectProperty)
        if set(graph.objects(name, RDFS.domain)) & classes
    }
    of_the_fact = {"reportedIn", "certainty", "conflictsWith", "partOfConferral", "partOfStatistic", "valueBound"}
    listed = re.search(r"VALUES \?role \{(.*?)\}", catalogue()["page/facts"].text, re.S)
    assert listed is not None
    assert set(re.findall(r"vpg:(\w+)", listed[1])) == parts - of_the_fact
