"""What a reader is told so as not to be misled: things of one name, lists with a heading that says what they are,
reference data apart from reports, dates that are known before those that are not.
"""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, Literal, URIRef
from rdflib.namespace import ORG, SKOS

from graph.stores import open_store
from graph.stores.base import Changes
from ontology.namespaces import GRAPH, ID, SCHEMA, VOC, VPG
from ontology.reference import places
from queries.catalogue import catalogue
from service.app import create_app
from service.labels import Labels, later_units
from service.settings import Settings
from service.terms import Term
from service.views.lines import Link
from service.views.network import Node, cluster_layout, draw
from service.wording import LANGUAGES, share, words
from tests.service.page_graph import day, quads, vi

Quad = tuple[URIRef, URIRef, URIRef | Literal, URIRef]
Serve = Callable[..., FlaskClient]
REPORT = GRAPH["doc/x"]


@pytest.fixture
def serve(tmp_path: Path) -> Serve:
    """Return a function that serves statements beside the hand-made graph, or alone."""

    def start(more: Iterable[Quad] = (), alone: bool = False) -> FlaskClient:
        store = open_store(":memory:")
        store.apply(Changes(add=[*([] if alone else quads()), *more]))
        return create_app(Settings(state=tmp_path), store).test_client(use_cookies=False)

    return start


def page(client: FlaskClient, address: str, lang: str = "en") -> str:
    answer = client.get(address, headers={"Accept": "text/html", "Accept-Language": lang})
    assert answer.status_code == 200, address
    return answer.get_data(as_text=True)


def event(name: str, label: str, date: str = "") -> list[Quad]:
    iri = ID[f"event/{name}"]
    found: list[Quad] = [(iri, RDF.type, VPG.Event, REPORT), (iri, SKOS.prefLabel, vi(label), REPORT)]
    if date:
        who, fact = ID["person/le-thi-uyen"], ID[f"participation/x--{name}"]
        found += [(fact, RDF.type, VPG.Participation, REPORT), (fact, VPG.participant, who, REPORT),
                  (fact, VPG.inEvent, iri, REPORT), (fact, VPG.participationRole, VOC["role/attend"], REPORT),
                  (fact, VPG.attestedOn, day(date), REPORT), (iri, SCHEMA.startDate, day(date), REPORT)]  # fmt: skip
    return found


def test_the_timeline_of_what_was_found_begins_with_the_latest_of_all(serve: Serve) -> None:
    undated = [quad for n in range(60) for quad in event(f"a{n}", f"Buổi họp {n}")]
    client = serve([*undated, *event("z", "Ý kiến cuối", "2024-05-06")])
    text = page(client, "/search?kind=event&tab=timeline")
    days = re.findall(r'<li><time datetime="([^"]+)">', text)
    assert days == ["2024-05-06", "2023-06-03", "2022-05-12"]
    assert "63 found · 3 lines with a date" in text
    assert 'href="/search?kind=event&amp;tab=map"' in page(client, "/search?kind=event&tab=list&page=2")


def test_people_are_drawn_with_what_joins_them(serve: Serve) -> None:
    client = serve()
    text = page(client, "/search?kind=person&tab=network")
    drawn = set(re.findall(r'data-iri="https://w3id.org/vpg/id/([^"]+)"', text))
    assert {"person/tran-van-do", "person/le-thi-uyen", "person/do-manh-ha"} <= drawn
    assert {"event/2022-05-12-tong-ket-thi-dua", "event/2023-06-03-le-phat-dong"} <= drawn, "they meet there"
    assert "place/ninh-binh" not in drawn and "org/bo-cong-an" not in drawn, "one of them alone is in it"
    query = re.search(r'/api/queries/(page/picture\?[^"]+)format=json', text)
    assert query
    rows = client.get(f"/api/queries/{query[1].replace('&amp;', '&')}format=json").get_json()["results"]["bindings"]
    pairs = set(re.findall(r'data-from="([^"]+)" data-to="([^"]+)"', text))
    assert pairs == {(row["from"]["value"], row["to"]["value"]) for row in rows}


