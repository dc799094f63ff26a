"""Reviewing: behind a token, with reasons and a name, and only from our own pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from graph.ingest import ingest
from graph.readers import read_all
from graph.stores import open_store
from service.app import create_app
from service.auth import Tokens, hashed
from service.settings import SettingError, Settings

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
    ingest(read_all(two), store, state=folder / "store.state")
    settings = Settings(store=str(folder / "store"), state=folder / "state", review_token="secret")
    yield create_app(settings, store).test_client()
    store.close()


def test_off_without_a_token(tmp_path: Path) -> None:
    closed = create_app(Settings(state=tmp_path), open_store(":memory:")).test_client()
    off = closed.get("/review", headers=HTML | {"Accept-Language": "en"})
    assert off.status_code == 404 and "Reviewing is off" in off.get_data(as_text=True)
    assert "VPG_REVIEW_TOKEN=" in off.get_data(as_text=True) and "vpg review list" in off.get_data(as_text=True)
    assert "nothing at this address" not in off.get_data(as_text=True)
    assert closed.get("/review").status_code == 404
    assert closed.post("/review", data={"token": ""}, headers=HTML).status_code == 404


def test_pairs_are_shown_with_sentences_and_judged(client: FlaskClient, folder: Path) -> None:
    assert "token" in client.get("/review", headers=HTML).get_data(as_text=True)
    assert client.post("/review", data={"pair": "x", "verdict": "accept", "by": "a"}, headers=HTML).status_code == 403
    assert client.post("/review", data={"token": "wrong"}, headers=HTML).status_code == 403
    entered = client.post("/review", data={"token": "secret"}, headers=HTML)
    assert "SameSite=Strict" in entered.headers["Set-Cookie"] and "HttpOnly" in entered.headers["Set-Cookie"]
    page = client.get("/review", headers=HTML).get_data(as_text=True)
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
    kept = "".join(path.read_text("utf-8") for path in (folder / "store.state").rglob("*judgement*"))
    assert "Người duyệt" in kept and "cùng số" in kept
    after = client.get(f"/review?done={pair}", headers=HTML).get_data(as_text=True)
    assert f'id="pair-{pair}"' not in after
    client.post("/review", data={"pair": pair, "verdict": "undo", "by": "Người duyệt"}, headers=HTML)
    assert f'id="pair-{pair}"' in client.get("/review", headers=HTML).get_data(as_text=True)


def test_forms_of_other_sites_are_refused(tmp_path: Path) -> None:
    client = create_app(Settings(state=tmp_path, review_token="secret"), open_store(":memory:")).test_client()
    for said in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        assert client.post("/review", data={"token": "secret"}, headers=HTML | said).status_code == 403
        assert client.post("/report", data={"fact": "x"}, headers=HTML | said).status_code == 403
    own = HTML | {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
    assert client.post("/review", data={"token": "secret"}, headers=own).status_code == 303


def _entered(client: FlaskClient, token: str) -> bool:
    client.delete_cookie("reviewer")
    client.post("/review", data={"token": token}, headers=HTML)
    return 'name="token"' not in client.get("/review", headers=HTML).get_data(as_text=True)


def test_tokens_may_be_hashed_and_curators_review(tmp_path: Path) -> None:
    settings = Settings(
        store=str(tmp_path / "store"),
        state=tmp_path,
        token=f"sha256:{hashed('all rights')}",
        review_token=f"sha256:{hashed('of reviewers').upper()}",
        tokens=(f"curate:sha256:{hashed('of curators')}", f"read:sha256:{hashed('of readers')}"),
    )
    client = create_app(settings, open_store(":memory:")).test_client()
    for token in ("of reviewers", "of curators", "all rights"):
        assert _entered(client, token), token
    for token in ("", "of readers", settings.token, settings.review_token, hashed("of reviewers")):
        assert not _entered(client, token), token
    update = {"update": "INSERT DATA { GRAPH <http://e.example/g> { <http://e.example/a> <http://e.example/p> 1 } }"}
    for token, status in (("all rights", 204), (settings.token, 401), ("of reviewers", 401)):
        assert client.post("/sparql", data=update, headers={"Authorization": f"Bearer {token}"}).status_code == status


@pytest.mark.parametrize(
    "bad", [{"token": "sha256:abc"}, {"review_token": "sha256:"}, {"tokens": ("curate:sha256:" + "g" * 64,)}]
)
def test_a_hash_that_is_none_is_refused(tmp_path: Path, bad: dict[str, object]) -> None:
    with pytest.raises(SettingError, match="VPG_(REVIEW_)?TOKEN"):
        Tokens.of(Settings(state=tmp_path, **bad))  # type: ignore[arg-type]


def test_a_reviewer_is_asked_again_after_twelve_hours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(store=str(tmp_path / "store"), state=tmp_path, review_token="secret")
    client = create_app(settings, open_store(":memory:")).test_client(use_cookies=False)
    begun = 1_700_000_000
    monkeypatch.setattr("service.pages.review.time.time", lambda: begun)
    cookie = client.post("/review", data={"token": "secret"}, headers=HTML).headers["Set-Cookie"]
    assert "Max-Age=43200" in cookie
    proof = cookie.partition(";")[0].partition("=")[2]
    until, _, sign = proof.partition(".")

    def shown(cookie: str) -> bool:
        answer = client.get("/review", headers=HTML | {"Cookie": f"reviewer={cookie}"})
        assert answer.status_code == 200
        return 'name="token"' not in answer.get_data(as_text=True)

    assert shown(proof)
    for forged in (sign, f"{int(until) + 1}.{sign}", f"{until}.", "é.é", f"{'9' * 5000}.{sign}", ""):
        assert not shown(forged), forged
    monkeypatch.setattr("service.pages.review.time.time", lambda: begun + 12 * 3600)
    assert not shown(proof)
