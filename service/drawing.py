"""From a neighbourhood of the network to a picture: which lines are one, and what each says."""

from collections.abc import Mapping

from flask import g

from service import wording
from service.labels import Labels
from service.network import Edge, Neighbourhood
from service.reading import path_of
from service.rendering import letter
from service.views.lines import Link, Point
from service.views.network import Node, draw


def picture(
    centre: str,
    shown: Neighbourhood,
    labels: Labels,
    *,
    still: bool = False,
    pins: Mapping[str, Point] | None = None,
) -> str:
    """Draw a neighbourhood; `still`: without what only the page's script needs to move it.

    `pins`: where nodes were put by hand.
    """
    nodes, links = to_draw(shown, labels)
    title = wording.say(g.lang, "graph.picture", name=labels.get(centre, g.lang)) if centre else ""
    return draw(nodes, links, title, centre, still=still, pins=pins or {})


def to_draw(shown: Neighbourhood, labels: Labels) -> tuple[list[Node], list[Link]]:
    """Return nodes and links with their words; the same relation stated twice is one line."""
    nodes = [node_of(iri, depth, labels) for iri, depth in shown.depth.items()]
    merged: dict[tuple[str, str], list[Edge]] = {}
    for edge in shown.edges:
        merged.setdefault((edge.source, edge.target), []).append(edge)
    links = []
    ways = {frozenset(pair) for path in shown.paths for pair in zip(path, path[1:], strict=False)}
    for (source, target), edges in merged.items():
        by_relation: dict[str, list[Edge]] = {}
        for edge in edges:
            by_relation.setdefault(edge.via or edge.relation, []).append(edge)
        parts = list(by_relation.items())
        # Two relations are two bent lines; more are folded into one that counts them.
        for chosen in [[part] for part in parts] if len(parts) <= 2 else [parts]:
            label = labels.get(chosen[0][0], g.lang) + (f" +{len(chosen) - 1}" if len(chosen) > 1 else "")
            words = "; ".join(_said(relation, held, labels) for relation, held in chosen)
            title = f"{labels.get(source, g.lang)} – {labels.get(target, g.lang)}: {words}"
            held = [edge for _, some in chosen for edge in some]
            doubtful = all(e.certainty.endswith("ambiguous") for e in held)
            way = frozenset((source, target)) in ways
            links.append(Link(source, target, label, title, doubtful, held[0].proof, way=way))
    return nodes, links


def _said(relation: str, edges: list[Edge], labels: Labels) -> str:
    dates = sorted({e.date for e in edges if e.date})
    told = f" ({', '.join(wording.date(g.lang, d) for d in dates[:4])})" if dates else ""
    return labels.get(relation, g.lang) + told


def node_of(iri: str, depth: int, labels: Labels) -> Node:
    """Return a node with its label, class and page."""
    kind = labels.kind(iri)
    return Node(iri, labels.get(iri, g.lang), kind, letter(kind), path_of(iri) or iri, depth)
