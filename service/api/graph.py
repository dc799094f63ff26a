"""`/api/graph`: the picture's data as JSON, SVG, GraphML, GEXF or CSV; `/api/expand`: what a node could bring."""

import csv
import io
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict

from flask import Blueprint, Response, current_app, g, jsonify, request
from rdflib import RDF, Graph, URIRef
from rdflib.exceptions import ParserError
from rdflib.plugins.parsers.notation3 import BadSyntax

from graph.errors import ParameterError
from service import wording
from service.drawing import node_of, picture, to_draw
from service.labels import Labels
from service.network import Neighbourhood
from service.networks import Networks
from service.origin import public_root
from service.pages.graph import filter_from_request, iri_of, pins_from_request, requested
from service.pages.together import with_reference
from service.reading import network, path_of, reading, settings
from service.rendering import term_label
from service.sent import sent_json
from service.views.lines import Link
from service.views.network import draw
from service.views.overview import overview
from service.views.tiles import draw as tile_map
from service.views.tiles import tiles, today

bp = Blueprint("api_graph", __name__)
COLUMNS = (
    "from", "from_label", "relation", "relation_label", "to", "to_label", "date", "certainty", "fact", "document"
)  # fmt: skip
MOST_COUNTED = 1e15  # of a province
TYPES = {
    "svg": "image/svg+xml",
    "graphml": "application/graphml+xml",
    "gexf": "application/gexf+xml",
    "csv": "text/csv; charset=utf-8",
}


@bp.get("/api/graph")
def graph() -> Response:
    """Answer the neighbourhood that the parameters of the graph page describe."""
    centre, shown, _ = requested()
    if not centre:
        raise ParameterError("centre is missing: the IRI or the name of an entity")
    labels = reading().labels({*shown.depth, *(e.via for e in shown.edges if e.via)})
    wished = request.args.get("format", "json")
    if wished == "json":
        nodes, links = to_draw(shown, labels)
        return jsonify(
            {
                "centre": centre,
                "left_out": shown.left_out,
                "nodes": [asdict(node) for node in nodes],
                "links": [asdict(link) for link in links],
            }
        )
    if wished not in TYPES:
        raise ParameterError(f"format is one of json, {', '.join(TYPES)}")
    if wished == "svg":
        body: str | bytes = _svg(centre, shown, labels)
    else:
        body = _csv(shown, labels) if wished == "csv" else _networkx(wished, shown, labels)
    response = Response(body, content_type=TYPES[wished])
    response.headers["Content-Disposition"] = f'attachment; filename="vpg.{wished}"'
    return response


@bp.get("/api/expand")
def expand() -> Response:
    """Answer how many neighbours a node has by each relation."""
    node = iri_of(request.args.get("node", ""))
    counts = network().relations_of(node, filter_from_request())
    return jsonify(
        {"node": node, "relations": [{"relation": r, "label": term_label(r), "count": n} for r, n in counts.items()]}
    )


@bp.get("/api/overview")
def whole() -> Response:
    """Answer positions of what reports name (`?reference=1`: of everything) for the overview, in compact columns.

    Computed once per revision.
    """
    held: Networks = current_app.extensions["vpg.networks"]
    everything = with_reference()
    tag = f'"overview-{current_app.extensions["vpg.store"].revision}-{g.lang}-{everything:d}"'
    if request.headers.get("If-None-Match", "").removeprefix("W/") == tag:
        return Response(status=304)
    columns = (
        held.derived("overview of all", overview)
        if everything
        else held.derived("overview", lambda _: overview(held.told()))
    )
    most = sorted(zip(columns["degrees"], columns["iris"], strict=True), reverse=True)[:400]
    chosen = {columns["base"] + iri for _, iri in most} | set(columns["hubs"])
    named = reading().labels(chosen)
    labels = {iri.removeprefix(columns["base"]): named.get(iri, g.lang) for iri in sorted(chosen)}
    response = jsonify({**columns, "hubs": len(columns["hubs"]), "labels": labels})
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "no-cache"
    return response


_STYLE = (
    "<style>.line.way path{stroke:#8c1d18;stroke-width:2.6}"
    ".line path{fill:none;stroke:#8a8f96}.head{fill:#8a8f96}.doubtful path{stroke-dasharray:5 4}"
    "text{font:12px sans-serif;text-anchor:middle}.in{fill:#fff;font-weight:600}.tie{font-size:10px;fill:#5a5f66}"
    ".node{fill:#0b5c8a}.k-event{fill:#8c1d18}.k-doc{fill:#5b3f94}.k-org{fill:#1f6b3a}.k-initiative{fill:#8a5200}"
    ".k-post{fill:#00646b}.k-place{fill:#7a2f6b}.label{fill:#1d2024}</style>"
)


def _svg(centre: str, shown: Neighbourhood, labels: Labels) -> str:
    """Return the picture with its own style, so that it looks the same outside the page."""
    root = public_root()
    pins = {iri: at for iri, at in pins_from_request().items() if iri in shown.depth}
    text = str(picture(centre, shown, labels, pins=pins)).replace('href="/', f'href="{root}/')
    place = text.index("<defs>")
    return text[:place] + _STYLE + text[place:]


