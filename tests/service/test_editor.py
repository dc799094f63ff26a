"""The editor's page and what it asks the server for."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from graph.errors import ParameterError
from graph.stores import open_store
from graph.stores.base import Changes
from service.app import create_app
from service.settings import Settings
from service.shares import ShareGoneError, Shares, UnknownShareError
from tests.service.page_graph import quads
from tests.service.pages_client import client_over

HTML = {"Accept": "text/html"}
QUERY = "SELECT ?p WHERE { ?p a <https://w3id.org/vpg/def#Person> } ORDER BY ?p"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    with client_over(quads(), tmp_path_factory.mktemp("state"), page_rows=2) as found:
        yield found


def test_one_address_is_page_and_endpoint(client: FlaskClient) -> None:
    page = client.get("/sparql", query_string={"query": QUERY}, headers=HTML)
    assert page.mimetype == "text/html"
    answer = client.get("/sparql", query_string={"query": QUERY}, headers={"Accept": "text/csv"})
    assert answer.get_data(as_text=True).count("\n") == 4


def test_without_script_a_form_runs_the_query(client: FlaskClient) -> None:
    page = client.post("/sparql", data={"query": QUERY, "page": "1"}, headers=HTML).get_data(as_text=True)
    assert page.count("<tr>") == 3, "two rows are shown"
    assert "3 dòng" in page and "hiện 2 dòng đầu" in page
    assert "Trần Văn Độ" in page or "Đỗ Mạnh Hà" in page


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("ASK { ?s ?p ?o }", "Có"),
        ("CONSTRUCT { ?s a ?c } WHERE { ?s a ?c } LIMIT 1", '<pre class="code"'),
        ("SELECT * WHERE { FILTER(false) }", "không tìm thấy gì"),
        ("SELECT * WHERE { ?s ?p }", "Dòng 1, cột"),
        ("SELECT * WHERE { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", 'role="alert"'),
    ],
)
def test_other_answers(client: FlaskClient, query: str, shown: str) -> None:
    page = client.post("/sparql", data={"query": query, "page": "1"}, headers=HTML)
    assert page.status_code == 200
    assert shown in page.get_data(as_text=True)


def test_a_query_in_the_page_is_escaped(client: FlaskClient) -> None:
    page = client.get("/sparql", query_string={"query": "</textarea><script>x</script>"}, headers=HTML)
    assert "<script>x" not in page.get_data(as_text=True)


def test_errors_are_told_at_their_place(client: FlaskClient) -> None:
    assert client.post("/api/check", data=QUERY).get_json() == {"ok": True}
    answer = client.post("/api/check", data="SELECT ?x\nWHERE { ?x ?y }").get_json()
    assert (answer["ok"], answer["line"]) == (False, 2)
    assert len(answer["message"]) <= 210 and "\\u{" not in answer["message"]


def test_schema_has_labels_and_use(client: FlaskClient) -> None:
    answer = client.get("/api/schema?lang=vi")
    classes = {c["name"]: c for c in answer.get_json()["classes"]}
    assert classes["vpg:Person"]["count"] == 3
    assert classes["vpg:Person"]["label"] == "Người"
    assert "https://w3id.org/vpg/def#participant" in classes["vpg:Participation"]["uses"]
    again = client.get("/api/schema?lang=vi", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_labels_of_a_batch(client: FlaskClient) -> None:
    iri = "https://w3id.org/vpg/id/person/le-thi-uyen"
    answer = client.post("/api/labels", json=[iri, "https://x.example/<bad>", "no-iri"]).get_json()
    assert answer[iri] == {"label": "Lê Thị Uyên", "path": "/id/person/le-thi-uyen", "kind": "person",
                           "class": "https://w3id.org/vpg/def#Person"}  # fmt: skip
    assert list(answer) == [iri]
    assert client.post("/api/labels", json={"a": 1}).status_code == 400


def test_spreadsheet(client: FlaskClient) -> None:
    answer = client.post("/api/sheet", data={"query": QUERY})
    with zipfile.ZipFile(io.BytesIO(answer.data)) as file:
        assert "Lê Thị Uyên" in file.read("xl/worksheets/sheet1.xml").decode()
    assert client.post("/api/sheet", data={"query": "ASK {}"}).status_code == 400


def test_result_pictures(client: FlaskClient) -> None:
    place = "https://w3id.org/vpg/id/place/ninh-binh"
    tiles = client.post("/api/tiles", json={place: 3}).get_json()
    assert tiles["svg"].startswith("<svg") and 'class="tile level-4"' in tiles["svg"]
    assert client.post("/api/tiles", json=["x"]).status_code == 400
    edges = [["https://w3id.org/vpg/id/person/le-thi-uyen", place, "<b>"]]
    drawn = client.post("/api/picture", json=edges).get_json()["svg"]
    assert "Lê Thị Uyên" in drawn and "<b>" not in drawn
    turtle = "<https://a.example/x> <https://a.example/p> <https://a.example/y> ."
    assert "a.example/x" in client.post("/api/picture", json={"turtle": turtle}).get_json()["svg"]
    assert client.post("/api/picture", json={"turtle": "no turtle <"}).get_json()["svg"] == ""


def test_share_pins_query_view_and_data(client: FlaskClient) -> None:
    made = client.post("/api/share", json={"query": QUERY, "view": "chart"}).get_json()
    page = client.get(made["path"], headers=HTML).get_data(as_text=True)
    assert "def#Person" in page and 'data-view="chart"' in page and "đúng là bản bạn đang xem" in page
    assert client.post("/api/share", json={"query": QUERY, "view": "chart"}).get_json()["id"] == made["id"]
    assert client.post("/api/share", data={"query": QUERY, "page": "1"}).headers["Location"].startswith("/s/")


def test_share_after_a_change_says_so(tmp_path: Path) -> None:
    store = open_store(":memory:")
    client = create_app(Settings(state=tmp_path), store).test_client()
    made = client.post("/api/share", json={"query": QUERY}).get_json()
    store.apply(Changes(add=list(quads())[:5]))
    assert "có thể khác" in client.get(made["path"], headers=HTML).get_data(as_text=True)


def test_shares_expire_and_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shares = Shares(tmp_path, days=1)
    made = shares.add("ASK {}", "table", "r1")
    assert shares.get(made.id).query == "ASK {}"
    monkeypatch.setattr("service.shares.time.time", lambda: made.made + 2 * 86_400)
    with pytest.raises(ShareGoneError):
        shares.get(made.id)
    with pytest.raises(UnknownShareError):
        shares.get("zzzz")
    for query in ("", "x" * 20_001):
        with pytest.raises(ParameterError):
            shares.add(query, "table", "r1")


def test_links_are_bounded_in_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.shares.MOST_BYTES", 50_000)
    shares = Shares(tmp_path)
    made = [shares.add(f"# {'x' * 9_000} {number}", "table", "r1") for number in range(5)]
    with pytest.raises(ParameterError, match="no more links"):
        shares.add("# " + "x" * 9_000, "table", "r1")
    assert (tmp_path / "shares.jsonl").stat().st_size <= 50_000
    assert [shares.get(share.id) for share in made] == made
    assert shares.add(made[0].query, "table", "r1") == made[0], "a link that is kept is still given"


def test_a_link_is_found_without_reading_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shares = Shares(tmp_path)
    ids = [shares.add(f"ASK {{}} # {number}", "table", "r1").id for number in range(300)]
    shares.get(ids[-1])
    read: list[object] = []
    loads = json.loads
    monkeypatch.setattr("service.shares.json.loads", lambda line: read.append(line) or loads(line))
    assert all(shares.get(key).id == key for key in ids[:10])
    assert len(read) == 10
    shares.add("ASK {} # one more", "table", "r1")
    assert len(read) == 10, "a new link reads no old one"


def test_links_that_others_write_are_noticed(tmp_path: Path) -> None:
    shares, other = Shares(tmp_path), Shares(tmp_path)
    first = shares.add("ASK {} # first", "table", "r1")
    second = other.add("ASK {} # second", "chart", "r1")
    assert shares.get(second.id) == second and other.get(first.id) == first
    path = tmp_path / "shares.jsonl"
    with path.open("a", encoding="utf-8") as file:
        file.write('{"id": "cut off')
    third = shares.add("ASK {} # third", "table", "r1")
    assert [other.get(share.id) for share in (first, second, third)] == [first, second, third]
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[1:]), "utf-8")
    assert shares.get(third.id) == third
    with pytest.raises(UnknownShareError):
        shares.get(first.id)
    path.unlink()
    with pytest.raises(UnknownShareError):
        shares.get(third.id)


def test_half_a_character_is_no_query(client: FlaskClient) -> None:
    assert client.post("/api/share", json={"query": "ASK {} # \ud800"}).status_code == 400


def test_an_expired_link_is_410(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    client = create_app(Settings(state=tmp_path, share_days=1), open_store(":memory:")).test_client()
    made = client.post("/api/share", json={"query": QUERY}).get_json()
    later = Shares(tmp_path).get(made["id"]).made + 3 * 86_400
    monkeypatch.setattr("service.shares.time.time", lambda: later)
    assert client.get(made["path"], headers=HTML).status_code == 410


@pytest.mark.parametrize(
    ("query", "place", "vietnamese"),
    [
        ("SELECT * { ?s vpg:x 1 }", "Dòng 1, cột 15:", "Chưa khai báo tiền tố vpg:"),
        ("SELECT * {", "Dòng 1, cột 11:", "Truy vấn kết thúc khi chưa đóng { … }"),
        ("SELEC * {}", "Dòng 1, cột 1:", "Không hiểu từ SELEC"),
        ("SELECT * { ?s ?p 'abc }", "Dòng 1, cột 24:", "chuỗi ký tự trong dấu nháy"),
        ("SELECT ?x", "Dòng 1, cột 10:", "có thể cần một biến, (, { hoặc CONSTRUCT"),
        ("SELECT * { ?s ?p ?o } OFFSET -1", "Dòng 1, cột 30:", "có thể cần một số"),
        ("SELECT * { ?s <http://[> ?o }", "", "không phải là IRI"),
        ("SELECT (1 AS ?s) { ?s ?p ?o }", "", "mang tên của biến"),
        ("INSERT DATA { <http://a> <http://b> 1 }", "Dòng 1, cột 1:", "Đây là lệnh cập nhật"),
        ("SELECT (SUM(COUNT(?y)) AS ?z) { ?x ?y ?z }", "", "Hàm gộp không được nằm trong hàm gộp"),
    ],
)
def test_a_mistake_is_said_once_and_in_the_language(
    client: FlaskClient, query: str, place: str, vietnamese: str
) -> None:
    html = {"Accept": "text/html", "Accept-Language": "vi"}
    text = client.get("/sparql", query_string={"query": query}, headers=html).get_data(as_text=True)
    told = re.search(r'<p class="warn" role="alert"><strong>(.*?)</strong> <span lang="vi">(.*?)</span></p>', text)
    assert told and (not place or told[1] == place)
    assert vietnamese in told[2] and "line 1" not in told[2] and "column" not in told[2]
    checked = client.post("/api/check", data=query, headers={"Accept-Language": "vi"}).get_json()
    assert (checked["at"], checked["message"]) == (told[1], unescape(told[2]))
