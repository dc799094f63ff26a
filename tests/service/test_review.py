"""Reviewing: behind a token, with reasons and a name, and only from our own pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from graph.ingest import ingest
from graph.readers import read_all
from graph.stores import open_store
from service.app import create_app
from service.settings import Settings

HTML = {"Accept": "text/html"}
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("vpg")


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[FlaskClient]:
    store = open_store(":memory:")
    two = [str(ROOT / "samples" / f"thai-binh-{name}.md") for name in (
        "so-ket-chuong-trinh-phoi-hop-09", "mo-hinh-tu-quan-va-khen-thuong")]  # fmt: skip
    ingest(read_all(two), store, state=folder / "state")
    settings = Settings(store=str(folder / "store"), state=folder / "state", review_token="secret")
    yield create_app(settings, store).test_client()
    store.close()


def test_off_without_a_token(tmp_path: Path) -> None:
    closed = create_app(Settings(state=tmp_path), open_store(":memory:")).test_client()
    assert closed.get("/review", headers=HTML).status_code == 404
    assert closed.post("/review", data={"token": ""}, headers=HTML).status_code == 404


def test_pairs_are_shown_with_sentences_and_judged(client: FlaskClient, folder: Path) -> None:
    assert "token" in client.get("/review", headers=HTML).get_data(as_text=True)
    assert client.post("/review", data={"pair": "x", "verdict": "accept", "by": "a"}, headers=HTML).status_code == 403
    assert client.post("/review", data={"token": "wrong"}, headers=HTML).status_code == 403
    entered = client.post("/review", data={"token": "secret"}, headers=HTML)
    assert "SameSite=Strict" in entered.headers["Set-Cookie"] and "HttpOnly" in entered.headers["Set-Cookie"]
    page = client.get("/review", headers=HTML).get_data(as_text=True)
    if 'name="pair" value="' not in page:
        pytest.skip("these two reports leave no pair open")
    assert "<blockquote" in page and "<mark>" in page
    pair = page.split('name="pair" value="')[1].split('"')[0]
    form = {"pair": pair, "verdict": "accept", "by": "Người duyệt", "why": "cùng số"}
    foreign = client.post("/review", data=form, headers=HTML | {"Origin": "https://evil.example"})
    assert foreign.status_code == 403
    assert client.post("/review", data=form | {"by": " "}, headers=HTML).status_code == 400
    assert client.post("/review", data=form | {"verdict": "maybe"}, headers=HTML).status_code == 400
    assert client.post("/review", data=form | {"pair": "zzzz"}, headers=HTML).status_code == 404
    done = client.post("/review", data=form, headers=HTML)
    assert done.headers["Location"] == f"/review?done={pair}"
    kept = "".join(path.read_text("utf-8") for path in (folder / "state").rglob("*judgement*"))
    assert "Người duyệt" in kept and "cùng số" in kept
    after = client.get(f"/review?done={pair}", headers=HTML).get_data(as_text=True)
    assert f'id="pair-{pair}"' not in after
    client.post("/review", data={"pair": pair, "verdict": "undo", "by": "Người duyệt"}, headers=HTML)
    assert f'id="pair-{pair}"' in client.get("/review", headers=HTML).get_data(as_text=True)
