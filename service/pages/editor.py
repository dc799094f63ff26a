"""`/sparql` as a browser sees it: an editor, examples, limits, results. The protocol is `service.sparql`.

Works without JavaScript: a textarea, a form, an HTML table. The editor island replaces the textarea.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, current_app, g, jsonify, request

from graph.errors import ParameterError, QuerySyntaxError, VpgError
from graph.stores.base import JSON, Answer, Store
from ontology.namespaces import PREFIXES
from queries.catalogue import NamedQuery, catalogue
from service.labels import Labels
from service.mistakes import in_words
from service.origin import public_root
from service.pages.questions import Result
from service.protocol import FORM
from service.reading import reading, settings
from service.rendering import render, use_nonce
from service.sent import sent_json
from service.shares import Shares
from service.sparql import public_limits
from service.terms import rows_of

bp = Blueprint("editor", __name__)
VIEWS = ("table", "chart", "timeline", "map", "graph", "raw")
STARTER = """PREFIX vpg: <https://w3id.org/vpg/def#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT ?person ?name
WHERE {
  ?person a vpg:Person ;
    skos:prefLabel ?name .
}
LIMIT 20
"""


@bp.before_app_request
def page_at_the_endpoint() -> Response | None:
    """Answer /sparql with the page where a browser asks, before the protocol does."""
    if request.path != "/sparql" or "text/html" not in request.headers.get("Accept", ""):
        return None
    if request.mimetype == FORM:
        request.get_data()  # keeps the body for the protocol, which a form read first would use up
    if request.method in ("GET", "HEAD") or (request.method == "POST" and request.form.get("page")):
        return editor()
    return None


@bp.get("/s/<key>")
def shared(key: str) -> Response:
    """Open a short link: its query, its view, and whether the data are still the same."""
    share = _shares().get(key)
    return editor(share.query, share.view, share.revision)


@bp.post("/api/share")
def share() -> Response:
    """Make a short link to a query; answers {"id", "path", "url"}, or goes there for a form."""
    form = request.form if request.form else (sent_json() or {})
    query, view = (form.get("query", ""), form.get("view", "table")) if isinstance(form, Mapping) else (None, None)
    if not isinstance(query, str) or not isinstance(view, str):
        raise ParameterError('send {"query": "…", "view": "…"} as JSON, both texts, or a form')
    made = _shares().add(query, view, _store().revision)
    path = f"/s/{made.id}"
    if request.form.get("page"):
        return Response(status=303, headers={"Location": path})
    root = public_root()
    return jsonify({"id": made.id, "path": path, "url": root + path, "revision": made.revision})


def editor(query: str | None = None, view: str | None = None, pinned: str = "") -> Response:
    """Show the editor with `query` (or that of the request) and, when there is one, its answer."""
    values = request.form if request.method == "POST" else request.args
    text, problem = query if query is not None else values.get("query", ""), ""
    if not text and values.get("named"):
        try:
            text = named(values["named"])
        except VpgError as error:
            problem = in_words(error, g.lang)[0]
    view = view or values.get("view", "table")
    outcome = run(text) if text.strip() and not problem else {}
    use_nonce()
    return render(
        "sparql.html",
        text=text or STARTER,
        view=view if view in VIEWS else "table",
        problem=problem,
        pinned=pinned,
        stale=bool(pinned) and pinned != _store().revision,
        examples=examples(),
        limits=public_limits(settings()),
        prefixes=PREFIXES,
        address=f"/sparql?{urlencode({'query': text})}" if text else "",
        **{"answer": None, "result": None, "error": None, **outcome},
    )


def named(name: str) -> str:
    """Return the SPARQL of a named query with the parameters of the request; examples stay where none are given."""
    query = catalogue()[name]
    values = {p.name: request.args.getlist(p.name) for p in query.parameters if request.args.get(p.name)}
    if not values and any(not p.optional for p in query.parameters):
        return query.body
    return query.bind(values)


def run(text: str) -> dict[str, Any]:
    """Run a query for the page: {"result"} for SELECT, {"answer"} for the others, or {"error"}."""
    try:
        answer: Answer = _store().query(text, media_type=JSON, limits=public_limits(settings()))
        if answer.kind != "select":
            body = answer.boolean() if answer.kind == "ask" else answer.body.decode("utf-8", "replace")
            return {"answer": {"kind": answer.kind, "body": body}}
        rows = rows_of(answer)
        shown = rows[: settings().page_rows]
        labels = reading().labels({t.value for row in shown for t in row.values() if t.is_iri}) if shown else Labels()
    except QuerySyntaxError as error:
        said, lang = in_words(error, g.lang)
        return {"error": {"message": said, "lang": lang, "line": error.line, "column": error.column}}
    except VpgError as error:
        said, lang = in_words(error, g.lang)
        return {"error": {"message": said, "lang": lang, "line": None, "column": None}}
    return {"result": Result(answer.variables(), shown, labels, len(rows), answer.cut)}


def examples() -> dict[str, list[NamedQuery]]:
    """Return the named queries by topic, as examples to start from."""
    topics: dict[str, list[NamedQuery]] = {}
    for query in catalogue().questions():
        topics.setdefault(query.topic, []).append(query)
    return topics


def _store() -> Store:
    store: Store = current_app.extensions["vpg.store"]
    return store


def _shares() -> Shares:
    shares: Shares = current_app.extensions.setdefault("vpg.shares", Shares(settings().state, settings().share_days))
    return shares
