"""`/graph/together`: who takes part in the same events: circles of people, and who stands between them.

`/graph/overview`: the whole graph as one picture.
"""

from collections.abc import Mapping
from itertools import combinations

from flask import Blueprint, Response, current_app, g, request

from service import wording
from service.circles import Pair, Person, circles
from service.labels import Labels
from service.network import Filter
from service.networks import Networks
from service.pages.graph import filter_from_request
from service.paging import part_of
from service.reading import network, path_of, reading, told_network
from service.rendering import letter, page, render
from service.views.lines import Link
from service.views.network import Node, cluster_layout, draw

bp = Blueprint("together", __name__)
DRAWN, LISTED, CIRCLES, NAMED = 36, 25, 8, 10
LINES = 64  # of the picture: the pairs with most shared events
HUBS = 20  # listed below the picture of everything


@bp.get("/graph/together")
@page
def together() -> Response:
    """Show circles and central people as tables, and the most connected ones as a picture."""
    keep = filter_from_request()
    held: Networks = current_app.extensions["vpg.networks"]
    found = held.derived("together", lambda net: circles(net, keep)) if keep == Filter() else circles(network(), keep)
    people = found.people
    reading().note("page/pairs")
    part = part_of(people, LISTED)
    shown = part.items
    members: dict[int, list[Person]] = {}
    for person in people:
        members.setdefault(person.circle, []).append(person)
    largest = [(n, c) for n, c in sorted(members.items()) if len(c) > 1][:CIRCLES]
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
        drawing=_picture(drawn, found.pairs, labels),
        total=found.total,
        keep=keep,
    )


def _picture(chosen: list[Person], pairs: Mapping[Pair, int], labels: Labels) -> str:
    kept = {p.iri for p in chosen}
    drawn: dict[int, list[Node]] = {}
    for p in sorted(chosen, key=lambda p: p.circle):
        node = Node(p.iri, labels.get(p.iri, g.lang), "person", letter("person"), path_of(p.iri) or "", 0)
        drawn.setdefault(p.circle, []).append(node)
    groups = sorted((c for c in drawn.values() if len(c) > 1), key=len, reverse=True)
    nodes = [node for group in groups for node in group]
    kept &= {node.iri for node in nodes}
    among = ((a, b, pairs.get((a, b), 0)) for a, b in combinations(sorted(kept), 2))
    closest = sorted((pair for pair in among if pair[2]), key=lambda pair: (-pair[2], pair[0], pair[1]))[:LINES]
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
