"""Errors as application/problem+json (RFC 9457): one shape for every surface.

{"type": "…/problems/query-timeout", "title": "Query timed out", "status": 408,
 "detail": "one sentence: what happened and what to change",
 "line": 2, "column": 9}                     # the last two only where a query is malformed
"""

import json
import re

from flask import Response, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from graph.errors import BusyError, QuerySyntaxError, StoreUnavailableError, VpgError
from ontology.base import BASE

MEDIA_TYPE = "application/problem+json"


def problem_response(error: Exception) -> Response:
    """Say what went wrong, as JSON. Errors that are neither ours nor HTTP's do not show their message."""
    body: dict[str, object]
    if isinstance(error, VpgError):
        status, title, detail, name = error.status, error.title, str(error), _name(type(error).__name__)
    elif isinstance(error, HTTPException):
        status, title, detail = error.code or 500, error.name, error.description or error.name
        name = _name(type(error).__name__)
    else:
        status, title, detail, name = 500, "Internal error", "this should not happen; it has been logged", "internal"
    body = {"type": f"{BASE}problems/{name}", "title": title, "status": status, "detail": detail}
    if isinstance(error, QuerySyntaxError) and error.line is not None:
        body |= {"line": error.line, "column": error.column}
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


def _name(class_name: str) -> str:
    """QueryTimeoutError -> query-timeout."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", class_name.removesuffix("Error")).lower()


def wants_page() -> bool:
    """Tell whether the client is a browser that would rather see a page."""
    return "text/html" in request.headers.get("Accept", "")