def test_what_only_rules_say_is_no_line_of_a_picture(serve: Serve) -> None:
    event, land, inferred = ID["event/2022-05-12-tong-ket-thi-dua"], ID["place/viet-nam"], GRAPH["inferred"]
    client = serve([(land, RDF.type, VPG.Place, REPORT), (land, SKOS.prefLabel, vi("Việt Nam"), REPORT),
                    (event, VPG.place, land, inferred)])  # fmt: skip
    for path in ("/id/event/2022-05-12-tong-ket-thi-dua", "/graph?centre=id:event/2022-05-12-tong-ket-thi-dua"):
        pairs = set(re.findall(r'data-iri="([^"]+)"', page(client, path)))
        assert str(land) not in pairs and (str(ID["place/ninh-binh"]) in pairs or "/graph" not in path)
    for name, parameter in (("network", ""), ("overview", ""), ("edges", f"node={event}"),
                            ("picture", f"node={event}&node={land}")):  # fmt: skip
        rows = client.get(f"/api/queries/page/{name}?{parameter.replace('#', '%23')}&format=json").get_json()
        assert str(land) not in {row["to"]["value"] for row in rows["results"]["bindings"]}, name


def test_two_people_of_one_name_are_told_apart_by_their_posts(serve: Serve) -> None:
    more: list[Quad] = []
    for who, post, body in (("a", "Giám đốc Sở Một", "so-mot"), ("b", "Giám đốc Sở Hai", "so-hai")):
        person, held, fact = ID[f"person/vu-trung-ten-{who}"], ID[f"post/giam-doc--{body}"], ID[f"tenure/x--{who}"]
        more += [(person, RDF.type, VPG.Person, REPORT), (person, SKOS.prefLabel, vi("Vũ Trùng Tên"), REPORT),
                 (held, RDF.type, VPG.Post, REPORT), (held, SKOS.prefLabel, vi(post), REPORT),
                 (held, ORG.postIn, ID[f"org/{body}"], REPORT), (fact, RDF.type, VPG.TenureReport, REPORT),
                 (fact, VPG.holder, person, REPORT), (fact, VPG.reportedPost, held, REPORT),
                 (fact, VPG.attestedOn, day("2021-02-03"), REPORT)]  # fmt: skip
    client = serve(more)
    text = page(client, "/search?q=vu trung ten", "vi")
    notes = re.findall(r'Vũ Trùng Tên</a> <span class="quiet">([^<]+)<', text)
    assert sorted(notes) == ["Giám đốc Sở Hai, 03/02/2021", "Giám đốc Sở Một, 03/02/2021"]
    suggested = client.get("/api/entities?q=vu trung&lang=en").get_json()["entities"]
    assert {hit["note"] for hit in suggested} == {"Giám đốc Sở Hai, 3 Feb 2021", "Giám đốc Sở Một, 3 Feb 2021"}


def test_of_several_posts_of_one_day_the_one_told_most_stands_beside_a_name(serve: Serve) -> None:
    person = ID["person/pham-nhieu-chuc"]
    more: list[Quad] = [(person, RDF.type, VPG.Person, REPORT), (person, SKOS.prefLabel, vi("Phạm Nhiều Chức"), REPORT)]
    for slug, label, times in (("thu-truong--bo-a", "Thứ trưởng Bộ A", 3), ("uy-vien--b", "Ủy viên Hội đồng B", 1)):
        held = ID[f"post/{slug}"]
        more += [(held, RDF.type, VPG.Post, REPORT), (held, SKOS.prefLabel, vi(label), REPORT),
                 (held, ORG.postIn, ID[f"org/{slug[-4:]}"], REPORT)]  # fmt: skip
        for n in range(times):
            fact = ID[f"tenure/x{n}--{slug}"]
            more += [(fact, RDF.type, VPG.TenureReport, REPORT), (fact, VPG.holder, person, REPORT),
                     (fact, VPG.reportedPost, held, REPORT),
                     (fact, VPG.attestedOn, day("2021-02-03"), REPORT)]  # fmt: skip
    hit = serve(more).get("/api/entities?q=pham nhieu&lang=en").get_json()["entities"][0]
    assert hit["note"] == "Thứ trưởng Bộ A, 3 Feb 2021"


