"""`/api/queries`: the named queries as an API; each parameter of a query is one of the URL."""

from flask import Blueprint, Response, current_app, jsonify, request

from graph.errors import ParameterError
from graph.stores.base import JSON, Store
from queries.catalogue import NamedQuery, catalogue
from queries.describe import describe
from queries.naming import with_names
from service.negotiate import choose
from service.origin import public_root
from service.results import entity_tag, not_modified, respond
from service.sparql import public_limits

bp = Blueprint("api_questions", __name__)
SELECT = {
    "json": JSON,
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "xml": "application/sparql-results+xml",
}
GRAPH = {
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
}
RDFLIB = {"text/turtle": "turtle", "application/ld+json": "json-ld", "application/rdf+xml": "xml"}


@bp.get("/api/queries")
def listing() -> Response:
    """List the questions with their parameters."""
    return jsonify({"queries": [describe_query(query) for query in catalogue().questions()]})


@bp.get("/.well-known/sparql-examples")
def examples() -> Response:
    """Give the questions as RDF, each an sh:SPARQLExecutable, as editors of SPARQL and federated clients read them."""
    root = public_root()
    media_type = choose(list(RDFLIB), request.headers.get("Accept"))
    text = describe(f"{root}/sparql").serialize(format=RDFLIB[media_type])
    return Response(text, content_type=f"{media_type}; charset=utf-8", headers={"Vary": "Accept"})


def describe_query(query: NamedQuery) -> dict[str, object]:
    """Return what a client must know of a query."""
    return {
        "name": query.name,
        "question": dict(query.question),
        "summary": query.summary,
        "columns": list(query.columns),
        "views": list(query.views),
        "address": f"/api/queries/{query.name}",
        "parameters": [
            {"name": p.name, "type": p.type, "label": dict(p.label), "optional": p.optional, "example": p.example}
            for p in query.parameters
        ],
    }


@bp.get("/api/queries/<topic>/<name>")
def run(topic: str, name: str) -> Response:
    """Answer a query in the format of `?format=` or of the Accept header."""
    query = catalogue()[f"{topic}/{name}"]
    names = {parameter.name for parameter in query.parameters}
    for key in request.args:
        if key not in names | {"format", "lang", "theme", "run"}:
            raise ParameterError(f"{query.name} has no parameter {key!r}; it has {', '.join(sorted(names)) or 'none'}")
    values = {key: request.args.getlist(key) for key in names if request.args.get(key, "").strip()}
    offered = SELECT if query.kind in ("select", "ask") else GRAPH
    wished = request.args.get("format")
    if wished and wished not in offered:
        raise ParameterError(f"format is one of {', '.join(offered)}")
    media_type = offered[wished] if wished else choose(list(offered.values()), request.headers.get("Accept"))
    store: Store = current_app.extensions["vpg.store"]
    text = query.bind(with_names(store, query.parameters, values))
    tag = entity_tag(store.revision, text, media_type)
    if answer := not_modified(tag):
        return answer
    settings = current_app.extensions["vpg.settings"]
    return respond(store.query(text, media_type=media_type, limits=public_limits(settings)), tag)
