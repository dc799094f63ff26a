"""Where a request comes from: what a browser sends by itself (cookies, passwords) must not serve other sites.

Rules: Fetch Metadata (`Sec-Fetch-Site`), and the Origin header of the Fetch standard for browsers without it.
"""

from flask import Request

SAFE = ("GET", "HEAD", "OPTIONS")


def from_another_site(request: Request, public_url: str = "") -> bool:
    """Tell whether a browser says that a page of another origin sent this; programs say nothing."""
    site = request.headers.get("Sec-Fetch-Site", "").strip().lower()
    if site:
        return site not in ("same-origin", "none")  # none: typed or bookmarked by the reader
    origin = request.headers.get("Origin", "").rstrip("/")
    return bool(origin) and origin not in (request.url_root.rstrip("/"), public_url.rstrip("/"))