def _csv(shown: Neighbourhood, labels: Labels) -> str:
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\r\n").writerow
    write(COLUMNS)
    for e in shown.edges:
        write(
            [e.source, labels.get(e.source, g.lang), e.relation, labels.get(e.via or e.relation, g.lang), e.target,
             labels.get(e.target, g.lang), e.date, e.certainty.rsplit("/", 1)[-1], e.fact, e.document]
        )  # fmt: skip
    return out.getvalue()


def _networkx(wished: str, shown: Neighbourhood, labels: Labels) -> bytes:
    """Return GraphML or GEXF, which Gephi, Cytoscape and yEd read."""
    import networkx as nx

    result: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, depth in shown.depth.items():
        result.add_node(iri, label=labels.get(iri, g.lang), kind=labels.kind(iri), depth=depth)
    for number, e in enumerate(shown.edges):
        label = labels.get(e.via or e.relation, g.lang)
        result.add_edge(e.source, e.target, key=str(number), label=label, relation=e.relation, date=e.date, fact=e.fact)
    out = io.BytesIO()
    if wished == "graphml":
        nx.write_graphml_xml(result, out, encoding="utf-8")
    else:
        nx.write_gexf(result, out, encoding="utf-8")
    return out.getvalue()


@bp.post("/api/tiles")
def tile_picture() -> Response:
    """Draw counts by province ({IRI: number} as JSON) as tiles of the 63 units, or of the 34 if any is newer."""
    sent = sent_json()
    if not isinstance(sent, dict) or not all(_countable(n) for n in sent.values()):
        raise ParameterError("send a JSON object from IRIs of provinces to numbers")
    old = {tile.place.iri for tile in tiles(63)}
    layout = 63 if all(iri in old for iri in sent) else 34
    counts: Counter[str] = Counter()
    for iri, number in list(sent.items())[:5000]:
        counts[iri if layout == 63 else today().get(iri, iri)] += round(number)
    links = {iri: path_of(iri) or iri for iri in counts}
    drawn = tile_map(layout, counts, links, wording.say(g.lang, "map.title"), g.lang)
    return jsonify({"svg": drawn, "note": wording.say(g.lang, f"map.note_{layout}")})


def _countable(number: object) -> bool:
    return isinstance(number, int | float) and abs(number) < MOST_COUNTED  # NaN is not less either


@bp.post("/api/picture")
def any_picture() -> Response:
    """Draw edges ([[from, to, label], …] as JSON, or {"turtle": …}) as the graph page does, up to its limit."""
    sent = sent_json()
    if isinstance(sent, dict) and isinstance(sent.get("turtle"), str):
        edges = turtle_edges(sent["turtle"][:2_000_000])
    elif isinstance(sent, list) and all(_is_edge(e) for e in sent):
        edges = [(str(a), str(b), str(c)) for a, b, c in sent]
    else:
        raise ParameterError('send a JSON list of [from, to, label], or {"turtle": "…"}')
    most = settings().graph_nodes
    kept = first_nodes(edges, most)
    shown = [edge for edge in edges if edge[0] in kept and edge[1] in kept]
    labels = reading().labels(kept)
    centre = Counter(end for a, b, _ in shown for end in (a, b)).most_common(1)
    depth = {iri: 0 if centre and iri == centre[0][0] else 1 for iri in kept}
    nodes = sorted((node_of(iri, depth[iri], labels) for iri in kept), key=lambda n: (n.depth, n.label))
    links = [Link(a, b, label, f"{labels.get(a, g.lang)} – {label} – {labels.get(b, g.lang)}") for a, b, label in shown]
    left_out = len({end for a, b, _ in edges for end in (a, b)}) - len(kept)
    note = wording.say(g.lang, "graph.too_many", count=left_out) if left_out else ""
    return jsonify({"svg": draw(nodes, links, wording.say(g.lang, "graph.title")), "note": note})


def _is_edge(edge: object) -> bool:
    return isinstance(edge, list) and len(edge) == 3 and all(isinstance(end, str | int | float) for end in edge)


def turtle_edges(text: str) -> list[tuple[str, str, str]]:
    """Read the statements between IRIs of a Turtle text; none where it cannot be read."""
    parsed = Graph()
    try:
        parsed.parse(data=text, format="turtle")
    except (ParserError, BadSyntax, ValueError, RecursionError):
        return []
    return sorted(
        (str(s), str(o), term_label(str(p)))
        for s, p, o in parsed
        if isinstance(s, URIRef) and isinstance(o, URIRef) and p != RDF.type
    )


def first_nodes(edges: Iterable[tuple[str, str, str]], most: int) -> list[str]:
    """Return the ends of the edges, each once, at most `most`."""
    return list(dict.fromkeys(end for a, b, _ in edges for end in (a, b)))[:most]
