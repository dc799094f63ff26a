"""Every page over a hand-made graph: what it shows, what it links, what it refuses."""

import re
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from rdflib import RDF, Graph, Literal
from rdflib.namespace import SKOS

from graph.stores import open_store
from graph.stores.base import Changes
from ontology.namespaces import GRAPH, ID, VOC, VPG
from service.app import create_app
from service.settings import Settings
from tests.service.page_graph import FIRST, quads
from tests.service.pages_client import client_over

HTML = {"Accept": "text/html"}
CHAIR = "/fact/participation/t000--0--tran-van-do--chair"
EVENT = "/id/event/2022-05-12-tong-ket-thi-dua"
PAGES = [
    "/", "/search", "/search?q=uyen", "/search?kind=person&tab=timeline", "/search?q=do&tab=map",
    "/search?kind=person&tab=network", "/id/person/le-thi-uyen", EVENT, "/id/org/bo-cong-an", "/id/place/ninh-binh",
    CHAIR, "/doc/t000", "/doc/t000?show=person", "/doc/t002", "/graph", "/graph?centre=id:person/le-thi-uyen",
    "/graph?centre=id:person/tran-van-do&path=id:person/do-manh-ha", "/graph/together", "/graph/overview",
    "/timeline", "/timeline?entity=id:person/le-thi-uyen", "/map", "/map?units=34&measure=officials",
    "/map?measure=awards", "/map?measure=documents&date=2025-08-01", "/sparql", "/sparql?named=page/counts",
    "/queries", "/ontology", "/ontology?part=properties",
    "/ontology?part=lists", "/ontology?list=award", "/ontology/Person", "/ontology/participant", "/data", "/api",
    "/about",
]  # fmt: skip


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_page_is_whole(client: FlaskClient, path: str, lang: str) -> None:
    answer = client.get(path, headers=HTML | {"Accept-Language": lang})
    html = answer.get_data(as_text=True)
    assert answer.status_code == 200, html[:400]
    assert f'<html lang="{lang}"' in html
    assert html.count("<h1") == 1
    assert html.count('id="main"') == 1
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert not re.search(r"<script(?![^>]* src=)", html), "no inline script"
    assert not re.search(r"<[^>]* (?:style|on\w+)=", html), "no inline style or handler"
    assert not re.search(r'(?:src|action)="https?:', html), "nothing is loaded from elsewhere"
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids)), "ids are unique"


@pytest.mark.parametrize("path", [p for p in PAGES if not p.startswith(("/sparql", "/data"))])
def test_page_without_island_is_small(client: FlaskClient, path: str) -> None:
    assert len(client.get(path, headers=HTML).data) <= 40_000


def test_every_fact_opens_its_sentence(client: FlaskClient) -> None:
    html = client.get("/id/person/tran-van-do", headers=HTML).get_data(as_text=True)
    start = FIRST.index("dự và chủ trì hội nghị")
    target = f"/doc/t000?at={start}-{start + len('dự và chủ trì hội nghị')}#at"
    assert f'href="{target}"' in html
    assert "<mark>dự và chủ trì hội nghị</mark>" in html
    page = client.get(target.partition("#")[0], headers=HTML).get_data(as_text=True)
    marked = re.findall(r'<mark class="focus"[^>]*>(.*?)</mark>(?!</mark>)', page.replace("\n", ""))
    words = re.sub(r"<sup.*?</sup>|<[^>]+>", "", "".join(marked))
    assert words == "dự và chủ trì hội nghị"
    assert 'id="at"' in page


def test_words_of_a_row_open_their_place(client: FlaskClient) -> None:
    page = client.get("/doc/t001?words=kết luận hội nghị", headers=HTML).get_data(as_text=True)
    assert 'id="at"' in page
    assert 'id="at"' not in client.get("/doc/t001?words=không có", headers=HTML).get_data(as_text=True)


def test_direct_statements_show_the_words_of_their_rule(client: FlaskClient) -> None:
    html = client.get(EVENT, headers=HTML).get_data(as_text=True)
    assert "<mark>Ngày 12/5/2022</mark>" in html


