"""The SPARQL 1.1 Protocol at /sparql: https://www.w3.org/TR/sparql11-protocol/.

    GET  ?query=...                    POST query=... (form)     POST application/sparql-query
    POST update=... (form)             POST application/sparql-update        (bearer token, right `curate`;
                                                                           `admin` to clear or drop all at once)
    GET without a query                the service description

Errors are problem+json. A browser that asks for HTML is answered with a page (`service.pages`), before this.
"""

from typing import BinaryIO

from flask import Blueprint, Response, current_app, request

from graph.errors import VpgError
from graph.stores.base import Answer, Limits, Store
from graph.stores.formats import formats_for
from graph.stores.pool import PooledStore
from graph.stores.syntax import CHANGING, empties_at_large, outline
from service.answers import KeptAnswers, weight
from service.auth import require
from service.description import describe
from service.metrics import figures
from service.negotiate import choose
from service.problem import problem_response
from service.protocol import Asked, client_gone, read
from service.results import entity_tag, finished, not_modified, preflight, respond, respond_file
from service.settings import Settings

bp = Blueprint("sparql", __name__)
METHODS = "GET, HEAD, POST, OPTIONS"


@bp.errorhandler(VpgError)
def _problem(error: VpgError) -> Response:
    return problem_response(error)


@bp.route("/sparql", methods=["OPTIONS"])
def options() -> Response:
    """Say what may be sent here."""
    return preflight(METHODS)


@bp.route("/sparql", methods=["GET", "POST"])
def endpoint() -> Response:
    """Answer one query, carry out one update, or describe the service when there is neither."""
    settings: Settings = current_app.extensions["vpg.settings"]
    asked = read(request, longest_query=settings.query_text, longest_update=settings.write_bytes)
    store: Store = current_app.extensions["vpg.store"]
    if asked.kind == "update":
        return _update(store, asked)
    if settings.private:
        require("read")
    return _query(store, asked, settings) if asked.kind else describe()


def _query(store: Store, asked: Asked, settings: Settings) -> Response:
    shape = outline(asked.text)
    media_type = choose(formats_for(shape.form), request.headers.get("Accept"))
    lasting = not shape.words & CHANGING
    key = (asked.text, media_type, asked.default_graphs, asked.named_graphs)
    revision = store.revision
    if lasting:
        tag = entity_tag(revision, asked.text, media_type, *asked.default_graphs, "", *asked.named_graphs)
        if same := not_modified(tag):
            return same
        if kept := _kept(settings).get(key, revision):
            figures().count("vpg_cache_hits_total")
            return respond(kept, tag)
    with figures().timed("queries", asked.text, settings.slow_seconds):
        answered, file = _ask(store, asked, media_type, settings)
    tag = tag if lasting and answered.revision == revision else ""
    if file is not None:
        return respond_file(answered, file, tag)
    if tag:
        _kept(settings).put(key, answered, weight(key, answered))
    return respond(answered, tag)


def _kept(settings: Settings) -> KeptAnswers:
    found: KeptAnswers | None = current_app.extensions.get("vpg.kept")
    if found is None:
        found = current_app.extensions.setdefault("vpg.kept", KeptAnswers(settings.cache_bytes))
    return found


def _ask(store: Store, asked: Asked, media_type: str, settings: Settings) -> tuple[Answer, BinaryIO | None]:
    """Answer in a worker where the store has workers; a long answer then comes as a file."""
    if isinstance(store, PooledStore):
        return store.open_query(
            asked.text,
            media_type=media_type,
            default_graphs=asked.default_graphs,
            named_graphs=asked.named_graphs,
            limits=public_limits(settings),
            gone=client_gone(request),
        )
    answer = store.query(
        asked.text,
        media_type=media_type,
        default_graphs=asked.default_graphs,
        named_graphs=asked.named_graphs,
        limits=public_limits(settings),
    )
    return answer, None


def _update(store: Store, asked: Asked) -> Response:
    require("curate")
    if empties_at_large(asked.text):
        require("admin")
    settings: Settings = current_app.extensions["vpg.settings"]
    with figures().timed("updates", asked.text, settings.slow_seconds):
        store.update(
            asked.text,
            using_graphs=asked.default_graphs,
            using_named_graphs=asked.named_graphs,
            gone=client_gone(request),
        )
    response = finished(Response(status=204))
    response.headers["VPG-Revision"] = store.revision
    return response


def public_limits(settings: Settings) -> Limits:
    """Return the bounds of a stranger's query."""
    return Limits(
        seconds=settings.query_seconds,
        memory=settings.query_memory,
        rows=settings.query_rows or None,
        answer_bytes=settings.query_bytes or None,
    )
