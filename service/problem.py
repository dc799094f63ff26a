"""Errors as application/problem+json (RFC 9457): one shape for every surface.

{"type": "…/problems/query-timeout", "title": "Query timed out", "status": 408,
 "detail": "one sentence: what happened and what to change",
 "line": 2, "column": 9}                     # the last two only where a query is malformed
"""

import json

from flask import Response, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from graph.errors import BusyError, StoreUnavailableError, VpgError
from ontology.base import BASE
from service.problem_body import problem_name, problem_of

MEDIA_TYPE = "application/problem+json"


def problem(error: Exception) -> tuple[int, dict[str, object]]:
    """Return status and body. Errors that are neither ours nor HTTP's do not show their message."""
    if isinstance(error, VpgError):
        return problem_of(error)
    status, title, detail, name = 500, "Internal error", "this should not happen; it has been logged", "internal"
    if isinstance(error, HTTPException):
        status, title, detail = error.code or 500, error.name, error.description or error.name
        name = problem_name(type(error).__name__)
    return status, {"type": f"{BASE}problems/{name}", "title": title, "status": status, "detail": detail}


def problem_response(error: Exception) -> Response:
    """Say what went wrong, as JSON."""
    status, body = problem(error)
    response = Response(json.dumps(body, ensure_ascii=False) + "\n", status=status, content_type=MEDIA_TYPE)
    if isinstance(error, BusyError | StoreUnavailableError):
        response.headers["Retry-After"] = "1"
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        response.headers["Allow"] = ", ".join(sorted(error.valid_methods))
    if status == 401:
        response.headers["WWW-Authenticate"] = 'Bearer realm="vpg"'
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cache-Control"] = "no-store"
    response.headers["Vary"] = "Accept"
    return response


def wants_page() -> bool:
    """Tell whether the client is a browser that would rather see a page."""
    return "text/html" in request.headers.get("Accept", "")
