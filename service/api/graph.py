"""`/api/graph`: the picture's data as JSON, SVG, GraphML, GEXF or CSV; `/api/expand`: what a node could bring."""

import csv
import io
from dataclasses import asdict
from functools import partial

import networkx as nx
from flask import Blueprint, Response, current_app, g, jsonify, request

from graph.errors import ParameterError
from service.labels import Labels
from service.network import Neighbourhood, Networks
from service.pages.graph import filter_from_request, iri_of, network, picture, requested, to_draw
from service.reading import reading
from service.rendering import term_label
from service.views.overview import overview

bp = Blueprint("api_graph", __name__)
COLUMNS = (
    "from", "from_label", "relation", "relation_label", "to", "to_label", "date", "certainty", "fact", "document"
)  # fmt: skip
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
    body = {"svg": partial(_svg, centre), "csv": _csv}.get(wished, partial(_networkx, wished))(shown, labels)
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
    """Answer positions of all entities, for the overview: compact columns, computed once per revision."""
    held: Networks = current_app.extensions["vpg.networks"]
    tag = f'"overview-{current_app.extensions["vpg.store"].revision}"'
    if request.headers.get("If-None-Match", "").removeprefix("W/") == tag:
        return Response(status=304)
    response = jsonify(held.derived("overview", overview))
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "no-cache"
    return response


_STYLE = (
    "<style>.line path{fill:none;stroke:#8a8f96}.head{fill:#8a8f96}.doubtful path{stroke-dasharray:5 4}"
    "text{font:12px sans-serif;text-anchor:middle}.in{fill:#fff;font-weight:600}.tie{font-size:10px;fill:#5a5f66}"
    ".node{fill:#0b5c8a}.k-event{fill:#8c1d18}.k-doc{fill:#5b3f94}.k-org{fill:#1f6b3a}.k-initiative{fill:#8a5200}"
    ".k-post{fill:#00646b}.k-place{fill:#7a2f6b}.label{fill:#1d2024}</style>"
)


def _svg(centre: str, shown: Neighbourhood, labels: Labels) -> str:
    """Return the picture with its own style, so that it looks the same outside the page."""
    root = request.url_root.rstrip("/")
    text = str(picture(centre, shown, labels)).replace('href="/', f'href="{root}/')
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
    result = nx.MultiDiGraph()
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
