"""Questions as forms: names for addresses, and answers that show their words and what is not stated."""

import json
import re

from flask.testing import FlaskClient

from queries.catalogue import catalogue
from service.facts import date_by_events, read_facts, undated_events
from service.labels import Labels
from service.pages.questions import Result, readable_summary
from service.terms import Term

HTML = {"Accept": "text/html"}


def _page(client: FlaskClient, path: str, **values: str) -> str:
    return client.get(path, query_string={"lang": "en", **values}, headers=HTML).get_data(as_text=True)


def test_a_name_without_marks_is_one_thing_of_the_class(client: FlaskClient) -> None:
    html = _page(client, "/queries/official/posts", official="tran van do")
    assert 'value="Trần Văn Độ"' in html
    assert 'name="official.iri" value="https://w3id.org/vpg/id/person/tran-van-do"' in html
    assert "Nothing is called" in _page(client, "/queries/official/posts", body="tran van do")


def test_the_api_takes_the_names_that_the_page_takes(client: FlaskClient) -> None:
    answers = [
        client.get("/api/queries/official/posts", query_string={"official": name, "format": "json"})
        for name in ("Trần Văn Độ", "tran van do", "id:person/tran-van-do")
    ]
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert answers[0].data == answers[1].data == answers[2].data
    # Another mark is another name, for both.
    other = {"official": "Trần Văn Dô"}
    assert client.get("/api/queries/official/posts", query_string=other).status_code == 400
    assert 'name="official.iri" value="https' not in _page(client, "/queries/official/posts", **other)


def test_an_address_chosen_from_suggestions_stands_for_its_name(client: FlaskClient) -> None:
    chosen = {"official": "Trần Văn Độ", "official.iri": "https://w3id.org/vpg/id/person/tran-van-do"}
    assert "<https://w3id.org/vpg/id/person/tran-van-do>".replace("<", "&lt;").replace(">", "&gt;") in _page(
        client, "/queries/official/posts", **chosen
    )
    # Who types another name after choosing means that other name.
    other = _page(client, "/queries/official/posts", **{**chosen, "official": "Lê Thị Uyên"})
    assert 'name="official.iri" value="https://w3id.org/vpg/id/person/le-thi-uyen"' in other


def test_choices_are_names_and_classes(client: FlaskClient) -> None:
    several = _page(client, "/queries/official/posts", official="do")
    options = re.findall(r"<option value=\"[^\"]*\"[^>]*>([^<]+)</option>", several)
    assert sorted(options) == [
        "Trần Văn Độ (Person · Thứ trưởng Bộ Công an, 12 May 2022)",
        "Đỗ Mạnh Hà (Person)",
    ]
    kinds = _page(client, "/queries/organization/list")
    assert re.search(r'<option value="https://w3id.org/vpg/def#Ministry"[^>]*>Ministry</option>', kinds)


def test_suggestions_cover_code_lists(client: FlaskClient) -> None:
    found = client.get("/api/entities", query_string={"q": "dai ta", "class": "vpg:Rank"}).json
    assert found and found["entities"][0]["iri"].endswith("/rank/dai-ta")
    none = client.get("/api/entities", query_string={"q": "uyen", "class": "vpg:Organization"}).json
    assert none and none["entities"] == []


def test_words_of_a_row_are_below_it_and_no_link_is_empty(client: FlaskClient) -> None:
    html = _page(client, "/queries/conference/chairs", run="1")
    assert '<tr class="said">' in html and "dự và chủ trì hội nghị”</a>" in html
    assert re.search(r"<a [^>]*>[“”\s]*</a>", html) is None
    assert '<span class="quiet">not stated</span>' in html
    assert "chairStated" not in html.partition('<pre class="code"')[0]


def test_no_heading_twice_where_a_column_is_empty(client: FlaskClient) -> None:
    empty = Result(["chair", "chairLabel", "words", "source"], [{"source": Term("x:s")}], Labels(), 1, False)
    assert empty.columns == ["chair", "words", "source"] and empty.main == ["chair"]


def test_summaries_name_headings() -> None:
    for query in catalogue().questions():
        named = set(re.findall(r"\b[a-z]+[A-Z]\w*", readable_summary(query)))
        assert not named & set(query.columns), query.name


