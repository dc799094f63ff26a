"""`/api/reconcile`: names to entities in bulk, for OpenRefine and others.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/ : without parameters the service
describes itself; `queries` is a JSON object of `{"query": name, "type": …, "limit": …}` and gets candidates with
scores. Candidates are found as the search box finds them. `match` is true for a name that one entity alone has.
"""

import json
from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Response, jsonify, request

from graph.errors import ParameterError
from ontology.base import BASE
from ontology.namespaces import VPG
from service.api.names import find
from service.finder import Named, fold, plain
from service.labels import KINDS, most_specific
from service.origin import public_root
from service.rendering import term_label

bp = Blueprint("api_reconcile", __name__)
MOST, LIMIT = 200, 50  # queries at once; candidates of each
TYPES = [kind for kind in KINDS if kind not in ("fact", "source")]


@bp.route("/api/reconcile", methods=["GET", "POST"])
def reconcile() -> Response:
    """Answer the description of the service, or candidates for each of the `queries`."""
    sent = request.values.get("queries")
    response = jsonify(manifest() if sent is None else {key: {"result": found} for key, found in answers(sent).items()})
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def manifest() -> dict[str, Any]:
    """Describe the service (section 3 of the specification)."""
    root = public_root()
    return {
        "versions": ["0.2"],
        "name": "Vietnam Policy Graph",
        "identifierSpace": BASE + "id/",
        "schemaSpace": str(VPG),
        "defaultTypes": [_type(KINDS[kind][0]) for kind in TYPES],
        "view": {"url": root + "/id/{{id}}"},
        "documentation": root + "/api",
    }


def answers(sent: str) -> dict[str, list[dict[str, Any]]]:
    """Return the candidates for each query of a JSON object.

    Raises:
        ParameterError: it is no such object, or has too many queries.
    """
    try:
        queries = json.loads(sent)
    except (ValueError, RecursionError) as error:  # too deep is the second
        raise ParameterError(f"queries is no JSON: {error}") from None
    if not isinstance(queries, Mapping) or not all(isinstance(one, Mapping) for one in queries.values()):
        raise ParameterError('queries is a JSON object like {"q0": {"query": "Bộ Công an"}}')
    if len(queries) > MOST:
        raise ParameterError(f"at most {MOST} queries at once; these are {len(queries)}")
    return {key: candidates(one) for key, one in queries.items()}


def candidates(query: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the entities that a query may mean, the best first; scores are 0 to 100.

    Raises:
        ParameterError: its name is no text, or its limit no whole number from 1 on.
    """
    name, kind, limit = query.get("query", ""), query.get("type", ""), query.get("limit", 10)
    if not isinstance(name, str):
        raise ParameterError("query is a text: the name to look for")
    if not isinstance(limit, int) or isinstance(limit, bool) or limit < 1:
        raise ParameterError("limit is a whole number from 1 on")
    name = name[:200]
    types = " ".join(str(one) for one in kind) if isinstance(kind, list) else str(kind or "")
    hits = find(name, types, min(limit, LIMIT))
    exact = [hit for hit in hits if fold(name) in {fold(one) for one in hit.names}]
    return [
        {
            "id": hit.iri.removeprefix(BASE + "id/"),
            "name": hit.label,
            "type": [_type(class_.rpartition("#")[2]) for class_ in (most_specific(hit.classes),) if class_],
            "score": score(name, hit),
            "match": exact == [hit],
        }
        for hit in hits
    ]


def score(name: str, hit: Named) -> int:
    """Rate a candidate: its name as typed, without marks, beginning so, or holding the words."""
    if plain(name) in {plain(one) for one in hit.names}:
        return 100
    folded = fold(name)
    rates = [95 if fold(one) == folded else 70 if fold(one).startswith(folded) else 50 for one in hit.names]
    return max(rates)


def _type(name: str) -> dict[str, str]:
    return {"id": f"vpg:{name}", "name": term_label(str(VPG[name]))}
