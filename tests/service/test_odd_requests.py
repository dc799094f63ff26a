"""What is typed wrongly, or too long, or in vain is answered in the reader's language, with a way on."""

import re
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient


def page(client: FlaskClient, address: str, lang: str = "vi", status: int = 200) -> str:
    answer = client.get(address, headers={"Accept": "text/html", "Accept-Language": lang})
    assert answer.status_code == status, address
    return answer.get_data(as_text=True)


def test_errors_are_named_in_the_readers_language(client: FlaskClient) -> None:
    for address, status, vi, en in (
        ("/id/person/nobody", 404, "404 · Không tìm thấy", "404 · Not found"),
        ("/api/graph", 400, "400 · Tham số chưa đúng", "400 · Bad parameter"),
        ("/id/person/tran-van-do?format=x", 406, "406 · Không có dạng", "406 · No such format"),
    ):
        assert vi in page(client, address, "vi", status)
        assert en in page(client, address, "en", status)
    assert '<p class="quiet" lang="en"><code' in page(client, "/api/graph", "vi", 400), "the detail is English"


def test_what_is_too_long_is_not_repeated(client: FlaskClient) -> None:
    main = page(client, "/id/person/" + "a" * 3000, status=404).partition("<main")[2].partition("</main>")[0]
    assert "a" * 300 in main and "a" * 401 not in main
    text = page(client, "/graph?centre=" + quote("ă" * 3000))
    assert "ă" * 400 in text and "ă" * 401 not in text


def test_an_unknown_name_leads_to_the_search(client: FlaskClient) -> None:
    text = page(client, "/graph?centre=không ai như thế", "en")
    assert "Nothing is called “không ai như thế”" in text
    assert re.search(r'href="/search\?q=kh%C3%B4ng[^"]+">Search all names and texts', text)
    same = page(client, "/graph?centre=id:person/tran-van-do&path=id:person/tran-van-do", "en")
    assert "Both ends are the same" in same and "show no connection between" not in same


@pytest.mark.parametrize("value", ["zz", "javascript:x", "https://w3id.org/vpg/id/org/a b", 'https://w3id.org/vpg/"x'])
def test_a_facet_that_is_no_address_narrows_nothing(client: FlaskClient, value: str) -> None:
    for facet in ("source", "org", "place"):
        text = page(client, f"/search?q=uyen&{facet}={quote(value)}", "en")
        assert "Lê Thị Uyên" in text


def test_the_interface_for_programs_is_described_in_the_readers_language(client: FlaskClient) -> None:
    text = page(client, "/api", "vi")
    assert "Ai chủ trì hội nghị nào, theo bản tin nào?" in text and "Who chaired" not in text
    assert "Tìm mục theo tên" in text and "Find entities" not in text
    assert "Who chaired which gathering" in page(client, "/api", "en")
    told = client.get("/api/openapi.json", headers={"Accept-Language": "vi"}).get_json()
    assert told["paths"]["/api/entities"]["get"]["summary"].startswith("Find entities"), "programs read English"


def test_rdf_on_a_page_has_prefixes(client: FlaskClient) -> None:
    text = page(client, "/fact/participation/t000--0--tran-van-do--chair")
    assert "@prefix vpg:" in text and "vpg:participant" in text
    assert "&lt;https://w3id.org/vpg/def#participant&gt;" not in text


def test_paper_says_where_the_page_is(client: FlaskClient) -> None:
    assert re.search(r'on-paper">In từ http://localhost/timeline', page(client, "/timeline"))
