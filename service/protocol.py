"""What a SPARQL Protocol request asks, read from where the protocol allows it to stand.

Rules: SPARQL 1.1 Protocol, 2.1 (query: GET, POST form, POST direct) and 2.2 (update: POST form, POST direct).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from graph.errors import ParameterError, QueryLimitError, VpgError

if TYPE_CHECKING:
    from flask import Request

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
_KNOWN = {"query", "update", "default-graph-uri", "named-graph-uri", "using-graph-uri", "using-named-graph-uri"}


class UnsupportedTypeError(VpgError):
    """A body of a media type that is not one of those the protocol has for it."""

    status = 415
    title = "Unsupported media type"


@dataclass(frozen=True, slots=True)
class Asked:
    """One operation: `kind` is query, update or '' (neither: describe the service), with its dataset."""

    kind: str
    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


def client_gone(request: "Request") -> Callable[[], bool] | None:
    """Return what tells whether the client of the request has hung up; None where the server does not know."""
    found: Callable[[], bool] | None = request.environ.get("waitress.client_disconnected")
    return found


def read(request: "Request", *, longest_query: int, longest_update: int) -> Asked:
    """Read one operation from a Flask request; see `interpret`."""
    body = b""
    if request.method == "POST":
        longest = max(longest_query, longest_update) + 65536
        request.max_content_length = longest
        if request.content_length and request.content_length > longest:
            raise QueryLimitError(f"the body has {request.content_length:,} bytes; that is more than is allowed")
        body = request.get_data(cache=True)
    return interpret(
        request.method,
        request.query_string,
        request.headers.get("Content-Type", ""),
        body,
        longest_query=longest_query,
        longest_update=longest_update,
    )


def interpret(
    method: str, address: bytes, content_type: str, body: bytes, *, longest_query: int, longest_update: int
) -> Asked:
    """Read one operation from the parts of a request; `address` is what follows the question mark.

    Raises:
        ParameterError: none or more than one where one is needed, both kinds, or no UTF-8.
        UnsupportedTypeError: a POST of another media type.
        QueryLimitError: the text is longer than allowed, in bytes.
    """
    named = _pairs(address) if address else {}
    if method in ("GET", "HEAD"):
        if named.get("update"):
            raise ParameterError("an update needs POST")
        if "query" not in named:
            return Asked("", "")
        asked = _asked(named, "query")
    else:
        media_type, _, parameters = content_type.partition(";")
        media_type = media_type.strip().lower()
        if media_type == FORM:
            form = _pairs(body)
            if "query" in form and "update" in form:
                raise ParameterError("send either a query or an update, not both")
            merged = {name: named.get(name, []) + form.get(name, []) for name in named.keys() | form.keys()}
            asked = _asked(merged if named else form, "update" if "update" in form else "query")
        elif media_type in (QUERY, UPDATE):
            kind = "query" if media_type == QUERY else "update"
            charset = re.search(r"charset\s*=\s*\"?([\w-]+)", parameters, re.IGNORECASE)
            if charset and charset[1].lower() not in ("utf-8", "utf8", "us-ascii"):
                raise UnsupportedTypeError(f"the body must be UTF-8, not {charset[1]}")
            if "query" in named or "update" in named:
                raise ParameterError("the text is in the body already; it must not be in the address too")
            asked = _asked({**named, kind: [_utf8(body)]}, kind)
        else:
            raise UnsupportedTypeError(f"POST {media_type or 'without a media type'}: send {FORM}, {QUERY} or {UPDATE}")
    longest = longest_query if asked.kind == "query" else longest_update
    if len(asked.text) > longest:
        raise QueryLimitError(f"the text of the {asked.kind} is longer than {longest:,} bytes")
    return asked


def _asked(parameters: Mapping[str, list[str]], kind: str) -> Asked:
    texts = parameters.get(kind, [])
    if len(texts) != 1:
        raise ParameterError(f"send exactly one `{kind}`; there are {len(texts)}")
    default, named = ("default-graph-uri", "named-graph-uri")
    other = ("using-graph-uri", "using-named-graph-uri")
    if kind == "update":
        (default, named), other = other, (default, named)
    if any(parameters.get(name) for name in other):
        raise ParameterError(f"{other[0]} and {other[1]} do not belong to a {kind}")
    return Asked(kind, texts[0], tuple(parameters.get(default, ())), tuple(parameters.get(named, ())))


def _pairs(raw: bytes) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    try:
        pairs = parse_qsl(raw.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=200)
    except UnicodeDecodeError as error:
        raise ParameterError("the parameters are not UTF-8") from error
    except ValueError as error:
        raise ParameterError(f"the parameters cannot be read: {error}") from error
    for name, value in pairs:
        if name in _KNOWN:
            found.setdefault(name, []).append(value)
    return found


def _utf8(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ParameterError(f"the body is not UTF-8 (byte {error.start})") from error