def test_a_fact_about_an_event_has_the_day_of_the_event() -> None:
    v, event = "https://w3id.org/vpg/def#", "https://w3id.org/vpg/id/event/e"
    kind = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

    def row(name: str, value: str) -> dict[str, Term]:
        return {"fact": Term("x:f"), "property": Term(name), "value": Term(value)}

    facts = read_facts([row(kind, v + "AttributeReport"), row(v + "aboutEntity", event)])
    assert undated_events(facts.values()) == [event]
    date_by_events(facts.values(), [{"node": Term(event), "date": Term("2018-08-30", "literal")}])
    assert facts["x:f"].date == "2018-08-30" and not facts["x:f"].timeless
    twice = read_facts([row(kind, v + "AttributeReport"), row(v + "aboutEntity", event)])
    days = [{"node": Term(event), "date": Term(day, "literal")} for day in ("2018-08-30", "2018-08-31")]
    date_by_events(twice.values(), days)
    assert twice["x:f"].date == ""  # reports disagree: none is chosen


def test_home_counts_what_reports_name(client: FlaskClient) -> None:
    html = _page(client, "/")
    assert re.search(r"<strong>\d+</strong> people", html) and "</strong> Person" not in html


def test_the_overview_opens_its_query(client: FlaskClient) -> None:
    assert "/sparql?named=page/overview" in _page(client, "/graph/overview")
    assert "/sparql?named=page/network" in _page(client, "/graph/overview", reference="1")


def test_names_may_be_of_several_classes(client: FlaskClient) -> None:
    def found(name: str, classes: str) -> list[str]:
        answer = client.get("/api/entities", query_string={"q": name, "class": classes}).get_json()
        return [hit["label"] for hit in answer["entities"]]

    both = "vpg:Organization vpg:Person"
    assert found("bca", both) == ["Bộ Công an"] and found("tran van do", both) == ["Trần Văn Độ"]
    assert found("bca", "vpg:Person vpg:Event") == []


def test_names_are_reconciled_in_bulk(client: FlaskClient) -> None:
    described = client.get("/api/reconcile").get_json()
    assert described["versions"] == ["0.2"] and described["view"]["url"].endswith("/id/{{id}}")
    asked = {"a": {"query": "tran van do"}, "b": {"query": "bca", "type": "vpg:Organization"}, "c": {"query": "do"},
             "d": {"query": "Lê Thị Uyên", "type": ["vpg:Event"], "limit": 4}}  # fmt: skip
    found = client.post("/api/reconcile", data={"queries": json.dumps(asked)}).get_json()
    (a,), (b,) = found["a"]["result"], found["b"]["result"]
    assert (a["id"], a["name"], a["score"], a["match"]) == ("person/tran-van-do", "Trần Văn Độ", 95, True)
    assert a["type"] == [{"id": "vpg:Person", "name": "Người"}]
    assert (b["name"], b["match"]) == ("Bộ Công an", True)
    assert not any(hit["match"] for hit in found["c"]["result"]) and found["d"] == {"result": []}
    assert client.get(described["view"]["url"].partition("localhost")[2].replace("{{id}}", a["id"])).status_code == 200
    for bad in (
        "{",
        "[]",
        '{"a": 1}',
        "[" * 200_000,
        '{"a":' * 200_000,
        '{"a": {"query": "do", "limit": -3}}',
        '{"a": {"query": "do", "limit": 1e400}}',
        '{"a": {"query": "do", "limit": "5"}}',
        '{"a": {"query": "do", "limit": true}}',
        '{"a": {"query": 5}}',
        json.dumps({str(n): {} for n in range(201)}),
    ):
        assert client.post("/api/reconcile", data={"queries": bad}).status_code == 400


def test_documents_are_narrowed_by_their_type(client: FlaskClient) -> None:
    html = _page(client, "/search", kind="doc")
    chosen = re.search(r'name="doctype" value="([^"]+/doctype/chi-thi)"', html)
    assert chosen is not None and "Type of document" in html
    assert "/id/doc/" in _page(client, "/search", doctype=chosen[1])
    other = chosen[1].replace("chi-thi", "luat")
    assert "/id/doc/" not in _page(client, "/search", doctype=other).partition("with-facets")[2]
