"""Where a request comes from: what a browser sends by itself (cookies, passwords) must not serve other sites.

Rules: Fetch Metadata (`Sec-Fetch-Site`), and the Origin header of the Fetch standard for browsers without it.
"""

from flask import Request, current_app, request

SAFE = ("GET", "HEAD", "OPTIONS")


def from_another_site(request: Request, public_url: str = "") -> bool:
    """Tell whether a browser says that a page of another origin sent this; programs say nothing."""
    site = request.headers.get("Sec-Fetch-Site", "").strip().lower()
    if site:
        return site not in ("same-origin", "none")  # none: typed or bookmarked by the reader
    origin = request.headers.get("Origin", "").rstrip("/")
    return bool(origin) and origin not in (request.url_root.rstrip("/"), public_url.rstrip("/"))


def public_root() -> str:
    """Return the address of the service without a slash at its end: as configured, else as the request names it.

    A Host header is the client's word: where a public address is configured, no page repeats it.
    """
    configured: str = current_app.extensions["vpg.settings"].public_url
    return configured.rstrip("/") or request.url_root.rstrip("/")
