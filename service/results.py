"""An answer of the store as an HTTP response: media type, ETag, compression, what was cut, CORS."""

import gzip
import hashlib
import os
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from flask import Response, request

from graph.stores.base import Answer

EXPOSED = "ETag, VPG-Cut, VPG-Revision, Content-Length, Location"
_PIECE = 1 << 18
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


def respond_file(answer: Answer, file: BinaryIO, tag: str) -> Response:
    """Send a long answer from a file, piece by piece, compressed on the way if the client takes gzip."""
    zipped = "gzip" in request.headers.get("Accept-Encoding", "")
    pieces = _zipped(file) if zipped else _pieces(file)
    response = Response(pieces, content_type=content_type(answer.media_type), direct_passthrough=True)
    response.call_on_close(file.close)
    if zipped:
        response.headers["Content-Encoding"] = "gzip"
    else:
        response.headers["Content-Length"] = str(os.fstat(file.fileno()).st_size)
    response.headers["VPG-Revision"] = answer.revision
    if answer.cut:
        response.headers["VPG-Cut"] = "rows"
    return finished(response, tag)


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    while piece := file.read(_PIECE):
        yield piece


def _zipped(file: BinaryIO) -> Iterator[bytes]:
    packer = zlib.compressobj(level=4, wbits=31)  # 31: with gzip's header and trailer
    for piece in _pieces(file):
        if packed := packer.compress(piece):
            yield packed
    yield packer.flush()


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
