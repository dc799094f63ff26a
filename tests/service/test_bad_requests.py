"""What strangers send by mistake or on purpose is refused in a sentence; it is no error of ours."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from graph.errors import VpgError
from graph.stores import open_store
from graph.stores.base import Changes, Store
from service.app import create_app
from service.pages import data
from service.settings import Settings
from tests.service.page_graph import quads

TOKEN = "a-token-of-the-tests"
ADMIN = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    opened = open_store(":memory:")
    opened.apply(Changes(add=list(quads())))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def client(store: Store, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    settings = Settings(state=tmp_path_factory.mktemp("state"), token=TOKEN, review_token=TOKEN)
    return create_app(settings, store).test_client()


BAD_GRAPHS = ["x y>", "x", "", "http://e/%zz", "http://e/{}"]


@pytest.mark.parametrize("bad", BAD_GRAPHS)
@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
def test_what_names_no_graph_is_a_bad_query(client: FlaskClient, name: str, bad: str) -> None:
    answer = client.get(f"/sparql?query=ASK%7B%7D&{name}={quote(bad)}")
    assert answer.status_code == 400
    assert "graph" in json.loads(answer.data)["detail"]


@pytest.mark.parametrize("name", ["using-graph-uri", "using-named-graph-uri"])
def test_what_names_no_graph_is_a_bad_update(client: FlaskClient, name: str) -> None:
    update = "DELETE { ?s ?p 1 } WHERE { ?s ?p 1 }"
    kind = {"Content-Type": "application/sparql-update"} | ADMIN
    assert client.post(f"/sparql?{name}=x%20y%3E", data=update, headers=kind).status_code == 400


DEEP = "[" * 100_000
BODIES = [
    ("/api/labels", DEEP),
    ("/api/tiles", DEEP),
    ("/api/picture", DEEP),
    ("/api/share", DEEP),
    ("/api/share", '{"query": "ASK {} # \\ud800"}'),
    ("/api/share", '{"query": "ASK {}", "view": ["table"]}'),
    ("/api/share", '{"query": ["ASK {}"]}'),
    ("/api/share", "[1]"),
    ("/api/labels", '["http://e/\\udfff"]'),
    ("/api/tiles", '{"http://e/x": NaN}'),
    ("/api/tiles", '{"http://e/x": 1e400}'),
    ("/api/picture", '[["a", ["b"], "c"]]'),
]


@pytest.mark.parametrize(("path", "body"), BODIES)
def test_json_that_cannot_be_meant_is_refused(client: FlaskClient, path: str, body: str) -> None:
    answer = client.post(path, data=body, content_type="application/json")
    assert answer.status_code == 400, answer.get_data(as_text=True)[:300]
    assert json.loads(answer.data)["detail"]


def test_a_character_in_two_halves_is_whole(client: FlaskClient) -> None:
    body = json.dumps({"query": 'SELECT ("😀" AS ?x) {}', "view": "table"})
    assert "\\ud83d" in body
    path = json.loads(client.post("/api/share", data=body, content_type="application/json").data)["path"]
    assert "😀" in client.get(path, headers={"Accept": "text/html"}).get_data(as_text=True)


def test_deep_turtle_draws_nothing(client: FlaskClient) -> None:
    body = json.dumps({"turtle": "<a:a> <a:b> " + "(" * 20_000})
    assert client.post("/api/picture", data=body, content_type="application/json").status_code == 200


@pytest.mark.parametrize("path", ["/static/" + 300 * "a", "/static/%00", "/static/" + 80 * "a/" + 300 * "b"])
def test_a_file_that_cannot_be_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("start", ["²", "٣", "9" * 5000, "-1", "x"])
def test_a_page_of_the_review_that_cannot_be(client: FlaskClient, start: str) -> None:
    assert client.post("/review", data={"token": TOKEN}).status_code in (200, 303)
    assert client.get("/review", query_string={"from": start}, headers={"Accept": "text/html"}).status_code == 200


def test_a_write_while_a_dump_is_made(client: FlaskClient, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def export_and_write(*arguments: object) -> None:
        original(*arguments)  # type: ignore[arg-type]
        store.update("INSERT DATA { <http://e/a> <http://e/b> 1 }")

    original = data.export
    monkeypatch.setattr(data, "export", export_and_write)
    answer = client.get("/data/vpg.nq.gz", buffered=True)
    assert answer.status_code == 200
    assert answer.headers["Digest"] == f"sha-256={hashlib.sha256(answer.data).hexdigest()}"
    assert answer.headers["Content-Disposition"] == "attachment; filename=vpg.nq.gz"
    assert client.get("/data/vpg.nq.gz", headers={"Range": "bytes=0-1"}, buffered=True).data == b"\x1f\x8b"


def test_a_dump_removed_before_it_is_sent(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def send_nothing(path: Path, **_: object) -> None:
        raise FileNotFoundError(path)

    monkeypatch.setattr(data, "send_file", send_nothing)
    assert client.get("/data/vpg.nq.gz").status_code == 503


def test_a_dump_in_a_relative_folder(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    client = create_app(Settings(state=Path("state")), store).test_client()
    assert client.get("/data/vpg.nq.gz", buffered=True).status_code == 200


def test_a_graph_without_a_name_keeps_its_status() -> None:
    from graph.errors import GraphNameError, StoreError
    from graph.stores.process import raise_error

    with pytest.raises(GraphNameError) as caught:
        raise_error({"error": "GraphNameError", "message": "'x' is not the IRI of a graph"})
    assert isinstance(caught.value, StoreError | VpgError)
    assert caught.value.status == 400
