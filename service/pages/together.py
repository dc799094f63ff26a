"""`/graph/together`: who takes part in the same events: circles of people, and who stands between them.

`/graph/overview`: the whole graph as one picture.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Blueprint, Response, current_app, g, request

from service import wording
from service.labels import Labels
from service.network import Filter, Network, Networks
from service.pages.graph import filter_from_request
from service.paging import part_of
from service.reading import network, path_of, reading, told_network
from service.rendering import LETTERS, page, render
from service.views.lines import Link
from service.views.network import Node, cluster_layout, draw

if TYPE_CHECKING:
    import networkx as nx

bp = Blueprint("together", __name__)
DRAWN, LISTED, CIRCLES, NAMED = 36, 25, 8, 10
LINES = 64  # of the picture: the pairs with most shared events
HUBS = 20  # listed below the picture of everything
BETWEENNESS_UP_TO = 2000  # people; beyond, betweenness is estimated from 200 of them


@dataclass(frozen=True, slots=True)
class Person:
    """One person: companions, shared events, betweenness (0 to 1), number of the circle (from 1)."""

    iri: str
    companions: int
    shared: int
    between: float
    circle: int


def measure(graph: "nx.Graph[str]") -> list[Person]:
    """Return centrality and circle of everyone who shares an event, those between others first."""
    import networkx as nx

    if graph.number_of_nodes() == 0:
        return []
    sample = None if graph.number_of_nodes() <= BETWEENNESS_UP_TO else 200
    between = nx.betweenness_centrality(graph, k=sample, seed=7)
    found = nx.community.louvain_communities(graph, weight="weight", seed=7)
    circles = sorted((sorted(circle) for circle in found), key=lambda circle: (-len(circle), circle[0]))
    circle_of = {iri: number for number, circle in enumerate(circles, 1) for iri in circle}
    people = [
        Person(iri, degree, int(graph.degree(iri, weight="weight")), between[iri], circle_of[iri])
        for iri, degree in graph.degree()
    ]
    return sorted(people, key=lambda p: (-p.between, -p.companions, p.iri))


@bp.get("/graph/together")
@page
def together() -> Response:
    """Show circles and central people as tables, and the most connected ones as a picture."""
    keep = filter_from_request()
    held: Networks = current_app.extensions["vpg.networks"]
    people, graph = (
        held.derived("together", lambda net: _computed(net, keep)) if keep == Filter() else _computed(network(), keep)
    )
    reading().note("page/pairs")
    part = part_of(people, LISTED)
    shown = part.items
    circles: dict[int, list[Person]] = {}
    for person in people:
        circles.setdefault(person.circle, []).append(person)
    largest = [(n, c) for n, c in sorted(circles.items()) if len(c) > 1][:CIRCLES]
    drawn = sorted(people, key=lambda p: (-p.shared, p.iri))[:DRAWN]
    labels = reading().labels({p.iri for some in (shown, drawn, *(c[:NAMED] for _, c in largest)) for p in some})
    return render(
        "together.html",
        people=shown,
        part=part,
        drawn=DRAWN,
        lines=LINES,
        named=NAMED,
        circles=largest,
        labels=labels,
        drawing=_picture(drawn, graph, labels),
        keep=keep,
    )


def _computed(net: Network, keep: Filter) -> tuple[list[Person], "nx.Graph[str]"]:
    graph = net.together(keep)
    return measure(graph), graph


def _picture(chosen: list[Person], graph: "nx.Graph[str]", labels: Labels) -> str:
    kept = {p.iri for p in chosen}
    circles: dict[int, list[Node]] = {}
    for p in sorted(chosen, key=lambda p: p.circle):
        node = Node(p.iri, labels.get(p.iri, g.lang), "person", LETTERS["person"], path_of(p.iri) or "", 0)
        circles.setdefault(p.circle, []).append(node)
    groups = sorted((c for c in circles.values() if len(c) > 1), key=len, reverse=True)
    nodes = [node for group in groups for node in group]
    kept &= {node.iri for node in nodes}
    pairs = [(a, b, weight) for a, b, weight in graph.edges.data("weight", default=1) if a in kept and b in kept]
    closest = sorted(pairs, key=lambda pair: (-pair[2], pair[0], pair[1]))[:LINES]
    links = [
        Link(a, b, str(weight), f"{labels.get(a, g.lang)} – {labels.get(b, g.lang)}: {weight}", directed=False)
        for a, b, weight in closest
    ]
    title = wording.say(g.lang, "together.title")
    return draw(nodes, links, title, small=True, at=cluster_layout(groups), still=True) if links else ""


def with_reference() -> bool:
    """Tell whether the request asks for what only the reference data list, too."""
    return request.args.get("reference") == "1"


@bp.get("/graph/overview")
@page
def overview() -> Response:
    """Show the page that draws what reports name (`?reference=1`: and the reference data), with its figures."""
    everything = with_reference()
    net, rest = network() if everything else told_network(), network()
    reading().note("page/network" if everything else "page/overview")
    hubs = sorted(net.degrees.items(), key=lambda item: (-item[1], item[0]))[:HUBS]
    return render(
        "overview.html",
        nodes=len(net.by_node),
        edges=len(net.edges),
        listed=len(rest.by_node),
        everything=everything,
        hubs=hubs,
        labels=reading().labels(iri for iri, _ in hubs),
    )