def test_every_page_opens_its_queries(client: FlaskClient) -> None:
    html = client.get("/id/person/le-thi-uyen?lang=en", headers=HTML).get_data(as_text=True)
    links = re.findall(r'href="(/sparql\?named=[^"]+)"', html)
    assert len(links) >= 3
    for link in links:
        page = client.get(link.replace("&amp;", "&"), headers=HTML).get_data(as_text=True)
        assert "le-thi-uyen" in page
        assert 'role="alert"' not in page


def test_html_in_titles_and_text_is_escaped(client: FlaskClient) -> None:
    html = client.get("/doc/t000", headers=HTML).get_data(as_text=True)
    assert "<script>alert" not in html and "&lt;script&gt;alert" in html
    assert "<b>năm 2022</b>" not in html and "&lt;b&gt;năm 2022" in html


def test_undated_is_said(client: FlaskClient) -> None:
    assert "không nêu ngày đăng" in client.get("/doc/t002", headers=HTML).get_data(as_text=True)


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("text/turtle", "turtle"),
        ("application/ld+json", "json-ld"),
        ("application/n-triples", "nt"),
        ("application/rdf+xml", "xml"),
    ],
)
def test_rdf_by_content_negotiation(client: FlaskClient, accept: str, kind: str) -> None:
    answer = client.get("/id/person/tran-van-do", headers={"Accept": accept})
    assert answer.mimetype == accept
    assert "Accept" in answer.headers["Vary"]
    if kind == "json-ld":  # rdflib's reader of it uses what rdflib itself deprecates
        assert str(ID["person/tran-van-do"]) in {node["@id"] for node in nodes_of(answer.get_json(force=True))}
        return
    graph = Graph().parse(data=answer.data, format=kind)
    person = ID["person/tran-van-do"]
    assert (person, None, None) in graph
    assert any(graph.subjects(None, person)), "the facts about the person are there"


def nodes_of(document: Any) -> list[dict[str, Any]]:
    return document if isinstance(document, list) else document.get("@graph", [document])


def test_nothing_acceptable_is_406(client: FlaskClient) -> None:
    answer = client.get("/id/person/tran-van-do", headers={"Accept": "image/png"})
    assert (answer.status_code, answer.mimetype) == (406, "application/problem+json")
    assert client.get("/id/person/tran-van-do?format=docx", headers=HTML).status_code == 406


@pytest.mark.parametrize(
    "path",
    [
        "/id/person/nobody", "/doc/none", "/fact/participation/none", "/ontology/None", "/nowhere", "/s/none",
        "/graph?centre=id:person/nobody", "/timeline?entity=id:person/nobody",
        "/timeline.ics?entity=id:person/nobody",
    ],
)  # fmt: skip
def test_unknown_address_is_404_with_search(client: FlaskClient, path: str) -> None:
    page = client.get(path, headers=HTML)
    assert page.status_code == 404
    assert 'role="search"' in page.get_data(as_text=True)
    problem = client.get(path, headers={"Accept": "application/json"})
    assert (problem.status_code, problem.mimetype) == (404, "application/problem+json")


@pytest.mark.parametrize(
    "path",
    [
        "/search?q=" + "ă" * 5000, "/search?q=%F0%9F%98%80%E2%80%AE%D8%A7&kind=%00", "/graph?centre=%3Cscript%3E",
        "/graph?centre=id:person/le-thi-uyen&depth=-4&from=x&to=y&sure=z&rel=<&hide=%00", "/map?place=Atlantis&units=9",
        "/timeline?from=2022-99-99&to=&kind=nothing", "/doc/t000?at=99999-1&show=zzz", "/doc/t000?at=a-b",
        "/queries/official/posts?person=%22%7D%20DROP%20ALL", "/?lang=xx&theme=zz", "/review?from=-1",
    ],
)  # fmt: skip
def test_odd_input_breaks_nothing(client: FlaskClient, path: str) -> None:
    answer = client.get(path, headers=HTML)
    assert answer.status_code < 500
    assert "<script>" not in answer.get_data(as_text=True)


