"""What the editor asks for: the schema with counts, syntax errors at their place, labels, a spreadsheet."""

import re
from functools import lru_cache
from typing import Any

from flask import Blueprint, Response, current_app, g, jsonify, request
from rdflib import OWL, RDF, RDFS, Graph, URIRef

from graph.errors import ParameterError, QuerySyntaxError, VpgError
from graph.stores.base import JSON, Limits, Store
from ontology.namespaces import PREFIXES
from service import wording
from service.labels import ontology_graph, ontology_labels
from service.mistakes import in_words
from service.reading import path_of, reading, settings
from service.sent import sent_json
from service.sparql import public_limits
from service.terms import rows_of, shorten
from service.views.sheet import workbook

bp = Blueprint("api_editing", __name__)


def _store() -> Store:
    store: Store = current_app.extensions["vpg.store"]
    return store


@bp.post("/api/check")
def check() -> Response:
    """Answer {"ok": true}, or where a query is malformed: {"ok": false, "line", "column", "at", "message"}."""
    text = request.get_data(as_text=True)[:200_000]
    nowhere = ("urn:vpg:no-graph",)
    try:
        _store().query(text, default_graphs=nowhere, named_graphs=nowhere, limits=Limits(seconds=2.0, rows=1))
    except QuerySyntaxError as error:
        message = short_message(in_words(error, g.lang)[0])
        at = wording.say(g.lang, "sparql.at", line=error.line, column=error.column) if error.line else ""
        return jsonify({"ok": False, "line": error.line, "column": error.column, "at": at, "message": message})
    except VpgError as error:
        return jsonify({"ok": True, "note": in_words(error, g.lang)[0]})
    return jsonify({"ok": True})


def short_message(message: str) -> str:
    """Shorten the engine's list of all that could stand here to its plain words and marks, ten at most."""
    head, found, rest = message.partition("expected ")
    expected = list(dict.fromkeys(re.findall(r'"([^"\s\[\]\\]+)"', rest))) if found else []
    if not expected:
        return message if len(message) < 200 else message[:200].rsplit(" ", 1)[0] + " …"
    more = " …" if len(expected) > 10 or "[" in rest else ""
    return f"{head}expected {' '.join(expected[:10])}{more}"


@bp.get("/api/schema")
def schema() -> Response:
    """Answer prefixes, classes and properties with labels, definitions, domains and use in the data."""
    tag = f'"schema-{_store().revision}-{g.lang}"'
    if request.headers.get("If-None-Match", "").removeprefix("W/") == tag:
        return Response(status=304)
    response = jsonify({"prefixes": PREFIXES, **_schema(g.lang, _usage())})
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "no-cache"
    response.vary.add("Accept-Language")
    return response


def _usage() -> dict[str, dict[str, int]]:
    """Count, per class, how often its members use each property; nothing where that takes too long."""
    usage: dict[str, dict[str, int]] = {}
    try:
        rows = reading().ask("page/usage", shown=False)
    except VpgError:
        return {}
    for row in rows:
        usage.setdefault(row["class"].value, {})[row["property"].value] = int(row["count"].value)
    return usage


def _schema(lang: str, usage: dict[str, dict[str, int]]) -> dict[str, Any]:
    labels = ontology_labels()
    domains = _domains(ontology_graph())
    total: dict[str, int] = {}
    for counts in usage.values():
        for name, count in counts.items():
            total[name] = total.get(name, 0) + count

    def entry(iri: str) -> dict[str, Any]:
        known = labels.get(iri)
        return {
            "iri": iri,
            "name": shorten(iri),
            "label": known.get(lang) if known else "",
            "comment": known.comment(lang) if known else "",
        }

    rdf_type = str(RDF.type)
    classes = [
        entry(iri) | {"count": usage.get(iri, {}).get(rdf_type, 0), "uses": sorted(usage.get(iri, {}))}
        for iri in sorted({*_of_type(OWL.Class), *usage})
    ]
    kinds = {*_of_type(OWL.ObjectProperty), *_of_type(OWL.DatatypeProperty), *_of_type(OWL.AnnotationProperty), *total}
    properties = [entry(iri) | {"count": total.get(iri, 0), "domain": domains.get(iri, "")} for iri in sorted(kinds)]
    return {"classes": classes, "properties": properties}


@lru_cache(maxsize=4)
def _of_type(kind: URIRef) -> tuple[str, ...]:
    return tuple(str(s) for s in ontology_graph().subjects(RDF.type, kind) if isinstance(s, URIRef))


@lru_cache(maxsize=1)
def _domains(graph: Graph) -> dict[str, str]:
    return {str(s): str(o) for s, o in graph.subject_objects(RDFS.domain) if isinstance(o, URIRef)}


@bp.post("/api/labels")
def labels() -> Response:
    """Answer label, page and class of each IRI of the JSON list in the body (at most 2000)."""
    iris = sent_json()
    if not isinstance(iris, list) or not all(isinstance(iri, str) for iri in iris):
        raise ParameterError("send a JSON list of IRIs")
    wanted = [iri for iri in iris[:2000] if _safe(iri)]
    found = reading().labels(wanted)
    return jsonify(
        {
            iri: {
                "label": found.get(iri, g.lang),
                "path": path_of(iri) or iri,
                "kind": found.kind(iri),
                "class": found.class_of(iri) or "",
            }
            for iri in wanted
        }
    )


def _safe(iri: str) -> bool:
    return ":" in iri and not any(c in '<>"{}|^`\\ \n\r\t' for c in iri)


@bp.route("/api/sheet", methods=["GET", "POST"])
def sheet() -> Response:
    """Answer a SELECT as a spreadsheet (.xlsx), IRIs with a second column of labels."""
    answer = _store().query(request.values.get("query", ""), media_type=JSON, limits=public_limits(settings()))
    if answer.kind != "select":
        raise ParameterError("only the rows of a SELECT fit a spreadsheet")
    rows = rows_of(answer)
    found = reading().labels({t.value for row in rows[:5000] for t in row.values() if t.is_iri})
    body = workbook(answer.variables(), rows, lambda iri: found.get(iri, g.lang))
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    response = Response(body, content_type=kind)
    response.headers["Content-Disposition"] = 'attachment; filename="vpg.xlsx"'
    return response
