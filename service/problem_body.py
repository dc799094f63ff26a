"""What an error of ours says in application/problem+json (RFC 9457), without any web framework."""

import re

from graph.errors import QuerySyntaxError, VpgError
from ontology.base import BASE


def problem_of(error: VpgError) -> tuple[int, dict[str, object]]:
    """Return status and body: type, title, status, detail, and where a query is malformed."""
    body: dict[str, object] = {
        "type": f"{BASE}problems/{problem_name(type(error).__name__)}",
        "title": error.title,
        "status": error.status,
        "detail": str(error),
    }
    if isinstance(error, QuerySyntaxError) and error.line is not None:
        body |= {"line": error.line, "column": error.column}
    return error.status, body


def problem_name(class_name: str) -> str:
    """QueryTimeoutError -> query-timeout."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", class_name.removesuffix("Error")).lower()