def test_documents_without_a_date_are_listed_under_the_timeline(serve: Serve) -> None:
    person = ID["person/le-thi-uyen"]
    more: list[Quad] = [*event("khong-ngay", "Buổi họp không ngày")]
    for name, stated in (("a", "2019"), ("b", "")):
        paper = ID[f"doc/{name}"]
        more += [(paper, RDF.type, VPG.OfficialDocument, REPORT), (paper, VPG.issuedBy, person, REPORT),
                 (paper, SKOS.prefLabel, vi(f"Công văn {name.upper()}"), REPORT)]  # fmt: skip
        if stated:
            more.append((paper, VPG.statedDate, Literal(stated), REPORT))
    client = serve(more)
    for address, number in (
        ("/timeline", 3),
        ("/timeline?kind=doc", 2),
        ("/timeline?kind=event", 1),
        ("/timeline?entity=id:person/le-thi-uyen", 2),
    ):
        text = page(client, address)
        listed = text.partition('id="undated"')[2]
        assert f'<span class="quiet">{number}</span>' in listed.partition("</h2>")[0], address
        assert ("Công văn A" in listed and "Công văn B" in listed) == ("kind=event" not in address), address
        assert ("Buổi họp không ngày" in listed) == (address in ("/timeline", "/timeline?kind=event")), address
    assert "2019" in page(client, "/timeline?kind=doc").partition('id="undated"')[2]
    assert "Công văn" not in page(client, "/timeline?from=2020")


def test_a_later_unit_of_the_same_name_says_since_when(serve: Serve) -> None:
    assert later_units(), "provinces kept their names in 2025"
    by_iri = {place.iri: place for place in places()}
    for iri, since in later_units().items():
        older = [p for p in places() if p.label == by_iri[iri].label and (p.valid_from or "") < since]
        assert older, "only what could be mistaken is marked"
    iri = next(iri for iri in later_units() if by_iri[iri].level == "province")
    client = serve([(URIRef(iri), RDF.type, VPG.AdministrativeUnit, REPORT),
                    (URIRef(iri), SKOS.prefLabel, vi(by_iri[iri].label), REPORT)])  # fmt: skip
    path = iri.removeprefix("https://w3id.org/vpg")
    written = "/".join(reversed(later_units()[iri].split("-")))
    assert f"{by_iri[iri].label} (từ {written})" in page(client, path, "vi")
    known = Labels({iri: [Term(by_iri[iri].label_en, "literal", "en")]})
    assert known.get(iri, "en") == f"{by_iri[iri].label_en} (since 1 Jul 2025)"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_list_of_what_points_here_has_a_heading_of_its_own(lang: str) -> None:
    asked = set(re.findall(r"\b(?:vpg|org):(\w+)", catalogue()["page/incoming"].body.partition("GRAPH")[0]))
    assert len(asked) > 15
    assert {name for name in asked if f"incoming.{name}" not in words(lang)} == set()


def test_headings_say_what_is_listed_and_reference_data_stand_apart(serve: Serve) -> None:
    lists = GRAPH["reference/bodies"]
    body, above = ID["org/bo-cong-an"], ID["org/chinh-phu"]
    client = serve([(body, ORG.subOrganizationOf, above, lists), (above, SKOS.prefLabel, vi("Chính phủ"), lists),
                    (above, RDF.type, VPG.Organization, lists)])  # fmt: skip
    text = page(client, "/id/org/bo-cong-an")
    assert ">Events it organised <" in text and ">Posts in it <" in text and ": this" not in text
    told = re.search(r'aria-labelledby="listed".*?</section>', text, re.S)
    assert told and "Chính phủ" in told[0] and "not from a report" in told[0]
    stated = re.search(r'aria-labelledby="stated".*?</section>', text, re.S)
    assert stated is None or "Chính phủ" not in stated[0]
    assert "Sự kiện do nơi này tổ chức" in page(client, "/id/org/bo-cong-an", "vi")


