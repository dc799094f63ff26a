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
        allowed = private.get(path, headers={"Accept": "text/html, */*", "Authorization": given}, buffered=True)
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


CURATOR = "curator of the tests"
EVIL = {"Origin": "https://evil.example"}


def _writable(folder: Path):  # noqa: ANN202
    store = open_store(":memory:")
    store.update("INSERT DATA { GRAPH <http://e.example/g> { <http://e.example/a> <http://e.example/p> 1 } }")
    tokens = (f"curate:sha256:{hashed(CURATOR)}",)
    return create_app(Settings(state=folder, private=1, tokens=tokens), store).test_client(), store


def _password(token: str) -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(f"me:{token}".encode()).decode()}


@pytest.mark.parametrize("accept", ["text/html", "*/*"])
@pytest.mark.parametrize("origin", [EVIL, {}])
def test_a_browsers_password_writes_nothing(tmp_path: Path, origin: dict[str, str], accept: str) -> None:
    client, store = _writable(tmp_path)
    headers = _password(CURATOR) | origin | {"Accept": accept}
    graph = "/graphs?graph=http://e.example/g"
    update = "DELETE WHERE { GRAPH ?g { ?s ?p ?o } }"
    answers = [
        client.post("/sparql", data={"update": update}, headers=headers),
        client.post("/sparql", data=update, content_type="application/sparql-update", headers=headers),
        client.post(graph, data="<http://e.example/a> <http://e.example/p> 2 .", headers=headers),
        client.put(graph, data="", headers=headers),
        client.delete(graph, headers=headers),
    ]
    assert [answer.status_code for answer in answers] == [403] * len(answers)
    assert store.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows()[0]["n"].toPython() == 1
    bearer = {"Authorization": f"Bearer {CURATOR}"}
    assert client.post("/sparql", data={"update": update}, headers=bearer).status_code == 204


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({}, 200),  # a program
        ({"Origin": "http://localhost"}, 200),
        ({"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}, 200),
        (EVIL, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
    ],
)
def test_a_password_serves_forms_of_our_own_pages_only(tmp_path: Path, said: dict[str, str], status: int) -> None:
    client, _ = _writable(tmp_path)
    headers = _password(CURATOR) | said
    assert client.post("/sparql", data={"query": "ASK {}"}, headers=headers).status_code == status
    page = client.post("/sparql", data={"query": "ASK {}"}, headers=headers | {"Accept": "text/html, */*"})
    assert page.status_code == status
    assert client.post("/api/share", data={"query": "ASK {}"}, headers=headers).status_code == status
    assert client.get("/sparql?query=ASK{}", headers=headers).status_code == 200, "links from elsewhere still open"
    own = {"Authorization": f"Bearer {CURATOR}"} | said  # no browser sends this by itself
    assert client.post("/sparql", data={"query": "ASK {}"}, headers=own).status_code == 200


def test_a_public_service_takes_no_password(tmp_path: Path) -> None:
    tokens = (f"admin:sha256:{hashed(CURATOR)}",)
    client = create_app(Settings(state=tmp_path, tokens=tokens), open_store(":memory:")).test_client()
    answer = client.post("/sparql", data={"update": "CLEAR ALL"}, headers=_password(CURATOR))
    assert answer.status_code == 403
