"""Positions for the picture of the whole graph: communities side by side, each a sunflower of its members.

Made for 50,000 nodes and more: linear in the number of edges, deterministic, no force simulation. Communities
come from label propagation, the nodes with most neighbours first, as a few rounds settle it.
"""

import math
from collections import Counter, defaultdict
from typing import Any

from service.labels import KINDS, kind_by_path
from service.network import Network

GOLDEN = math.pi * (3 - math.sqrt(5))
ROUNDS = 6
WIDER = 1.6  # pages are wider than high
SEEN = 6  # members of a community that is drawn as a circle
HUBS = 200
KIND_NUMBER = {kind: number for number, kind in enumerate(KINDS)}


def communities(neighbours: dict[str, set[str]]) -> dict[str, str]:
    """Return a community (named after one of its nodes) for each node."""
    order = sorted(neighbours, key=lambda node: (-len(neighbours[node]), node))
    # Hubs join everything ("Bộ Công an"): a neighbour counts less the more neighbours it has itself.
    weight = {node: 1 / math.sqrt(1 + len(around)) for node, around in neighbours.items()}
    group = {node: node for node in order}
    for _ in range(ROUNDS):
        moved = 0
        for node in order:
            if not neighbours[node]:
                continue
            votes: dict[str, float] = defaultdict(float)
            for other in neighbours[node]:
                votes[group[other]] += weight[other]
            best = min(votes, key=lambda name: (-votes[name], name))
            if votes[best] > votes.get(group[node], 0.0) and best != group[node]:
                group[node] = best
                moved += 1
        if moved * 100 < len(order):
            break
    return group


def overview(network: Network) -> dict[str, Any]:
    """Return columns: iris (without their common base), x, y, kind numbers, sizes; and pairs of edge ends.

    `circles` are the communities of some size, the largest first: middle, radius, members. `hubs` are the best
    connected members of the largest communities.
    """
    neighbours: dict[str, set[str]] = {node: {e.other(node) for e in held} for node, held in network.by_node.items()}
    group = communities(neighbours)
    members: dict[str, list[str]] = defaultdict(list)
    for node, name in group.items():
        members[name].append(node)
    ranked = sorted(members.items(), key=lambda item: (-len(item[1]), item[0]))
    place: dict[str, tuple[float, float]] = {}
    circles: list[tuple[float, float, float, int]] = []
    area = 0.0
    for number, (_, nodes) in enumerate(ranked):
        radius = math.sqrt(len(nodes))
        # Area so far decides the distance from the middle, so that communities of any size do not overlap much.
        distance = 1.15 * math.sqrt(area / math.pi * 1.6) + (radius if number else 0)
        x, y = WIDER * distance * math.cos(number * GOLDEN), distance * math.sin(number * GOLDEN)
        area += math.pi * (radius + 1) ** 2
        if len(nodes) >= SEEN:
            circles.append((round(x, 1), round(y, 1), round(radius + 0.6, 1), len(nodes)))
        for turn, node in enumerate(sorted(nodes, key=lambda n: (-len(neighbours[n]), n))):
            reach = math.sqrt(turn)
            place[node] = (x + reach * math.cos(turn * GOLDEN), y + reach * math.sin(turn * GOLDEN))
    nodes = sorted(place)
    index = {node: number for number, node in enumerate(nodes)}
    pairs = Counter((index[e.source], index[e.target]) for e in network.edges)
    return {
        "base": "https://w3id.org/vpg/id/",
        "iris": [node.removeprefix("https://w3id.org/vpg/id/") for node in nodes],
        "x": [round(place[node][0], 1) for node in nodes],
        "y": [round(place[node][1], 1) for node in nodes],
        "kinds": [KIND_NUMBER.get(kind_by_path(node), 99) for node in nodes],
        "degrees": [len(neighbours[node]) for node in nodes],
        "kind_names": list(KINDS),
        "from": [a for a, _ in sorted(pairs)],
        "to": [b for _, b in sorted(pairs)],
        "communities": len(ranked),
        "circles": circles,
        "hubs": [min(nodes, key=lambda n: (-len(neighbours[n]), n)) for _, nodes in ranked[:HUBS]],
    }