def test_the_newest_are_those_with_a_date(serve: Serve) -> None:
    def report(number: int, date: str) -> list[Quad]:
        iri = ID[f"source/n{number}"]
        found: list[Quad] = [
            (iri, RDF.type, VPG.SourceDocument, REPORT),
            (iri, SKOS.prefLabel, vi(f"Tin {number}"), REPORT),
        ]
        return found + ([(iri, SCHEMA.datePublished, day(date), REPORT)] if date else [])

    def newest(text: str) -> tuple[str, list[str]]:
        section = re.search(r'aria-labelledby="newest".*?</section>', text, re.S)
        assert section
        heading = re.search(r'id="newest">([^<]+)<', section[0])
        assert heading
        return heading[1], re.findall(r'lang="vi">([^<]+)</a>', section[0])

    dated = [quad for n in range(3) for quad in report(n, f"2024-01-0{n + 1}")]
    heading, shown = newest(page(serve([*dated, *report(9, "")], alone=True), "/"))
    assert (heading, shown) == ("Newest documents", ["Tin 2", "Tin 1", "Tin 0"])
    heading, shown = newest(page(serve([*report(1, "2024-01-01"), *report(8, ""), *report(9, "")], alone=True), "/"))
    assert heading == "Some of the reports" and len(shown) == 3


@given(st.lists(st.integers(2, 30), min_size=1, max_size=9))
def test_groups_use_the_width_and_keep_names_apart(sizes: list[int]) -> None:
    groups = [
        [Node(f"n:{g}-{n}", "Nguyễn Văn Tên", "person", "N", "/", 0) for n in range(s)] for g, s in enumerate(sizes)
    ]
    at = cluster_layout(groups)
    assert len(at) == sum(sizes)
    places = sorted(at.values())
    for number, (x, y) in enumerate(places):
        for a, b in places[number + 1 :]:
            assert abs(a - x) > 60 or abs(b - y) > 40, "no name lies on another"
            if a - x > 130:
                break
    width, height = (max(axis) - min(axis) + 150 for axis in zip(*places, strict=True))
    assert len(sizes) < 4 or 0.7 <= width / height <= 4


@given(st.text("Hội nghị tổng kết", max_size=200))
def test_labels_of_any_length_are_inside_the_picture(label: str) -> None:
    nodes = [Node("a", "A", "person", "N", "/a", 0), Node("b", label, "event", "S", "/b", 1)]
    svg = str(draw(nodes, [Link("a", "b", "dự", "")], "x", pins={"b": (0.0, 500.0)}))
    view = re.search(r'viewBox="([^"]+)"', svg)
    assert view
    _, top, _, height = map(float, view[1].split())
    lines = svg.partition('class="node k-event')[2].count("<tspan")
    assert 500 + (2.45 + 1.35 * (lines - 1) + 0.35) * 12.5 <= top + height, "its last line with the marks below it"


def test_shares_in_a_column_can_be_compared() -> None:
    assert (share("vi", 0.06), share("en", 0.0578), share("vi", 1)) == ("0,060", "0.058", "1,000")


def test_what_is_described_is_said_in_every_branch_of_its_query() -> None:
    """Joined to the whole, it costs the engine every piece of evidence: half a minute at 0.8M quads, 0.1 s so."""
    body = catalogue()["page/describe"].body
    where = body[body.index("WHERE") :]
    branches = where.split("UNION")
    assert len(branches) == 4 and all("VALUES ?entity" in branch for branch in branches)


