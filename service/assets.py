"""Style sheet, script, bundles and fonts: hashed addresses, compressed once, kept for a year.

`static/` holds what ships as source (usable without any build); `static/built/` what `ui/build.mjs` makes,
with its `manifest.json`. Where nothing was built, pages lose the three islands and the web font only.
"""

import gzip
import hashlib
import json
import mimetypes
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flask import Blueprint, Response, abort, request
from flask.wrappers import Request

from service.origin import public_root

bp = Blueprint("assets", __name__)
FOLDER = Path(__file__).parent / "static"
BUILT = FOLDER / "built"
COMPRESSIBLE = ("text/", "application/json", "application/javascript", "image/svg+xml", "application/")
TYPES = {".woff2": "font/woff2", ".js": "text/javascript", ".svg": "image/svg+xml", ".txt": "text/plain"}


@dataclass(frozen=True, slots=True)
class Asset:
    """One file: its bytes, the same compressed (None where that does not pay), type and short hash."""

    body: bytes
    compressed: bytes | None
    media_type: str
    digest: str


@cache
def load(name: str) -> Asset | None:
    """Read `static/<name>` once; None where there is no such file inside the folder."""
    try:
        path = (FOLDER / name).resolve()
        if not path.is_relative_to(FOLDER.resolve()) or not path.is_file():
            return None
    except (OSError, ValueError):  # a name too long for any file, or with a zero byte
        return None
    body = path.read_bytes()
    media_type = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    packed = None if path.suffix in (".woff2", ".png") else gzip.compress(body, 9, mtime=0)
    if packed is not None and len(packed) > len(body) * 0.9:
        packed = None
    return Asset(body, packed, media_type, hashlib.sha256(body).hexdigest()[:10])


@cache
def manifest() -> dict[str, str]:
    """Return the names of built files by entry ("editor.js" -> "built/editor-ABC123.js"); empty if not built."""
    path = BUILT / "manifest.json"
    if not path.is_file():
        return {}
    files: dict[str, str] = json.loads(path.read_text("utf-8"))
    return {entry: f"built/{name}" for entry, name in files.items()}


@cache
def build_id() -> str:
    """Return a token that changes with every file that pages are made of."""
    digest = hashlib.sha256()
    here = Path(__file__).parent
    for path in sorted([*here.rglob("*.html"), *here.rglob("*.toml"), *here.rglob("*.py"), *FOLDER.glob("*.*")]):
        digest.update(path.read_bytes())
    digest.update(json.dumps(manifest(), sort_keys=True).encode())
    return digest.hexdigest()[:10]


def url(name: str) -> str | None:
    """Return the address of a static file or built entry; None where it was not built."""
    name = manifest().get(name, name)
    asset = load(name)
    return f"/static/{name}?v={asset.digest}" if asset else None


@bp.get("/static/<path:name>")
def static_file(name: str) -> Response:
    """Send a file; for ever when the address carries its hash."""
    asset = load(name)
    if asset is None:
        abort(404)
    packed = asset.compressed is not None and "gzip" in request.headers.get("Accept-Encoding", "")
    response = Response(asset.compressed if packed else asset.body, content_type=asset.media_type)
    if asset.media_type.startswith("text/"):
        response.headers["Content-Type"] = f"{asset.media_type}; charset=utf-8"
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    hashed = request.args.get("v") == asset.digest or name in manifest().values() or name.startswith("built/chunk")
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable" if hashed else "no-cache"
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["ETag"] = f'"{asset.digest}"'
    return response


@bp.get("/favicon.ico")
@bp.get("/favicon.svg")
def favicon() -> Response:
    """Send the mark of the product."""
    return static_file("favicon.svg")


@bp.get("/robots.txt")
def robots() -> Response:
    """Let crawlers read pages and documents; keep them from the endpoints that compute."""
    lines = ["User-agent: *", "Disallow: /sparql", "Disallow: /graph", "Disallow: /api/", "Disallow: /search"]
    return Response("\n".join([*lines, f"Sitemap: {public_root()}/sitemap.xml", ""]), content_type="text/plain")


def compress(request: Request, response: Response) -> Response:
    """Compress a text answer of some size, for a reader who takes gzip."""
    if (
        response.direct_passthrough
        or response.is_streamed
        or response.status_code in (204, 304)
        or "Content-Encoding" in response.headers
        or "gzip" not in request.headers.get("Accept-Encoding", "")
        or not (response.mimetype or "").startswith(COMPRESSIBLE)
    ):
        return response
    body = response.get_data()
    if len(body) < 1000:
        return response
    response.set_data(gzip.compress(body, 5, mtime=0))
    response.headers["Content-Encoding"] = "gzip"
    response.vary.add("Accept-Encoding")
    return response