def test_a_name_without_diacritics_finds_the_person(client: FlaskClient) -> None:
    found = client.get("/api/entities?q=le thi uyen").get_json()["entities"]
    assert [hit["label"] for hit in found] == ["Lê Thị Uyên"]
    assert client.get("/api/entities?q=bca&class=vpg:Organization").get_json()["entities"][0]["label"] == "Bộ Công an"
    assert client.get("/api/entities?q=bca&class=vpg:Person").get_json()["entities"] == []


def test_language_and_theme_are_remembered(client: FlaskClient) -> None:
    remembering = client.application.test_client()
    answer = remembering.get("/?lang=en&theme=dark", headers=HTML)
    cookies = " ".join(answer.headers.getlist("Set-Cookie"))
    assert "lang=en" in cookies and "theme=dark" in cookies
    html = remembering.get("/", headers=HTML).get_data(as_text=True)
    assert '<html lang="en" data-theme="dark"' in html


def test_a_page_unchanged_costs_nothing(client: FlaskClient) -> None:
    first = client.get("/id/person/le-thi-uyen", headers=HTML)
    again = client.get("/id/person/le-thi-uyen", headers=HTML | {"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    other = client.get("/id/person/le-thi-uyen?lang=en", headers=HTML | {"If-None-Match": first.headers["ETag"]})
    assert other.status_code == 200


def test_pages_are_compressed(client: FlaskClient) -> None:
    plain = client.get(EVENT, headers=HTML)
    packed = client.get(EVENT, headers=HTML | {"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert len(packed.data) < len(plain.data) / 2


def test_paths_between_two_people_show_sentences(client: FlaskClient) -> None:
    page = client.get("/graph?centre=id:person/tran-van-do&path=id:person/do-manh-ha&lang=en", headers=HTML)
    html = page.get_data(as_text=True)
    assert "Path 1" in html
    assert "<mark>dự lễ phát động</mark>" in html and "<mark>phát biểu tại hội nghị</mark>" in html


def test_a_path_is_drawn_listed_and_taken_away(tmp_path: Path) -> None:
    """A, who has many neighbours, and Z meet nobody together; between them are B and two gatherings."""
    report = GRAPH["doc/x"]
    goers = {"near": "ab", "far": "bz", **{f"other{n}": f"a{n}" for n in range(3)}}
    more = []
    for name, people in goers.items():
        for who in people:
            fact = ID[f"participation/{name}--{who}"]
            more += [(ID[f"person/{who}"], SKOS.prefLabel, Literal(f"Person {who}", lang="vi"), report),
                     (ID[f"person/{who}"], RDF.type, VPG.Person, report),
                     (ID[f"event/{name}"], RDF.type, VPG.Event, report),
                     (ID[f"event/{name}"], SKOS.prefLabel, Literal(f"Gathering {name}", lang="vi"), report),
                     (fact, RDF.type, VPG.Participation, report), (fact, VPG.participant, ID[f"person/{who}"], report),
                     (fact, VPG.inEvent, ID[f"event/{name}"], report),
                     (fact, VPG.participationRole, VOC["role/attend"], report)]  # fmt: skip
    with client_over(more, tmp_path) as client:
        address = "graph?centre=id:person/a&depth=1&most=2&lang=en"
        text = client.get(f"/{address}&path=id:person/z", headers=HTML).get_data(as_text=True)
        drawn = set(re.findall(r'data-iri="https://w3id.org/vpg/id/([^"]+)"', text))
        assert drawn >= {"person/a", "event/near", "person/b", "event/far", "person/z"}
        assert len(re.findall(r'class="line way"', text)) == 4
        table = text.partition('id="edges"')[2]
        assert "Person z" in table and "Gathering far" in table
        assert "Person z" in client.get(f"/api/{address}&path=id:person/z&format=csv").get_data(as_text=True)
        plain = client.get(f"/{address}", headers=HTML).get_data(as_text=True)
        assert "person/z" not in plain and "line way" not in plain


@pytest.mark.parametrize("form", ["svg", "graphml", "gexf", "csv", "json"])
def test_picture_is_exported(client: FlaskClient, form: str) -> None:
    answer = client.get(f"/api/graph?centre=id:person/le-thi-uyen&format={form}")
    assert answer.status_code == 200
    assert "Lê Thị Uyên" in (str(answer.get_json()) if form == "json" else answer.get_data(as_text=True))


def test_a_graph_too_large_says_so(tmp_path: Path) -> None:
    store = open_store(":memory:")
    store.apply(Changes(add=list(quads())))
    small = create_app(Settings(state=tmp_path, graph_nodes=2), store).test_client()
    html = small.get("/graph?centre=id:event/2022-05-12-tong-ket-thi-dua&lang=en", headers=HTML).get_data(as_text=True)
    assert re.search(r"\d+ are not drawn", html)


def test_unknown_place_is_said(client: FlaskClient) -> None:
    assert "Atlantis" in client.get("/map?place=Atlantis", headers=HTML).get_data(as_text=True)
    html = client.get("/map?place=thai binh", headers=HTML).get_data(as_text=True)
    assert "Hưng Yên" in html


def test_map_units_follow_the_date(client: FlaskClient) -> None:
    assert "Nam Định</tspan>" in client.get("/map?date=2025-06-30", headers=HTML).get_data(as_text=True)
    assert "Nam Định</tspan>" not in client.get("/map?date=2025-07-01", headers=HTML).get_data(as_text=True)


def test_calendar(client: FlaskClient) -> None:
    text = client.get("/timeline.ics").get_data(as_text=True)
    assert "DTSTART;VALUE=DATE:20220512" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_openapi_covers_every_question(client: FlaskClient) -> None:
    described = client.get("/api", headers={"Accept": "application/json"}).get_json()
    listed = client.get("/api/queries").get_json()["queries"]
    assert {q["address"] for q in listed} <= set(described["paths"])


def test_catalogue_entry(client: FlaskClient) -> None:
    graph = Graph().parse(data=client.get("/data?format=ttl").data, format="turtle")
    assert graph.query("ASK { ?d a <http://www.w3.org/ns/dcat#Dataset> ; <http://rdfs.org/ns/void#classPartition> ?p }")
    dump = client.get("/data/vpg.nq.gz", buffered=True)
    said = client.get("/data/vpg.nq.gz.sha256").get_data(as_text=True).split()[0]
    assert dump.headers["Digest"] == f"sha-256={said}"
    assert client.get("/data/vpg.exe", headers=HTML).status_code == 404


def test_report_of_a_mistake_is_kept(client: FlaskClient) -> None:
    fact = str(ID[CHAIR.removeprefix("/fact/")])
    thanks = client.post("/report", data={"fact": fact, "words": "Không đúng"}, headers=HTML)
    assert thanks.status_code == 200
    assert client.post("/report", data={"fact": fact, "words": " "}, headers=HTML).status_code == 400
    assert client.post("/report", data={"fact": "x", "words": "y"}, headers=HTML).status_code == 400
    foreign = client.post(
        "/report", data={"fact": fact, "words": "y"}, headers=HTML | {"Origin": "https://evil.example"}
    )
    assert foreign.status_code == 403


def test_fact_is_headed_by_what_it_says(client: FlaskClient) -> None:
    html = client.get(CHAIR, headers=HTML | {"Accept-Language": "vi"}).get_data(as_text=True)
    heading = re.search(r"<h1>(.*?)</h1>", html, re.DOTALL)
    assert heading and heading[1].startswith("Trần Văn Độ: chủ trì · ")
    assert "voc/derivation" not in html.partition('id="turtle"')[0]


def test_companions_are_joined_without_arrows(client: FlaskClient) -> None:
    html = client.get("/graph/together", headers=HTML).get_data(as_text=True)
    assert 'class="line"' in html and "marker-end=" not in html


def test_a_wrong_value_and_an_unknown_parameter_are_named(client: FlaskClient) -> None:
    wrong = client.get("/queries/conference/chairs?nosuch=1", headers=HTML | {"Accept-Language": "en"})
    assert wrong.status_code == 400 and "no parameter nosuch" in wrong.get_data(as_text=True)
    assert client.get("/queries/conference/chronology?since=notadate&run=1", headers=HTML).status_code == 400
    assert client.get("/queries/conference/chairs?run=1&lang=en", headers=HTML).status_code == 200


def test_words_that_name_nothing_lead_to_questions(client: FlaskClient) -> None:
    html = client.get("/search?q=bang+khen", headers=HTML).get_data(as_text=True)
    assert 'href="/queries/award/list' in html and 'id="facets"' not in html


def test_letters_of_kinds_follow_the_language(client: FlaskClient) -> None:
    chip = '<span class="chip k-person" aria-hidden="true">{}</span>'
    page = client.get("/id/person/le-thi-uyen?lang=en", headers=HTML).get_data(as_text=True)
    assert chip.format("P") in page
    assert chip.format("N") not in page
    assert chip.format("N") in client.get("/id/person/le-thi-uyen?lang=vi", headers=HTML).get_data(as_text=True)


def test_labels_of_a_form_are_words(client: FlaskClient) -> None:
    page = client.get("/queries/official/holders?lang=en", headers=HTML).get_data(as_text=True)
    assert '<label for="p-day">On ' in page


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_has_no_place_is_called_the_same_on_the_map_and_below(client: FlaskClient, lang: str) -> None:
    page = client.get(f"/map?lang={lang}", headers=HTML).get_data(as_text=True)
    tile = re.search(r'<g class="tile nowhere".*?</g>', page)
    assert tile
    words = re.findall(r'<tspan x="[^"]*" y="[^"]*">([^<]*)</tspan>', tile[0])
    assert f"<tr><td>{' '.join(words)}</td>" in page


@pytest.mark.parametrize(
    "path", ["/", "/about", "/api", "/sparql", "/sitemap.xml", "/robots.txt", "/data", "/timeline"]
)
def test_the_host_header_is_repeated_nowhere(path: str, tmp_path: Path) -> None:
    store = open_store(":memory:")
    store.apply(Changes(add=list(quads())))
    served = create_app(Settings(state=tmp_path, public_url="https://graph.example.vn/"), store).test_client()
    answer = served.get(path, headers=HTML | {"Host": "evil.example"})
    assert answer.status_code == 200
    assert "evil.example" not in answer.get_data(as_text=True)
    store.close()


def test_more_facts_are_offered_only_where_some_were_cut(tmp_path: Path) -> None:
    """What others say of an entity stands in its own list: it cuts no facts."""
    person, report = ID["person/a"], GRAPH["doc/x"]
    more = [(person, RDF.type, VPG.Person, report), (person, SKOS.prefLabel, Literal("A", lang="vi"), report)]
    for n in range(12):
        fact = ID[f"attribute/{n}"]
        more += [(fact, RDF.type, VPG.AttributeReport, report), (fact, VPG.attributeObject, person, report),
                 (fact, VPG.aboutEntity, ID[f"event/e{n}"], report),
                 (fact, VPG.attribute, VPG.organizedBy, report)]  # fmt: skip

    def attending(count: int) -> list[tuple]:
        held = []
        for n in range(count):
            fact = ID[f"participation/{n}"]
            held += [(fact, RDF.type, VPG.Participation, report), (fact, VPG.participant, person, report),
                     (fact, VPG.inEvent, ID[f"event/e{n}"], report),
                     (fact, VPG.participationRole, VOC["role/attend"], report)]  # fmt: skip
        return held

    for count, offered in ((4, False), (14, True)):
        with client_over([*more, *attending(count)], tmp_path) as client:
            text = client.get("/id/person/a?lang=en", headers=HTML).get_data(as_text=True)
            assert ("?facts=Participation" in text.partition('id="more"')[2].partition("</nav>")[0]) == offered


def test_head_of_the_editor_is_that_of_its_page(client: FlaskClient) -> None:
    got, head = client.get("/sparql", headers=HTML), client.head("/sparql", headers=HTML)
    assert (head.status_code, head.content_type, head.data) == (200, got.content_type, b"")
