"""Paths, neighbourhoods, filters and circles over small networks."""

import networkx as nx
import pytest

from service.circles import betweenness, circles, communities
from service.network import ROLE, Edge, Filter, Network, components

P = "https://w3id.org/vpg/id/person/"
E = "https://w3id.org/vpg/id/event/"
O = "https://w3id.org/vpg/id/org/"  # noqa: E741
SURE = "https://w3id.org/vpg/voc/cert/explicit"
OPEN = "https://w3id.org/vpg/voc/cert/ambiguous"


@pytest.fixture(scope="module")
def network() -> Network:
    """a and b meet at one conference; both belong to a ministry that forty others belong to, too."""
    edges = [Edge(P + "a", "chair", E + "c", "f1", date="2020-01-01", certainty=SURE)]
    edges += [Edge(P + "b", "attend", E + "c", "f2", date="2020-01-01", certainty=OPEN)]
    edges += [Edge(P + name, "post", O + "bo", f"p-{name}", date="2019-05-05") for name in "ab"]
    edges += [Edge(f"{P}x{i}", "post", O + "bo", f"p{i}") for i in range(40)]
    edges += [Edge(O + "bo", "place", O + "nowhere")]
    return Network(edges)


def test_a_shared_conference_beats_a_shared_ministry(network: Network) -> None:
    first, second = network.paths(P + "a", P + "b", Filter())
    assert first == [P + "a", E + "c", P + "b"]
    assert second == [P + "a", O + "bo", P + "b"]


def test_hidden_nodes_are_not_walked_through(network: Network) -> None:
    assert network.paths(P + "a", P + "b", Filter(hide=frozenset({E + "c"}))) == [[P + "a", O + "bo", P + "b"]]
    assert network.paths(P + "a", P + "b", Filter(relations=frozenset({"none"}))) == []
    assert network.paths(P + "a", "x:unknown", Filter()) == []
    assert network.paths(P + "a", P + "a", Filter()) == []


def test_certainty_and_dates_filter(network: Network) -> None:
    plain = network.around(P + "b", 1, Filter(sure="explicit"))
    assert E + "c" not in plain.depth
    dated = network.around(P + "a", 1, Filter(since="2020-01-01"))
    assert set(dated.depth) == {P + "a", E + "c"}


def test_a_neighbourhood_is_cut_and_says_so(network: Network) -> None:
    found = network.around(O + "bo", 1, Filter(), most=10)
    assert len(found.depth) == 10 and found.left_out == 34
    assert all(edge.source in found.depth and edge.target in found.depth for edge in found.edges)


def test_what_most_connections_join_comes_first_then_the_latest() -> None:
    edges = [Edge(P + "a", "attend", f"{E}{n:02}", f"f{n}", date=f"2020-01-{n + 1:02}") for n in range(20)]
    edges += [Edge(P + "a", role, E + "07", f"f7{role}", date="2020-01-08") for role in ("chair", "conclude")]
    edges += [Edge(E + "19", "place", f"{O}p{n}") for n in range(9)]
    network = Network(edges)
    assert list(network.around(P + "a", 1, Filter(), most=4).depth) == [P + "a", E + "07", E + "19", E + "18"]
    two = network.around(P + "a", 2, Filter(), most=9)
    assert sorted(two.depth.values()) == [0] + 4 * [1] + 4 * [2], "each step has its share"


def test_opening_a_node_brings_its_neighbours(network: Network) -> None:
    found = network.around(P + "a", 1, Filter(), opened=[E + "c"])
    assert found.depth[P + "b"] == 2


def test_expansion_counts(network: Network) -> None:
    assert network.relations_of(O + "bo", Filter()) == {"place": 1, "post": 42}


def test_circles_and_the_one_between() -> None:
    edges = [
        Edge(P + who, ROLE + "attend", E + event)
        for event, people in {"1": "abc", "2": "abc", "3": "xyz", "4": "xyz", "5": "cx"}.items()
        for who in people
    ]
    people = circles(Network(edges), Filter()).people
    assert {p.iri for p in people[:2]} == {P + "c", P + "x"}
    circle = {p.iri[-1]: p.circle for p in people}
    assert circle["a"] == circle["b"] != circle["y"] == circle["z"]
    assert circles(Network([]), Filter()).people == []


def test_components() -> None:
    assert components([("a", "b"), ("c", "d"), ("b", "e"), ("e", "a")]) == [["a", "b", "e"], ["c", "d"]]
    assert components([]) == []


@pytest.mark.parametrize("seed", range(4))
def test_who_stands_between_is_what_networkx_says(seed: int) -> None:
    graph = nx.gnp_random_graph(60, 0.03 + 0.02 * seed, seed=seed)
    people = [P + str(node) for node in graph]
    pairs = [tuple(sorted((P + str(a), P + str(b)))) for a, b in graph.edges]
    wanted = nx.betweenness_centrality(graph)
    found = betweenness(people, [(a, b) for a, b in pairs])
    assert found == {P + str(node): pytest.approx(wanted[node], abs=1e-6) for node in graph}


def test_the_core_is_measured_and_everyone_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    edges = [Edge(f"{P}{who:02}", ROLE + "attend", f"{E}{event}") for event in range(9) for who in range(event, 20)]
    everyone = circles(Network(edges), Filter())
    assert (len(everyone.people), everyone.total) == (20, 20)
    monkeypatch.setattr("service.circles.CORE", 6)
    core = circles(Network(edges), Filter())
    assert (len(core.people), core.total) == (6, 20)
    assert {p.iri for p in core.people} == {f"{P}{who:02}" for who in range(8, 14)}  # at all nine events
    shared = {p.iri: (p.companions, p.shared) for p in everyone.people}
    assert all(shared[p.iri] == (p.companions, p.shared) for p in core.people)
    assert circles(Network(edges), Filter(hide=frozenset({P + "08"}))).total == 19


def test_circles_of_very_many_ties_are_made_of_the_strongest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two circles of eight that meet often; everyone has met everyone once."""
    people = [f"{P}{number:02}" for number in range(16)]
    pairs = {(a, b): 5 if (a < P + "08") == (b < P + "08") else 1 for a in people for b in people if a < b}
    monkeypatch.setattr("service.circles.MANY", 10)
    monkeypatch.setattr("service.circles.TIES", 4)
    found = communities(people, pairs)
    assert {found[iri] for iri in people[:8]} != {found[iri] for iri in people[8:]}
    assert all(len({found[iri] for iri in some}) == 1 for some in (people[:8], people[8:]))
