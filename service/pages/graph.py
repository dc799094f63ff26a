"""`/graph`: the neighbourhood of an entity as a picture and as a table; paths between two entities.

The whole state is in the URL: centre, depth, open, hide, rel, kind, from, to, sure, path.
"""

from collections import Counter
from collections.abc import Iterable

from flask import Blueprint, Response, abort, current_app, g, request

from ontology.namespaces import PREFIXES
from service import wording
from service.labels import KINDS, Labels
from service.network import CERTAINTIES, Edge, Filter, Neighbourhood, Network, Networks
from service.reading import finder, path_of, reading, settings
from service.rendering import LETTERS, page, render
from service.sentences import Sentence, sentences
from service.views.network import Link, Node, draw

bp = Blueprint("graph", __name__)
DRAWN = [kind for kind in KINDS if kind not in ("fact", "source")]


def network() -> Network:
    """Return the network of the running application."""
    held: Networks = current_app.extensions["vpg.networks"]
    return held.current()


def iri_of(value: str) -> str:
    """Read an entity from the URL: an IRI, "id:person/x", or a name that one entity has; "" for nothing.

    A name that several entities have is read as the best match; the page says whom it shows.
    """
    value = value.strip()
    if value.startswith(("http://", "https://")):
        return value
    if value.startswith("id:"):
        return PREFIXES["id"] + value[3:]
    hits = finder().find(value, limit=1) if value else []
    return hits[0].iri if hits else ""


def filter_from_request() -> Filter:
    """Read the filter of the request."""
    sure = request.args.get("sure", "ambiguous")
    return Filter(
        frozenset(request.args.getlist("rel")),
        frozenset(k for k in request.args.getlist("kind") if k in KINDS),
        request.args.get("from", "")[:10],
        request.args.get("to", "")[:10],
        sure if sure in CERTAINTIES else "ambiguous",
        frozenset(iri_of(v) for v in request.args.getlist("hide")),
    )


def requested() -> tuple[str, Neighbourhood, Filter]:
    """Return centre, neighbourhood and filter that the request asks for."""
    centre = iri_of(request.args.get("centre", ""))
    keep = filter_from_request()
    depth = request.args.get("depth", "1")
    steps = int(depth) if depth in ("1", "2", "3") else 1
    opened = [iri_of(v) for v in request.args.getlist("open")]
    if not centre:
        return "", Neighbourhood({}, []), keep
    return centre, network().around(centre, steps, keep, opened, settings().graph_nodes), keep


@bp.get("/graph")
@page
def graph() -> Response:
    """Show the picture, or what to do to get one."""
    centre, shown, keep = requested()
    goal = iri_of(request.args.get("path", ""))
    asked = reading()
    labels = asked.labels({*shown.depth, *(e.via for e in shown.edges if e.via), *({goal} if goal else ())})
    if centre and centre not in network().by_node and not asked.ask("page/entity", shown=False, entity=centre):
        abort(404, centre)
    paths = _paths(centre, goal, keep, labels) if goal else []
    if centre:
        asked.note("page/edges", node=sorted(n for n, d in shown.depth.items() if d < 1) or [centre])
    everything = network().around(centre, 1, Filter(), most=10_000) if centre else Neighbourhood({}, [])
    relations = Counter(edge.relation for edge in everything.edges)
    return render(
        "graph.html",
        centre=centre,
        centre_label=labels.get(centre, g.lang) if centre else "",
        goal=goal,
        goal_label=labels.get(goal, g.lang) if goal else "",
        shown=shown,
        keep=keep,
        depth=request.args.get("depth", "1"),
        drawing=picture(centre, shown, labels),
        labels=labels,
        relations=relations.most_common(),
        kinds=[(k, str(PREFIXES["vpg"] + KINDS[k][0])) for k in DRAWN],
        paths=paths,
        unknown=request.args.get("centre", "") if not centre else "",
        unknown_goal=request.args.get("path", "") if not goal else "",
        together=together_top() if not centre else [],
        histogram=_years(everything.edges),
    )


def picture(centre: str, shown: Neighbourhood, labels: Labels, small: bool = False) -> str:
    """Draw a neighbourhood."""
    nodes, links = to_draw(shown, labels)
    title = wording.say(g.lang, "graph.picture", name=labels.get(centre, g.lang)) if centre else ""
    return draw(nodes, links, title, centre, small)


def to_draw(shown: Neighbourhood, labels: Labels) -> tuple[list[Node], list[Link]]:
    """Return nodes and links with their words; the same relation stated twice is one line."""
    nodes = [node_of(iri, depth, labels) for iri, depth in shown.depth.items()]
    merged: dict[tuple[str, str], list[Edge]] = {}
    for edge in shown.edges:
        merged.setdefault((edge.source, edge.target), []).append(edge)
    links = []
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
            links.append(Link(source, target, label, title, doubtful, held[0].proof))
    return nodes, links


def _said(relation: str, edges: list[Edge], labels: Labels) -> str:
    dates = sorted({e.date for e in edges if e.date})
    told = f" ({', '.join(wording.date(g.lang, d) for d in dates[:4])})" if dates else ""
    return labels.get(relation, g.lang) + told


def node_of(iri: str, depth: int, labels: Labels) -> Node:
    """Return a node with its label, class and page."""
    kind = labels.kind(iri)
    return Node(iri, labels.get(iri, g.lang), kind, LETTERS.get(kind, "·"), path_of(iri) or iri, depth)


Step = tuple[str, list[tuple[Edge, Sentence | None]], str]


def _paths(start: str, goal: str, keep: Filter, labels: Labels) -> list[list[Step]]:
    """Return the best paths as steps: from, the connections with a sentence each, to."""
    net = network()
    found = net.paths(start, goal, keep) if start and goal else []
    steps = [[(a, net.between(a, b, keep)[:3], b) for a, b in zip(p, p[1:], strict=False)] for p in found]
    edges = [edge for path in steps for _, between, _ in path for edge in between]
    words = sentences(reading(), {edge.proof for edge in edges})
    more = reading().labels({n for path in found for n in path} | {e.via for e in edges if e.via})
    labels.found = {**more.found, **labels.found}
    labels.classes = {**more.classes, **labels.classes}

    def best(edge: Edge) -> Sentence | None:
        said = words.get(edge.proof, [])
        here = [s for s in said if not edge.document or s.source == edge.document]
        return next(iter(here or said), None)

    return [[(a, [(edge, best(edge)) for edge in between], b) for a, between, b in path] for path in steps]


def _years(edges: Iterable[Edge]) -> list[tuple[str, int]]:
    counts = Counter(edge.date[:4] for edge in edges if edge.date)
    return sorted(counts.items())


def together_top() -> list[tuple[str, str, int]]:
    """Return the people with most companions at events: places to start from."""
    net = network()
    people = sorted(
        ((node, net.degree(node)) for node in net.by_node if "/id/person/" in node), key=lambda p: (-p[1], p[0])
    )[:12]
    labels = reading().labels(iri for iri, _ in people)
    return [(iri, labels.get(iri, g.lang), degree) for iri, degree in people]
