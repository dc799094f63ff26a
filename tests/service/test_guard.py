"""A private service lets nobody read without a token; a limit counts requests per client."""

import base64
from pathlib import Path

import pytest

from graph.stores import open_store
from service.app import create_app
from service.auth import hashed
from service.guard import Counter, RateLimitError
from service.settings import Settings

PATHS = [
    "/", "/search?q=a", "/id/person/x", "/api/entities?q=a", "/api/queries", "/data/vpg.nq.gz", "/sparql?query=ASK{}",
]  # fmt: skip


@pytest.fixture(scope="module")
def private(tmp_path_factory: pytest.TempPathFactory) -> object:
    settings = Settings(state=tmp_path_factory.mktemp("s"), private=1, tokens=(f"read:sha256:{hashed('open sesame')}",))
    return create_app(settings, open_store(":memory:")).test_client()


@pytest.mark.parametrize("accept", ["text/html", "application/json"])
@pytest.mark.parametrize("path", PATHS)
def test_private_pages_need_a_token(private, path: str, accept: str) -> None:
    answer = private.get(path, headers={"Accept": accept})
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Basic" if accept == "text/html" else "Bearer")
    basic = base64.b64encode(b"anyone:open sesame").decode()
    for given in ("Bearer open sesame", f"Basic {basic}"):
        allowed = private.get(path, headers={"Accept": "text/html, */*", "Authorization": given})
        assert allowed.status_code in (200, 404), given
    wrong = base64.b64encode(b"anyone:other").decode()
    assert private.get(path, headers={"Authorization": f"Basic {wrong}"}).status_code == 401


def test_health_and_styles_stay_open(private) -> None:
    assert private.get("/health").status_code == 200
    assert private.get("/static/site.css").status_code == 200


def test_requests_are_counted_per_client() -> None:
    counter = Counter()
    for _ in range(3):
        counter.count("a", 3, now=100.0)
    with pytest.raises(RateLimitError, match="60 s"):
        counter.count("a", 3, now=100.0)
    counter.count("b", 3, now=100.0)
    counter.count("a", 3, now=161.0)


def test_the_limit_is_answered_429(tmp_path: Path) -> None:
    client = create_app(Settings(state=tmp_path, rate_limit=2), open_store(":memory:")).test_client()
    answers = [client.get("/api/queries").status_code for _ in range(3)]
    assert answers == [200, 200, 429]
    assert client.get("/static/site.css").status_code == 200
