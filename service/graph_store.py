"""The SPARQL 1.1 Graph Store HTTP Protocol at /graphs: https://www.w3.org/TR/sparql11-http-rdf-update/.

indirect   /graphs?graph=IRI   /graphs?default        direct   /graphs/any/path (the address is the name)
GET, HEAD   read                           PUT   replace      POST   add to it, or to a new graph
DELETE      remove                         PATCH application/sparql-update on that graph
"""

import secrets
from collections.abc import Sequence

from flask import Blueprint, Response, current_app, request
from werkzeug.datastructures import FileStorage

from graph.errors import ParameterError, QueryLimitError, UnknownNameError, VpgError
from graph.stores import graphs
from graph.stores.base import Store
from graph.stores.formats import GRAPHS, graph_types
from graph.stores.syntax import empties_at_large, outline, tokens
from graph.stores.terms import DEFAULT_GRAPH
from service.auth import require
from service.negotiate import choose
from service.problem import problem_response
from service.protocol import UPDATE, UnsupportedTypeError, client_gone
from service.results import entity_tag, finished, not_modified, preflight, respond
from service.settings import Settings

bp = Blueprint("graph_store", __name__)
METHODS = "GET, HEAD, PUT, POST, DELETE, PATCH, OPTIONS"


@bp.errorhandler(VpgError)
def _problem(error: VpgError) -> Response:
    return problem_response(error)


@bp.route("/graphs", methods=["OPTIONS"])
@bp.route("/graphs/<path:rest>", methods=["OPTIONS"])
def options(rest: str = "") -> Response:
    """Say what may be sent here."""
    return preflight(METHODS)


@bp.route("/graphs", methods=["GET"])
@bp.route("/graphs/<path:rest>", methods=["GET"])
def get(rest: str = "") -> Response:
    """Answer with the graph (section 5.2); HEAD is the same without a body (5.6)."""
    if _settings().private:
        require("read")
    name, store = graph_name(), _store()
    media_type = choose(graph_types(), request.headers.get("Accept"))
    tag = entity_tag(store.revision, "graph", name, media_type)
    if (same := not_modified(tag)) is not None:
        return same
    _known(store, name)
    return respond(graphs.read_graph(store, name, media_type), tag)


@bp.route("/graphs", methods=["PUT"])
@bp.route("/graphs/<path:rest>", methods=["PUT"])
def put(rest: str = "") -> Response:
    """Replace the graph (5.3): 201 if it is new, 204 if it was there."""
    require("curate")
    name, store = graph_name(), _store()
    bodies = _bodies(name)
    there = graphs.has_graph(store, name)
    graphs.put_graph(store, name, bodies, replace=True, gone=client_gone(request))
    return _written(201 if not there else 204)


@bp.route("/graphs", methods=["POST"])
@bp.route("/graphs/<path:rest>", methods=["POST"])
def post(rest: str = "") -> Response:
    """Add to the graph (5.5); POST to /graphs itself makes a new one and says where."""
    require("curate")
    store = _store()
    if request.path.rstrip("/") == "/graphs" and not {"graph", "default"} & set(request.args):
        name = f"{request.base_url.rstrip('/')}/{secrets.token_hex(8)}"
        graphs.put_graph(store, name, _bodies(name), replace=False, gone=client_gone(request))
        response = _written(201)
        response.headers["Location"] = name
        return response
    name = graph_name()
    bodies = _bodies(name)
    there = graphs.has_graph(store, name)
    graphs.put_graph(store, name, bodies, replace=False, gone=client_gone(request))
    return _written(201 if not there else 204)


@bp.route("/graphs", methods=["DELETE"])
@bp.route("/graphs/<path:rest>", methods=["DELETE"])
def delete(rest: str = "") -> Response:
    """Remove the graph (5.4); the default graph is dropped by `admin` only, as by an update."""
    require("curate")
    name, store = graph_name(), _store()
    if name == DEFAULT_GRAPH:
        require("admin")
    _known(store, name)
    graphs.drop_graph(store, name, gone=client_gone(request))
    return _written(204)


@bp.route("/graphs", methods=["PATCH"])
@bp.route("/graphs/<path:rest>", methods=["PATCH"])
def patch(rest: str = "") -> Response:
    """Change the graph by an update (5.7); its WHERE sees that graph only, and it may name no other."""
    require("curate")
    if request.mimetype != UPDATE:
        raise UnsupportedTypeError(f"PATCH takes {UPDATE}")
    name, text = graph_name(), request.get_data(as_text=True)
    shape = outline(text)
    if shape.own_dataset or "GRAPH" in shape.words:
        raise ParameterError("an update sent by PATCH must not name a graph: the address does")
    store = _store()
    if name == DEFAULT_GRAPH:
        if empties_at_large(text):
            require("admin")
        store.update(text, gone=client_gone(request))
        return _written(204)
    if {"DATA", "CLEAR", "DROP", "CREATE", "LOAD", "ADD", "MOVE", "COPY"} & shape.words:
        raise ParameterError("PATCH of a named graph takes DELETE and INSERT with WHERE; use PUT, POST or DELETE")
    prologue = next((t.start for t in tokens(shape.text) if t.upper in ("DELETE", "INSERT")), 0)
    store.update(f"{shape.text[:prologue]} WITH <{name}> {shape.text[prologue:]}", gone=client_gone(request))
    return _written(204)


def graph_name() -> str:
    """Return the graph meant: its IRI, '' for the default graph (4.1 direct, 4.2 indirect identification).

    Raises:
        ParameterError: none, or both `graph` and `default`, or a relative IRI.
    """
    if request.path.rstrip("/") != "/graphs":
        return request.base_url
    names, default = request.args.getlist("graph"), "default" in request.args
    if len(names) + default != 1:
        raise ParameterError("name one graph: /graphs?graph=IRI or /graphs?default")
    if default:
        return DEFAULT_GRAPH
    if ":" not in names[0] or any(c in names[0] for c in '<>"{}|^`\\ '):
        raise ParameterError(f"{names[0]!r} is not an absolute IRI")
    return names[0]


def _bodies(name: str) -> Sequence[bytes]:
    """Read what was sent as N-Quads: one document, or several as multipart/form-data (5.5)."""
    longest = _settings().write_bytes
    if request.content_length and request.content_length > longest:
        raise QueryLimitError(f"the body has {request.content_length:,} bytes; {longest:,} are allowed")
    base = request.base_url if name == DEFAULT_GRAPH else name
    if request.mimetype == "multipart/form-data":
        files: list[FileStorage] = [file for _, file in request.files.items(multi=True)]
        return [_parsed(file.read(), file.mimetype, name, base) for file in files]
    data = request.get_data()
    if not data:
        return []
    return [_parsed(data, request.mimetype or "text/turtle", name, base)]


def _parsed(data: bytes, media_type: str, name: str, base: str) -> bytes:
    if media_type not in GRAPHS:
        raise UnsupportedTypeError(f"{media_type} is no RDF that we read; there is {', '.join(GRAPHS)}")
    return graphs.parse_into(data, media_type, name, base)


def _known(store: Store, name: str) -> None:
    if not graphs.has_graph(store, name):
        raise UnknownNameError(f"there is no graph <{name}>")


def _written(status: int) -> Response:
    response = finished(Response(status=status))
    response.headers["VPG-Revision"] = _store().revision
    return response


def _store() -> Store:
    store: Store = current_app.extensions["vpg.store"]
    return store


def _settings() -> Settings:
    settings: Settings = current_app.extensions["vpg.settings"]
    return settings
