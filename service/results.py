"""An answer of the store as an HTTP response: media type, ETag, compression, what was cut, CORS."""

import gzip
import hashlib

from flask import Response, request

from graph.stores.base import Answer

EXPOSED = "ETag, VPG-Cut, VPG-Revision, Content-Length, Location"
_SMALL = 1200  # bytes; less does not get shorter over the wire


def entity_tag(revision: str, *parts: str) -> str:
    """Return a strong ETag of a request at a revision of the data."""
    digest = hashlib.blake2b("\x00".join((revision, *parts)).encode(), digest_size=12).hexdigest()
    return f'"{digest}"'


def not_modified(tag: str) -> Response | None:
    """Return 304 if the client already has what `tag` stands for."""
    asked = request.headers.get("If-None-Match")
    if not asked or tag.strip('"') not in (part.strip().removeprefix("W/").strip('"') for part in asked.split(",")):
        return None
    return finished(Response(status=304), tag)


def respond(answer: Answer, tag: str) -> Response:
    """Write `answer`; one that was cut says so in the header VPG-Cut (and, as JSON, in itself)."""
    response = Response(answer.body, content_type=content_type(answer.media_type))
    response.headers["VPG-Revision"] = answer.revision
    if answer.cut:
        response.headers["VPG-Cut"] = "rows"
    return finished(compressed(response), tag)


def content_type(media_type: str) -> str:
    """Return the media type, with its character set where it is a text type."""
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


def compressed(response: Response) -> Response:
    """Compress a body of some length if the client takes gzip."""
    body = response.get_data()
    if len(body) > _SMALL and "gzip" in request.headers.get("Accept-Encoding", ""):
        response.set_data(gzip.compress(body, compresslevel=4, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
    return response


def finished(response: Response, tag: str = "") -> Response:
    """Add what every answer carries: CORS, Vary, and how long it may be kept."""
    headers = response.headers
    headers["Access-Control-Allow-Origin"] = "*"
    headers["Access-Control-Expose-Headers"] = EXPOSED
    headers["Vary"] = "Accept, Accept-Encoding"
    if tag:
        headers["ETag"] = tag
        headers["Cache-Control"] = "no-cache"
    return response


def preflight(methods: str) -> Response:
    """Answer OPTIONS (CORS preflight: Fetch standard, section 3.3)."""
    response = Response(status=204)
    response.headers["Allow"] = methods
    response.headers["Access-Control-Allow-Methods"] = methods
    response.headers["Access-Control-Allow-Headers"] = "Accept, Authorization, Content-Type, If-None-Match"
    response.headers["Access-Control-Max-Age"] = "86400"
    return finished(response)
