"""A store beyond VPG_MEMORY_BUDGET: what goes on, and what says plainly why it does not."""

import json
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from graph.errors import TooManyError
from graph.stores import open_store
from graph.stores.base import Changes
from graph.stores.pool import PoolSettings, open_pool
from graph.stores.terms import to_quad
from service.app import create_app, warm
from service.settings import Settings
from service.whole import Whole
from tests.service.page_graph import quads

HTML = {"Accept": "text/html"}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    store = open_pool(tmp_path_factory.mktemp("store"), PoolSettings(workers=1, memory_budget=1))
    store.apply(Changes(nquads="".join(f"{to_quad(quad)} .\n" for quad in quads()).encode()))
    app = create_app(Settings(state=tmp_path_factory.mktemp("state"), memory_budget=1), store)
    warm(app).join(60)
    yield app.test_client(use_cookies=False)
    store.close()


@pytest.mark.parametrize(
    "path", ["/", "/doc/t000", "/id/person/le-thi-uyen", "/timeline", "/queries", "/sparql", "/queries/official/posts"]
)
def test_what_needs_no_whole_graph_goes_on(client: FlaskClient, path: str) -> None:
    answer = client.get(path, headers=HTML)
    assert answer.status_code == 200, answer.get_data(as_text=True)[:400]


@pytest.mark.parametrize("path", ["/search?q=uyen", "/graph?centre=id:person/le-thi-uyen", "/graph/overview"])
def test_what_needs_the_whole_graph_says_why_not(client: FlaskClient, path: str) -> None:
    answer = client.get(path, headers=HTML)
    assert answer.status_code == 413
    assert "VPG_MEMORY_BUDGET" in answer.get_data(as_text=True)


def test_health_says_what_is_read(client: FlaskClient) -> None:
    told = json.loads(client.get("/health").data)
    assert told["status"] == "ok"
    assert told["reads"] == "disk"
    assert "VPG_MEMORY_BUDGET" in told["because"]
    assert "vpg_store_over_budget 1" in client.get("/metrics").get_data(as_text=True)


def test_a_refusal_holds_until_the_data_change(monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(":memory:")
    store.apply(Changes(add=list(quads())))
    whole = Whole(store, memory=8_000_000)
    rows = len(whole.read("page/names"))
    asked: list[str] = []
    query = store.query
    monkeypatch.setattr(store, "query", lambda text, **options: asked.append(text) or query(text, **options))
    monkeypatch.setattr(whole, "_most", rows - 1)
    for _ in range(3):
        with pytest.raises(TooManyError):
            whole.read("page/names")
    assert len(asked) == 1
    monkeypatch.setattr(whole, "_most", rows)
    store.update("INSERT DATA { <http://e/a> <http://e/b> 1 }")
    assert len(whole.read("page/names")) == rows
    store.close()
