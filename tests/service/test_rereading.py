"""What pages keep in memory is kept up write by write: after random writes it is what reading everything gives."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from graph.stores import open_store
from graph.stores.base import Changes
from graph.stores.oxigraph import OxigraphStore
from service.app import create_app
from service.connections import Connections
from service.names import load_names, reload_names
from service.networks import Networks
from service.rereading import Rereader
from service.settings import Settings
from service.whole import Whole
from tests.service.page_graph import quads

BASE, V = "https://w3id.org/vpg/id/", "https://w3id.org/vpg/def#"
A = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
PREF = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
POST_IN = "<http://www.w3.org/ns/org#postIn>"


def iri(kind: str, number: int) -> str:
    return f"<{BASE}{kind}/r{number}>"


def direct(chance: random.Random) -> str:
    """Return a direct connection of an event."""
    other = iri(chance.choice(("org", "event")), chance.randrange(4))
    return f"{iri('event', chance.randrange(4))} <{V}{chance.choice(('organizedBy', 'place', 'hasTopic'))}> {other}"


def triple(chance: random.Random) -> str:
    """Return a statement of the kinds that names and connections are made of, often about the same things."""

    def some(*kinds: str) -> str:
        return iri(chance.choice(kinds), chance.randrange(4))

    def prop(name: str) -> str:
        return f"<{V}{name}>"

    match chance.randrange(12):
        case 0:
            name = f'"Tên {chance.randrange(5)}"@{chance.choice(("vi", "en"))}'
            return f"{some('person', 'org', 'post', 'event')} {PREF} {name}"
        case 1:
            kind, name = chance.choice(
                [("person", "Person"), ("org", "Organization"), ("event", "Event"), ("post", "Post")]
            )
            return f"{some(kind)} {A} {prop(name)}"
        case 2 | 3:
            relation, kind = chance.choice([("participant", "person"), ("inEvent", "event"), ("attestedOn", "")])
            value = some(kind) if kind else f'"202{chance.randrange(3)}-01-01"^^<http://www.w3.org/2001/XMLSchema#date>'
            return f"{some('participation')} {prop(relation)} {value}"
        case 4:
            return f"{some('participation')} {prop('participationRole')} <https://w3id.org/vpg/voc/role/{chance.choice('ab')}>"
        case 5 | 6:
            relation, kind = chance.choice([("holder", "person"), ("reportedPost", "post"), ("certainty", "cert")])
            return f"{some('tenure-report')} {prop(relation)} {some(kind)}"
        case 7:
            return f"{some('post')} {POST_IN} {some('org')}"
        case 8:
            return direct(chance)
        case 9 | 10:
            name, value = chance.choice(
                [("aboutEntity", some("event")), ("attribute", prop("organizedBy")), ("attributeObject", some("org")),
                 ("attribute", prop("place")), ("attributeObject", '"a word"')]
            )  # fmt: skip
            return f"{some('attribute')} {prop(name)} {value}"
    name, kinds = chance.choice(
        [("speaker", "person"), ("refersTo", "event"), ("addressee", "org"), ("speechAct", "act")]
    )
    return f"{some('statement')} {prop(name)} {some(kinds)}"


def write(store: OxigraphStore, chance: random.Random) -> None:
    graph = f"<https://w3id.org/vpg/graph/doc/{chance.randrange(4)}>"
    lines = "".join(f"{triple(chance)} {graph} .\n" for _ in range(chance.randrange(1, 8)))
    if chance.randrange(4) == 0:  # what rules say: connections alone
        graph = "<https://w3id.org/vpg/graph/inferred>"
        lines = "".join(f"{direct(chance)} {graph} .\n" for _ in range(chance.randrange(1, 8)))
    match chance.randrange(6):
        case 0 | 1 | 2:
            store.apply(Changes(nquads=lines.encode()))
        case 3:
            store.update(f"DROP SILENT GRAPH {graph}")
        case 4:
            store.update(f"INSERT DATA {{ {triple(chance)} }} ; DELETE DATA {{ {triple(chance)} }}")
        case 5:
            rows = store.query(f"SELECT ?s ?p ?o {{ GRAPH {graph} {{ ?s ?p ?o }} }}").rows()
            for row in chance.sample(rows, min(3, len(rows))):
                store.update(f"DELETE DATA {{ GRAPH {graph} {{ {row['s'].n3()} {row['p'].n3()} {row['o'].n3()} }} }}")


@pytest.mark.parametrize("seed", range(4))
def test_after_any_writes_memory_is_what_reading_everything_gives(seed: int) -> None:
    chance, store = random.Random(seed), OxigraphStore()
    whole, rereader = Whole(store, 1_000_000_000), Rereader(store)
    networks = Networks(store, whole, rereader)
    networks.current()
    names, at = {one.iri: one for one in load_names(whole)}, store.revision
    most, suppressed = 0, 0
    for _ in range(150):
        for _ in range(chance.choice((1, 1, 3))):
            write(store, chance)
        kept, rows = networks.current(), whole.read("page/network")
        anew = Connections(rows).network
        assert set(kept.edges) == set(anew.edges)
        assert {node: set(held) for node, held in kept.by_node.items()} == {n: set(h) for n, h in anew.by_node.items()}
        assert kept.degrees == anew.degrees
        assert kept.edges == sorted(kept.edges, key=lambda e: (e.source, e.target, e.relation, e.fact))
        present = reload_names(rereader, at)
        assert present is not None
        names = {key: one for key, one in {**names, **present}.items() if one is not None}
        at = store.revision
        wanted = {one.iri: (set(one.names), one.classes) for one in load_names(whole)}
        assert {key: (set(one.names), one.classes) for key, one in names.items()} == wanted
        most = max(most, len(kept.edges))
        suppressed += len(
            {(r["from"], r["to"], r["relation"]) for r in rows if "fact" not in r and r["to"].is_iri}
        ) > len({(e.source, e.target, e.relation) for e in kept.edges if not e.fact})
    assert most > 20 and suppressed > 5
    store.close()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[OxigraphStore, FlaskClient]]:
    store = open_store(":memory:")
    assert isinstance(store, OxigraphStore)
    store.apply(Changes(add=list(quads())))
    yield store, create_app(Settings(state=tmp_path), store).test_client(use_cookies=False)
    store.close()


def read(client: FlaskClient, path: str) -> str:
    answer = client.get(path, headers={"Accept": "text/html", "Accept-Language": "en"})
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def test_a_write_shows_at_once_without_reading_everything(
    served: tuple[OxigraphStore, FlaskClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    store, client = served
    paths = ("/id/person/le-thi-uyen", "/search?q=nguoi+moi", "/graph?centre=id:person/le-thi-uyen")
    before = [read(client, path) for path in paths]
    asked: list[str] = []
    query = store.query
    monkeypatch.setattr(store, "query", lambda text, **options: asked.append(text) or query(text, **options))
    fact, person, event = f"<{BASE}participation/neu>", f"<{BASE}person/nguoi-moi>", f"<{BASE}event/neu>"
    store.update(f"""INSERT DATA {{ GRAPH <https://w3id.org/vpg/graph/doc/neu> {{
        {person} {A} <{V}Person> ; {PREF} "Người Mới"@vi . {event} {A} <{V}Event> ; {PREF} "Hội nghị mới"@vi .
        {fact} {A} <{V}Participation> ; <{V}participant> {person} ; <{V}inEvent> {event} ;
            <{V}participationRole> <https://w3id.org/vpg/voc/role/chair> .
        <{BASE}participation/neu2> {A} <{V}Participation> ; <{V}participant> <{BASE}person/le-thi-uyen> ;
            <{V}inEvent> {event} ; <{V}participationRole> <https://w3id.org/vpg/voc/role/guest> }} }}""")
    after = [read(client, path) for path in paths]
    assert all("Người Mới" not in text for text in before)
    assert "Người Mới" in after[0] and "Người Mới" in after[1] and "Hội nghị mới" in after[2]
    assert not any("?node a ?class ; ?kind ?name" in text or "?from ?relation ?to .\n" in text for text in asked)
    store.update("DROP GRAPH <https://w3id.org/vpg/graph/doc/neu>")
    assert [read(client, path) for path in paths] == before


def test_while_the_connections_are_read_anew_a_page_says_so_and_is_not_kept(
    served: tuple[OxigraphStore, FlaskClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, client = served
    path = "/id/person/le-thi-uyen"
    whole = read(client, path)
    held: Networks = client.application.extensions["vpg.networks"]
    monkeypatch.setattr(held, "ready", lambda: None)
    answer = client.get(path, headers={"Accept": "text/html", "Accept-Language": "en"})
    text = answer.get_data(as_text=True)
    assert "ETag" not in answer.headers and "being computed again" in text and "<svg" in whole
    part = 'aria-labelledby="with"'
    assert text[text.index(part) :].partition("</section>")[0] == whole[whole.index(part) :].partition("</section>")[0]
    monkeypatch.undo()
    assert "being computed again" not in read(client, path)


def test_what_is_not_known_of_a_write_is_read_beside_the_page(
    served: tuple[OxigraphStore, FlaskClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    store, client = served
    held: Networks = client.application.extensions["vpg.networks"]
    network = held.current()
    monkeypatch.setattr(held, "_took", 10.0)
    store.update(f"DELETE {{ GRAPH ?g {{ ?s <{V}inEvent> ?o }} }} WHERE {{ GRAPH ?g {{ ?s <{V}inEvent> ?o }} }}")
    assert held.ready() is None
    anew = held.current()
    assert held.ready() is anew and len(anew.edges) < len(network.edges)