def test_a_former_post_is_called_so_in_lists(serve: Serve) -> None:
    def held(name: str, post: str, *, past: bool) -> list[Quad]:
        who, seat, fact = ID[f"person/{name}"], ID[f"post/{post}"], ID[f"tenure-report/{name}--{post}"]
        found: list[Quad] = [
            (who, RDF.type, VPG.Person, REPORT), (who, SKOS.prefLabel, vi("Mạc Từng Giữ"), REPORT),
            (seat, RDF.type, VPG.Post, REPORT), (seat, SKOS.prefLabel, vi(f"Giám đốc Sở {post}"), REPORT),
            (seat, ORG.postIn, ID["org/bo-cong-an"], REPORT),
            (fact, RDF.type, VPG.TenureReport, REPORT), (fact, VPG.holder, who, REPORT),
            (fact, VPG.reportedPost, seat, REPORT), (fact, VPG.attestedOn, day("2022-02-03"), REPORT),
        ]  # fmt: skip
        return [*found, *([(fact, VPG.formerly, Literal(True), REPORT)] if past else [])]

    served = serve([
        *held("mac-a", "Một", past=True),
        *held("mac-b", "Hai", past=False), *held("mac-b", "Nay", past=False), *held("mac-b", "Xưa", past=True),
    ])  # fmt: skip
    for lang, said in (("vi", "nguyên"), ("en", "former")):
        told = [hit["note"] for hit in served.get(f"/api/entities?q=mac+tung+giu&lang={lang}").get_json()["entities"]]
        assert sum(note.startswith(f"{said} Giám đốc Sở Một") for note in told) == 1
        assert not any("Xưa" in note for note in told), "of the posts of one day the one that is still held"


def test_a_document_cited_as_a_draft_is_called_so(serve: Serve) -> None:
    law, fact = ID["doc/luat-cho"], ID["citation/x--1"]
    cited: list[Quad] = [
        (law, RDF.type, VPG.OfficialDocument, REPORT), (law, SKOS.prefLabel, vi("Luật Chợ"), REPORT),
        (fact, RDF.type, VPG.Citation, REPORT), (fact, VPG.citedDocument, law, REPORT),
    ]  # fmt: skip
    draft: Quad = (fact, VPG.citedAsDraft, Literal(True), REPORT)
    said = "The report speaks of this document as a draft."
    for address in ("/id/doc/luat-cho", "/fact/citation/x--1"):
        assert said in page(serve([*cited, draft]), address)
        assert said not in page(serve(cited), address)


def test_a_search_for_a_post_offers_who_was_last_reported_in_it(serve: Serve) -> None:
    post, more = ID["post/chanh-van-phong--tinh-uy-x"], []
    more += [(post, RDF.type, VPG.Post, REPORT), (post, SKOS.prefLabel, vi("Chánh Văn phòng Tỉnh ủy X"), REPORT)]
    told = [("cu", "Phan Cũ", "2019-01-02", False), ("moi", "Phan Mới", "2021-05-06", False),
            ("xua", "Phan Xưa", "2022-01-01", True), ("khong", "Phan Vô", "", False)]  # fmt: skip
    for who, name, date, former in told:
        person, fact = ID[f"person/phan-{who}"], ID[f"tenure-report/x--{who}"]
        more += [(person, RDF.type, VPG.Person, REPORT), (person, SKOS.prefLabel, vi(name), REPORT),
                 (fact, RDF.type, VPG.TenureReport, REPORT), (fact, VPG.holder, person, REPORT),
                 (fact, VPG.reportedPost, post, REPORT), (fact, VPG.reportedIn, ID["source/x"], REPORT)]  # fmt: skip
        more += [(fact, VPG.attestedOn, day(date), REPORT)] if date else []
        more += [(fact, VPG.formerly, Literal(True), REPORT)] if former else []
    client = serve(more)
    for typed in ("chanh van phong", "Chánh Văn phòng"):
        text = page(client, f"/search?q={typed}", "vi")
        held = text[text.index('class="plain holders"') :].partition("</ul>")[0]
        assert re.findall(r'href="/id/person/([^"]+)"', held) == ["phan-moi", "phan-cu"], "the latest first"
        assert "được nêu giữ chức vụ này ngày" in held and '<time datetime="2021-05-06">06/05/2021' in held
        assert "/sparql?named=page/post-holders" in text
    own = page(client, "/id/post/chanh-van-phong--tinh-uy-x", "vi")
    first = own[own.index('id="held"') :].partition("</section>")[0]
    assert re.findall(r'href="/id/person/([^"]+)"', first) == ["phan-moi", "phan-cu"]
    everyone = re.search(r'href="(/queries/official/holders[^"]+)"', first)
    assert everyone and "Phan Cũ" in page(client, everyone[1].replace("&amp;", "&"), "vi")
    (found,) = client.get("/api/entities?q=chanh van phong&lang=vi").get_json()["entities"]
    assert found["note"] == "Phan Mới, 06/05/2021"
